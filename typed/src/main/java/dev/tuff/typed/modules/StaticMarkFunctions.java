package dev.tuff.typed.modules;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.Function;
import dev.tuff.typed.runtime.StaticMarks;
import dev.tuff.typed.runtime.StrictModule;

/** The functions of {@code _static} that mark classes and ask for marks. */
final class StaticMarkFunctions {
  private StaticMarkFunctions() {}

  static BuiltinTable table() {
    return new StaticMarkFunctionsTable();
  }

  @Function(value = "set_type_static(type, /)", doc = "Mark a class as one of static code.")
  static Object set_type_static(Object type) {
    return StaticMarks.mark("set_type_static", type, PyType.STATIC);
  }

  @Function(value = "set_type_final(type, /)", doc = "Have a class refuse subclasses.")
  static Object set_type_final(Object type) {
    return StaticMarks.mark("set_type_final", type, PyType.FINAL);
  }

  @Function(value = "set_type_static_final(type, /)", doc = "Mark a class as one of static code that refuses subclasses.")
  static Object set_type_static_final(Object type) {
    return StaticMarks.mark("set_type_static_final", type, PyType.STATIC | PyType.FINAL);
  }

  @Function(value = "freeze_classes(module, classes, /)",
      doc = "Make classes of a module unchangeable, if it is loaded as a strict one that is not to be patched, and freezing is on.")
  static void freeze_classes(Object module, Object classes, Interpreter interpreter) {
    if (!(interpreter.modules.get(module) instanceof StrictModule m) || m.patchable()) {
      return;
    }
    Object runtime = interpreter.modules.getStr("cinderx.compiler.strict.runtime");
    for (Object c : Iteration.toArray(classes)) {
      if (runtime != null) {
        Call.attribute(runtime, "freeze_type", c);
      } else if (c instanceof PyType) {
        StaticMarks.freeze(c);
      }
    }
  }

  @Function(value = "is_type_static(type, /)", doc = "Whether a class is one of static code.")
  static boolean is_type_static(Object type) {
    return type instanceof PyType t && t.has(PyType.STATIC);
  }

  @Function(value = "is_static_callable(object, /)", doc = "Whether a function or method was compiled statically.")
  static boolean is_static_callable(Object o) {
    return StaticMarks.isStaticCallable(o);
  }

  @Function(value = "is_static_module(object, /)", doc = "Whether a module is strict and static by its own request.")
  static boolean is_static_module(Object o) {
    return StaticMarks.isStaticModule(o);
  }
}
