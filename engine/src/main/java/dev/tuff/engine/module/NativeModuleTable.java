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

  /** Makes {@code sys.stdin}, {@code sys.stdout}, {@code sys.stderr} and the builtin {@code open}. */
  default void openStreams(dev.tuff.engine.core.Interpreter interpreter, Settings settings) {}

  /** Writes out all streams at the end; false if standard output could not be written. */
  default boolean flushStreams(dev.tuff.engine.core.Interpreter interpreter) {
    return true;
  }
}
