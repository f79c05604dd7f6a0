package dev.tuff.jit.api;

import static dev.tuff.jit.api.CinderJit.function;
import static dev.tuff.jit.api.CinderJit.jit;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.engine.interp.PyAsyncGenerator;
import dev.tuff.engine.interp.PyCoroutine;
import dev.tuff.engine.interp.PyGenerator;
import dev.tuff.engine.module.PyModule;
import dev.tuff.jit.CodeRecord;
import dev.tuff.jit.Deopts;
import dev.tuff.jit.Jit;
import dev.tuff.jit.JitSettings;
import dev.tuff.jit.UnitReport;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@code cinderx.jit} tells of compiled functions. A function may have several units: one for calls, others for its loops. */
final class JitReports {
  private JitReports() {}

  private static PyCode code(String name, Object func) {
    return function(name, func).code;
  }

  private static long sum(PyCode code, java.util.function.ToIntFunction<UnitReport> part) {
    long sum = -1;
    for (CompiledCode unit : code.compiled) {
      sum = Math.max(sum, 0) + part.applyAsInt(UnitReport.of(unit));
    }
    return sum;
  }

  @Function(value = "get_compiled_functions()", doc = "The functions that are compiled.")
  static Object get_compiled_functions(Interpreter interpreter) {
    return PyList.of(jit(interpreter) instanceof Jit j ? j.compiledFunctions(interpreter).toArray() : new Object[0]);
  }

  @Function(value = "get_compiled_size(func, /)", doc = "The bytes of a function's classes; -1 if it is not compiled.")
  static long get_compiled_size(Object func) {
    return sum(code("get_compiled_size", func), UnitReport::classBytes);
  }

  @Function(value = "get_compiled_stack_size(func, /)",
      doc = "The bytes of a call's JVM frame before HotSpot has compiled it; -1 if the function is not compiled.")
  static long get_compiled_stack_size(Object func) {
    return sum(code("get_compiled_stack_size", func), UnitReport::frameBytes);
  }

  @Function(value = "get_compiled_spill_stack_size(func, /)", doc = "The part of that which is for values; -1 if the function is not compiled.")
  static long get_compiled_spill_stack_size(Object func) {
    return sum(code("get_compiled_spill_stack_size", func), UnitReport::localBytes);
  }

  @Function(value = "get_compilation_time()", doc = "The milliseconds that compiling has taken so far.")
  static long get_compilation_time(Interpreter interpreter) {
    return jit(interpreter) instanceof Jit j ? j.units.nanos() / 1_000_000 : 0;
  }

  @Function(value = "get_function_compilation_time(func, /)", doc = "The milliseconds that compiling a function has taken so far; -1 if it never was.")
  static long get_function_compilation_time(Object func) {
    PyCode code = code("get_function_compilation_time", func);
    return code.tierState instanceof CodeRecord r && r.nanos > 0 ? r.nanos / 1_000_000 : -1;
  }

