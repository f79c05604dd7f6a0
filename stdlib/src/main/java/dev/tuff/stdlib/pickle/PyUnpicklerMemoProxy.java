package dev.tuff.stdlib.pickle;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;

/** What {@code unpickler.memo} gives: enough of a dict to clear, copy and hand over the memo. */
final class PyUnpicklerMemoProxy extends PyObject {
  static final PyType TYPE = PyType.builtin("_pickle.UnpicklerMemoProxy", PyType.OBJECT, PyType.UNHASHABLE | PyType.NO_NEW, null,
      new PyUnpicklerMemoProxyTable());

  final PyUnpickler unpickler;

  PyUnpicklerMemoProxy(PyUnpickler unpickler) {
    super(TYPE);
    this.unpickler = unpickler;
  }

  @Method(value = "clear(self, /)", doc = "Remove all items from memo.")
  static void clear(PyUnpicklerMemoProxy self) {
    self.unpickler.setMemo(new Object[64]);
  }

  @Method(value = "copy(self, /)", doc = "Copy the memo to a new object.")
  static Object copy(PyUnpicklerMemoProxy self) {
    PyDict d = new PyDict();
    Object[] memo = self.unpickler.memo();
    for (int i = 0; i < memo.length; i++) {
      if (memo[i] != null) {
        d.put(Py.box(i), memo[i]);
      }
    }
    return d;
  }

  @Method(value = "__reduce__(self, /)", doc = "Implement pickling support.")
  static Object __reduce__(PyUnpicklerMemoProxy self) {
    return PyTuple.of(PyDict.TYPE, PyTuple.of(copy(self)));
  }
}
