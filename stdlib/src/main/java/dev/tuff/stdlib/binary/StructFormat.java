package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.ByteSequence;
import dev.tuff.engine.bytes.HalfFloat;
import dev.tuff.engine.bytes.ItemCodec;
import dev.tuff.engine.bytes.PyByteArray;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.number.PyComplex;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A compiled format string of the struct module: where each value lies and how it is written. */
final class StructFormat {
  private static final String STANDARD = "xcbB?hHiIlLqQefdspFD";
  private static final int[] STANDARD_SIZES = {1, 1, 1, 1, 1, 2, 2, 4, 4, 4, 4, 8, 8, 2, 4, 8, 1, 1, 8, 16};

  /** {@code count} values of format {@code code}, {@code size} bytes each, from {@code offset}; for s and p one value of that many bytes. */
  private record Field(char code, int offset, int size, int count) {}

  final long size;
  final int values;
  private final Field[] fields;
  private final boolean big;

  private StructFormat(long size, int values, Field[] fields, boolean big) {
    this.size = size;
    this.values = values;
    this.fields = fields;
    this.big = big;
  }

  static StructFormat compile(String s) {
    int i = 0;
    char order = s.isEmpty() ? '@' : s.charAt(0);
    boolean prefixed = "@=<>!".indexOf(order) >= 0;
    boolean standard = prefixed && order != '@';
    boolean big = order == '>' || order == '!';
    if (prefixed && !s.isEmpty()) {
      i = 1;
    }
    List<Field> fields = new ArrayList<>();
    long at = 0;
    long values = 0;
    while (i < s.length()) {
      char c = s.charAt(i++);
      if (c == ' ' || c >= 9 && c <= 13) {
        continue;
      }
      long count = 1;
      if (c >= '0' && c <= '9') {
        count = c - '0';
        while (i < s.length() && (c = s.charAt(i)) >= '0' && c <= '9') {
          if (count > (Long.MAX_VALUE - 9) / 10) {
            throw error("total struct size too long");
          }
          count = count * 10 + c - '0';
          i++;
        }
        if (i == s.length()) {
          throw error("repeat count given without format specifier");
        }
        c = s.charAt(i++);
      }
      int size = size(c, standard);
      if (!standard && size > 1 && c != 's' && c != 'p') {
        int align = c == 'F' ? 4 : c == 'D' ? 8 : size;
        at = (at + align - 1) / align * align;
      }
      if (count > (Long.MAX_VALUE - at) / size) {
        throw error("total struct size too long");
      }
      boolean one = c == 's' || c == 'p';
      if (c != 'x') {
        values += one ? 1 : count;
        if (one || count > 0) {
          fields.add(new Field(c, (int) Math.min(at, Integer.MAX_VALUE), size, (int) Math.min(count, Integer.MAX_VALUE)));
        }
      }
      at += count * size;
    }
    return new StructFormat(at, (int) Math.min(values, Integer.MAX_VALUE), fields.toArray(new Field[0]), big);
  }

  private static int size(char c, boolean standard) {
    int i = STANDARD.indexOf(c);
    if (!standard && (c == 'n' || c == 'N' || c == 'P')) {
      return 8;
    }
    if (i < 0) {
      throw error("bad char in struct format");
    }
    return !standard && (c == 'l' || c == 'L') ? 8 : STANDARD_SIZES[i];
  }

  static PyException error(String message) {
    return Errors.make(StructModule.ERROR, message);
  }

  // ---- unpacking

  PyTuple unpack(byte[] a, int base) {
    Object[] out = new Object[values];
    int n = 0;
    for (Field f : fields) {
      int at = base + f.offset;
      if (f.code == 's') {
        out[n++] = new PyBytes(Arrays.copyOfRange(a, at, at + f.count));
      } else if (f.code == 'p') {
        int length = f.count == 0 ? 0 : Math.min(a[at] & 0xFF, f.count - 1);
        out[n++] = f.count == 0 ? PyBytes.EMPTY : new PyBytes(Arrays.copyOfRange(a, at + 1, at + 1 + length));
      } else {
        for (int k = 0; k < f.count; k++, at += f.size) {
          out[n++] = get(a, at, f);
        }
      }
    }
    return PyTuple.of(out);
  }

  private Object get(byte[] a, int at, Field f) {
    switch (f.code) {
      case 'B':
        return Py.box(a[at] & 0xFF);
      case 'b':
        return Py.box((long) a[at]);
      case 'c':
        return new PyBytes(new byte[] {a[at]});
      case '?':
        return a[at] != 0;
      case 'e':
        return (double) Float.float16ToFloat((short) ItemCodec.read(a, at, 2, big));
      case 'f':
        return (double) Float.intBitsToFloat((int) ItemCodec.read(a, at, 4, big));
      case 'd':
        return Double.longBitsToDouble(ItemCodec.read(a, at, 8, big));
      case 'F':
        return new PyComplex(Float.intBitsToFloat((int) ItemCodec.read(a, at, 4, big)),
            Float.intBitsToFloat((int) ItemCodec.read(a, at + 4, 4, big)));
      case 'D':
        return new PyComplex(Double.longBitsToDouble(ItemCodec.read(a, at, 8, big)),
            Double.longBitsToDouble(ItemCodec.read(a, at + 8, 8, big)));
      default:
        return ItemCodec.integer(a, at, f.size, ItemCodec.isSigned(f.code), big);
    }
  }

