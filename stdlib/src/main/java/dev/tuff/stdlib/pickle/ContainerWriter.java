package dev.tuff.stdlib.pickle;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes containers of exactly the builtin types, and the items that a reduction gives by iterators. Items go in batches
 * between a MARK and the instruction that adds them all; a failure is noted with the item that it happened in.
 */
final class ContainerWriter {
  /** From this depth on, the fast mode (which has no memo to end a cycle) looks for cycles. */
  private static final int FAST_NESTING_LIMIT = 50;

  private final PickleWriter w;
  private int fastNesting;
  private Map<Object, Object> fastSeen;

  ContainerWriter(PickleWriter writer) {
    w = writer;
  }

  // ---- cycles without a memo

  private void enter(PyObject o) {
    if (w.fast == 0) {
      return;
    }
    if (++fastNesting >= FAST_NESTING_LIMIT) {
      if (fastSeen == null) {
        fastSeen = new IdentityHashMap<>();
      }
      if (fastSeen.put(o, o) != null) {
        fastNesting = 0;
        fastSeen = null;
        throw Errors.valueError("fast mode: can't pickle cyclic objects including object type " + o.type().fullName() + " at 0x"
            + Identity.hex(o));
      }
    }
  }

  private void leave(PyObject o) {
    if (w.fast != 0 && fastNesting-- >= FAST_NESTING_LIMIT) {
      fastSeen.remove(o);
    }
  }

  // ---- tuple

  void saveTuple(PyTuple o) {
    Object[] items = o.array();
    int n = items.length;
    if (n == 0) {
      if (w.bin != 0) {
        w.out.op(Opcodes.EMPTY_TUPLE);
      } else {
        w.out.op(Opcodes.MARK);
        w.out.op(Opcodes.TUPLE);
      }
      return;
    }
    boolean counted = n <= 3 && w.protocol >= 2;
    if (!counted) {
      w.out.op(Opcodes.MARK);
    }
    int i = 0;
    try {
      for (; i < n; i++) {
        w.save(items[i]);
      }
    } catch (PyException e) {
      throw PickleErrors.noted(e, o, "item " + i);
    }
    int number = w.memo.get(o);
    if (number >= 0) {
      // a tuple that contains itself has been written by its own items: theirs are dropped again
      if (!counted && w.bin != 0) {
        w.out.op(Opcodes.POP_MARK);
      } else {
        for (i = counted ? 0 : -1; i < n; i++) {
          w.out.op(Opcodes.POP);
        }
      }
      w.saveMemoized(o);
      return;
    }
    w.out.op(!counted ? Opcodes.TUPLE : n == 1 ? Opcodes.TUPLE1 : n == 2 ? Opcodes.TUPLE2 : Opcodes.TUPLE3);
    w.memoize(o);
  }

  // ---- list

  void saveList(PyList o) {
    enter(o);
    if (w.bin != 0) {
      w.out.op(Opcodes.EMPTY_LIST);
    } else {
      w.out.op(Opcodes.MARK);
      w.out.op(Opcodes.LIST);
    }
    w.memoize(o);
    int i = 0;
    try {
      if (w.bin == 0) {
        for (Object v; (v = o.getOrNull(i)) != null; i++) {
          w.save(v);
          w.out.op(Opcodes.APPEND);
        }
      } else if (o.size() == 1) {
        Object v = o.getOrNull(0);
        w.save(v == null ? Py.None : v);
        w.out.op(Opcodes.APPEND);
      } else {
        while (i < o.size()) {
          w.out.op(Opcodes.MARK);
          int end = i + Opcodes.BATCH_SIZE;
          for (Object v; i < end && (v = o.getOrNull(i)) != null; i++) {
            w.save(v);
          }
          w.out.op(Opcodes.APPENDS);
        }
      }
    } catch (PyException e) {
      throw PickleErrors.noted(e, o, "item " + i);
    }
    leave(o);
  }

  /** Writes what an iterator gives as items of the list-like {@code o}. */
  void saveItems(Object iterator, Object o) {
    Object[] batch = new Object[w.bin == 0 ? 1 : Opcodes.BATCH_SIZE];
    int n;
    for (int start = 0; (n = fill(batch, iterator)) > 0; start += n) {
      if (n > 1) {
        w.out.op(Opcodes.MARK);
      }
      for (int i = 0; i < n; i++) {
        try {
          w.save(batch[i]);
        } catch (PyException e) {
          throw PickleErrors.noted(e, o, "item " + (start + i));
        }
      }
      w.out.op(n > 1 ? Opcodes.APPENDS : Opcodes.APPEND);
      if (n < batch.length) {
        break;
      }
    }
  }

