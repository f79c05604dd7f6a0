package dev.tuff.engine.codec;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** Encodings that a table describes, as those of the package {@code encodings}: a byte is a character. */
public final class Charmap {
  private static final String UNDEFINED = "character maps to <undefined>";

  private Charmap() {}

  /** Encodes a plain str value by a mapping of code points to bytes; None means Latin-1. */
  public static byte[] encode(Object value, String errors, Object mapping) {
    return mapping == Py.None ? SingleByte.encodeLatin1(value, errors) : new Encoder(value, errors, mapping).run();
  }

  /** Decodes by a mapping of bytes to text, or by a str with a character for each byte; None means Latin-1. */
  public static Object decode(byte[] b, String errors, Object mapping) {
    return mapping == Py.None ? SingleByte.decodeLatin1(b) : new Decoder(b, errors, mapping).decode();
  }

  /** {@code codecs.charmap_build}: the encoding table for a str with a character for each byte. */
  public static Object build(Object table) {
    int n = PyStr.length(table);
    boolean dict = n > 256 || n == 0 || PyStr.pointAt(table, 0) != 0;
    for (int i = 1; i < n; i++) {
      int c = PyStr.pointAt(table, i);
      dict |= c == 0 || c > 0xFFFF;
    }
    if (!dict) {
      return new EncodingMap(table);
    }
    PyDict d = new PyDict();
    for (int i = 0; i < n; i++) {
      d.put(Py.box(PyStr.pointAt(table, i)), Py.box(i));
    }
    return d;
  }

  private static Object entry(Object mapping, int key) {
    try {
      return Items.get(mapping, Py.box(key));
    } catch (PyException e) {
      if (e.is(Exceptions.LookupError)) {
        return Py.None;
      }
      throw e;
    }
  }

  /** {@code EncodingMap}: code point to byte, for a table of the basic plane. Pages of 128 characters, null where nothing is mapped. */
  static final class EncodingMap extends PyObject {
    static final PyType TYPE = PyType.builtin("EncodingMap", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null, new CharmapEncodingMapTable());

    private final short[][] pages = new short[512][];

    EncodingMap(Object table) {
      super(TYPE);
      for (int i = 0; i < PyStr.length(table); i++) {
        int c = PyStr.pointAt(table, i);
        if (c == 0xFFFE) {
          continue;
        }
        if (pages[c >> 7] == null) {
          pages[c >> 7] = new short[128];
        }
        pages[c >> 7][c & 127] = (short) (i + 1);
      }
    }

    /** The byte for a character, or -1. */
    int find(int c) {
      return c > 0xFFFF || pages[c >> 7] == null ? -1 : pages[c >> 7][c & 127] - 1;
    }

    @Method(value = "size(self, /)", doc = "Return the size (in bytes) of this object.")
    static long size(EncodingMap self) {
      long n = 512L * 8;
      for (short[] p : self.pages) {
        n += p == null ? 0 : 256;
      }
      return n;
    }
  }

  private static final class Encoder extends Encoding {
    private final Object mapping;
    private final EncodingMap fast;

    Encoder(Object value, String errors, Object mapping) {
      super("charmap", UNDEFINED, value, errors);
      this.mapping = mapping;
      fast = mapping instanceof EncodingMap m ? m : null;
    }

    @Override
    boolean canPut(int c) {
      return fast != null ? fast.find(c) >= 0 : bytes(c) != null;
    }

    @Override
    boolean put(int c) {
      if (fast != null) {
        int b = fast.find(c);
        if (b < 0) {
          return false;
        }
        out.put(b);
        return true;
      }
      byte[] b = bytes(c);
      if (b == null) {
        return false;
      }
      out.put(b);
      return true;
    }

    private byte[] bytes(int c) {
      Object to = entry(mapping, c);
      if (to == Py.None) {
        return null;
      }
      if (PyInt.isInt(to)) {
        if (!(PyInt.value(to) instanceof Long b) || b < 0 || b > 255) {
          throw Errors.typeError("character mapping must be in range(256)");
        }
        return new byte[] {(byte) (long) b};
      }
      if (to instanceof PyBytes b) {
        return b.array();
      }
      throw Errors.typeError("character mapping must return integer, bytes or None, not " + Py.typeOf(to).name());
    }
  }

  private static final class Decoder extends Decoding {
    private final Object mapping;

    Decoder(byte[] in, String errors, Object mapping) {
      super("charmap", in, errors, true);
      this.mapping = mapping;
    }

    @Override
    void run() {
      if (PyStr.isStr(mapping)) {
        byTable(PyStr.value(mapping));
        return;
      }
      while (at < in.length) {
        if (!put(entry(mapping, in[at] & 0xFF))) {
          bad(at, at + 1, UNDEFINED);
        } else {
          at++;
        }
      }
    }

    private void byTable(Object table) {
      int n = PyStr.length(table);
      while (at < in.length) {
        int b = in[at] & 0xFF;
        int c = b < n ? PyStr.pointAt(table, b) : 0xFFFE;
        if (c == 0xFFFE) {
          bad(at, at + 1, UNDEFINED);
        } else {
          out.point(c);
          at++;
        }
      }
    }

    private boolean put(Object to) {
      if (to == Py.None) {
        return false;
      }
      if (PyInt.isInt(to)) {
        if (!(PyInt.value(to) instanceof Long c) || c < 0 || c > 0x10FFFF) {
          throw Errors.typeError("character mapping must be in range(0x110000)");
        }
        if (c == 0xFFFE) {
          return false;
        }
        out.point((int) (long) c);
        return true;
      }
      if (!PyStr.isStr(to)) {
        throw Errors.typeError("character mapping must return integer, None or str");
      }
      if (PyStr.length(to) == 1 && PyStr.pointAt(to, 0) == 0xFFFE) {
        return false;
      }
      out.append(to);
      return true;
    }
  }
}
