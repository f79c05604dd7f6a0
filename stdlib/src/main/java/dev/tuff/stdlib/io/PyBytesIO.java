package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.BufferExports;
import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.bytes.PyMemoryView;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;
import java.util.Arrays;

/** {@code _io.BytesIO}: a binary stream in memory. */
class PyBytesIO extends PyIOBase {
  static final PyType TYPE = PyType.builtin("_io.BytesIO", BufferedIOBase.TYPE, 0, "A binary stream in memory.", new PyBytesIOTable());
  private static final byte[] NONE = {};

  byte[] data = NONE;
  int size;
  long pos;

  /** Memoryviews on the data: while there are any it cannot change its size. Null before the first. */
  private BufferExports exports;

  /** The value last given out, while {@link #data} is its array. */
  private PyBytes shared;

  PyBytesIO(PyType type) {
    super(type);
  }

  @New(value = "BytesIO(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return cls.isHeap() ? new FinalizedStreams.Bytes(cls) : new PyBytesIO(cls);
  }

  @Method("__init__(self, initial_bytes=b'')")
  static void __init__(PyBytesIO self, Object initial) {
    self.checkExports();
    self.data = NONE;
    self.shared = null;
    self.size = 0;
    self.pos = 0;
    self.closed = false;
    if (initial instanceof PyBytes b && b.type() == PyBytes.TYPE) {
      self.data = b.array();
      self.shared = b;
      self.size = b.size();
    } else if (initial != null && initial != Py.None) {
      byte[] b = Buffers.bytes(initial);
      self.data = b.clone();
      self.size = b.length;
    }
  }

  private void checkOpen() {
    if (closed) {
      throw IoErrors.closed();
    }
  }

  private void checkExports() {
    if (exports != null) {
      exports.checkResizable();
    }
  }

  /** Makes the array writable and at least that long. */
  byte[] own(long length) {
    if (length > Integer.MAX_VALUE - 8) {
      throw Errors.overflowError("new buffer size too large");
    }
    if (shared != null) {
      data = Arrays.copyOf(data, (int) Math.max(length, size));
      shared = null;
    } else if (length > data.length) {
      data = Arrays.copyOf(data, (int) Math.max(length, Math.min(Integer.MAX_VALUE - 8, data.length + (data.length >> 1) + 16L)));
    }
    return data;
  }

  private PyBytes take(long n) {
    int from = (int) Math.min(pos, size);
    int count = (int) (n < 0 ? size - from : Math.min(n, size - from));
    pos += count;
    if (shared != null && from == 0 && count == data.length) {
      return shared;
    }
    return new PyBytes(Arrays.copyOfRange(data, from, from + count));
  }

  private PyBytes takeLine(long limit) {
    if (pos >= size) {
      return new PyBytes(NONE);
    }
    int from = (int) pos;
    int end = limit < 0 ? size : (int) Math.min(size, from + limit);
    int i = from;
    while (i < end && data[i] != '\n') {
      i++;
    }
    return take(Math.min(i + 1, end) - from);
  }

  @Method(value = "readable(self, /)", doc = "True.")
  static boolean readable(PyBytesIO self) {
    self.checkOpen();
    return true;
  }

  @Method(value = "writable(self, /)", doc = "True.")
  static boolean writable(PyBytesIO self) {
    self.checkOpen();
    return true;
  }

  @Method(value = "seekable(self, /)", doc = "True.")
  static boolean seekable(PyBytesIO self) {
    self.checkOpen();
    return true;
  }

  @Method(value = "flush(self, /)", doc = "Does nothing.")
  static void flush(PyBytesIO self) {
    self.checkOpen();
  }

  @Method(value = "isatty(self, /)", doc = "False.")
  static boolean isatty(PyBytesIO self) {
    self.checkOpen();
    return false;
  }

  @Method(value = "tell(self, /)", doc = "The current position.")
  static long tell(PyBytesIO self) {
    self.checkOpen();
    return self.pos;
  }

  @Method(value = "getvalue(self, /)", doc = "All bytes.")
  static Object getvalue(PyBytesIO self) {
    self.checkOpen();
    if (self.shared != null && self.size == self.data.length) {
      return self.shared;
    }
    return new PyBytes(Arrays.copyOf(self.data, self.size));
  }

  @Method(value = "getbuffer(self, /)", doc = "A view of the bytes that can be written to.")
  static Object getbuffer(PyBytesIO self) {
    self.checkOpen();
    if (self.exports == null) {
      self.exports = new BufferExports();
    }
    return new PyMemoryView(new PyBytesIOBuffer(self, self.exports).buffer(BufferView.FULL));
  }

  @Method(value = "read(self, size=-1, /)", doc = "Up to size bytes.")
  static Object read(PyBytesIO self, Object size) {
    long n = IoErrors.size(size);
    synchronized (self) {
      self.checkOpen();
      return self.take(n);
    }
  }

  @Method(value = "read1(self, size=-1, /)", doc = "Up to size bytes.")
  static Object read1(PyBytesIO self, Object size) {
    return read(self, size);
  }

  @Method(value = "readline(self, size=-1, /)", doc = "One line, or its first size bytes.")
  static Object readline(PyBytesIO self, Object size) {
    long n = IoErrors.size(size);
    synchronized (self) {
      self.checkOpen();
      return self.takeLine(n);
    }
  }

