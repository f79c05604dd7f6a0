package dev.tuff.engine.bytes;

import dev.tuff.engine.codec.Codecs;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/** What {@code bytes(…)} and {@code bytearray(…)} make of their arguments. */
public final class BytesConstructor {
  private BytesConstructor() {}

  /** The bytes that the arguments of either constructor stand for; {@code kind} names the type in errors. */
  static byte[] make(Object source, Object encoding, Object errors, String kind) {
    String enc = codecArgument(encoding, "encoding", kind);
    String err = codecArgument(errors, "errors", kind);
    if (source == null) {
      if (enc != null || err != null) {
        throw Errors.typeError(enc != null ? "encoding without a string argument" : "errors without a string argument");
      }
      return new byte[0];
    }
    if (enc == null && err == null && kind.equals("bytes")) {
      PyBytes own = special(source);
      if (own != null) {
        return own.array();
      }
    }
    if (PyStr.isStr(source)) {
      if (enc == null) {
        throw Errors.typeError("string argument without an encoding");
      }
      return Codecs.encode(PyStr.value(source), enc, err == null ? "strict" : err);
    }
    if (enc != null || err != null) {
      throw Errors.typeError(enc != null ? "encoding without a string argument" : "errors without a string argument");
    }
    if (PyInt.isInt(source) || Py.typeOf(source).slot(Special.INDEX) != null && !Buffers.supports(source)) {
      return zeros(source);
    }
    return contents(source, kind);
  }

  private static String codecArgument(Object o, String name, String kind) {
    if (o == null) {
      return null;
    }
    if (!PyStr.isStr(o)) {
      throw Errors.typeError(kind + "() argument '" + name + "' must be str, not " + Py.typeOf(o).name());
    }
    return PyStr.java(o);
  }

  /** What {@code __bytes__} gives, or null if the type has none. */
  static PyBytes special(Object source) {
    if (source instanceof ByteSequence b && !b.type().isHeap()) {
      return null;
    }
    Object f = Py.typeOf(source).slot(Special.BYTES);
    if (f == null) {
      return null;
    }
    if (f == Py.None) {
      throw Errors.typeError("'NoneType' object is not callable");
    }
    Object r = Call.method(f, source);
    if (!(r instanceof PyBytes b)) {
      throw Errors.typeError("__bytes__ returned non-bytes (type " + Py.typeOf(r).name() + ")");
    }
    return b;
  }

  private static byte[] zeros(Object count) {
    Object n = PyInt.index(count);
    if (!(n instanceof Long l)) {
      throw Errors.overflowError("cannot fit '" + Py.typeOf(count).name() + "' into an index-sized integer");
    }
    if (l < 0) {
      throw Errors.valueError("negative count");
    }
    if (l > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    try {
      return new byte[(int) (long) l];
    } catch (OutOfMemoryError e) {
      throw Errors.memoryError();
    }
  }

  /** {@code bytes(o)} for an object that is no int and no str ({@code PyObject_Bytes}). */
  public static byte[] fromObject(Object o) {
    if (o instanceof PyBytes b && b.type() == PyBytes.TYPE) {
      return b.array();
    }
    PyBytes own = special(o);
    return own != null ? own.array() : contents(o, "bytes");
  }

  /** The bytes of a buffer or of an iterable of ints. */
  static byte[] contents(Object o, String kind) {
    byte[] b = Buffers.find(o, true);
    if (b != null) {
      return b;
    }
    PyType t = Py.typeOf(o);
    if (PyStr.isStr(o) || t.slot(Special.ITER) == null && t.slot(Special.GETITEM) == null) {
      throw Errors.typeError("cannot convert '" + t.name() + "' object to " + kind);
    }
    return items(o, kind.equals("bytes") ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)");
  }

  static byte[] items(Object iterable, String error) {
    if (iterable instanceof PyTuple t && t.type() == PyTuple.TYPE) {
      Object[] items = t.array();
      byte[] out = new byte[items.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = (byte) ByteSearch.byteValue(items[i], error);
      }
      return out;
    }
    // a list is read item by item: the items' methods may change it
    Object it = Iteration.iter(iterable);
    byte[] out = new byte[iterable instanceof PyList l ? Math.max(16, l.size()) : 64];
    int n = 0;
    for (Object v; (v = Iteration.next(it)) != null; ) {
      if (n == out.length) {
        out = Arrays.copyOf(out, n * 2);
      }
      out[n++] = (byte) ByteSearch.byteValue(v, error);
    }
    return n == out.length ? out : Arrays.copyOf(out, n);
  }
}
