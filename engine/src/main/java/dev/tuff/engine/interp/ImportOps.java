package dev.tuff.engine.interp;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
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
    boolean initializing = false;
    if (spec != null && spec != Py.None) {
      Object i = Attributes.find(spec, "_initializing");
      initializing = i != null && Py.truth(i);
    }
    boolean hasFile = file != null && PyStr.isStr(file);
    String origin = hasFile ? PyStr.java(file) : "unknown location";
    String message = initializing
        ? "cannot import name '" + name + "' from partially initialized module '" + shown
            + "' (most likely due to a circular import) (" + origin + ")"
        : "cannot import name '" + name + "' from '" + shown + "' (" + origin + ")";
    PyException e = Errors.importError(message, packageName, hasFile ? file : null);
    Attributes.set(e.value, "name_from", Py.str(name));
    return e;
  }
}
