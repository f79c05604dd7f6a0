package dev.tuff.stdlib.pickle;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;

/** Finds modules for both directions: imported if need be, and then taken from {@code sys.modules}. */
final class Imports {
  private Imports() {}

  static Object module(Object name) {
    Interpreter in = Interpreter.current();
    Object modules = in.sys.dict().getStr("modules");
    Object importer = in.builtins.dict().getStr("__import__");
    if (importer == null) {
      throw missing();
    }
    // without level: as an import statement at the top of a module
    Call.call(importer, name);
    Object m = modules instanceof PyDict d ? d.get(name) : Items.get(modules, name);
    if (m == null) {
      throw Errors.keyError(name);
    }
    return m;
  }

  private static PyException missing() {
    return Errors.make(dev.tuff.engine.exception.Exceptions.ImportError, Py.str("__import__ not found"));
  }
}
