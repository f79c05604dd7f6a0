package dev.tuff.engine.bytes;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.SipHash;

/** Attributes of memoryviews, casts, and conversions to bytes, lists and text. */
final class MemoryViewMethods {
  private MemoryViewMethods() {}

  private static PyTuple tuple(int[] numbers) {
    Object[] items = new Object[numbers.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = Py.box(numbers[i]);
    }
    return PyTuple.of(items);
  }

  @Getter(value = "obj", doc = "The underlying object of the memoryview.")
  static Object obj(PyMemoryView self) {
    Object o = self.view().owner;
    return o == null ? Py.None : o;
  }

  @Getter(value = "nbytes", doc = "The amount of space in bytes that the array would use in a contiguous representation.")
  static Object nbytes(PyMemoryView self) {
    return Py.box(self.view().length());
  }

  @Getter(value = "readonly", doc = "A bool indicating whether the memory is read only.")
  static Object readonly(PyMemoryView self) {
    return self.view().readOnly;
  }

  @Getter(value = "itemsize", doc = "The size in bytes of each element of the memoryview.")
  static Object itemsize(PyMemoryView self) {
    return Py.box(self.view().itemSize);
  }

  @Getter(value = "format", doc = "A string containing the format (in struct module style) for each element in the view.")
  static Object format(PyMemoryView self) {
    return self.view().format;
  }

  @Getter(value = "ndim", doc = "An integer indicating how many dimensions of a multi-dimensional array the memory represents.")
  static Object ndim(PyMemoryView self) {
    return Py.box(self.view().shape.length);
  }

  @Getter(value = "shape", doc = "A tuple of ndim integers giving the shape of the memory as an N-dimensional array.")
  static Object shape(PyMemoryView self) {
    return tuple(self.view().shape);
  }

  @Getter(value = "strides", doc = "A tuple of ndim integers giving the size in bytes to access each element of each dimension.")
  static Object strides(PyMemoryView self) {
    return tuple(self.view().strides);
  }

  @Getter(value = "suboffsets", doc = "A tuple of integers used internally for PIL-style arrays.")
  static Object suboffsets(PyMemoryView self) {
    self.view();
    return PyTuple.EMPTY;
  }

  @Getter(value = "c_contiguous", doc = "A bool indicating whether the memory is C contiguous.")
  static Object c_contiguous(PyMemoryView self) {
    return self.view().isCContiguous();
  }

  @Getter(value = "f_contiguous", doc = "A bool indicating whether the memory is Fortran contiguous.")
  static Object f_contiguous(PyMemoryView self) {
    return self.view().isFContiguous();
  }

