package dev.tuff.jit.api;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.module.Compilation;
import dev.tuff.engine.module.NativeModuleTable;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.Settings;
import dev.tuff.jit.Jit;
import dev.tuff.jit.JitSettings;
import java.util.ArrayList;
import java.util.List;

/** The native module {@code cinderjit} before those that there are. */
public final class JitModules implements NativeModuleTable {
  private final NativeModuleTable rest;
  private final JitSettings settings;

  public JitModules(NativeModuleTable rest, JitSettings settings) {
    this.rest = rest;
    this.settings = settings;
  }

  /**
   * Gives a new interpreter, before it starts, the compiler and this module.
   *
   * @throws IllegalArgumentException if the JIT list cannot be read, and has to be
   */
  public static void install(Interpreter interpreter, JitSettings settings) {
    interpreter.nativeModules = new JitModules(interpreter.nativeModules, settings);
    if (settings.enabled) {
      interpreter.tier = Jit.started(settings);
    }
  }

  @Override
  public List<String> names() {
    List<String> all = new ArrayList<>(rest.names());
    all.add("cinderjit");
    return all;
  }

  @Override
  public boolean init(String name, PyModule module) {
    if (!name.equals("cinderjit")) {
      return rest.init(name, module);
    }
    module.state = settings;
    CinderJit.init(module);
    return true;
  }

  @Override
  public Compilation.AstBridge astBridge() {
    return rest.astBridge();
  }

  @Override
  public void openStreams(Interpreter interpreter, Settings settings) {
    rest.openStreams(interpreter, settings);
  }

  @Override
  public boolean flushStreams(Interpreter interpreter) {
    return rest.flushStreams(interpreter);
  }
}
