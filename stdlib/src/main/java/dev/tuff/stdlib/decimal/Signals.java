package dev.tuff.stdlib.decimal;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;

/**
 * The conditions of the arithmetic as bits, the signals that they belong to, and the exception types. The signal InvalidOperation
 * stands for several conditions.
 */
final class Signals {
  static final int CLAMPED = 1;
  static final int CONVERSION_SYNTAX = 1 << 1;
  static final int DIVISION_BY_ZERO = 1 << 2;
  static final int DIVISION_IMPOSSIBLE = 1 << 3;
  static final int DIVISION_UNDEFINED = 1 << 4;
  static final int INEXACT = 1 << 6;
  static final int INVALID_CONTEXT = 1 << 7;
  static final int INVALID_OPERATION = 1 << 8;
  static final int OVERFLOW = 1 << 11;
  static final int ROUNDED = 1 << 12;
  static final int SUBNORMAL = 1 << 13;
  static final int UNDERFLOW = 1 << 14;
  static final int FLOAT_OPERATION = 1 << 15;
  static final int ANY_INVALID = INVALID_OPERATION | CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT;

  static final PyType DecimalException = type("DecimalException", Exceptions.ArithmeticError);
  static final PyType Clamped = type("Clamped", DecimalException);
  static final PyType Rounded = type("Rounded", DecimalException);
  static final PyType Inexact = type("Inexact", DecimalException);
  static final PyType Subnormal = type("Subnormal", DecimalException);
  static final PyType Underflow = type("Underflow", Inexact, Rounded, Subnormal);
  static final PyType Overflow = type("Overflow", Inexact, Rounded);
  static final PyType DivisionByZero = type("DivisionByZero", DecimalException, Exceptions.ZeroDivisionError);
  static final PyType FloatOperation = type("FloatOperation", DecimalException, Exceptions.TypeError);
  static final PyType InvalidOperation = type("InvalidOperation", DecimalException);
  static final PyType ConversionSyntax = type("ConversionSyntax", InvalidOperation);
  static final PyType DivisionImpossible = type("DivisionImpossible", InvalidOperation);
  static final PyType DivisionUndefined = type("DivisionUndefined", InvalidOperation, Exceptions.ZeroDivisionError);
  static final PyType InvalidContext = type("InvalidContext", InvalidOperation);

  /** The signals in the order of a flags mapping. */
  private static final PyType[] TYPES = {
    InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped,
  };

  // ORDER: as TYPES
  private static final int[] BITS = {
    ANY_INVALID, FLOAT_OPERATION, DIVISION_BY_ZERO, OVERFLOW, UNDERFLOW, SUBNORMAL, INEXACT, ROUNDED, CLAMPED,
  };

  private static final PyType[] INVALID_TYPES = {
    InvalidOperation, ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext,
  };

  // ORDER: as INVALID_TYPES
  private static final int[] INVALID_BITS = {
    INVALID_OPERATION, CONVERSION_SYNTAX, DIVISION_IMPOSSIBLE, DIVISION_UNDEFINED, INVALID_CONTEXT,
  };

  /** Indices into {@link #TYPES} in the order in which a context's repr names them: that of the bits. */
  private static final int[] REPR_ORDER = {8, 0, 2, 6, 1, 3, 7, 5, 4};

  private Signals() {}

  private static PyType type(String name, PyType... bases) {
    return PyType.builtin("decimal." + name, bases, PyType.BASE_LAYOUT, null);
  }

  static PyType[] all() {
    return TYPES.clone();
  }

  /** Number of signals. */
  static int count() {
    return TYPES.length;
  }

  static PyType at(int i) {
    return TYPES[i];
  }

  static int bits(int i) {
    return BITS[i];
  }

  /** The bits of a signal given by its type; 0 if it is none. */
  static int bitsOf(Object type) {
    for (int i = 0; i < TYPES.length; i++) {
      if (TYPES[i] == type) {
        return BITS[i];
      }
    }
    return 0;
  }

  static PyException unknown() {
    return Errors.keyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
        + "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]");
  }

  /** The signals of {@code status} as a list of types. */
  static PyList list(int status) {
    PyList out = new PyList();
    for (int i = 0; i < TYPES.length; i++) {
      if ((status & BITS[i]) != 0) {
        out.add(TYPES[i]);
      }
    }
    return out;
  }

  static String names(int status) {
    StringBuilder out = new StringBuilder("[");
    for (int i : REPR_ORDER) {
      if ((status & BITS[i]) != 0) {
        out.append(out.length() > 1 ? ", " : "").append(TYPES[i].name());
      }
    }
    return out.append(']').toString();
  }

  /** The exception for the conditions {@code status}: it names those that are trapped. */
  static PyException exception(int conditions, int traps) {
    int status = conditions & traps;
    PyType type = DecimalException;
    for (int i = 0; i < TYPES.length; i++) {
      if ((status & BITS[i]) != 0) {
        type = TYPES[i];
        break;
      }
    }
    PyList named = new PyList();
    for (int i = 0; i < INVALID_TYPES.length; i++) {
      if ((status & INVALID_BITS[i]) != 0) {
        named.add(INVALID_TYPES[i]);
      }
    }
    for (int i = 1; i < TYPES.length; i++) {
      if ((status & BITS[i]) != 0) {
        named.add(TYPES[i]);
      }
    }
    return Errors.make(type, named);
  }
}
