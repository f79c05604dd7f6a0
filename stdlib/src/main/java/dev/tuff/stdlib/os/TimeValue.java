package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.number.PyInt;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Times and timeouts as Python gives them, in seconds, as nanoseconds. */
public final class TimeValue {
  public static final RoundingMode FLOOR = RoundingMode.FLOOR;
  public static final RoundingMode CEILING = RoundingMode.CEILING;

  /** Away from zero: a timeout must not become 0. */
  public static final RoundingMode UP = RoundingMode.UP;

  private TimeValue() {}

  /** Nanoseconds of a number of seconds. */
  public static long nanos(Object o, RoundingMode rounding) {
    if (o instanceof Double d) {
      return ofDouble(d, rounding);
    }
    if (PyInt.isInt(o) || Py.typeOf(o).slot(Special.INDEX) != null) {
      Object i = PyInt.index(o);
      if (i instanceof Long l) {
        try {
          return Math.multiplyExact(l, 1_000_000_000L);
        } catch (ArithmeticException e) {
          throw tooLarge();
        }
      }
      throw tooLarge();
    }
    if (Py.typeOf(o).slot(Special.FLOAT) != null && !dev.tuff.engine.text.PyStr.isStr(o)) {
      return ofDouble(dev.tuff.engine.core.Convert.toDouble(o), rounding);
    }
    throw Errors.typeError("'" + Py.typeOf(o).name() + "' object cannot be interpreted as an integer");
  }

  private static long ofDouble(double d, RoundingMode rounding) {
    if (Double.isNaN(d)) {
      throw Errors.valueError("Invalid value NaN (not a number)");
    }
    double scaled = d * 1e9;
    if (!(scaled >= -9.223372036854776E18 && scaled < 9.223372036854776E18)) {
      throw tooLarge();
    }
    return new BigDecimal(scaled).setScale(0, rounding).longValue();
  }

  private static PyException tooLarge() {
    return Errors.overflowError("timestamp too large to convert to C PyTime_t");
  }
}
