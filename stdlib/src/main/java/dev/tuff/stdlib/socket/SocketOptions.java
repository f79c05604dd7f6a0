package dev.tuff.stdlib.socket;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import dev.tuff.host.HostException;
import dev.tuff.stdlib.io.Buffers;

/** Options of sockets. A value given as bytes is a little-endian number. */
final class SocketOptions {
  private SocketOptions() {}

  @Method(value = "setsockopt(self, level, option, value, optlen=<null>, /)", doc = "Sets an option.", textSignature = false)
  static void setsockopt(PySocket self, int level, int option, Object value, Object length) {
    long v = 0;
    if (PyInt.isInt(value)) {
      v = Convert.toInt(value instanceof Boolean b ? Py.box(b ? 1 : 0) : value);
    } else if (value != Py.None) {
      byte[] b = Buffers.bytes(value);
      // struct linger: on or off, and seconds
      v = level == 1 && option == 13 && b.length >= 8 ? number(b, 0) == 0 ? -1 : number(b, 4) : number(b, 0);
    }
    try {
      self.file().setOption(level, option, v);
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  private static long number(byte[] b, int at) {
    int v = 0;
    for (int i = 0; i < 4 && at + i < b.length; i++) {
      v |= (b[at + i] & 0xFF) << 8 * i;
    }
    return v;
  }

  @Method(value = "getsockopt(self, level, option, buflen=0, /)", doc = "The value of an option: a number, or bytes if a length is given.",
      textSignature = false)
  static Object getsockopt(PySocket self, int level, int option, int length) {
    long v;
    try {
      v = self.file().option(level, option);
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
    if (length == 0) {
      return Py.box(v);
    }
    if (length < 0 || length > 1024) {
      throw Errors.make(dev.tuff.engine.exception.Exceptions.OSError, "getsockopt buflen out of range");
    }
    byte[] b = new byte[Math.min(length, 8)];
    for (int i = 0; i < Math.min(4, b.length); i++) {
      b[i] = (byte) (v >> 8 * i);
    }
    return new PyBytes(b);
  }
}
