package dev.tuff.engine.bytes;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.SipHash;

/** {@code bytes}. */
public final class PyBytes extends ByteSequence {
  public static final PyType TYPE = PyType.builtin("bytes", PyType.OBJECT, PyType.SEQUENCE_OPS | PyType.MATCH_SELF | PyType.VARIABLE_SIZE,
      "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of it\n"
          + "bytes(int) -> bytes of that many zeros\nbytes() -> empty bytes",
      new ByteOperatorsTable(), new ByteSearchTable(), new ByteSplitTable(), new ByteCaseTable(), new PyBytesTable());

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  public static final PyBytes EMPTY = new PyBytes(new byte[0]);

  private final byte[] value;

  /** SipHash of the value; 0 until asked for. */
  private long hash;

  /** Keeps the array. */
  public PyBytes(byte[] value) {
    this(TYPE, value);
  }

  PyBytes(PyType type, byte[] value) {
    super(type);
    this.value = value;
  }

  static PyBytes ofByte(int b) {
    return new PyBytes(new byte[] {(byte) b});
  }

  /** The bytes themselves: not to be written to. */
  public byte[] array() {
    return value;
  }

  @Override
  public int size() {
    return value.length;
  }

  /** Byte {@code i}, negative ones from the end; -1 if it is not there. */
  public int byteAt(long i) {
    byte[] v = value;
    if (i < 0) {
      i += v.length;
    }
    return i >= 0 && i < v.length ? v[(int) i] & 0xFF : -1;
  }

  @Override
  public ByteSpan span() {
    return new ByteSpan(value, 0, value.length);
  }

  @Override
  PyBytes make(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new PyBytes(bytes);
  }

  @Override
  String kind() {
    return "bytes";
  }

  @Override
  public BufferView buffer(int flags) {
    return BufferView.ofBytes(this, null, value, 0, value.length, true).check(flags);
  }

  @New(value = "bytes(source=<null>, encoding=<null>, errors=<null>)", textSignature = false)
  static Object __new__(PyType type, Object source, Object encoding, Object errors) {
    if (source instanceof PyBytes b && b.type() == TYPE && encoding == null && errors == null) {
      return type == TYPE ? b : new PyBytes(type, b.value);
    }
    if (type == TYPE && source != null && encoding == null && errors == null) {
      PyBytes own = BytesConstructor.special(source);
      if (own != null) {
        // it may be of a subclass
        return own;
      }
    }
    byte[] v = BytesConstructor.make(source, encoding, errors, "bytes");
    return type == TYPE && v.length == 0 ? EMPTY : new PyBytes(type, v);
  }

  @Method(value = "__bytes__(self, /)", doc = "Convert this value to exact type bytes.")
  static Object __bytes__(PyBytes self) {
    return self.type() == TYPE ? self : new PyBytes(self.value);
  }

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(PyBytes self) {
    long h = self.hash;
    if (h == 0) {
      Interpreter in = Interpreter.current();
      h = SipHash.hash(self.value, 0, self.value.length, in.hashKey0, in.hashKey1);
      self.hash = h;
    }
    return h;
  }

  @Method(value = "__getnewargs__(self, /)")
  static Object __getnewargs__(PyBytes self) {
    return PyTuple.of(new PyBytes(self.value));
  }

  @Method(value = "__sizeof__(self, /)", doc = "Size of object in memory, in bytes.")
  static long __sizeof__(PyBytes self) {
    return 33 + self.value.length;
  }

  @ClassMethod(value = "fromhex(type, string, /)", doc = "Create a bytes object from a string of hexadecimal numbers.")
  static Object fromhex(PyType type, Object string) {
    PyBytes b = new PyBytes(HexText.decode(string));
    return type == TYPE ? b : Call.call(type, b);
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyBytes self) {
    return new PyBytesIterator(self);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static String __repr__(PyBytes self) {
    return ByteRepr.repr(self.span());
  }

  @Method(value = "__str__(self, /)", doc = "Return str(self).")
  static String __str__(PyBytes self) {
    if (Interpreter.current().bytesWarning > 0) {
      ByteRepr.warn("str() on a bytes instance");
    }
    return ByteRepr.repr(self.span());
  }

  @Method(value = "__buffer__(self, flags, /)", doc = "Return a buffer object that exposes the underlying memory of the object.")
  static Object __buffer__(PyBytes self, int flags) {
    return new PyMemoryView(self.buffer(flags));
  }
}
