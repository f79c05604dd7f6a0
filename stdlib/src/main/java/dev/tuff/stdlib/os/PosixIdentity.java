package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.number.PyInt;
import dev.tuff.host.Errno;
import java.math.BigInteger;

/**
 * The part of {@code posix} that changes who the process is. The JVM cannot: setting an id to what it is works, everything else is not
 * permitted.
 */
final class PosixIdentity {
  private static final int REAL_USER = 0;
  private static final int EFFECTIVE_USER = 1;
  private static final int REAL_GROUP = 2;
  private static final int EFFECTIVE_GROUP = 3;

  private PosixIdentity() {}

  /** The argument as an id; -1 leaves the id as it is where that is allowed. */
  private static long id(Object o, String kind) {
    BigInteger n = PyInt.big(PyInt.index(o));
    if (n.equals(BigInteger.ONE.negate())) {
      return -1;
    }
    // as CPython has it: only what is no C long is too great
    if (n.signum() < 0 || n.bitLength() > 32 && n.bitLength() < 64) {
      throw Errors.overflowError(kind + " is less than minimum");
    }
    if (n.bitLength() > 32) {
      throw Errors.overflowError(kind + " is greater than maximum");
    }
    return n.longValue();
  }

  private static void keep(long id, int which, Interpreter interpreter) {
    if (id != -1 && id != interpreter.host.processes().ids()[which]) {
      throw HostErrors.of(Errno.EPERM);
    }
  }

  @Function("setuid(uid, /)")
  static void setuid(Object uid, Interpreter interpreter) {
    keep(id(uid, "uid"), REAL_USER, interpreter);
  }

  @Function("seteuid(euid, /)")
  static void seteuid(Object uid, Interpreter interpreter) {
    keep(id(uid, "uid"), EFFECTIVE_USER, interpreter);
  }

  @Function("setgid(gid, /)")
  static void setgid(Object gid, Interpreter interpreter) {
    keep(id(gid, "gid"), REAL_GROUP, interpreter);
  }

  @Function("setegid(egid, /)")
  static void setegid(Object gid, Interpreter interpreter) {
    keep(id(gid, "gid"), EFFECTIVE_GROUP, interpreter);
  }

  @Function("setreuid(ruid, euid, /)")
  static void setreuid(Object real, Object effective, Interpreter interpreter) {
    long r = id(real, "uid");
    long e = id(effective, "uid");
    keep(r, REAL_USER, interpreter);
    keep(e, EFFECTIVE_USER, interpreter);
  }

  @Function("setregid(rgid, egid, /)")
  static void setregid(Object real, Object effective, Interpreter interpreter) {
    long r = id(real, "gid");
    long e = id(effective, "gid");
    keep(r, REAL_GROUP, interpreter);
    keep(e, EFFECTIVE_GROUP, interpreter);
  }
}
