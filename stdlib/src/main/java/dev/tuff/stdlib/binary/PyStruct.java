package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.ByteSequence;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.Codecs;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;
import java.nio.charset.StandardCharsets;

/** {@code struct.Struct}: a compiled format. */
public final class PyStruct extends PyObject {
  public static final PyType TYPE = PyType.builtin("_struct.Struct", PyType.OBJECT, PyType.WEAKREF,
      "Struct(fmt) --> compiled struct object", new PyStructTable());

  private String text;
  private StructFormat format;

  PyStruct(PyType type) {
    super(type);
  }

  @New(value = "Struct(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType type, Object[] args, PyDict kwargs) {
    return new PyStruct(type);
  }

  @Method(value = "__init__(self, format)", textSignature = false, doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyStruct self, Object format) {
    self.set(format);
  }

  void set(Object f) {
    String s;
    if (f instanceof ByteSequence b && b instanceof PyBytes) {
      s = new String(b.toBytes(), StandardCharsets.ISO_8859_1);
    } else if (PyStr.isStr(f)) {
      s = PyStr.java(f);
      Codecs.encode(PyStr.value(f), "ascii", "strict");
    } else {
      throw Errors.typeError("Struct() argument 1 must be a str or bytes object, not " + Py.typeOf(f).name());
    }
    if (s.indexOf('\0') >= 0) {
      throw StructFormat.error("embedded null character");
    }
    StructFormat compiled = StructFormat.compile(s);
    text = s;
    format = compiled;
  }

  StructFormat format() {
    StructFormat f = format;
    if (f == null) {
      throw Errors.runtimeError("Struct object is not initialized");
    }
    return f;
  }

  @Getter(value = "format", doc = "struct format string")
  static Object getFormat(PyStruct self) {
    self.format();
    return self.text;
  }

  @Getter(value = "size", doc = "struct size in bytes")
  static Object getSize(PyStruct self) {
    // unlike all the rest, this is no error before __init__
    return Py.box(self.format == null ? -1 : self.format.size);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyStruct self) {
    self.format();
    return Py.str(self.type().name() + "(" + Py.javaRepr(self.text) + ")");
  }

  @Method(value = "__sizeof__(self, /)", doc = "S.__sizeof__() -> size of S in memory, in bytes")
  static long __sizeof__(PyStruct self) {
    return 56 + 32L * (self.format().values + 1);
  }

  @Method(value = "pack(self, *values)", textSignature = false, doc = "S.pack(v1, v2, ...) -> bytes\n\n"
      + "Return a bytes object containing values v1, v2, ... packed according to the format string S.format.")
  static Object pack(PyStruct self, Object[] values) {
    return pack(self.format(), values, 0);
  }

