package dev.tuff.engine.core;

import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.number.Arithmetic;
import dev.tuff.engine.text.PercentFormat;
import dev.tuff.engine.text.PyStr;

/**
 * Binary, in-place and unary operators on any two objects ("Emulating numeric types" of the data model). Numbers and text take their short
 * way first.
 */
public final class Operators {
  private static final String[] SYMBOLS = {"+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^"};

  private Operators() {}

  /** {@code a op b}; {@code op} is one of {@link Special#ADD} … {@link Special#XOR}. */
  public static Object binary(int op, Object a, Object b) {
    Object r = a instanceof String s ? text(op, s, b) : Arithmetic.binary(op, a, b);
    if (r != null) {
      return r;
    }
    r = attempt(op, a, b);
    if (r == Py.NotImplemented) {
      throw unsupported(SYMBOLS[op], op, a, b);
    }
    return r;
  }

  /** The short way of text: concatenation, repetition, formatting; null if there is none. */
  private static Object text(int op, String a, Object b) {
    switch (op) {
      case Special.ADD:
        return b instanceof String t ? a.concat(t) : null;
      case Special.MUL:
        return b instanceof Long n ? PyStr.repeat(a, n) : null;
      case Special.MOD:
        return b instanceof PyObject o && o.type().isHeap() ? null : PercentFormat.format(a, b);
      default:
        return null;
    }
  }

  /** {@code a op= b}. */
  public static Object inPlace(int op, Object a, Object b) {
    Object r = a instanceof String s ? text(op, s, b) : Arithmetic.binary(op, a, b);
    if (r != null) {
      return r;
    }
    Object f = Py.typeOf(a).slot(op + Special.INPLACE);
    boolean sequence = f != null && Py.typeOf(a).has(PyType.SEQUENCE_OPS) && (op == Special.ADD || op == Special.MUL);
    if (sequence) {
      // a sequence's in-place form comes after the number methods of both, as sq_inplace_concat does after nb_add
      Object other = Py.typeOf(b).slot(op + Special.REFLECTED);
      if (other != null && Py.typeOf(b) != Py.typeOf(a) && !Py.typeOf(b).has(PyType.SEQUENCE_OPS)) {
        r = Call.method(other, b, a);
        if (r != Py.NotImplemented) {
          return r;
        }
      }
    }
    if (f != null && f != Py.None) {
      r = Call.method(f, a, b);
      if (r != Py.NotImplemented) {
        return r;
      }
    }
    r = attempt(op, a, b);
    if (r == Py.NotImplemented) {
      throw unsupported(op == Special.POW ? "**=" : SYMBOLS[op] + "=", op, a, b);
    }
    return r;
  }

  /** {@code a op b} where the method of {@code a} has been tried, and that of {@code b} does not come first. */
  public static Object afterLeft(int op, Object a, Object b) {
    Object r = reflected(op, a, b);
    if (r == Py.NotImplemented) {
      throw unsupported(SYMBOLS[op], op, a, b);
    }
    return r;
  }

  /** {@code a op= b} where the in-place method of {@code a} has been tried, or the other one if it has no such. */
  public static Object afterInPlace(int op, Object a, Object b) {
    Object r = Py.typeOf(a).slot(op + Special.INPLACE) == null ? reflected(op, a, b) : attempt(op, a, b);
    if (r == Py.NotImplemented) {
      throw unsupported(op == Special.POW ? "**=" : SYMBOLS[op] + "=", op, a, b);
    }
    return r;
  }

  private static Object reflected(int op, Object a, Object b) {
    Object right = Py.typeOf(b) == Py.typeOf(a) ? null : Py.typeOf(b).slot(op + Special.REFLECTED);
    return right == null ? Py.NotImplemented : invoke(right, b, a);
  }

  /** Tries the operator's methods; {@code NotImplemented} if none applies. */
  static Object attempt(int op, Object a, Object b) {
    PyType ta = Py.typeOf(a);
    PyType tb = Py.typeOf(b);
    Object left = ta.slot(op);
    if (op == Special.MUL && repetitionOnly(ta, left) && tb.slot(Special.INDEX) == null) {
      left = null;
    }
    if (ta == tb) {
      return left == null ? Py.NotImplemented : invoke(left, a, b);
    }
    Object right = tb.slot(op + Special.REFLECTED);
    if (op == Special.MUL && repetitionOnly(tb, right) && ta.slot(Special.INDEX) == null) {
      right = null;
    }
    if (right == Py.None) {
      return Py.NotImplemented;
    }
    boolean rightFirst = right != null
        && (tb.isSubtype(ta) && right != ta.slot(op + Special.REFLECTED)
            || ta.has(PyType.SEQUENCE_OPS) && !tb.has(PyType.SEQUENCE_OPS) && (op == Special.ADD || op == Special.MUL));
    if (rightFirst) {
      Object r = Call.method(right, b, a);
      if (r != Py.NotImplemented) {
        return r;
      }
    }
    if (left != null) {
      Object r = invoke(left, a, b);
      if (r != Py.NotImplemented) {
        return r;
      }
    }
    return right == null || rightFirst ? Py.NotImplemented : Call.method(right, b, a);
  }

