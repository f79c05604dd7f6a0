package dev.tuff.stdlib.binary;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Marshal;
import dev.tuff.engine.bytes.PyByteArray;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.number.PyComplex;
import dev.tuff.engine.number.PyFloat;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link MarshalWriter} writes, of every version, from bytes or from a Python file. */
final class MarshalReader {
  private final byte[] data;
  private int position;

  /** Null: {@link #data} is all there is. */
  private final Object file;
  private final boolean allowCode;

  /** By number; null for what is not finished. */
  private final List<Object> references = new ArrayList<>();
  private int depth;

  MarshalReader(byte[] data, Object file, boolean allowCode) {
    this.data = data;
    this.file = file;
    this.allowCode = allowCode;
  }

  /** The one value. */
  Object whole() {
    return present(value(), "object");
  }

  private static Object present(Object value, String of) {
    if (value == null) {
      throw Errors.typeError("NULL object in marshal data for " + of);
    }
    return value;
  }

  private static PyException bad(String why) {
    return Errors.valueError("bad marshal data (" + why + ")");
  }

  private byte[] take(int n) {
    if (file != null) {
      return fromFile(n);
    }
    if (n > data.length - position) {
      throw Errors.make(Exceptions.EOFError, "marshal data too short");
    }
    position += n;
    return Arrays.copyOfRange(data, position - n, position);
  }

  private byte[] fromFile(int n) {
    if (n == 0) {
      return new byte[0];
    }
    PyByteArray space = new PyByteArray(new byte[n]);
    long got = Convert.toLong(Py.callMethod(file, "readinto", space));
    if (got > n) {
      throw Errors.valueError("read() returned too much data: " + n + " bytes requested, " + got + " returned");
    }
    if (got < n) {
      throw Errors.make(Exceptions.EOFError, "EOF read where not expected");
    }
    return space.toBytes();
  }

  private int octet() {
    if (file == null && position < data.length) {
      return data[position++] & 0xFF;
    }
    return take(1)[0] & 0xFF;
  }

  private long little(int n) {
    byte[] b = take(n);
    long value = b[n - 1] < 0 ? -1 : 0;
    for (int i = n - 1; i >= 0; i--) {
      value = value << 8 | b[i] & 0xFF;
    }
    return value;
  }

  private int size(String of) {
    long n = little(4);
    if (n < 0) {
      throw bad(of + " size out of range");
    }
    return (int) n;
  }

  /** A value, or null for the mark that ends a dict. */
  private Object value() {
    int letter;
    try {
      letter = octet();
    } catch (PyException e) {
      if (e.is(Exceptions.EOFError)) {
        throw Errors.make(Exceptions.EOFError, "EOF read where object expected");
      }
      throw e;
    }
    if (++depth > MarshalWriter.MAX_DEPTH) {
      throw Errors.valueError("recursion limit exceeded");
    }
    boolean flagged = (letter & MarshalWriter.REFERENCE_FLAG) != 0;
    Object result = switch (letter & ~MarshalWriter.REFERENCE_FLAG) {
      case '0' -> null;
      case 'N' -> Py.None;
      case 'F' -> Boolean.FALSE;
      case 'T' -> Boolean.TRUE;
      case '.' -> Py.Ellipsis;
      case 'S' -> Exceptions.StopIteration;
      case 'r' -> reference();
      default -> data(letter & ~MarshalWriter.REFERENCE_FLAG, flagged);
    };
    depth--;
    return result;
  }

  private Object item(String of) {
    return present(value(), of);
  }

  private Object reference() {
    long n = little(4);
    if (n < 0 || n >= references.size() || references.get((int) n) == null) {
      throw bad("invalid reference");
    }
    return references.get((int) n);
  }

