package dev.tuff.stdlib.hash;

import dev.tuff.engine.bytes.BufferView;
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
import dev.tuff.engine.text.PyStr;

/** A hash object of a fixed digest size. */
final class PyHash extends PyObject {
  static final PyType MD5 = type("_md5.md5");
  static final PyType SHA1 = type("_sha1.sha1");
  static final PyType SHA224 = type("_sha2.SHA224Type");
  static final PyType SHA256 = type("_sha2.SHA256Type");
  static final PyType SHA384 = type("_sha2.SHA384Type");
  static final PyType SHA512 = type("_sha2.SHA512Type");

  private final String name;
  private final int size;
  private final int block;
  private final Digest digest;

  PyHash(PyType type, String name, int size, int block, Digest digest) {
    super(type);
    this.name = name;
    this.size = size;
    this.block = block;
    this.digest = digest;
  }

  private static PyType type(String name) {
    return PyType.builtin(name, PyType.OBJECT, PyType.NO_NEW | PyType.FINAL, null, new PyHashTable());
  }

  /** The initial data of a constructor: {@code data} or, deprecated, {@code string}. */
  static Object initial(Object data, Object string) {
    if (string == null || string == Py.None) {
      return data;
    }
    if (data != null) {
      throw Errors.typeError("'data' and 'string' are mutually exclusive and support for 'string' keyword parameter is slated for removal "
          + "in a future version.");
    }
    return string;
  }

  PyHash with(Object data) {
    if (data != null) {
      feed(digest, data);
    }
    return this;
  }

  static void feed(Digest digest, Object data) {
    if (PyStr.isStr(data)) {
      throw Errors.typeError("Strings must be encoded before hashing");
    }
    BufferView view = Buffers.find(data, BufferView.SIMPLE);
    if (view == null) {
      throw Errors.typeError("object supporting the buffer API required");
    }
    try (view) {
      if (view.shape.length > 1) {
        throw Errors.make(dev.tuff.engine.exception.Exceptions.BufferError, "Buffer must be single dimension");
      }
      synchronized (digest) {
        if (view.isCContiguous()) {
          digest.update(view.array, view.offset, view.length());
        } else {
          byte[] b = view.toBytes();
          digest.update(b, 0, b.length);
        }
      }
    }
  }

  private byte[] result() {
    synchronized (digest) {
      return digest.digest(size);
    }
  }

  @Method(value = "update(self, obj, /)", doc = "Update this hash object's state with the provided string.")
  static void update(PyHash self, Object obj) {
    feed(self.digest, obj);
  }

  @Method(value = "digest(self, /)", doc = "Return the digest value as a bytes object.")
  static Object digest(PyHash self) {
    return new PyBytes(self.result());
  }

  @Method(value = "hexdigest(self, /)", doc = "Return the digest value as a string of hexadecimal digits.")
  static Object hexdigest(PyHash self) {
    return HexText.string(ByteSpan.of(self.result()), null, 1);
  }

  @Method(value = "copy(self, /)", doc = "Return a copy of the hash object.")
  static Object copy(PyHash self) {
    synchronized (self.digest) {
      return new PyHash(self.type(), self.name, self.size, self.block, self.digest.copy());
    }
  }

  @Getter("name")
  static Object getName(PyHash self) {
    return self.name;
  }

  @Getter("digest_size")
  static Object getSize(PyHash self) {
    return Py.box(self.size);
  }

  @Getter("block_size")
  static Object getBlock(PyHash self) {
    return Py.box(self.block);
  }
}