  static Object pack(StructFormat f, Object[] values, int from) {
    checkCount("pack", f, values.length - from);
    if (f.size > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    byte[] out = new byte[(int) f.size];
    f.pack(out, 0, values, from);
    return new PyBytes(out);
  }

  private static void checkCount(String name, StructFormat f, int given) {
    if (given != f.values) {
      throw StructFormat.error(name + " expected " + f.values + " items for packing (got " + given + ")");
    }
  }

  @Method(value = "pack_into(self, *args)", textSignature = false, doc = "S.pack_into(buffer, offset, v1, v2, ...)\n\n"
      + "Pack the values v1, v2, ... according to the format string S.format\nand write the packed bytes into the writable buffer "
      + "buf starting at offset.")
  static void pack_into(PyStruct self, Object[] args) {
    packInto(self.format(), args, 0);
  }

  static void packInto(StructFormat f, Object[] args, int from) {
    int given = args.length - from;
    if (given < 2) {
      if (given == 0) {
        throw StructFormat.error("pack_into expected buffer argument");
      }
      throw StructFormat.error("pack_into expected offset argument");
    }
    checkCount("pack_into", f, given - 2);
    try (BufferView v = writable(args[from])) {
      long offset = Convert.toLong(args[from + 1]);
      long length = v.length();
      if (offset < 0) {
        if (offset + f.size > 0) {
          throw StructFormat.error("no space to pack " + f.size + " bytes at offset " + offset);
        }
        if (offset + length < 0) {
          throw StructFormat.error("offset " + offset + " out of range for " + length + "-byte buffer");
        }
        offset += length;
      }
      if (length - offset < f.size) {
        throw StructFormat.error("pack_into requires a buffer of at least " + unsignedSum(f.size, offset) + " bytes for packing " + f.size
            + " bytes at offset " + offset + " (actual buffer size is " + length + ")");
      }
      f.pack(v.array, v.offset + (int) offset, args, from + 2);
    }
  }

  private static String unsignedSum(long a, long b) {
    return Long.toUnsignedString(a + b);
  }

  private static BufferView writable(Object o) {
    try {
      return Buffers.get(o, true);
    } catch (PyException e) {
      if (e.is(Exceptions.BufferError) || e.is(Exceptions.TypeError)) {
        throw Errors.typeError("argument must be read-write bytes-like object, not " + Py.typeOf(o).name());
      }
      throw e;
    }
  }

  @Method(value = "unpack(self, buffer, /)", doc = "Return a tuple containing unpacked values.\n\n"
      + "Unpack according to the format string Struct.format. The buffer's size in bytes must be Struct.size.")
  static Object unpack(PyStruct self, Object buffer) {
    StructFormat f = self.format();
    try (BufferView v = Buffers.get(buffer, false)) {
      return f.unpackAll(v);
    }
  }

  @Method(value = "unpack_from(self, /, buffer, offset=0)", doc = "Return a tuple containing unpacked values, from a place in a buffer.")
  static Object unpack_from(PyStruct self, Object buffer, long offset) {
    return unpackFrom(self.format(), buffer, offset);
  }

  static Object unpackFrom(StructFormat f, Object buffer, long offset) {
    try (BufferView v = Buffers.get(buffer, false)) {
      long length = v.length();
      if (offset < 0) {
        if (offset + f.size > 0) {
          throw StructFormat.error("not enough data to unpack " + f.size + " bytes at offset " + offset);
        }
        if (offset + length < 0) {
          throw StructFormat.error("offset " + offset + " out of range for " + length + "-byte buffer");
        }
        offset += length;
      }
      if (length - offset < f.size) {
        throw StructFormat.error("unpack_from requires a buffer of at least " + unsignedSum(f.size, offset) + " bytes for unpacking "
            + f.size + " bytes at offset " + offset + " (actual buffer size is " + length + ")");
      }
      return f.unpack(v.array, v.offset + (int) offset);
    }
  }

  @Method(value = "iter_unpack(self, buffer, /)", doc = "Return an iterator yielding tuples.\n\n"
      + "Tuples are unpacked from the given bytes source, like a repeated invocation of unpack_from().")
  static Object iter_unpack(PyStruct self, Object buffer) {
    return iterUnpack(self.format(), buffer);
  }

  static Object iterUnpack(StructFormat f, Object buffer) {
    if (f.size == 0) {
      throw StructFormat.error("cannot iteratively unpack with a struct of length 0");
    }
    BufferView v = Buffers.get(buffer, false);
    if (v.length() % f.size != 0) {
      v.close();
      throw StructFormat.error("iterative unpacking requires a buffer of a multiple of " + f.size + " bytes");
    }
    return new UnpackIterator(f, v);
  }

  /** {@code _struct.unpack_iterator}. */
  static final class UnpackIterator extends PyIterator {
    static final PyType TYPE = PyType.builtin("_struct.unpack_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
        IteratorMethods.table(), new PyStructUnpackIteratorTable());

    private final StructFormat format;

    /** Null once exhausted. */
    private BufferView view;
    private int at;

    UnpackIterator(StructFormat format, BufferView view) {
      super(TYPE);
      this.format = format;
      this.view = view;
    }

    @Override
    public Object next() {
      BufferView v = view;
      if (v == null) {
        return null;
      }
      if (at >= v.length()) {
        view = null;
        v.close();
        return null;
      }
      PyTuple r = format.unpack(v.array, v.offset + at);
      at += (int) format.size;
      return r;
    }

    @Method(value = "__length_hint__(self, /)", doc = "Number of tuples left.")
    static long __length_hint__(UnpackIterator self) {
      return self.view == null ? 0 : (self.view.length() - self.at) / self.format.size;
    }
  }
}
