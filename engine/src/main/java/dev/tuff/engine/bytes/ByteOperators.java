package dev.tuff.engine.bytes;

import dev.tuff.engine.codec.Codecs;
import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.SliceBounds;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PercentFormat;
import dev.tuff.engine.text.PyStr;

/** Operators of bytes and bytearray: items and slices, concatenation, repetition, comparison, {@code %}; and decode and hex. */
final class ByteOperators {
  private ByteOperators() {}

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(Object self) {
    return ((ByteSequence) self).size();
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(Object self, Object key) {
    ByteSequence b = (ByteSequence) self;
    if (key instanceof PySlice slice) {
      SliceBounds.Raw raw = SliceBounds.raw(slice);
      ByteSpan s = b.span();
      SliceBounds r = raw.in(s.size());
      if (r.step() == 1) {
        return r.length() == s.size() ? ByteSearch.same(self) : b.make(s.copy(r.start(), r.start() + r.length()));
      }
      byte[] out = new byte[r.length()];
      for (int i = 0; i < out.length; i++) {
        out[i] = s.at((int) (r.start() + i * r.step()));
      }
      return b.make(out);
    }
    boolean bytes = b instanceof PyBytes;
    long i = SliceBounds.index(key, bytes ? "byte" : "bytearray");
    ByteSpan s = b.span();
    i = i < 0 ? i + s.size() : i;
    if (i < 0 || i >= s.size()) {
      throw Errors.indexError(bytes ? "index out of range" : "bytearray index out of range");
    }
    return Py.box(s.at((int) i) & 0xFF);
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(Object self, Object value) {
    byte[] b = Buffers.find(value);
    if (b == null) {
      throw Errors.typeError("can't concat " + Py.typeOf(value).name() + " to " + Py.typeOf(self).name());
    }
    ByteSpan s = ((ByteSequence) self).span();
    if (b.length == 0 && self instanceof PyBytes p && p.type() == PyBytes.TYPE) {
      return self;
    }
    if (s.size() == 0 && self instanceof PyBytes && value instanceof PyBytes q && q.type() == PyBytes.TYPE) {
      return value;
    }
    if ((long) s.size() + b.length > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    byte[] out = new byte[s.size() + b.length];
    System.arraycopy(s.data(), s.from(), out, 0, s.size());
    System.arraycopy(b, 0, out, s.size(), b.length);
    return ((ByteSequence) self).make(out);
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(Object self, Object value) {
    if (!(value instanceof Long) && !PyInt.isInt(value) && Py.typeOf(value).slot(Special.INDEX) == null) {
      throw Errors.typeError("can't multiply sequence by non-int of type '" + Py.typeOf(value).name() + "'");
    }
    long n = SliceBounds.count(value);
    if (n == 1 && self instanceof PyBytes) {
      return ByteSearch.same(self);
    }
    return ((ByteSequence) self).make(repeat(((ByteSequence) self).span(), n));
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(Object self, Object value) {
    return __mul__(self, value);
  }

  static byte[] repeat(ByteSpan s, long n) {
    long size = s.size() == 0 ? 0 : Math.multiplyHigh(s.size(), n) != 0 ? Long.MAX_VALUE : s.size() * n;
    if (size < 0 || size > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    byte[] out;
    try {
      out = new byte[(int) size];
    } catch (OutOfMemoryError e) {
      throw Errors.memoryError();
    }
    if (size == 0) {
      return out;
    }
    System.arraycopy(s.data(), s.from(), out, 0, s.size());
    for (int have = s.size(); have < out.length; have *= 2) {
      System.arraycopy(out, 0, out, have, Math.min(have, out.length - have));
      if (have > out.length / 2) {
        break;
      }
    }
    return out;
  }

  @Method(value = "__mod__(self, value, /)", doc = "Return self%value.")
  static Object __mod__(Object self, Object value) {
    ByteSequence b = (ByteSequence) self;
    if (b instanceof PyByteArray a) {
      try (BufferView pin = a.buffer(BufferView.SIMPLE)) {
        return b.make(PercentFormat.formatBytes(a.toBytes(), value));
      }
    }
    return b.make(PercentFormat.formatBytes(b.toBytes(), value));
  }

  @Method(value = "__rmod__(self, value, /)", doc = "Return value%self.")
  static Object __rmod__(Object self, Object value) {
    return value instanceof ByteSequence ? __mod__(value, self) : Py.NotImplemented;
  }

  private static Object compare(int op, Object self, Object value) {
    ByteSpan o;
    if (value instanceof ByteSequence b) {
      o = b.span();
    } else {
      byte[] bytes = value == Py.None || self instanceof PyBytes ? null : Buffers.find(value);
      if (bytes == null) {
        warn(op, self, value);
        return Py.NotImplemented;
      }
      o = ByteSpan.of(bytes);
    }
    ByteSpan s = ((ByteSequence) self).span();
    if (op == Comparison.EQ || op == Comparison.NE) {
      return s.equalTo(o) == (op == Comparison.EQ);
    }
    int c = s.compareTo(o);
    return switch (op) {
      case Comparison.LT -> c < 0;
      case Comparison.LE -> c <= 0;
      case Comparison.GT -> c > 0;
      default -> c >= 0;
    };
  }

  /** {@code -b}: comparing bytes with what never equals them. */
  private static void warn(int op, Object self, Object value) {
    if ((op == Comparison.EQ || op == Comparison.NE) && (PyStr.isStr(value) || self instanceof PyBytes && PyInt.isInt(value))
        && Interpreter.current().bytesWarning > 0) {
      String kind = ((ByteSequence) self).kind();
      ByteRepr.warn("Comparison between " + kind + " and " + (PyStr.isStr(value) ? "string" : "int"));
    }
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(Object self, Object value) {
    return compare(Comparison.EQ, self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(Object self, Object value) {
    return compare(Comparison.NE, self, value);
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(Object self, Object value) {
    return compare(Comparison.LT, self, value);
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(Object self, Object value) {
    return compare(Comparison.LE, self, value);
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(Object self, Object value) {
    return compare(Comparison.GT, self, value);
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(Object self, Object value) {
    return compare(Comparison.GE, self, value);
  }

  @Method(value = "decode(self, /, encoding='utf-8', errors='strict')", doc = "Decode the bytes using the codec registered for encoding.")
  static Object decode(Object self, Object encoding, Object errors) {
    return Codecs.decode(((ByteSequence) self).toBytes(), text(encoding, "encoding"), text(errors, "errors"));
  }

  private static String text(Object o, String name) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError("decode() argument '" + name + "' must be str, not " + Py.typeOf(o).name());
    }
    return PyStr.java(o);
  }

  @Method(value = "hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)", doc = "Create a string of hexadecimal numbers from the bytes.")
  static Object hex(Object self, Object sep, int group) {
    if (self instanceof PyByteArray a && sep != null) {
      try (BufferView pin = a.buffer(BufferView.SIMPLE)) {
        return HexText.string(a.span(), sep, group);
      }
    }
    return HexText.string(((ByteSequence) self).span(), sep, group);
  }
}
