package dev.tuff.engine.module;

import dev.tuff.engine.core.Interpreter;

/** The native modules that the engine itself has; all others come through {@link NativeModuleTable}. */
final class CoreModules {
  static final String[] NAMES = {"_imp", "builtins", "sys"};

  private CoreModules() {}

  static boolean has(String name) {
    for (String n : NAMES) {
      if (n.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The modules of which each interpreter has exactly one. */
  static PyModule existing(Interpreter interpreter, String name) {
    return switch (name) {
      case "builtins" -> interpreter.builtins;
      case "sys" -> interpreter.sys;
      default -> null;
    };
  }

  static boolean init(String name, PyModule m) {
    if (name.equals("_imp")) {
      ImpModule.init(m);
      return true;
    }
    return false;
  }
}
