package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import java.util.Arrays;

/** Reading, assigning and deleting slices of a list. */
final class ListSlices {
  private ListSlices() {}

  static Object get(PyList self, PySlice slice) {
    SliceBounds.Raw raw = SliceBounds.raw(slice);
    if (ThreadState.shared) {
      synchronized (self) {
        return PyList.owning(self.part(raw.in(self.size)));
      }
    }
    return PyList.owning(self.part(raw.in(self.size)));
  }

  /** The items from one index up to another, as far as they are there, in a new list. */
  static PyList get(PyList self, int from, int to) {
    if (ThreadState.shared) {
      synchronized (self) {
        return self.copy(Math.min(from, self.size), Math.min(to, self.size));
      }
    }
    return self.copy(from, to);
  }

  /** All items in a new array of their kind. */
  static Object all(PyList self) {
    if (ThreadState.shared) {
      synchronized (self) {
        return self.part(0, self.size);
      }
    }
    return self.part(0, self.size);
  }

  static void set(PyList self, PySlice slice, Object value) {
    SliceBounds.Raw raw = SliceBounds.raw(slice);
    if (raw.step() == 1) {
      Object values = value instanceof PyList l && l.type() == PyList.TYPE ? all(l) : values(value, "must assign iterable to extended slice");
      synchronized (self) {
        SliceBounds s = raw.in(self.size);
        self.replace(s.start(), Math.max(s.start(), s.stop()), values, ListStorage.length(values));
      }
      return;
    }
    Object[] values = values(value, "must assign iterable to extended slice");
    synchronized (self) {
      SliceBounds s = raw.in(self.size);
      if (values.length != s.length()) {
        throw Errors.valueError("attempt to assign sequence of size " + values.length + " to extended slice of size " + s.length());
      }
      long at = s.start();
      for (Object v : values) {
        self.put((int) at, v);
        at += s.step();
      }
    }
  }

  private static Object[] values(Object value, String error) {
    if (!(value instanceof PyList) && !(value instanceof PyTuple)
        && Py.typeOf(value).slot(Special.ITER) == null && Py.typeOf(value).slot(Special.GETITEM) == null) {
      throw Errors.typeError(error);
    }
    return Iteration.toArray(value);
  }

  static void delete(PyList self, long i) {
    synchronized (self) {
      if (i < 0) {
        i += self.size;
      }
      if (i < 0 || i >= self.size) {
        throw Errors.indexError("list assignment index out of range");
      }
      self.removeAt((int) i);
    }
  }

  static void delete(PyList self, PySlice slice) {
    SliceBounds.Raw raw = SliceBounds.raw(slice);
    synchronized (self) {
      SliceBounds s = raw.in(self.size);
      if (s.length() == 0) {
        return;
      }
      if (s.step() == 1) {
        self.replace(s.start(), s.start() + s.length(), PyTuple.EMPTY.array(), 0);
        return;
      }
      // forwards, each kept item moves down past the holes before it
      long step = Math.abs(s.step());
      long first = s.step() > 0 ? s.start() : s.start() + (s.length() - 1) * s.step();
      long last = first + (s.length() - 1) * step;
      Object[] a = self.toArray();
      int to = (int) first;
      for (int from = (int) first; from < a.length; from++) {
        if (from > last || (from - first) % step != 0) {
          a[to++] = a[from];
        }
      }
      Arrays.fill(a, to, a.length, null);
      self.become(a, to);
    }
  }
}
