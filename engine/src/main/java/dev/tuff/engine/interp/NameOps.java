package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.LOAD_GLOBAL_BUILTIN;
import static dev.tuff.compiler.Opcode.LOAD_GLOBAL_MODULE;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.PyCell;

/** Names: globals, builtins, locals in a mapping, cells ("Naming and binding" of the language reference). */
final class NameOps {
  private NameOps() {}

  /** LOAD_GLOBAL, and what its specialised forms fall back to. */
  static void loadGlobal(PyFrame f, int next, int sp) {
    int at = next - 1;
    int instruction = f.code.instructions[at] & Integer.MAX_VALUE;
    f.lasti = at;
    String name = f.code.names[instruction >> 9];
    PyDict globals = f.globals;
    Object[] s = f.fast;
    // before the look-up: a version that ends in between fails its cache, no more
    Object globalsKeys = globals.keysVersion();
    int e = globals.findStr(name);
    if (globals.type() != PyDict.TYPE || f.builtins.type() != PyDict.TYPE) {
      // a subclass may have its own __getitem__ or __missing__
      s[sp++] = global(f, name);
    } else if (e >= 0) {
      s[sp++] = globals.valueAt(e);
      f.code.caches[next] = new GlobalCache(globalsKeys, e);
      Quickening.rewrite(f.code, at, LOAD_GLOBAL_MODULE);
    } else {
      PyDict builtins = f.builtins;
      Object builtinsKeys = builtins.keysVersion();
      e = builtins.findStr(name);
      if (e < 0) {
        s[sp++] = lateName(f, name);
      } else {
        s[sp++] = builtins.valueAt(e);
        f.code.caches[next] = new BuiltinCache(globals.keysVersionWithout(name), builtinsKeys, e);
        Quickening.rewrite(f.code, at, LOAD_GLOBAL_BUILTIN);
      }
    }
    if ((instruction & 256) != 0) {
      s[sp++] = null;
    }
    f.sp = sp;
  }

  /** STORE_GLOBAL; remembers the entry. */
  static void storeGlobal(PyFrame f, String name, Object value) {
    PyDict globals = f.globals;
    Object[] caches = f.code.caches;
    int at = f.lasti + 1;
    if (!(caches[at] instanceof GlobalCache c && globals.replaceAt(c.keys(), c.entry(), value))) {
      globals.putStr(name, value);
      Object keys = globals.keysVersion();
      int e = globals.findStr(name);
      caches[at] = e < 0 ? null : new GlobalCache(keys, e);
    }
  }

  static Object global(PyFrame f, String name) {
    Object v = inMapping(f.globals, name);
    if (v == null) {
      v = inMapping(f.builtins, name);
    }
    return v != null ? v : lateName(f, name);
  }

  /** A name that is not there yet: what {@code site} puts into the builtins comes with the end of start-up. */
  private static Object lateName(PyFrame f, String name) {
    Interpreter.current().complete();
    Object v = f.builtins.getStr(name);
    if (v == null) {
      throw notDefined(name);
    }
    return v;
  }

  /** Unlike LOAD_GLOBAL, this asks no {@code __missing__} of globals that are of a class of their own. */
  static Object loadName(PyFrame f, String name) {
    Object v = inMapping(f.locals, name);
    if (v == null) {
      v = f.globals.getStr(name);
    }
    if (v == null) {
      v = inMapping(f.builtins, name);
    }
    return v != null ? v : lateName(f, name);
  }

  /** What makes classes comes from the builtins alone. */
  static Object buildClass(PyFrame f) {
    Object v = inMapping(f.builtins, "__build_class__");
    if (v == null) {
      throw Errors.nameError("__build_class__ not found", "__build_class__");
    }
    return v;
  }

  /** The value in a mapping of locals, or null. */
  static Object inMapping(Object locals, String name) {
    if (locals instanceof PyDict d && d.type() == PyDict.TYPE) {
      return d.getStr(name);
    }
    try {
      return Items.get(locals, name);
    } catch (PyException e) {
      if (e.is(Exceptions.KeyError)) {
        return null;
      }
      throw e;
    }
  }

  static void storeName(PyFrame f, String name, Object value) {
    if (f.locals instanceof PyDict d && d.type() == PyDict.TYPE) {
      d.putStr(name, value);
    } else if (f.locals == null) {
      throw Errors.systemError("no locals found when storing " + dev.tuff.engine.core.Py.javaRepr(name));
    } else {
      Items.set(f.locals, name, value);
    }
  }

  static void deleteName(PyFrame f, String name) {
    if (f.locals instanceof PyDict d && d.type() == PyDict.TYPE) {
      if (d.removeStr(name) == null) {
        throw notDefined(name);
      }
      return;
    }
    try {
      Items.delete(f.locals, name);
    } catch (PyException e) {
      throw e.is(Exceptions.KeyError) ? notDefined(name) : e;
    }
  }

  static void deleteGlobal(PyFrame f, String name) {
    if (f.globals.removeStr(name) == null) {
      throw notDefined(name);
    }
  }

  static Object loadFromDictOrDeref(PyFrame f, Object mapping, int index) {
    Object v = inMapping(mapping, f.code.code.localsPlusNames[index]);
    if (v == null) {
      v = ((PyCell) f.fast[index]).value;
      if (v == null) {
        throw unboundDeref(f, index);
      }
    }
    return v;
  }

  static PyException notDefined(String name) {
    return Errors.nameError("name '" + name + "' is not defined", name);
  }

  static PyException unboundLocal(PyFrame f, int index) {
    return Errors.unboundLocalError("cannot access local variable '" + f.code.code.localsPlusNames[index]
        + "' where it is not associated with a value");
  }

  static PyException unboundDeref(PyFrame f, int index) {
    String name = f.code.code.localsPlusNames[index];
    if ((f.code.code.localsPlusKinds[index] & Code.FAST_FREE) == 0) {
      return unboundLocal(f, index);
    }
    return Errors.nameError("cannot access free variable '" + name + "' where it is not associated with a value in enclosing scope", name);
  }
}
