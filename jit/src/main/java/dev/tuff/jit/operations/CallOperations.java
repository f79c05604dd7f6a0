package dev.tuff.jit.operations;

import dev.tuff.engine.bytes.ByteSequence;
import dev.tuff.engine.bytes.PyByteArray;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.CheckedContainer;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyDictIterator;
import dev.tuff.engine.container.PyDictView;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyListIterator;
import dev.tuff.engine.container.PyRange;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PySetBase;
import dev.tuff.engine.container.PySetIterator;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.PyTupleIterator;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.ClassAttributeCache;
import dev.tuff.engine.interp.GlobalCache;
import dev.tuff.engine.interp.Intrinsics;
import dev.tuff.engine.interp.TypeCache;
import dev.tuff.engine.iter.PyEnumerate;
import dev.tuff.engine.iter.PyZip;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.primitive.StaticArray;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrIterator;

/** Calls of builtins, iteration and attributes of classes and modules, as far as they take no Python code; see {@link Operations}. */
public final class CallOperations {
  private CallOperations() {}

  // ---- functions

  public static Object functionAttribute(Object value, Object function, int which) {
    Intrinsics.setFunctionAttribute((PyFunction) function, which, value);
    return function;
  }

  public static long len(Object o) {
    if (o instanceof String s) {
      return s.length();
    }
    if (o instanceof PyList l) {
      return isBuiltin(l) ? l.size() : Operations.NO_LONG;
    }
    if (o instanceof PyTuple t) {
      return t.shape == PyTuple.SHAPE ? t.size() : Operations.NO_LONG;
    }
    return lenOfOther(o);
  }

  private static long lenOfOther(Object o) {
    if (o instanceof PyDict d && (d.shape == PyDict.SHAPE || d instanceof CheckedContainer)) {
      return d.size();
    }
    if (o instanceof StaticArray a) {
      return a.length();
    }
    if (o instanceof PySetBase s && (s.shape == PySet.SHAPE || s.shape == PyFrozenSet.SHAPE)) {
      return s.size();
    }
    if (o instanceof ByteSequence b && (b.shape == PyBytes.SHAPE || b.shape == PyByteArray.SHAPE)) {
      return b.size();
    }
    return Operations.NO_LONG;
  }

  public static long ord(Object o) {
    return o instanceof String s && s.length() == 1 ? s.charAt(0) : Operations.NO_LONG;
  }

  public static Object chr(long c) {
    return c >= 0 && c <= 0x10FFFF ? PyStr.ofPoint((int) c) : null;
  }

  public static int isInstance(Object o, Object cls) {
    PyType t = Py.typeOf(o);
    if (t == cls) {
      return 1;
    }
    if (!(cls instanceof PyType c)) {
      return cls instanceof PyTuple several && several.shape == PyTuple.SHAPE ? isInstanceOfOne(o, several.array()) : -1;
    }
    if (c.shape.type != PyType.TYPE) {
      return -1;
    }
    if (t.isSubtype(c)) {
      return 1;
    }
    // a proxy may claim another class
    return t.lookup("__class__") == PyType.OBJECT.lookup("__class__")
        && t.slot(Special.GETATTRIBUTE) == PyType.OBJECT.slot(Special.GETATTRIBUTE) ? 0 : -1;
  }

  public static int exceptionMatches(Object exception, Object cls) {
    if (cls instanceof PyTuple several && several.shape == PyTuple.SHAPE) {
      return matchesOne(exception, several.array());
    }
    return cls instanceof PyType c && c.isSubtype(Exceptions.BaseException) ? Py.typeOf(exception).isSubtype(c) ? 1 : 0 : -1;
  }

  private static int matchesOne(Object exception, Object[] classes) {
    int found = 0;
    for (Object c : classes) {
      // all are checked, even behind one that matches
      int r = c instanceof PyTuple ? -1 : exceptionMatches(exception, c);
      if (r < 0) {
        return r;
      }
      found |= r;
    }
    return found;
  }

  private static int isInstanceOfOne(Object o, Object[] classes) {
    for (Object c : classes) {
      int r = c instanceof PyType ? isInstance(o, c) : -1;
      if (r != 0) {
        return r;
      }
    }
    return 0;
  }

  public static Object typeOf(Object o) {
    return Py.typeOf(o);
  }

  public static boolean matchSequence(Object o) {
    return Py.typeOf(o).has(PyType.MATCH_SEQUENCE);
  }

  public static boolean matchMapping(Object o) {
    return Py.typeOf(o).has(PyType.MATCH_MAPPING);
  }

  public static Object strOf(Object o) {
    return o instanceof String ? o : o instanceof Long n ? n.toString() : o instanceof Double ? Py.str(o) : null;
  }

