package dev.tuff.stdlib.os;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.host.Errno;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import dev.tuff.host.Processes;
import dev.tuff.stdlib.io.Paths;
import java.util.List;
import java.util.Map;

/** The functions of {@code posix} about processes: this one and its children. */
final class PosixProcesses {
  static final StructSequence TIMES = new StructSequence("posix.times_result", "Process times in seconds.", 5, true,
      "user", "system", "children_user", "children_system", "elapsed");
  static final StructSequence UNAME = new StructSequence("posix.uname_result", "The operating system.", 5, true,
      "sysname", "nodename", "release", "version", "machine");

  private PosixProcesses() {}

  private static Processes processes(Interpreter interpreter) {
    return interpreter.host.processes();
  }

  @Function(value = "getpid()", doc = "The process id.")
  static long getpid(Interpreter interpreter) {
    return processes(interpreter).pid();
  }

  @Function(value = "getppid()", doc = "The process id of the parent.")
  static long getppid(Interpreter interpreter) {
    return processes(interpreter).parent();
  }

  @Function("getuid()")
  static long getuid(Interpreter interpreter) {
    return processes(interpreter).ids()[0];
  }

  @Function("geteuid()")
  static long geteuid(Interpreter interpreter) {
    return processes(interpreter).ids()[1];
  }

  @Function("getgid()")
  static long getgid(Interpreter interpreter) {
    return processes(interpreter).ids()[2];
  }

  @Function("getegid()")
  static long getegid(Interpreter interpreter) {
    return processes(interpreter).ids()[3];
  }

  @Function("getresuid()")
  static Object getresuid(Interpreter interpreter) {
    int[] ids = processes(interpreter).ids();
    return Py.tuple(Py.box(ids[0]), Py.box(ids[1]), Py.box(ids[1]));
  }

  @Function("getresgid()")
  static Object getresgid(Interpreter interpreter) {
    int[] ids = processes(interpreter).ids();
    return Py.tuple(Py.box(ids[2]), Py.box(ids[3]), Py.box(ids[3]));
  }

  @Function("getgroups()")
  static Object getgroups(Interpreter interpreter) {
    PyList list = new PyList();
    for (int g : processes(interpreter).groups()) {
      list.add(Py.box(g));
    }
    return list;
  }

  @Function("getgrouplist(user, group, /)")
  static Object getgrouplist(String user, Object group, Interpreter interpreter) {
    PyList list = PyList.of(group);
    for (int g : processes(interpreter).groups()) {
      if (!Py.eq(Py.box(g), group)) {
        list.add(Py.box(g));
      }
    }
    return list;
  }

  /** A field of {@code /proc/PID/stat}, numbered as its manual page does. */
  private static long stat(int pid, int field, Interpreter interpreter) {
    String text = SystemFiles.read(interpreter.host, "/proc/" + (pid == 0 ? "self" : String.valueOf(pid)) + "/stat");
    if (text == null) {
      throw HostErrors.of(Errno.ESRCH);
    }
    // the name of the program, in parentheses, may contain anything
    return Long.parseLong(text.substring(text.lastIndexOf(')') + 2).split(" ")[field - 3]);
  }

  @Function("getpgid(pid)")
  static long getpgid(int pid, Interpreter interpreter) {
    return stat(pid, 5, interpreter);
  }

  @Function("getpgrp()")
  static long getpgrp(Interpreter interpreter) {
    return stat(0, 5, interpreter);
  }

  @Function("getsid(pid, /)")
  static long getsid(int pid, Interpreter interpreter) {
    return stat(pid, 6, interpreter);
  }

  @Function("getpriority(which, who)")
  static long getpriority(int which, int who, Interpreter interpreter) {
    return stat(who, 19, interpreter);
  }

  @Function("getlogin()")
  static Object getlogin(Interpreter interpreter) {
    String name = interpreter.host.environment().get("LOGNAME");
    if (name == null) {
      throw HostErrors.of(Errno.ENXIO);
    }
    return Py.str(name);
  }

  @Function("ctermid()")
  static Object ctermid() {
    return "/dev/tty";
  }

  @Function(value = "cpu_count()", doc = "The number of processors.")
  static long cpu_count(Interpreter interpreter) {
    return interpreter.cpuCount > 0 ? interpreter.cpuCount : processes(interpreter).cpuCount();
  }

  @Function("sched_getaffinity(pid, /)")
  static Object sched_getaffinity(int pid, Interpreter interpreter) {
    PyList all = new PyList();
    for (int i = 0; i < processes(interpreter).cpuCount(); i++) {
      all.add(Py.box(i));
    }
    return dev.tuff.engine.core.Call.call(interpreter.builtins.dict().getStr("set"), all);
  }

  @Function("sched_yield()")
  static void sched_yield() {
    Thread.yield();
  }

