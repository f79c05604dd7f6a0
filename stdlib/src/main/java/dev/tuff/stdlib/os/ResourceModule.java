package dev.tuff.stdlib.os;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** The module {@code resource}: what the process has used, as far as the JVM tells. Limits are shown; they cannot be changed. */
public final class ResourceModule {
  private static final StructSequence USAGE = new StructSequence("resource.struct_rusage", "What has been used.", 16, true,
      "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap", "ru_inblock", "ru_oublock",
      "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw");

  private ResourceModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "resource", new ResourceModuleTable());
    PosixConstants.define("RLIMIT_AS 9 RLIMIT_CORE 4 RLIMIT_CPU 0 RLIMIT_DATA 2 RLIMIT_FSIZE 1 RLIMIT_MEMLOCK 8 RLIMIT_MSGQUEUE 12 "
        + "RLIMIT_NICE 13 RLIMIT_NOFILE 7 RLIMIT_NPROC 6 RLIMIT_OFILE 7 RLIMIT_RSS 5 RLIMIT_RTPRIO 14 RLIMIT_RTTIME 15 RLIMIT_SIGPENDING 11 "
        + "RLIMIT_STACK 3 RLIM_INFINITY -1 RUSAGE_CHILDREN -1 RUSAGE_SELF 0 RUSAGE_THREAD 1", m.dict());
    m.set("error", Exceptions.OSError);
    m.set("struct_rusage", USAGE.type);
  }

  static Object usage(long nanos) {
    Object[] v = new Object[16];
    java.util.Arrays.fill(v, Py.box(0));
    v[0] = nanos / 1e9;
    v[1] = 0.0;
    return USAGE.of(v);
  }

  @Function(value = "getrusage(who, /)", doc = "What the process has used.")
  static Object getrusage(int who, Interpreter interpreter) {
    if (who < -1 || who > 1) {
      throw Errors.valueError("invalid who parameter");
    }
    PyTuple u = (PyTuple) usage(who == -1 ? 0 : interpreter.host.clock().processTime());
    String status = SystemFiles.read(interpreter.host, "/proc/self/status");
    int at = status == null ? -1 : status.indexOf("VmHWM:");
    if (at >= 0) {
      Object[] v = u.array().clone();
      v[2] = Py.box(Long.parseLong(status.substring(at + 6, status.indexOf("kB", at)).strip()));
      return USAGE.of(v);
    }
    return u;
  }

  private static final String[] NAMES = {
    "Max cpu time", "Max file size", "Max data size", "Max stack size", "Max core file size", "Max resident set", "Max processes",
    "Max open files", "Max locked memory", "Max address space", "Max file locks", "Max pending signals", "Max msgqueue size",
    "Max nice priority", "Max realtime priority", "Max realtime timeout",
  };

  @Function(value = "getrlimit(resource, /)", doc = "The soft and hard limit of a resource.")
  static Object getrlimit(int resource, Interpreter interpreter) {
    if (resource < 0 || resource >= NAMES.length) {
      throw Errors.valueError("invalid resource specified");
    }
    String limits = SystemFiles.read(interpreter.host, "/proc/self/limits");
    int at = limits == null ? -1 : limits.indexOf(NAMES[resource]);
    if (at < 0) {
      return Py.tuple(Py.box(-1), Py.box(-1));
    }
    String[] p = limits.substring(at + 26, limits.indexOf('\n', at)).strip().split("\\s+");
    return Py.tuple(limit(p[0]), limit(p[1]));
  }

  private static Object limit(String s) {
    return Py.box(s.equals("unlimited") ? -1 : Long.parseLong(s));
  }

  @Function(value = "setrlimit(resource, limits, /)", doc = "Accepts the limits that there are, and no others.")
  static void setrlimit(int resource, Object limits, Interpreter interpreter) {
    PyTuple now = (PyTuple) getrlimit(resource, interpreter);
    Object[] wanted = dev.tuff.engine.core.Iteration.toArray(limits);
    if (wanted.length != 2) {
      throw Errors.valueError("expected a tuple of 2 integers");
    }
    if (!Py.eq(wanted[0], now.get(0)) || !Py.eq(wanted[1], now.get(1))) {
      throw Errors.valueError("not allowed to raise maximum limit");
    }
  }

  @Function("getpagesize()")
  static long getpagesize() {
    return 4096;
  }
}
