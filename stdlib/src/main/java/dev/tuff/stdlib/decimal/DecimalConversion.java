package dev.tuff.stdlib.decimal;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers from Python objects: operands, and the arguments of constructors. */
final class DecimalConversion {
  private DecimalConversion() {}

  /** A decimal or int; null for anything else. */
  static Num operand(Object o) {
    if (o instanceof PyDecimal d) {
      return d.num;
    }
    if (o instanceof Long n) {
      return Num.of(n);
    }
    return PyInt.isInt(o) ? Num.of(PyInt.big(o)) : null;
  }

  /** A decimal or int; others are an error. */
  static Num required(Object o) {
    Num n = operand(o);
    if (n == null) {
      throw unsupported(o);
    }
    return n;
  }

  static PyException unsupported(Object o) {
    return Errors.typeError("conversion from " + Py.typeOf(o).fullName() + " to Decimal is not supported");
  }

  /** The exact value of a float. */
  static Num ofDouble(double d) {
    if (Double.isNaN(d)) {
      return Num.NAN;
    }
    boolean neg = Double.doubleToRawLongBits(d) < 0;
    if (Double.isInfinite(d)) {
      return Num.infinity(neg);
    }
    BigDecimal exact = new BigDecimal(Math.abs(d));
    return exact.scale() < 0
        ? Num.finite(neg, exact.toBigInteger(), 0)
        : Num.finite(neg, exact.unscaledValue(), -exact.scale());
  }

  /** The argument of the constructor, exactly. */
  static Num exact(Object o, PyDecimalContext context) {
    if (o instanceof PyDecimal d) {
      return d.num;
    }
    if (PyStr.isStr(o)) {
      return exactText(ascii(o, true), context);
    }
    if (PyInt.isInt(o)) {
      return Num.of(PyInt.big(o));
    }
    if (o instanceof PyTuple t) {
      return exactText(ofTuple(t.array()), context);
    }
    if (o instanceof PyList l) {
      return exactText(ofTuple(l.toArray()), context);
    }
    if (PyFloat.isFloat(o)) {
      context.signal(Signals.FLOAT_OPERATION);
      return ofDouble(PyFloat.value(o));
    }
    throw unsupported(o);
  }

  private static Num exactText(String s, PyDecimalContext context) {
    Num n = s == null ? null : Num.parse(s);
    if (n == null) {
      context.signal(Signals.CONVERSION_SYNTAX);
      return Num.NAN;
    }
    if (n.isFinite()) {
      Calc c = Calc.widest();
      Num fitted = c.finish(n);
      if ((c.status & (Signals.INEXACT | Signals.ROUNDED | Signals.CLAMPED)) != 0) {
        context.signal(Signals.INVALID_OPERATION);
        return Num.NAN;
      }
      return fitted;
    }
    return n;
  }

  /** The argument of {@code Context.create_decimal}, rounded to the context. */
  static Num rounded(Object o, PyDecimalContext context) {
    Num n;
    if (PyStr.isStr(o)) {
      String s = ascii(o, false);
      n = s == null ? null : Num.parse(s);
    } else if (o instanceof PyTuple || o instanceof PyList) {
      n = Num.parse(ofTuple(o instanceof PyTuple t ? t.array() : ((PyList) o).toArray()));
    } else {
      n = exact(o, context);
    }
    Calc c = context.calc();
    if (n == null || n.isNan() && n.coef().signum() != 0 && n.digits() > c.prec - (c.clamp ? 1 : 0)) {
      context.signal(Signals.CONVERSION_SYNTAX);
      return Num.NAN;
    }
    Num r = c.finish(n);
    context.signal(c.status);
    return r;
  }

  /**
   * A str as ASCII: decimal digits of any script count. Null if something else is not ASCII.
   *
   * @param lenient whether white space around and underscores within are left out
   */
  private static String ascii(Object o, boolean lenient) {
    String s = PyStr.java(o);
    int from = 0;
    int to = s.length();
    if (lenient) {
      while (from < to && isSpace(s.charAt(from))) {
        from++;
      }
      while (to > from && isSpace(s.charAt(to - 1))) {
        to--;
      }
    }
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from, c; i < to; i += Character.charCount(c)) {
      c = s.codePointAt(i);
      if (c == '_' && lenient) {
        continue;
      }
      if (c < 128) {
        out.append((char) c);
      } else if (Character.isDigit(c)) {
        out.append((char) ('0' + Character.digit(c, 10)));
      } else {
        return null;
      }
    }
    return out.toString();
  }

  private static boolean isSpace(char c) {
    return c <= ' ' ? c == ' ' || c >= 9 && c <= 13 || c >= 28 && c <= 31 : c == 0x85 || c == 0xA0 || Character.isSpaceChar(c);
  }

  /** The numeric string of a (sign, digits, exponent). */
  private static String ofTuple(Object[] parts) {
    if (parts.length != 3) {
      throw Errors.valueError("argument must be a sequence of length 3");
    }
    Object sign = PyInt.isInt(parts[0]) ? PyInt.value(parts[0]) : null;
    if (!(sign instanceof Long s) || s < 0 || s > 1) {
      throw Errors.valueError("sign must be an integer with the value 0 or 1");
    }
    String special = null;
    Object exp = null;
    if (PyStr.isStr(parts[2])) {
      special = switch (PyStr.java(parts[2])) {
        case "F" -> "Inf";
        case "n" -> "NaN";
        case "N" -> "sNaN";
        default -> throw Errors.valueError("string argument in the third position must be 'F', 'n' or 'N'");
      };
    } else if (PyInt.isInt(parts[2])) {
      exp = Convert.toLong(parts[2]);
    } else {
      throw Errors.valueError("exponent must be an integer");
    }
    Object[] digits = parts[1] instanceof PyTuple t ? t.array() : parts[1] instanceof PyList l ? l.toArray() : null;
    if (digits == null) {
      throw Errors.valueError("coefficient must be a tuple of digits");
    }
    StringBuilder out = new StringBuilder(digits.length + 24).append(s == 1 ? "-" : "").append(special == null ? "" : special);
    if (special == null && digits.length == 0) {
      out.append('0');
    }
    for (Object digit : digits) {
      Object d = PyInt.isInt(digit) ? PyInt.value(digit) : null;
      if (!(d instanceof Long n) || n < 0 || n > 9) {
        throw Errors.valueError("coefficient must be a tuple of digits");
      }
      if (!"Inf".equals(special)) {
        out.append((char) ('0' + n));
      }
    }
    return exp == null ? out.toString() : out.append('E').append(exp).toString();
  }

  /** The int that a decimal rounds to. */
  static Object toInt(Num n, int mode) {
    if (n.isNan()) {
      throw Errors.valueError("cannot convert NaN to integer");
    }
    if (n.isInf()) {
      throw Errors.overflowError("cannot convert Infinity to integer");
    }
    BigInteger i = n.exp() >= 0 ? n.toInteger() : DecimalArithmetic.rescale(Calc.widest(), n, 0, mode).signed();
    return Py.box(i);
  }
}
