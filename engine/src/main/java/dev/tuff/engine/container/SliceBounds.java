package dev.tuff.engine.container;

import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.number.PyInt;
import java.util.Arrays;

/**
 * Which items of a sequence an index or a slice means. A resolved slice selects {@code start, start + step, …}, {@code length} items, all
 * of them inside the sequence.
 */
public record SliceBounds(int start, int stop, long step, int length) {
  /** What {@code slice} selects of a sequence of {@code size} items. */
  public static SliceBounds of(PySlice slice, int size) {
    return raw(slice).in(size);
  }

  /**
   * The numbers of a slice before the size of the sequence is known: {@code __index__} may run Python code that changes the sequence, so
   * its size is to be read after this.
   */
  public static Raw raw(PySlice slice) {
    long step = 1;
    if (slice.step != Py.None) {
      step = part(slice.step);
      if (step == 0) {
        throw Errors.valueError("slice step cannot be zero");
      }
      step = Math.max(step, -Long.MAX_VALUE);
    }
    long start = slice.start == Py.None ? (step < 0 ? Long.MAX_VALUE : 0) : part(slice.start);
    long stop = slice.stop == Py.None ? (step < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : part(slice.stop);
    return new Raw(start, stop, step);
  }

  public record Raw(long start, long stop, long step) {
    public SliceBounds in(int size) {
      int from = clamp(start, size, step);
      int to = clamp(stop, size, step);
      int n = 0;
      if (step < 0) {
        if (to < from) {
          n = (int) ((from - to - 1) / -step) + 1;
        }
      } else if (from < to) {
        n = (int) ((to - from - 1) / step) + 1;
      }
      return new SliceBounds(from, to, step, n);
    }
  }

  /** The items that are selected, in a new array. */
  Object[] select(Object[] items) {
    if (step == 1) {
      return length == 0 ? new Object[0] : Arrays.copyOfRange(items, start, start + length);
    }
    Object[] out = new Object[length];
    long at = start;
    for (int i = 0; i < length; i++, at += step) {
      out[i] = items[(int) at];
    }
    return out;
  }

  private static int clamp(long i, int size, long step) {
    if (i < 0) {
      i += size;
      if (i < 0) {
        return step < 0 ? -1 : 0;
      }
    } else if (i >= size) {
      return step < 0 ? size - 1 : size;
    }
    return (int) i;
  }

  private static long part(Object o) {
    if (o instanceof Long l) {
      return l;
    }
    if (Py.typeOf(o).slot(Special.INDEX) == null) {
      throw Errors.typeError("slice indices must be integers or None or have an __index__ method");
    }
    return Convert.toIndexClamped(o);
  }

  /** A {@code start} or {@code stop} argument of {@code index()}. */
  public static long argument(Object o) {
    if (o instanceof Long l) {
      return l;
    }
    if (Py.typeOf(o).slot(Special.INDEX) == null) {
      throw Errors.typeError("slice indices must be integers or have an __index__ method");
    }
    return Convert.toIndexClamped(o);
  }

  /** A subscript that is no slice, as a number; {@code type} names the sequence in the error. */
  public static long index(Object key, String type) {
    if (key instanceof Long l) {
      return l;
    }
    if (Py.typeOf(key).slot(Special.INDEX) == null) {
      throw Errors.typeError(type + " indices must be integers or slices, not " + Py.typeOf(key).name());
    }
    if (PyInt.index(key) instanceof Long l) {
      return l;
    }
    throw Errors.indexError("cannot fit '" + Py.typeOf(key).name() + "' into an index-sized integer");
  }

  /** The number of repetitions that {@code sequence * count} asks for, or -1 if {@code count} is no index. */
  public static long count(Object count) {
    if (count instanceof Long l) {
      return Math.max(0, l);
    }
    if (Py.typeOf(count).slot(Special.INDEX) == null) {
      return -1;
    }
    Object n = PyInt.index(count);
    if (n instanceof Long l) {
      return Math.max(0, l);
    }
    throw tooLarge(count);
  }

  private static PyException tooLarge(Object count) {
    return Errors.overflowError("cannot fit '" + Py.typeOf(count).name() + "' into an index-sized integer");
  }

  /** {@code from}'s items {@code count} times. */
  public static Object[] repeat(Object[] from, long count) {
    int total = repeatedSize(from.length, count);
    try {
      Object[] out = new Object[total];
      repeat(from, from.length, out, total);
      return out;
    } catch (OutOfMemoryError e) {
      throw Errors.memoryError();
    }
  }

  /** How many items {@code size} items are {@code count} times. */
  static int repeatedSize(int size, long count) {
    long total = size * count;
    if (size > 0 && total / size != count || total > Integer.MAX_VALUE - 8) {
      throw Errors.memoryError();
    }
    return (int) total;
  }

  /** Fills the first {@code total} of an array with the first {@code size} of one of its kind, again and again. */
  static void repeat(Object from, int size, Object out, int total) {
    System.arraycopy(from, 0, out, 0, Math.min(size, total));
    // doubles what is there; the last time only the rest
    for (int n = size; n > 0 && n < total; n = n > total / 2 ? total : n * 2) {
      System.arraycopy(out, 0, out, n, Math.min(n, total - n));
    }
  }
}
