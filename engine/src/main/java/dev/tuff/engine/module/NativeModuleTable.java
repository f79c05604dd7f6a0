package dev.tuff.engine.module;

import java.util.List;

/** The native modules that an interpreter offers beside the engine's own: how the {@code stdlib} module plugs in. */
public interface NativeModuleTable {
  /** The names, for {@code sys.builtin_module_names}. */
  List<String> names();

  /** Fills a new module of that name; false if there is none of it. */
  boolean init(String name, PyModule module);

  /** The conversion of {@code ast} objects, or null. */
  default Compilation.AstBridge astBridge() {
    return null;
  }
}
