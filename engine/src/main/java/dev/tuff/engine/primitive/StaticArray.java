package dev.tuff.engine.primitive;

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

/**
 * {@code Array[T]} of {@code __static__}: numbers of one primitive type, as many as it was made with, all zero at first. Each has a type of its own
 * at run time, {@code staticarray} for int64, {@code staticarray[T]} for the others, and lies in an array of the JVM:
 *
 * <pre>
 * Longs int64 uint64 · Ints int32 uint32 · Shorts int16 uint16 · Bytes int8 uint8 char · Booleans cbool · Doubles double · Floats single
 * </pre>
 */
public abstract sealed class StaticArray extends PyObject {
  // ORDER: by code of TypeCodes; none at OBJECT
  private static final PyType[] TYPES = new PyType[TypeCodes.BOOL + 1];

  static {
    for (int code = 0; code < TYPES.length; code++) {
      if (code != TypeCodes.OBJECT) {
        String name = "staticarray" + (code == TypeCodes.INT64 ? "" : "[" + TypeCodes.name(code) + "]");
        TYPES[code] = PyType.builtin("__static__." + name, PyType.OBJECT, PyType.FINAL | PyType.SEQUENCE_OPS | PyType.UNHASHABLE | PyType.STATIC,
            name + "(size, /) -> that many zeros", new StaticArrayTable());
      }
    }
  }

  /** Of int64. */
  public static final PyType TYPE = TYPES[TypeCodes.INT64];

  /** What the elements are: of {@link TypeCodes}. */
  public final int code;

  private StaticArray(int code) {
    super(TYPES[code]);
    this.code = code;
  }

  /** All zero. */
  public static StaticArray of(int code, int length) {
    return switch (code) {
      case TypeCodes.INT64, TypeCodes.UINT64 -> new Longs(code, new long[length]);
      case TypeCodes.INT32, TypeCodes.UINT32 -> new Ints(code, new int[length]);
      case TypeCodes.INT16, TypeCodes.UINT16 -> new Shorts(code, new short[length]);
      case TypeCodes.INT8, TypeCodes.UINT8, TypeCodes.CHAR -> new Bytes(code, new byte[length]);
      case TypeCodes.BOOL -> new Booleans(new boolean[length]);
      case TypeCodes.DOUBLE -> new Doubles(new double[length]);
      case TypeCodes.SINGLE -> new Floats(new float[length]);
      default -> throw new IllegalArgumentException("no array of " + TypeCodes.name(code));
    };
  }

  public abstract int length();

  /** The element as a primitive on the interpreter's stack (see {@link Primitive}). */
  public abstract Object get(int i);

  /** Sets an element to what is a primitive of that type on the interpreter's stack. */
  public abstract void set(int i, Object primitive);

  /** The array of the JVM. */
  abstract Object storage();

  public static final class Longs extends StaticArray {
    public final long[] items;

    public Longs(int code, long[] items) {
      super(code);
      this.items = items;
    }

    @Override
    public int length() {
      return items.length;
    }

    @Override
    public Object get(int i) {
      return Py.box(items[i]);
    }

    @Override
    public void set(int i, Object primitive) {
      items[i] = Primitive.bits(primitive);
    }

    @Override
    Object storage() {
      return items;
    }
  }

  public static final class Ints extends StaticArray {
    public final int[] items;

    Ints(int code, int[] items) {
      super(code);
      this.items = items;
    }

    @Override
    public int length() {
      return items.length;
    }

    @Override
    public Object get(int i) {
      return Py.box(Primitive.wrap(code, items[i]));
    }

    @Override
    public void set(int i, Object primitive) {
      items[i] = (int) Primitive.bits(primitive);
    }

    @Override
    Object storage() {
      return items;
    }
  }

  public static final class Shorts extends StaticArray {
    public final short[] items;

    Shorts(int code, short[] items) {
      super(code);
      this.items = items;
    }

    @Override
    public int length() {
      return items.length;
    }

    @Override
    public Object get(int i) {
      return Py.box(Primitive.wrap(code, items[i]));
    }

    @Override
    public void set(int i, Object primitive) {
      items[i] = (short) Primitive.bits(primitive);
    }

    @Override
    Object storage() {
      return items;
    }
  }

  public static final class Bytes extends StaticArray {
    public final byte[] items;

    Bytes(int code, byte[] items) {
      super(code);
      this.items = items;
    }

    @Override
    public int length() {
      return items.length;
    }

    @Override
    public Object get(int i) {
      return Py.box(Primitive.wrap(code, items[i]));
    }

    @Override
    public void set(int i, Object primitive) {
      items[i] = (byte) Primitive.bits(primitive);
    }

    @Override
    Object storage() {
      return items;
    }
  }

  public static final class Booleans extends StaticArray {
    public final boolean[] items;

    Booleans(boolean[] items) {
      super(TypeCodes.BOOL);
      this.items = items;
    }

    @Override
    public int length() {
      return items.length;
    }

    @Override
    public Object get(int i) {
      return items[i];
    }

    @Override
    public void set(int i, Object primitive) {
      items[i] = Primitive.bits(primitive) != 0;
    }

    @Override
    Object storage() {
      return items;
    }
  }

