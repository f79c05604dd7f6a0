package dev.tuff.typed;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.text.PyStr;

/** Where modules are, as the import system would find them, without importing any. */
final class ModuleFinder {
  private final Interpreter interpreter;

  ModuleFinder(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /**
   * What the import system says of a module.
   *
   * @param file its source, if Tuff compiles that; else null
   * @param origin where it is from, whoever compiles it; null if that is no place
   * @param path where a package's modules are; null if it is none
   * @param namespace a package that has no code
   */
  record Spec(String file, String origin, Object path, boolean namespace) {}

  /** Null if there is no such module, or nobody can tell where it is from. */
  Spec find(String name) {
    interpreter.complete();
    Object loaded = interpreter.modules.getStr(name);
    if (loaded != null) {
      Object spec = Attributes.find(loaded, "__spec__");
      return spec == null || spec == Py.None ? null : of(spec);
    }
    int dot = name.lastIndexOf('.');
    Spec parent = dot < 0 ? null : find(name.substring(0, dot));
    if (dot >= 0 && (parent == null || parent.path == null)) {
      return null;
    }
    try {
      Object finders = interpreter.sys.dict().getStr("meta_path");
      for (Object finder : finders instanceof PyList l ? l.toArray() : new Object[0]) {
        Object spec = Call.attribute(finder, "find_spec", Py.str(name), parent == null ? Py.None : parent.path);
        if (spec != Py.None) {
          return of(spec);
        }
      }
    } catch (PyException e) {
      // whatever keeps it from being found will keep it from being imported
      return null;
    }
    return null;
  }

  private Spec of(Object spec) {
    Object path = Attributes.find(spec, "submodule_search_locations");
    Object origin = Attributes.find(spec, "origin");
    String place = origin != null && PyStr.isStr(origin) ? PyStr.java(origin) : null;
    boolean namespace = path != Py.None && (origin == null || origin == Py.None);
    return new Spec(compiles(Attributes.find(spec, "loader")) ? place : null, place, path == Py.None ? null : path, namespace);
  }

  /** Whether a loader gets code as importlib's loader of source files does: it sees the flag then. */
  private boolean compiles(Object loader) {
    PyDict external = (PyDict) Attributes.get(Attributes.get(interpreter.importlib, "_bootstrap_external"), "__dict__");
    Object getCode = Attributes.get(external.getStr("SourceLoader"), "get_code");
    return loader instanceof PyObject o && o.type().lookup("get_code") == getCode && (!o.hasDict() || o.dictGet("get_code") == null);
  }
}
