package dev.tuff.jit.api;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.module.PyModule;
import dev.tuff.jit.CodeRecord;
import dev.tuff.jit.Jit;
import dev.tuff.jit.JitSettings;
import java.io.IOException;

/** {@code cinderjit}: the functions of {@code cinderx.jit} that steer the JIT. What they tell of compiled code is in {@link JitReports}. */
final class CinderJit {
  private CinderJit() {}

  static void init(PyModule m) {
    Exposed.define(m, "cinderjit", new CinderJitTable());
    Exposed.define(m, "cinderjit", new JitReportsTable());
  }

  /** The compiler; null with {@code -X jit=off} as long as the program has not asked for it. */
  static Jit jit(Interpreter interpreter) {
    return interpreter.tier instanceof Jit j ? j : null;
  }

  private static Jit jitOrNew(PyModule m, Interpreter interpreter) {
    Jit jit = jit(interpreter);
    if (jit == null) {
      JitSettings settings = (JitSettings) m.state;
      settings.enabled = true;
      settings.threshold = JitSettings.NEVER;
      jit = Jit.started(settings);
      interpreter.tier = jit;
    }
    return jit;
  }

  /** To ask for a function's compilation is to ask for the compiler, unless the user has said no to it. */
  private static Jit jitUnlessRefused(PyModule m, Interpreter interpreter) {
    return jit(interpreter) == null && ((JitSettings) m.state).refused ? null : jitOrNew(m, interpreter);
  }

  static PyFunction function(String name, Object o) {
    if (o instanceof PyFunction fn) {
      return fn;
    }
    throw Errors.typeError(name + " expected a Python function, received '" + Py.typeOf(o).name() + "' object");
  }

  // ---- on and off

  @Function(value = "enable()", doc = "Compile hot functions again; what disable(deopt_all=True) has put aside runs compiled again.")
  static void enable(PyModule m, Interpreter interpreter) {
    jitOrNew(m, interpreter).enable();
  }

  @Function(value = "disable(deopt_all=False)", doc = "Compile nothing; with deopt_all nothing that is called from now on runs compiled.")
  static void disable(boolean deopt_all, Interpreter interpreter) {
    if (jit(interpreter) instanceof Jit j) {
      j.disable(deopt_all);
    }
  }

  @Function(value = "is_enabled()", doc = "Whether functions are compiled.")
  static boolean is_enabled(Interpreter interpreter) {
    return jit(interpreter) instanceof Jit j && j.settings.enabled;
  }

  @Function(value = "_is_aside()", doc = "Whether disable(deopt_all=True) holds.")
  static boolean _is_aside(Interpreter interpreter) {
    return jit(interpreter) instanceof Jit j && j.isAside();
  }

  @Function(value = "auto()", doc = "Compile functions after 1000 calls or turns of loops.")
  static void auto(PyModule m, Interpreter interpreter) {
    compile_after_n_calls(m, JitSettings.HOT, interpreter);
  }

  @Function(value = "compile_after_n_calls(calls, /)", doc = "Compile functions after so many calls or turns of loops; 0: at the first call.")
  static void compile_after_n_calls(PyModule m, long calls, Interpreter interpreter) {
    if (calls < 0 || calls >= JitSettings.NEVER) {
      throw Errors.valueError("compile_after_n_calls: the number of calls must be from 0 to " + (JitSettings.NEVER - 1) + ", not " + calls);
    }
    Jit jit = jitOrNew(m, interpreter);
    jit.settings.threshold = (int) calls;
    jit.settings.delay = 0;
    jit.reschedule(interpreter);
  }

  @Function(value = "get_compile_after_n_calls()", doc = "After how many calls functions are compiled; None if only on request.")
  static Object get_compile_after_n_calls(Interpreter interpreter) {
    Jit jit = jit(interpreter);
    return jit == null || jit.settings.threshold == JitSettings.NEVER ? Py.None : (Object) (long) jit.settings.threshold;
  }

  @Function(value = "background_compile(enabled, /)", doc = "Whether hot functions are compiled on a thread of its own.")
  static void background_compile(PyModule m, boolean enabled, Interpreter interpreter) {
    ((JitSettings) m.state).background = enabled;
    if (!enabled && jit(interpreter) instanceof Jit j) {
      j.awaitBackground();
    }
  }

