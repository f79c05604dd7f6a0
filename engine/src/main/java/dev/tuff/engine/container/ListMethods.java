package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.typing.PyGenericAlias;

/** The named methods of {@code list}. */
final class ListMethods {
  private ListMethods() {}

  @New(value = "list(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyList(cls, PyTuple.EMPTY.array(), 0);
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyList self, Object[] args, PyDict kwargs) {
    if (args.length == 0 && kwargs.size() == 0) {
      if (self.size > 0) {
        self.clear();
      }
      return;
    }
    Arguments.noKeywords("list", self.type(), PyList.TYPE, kwargs);
    Arguments.atMostOne("list", args);
    if (self.size > 0) {
      self.clear();
    }
    if (args.length == 1) {
      extend(self, args[0]);
    }
  }

  @Method(value = "append(self, object, /)", doc = "Append object to the end of the list.")
  static void append(PyList self, Object object) {
    self.add(object);
  }

  @Method(value = "extend(self, iterable, /)", doc = "Append all items of the iterable.")
  static void extend(PyList self, Object iterable) {
    if (iterable instanceof PyList l && l.type() == PyList.TYPE) {
      self.addAll(l);
    } else if (iterable instanceof PyTuple t && t.type() == PyTuple.TYPE) {
      self.addAll(t.array(), t.size());
    } else if (iterable instanceof PyDict d && d.type() == PyDict.TYPE) {
      self.addOwn(d.keysArray());
    } else if (iterable instanceof PyRange r && r.longs() instanceof long[] numbers) {
      self.addOwn(numbers);
    } else {
      Object it = Iteration.iter(iterable);
      Items.lengthHint(iterable, 8);
      for (Object v; (v = Iteration.next(it)) != null; ) {
        self.add(v);
      }
    }
  }

  @Method(value = "insert(self, index, object, /)", doc = "Insert object before index.")
  static void insert(PyList self, long index, Object object) {
    self.insert(index, object);
  }

  @Method(value = "pop(self, index=-1, /)", doc = "Remove and return the item at index, by default the last.\n\n"
      + "Raises IndexError if the list is empty or the index out of range.")
  static Object pop(PyList self, long index) {
    if (ThreadState.shared) {
      synchronized (self) {
        return popAt(self, index);
      }
    }
    return popAt(self, index);
  }

  private static Object popAt(PyList self, long index) {
    int n = self.size;
    if (n == 0) {
      throw Errors.indexError("pop from empty list");
    }
    if (index < 0) {
      index += n;
    }
    if (index < 0 || index >= n) {
      throw Errors.indexError("pop index out of range");
    }
    return self.removeAt((int) index);
  }

  @Method(value = "remove(self, value, /)", doc = "Remove the first item equal to value.\n\nRaises ValueError if there is none.")
  static void remove(PyList self, Object value) {
    int i = self.indexOf(value, 0, Integer.MAX_VALUE);
    if (i < 0) {
      throw Errors.valueError("list.remove(x): x not in list");
    }
    synchronized (self) {
      if (i < self.size) {
        self.removeAt(i);
      }
    }
  }

  @Method(value = "clear(self, /)", doc = "Remove all items.")
  static void clear(PyList self) {
    self.clear();
  }

  @Method(value = "copy(self, /)", doc = "Return a shallow copy of the list.")
  static Object copy(PyList self) {
    return PyList.owning(ListSlices.all(self));
  }

  @Method(value = "count(self, value, /)", doc = "Return how many items equal value.")
  static long count(PyList self, Object value) {
    long n = 0;
    for (int i = -1; (i = self.indexOf(value, i + 1, Integer.MAX_VALUE)) >= 0; ) {
      n++;
    }
    return n;
  }

  @Method(value = "index(self, value, start=0, stop=sys.maxsize, /)", doc = "Return the index of the first item equal to value.\n\n"
      + "Raises ValueError if there is none.")
  static long index(PyList self, Object value, Object start, Object stop) {
    long from = SequenceSearch.bound(start == null ? Py.box(0) : start, self.size);
    long to = stop == null ? Long.MAX_VALUE : SequenceSearch.bound(stop, self.size);
    int i = self.indexOf(value, from, to);
    if (i < 0) {
      throw Errors.valueError("list.index(x): x not in list");
    }
    return i;
  }

  @Method(value = "reverse(self, /)", doc = "Reverse the list in place.")
  static void reverse(PyList self) {
    self.reverse();
  }

  @Method(value = "sort(self, /, *, key=None, reverse=False)", doc = "Sort the list in place, stably, by < between items.\n\n"
      + "key is called on each item for the value to compare; reverse sorts as if each comparison were reversed.")
  static void sort(PyList self, Object key, boolean reverse) {
    ListSort.sort(self, key, reverse);
  }

  @Method(value = "__reversed__(self, /)", doc = "Return a reverse iterator over the list.")
  static Object __reversed__(PyList self) {
    return PyListIterator.reverse(self);
  }

  @Method(value = "__sizeof__(self, /)", doc = "Return the size of the list in memory, in bytes.")
  static long __sizeof__(PyList self) {
    return 40 + 8L * self.capacity();
  }

  @Method(value = "__getitem__(self, index, /)", doc = "Return self[index].")
  static Object __getitem__(PyList self, Object key) {
    if (key instanceof Long i) {
      return self.getItem(i);
    }
    return key instanceof PySlice s ? ListSlices.get(self, s) : self.getItem(SliceBounds.index(key, "list"));
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  /** Whether {@code cls} takes its {@code __iter__} from list. */
  static boolean plainIteration(PyList l) {
    return l.type() == PyList.TYPE || l.type().slot(Special.ITER) == PyList.TYPE.slot(Special.ITER);
  }
}
