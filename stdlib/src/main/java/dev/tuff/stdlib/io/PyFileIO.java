package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;
import dev.tuff.host.Errno;
import dev.tuff.host.FileStatus;
import dev.tuff.host.FileSystem;
import dev.tuff.host.Host;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import java.util.Arrays;

/** {@code _io.FileIO}: a file descriptor as a raw stream. */
public final class PyFileIO extends PyIOBase {
  public static final PyType TYPE = PyType.builtin("_io.FileIO", RawIOBase.TYPE, 0,
      "A file as an unbuffered binary stream.\n\nThe mode is one of 'r', 'w', 'x', 'a', with '+' for both ways.", new PyFileIOTable());

  private final Host host;

  /** -1 when closed. */
  int fd = -1;
  private boolean created;
  private boolean readable;
  private boolean writable;
  private boolean appending;

  /** Whether positions make sense; null while nobody has asked. */
  private Boolean seekable;
  private boolean closeDescriptor = true;
  private long blockSize = IoModule.DEFAULT_BUFFER_SIZE;

  /** What fstat said at opening; null once something may have changed the file. */
  private FileStatus atOpen;

  /** The buffered stream over this one, which closes it. */
  PyBuffered owner;

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  protected void finalize() {
    if (owner == null && fd >= 0) {
      dead();
    }
  }

  PyFileIO(PyType type, Host host) {
    super(type);
    this.host = host;
  }

  /** A stream on a descriptor that is known to be good: the standard streams. */
  static PyFileIO ofDescriptor(Host host, int fd, boolean read, Object name) {
    PyFileIO f = new PyFileIO(TYPE, host);
    f.fd = fd;
    f.readable = read;
    f.writable = !read;
    f.closeDescriptor = false;
    f.dictSet("name", name);
    return f;
  }

  @New(value = "FileIO(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs, Interpreter interpreter) {
    PyFileIO f = new PyFileIO(cls, interpreter.host);
    f.references = interpreter.references();
    return f;
  }

  @Method("__init__(self, file, mode='r', closefd=True, opener=None)")
  static void __init__(PyFileIO self, Object file, String mode, boolean closefd, Object opener) {
    self.open(file, mode, closefd, opener);
  }

  void open(Object file, String mode, boolean closefd, Object opener) {
    if (fd >= 0) {
      if (closeDescriptor) {
        closeFd();
      } else {
        fd = -1;
      }
    }
    closed = false;
    int given = -1;
    if (file instanceof Boolean) {
      dev.tuff.engine.core.Warnings.warn(Exceptions.RuntimeWarning, "bool is used as a file descriptor", 1);
    }
    if (PyInt.isInt(file)) {
      given = Convert.toInt(file instanceof Boolean b ? Py.box(b ? 1 : 0) : file);
      if (given < 0) {
        throw Errors.valueError("negative file descriptor");
      }
    }
    String path = given < 0 ? Paths.text(file) : null;
    int flags = flags(mode) | FileSystem.O_CLOEXEC;
    boolean own = false;
    if (given >= 0) {
      fd = given;
      closeDescriptor = closefd;
    } else {
      closeDescriptor = true;
      if (!closefd) {
        throw Errors.valueError("Cannot use closefd=False with file name");
      }
      own = true;
      fd = opener == Py.None ? openPath(file, path, flags) : openWith(opener, file, flags);
    }
    try {
      examine(file);
      Attributes.set(this, "name", file);
      if (appending) {
        try {
          host.descriptors().get(fd).seek(0, OpenFile.SEEK_END);
        } catch (HostException e) {
          // what cannot be moved in appends by nature
        }
      }
    } catch (PyException e) {
      if (own) {
        closeFd();
      } else {
        fd = -1;
      }
      throw e;
    }
  }

