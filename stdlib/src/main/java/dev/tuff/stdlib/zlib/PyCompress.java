package dev.tuff.stdlib.zlib;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;

/** {@code zlib.Compress}: what {@code compressobj} makes. */
final class PyCompress extends PyObject {
  static final PyType TYPE = PyType.builtin("zlib.Compress", PyType.OBJECT, PyType.NO_NEW, null, new PyCompressTable());

  private final DeflateStream stream;

  PyCompress(DeflateStream stream) {
    super(TYPE);
    this.stream = stream;
  }

  @Method(value = "compress(self, data, /)", doc = "Returns a bytes object containing compressed data.")
  static Object compress(PyCompress self, Object data) {
    byte[] b = Buffers.bytes(data);
    synchronized (self) {
      return new PyBytes(self.stream.compress(b));
    }
  }

  @Method(value = "flush(self, mode=4, /)", doc = "Return a bytes object containing any remaining compressed data.")
  static Object flush(PyCompress self, int mode) {
    synchronized (self) {
      return new PyBytes(self.stream.flush(mode));
    }
  }

  @Method(value = "copy(self, /)", doc = "Return a copy of the compression object.")
  static Object copy(PyCompress self) {
    synchronized (self) {
      return new PyCompress(self.stream.copy());
    }
  }

  @Method(value = "__copy__(self, /)")
  static Object __copy__(PyCompress self) {
    return copy(self);
  }

  @Method(value = "__deepcopy__(self, memo, /)")
  static Object __deepcopy__(PyCompress self, Object memo) {
    return copy(self);
  }
}
