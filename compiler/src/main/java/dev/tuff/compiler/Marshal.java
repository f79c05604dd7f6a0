package dev.tuff.compiler;

import dev.tuff.syntax.Const;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The form of compiled code on disk, made for loading fast: strings are decoded when first used, the body of a function when the
 * function is first run.
 *
 * <pre>
 * file:  magic (4 bytes), length of the string data, count of strings, for each: length &lt;&lt; 1 | wide; string data; file
 * name; code code:  name, qualname, first line, flags, three counts, stack size, fast locals (count, then name and kind), length
 * of body, body body:  instructions (count, then opcode byte and argument each), names, constants, exception table, positions
 * </pre>
 *
 * Numbers are varints of 7 bits. A string is Latin-1, or UTF-16 if wide. The file name is that of the outermost code.
 */
public final class Marshal {
  /** Changes with the format and with the meaning of any opcode. */
  public static final int MAGIC = 0x54554602;

  private static final byte NONE = 'N';
  private static final byte ELLIPSIS = '.';
  private static final byte TRUE = 'T';
  private static final byte FALSE = 'F';
  private static final byte LONG = 'i';
  private static final byte BIG = 'l';
  private static final byte DOUBLE = 'd';
  private static final byte COMPLEX = 'c';
  private static final byte STRING = 's';
  private static final byte WIDE_TEXT = 'w';
  private static final byte BYTES = 'b';
  private static final byte TUPLE = '(';
  private static final byte FROZEN_SET = '{';
  private static final byte SLICE = ':';
  private static final byte CODE = 'C';

  private Marshal() {}

  public static byte[] dump(Code code) {
    Writer body = new Writer();
    Map<String, Integer> strings = new HashMap<>();
    List<String> order = new ArrayList<>();
    body.strings = strings;
    body.order = order;
    body.string(code.filename);
    body.code(code);
    Writer lengths = new Writer();
    Writer data = new Writer();
    for (String s : order) {
      boolean wide = isWide(s);
      byte[] bytes = wide ? utf16(s) : s.getBytes(StandardCharsets.ISO_8859_1);
      lengths.number(bytes.length << 1 | (wide ? 1 : 0));
      data.raw(bytes);
    }
    Writer file = new Writer();
    for (int shift = 24; shift >= 0; shift -= 8) {
      file.oneByte(MAGIC >> shift);
    }
    file.number(data.size);
    file.number(order.size());
    file.raw(lengths.toArray());
    file.raw(data.toArray());
    file.raw(body.toArray());
    return file.toArray();
  }

  /** Whether data is of this version. */
  public static boolean isCurrent(byte[] data) {
    return data.length > 4 && ((data[0] & 0xFF) << 24 | (data[1] & 0xFF) << 16 | (data[2] & 0xFF) << 8 | data[3] & 0xFF) == MAGIC;
  }

  /**
   * Loads what {@link #dump} wrote; {@code filename} takes the place of the one in it, unless null. The data must not change
   * afterwards: bodies are read from it later.
   */
  public static Code load(byte[] data, String filename) {
    if (!isCurrent(data)) {
      throw new IllegalArgumentException("not compiled code of this version");
    }
    Strings strings = new Strings(data);
    Reader reader = new Reader(data, strings.end, strings);
    String stored = reader.string();
    strings.filename = filename == null ? stored : filename;
    return reader.code();
  }

