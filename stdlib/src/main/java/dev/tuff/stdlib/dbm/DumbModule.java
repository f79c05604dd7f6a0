package dev.tuff.stdlib.dbm;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;

/** {@code dbm.dumb}: databases of two plain files, slow and portable. */
final class DumbModule {
  private DumbModule() {}

  static void init(PyModule m) {
    Exposed.define(m, "dbm.dumb", new DumbModuleTable());
    m.set("error", Exceptions.OSError);
    // the mapping methods that are made of others come from the abstract class
    Object mapping = Attributes.get(Interpreter.current().importModule("_collections_abc"), "MutableMapping");
    PyDict namespace = new PyDict();
    namespace.putStr("__module__", "dbm.dumb");
    m.set("_Database", Call.call(Py.typeOf(mapping), "_Database", Py.tuple(PyDumbDatabase.TYPE, mapping), namespace));
  }

  @Function(value = "open(file, flag='c', mode=438)", doc = "Open the database in the files that are named so.\n\n"
      + "flag is 'r' for reading, 'w' for reading and writing, 'c' to create it if need be, 'n' for a new, empty one;\n"
      + "mode are the permissions of new files, less the umask.")
  static Object open(PyModule m, Object file, String flag, Object mode) {
    Object os = DbmModule.os();
    Object mask = Call.attribute(os, "umask", Py.box(0));
    Call.attribute(os, "umask", mask);
    long bits = (Long) PyInt.index(mode) & ~(Long) mask;
    if (!flag.equals("r") && !flag.equals("w") && !flag.equals("c") && !flag.equals("n")) {
      throw Errors.valueError("Flag must be one of 'r', 'w', 'c', or 'n'");
    }
    return Call.call(Attributes.get(m, "_Database"), file, Py.box(bits), Py.str(flag));
  }
}
