package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.iter.BuiltinReference;

/** The iterators of dicts and their views, forwards and backwards. A dict that changes its size under one makes it raise for good. */
public final class PyDictIterator extends PyIterator {
  // ORDER: PyDictView's kinds, then the same backwards
  private static final PyType[] TYPES = {
    type("dict_keyiterator"), type("dict_valueiterator"), type("dict_itemiterator"),
    type("dict_reversekeyiterator"), type("dict_reversevalueiterator"), type("dict_reverseitemiterator"),
  };

  private PyDict dict;
  private final int kind;
  private final boolean forward;
  private int position;

  /** The size that the dict must keep; -1 once it has not. */
  private int expected;
  private int left;

  public PyDictIterator(PyDict dict, int kind) {
    this(TYPES[kind], dict, kind, true);
  }

  private PyDictIterator(PyType type, PyDict dict, int kind, boolean forward) {
    super(type);
    this.dict = dict;
    this.kind = kind;
    this.forward = forward;
    position = forward ? 0 : dict.entriesUsed() - 1;
    expected = left = dict.size();
  }

  static PyDictIterator reversed(PyDict dict, int kind) {
    return new PyDictIterator(TYPES[kind + 3], dict, kind, false);
  }

  private static PyType type(String name) {
    BuiltinTable own = new PyDictIteratorTable();
    return PyType.builtin(name, PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null, IteratorMethods.table(), own);
  }

  @Override
  public Object next() {
    PyDict d = dict;
    if (d == null) {
      return null;
    }
    if (d.size() != expected) {
      expected = -1;
      throw Errors.runtimeError("dictionary changed size during iteration");
    }
    while (true) {
      int e = forward ? d.nextEntry(position) : position < d.entriesUsed() ? d.previousEntry(position) : -1;
      if (e < 0) {
        dict = null;
        return null;
      }
      if (left == 0) {
        dict = null;
        throw Errors.runtimeError("dictionary keys changed during iteration");
      }
      position = forward ? e + 1 : e - 1;
      Object k = d.keyAt(e);
      Object v = kind == PyDictView.KEYS ? k : d.valueAt(e);
      if (k == null || v == null) {
        // another thread has just removed it
        continue;
      }
      left--;
      return kind == PyDictView.ITEMS ? PyTuple.of(k, v) : v;
    }
  }

  @Override
  public Object quickNext() {
    return canStep() ? next() : ASK;
  }

  /** Whether the next step raises nothing. */
  private boolean canStep() {
    PyDict d = dict;
    return d == null || d.size() == expected && left > 0 || d.size() == expected && forward && d.nextEntry(position) < 0;
  }

  /** For an iterator over items, the key of the next one as {@link #quickNext} would give it; {@link #lastValue} has its value. */
  public Object quickKey() {
    if (kind != PyDictView.ITEMS || !forward || ThreadState.shared || !canStep()) {
      return ASK;
    }
    PyDict d = dict;
    if (d == null || left == 0) {
      dict = null;
      return null;
    }
    int e = d.nextEntry(position);
    Object k = e < 0 ? null : d.keyAt(e);
    if (k == null || d.valueAt(e) == null) {
      return ASK;
    }
    position = e + 1;
    left--;
    return k;
  }

  /** The value that belongs to the key that {@link #quickKey} has just given. */
  public Object lastValue() {
    return dict.valueAt(position - 1);
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static long __length_hint__(PyDictIterator self) {
    return self.dict != null && self.expected == self.dict.size() ? self.left : 0;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyDictIterator self) {
    PyList rest = new PyList();
    if (self.dict != null) {
      PyDictIterator copy = new PyDictIterator(self.type(), self.dict, self.kind, self.forward);
      copy.position = self.position;
      copy.expected = self.expected;
      copy.left = self.left;
      for (Object v; (v = copy.next()) != null; ) {
        rest.add(v);
      }
    }
    return Py.tuple(BuiltinReference.get("iter"), Py.tuple(rest));
  }
}
