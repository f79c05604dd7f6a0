package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;

/** {@code _io._BufferedIOBase}: reading into a buffer in terms of {@code read}. */
final class BufferedIOBase {
  static final PyType TYPE = PyType.builtin("_io._BufferedIOBase", PyIOBase.TYPE, PyType.BASE_LAYOUT,
      "The base of binary streams that read as much as they are asked for.", new BufferedIOBaseTable());

  private BufferedIOBase() {}

  @Method(value = "detach(self, /)", doc = "Separates the raw stream and returns it.")
  static Object detach(PyIOBase self) {
    throw IoErrors.unsupported("detach");
  }

  @Method(value = "read(self, size=-1, /)", doc = "Up to size bytes; all if size is negative or None.")
  static Object read(PyIOBase self, Object size) {
    throw IoErrors.unsupported("read");
  }

  @Method(value = "read1(self, size=-1, /)", doc = "Up to size bytes by at most one read of the raw stream.")
  static Object read1(PyIOBase self, Object size) {
    throw IoErrors.unsupported("read1");
  }

  @Method(value = "write(self, b, /)", doc = "Writes the bytes and returns their number.")
  static Object write(PyIOBase self, Object b) {
    throw IoErrors.unsupported("write");
  }

  @Method(value = "readinto(self, buffer, /)", doc = "Reads into a buffer; the number of bytes.")
  static Object readinto(PyIOBase self, Object buffer) {
    return readInto(self, buffer, "read");
  }

  @Method(value = "readinto1(self, buffer, /)", doc = "Reads into a buffer by at most one read of the raw stream.")
  static Object readinto1(PyIOBase self, Object buffer) {
    return readInto(self, buffer, "read1");
  }

  private static Object readInto(PyIOBase self, Object buffer, String method) {
    Buffers.Writable to = Buffers.writable(buffer, "readinto");
    try {
      Object data = Py.callMethod(self, method, Py.box(to.length()));
      if (!(data instanceof PyBytes b)) {
        throw Errors.typeError("read() should return bytes");
      }
      if (b.size() > to.length()) {
        throw Errors.valueError("read() returned too much data: " + to.length() + " bytes requested, " + b.size() + " returned");
      }
      to.put(0, b.array(), 0, b.size());
      return Py.box(b.size());
    } finally {
      to.release();
    }
  }
}
