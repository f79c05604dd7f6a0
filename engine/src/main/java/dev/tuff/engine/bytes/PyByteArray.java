package dev.tuff.engine.bytes;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import java.util.Arrays;

/**
 * {@code bytearray}: {@code size} bytes of {@code data} from {@code start}. Deleting at the front only moves {@code start}. While a buffer
 * is exported the size cannot change and the bytes do not move.
 */
public final class PyByteArray extends ByteSequence {
  public static final PyType TYPE = PyType.builtin("bytearray", PyType.OBJECT, PyType.SEQUENCE_OPS | PyType.MATCH_SELF | PyType.UNHASHABLE,
      "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\n"
          + "bytearray(bytes_or_buffer) -> mutable copy of it\nbytearray(int) -> that many zeros\nbytearray() -> empty bytearray",
      new ByteOperatorsTable(), new ByteSearchTable(), new ByteSplitTable(), new ByteCaseTable(), new PyByteArrayTable(),
      new ByteArrayMethodsTable());

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  private static final byte[] NONE = {};

  private byte[] data = NONE;
  private int start;
  private int size;
  private BufferExports exports;

  public PyByteArray(byte[] bytes) {
    this(TYPE);
    data = bytes;
    size = bytes.length;
  }

  PyByteArray(PyType type) {
    super(type);
  }

  @New(value = "bytearray(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType type, Object[] args, PyDict kwargs) {
    return new PyByteArray(type);
  }

  @Method(value = "__init__(self, source=<null>, encoding=<null>, errors=<null>)", textSignature = false,
      doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyByteArray self, Object source, Object encoding, Object errors) {
    if (self.size > 0) {
      self.replace(0, self.size, NONE);
    }
    if (source instanceof dev.tuff.engine.core.PyIterator && encoding == null && errors == null) {
      // the bytes are there as soon as they are made
      Object it = Iteration.iter(source);
      for (Object v; (v = Iteration.next(it)) != null; ) {
        self.append(ByteSearch.byteValue(v));
      }
      return;
    }
    byte[] b = BytesConstructor.make(source, encoding, errors, "bytearray");
    boolean own = source instanceof PyBytes;
    self.adopt(own ? b.clone() : b);
  }

  private synchronized void adopt(byte[] bytes) {
    checkResizable();
    data = bytes;
    start = 0;
    size = bytes.length;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public ByteSpan span() {
    return ThreadState.shared ? sharedSpan() : new ByteSpan(data, start, size);
  }

  private synchronized ByteSpan sharedSpan() {
    return new ByteSpan(data, start, size);
  }

  @Override
  public byte[] toBytes() {
    return span().copy();
  }

  @Override
  PyByteArray make(byte[] bytes) {
    return new PyByteArray(bytes);
  }

  @Override
  String kind() {
    return "bytearray";
  }

  @Override
  public synchronized BufferView buffer(int flags) {
    if (exports == null) {
      exports = new BufferExports();
    }
    return exports.add(BufferView.ofBytes(this, this, data, start, size, false));
  }

  @Override
  public synchronized void released(BufferView view) {
    exports.remove(view);
  }

  private void checkResizable() {
    if (exports != null) {
      exports.checkResizable();
    }
  }

  /** Byte {@code i}, negative ones from the end; -1 if it is not there or takes a lock. */
  public int byteAt(long i) {
    byte[] d = data;
    int n = size;
    int from = start;
    if (i < 0) {
      i += n;
    }
    return i >= 0 && i < n && from + n <= d.length && !ThreadState.shared ? d[from + (int) i] & 0xFF : -1;
  }

  /** Replaces byte {@code i}, if that is there, {@code value} is a byte, and it takes no lock. */
  public boolean replace(long i, long value) {
    if (i < 0) {
      i += size;
    }
    if (i < 0 || i >= size || value < 0 || value > 255 || ThreadState.shared) {
      return false;
    }
    data[start + (int) i] = (byte) value;
    return true;
  }

  /** Appends, if the size may change and it takes no lock. */
  public boolean addInPlace(byte[] bytes) {
    if (exports != null || ThreadState.shared) {
      return false;
    }
    append(bytes, 0, bytes.length);
    return true;
  }

  /** Appends, if there is room, {@code value} is a byte, and it takes no lock. */
  public boolean addInPlace(long value) {
    int end = start + size;
    if (end >= data.length || exports != null || value < 0 || value > 255 || ThreadState.shared) {
      return false;
    }
    data[end] = (byte) value;
    size++;
    return true;
  }

  /** Sets byte {@code i}, which is in bounds. */
  void set(int i, int value) {
    ByteSpan s = span();
    if (i < s.size()) {
      s.data()[s.from() + i] = (byte) value;
    }
  }

  synchronized void append(int value) {
    checkResizable();
    reserve(size + 1);
    data[start + size++] = (byte) value;
  }

  /** Adds bytes at the end. */
  public synchronized void append(byte[] b, int from, int length) {
    if (length == 0) {
      return;
    }
    checkResizable();
    reserve((long) size + length);
    System.arraycopy(b, from, data, start + size, length);
    size += length;
  }

  /** Room for {@code n} bytes from {@code start} on. */
  private void reserve(long n) {
    if (start + n <= data.length) {
      return;
    }
    if (n > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    if (start > 0 && n <= data.length && start >= data.length / 2) {
      System.arraycopy(data, start, data, 0, size);
    } else {
      int capacity = (int) Math.min(Integer.MAX_VALUE - 16, n + (n >> 3) + (n < 9 ? 3 : 6));
      byte[] to = new byte[capacity];
      System.arraycopy(data, start, to, 0, size);
      data = to;
    }
    start = 0;
  }

  /** Puts {@code b} in the place of bytes {@code [from, to)}. */
  synchronized void replace(int from, int to, byte[] b) {
    to = Math.min(to, size);
    from = Math.min(from, to);
    int growth = b.length - (to - from);
    if (growth != 0) {
      checkResizable();
    }
    if (growth < 0 && from == 0) {
      start -= growth;
      size += growth;
      if (size == 0) {
        start = 0;
        data = b.length == 0 ? NONE : data;
      }
    } else if (growth != 0) {
      if (growth > 0) {
        reserve((long) size + growth);
      }
      System.arraycopy(data, start + to, data, start + to + growth, size - to);
      size += growth;
    }
    System.arraycopy(b, 0, data, start + from, b.length);
    if (growth < 0 && data.length > 64 && size < data.length / 4) {
      // CPython gives memory back below half; below a quarter saves moves
      data = Arrays.copyOfRange(data, start, start + size);
      start = 0;
    }
  }

  synchronized void resize(int n) {
    if (n == size) {
      return;
    }
    checkResizable();
    if (n > size) {
      reserve(n);
      Arrays.fill(data, start + size, start + n, (byte) 0);
    }
    size = n;
  }

  synchronized int remove(int i) {
    checkResizable();
    int v = data[start + i] & 0xFF;
    replace(i, i + 1, NONE);
    return v;
  }

  /** Bytes that are allocated, with CPython's hidden zero at the end. */
  long allocated() {
    return data.length == 0 ? 0 : data.length - start + 1;
  }

  @ClassMethod(value = "fromhex(type, string, /)", doc = "Create a bytearray object from a string of hexadecimal numbers.")
  static Object fromhex(PyType type, Object string) {
    byte[] b = HexText.decode(string);
    return type == TYPE ? new PyByteArray(b) : Call.call(type, new PyBytes(b));
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyByteArray self) {
    return new PyBytesIterator(self);
  }
}