  @Function("getloadavg()")
  static Object getloadavg(Interpreter interpreter) {
    String text = SystemFiles.read(interpreter.host, "/proc/loadavg");
    if (text == null) {
      throw Errors.make(dev.tuff.engine.exception.Exceptions.OSError, "Load averages are unobtainable");
    }
    String[] p = text.split(" ");
    return Py.tuple(Double.valueOf(p[0]), Double.valueOf(p[1]), Double.valueOf(p[2]));
  }

  @Function(value = "uname()", doc = "The operating system.")
  static Object uname(Interpreter interpreter) {
    String arch = System.getProperty("os.arch");
    return UNAME.of(kernel("ostype", interpreter), kernel("hostname", interpreter), kernel("osrelease", interpreter),
        kernel("version", interpreter), arch.equals("amd64") ? "x86_64" : arch);
  }

  private static Object kernel(String name, Interpreter interpreter) {
    String text = SystemFiles.read(interpreter.host, "/proc/sys/kernel/" + name);
    return text == null ? "" : Py.str(text.strip());
  }

  @Function(value = "times()", doc = "The times that the process has used.")
  static Object times(Interpreter interpreter) {
    double user = interpreter.host.clock().processTime() / 1e9;
    return TIMES.of(user, 0.0, 0.0, 0.0, interpreter.host.clock().monotonic() / 1e9);
  }

  @Function("sysconf(name, /)")
  static long sysconf(Object name, Interpreter interpreter) {
    long n = PosixConstants.configured(name, PosixConstants.SYSCONF);
    return switch ((int) n) {
      case 0 -> 2097152;
      case 2 -> 100;
      case 3 -> 65536;
      case 4 -> 1024;
      case 30 -> 4096;
      case 60 -> 1024;
      case 83, 84 -> processes(interpreter).cpuCount();
      case 85 -> memoryPages(interpreter);
      case 180 -> 64;
      default -> {
        if (n < 0 || n > 250) {
          throw HostErrors.of(Errno.EINVAL);
        }
        yield -1;
      }
    };
  }

  private static long memoryPages(Interpreter interpreter) {
    String text = SystemFiles.read(interpreter.host, "/proc/meminfo");
    return text == null ? -1 : Long.parseLong(text.substring(9, text.indexOf("kB")).strip()) / 4;
  }

  @Function("confstr(name, /)")
  static Object confstr(Object name) {
    long n = PosixConstants.configured(name, PosixConstants.CONFSTR);
    if (n == 0) {
      return "/bin:/usr/bin";
    }
    if (n < 0) {
      throw HostErrors.of(Errno.EINVAL);
    }
    return Py.None;
  }

  // ---- environment

  @Function("putenv(name, value, /)")
  static void putenv(Object name, Object value, Interpreter interpreter) {
    String n = Paths.text(name);
    if (n.isEmpty() || n.indexOf('=') >= 0) {
      throw n.isEmpty() ? HostErrors.of(Errno.EINVAL) : Errors.valueError("illegal environment variable name");
    }
    interpreter.host.environment().put(n, Paths.text(value));
  }

  @Function("unsetenv(name, /)")
  static void unsetenv(Object name, Interpreter interpreter) {
    String n = Paths.text(name);
    if (n.isEmpty() || n.indexOf('=') >= 0) {
      throw HostErrors.of(Errno.EINVAL);
    }
    interpreter.host.environment().remove(n);
  }

  @Function("_create_environ()")
  static Object _create_environ(Interpreter interpreter) {
    PyDict environ = new PyDict();
    for (var e : interpreter.host.environment().all().entrySet()) {
      environ.put(new PyBytes(Paths.encode(e.getKey())), new PyBytes(Paths.encode(e.getValue())));
    }
    return environ;
  }

  // ---- ending, signals, children

  @Function(value = "_exit(status)", doc = "Ends the process at once.")
  static void _exit(int status, Interpreter interpreter) {
    processes(interpreter).exit(status);
  }

  @Function("abort()")
  static void abort(Interpreter interpreter) {
    processes(interpreter).exit(134);
  }

