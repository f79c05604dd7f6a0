package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;

/** What BufferedReader, BufferedWriter and BufferedRandom share: position, state, closing. */
final class BufferedMethods {
  private BufferedMethods() {}

  @Method(value = "detach(self, /)", doc = "Separates the raw stream and returns it.")
  static Object detach(PyBuffered self) {
    return self.detach();
  }

  @Method(value = "close(self, /)", doc = "Flushes and closes the stream.")
  static Object close(PyBuffered self) {
    self.checkInitialized();
    if (self.rawClosed()) {
      return Py.None;
    }
    PyException failed = null;
    try {
      Py.callMethod(self, "flush");
    } catch (PyException e) {
      failed = e;
    }
    Object result = Py.None;
    try {
      result = Py.callMethod(self.raw, "close");
    } catch (PyException e) {
      if (failed != null && e.value.context == null && e.value != failed.value) {
        e.value.context = failed.value;
      }
      failed = e;
    }
    self.resetWrite();
    self.dropBuffer();
    if (failed != null) {
      throw failed;
    }
    return result;
  }

  @Method(value = "seekable(self, /)", doc = "Whether the stream can be moved in.")
  static Object seekable(PyBuffered self) {
    self.checkInitialized();
    return Py.callMethod(self.raw, "seekable");
  }

  @Method(value = "fileno(self, /)", doc = "The file descriptor.")
  static Object fileno(PyBuffered self) {
    self.checkInitialized();
    return Py.callMethod(self.raw, "fileno");
  }

  @Method(value = "isatty(self, /)", doc = "Whether the stream is a terminal.")
  static Object isatty(PyBuffered self) {
    self.checkInitialized();
    return Py.callMethod(self.raw, "isatty");
  }

  @Method("_dealloc_warn(self, source, /)")
  static void _dealloc_warn(PyBuffered self, Object source) {
    Object warn = self.raw == null ? null : Attributes.find(self.raw, "_dealloc_warn");
    if (warn != null) {
      dev.tuff.engine.core.Call.call(warn, source);
    }
  }

  @Method("__getstate__(self, /)")
  static Object __getstate__(PyBuffered self) {
    throw Errors.typeError("cannot pickle '" + self.type().name() + "' instances");
  }

  @Method("__sizeof__(self, /)")
  static long __sizeof__(PyBuffered self) {
    self.checkInitialized();
    return 144 + (self.buffer == null ? 0 : self.size);
  }

  @Getter("closed")
  static Object getClosed(PyBuffered self) {
    self.checkInitialized();
    return Attributes.get(self.raw, "closed");
  }

  @Getter("name")
  static Object getName(PyBuffered self) {
    self.checkInitialized();
    return Attributes.get(self.raw, "name");
  }

  @Getter("mode")
  static Object getMode(PyBuffered self) {
    self.checkInitialized();
    return Attributes.get(self.raw, "mode");
  }

  @Getter(value = "raw", member = true)
  static Object getRaw(PyBuffered self) {
    return self.raw == null ? Py.None : self.raw;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyBuffered self) {
    String type = self.type().fullName();
    Object name;
    try {
      name = Attributes.get(self, "name");
    } catch (PyException e) {
      if (!e.is(dev.tuff.engine.exception.Exceptions.Exception)) {
        throw e;
      }
      return "<" + type + ">";
    }
    ThreadState t = ThreadState.current();
    if (!t.enterRepr(self)) {
      throw Errors.runtimeError("reentrant call inside " + type + ".__repr__");
    }
    try {
      return Py.str("<" + type + " name=" + Py.javaRepr(name) + ">");
    } finally {
      t.leaveRepr(self);
    }
  }

  // ---- position

  @Method(value = "tell(self, /)", doc = "The current position.")
  static long tell(PyBuffered self) {
    self.checkInitialized();
    return Math.max(0, self.rawTell() - self.rawOffset());
  }

  @Method(value = "seek(self, target, whence=0, /)", doc = "Moves to a position and returns it.")
  static long seek(PyBuffered self, Object target, int whence) {
    self.checkInitialized();
    if (whence < 0 || whence > 4) {
      throw Errors.valueError("whence value " + whence + " unsupported");
    }
    self.checkOpen("seek of closed file");
    PyFileIO f = self.file();
    if (f != null ? !f.canSeek() : Py.callMethod(self.raw, "seekable") != Boolean.TRUE) {
      throw IoErrors.unsupported("File or stream is not seekable.");
    }
    long to = Convert.toLong(target);
    // within what has been read ahead nothing need be asked of the raw stream
    if ((whence == 0 || whence == 1) && self.canRead) {
      long current = self.knownRawTell();
      int ahead = self.ahead();
      if (ahead > 0) {
        long offset = whence == 0 ? to - (current - self.rawOffset()) : to;
        if (offset >= -self.pos && offset <= ahead) {
          self.pos += (int) offset;
          return Math.max(0, current - ahead + offset);
        }
      }
    }
    self.enter();
    try {
      if (self.canWrite) {
        self.flushLocked();
      }
      if (whence == 1) {
        to -= self.rawOffset();
      }
      long n = self.rawSeek(to, whence);
      self.rawPos = -1;
      if (self.canRead) {
        self.resetRead();
      }
      return n;
    } finally {
      self.leave();
    }
  }

  @Method(value = "truncate(self, pos=None, /)", doc = "Makes the file that long, the current position by default.")
  static Object truncate(PyBuffered self, Object pos) {
    self.checkOpen("truncate of closed file");
    if (!self.canWrite) {
      throw IoErrors.unsupported("truncate");
    }
    self.enter();
    try {
      self.flushAndRewind();
      Object r = Py.callMethod(self.raw, "truncate", pos);
      try {
        self.rawTell();
      } catch (PyException e) {
        if (!e.is(dev.tuff.engine.exception.Exceptions.Exception)) {
          throw e;
        }
      }
      return r;
    } finally {
      self.leave();
    }
  }
}
