package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import java.io.ByteArrayOutputStream;

/** {@code _io._RawIOBase}: reading in terms of {@code readinto}. */
final class RawIOBase {
  static final PyType TYPE = PyType.builtin("_io._RawIOBase", PyIOBase.TYPE, PyType.BASE_LAYOUT, "The base of unbuffered binary streams.",
      new RawIOBaseTable());

  private RawIOBase() {}

  @Method(value = "read(self, size=-1, /)", doc = "Up to size bytes by one call of the system; None if none are ready.")
  static Object read(PyIOBase self, long size) {
    if (size < 0) {
      return Py.callMethod(self, "readall");
    }
    Buffers.Target target = Buffers.target((int) Math.min(size, Integer.MAX_VALUE - 8));
    Object n = Py.callMethod(self, "readinto", target.object());
    if (n == Py.None) {
      return n;
    }
    long count = Convert.toLong(n);
    if (count < 0 || count > size) {
      throw Errors.valueError("readinto returned " + count + " outside buffer size " + size);
    }
    return new PyBytes(target.copy((int) count));
  }

  @Method(value = "readall(self, /)", doc = "All bytes up to the end.")
  static Object readall(PyIOBase self) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    boolean any = false;
    while (true) {
      Object data = Py.callMethod(self, "read", Py.box(IoModule.DEFAULT_BUFFER_SIZE));
      if (data == Py.None) {
        if (!any) {
          return data;
        }
        break;
      }
      any = true;
      if (!(data instanceof PyBytes b)) {
        throw Errors.typeError("read() should return bytes");
      }
      if (b.size() == 0) {
        break;
      }
      all.write(b.array(), 0, b.size());
    }
    return new PyBytes(all.toByteArray());
  }
}
