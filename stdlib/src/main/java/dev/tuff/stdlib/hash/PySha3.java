package dev.tuff.stdlib.hash;

import dev.tuff.engine.bytes.ByteSpan;
import dev.tuff.engine.bytes.HexText;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;

/** The types of {@code _sha3}: four of fixed digest size and the two SHAKEs, whose digests are as long as asked for. */
final class PySha3 extends PyObject {
  static final PyType SHA3_224 = type("sha3_224", new PySha3FixedTable());
  static final PyType SHA3_256 = type("sha3_256", new PySha3FixedTable());
  static final PyType SHA3_384 = type("sha3_384", new PySha3FixedTable());
  static final PyType SHA3_512 = type("sha3_512", new PySha3FixedTable());
  static final PyType SHAKE_128 = type("shake_128", new PySha3ShakeTable());
  static final PyType SHAKE_256 = type("shake_256", new PySha3ShakeTable());

  private final int size;
  private final int rate;
  private final Digest digest;

  private PySha3(PyType type, int size, int rate, Digest digest) {
    super(type);
    this.size = size;
    this.rate = rate;
    this.digest = digest;
  }

  private static PyType type(String name, BuiltinTable output) {
    return PyType.builtin("_sha3." + name, PyType.OBJECT, PyType.FINAL, "SHA-3 hash object of kind " + name + ".", new PySha3Table(), output);
  }

  private static boolean isShake(PyType type) {
    return type == SHAKE_128 || type == SHAKE_256;
  }

  @New(value = "sha3(data=b'', *, usedforsecurity=True, string=None)", textSignature = false)
  static Object __new__(PyType type, Object data, boolean usedForSecurity, Object string) {
    String name = type.name();
    int bits = Integer.parseInt(name.substring(name.indexOf('_') + 1));
    // the capacity is twice the security level
    int rate = 200 - bits / 4;
    PySha3 h = new PySha3(type, isShake(type) ? 0 : bits / 8, rate, new Keccak(rate, isShake(type) ? 0x1F : 0x06));
    Object initial = PyHash.initial(data, string);
    if (initial != null) {
      PyHash.feed(h.digest, initial);
    }
    return h;
  }

  private byte[] result(int length) {
    synchronized (digest) {
      return digest.digest(length);
    }
  }

  @Method(value = "update(self, data, /)", doc = "Update this hash object's state with the provided bytes-like object.")
  static void update(PySha3 self, Object data) {
    PyHash.feed(self.digest, data);
  }

  @Method(value = "copy(self, /)", doc = "Return a copy of the hash object.")
  static Object copy(PySha3 self) {
    synchronized (self.digest) {
      return new PySha3(self.type(), self.size, self.rate, self.digest.copy());
    }
  }

  @Getter("name")
  static Object getName(PySha3 self) {
    return self.type().name();
  }

  @Getter("digest_size")
  static Object getSize(PySha3 self) {
    return Py.box(self.size);
  }

  @Getter("block_size")
  static Object getBlock(PySha3 self) {
    return Py.box(self.rate);
  }

  @Getter("_capacity_bits")
  static Object getCapacity(PySha3 self) {
    return Py.box(1600 - 8 * self.rate);
  }

  @Getter("_rate_bits")
  static Object getRate(PySha3 self) {
    return Py.box(8 * self.rate);
  }

  @Getter("_suffix")
  static Object getSuffix(PySha3 self) {
    return new PyBytes(new byte[] {(byte) (isShake(self.type()) ? 0x1F : 0x06)});
  }

  /** Digests of fixed size. */
  static final class Fixed {
    private Fixed() {}

    @Method(value = "digest(self, /)", doc = "Return the digest value as a bytes object.")
    static Object digest(PySha3 self) {
      return new PyBytes(self.result(self.size));
    }

    @Method(value = "hexdigest(self, /)", doc = "Return the digest value as a string of hexadecimal digits.")
    static Object hexdigest(PySha3 self) {
      return HexText.string(ByteSpan.of(self.result(self.size)), null, 1);
    }
  }

  /** Digests of the length asked for. */
  static final class Shake {
    private Shake() {}

    private static byte[] output(PySha3 self, Object length) {
      Object n = PyInt.index(length);
      if (PyInt.sign(n) < 0) {
        throw Errors.valueError("Cannot convert negative int");
      }
      if (!(n instanceof Long l) || l >= 1 << 29) {
        throw Errors.valueError("digest length is too large");
      }
      return self.result((int) (long) l);
    }

    @Method(value = "digest(self, /, length)", doc = "Return the digest value as a bytes object.")
    static Object digest(PySha3 self, Object length) {
      return new PyBytes(output(self, length));
    }

    @Method(value = "hexdigest(self, /, length)", doc = "Return the digest value as a string of hexadecimal digits.")
    static Object hexdigest(PySha3 self, Object length) {
      return HexText.string(ByteSpan.of(output(self, length)), null, 1);
    }
  }
}
