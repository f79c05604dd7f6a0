package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.MethodDef;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyClassMethodDescr;
import dev.tuff.engine.function.PyGetSetDescr;
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.function.PyStaticMethod;

/** Makes the Python-visible attributes out of a table of exposed Java methods. */
public final class Exposed {
  private Exposed() {}

  /** Puts the descriptors of {@code table} into the attribute dict of {@code type}. */
  static void define(PyType type, BuiltinTable table, PyDict into) {
    MethodDef[] defs = table.defs();
    for (MethodDef def : defs) {
      switch (def.kind()) {
        case METHOD -> into.putStr(def.name(), new PyMethodDescr(type, table, def));
        case CLASS_METHOD -> into.putStr(def.name(), new PyClassMethodDescr(type, table, def));
        case STATIC_METHOD -> into.putStr(def.name(), new PyStaticMethod(new PyBuiltinFunction(table, def, type, Py.None)));
        case NEW -> into.putStr(def.name(), new PyBuiltinFunction(table, def, type, Py.None));
        case GETTER, MEMBER_GETTER -> into.putStr(def.name(), new PyGetSetDescr(type, table, def, setter(defs, def.name())));
        case SETTER -> {}
        case FUNCTION -> throw new IllegalStateException(def.name() + " is a function of a module, not of a type");
      }
    }
  }

  private static MethodDef setter(MethodDef[] defs, String name) {
    for (MethodDef def : defs) {
      if (def.kind() == MethodDef.Kind.SETTER && def.name().equals(name)) {
        return def;
      }
    }
    return null;
  }

  /** Puts the functions of {@code table} into a module's dict. */
  public static void define(dev.tuff.engine.module.PyModule module, String moduleName, BuiltinTable table) {
    for (MethodDef def : table.defs()) {
      if (def.kind() != MethodDef.Kind.FUNCTION) {
        throw new IllegalStateException(def.name() + " is not a function");
      }
      module.dict().putStr(def.name(), new PyBuiltinFunction(table, def, module, moduleName));
    }
  }
}
