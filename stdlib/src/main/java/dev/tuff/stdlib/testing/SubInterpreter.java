package dev.tuff.stdlib.testing;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyThread;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.Settings;
import dev.tuff.engine.module.Startup;
import dev.tuff.engine.text.PyStr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Another interpreter in the same process, for one program: it shares the host, and so files, descriptors and environment, with the one that
 * asks, and nothing else. It runs on a thread of its own, which is waited for.
 */
final class SubInterpreter {
  private static final long STACK = 64L << 20;

  private SubInterpreter() {}

  /** Runs a program; 0, or -1 if it raised, which is then shown on its {@code sys.stderr}. */
  static int run(Interpreter parent, String source) {
    Interpreter child = new Interpreter();
    child.nativeModules = parent.nativeModules;
    child.library = parent.library;
    child.host = parent.host;
    child.optimize = parent.optimize;
    child.ignoreEnvironment = parent.ignoreEnvironment;
    child.intMaxStrDigits = parent.intMaxStrDigits;
    child.hashKey0 = parent.hashKey0;
    child.hashKey1 = parent.hashKey1;
    List<String> path = path(parent);
    int[] result = {-1};
    ThreadState.shared = true;
    ThreadState state = new ThreadState(child);
    PyThread thread = new PyThread(state, () -> {
      state.thread = Thread.currentThread();
      child.threads().add(state);
      result[0] = program(child, source, path);
    }, "subinterpreter", STACK);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return result[0];
  }

  /** What the parent has before the library on {@code sys.path}. */
  private static List<String> path(Interpreter parent) {
    List<String> path = new ArrayList<>();
    if (parent.sys.dict().getStr("path") instanceof PyList list) {
      for (Object entry : list.toArray()) {
        if (PyStr.isStr(entry) && !PyStr.java(entry).equals(parent.library.path())) {
          path.add(PyStr.java(entry));
        }
      }
    }
    return path;
  }

  private static int program(Interpreter interpreter, String source, List<String> path) {
    Startup.run(interpreter, new Settings(List.of(""), List.of(), "", path, List.of(), Map.of(), null, Map.of()));
    int status = 0;
    try {
      interpreter.importModule("site");
      PyModule main = (PyModule) interpreter.modules.getStr("__main__");
      Call.attribute(interpreter.builtins, "exec", Py.str(source), main.dict());
    } catch (PyException e) {
      status = -1;
      Call.attribute(interpreter.sys, "excepthook", e.value.type(), e.value, e.value.traceback == null ? Py.None : e.value.traceback);
    }
    for (String[] step : new String[][] {{"threading", "_shutdown"}, {"atexit", "_run_exitfuncs"}}) {
      Object module = interpreter.modulesGet(step[0]);
      if (module != null) {
        Call.attribute(module, step[1]);
      }
    }
    interpreter.finalizing = true;
    interpreter.nativeModules.flushStreams(interpreter);
    return status;
  }
}
