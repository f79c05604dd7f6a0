package dev.tuff.engine.interp;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrSplit;
import java.util.Arrays;

/** Building, unpacking and slicing containers. */
final class BuildOps {
  private BuildOps() {}

  /** CONTAINS_OP: item, container; {@code invert} 1 for {@code not in}. */
  static void contains(PyFrame f, int invert, int next, int sp) {
    Object[] s = f.fast;
    f.lasti = next - 1;
    f.sp = sp - 1;
    Object container = s[sp - 1];
    Object item = s[sp - 2];
    Operands.note(f.code.caches, next, item, container);
    boolean found = container instanceof PyDict d && d.type() == PyDict.TYPE ? d.containsKey(item) : Items.contains(container, item);
    s[sp - 2] = found == (invert == 0) ? Boolean.TRUE : Boolean.FALSE;
  }

  /** BUILD_TUPLE. */
  static void tuple(PyFrame f, int n, int next, int sp) {
    f.lasti = next - 1;
    int from = sp - n;
    f.sp = from + 1;
    f.fast[from] = PyTuple.of(Arrays.copyOfRange(f.fast, from, sp));
  }

  /** UNPACK_SEQUENCE: the first item ends on top. */
  static int unpack(Object[] s, int sp, int n) {
    Object o = s[--sp];
    Object[] items;
    if (o instanceof PyTuple t && t.type() == PyTuple.TYPE) {
      items = t.array();
    } else if (o instanceof PyList l && l.type() == PyList.TYPE) {
      items = l.toArray();
    } else {
      items = take(o, n);
    }
    if (items.length != n) {
      throw items.length > n ? tooMany(o, n, items.length) : tooFew(n, items.length, "");
    }
    for (int i = n - 1; i >= 0; i--) {
      s[sp++] = items[i];
    }
    return sp;
  }

  private static PyException tooMany(Object o, int n, int got) {
    boolean sized = o instanceof PyTuple || o instanceof PyList || o instanceof PyDict;
    return Errors.valueError("too many values to unpack (expected " + n + (sized ? ", got " + got : "") + ")");
  }

  private static PyException tooFew(int n, int got, String atLeast) {
    return Errors.valueError("not enough values to unpack (expected " + atLeast + n + ", got " + got + ")");
  }

  private static Object iterator(Object o) {
    PyType t = Py.typeOf(o);
    if (t.slot(Special.ITER) == null && t.slot(Special.GETITEM) == null) {
      throw Errors.typeError("cannot unpack non-iterable " + t.name() + " object");
    }
    return Iteration.iter(o);
  }

  /** Exactly {@code n} items, or an error. */
  private static Object[] take(Object o, int n) {
    Object it = iterator(o);
    Object[] items = new Object[n];
    for (int i = 0; i < n; i++) {
      items[i] = Iteration.next(it);
      if (items[i] == null) {
        throw tooFew(n, i, "");
      }
    }
    if (Iteration.next(it) != null) {
      if (o instanceof PyDict d) {
        throw tooMany(o, n, d.size());
      }
      throw tooMany(it, n, n + 1);
    }
    return items;
  }

  /** UNPACK_EX: {@code before} items, a list of the middle, {@code after} items. */
  static int unpackEx(Object[] s, int sp, int arg) {
    int before = arg & 0xFF;
    int after = arg >> 8;
    Object o = s[--sp];
    Object it = iterator(o);
    Object[] items = Iteration.toArray(it);
    if (items.length < before + after) {
      throw tooFew(before + after, items.length, "at least ");
    }
    int top = sp + before + after + 1;
    int at = top;
    for (int i = 0; i < before; i++) {
      s[--at] = items[i];
    }
    s[--at] = PyList.of(Arrays.copyOfRange(items, before, items.length - after));
    for (int i = items.length - after; i < items.length; i++) {
      s[--at] = items[i];
    }
    return top;
  }

  static Object map(Object[] s, int from, int pairs) {
    PyDict d = new PyDict();
    for (int i = 0; i < pairs; i++) {
      d.put(s[from + 2 * i], s[from + 2 * i + 1]);
    }
    return d;
  }

  /** LIST_EXTEND, for displays and star arguments. */
  static void extend(PyList list, Object o) {
    if (Py.typeOf(o).slot(Special.ITER) == null && Py.typeOf(o).slot(Special.GETITEM) == null) {
      throw Errors.typeError("Value after * must be an iterable, not " + Py.typeOf(o).name());
    }
    for (Object v : Iteration.toArray(o)) {
      list.add(v);
    }
  }

  /** SET_UPDATE, for displays. */
  static void addAll(dev.tuff.engine.container.PySet set, Object o) {
    for (Object v : Iteration.toArray(o)) {
      set.add(v);
    }
  }

  /** DICT_UPDATE, for displays. */
  static void update(PyDict into, Object o) {
    if (o instanceof PyDict d && d.type() == PyDict.TYPE) {
      into.update(d);
      return;
    }
    Object keys;
    try {
      keys = Py.callMethod(o, "keys");
    } catch (PyException e) {
      if (e.is(Exceptions.AttributeError)) {
        throw Errors.typeError("'" + Py.typeOf(o).name() + "' object is not a mapping");
      }
      throw e;
    }
    for (Object k : Iteration.toArray(keys)) {
      into.put(k, Items.get(o, k));
    }
  }

  static Object slice(Object o, Object start, Object stop) {
    return Items.get(o, new PySlice(start, stop, Py.None));
  }

  /** {@code "".join} of strings known to be strings. */
  static Object string(Object[] s, int from, int n) {
    if (n == 2) {
      return PyStr.concat(PyStr.value(s[from]), PyStr.value(s[from + 1]));
    }
    String[] parts = new String[n];
    for (int i = 0; i < n; i++) {
      if (!(s[from + i] instanceof String x)) {
        return StrSplit.concatenate(java.util.Arrays.copyOfRange(s, from, from + n));
      }
      parts[i] = x;
    }
    return String.join("", parts);
  }
}
