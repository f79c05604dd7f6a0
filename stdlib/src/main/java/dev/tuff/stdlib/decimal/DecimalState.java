package dev.tuff.stdlib.decimal;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.stdlib.context.PyContextVar;

/** What the module keeps for an interpreter: the context variable with the current context, and what new contexts are copied from. */
final class DecimalState {
  final PyContextVar current = PyContextVar.named("decimal_context");

  final PyDecimalContext defaultContext = PyDecimalContext.standard();
  final PyDecimalContext basicContext = PyDecimalContext.basic();
  final PyDecimalContext extendedContext = PyDecimalContext.extended();

  private Object decimalTuple;
  private Object rational;

  static DecimalState of(Interpreter interpreter) {
    return interpreter.state(DecimalState.class, DecimalState::new);
  }

  /** The context of the thread (or asynchronous task), made at first use. */
  static PyDecimalContext context(ThreadState ts) {
    DecimalState state = of(ts.interpreter);
    if (state.current.value(ts) instanceof PyDecimalContext c) {
      return c;
    }
    PyDecimalContext made = state.defaultContext.copyOf();
    made.status = 0;
    state.current.assign(made, ts);
    return made;
  }

  /** Makes a context current; the shared templates are copied. */
  void set(PyDecimalContext c, ThreadState ts) {
    if (c == defaultContext || c == basicContext || c == extendedContext) {
      c = c.copyOf();
      c.status = 0;
    }
    current.assign(c, ts);
  }

  /** The named tuple that {@code as_tuple()} returns. */
  Object decimalTuple(Interpreter interpreter) {
    if (decimalTuple == null) {
      Object make = Attributes.get(interpreter.importModule("collections"), "namedtuple");
      Object type = Call.call(make, new Object[] {"DecimalTuple", "sign digits exponent", "decimal"}, new String[] {"module"});
      decimalTuple = type;
    }
    return decimalTuple;
  }

  /** {@code numbers.Rational}. */
  Object rational(Interpreter interpreter) {
    if (rational == null) {
      rational = Attributes.get(interpreter.importModule("numbers"), "Rational");
    }
    return rational;
  }
}
