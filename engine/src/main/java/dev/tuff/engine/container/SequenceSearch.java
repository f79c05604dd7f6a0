package dev.tuff.engine.container;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.text.PyStr;

/** What lists and tuples share: bounds of {@code index()}, comparison item by item, the texts of items. */
final class SequenceSearch {
  private SequenceSearch() {}

  /** A start or stop argument: negative counts from the end. */
  static long bound(Object o, int size) {
    long i = SliceBounds.argument(o);
    return i < 0 ? Math.max(0, i + size) : i;
  }

  /** {@code a op b} for two tuples' items. */
  static Object compare(int op, Object[] a, Object[] b) {
    int n = Math.min(a.length, b.length);
    if (a.length != b.length && (op == Comparison.EQ || op == Comparison.NE)) {
      // CPython looks for a difference first; the outcome is the same unless __eq__ has side effects
      for (int i = 0; i < n; i++) {
        if (!Py.eq(a[i], b[i])) {
          break;
        }
      }
      return op == Comparison.NE;
    }
    for (int i = 0; i < n; i++) {
      if (!Py.eq(a[i], b[i])) {
        return different(op, a[i], b[i]);
      }
    }
    return lengths(op, a.length, b.length);
  }

  /** The outcome when {@code x} and {@code y} are the first items that differ. */
  static Object different(int op, Object x, Object y) {
    return op == Comparison.EQ ? Boolean.FALSE : op == Comparison.NE ? Boolean.TRUE : Comparison.compare(op, x, y);
  }

  /** The outcome when one is the start of the other. */
  static Object lengths(int op, int m, int n) {
    return switch (op) {
      case Comparison.LT -> m < n;
      case Comparison.LE -> m <= n;
      case Comparison.EQ -> m == n;
      case Comparison.NE -> m != n;
      case Comparison.GT -> m > n;
      default -> m >= n;
    };
  }

  /** {@code [a, b]} and the like; {@code self} only guards against recursion. */
  static Object repr(Object self, Object[] items, String open, String close) {
    ThreadState thread = ThreadState.current();
    if (!thread.enterRepr(self)) {
      return open + "..." + close;
    }
    try {
      StringBuilder b = new StringBuilder(open);
      for (int i = 0; i < items.length; i++) {
        if (i > 0) {
          b.append(", ");
        }
        b.append(PyStr.java(Py.repr(items[i])));
      }
      return Py.str(b.append(close).toString());
    } finally {
      thread.leaveRepr(self);
    }
  }

  static PyException cannotConcatenate(String type, Object other) {
    return Errors.typeError("can only concatenate " + type + " (not \"" + Py.typeOf(other).name() + "\") to " + type);
  }
}
