package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code ImportError}: knows the module, where it was found, and the name that was to be imported from it. */
public final class PyImportError extends PyBaseException {
  /** Null for None. */
  public Object msg;
  public Object name;
  public Object path;
  public Object nameFrom;

  PyImportError(PyType type) {
    super(type);
  }

  /** An {@code ImportError} or a subclass of it; null for what is not known. */
  public PyImportError(PyType type, Object message, Object name, Object path, Object nameFrom) {
    super(type);
    args = PyTuple.of(message);
    msg = message;
    this.name = name;
    this.path = path;
    this.nameFrom = nameFrom;
  }

  @Override
  void init(Object[] args) {
    msg = args.length == 1 ? args[0] : null;
  }

  @New(value = "ImportError(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    PyImportError e = new PyImportError(cls);
    e.args = PyTuple.of(args);
    return e;
  }

  @Method("__init__(self, /, *args, name=<null>, path=<null>, name_from=<null>)")
  static void __init__(PyImportError self, Object[] args, Object name, Object path, Object nameFrom) {
    self.args = PyTuple.of(args);
    self.init(args);
    self.name = name;
    self.path = path;
    self.nameFrom = nameFrom;
  }

  @Method("__str__(self, /)")
  static Object __str__(PyImportError self) {
    return self.msg instanceof String s ? s : PyBaseException.__str__(self);
  }

  @Method(value = "__reduce__(self, /)", doc = "Helper for pickle.")
  static Object __reduce__(PyImportError self) {
    PyDict own = self.attributes();
    PyDict state = own == null ? new PyDict() : own.copyExact();
    if (self.name != null) {
      state.putStr("name", self.name);
    }
    if (self.path != null) {
      state.putStr("path", self.path);
    }
    if (self.nameFrom != null) {
      state.putStr("name_from", self.nameFrom);
    }
    return state.size() == 0 ? PyTuple.of(self.type(), self.args) : PyTuple.of(self.type(), self.args, state);
  }

  @Getter(value = "msg", member = true, doc = "exception message")
  static Object getMsg(PyImportError self) {
    return orNone(self.msg);
  }

  @Setter("msg")
  static void setMsg(PyImportError self, Object value) {
    self.msg = value;
  }

  @Getter(value = "name", member = true, doc = "module name")
  static Object getName(PyImportError self) {
    return orNone(self.name);
  }

  @Setter("name")
  static void setName(PyImportError self, Object value) {
    self.name = value;
  }

  @Getter(value = "path", member = true, doc = "module path")
  static Object getPath(PyImportError self) {
    return orNone(self.path);
  }

  @Setter("path")
  static void setPath(PyImportError self, Object value) {
    self.path = value;
  }

  @Getter(value = "name_from", member = true, doc = "name imported from module")
  static Object getNameFrom(PyImportError self) {
    return orNone(self.nameFrom);
  }

  @Setter("name_from")
  static void setNameFrom(PyImportError self, Object value) {
    self.nameFrom = value;
  }
}
