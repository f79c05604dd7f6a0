package dev.tuff.engine.bytes;

import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.SliceBounds;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.util.Arrays;

/** Items and slices of memoryviews, and their comparison. */
final class MemoryViewItems {
  private MemoryViewItems() {}

  /** The item at byte {@code at}. */
  static Object unpack(BufferView v, int at) {
    char code = ItemCodec.code(v.format);
    if (code == 0) {
      throw Errors.notImplementedError("memoryview: format " + v.format + " not supported");
    }
    return ItemCodec.get(v.array, at, code);
  }

  private static void pack(BufferView v, int at, Object value) {
    char code = ItemCodec.code(v.format);
    if (code == 0) {
      throw Errors.notImplementedError("memoryview: format " + v.format + " not supported");
    }
    switch (code) {
      case '?' -> v.array[at] = (byte) (Py.truth(value) ? 1 : 0);
      case 'c' -> {
        if (!(value instanceof PyBytes b)) {
          throw badType(v);
        }
        if (b.size() != 1) {
          throw badValue(v);
        }
        v.array[at] = b.array()[0];
      }
      case 'f', 'd', 'e' -> packFloat(v, at, code, value);
      case 'F', 'D' -> {
        dev.tuff.engine.number.PyComplex c = dev.tuff.engine.number.PyComplex.toComplex(value);
        int n = ItemCodec.size(code) / 2;
        long re = n == 4 ? Float.floatToRawIntBits((float) c.real) : Double.doubleToRawLongBits(c.real);
        long im = n == 4 ? Float.floatToRawIntBits((float) c.imag) : Double.doubleToRawLongBits(c.imag);
        ItemCodec.write(v.array, at, n, re, false);
        ItemCodec.write(v.array, at + n, n, im, false);
      }
      default -> {
        if (!PyInt.isInt(value) && Py.typeOf(value).slot(Special.INDEX) == null) {
          throw badType(v);
        }
        Object i = PyInt.index(value);
        int n = ItemCodec.size(code);
        boolean ok = code == 'P' ? ItemCodec.fits(i, n, true) || ItemCodec.fits(i, n, false) : ItemCodec.fits(i, n, ItemCodec.isSigned(code));
        if (!ok) {
          throw badValue(v);
        }
        ItemCodec.write(v.array, at, n, ItemCodec.bits(i), false);
      }
    }
  }