  // ---- methods

  public static Object dictGet(Object dict, Object key, Object fallback) {
    return dict instanceof PyDict d
        && (d.shape == PyDict.SHAPE || (fallback == Py.None ? d.accepts(key) : d.accepts(key, fallback))) ? d.plainGet(key, fallback) : null;
  }

  /** A list, or a checked one. */
  public static boolean isBuiltin(PyList l) {
    return l.shape == PyList.SHAPE || !l.shape.type.isHeap();
  }

  public static Object listPop(Object list) {
    return list instanceof PyList l && isBuiltin(l) && l.size() > 0 && !ThreadState.shared ? l.removeAt(l.size() - 1) : null;
  }

  public static Object listPopAt(Object list, long index) {
    if (list instanceof PyList l && isBuiltin(l) && !ThreadState.shared) {
      long i = index < 0 ? index + l.size() : index;
      return i >= 0 && i < l.size() ? l.removeAt((int) i) : null;
    }
    return null;
  }

  // ---- attributes

  public static boolean checkClassAttribute(Object o, ClassAttributeCache c) {
    return c.applies(o);
  }

  public static boolean checkProperty(Object o, ClassAttributeCache c) {
    return c.applies(o) && c.getter() != null;
  }

  public static boolean checkKnownType(Object o, TypeCache c) {
    return c.applies(o);
  }

  public static Object moduleAttribute(Object o, GlobalCache c) {
    return o instanceof PyModule m && m.type() == PyModule.TYPE ? m.dict().valueAt(c.keys(), c.entry()) : null;
  }

  public static boolean storeGlobal(PyDict globals, Object value, GlobalCache c) {
    return globals.replaceAt(c.keys(), c.entry(), value);
  }

  // ---- iteration

  public static Object newRange(long start, long stop, long step) {
    return new PyRange(start, stop, step);
  }

  /** Far from the ends of what a long holds no step can overflow. */
  private static boolean isFar(long n) {
    return n > Long.MAX_VALUE >> 2 || n < Long.MIN_VALUE >> 2;
  }

  public static Object rangeIterator(long start, long stop, long step) {
    return checkBounds(start, stop, step) ? rangeFrom(start, stop, step) : null;
  }

  public static boolean checkBounds(long start, long stop, long step) {
    return !isFar(start) && !isFar(stop) && !isFar(step) && step != 0;
  }

  public static Object rangeFrom(long start, long stop, long step) {
    long count = step > 0 ? start < stop ? (stop - start - 1) / step + 1 : 0 : start > stop ? (start - stop - 1) / -step + 1 : 0;
    return new PyRangeIterator(start, step, count);
  }

  public static Object iterator(Object o) {
    if (o instanceof PyList l) {
      return isBuiltin(l) ? new PyListIterator(l) : null;
    }
    if (o instanceof PyTuple t) {
      return t.shape == PyTuple.SHAPE ? new PyTupleIterator(t) : null;
    }
    if (o instanceof PyRange r) {
      return r.small ? new PyRangeIterator(r.first, r.by, r.count) : null;
    }
    return iteratorOfOther(o);
  }

  private static Object iteratorOfOther(Object o) {
    if (o instanceof String s) {
      return StrIterator.of(s);
    }
    if (o instanceof PyDict d) {
      return d.shape == PyDict.SHAPE || d instanceof CheckedContainer ? new PyDictIterator(d, PyDictView.KEYS) : null;
    }
    if (o instanceof PyDictView v) {
      PyType t = v.shape.type;
      return t == PyDictView.ITEMS_TYPE || t == PyDictView.VALUES_TYPE || t == PyDictView.KEYS_TYPE ? new PyDictIterator(v.dict, v.kind) : null;
    }
    if (o instanceof PySet s) {
      return s.shape == PySet.SHAPE ? new PySetIterator(s) : null;
    }
    // builtin iterators are their own
    return o instanceof PyIterator i && !i.shape.type.isHeap() ? i : null;
  }

  public static Object quickNext(Object it, Class<?> kind) {
    return ((PyIterator) kind.cast(it)).quickNext();
  }

  public static Object enumerateItem(Object it) {
    return ((PyEnumerate) it).quickItem();
  }

  public static long enumerateCount(Object it) {
    return ((PyEnumerate) it).lastCount();
  }

  public static Object dictKey(Object it) {
    return ((PyDictIterator) it).quickKey();
  }

  public static Object dictValue(Object it) {
    return ((PyDictIterator) it).lastValue();
  }

  public static Object zipFirst(Object it) {
    return ((PyZip) it).quickFirst();
  }

  public static Object zipSecond(Object it) {
    return ((PyZip) it).takeSecond();
  }
}