  private int flags(String mode) {
    created = readable = writable = appending = false;
    seekable = null;
    boolean plus = false;
    boolean chosen = false;
    int flags = 0;
    for (int i = 0; i < mode.length(); i++) {
      char c = mode.charAt(i);
      switch (c) {
        case 'x', 'r', 'w', 'a' -> {
          if (chosen) {
            throw badMode();
          }
          chosen = true;
          readable = c == 'r';
          writable = c != 'r';
          created = c == 'x';
          appending = c == 'a';
          flags |= c == 'x' ? FileSystem.O_EXCL | FileSystem.O_CREAT
              : c == 'w' ? FileSystem.O_CREAT | FileSystem.O_TRUNC
              : c == 'a' ? FileSystem.O_APPEND | FileSystem.O_CREAT : 0;
        }
        case 'b' -> {}
        case '+' -> {
          if (plus) {
            throw badMode();
          }
          plus = true;
        }
        default -> throw Errors.valueError("invalid mode: " + mode);
      }
    }
    if (!chosen) {
      throw badMode();
    }
    if (plus) {
      readable = writable = true;
    }
    return flags | (readable && writable ? FileSystem.O_RDWR : readable ? FileSystem.O_RDONLY : FileSystem.O_WRONLY);
  }

  private static PyException badMode() {
    return Errors.valueError("Must have exactly one of create/read/write/append mode and at most one plus");
  }

  private int openPath(Object file, String path, int flags) {
    try {
      return host.descriptors().add(host.files().open(path, flags, 0666));
    } catch (HostException e) {
      throw HostErrors.of(e, file);
    }
  }

  private static int openWith(Object opener, Object file, int flags) {
    Object result = Call.call(opener, file, Py.box(flags));
    if (!PyInt.isInt(result)) {
      throw Errors.typeError("expected integer from opener");
    }
    int n = Convert.toInt(result);
    if (n < 0) {
      throw Errors.valueError("opener returned " + n);
    }
    return n;
  }

  /** A directory is refused; the block size is the default buffer's. */
  private void examine(Object file) {
    try {
      atOpen = host.descriptors().get(fd).status();
      if (atOpen.isDirectory()) {
        throw HostErrors.of(new HostException(Errno.EISDIR), file);
      }
    } catch (HostException e) {
      if (e.errno() == Errno.EBADF) {
        throw HostErrors.of(e);
      }
    }
  }

  // ---- state

