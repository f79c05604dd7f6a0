package dev.tuff.stdlib.pickle;

import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.ByteSpan;
import dev.tuff.engine.bytes.PyByteArray;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.Codecs;
import dev.tuff.engine.codec.Utf8;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;
import java.math.BigInteger;

/**
 * Writes an object graph as a pickle. Here: the settings of a pickler, the memo, and objects of exactly the builtin types;
 * containers are in {@link ContainerWriter}, all other objects in {@link ReduceWriter}, classes and functions in {@link
 * GlobalWriter}.
 */
final class PickleWriter {
  /** Deeper nesting is refused, as CPython refuses it at the end of its C stack. */
  private static final int MAX_DEPTH = 50_000;

  final PickleState state;
  final PickleOutput out;
  final int protocol;
  final boolean fixImports;

  /** Binary instructions are used: from protocol 1 on, but a program may set it. */
  int bin;

  /** Nothing is memoized when not 0. */
  int fast;

  IdentityMemo memo = new IdentityMemo();
  private final Object bufferCallback;

  /** A pickler's own dispatch table; null for that of copyreg. */
  Object dispatchTable;

  /** {@code persistent_id} and {@code reducer_override} of a subclass while it dumps; null for none. */
  Object persistentId;
  Object reducerOverride;

  private int depth;
  final ContainerWriter containers = new ContainerWriter(this);
  private final ReduceWriter reductions = new ReduceWriter(this);

  PickleWriter(Object write, Object protocol, boolean fixImports, Object bufferCallback) {
    this.protocol = protocol(protocol);
    if (bufferCallback != Py.None && this.protocol < 5) {
      throw Errors.valueError("buffer_callback needs protocol >= 5");
    }
    state = PickleState.of(Interpreter.current());
    out = new PickleOutput(write);
    bin = this.protocol > 0 ? 1 : 0;
    this.fixImports = fixImports && this.protocol < 3;
    this.bufferCallback = bufferCallback == Py.None ? null : bufferCallback;
  }

  static int protocol(Object given) {
    if (given == Py.None) {
      return Opcodes.DEFAULT_PROTOCOL;
    }
    Object i = PyInt.index(given);
    if (!(i instanceof Long l)) {
      throw Errors.overflowError("Python int too large to convert to C long");
    }
    if (l > Opcodes.HIGHEST_PROTOCOL) {
      throw Errors.valueError("pickle protocol must be <= " + Opcodes.HIGHEST_PROTOCOL);
    }
    return l < 0 ? Opcodes.HIGHEST_PROTOCOL : (int) (long) l;
  }

  /** The {@code write} method of a file. */
  static Object writeOf(Object file) {
    Object write = Attributes.find(file, "write");
    if (write == null) {
      throw Errors.typeError("file must have a 'write' attribute");
    }
    return write;
  }

  /** Writes a whole pickle of {@code o} to the output. */
  void dump(Object o) {
    out.reset();
    depth = 0;
    if (protocol >= 2) {
      out.op1(Opcodes.PROTO, protocol);
    }
    out.framing = protocol >= 4;
    try {
      save(o);
      out.op(Opcodes.STOP);
      out.closeFrame();
    } catch (StackOverflowError e) {
      throw tooDeep();
    } finally {
      out.framing = false;
    }
  }

  private static PyException tooDeep() {
    return Errors.recursionError("Stack overflow while pickling an object");
  }

  // ---- the memo

  /** Writes a reference to {@code o} if it has been written before. */
  boolean saveMemoized(Object o) {
    int i = memo.get(o);
    if (i < 0) {
      return false;
    }
    reference(i);
    return true;
  }

  private void reference(int i) {
    if (bin == 0) {
      out.line(Opcodes.GET, Integer.toString(i));
    } else if (i < 256) {
      out.op1(Opcodes.BINGET, i);
    } else {
      out.op4(Opcodes.LONG_BINGET, i);
    }
  }

  /** Gives {@code o}, which lies on top of the machine's stack, the next number. */
  void memoize(Object o) {
    if (fast != 0) {
      return;
    }
    int i = memo.size();
    memo.put(o, i);
    if (protocol >= 4) {
      out.op(Opcodes.MEMOIZE);
    } else if (bin == 0) {
      out.line(Opcodes.PUT, Integer.toString(i));
    } else if (i < 256) {
      out.op1(Opcodes.BINPUT, i);
    } else {
      out.op4(Opcodes.LONG_BINPUT, i);
    }
  }

