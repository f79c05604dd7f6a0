package dev.tuff.engine.core;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.number.PyBool;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;
import java.math.BigInteger;

/** The singletons, and the operations that every object has: type, truth, repr, str, hash, call. */
public final class Py {
  public static final Singleton None = Singleton.none();
  public static final Singleton Ellipsis = Singleton.ellipsis();
  public static final Singleton NotImplemented = Singleton.notImplemented();

  private static final int BOX_MIN = -128;
  private static final int BOX_COUNT = 1024;
  private static final Long[] BOXES = boxes();

  private Py() {}

  private static Long[] boxes() {
    Long[] boxes = new Long[BOX_COUNT];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = (long) (i + BOX_MIN);
    }
    return boxes;
  }

  /** A Python int; small ones are shared. */
  public static Long box(long value) {
    long i = value - BOX_MIN;
    // a power of two: one comparison, and none for the bounds of the array
    return (i & -BOX_COUNT) == 0 ? BOXES[(int) i & BOX_COUNT - 1] : (Long) value;
  }

  /** A Python int of any size, normalised. */
  public static Object box(BigInteger value) {
    return value.bitLength() < 64 ? box(value.longValue()) : value;
  }

  public static Boolean box(boolean value) {
    return value ? Boolean.TRUE : Boolean.FALSE;
  }

  /** A Python str of Java text: wide if it has a surrogate code unit (astral characters, lone surrogates). */
  public static Object str(String s) {
    return PyWideStr.needed(s) ? PyWideStr.of(s) : s;
  }

  public static PyType typeOf(Object o) {
    if (o instanceof PyObject p) {
      return p.shape.type;
    }
    if (o instanceof String) {
      return PyStr.TYPE;
    }
    if (o instanceof Long || o instanceof BigInteger) {
      return PyInt.TYPE;
    }
    if (o instanceof Double) {
      return PyFloat.TYPE;
    }
    if (o instanceof Boolean) {
      return PyBool.TYPE;
    }
    throw new IllegalArgumentException(o == null ? "null is not a Python object" : "not a Python object: " + o.getClass());
  }

  /** The Java class of which only instances of a type are, and most of them: that of small ints, floats, strs, bools; null for other types. */
  public static Class<?> plainClass(PyType type) {
    return type == PyStr.TYPE ? String.class : type == PyInt.TYPE ? Long.class : type == PyFloat.TYPE ? Double.class : type == PyBool.TYPE ? Boolean.class : null;
  }

  /** {@code isinstance(o, type)} without {@code __instancecheck__}. */
  public static boolean isInstance(Object o, PyType type) {
    return typeOf(o).isSubtype(type);
  }

  /** {@code a is b}: ints and floats have no identity of their own and go by value. */
  public static boolean is(Object a, Object b) {
    if (a == b) {
      return true;
    }
    if (a instanceof PyObject || b instanceof PyObject) {
      return false;
    }
    return a instanceof Long x && x.equals(b)
        || a instanceof String s && s.equals(b) && (s.length() <= 1)
        || a instanceof Double d && d.equals(b)
        || a instanceof BigInteger i && i.equals(b);
  }

  public static boolean truth(Object o) {
    if (o instanceof Boolean b) {
      return b;
    }
    if (o == None) {
      return false;
    }
    if (o instanceof Long l) {
      return l != 0;
    }
    if (o instanceof String s) {
      return !s.isEmpty();
    }
    return truthSlow(o);
  }

  private static boolean truthSlow(Object o) {
    PyType t = typeOf(o);
    Object f = t.slot(Special.BOOL);
    if (f != null) {
      Object r = Call.method(f, o);
      if (r instanceof Boolean b) {
        return b;
      }
      throw Errors.typeError("__bool__ should return bool, returned " + typeOf(r).fullName());
    }
    f = t.slot(Special.LEN);
    return f == null || Items.length(o) != 0;
  }

  /** {@code repr(o)}: a str. */
  public static Object repr(Object o) {
    Object f = typeOf(o).slot(Special.REPR);
    Object r = Call.method(f, o);
    if (!PyStr.isStr(r)) {
      throw Errors.typeError("__repr__ returned non-string (type " + typeOf(r).fullName() + ")");
    }
    return r;
  }

  /** {@code str(o)}: a str. */
  public static Object str(Object o) {
    if (o instanceof String) {
      return o;
    }
    if (o instanceof Long n) {
      return n.toString();
    }
    Object f = typeOf(o).slot(Special.STR);
    Object r = Call.method(f, o);
    if (!PyStr.isStr(r)) {
      throw Errors.typeError("__str__ returned non-string (type " + typeOf(r).fullName() + ")");
    }
    return r;
  }

  /** {@code repr(o)} as Java text. */
  public static String javaRepr(Object o) {
    return PyStr.java(repr(o));
  }

  /** {@code str(o)} as Java text. */
  public static String javaString(Object o) {
    return PyStr.java(str(o));
  }

  /** {@code hash(o)}. */
  public static long hash(Object o) {
    return Hashing.hash(o);
  }

  /** {@code a is b or a == b}, as containers compare items. A float is itself by value, so that a NaN is found again. */
  public static boolean eq(Object a, Object b) {
    return a == b || Comparison.equal(a, b) || a instanceof Double d && d.equals(b);
  }

  /** {@code o.name(args…)}. */
  public static Object callMethod(Object o, String name, Object... args) {
    return Call.attribute(o, name, args);
  }

  public static PyTuple tuple(Object... items) {
    return PyTuple.of(items);
  }
}