  @Function(value = "get_function_hir_opcode_counts(func, /)", doc = "How many of each operation a function's units have; None if it is not compiled.")
  static Object get_function_hir_opcode_counts(Object func) {
    PyCode code = code("get_function_hir_opcode_counts", func);
    if (code.compiled.length == 0) {
      return Py.None;
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (CompiledCode unit : code.compiled) {
      UnitReport.of(unit).operations().forEach((op, n) -> counts.merge(camelCase(op), n, Integer::sum));
    }
    PyDict d = new PyDict();
    counts.forEach((name, n) -> d.put(name, n.longValue()));
    return d;
  }

  /** {@code ADD_LONG} is AddLong. */
  private static String camelCase(Op op) {
    StringBuilder name = new StringBuilder();
    for (String word : op.name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  @Function(value = "get_num_inlined_functions(func, /)", doc = "How many calls are inlined in a function's unit for calls.")
  static long get_num_inlined_functions(Object func) {
    PyCode code = code("get_num_inlined_functions", func);
    return code.compiled.length == 0 ? 0 : UnitReport.of(code.compiled[0]).inlined().size();
  }

  @Function(value = "get_inlined_functions_stats(func, /)", doc = "How many calls are inlined in a function, and for each reason which are not.")
  static Object get_inlined_functions_stats(Object func) {
    PyCode code = code("get_inlined_functions_stats", func);
    Map<String, TreeSet<String>> reasons = new TreeMap<>();
    for (CompiledCode unit : code.compiled) {
      UnitReport.of(unit).notInlined().forEach((reason, names) -> reasons.computeIfAbsent(reason, k -> new TreeSet<>()).addAll(names));
    }
    PyDict failures = new PyDict();
    reasons.forEach((reason, names) -> failures.put(reason, PySet.of(names.stream().map(Py::str).toArray())));
    PyDict d = new PyDict();
    d.put("num_inlined_functions", get_num_inlined_functions(func));
    d.put("failure_stats", failures);
    return d;
  }

  @Function(value = "get_and_clear_runtime_stats()", doc = "How often compiled code went back to the interpreter, by function, line and reason.")
  static Object get_and_clear_runtime_stats(Interpreter interpreter) {
    PyList events = new PyList();
    if (jit(interpreter) instanceof Jit j) {
      for (Map.Entry<Deopts.Place, int[]> e : j.deopts.counts().entrySet()) {
        Deopts.Place p = e.getKey();
        PyDict normal = new PyDict();
        normal.put("func_qualname", Py.str(p.qualname()));
        normal.put("filename", Py.str(p.file()));
        normal.put("reason", p.reason());
        normal.put("description", p.description());
        normal.put("guilty_type", Py.str(p.guilty()));
        PyDict numbers = new PyDict();
        numbers.put("lineno", (long) p.line());
        numbers.put("count", (long) e.getValue()[0]);
        PyDict event = new PyDict();
        event.put("normal", normal);
        event.put("int", numbers);
        events.add(event);
      }
      j.deopts.clear();
    }
    PyDict d = new PyDict();
    d.put("deopt", events);
    return d;
  }

  @Function(value = "clear_runtime_stats()", doc = "Forget what get_and_clear_runtime_stats() would tell.")
  static void clear_runtime_stats(Interpreter interpreter) {
    if (jit(interpreter) instanceof Jit j) {
      j.deopts.clear();
    }
  }

  @Function(value = "get_allocator_stats()", doc = "The bytes of class files of compiled code that lives, the limit for them (0 for none), and their number.")
  static Object get_allocator_stats(PyModule m, Interpreter interpreter) {
    PyDict d = new PyDict();
    Jit jit = jit(interpreter);
    d.put("used_bytes", jit == null ? 0L : jit.units.bytes());
    d.put("max_bytes", ((JitSettings) m.state).maxCodeBytes);
    d.put("classes", jit == null ? 0L : (long) jit.units.count());
    d.put("max_classes", (long) ((JitSettings) m.state).maxClasses);
    return d;
  }

  @Function(value = "count_interpreted_calls(func, /)", doc = "How many calls and turns of loops the interpreter has counted until the function was compiled.")
  static long count_interpreted_calls(Object func, Interpreter interpreter) {
    PyCode code = code("count_interpreted_calls", func);
    if (code.instructions == null || jit(interpreter) == null) {
      return 0;
    }
    long counted = CodeRecord.of(code).counted;
    return counted >= 0 ? counted : code.counted();
  }

  @Function(value = "why_not_compiled(func, /)", doc = "Why a function is interpreted; None if nothing is known against compiling it.")
  static Object why_not_compiled(Object func) {
    PyCode code = code("why_not_compiled", func);
    return code.compiled.length == 0 && code.tierState instanceof CodeRecord r && r.reason != null ? Py.str(r.reason) : Py.None;
  }

  @Function(value = "_unit_text(func, form, /)", doc = "What compiling the function now makes of it: 'hir' or 'class'.")
  static Object _unit_text(PyModule m, Object func, String form) {
    try {
      return Py.str(Jit.text((JitSettings) m.state, function("disassemble", func), form.equals("class")));
    } catch (NotCompilable e) {
      throw Errors.runtimeError("PYJIT_RESULT_UNKNOWN_ERROR: " + e.getMessage());
    }
  }

  @Function(value = "_deopt_gen(gen, /)", doc = "False: what a suspended generator has is the interpreter's own frame in any case.")
  static boolean _deopt_gen(Object gen) {
    if (!(gen instanceof PyGenerator || gen instanceof PyCoroutine || gen instanceof PyAsyncGenerator)) {
      throw Errors.typeError("Exactly one argument expected: a generator, not '" + Py.typeOf(gen).name() + "'");
    }
    return false;
  }
}