  public static final class Doubles extends StaticArray {
    public final double[] items;

    Doubles(double[] items) {
      super(TypeCodes.DOUBLE);
      this.items = items;
    }

    @Override
    public int length() {
      return items.length;
    }

    @Override
    public Object get(int i) {
      return items[i];
    }

    @Override
    public void set(int i, Object primitive) {
      items[i] = (Double) primitive;
    }

    @Override
    Object storage() {
      return items;
    }
  }

  /** Static code sees the elements as doubles. */
  public static final class Floats extends StaticArray {
    public final float[] items;

    Floats(float[] items) {
      super(TypeCodes.SINGLE);
      this.items = items;
    }

    @Override
    public int length() {
      return items.length;
    }

    @Override
    public Object get(int i) {
      return (double) items[i];
    }

    @Override
    public void set(int i, Object primitive) {
      items[i] = (float) (double) (Double) primitive;
    }

    @Override
    Object storage() {
      return items;
    }
  }

  // ---- for Python

  @New(value = "staticarray(size, /)", textSignature = false)
  static Object __new__(PyType cls, Object size) {
    long n = index(size);
    if (n < 0) {
      throw Errors.valueError("staticarray size must not be negative");
    }
    if (n > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    int code = 0;
    while (TYPES[code] != cls) {
      code++;
    }
    return of(code, (int) n);
  }

  private static long index(Object o) {
    Object n = o instanceof Long ? o : PyInt.index(o);
    if (!(n instanceof Long l)) {
      throw Errors.overflowError("Python int too large to convert to C long");
    }
    return l;
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "The type of arrays of a primitive type.")
  static Object __class_getitem__(PyType cls, Object item, Interpreter interpreter) {
    if (item instanceof PyTuple one && one.size() == 1) {
      item = one.get(0);
    }
    int code = item instanceof PyType t ? PrimitiveTypes.of(interpreter).code(t) : TypeCodes.OBJECT;
    if (code == TypeCodes.OBJECT || cls != TYPE) {
      throw Errors.typeError("Invalid Array element type: " + (item instanceof PyType t ? t.name() : Py.javaRepr(item)));
    }
    return TYPES[code];
  }

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(StaticArray self) {
    return self.length();
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
  public final int at(long i) {
    return at(i, length());
  }

  /** As {@link #at(long)}, of an array of that length. */
  public static int at(long i, int length) {
    if (i < 0) {
      i += length;
    }
    if (i < 0 || i >= length) {
      throw Errors.indexError("array index out of range");
    }
    return (int) i;
  }

  /** The element that index {@code i} means, as an object; null if there is none. */
  public final Object getOrNull(long i) {
    long place = i < 0 ? i + length() : i;
    return place >= 0 && place < length() ? Primitive.box(code, get((int) place)) : null;
  }

  /** Sets the element that index {@code i} means; false if there is none, or the value has to be converted. */
  public final boolean replace(long i, Object value) {
    boolean fits = code == TypeCodes.BOOL ? value instanceof Boolean
        : code == TypeCodes.DOUBLE ? value instanceof Double
        : code != TypeCodes.CHAR && code != TypeCodes.SINGLE && value instanceof Long n && Primitive.fits(code, n);
    long place = i < 0 ? i + length() : i;
    if (!fits || place < 0 || place >= length()) {
      return false;
    }
    set((int) place, value);
    return true;
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(StaticArray self, Object key) {
    return Primitive.box(self.code, self.get(self.at(key)));
  }

  @Method(value = "__setitem__(self, key, value, /)", doc = "Set self[key] to value.")
  static void __setitem__(StaticArray self, Object key, Object value) {
    int i = self.at(key);
    self.set(i, self.code == TypeCodes.INT64 ? (Object) index(value) : Primitive.unbox(self.code, value));
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value.")
  static Object __add__(StaticArray self, Object value) {
    if (!(value instanceof StaticArray other) || other.code != self.code) {
      String own = self.type().name();
      throw Errors.typeError("can only append " + own + " (not \"" + Py.typeOf(value).name() + "\") to " + own);
    }
    int n = self.length();
    StaticArray both = of(self.code, Math.addExact(n, other.length()));
    System.arraycopy(self.storage(), 0, both.storage(), 0, n);
    System.arraycopy(other.storage(), 0, both.storage(), n, other.length());
    return both;
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(StaticArray self, Object value) {
    long n = SliceBounds.count(value);
    if (n < 0) {
      return Py.NotImplemented;
    }
    int size = self.length();
    if (size > 0 && n > (Integer.MAX_VALUE - 16) / size) {
      throw Errors.memoryError();
    }
    StaticArray all = of(self.code, size * (int) (size == 0 ? 0 : n));
    for (int i = 0; i < all.length(); i += size) {
      System.arraycopy(self.storage(), 0, all.storage(), i, size);
    }
    return all;
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(StaticArray self, Object value) {
    return __mul__(self, value);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(StaticArray self) {
    Object[] boxes = new Object[self.length()];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = Primitive.box(self.code, self.get(i));
    }
    return Py.str(self.type().name() + "[" + boxes.length + "](" + Py.javaRepr(PyList.of(boxes)) + ")");
  }
}
