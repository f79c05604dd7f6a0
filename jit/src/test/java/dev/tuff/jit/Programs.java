package dev.tuff.jit;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.Settings;
import dev.tuff.engine.module.Startup;
import dev.tuff.host.SystemHost;
import dev.tuff.jit.api.JitModules;
import dev.tuff.stdlib.StandardInterpreter;
import java.util.List;
import java.util.Map;

/** Runs Python programs in a new interpreter with a JIT. */
final class Programs {
  private Programs() {}

  /** The namespace that a program leaves. */
  static PyModule run(JitSettings settings, String source) {
    Interpreter interpreter = StandardInterpreter.create(new SystemHost(), null);
    JitModules.install(interpreter, settings);
    ThreadState state = new ThreadState(interpreter);
    state.thread = Thread.currentThread();
    ThreadState before = ThreadState.attach(state);
    try {
      Startup.run(interpreter, new Settings(List.of(""), List.of(), "", List.of(), List.of(), Map.of(), null, Map.of("no_site", 1)));
      PyModule main = (PyModule) interpreter.modules.getStr("__main__");
      Call.call(interpreter.builtins.dict().getStr("exec"), Py.str(source), main.dict());
      interpreter.tier.end();
      return main;
    } catch (PyException e) {
      // what it says needs the interpreter
      throw new AssertionError(Py.typeOf(e.value).name() + ": " + e.getMessage(), e);
    } finally {
      ThreadState.attach(before);
    }
  }
}
