package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Reading from a buffered stream. */
final class BufferedReading {
  private BufferedReading() {}

  @Method(value = "readable(self, /)", doc = "Whether the stream can be read.")
  static Object readable(PyBuffered self) {
    self.checkInitialized();
    return Py.callMethod(self.raw, "readable");
  }

  /** The next {@code n} bytes of the buffer. */
  private static PyBytes take(PyBuffered self, int n) {
    PyBytes b = new PyBytes(Arrays.copyOfRange(self.buffer(), self.pos, self.pos + n));
    self.pos += n;
    return b;
  }

  @Method(value = "read(self, size=-1, /)", doc = "Up to size bytes; all of them if size is negative or None.")
  static Object read(PyBuffered self, Object size) {
    self.checkInitialized();
    long n = IoErrors.size(size);
    if (n < -1) {
      throw Errors.valueError("read length must be non-negative or -1");
    }
    self.checkOpen("read of closed file");
    if (!ThreadState.shared && n >= 0 && n <= self.ahead()) {
      return take(self, (int) n);
    }
    self.enter();
    try {
      return n < 0 ? readAll(self) : readSome(self, n);
    } finally {
      self.leave();
    }
  }

  static Object readAll(PyBuffered self) {
    int have = self.ahead();
    byte[] head = have > 0 ? take(self, have).array() : null;
    if (self.canWrite) {
      self.flushAndRewind();
    }
    self.resetRead();
    Object readall = self.file() != null ? null : Attributes.find(self.raw, "readall");
    if (self.file() != null || readall != null) {
      Object tail = readall == null ? PyFileIO.readall(self.file()) : Call.call(readall);
      if (tail != Py.None && !(tail instanceof PyBytes)) {
        throw Errors.typeError("readall() should return bytes");
      }
      if (head == null) {
        return tail;
      }
      return tail == Py.None ? new PyBytes(head) : new PyBytes(join(head, ((PyBytes) tail).array()));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (head != null) {
      all.write(head, 0, head.length);
    }
    while (true) {
      Object data = Py.callMethod(self.raw, "read");
      if (data != Py.None && !(data instanceof PyBytes)) {
        throw Errors.typeError("read() should return bytes");
      }
      if (data == Py.None || ((PyBytes) data).size() == 0) {
        return all.size() == 0 ? data : new PyBytes(all.toByteArray());
      }
      all.write(((PyBytes) data).array(), 0, ((PyBytes) data).size());
    }
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] r = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, r, a.length, b.length);
    return r;
  }

  private static Object readSome(PyBuffered self, long n) {
    int have = self.ahead();
    if (n <= have) {
      return take(self, (int) n);
    }
    if (n > Integer.MAX_VALUE - 8) {
      throw Errors.memoryError();
    }
    byte[] out = new byte[(int) n];
    int done = 0;
    if (have > 0) {
      System.arraycopy(self.buffer(), self.pos, out, 0, have);
      self.pos += have;
      done = have;
    }
    if (self.canWrite) {
      self.flushAndRewind();
    }
    self.resetRead();
    // whole buffers go straight to the result
    for (int whole; (whole = (out.length - done) / self.size * self.size) > 0; ) {
      int r = self.rawRead(out, done, whole);
      if (r == 0 || r == PyBuffered.BLOCKED) {
        return r == 0 || done > 0 ? partial(out, done) : Py.None;
      }
      done += r;
    }
    self.pos = 0;
    self.rawPos = 0;
    self.readEnd = 0;
    while (done < out.length && self.readEnd < self.size) {
      int r = self.fill();
      if (r == 0 || r == PyBuffered.BLOCKED) {
        return r == 0 || done > 0 ? partial(out, done) : Py.None;
      }
      int take = Math.min(r, out.length - done);
      System.arraycopy(self.buffer(), self.pos, out, done, take);
      self.pos += take;
      done += take;
    }
    return partial(out, done);
  }

  private static PyBytes partial(byte[] b, int n) {
    return new PyBytes(n == b.length ? b : Arrays.copyOf(b, n));
  }

  @Method(value = "read1(self, size=-1, /)", doc = "Up to size bytes by at most one read of the raw stream.")
  static Object read1(PyBuffered self, long size) {
    self.checkOpen("read of closed file");
    int n = size < 0 ? self.size : (int) Math.min(size, Integer.MAX_VALUE - 8);
    if (n == 0) {
      return new PyBytes(new byte[0]);
    }
    self.enter();
    try {
      int have = self.ahead();
      if (have > 0) {
        return take(self, Math.min(have, n));
      }
      if (self.canWrite) {
        self.flushAndRewind();
      }
      self.resetRead();
      byte[] out = new byte[n];
      return partial(out, Math.max(0, self.rawRead(out, 0, n)));
    } finally {
      self.leave();
    }
  }

  /** {@code read1} for a text stream's own use. */
  static byte[] readChunk(PyBuffered self, int n) {
    return ((PyBytes) read1(self, n)).array();
  }

  @Method(value = "readinto(self, buffer, /)", doc = "Reads into a buffer; the number of bytes.")
  static Object readinto(PyBuffered self, Object buffer) {
    return readInto(self, buffer, false, "readinto");
  }

  @Method(value = "readinto1(self, buffer, /)", doc = "Reads into a buffer by at most one read of the raw stream.")
  static Object readinto1(PyBuffered self, Object buffer) {
    return readInto(self, buffer, true, "readinto1");
  }

  private static Object readInto(PyBuffered self, Object target, boolean once, String name) {
    self.checkInitialized();
    Buffers.Writable to = Buffers.writable(target, name);
    try {
      self.checkOpen("readinto of closed file");
      int length = to.length();
      self.enter();
      try {
        int done = Math.min(self.ahead(), length);
        if (done > 0) {
          to.put(0, self.buffer(), self.pos, done);
          self.pos += done;
          if (done == length) {
            return Py.box(done);
          }
        }
        return readRest(self, to, done, once);
      } finally {
        self.leave();
      }
    } finally {
      to.release();
    }
  }

  private static Object readRest(PyBuffered self, Buffers.Writable to, int done, boolean once) {
    if (self.canWrite) {
      self.flushAndRewind();
    }
    self.resetRead();
    self.pos = 0;
    while (done < to.length()) {
      int remaining = to.length() - done;
      int n;
      if (remaining > self.size) {
        byte[] direct = new byte[remaining];
        n = self.rawRead(direct, 0, remaining);
        if (n > 0) {
          to.put(done, direct, 0, n);
        }
      } else if (!(once && done > 0)) {
        n = self.fill();
        if (n > 0) {
          n = Math.min(n, remaining);
          to.put(done, self.buffer(), self.pos, n);
          self.pos += n;
        }
      } else {
        n = 0;
      }
      if (n == 0 || n == PyBuffered.BLOCKED && done > 0) {
        break;
      }
      if (n == PyBuffered.BLOCKED) {
        return Py.None;
      }
      done += n;
      if (once) {
        break;
      }
    }
    return Py.box(done);
  }

  @Method(value = "peek(self, size=0, /)", doc = "What is read ahead, without moving.")
  static Object peek(PyBuffered self, long size) {
    self.checkOpen("peek of closed file");
    self.enter();
    try {
      if (self.canWrite) {
        self.flushAndRewind();
      }
      int have = self.ahead();
      if (have > 0) {
        return new PyBytes(Arrays.copyOfRange(self.buffer(), self.pos, self.pos + have));
      }
      self.resetRead();
      int n = Math.max(0, self.fill());
      self.pos = 0;
      return new PyBytes(Arrays.copyOf(self.buffer(), n));
    } finally {
      self.leave();
    }
  }

  @Method(value = "readline(self, size=-1, /)", doc = "One line, or its first size bytes.")
  static Object readline(PyBuffered self, Object size) {
    self.checkInitialized();
    return line(self, IoErrors.size(size));
  }

  private static int newline(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static PyBytes line(PyBuffered self, long limit) {
    self.checkOpen("readline of closed file");
    if (ThreadState.shared) {
      self.enter();
      try {
        return lineLocked(self, limit);
      } finally {
        self.leave();
      }
    }
    int have = self.ahead();
    if (have > 0) {
      int n = limit >= 0 && limit < have ? (int) limit : have;
      int at = newline(self.buffer(), self.pos, self.pos + n);
      if (at >= 0) {
        return take(self, at + 1 - self.pos);
      }
      if (n == limit) {
        return take(self, n);
      }
    }
    self.enter();
    try {
      return lineLocked(self, limit);
    } finally {
      self.leave();
    }
  }

  private static PyBytes lineLocked(PyBuffered self, long limit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int have = self.ahead();
    if (have > 0) {
      int n = limit >= 0 && limit < have ? (int) limit : have;
      int at = newline(self.buffer(), self.pos, self.pos + n);
      if (at >= 0) {
        return take(self, at + 1 - self.pos);
      }
      if (n == limit) {
        return take(self, n);
      }
      out.write(self.buffer(), self.pos, have);
      self.pos += have;
    }
    if (self.canWrite) {
      self.flushAndRewind();
    }
    while (limit < 0 || out.size() < limit) {
      self.resetRead();
      self.pos = 0;
      int n = self.fill();
      if (n <= 0) {
        break;
      }
      if (limit >= 0) {
        n = (int) Math.min(n, limit - out.size());
      }
      int at = newline(self.buffer(), 0, n);
      int take = at < 0 ? n : at + 1;
      out.write(self.buffer(), 0, take);
      self.pos = take;
      if (at >= 0) {
        break;
      }
    }
    return new PyBytes(out.toByteArray());
  }

  @Method("__next__(self, /)")
  static Object __next__(PyBuffered self) {
    self.checkInitialized();
    Object line;
    if (self.type() == BufferedTypes.READER || self.type() == BufferedTypes.RANDOM) {
      line = line(self, -1);
    } else {
      line = Py.callMethod(self, "readline");
      if (!(line instanceof PyBytes)) {
        throw Errors.make(dev.tuff.engine.exception.Exceptions.OSError,
            "readline() should have returned a bytes object, not '" + ((PyObject) line).type().name() + "'");
      }
    }
    if (((PyBytes) line).size() == 0) {
      throw Errors.stopIteration();
    }
    return line;
  }
}
