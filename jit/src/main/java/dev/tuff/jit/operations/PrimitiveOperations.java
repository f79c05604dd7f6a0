package dev.tuff.jit.operations;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyProperty;
import dev.tuff.engine.interp.FieldCache;
import dev.tuff.engine.interp.StaticCallee;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.number.Power;
import dev.tuff.engine.primitive.Primitive;
import dev.tuff.engine.primitive.StaticArray;
import dev.tuff.engine.primitive.TypeCodes;

/** Primitives, fields and calls of Static Python; see {@link Operations}. */
public final class PrimitiveOperations {
  private PrimitiveOperations() {}

  // ---- arithmetic

  public static long cWrap(long v, int code) {
    return Primitive.wrap(code, v);
  }

  public static long cDivide(long a, long b) {
    return b == 0 ? Operations.NO_LONG : a / b;
  }

  public static long cRemainder(long a, long b) {
    return b == 0 ? Operations.NO_LONG : a % b;
  }

  public static long cDivideUnsigned(long a, long b) {
    return b == 0 ? Operations.NO_LONG : Long.divideUnsigned(a, b);
  }

  public static long cRemainderUnsigned(long a, long b) {
    return b == 0 ? Operations.NO_LONG : Long.remainderUnsigned(a, b);
  }

  public static double cPower(double a, double b) {
    return Power.pow(a, b);
  }

  public static double cPowerLong(long a, long b) {
    return Power.pow(a, b);
  }

  public static double unsignedToDouble(long v) {
    return Primitive.unsigned(v);
  }

  // ---- to and from objects

  public static boolean checkRange(long v, int code) {
    return code == TypeCodes.UINT64 ? v >= 0 : Primitive.wrap(code, v) == v;
  }

  public static int unboxBool(Object o) {
    return o == Boolean.TRUE ? 1 : o == Boolean.FALSE ? 0 : -1;
  }

  public static long bitsOf(Object o) {
    return o instanceof Long l ? l : Primitive.bits(o);
  }

  public static double doubleOf(Object o) {
    return (Double) o;
  }

  public static boolean boolOf(Object o) {
    return (Boolean) o;
  }

  public static Object boxUnsigned(long v) {
    return Primitive.boxUnsigned(v);
  }

  public static boolean checkType(Object o, TypeCheck type) {
    return o instanceof PyObject p && p.shape.type == type.type() && type.isPlain() || type.accepts(o);
  }

  public static boolean hasType(Object o, TypeCheck type) {
    return checkType(o, type);
  }

  // ---- calls

  public static boolean checkReceiver(Object o, StaticCallee c) {
    return receiverIs(o, c);
  }

  public static boolean receiverIs(Object o, StaticCallee c) {
    return o instanceof PyObject p && (c.shape() == null ? p.shape.type == c.type() : p.shape == c.shape()) && c.type().version == c.version()
        && (!(c.member() instanceof PyProperty a) || a.getter() == c.function() || a.setter() == c.function());
  }

  public static boolean hasShape(Object o, Shape shape) {
    return o instanceof PyObject p && p.shape == shape;
  }

  public static boolean hasType(Object o, PyType type) {
    return o instanceof PyObject p && p.shape.type == type;
  }

  // ---- fields and items

  public static Object loadField(Object o, FieldCache c) {
    return c.owner().version == c.ownerVersion() ? c.member().get((PyObject) o) : null;
  }

  public static boolean storeField(Object o, Object value, FieldCache c) {
    if (c.owner().version != c.ownerVersion()) {
      return false;
    }
    c.member().put((PyObject) o, value);
    return true;
  }

  public static Object checkedContainer(Object[] items, TypeCheck type) {
    return type.container(items);
  }

  public static boolean checkedAppend(Object list, Object value) {
    if (!(list instanceof PyList l) || !CallOperations.isBuiltin(l) || ThreadState.shared || !l.accepts(value)) {
      return false;
    }
    l.add(value);
    return true;
  }

  public static Object sequenceGet(Object o, long i) {
    if (o instanceof PyList l) {
      return CallOperations.isBuiltin(l) ? l.getOrNull(i) : null;
    }
    return o instanceof StaticArray a ? a.getOrNull(i) : null;
  }

  public static boolean sequenceSet(Object o, long i, Object value) {
    return o instanceof PyList l && CallOperations.isBuiltin(l) && l.replace(i, value);
  }

  public static long sequenceLen(Object o) {
    if (o instanceof PyList l && CallOperations.isBuiltin(l)) {
      return l.size();
    }
    if (o instanceof PyDict d && !d.shape.type.isHeap()) {
      return d.size();
    }
    return CallOperations.len(o);
  }
}
