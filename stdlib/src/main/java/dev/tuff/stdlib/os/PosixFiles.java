package dev.tuff.stdlib.os;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.FileStatus;
import dev.tuff.host.FileSystem;
import dev.tuff.host.HostException;
import dev.tuff.stdlib.io.Paths;
import java.math.BigInteger;
import java.util.Map;

/** The functions of {@code posix} that work on files by path. */
final class PosixFiles {
  private PosixFiles() {}

  @Function(value = "getcwd()", doc = "The current directory.")
  static Object getcwd(Interpreter interpreter) {
    try {
      return Py.str(interpreter.host.files().cwd());
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "getcwdb()", doc = "The current directory, as bytes.")
  static Object getcwdb(Interpreter interpreter) {
    return new PyBytes(Paths.encode(PyStr.java(getcwd(interpreter))));
  }

  @Function(value = "chdir(path)", doc = "Makes path the current directory.")
  static void chdir(Object path, Interpreter interpreter) {
    PathArgument p = PathArgument.orFd("chdir", path);
    try {
      interpreter.host.files().chdir(p.name(interpreter.host));
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  @Function("fchdir(fd)")
  static void fchdir(Object fd, Interpreter interpreter) {
    PathArgument p = new PathArgument(Py.None, null, false, PathArgument.descriptor(fd));
    try {
      interpreter.host.files().chdir(p.name(interpreter.host));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  // ---- status

  @Function(value = "stat(path, *, dir_fd=None, follow_symlinks=True)", doc = "What the system knows of a file.")
  static Object stat(Object path, Object dirFd, boolean follow, Interpreter interpreter) {
    return stat("stat", PathArgument.orFd("stat", path), dirFd, follow, interpreter);
  }

  @Function(value = "lstat(path, *, dir_fd=None)", doc = "As stat, but does not follow a symbolic link.")
  static Object lstat(Object path, Object dirFd, Interpreter interpreter) {
    return stat("lstat", PathArgument.of("lstat", path), dirFd, false, interpreter);
  }

  static Object stat(String function, PathArgument p, Object dirFd, boolean follow, Interpreter interpreter) {
    try {
      if (p.isFd()) {
        if (dirFd != Py.None) {
          throw Errors.valueError(function + ": can't specify dir_fd without matching path");
        }
        if (!follow) {
          throw Errors.valueError(function + ": cannot use fd and follow_symlinks together");
        }
        return StatResults.of(interpreter.host.descriptors().get(p.fd()).status());
      }
      return StatResults.of(interpreter.host.files().stat(p.at(dirFd, interpreter), follow));
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  @Function(value = "access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", doc = "Whether a file can be used so.")
  static boolean access(Object path, int mode, Object dirFd, boolean effective, boolean follow, Interpreter interpreter) {
    PathArgument p = PathArgument.of("access", path);
    return interpreter.host.files().access(p.at(dirFd, interpreter), mode);
  }

  @Function(value = "statvfs(path)", doc = "What the system knows of the file system of a path.")
  static Object statvfs(Object path, Interpreter interpreter) {
    PathArgument p = PathArgument.orFd("statvfs", path);
    try {
      return StatResults.of(interpreter.host.files().space(p.name(interpreter.host)));
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  @Function("fstatvfs(fd, /)")
  static Object fstatvfs(Object fd, Interpreter interpreter) {
    return statvfs(fd, interpreter);
  }

  // ---- directories

  @Function(value = "listdir(path=None)", doc = "The names in a directory, in no order.")
  static Object listdir(Object path, Interpreter interpreter) {
    PathArgument p = PathArgument.orNone("listdir", path);
    PyList names = new PyList();
    try (FileSystem.Entries entries = interpreter.host.files().list(p.name(interpreter.host))) {
      for (String n; (n = entries.next()) != null; ) {
        names.add(p.like(n));
      }
    } catch (HostException e) {
      throw p.error(e);
    }
    return names;
  }

  @Function(value = "scandir(path=None)", doc = "An iterator of the entries of a directory.")
  static Object scandir(Object path, Interpreter interpreter) {
    PathArgument p = PathArgument.orNone("scandir", path);
    try {
      return new PyScandirIterator(p, interpreter.host.files().list(p.name(interpreter.host)), interpreter.host);
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  private interface OnPath {
    void run(FileSystem files, String path);
  }

  private static void on(PathArgument p, Object dirFd, Interpreter interpreter, OnPath action) {
    String path = p.at(dirFd, interpreter);
    try {
      action.run(interpreter.host.files(), path);
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  @Function(value = "mkdir(path, mode=511, *, dir_fd=None)", doc = "Makes a directory.")
  static void mkdir(Object path, int mode, Object dirFd, Interpreter interpreter) {
    on(PathArgument.of("mkdir", path), dirFd, interpreter, (files, p) -> files.mkdir(p, mode));
  }

  @Function(value = "rmdir(path, *, dir_fd=None)", doc = "Removes an empty directory.")
  static void rmdir(Object path, Object dirFd, Interpreter interpreter) {
    on(PathArgument.of("rmdir", path), dirFd, interpreter, FileSystem::rmdir);
  }

  @Function(value = "unlink(path, *, dir_fd=None)", doc = "Removes a file.")
  static void unlink(Object path, Object dirFd, Interpreter interpreter) {
    on(PathArgument.of("unlink", path), dirFd, interpreter, FileSystem::unlink);
  }

  @Function(value = "remove(path, *, dir_fd=None)", doc = "Removes a file.")
  static void remove(Object path, Object dirFd, Interpreter interpreter) {
    on(PathArgument.of("remove", path), dirFd, interpreter, FileSystem::unlink);
  }

  @Function(value = "mkfifo(path, mode=438, *, dir_fd=None)", doc = "Makes a named pipe.")
  static void mkfifo(Object path, int mode, Object dirFd, Interpreter interpreter) {
    on(PathArgument.of("mkfifo", path), dirFd, interpreter, (files, p) -> files.mkfifo(p, mode));
  }

  private interface OnTwo {
    void run(FileSystem files, String from, String to);
  }

  private static void onTwo(String function, Object src, Object dst, Object srcDir, Object dstDir, Interpreter interpreter, OnTwo action) {
    PathArgument a = PathArgument.of(function, "src", src);
    PathArgument b = PathArgument.of(function, "dst", dst);
    if (a.bytes() != b.bytes()) {
      throw Errors.valueError(function + ": src and dst must be the same type");
    }
    String from = a.at(srcDir, interpreter);
    String to = b.at(dstDir, interpreter);
    try {
      action.run(interpreter.host.files(), from, to);
    } catch (HostException e) {
      throw HostErrors.of(e, a.object(), b.object());
    }
  }

  @Function(value = "rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", doc = "Renames a file or directory.")
  static void rename(Object src, Object dst, Object srcDir, Object dstDir, Interpreter interpreter) {
    onTwo("rename", src, dst, srcDir, dstDir, interpreter, FileSystem::rename);
  }

  @Function(value = "replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", doc = "Renames a file or directory, over another if need be.")
  static void replace(Object src, Object dst, Object srcDir, Object dstDir, Interpreter interpreter) {
    onTwo("replace", src, dst, srcDir, dstDir, interpreter, FileSystem::rename);
  }

  @Function(value = "link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", doc = "Makes a hard link.")
  static void link(Object src, Object dst, Object srcDir, Object dstDir, boolean follow, Interpreter interpreter) {
    onTwo("link", src, dst, srcDir, dstDir, interpreter, (files, a, b) -> files.link(a, b, false));
  }

  @Function(value = "symlink(src, dst, target_is_directory=False, *, dir_fd=None)", doc = "Makes a symbolic link to src, named dst.")
  static void symlink(Object src, Object dst, boolean directory, Object dirFd, Interpreter interpreter) {
    onTwo("symlink", src, dst, null, dirFd, interpreter, FileSystem::symlink);
  }

  @Function(value = "readlink(path, *, dir_fd=None)", doc = "Where a symbolic link points to.")
  static Object readlink(Object path, Object dirFd, Interpreter interpreter) {
    PathArgument p = PathArgument.of("readlink", path);
    String name = p.at(dirFd, interpreter);
    try {
      return p.like(interpreter.host.files().readlink(name));
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  // ---- changing

  @Function(value = "chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", doc = "Sets the permissions of a file.")
  static void chmod(Object path, int mode, Object dirFd, boolean follow, Interpreter interpreter) {
    PathArgument p = PathArgument.orFd("chmod", path);
    String name = p.isFd() ? p.name(interpreter.host) : p.at(dirFd, interpreter);
    try {
      interpreter.host.files().chmod(name, mode, follow);
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  @Function("fchmod(fd, mode)")
  static void fchmod(Object fd, int mode, Interpreter interpreter) {
    PathArgument p = new PathArgument(Py.None, null, false, PathArgument.fd(fd));
    try {
      interpreter.host.files().chmod(p.name(interpreter.host), mode, true);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  private static int id(Object o, String what) {
    if (Py.typeOf(o).slot(Special.INDEX) == null) {
      throw Errors.typeError(what + " should be integer, not " + Py.typeOf(o).name());
    }
    Object i = PyInt.index(o);
    BigInteger b = i instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) i;
    if (b.equals(BigInteger.ONE.negate())) {
      return -1;
    }
    if (b.signum() < 0) {
      throw Errors.overflowError(what + " is less than minimum");
    }
    if (b.bitLength() > 32 || b.longValue() == 0xFFFFFFFFL) {
      throw Errors.overflowError(what + " is greater than maximum");
    }
    return b.intValue();
  }

  @Function(value = "chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", doc = "Sets owner and group of a file; -1 leaves one as it is.")
  static void chown(Object path, Object uid, Object gid, Object dirFd, boolean follow, Interpreter interpreter) {
    PathArgument p = PathArgument.orFd("chown", path);
    chown(p, p.isFd() ? p.name(interpreter.host) : p.at(dirFd, interpreter), uid, gid, follow, interpreter);
  }

  private static void chown(PathArgument p, String name, Object uid, Object gid, boolean follow, Interpreter interpreter) {
    int u = id(uid, "uid");
    int g = id(gid, "gid");
    try {
      interpreter.host.files().chown(name, u, g, follow);
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  @Function("lchown(path, uid, gid)")
  static void lchown(Object path, Object uid, Object gid, Interpreter interpreter) {
    PathArgument p = PathArgument.of("lchown", path);
    chown(p, p.text(), uid, gid, false, interpreter);
  }

  @Function("fchown(fd, uid, gid)")
  static void fchown(Object fd, Object uid, Object gid, Interpreter interpreter) {
    PathArgument p = new PathArgument(Py.None, null, false, PathArgument.fd(fd));
    chown(p, p.name(interpreter.host), uid, gid, true, interpreter);
  }

  @Function(value = "truncate(path, length)", doc = "Makes a file that long.")
  static void truncate(Object path, long length, Interpreter interpreter) {
    PathArgument p = PathArgument.orFd("truncate", path);
    try {
      if (p.isFd()) {
        interpreter.host.descriptors().get(p.fd()).truncate(length);
      } else {
        interpreter.host.files().truncate(p.text(), length);
      }
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  @Function(value = "utime(path, times=None, *, ns=<null>, dir_fd=None, follow_symlinks=True)",
      doc = "Sets the times of last access and change of a file, to now by default.")
  static void utime(Object path, Object times, Object ns, Object dirFd, boolean follow, Interpreter interpreter) {
    PathArgument p = PathArgument.orFd("utime", path);
    if (times != Py.None && ns != null) {
      throw Errors.valueError("utime: you may specify either 'times' or 'ns' but not both");
    }
    long accessed;
    long modified;
    if (times != Py.None) {
      if (!(times instanceof PyTuple t) || t.size() != 2) {
        throw Errors.typeError("utime: 'times' must be either a tuple of two ints or None");
      }
      accessed = TimeValue.nanos(t.get(0), TimeValue.FLOOR);
      modified = TimeValue.nanos(t.get(1), TimeValue.FLOOR);
    } else if (ns != null) {
      if (!(ns instanceof PyTuple t) || t.size() != 2) {
        throw Errors.typeError("utime: 'ns' must be a tuple of two ints");
      }
      accessed = nanos(t.get(0));
      modified = nanos(t.get(1));
    } else {
      accessed = modified = interpreter.host.clock().realtime();
    }
    if (p.isFd() && dirFd != Py.None) {
      throw Errors.valueError("utime: can't specify dir_fd without matching path");
    }
    if (p.isFd() && !follow) {
      throw Errors.valueError("utime: cannot use fd and follow_symlinks together");
    }
    String name = p.isFd() ? p.name(interpreter.host) : p.at(dirFd, interpreter);
    try {
      interpreter.host.files().setTimes(name, accessed, modified, follow);
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  private static long nanos(Object o) {
    Object i = PyInt.index(o);
    if (i instanceof Long l) {
      return l;
    }
    throw Errors.overflowError("timestamp out of range for platform time_t");
  }

  @Function(value = "umask(mask, /)", doc = "Sets the mask of permissions that new files do not get; returns the one before.")
  static long umask(int mask, Interpreter interpreter) {
    return interpreter.host.files().umask(mask);
  }

  // ---- extended attributes

  private static String attributeName(Object name) {
    return Paths.text(name);
  }

  @Function("getxattr(path, attribute, *, follow_symlinks=True)")
  static Object getxattr(Object path, Object attribute, boolean follow, Interpreter interpreter) {
    PathArgument p = PathArgument.orFd("getxattr", path);
    byte[] v = attributes(p, follow, interpreter).get(attributeName(attribute));
    if (v == null) {
      throw p.error(new HostException(dev.tuff.host.Errno.ENODATA));
    }
    return new PyBytes(v);
  }

  private static Map<String, byte[]> attributes(PathArgument p, boolean follow, Interpreter interpreter) {
    try {
      return interpreter.host.files().attributes(p.name(interpreter.host), follow);
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  @Function("listxattr(path=None, *, follow_symlinks=True)")
  static Object listxattr(Object path, boolean follow, Interpreter interpreter) {
    PyList names = new PyList();
    for (String n : attributes(PathArgument.orNone("listxattr", path), follow, interpreter).keySet()) {
      names.add(Py.str(n));
    }
    return names;
  }

  @Function("setxattr(path, attribute, value, flags=0, *, follow_symlinks=True)")
  static void setxattr(Object path, Object attribute, Object value, int flags, boolean follow, Interpreter interpreter) {
    PathArgument p = PathArgument.orFd("setxattr", path);
    String name = attributeName(attribute);
    byte[] bytes = dev.tuff.stdlib.io.Buffers.bytes(value);
    try {
      boolean exists = flags != 0 && interpreter.host.files().attributes(p.name(interpreter.host), follow).containsKey(name);
      if (flags == 1 && exists) {
        throw new HostException(dev.tuff.host.Errno.EEXIST);
      }
      if (flags == 2 && !exists) {
        throw new HostException(dev.tuff.host.Errno.ENODATA);
      }
      interpreter.host.files().setAttribute(p.name(interpreter.host), name, bytes, follow);
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  @Function("removexattr(path, attribute, *, follow_symlinks=True)")
  static void removexattr(Object path, Object attribute, boolean follow, Interpreter interpreter) {
    PathArgument p = PathArgument.orFd("removexattr", path);
    try {
      interpreter.host.files().removeAttribute(p.name(interpreter.host), attributeName(attribute), follow);
    } catch (HostException e) {
      throw p.error(e);
    }
  }

  // ---- limits

  @Function("pathconf(path, name)")
  static long pathconf(Object path, Object name, Interpreter interpreter) {
    PathArgument p = PathArgument.orFd("pathconf", path);
    FileStatus s = interpreter.host.files().find(p.name(interpreter.host), true);
    if (s == null) {
      throw p.error(new HostException(dev.tuff.host.Errno.ENOENT));
    }
    return limit(name);
  }

  @Function("fpathconf(fd, name, /)")
  static long fpathconf(Object fd, Object name, Interpreter interpreter) {
    try {
      interpreter.host.descriptors().get(PathArgument.descriptor(fd));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
    return limit(name);
  }

  private static long limit(Object name) {
    long n = PosixConstants.configured(name, PosixConstants.PATHCONF);
    return switch ((int) n) {
      case 0 -> 127;
      case 3 -> 255;
      case 4 -> 4096;
      case 5 -> 4096;
      case 6 -> 1;
      default -> -1;
    };
  }

  static PyException unsupported(String function) {
    return Errors.notImplementedError(function + "() is not supported on this platform");
  }

}
