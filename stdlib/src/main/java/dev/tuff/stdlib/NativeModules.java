package dev.tuff.stdlib;

import dev.tuff.engine.module.NativeModuleTable;
import dev.tuff.engine.module.PyModule;
import dev.tuff.stdlib.objects.AbcModule;
import dev.tuff.stdlib.objects.GcModule;
import dev.tuff.stdlib.objects.TypesModule;
import dev.tuff.stdlib.objects.WeakrefModule;
import dev.tuff.stdlib.text.CodecsModule;
import dev.tuff.stdlib.text.StringModule;
import java.util.Arrays;
import java.util.List;

/** The table of native modules: the Java halves of what are C modules in CPython. */
public final class NativeModules implements NativeModuleTable {
  // ORDER: alphabetical; the same names as in the switch below
  private static final String[] NAMES = {"_abc", "_codecs", "_string", "_types", "_weakref", "gc"};

  @Override
  public List<String> names() {
    return Arrays.asList(NAMES);
  }

  @Override
  public boolean init(String name, PyModule m) {
    switch (name) {
      case "_codecs" -> CodecsModule.init(m);
      case "_string" -> StringModule.init(m);
      case "_abc" -> AbcModule.init(m);
      case "_types" -> TypesModule.init(m);
      case "_weakref" -> WeakrefModule.init(m);
      case "gc" -> GcModule.init(m);
      default -> {
        return false;
      }
    }
    return true;
  }
}
