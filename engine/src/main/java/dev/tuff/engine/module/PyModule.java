package dev.tuff.engine.module;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code module}. Its attributes live in a dict from the start: it is the globals of the module's code. */
public final class PyModule extends PyObject {
  public static final PyType TYPE = PyType.builtin("module", PyType.OBJECT, PyType.HAS_DICT | PyType.WEAKREF, "Create a module object.",
      new PyModuleTable());

  /** What native code keeps with its module; null for none. */
  public Object state;

  public PyModule(PyType type) {
    super(type);
    setDict(new PyDict());
  }

  public PyModule(String name) {
    this(TYPE);
    dict().putStr("__name__", Py.str(name));
    dict().putStr("__doc__", Py.None);
    dict().putStr("__package__", Py.None);
    dict().putStr("__loader__", Py.None);
    dict().putStr("__spec__", Py.None);
  }

  public void set(String name, Object value) {
    dict().putStr(name, value);
  }

  @New(value = "module(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyModule(cls);
  }
}
