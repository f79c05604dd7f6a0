package dev.tuff.stdlib.os;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.HostException;
import dev.tuff.host.Processes;
import dev.tuff.stdlib.io.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of {@code posix} that starts programs beside this one: {@code os.spawn*}; and how programs are given to those functions. */
final class PosixSpawn {
  private static final int P_WAIT = 0;
  private static final int P_NOWAIT = 1;

  private PosixSpawn() {}

  /** The command of a path and an argument list, checked. */
  static List<String> command(String function, Object path, Object argv) {
    PathArgument p = PathArgument.of(function, path);
    if (!(argv instanceof PyTuple) && !(argv instanceof PyList)) {
      throw Errors.typeError(function + ": argv must be a tuple or list");
    }
    Object[] args = Iteration.toArray(argv);
    if (args.length == 0) {
      throw Errors.valueError(function + ": argv must not be empty");
    }
    List<String> command = new ArrayList<>();
    command.add(p.text());
    for (int i = 0; i < args.length; i++) {
      String a = argument(function, args[i]);
      if (i == 0 && a.isEmpty()) {
        throw Errors.valueError(function + ": argv first element cannot be empty");
      }
      if (i > 0) {
        command.add(a);
      }
    }
    if (p.text().indexOf('/') < 0) {
      command.set(0, "./" + p.text());
    }
    return command;
  }

  private static String argument(String function, Object o) {
    if (!PyStr.isStr(o) && !(o instanceof PyBytes) && Py.typeOf(o).slot(dev.tuff.engine.core.Special.FSPATH) == null
        && function.startsWith("spawn")) {
      throw Errors.typeError(function + "() arg 2 must contain only strings");
    }
    return Paths.text(o);
  }

  /** The variables of an environment given as a mapping, checked. */
  static Map<String, String> environment(String function, Object env) {
    Map<String, String> variables = new LinkedHashMap<>();
    if (Py.typeOf(env).slot(dev.tuff.engine.core.Special.GETITEM) == null || dev.tuff.engine.core.Attributes.find(env, "keys") == null) {
      throw Errors.typeError(function + ": environment must be a mapping object");
    }
    Object[] keys = Iteration.toArray(Py.callMethod(env, "keys"));
    Object[] values = Iteration.toArray(Py.callMethod(env, "values"));
    for (int i = 0; i < Math.min(keys.length, values.length); i++) {
      String key = Paths.text(keys[i]);
      if (key.indexOf('=') >= 0) {
        throw Errors.valueError("illegal environment variable name");
      }
      variables.put(key, Paths.text(values[i]));
    }
    return variables;
  }

  private static Object spawn(String function, long mode, Object path, Object argv, Object env, boolean search, Interpreter interpreter) {
    List<String> command = command(function, path, argv);
    Map<String, String> variables = env == null ? null : environment(function, env);
    Processes processes = interpreter.host.processes();
    if (mode != P_WAIT && mode != P_NOWAIT) {
      throw HostErrors.of(dev.tuff.host.Errno.EINVAL);
    }
    if (search && command.get(0).startsWith("./") && !Paths.text(path).startsWith("./")) {
      command.set(0, find(Paths.text(path), variables == null ? interpreter.host.environment().all() : variables, interpreter));
    }
    long pid;
    try {
      pid = processes.start(new Processes.Launch(command, variables, null, PosixProcesses.ownStreams(interpreter), false, -1));
    } catch (HostException notFound) {
      // where there is fork, the child finds out and ends with this code
      if (mode == P_WAIT) {
        return Py.box(127);
      }
      throw HostErrors.of(notFound);
    }
    if (mode == P_NOWAIT) {
      return Py.box(pid);
    }
    try {
      int status = processes.await(pid, true).status();
      return Py.box(PosixProcesses.wifsignaled(status) ? -PosixProcesses.wtermsig(status) : PosixProcesses.wexitstatus(status));
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  /** The program of that name on the PATH; the name itself if there is none. */
  private static String find(String name, Map<String, String> variables, Interpreter interpreter) {
    String path = variables.get("PATH");
    for (String directory : (path == null ? "/bin:/usr/bin" : path).split(":")) {
      String candidate = (directory.isEmpty() ? "." : directory) + "/" + name;
      if (interpreter.host.files().access(candidate, 1)) {
        return candidate;
      }
    }
    return name;
  }

  @Function(value = "spawnv(mode, path, argv, /)", doc = "Runs a program beside this one; its exit code, or with P_NOWAIT its id.")
  static Object spawnv(long mode, Object path, Object argv, Interpreter interpreter) {
    return spawn("spawnv", mode, path, argv, null, false, interpreter);
  }

  @Function(value = "spawnve(mode, path, argv, env, /)", doc = "As spawnv(), with another environment.")
  static Object spawnve(long mode, Object path, Object argv, Object env, Interpreter interpreter) {
    return spawn("spawnve", mode, path, argv, env, false, interpreter);
  }

  @Function(value = "spawnvp(mode, file, argv, /)", doc = "As spawnv(), for a program on the PATH.")
  static Object spawnvp(long mode, Object file, Object argv, Interpreter interpreter) {
    return spawn("spawnvp", mode, file, argv, null, true, interpreter);
  }

  @Function(value = "spawnvpe(mode, file, argv, env, /)", doc = "As spawnvp(), with another environment.")
  static Object spawnvpe(long mode, Object file, Object argv, Object env, Interpreter interpreter) {
    return spawn("spawnvpe", mode, file, argv, env, true, interpreter);
  }
}