  // ---- packing

  /** Writes values {@code args[from…]}; the padding between them becomes zero. */
  void pack(byte[] a, int base, Object[] args, int from) {
    Arrays.fill(a, base, base + (int) size, (byte) 0);
    int n = from;
    for (Field f : fields) {
      int at = base + f.offset;
      if (f.code == 's' || f.code == 'p') {
        putBytes(a, at, f, args[n++]);
      } else {
        for (int k = 0; k < f.count; k++, at += f.size) {
          put(a, at, f, args[n++]);
        }
      }
    }
  }

  private static void putBytes(byte[] a, int at, Field f, Object v) {
    if (!(v instanceof PyBytes) && !(v instanceof PyByteArray)) {
      throw error("argument for '" + f.code + "' must be a bytes object");
    }
    byte[] b = ((ByteSequence) v).toBytes();
    if (f.code == 's') {
      System.arraycopy(b, 0, a, at, Math.min(b.length, f.count));
      return;
    }
    if (f.count > 0) {
      int n = Math.min(b.length, f.count - 1);
      a[at] = (byte) Math.min(n, 255);
      System.arraycopy(b, 0, a, at + 1, n);
    }
  }

  private void put(byte[] a, int at, Field f, Object v) {
    switch (f.code) {
      case 'c' -> {
        if (!(v instanceof ByteSequence b) || b.size() != 1) {
          throw error("char format requires a bytes object of length 1");
        }
        a[at] = b.span().at(0);
      }
      case '?' -> a[at] = (byte) (Py.truth(v) ? 1 : 0);
      case 'e', 'f', 'd' -> putFloat(a, at, f, v);
      case 'F', 'D' -> putComplex(a, at, f, v);
      default -> putInt(a, at, f, v);
    }
  }

  private void putFloat(byte[] a, int at, Field f, Object v) {
    double d = number(v);
    switch (f.code) {
      case 'e' -> {
        if (HalfFloat.overflows(d)) {
          throw Errors.overflowError("float too large to pack with e format");
        }
        ItemCodec.write(a, at, 2, HalfFloat.of(d), big);
      }
      case 'f' -> ItemCodec.write(a, at, 4, single(d), big);
      default -> ItemCodec.write(a, at, 8, Double.doubleToRawLongBits(d), big);
    }
  }

  static int single(double d) {
    float x = (float) d;
    if (Float.isInfinite(x) && !Double.isInfinite(d)) {
      throw Errors.overflowError("float too large to pack with f format");
    }
    return Float.floatToRawIntBits(x);
  }

  private static double number(Object v) {
    if (v instanceof Double d) {
      return d;
    }
    try {
      return PyFloat.toDouble(v);
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        throw error("required argument is not a float");
      }
      throw e;
    }
  }

  private void putComplex(byte[] a, int at, Field f, Object v) {
    PyComplex c;
    try {
      c = PyComplex.toComplex(v);
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        throw error("required argument is not a complex");
      }
      throw e;
    }
    if (f.code == 'F') {
      ItemCodec.write(a, at, 4, single(c.real), big);
      ItemCodec.write(a, at + 4, 4, single(c.imag), big);
    } else {
      ItemCodec.write(a, at, 8, Double.doubleToRawLongBits(c.real), big);
      ItemCodec.write(a, at + 8, 8, Double.doubleToRawLongBits(c.imag), big);
    }
  }

  private void putInt(byte[] a, int at, Field f, Object v) {
    Object i;
    if (v instanceof Long) {
      i = v;
    } else if (PyInt.isInt(v)) {
      i = PyInt.value(v);
    } else if (Py.typeOf(v).slot(Special.INDEX) != null) {
      i = PyInt.index(v);
    } else {
      throw error("required argument is not an integer");
    }
    if (f.code == 'P') {
      if (!ItemCodec.fits(i, 8, true) && !ItemCodec.fits(i, 8, false)) {
        throw error("int too large to convert");
      }
    } else {
      boolean signed = ItemCodec.isSigned(f.code);
      if (!ItemCodec.fits(i, f.size, signed)) {
        throw range(f, signed);
      }
    }
    ItemCodec.write(a, at, f.size, ItemCodec.bits(i), big);
  }

  private static PyException range(Field f, boolean signed) {
    BigInteger top = BigInteger.ONE.shiftLeft(8 * f.size - (signed ? 1 : 0));
    String low = signed ? top.negate().toString() : "0";
    return error("'" + f.code + "' format requires " + low + " <= number <= " + top.subtract(BigInteger.ONE));
  }

  /** A buffer of exactly as many bytes as the format takes. */
  PyTuple unpackAll(BufferView v) {
    if (v.length() != size) {
      throw error("unpack requires a buffer of " + size + " bytes");
    }
    return unpack(v.array, v.offset);
  }
}
