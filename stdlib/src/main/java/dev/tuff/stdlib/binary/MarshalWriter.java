package dev.tuff.stdlib.binary;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Marshal;
import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PySetBase;
import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.number.PyComplex;
import dev.tuff.engine.text.PyWideStr;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;

/**
 * Writes values as CPython's {@code marshal} does: a letter for the type, then little-endian data. From version 3 on every object but
 * small ones has a number in order of appearance, and its second appearance is that number. Code objects are what
 * {@link Marshal} makes of them, with a length before; those with constants that the compiler did not make, with a capital letter and these
 * constants after.
 */
final class MarshalWriter {
  static final int MAX_DEPTH = 2000;
  static final int REFERENCE_FLAG = 0x80;

  private final long version;
  private final boolean allowCode;
  private final IdentityHashMap<Object, Integer> seen = new IdentityHashMap<>();

  /** Objects that must be whole before something can refer to them. */
  private final IdentityHashMap<Object, Boolean> unfinished = new IdentityHashMap<>();

  private byte[] bytes = new byte[64];
  private int size;
  private int depth;

  MarshalWriter(long version, boolean allowCode) {
    this.version = version;
    this.allowCode = allowCode;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int n) {
    if (bytes.length - size < n) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + n));
    }
  }

  private void octet(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  private void little(long value, int n) {
    for (int i = 0; i < n; i++) {
      octet((int) (value >> 8 * i));
    }
  }

  private void raw(byte[] data) {
    room(data.length);
    System.arraycopy(data, 0, bytes, size, data.length);
    size += data.length;
  }

  private void sized(int type, byte[] data) {
    octet(type);
    little(data.length, 4);
    raw(data);
  }

  void value(Object o) {
    if (++depth > MAX_DEPTH) {
      throw Errors.valueError("object too deeply nested to marshal");
    }
    switch (o) {
      case Boolean b -> octet(b ? 'T' : 'F');
      case Long n when n == n.intValue() -> {
        octet('i');
        little(n, 4);
      }
      default -> {
        int letter = o == Py.None ? 'N' : o == Py.Ellipsis ? '.' : o == Exceptions.StopIteration ? 'S' : 0;
        if (letter != 0) {
          octet(letter);
        } else {
          shared(o);
        }
      }
    }
    depth--;
  }

  /** An object that may appear again. */
  private void shared(Object o) {
    int flag = 0;
    if (version >= 3) {
      Integer number = seen.putIfAbsent(o, seen.size());
      if (number != null) {
        if (unfinished.containsKey(o)) {
          throw unmarshallable();
        }
        octet('r');
        little(number, 4);
        return;
      }
      flag = REFERENCE_FLAG;
    }
    switch (o) {
      case Long n -> integer(BigInteger.valueOf(n), flag);
      case BigInteger n -> integer(n, flag);
      case Double d -> number(flag, 'g', 'f', d);
      case PyComplex c when c.type() == PyComplex.TYPE -> number(flag, 'y', 'x', c.real, c.imag);
      case String s -> text(s, flag);
      case PyWideStr s -> sized('u' | flag, utf8(s));
      case PyBytes b when b.type() == PyBytes.TYPE -> sized('s' | flag, b.array());
      case PyTuple t when t.type() == PyTuple.TYPE -> tuple(t, flag);
      case PyList l when l.type() == PyList.TYPE -> items('[' | flag, l.toArray());
      case PyDict d when d.type() == PyDict.TYPE -> dict(d, flag);
      case PySetBase s when s.type() == PySet.TYPE || s.type() == PyFrozenSet.TYPE -> set(s, flag);
      case PySlice s when version >= 5 -> slice(s, flag);
      case PyCode c -> code(c, flag);
      default -> other(o, flag);
    }
  }

  /** Whatever has a buffer becomes bytes. */
  private void other(Object o, int flag) {
    byte[] data = o instanceof PyTuple || o instanceof PyList || o instanceof PyDict ? null : Buffers.find(o);
    if (data == null) {
      throw unmarshallable();
    }
    sized('s' | flag, data);
  }

  private static RuntimeException unmarshallable() {
    return Errors.valueError("unmarshallable object");
  }

  /** Digits of 15 bits; the sign is that of their count. */
  private void integer(BigInteger n, int flag) {
    BigInteger rest = n.abs();
    int digits = (rest.bitLength() + 14) / 15;
    octet('l' | flag);
    little(n.signum() < 0 ? -digits : digits, 4);
    byte[] big = rest.toByteArray();
    int bits = 0;
    int held = 0;
    int written = 0;
    for (int i = big.length - 1; i >= 0; i--) {
      bits |= (big[i] & 0xFF) << held;
      held += 8;
      if (held >= 15) {
        little(bits & 0x7FFF, 2);
        bits >>>= 15;
        held -= 15;
        written++;
      }
    }
    if (written < digits) {
      little(bits, 2);
    }
  }

  private void number(int flag, int binary, int decimal, double... parts) {
    octet((version > 1 ? binary : decimal) | flag);
    for (double d : parts) {
      if (version > 1) {
        little(Double.doubleToRawLongBits(d), 8);
      } else {
        byte[] digits = Py.javaRepr(d).getBytes(StandardCharsets.ISO_8859_1);
        octet(digits.length);
        raw(digits);
      }
    }
  }

  private static byte[] utf8(Object s) {
    return ((PyBytes) Py.callMethod(s, "encode", "utf-8", "surrogatepass")).array();
  }

  private void text(String s, int flag) {
    byte[] data = s.getBytes(StandardCharsets.UTF_8);
    if (version < 4 || data.length != s.length()) {
      sized('u' | flag, data);
    } else if (data.length < 256) {
      octet('z' | flag);
      octet(data.length);
      raw(data);
    } else {
      sized('a' | flag, data);
    }
  }

  private void tuple(PyTuple t, int flag) {
    if (version >= 4 && t.size() < 256) {
      octet(')' | flag);
      octet(t.size());
    } else {
      octet('(' | flag);
      little(t.size(), 4);
    }
    for (Object item : t.array()) {
      value(item);
    }
  }

  private void items(int type, Object[] items) {
    octet(type);
    little(items.length, 4);
    for (Object item : items) {
      value(item);
    }
  }

  private void dict(PyDict d, int flag) {
    octet('{' | flag);
    for (int e = d.nextEntry(0); e >= 0; e = d.nextEntry(e + 1)) {
      value(d.keyAt(e));
      value(d.valueAt(e));
    }
    octet('0');
  }

  /** In the order of what the items alone look like, so that hashes leave no trace. */
  private void set(PySetBase s, int flag) {
    Object[] items = s.toArray();
    byte[][] alone = new byte[items.length][];
    Integer[] order = new Integer[items.length];
    unfinished.put(s, true);
    for (int i = 0; i < items.length; i++) {
      MarshalWriter w = new MarshalWriter(version, allowCode);
      w.depth = depth;
      w.value(items[i]);
      alone[i] = w.toArray();
      order[i] = i;
      if (s.size() != items.length) {
        throw Errors.runtimeError("set changed size during iteration");
      }
    }
    Arrays.sort(order, (a, b) -> Arrays.compareUnsigned(alone[a], alone[b]));
    octet((s.type() == PySet.TYPE ? '<' : '>') | flag);
    little(items.length, 4);
    for (int i : order) {
      value(items[i]);
    }
    unfinished.remove(s);
  }

  private void slice(PySlice s, int flag) {
    unfinished.put(s, true);
    octet(':' | flag);
    value(s.start);
    value(s.stop);
    value(s.step);
    unfinished.remove(s);
  }

  private void code(PyCode c, int flag) {
    if (!allowCode) {
      throw Errors.valueError("marshalling code objects is disallowed");
    }
    if (!c.ownConstants()) {
      sized('c' | flag, Marshal.dump(c.code));
      return;
    }
    unfinished.put(c, true);
    sized('C' | flag, Marshal.dump(withoutConstants(c.code)));
    items('(', c.consts);
    unfinished.remove(c);
  }

  private static Code withoutConstants(Code c) {
    Code.Body body = c.body();
    return new Code(c.name, c.qualname, c.filename, c.firstLine, c.flags, c.argCount, c.posOnlyArgCount, c.kwOnlyArgCount, c.stackSize,
        c.localsPlusNames, c.localsPlusKinds,
        new Code.Body(body.instructions, new Object[0], body.names, body.exceptionTable, body.positions), null);
  }
}
