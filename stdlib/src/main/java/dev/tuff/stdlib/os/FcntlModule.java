package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;
import dev.tuff.host.Descriptors;
import dev.tuff.host.Errno;
import dev.tuff.host.FileSystem;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;

/** The module {@code fcntl}: what descriptors of the host can be told. */
public final class FcntlModule {
  private static final String NUMBERS =
      "DN_ACCESS 1 DN_ATTRIB 32 DN_CREATE 4 DN_DELETE 8 DN_MODIFY 2 DN_MULTISHOT 2147483648 DN_RENAME 16 FASYNC 8192 "
          + "FD_CLOEXEC 1 FICLONE 1074041865 FICLONERANGE 1075876877 F_ADD_SEALS 1033 F_DUPFD 0 F_DUPFD_CLOEXEC 1030 "
          + "F_DUPFD_QUERY 1027 F_EXLCK 4 F_GETFD 1 F_GETFL 3 F_GETLEASE 1025 F_GETLK 5 F_GETLK64 5 F_GETOWN 9 "
          + "F_GETOWN_EX 16 F_GETPIPE_SZ 1032 F_GETSIG 11 F_GET_FILE_RW_HINT 1037 F_GET_RW_HINT 1035 F_GET_SEALS 1034 "
          + "F_NOTIFY 1026 F_OFD_GETLK 36 F_OFD_SETLK 37 F_OFD_SETLKW 38 F_OWNER_PGRP 2 F_OWNER_PID 1 F_OWNER_TID 0 "
          + "F_RDLCK 0 F_SEAL_FUTURE_WRITE 16 F_SEAL_GROW 4 F_SEAL_SEAL 1 F_SEAL_SHRINK 2 F_SEAL_WRITE 8 F_SETFD 2 "
          + "F_SETFL 4 F_SETLEASE 1024 F_SETLK 6 F_SETLK64 6 F_SETLKW 7 F_SETLKW64 7 F_SETOWN 8 F_SETOWN_EX 15 "
          + "F_SETPIPE_SZ 1031 F_SETSIG 10 F_SET_FILE_RW_HINT 1038 F_SET_RW_HINT 1036 F_SHLCK 8 F_UNLCK 2 F_WRLCK 1 "
          + "LOCK_EX 2 LOCK_MAND 32 LOCK_NB 4 LOCK_READ 64 LOCK_RW 192 LOCK_SH 1 LOCK_UN 8 LOCK_WRITE 128 "
          + "RWH_WRITE_LIFE_EXTREME 5 RWH_WRITE_LIFE_LONG 4 RWH_WRITE_LIFE_MEDIUM 3 RWH_WRITE_LIFE_NONE 1 "
          + "RWH_WRITE_LIFE_NOT_SET 0 RWH_WRITE_LIFE_SHORT 2";

  private FcntlModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "fcntl", new FcntlModuleTable());
    PosixConstants.define(NUMBERS, m.dict());
  }

  @Function(value = "fcntl(fd, cmd, arg=0, /)", doc = "Asks or tells a descriptor something.")
  static Object fcntl(Object fd, int cmd, Object arg, Interpreter interpreter) {
    int n = PosixDescriptor.of(fd);
    long value = PyInt.isInt(arg) ? Convert.toLong(arg) : 0;
    Descriptors table = interpreter.host.descriptors();
    try {
      OpenFile f = table.get(n);
      return switch (cmd) {
        case 0 -> Py.box(table.duplicate(n, (int) value, true));
        case 1030 -> Py.box(table.duplicate(n, (int) value, false));
        case 1 -> Py.box(table.inheritable(n) ? 0 : 1);
        case 2 -> {
          table.setInheritable(n, (value & 1) == 0);
          yield Py.box(0);
        }
        case 3 -> Py.box(f.flags() & (FileSystem.O_ACCMODE | FileSystem.O_APPEND) | (f.blocking() ? 0 : FileSystem.O_NONBLOCK));
        case 4 -> {
          f.setBlocking((value & FileSystem.O_NONBLOCK) == 0);
          yield Py.box(0);
        }
        case 1032 -> Py.box(65536);
        case 1031 -> Py.box(value);
        default -> throw new HostException(Errno.EINVAL);
      };
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "ioctl(fd, request, arg=0, mutate_flag=True, /)", doc = "Device control: no device of the host has any.")
  static Object ioctl(Object fd, Object request, Object arg, boolean mutate, Interpreter interpreter) {
    try {
      interpreter.host.descriptors().get(PosixDescriptor.of(fd));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
    throw HostErrors.of(Errno.ENOTTY);
  }

  @Function(value = "flock(fd, operation, /)", doc = "Locks or unlocks a file: LOCK_SH, LOCK_EX or LOCK_UN, with LOCK_NB not to wait.")
  static void flock(Object fd, int operation, Interpreter interpreter) {
    lock(fd, operation, 0, 0, interpreter);
  }

  private static void lock(Object fd, int operation, long start, long length, Interpreter interpreter) {
    try {
      OpenFile f = interpreter.host.descriptors().get(PosixDescriptor.of(fd));
      if ((operation & 8) != 0) {
        f.unlock(start, length);
      } else if ((operation & 3) == 0) {
        throw Errors.valueError("unrecognized lockf argument");
      } else {
        boolean shared = (operation & 1) != 0;
        // the JDK shares locks on files open for reading and takes exclusive ones on files open for writing
        boolean readOnly = (f.flags() & FileSystem.O_ACCMODE) == FileSystem.O_RDONLY;
        boolean writeOnly = (f.flags() & FileSystem.O_ACCMODE) == FileSystem.O_WRONLY;
        if (!f.lock(start, length, (shared || readOnly) && !writeOnly, (operation & 4) == 0)) {
          throw new HostException(Errno.EAGAIN);
        }
      }
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "lockf(fd, cmd, len=0, start=0, whence=0, /)", doc = "Locks or unlocks a part of a file.")
  static void lockf(Object fd, int cmd, long len, long start, int whence, Interpreter interpreter) {
    long from = start;
    try {
      if (whence != 0) {
        OpenFile f = interpreter.host.descriptors().get(PosixDescriptor.of(fd));
        from += whence == 1 ? f.seek(0, OpenFile.SEEK_CUR) : f.status().size();
      }
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
    lock(fd, cmd, from, len, interpreter);
  }
}
