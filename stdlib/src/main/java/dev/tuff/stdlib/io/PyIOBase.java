package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.reference.References;
import java.io.ByteArrayOutputStream;

/** {@code _io._IOBase}: what every stream has. The Java class of all streams, those written in Python included. */
public class PyIOBase extends PyObject {
  public static final PyType TYPE = PyType.builtin("_io._IOBase", PyType.OBJECT, PyType.HAS_DICT | PyType.WEAKREF,
      "The base of all streams: the methods that do not depend on what is read or written.", new PyIOBaseTable());

  /** Closed by this class's own {@code close}. */
  boolean closed;

  /** Told when the stream is dead and not closed; null if nobody is to be. */
  References references;

  /** Whether that has happened: it does once. */
  private boolean finalized;

  /** The JVM has found the stream dead. */
  final void dead() {
    if (references != null && !finalized) {
      finalized = true;
      references.addFinalizable(this);
    }
  }

  protected PyIOBase(PyType type) {
    super(type);
  }

  @New(value = "_IOBase(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return cls.isHeap() ? new FinalizedStreams.Plain(cls) : new PyIOBase(cls);
  }

  // ---- whether the stream is in order, as subclasses written in Python see it

  static boolean isClosed(Object self) {
    return Py.truth(Attributes.get(self, "closed"));
  }

  static void checkClosed(Object self) {
    if (isClosed(self)) {
      throw IoErrors.closed();
    }
  }

  @Method(value = "_checkClosed(self, /)", doc = "Raises ValueError if the stream is closed.")
  static void _checkClosed(PyIOBase self) {
    checkClosed(self);
  }

  private static void checkAbility(Object self, String question, String message) {
    if (Py.callMethod(self, question) != Boolean.TRUE) {
      throw IoErrors.unsupported(message);
    }
  }

  @Method("_checkSeekable(self, /)")
  static void _checkSeekable(PyIOBase self) {
    checkAbility(self, "seekable", "File or stream is not seekable.");
  }

  @Method("_checkReadable(self, /)")
  static void _checkReadable(PyIOBase self) {
    checkAbility(self, "readable", "File or stream is not readable.");
  }

  @Method("_checkWritable(self, /)")
  static void _checkWritable(PyIOBase self) {
    checkAbility(self, "writable", "File or stream is not writable.");
  }

  @Getter("closed")
  static boolean getClosed(PyIOBase self) {
    return self.closed;
  }

  // ---- what there is not, unless a subclass has it

  @Method(value = "seek(self, offset, whence=0, /)", doc = "Moves to a position and returns it.")
  static Object seek(PyIOBase self, Object offset, Object whence) {
    throw IoErrors.unsupported("seek");
  }

  @Method(value = "tell(self, /)", doc = "The current position.")
  static Object tell(PyIOBase self) {
    return Py.callMethod(self, "seek", Py.box(0), Py.box(1));
  }

  @Method(value = "truncate(self, size=None, /)", doc = "Makes the file that long, the current position by default.")
  static Object truncate(PyIOBase self, Object size) {
    throw IoErrors.unsupported("truncate");
  }

  @Method(value = "fileno(self, /)", doc = "The file descriptor, if there is one.")
  static Object fileno(PyIOBase self) {
    throw IoErrors.unsupported("fileno");
  }

  @Method(value = "isatty(self, /)", doc = "Whether the stream is interactive.")
  static boolean isatty(PyIOBase self) {
    checkClosed(self);
    return false;
  }

  @Method(value = "seekable(self, /)", doc = "Whether the stream can be moved in.")
  static boolean seekable(PyIOBase self) {
    return false;
  }

  @Method(value = "readable(self, /)", doc = "Whether the stream can be read.")
  static boolean readable(PyIOBase self) {
    return false;
  }

  @Method(value = "writable(self, /)", doc = "Whether the stream can be written.")
  static boolean writable(PyIOBase self) {
    return false;
  }

  // ---- closing

