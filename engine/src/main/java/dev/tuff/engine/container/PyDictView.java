package dev.tuff.engine.container;

import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.text.PyStr;

/** {@code dict_keys}, {@code dict_values} and {@code dict_items}: live views of a dict. Set operations are in {@link DictViewSets}. */
public final class PyDictView extends PyObject {
  /** What is seen of each item. ORDER: as in {@link #TYPES}. */
  public static final int KEYS = 0;
  public static final int VALUES = 1;
  public static final int ITEMS = 2;

  private static final int FLAGS = PyType.FINAL | PyType.NO_NEW;
  public static final PyType KEYS_TYPE = PyType.builtin("dict_keys", PyType.OBJECT, FLAGS | PyType.UNHASHABLE, null,
      new PyDictViewTable(), new DictViewSetsTable());
  public static final PyType VALUES_TYPE = PyType.builtin("dict_values", PyType.OBJECT, FLAGS, null, new PyDictViewTable());
  public static final PyType ITEMS_TYPE = PyType.builtin("dict_items", PyType.OBJECT, FLAGS | PyType.UNHASHABLE, null,
      new PyDictViewTable(), new DictViewSetsTable());
  private static final PyType[] TYPES = {KEYS_TYPE, VALUES_TYPE, ITEMS_TYPE};

  public final PyDict dict;
  public final int kind;

  public PyDictView(PyDict dict, int kind) {
    this(TYPES[kind], dict, kind);
  }

  /** A view of another type, as OrderedDict has them. */
  public PyDictView(PyType type, PyDict dict, int kind) {
    super(type);
    this.dict = dict;
    this.kind = kind;
  }

  /** The keys or items view that {@code o} is, or null. */
  static PyDictView setLike(Object o) {
    return o instanceof PyDictView v && v.kind != VALUES ? v : null;
  }

  boolean contains(Object o) {
    if (kind == KEYS) {
      return dict.get(o) != null;
    }
    if (!(o instanceof PyTuple t) || t.size() != 2) {
      return false;
    }
    Object v = dict.get(t.get(0));
    return v != null && Py.eq(v, t.get(1));
  }

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(PyDictView self) {
    return self.dict.size();
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyDictView self) {
    return new PyDictIterator(self.dict, self.kind);
  }

  @Method(value = "__reversed__(self, /)", doc = "Return a reverse iterator over the dict's keys, values or items.")
  static Object __reversed__(PyDictView self) {
    return PyDictIterator.reversed(self.dict, self.kind);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyDictView self) {
    ThreadState thread = ThreadState.current();
    if (!thread.enterRepr(self)) {
      return "...";
    }
    try {
      PyList items = PyList.of(Iteration.toArray(self));
      return Py.str(self.type().name() + "(" + PyStr.java(Py.repr(items)) + ")");
    } finally {
      thread.leaveRepr(self);
    }
  }

  @Getter(value = "mapping", doc = "the dict that the view is of")
  static Object mapping(PyDictView self) {
    return new PyMappingProxy(self.dict);
  }
}
