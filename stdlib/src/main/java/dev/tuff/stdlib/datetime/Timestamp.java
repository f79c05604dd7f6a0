package dev.tuff.stdlib.datetime;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;

/** A POSIX timestamp as Python gives it, in whole seconds and microseconds from 0 to 999,999. */
record Timestamp(long seconds, int microseconds) {
  private static final double LIMIT = 9.223372036854776E18;

  private static PyException outOfRange() {
    return Errors.overflowError("timestamp out of range for platform time_t");
  }

  private static long whole(double d) {
    if (!(d >= -LIMIT && d < LIMIT)) {
      throw outOfRange();
    }
    return (long) d;
  }

  private static double number(Object o) {
    double d = PyFloat.value(o);
    if (Double.isNaN(d)) {
      throw Errors.valueError("Invalid value NaN (not a number)");
    }
    return d;
  }

  private static long integer(Object o) {
    if (PyInt.index(o) instanceof Long l) {
      return l;
    }
    throw outOfRange();
  }

  /** Whole seconds, rounded down. */
  static long floor(Object o) {
    return PyFloat.isFloat(o) ? whole(Math.floor(number(o))) : integer(o);
  }

  /** To the nearest microsecond, halves to even. */
  static Timestamp nearest(Object o) {
    if (!PyFloat.isFloat(o)) {
      if (Py.typeOf(o).slot(Special.INDEX) == null) {
        throw Errors.typeError("argument must be int or float, not " + Py.typeOf(o).fullName());
      }
      return new Timestamp(integer(o), 0);
    }
    double d = number(o);
    double seconds = d < 0 ? Math.ceil(d) : Math.floor(d);
    double fraction = Double.isInfinite(d) ? 0 : Math.rint((d - seconds) * 1e6);
    if (fraction >= 1e6) {
      fraction -= 1e6;
      seconds++;
    } else if (fraction < 0) {
      fraction += 1e6;
      seconds--;
    }
    return new Timestamp(whole(seconds), (int) fraction);
  }
}