  private static boolean isWide(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) > 0xFF) {
        return true;
      }
    }
    return false;
  }

  /** Keeps lone surrogates, which the charset would replace. */
  private static byte[] utf16(String s) {
    byte[] bytes = new byte[s.length() * 2];
    for (int i = 0; i < s.length(); i++) {
      bytes[i * 2] = (byte) (s.charAt(i) >> 8);
      bytes[i * 2 + 1] = (byte) s.charAt(i);
    }
    return bytes;
  }

  private static final class Writer {
    private byte[] bytes = new byte[256];
    private int size;
    private Map<String, Integer> strings;
    private List<String> order;

    byte[] toArray() {
      return Arrays.copyOf(bytes, size);
    }

    void oneByte(int b) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, size * 2);
      }
      bytes[size++] = (byte) b;
    }

    void raw(byte[] data) {
      for (byte b : data) {
        oneByte(b);
      }
    }

    void number(long n) {
      while ((n & ~0x7FL) != 0) {
        oneByte((int) n | 0x80);
        n >>>= 7;
      }
      oneByte((int) n);
    }

    private void fixed(long n) {
      for (int shift = 56; shift >= 0; shift -= 8) {
        oneByte((int) (n >> shift));
      }
    }

    private void string(String s) {
      Integer at = strings.get(s);
      if (at == null) {
        at = order.size();
        strings.put(s, at);
        order.add(s);
      }
      number(at);
    }

    private void array(byte[] data) {
      number(data.length);
      raw(data);
    }

    void code(Code c) {
      string(c.name);
      string(c.qualname);
      number(c.firstLine);
      number(c.flags);
      number(c.argCount);
      number(c.posOnlyArgCount);
      number(c.kwOnlyArgCount);
      number(c.stackSize);
      number(c.localsPlusNames.length);
      for (int i = 0; i < c.localsPlusNames.length; i++) {
        string(c.localsPlusNames[i]);
        oneByte(c.localsPlusKinds[i]);
      }
      Writer body = new Writer();
      body.strings = strings;
      body.order = order;
      body.body(c.body());
      array(body.toArray());
    }

    private void body(Code.Body body) {
      number(body.instructions.length);
      for (int instruction : body.instructions) {
        oneByte(Opcode.opcode(instruction));
        number(Opcode.arg(instruction));
      }
      number(body.names.length);
      for (String name : body.names) {
        string(name);
      }
      number(body.consts.length);
      for (Object constant : body.consts) {
        constant(constant);
      }
      number(body.exceptionTable.length);
      for (int entry : body.exceptionTable) {
        number(entry);
      }
      array(body.positions);
    }

    private void constant(Object v) {
      switch (v) {
        case String s -> {
          oneByte(STRING);
          string(s);
        }
        case Long l -> {
          oneByte(LONG);
          number(l << 1 ^ l >> 63);
        }
        case Boolean b -> oneByte(b ? TRUE : FALSE);
        case Const.None n -> oneByte(NONE);
        case Code c -> {
          oneByte(CODE);
          code(c);
        }
        case Const.Tuple t -> items(TUPLE, t.items());
        case Const.FrozenSet s -> items(FROZEN_SET, s.items());
        case Double d -> {
          oneByte(DOUBLE);
          fixed(Double.doubleToRawLongBits(d));
        }
        case Const.Bytes b -> {
          oneByte(BYTES);
          array(b.value());
        }
        case Const.WideText w -> {
          oneByte(WIDE_TEXT);
          number(w.codePoints().length);
          for (int c : w.codePoints()) {
            number(c);
          }
        }
        case BigInteger i -> {
          oneByte(BIG);
          array(i.toByteArray());
        }
        case Const.Complex c -> {
          oneByte(COMPLEX);
          fixed(Double.doubleToRawLongBits(c.real()));
          fixed(Double.doubleToRawLongBits(c.imag()));
        }
        case Const.Slice s -> {
          oneByte(SLICE);
          constant(s.lower());
          constant(s.upper());
          constant(s.step());
        }
        case Const.Ellipsis e -> oneByte(ELLIPSIS);
        default -> throw new IllegalArgumentException("not a constant: " + v.getClass().getName());
      }
    }

    private void items(byte kind, List<Object> items) {
      oneByte(kind);
      number(items.size());
      for (Object item : items) {
        constant(item);
      }
    }
  }

  /** The strings of a file, decoded one by one when asked for. Threads that race decode to equal strings. */
  private static final class Strings {
    private final byte[] data;
    private final String[] decoded;
    /** Start of each string's bytes, and one more for the end. */
    private final int[] starts;
    private final boolean[] wide;
    final int end;
    /** Of all codes that are not yet read. */
    String filename;

    Strings(byte[] data) {
      this.data = data;
      Reader reader = new Reader(data, 4, null);
      int size = reader.number();
      int count = reader.number();
      decoded = new String[count];
      starts = new int[count + 1];
      wide = new boolean[count];
      int offset = 0;
      for (int i = 0; i < count; i++) {
        int length = reader.number();
        starts[i] = offset;
        wide[i] = (length & 1) != 0;
        offset += length >> 1;
      }
      starts[count] = offset;
      for (int i = 0; i <= count; i++) {
        starts[i] += reader.at;
      }
      end = reader.at + size;
    }

    /** How long strings are at least that are not interned. */
    private static final int INTERNED = 40;

    /** Names and short strings are interned, so that comparing them mostly ends at identity. */
    String get(int i) {
      String s = decoded[i];
      if (s == null) {
        int start = starts[i];
        int length = starts[i + 1] - start;
        s = wide[i] ? wideString(start, length) : new String(data, start, length, StandardCharsets.ISO_8859_1);
        if (length < INTERNED) {
          s = s.intern();
        }
        decoded[i] = s;
      }
      return s;
    }

    private String wideString(int start, int length) {
      char[] chars = new char[length / 2];
      for (int i = 0; i < chars.length; i++) {
        chars[i] = (char) (data[start + i * 2] << 8 | data[start + i * 2 + 1] & 0xFF);
      }
      return new String(chars);
    }
  }

  private static final class Reader {
    private static final String[] NO_NAMES = {};
    private static final int[] NO_TABLE = {};

    private final byte[] data;
    private final Strings strings;
    private int at;

    Reader(byte[] data, int at, Strings strings) {
      this.data = data;
      this.at = at;
      this.strings = strings;
    }

    int number() {
      int b = data[at++];
      if (b >= 0) {
        return b;
      }
      int n = b & 0x7F;
      for (int shift = 7; ; shift += 7) {
        b = data[at++];
        n |= (b & 0x7F) << shift;
        if (b >= 0) {
          return n;
        }
      }
    }

    private long longNumber() {
      long n = 0;
      for (int shift = 0; ; shift += 7) {
        int b = data[at++];
        n |= (long) (b & 0x7F) << shift;
        if (b >= 0) {
          return n;
        }
      }
    }

    private long fixed() {
      long n = 0;
      for (int i = 0; i < 8; i++) {
        n = n << 8 | data[at++] & 0xFF;
      }
      return n;
    }

    private byte[] array() {
      int length = number();
      byte[] bytes = Arrays.copyOfRange(data, at, at + length);
      at += length;
      return bytes;
    }

    private String string() {
      return strings.get(number());
    }

    private String[] names(int count) {
      String[] names = count == 0 ? NO_NAMES : new String[count];
      for (int i = 0; i < count; i++) {
        String name = string();
        names[i] = name.length() < Strings.INTERNED ? name : name.intern();
      }
      return names;
    }

    Code code() {
      String name = string();
      String qualname = string();
      int firstLine = number();
      int flags = number();
      int argCount = number();
      int posOnly = number();
      int kwOnly = number();
      int stackSize = number();
      int locals = number();
      String[] names = locals == 0 ? NO_NAMES : new String[locals];
      byte[] kinds = new byte[locals];
      for (int i = 0; i < locals; i++) {
        names[i] = string();
        kinds[i] = data[at++];
      }
      int length = number();
      LazyBody body = new LazyBody(data, at, strings);
      at += length;
      return new Code(name, qualname, strings.filename, firstLine, flags, argCount, posOnly, kwOnly, stackSize, names, kinds,
          null, body);
    }

    Code.Body body() {
      int[] instructions = new int[number()];
      for (int i = 0; i < instructions.length; i++) {
        int op = data[at++] & 0xFF;
        instructions[i] = op | number() << 8;
      }
      String[] names = names(number());
      Object[] consts = new Object[number()];
      for (int i = 0; i < consts.length; i++) {
        consts[i] = constant();
      }
      int entries = number();
      int[] table = entries == 0 ? NO_TABLE : new int[entries];
      for (int i = 0; i < entries; i++) {
        table[i] = number();
      }
      return new Code.Body(instructions, consts, names, table, array());
    }

    private Object constant() {
      byte kind = data[at++];
      return switch (kind) {
        case STRING -> string();
        case LONG -> {
          long n = longNumber();
          yield n >>> 1 ^ -(n & 1);
        }
        case TRUE -> true;
        case FALSE -> false;
        case NONE -> Const.None.NONE;
        case CODE -> code();
        case TUPLE -> new Const.Tuple(items());
        case FROZEN_SET -> new Const.FrozenSet(items());
        case DOUBLE -> Double.longBitsToDouble(fixed());
        case BYTES -> new Const.Bytes(array());
        case WIDE_TEXT -> wideText();
        case BIG -> new BigInteger(array());
        case COMPLEX -> new Const.Complex(Double.longBitsToDouble(fixed()), Double.longBitsToDouble(fixed()));
        case SLICE -> new Const.Slice(constant(), constant(), constant());
        case ELLIPSIS -> Const.Ellipsis.ELLIPSIS;
        default -> throw new IllegalArgumentException("broken compiled code");
      };
    }

    private Const.WideText wideText() {
      int[] codePoints = new int[number()];
      for (int i = 0; i < codePoints.length; i++) {
        codePoints[i] = number();
      }
      return new Const.WideText(codePoints);
    }

    private List<Object> items() {
      Object[] items = new Object[number()];
      for (int i = 0; i < items.length; i++) {
        items[i] = constant();
      }
      return Arrays.asList(items);
    }
  }

  /** Tells the codes that will still be read from the same data where their source is. */
  static void relocate(Supplier<Code.Body> source, String filename) {
    if (source instanceof LazyBody lazy) {
      lazy.strings.filename = filename;
    }
  }

  private record LazyBody(byte[] data, int at, Strings strings) implements Supplier<Code.Body> {
    @Override
    public Code.Body get() {
      return new Reader(data, at, strings).body();
    }
  }
}
