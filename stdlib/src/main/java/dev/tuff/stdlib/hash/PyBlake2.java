package dev.tuff.stdlib.hash;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.ByteSpan;
import dev.tuff.engine.bytes.HexText;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;

/** {@code _blake2.blake2b} and {@code blake2s}. */
final class PyBlake2 extends PyObject {
  static final PyType BLAKE2B = type("blake2b", 8);
  static final PyType BLAKE2S = type("blake2s", 4);

  private final int size;
  private final Digest digest;

  private PyBlake2(PyType type, int size, Digest digest) {
    super(type);
    this.size = size;
    this.digest = digest;
  }

  private static PyType type(String name, int word) {
    PyType t = PyType.builtin("_blake2." + name, PyType.OBJECT, PyType.FINAL, "Return a new BLAKE2 hash object.", new PyBlake2Table());
    t.dictOfType().putStr("SALT_SIZE", Py.box(2 * word));
    t.dictOfType().putStr("PERSON_SIZE", Py.box(2 * word));
    t.dictOfType().putStr("MAX_KEY_SIZE", Py.box(8 * word));
    t.dictOfType().putStr("MAX_DIGEST_SIZE", Py.box(8 * word));
    return t;
  }

  @New(value = "blake2(data=b'', *, digest_size=<null>, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, "
      + "node_depth=0, inner_size=0, last_node=False, usedforsecurity=True, string=None)", textSignature = false)
  static Object __new__(PyType type, Object data, Object digestSize, Object key, Object salt, Object person, int fanout, int depth,
      Object leafSize, Object nodeOffset, int nodeDepth, int innerSize, boolean lastNode, boolean usedForSecurity, Object string) {
    int word = type == BLAKE2B ? 8 : 4;
    int max = 8 * word;
    Object n = digestSize == null ? Py.box(max) : PyInt.index(digestSize);
    if (!(n instanceof Long l) || l < 1 || l > max) {
      throw Errors.valueError("digest_size for " + (word == 8 ? "Blake2b" : "Blake2s") + " must be between 1 and " + max
          + " bytes, here it is " + n);
    }
    int size = (int) (long) l;
    byte[] p = new byte[8 * word];
    p[0] = (byte) size;
    put(p, 4 * word, bytes(salt, 2 * word, "salt"));
    put(p, 6 * word, bytes(person, 2 * word, "person"));
    range(fanout, 0, "fanout");
    range(depth, 1, "depth");
    p[2] = (byte) fanout;
    p[3] = (byte) depth;
    long leaf = unsigned(leafSize, 32, "leaf_size is too large");
    for (int i = 0; i < 4; i++) {
      p[4 + i] = (byte) (leaf >>> 8 * i);
    }
    int offsetBytes = word == 8 ? 8 : 6;
    long offset = unsigned(nodeOffset, 8 * offsetBytes, "node_offset is too large");
    for (int i = 0; i < offsetBytes; i++) {
      p[8 + i] = (byte) (offset >>> 8 * i);
    }
    range(nodeDepth, 0, "node_depth");
    if (innerSize < 0 || innerSize > max) {
      throw Errors.valueError("inner_size must be between 0 and is " + max);
    }
    p[8 + offsetBytes] = (byte) nodeDepth;
    p[9 + offsetBytes] = (byte) innerSize;
    byte[] k = bytes(key, max, "key length");
    p[1] = (byte) k.length;
    PyBlake2 h = new PyBlake2(type, size, new Blake2(word, size, p, k, lastNode));
    Object initial = PyHash.initial(data, string);
    if (initial != null) {
      PyHash.feed(h.digest, initial);
    }
    return h;
  }

  private static void put(byte[] p, int at, byte[] b) {
    System.arraycopy(b, 0, p, at, b.length);
  }

  private static byte[] bytes(Object o, int max, String what) {
    byte[] b = o == null ? new byte[0] : Buffers.bytes(o);
    if (b.length > max) {
      throw Errors.valueError("maximum " + (what.equals("key length") ? what : what + " length") + " is " + max + " bytes");
    }
    return b;
  }

  private static void range(int v, int min, String name) {
    if (v < min || v > 255) {
      throw Errors.valueError(name + " must be between " + min + " and 255");
    }
  }

  private static long unsigned(Object o, int bits, String error) {
    Object v = PyInt.index(o);
    if (PyInt.sign(v) < 0) {
      throw Errors.valueError("Cannot convert negative int");
    }
    if (PyInt.big(v).bitLength() > bits) {
      throw Errors.overflowError(PyInt.big(v).bitLength() > 64 ? "Python int too large to convert to C unsigned long" : error);
    }
    return PyInt.big(v).longValue();
  }

  private byte[] result() {
    synchronized (digest) {
      return digest.digest(size);
    }
  }

  @Method(value = "update(self, data, /)", doc = "Update this hash object's state with the provided bytes-like object.")
  static void update(PyBlake2 self, Object data) {
    PyHash.feed(self.digest, data);
  }

  @Method(value = "digest(self, /)", doc = "Return the digest value as a bytes object.")
  static Object digest(PyBlake2 self) {
    return new PyBytes(self.result());
  }

  @Method(value = "hexdigest(self, /)", doc = "Return the digest value as a string of hexadecimal digits.")
  static Object hexdigest(PyBlake2 self) {
    return HexText.string(ByteSpan.of(self.result()), null, 1);
  }

  @Method(value = "copy(self, /)", doc = "Return a copy of the hash object.")
  static Object copy(PyBlake2 self) {
    synchronized (self.digest) {
      return new PyBlake2(self.type(), self.size, self.digest.copy());
    }
  }

  @Getter("name")
  static Object getName(PyBlake2 self) {
    return self.type().name();
  }

  @Getter("digest_size")
  static Object getSize(PyBlake2 self) {
    return Py.box(self.size);
  }

  @Getter("block_size")
  static Object getBlock(PyBlake2 self) {
    return Py.box(self.type() == BLAKE2B ? 128 : 64);
  }
}
