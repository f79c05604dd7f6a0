package dev.tuff.typed.runtime;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.SliceBounds;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.iter.PySequenceIterator;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.primitive.TypeCodes;
import java.util.Arrays;

/** {@code Array[int64]}, at run time {@code staticarray}: integers of 64 bits, as many as it was made with, all zero at first. */
public final class StaticArray extends PyObject {
  public static final PyType TYPE = PyType.builtin("__static__.staticarray", PyType.OBJECT,
      PyType.FINAL | PyType.SEQUENCE_OPS | PyType.UNHASHABLE | PyType.STATIC, "staticarray(size, /) -> that many zeros",
      new StaticArrayTable());

  /** Static code reads and writes it directly. */
  public final long[] items;

  public StaticArray(long[] items) {
    super(TYPE);
    this.items = items;
  }

  @New(value = "staticarray(size, /)", textSignature = false)
  static Object __new__(PyType cls, Object size) {
    long n = index(size);
    if (n < 0) {
      throw Errors.valueError("staticarray size must not be negative");
    }
    if (n > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    return new StaticArray(new long[(int) n]);
  }

  private static long index(Object o) {
    Object n = o instanceof Long ? o : PyInt.index(o);
    if (!(n instanceof Long l)) {
      throw Errors.overflowError("Python int too large to convert to C long");
    }
    return l;
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "The type itself, for int64; there are no arrays of other types.")
  static Object __class_getitem__(PyType cls, Object item, Interpreter interpreter) {
    if (item instanceof PyTuple one && one.size() == 1) {
      item = one.get(0);
    }
    int code = item instanceof PyType t ? PrimitiveTypes.of(interpreter).code(t) : TypeCodes.OBJECT;
    if (code != TypeCodes.INT64) {
      throw Errors.typeError("Invalid Array element type: " + (item instanceof PyType t ? t.name() : Py.javaRepr(item)));
    }
    return cls;
  }

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(StaticArray self) {
    return self.items.length;
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(StaticArray self) {
    return new PySequenceIterator(self);
  }

  private int at(Object key) {
    if (!PyInt.isInt(key) && Py.typeOf(key).slot(Special.INDEX) == null) {
      throw Errors.typeError("sequence index must be integer, not '" + Py.typeOf(key).name() + "'");
    }
    return at(SliceBounds.index(key, "staticarray"));
  }

  /** The element that index {@code i} means, from the end if it is negative. */
  public int at(long i) {
    if (i < 0) {
      i += items.length;
    }
    if (i < 0 || i >= items.length) {
      throw Errors.indexError("array index out of range");
    }
    return (int) i;
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(StaticArray self, Object key) {
    return Py.box(self.items[self.at(key)]);
  }

  @Method(value = "__setitem__(self, key, value, /)", doc = "Set self[key] to value.")
  static void __setitem__(StaticArray self, Object key, Object value) {
    int i = self.at(key);
    self.items[i] = index(value);
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(StaticArray self, Object value) {
    if (!(value instanceof StaticArray other)) {
      throw Errors.typeError("can only append staticarray (not \"" + Py.typeOf(value).name() + "\") to staticarray");
    }
    long[] both = Arrays.copyOf(self.items, self.items.length + other.items.length);
    System.arraycopy(other.items, 0, both, self.items.length, other.items.length);
    return new StaticArray(both);
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(StaticArray self, Object value) {
    long n = SliceBounds.count(value);
    if (n < 0) {
      return Py.NotImplemented;
    }
    int size = self.items.length;
    if (size > 0 && n > (Integer.MAX_VALUE - 16) / size) {
      throw Errors.memoryError();
    }
    long[] all = new long[size * (int) (size == 0 ? 0 : n)];
    for (int i = 0; i < all.length; i += size) {
      System.arraycopy(self.items, 0, all, i, size);
    }
    return new StaticArray(all);
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(StaticArray self, Object value) {
    return __mul__(self, value);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(StaticArray self) {
    Object[] boxes = new Object[self.items.length];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = Py.box(self.items[i]);
    }
    return Py.str("staticarray[" + boxes.length + "](" + Py.javaRepr(PyList.of(boxes)) + ")");
  }
}