  private static int fill(Object[] batch, Object iterator) {
    int n = 0;
    for (Object v; n < batch.length && (v = Iteration.next(iterator)) != null; n++) {
      batch[n] = v;
    }
    return n;
  }

  // ---- dict

  void saveDict(PyDict o) {
    enter(o);
    if (w.bin != 0) {
      w.out.op(Opcodes.EMPTY_DICT);
    } else {
      w.out.op(Opcodes.MARK);
      w.out.op(Opcodes.DICT);
    }
    w.memoize(o);
    int size = o.size();
    if (size > 0) {
      Object key = null;
      try {
        boolean batch = w.bin != 0 && size > 1;
        int n = 0;
        for (int e = o.nextEntry(0); e >= 0; e = o.nextEntry(e + 1)) {
          if (batch && n == 0) {
            w.out.op(Opcodes.MARK);
          }
          Object k = o.keyAt(e);
          Object v = o.valueAt(e);
          w.save(k);
          key = k;
          w.save(v);
          key = null;
          if (!batch) {
            w.out.op(Opcodes.SETITEM);
          } else if (++n == Opcodes.BATCH_SIZE) {
            w.out.op(Opcodes.SETITEMS);
            n = 0;
          }
          if (o.size() != size) {
            throw Errors.runtimeError("dictionary changed size during iteration");
          }
        }
        if (n > 0) {
          w.out.op(Opcodes.SETITEMS);
        }
      } catch (PyException e) {
        throw key == null ? e : PickleErrors.noted(e, o, "item " + Py.javaRepr(key));
      }
    }
    leave(o);
  }

  /** Writes the pairs that an iterator gives as items of the dict-like {@code o}. */
  void savePairs(Object iterator, Object o) {
    Object[] batch = new Object[w.bin == 0 ? 1 : Opcodes.BATCH_SIZE];
    for (int n; (n = fill(batch, iterator)) > 0; ) {
      if (n > 1) {
        w.out.op(Opcodes.MARK);
      }
      for (int i = 0; i < n; i++) {
        savePair(batch[i], o);
      }
      w.out.op(n > 1 ? Opcodes.SETITEMS : Opcodes.SETITEM);
      if (n < batch.length) {
        break;
      }
    }
  }

  private void savePair(Object pair, Object o) {
    if (!(pair instanceof PyTuple t) || t.size() != 2) {
      throw Errors.typeError("dict items iterator must return 2-tuples");
    }
    w.save(t.get(0));
    try {
      w.save(t.get(1));
    } catch (PyException e) {
      throw PickleErrors.noted(e, o, "item " + Py.javaRepr(t.get(0)));
    }
  }

  // ---- set, frozenset

  void saveSet(PySet o) {
    if (w.protocol < 4) {
      w.saveReduced(o, PySet.TYPE, PyList.of(o.toArray()));
      return;
    }
    w.out.op(Opcodes.EMPTY_SET);
    w.memoize(o);
    Object[] items = o.toArray();
    for (int i = 0; i < items.length; ) {
      w.out.op(Opcodes.MARK);
      int end = Math.min(items.length, i + Opcodes.BATCH_SIZE);
      try {
        for (; i < end; i++) {
          w.save(items[i]);
        }
      } catch (PyException e) {
        throw PickleErrors.noted(e, o, "element");
      }
      w.out.op(Opcodes.ADDITEMS);
      if (o.size() != items.length) {
        throw Errors.runtimeError("set changed size during iteration");
      }
    }
  }

  void saveFrozenSet(PyFrozenSet o) {
    enter(o);
    if (w.protocol < 4) {
      w.saveReduced(o, PyFrozenSet.TYPE, PyList.of(o.toArray()));
      leave(o);
      return;
    }
    w.out.op(Opcodes.MARK);
    try {
      for (Object v : o.toArray()) {
        w.save(v);
      }
    } catch (PyException e) {
      throw PickleErrors.noted(e, o, "element");
    }
    if (w.memo.get(o) >= 0) {
      w.out.op(Opcodes.POP_MARK);
      w.saveMemoized(o);
    } else {
      w.out.op(Opcodes.FROZENSET);
      w.memoize(o);
    }
    leave(o);
  }
}
