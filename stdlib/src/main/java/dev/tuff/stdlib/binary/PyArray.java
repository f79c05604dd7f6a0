package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.BufferExporter;
import dev.tuff.engine.bytes.BufferExports;
import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.ByteSequence;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.Warnings;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.iter.BuiltinReference;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/** {@code array.array}: {@code size} items of one machine type, packed in bytes. */
public final class PyArray extends PyObject implements BufferExporter {
  public static final PyType TYPE = PyType.builtin("array.array", PyType.OBJECT,
      PyType.SEQUENCE_OPS | PyType.MATCH_SEQUENCE | PyType.UNHASHABLE | PyType.WEAKREF,
      "array(typecode [, initializer]) -> array\n\nA new array whose items are restricted by typecode, and initialized from the\n"
          + "optional initializer value: a list, a str for text codes, a bytes-like object, or an iterable.",
      new PyArrayTable(), new ArrayMethodsTable(), new ArraySequenceTable());

  final char code;
  final int itemSize;
  byte[] data = {};
  int size;
  private BufferExports exports;

  PyArray(PyType type, char code) {
    super(type);
    this.code = code;
    itemSize = ArrayItems.size(code);
  }

  /** An array of the builtin type around these bytes. */
  PyArray(char code, byte[] data) {
    this(TYPE, code);
    this.data = data;
    size = data.length / itemSize;
  }

  @New(value = "array(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType type, Object[] args, PyDict kwargs) {
    if (kwargs.size() > 0 && (type == TYPE || type.slot(Special.INIT) == TYPE.slot(Special.INIT))) {
      throw Errors.typeError("array.array() takes no keyword arguments");
    }
    if (args.length == 0) {
      throw Errors.typeError("array() takes at least 1 argument (0 given)");
    }
    if (args.length > 2) {
      throw Errors.typeError("array() takes at most 2 arguments (" + args.length + " given)");
    }
    char code = code(args[0]);
    PyArray a = new PyArray(type, code);
    if (args.length == 2) {
      a.fill(args[1]);
    }
    return a;
  }