  @Method(value = "readlines(self, size=None, /)", doc = "A list of lines, until size bytes are read.")
  static Object readlines(PyBytesIO self, Object size) {
    if (size != Py.None && !PyInt.isInt(size)) {
      throw Errors.typeError("integer argument expected, got '" + Py.typeOf(size).name() + "'");
    }
    long hint = size == Py.None ? 0 : Convert.toLong(size);
    synchronized (self) {
      self.checkOpen();
      PyList lines = new PyList();
      long total = 0;
      for (PyBytes line; (line = self.takeLine(-1)).size() > 0; ) {
        lines.add(line);
        total += line.size();
        if (hint > 0 && total >= hint) {
          break;
        }
      }
      return lines;
    }
  }

  @Method("__next__(self, /)")
  static Object __next__(PyBytesIO self) {
    synchronized (self) {
      self.checkOpen();
      PyBytes line = self.takeLine(-1);
      if (line.size() == 0) {
        throw Errors.stopIteration();
      }
      return line;
    }
  }

  @Method(value = "readinto(self, buffer, /)", doc = "Reads into a buffer; the number of bytes.")
  static long readinto(PyBytesIO self, Object buffer) {
    Buffers.Writable to = Buffers.writable(buffer, "readinto");
    try {
      synchronized (self) {
        self.checkOpen();
        int from = (int) Math.min(self.pos, self.size);
        int n = Math.min(to.length(), self.size - from);
        to.put(0, self.data, from, n);
        self.pos += n;
        return n;
      }
    } finally {
      to.release();
    }
  }

  @Method(value = "truncate(self, size=None, /)", doc = "Makes the data at most that long.")
  static long truncate(PyBytesIO self, Object size) {
    synchronized (self) {
      self.checkOpen();
      self.checkExports();
      if (size != Py.None && Py.typeOf(size).slot(dev.tuff.engine.core.Special.INDEX) == null) {
        throw Errors.typeError("argument should be integer or None, not '" + Py.typeOf(size).name() + "'");
      }
      long n = size == Py.None ? self.pos : Convert.toLong(size);
      if (n < 0) {
        throw Errors.valueError("negative size value " + n);
      }
      if (n < self.size) {
        self.data = Arrays.copyOf(self.data, (int) n);
        self.shared = null;
        self.size = (int) n;
      }
      return n;
    }
  }

  @Method(value = "seek(self, pos, whence=0, /)", doc = "Moves to a position and returns it.")
  static long seek(PyBytesIO self, long pos, int whence) {
    synchronized (self) {
      self.checkOpen();
      if (pos < 0 && whence == 0) {
        throw Errors.valueError("negative seek value " + pos);
      }
      long base =
          switch (whence) {
            case 0 -> 0;
            case 1 -> self.pos;
            case 2 -> self.size;
            default -> throw Errors.valueError("invalid whence (" + whence + ", should be 0, 1 or 2)");
          };
      if (pos > Long.MAX_VALUE - base) {
        throw Errors.overflowError("new position too large");
      }
      return self.pos = Math.max(0, base + pos);
    }
  }

  @Method(value = "write(self, b, /)", doc = "Writes bytes and returns their number.")
  static long write(PyBytesIO self, Object b) {
    self.checkOpen();
    self.checkExports();
    byte[] bytes = Buffers.bytes(b);
    synchronized (self) {
      if (bytes.length == 0) {
        return 0;
      }
      long end = self.pos + bytes.length;
      byte[] d = self.own(end);
      if (self.pos > self.size) {
        Arrays.fill(d, self.size, (int) self.pos, (byte) 0);
      }
      System.arraycopy(bytes, 0, d, (int) self.pos, bytes.length);
      self.pos = end;
      self.size = (int) Math.max(self.size, end);
      return bytes.length;
    }
  }

  @Method(value = "writelines(self, lines, /)", doc = "Writes all items of an iterable.")
  static void writelines(PyBytesIO self, Object lines) {
    self.checkOpen();
    Object it = Iteration.iter(lines);
    for (Object line; (line = Iteration.next(it)) != null; ) {
      write(self, line);
    }
  }

  @Method(value = "close(self, /)", doc = "Gives the memory back.")
  static void close(PyBytesIO self) {
    self.checkExports();
    self.closed = true;
    self.data = NONE;
    self.shared = null;
    self.size = 0;
  }

  @Getter(value = "closed", doc = "Whether the stream is closed.")
  static boolean getClosed(PyBytesIO self) {
    return self.closed;
  }

  @Method("__getstate__(self, /)")
  static Object __getstate__(PyBytesIO self) {
    Object value = getvalue(self);
    PyDict d = self.dict();
    return Py.tuple(value, Py.box(self.pos), d.size() == 0 ? Py.None : d.copyExact());
  }

  @Method("__setstate__(self, state, /)")
  static void __setstate__(PyBytesIO self, Object state) {
    if (!(state instanceof PyTuple t) || t.size() < 3) {
      throw Errors.typeError(self.type().name() + ".__setstate__ argument should be 3-tuple, got " + Py.typeOf(state).name());
    }
    self.checkExports();
    self.size = 0;
    self.pos = 0;
    self.closed = false;
    write(self, t.get(0));
    if (!PyInt.isInt(t.get(1))) {
      throw Errors.typeError("second item of state must be an integer, not " + Py.typeOf(t.get(1)).name());
    }
    long pos = Convert.toLong(t.get(1));
    if (pos < 0) {
      throw Errors.valueError("position value cannot be negative");
    }
    self.pos = pos;
    if (t.get(2) instanceof PyDict d) {
      self.dict().update(d);
    } else if (t.get(2) != Py.None) {
      throw Errors.typeError("third item of state should be a dict, got a " + Py.typeOf(t.get(2)).name());
    }
  }

  @Method("__sizeof__(self, /)")
  static long __sizeof__(PyBytesIO self) {
    return 80 + self.data.length;
  }
}