  @Method(value = "flush(self, /)", doc = "Writes out what is buffered.")
  static void flush(PyIOBase self) {
    if (self.closed) {
      throw IoErrors.closed();
    }
  }

  @Method(value = "close(self, /)", doc = "Flushes and closes the stream; closing twice does nothing.")
  static void close(PyIOBase self) {
    if (self.closed) {
      return;
    }
    try {
      Py.callMethod(self, "flush");
    } finally {
      self.closed = true;
    }
  }

  @Method("__enter__(self, /)")
  static Object __enter__(PyIOBase self) {
    checkClosed(self);
    return self;
  }

  @Method("__exit__(self, /, *args)")
  static Object __exit__(PyIOBase self, Object[] args) {
    return Py.callMethod(self, "close");
  }

  @Method(value = "__del__(self, /)", doc = "Closes the stream.")
  static void __del__(PyIOBase self) {
    Object now = Attributes.find(self, "closed");
    if (now == null || Py.truth(now)) {
      return;
    }
    try {
      if (self instanceof PyFileIO || self instanceof PyBuffered || self instanceof PyTextIOWrapper) {
        Py.callMethod(self, "_dealloc_warn", self);
      }
      Py.callMethod(self, "close");
    } catch (PyException e) {
      if (!e.is(Exceptions.Exception)) {
        throw e;
      }
      dev.tuff.engine.core.Unraisable.report(e.value, null, self);
    }
  }

  // ---- lines

  @Method(value = "readline(self, size=-1, /)", doc = "Reads one line, at most size bytes of it.")
  static Object readline(PyIOBase self, Object size) {
    long limit = IoErrors.size(size);
    Object peek = Attributes.find(self, "peek");
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (limit < 0 || line.size() < limit) {
      long want = 1;
      if (peek != null) {
        Object ahead = Call.call(peek, Py.box(1));
        if (!(ahead instanceof PyBytes b)) {
          throw Errors.make(Exceptions.OSError, "peek() should have returned a bytes object, not '" + Py.typeOf(ahead).name() + "'");
        }
        if (b.size() > 0) {
          want = b.size();
          if (limit >= 0) {
            want = Math.min(want, limit - line.size());
          }
          byte[] a = b.array();
          for (int i = 0; i < want; i++) {
            if (a[i] == '\n') {
              want = i + 1;
            }
          }
        }
      }
      Object got = Py.callMethod(self, "read", Py.box(want));
      if (!(got instanceof PyBytes b)) {
        throw Errors.make(Exceptions.OSError, "read() should have returned a bytes object, not '" + Py.typeOf(got).name() + "'");
      }
      if (b.size() == 0) {
        break;
      }
      line.write(b.array(), 0, b.size());
      if (b.array()[b.size() - 1] == '\n') {
        break;
      }
    }
    return new PyBytes(line.toByteArray());
  }

  @Method(value = "readlines(self, hint=-1, /)", doc = "A list of lines, until about hint bytes are read.")
  static Object readlines(PyIOBase self, Object hint) {
    long limit = IoErrors.size(hint);
    PyList lines = new PyList();
    Object it = Iteration.iter(self);
    long total = 0;
    for (Object line; (line = Iteration.next(it)) != null; ) {
      lines.add(line);
      if (limit > 0) {
        total += Items.length(line);
        if (total > limit) {
          break;
        }
      }
    }
    return lines;
  }

  @Method(value = "writelines(self, lines, /)", doc = "Writes all lines of an iterable; adds no line ends.")
  static void writelines(PyIOBase self, Object lines) {
    checkClosed(self);
    Object it = Iteration.iter(lines);
    for (Object line; (line = Iteration.next(it)) != null; ) {
      Py.callMethod(self, "write", line);
    }
  }

  @Method("__iter__(self, /)")
  static Object __iter__(PyIOBase self) {
    checkClosed(self);
    return self;
  }

  @Method("__next__(self, /)")
  static Object __next__(PyIOBase self) {
    Object line = Py.callMethod(self, "readline");
    if (Items.length(line) == 0) {
      throw Errors.stopIteration();
    }
    return line;
  }
}
