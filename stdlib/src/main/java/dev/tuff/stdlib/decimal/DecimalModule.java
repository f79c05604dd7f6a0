package dev.tuff.stdlib.decimal;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** The module {@code _decimal}. */
public final class DecimalModule {
  private static final PyType[] TYPES = {
    PyDecimal.TYPE, PyDecimalContext.TYPE, Signals.DecimalException, Signals.Clamped, Signals.Rounded, Signals.Inexact, Signals.Subnormal,
    Signals.Underflow, Signals.Overflow, Signals.DivisionByZero, Signals.FloatOperation, Signals.InvalidOperation,
    Signals.ConversionSyntax, Signals.DivisionImpossible, Signals.DivisionUndefined, Signals.InvalidContext,
  };

  private DecimalModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_decimal", new DecimalModuleTable());
    Interpreter interpreter = Interpreter.current();
    for (PyType t : TYPES) {
      m.set(t.name(), t);
    }
    for (String rounding : PyDecimalContext.ROUNDINGS) {
      m.set(rounding, rounding);
    }
    DecimalState state = DecimalState.of(interpreter);
    m.set("DecimalTuple", state.decimalTuple(interpreter));
    m.set("DefaultContext", state.defaultContext);
    m.set("BasicContext", state.basicContext);
    m.set("ExtendedContext", state.extendedContext);
    m.set("MAX_PREC", Calc.MAX_PREC);
    m.set("MAX_EMAX", Calc.MAX_EMAX);
    m.set("MIN_EMIN", Calc.MIN_EMIN);
    m.set("MIN_ETINY", Calc.MIN_ETINY);
    m.set("IEEE_CONTEXT_MAX_BITS", 512L);
    m.set("HAVE_THREADS", true);
    m.set("HAVE_CONTEXTVAR", true);
    m.set("__version__", "1.70");
    m.set("__libmpdec_version__", "2.5.1");
    register(interpreter, "numbers", "Number", PyDecimal.TYPE);
    register(interpreter, "collections.abc", "MutableMapping", PySignalDict.TYPE);
  }

  private static void register(Interpreter interpreter, String module, String abc, PyType type) {
    Call.attribute(Attributes.get(interpreter.importModule(module), abc), "register", type);
  }

  @Function(value = "getcontext()", doc = "The current context.")
  static Object getcontext(ThreadState ts) {
    return DecimalState.context(ts);
  }

  @Function(value = "setcontext(context, /)", doc = "Makes a context the current one.")
  static void setcontext(Object context, ThreadState ts) {
    if (!(context instanceof PyDecimalContext c)) {
      throw Errors.typeError("argument must be a context");
    }
    DecimalState.of(ts.interpreter).set(c, ts);
  }

  @Function(value = "localcontext(ctx=None, *, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, "
      + "traps=None)", doc = "A context manager that makes a copy of a context current, with some attributes changed.")
  static Object localcontext(Object ctx, Object prec, Object rounding, Object emin, Object emax, Object capitals, Object clamp,
      Object flags, Object traps, ThreadState ts) {
    PyDecimalContext before = DecimalState.context(ts);
    if (ctx != Py.None && !(ctx instanceof PyDecimalContext)) {
      throw Errors.typeError("optional argument must be a context");
    }
    PyDecimalContext local = (ctx == Py.None ? before : (PyDecimalContext) ctx).copyOf();
    local.apply(prec, rounding, emin, emax, capitals, clamp, flags, traps);
    return new PyContextManager(local, before);
  }

  @Function(value = "IEEEContext(bits, /)", doc = "A context with the settings of an interchange format of IEEE 754.")
  static Object IEEEContext(long bits) {
    return PyDecimalContext.ieee(bits);
  }
}
