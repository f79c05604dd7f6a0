package dev.tuff.stdlib.collections;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyDictView;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.iter.BuiltinReference;

/** {@code odict_iterator}: any change of the keys under it is an error, not only one of their number. */
final class PyOrderedIterator extends PyIterator {
  static final PyType TYPE = PyType.builtin("odict_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null, IteratorMethods.table(),
      new PyOrderedIteratorTable());

  private PyDict dict;
  private final int kind;
  private final boolean forward;
  private int position;
  private final Object version;

  PyOrderedIterator(PyDict dict, int kind, boolean forward) {
    this(dict, kind, forward, forward ? 0 : Integer.MAX_VALUE, dict.keysVersion());
  }

  private PyOrderedIterator(PyDict dict, int kind, boolean forward, int position, Object version) {
    super(TYPE);
    this.dict = dict;
    this.kind = kind;
    this.forward = forward;
    this.position = position;
    this.version = version;
  }

  @Override
  public Object next() {
    PyDict d = dict;
    if (d == null) {
      return null;
    }
    if (d.keysVersion() != version) {
      throw Errors.runtimeError("OrderedDict mutated during iteration");
    }
    int e = forward ? d.nextEntry(position) : d.previousEntry(position);
    if (e < 0) {
      dict = null;
      return null;
    }
    position = forward ? e + 1 : e - 1;
    Object k = d.keyAt(e);
    if (kind == PyDictView.KEYS) {
      return k;
    }
    // a subclass may have its own way to values
    Object v = d.type() == OrderedDict.TYPE ? d.valueAt(e) : Items.get(d, k);
    return kind == PyDictView.VALUES ? v : PyTuple.of(k, v);
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling")
  static Object __reduce__(PyOrderedIterator self) {
    PyList rest = new PyList();
    if (self.dict != null) {
      PyOrderedIterator copy = new PyOrderedIterator(self.dict, self.kind, self.forward, self.position, self.version);
      for (Object v; (v = copy.next()) != null; ) {
        rest.add(v);
      }
    }
    return Py.tuple(BuiltinReference.get("iter"), Py.tuple(rest));
  }
}
