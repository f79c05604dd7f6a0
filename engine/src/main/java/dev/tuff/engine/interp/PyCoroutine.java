package dev.tuff.engine.interp;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.reference.References;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code coroutine}. */
public final class PyCoroutine extends Suspendable implements References.AtExit {
  public static final PyType TYPE = PyType.builtin("coroutine", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW | PyType.WEAKREF, null,
      new PyCoroutineTable());

  /** {@code cr_origin}, None unless tracking is on. */
  private Object origin = Py.None;

  private PyCoroutine(PyFrame frame) {
    super(TYPE, frame);
  }

  static PyCoroutine of(PyFrame frame) {
    PyCoroutine c = new PyCoroutine(frame);
    ThreadState ts = ThreadState.current();
    if (!Generators.isAwaited(ts.frame)) {
      c.watch(ts);
    }
    if (ts.coroutineOriginDepth > 0) {
      c.origin = Generators.origin(ts, ts.coroutineOriginDepth);
    }
    return c;
  }

  /** Also one that was never awaited. */
  @Override
  public boolean isUnfinished() {
    return state == State.CREATED || super.isUnfinished();
  }

  @Override
  public void die(ThreadState ts) {
    if (state != State.CREATED) {
      super.die(ts);
      return;
    }
    Generators.warnNeverAwaited(this);
    state = State.CLOSED;
  }

  @Override
  String kind() {
    return "coroutine";
  }

  @Override
  Object sendClosed() {
    throw Errors.runtimeError("cannot reuse already awaited coroutine");
  }

  @Override
  PyException raiseClosed(PyException e) {
    return Errors.runtimeError("cannot reuse already awaited coroutine");
  }

  @Method(value = "send(self, value, /)", doc = "Send a value into coroutine, return the next thing that it yields or raise StopIteration.")
  static Object send(PyCoroutine self, Object value, ThreadState ts) {
    Object v = self.send(ts, value);
    if (v == null) {
      throw self.stop();
    }
    return v;
  }

  @Method(value = "throw(self, type, value=<null>, traceback=<null>, /)", doc = "Raise an exception in coroutine, return the next thing that it yields or raise StopIteration.",
      textSignature = false)
  static Object raise(PyCoroutine self, Object type, Object value, Object traceback, ThreadState ts) {
    deprecated("throw", value, traceback);
    Object v = self.raise(ts, thrown(type, value, traceback));
    if (v == null) {
      throw self.stop();
    }
    return v;
  }

  @Method(value = "close(self, /)", doc = "Raise GeneratorExit inside coroutine.")
  static Object close(PyCoroutine self, ThreadState ts) {
    return self.close(ts);
  }

  @Method(value = "__await__(self, /)", doc = "Return an iterator to be used in await expression.")
  static Object __await__(PyCoroutine self) {
    return new Wrapper(self);
  }

  @Getter(value = "cr_origin", member = true)
  static Object getOrigin(PyCoroutine self) {
    return self.origin;
  }

  @Getter(value = "__name__", doc = "name of the coroutine")
  static Object getName(PyCoroutine self) {
    return self.name;
  }

  @Setter("__name__")
  static void setName(PyCoroutine self, Object value) {
    self.setName(value);
  }

  @Getter(value = "__qualname__", doc = "qualified name of the coroutine")
  static Object getQualname(PyCoroutine self) {
    return self.qualname;
  }

  @Setter("__qualname__")
  static void setQualname(PyCoroutine self, Object value) {
    self.setQualname(value);
  }

  @Getter("cr_frame")
  static Object getFrame(PyCoroutine self) {
    return self.state == State.CLOSED ? Py.None : self.frame;
  }

  @Getter("cr_running")
  static boolean isRunning(PyCoroutine self) {
    return self.state == State.RUNNING;
  }

  @Getter("cr_suspended")
  static boolean isSuspended(PyCoroutine self) {
    return self.state == State.SUSPENDED;
  }

  @Getter(value = "cr_code", member = true)
  static Object getCode(PyCoroutine self) {
    return self.frame.code;
  }

  @Getter("cr_await")
  static Object getDelegate(PyCoroutine self) {
    Object d = self.delegate();
    return d == null ? Py.None : d;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyCoroutine self) {
    return Py.str("<" + self.kindInRepr() + " object " + Py.javaString(self.qualname) + " at 0x" + Identity.hex(self) + ">");
  }

  private String kindInRepr() {
    return type().name();
  }

  @ClassMethod("__class_getitem__(type, item, /)")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  /** {@code coroutine_wrapper}: the iterator that {@code __await__} gives. */
  static final class Wrapper extends PyIterator {
    static final PyType TYPE = PyType.builtin("coroutine_wrapper", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW,
        "A wrapper object implementing __await__ for coroutines.", IteratorMethods.table(), new PyCoroutineWrapperTable());

    private final PyCoroutine coroutine;

    private Wrapper(PyCoroutine coroutine) {
      super(TYPE);
      this.coroutine = coroutine;
    }

    @Override
    public Object next() {
      return coroutine.next();
    }

    @Override
    public Object returned() {
      return coroutine.returned();
    }

    @Override
    public PyException stop() {
      return coroutine.stop();
    }

    @Method(value = "send(self, value, /)", doc = "Resume the coroutine with a value for its await.")
    static Object send(Wrapper self, Object value, ThreadState ts) {
      return PyCoroutine.send(self.coroutine, value, ts);
    }

    @Method(value = "throw(self, type, value=<null>, traceback=<null>, /)", doc = "Raise an exception in coroutine, return the next thing that it yields or raise StopIteration.",
        textSignature = false)
    static Object raise(Wrapper self, Object type, Object value, Object traceback, ThreadState ts) {
      return PyCoroutine.raise(self.coroutine, type, value, traceback, ts);
    }

    @Method(value = "close(self, /)", doc = "Raise GeneratorExit inside coroutine.")
    static Object close(Wrapper self, ThreadState ts) {
      return self.coroutine.close(ts);
    }
  }
}
