package dev.tuff.stdlib.decimal;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;

/** {@code with localcontext():} makes a copy of a context current and afterwards the one before. */
final class PyContextManager extends PyObject {
  static final PyType TYPE = PyType.builtin("decimal.ContextManager", PyType.OBJECT, PyType.NO_NEW, null, new PyContextManagerTable());

  private final PyDecimalContext local;
  private final PyDecimalContext before;

  PyContextManager(PyDecimalContext local, PyDecimalContext before) {
    super(TYPE);
    this.local = local;
    this.before = before;
  }

  @Method("__enter__(self, /)")
  static Object __enter__(PyContextManager self, ThreadState ts) {
    DecimalState.of(ts.interpreter).set(self.local, ts);
    return self.local;
  }

  @Method("__exit__(self, /, *args)")
  static boolean __exit__(PyContextManager self, Object[] args, ThreadState ts) {
    DecimalState.of(ts.interpreter).set(self.before, ts);
    return false;
  }
}
