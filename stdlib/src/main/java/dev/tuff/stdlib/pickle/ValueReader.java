package dev.tuff.stdlib.pickle;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.Codecs;
import dev.tuff.engine.codec.Escapes;
import dev.tuff.engine.codec.Utf8;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.number.NumberText;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the arguments of instructions: numbers, text and bytes, in binary and as lines of text. */
final class ValueReader {
  private final PickleReader r;
  private final PickleInput in;

  ValueReader(PickleReader reader) {
    r = reader;
    in = reader.in;
  }

  // ---- binary

  /** Bytes of a little-endian number, as far as they fit 64 bits. */
  static long little(byte[] b, int at, int n) {
    long v = 0;
    for (int i = n - 1; i >= 0; i--) {
      v = v << 8 | b[at + i] & 0xFF;
    }
    return v;
  }

  long unsigned(int n) {
    int at = in.take(n);
    byte[] b = in.buffer;
    return n == 1 ? b[at] & 0xFF : little(b, at, n);
  }

  int int4() {
    return (int) unsigned(4);
  }

  long size8(String op) {
    long n = unsigned(8);
    if (n < 0) {
      throw Errors.overflowError(op + " exceeds system's maximum size of " + Long.MAX_VALUE + " bytes");
    }
    return n;
  }

  Object binFloat() {
    return Double.longBitsToDouble(Long.reverseBytes(unsigned(8)));
  }

  Object countedLong(long n) {
    if (n < 0) {
      throw PickleErrors.unpickling("LONG pickle has negative byte count");
    }
    if (n == 0) {
      return Py.box(0);
    }
    int at = in.take(n);
    byte[] b = in.buffer;
    int size = (int) n;
    if (size <= 8) {
      int unused = 64 - 8 * size;
      return Py.box(little(b, at, size) << unused >> unused);
    }
    byte[] big = new byte[size];
    for (int i = 0; i < size; i++) {
      big[i] = b[at + size - 1 - i];
    }
    return Py.box(new BigInteger(big));
  }

  /** Text of {@code n} bytes of UTF-8, where surrogates may stand alone. */
  Object text(long n) {
    int at = in.take(n);
    byte[] b = in.buffer;
    int end = at + (int) n;
    for (int i = at; i < end; i++) {
      if (b[i] < 0) {
        return Utf8.decode(Arrays.copyOfRange(b, at, end), "surrogatepass");
      }
    }
    return n == 1 ? PyStr.ofPoint(b[at]) : new String(b, at, (int) n, StandardCharsets.ISO_8859_1);
  }

  /** A str of Python 2. */
  Object string(long n) {
    if (n < 0) {
      throw PickleErrors.unpickling("BINSTRING pickle has negative byte count");
    }
    return decoded(in.bytes(n));
  }

  private Object decoded(byte[] b) {
    return r.encoding.equals("bytes") ? new PyBytes(b) : Codecs.decode(b, r.encoding, r.errors);
  }

  // ---- lines

  private static String latin1(byte[] line, int n) {
    return new String(line, 0, n, StandardCharsets.ISO_8859_1);
  }

  private byte[] nonEmptyLine() {
    byte[] line = in.line();
    if (line.length < 2) {
      throw PickleInput.truncated();
    }
    return line;
  }

  Object intLine() {
    byte[] line = nonEmptyLine();
    Object v = NumberText.parseInt(latin1(line, line.length - 1), 10);
    if (v == null) {
      throw Errors.valueError("could not convert string to int");
    }
    // how protocols without an instruction for it write a bool
    if (line.length == 3 && v instanceof Long l && (l == 0 || l == 1)) {
      return l == 1;
    }
    return v;
  }

  Object longLine() {
    byte[] line = nonEmptyLine();
    int n = line.length;
    return Call.call(PyInt.TYPE, Py.str(latin1(line, line[n - 2] == 'L' ? n - 2 : n)));
  }

  Object floatLine() {
    byte[] line = nonEmptyLine();
    Double d = NumberText.parseFloat(latin1(line, line.length - 1));
    if (d == null) {
      throw Errors.valueError("could not convert string to float: '" + latin1(line, line.length) + "'");
    }
    return d;
  }

  Object stringLine() {
    byte[] line = in.line();
    int n = line.length - 1;
    if (n < 2 || line[0] != line[n - 1] || line[0] != '\'' && line[0] != '"') {
      throw PickleErrors.unpickling("the STRING opcode argument must be quoted");
    }
    return decoded(Escapes.decodeBytes(Arrays.copyOfRange(line, 1, n - 1), "strict"));
  }

  Object unicodeLine() {
    byte[] line = in.line();
    return Escapes.decode(Arrays.copyOf(line, line.length - 1), null, true, true, new int[1]);
  }

  /** The name on a line. */
  Object name(String encoding) {
    byte[] line = nonEmptyLine();
    return Codecs.decode(Arrays.copyOf(line, line.length - 1), encoding, null);
  }

  long indexLine() {
    return index(nonEmptyLine());
  }

  long index(byte[] line) {
    if (line.length < 2) {
      throw PickleInput.truncated();
    }
    return Convert.toLong(Call.call(PyInt.TYPE, Py.str(latin1(line, line.length))));
  }
}
