package dev.tuff.engine.module;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.CompileOptions;
import dev.tuff.compiler.Compiler;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;

/**
 * Which modules come without a file: what must be there before files can be imported, and the samples by which programs see that frozen
 * modules work. Their code is the library's.
 */
final class FrozenModules {
  /**
   * One frozen module.
   *
   * @param origin the module of the library that it is; "&lt;" before the name of a package whose file is meant; null if none
   * @param text its source if the library does not have it
   */
  record Frozen(String name, String origin, boolean isPackage, String text) {
    boolean essential() {
      return origin != null && (origin.startsWith("importlib.") || origin.equals("zipimport"));
    }
  }

  private static final Frozen[] ALL = {
    new Frozen("_frozen_importlib", "importlib._bootstrap", false, null),
    new Frozen("_frozen_importlib_external", "importlib._bootstrap_external", false, null),
    new Frozen("zipimport", "zipimport", false, null),
    new Frozen("__hello__", "__hello__", false, null),
    new Frozen("__hello_alias__", "__hello__", false, null),
    new Frozen("__phello_alias__", "__hello__", true, null),
    new Frozen("__phello_alias__.spam", "__hello__", false, null),
    new Frozen("__phello__", "__phello__", true, null),
    new Frozen("__phello__.__init__", "<__phello__", false, null),
    new Frozen("__phello__.ham", "__phello__.ham", true, ""),
    new Frozen("__phello__.ham.__init__", "<__phello__.ham", false, ""),
    new Frozen("__phello__.ham.eggs", "__phello__.ham.eggs", false, ""),
    new Frozen("__phello__.spam", "__phello__.spam", false, null),
    new Frozen("__hello_only__", null, false, "initialized = True\nprint('Hello world!')\n"),
  };

  /** What {@code _override_frozen_modules_for_tests} said last: negative leaves the essential ones alone. */
  private static final class Override {
    int value;
  }

  private FrozenModules() {}

  static void override(Interpreter interpreter, int value) {
    interpreter.state(Override.class, Override::new).value = value;
  }

  static boolean disabled(Interpreter interpreter, Frozen f) {
    return !f.essential() && interpreter.state(Override.class, Override::new).value < 0;
  }

  static String[] names() {
    String[] names = new String[ALL.length];
    for (int i = 0; i < ALL.length; i++) {
      names[i] = ALL[i].name;
    }
    return names;
  }

  /** The frozen module of that name, or null. */
  static Frozen find(String name) {
    for (Frozen f : ALL) {
      if (f.name.equals(name)) {
        return f;
      }
    }
    return null;
  }

  /** The one that may be used; null if there is none or it is switched off. */
  static Frozen enabled(Interpreter interpreter, String name) {
    Frozen f = find(name);
    return f == null || disabled(interpreter, f) ? null : f;
  }

  static PyException missing(Interpreter interpreter, String name) {
    String quoted = Py.javaRepr(Py.str(name));
    boolean disabled = find(name) != null;
    return Errors.importError(disabled ? "Frozen modules are disabled and the frozen object named " + quoted + " is not essential"
        : "No such frozen object named " + quoted, Py.str(name), null);
  }

  static Code code(Interpreter interpreter, Frozen f) {
    String origin = f.origin == null ? f.name : f.origin.startsWith("<") ? f.origin.substring(1) : f.origin;
    String file = "<frozen " + origin + ">";
    if (f.text != null) {
      return Compiler.compile(Parser.parse(Source.of(f.text, file), Mode.EXEC, ParseOptions.DEFAULT), file,
          new CompileOptions(interpreter.optimize, 0, false, CompileOptions.SILENT));
    }
    return interpreter.library.code(origin, file, interpreter.optimize);
  }
}
