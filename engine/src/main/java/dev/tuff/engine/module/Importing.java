package dev.tuff.engine.module;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyTraceback;
import dev.tuff.engine.text.PyStr;

/** {@code __import__}: modules that are there already by the short way, all others by {@code importlib._bootstrap}. */
public final class Importing {
  private Importing() {}

  public static Object importModule(Interpreter interpreter, Object name, Object globals, Object fromlist, int level) {
    if (!PyStr.isStr(name)) {
      throw Errors.typeError("module name must be a string");
    }
    if (level < 0) {
      throw Errors.valueError("level must be >= 0");
    }
    String n = PyStr.java(name);
    String absolute = n;
    if (level > 0) {
      absolute = resolve(interpreter, n, globals, level);
    } else if (n.isEmpty()) {
      throw Errors.valueError("Empty module name");
    }
    Object module = load(interpreter, absolute);
    boolean hasFrom = fromlist != Py.None && Py.truth(fromlist);
    if (hasFrom) {
      if (!hasAll(module, fromlist) && Attributes.find(module, "__path__") != null) {
        try {
          return Call.attribute(interpreter.importlib, "_handle_fromlist", module, fromlist, importFunction(interpreter));
        } catch (PyException e) {
          trim(e);
          throw e;
        }
      }
      return module;
    }
    int dot = n.indexOf('.');
    if (level > 0 && n.isEmpty() || dot < 0) {
      return module;
    }
    String front = n.substring(0, dot);
    if (level == 0) {
      return importModule(interpreter, Py.str(front), globals, Py.None, 0);
    }
    String top = absolute.substring(0, absolute.length() - (n.length() - front.length()));
    Object m = interpreter.modules.getStr(top);
    if (m == null) {
      throw Errors.keyError(Py.str(Py.javaRepr(Py.str(top)) + " not in sys.modules as expected"));
    }
    return m;
  }

  /** The module of that name, imported if need be. */
  static Object load(Interpreter interpreter, String absolute) {
    interpreter.complete();
    Object module = loaded(interpreter, absolute);
    if (module != null) {
      if (interpreter.importTime > 1) {
        ImportTimes.of(interpreter).cached(absolute);
      }
      return module;
    }
    LibraryImport library = interpreter.libraryImport;
    module = library == null ? null : library.load(absolute);
    if (module != null) {
      return module;
    }
    try {
      return find(interpreter, absolute);
    } catch (PyException e) {
      trim(e);
      throw e;
    }
  }

  /** Whether a module has every name of a fromlist, so that none of them can be a submodule still to be imported. */
  private static boolean hasAll(Object module, Object fromlist) {
    if (!(module instanceof PyModule m && fromlist instanceof PyTuple names)) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      Object name = names.get(i);
      if (!PyStr.isStr(name) || m.dict().get(name) == null) {
        return false;
      }
    }
    return true;
  }

  private static Object find(Interpreter interpreter, String absolute) {
    ImportTimes times = interpreter.importTime == 0 ? null : ImportTimes.of(interpreter);
    long[] started = times == null ? null : times.begin();
    try {
      return Call.attribute(interpreter.importlib, "_find_and_load", Py.str(absolute), importFunction(interpreter));
    } finally {
      if (times != null) {
        times.end(absolute, started);
      }
    }
  }

  /**
   * Takes the frames of importlib out of a traceback: all of them for an ImportError, else those up to the call that ran the module's code.
   */
  private static void trim(PyException e) {
    boolean always = e.is(Exceptions.ImportError);
    PyTraceback first = (PyTraceback) e.value.traceback;
    PyTraceback kept = null;
    for (PyTraceback t = first; t != null; t = t.next) {
      String file = t.frame.code.code.filename;
      boolean inside = file.equals("<frozen importlib._bootstrap>") || file.equals("<frozen importlib._bootstrap_external>");
      if (!inside) {
        kept = t;
        continue;
      }
      if (always || t.frame.code.code.name.equals("_call_with_frames_removed")) {
        if (kept == null) {
          first = t.next;
        } else {
          kept.next = t.next;
        }
      }
    }
    e.value.traceback = first;
  }

  /** The builtin {@code __import__}, whatever the program has put in its place. */
  private static Object importFunction(Interpreter interpreter) {
    return interpreter.importFunction;
  }

  /** The module if it is in {@code sys.modules} and its import is not under way in another thread. */
  private static Object loaded(Interpreter interpreter, String name) {
    Object m = interpreter.modulesGet(name);
    if (m == null || m == Py.None) {
      if (m == Py.None) {
        PyException e = Errors.make(Exceptions.ModuleNotFoundError, Py.str("import of " + name + " halted; None in sys.modules"));
        Attributes.set(e.value, "name", Py.str(name));
        throw e;
      }
      return null;
    }
    Object spec = m instanceof PyModule p ? p.dict().getStr("__spec__") : Attributes.find(m, "__spec__");
    if (spec != null && spec != Py.None) {
      Object initializing = Attributes.find(spec, "_initializing");
      if (initializing != null && Py.truth(initializing)) {
        if (interpreter.libraryImport != null) {
          interpreter.libraryImport.await();
        }
        Call.attribute(interpreter.importlib, "_lock_unlock_module", Py.str(name));
        // the other thread may have failed, and taken the module away
        return interpreter.modulesGet(name);
      }
    }
    return m;
  }

  /** The absolute name of a relative import (PEP 328, 366). */
  private static String resolve(Interpreter interpreter, String name, Object globals, int level) {
    if (!(globals instanceof PyDict g)) {
      throw globals == Py.None ? Errors.keyError("'__name__' not in globals") : Errors.typeError("globals must be a dict");
    }
    Object pkg = g.getStr("__package__");
    Object spec = g.getStr("__spec__");
    if (pkg != null && pkg != Py.None) {
      if (!PyStr.isStr(pkg)) {
        throw Errors.typeError("package must be a string");
      }
    } else if (spec != null && spec != Py.None) {
      pkg = Attributes.get(spec, "parent");
      if (!PyStr.isStr(pkg)) {
        throw Errors.typeError("__spec__.parent must be a string");
      }
    } else {
      dev.tuff.engine.core.Warnings.warn(Exceptions.ImportWarning,
          "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__", 1);
      pkg = g.getStr("__name__");
      if (pkg == null) {
        throw Errors.keyError("'__name__' not in globals");
      }
      if (!PyStr.isStr(pkg)) {
        throw Errors.typeError("__name__ must be a string");
      }
      if (g.getStr("__path__") == null) {
        String p = PyStr.java(pkg);
        pkg = p.contains(".") ? p.substring(0, p.lastIndexOf('.')) : "";
      }
    }
    String base = PyStr.java(pkg);
    if (base.isEmpty()) {
      throw Errors.importError("attempted relative import with no known parent package", null, null);
    }
    for (int i = 1; i < level; i++) {
      int dot = base.lastIndexOf('.');
      if (dot < 0) {
        throw Errors.importError("attempted relative import beyond top-level package", null, null);
      }
      base = base.substring(0, dot);
    }
    return name.isEmpty() ? base : base + "." + name;
  }
}
