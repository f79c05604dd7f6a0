package dev.tuff.stdlib.zlib;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import java.util.Arrays;

/** {@code zlib.Decompress}: what {@code decompressobj} makes. */
final class PyDecompress extends PyObject {
  static final PyType TYPE = PyType.builtin("zlib.Decompress", PyType.OBJECT, PyType.NO_NEW, null, new PyDecompressTable());

  private final InflateStream stream;

  /** Input that came after the end of the stream. */
  private byte[] unused = {};

  /** Flushed after the end: nothing left to copy. */
  private boolean ended;

  /** Input that a limit on the output kept from being read; the caller gives it again. */
  private byte[] tail = {};

  PyDecompress(InflateStream stream) {
    super(TYPE);
    this.stream = stream;
  }

  private byte[] run(byte[] data, int max) {
    if (stream.isDone()) {
      unused = concat(unused, data);
      tail = new byte[0];
      return new byte[0];
    }
    byte[] out = stream.decompress(data, max);
    byte[] rest = stream.takeRest();
    if (stream.isDone()) {
      unused = concat(unused, rest);
      tail = new byte[0];
    } else {
      tail = rest;
    }
    return out;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] r = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, r, a.length, b.length);
    return r;
  }

  @Method(value = "decompress(self, data, /, max_length=0)", doc = "Return a bytes object containing the decompressed version of the data.")
  static Object decompress(PyDecompress self, Object data, long maxLength) {
    if (maxLength < 0) {
      throw Errors.valueError("max_length must be non-negative");
    }
    byte[] b = Buffers.bytes(data);
    synchronized (self) {
      return new PyBytes(self.run(b, maxLength == 0 || maxLength > Integer.MAX_VALUE - 16 ? Integer.MAX_VALUE - 16 : (int) maxLength));
    }
  }

  @Method(value = "flush(self, length=16384, /)", doc = "Return a bytes object containing any remaining decompressed data.")
  static Object flush(PyDecompress self, long length) {
    if (length <= 0) {
      throw Errors.valueError("length must be greater than zero");
    }
    synchronized (self) {
      byte[] out = self.stream.isDone() ? new byte[0] : self.run(self.tail, Integer.MAX_VALUE - 16);
      self.ended |= self.stream.isDone();
      return new PyBytes(out);
    }
  }

  @Method(value = "copy(self, /)", doc = "Return a copy of the decompression object.")
  static Object copy(PyDecompress self) {
    synchronized (self) {
      if (self.ended) {
        throw Errors.valueError("Inconsistent stream state");
      }
      PyDecompress d = new PyDecompress(self.stream.copy());
      d.unused = self.unused;
      d.tail = self.tail;
      return d;
    }
  }

  @Method(value = "__copy__(self, /)")
  static Object __copy__(PyDecompress self) {
    return copy(self);
  }

  @Method(value = "__deepcopy__(self, memo, /)")
  static Object __deepcopy__(PyDecompress self, Object memo) {
    return copy(self);
  }

  @Getter(value = "unused_data", member = true)
  static Object unused(PyDecompress self) {
    return new PyBytes(self.unused);
  }

  @Getter(value = "unconsumed_tail", member = true)
  static Object tail(PyDecompress self) {
    return new PyBytes(self.tail);
  }

  @Getter(value = "eof", member = true)
  static Object eof(PyDecompress self) {
    return self.stream.isDone();
  }
}