  private static void packFloat(BufferView v, int at, char code, Object value) {
    double d;
    try {
      d = PyFloat.toDouble(value);
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        throw badType(v);
      }
      throw e;
    }
    switch (code) {
      case 'f' -> ItemCodec.write(v.array, at, 4, Float.floatToRawIntBits((float) d), false);
      case 'd' -> ItemCodec.write(v.array, at, 8, Double.doubleToRawLongBits(d), false);
      default -> {
        short half = HalfFloat.of(d);
        if (HalfFloat.overflows(d)) {
          throw Errors.overflowError("float too large to pack with e format");
        }
        ItemCodec.write(v.array, at, 2, half, false);
      }
    }
  }

  private static PyException badType(BufferView v) {
    return Errors.typeError("memoryview: invalid type for format '" + v.format + "'");
  }

  private static PyException badValue(BufferView v) {
    return Errors.valueError("memoryview: invalid value for format '" + v.format + "'");
  }

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(PyMemoryView self) {
    BufferView v = self.view();
    if (v.shape.length == 0) {
      throw Errors.typeError("0-dim memory has no length");
    }
    return v.shape[0];
  }

  private static boolean isIndex(Object key) {
    return key instanceof Long || PyInt.isInt(key) || Py.typeOf(key).slot(Special.INDEX) != null;
  }

  private static int offset(BufferView v, int base, Object key, int dimension) {
    Object k = PyInt.index(key);
    long n = v.shape[dimension];
    if (!(k instanceof Long i)) {
      throw Errors.indexError("cannot fit '" + Py.typeOf(key).name() + "' into an index-sized integer");
    }
    long at = i < 0 ? i + n : i;
    if (at < 0 || at >= n) {
      throw Errors.indexError("index out of bounds on dimension " + (dimension + 1));
    }
    return base + (int) at * v.strides[dimension];
  }

  /** Where the item of a tuple of ints lies; -1 if the key is not one. */
  private static int tupleOffset(BufferView v, PyTuple key) {
    for (Object k : key.array()) {
      if (!isIndex(k)) {
        return -1;
      }
    }
    int n = key.size();
    int dims = v.shape.length;
    if (n > dims) {
      throw Errors.typeError("cannot index " + dims + "-dimension view with " + n + "-element tuple");
    }
    if (n < dims) {
      throw Errors.notImplementedError("sub-views are not implemented");
    }
    int at = v.offset;
    for (int d = 0; d < n; d++) {
      at = offset(v, at, key.get(d), d);
    }
    return at;
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(PyMemoryView self, Object key) {
    BufferView v = self.view();
    int dims = v.shape.length;
    if (dims == 0) {
      if (key instanceof PyTuple t && t.size() == 0) {
        return unpack(v, v.offset);
      }
      if (key == Py.Ellipsis) {
        return self;
      }
      throw Errors.typeError("invalid indexing of 0-dim memory");
    }
    if (isIndex(key)) {
      int at = offset(v, v.offset, key, 0);
      if (dims > 1) {
        throw Errors.notImplementedError("multi-dimensional sub-views are not implemented");
      }
      return unpack(self.view(), at);
    }
    if (key instanceof PySlice s) {
      return self.derive(whole -> slice(whole, s));
    }
    if (key instanceof PyTuple t) {
      int at = tupleOffset(v, t);
      if (at >= 0) {
        return unpack(self.view(), at);
      }
      if (isMultiSlice(t)) {
        throw Errors.notImplementedError("multi-dimensional slicing is not implemented");
      }
    }
    throw Errors.typeError("memoryview: invalid slice key");
  }

  private static boolean isMultiSlice(PyTuple t) {
    for (Object k : t.array()) {
      if (!(k instanceof PySlice)) {
        return false;
      }
    }
    return t.size() > 0;
  }

  private static BufferView slice(BufferView v, PySlice s) {
    SliceBounds r = SliceBounds.raw(s).in(v.shape[0]);
    int[] shape = v.shape.clone();
    int[] strides = v.strides.clone();
    shape[0] = r.length();
    strides[0] = (int) Math.clamp(v.strides[0] * r.step(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    return PyMemoryView.part(v, v.offset + r.start() * v.strides[0], v.readOnly, v.format, v.itemSize, shape, strides);
  }

  @Method(value = "__setitem__(self, key, value, /)", doc = "Set self[key] to value.")
  static void __setitem__(PyMemoryView self, Object key, Object value) {
    BufferView v = self.view();
    if (v.readOnly) {
      throw Errors.typeError("cannot modify read-only memory");
    }
    int dims = v.shape.length;
    if (dims == 0) {
      if (key == Py.Ellipsis || key instanceof PyTuple t && t.size() == 0) {
        pack(v, v.offset, value);
        return;
      }
      throw Errors.typeError("invalid indexing of 0-dim memory");
    }
    if (isIndex(key)) {
      if (dims > 1) {
        throw Errors.notImplementedError("sub-views are not implemented");
      }
      int at = offset(v, v.offset, key, 0);
      set(self, v, at, value);
      return;
    }
    if (key instanceof PySlice s) {
      if (dims > 1) {
        throw Errors.notImplementedError("memoryview slice assignments are currently restricted to ndim = 1");
      }
      BufferView to = slice(v, s);
      self.view();
      assign(to, value);
      return;
    }
    if (key instanceof PyTuple t) {
      int at = tupleOffset(v, t);
      if (at >= 0) {
        set(self, v, at, value);
        return;
      }
      if (isMultiSlice(t)) {
        throw Errors.notImplementedError("memoryview slice assignments are currently restricted to ndim = 1");
      }
    }
    throw Errors.typeError("memoryview: invalid slice key");
  }

  /** Converts the value before writing: its methods may release the view. */
  private static void set(PyMemoryView self, BufferView v, int at, Object value) {
    BufferView scratch = new BufferView(null, null, new byte[v.itemSize], 0, false, v.format, v.itemSize, new int[0], new int[0]);
    pack(scratch, 0, value);
    self.view();
    System.arraycopy(scratch.array, 0, v.array, at, v.itemSize);
  }

  private static void assign(BufferView to, Object value) {
    try (BufferView from = Buffers.get(value, BufferView.FULL_RO)) {
      if (from.shape.length != 1 || from.shape[0] != to.shape[0] || from.itemSize != to.itemSize
          || !canonical(from.format).equals(canonical(to.format))) {
        throw Errors.valueError("memoryview assignment: lvalue and rvalue have different structures");
      }
      to.fromBytes(from.toBytes(), 0);
    }
  }

  private static String canonical(String format) {
    return format.startsWith("@") ? format.substring(1) : format;
  }

  @Method(value = "__delitem__(self, key, /)", doc = "Delete self[key].")
  static void __delitem__(PyMemoryView self, Object key) {
    throw Errors.typeError("cannot delete memory");
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyMemoryView self) {
    BufferView v = self.view();
    if (v.shape.length == 0) {
      throw Errors.typeError("invalid indexing of 0-dim memory");
    }
    if (v.shape.length == 1 && ItemCodec.code(v.format) == 0) {
      throw Errors.notImplementedError("memoryview: format " + v.format + " not supported");
    }
    if (v.shape.length > 1) {
      throw Errors.notImplementedError("multi-dimensional sub-views are not implemented");
    }
    return new PyMemoryIterator(self);
  }

  // ---- comparison

  private static Object compare(int op, PyMemoryView self, Object value) {
    boolean equal;
    if (self == value) {
      equal = self.isReleased() || equal(self.view(), self.view());
    } else if (self.isReleased() || value instanceof PyMemoryView m && m.isReleased()) {
      equal = false;
    } else {
      try (BufferView w = value instanceof PyMemoryView m ? m.buffer(BufferView.FULL_RO) : Buffers.find(value, BufferView.FULL_RO)) {
        if (w == null) {
          return Py.NotImplemented;
        }
        equal = equal(self.view(), w);
      }
    }
    return equal == (op == Comparison.EQ);
  }

  private static boolean equal(BufferView a, BufferView b) {
    if (!Arrays.equals(a.shape, b.shape)) {
      return false;
    }
    char x = ItemCodec.code(a.format);
    char y = ItemCodec.code(b.format);
    if (x == 0 || y == 0) {
      // formats of several values: equal only if they are the same
      return canonical(a.format).equals(canonical(b.format)) && StructItems.comparable(a.format) && Arrays.equals(a.toBytes(), b.toBytes());
    }
    byte[] p = a.toBytes();
    byte[] q = b.toBytes();
    if (x == y && "fdeFD?".indexOf(x) < 0) {
      return Arrays.equals(p, q);
    }
    for (int i = 0, j = 0; i < p.length; i += a.itemSize, j += b.itemSize) {
      if (!Comparison.equal(ItemCodec.get(p, i, x), ItemCodec.get(q, j, y))) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyMemoryView self, Object value) {
    return compare(Comparison.EQ, self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyMemoryView self, Object value) {
    return compare(Comparison.NE, self, value);
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PyMemoryView self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PyMemoryView self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PyMemoryView self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PyMemoryView self, Object value) {
    return Py.NotImplemented;
  }

  @Method(value = "count(self, value, /)", doc = "Count the number of occurrences of a value.")
  static long count(PyMemoryView self, Object value) {
    Object it = __iter__(self);
    long n = 0;
    for (Object v; (v = dev.tuff.engine.core.Iteration.next(it)) != null; ) {
      if (Py.eq(v, value)) {
        n++;
      }
    }
    return n;
  }

  @Method(value = "index(self, value, start=0, stop=sys.maxsize, /)", doc = "Return the index of the first occurrence of a value.\n\n"
      + "Raises ValueError if the value is not present.")
  static long index(PyMemoryView self, Object value, Object start, Object stop) {
    BufferView v = self.view();
    if (v.shape.length == 0) {
      throw Errors.typeError("invalid lookup on 0-dim memory");
    }
    if (v.shape.length > 1) {
      throw Errors.notImplementedError("multi-dimensional lookup is not implemented");
    }
    long n = v.shape[0];
    long from = start == null ? 0 : SliceBounds.argument(start);
    long to = stop == null ? n : SliceBounds.argument(stop);
    from = Math.max(from < 0 ? from + n : from, 0);
    to = Math.min(Math.max(to < 0 ? to + n : to, 0), n);
    for (long i = from; i < to; i++) {
      if (Py.eq(unpack(self.view(), v.offset + (int) i * v.strides[0]), value)) {
        return i;
      }
    }
    throw Errors.valueError("memoryview.index(x): x not found");
  }
}
