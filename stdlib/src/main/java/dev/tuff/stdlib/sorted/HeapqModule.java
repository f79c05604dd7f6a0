package dev.tuff.stdlib.sorted;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/**
 * {@code _heapq}: priority queues in lists. An item goes down to a leaf along the smaller children first and then up to its place, which
 * takes fewer comparisons than stopping on the way.
 */
public final class HeapqModule {
  private HeapqModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_heapq", new HeapqModuleTable());
    m.set("__doc__", "Heap queue algorithm (a.k.a. priority queue).");
  }

  private static PyList list(Object heap, String function, boolean several) {
    if (heap instanceof PyList l) {
      return l;
    }
    throw Errors.typeError(function + "() argument " + (several ? "1 " : "") + "must be list, not " + Py.typeOf(heap).name());
  }

  /** Whether the item at {@code i} belongs above the one at {@code j}. */
  private static boolean above(PyList heap, int i, int j, boolean max) {
    return max ? heap.less(j, i) : heap.less(i, j);
  }

  /** Whether {@code a} belongs above {@code b}. */
  private static boolean above(Object a, Object b, boolean max) {
    return max ? Comparison.less(b, a) : Comparison.less(a, b);
  }

  private static PyException changed() {
    return Errors.runtimeError("list changed size during iteration");
  }

  private static void up(PyList heap, int start, int pos, boolean max) {
    int size = heap.size();
    if (pos >= size) {
      throw Errors.indexError("index out of range");
    }
    while (pos > start) {
      int parent = pos - 1 >> 1;
      boolean above = above(heap, pos, parent, max);
      if (heap.size() != size) {
        throw changed();
      }
      if (!above) {
        break;
      }
      heap.swap(pos, parent);
      pos = parent;
    }
  }

  private static void down(PyList heap, int pos, boolean max) {
    int end = heap.size();
    int start = pos;
    if (pos >= end) {
      throw Errors.indexError("index out of range");
    }
    int limit = end >> 1;
    while (pos < limit) {
      int child = 2 * pos + 1;
      if (child + 1 < end) {
        boolean left = above(heap, child, child + 1, max);
        if (heap.size() != end) {
          throw changed();
        }
        child += left ? 0 : 1;
      }
      heap.swap(child, pos);
      pos = child;
    }
    up(heap, start, pos, max);
  }

  private static void push(PyList heap, Object item, boolean max) {
    heap.add(item);
    up(heap, 0, heap.size() - 1, max);
  }

  private static Object pop(PyList heap, boolean max) {
    int n = heap.size();
    if (n == 0) {
      throw Errors.indexError("index out of range");
    }
    Object last = heap.removeAt(n - 1);
    if (n == 1) {
      return last;
    }
    Object top = heap.getItem(0);
    heap.setItem(0, last);
    down(heap, 0, max);
    return top;
  }

  private static Object replace(PyList heap, Object item, boolean max) {
    if (heap.size() == 0) {
      throw Errors.indexError("index out of range");
    }
    Object top = heap.getItem(0);
    heap.setItem(0, item);
    down(heap, 0, max);
    return top;
  }

  private static Object pushPop(PyList heap, Object item, boolean max) {
    if (heap.size() == 0) {
      return item;
    }
    Object top = heap.getItem(0);
    if (!above(top, item, max)) {
      return item;
    }
    if (heap.size() == 0) {
      throw Errors.indexError("index out of range");
    }
    return replace(heap, item, max);
  }

  private static void build(PyList heap, boolean max) {
    for (int i = (heap.size() >> 1) - 1; i >= 0; i--) {
      down(heap, i, max);
    }
  }

  @Function(value = "heappush(heap, item, /)", doc = "Push item onto heap, maintaining the heap invariant.")
  static void heappush(Object heap, Object item) {
    push(list(heap, "heappush", true), item, false);
  }

  @Function(value = "heappush_max(heap, item, /)", doc = "Push item onto max heap, maintaining the heap invariant.")
  static void heappush_max(Object heap, Object item) {
    push(list(heap, "heappush_max", true), item, true);
  }

  @Function(value = "heappop(heap, /)", doc = "Pop the smallest item off the heap, maintaining the heap invariant.")
  static Object heappop(Object heap) {
    return pop(list(heap, "heappop", false), false);
  }

  @Function(value = "heappop_max(heap, /)", doc = "Pop the largest item off the heap, maintaining the heap invariant.")
  static Object heappop_max(Object heap) {
    return pop(list(heap, "heappop_max", false), true);
  }

  @Function(value = "heapreplace(heap, item, /)", doc = "Pop and return the current smallest value, and add the new item.")
  static Object heapreplace(Object heap, Object item) {
    return replace(list(heap, "heapreplace", true), item, false);
  }

  @Function(value = "heapreplace_max(heap, item, /)", doc = "Pop and return the current largest value, and add the new item.")
  static Object heapreplace_max(Object heap, Object item) {
    return replace(list(heap, "heapreplace_max", true), item, true);
  }

  @Function(value = "heappushpop(heap, item, /)", doc = "Push item on the heap, then pop and return the smallest item from the heap.")
  static Object heappushpop(Object heap, Object item) {
    return pushPop(list(heap, "heappushpop", true), item, false);
  }

  @Function(value = "heappushpop_max(heap, item, /)", doc = "Push item on the heap, then pop and return the largest item from the heap.")
  static Object heappushpop_max(Object heap, Object item) {
    return pushPop(list(heap, "heappushpop_max", true), item, true);
  }

  @Function(value = "heapify(heap, /)", doc = "Transform list into a heap, in-place, in O(len(heap)) time.")
  static void heapify(Object heap) {
    build(list(heap, "heapify", false), false);
  }

  @Function(value = "heapify_max(heap, /)", doc = "Maxheap variant of heapify.")
  static void heapify_max(Object heap) {
    build(list(heap, "heapify_max", false), true);
  }
}
