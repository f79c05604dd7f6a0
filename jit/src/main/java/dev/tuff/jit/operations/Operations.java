package dev.tuff.jit.operations;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.AttributeCache;
import dev.tuff.engine.interp.BuiltinCache;
import dev.tuff.engine.interp.GlobalCache;
import dev.tuff.engine.interp.MethodCache;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.jit.hir.Op;

/**
 * The operations that compiled code calls: small, for HotSpot to inline. One named as an {@link Op} raises nothing and runs no Python code;
 * where its guard fails it gives null or false, in the place of a number {@link #NO_LONG} or NaN, in the place of a bool a negative number.
 * Here: attributes, lists and tuples; more are in {@link NumberOperations}, {@link ItemOperations} and {@link CallOperations}.
 */
public final class Operations {
  /** No result of an operation whose guard may fail. */
  public static final long NO_LONG = Long.MIN_VALUE;

  private Operations() {}

  /** What the interpreter gave for an operation, if compiled code can go on with it; else null. */
  public static Object longOrNull(Object o) {
    return o instanceof Long ? o : null;
  }

  public static Object boolOrNull(Object o) {
    return o instanceof Boolean ? o : null;
  }

  public static Object box(long value) {
    return Py.box(value);
  }

  public static Object box(double value) {
    return value;
  }

  public static Object box(boolean value) {
    return value ? Boolean.TRUE : Boolean.FALSE;
  }

  public static boolean isPositive(long n) {
    return n > 0;
  }

  public static long next(PyRangeIterator r) {
    long v = r.value;
    r.remaining--;
    r.value = v + r.step;
    return v;
  }

  /**
   * Whether another thread, a signal or a tool wants this thread's attention, or somebody has written a local of the frame.
   *
   * @param f null if there is none
   */
  public static boolean isWanted(ThreadState ts, PyFrame f, PyCode code) {
    return ts.interrupted || f != null && f.rewritten || Tiers.isWatched(ts, code);
  }

  /** Whether an object is a function with that code and namespace, and no tool looks on there. */
  public static boolean checkCode(Object callee, PyCode code, PyDict globals) {
    return callee instanceof PyFunction fn && fn.globals == globals && fn.code == code && !Tiers.isMonitored(code);
  }

  public static boolean checkInit(Object type, PyFunction init) {
    return ((PyType) type).plainInit() == init && ((PyType) type).slot(Special.DEL) == null;
  }

  public static Object newObject(PyType type) {
    return PyInstance.create(type);
  }

  public static Object freeCell(PyFunction fn, int index) {
    return fn.closure[index];
  }

  public static Object global(PyDict globals, GlobalCache c) {
    return globals.valueAt(c.keys(), c.entry());
  }

  public static Object builtin(PyDict globals, PyDict builtins, BuiltinCache c) {
    return globals.isVersion(c.globalsKeys()) ? builtins.valueAt(c.builtinsKeys(), c.entry()) : null;
  }

  public static void addSlot(PyObject o, Object value, int index, Shape next) {
    Object[] a = o.slots;
    if (index >= a.length) {
      a = o.moreSlots(index + 1);
    }
    a[index] = value;
    o.shape = next;
  }

  public static Object loadSlot(Object o, AttributeCache c) {
    return c.load(o);
  }

  public static Object loadMethod(Object o, MethodCache c) {
    return c.load(o);
  }

  public static boolean replaceSlot(Object o, Object value, AttributeCache c) {
    return !ThreadState.shared && c.replace(o, value);
  }

  public static boolean storeSlot(Object o, Object value, AttributeCache c) {
    return !ThreadState.shared && c.store(o, value);
  }

  public static boolean checkMethod(Object o, MethodCache c) {
    return c.applies(o);
  }

  public static boolean isList(Object o) {
    return o instanceof PyList l && l.shape == PyList.SHAPE;
  }

  public static Object listItem(Object list, long index) {
    return isList(list) ? ((PyList) list).getOrNull(index) : null;
  }

  public static Object tupleItem(Object tuple, long index) {
    return tuple instanceof PyTuple t && t.shape == PyTuple.SHAPE ? t.getOrNull(index) : null;
  }

  public static boolean checkTuple(Object tuple, int count) {
    return tuple instanceof PyTuple t && t.shape == PyTuple.SHAPE && t.size() == count;
  }

  public static boolean storeListItem(Object list, long index, Object value) {
    return isList(list) && ((PyList) list).replace(index, value);
  }

  public static boolean listAppend(Object list, Object value) {
    if (ThreadState.shared) {
      return false;
    }
    ((PyList) list).add(value);
    return true;
  }
}
