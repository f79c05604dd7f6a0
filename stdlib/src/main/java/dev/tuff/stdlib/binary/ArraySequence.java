package dev.tuff.stdlib.binary;

import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.SliceBounds;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import java.util.Arrays;

/** Arrays as sequences: items, slices, concatenation, comparison. */
final class ArraySequence {
  private ArraySequence() {}

  private static long index(Object key) {
    if (!PyInt.isInt(key) && Py.typeOf(key).slot(Special.INDEX) == null) {
      throw Errors.typeError("array indices must be integers");
    }
    return SliceBounds.index(key, "array");
  }

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(PyArray self) {
    return self.size;
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(PyArray self, Object key) {
    if (key instanceof PySlice s) {
      SliceBounds r = SliceBounds.raw(s).in(self.size);
      return new PyArray(self.code, slice(self, r));
    }
    long i = index(key);
    i = i < 0 ? i + self.size : i;
    if (i < 0 || i >= self.size) {
      throw Errors.indexError("array index out of range");
    }
    return self.get((int) i);
  }

  private static byte[] slice(PyArray self, SliceBounds r) {
    int w = self.itemSize;
    if (r.step() == 1) {
      return Arrays.copyOfRange(self.data, r.start() * w, (r.start() + r.length()) * w);
    }
    byte[] out = new byte[r.length() * w];
    for (int i = 0; i < r.length(); i++) {
      System.arraycopy(self.data, (int) (r.start() + i * r.step()) * w, out, i * w, w);
    }
    return out;
  }

  @Method(value = "__setitem__(self, key, value, /)", doc = "Set self[key] to value.")
  static void __setitem__(PyArray self, Object key, Object value) {
    if (!(key instanceof PySlice s)) {
      long i = index(key);
      i = i < 0 ? i + self.size : i;
      if (i < 0 || i >= self.size) {
        throw Errors.indexError("array assignment index out of range");
      }
      self.set((int) i, value);
      return;
    }
    SliceBounds.Raw raw = SliceBounds.raw(s);
    if (!(value instanceof PyArray from)) {
      throw Errors.typeError("can only assign array (not \"" + Py.typeOf(value).name() + "\") to array slice");
    }
    if (from.code != self.code) {
      throw badArgument();
    }
    byte[] items = from.toBytes();
    SliceBounds r = raw.in(self.size);
    if (r.step() == 1) {
      self.replace(r.start(), Math.max(r.start(), r.stop()), items);
      return;
    }
    if (items.length == 0) {
      delete(self, r);
      return;
    }
    if (from.size != r.length()) {
      throw Errors.valueError("attempt to assign array of size " + from.size + " to extended slice of size " + r.length());
    }
    int w = self.itemSize;
    for (int i = 0; i < r.length(); i++) {
      System.arraycopy(items, i * w, self.data, (int) (r.start() + i * r.step()) * w, w);
    }
  }

  @Method(value = "__delitem__(self, key, /)", doc = "Delete self[key].")
  static void __delitem__(PyArray self, Object key) {
    if (key instanceof PySlice s) {
      delete(self, SliceBounds.raw(s).in(self.size));
      return;
    }
    long i = index(key);
    i = i < 0 ? i + self.size : i;
    if (i < 0 || i >= self.size) {
      throw Errors.indexError("array assignment index out of range");
    }
    self.replace((int) i, (int) i + 1, new byte[0]);
  }

  private static void delete(PyArray self, SliceBounds r) {
    if (r.step() == 1) {
      self.replace(r.start(), Math.max(r.start(), r.stop()), new byte[0]);
      return;
    }
    // from the end on, so that indices stay right
    for (int k = 0; k < r.length(); k++) {
      int i = (int) (r.step() > 0 ? r.start() + (r.length() - 1 - k) * r.step() : r.start() + k * r.step());
      self.replace(i, i + 1, new byte[0]);
    }
  }

  private static PyException badArgument() {
    return Errors.typeError("bad argument type for built-in operation");
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(PyArray self, Object value) {
    if (!(value instanceof PyArray a)) {
      throw Errors.typeError("can only append array (not \"" + Py.typeOf(value).name() + "\") to array");
    }
    if (a.code != self.code) {
      throw badArgument();
    }
    byte[] x = self.toBytes();
    byte[] y = a.toBytes();
    byte[] out = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, out, x.length, y.length);
    return new PyArray(self.code, out);
  }

  @Method(value = "__iadd__(self, value, /)", doc = "Implement self+=value.")
  static Object __iadd__(PyArray self, Object value) {
    if (!(value instanceof PyArray a)) {
      throw Errors.typeError("can only extend array with array (not \"" + Py.typeOf(value).name() + "\")");
    }
    ArrayMethods.extendArray(self, a);
    return self;
  }

  private static byte[] repeat(PyArray self, Object count) {
    long n = SliceBounds.count(count);
    if (n < 0) {
      throw Errors.typeError("can't multiply sequence by non-int of type '" + Py.typeOf(count).name() + "'");
    }
    byte[] b = self.toBytes();
    long total = b.length == 0 ? 0 : Math.multiplyHigh(b.length, n) != 0 ? Long.MAX_VALUE : b.length * n;
    if (total < 0 || total > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    byte[] out = new byte[(int) total];
    for (int i = 0; i < out.length; i += b.length) {
      System.arraycopy(b, 0, out, i, b.length);
    }
    return out;
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(PyArray self, Object value) {
    return new PyArray(self.code, repeat(self, value));
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(PyArray self, Object value) {
    return __mul__(self, value);
  }

  @Method(value = "__imul__(self, value, /)", doc = "Implement self*=value.")
  static Object __imul__(PyArray self, Object value) {
    self.replace(0, self.size, repeat(self, value));
    return self;
  }

  @Method(value = "__contains__(self, key, /)", doc = "Return bool(key in self).")
  static boolean __contains__(PyArray self, Object key) {
    for (int i = 0; i < self.size; i++) {
      if (Py.eq(self.get(i), key)) {
        return true;
      }
    }
    return false;
  }

  private static Object compare(int op, PyArray a, Object value) {
    if (!(value instanceof PyArray b)) {
      return Py.NotImplemented;
    }
    if (a.size != b.size && (op == Comparison.EQ || op == Comparison.NE)) {
      return op == Comparison.NE;
    }
    if (a.code == b.code && "fduw".indexOf(a.code) < 0 && (op == Comparison.EQ || op == Comparison.NE)) {
      return Arrays.equals(a.data, 0, a.size * a.itemSize, b.data, 0, b.size * b.itemSize) == (op == Comparison.EQ);
    }
    for (int i = 0; i < a.size && i < b.size; i++) {
      Object x = a.get(i);
      Object y = b.get(i);
      if (!Comparison.equal(x, y)) {
        return switch (op) {
          case Comparison.EQ -> false;
          case Comparison.NE -> true;
          default -> Comparison.compare(op, x, y);
        };
      }
    }
    return Comparison.compare(op, Py.box(a.size), Py.box(b.size));
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyArray self, Object value) {
    return compare(Comparison.EQ, self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyArray self, Object value) {
    return compare(Comparison.NE, self, value);
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PyArray self, Object value) {
    return compare(Comparison.LT, self, value);
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PyArray self, Object value) {
    return compare(Comparison.LE, self, value);
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PyArray self, Object value) {
    return compare(Comparison.GT, self, value);
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PyArray self, Object value) {
    return compare(Comparison.GE, self, value);
  }
}
