package dev.tuff.engine.module;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.FileStatus;

/**
 * The entry of {@code sys.path_hooks} for zip archives. CPython puts {@code zipimport.zipimporter} itself there; this loads that module only
 * when a path really leads to or into a file.
 */
final class ArchiveHook {
  private ArchiveHook() {}

  static Object create() {
    dev.tuff.engine.expose.BuiltinTable table = new ArchiveHookTable();
    return new PyBuiltinFunction(table, table.defs()[0], Py.None, "_tuff");
  }

  @Function(value = "archive_hook(path, /)", doc = "A zipimporter for a path that leads into a zip archive.")
  static Object archive_hook(Object path, Interpreter interpreter) {
    String p = PyStr.isStr(path) ? PyStr.java(path) : "";
    if (!leadsToFile(interpreter, p)) {
      throw Errors.importError("not a Zip file: " + Py.javaRepr(path), null, path);
    }
    Object module = Importing.importModule(interpreter, "zipimport", Py.None, Py.None, 0);
    return Call.call(Attributes.get(module, "zipimporter"), path);
  }

  private static boolean leadsToFile(Interpreter interpreter, String path) {
    for (String p = path; !p.isEmpty(); p = p.substring(0, Math.max(0, p.lastIndexOf('/')))) {
      FileStatus status = p.indexOf('\0') >= 0 ? null : interpreter.host.files().find(p, true);
      if (status != null) {
        return status.isRegular();
      }
    }
    return false;
  }
}
