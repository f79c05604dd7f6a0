package dev.tuff.stdlib;

import dev.tuff.engine.module.PyModule;
import dev.tuff.stdlib.text.CodecsModule;
import dev.tuff.stdlib.text.StringModule;

/** The table of the library's modules that are written in Java. */
public final class NativeModules {
  private static final String[] NAMES = {"_codecs", "_string"};

  private NativeModules() {}

  /** All their names, for {@code sys.builtin_module_names}. */
  public static String[] names() {
    return NAMES.clone();
  }

  /** Fills a new module with what it exports; false if there is none of that name. */
  public static boolean init(String name, PyModule m) {
    switch (name) {
      case "_codecs" -> CodecsModule.init(m);
      case "_string" -> StringModule.init(m);
      default -> {
        return false;
      }
    }
    return true;
  }
}