  /**
   * Memoizes {@code o}, just made on the machine's stack. True if writing its parts has written it already, because they
   * refer to it: then the new one is dropped for that.
   */
  boolean saveAgain(Object o) {
    int i = memo.get(o);
    if (i >= 0) {
      out.op(Opcodes.POP);
      reference(i);
      return true;
    }
    memoize(o);
    return false;
  }

  // ---- objects

  void save(Object o) {
    out.boundary();
    if (persistentId != null && savePersistent(o)) {
      return;
    }
    saveValue(o);
  }

  private void saveValue(Object o) {
    if (o instanceof String s) {
      if (!saveMemoized(o)) {
        saveText(s);
      }
    } else if (o instanceof Long l) {
      saveLong(l);
    } else if (o instanceof PyObject p) {
      saveObject(p);
    } else if (o instanceof Double d) {
      saveDouble(d);
    } else if (o instanceof Boolean b) {
      if (protocol >= 2) {
        out.op(b ? Opcodes.NEWTRUE : Opcodes.NEWFALSE);
      } else {
        out.line(Opcodes.INT, b ? "01" : "00");
      }
    } else {
      saveBig((BigInteger) o);
    }
  }

  private boolean savePersistent(Object o) {
    Object id = Call.call(persistentId, o);
    if (id == Py.None) {
      return false;
    }
    if (bin != 0) {
      saveValue(id);
      out.op(Opcodes.BINPERSID);
      return true;
    }
    String s = Py.javaString(id);
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) >= 0x80) {
        throw PickleErrors.pickling("persistent IDs in protocol 0 must be ASCII strings");
      }
    }
    out.line(Opcodes.PERSID, s);
    return true;
  }

  private void saveLong(long v) {
    if (v != (int) v) {
      if (protocol >= 2) {
        saveLongBytes(BigInteger.valueOf(v).toByteArray());
      } else {
        out.line(Opcodes.LONG, v + "L");
      }
    } else if (bin == 0) {
      out.line(Opcodes.INT, Long.toString(v));
    } else if (v >>> 8 == 0) {
      out.op1(Opcodes.BININT1, (int) v);
    } else if (v >>> 16 == 0) {
      out.op2(Opcodes.BININT2, (int) v);
    } else {
      out.op4(Opcodes.BININT, (int) v);
    }
  }

  private void saveBig(BigInteger v) {
    if (protocol >= 2) {
      saveLongBytes(v.toByteArray());
    } else {
      out.line(Opcodes.LONG, Py.javaRepr(v) + "L");
    }
  }

  /** The shortest two's complement, given in Java's order. */
  private void saveLongBytes(byte[] big) {
    int n = big.length;
    byte[] little = new byte[n];
    for (int i = 0; i < n; i++) {
      little[i] = big[n - 1 - i];
    }
    if (n < 256) {
      out.op1(Opcodes.LONG1, n);
    } else {
      out.op4(Opcodes.LONG4, n);
    }
    out.bytes(little, 0, n);
  }

  private void saveDouble(double d) {
    if (bin != 0) {
      out.op8(Opcodes.BINFLOAT, Long.reverseBytes(Double.doubleToRawLongBits(d)));
    } else {
      out.line(Opcodes.FLOAT, Py.javaRepr(d));
    }
  }

  private void saveText(Object s) {
    if (bin == 0) {
      out.line(Opcodes.UNICODE, rawEscape(PyStr.points(s)));
    } else if (!(s instanceof String j) || !out.ascii(j, protocol >= 4)) {
      byte[] b = Utf8.encode(s, "surrogatepass");
      boolean shortForm = b.length < 256 && protocol >= 4;
      out.data(shortForm ? Opcodes.SHORT_BINUNICODE : Opcodes.BINUNICODE, shortForm ? 1 : 4, b, 0, b.length, null);
    }
    memoize(s);
  }

  /** {@code raw_unicode_escape}, with escapes also for what would end the line or be taken for an escape. */
  private static String rawEscape(int[] points) {
    StringBuilder b = new StringBuilder(points.length + 8);
    for (int c : points) {
      if (c >= 0x10000) {
        b.append("\\U").append(String.format("%08x", c));
      } else if (c >= 256 || c == '\\' || c == 0 || c == '\n' || c == '\r' || c == 0x1a) {
        b.append("\\u").append(String.format("%04x", c));
      } else {
        b.append((char) c);
      }
    }
    return b.toString();
  }

  private void saveObject(PyObject o) {
    if (o == Py.None) {
      out.op(Opcodes.NONE);
      return;
    }
    if (saveMemoized(o)) {
      return;
    }
    if (o instanceof PyWideStr) {
      saveText(o);
      return;
    }
    if (depth >= MAX_DEPTH) {
      throw tooDeep();
    }
    depth++;
    PyType t = o.type();
    if (t.isHeap()) {
      reductions.save(o, t);
    } else if (o instanceof PyDict d && t == PyDict.TYPE) {
      containers.saveDict(d);
    } else if (o instanceof PyList l && t == PyList.TYPE) {
      containers.saveList(l);
    } else if (o instanceof PyTuple tuple && t == PyTuple.TYPE) {
      containers.saveTuple(tuple);
    } else if (o instanceof PyBytes b && t == PyBytes.TYPE) {
      saveBytes(b);
    } else if (o instanceof PySet s && t == PySet.TYPE) {
      containers.saveSet(s);
    } else if (o instanceof PyFrozenSet s && t == PyFrozenSet.TYPE) {
      containers.saveFrozenSet(s);
    } else if (o instanceof PyByteArray b && t == PyByteArray.TYPE) {
      saveByteArray(b);
    } else if (o instanceof PyPickleBuffer b) {
      saveBuffer(b);
    } else {
      reductions.save(o, t);
    }
    depth--;
  }

  /** Saves what {@code __reduce__} of a builtin type would give. */
  void saveReduced(Object o, Object callable, Object... args) {
    reductions.saveReduction(PyTuple.of(callable, PyTuple.of(args)), o);
  }

  // ---- bytes

  private void saveBytes(PyBytes o) {
    byte[] b = o.array();
    if (protocol >= 3) {
      saveBytes(b, 0, b.length, o);
    } else if (b.length == 0) {
      saveReduced(o, PyBytes.TYPE);
    } else {
      // Python 2 makes its str of this, Python 3 its bytes
      Object encode = Attributes.get(Interpreter.current().importModule("codecs"), "encode");
      saveReduced(o, encode, Codecs.decode(b, "latin-1", null), "latin1");
    }
  }

  private void saveBytes(byte[] b, int from, int n, Object o) {
    boolean shortForm = n < 256;
    out.data(shortForm ? Opcodes.SHORT_BINBYTES : Opcodes.BINBYTES, shortForm ? 1 : 4, b, from, n, o);
    memoize(o);
  }

  private void saveByteArray(PyByteArray o) {
    ByteSpan s = o.span();
    if (protocol >= 5) {
      // a pin, so that the array stays while a file looks at it
      try (BufferView v = o.buffer(BufferView.SIMPLE)) {
        out.data(Opcodes.BYTEARRAY8, 8, v.array, v.offset, v.length(), o);
      }
      memoize(o);
    } else if (s.size() == 0) {
      saveReduced(o, PyByteArray.TYPE);
    } else {
      saveReduced(o, PyByteArray.TYPE, new PyBytes(s.copy()));
    }
  }

  private void saveBuffer(PyPickleBuffer o) {
    if (protocol < 5) {
      throw PickleErrors.pickling("PickleBuffer can only be pickled with protocol >= 5");
    }
    // a loan of its own: the callback may release the buffer
    try (BufferView v = o.buffer(BufferView.FULL_RO)) {
      saveBuffer(o, v);
    }
  }

  private void saveBuffer(PyPickleBuffer o, BufferView v) {
    if (!v.isCContiguous() && !v.isFContiguous()) {
      throw PickleErrors.pickling("PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
    }
    if (bufferCallback != null && !Py.truth(Call.call(bufferCallback, o))) {
      out.op(Opcodes.NEXT_BUFFER);
      if (v.readOnly) {
        out.op(Opcodes.READONLY_BUFFER);
      }
    } else if (v.readOnly) {
      saveBytes(v.array, v.offset, v.length(), o);
    } else {
      out.data(Opcodes.BYTEARRAY8, 8, v.array, v.offset, v.length(), o);
      memoize(o);
    }
  }
}
