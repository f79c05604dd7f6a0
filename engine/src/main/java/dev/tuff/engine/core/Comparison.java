package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.function.Descriptors;
import dev.tuff.engine.number.Arithmetic;

/** Rich comparison ("Basic customization" of the data model). */
public final class Comparison {
  // ORDER: as in COMPARE_OP's argument
  public static final int LT = 0;
  public static final int LE = 1;
  public static final int EQ = 2;
  public static final int NE = 3;
  public static final int GT = 4;
  public static final int GE = 5;

  private static final int[] SWAPPED = {GT, GE, EQ, NE, LT, LE};
  private static final String[] SYMBOLS = {"<", "<=", "==", "!=", ">", ">="};

  private Comparison() {}

  /** {@code a op b}: any object. */
  public static Object compare(int op, Object a, Object b) {
    int quick = Arithmetic.compare(op, a, b);
    if (quick >= 0) {
      return quick != 0 ? Boolean.TRUE : Boolean.FALSE;
    }
    if ((op == EQ || op == NE) && a instanceof PyObject x && b instanceof PyObject y) {
      int plain = plain(op, x, y);
      if (plain >= 0) {
        return plain != 0 ? Boolean.TRUE : Boolean.FALSE;
      }
    }
    PyType ta = Py.typeOf(a);
    PyType tb = Py.typeOf(b);
    boolean reflectedTried = false;
    Object r = Py.NotImplemented;
    Object right = tb.slot(Special.LT + SWAPPED[op]);
    if (ta != tb && tb.isSubtype(ta) && right != null) {
      reflectedTried = true;
      r = invoke(right, b, a);
      if (r != Py.NotImplemented) {
        return r;
      }
    }
    Object left = ta.slot(Special.LT + op);
    if (left != null) {
      r = invoke(left, a, b);
      if (r != Py.NotImplemented) {
        return r;
      }
    }
    return afterLeft(op, a, b, reflectedTried ? null : right);
  }

  /** The comparison where the method of {@code a} has been tried, and that of {@code b} does not come first. */
  public static Object afterLeft(int op, Object a, Object b) {
    return afterLeft(op, a, b, Py.typeOf(b).slot(Special.LT + SWAPPED[op]));
  }

  private static Object afterLeft(int op, Object a, Object b, Object right) {
    if (right != null) {
      Object r = invoke(right, b, a);
      if (r != Py.NotImplemented) {
        return r;
      }
    }
    return switch (op) {
      case EQ -> Py.is(a, b);
      case NE -> !Py.is(a, b);
      default -> throw Errors.typeError("'" + SYMBOLS[op] + "' not supported between instances of '" + Py.typeOf(a).fullName() + "' and '"
          + Py.typeOf(b).fullName() + "'");
    };
  }

  private static Object invoke(Object f, Object a, Object b) {
    if (f == Py.None) {
      throw Errors.typeError("'NoneType' object is not callable");
    }
    if (!(f instanceof PyObject o && o.type().has(PyType.METHOD_DESCRIPTOR))) {
      // a descriptor that cannot be bound is no method
      try {
        f = Descriptors.bind(f, a, Py.typeOf(a));
      } catch (PyException e) {
        if (e.is(dev.tuff.engine.exception.Exceptions.AttributeError)) {
          return Py.NotImplemented;
        }
        throw e;
      }
      return Call.call(f, b);
    }
    return Call.method(f, a, b);
  }

  /** {@code a op b} as a truth value. */
  public static boolean test(int op, Object a, Object b) {
    int quick = Arithmetic.compare(op, a, b);
    return quick >= 0 ? quick != 0 : a instanceof PyObject x ? testObject(op, x, b) : Py.truth(compare(op, a, b));
  }

  private static boolean testObject(int op, PyObject a, Object b) {
    int plain = b instanceof PyObject y ? plain(op, a, y) : -1;
    return plain >= 0 ? plain != 0 : Py.truth(compare(op, a, b));
  }

  /** Tuples, lists and dicts themselves go straight to what their methods do: nested ones are compared item by item. Negative for all others. */
  private static int plain(int op, PyObject a, PyObject b) {
    if (a.shape != b.shape) {
      return -1;
    }
    boolean holds;
    if (a.shape == PyTuple.SHAPE) {
      holds = ((PyTuple) a).test(op, (PyTuple) b);
    } else if ((op == EQ || op == NE) && a.shape == PyDict.SHAPE) {
      holds = ((PyDict) a).equalItems((PyDict) b) == (op == EQ);
    } else if ((op == EQ || op == NE) && a.shape == PyList.SHAPE) {
      holds = ((PyList) a).equalItems((PyList) b) == (op == EQ);
    } else {
      return -1;
    }
    return holds ? 1 : 0;
  }

  /** {@code a == b} as a truth value, without the identity short cut. */
  public static boolean equal(Object a, Object b) {
    if (a instanceof String s && b instanceof String t) {
      return s.equals(t);
    }
    return test(EQ, a, b);
  }

  public static boolean less(Object a, Object b) {
    return test(LT, a, b);
  }
}
