package dev.tuff.stdlib.testing;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import java.math.BigInteger;

/**
 * {@code _testcapi}: what CPython's own tests ask of it that is no matter of C: the limits of C types as {@code struct} and {@code array}
 * have them, settings, exceptions. It has nothing of the C API, for there is none; a test that needs that fails by an AttributeError.
 */
public final class TestCapiModule {
  private TestCapiModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_testcapi", new TestCapiModuleTable());
    Exposed.define(m, "_testcapi", new ForeignEventsTable());
    m.set("CodeLike", CodeLike.TYPE);
    m.set("INT_MAX", Py.box(Integer.MAX_VALUE));
    m.set("INT_MIN", Py.box(Integer.MIN_VALUE));
    m.set("UINT_MAX", Py.box(0xFFFF_FFFFL));
    m.set("LONG_MAX", Py.box(Long.MAX_VALUE));
    m.set("LONG_MIN", Py.box(Long.MIN_VALUE));
    m.set("ULONG_MAX", BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
    m.set("PY_SSIZE_T_MAX", Py.box(Long.MAX_VALUE));
    m.set("PY_SSIZE_T_MIN", Py.box(Long.MIN_VALUE));
    m.set("FLT_MAX", (double) Float.MAX_VALUE);
    m.set("FLT_MIN", (double) Float.MIN_NORMAL);
    m.set("DBL_MAX", Double.MAX_VALUE);
    m.set("DBL_MIN", Double.MIN_NORMAL);
    m.set("nan_msb_is_signaling", Boolean.FALSE);
    m.set("WITH_PYMALLOC", Boolean.FALSE);
    m.set("WITH_MIMALLOC", Boolean.FALSE);
  }

  @Function(value = "config_get(name, /)", doc = "A setting of the interpreter.")
  static Object config_get(String name, Interpreter interpreter) {
    return switch (name) {
      case "code_debug_ranges" -> Py.box(1);
      case "optimization_level" -> Py.box(interpreter.optimize);
      case "int_max_str_digits" -> Py.box(interpreter.intMaxStrDigits);
      default -> throw Errors.valueError("unknown config option name: " + name);
    };
  }

  @Function(value = "run_in_subinterp(code, /)", doc = "Runs a program in another interpreter; 0, or -1 if it raised.")
  static long run_in_subinterp(String code, Interpreter interpreter) {
    return SubInterpreter.run(interpreter, code);
  }

  @Function("raise_memoryerror()")
  static void raise_memoryerror() {
    throw Errors.memoryError();
  }

  @Function("raise_exception(exception, num_args, /)")
  static void raise_exception(Object exception, int n) {
    Object[] args = new Object[n];
    for (int i = 0; i < n; i++) {
      args[i] = Py.box(i);
    }
    throw Errors.from(Call.call(exception, args, null));
  }

  @Function("err_givenexceptionmatches(exception, type, /)")
  static boolean err_givenexceptionmatches(Object exception, Object type) {
    if (type instanceof PyTuple t) {
      for (Object each : Iteration.toArray(t)) {
        if (err_givenexceptionmatches(exception, each)) {
          return true;
        }
      }
      return false;
    }
    PyType cls = exception instanceof PyType c ? c : Py.typeOf(exception);
    return type instanceof PyType wanted && cls.isSubtype(wanted);
  }
}
