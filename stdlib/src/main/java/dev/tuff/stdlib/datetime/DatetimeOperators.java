package dev.tuff.stdlib.datetime;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;

/**
 * Arithmetic, comparison and hash of {@code datetime}. Two with the same tzinfo object are compared and subtracted as they stand, others
 * by UTC; one that is naive is neither before nor after one that is aware.
 */
final class DatetimeOperators {
  private DatetimeOperators() {}

  @Method("__add__(self, value, /)")
  static Object __add__(PyDatetime self, Object value) {
    return value instanceof PyTimedelta d ? self.plus(d, 1) : Py.NotImplemented;
  }

  @Method("__radd__(self, value, /)")
  static Object __radd__(PyDatetime self, Object value) {
    return __add__(self, value);
  }

  @Method("__sub__(self, value, /)")
  static Object __sub__(PyDatetime self, Object value) {
    if (value instanceof PyDatetime o) {
      return difference(self, o);
    }
    return value instanceof PyTimedelta d ? self.plus(d, -1) : Py.NotImplemented;
  }

  @Method("__rsub__(self, value, /)")
  static Object __rsub__(PyDatetime self, Object value) {
    return value instanceof PyDatetime o ? difference(o, self) : Py.NotImplemented;
  }

  private static PyTimedelta clockDifference(PyDatetime a, PyDatetime b) {
    return PyTimedelta.of(a.ordinal() - b.ordinal(), a.secondOfDay() - b.secondOfDay(), a.microsecond - b.microsecond);
  }

  static PyTimedelta difference(PyDatetime a, PyDatetime b) {
    PyTimedelta d = clockDifference(a, b);
    if (a.tzinfo() == b.tzinfo()) {
      return d;
    }
    Object offset1 = a.offset();
    Object offset2 = b.offset();
    if (offset1 instanceof PyTimedelta d1 && offset2 instanceof PyTimedelta d2) {
      return d.minus(d1.minus(d2));
    }
    if (offset1 != offset2) {
      throw Errors.typeError("can't subtract offset-naive and offset-aware datetimes");
    }
    return d;
  }

  // ---- comparison

  private static int order(PyTimedelta d) {
    return d.days < 0 ? -1 : d.isZero() ? 0 : 1;
  }

  private static Object compare(PyDatetime self, Object other, int op) {
    if (!(other instanceof PyDatetime o)) {
      return Py.NotImplemented;
    }
    boolean equality = op == Comparison.EQ || op == Comparison.NE;
    PyTimedelta d = clockDifference(self, o);
    if (self.tzinfo() == o.tzinfo()) {
      return TimeText.holds(order(d), op);
    }
    Object offset1 = self.offset();
    Object offset2 = o.offset();
    if (offset1 instanceof PyTimedelta d1 && offset2 instanceof PyTimedelta d2) {
      d = d.minus(d1.minus(d2));
    } else if (offset1 != offset2) {
      if (equality) {
        return op == Comparison.NE;
      }
      throw Errors.typeError("can't compare offset-naive and offset-aware datetimes");
    }
    int order = order(d);
    if (order == 0 && equality && (dependsOnFold(self, offset1) || dependsOnFold(o, offset2))) {
      order = 1;
    }
    return TimeText.holds(order, op);
  }

  /** By PEP 495 a time in a fold or gap equals no time of another zone. */
  private static boolean dependsOnFold(PyDatetime d, Object offset) {
    Object other = d.withFold(1 - d.fold).offset();
    return other != offset && !(other instanceof PyTimedelta a && offset instanceof PyTimedelta b && a.compareTo(b) == 0);
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyDatetime self, Object value) {
    return compare(self, value, Comparison.EQ);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyDatetime self, Object value) {
    return compare(self, value, Comparison.NE);
  }

  @Method("__lt__(self, value, /)")
  static Object __lt__(PyDatetime self, Object value) {
    return compare(self, value, Comparison.LT);
  }

  @Method("__le__(self, value, /)")
  static Object __le__(PyDatetime self, Object value) {
    return compare(self, value, Comparison.LE);
  }

  @Method("__gt__(self, value, /)")
  static Object __gt__(PyDatetime self, Object value) {
    return compare(self, value, Comparison.GT);
  }

  @Method("__ge__(self, value, /)")
  static Object __ge__(PyDatetime self, Object value) {
    return compare(self, value, Comparison.GE);
  }

  /** An aware datetime hashes as its moment in UTC, one in a fold as the first of the two. */
  @Method("__hash__(self, /)")
  static long __hash__(PyDatetime self) {
    if (self.hash != -1) {
      return self.hash;
    }
    Object offset = (self.fold == 0 ? self : self.withFold(0)).offset();
    if (offset instanceof PyTimedelta d) {
      self.hash = Py.hash(PyTimedelta.of(self.ordinal(), self.secondOfDay(), self.microsecond).minus(d));
      return self.hash;
    }
    return Py.hash(self.state(0));
  }
}
