package dev.tuff.stdlib.os;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.Host;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import dev.tuff.stdlib.io.Paths;

/**
 * A path, or a file descriptor in its place, as an argument of a {@code posix} function.
 *
 * @param object what an error shows as the file name
 * @param text the path for the host; null for a descriptor
 * @param bytes whether it was given as bytes, so that results are bytes too
 * @param fd the descriptor, or -1
 */
record PathArgument(Object object, String text, boolean bytes, int fd) {
  private static final int FD = 1;
  private static final int NONE = 2;

  /** A path. */
  static PathArgument of(String function, String name, Object o) {
    return of(function, name, o, 0);
  }

  static PathArgument of(String function, Object o) {
    return of(function, "path", o, 0);
  }

  /** A path or a descriptor. */
  static PathArgument orFd(String function, Object o) {
    return of(function, "path", o, FD);
  }

  /** A path, a descriptor, or None for the current directory. */
  static PathArgument orNone(String function, Object o) {
    return of(function, "path", o, FD | NONE);
  }

  private static PathArgument of(String function, String name, Object o, int also) {
    if (o == Py.None && (also & NONE) != 0) {
      return new PathArgument(Py.None, ".", false, -1);
    }
    Object p = o;
    if (!PyStr.isStr(o) && !(o instanceof PyBytes)) {
      if ((also & FD) != 0 && Py.typeOf(o).slot(Special.INDEX) != null) {
        return new PathArgument(o, null, false, fd(o));
      }
      p = fspath(o);
      if (p == null) {
        String kinds = also == 0 ? "string, bytes or os.PathLike"
            : also == FD ? "string, bytes, os.PathLike or integer" : "string, bytes, os.PathLike, integer or None";
        throw Errors.typeError(function + ": " + name + " should be " + kinds + ", not " + Py.typeOf(o).name());
      }
    }
    boolean bytes = p instanceof PyBytes;
    String text = bytes ? Paths.decode(((PyBytes) p).array()) : PyStr.java(p);
    if (text.indexOf('\0') >= 0) {
      throw Errors.valueError(function + ": embedded null character in " + name);
    }
    return new PathArgument(p, text, bytes, -1);
  }

  private static Object fspath(Object o) {
    Object f = Attributes.special(o, "__fspath__");
    if (f == null || f == Py.None) {
      return null;
    }
    Object r = Call.call(f);
    if (PyStr.isStr(r) || r instanceof PyBytes) {
      return r;
    }
    throw Errors.typeError("expected " + Py.typeOf(o).name() + ".__fspath__() to return str or bytes, not " + Py.typeOf(r).name());
  }

  /** A descriptor number. */
  static int fd(Object o) {
    if (o instanceof Boolean) {
      warnBool();
    }
    Object i = PyInt.index(o);
    if (i instanceof Long l && l == (int) (long) l) {
      return (int) (long) l;
    }
    boolean negative = i instanceof Long l ? l < 0 : ((java.math.BigInteger) i).signum() < 0;
    throw Errors.overflowError(negative ? "fd is less than minimum" : "fd is greater than maximum");
  }

  private static void warnBool() {
    dev.tuff.engine.core.Warnings.warn(dev.tuff.engine.exception.Exceptions.RuntimeWarning, "bool is used as a file descriptor", 1);
  }

  /** An object with a descriptor: a number, or anything with {@code fileno()}. */
  static int descriptor(Object o) {
    if (o instanceof Boolean) {
      warnBool();
    }
    if (PyInt.isInt(o)) {
      return Convert.toInt(o instanceof Boolean b ? Py.box(b ? 1 : 0) : o);
    }
    Object f = Attributes.find(o, "fileno");
    if (f == null) {
      throw Errors.typeError("argument must be an int, or have a fileno() method.");
    }
    Object n = Call.call(f);
    if (!PyInt.isInt(n)) {
      throw Errors.typeError("fileno() returned a non-integer");
    }
    int fd = Convert.toInt(n);
    if (fd < 0) {
      throw Errors.valueError("file descriptor cannot be a negative integer (" + fd + ")");
    }
    return fd;
  }

  boolean isFd() {
    return text == null;
  }

  /** The path, taken from the directory {@code dirFd} if that is given and the path is relative. */
  String at(Object dirFd, Interpreter interpreter) {
    if (dirFd == null || dirFd == Py.None || text.startsWith("/")) {
      return text;
    }
    if (Py.typeOf(dirFd).slot(Special.INDEX) == null) {
      throw Errors.typeError("argument should be integer or None, not " + Py.typeOf(dirFd).name());
    }
    if (isFd()) {
      throw Errors.valueError("can't specify dir_fd without matching path");
    }
    int n = Convert.toInt(dirFd);
    if (n == -100) {
      return text;
    }
    try {
      OpenFile f = interpreter.host.descriptors().get(n);
      if (!f.status().isDirectory()) {
        throw new HostException(dev.tuff.host.Errno.ENOTDIR);
      }
      return f.path() + "/" + text;
    } catch (HostException e) {
      throw HostErrors.of(e, object);
    }
  }

  /** The path, or that of the file which the descriptor was opened by. */
  String name(Host host) {
    if (text != null) {
      return text;
    }
    try {
      String p = host.descriptors().get(fd).path();
      if (p == null) {
        throw new HostException(dev.tuff.host.Errno.ENOTDIR);
      }
      return p;
    } catch (HostException e) {
      throw HostErrors.of(e, object);
    }
  }

  /** A name or path for the program, in the kind that it used. */
  Object like(String s) {
    return bytes ? new PyBytes(Paths.encode(s)) : Py.str(s);
  }

  PyException error(HostException e) {
    return object == Py.None ? HostErrors.of(e) : HostErrors.of(e, object);
  }
}
