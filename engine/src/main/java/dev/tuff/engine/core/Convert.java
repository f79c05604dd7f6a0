package dev.tuff.engine.core;

import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import java.math.BigInteger;

/** Conversions of arguments to the Java types of exposed methods' parameters, with CPython's errors. */
public final class Convert {
  private Convert() {}

  /** An int by {@code __index__} that fits a {@code Py_ssize_t}. */
  public static long toLong(Object o) {
    if (o instanceof Long l) {
      return l;
    }
    Object i = PyInt.index(o);
    if (i instanceof Long l) {
      return l;
    }
    throw Errors.overflowError("Python int too large to convert to C ssize_t");
  }

  /** An int by {@code __index__} that fits a C int. */
  public static int toInt(Object o) {
    Object i = o instanceof Long ? o : PyInt.index(o);
    if (i instanceof Long l && l == (int) (long) l) {
      return (int) (long) l;
    }
    if (i instanceof Long) {
      throw Errors.overflowError("signed integer is " + ((Long) i > 0 ? "greater than maximum" : "less than minimum"));
    }
    throw Errors.overflowError("Python int too large to convert to C int");
  }

  /** A sequence index: an int by {@code __index__}, clamped to 64 bits as slices are. */
  public static long toIndexClamped(Object o) {
    Object i = o instanceof Long ? o : PyInt.index(o);
    return i instanceof Long l ? l : ((BigInteger) i).signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  /** A float by {@code __float__} or {@code __index__}. */
  public static double toDouble(Object o) {
    return o instanceof Double d ? d : PyFloat.toDouble(o);
  }

  public static String toStr(Object o, String function, int argument) {
    if (o instanceof String s) {
      return s;
    }
    if (PyStr.isStr(o)) {
      return PyStr.java(o);
    }
    throw bad(o, "str", function, argument);
  }

  public static Object toInstance(Object o, PyType type, String function, int argument) {
    if (Py.typeOf(o).isSubtype(type)) {
      return o;
    }
    throw bad(o, type.fullName(), function, argument);
  }

  private static PyException bad(Object o, String expected, String function, int argument) {
    return Errors.typeError(function + "() argument " + argument + " must be " + expected + ", not " + Py.typeOf(o).fullName());
  }
}
