package dev.tuff.engine.interp;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.module.MissingAttribute;
import dev.tuff.engine.text.PyStr;

/** IMPORT_NAME and IMPORT_FROM. */
final class ImportOps {
  private ImportOps() {}

  static Object importName(PyFrame f, String name, Object fromlist, Object level) {
    Object importer = f.builtins.getStr("__import__");
    if (importer == null) {
      throw Errors.importError("__import__ not found", null, null);
    }
    Object locals = f.locals == null ? Py.None : f.locals;
    return Call.call(importer, new Object[] {Py.str(name), f.globals, locals, fromlist, level}, null);
  }

  static Object importFrom(Object module, String name) {
    Object v = Attributes.find(module, name);
    if (v != null) {
      return v;
    }
    // a circular import may have the submodule in sys.modules only
    Object packageName = Attributes.find(module, "__name__");
    if (packageName != null && PyStr.isStr(packageName)) {
      v = Interpreter.current().modules.get(Py.str(PyStr.java(packageName) + "." + name));
      if (v != null) {
        return v;
      }
    }
    throw cannotImport(module, name, packageName);
  }

  private static PyException cannotImport(Object module, String name, Object packageName) {
    String shown = packageName == null || !PyStr.isStr(packageName) ? "<unknown module name>" : PyStr.java(packageName);
    Object spec = Attributes.find(module, "__spec__");
    Object file = Attributes.find(module, "__file__");
    String origin = spec == null || spec == Py.None ? null : MissingAttribute.origin(spec);
    if (origin == null && file != null && PyStr.isStr(file)) {
      origin = PyStr.java(file);
    }
    boolean shadowing = MissingAttribute.shadowing(origin);
    String message = "cannot import name '" + name + "' from ";
    if (shadowing && packageName != null && MissingAttribute.isLibraryName(packageName)) {
      message += "'" + shown + "' (consider renaming '" + origin + "' since it has the same name as the standard library module named '"
          + shown + "' and prevents importing that standard library module)";
    } else if (MissingAttribute.initializing(spec)) {
      message += shadowing
          ? "'" + shown + "' (consider renaming '" + origin + "' if it has the same name as a library you intended to import)"
          : "partially initialized module '" + shown + "' (most likely due to a circular import) (" + location(origin) + ")";
    } else {
      message += "'" + shown + "' (" + location(origin) + ")";
    }
    PyException e = Errors.importError(message, packageName, origin == null ? null : Py.str(origin));
    Attributes.set(e.value, "name_from", Py.str(name));
    return e;
  }

  private static String location(String origin) {
    return origin == null ? "unknown location" : origin;
  }
}
