package dev.tuff.engine.interp;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code generator}. */
public final class PyGenerator extends Suspendable {
  public static final PyType TYPE = PyType.builtin("generator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW | PyType.WEAKREF, null,
      IteratorMethods.table(), new PyGeneratorTable());

  PyGenerator(PyFrame frame) {
    super(TYPE, frame);
  }

  @Override
  String kind() {
    return "generator";
  }

  @Method(value = "send(self, value, /)", doc = "Resume the generator with a value for its yield expression.")
  static Object send(PyGenerator self, Object value, ThreadState ts) {
    Object v = self.send(ts, value);
    if (v == null) {
      throw self.stop();
    }
    return v;
  }

  @Method(value = "throw(self, type, value=<null>, traceback=<null>, /)", doc = "Raise an exception where the generator is suspended.",
      textSignature = false)
  static Object raise(PyGenerator self, Object type, Object value, Object traceback, ThreadState ts) {
    deprecated("throw", value, traceback);
    Object v = self.raise(ts, thrown(type, value, traceback));
    if (v == null) {
      throw self.stop();
    }
    return v;
  }

  @Method(value = "close(self, /)", doc = "Raise GeneratorExit where the generator is suspended.")
  static Object close(PyGenerator self, ThreadState ts) {
    return self.close(ts);
  }

  @Getter(value = "__name__", doc = "name of the generator")
  static Object getName(PyGenerator self) {
    return self.name;
  }

  @Setter("__name__")
  static void setName(PyGenerator self, Object value) {
    self.setName(value);
  }

  @Getter(value = "__qualname__", doc = "qualified name of the generator")
  static Object getQualname(PyGenerator self) {
    return self.qualname;
  }

  @Setter("__qualname__")
  static void setQualname(PyGenerator self, Object value) {
    self.setQualname(value);
  }

  @Getter("gi_frame")
  static Object getFrame(PyGenerator self) {
    return self.state == State.CLOSED ? Py.None : self.frame;
  }

  @Getter("gi_running")
  static boolean isRunning(PyGenerator self) {
    return self.state == State.RUNNING;
  }

  @Getter("gi_suspended")
  static boolean isSuspended(PyGenerator self) {
    return self.state == State.SUSPENDED;
  }

  @Getter(value = "gi_code", member = true)
  static Object getCode(PyGenerator self) {
    return self.frame.code;
  }

  @Getter("gi_yieldfrom")
  static Object getDelegate(PyGenerator self) {
    Object d = self.delegate();
    return d == null ? Py.None : d;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyGenerator self) {
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