  @Function(value = "get_background_compile()", doc = "Whether hot functions are compiled on a thread of its own.")
  static boolean get_background_compile(PyModule m) {
    return ((JitSettings) m.state).background;
  }

  @Function(value = "wait_for_background_compiles()", doc = "Wait until that thread has nothing to do.")
  static void wait_for_background_compiles(Interpreter interpreter) {
    if (jit(interpreter) instanceof Jit j) {
      j.awaitBackground();
    }
  }

  // ---- single functions

  @Function(value = "force_compile(func, /)", doc = "Compile a function now. False if it is compiled, or the JIT is disabled.")
  static boolean force_compile(PyModule m, Object func, Interpreter interpreter) {
    PyFunction fn = function("force_compile", func);
    Jit jit = jitUnlessRefused(m, interpreter);
    return jit != null && switch (jit.force(fn)) {
      case COMPILED -> true;
      case NOTHING -> false;
      case SUPPRESSED -> throw refused("PYJIT_RESULT_CANNOT_SPECIALIZE", fn);
      case NOT_LISTED -> throw refused("PYJIT_RESULT_NOT_ON_JITLIST", fn);
      case OVER_LIMIT -> throw refused("PYJIT_OVER_MAX_CODE_SIZE", fn);
      case FAILED -> throw refused("PYJIT_RESULT_UNKNOWN_ERROR", fn);
    };
  }

  /** With the reason as a note. */
  private static PyException refused(String result, PyFunction fn) {
    PyException e = Errors.runtimeError(result);
    String reason = CodeRecord.of(fn.code).reason;
    if (reason != null) {
      Call.attribute(e.value, "add_note", Py.str(fn.qualname() + " stays interpreted: " + reason));
    }
    return e;
  }

  @Function(value = "force_uncompile(func, /)", doc = "Have a function interpreted again. False if it was not compiled.")
  static boolean force_uncompile(Object func, Interpreter interpreter) {
    PyFunction fn = function("force_uncompile", func);
    return jit(interpreter) instanceof Jit j && j.uncompile(fn.code);
  }

  @Function(value = "lazy_compile(func, /)", doc = "Have a function compiled at its next call. False if it is compiled or cannot be.")
  static boolean lazy_compile(PyModule m, Object func, Interpreter interpreter) {
    PyFunction fn = function("lazy_compile", func);
    return jitUnlessRefused(m, interpreter) instanceof Jit j && j.compileAtNextCall(fn);
  }

  @Function(value = "is_jit_compiled(func, /)", doc = "Whether calls of a function, or its loops, run compiled.")
  static boolean is_jit_compiled(Object func) {
    return function("is_jit_compiled", func).code.compiled.length > 0;
  }

  @Function(value = "jit_suppress(func, /)", doc = "Never compile a function; a decorator.")
  static Object jit_suppress(PyModule m, Object func, Interpreter interpreter) {
    PyFunction fn = function("jit_suppress", func);
    if (jit(interpreter) instanceof Jit j) {
      j.suppress(fn, true);
    } else {
      CodeRecord.of(fn.code).suppressed = true;
    }
    return func;
  }

  @Function(value = "jit_unsuppress(func, /)", doc = "Undo jit_suppress.")
  static Object jit_unsuppress(PyModule m, Object func, Interpreter interpreter) {
    PyFunction fn = function("jit_unsuppress", func);
    if (jit(interpreter) instanceof Jit j) {
      j.suppress(fn, false);
    } else {
      CodeRecord.of(fn.code).suppressed = false;
    }
    return func;
  }

  @Function(value = "precompile_all(workers=0)", doc = "Compile all functions that wait for it, on so many threads. False if the JIT is disabled.")
  static boolean precompile_all(PyModule m, long workers, Interpreter interpreter) {
    if (workers < 0 || workers > JitSettings.MAX_WORKERS) {
      throw Errors.valueError("precompile_all: workers must be from 0 to " + JitSettings.MAX_WORKERS + ", not " + workers);
    }
    if (!is_enabled(interpreter)) {
      return false;
    }
    Jit jit = jit(interpreter);
    jit.compileAll(interpreter, (int) (workers == 0 ? jit.settings.workers : workers));
    return true;
  }

  @Function(value = "multithreaded_compile_test()", doc = "Compile everything that is compiled once more, on several threads: a test of the compiler.")
  static void multithreaded_compile_test(PyModule m, Interpreter interpreter) {
    if (!is_multithreaded_compile_test_enabled(m)) {
      throw Errors.runtimeError("multithreaded_compile_test not enabled: it takes -X cinderx-jit-multithreaded-compile-test");
    }
    if (jit(interpreter) instanceof Jit j) {
      j.compileAgain(interpreter, 4);
    }
  }