  OpenFile file() {
    if (fd < 0) {
      throw IoErrors.closedFile();
    }
    try {
      return host.descriptors().get(fd);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  private OpenFile reading() {
    OpenFile f = file();
    if (!readable) {
      throw IoErrors.unsupported("File not open for reading");
    }
    return f;
  }

  private OpenFile writing() {
    OpenFile f = file();
    if (!writable) {
      throw IoErrors.unsupported("File not open for writing");
    }
    return f;
  }

  private void closeFd() {
    int n = fd;
    fd = -1;
    try {
      host.descriptors().close(n);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  /** Reads some bytes; -1 for none now. */
  int read(byte[] into, int offset, int length) {
    try {
      return reading().read(into, offset, length);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  /** Writes some bytes; -1 for none now. */
  int write(byte[] from, int offset, int length) {
    try {
      atOpen = null;
      return writing().write(from, offset, length);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  long seek(long offset, int whence) {
    try {
      long at = file().seek(offset, whence);
      seekable = true;
      return at;
    } catch (HostException e) {
      if (seekable == null) {
        seekable = false;
      }
      throw HostErrors.of(e);
    }
  }

  boolean canSeek() {
    if (seekable == null) {
      OpenFile f = file();
      try {
        f.seek(0, OpenFile.SEEK_CUR);
        seekable = true;
      } catch (HostException e) {
        seekable = false;
      }
    }
    return seekable;
  }

  boolean isOpen() {
    return fd >= 0;
  }

  boolean isTerminal() {
    // a regular file is known not to be one
    return !(atOpen != null && atOpen.isRegular()) && file().isTerminal();
  }

  long blockSize() {
    return blockSize;
  }

  String mode() {
    return created ? readable ? "xb+" : "xb" : appending ? readable ? "ab+" : "ab" : readable ? writable ? "rb+" : "rb" : "wb";
  }

  // ---- the Python methods

  @Method(value = "read(self, size=-1, /)", doc = "Up to size bytes by one call of the system; all of them if size is negative.")
  static Object read(PyFileIO self, Object size) {
    long n = IoErrors.size(size);
    self.reading();
    if (n < 0) {
      return readall(self);
    }
    byte[] b = new byte[(int) Math.min(n, Integer.MAX_VALUE - 8)];
    int got = self.read(b, 0, b.length);
    return got < 0 ? Py.None : new PyBytes(got == b.length ? b : Arrays.copyOf(b, got));
  }

  @Method(value = "readall(self, /)", doc = "All bytes up to the end.")
  static Object readall(PyFileIO self) {
    self.reading();
    byte[] b = new byte[Math.max(8192, remaining(self) + 1)];
    int n = 0;
    while (true) {
      if (n == b.length) {
        if (n >= Integer.MAX_VALUE - 8) {
          throw Errors.overflowError("unbounded read returned more bytes than a Python bytes object can hold");
        }
        b = Arrays.copyOf(b, (int) Math.min(Integer.MAX_VALUE - 8, n * 2L));
      }
      int got = self.read(b, n, b.length - n);
      if (got < 0) {
        if (n == 0) {
          return Py.None;
        }
        break;
      }
      if (got == 0) {
        break;
      }
      n += got;
    }
    return new PyBytes(n == b.length ? b : Arrays.copyOf(b, n));
  }

  /** How many bytes there seem to be left in a regular file. */
  private static int remaining(PyFileIO self) {
    FileStatus s = self.atOpen;
    if (s == null || !s.isRegular()) {
      return 0;
    }
    try {
      long left = s.size() - self.file().seek(0, OpenFile.SEEK_CUR);
      return (int) Math.max(0, Math.min(left, Integer.MAX_VALUE - 9));
    } catch (HostException e) {
      return 0;
    }
  }

  @Method(value = "readinto(self, buffer, /)", doc = "Reads into a buffer; the number of bytes, None if none are ready.")
  static Object readinto(PyFileIO self, Object buffer) {
    self.reading();
    Buffers.Writable to = Buffers.writable(buffer, "readinto");
    try {
      byte[] b = new byte[to.length()];
      int n = self.read(b, 0, b.length);
      if (n < 0) {
        return Py.None;
      }
      to.put(0, b, 0, n);
      return Py.box(n);
    } finally {
      to.release();
    }
  }

  @Method(value = "write(self, b, /)", doc = "Writes bytes; the number that was written, None if none could be.")
  static Object write(PyFileIO self, Object b) {
    self.writing();
    byte[] bytes = Buffers.bytes(b);
    int n = self.write(bytes, 0, bytes.length);
    return n < 0 ? Py.None : Py.box(n);
  }

  @Method(value = "seek(self, pos, whence=0, /)", doc = "Moves to a position and returns it.")
  static long seek(PyFileIO self, Object pos, int whence) {
    self.file();
    if (pos instanceof Double) {
      throw Errors.typeError("'float' object cannot be interpreted as an integer");
    }
    return self.seek(Convert.toLong(pos), whence);
  }

  @Method(value = "tell(self, /)", doc = "The current position.")
  static long tell(PyFileIO self) {
    return self.seek(0, OpenFile.SEEK_CUR);
  }

  @Method(value = "truncate(self, size=None, /)", doc = "Makes the file that long, the current position by default.")
  static Object truncate(PyFileIO self, Object size) {
    OpenFile f = self.writing();
    try {
      Object to = size == Py.None ? Py.box(self.seek(0, OpenFile.SEEK_CUR)) : size;
      f.truncate(Convert.toLong(to));
      self.atOpen = null;
      return to;
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Method(value = "close(self, /)", doc = "Closes the file.")
  static Object close(PyFileIO self) {
    Object result = Py.None;
    PyException failed = null;
    try {
      PyIOBase.close(self);
    } catch (PyException e) {
      failed = e;
    }
    if (self.fd >= 0) {
      if (!self.closeDescriptor) {
        self.fd = -1;
      } else {
        self.closeFd();
      }
    }
    if (failed != null) {
      throw failed;
    }
    return result;
  }

  @Method(value = "seekable(self, /)", doc = "Whether the file can be moved in.")
  static boolean seekable(PyFileIO self) {
    self.file();
    return self.canSeek();
  }

  @Method(value = "readable(self, /)", doc = "Whether the file is open for reading.")
  static boolean readable(PyFileIO self) {
    checkOpen(self);
    return self.readable;
  }

  @Method(value = "writable(self, /)", doc = "Whether the file is open for writing.")
  static boolean writable(PyFileIO self) {
    checkOpen(self);
    return self.writable;
  }

  private static void checkOpen(PyFileIO self) {
    if (self.fd < 0) {
      throw IoErrors.closedFile();
    }
  }

  @Method(value = "fileno(self, /)", doc = "The file descriptor.")
  static long fileno(PyFileIO self) {
    checkOpen(self);
    return self.fd;
  }

  @Method(value = "isatty(self, /)", doc = "Whether the file is a terminal.")
  static boolean isatty(PyFileIO self) {
    checkOpen(self);
    return self.file().isTerminal();
  }

  @Method("_isatty_open_only(self, /)")
  static boolean _isatty_open_only(PyFileIO self) {
    return self.isTerminal();
  }

  @Method("_dealloc_warn(self, source, /)")
  static void _dealloc_warn(PyFileIO self, Object source) {
    if (self.fd >= 0 && self.closeDescriptor) {
      dev.tuff.engine.core.Warnings.warn(Exceptions.ResourceWarning, "unclosed file " + Py.javaRepr(source), 1);
    }
  }

  @Method("__getstate__(self, /)")
  static Object __getstate__(PyFileIO self) {
    throw Errors.typeError("cannot pickle '" + self.type().name() + "' instances");
  }

  @Getter(value = "closed", doc = "True if the file is closed")
  static boolean getClosed(PyFileIO self) {
    return self.fd < 0;
  }

  @Getter(value = "closefd", doc = "Whether closing the stream closes the descriptor.")
  static boolean getClosefd(PyFileIO self) {
    return self.closeDescriptor;
  }

  @Getter(value = "mode", doc = "The mode.")
  static Object getMode(PyFileIO self) {
    return self.mode();
  }

  @Getter(value = "_blksize", member = true)
  static long getBlockSize(PyFileIO self) {
    return self.blockSize;
  }

  @dev.tuff.engine.expose.Setter("_blksize")
  static void setBlockSize(PyFileIO self, Object value) {
    self.blockSize = Convert.toLong(value);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyFileIO self) {
    String name = self.type().fullName();
    if (self.fd < 0) {
      return "<" + name + " [closed]>";
    }
    Object file = Attributes.find(self, "name");
    String closefd = self.closeDescriptor ? "True" : "False";
    if (file == null) {
      return Py.str("<" + name + " fd=" + self.fd + " mode='" + self.mode() + "' closefd=" + closefd + ">");
    }
    if (!dev.tuff.engine.core.ThreadState.current().enterRepr(self)) {
      throw Errors.runtimeError("reentrant call inside " + name + ".__repr__");
    }
    try {
      return Py.str("<" + name + " name=" + Py.javaRepr(file) + " mode='" + self.mode() + "' closefd=" + closefd + ">");
    } finally {
      dev.tuff.engine.core.ThreadState.current().leaveRepr(self);
    }
  }
}
