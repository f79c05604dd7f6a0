package dev.tuff.stdlib.socket;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;
import dev.tuff.host.Errno;
import dev.tuff.host.HostException;
import dev.tuff.host.SocketFile;
import dev.tuff.stdlib.io.Buffers;
import java.io.ByteArrayOutputStream;
import java.net.SocketAddress;
import java.util.Arrays;

/** Sending and receiving. */
final class SocketData {
  private static final int PEEK = 2;
  private static final int DONTWAIT = 64;
  private static final int WAITALL = 256;

  private SocketData() {}

  private static SocketFile.Received receive(PySocket self, byte[] b, int flags) {
    SocketFile f = self.file();
    try {
      if ((flags & DONTWAIT) == 0) {
        SocketFile.Received r = f.receive(b, 0, b.length, (flags & PEEK) != 0);
        int n = r.length();
        while ((flags & WAITALL) != 0 && n > 0 && n < b.length) {
          int more = f.receive(b, n, b.length - n, false).length();
          if (more <= 0) {
            break;
          }
          n += more;
        }
        return new SocketFile.Received(n, r.from());
      }
      f.setTimeout(0);
      try {
        return f.receive(b, 0, b.length, (flags & PEEK) != 0);
      } finally {
        f.setTimeout(self.timeout);
      }
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  private static byte[] buffer(long size, String function) {
    if (size < 0) {
      throw Errors.valueError("negative buffersize in " + function);
    }
    return new byte[(int) Math.min(size, 1 << 30)];
  }

  private static PyBytes bytes(byte[] b, int n) {
    return new PyBytes(n == b.length ? b : Arrays.copyOf(b, n));
  }

  @Method(value = "recv(self, bufsize, flags=0, /)", doc = "Up to bufsize bytes; none at the end.")
  static Object recv(PySocket self, long size, int flags) {
    byte[] b = buffer(size, "recv");
    if (b.length > 1 << 18) {
      // most of it would stay empty
      b = new byte[1 << 18];
    }
    return bytes(b, receive(self, b, flags).length());
  }

  @Method(value = "recvfrom(self, bufsize, flags=0, /)", doc = "Bytes, and the address that they came from.")
  static Object recvfrom(PySocket self, long size, int flags) {
    byte[] b = buffer(size, "recvfrom");
    SocketFile.Received r = receive(self, b, flags);
    return Py.tuple(bytes(b, r.length()), r.from() == null && self.kind == SocketFile.SOCK_STREAM ? Py.None : Addresses.toPython(r.from(), self.family));
  }

  private static SocketFile.Received into(PySocket self, Object buffer, long size, int flags, String function) {
    Buffers.Writable to = Buffers.writable(buffer, function);
    try {
      if (size < 0) {
        throw Errors.valueError("negative buffersize in " + function);
      }
      if (size > to.length()) {
        throw Errors.valueError(function.equals("recv_into") ? "buffer too small for requested bytes" : "nbytes is greater than the length of the buffer");
      }
      byte[] b = new byte[size == 0 ? to.length() : (int) size];
      SocketFile.Received r = receive(self, b, flags);
      to.put(0, b, 0, r.length());
      return r;
    } finally {
      to.release();
    }
  }

  @Method(value = "recv_into(self, buffer, nbytes=0, flags=0)", doc = "Receives into a buffer; the number of bytes.", textSignature = false)
  static Object recv_into(PySocket self, Object buffer, long size, int flags) {
    return Py.box(into(self, buffer, size, flags, "recv_into").length());
  }

  @Method(value = "recvfrom_into(self, buffer, nbytes=0, flags=0)", doc = "Receives into a buffer; the number of bytes and the sender.",
      textSignature = false)
  static Object recvfrom_into(PySocket self, Object buffer, long size, int flags) {
    SocketFile.Received r = into(self, buffer, size, flags, "recvfrom_into");
    return Py.tuple(Py.box(r.length()), r.from() == null ? Py.None : Addresses.toPython(r.from(), self.family));
  }

  private static int send(PySocket self, byte[] b, int offset, SocketAddress to, int flags) {
    SocketFile f = self.file();
    try {
      if ((flags & DONTWAIT) == 0) {
        return f.send(b, offset, b.length - offset, to);
      }
      f.setTimeout(0);
      try {
        return f.send(b, offset, b.length - offset, to);
      } finally {
        f.setTimeout(self.timeout);
      }
    } catch (HostException e) {
      throw SocketErrors.of(e);
    }
  }

  @Method(value = "send(self, data, flags=0, /)", doc = "Sends bytes; the number of those that were sent.")
  static long send(PySocket self, Object data, int flags) {
    return send(self, Buffers.bytes(data), 0, null, flags);
  }

  @Method(value = "sendall(self, data, flags=0, /)", doc = "Sends all of the bytes.")
  static void sendall(PySocket self, Object data, int flags) {
    byte[] b = Buffers.bytes(data);
    int done = 0;
    long end = System.nanoTime() + self.timeout;
    do {
      done += send(self, b, done, null, flags);
      if (self.timeout > 0 && done < b.length && System.nanoTime() > end) {
        throw SocketErrors.of(new HostException(SocketFile.TIMED_OUT));
      }
    } while (done < b.length);
  }

  @Method(value = "sendto(self, *args)", doc = "Sends bytes to an address: sendto(data[, flags], address).", textSignature = false)
  static long sendto(PySocket self, Object[] a) {
    if (a.length < 2 || a.length > 3) {
      throw Errors.typeError("sendto() takes 2 or 3 arguments (" + a.length + " given)");
    }
    byte[] b = Buffers.bytes(a[0]);
    int flags = a.length == 3 ? Convert.toInt(a[1]) : 0;
    Object address = a[a.length - 1];
    SocketAddress to = address == Py.None ? null : Addresses.parse(self.family, address, "sendto", self.interpreter);
    return send(self, b, 0, self.kind == SocketFile.SOCK_STREAM ? null : to, flags);
  }

  @Method(value = "sendmsg(self, buffers, ancdata=(), flags=0, address=None, /)", doc = "Sends several buffers as one message.", textSignature = false)
  static long sendmsg(PySocket self, Object buffers, Object ancillary, int flags, Object address) {
    if (Iteration.toArray(ancillary).length > 0) {
      throw HostErrors.of(Errno.EOPNOTSUPP);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object o : Iteration.toArray(buffers)) {
      all.writeBytes(Buffers.bytes(o));
    }
    SocketAddress to = address == Py.None ? null : Addresses.parse(self.family, address, "sendmsg", self.interpreter);
    return send(self, all.toByteArray(), 0, to, flags);
  }

  @Method(value = "recvmsg(self, bufsize, ancbufsize=0, flags=0, /)", doc = "Receives a message: bytes, ancillary data (none), flags, address.",
      textSignature = false)
  static Object recvmsg(PySocket self, long size, long ancillary, int flags) {
    if (ancillary < 0) {
      throw Errors.valueError("invalid ancillary data buffer length");
    }
    byte[] b = buffer(size, "recvmsg()");
    SocketFile.Received r = receive(self, b, flags);
    return Py.tuple(bytes(b, r.length()), new PyList(), Py.box(0), r.from() == null ? Py.None : Addresses.toPython(r.from(), self.family));
  }
}
