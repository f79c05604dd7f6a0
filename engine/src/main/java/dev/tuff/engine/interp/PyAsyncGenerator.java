package dev.tuff.engine.interp;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.core.Unraisable;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code async_generator} (PEP 525). Its values come wrapped out of the frame, so that they differ from what it awaits. */
public final class PyAsyncGenerator extends Suspendable {
  public static final PyType TYPE = PyType.builtin("async_generator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW | PyType.WEAKREF, null,
      new PyAsyncGeneratorTable());

  /** A value on its way out. */
  static final class Value extends dev.tuff.engine.core.PyObject {
    static final PyType TYPE = PyType.builtin("async_generator_wrapped_value", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null);

    final Object value;

    Value(Object value) {
      super(TYPE);
      this.value = value;
    }
  }

  /** Whether it has ended, or been closed. */
  boolean finished;

  /** Whether an asend, athrow or aclose is under way. */
  boolean runningAsync;
  private boolean hooksCalled;
  Object finalizer = Py.None;

  PyAsyncGenerator(PyFrame frame) {
    super(TYPE, frame);
  }

  @Override
  String kind() {
    return "async generator";
  }

  /** An event loop wants to hear of all that are not finished. */
  @Override
  boolean needsClosing() {
    return finalizer != Py.None && !finished || super.needsClosing();
  }

  @Override
  public void die(ThreadState ts) {
    if (finalizer == Py.None || finished) {
      super.die(ts);
      return;
    }
    try {
      Call.call(finalizer, this);
    } catch (PyException e) {
      Unraisable.report(e.value, "Exception ignored while finalizing generator " + Py.javaRepr(this));
    }
  }

  /** Tells the event loop of the first iteration (PEP 525, {@code sys.set_asyncgen_hooks}). */
  void callHooks(ThreadState ts) {
    if (hooksCalled) {
      return;
    }
    hooksCalled = true;
    if (ts.asyncgenFinalizer != null) {
      finalizer = ts.asyncgenFinalizer;
    }
    if (ts.asyncgenFirstiter != null) {
      Call.call(ts.asyncgenFirstiter, this);
    }
  }

  @Method("__aiter__(self, /)")
  static Object __aiter__(PyAsyncGenerator self) {
    return self;
  }

  @Method("__anext__(self, /)")
  static Object __anext__(PyAsyncGenerator self, ThreadState ts) {
    self.callHooks(ts);
    return new AsyncGeneratorSend(self, Py.None).watched(ts);
  }

  @Method(value = "asend(self, value, /)", doc = "Resume the generator with a value, as an awaitable.")
  static Object asend(PyAsyncGenerator self, Object value, ThreadState ts) {
    self.callHooks(ts);
    return new AsyncGeneratorSend(self, value).watched(ts);
  }

  @Method(value = "athrow(self, type, value=<null>, traceback=<null>, /)", doc = "Raise an exception in the generator, as an awaitable.",
      textSignature = false)
  static Object athrow(PyAsyncGenerator self, Object type, Object value, Object traceback, ThreadState ts) {
    self.callHooks(ts);
    deprecated("athrow", value, traceback);
    return new AsyncGeneratorThrow(self, new Object[] {type, value, traceback}).watched(ts);
  }

  @Method(value = "aclose(self, /)", doc = "Raise GeneratorExit in the generator, as an awaitable.")
  static Object aclose(PyAsyncGenerator self, ThreadState ts) {
    self.callHooks(ts);
    return new AsyncGeneratorThrow(self, null).watched(ts);
  }

  @Getter(value = "__name__", doc = "name of the async generator")
  static Object getName(PyAsyncGenerator self) {
    return self.name;
  }

  @Setter("__name__")
  static void setName(PyAsyncGenerator self, Object value) {
    self.setName(value);
  }

  @Getter(value = "__qualname__", doc = "qualified name of the async generator")
  static Object getQualname(PyAsyncGenerator self) {
    return self.qualname;
  }

  @Setter("__qualname__")
  static void setQualname(PyAsyncGenerator self, Object value) {
    self.setQualname(value);
  }

  @Getter("ag_frame")
  static Object getFrame(PyAsyncGenerator self) {
    return self.state == State.CLOSED ? Py.None : self.frame;
  }

  @Getter("ag_running")
  static boolean isRunning(PyAsyncGenerator self) {
    return self.runningAsync;
  }

  @Getter("ag_suspended")
  static boolean isSuspended(PyAsyncGenerator self) {
    return self.state == State.SUSPENDED;
  }

  @Getter(value = "ag_code", member = true)
  static Object getCode(PyAsyncGenerator self) {
    return self.frame.code;
  }

  @Getter("ag_await")
  static Object getDelegate(PyAsyncGenerator self) {
    Object d = self.delegate();
    return d == null ? Py.None : d;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyAsyncGenerator self) {
    return Py.str("<" + self.kindInRepr() + " object " + Py.javaString(self.qualname) + " at 0x" + Identity.hex(self) + ">");
  }

  private String kindInRepr() {
    return type().name();
  }

  @ClassMethod("__class_getitem__(type, item, /)")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }
}
