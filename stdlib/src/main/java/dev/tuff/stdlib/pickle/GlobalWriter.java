package dev.tuff.stdlib.pickle;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** Writes classes, functions and all that is found by name in a module, after making sure that it is found there. */
final class GlobalWriter {
  private final PickleWriter w;

  GlobalWriter(PickleWriter writer) {
    w = writer;
  }

  /** Writes {@code o} by {@code name} (null: its own). */
  void save(Object o, Object name) {
    if (name == null) {
      name = Attributes.find(o, "__qualname__");
      if (name == null) {
        name = Attributes.get(o, "__name__");
      }
    }
    String[] path = PyStr.java(name).split("\\.", -1);
    Object module = moduleName(o, path);
    check(o, module, name, path);
    if (w.protocol >= 2 && saveExtension(module, name)) {
      return;
    }
    if (w.protocol >= 4) {
      w.save(module);
      w.save(name);
      w.out.op(Opcodes.STACK_GLOBAL);
    } else if (path.length > 1) {
      saveNested(module, path);
    } else {
      saveNames(module, name);
    }
    w.memoize(o);
  }

  /** Before protocol 4, a dotted name is written as calls of {@code getattr}. */
  private void saveNested(Object module, String[] path) {
    Object getattr = Interpreter.current().builtins.dict().getStr("getattr");
    for (int i = 1; i < path.length; i++) {
      w.save(getattr);
      if (w.protocol < 2) {
        w.out.op(Opcodes.MARK);
      }
    }
    saveNames(module, Py.str(path[0]));
    for (int i = 1; i < path.length; i++) {
      w.save(Py.str(path[i]));
      w.out.op(w.protocol < 2 ? Opcodes.TUPLE : Opcodes.TUPLE2);
      w.out.op(Opcodes.REDUCE);
    }
  }

  /** The name of the module of {@code o}: what it says itself, else the first that has it. */
  private Object moduleName(Object o, String[] path) {
    Object m = Attributes.find(o, "__module__");
    for (String part : path) {
      if (part.equals("<locals>")) {
        throw PickleErrors.pickling("Can't pickle local object " + Py.javaRepr(o));
      }
    }
    if (m != null && m != Py.None) {
      return m;
    }
    Object modules = Interpreter.current().sys.dict().getStr("modules");
    if (modules == null) {
      throw Errors.runtimeError("lost sys.modules");
    }
    Object[] names = modules instanceof PyDict d ? d.keysArray() : Iteration.toArray(modules);
    for (Object name : names) {
      Object module = modules instanceof PyDict d ? d.get(name) : Items.get(modules, name);
      if (module != null && module != Py.None && !"__main__".equals(name) && !"__mp_main__".equals(name)
          && walk(module, path) == o) {
        return name;
      }
    }
    return "__main__";
  }

  /** What a dotted path leads to, or null. */
  private static Object walk(Object from, String[] path) {
    Object o = from;
    for (String part : path) {
      o = Attributes.find(o, part);
      if (o == null) {
        return null;
      }
    }
    return o;
  }

  /** Makes sure that the name leads to the object. */
  private static void check(Object o, Object module, Object name, String[] path) {
    if (!PyStr.isStr(module)) {
      throw Errors.typeError("module name must be a string");
    }
    Object found;
    try {
      found = Imports.module(module);
    } catch (PyException e) {
      if (e.is(Exceptions.ImportError) || e.is(Exceptions.ValueError) || e.is(Exceptions.KeyError)) {
        throw PickleErrors.during(PickleErrors.pickling("Can't pickle " + Py.javaRepr(o) + ": " + Py.javaString(e.value)), e);
      }
      throw e;
    }
    try {
      for (String part : path) {
        found = Attributes.get(found, part);
      }
    } catch (PyException e) {
      if (e.is(Exceptions.AttributeError)) {
        throw PickleErrors.during(PickleErrors.pickling(
            "Can't pickle " + Py.javaRepr(o) + ": it's not found as " + PyStr.java(module) + "." + PyStr.java(name)), e);
      }
      throw e;
    }
    if (found != o) {
      throw PickleErrors.pickling(
          "Can't pickle " + Py.javaRepr(o) + ": it's not the same object as " + PyStr.java(module) + "." + PyStr.java(name));
    }
  }

  /** Writes the number that {@code copyreg.add_extension} gave the name, if it did. */
  private boolean saveExtension(Object module, Object name) {
    PyDict registry = w.state.extensionRegistry;
    Object code = registry.size() == 0 ? null : registry.get(PyTuple.of(module, name));
    if (code == null) {
      return false;
    }
    if (!(PyInt.index(code) instanceof Long c)) {
      throw Errors.overflowError("Python int too large to convert to C long");
    }
    if (c <= 0 || c > Integer.MAX_VALUE) {
      throw Errors.runtimeError("extension code " + c + " is out of range");
    }
    if (c < 0x100) {
      w.out.op1(Opcodes.EXT1, (int) (long) c);
    } else if (c < 0x10000) {
      w.out.op2(Opcodes.EXT2, (int) (long) c);
    } else {
      w.out.op4(Opcodes.EXT4, (int) (long) c);
    }
    return true;
  }

  /** GLOBAL with two lines: ASCII, from protocol 3 on UTF-8. */
  private void saveNames(Object module, Object name) {
    if (w.fixImports) {
      Object[] old = w.state.mapped(module, name, true);
      module = old[0];
      name = old[1];
    }
    byte[] m = encoded(module, "module");
    byte[] n = encoded(name, "global");
    w.out.op(Opcodes.GLOBAL);
    w.out.bytes(m, 0, m.length);
    w.out.bytes(n, 0, n.length);
  }

  private byte[] encoded(Object text, String what) {
    try {
      byte[] line = dev.tuff.engine.codec.Codecs.encode(text, w.protocol == 3 ? "utf-8" : "ascii", null);
      byte[] withEnd = java.util.Arrays.copyOf(line, line.length + 1);
      withEnd[line.length] = '\n';
      return withEnd;
    } catch (PyException e) {
      if (!e.is(Exceptions.UnicodeEncodeError)) {
        throw e;
      }
      throw PickleErrors.during(PickleErrors.pickling(
          "can't pickle " + what + " identifier " + Py.javaRepr(text) + " using pickle protocol " + w.protocol), e);
    }
  }
}
