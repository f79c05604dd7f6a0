package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;

/** Writing to a buffered stream. */
final class BufferedWriting {
  private BufferedWriting() {}

  @Method(value = "writable(self, /)", doc = "Whether the stream can be written.")
  static Object writable(PyBuffered self) {
    self.checkInitialized();
    return Py.callMethod(self.raw, "writable");
  }

  @Method(value = "flush(self, /)", doc = "Writes out what is buffered.")
  static void flush(PyBuffered self) {
    self.checkOpen("flush of closed file");
    self.enter();
    try {
      self.flushAndRewind();
    } finally {
      self.leave();
    }
  }

  @Method(value = "write(self, buffer, /)", doc = "Writes bytes and returns their number.")
  static long write(PyBuffered self, Object buffer) {
    self.checkInitialized();
    byte[] b = Buffers.bytes(buffer);
    write(self, b, b.length);
    return b.length;
  }

  /** Writes the first {@code n} bytes. */
  static void write(PyBuffered self, byte[] b, int n) {
    self.enter();
    try {
      self.checkOpen("write to closed file");
      if (self.isClean()) {
        self.pos = 0;
        self.rawPos = 0;
      }
      if (n <= self.size - self.pos) {
        put(self, b, 0, n);
        return;
      }
      writeLong(self, b, n);
    } finally {
      self.leave();
    }
  }

  private static void put(PyBuffered self, byte[] b, int offset, int n) {
    System.arraycopy(b, offset, self.buffer(), self.pos, n);
    if (self.writeEnd == -1 || self.writePos > self.pos) {
      self.writePos = self.pos;
    }
    self.moveTo(self.pos + n);
    if (self.writeEnd < self.pos) {
      self.setWriteEnd(self.pos);
    }
  }

  private static void writeLong(PyBuffered self, byte[] b, int n) {
    try {
      self.flushLocked();
    } catch (PyException e) {
      if (!e.is(Exceptions.BlockingIOError)) {
        throw e;
      }
      keepWhatFits(self, b, n);
      return;
    }
    long offset = self.rawOffset();
    if (offset != 0) {
      self.rawSeek(-offset, 1);
      self.rawPos -= offset;
    }
    int done = 0;
    while (n - done > self.size) {
      int w = self.rawWrite(b, done, n - done);
      if (w == PyBuffered.BLOCKED) {
        // the buffer is empty: it takes what it can
        System.arraycopy(b, done, self.buffer(), 0, self.size);
        self.rawPos = 0;
        self.writePos = 0;
        self.moveTo(self.size);
        self.setWriteEnd(self.size);
        throw IoErrors.wouldBlock("write could not complete without blocking", done + self.size);
      }
      done += w;
    }
    if (self.canRead) {
      self.resetRead();
    }
    if (n > done) {
      System.arraycopy(b, done, self.buffer(), 0, n - done);
      self.writePos = 0;
      self.setWriteEnd(n - done);
      self.moveTo(n - done);
      self.rawPos = 0;
    }
  }

  /** The raw stream takes nothing now: as much as the buffer has room for stays there, and the rest is refused. */
  private static void keepWhatFits(PyBuffered self, byte[] b, int n) {
    if (self.canRead) {
      self.resetRead();
    }
    byte[] buffer = self.buffer();
    int shift = self.writePos;
    System.arraycopy(buffer, shift, buffer, 0, self.writeEnd - shift);
    self.writeEnd -= shift;
    self.rawPos -= shift;
    self.pos -= shift;
    self.writePos = 0;
    int take = Math.min(n, self.size - self.writeEnd);
    System.arraycopy(b, 0, buffer, self.writeEnd, take);
    self.writeEnd += take;
    self.pos += take;
    if (take < n) {
      throw IoErrors.wouldBlock("write could not complete without blocking", take);
    }
  }

  static void checkWritable(Object raw) {
    if (!(raw instanceof PyFileIO f && f.type() == PyFileIO.TYPE && PyFileIO.writable(f)) && Py.callMethod(raw, "writable") != Boolean.TRUE) {
      throw IoErrors.unsupported("File or stream is not writable.");
    }
  }

  static void checkReadable(Object raw) {
    if (!(raw instanceof PyFileIO f && f.type() == PyFileIO.TYPE && PyFileIO.readable(f)) && Py.callMethod(raw, "readable") != Boolean.TRUE) {
      throw IoErrors.unsupported("File or stream is not readable.");
    }
  }

  static void checkSeekable(Object raw) {
    if (Py.callMethod(raw, "seekable") != Boolean.TRUE) {
      throw IoErrors.unsupported("File or stream is not seekable.");
    }
  }

}
