package dev.tuff.stdlib.os;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.host.Descriptors;
import dev.tuff.host.Errno;
import dev.tuff.host.FileSystem;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import dev.tuff.host.SystemHost;
import dev.tuff.stdlib.io.Buffers;
import java.util.Arrays;

/** The functions of {@code posix} that work on file descriptors. */
final class PosixDescriptors {
  static final StructSequence TERMINAL_SIZE = new StructSequence("os.terminal_size", "A tuple of (columns, lines).", 2, true, "columns", "lines");

  private PosixDescriptors() {}

  private static Descriptors table(Interpreter interpreter) {
    return interpreter.host.descriptors();
  }

  private static OpenFile file(int fd, Interpreter interpreter) {
    try {
      return table(interpreter).get(fd);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "open(path, flags, mode=511, *, dir_fd=None)", doc = "Opens a file; returns its descriptor.")
  static long open(Object path, int flags, int mode, Object dirFd, Interpreter interpreter) {
    PathArgument p = PathArgument.of("open", path);
    String name = p.at(dirFd, interpreter);
    try {
      return table(interpreter).add(interpreter.host.files().open(name, flags, mode));
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  @Function(value = "close(fd)", doc = "Closes a descriptor.")
  static void close(Object fd, Interpreter interpreter) {
    try {
      table(interpreter).close(PathArgument.fd(fd));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("closerange(fd_low, fd_high, /)")
  static void closerange(int low, int high, Interpreter interpreter) {
    for (int fd = Math.max(0, low); fd < Math.min(high, table(interpreter).limit()); fd++) {
      if (table(interpreter).find(fd) != null) {
        try {
          table(interpreter).close(fd);
        } catch (HostException e) {
          // as CPython: errors do not matter here
        }
      }
    }
  }

  private static Object result(int n) {
    if (n < 0) {
      throw HostErrors.of(Errno.EAGAIN);
    }
    return Py.box(n);
  }

  @Function(value = "read(fd, length, /)", doc = "Reads up to length bytes.")
  static Object read(int fd, long length, Interpreter interpreter) {
    if (length < 0) {
      throw HostErrors.of(Errno.EINVAL);
    }
    byte[] b = new byte[(int) Math.min(length, 1 << 30)];
    try {
      int n = table(interpreter).get(fd).read(b, 0, b.length);
      result(n);
      return new PyBytes(n == b.length ? b : Arrays.copyOf(b, n));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "readinto(fd, buffer, /)", doc = "Reads into a buffer; the number of bytes.")
  static Object readinto(int fd, Object buffer, Interpreter interpreter) {
    Buffers.Writable to = Buffers.writable(buffer, "readinto");
    try {
      byte[] b = new byte[to.length()];
      int n = table(interpreter).get(fd).read(b, 0, b.length);
      result(n);
      to.put(0, b, 0, n);
      return Py.box(n);
    } catch (HostException e) {
      throw HostErrors.of(e);
    } finally {
      to.release();
    }
  }

  @Function(value = "write(fd, data, /)", doc = "Writes bytes; the number of those that were written.")
  static Object write(int fd, Object data, Interpreter interpreter) {
    byte[] b = Buffers.bytes(data);
    try {
      return result(table(interpreter).get(fd).write(b, 0, b.length));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("pread(fd, length, offset, /)")
  static Object pread(int fd, long length, long offset, Interpreter interpreter) {
    if (length < 0) {
      throw HostErrors.of(Errno.EINVAL);
    }
    byte[] b = new byte[(int) Math.min(length, 1 << 30)];
    try {
      int n = table(interpreter).get(fd).readAt(b, 0, b.length, offset);
      return new PyBytes(Arrays.copyOf(b, n));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("pwrite(fd, buffer, offset, /)")
  static long pwrite(int fd, Object buffer, long offset, Interpreter interpreter) {
    byte[] b = Buffers.bytes(buffer);
    try {
      return table(interpreter).get(fd).writeAt(b, 0, b.length, offset);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  private static Object[] sequence(Object o, String function, int argument) {
    if (Py.typeOf(o).slot(dev.tuff.engine.core.Special.GETITEM) == null || dev.tuff.engine.text.PyStr.isStr(o)) {
      throw Errors.typeError(function + "() arg " + argument + " must be a sequence");
    }
    return Iteration.toArray(o);
  }

  @Function("readv(fd, buffers, /)")
  static Object readv(int fd, Object buffers, Interpreter interpreter) {
    return scatter(fd, sequence(buffers, "readv", 2), -1, interpreter);
  }

  @Function("preadv(fd, buffers, offset, flags=0, /)")
  static Object preadv(int fd, Object buffers, long offset, int flags, Interpreter interpreter) {
    return scatter(fd, sequence(buffers, "preadv", 2), offset, interpreter);
  }

  private static Object scatter(int fd, Object[] buffers, long offset, Interpreter interpreter) {
    OpenFile f = file(fd, interpreter);
    long total = 0;
    try {
      for (Object o : buffers) {
        Buffers.Writable to = Buffers.writable(o, "readv");
        try {
          byte[] b = new byte[to.length()];
          int n = offset < 0 ? f.read(b, 0, b.length) : f.readAt(b, 0, b.length, offset + total);
          if (n < 0 && total == 0) {
            result(n);
          }
          to.put(0, b, 0, Math.max(0, n));
          total += Math.max(0, n);
          if (n < b.length) {
            break;
          }
        } finally {
          to.release();
        }
      }
      return Py.box(total);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("writev(fd, buffers, /)")
  static Object writev(int fd, Object buffers, Interpreter interpreter) {
    return gather(fd, sequence(buffers, "writev", 2), -1, interpreter);
  }

  @Function("pwritev(fd, buffers, offset, flags=0, /)")
  static Object pwritev(int fd, Object buffers, long offset, int flags, Interpreter interpreter) {
    return gather(fd, sequence(buffers, "pwritev", 2), offset, interpreter);
  }

  private static Object gather(int fd, Object[] buffers, long offset, Interpreter interpreter) {
    OpenFile f = file(fd, interpreter);
    long total = 0;
    try {
      for (Object o : buffers) {
        byte[] b = Buffers.bytes(o);
        int n = offset < 0 ? f.write(b, 0, b.length) : f.writeAt(b, 0, b.length, offset + total);
        if (n < 0 && total == 0) {
          result(n);
        }
        total += Math.max(0, n);
        if (n < b.length) {
          break;
        }
      }
      return Py.box(total);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("sendfile(out_fd, in_fd, offset, count)")
  static Object sendfile(int out, int in, Object offset, long count, Interpreter interpreter) {
    byte[] b = new byte[(int) Math.min(count, 1 << 20)];
    try {
      OpenFile source = table(interpreter).get(in);
      OpenFile target = table(interpreter).get(out);
      if (offset == Py.None) {
        int n = source.read(b, 0, b.length);
        return result(n <= 0 ? n : target.write(b, 0, n));
      }
      int n = source.readAt(b, 0, b.length, dev.tuff.engine.core.Convert.toLong(offset));
      return result(n == 0 ? 0 : target.write(b, 0, n));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("copy_file_range(src, dst, count, offset_src=None, offset_dst=None)")
  static Object copy_file_range(int src, int dst, long count, Object from, Object to, Interpreter interpreter) {
    if (count < 0) {
      throw Errors.valueError("negative value for 'count' not allowed");
    }
    byte[] b = new byte[(int) Math.min(count, 1 << 20)];
    try {
      OpenFile s = table(interpreter).get(src);
      OpenFile d = table(interpreter).get(dst);
      int n = from == Py.None ? s.read(b, 0, b.length) : s.readAt(b, 0, b.length, dev.tuff.engine.core.Convert.toLong(from));
      if (n > 0) {
        n = to == Py.None ? d.write(b, 0, n) : d.writeAt(b, 0, n, dev.tuff.engine.core.Convert.toLong(to));
      }
      return result(n);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "lseek(fd, position, whence, /)", doc = "Moves in a file; returns the position.")
  static long lseek(int fd, Object position, int whence, Interpreter interpreter) {
    try {
      return table(interpreter).get(fd).seek(dev.tuff.engine.core.Convert.toLong(position), whence);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "fstat(fd)", doc = "What the system knows of an open file.")
  static Object fstat(Object fd, Interpreter interpreter) {
    try {
      return StatResults.of(table(interpreter).get(PathArgument.fd(fd)).status());
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "ftruncate(fd, length, /)", doc = "Makes an open file that long.")
  static void ftruncate(int fd, long length, Interpreter interpreter) {
    try {
      table(interpreter).get(fd).truncate(length);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "fsync(fd)", doc = "Waits until what was written to a file is on the disk.")
  static void fsync(Object fd, Interpreter interpreter) {
    sync(fd, true, interpreter);
  }

  @Function("fdatasync(fd)")
  static void fdatasync(Object fd, Interpreter interpreter) {
    sync(fd, false, interpreter);
  }

  private static void sync(Object fd, boolean metadata, Interpreter interpreter) {
    try {
      table(interpreter).get(PathArgument.descriptor(fd)).sync(metadata);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("sync()")
  static void sync() {}

  @Function(value = "isatty(fd, /)", doc = "Whether a descriptor is a terminal.")
  static boolean isatty(int fd, Interpreter interpreter) {
    OpenFile f = table(interpreter).find(fd);
    return f != null && f.isTerminal();
  }

  @Function("ttyname(fd, /)")
  static Object ttyname(int fd, Interpreter interpreter) {
    OpenFile f = file(fd, interpreter);
    if (!f.isTerminal()) {
      throw HostErrors.of(Errno.ENOTTY);
    }
    try {
      return Py.str(f.inheritedAs() >= 0 ? interpreter.host.files().readlink(f.path()) : f.path());
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("device_encoding(fd)")
  static Object device_encoding(int fd, Interpreter interpreter) {
    return isatty(fd, interpreter) ? "UTF-8" : Py.None;
  }

  @Function(value = "get_terminal_size(fd=1, /)", doc = "Columns and lines of a terminal.")
  static Object get_terminal_size(int fd, Interpreter interpreter) {
    try {
      int[] size = table(interpreter).get(fd).terminalSize();
      return TERMINAL_SIZE.of(Py.box(size[0]), Py.box(size[1]));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  // ---- making and copying

  @Function(value = "pipe()", doc = "Makes a pipe; returns its reading and its writing descriptor.")
  static Object pipe(Interpreter interpreter) {
    return pipe2(FileSystem.O_CLOEXEC, interpreter);
  }

  @Function("pipe2(flags, /)")
  static Object pipe2(int flags, Interpreter interpreter) {
    try {
      OpenFile[] ends = SystemHost.pipe();
      boolean inherit = (flags & FileSystem.O_CLOEXEC) == 0;
      if ((flags & FileSystem.O_NONBLOCK) != 0) {
        ends[0].setBlocking(false);
        ends[1].setBlocking(false);
      }
      return PyTuple.of(Py.box(table(interpreter).add(ends[0], 0, inherit)), Py.box(table(interpreter).add(ends[1], 0, inherit)));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "dup(fd, /)", doc = "Another descriptor of the same file.")
  static long dup(int fd, Interpreter interpreter) {
    try {
      return table(interpreter).duplicate(fd, 0, false);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "dup2(fd, fd2, inheritable=True)", doc = "Makes fd2 another descriptor of the same file.")
  static long dup2(int fd, int fd2, boolean inheritable, Interpreter interpreter) {
    try {
      table(interpreter).duplicateTo(fd, fd2, inheritable);
      return fd2;
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("get_inheritable(fd, /)")
  static boolean get_inheritable(int fd, Interpreter interpreter) {
    try {
      return table(interpreter).inheritable(fd);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("set_inheritable(fd, inheritable, /)")
  static void set_inheritable(int fd, boolean inheritable, Interpreter interpreter) {
    try {
      table(interpreter).setInheritable(fd, inheritable);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("get_blocking(fd, /)")
  static boolean get_blocking(int fd, Interpreter interpreter) {
    return file(fd, interpreter).blocking();
  }

  @Function("set_blocking(fd, blocking, /)")
  static void set_blocking(int fd, boolean blocking, Interpreter interpreter) {
    try {
      file(fd, interpreter).setBlocking(blocking);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("lockf(fd, command, length, /)")
  static void lockf(int fd, int command, long length, Interpreter interpreter) {
    OpenFile f = file(fd, interpreter);
    try {
      long at = f.seek(0, OpenFile.SEEK_CUR);
      switch (command) {
        case 0 -> f.unlock(at, length);
        case 1, 2, 3 -> {
          if (!f.lock(at, length, false, command == 1)) {
            throw new HostException(Errno.EAGAIN);
          }
          if (command == 3) {
            f.unlock(at, length);
          }
        }
        default -> throw new HostException(Errno.EINVAL);
      }
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("posix_fallocate(fd, offset, length, /)")
  static void posix_fallocate(int fd, long offset, long length, Interpreter interpreter) {
    OpenFile f = file(fd, interpreter);
    try {
      if (offset < 0 || length <= 0) {
        throw new HostException(Errno.EINVAL);
      }
      if (f.status().size() < offset + length) {
        f.truncate(offset + length);
      }
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("posix_fadvise(fd, offset, length, advice, /)")
  static void posix_fadvise(int fd, long offset, long length, int advice, Interpreter interpreter) {
    file(fd, interpreter);
  }
}
