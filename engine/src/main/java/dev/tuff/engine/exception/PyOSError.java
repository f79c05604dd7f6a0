package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/**
 * {@code OSError(errno, strerror[, filename[, winerror[, filename2]]])}. Which subclass it becomes follows from errno, so that the arguments
 * are looked at by {@code __new__}; only if a subclass has an {@code __init__} of its own and no {@code __new__}, they wait for
 * {@code OSError.__init__}.
 */
public final class PyOSError extends PyBaseException {
  /** Null for None. */
  public Object errno;
  public Object strerror;
  public Object filename;
  public Object filename2;

  /** {@code characters_written} of a BlockingIOError; -1 if not set. */
  private long written = -1;

  PyOSError(PyType type) {
    super(type);
  }

  /** The subclass for the errno in {@code args}, if {@code type} is OSError itself. */
  static PyType choose(PyType type, Object[] args) {
    if (type != Exceptions.OSError || args.length < 2 || args.length > 5 || !(args[0] instanceof Long errno)) {
      return type;
    }
    return forErrno(errno.intValue());
  }

  /** The subclass of OSError for a value of errno (Linux numbers, which is what the errno module shows everywhere). */
  public static PyType forErrno(int errno) {
    return switch (errno) {
      case 1, 13 -> Exceptions.PermissionError;
      case 2 -> Exceptions.FileNotFoundError;
      case 3 -> Exceptions.ProcessLookupError;
      case 4 -> Exceptions.InterruptedError;
      case 10 -> Exceptions.ChildProcessError;
      case 11, 114, 115 -> Exceptions.BlockingIOError;
      case 17 -> Exceptions.FileExistsError;
      case 20 -> Exceptions.NotADirectoryError;
      case 21 -> Exceptions.IsADirectoryError;
      case 32, 108 -> Exceptions.BrokenPipeError;
      case 103 -> Exceptions.ConnectionAbortedError;
      case 104 -> Exceptions.ConnectionResetError;
      case 110 -> Exceptions.TimeoutError;
      case 111 -> Exceptions.ConnectionRefusedError;
      default -> Exceptions.OSError;
    };
  }

  @Override
  void init(Object[] args) {
    if (args.length < 2 || args.length > 5) {
      return;
    }
    errno = args[0];
    strerror = args[1];
    if (args.length == 2 || args[2] == Py.None) {
      return;
    }
    if (type() == Exceptions.BlockingIOError && Py.typeOf(args[2]).slot(Special.INDEX) != null) {
      written = Convert.toLong(args[2]);
      return;
    }
    filename = args[2];
    filename2 = args.length == 5 && args[4] != Py.None ? args[4] : null;
    this.args = PyTuple.of(args[0], args[1]);
  }

  /** Whether a subclass leaves the arguments to {@code __init__}. */
  private static boolean initLater(PyType type) {
    return type.slot(Special.INIT) != Exceptions.OSError.slot(Special.INIT)
        && type.slot(Special.NEW) == Exceptions.OSError.slot(Special.NEW);
  }

  @New(value = "OSError(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    if (initLater(cls)) {
      return new PyOSError(cls);
    }
    if (kwargs.size() > 0) {
      throw Errors.typeError(cls.name() + "() takes no keyword arguments");
    }
    PyOSError e = new PyOSError(choose(cls, args));
    e.args = PyTuple.of(args);
    e.init(args);
    return e;
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(PyOSError self, Object[] args, PyDict kwargs) {
    if (!initLater(self.type())) {
      return;
    }
    noKeywords(self, kwargs);
    self.args = PyTuple.of(args);
    self.init(args);
  }

  @Method("__str__(self, /)")
  static Object __str__(PyOSError self) {
    if (self.filename != null) {
      String head = "[Errno " + text(self.errno) + "] " + text(self.strerror) + ": " + Py.javaRepr(self.filename);
      return Py.str(self.filename2 == null ? head : head + " -> " + Py.javaRepr(self.filename2));
    }
    return self.errno != null && self.strerror != null
        ? Py.str("[Errno " + text(self.errno) + "] " + text(self.strerror))
        : PyBaseException.__str__(self);
  }

  private static String text(Object o) {
    return Py.javaString(orNone(o));
  }

  @Method(value = "__reduce__(self, /)", doc = "Helper for pickle.")
  static Object __reduce__(PyOSError self) {
    PyTuple args = self.args;
    if (args.size() == 2 && self.filename != null) {
      args = self.filename2 == null
          ? PyTuple.of(args.get(0), args.get(1), self.filename)
          : PyTuple.of(args.get(0), args.get(1), self.filename, Py.None, self.filename2);
    }
    PyDict dict = self.attributes();
    return dict == null ? PyTuple.of(self.type(), args) : PyTuple.of(self.type(), args, dict);
  }

  @Getter(value = "errno", member = true, doc = "error number of the system")
  static Object getErrno(PyOSError self) {
    return orNone(self.errno);
  }

  @Setter("errno")
  static void setErrno(PyOSError self, Object value) {
    self.errno = value;
  }

  @Getter(value = "strerror", member = true, doc = "what the error number means")
  static Object getStrerror(PyOSError self) {
    return orNone(self.strerror);
  }

  @Setter("strerror")
  static void setStrerror(PyOSError self, Object value) {
    self.strerror = value;
  }

  @Getter(value = "filename", member = true, doc = "the file concerned")
  static Object getFilename(PyOSError self) {
    return orNone(self.filename);
  }

  @Setter("filename")
  static void setFilename(PyOSError self, Object value) {
    self.filename = value;
  }

  @Getter(value = "filename2", member = true, doc = "the second file concerned")
  static Object getFilename2(PyOSError self) {
    return orNone(self.filename2);
  }

  @Setter("filename2")
  static void setFilename2(PyOSError self, Object value) {
    self.filename2 = value;
  }

  @Getter("characters_written")
  static Object getWritten(PyOSError self) {
    if (self.written == -1) {
      throw Errors.attributeError("characters_written");
    }
    return Py.box(self.written);
  }

  @Setter("characters_written")
  static void setWritten(PyOSError self, Object value) {
    if (value == null) {
      getWritten(self);
      self.written = -1;
    } else {
      self.written = Convert.toLong(value);
    }
  }
}