  @Function(value = "is_multithreaded_compile_test_enabled()", doc = "Whether multithreaded_compile_test() may be called.")
  static boolean is_multithreaded_compile_test_enabled(PyModule m) {
    return ((JitSettings) m.state).multithreadedTest;
  }

  // ---- the list

  @Function(value = "append_jit_list(line, /)", doc = "Add module:qualname, or qualname@file:line, to the functions that alone are compiled.")
  static void append_jit_list(PyModule m, String line, Interpreter interpreter) {
    Jit jit = jitOrNew(m, interpreter);
    boolean understood = jit.list.add(line);
    jit.reschedule(interpreter);
    if (!understood) {
      throw Errors.runtimeError("Failed to parse new JIT list line " + line);
    }
  }

  @Function(value = "read_jit_list(path, /)", doc = "Add the lines of a file to the functions that alone are compiled.")
  static void read_jit_list(PyModule m, Object path, Interpreter interpreter) {
    Jit jit = jitOrNew(m, interpreter);
    try {
      jit.readList(Py.javaString(Call.call(interpreter.importModule("os") instanceof PyModule os ? os.dict().getStr("fspath") : path, path)));
    } catch (IOException e) {
      throw Errors.runtimeError("Failed to read the JIT list file: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw Errors.runtimeError(e.getMessage());
    } finally {
      jit.reschedule(interpreter);
    }
  }

  @Function(value = "get_jit_list()", doc = "The list: names by module, and lines by file by name of code objects.")
  static Object get_jit_list(Interpreter interpreter) {
    PyDict functions = new PyDict();
    PyDict codes = new PyDict();
    if (jit(interpreter) instanceof Jit j) {
      j.list.functions().forEach((module, names) -> functions.put(Py.str(module), PySet.of(names.stream().map(Py::str).toArray())));
      j.list.codes().forEach((name, files) -> {
        PyDict lines = new PyDict();
        files.forEach((file, at) -> lines.put(Py.str(file), PySet.of(at.stream().map(line -> (Object) line.longValue()).toArray())));
        codes.put(Py.str(name), lines);
      });
    }
    return PyTuple.of(functions, codes);
  }

  // ---- settings

  @Function(value = "enable_hir_inliner()", doc = "Inline calls.")
  static void enable_hir_inliner(PyModule m) {
    ((JitSettings) m.state).inlines = true;
  }

  @Function(value = "disable_hir_inliner()", doc = "Inline no calls in what is compiled from now on.")
  static void disable_hir_inliner(PyModule m) {
    ((JitSettings) m.state).inlines = false;
  }

  @Function(value = "is_hir_inliner_enabled()", doc = "Whether calls are inlined.")
  static boolean is_hir_inliner_enabled(PyModule m) {
    return ((JitSettings) m.state).inlines;
  }

  @Function(value = "enable_specialized_opcodes()", doc = "Speculate on what the interpreter's caches have seen.")
  static void enable_specialized_opcodes(PyModule m) {
    ((JitSettings) m.state).specialized = true;
  }

  @Function(value = "disable_specialized_opcodes()", doc = "Speculate on nothing in what is compiled from now on.")
  static void disable_specialized_opcodes(PyModule m) {
    ((JitSettings) m.state).specialized = false;
  }

  @Function(value = "enable_emit_type_annotation_guards()", doc = "Accepted: what the caches have seen counts, not annotations.")
  static void enable_emit_type_annotation_guards(PyModule m) {
    ((JitSettings) m.state).annotationGuards = true;
  }

  @Function(value = "disable_emit_type_annotation_guards()", doc = "Accepted: what the caches have seen counts, not annotations.")
  static void disable_emit_type_annotation_guards(PyModule m) {
    ((JitSettings) m.state).annotationGuards = false;
  }

  @Function(value = "set_max_code_size(bytes, /)", doc = "Compile nothing more when compiled code of so many bytes lives; 0: no limit.")
  static void set_max_code_size(PyModule m, long bytes) {
    if (bytes < 0) {
      throw Errors.valueError("set_max_code_size: the size must not be negative");
    }
    ((JitSettings) m.state).maxCodeBytes = bytes;
  }
}
