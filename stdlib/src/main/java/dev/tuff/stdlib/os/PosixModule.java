package dev.tuff.stdlib.os;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.host.Errno;

/** The module {@code posix}, behind {@code os}: what there is of it; the functions stand in the files beside. */
public final class PosixModule {
  private PosixModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "posix", new PosixModuleTable());
    Exposed.define(m, "posix", new PosixPathsTable());
    Exposed.define(m, "posix", new PosixFilesTable());
    Exposed.define(m, "posix", new PosixDescriptorsTable());
    Exposed.define(m, "posix", new PosixProcessesTable());
    Exposed.define(m, "posix", new PosixSpawnTable());
    Exposed.define(m, "posix", new PosixIdentityTable());
    Exposed.define(m, "posix", new PosixEventsTable());
    PosixConstants.define(PosixConstants.NUMBERS, m.dict());
    m.set("environ", PosixProcesses._create_environ(Interpreter.current()));
    m.set("error", Exceptions.OSError);
    m.set("stat_result", StatResults.STAT.type);
    m.set("statvfs_result", StatResults.STATVFS.type);
    m.set("terminal_size", PosixDescriptors.TERMINAL_SIZE.type);
    m.set("times_result", PosixProcesses.TIMES.type);
    m.set("uname_result", PosixProcesses.UNAME.type);
    m.set("DirEntry", PyDirEntry.TYPE);
    m.set("sysconf_names", PosixConstants.define(PosixConstants.SYSCONF, new PyDict()));
    m.set("pathconf_names", PosixConstants.define(PosixConstants.PATHCONF, new PyDict()));
    m.set("confstr_names", PosixConstants.define(PosixConstants.CONFSTR, new PyDict()));
    // what os.supports_dir_fd, supports_fd and supports_follow_symlinks are made from
    m.set("_have_functions", PyList.of("HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN", "HAVE_FCHOWNAT",
        "HAVE_FDOPENDIR", "HAVE_FPATHCONF", "HAVE_FSTATAT", "HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_LINKAT", "HAVE_LCHOWN",
        "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MKDIRAT", "HAVE_MKFIFOAT", "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT",
        "HAVE_UNLINKAT", "HAVE_UTIMENSAT"));
  }

  @Function(value = "strerror(code, /)", doc = "The message of an error number.")
  static Object strerror(int code) {
    return Errno.message(code);
  }

  @Function(value = "urandom(size, /)", doc = "Random bytes fit for secrets.")
  static Object urandom(long size, Interpreter interpreter) {
    if (size < 0) {
      throw Errors.valueError("negative argument not allowed");
    }
    byte[] b = new byte[(int) Math.min(size, Integer.MAX_VALUE - 8)];
    interpreter.host.entropy().fill(b);
    return new PyBytes(b);
  }

  @Function("getrandom(size, flags=0)")
  static Object getrandom(long size, int flags, Interpreter interpreter) {
    if (size < 0) {
      throw HostErrors.of(Errno.EINVAL);
    }
    return urandom(size, interpreter);
  }

  @Function("major(device, /)")
  static long major(long device) {
    return device >> 8 & 0xFFF | device >> 32 & ~0xFFFL;
  }

  @Function("minor(device, /)")
  static long minor(long device) {
    return device & 0xFF | device >> 12 & 0xFFFFFF00L;
  }

  @Function("makedev(major, minor, /)")
  static long makedev(long major, long minor) {
    return (minor & 0xFF) | (major & 0xFFF) << 8 | (minor & ~0xFFL) << 12 | (major & ~0xFFFL) << 32;
  }

  @Function("_is_inputhook_installed()")
  static boolean _is_inputhook_installed() {
    return false;
  }

  @Function("_inputhook()")
  static Object _inputhook() {
    return Py.None;
  }
}
