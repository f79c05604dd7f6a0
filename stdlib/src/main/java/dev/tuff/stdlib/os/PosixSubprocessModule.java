package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.host.Descriptors;
import dev.tuff.host.Errno;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import dev.tuff.host.Processes;
import dev.tuff.stdlib.io.Paths;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The module {@code _posixsubprocess}. There is no fork: the program is started at once, and what would have failed in the child is reported
 * through the error pipe as the child would have done.
 */
public final class PosixSubprocessModule {
  /** A process id that no process has. */
  private static final long NOBODY = 0x7FFFFFF0L;

  private PosixSubprocessModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_posixsubprocess", new PosixSubprocessModuleTable());
  }

  @Function(value = "fork_exec(*args)", doc = "Starts a program; returns its process id.", textSignature = false)
  static long fork_exec(Object[] a, Interpreter interpreter) {
    if (a.length != 22) {
      throw Errors.typeError("fork_exec expected 22 arguments, got " + a.length);
    }
    int errorPipe = Convert.toInt(a[13]);
    check(a, errorPipe);
    List<String> arguments = new ArrayList<>();
    for (Object o : Iteration.toArray(a[0])) {
      arguments.add(Paths.text(o));
    }
    String directory = a[4] == Py.None ? null : Paths.text(a[4]);
    Map<String, String> environment = a[5] == Py.None ? null : environment(a[5]);
    Descriptors table = interpreter.host.descriptors();
    OpenFile[] streams = {
      stream(table, Convert.toInt(a[6]), 0), stream(table, Convert.toInt(a[9]), 1), stream(table, Convert.toInt(a[11]), 2),
    };
    if (directory != null && interpreter.host.files().find(directory, true) == null) {
      return failed(interpreter, errorPipe, Errno.ENOENT, "noexec:chdir");
    }
    if (directory != null && !interpreter.host.files().stat(directory, true).isDirectory()) {
      return failed(interpreter, errorPipe, Errno.ENOTDIR, "noexec:chdir");
    }
    int error = 0;
    for (Object candidate : Iteration.toArray(a[1])) {
      String program = Paths.text(candidate);
      List<String> command = new ArrayList<>(arguments);
      if (command.isEmpty()) {
        command.add(program);
      } else {
        command.set(0, program.indexOf('/') < 0 ? "./" + program : program);
      }
      try {
        return interpreter.host.processes().start(
            new Processes.Launch(command, environment, directory, streams, Py.truth(a[15]) || Convert.toInt(a[16]) == 0, Convert.toInt(a[20])));
      } catch (HostException e) {
        if (e.errno() != Errno.ENOENT && e.errno() != Errno.ENOTDIR && (error == 0 || error == Errno.ENOENT)) {
          error = e.errno();
        }
        error = error == 0 ? Errno.ENOENT : error;
      }
    }
    return failed(interpreter, errorPipe, error, "");
  }

  private static void check(Object[] a, int errorPipe) {
    if (a[21] != Py.None) {
      throw Errors.notImplementedError("preexec_fn is not supported: there is no fork");
    }
    for (Object fd : Iteration.toArray(a[3])) {
      if (Convert.toInt(fd) != errorPipe && Convert.toInt(fd) > 2) {
        throw Errors.notImplementedError("pass_fds is not supported: descriptors above 2 are the interpreter's own");
      }
    }
    if (a[17] != Py.None || a[18] != Py.None || a[19] != Py.None) {
      throw Errors.notImplementedError("user, group and extra_groups are not supported: there is no fork");
    }
    if (Convert.toInt(a[16]) > 0) {
      throw Errors.notImplementedError("process_group is not supported: there is no fork");
    }
  }

  private static OpenFile stream(Descriptors table, int given, int own) {
    return table.find(given == -1 ? own : given);
  }

  private static Map<String, String> environment(Object list) {
    Map<String, String> m = new LinkedHashMap<>();
    for (Object o : Iteration.toArray(list)) {
      String s = Paths.text(o);
      int eq = s.indexOf('=', 1);
      m.put(s.substring(0, eq), s.substring(eq + 1));
    }
    return m;
  }

  private static long failed(Interpreter interpreter, int pipe, int errno, String where) {
    byte[] message = ("OSError:" + Integer.toHexString(errno) + ":" + where).getBytes(StandardCharsets.US_ASCII);
    interpreter.host.descriptors().get(pipe).write(message, 0, message.length);
    return NOBODY;
  }
}