  @Function(value = "kill(pid, signal, /)", doc = "Sends a signal to a process.")
  static void kill(long pid, int signal, Interpreter interpreter) {
    if (pid == processes(interpreter).pid() && signal > 0 && signal < SignalState.COUNT) {
      SignalModule.send(signal, dev.tuff.engine.core.ThreadState.current());
      return;
    }
    try {
      processes(interpreter).kill(pid, signal);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function("killpg(pgid, signal, /)")
  static void killpg(long pgid, int signal, Interpreter interpreter) {
    kill(-pgid, signal, interpreter);
  }

  private static final int WNOHANG = 1;

  private static Processes.Ended await(long pid, int options, Interpreter interpreter) {
    try {
      return processes(interpreter).await(pid, (options & WNOHANG) == 0);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "waitpid(pid, options, /)", doc = "Waits for a child; returns its id and status.")
  static Object waitpid(long pid, int options, Interpreter interpreter) {
    Processes.Ended e = await(pid, options, interpreter);
    return e == null ? Py.tuple(Py.box(0), Py.box(0)) : Py.tuple(Py.box(e.pid()), Py.box(e.status()));
  }

  @Function("wait()")
  static Object waitAny(Interpreter interpreter) {
    return waitpid(-1, 0, interpreter);
  }

  @Function("wait4(pid, options)")
  static Object wait4(long pid, int options, Interpreter interpreter) {
    Processes.Ended e = await(pid, options, interpreter);
    Object usage = ResourceModule.usage(e == null ? 0 : e.userNanos());
    return e == null ? Py.tuple(Py.box(0), Py.box(0), usage) : Py.tuple(Py.box(e.pid()), Py.box(e.status()), usage);
  }

  @Function("wait3(options)")
  static Object wait3(int options, Interpreter interpreter) {
    return wait4(-1, options, interpreter);
  }

  @Function("WIFEXITED(status)")
  static boolean wifexited(int status) {
    return (status & 0x7F) == 0;
  }

  @Function("WEXITSTATUS(status)")
  static long wexitstatus(int status) {
    return status >> 8 & 0xFF;
  }

  @Function("WIFSIGNALED(status)")
  static boolean wifsignaled(int status) {
    return (status & 0x7F) != 0 && (status & 0x7F) != 0x7F;
  }

  @Function("WTERMSIG(status)")
  static long wtermsig(int status) {
    return status & 0x7F;
  }

  @Function("WIFSTOPPED(status)")
  static boolean wifstopped(int status) {
    return (status & 0xFF) == 0x7F;
  }

  @Function("WSTOPSIG(status)")
  static long wstopsig(int status) {
    return status >> 8 & 0xFF;
  }

  @Function("WIFCONTINUED(status)")
  static boolean wifcontinued(int status) {
    return status == 0xFFFF;
  }

  @Function("WCOREDUMP(status, /)")
  static boolean wcoredump(int status) {
    return (status & 0x80) != 0;
  }

  @Function("waitstatus_to_exitcode(status)")
  static long waitstatus_to_exitcode(Object status) {
    if (status instanceof Double) {
      throw Errors.typeError("integer argument expected, got float");
    }
    int s = dev.tuff.engine.core.Convert.toInt(status);
    if (wifexited(s)) {
      return wexitstatus(s);
    }
    if (wifsignaled(s)) {
      return -wtermsig(s);
    }
    if (wifstopped(s)) {
      throw Errors.valueError("process stopped by delivery of signal " + wstopsig(s));
    }
    throw Errors.valueError("invalid wait status: " + s);
  }

  /** The interpreter's own descriptors 0 to 2, for a child that shares them. */
  static OpenFile[] ownStreams(Interpreter interpreter) {
    OpenFile[] s = new OpenFile[3];
    for (int i = 0; i < 3; i++) {
      s[i] = interpreter.host.descriptors().find(i);
    }
    return s;
  }

  @Function(value = "system(command)", doc = "Runs a command in the shell; returns its wait status.")
  static long system(Object command, Interpreter interpreter) {
    String text = Paths.text(command);
    try {
      long pid = processes(interpreter)
          .start(new Processes.Launch(List.of("/bin/sh", "-c", text), null, null, ownStreams(interpreter), false, -1));
      return processes(interpreter).await(pid, true).status();
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "execv(path, argv, /)", doc = "Runs a program in the place of this one.")
  static void execv(Object path, Object argv, Interpreter interpreter) {
    exec("execv", path, argv, null, interpreter);
  }

  @Function(value = "execve(path, argv, env)", doc = "Runs a program in the place of this one, with another environment.")
  static void execve(Object path, Object argv, Object env, Interpreter interpreter) {
    Map<String, String> variables = PosixSpawn.environment("execve", env);
    exec("execve", path, argv, variables, interpreter);
  }

  /** The JVM cannot turn into another program: it runs that as a child and ends as it ends. */
  private static void exec(String function, Object path, Object argv, Map<String, String> env, Interpreter interpreter) {
    List<String> command = PosixSpawn.command(function, path, argv);
    try {
      long pid = processes(interpreter).start(new Processes.Launch(command, env, null, ownStreams(interpreter), false, -1));
      int status = processes(interpreter).await(pid, true).status();
      processes(interpreter).exit(wifsignaled(status) ? 128 + (int) wtermsig(status) : (int) wexitstatus(status));
    } catch (HostException e) {
      throw HostErrors.of(e.errno());
    }
  }
}
