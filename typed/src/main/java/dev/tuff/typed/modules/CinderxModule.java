package dev.tuff.typed.modules;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Singleton;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.typed.runtime.StaticMarks;
import dev.tuff.typed.runtime.StrictModule;
import dev.tuff.typed.runtime.TypedErrors;

/** {@code _cinderx}: what {@code cinderx} re-exports. */
final class CinderxModule {
  /** What an interpreter has been told through the module. */
  private static final class Told {
    private boolean evaluator;
  }

  private CinderxModule() {}

  static void init(PyModule m) {
    Exposed.define(m, "_cinderx", new CinderxModuleTable());
    m.set("StaticTypeError", TypedErrors.staticTypeError());
    m.set("TypedSyntaxError", TypedErrors.typedSyntaxError());
    m.set("StrictModule", StrictModule.TYPE);
  }

  private static Told told(Interpreter interpreter) {
    return interpreter.state(Told.class, Told::new);
  }

  @Function(value = "freeze_type(type, /)", doc = "Make the attributes of a class unchangeable; nothing with PYTHONENABLEPATCHING=1.")
  static Object freeze_type(Object type, Interpreter interpreter) {
    if ("1".equals(interpreter.environment("PYTHONENABLEPATCHING")) && type instanceof PyType) {
      return type;
    }
    StaticMarks.freeze(type);
    return type;
  }

  private static StrictModule strict(Object module) {
    if (!(module instanceof StrictModule m)) {
      throw Errors.typeError("expected strict module object");
    }
    return m;
  }

  @Function(value = "strict_module_patch(module, name, value, /)", doc = "Replace an attribute of a strict module that can be patched.")
  static void strict_module_patch(Object module, Object name, Object value) {
    dev.tuff.engine.core.Call.attribute(strict(module), "__setattr__", name, value);
  }

  @Function(value = "strict_module_patch_delete(module, name, /)", doc = "Delete an attribute of a strict module that can be patched.")
  static void strict_module_patch_delete(Object module, Object name) {
    dev.tuff.engine.core.Call.attribute(strict(module), "__delattr__", name);
  }

  @Function(value = "strict_module_patch_enabled(module, /)", doc = "Whether a strict module can be patched.")
  static boolean strict_module_patch_enabled(Object module) {
    return strict(module).patchable();
  }

  // ---- what CinderX keeps beside CPython, and Tuff needs nothing for

  @Function(value = "clear_caches()", doc = "Drop what was remembered to run faster: nothing that could be seen.")
  static void clear_caches() {}

  @Function(value = "clear_classloader_caches()", doc = "Drop what static code has resolved; it is checked at each use.")
  static void clear_classloader_caches() {}

  @Function(value = "watch_sys_modules()", doc = "Notice changes of sys.modules: always done.")
  static void watch_sys_modules() {}

  @Function(value = "install_frame_evaluator()", doc = "Have static code run: it does in any case.")
  static void install_frame_evaluator(Interpreter interpreter) {
    told(interpreter).evaluator = true;
  }

  @Function(value = "remove_frame_evaluator()", doc = "Undo install_frame_evaluator, as far as is_frame_evaluator_installed tells.")
  static void remove_frame_evaluator(Interpreter interpreter) {
    told(interpreter).evaluator = false;
  }

  @Function(value = "is_frame_evaluator_installed()", doc = "Whether install_frame_evaluator was called last.")
  static boolean is_frame_evaluator_installed(Interpreter interpreter) {
    return told(interpreter).evaluator;
  }

  @Function(value = "is_prefork_build()", doc = "Whether this is a build for processes that fork much: no.")
  static boolean is_prefork_build() {
    return false;
  }

  private static PyException unsupported(String name) {
    return Errors.notImplementedError("cinderx." + name + " is not supported by Tuff yet");
  }

  @Function(value = "immortalize_heap()", doc = "Not supported yet.")
  static void immortalize_heap() {
    throw unsupported("immortalize_heap");
  }

  @Function(value = "is_immortal(object, /)", doc = "Whether the object lives as long as the interpreter.")
  static boolean is_immortal(Object o) {
    return o instanceof Singleton || o instanceof Boolean || o == Py.None || o instanceof PyType t && !t.isHeap();
  }
}
