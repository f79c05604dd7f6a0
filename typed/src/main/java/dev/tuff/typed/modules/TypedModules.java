package dev.tuff.typed.modules;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.module.Compilation;
import dev.tuff.engine.module.NativeModuleTable;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.Settings;
import dev.tuff.typed.CompilerModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The native modules of Static Python, before those of the standard library. */
public final class TypedModules implements NativeModuleTable {
  private static final String[] NAMES = {"_cinderx", "_static", "_static_compiler"};

  private final NativeModuleTable rest;

  public TypedModules(NativeModuleTable rest) {
    this.rest = rest;
  }

  @Override
  public List<String> names() {
    List<String> all = new ArrayList<>(Arrays.asList(NAMES));
    all.addAll(rest.names());
    return all;
  }

  @Override
  public boolean init(String name, PyModule module) {
    switch (name) {
      case "_cinderx" -> CinderxModule.init(module);
      case "_static" -> StaticModule.init(module);
      case "_static_compiler" -> CompilerModule.init(module);
      default -> {
        return rest.init(name, module);
      }
    }
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