  private static char code(Object o) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError("array() argument 1 must be a unicode character, not " + Py.typeOf(o).name());
    }
    if (PyStr.length(o) != 1) {
      throw Errors.typeError("array() argument 1 must be a unicode character, not a string of length " + PyStr.length(o));
    }
    int c = PyStr.pointAt(PyStr.value(o), 0);
    if (c > 127 || ArrayItems.size((char) c) == 0) {
      throw Errors.valueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
    }
    if (c == 'u') {
      Warnings.deprecation("The 'u' type code is deprecated and will be removed in Python 3.16");
    }
    return (char) c;
  }

  private void fill(Object from) {
    boolean text = ArrayItems.isText(code);
    if (PyStr.isStr(from)) {
      if (!text) {
        throw Errors.typeError("cannot use a str to initialize an array with typecode '" + code + "'");
      }
      appendText(from);
    } else if (from instanceof PyArray a) {
      if (ArrayItems.isText(a.code) && !text) {
        throw Errors.typeError("cannot use a unicode array to initialize an array with typecode '" + code + "'");
      }
      if (a.code == code) {
        appendBytes(a.toBytes());
      } else {
        for (int i = 0; i < a.size; i++) {
          append(a.get(i));
        }
      }
    } else if (from instanceof ByteSequence b) {
      appendBytes(b.toBytes());
    } else {
      extend(from);
    }
  }

  Object get(int i) {
    return ArrayItems.get(code, data, i * itemSize);
  }

  /** Converts first: the value's methods may resize the array. */
  byte[] packed(Object value) {
    byte[] item = new byte[itemSize];
    ArrayItems.set(code, item, 0, value);
    return item;
  }

  void set(int i, Object value) {
    if (code == 'd' && value instanceof Double || value instanceof Long && itemSize == 8) {
      ArrayItems.set(code, data, i * itemSize, value);
      return;
    }
    byte[] item = packed(value);
    if (i >= size) {
      throw Errors.indexError("array assignment index out of range");
    }
    System.arraycopy(item, 0, data, i * itemSize, itemSize);
  }

  byte[] toBytes() {
    return Arrays.copyOf(data, size * itemSize);
  }

  void append(Object value) {
    byte[] item = packed(value);
    appendBytes(item);
  }

  void extend(Object iterable) {
    Object it = Iteration.iter(iterable);
    for (Object v; (v = Iteration.next(it)) != null; ) {
      append(v);
    }
  }

  void appendText(Object str) {
    int[] points = PyStr.points(PyStr.value(str));
    byte[] b = new byte[4 * points.length];
    for (int i = 0; i < points.length; i++) {
      dev.tuff.engine.bytes.ItemCodec.write(b, 4 * i, 4, points[i], false);
    }
    appendBytes(b);
  }

  synchronized void appendBytes(byte[] b) {
    if (b.length % itemSize != 0) {
      throw Errors.valueError("bytes length not a multiple of item size");
    }
    if (b.length > 0) {
      replace(size, size, b);
    }
  }

  /** Puts packed items in the place of items {@code [from, to)}. */
  synchronized void replace(int from, int to, byte[] b) {
    int growth = b.length - (to - from) * itemSize;
    int used = size * itemSize;
    if (growth != 0) {
      checkResizable();
    }
    if ((long) used + growth > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    if (used + growth > data.length) {
      data = Arrays.copyOf(data, (int) Math.min(Integer.MAX_VALUE - 16, (long) (used + growth) + (used + growth >> 3) + 3 * itemSize));
    }
    int tail = to * itemSize;
    System.arraycopy(data, tail, data, tail + growth, used - tail);
    System.arraycopy(b, 0, data, from * itemSize, b.length);
    size += growth / itemSize;
  }

  void checkResizable() {
    if (exports != null && exports.any()) {
      throw Errors.bufferError("cannot resize an array that is exporting buffers");
    }
  }

  @Override
  public synchronized BufferView buffer(int flags) {
    if (exports == null) {
      exports = new BufferExports();
    }
    String format = ArrayItems.isText(code) ? "w" : String.valueOf(code);
    return exports.add(new BufferView(this, this, data, 0, false, format, itemSize, new int[] {size}, new int[] {itemSize}));
  }

  @Override
  public synchronized void released(BufferView view) {
    exports.remove(view);
  }

  PyList toList() {
    Object[] items = new Object[size];
    for (int i = 0; i < items.length; i++) {
      items[i] = get(i);
    }
    return PyList.of(items);
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyArray self) {
    return new ArrayIterator(self);
  }

  /** {@code array.arrayiterator}. */
  static final class ArrayIterator extends PyIterator {
    static final PyType TYPE = PyType.builtin("array.arrayiterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
        IteratorMethods.table(), new PyArrayArrayIteratorTable());

    /** Null once exhausted. */
    private PyArray array;
    private int index;

    ArrayIterator(PyArray array) {
      super(TYPE);
      this.array = array;
    }

    @Override
    public Object next() {
      PyArray a = array;
      if (a == null) {
        return null;
      }
      if (index < a.size) {
        return a.get(index++);
      }
      array = null;
      return null;
    }

    @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
    static Object __reduce__(ArrayIterator self) {
      Object iter = BuiltinReference.get("iter");
      if (self.array == null) {
        return PyTuple.of(iter, PyTuple.of(PyTuple.EMPTY));
      }
      return PyTuple.of(iter, PyTuple.of(self.array), Py.box(self.index));
    }

    @Method(value = "__setstate__(self, state, /)", doc = "Set state information for unpickling.")
    static void __setstate__(ArrayIterator self, long state) {
      if (self.array != null) {
        self.index = (int) Math.clamp(state, 0, self.array.size);
      }
    }
  }
}