  /** Whether a method is a builtin sequence's repetition, which the operator tries only with an index. */
  private static boolean repetitionOnly(PyType t, Object method) {
    return t.has(PyType.SEQUENCE_OPS) && method instanceof PyMethodDescr;
  }

  private static Object invoke(Object f, Object a, Object b) {
    return f == Py.None ? Py.NotImplemented : Call.method(f, a, b);
  }

  /** {@code divmod(a, b)}. */
  public static Object divmod(Object a, Object b) {
    PyType ta = Py.typeOf(a);
    PyType tb = Py.typeOf(b);
    Object left = ta.slot(Special.DIVMOD);
    Object right = ta == tb ? null : tb.slot(Special.RDIVMOD);
    boolean rightFirst = right != null && tb.isSubtype(ta) && right != ta.slot(Special.RDIVMOD);
    Object r = Py.NotImplemented;
    if (rightFirst) {
      r = Call.method(right, b, a);
    }
    if (r == Py.NotImplemented && left != null) {
      r = Call.method(left, a, b);
    }
    if (r == Py.NotImplemented && right != null && !rightFirst) {
      r = Call.method(right, b, a);
    }
    if (r == Py.NotImplemented) {
      throw unsupported("divmod()", -1, a, b);
    }
    return r;
  }

  /** {@code pow(a, b, mod)}. */
  public static Object power(Object a, Object b, Object mod) {
    if (mod == Py.None) {
      return binary(Special.POW, a, b);
    }
    Object[][] attempts = {{a, Special.POW}, {b, Special.POW + Special.REFLECTED}};
    PyType ta = Py.typeOf(a);
    PyType tb = Py.typeOf(b);
    if (ta != tb && tb.isSubtype(ta) && tb.slot(Special.POW + Special.REFLECTED) != ta.slot(Special.POW + Special.REFLECTED)) {
      attempts = new Object[][] {attempts[1], attempts[0]};
    }
    for (Object[] attempt : attempts) {
      Object self = attempt[0];
      Object f = Py.typeOf(self).slot((Integer) attempt[1]);
      if (f != null && f != Py.None) {
        Object r = Call.method(f, self, self == a ? b : a, mod);
        if (r != Py.NotImplemented) {
          return r;
        }
      }
      if (ta == tb) {
        break;
      }
    }
    throw Errors.typeError("unsupported operand type(s) for ** or pow(): '" + ta.fullName() + "', '" + tb.fullName() + "', '"
        + Py.typeOf(mod).fullName() + "'");
  }

  private static PyException unsupported(String symbol, int op, Object a, Object b) {
    PyType ta = Py.typeOf(a);
    PyType tb = Py.typeOf(b);
    if (op == Special.MUL) {
      // a sequence times what is no index
      if (ta.has(PyType.SEQUENCE_OPS) || tb.has(PyType.SEQUENCE_OPS)) {
        PyType other = ta.has(PyType.SEQUENCE_OPS) ? tb : ta;
        return Errors.typeError("can't multiply sequence by non-int of type '" + other.fullName() + "'");
      }
    }
    if (op == Special.RSHIFT && a instanceof dev.tuff.engine.function.PyBuiltinFunction f && f.name().equals("print")
        && symbol.equals(">>")) {
      return Errors.typeError("unsupported operand type(s) for >>: '" + ta.fullName() + "' and '" + tb.fullName()
          + "'. Did you mean \"print(<message>, file=<output_stream>)\"?");
    }
    return Errors.typeError("unsupported operand type(s) for " + symbol + ": '" + ta.fullName() + "' and '" + tb.fullName() + "'");
  }

  /** {@code -o}, {@code +o}, {@code ~o}, {@code abs(o)}: {@code id} is {@link Special#NEG} and so on. */
  public static Object unary(int id, Object o) {
    Object f = Py.typeOf(o).slot(id);
    if (f == null || f == Py.None) {
      String what = switch (id) {
        case Special.NEG -> "unary -";
        case Special.POS -> "unary +";
        case Special.INVERT -> "unary ~";
        default -> "abs()";
      };
      throw Errors.typeError("bad operand type for " + what + ": '" + Py.typeOf(o).fullName() + "'");
    }
    return Call.method(f, o);
  }
}