  @Getter(value = "contiguous", doc = "A bool indicating whether the memory is contiguous.")
  static Object contiguous(PyMemoryView self) {
    return self.view().isCContiguous() || self.view().isFContiguous();
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static String __repr__(PyMemoryView self) {
    return (self.isReleased() ? "<released memory at 0x" : "<memory at 0x") + Identity.hex(self) + ">";
  }

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(PyMemoryView self) {
    if (!self.hashed) {
      BufferView v = self.view();
      if (!v.readOnly) {
        throw Errors.valueError("cannot hash writable memoryview object");
      }
      char code = ItemCodec.code(v.format);
      if (code != 'B' && code != 'b' && code != 'c') {
        throw Errors.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
      }
      if (v.owner != null) {
        self.pin();
        try {
          Py.hash(v.owner);
        } finally {
          self.unpin();
        }
      }
      byte[] b = self.view().toBytes();
      Interpreter in = Interpreter.current();
      self.hash = SipHash.hash(b, 0, b.length, in.hashKey0, in.hashKey1);
      self.hashed = true;
    }
    return self.hash;
  }

  @Method(value = "tobytes(self, /, order='C')", doc = "Return the data in the buffer as a byte string.")
  static Object tobytes(PyMemoryView self, Object order) {
    BufferView v = self.view();
    String o = order == Py.None ? "C" : PyStr.isStr(order) ? PyStr.java(order) : "";
    if (!PyStr.isStr(order) && order != Py.None) {
      throw Errors.typeError("tobytes() argument 'order' must be str or None, not " + Py.typeOf(order).name());
    }
    if (!o.equals("C") && !o.equals("F") && !o.equals("A")) {
      throw Errors.valueError("order must be 'C', 'F' or 'A'");
    }
    if (o.equals("F") || o.equals("A") && v.isFContiguous() && !v.isCContiguous()) {
      // Fortran order is C order of the transposed array
      int n = v.shape.length;
      int[] shape = new int[n];
      int[] strides = new int[n];
      for (int i = 0; i < n; i++) {
        shape[i] = v.shape[n - 1 - i];
        strides[i] = v.strides[n - 1 - i];
      }
      v = PyMemoryView.part(v, v.offset, v.readOnly, v.format, v.itemSize, shape, strides);
    }
    return new PyBytes(v.toBytes());
  }

  @Method(value = "hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)", doc = "Return the data in the buffer as a str of hexadecimal "
      + "numbers.\n\n>>> memoryview(b'abc').hex('-')\n'61-62-63'")
  static Object hex(PyMemoryView self, Object sep, int group) {
    BufferView v = self.pin();
    try {
      return HexText.string(ByteSpan.of(v.toBytes()), sep, group);
    } finally {
      self.unpin();
    }
  }

  @Method(value = "tolist(self, /)", doc = "Return the data in the buffer as a list of elements.")
  static Object tolist(PyMemoryView self) {
    BufferView v = self.view();
    return list(v, 0, v.offset);
  }

  private static Object list(BufferView v, int dimension, int at) {
    if (dimension == v.shape.length) {
      return MemoryViewItems.unpack(v, at);
    }
    if (ItemCodec.code(v.format) == 0) {
      throw Errors.notImplementedError("memoryview: format " + v.format + " not supported");
    }
    Object[] items = new Object[v.shape[dimension]];
    for (int i = 0; i < items.length; i++) {
      items[i] = list(v, dimension + 1, at + i * v.strides[dimension]);
    }
    return PyList.of(items);
  }

  @Method(value = "toreadonly(self, /)", doc = "Return a readonly version of the memoryview.")
  static Object toreadonly(PyMemoryView self) {
    BufferView v = self.view();
    return self.derive(PyMemoryView.part(v, v.offset, true, v.format, v.itemSize, v.shape, v.strides));
  }

  @Method(value = "cast(self, /, format, shape=<unrepresentable>)", doc = "Cast a memoryview to a new format or shape.")
  static Object cast(PyMemoryView self, Object format, Object shape) {
    BufferView v = self.view();
    if (!PyStr.isStr(format)) {
      throw Errors.typeError("cast() argument 'format' must be str, not " + Py.typeOf(format).name());
    }
    if (!v.isCContiguous()) {
      throw Errors.typeError("memoryview: casts are restricted to C-contiguous views");
    }
    if ((shape != null || v.shape.length != 1) && hasZero(v.shape)) {
      throw Errors.typeError("memoryview: cannot cast view with zeros in shape or strides");
    }
    String f = PyStr.java(format);
    char code = ItemCodec.code(f);
    if (code == 0) {
      throw Errors.valueError("memoryview: destination format must be a native single character format prefixed with an optional '@'");
    }
    char from = ItemCodec.code(v.format);
    if (from == 0) {
      throw Errors.valueError("memoryview: source format must be a native single character format prefixed with an optional '@'");
    }
    if (!isByte(from) && !isByte(code)) {
      throw Errors.typeError("memoryview: cannot cast between two non-byte formats");
    }
    int size = ItemCodec.size(code);
    int length = v.length();
    if (length % size != 0) {
      throw Errors.typeError("memoryview: length is not a multiple of itemsize");
    }
    int[] dims = shape == null ? new int[] {length / size} : dimensions(shape);
    if (shape != null && v.shape.length != 1 && dims.length != 1) {
      throw Errors.typeError("memoryview: cast must be 1D -> ND or ND -> 1D");
    }
    long product = size;
    for (int d : dims) {
      product *= d;
    }
    if (product != length) {
      throw Errors.typeError("memoryview: product(shape) * itemsize != buffer size");
    }
    int[] strides = new int[dims.length];
    int step = size;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = step;
      step *= dims[i];
    }
    return self.derive(PyMemoryView.part(v, v.offset, v.readOnly, f, size, dims, strides));
  }

  private static boolean isByte(char code) {
    return code == 'b' || code == 'B' || code == 'c';
  }

  private static boolean hasZero(int[] shape) {
    for (int n : shape) {
      if (n == 0) {
        return true;
      }
    }
    return false;
  }

  private static int[] dimensions(Object shape) {
    Object[] items;
    if (shape instanceof PyTuple t) {
      items = t.array();
    } else if (shape instanceof PyList l) {
      items = l.toArray();
    } else {
      throw Errors.typeError("shape must be a list or a tuple");
    }
    if (items.length > 64) {
      throw Errors.valueError("memoryview: number of dimensions must not exceed 64");
    }
    int[] dims = new int[items.length];
    for (int i = 0; i < dims.length; i++) {
      if (!PyInt.isInt(items[i])) {
        throw Errors.typeError("memoryview.cast(): elements of shape must be integers");
      }
      Object n = PyInt.value(items[i]);
      if (PyInt.sign(n) <= 0) {
        throw Errors.valueError("memoryview.cast(): elements of shape must be integers > 0");
      }
      if (!(n instanceof Long l) || l > Integer.MAX_VALUE) {
        throw Errors.valueError("memoryview.cast(): product(shape) > SSIZE_MAX");
      }
      dims[i] = (int) (long) l;
    }
    return dims;
  }
}
