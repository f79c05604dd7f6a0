package dev.tuff.stdlib.sorted;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code _bisect}: places in sorted sequences. */
public final class BisectModule {
  private BisectModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_bisect", new BisectModuleTable());
    m.set("__doc__", "Bisection algorithms: a sequence stays sorted without sorting it after each insertion.");
  }

  private static long find(Object a, Object x, Object lo, Object hi, Object key, boolean right) {
    long from = Convert.toLong(lo);
    if (from < 0) {
      throw Errors.valueError("lo must be non-negative");
    }
    long to = hi == Py.None ? Items.length(a) : Convert.toLong(hi);
    while (from < to) {
      long mid = from + to >>> 1;
      Object item = Items.get(a, Py.box(mid));
      if (key != Py.None) {
        item = Call.call(key, item);
      }
      boolean below = right ? !Comparison.less(x, item) : Comparison.less(item, x);
      if (below) {
        from = mid + 1;
      } else {
        to = mid;
      }
    }
    return from;
  }

  private static void insert(Object a, long at, Object x) {
    Py.callMethod(a, "insert", Py.box(at), x);
  }

  @Function(value = "bisect_right(a, x, lo=0, hi=None, *, key=None)", doc = "Return the index where to insert item x in list a, assuming a "
      + "is sorted: after all items equal to it.")
  static long bisect_right(Object a, Object x, Object lo, Object hi, Object key) {
    return find(a, x, lo, hi, key, true);
  }

  @Function(value = "bisect_left(a, x, lo=0, hi=None, *, key=None)", doc = "Return the index where to insert item x in list a, assuming a "
      + "is sorted: before all items equal to it.")
  static long bisect_left(Object a, Object x, Object lo, Object hi, Object key) {
    return find(a, x, lo, hi, key, false);
  }

  @Function(value = "insort_right(a, x, lo=0, hi=None, *, key=None)", doc = "Insert item x in list a, and keep it sorted assuming a is "
      + "sorted: after all items equal to it.")
  static void insort_right(Object a, Object x, Object lo, Object hi, Object key) {
    insert(a, find(a, key == Py.None ? x : Call.call(key, x), lo, hi, key, true), x);
  }

  @Function(value = "insort_left(a, x, lo=0, hi=None, *, key=None)", doc = "Insert item x in list a, and keep it sorted assuming a is "
      + "sorted: before all items equal to it.")
  static void insort_left(Object a, Object x, Object lo, Object hi, Object key) {
    insert(a, find(a, key == Py.None ? x : Call.call(key, x), lo, hi, key, false), x);
  }
}