  private Object data(int letter, boolean flagged) {
    int number = references.size();
    if (flagged) {
      references.add(null);
    }
    Object result = switch (letter) {
      case 'i' -> Py.box(little(4));
      case 'I' -> Py.box(little(8));
      case 'l' -> integer();
      case 'f' -> decimal();
      case 'g' -> Double.longBitsToDouble(little(8));
      case 'x' -> new PyComplex(decimal(), decimal());
      case 'y' -> new PyComplex(Double.longBitsToDouble(little(8)), Double.longBitsToDouble(little(8)));
      case 's' -> new PyBytes(take(size("bytes object")));
      case 'u', 't' -> text(take(size("string")));
      case 'a', 'A' -> latin(take(size("string")));
      case 'z', 'Z' -> latin(take(octet()));
      case ')' -> tuple(octet(), flagged ? number : -1);
      case '(' -> tuple(size("tuple"), flagged ? number : -1);
      case '[' -> list(size("list"), flagged ? number : -1);
      case '{' -> dict(flagged ? number : -1);
      case '<' -> set(flagged ? number : -1);
      case '>' -> PyFrozenSet.of(items(size("set"), "set"));
      case ':' -> new PySlice(item("slice"), item("slice"), item("slice"));
      case 'c' -> new PyCode(code());
      case 'C' -> new PyCode(code(), ((PyTuple) item("code")).array());
      default -> throw bad("unknown type code");
    };
    if (flagged) {
      references.set(number, result);
    }
    return result;
  }

  private void begun(int number, Object value) {
    if (number >= 0) {
      references.set(number, value);
    }
  }

  private Object integer() {
    long count = little(4);
    if (count < -Integer.MAX_VALUE) {
      throw bad("long size out of range");
    }
    int digits = (int) Math.abs(count);
    byte[] b = take(Math.multiplyExact(digits, 2));
    byte[] big = new byte[digits * 15 / 8 + 2];
    for (int i = 0; i < digits; i++) {
      int digit = b[2 * i] & 0xFF | (b[2 * i + 1] & 0xFF) << 8;
      if (digit > 0x7FFF) {
        throw bad("digit out of range in long");
      }
      if (digit == 0 && i == digits - 1) {
        throw bad("unnormalized long data");
      }
      int bit = i * 15;
      int spread = digit << bit % 8;
      for (int k = big.length - 1 - bit / 8; spread != 0; k--, spread >>>= 8) {
        big[k] |= (byte) spread;
      }
    }
    BigInteger value = new BigInteger(1, big);
    return Py.box(count < 0 ? value.negate() : value);
  }

  private double decimal() {
    return (Double) Call.call(PyFloat.TYPE, latin(take(octet())));
  }

  private static String latin(byte[] b) {
    return new String(b, StandardCharsets.ISO_8859_1);
  }

  private static Object text(byte[] b) {
    return Py.callMethod(new PyBytes(b), "decode", "utf-8", "surrogatepass");
  }

  /** The items, held in a growing array: a wrong size must not ask for all the memory. */
  private Object[] items(int n, String of) {
    Object[] items = new Object[Math.min(n, 1024)];
    for (int i = 0; i < n; i++) {
      if (i == items.length) {
        items = Arrays.copyOf(items, (int) Math.min(n, 2L * i));
      }
      items[i] = item(of);
    }
    return items;
  }

  private Object tuple(int n, int number) {
    if (number < 0 || file == null && n > data.length - position) {
      return PyTuple.of(items(n, "tuple"));
    }
    // what is inside may refer to it
    Object[] items = new Object[n];
    PyTuple t = PyTuple.of(items);
    begun(number, t);
    for (int i = 0; i < n; i++) {
      items[i] = item("tuple");
    }
    return t;
  }

  private Object list(int n, int number) {
    PyList list = new PyList();
    begun(number, list);
    for (int i = 0; i < n; i++) {
      list.add(item("list"));
    }
    return list;
  }

  private Object dict(int number) {
    PyDict dict = new PyDict();
    begun(number, dict);
    for (Object key = value(); key != null; key = value()) {
      Object v = value();
      if (v == null) {
        break;
      }
      dict.put(key, v);
    }
    return dict;
  }

  private Object set(int number) {
    int n = size("set");
    PySet set = new PySet();
    begun(number, set);
    for (int i = 0; i < n; i++) {
      set.add(item("set"));
    }
    return set;
  }

  private Code code() {
    if (!allowCode) {
      throw Errors.valueError("unmarshalling code objects is disallowed");
    }
    byte[] b = take(size("bytes object"));
    if (!Marshal.isCurrent(b)) {
      throw bad("unknown type code");
    }
    return Marshal.load(b, null);
  }
}
