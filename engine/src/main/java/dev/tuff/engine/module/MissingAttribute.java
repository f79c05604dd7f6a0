package dev.tuff.engine.module;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PySetBase;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.HostException;

/** Says why a module lacks an attribute: a circular import, a file that hides a library module, or simply no such name. */
public final class MissingAttribute {
  private MissingAttribute() {}

  static String message(PyModule module, String name) {
    PyDict d = module.dict();
    Object n = d.getStr("__name__");
    if (n == null || !PyStr.isStr(n)) {
      return "module has no attribute '" + name + "'";
    }
    String mod = PyStr.java(n);
    Object spec = d.getStr("__spec__");
    String plain = "module '" + mod + "' has no attribute '" + name + "'";
    if (spec == null || spec == Py.None) {
      return plain;
    }
    String origin = origin(spec);
    boolean shadowing = shadowing(origin);
    if (shadowing && isLibraryName(n)) {
      return plain + " (consider renaming '" + origin + "' since it has the same name as the standard library module named '" + mod
          + "' and prevents importing that standard library module)";
    }
    if (initializing(spec)) {
      if (shadowing) {
        return plain + " (consider renaming '" + origin + "' if it has the same name as a library you intended to import)";
      }
      return "partially initialized module '" + mod + "'" + (origin == null ? "" : " from '" + origin + "'") + " has no attribute '" + name
          + "' (most likely due to a circular import)";
    }
    Object pending = Attributes.find(spec, "_uninitialized_submodules");
    if (pending != null && Items.contains(pending, Py.str(name))) {
      return "cannot access submodule '" + name + "' of module '" + mod + "' (most likely due to a circular import)";
    }
    return plain;
  }

  /** {@code spec.origin} of a module with a file, or null. */
  public static String origin(Object spec) {
    Object o = Attributes.find(spec, "has_location");
    if (o == null || !Py.truth(o)) {
      return null;
    }
    o = Attributes.find(spec, "origin");
    return o != null && PyStr.isStr(o) ? PyStr.java(o) : null;
  }

  /** Whether the module of a spec is still being run for the first time. */
  public static boolean initializing(Object spec) {
    if (spec == null || spec == Py.None) {
      return false;
    }
    Object v = Attributes.find(spec, "_initializing");
    return v != null && Py.truth(v);
  }

  /** Whether the file lies in the directory of the program: what {@code sys.path} began with. */
  public static boolean shadowing(String origin) {
    Interpreter interpreter = Interpreter.current();
    String first = interpreter.programPath;
    if (origin == null || first == null) {
      return false;
    }
    int slash = origin.lastIndexOf('/');
    if (slash < 0) {
      return false;
    }
    String root = origin.substring(0, slash);
    if (origin.substring(slash + 1).equals("__init__.py")) {
      root = root.substring(0, Math.max(root.lastIndexOf('/'), 0));
    }
    try {
      return root.equals(first.isEmpty() ? interpreter.host.files().cwd() : first);
    } catch (HostException noFolder) {
      return false;
    }
  }

  /** Whether the standard library has a module of that name. */
  public static boolean isLibraryName(Object name) {
    PyModule sys = Interpreter.current().sys;
    Object names = sys == null ? null : sys.dictGet("stdlib_module_names");
    return names instanceof PySetBase && Items.contains(names, name);
  }
}
