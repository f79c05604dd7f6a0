package dev.tuff.engine.container;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.Arithmetic;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code tuple}: an array that is never written to. */
public final class PyTuple extends PyObject {
  public static final PyType TYPE = PyType.builtin("tuple", PyType.OBJECT,
      PyType.SEQUENCE_OPS | PyType.MATCH_SEQUENCE | PyType.MATCH_SELF | PyType.VARIABLE_SIZE,
      "Built-in immutable sequence.\n\nWithout an argument the tuple is empty.\n"
      + "With an iterable it has the iterable's items; a tuple is returned as it is.", new PyTupleTable());
  public static final PyTuple EMPTY = new PyTuple(TYPE, new Object[0]);

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  /** How deep tuples in tuples are hashed. */
  private static final int MAX_NESTING = 100_000;

  private final Object[] items;

  /** {@code hash()} once computed; 0 is never one of a tuple that has been hashed (it is stored as 1). */
  private long hash;

  /** Keeps {@code items}: the caller gives the array away. */
  public PyTuple(PyType type, Object[] items) {
    super(type);
    this.items = items;
  }

  private PyTuple(Object[] items) {
    super(SHAPE);
    this.items = items;
  }

  /** A tuple of these items; keeps the array. */
  public static PyTuple of(Object... items) {
    return items.length == 0 ? EMPTY : new PyTuple(items);
  }

  public int size() {
    return items.length;
  }

  /** The items themselves: not to be written to. */
  public Object[] array() {
    return items;
  }

  public Object get(int i) {
    return items[i];
  }

  /** Item {@code i}, negative ones from the end; null if it is not there. */
  public Object getOrNull(long i) {
    Object[] a = items;
    if (i < 0) {
      i += a.length;
    }
    return i >= 0 && i < a.length ? a[(int) i] : null;
  }

  /** Item {@code i}, negative ones from the end. */
  public Object getItem(long i) {
    Object v = getOrNull(i);
    if (v == null) {
      throw Errors.indexError("tuple index out of range");
    }
    return v;
  }

  /** Whether both have equal items. */
  boolean sameItems(PyTuple other) {
    Object[] a = items;
    Object[] b = other.items;
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (!Py.eq(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }

  @New(value = "tuple(iterable=(), /)", doc = "Create and return a new object.  See help(type) for accurate signature.")
  static Object __new__(PyType cls, Object iterable) {
    if (cls == TYPE) {
      if (iterable instanceof PyTuple t && t.type() == TYPE) {
        return t;
      }
      return of(Iteration.toArray(iterable));
    }
    return new PyTuple(cls, Iteration.toArray(iterable));
  }

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(PyTuple self) {
    return self.items.length;
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(PyTuple self, Object key) {
    if (key instanceof PySlice slice) {
      SliceBounds s = SliceBounds.of(slice, self.items.length);
      if (s.length() == self.items.length && s.step() == 1 && self.type() == TYPE) {
        return self;
      }
      return of(s.select(self.items));
    }
    return self.getItem(SliceBounds.index(key, "tuple"));
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyTuple self) {
    return new PyTupleIterator(self);
  }

  @Method(value = "__contains__(self, key, /)", doc = "Return bool(key in self).")
  static boolean __contains__(PyTuple self, Object key) {
    for (Object v : self.items) {
      if (Py.eq(v, key)) {
        return true;
      }
    }
    return false;
  }

  @Method(value = "count(self, value, /)", doc = "Return how many items equal value.")
  static long count(PyTuple self, Object value) {
    long n = 0;
    for (Object v : self.items) {
      if (Py.eq(v, value)) {
        n++;
      }
    }
    return n;
  }

  @Method(value = "index(self, value, start=0, stop=sys.maxsize, /)", doc = "Return the index of the first item equal to value.\n\n"
      + "Raises ValueError if there is none.")
  static long index(PyTuple self, Object value, Object start, Object stop) {
    int n = self.items.length;
    long from = start == null ? 0 : SequenceSearch.bound(start, n);
    long to = Math.min(n, stop == null ? n : SequenceSearch.bound(stop, n));
    for (long i = from; i < to; i++) {
      if (Py.eq(self.items[(int) i], value)) {
        return i;
      }
    }
    throw Errors.valueError("tuple.index(x): x not in tuple");
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(PyTuple self, Object value) {
    if (!(value instanceof PyTuple other)) {
      throw SequenceSearch.cannotConcatenate("tuple", value);
    }
    if (self.items.length == 0 && other.type() == TYPE) {
      return other;
    }
    if (other.items.length == 0 && self.type() == TYPE) {
      return self;
    }
    Object[] out = java.util.Arrays.copyOf(self.items, self.items.length + other.items.length, Object[].class);
    System.arraycopy(other.items, 0, out, self.items.length, other.items.length);
    return of(out);
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(PyTuple self, Object value) {
    long n = SliceBounds.count(value);
    if (n < 0) {
      return Py.NotImplemented;
    }
    return n == 1 && self.type() == TYPE ? self : of(SliceBounds.repeat(self.items, n));
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(PyTuple self, Object value) {
    return __mul__(self, value);
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyTuple self, Object value) {
    return compare(Comparison.EQ, self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyTuple self, Object value) {
    return compare(Comparison.NE, self, value);
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PyTuple self, Object value) {
    return compare(Comparison.LT, self, value);
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PyTuple self, Object value) {
    return compare(Comparison.LE, self, value);
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PyTuple self, Object value) {
    return compare(Comparison.GT, self, value);
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PyTuple self, Object value) {
    return compare(Comparison.GE, self, value);
  }

  /** {@code self op other} as a truth value. */
  public final boolean test(int op, PyTuple other) {
    Object[] a = items;
    Object[] b = other.items;
    int n = Math.min(a.length, b.length);
    for (int i = 0; i < n; i++) {
      if (!Py.eq(a[i], b[i])) {
        return op == Comparison.NE || op != Comparison.EQ && Comparison.test(op, a[i], b[i]);
      }
    }
    return Arithmetic.compare(op, (long) a.length, (long) b.length) != 0;
  }

  private static Object compare(int op, PyTuple self, Object value) {
    return value instanceof PyTuple other ? SequenceSearch.compare(op, self.items, other.items) : Py.NotImplemented;
  }

  /** CPython's: the rounds of xxHash over the items' hashes. */
  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(PyTuple self) {
    return self.hash();
  }

  long hash() {
    return hash(0);
  }

  private long hash(int depth) {
    long h = hash;
    if (h != 0) {
      return h;
    }
    if (depth > MAX_NESTING) {
      throw Errors.recursionError("maximum recursion depth exceeded while hashing a tuple");
    }
    h = 2870177450012600261L;
    for (Object v : items) {
      long x = v instanceof PyTuple t && t.type() == TYPE ? t.hash(depth + 1) : Py.hash(v);
      h += x * -4417276706812531889L;
      h = Long.rotateLeft(h, 31) * -7046029288634856825L;
    }
    h += items.length ^ (2870177450012600261L ^ 3527539L);
    if (h == -1) {
      h = 1546275796;
    }
    hash = h;
    return h;
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyTuple self) {
    return self.items.length == 0 ? "()" : SequenceSearch.repr(self, self.items, "(", self.items.length == 1 ? ",)" : ")");
  }

  @Method(value = "__getnewargs__(self, /)")
  static Object __getnewargs__(PyTuple self) {
    return of(of(self.items));
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }
}
