package dev.tuff.stdlib.pickle;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;

/** What {@code pickler.memo} gives: enough of a dict to clear, copy and hand over the memo. */
final class PyPicklerMemoProxy extends PyObject {
  static final PyType TYPE = PyType.builtin("_pickle.PicklerMemoProxy", PyType.OBJECT, PyType.UNHASHABLE | PyType.NO_NEW, null,
      new PyPicklerMemoProxyTable());

  final PyPickler pickler;

  PyPicklerMemoProxy(PyPickler pickler) {
    super(TYPE);
    this.pickler = pickler;
  }

  @Method(value = "clear(self, /)", doc = "Remove all items from memo.")
  static void clear(PyPicklerMemoProxy self) {
    self.pickler.setMemo(new IdentityMemo());
  }

  @Method(value = "copy(self, /)", doc = "Copy the memo to a new object.")
  static Object copy(PyPicklerMemoProxy self) {
    return self.pickler.memoDict();
  }

  @Method(value = "__reduce__(self, /)", doc = "Implement pickle support.")
  static Object __reduce__(PyPicklerMemoProxy self) {
    return PyTuple.of(PyDict.TYPE, PyTuple.of(self.pickler.memoDict()));
  }
}
