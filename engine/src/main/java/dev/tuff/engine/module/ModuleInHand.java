package dev.tuff.engine.module;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.text.PyStr;

/**
 * The name of the module that is being compiled or loaded: {@code compile} is not told it, but static code names its functions and classes by
 * it. The frames of importlib, runpy and py_compile know.
 */
final class ModuleInHand {
  /** From {@code compile} to the loader's {@code get_code} there are few calls. */
  private static final int IMPORT_DEPTH = 6;

  /** From {@code get_code} to runpy's {@code _run_module_as_main}. */
  private static final int RUN_DEPTH = 3;

  private ModuleInHand() {}

  /** The module's name, or the program's; null if what is compiled is no whole module. */
  static String name(String file) {
    PyFrame f = ThreadState.current().frame;
    if (f == null) {
      return "__main__";
    }
    boolean source = false;
    for (int depth = 0; f != null && depth < IMPORT_DEPTH; depth++, f = f.back) {
      Code code = f.code.code;
      if (code.qualname.equals("SourceLoader.get_code")) {
        return runs(f.back) ? "__main__" : parameter(f, "fullname") instanceof String name ? name : null;
      }
      // to be loaded later: py_compile's loader has no name that means something
      source |= code.qualname.equals("SourceLoader.source_to_code");
      if (source && code.name.equals("compile") && parameter(f, "file") instanceof String path
          && "<py_compile>".equals(loaderName(f))) {
        return byPath(path);
      }
    }
    return null;
  }

  /** Whether a module's code is got for {@code -m}. */
  private static boolean runs(PyFrame f) {
    for (int depth = 0; f != null && depth < RUN_DEPTH; depth++, f = f.back) {
      if (f.code.code.name.equals("_run_module_as_main")) {
        return true;
      }
    }
    return false;
  }

  private static Object parameter(PyFrame f, String name) {
    return local(f, name, f.code.code.argCount);
  }

  private static Object local(PyFrame f, String name, int among) {
    Code code = f.code.code;
    for (int i = 0; i < among; i++) {
      if (code.localsPlusNames[i].equals(name)) {
        return f.fast[i];
      }
    }
    return null;
  }

  private static Object loaderName(PyFrame f) {
    Object loader = local(f, "loader", f.code.code.nlocals);
    return loader == null ? null : Attributes.find(loader, "name");
  }

  /** What a file will be imported as, most likely; a loader that finds another name compiles it again. */
  private static String byPath(String file) {
    Interpreter interpreter = Interpreter.current();
    String path = absolute(interpreter, file);
    String found = path.substring(path.lastIndexOf('/') + 1);
    if (interpreter.sys.dict().getStr("path") instanceof PyList entries) {
      for (Object entry : entries.toArray()) {
        String folder = PyStr.isStr(entry) ? absolute(interpreter, PyStr.java(entry)) : "";
        if (!folder.isEmpty() && path.startsWith(folder + "/")) {
          found = path.substring(folder.length() + 1);
          break;
        }
      }
    }
    String stem = found.endsWith(".py") ? found.substring(0, found.length() - 3) : found;
    return (stem.endsWith("/__init__") ? stem.substring(0, stem.length() - 9) : stem).replace('/', '.');
  }

  private static String absolute(Interpreter interpreter, String path) {
    String p = path.startsWith("/") ? path : interpreter.host.files().cwd() + (path.isEmpty() ? "" : "/" + path);
    return p.endsWith("/") ? p.substring(0, p.length() - 1) : p;
  }
}
