package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.bytes.PyMemoryView;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.StrBuilder;
import dev.tuff.engine.typing.PyGenericAlias;

/** The named methods of arrays. */
final class ArrayMethods {
  private ArrayMethods() {}

  @Getter(value = "typecode", doc = "the typecode character used to create the array")
  static Object typecode(PyArray self) {
    return String.valueOf(self.code);
  }

  @Getter(value = "itemsize", doc = "the size, in bytes, of one array item")
  static Object itemsize(PyArray self) {
    return Py.box(self.itemSize);
  }

  @Method(value = "append(self, v, /)", doc = "Append new value v to the end of the array.")
  static void append(PyArray self, Object v) {
    self.append(v);
  }

  @Method(value = "extend(self, bb, /)", doc = "Append items to the end of the array.")
  static void extend(PyArray self, Object bb) {
    if (bb instanceof PyArray a) {
      extendArray(self, a);
    } else {
      self.extend(bb);
    }
  }

  static void extendArray(PyArray self, PyArray a) {
    if (a.code != self.code) {
      throw Errors.typeError("can only extend with array of same kind");
    }
    self.appendBytes(a.toBytes());
  }

  @Method(value = "insert(self, i, v, /)", doc = "Insert a new item v into the array before position i.")
  static void insert(PyArray self, long i, Object v) {
    byte[] item = self.packed(v);
    int at = (int) Math.clamp(i < 0 ? i + self.size : i, 0, self.size);
    self.replace(at, at, item);
  }

  @Method(value = "pop(self, i=-1, /)", doc = "Return the i-th element and delete it from the array.\n\ni defaults to -1.")
  static Object pop(PyArray self, long i) {
    if (self.size == 0) {
      throw Errors.indexError("pop from empty array");
    }
    long at = i < 0 ? i + self.size : i;
    if (at < 0 || at >= self.size) {
      throw Errors.indexError("pop index out of range");
    }
    Object v = self.get((int) at);
    self.replace((int) at, (int) at + 1, new byte[0]);
    return v;
  }

  @Method(value = "remove(self, v, /)", doc = "Remove the first occurrence of v in the array.")
  static void remove(PyArray self, Object v) {
    for (int i = 0; i < self.size; i++) {
      if (Py.eq(self.get(i), v)) {
        self.replace(i, i + 1, new byte[0]);
        return;
      }
    }
    throw Errors.valueError("array.remove(x): x not in array");
  }

  @Method(value = "index(self, v, start=0, stop=sys.maxsize, /)", doc = "Return index of first occurrence of v in the array.\n\n"
      + "Raise ValueError if the value is not present.")
  static long index(PyArray self, Object v, Object start, Object stop) {
    long from = start == null ? 0 : dev.tuff.engine.container.SliceBounds.argument(start);
    long to = stop == null ? Long.MAX_VALUE : dev.tuff.engine.container.SliceBounds.argument(stop);
    from = from < 0 ? Math.max(0, from + self.size) : from;
    to = to < 0 ? to + self.size : to;
    for (long i = from; i < to && i < self.size; i++) {
      if (Py.eq(self.get((int) i), v)) {
        return i;
      }
    }
    throw Errors.valueError("array.index(x): x not in array");
  }

  @Method(value = "count(self, v, /)", doc = "Return number of occurrences of v in the array.")
  static long count(PyArray self, Object v) {
    long n = 0;
    for (int i = 0; i < self.size; i++) {
      if (Py.eq(self.get(i), v)) {
        n++;
      }
    }
    return n;
  }

  @Method(value = "clear(self, /)", doc = "Remove all items from the array.")
  static void clear(PyArray self) {
    self.replace(0, self.size, new byte[0]);
  }

  @Method(value = "reverse(self, /)", doc = "Reverse the order of the items in the array.")
  static void reverse(PyArray self) {
    int w = self.itemSize;
    byte[] d = self.data;
    byte[] t = new byte[w];
    for (int i = 0, j = self.size - 1; i < j; i++, j--) {
      System.arraycopy(d, i * w, t, 0, w);
      System.arraycopy(d, j * w, d, i * w, w);
      System.arraycopy(t, 0, d, j * w, w);
    }
  }

  @Method(value = "byteswap(self, /)", doc = "Byteswap all items of the array.\n\nIf the items in the array are not 1, 2, 4, or 8 bytes "
      + "in size, RuntimeError is raised.")
  static void byteswap(PyArray self) {
    int w = self.itemSize;
    byte[] d = self.data;
    for (int at = 0; at < self.size * w; at += w) {
      for (int i = at, j = at + w - 1; i < j; i++, j--) {
        byte t = d[i];
        d[i] = d[j];
        d[j] = t;
      }
    }
  }

  @Method(value = "tolist(self, /)", doc = "Convert array to an ordinary list with the same items.")
  static Object tolist(PyArray self) {
    return self.toList();
  }

  @Method(value = "tobytes(self, /)", doc = "Convert the array to an array of machine values and return the bytes representation.")
  static Object tobytes(PyArray self) {
    return new PyBytes(self.toBytes());
  }

  @Method(value = "frombytes(self, buffer, /)", doc = "Appends items from the string, interpreting it as an array of machine values.")
  static void frombytes(PyArray self, Object buffer) {
    byte[] b;
    try (BufferView v = Buffers.get(buffer, false)) {
      if (v.itemSize != 1) {
        throw Errors.typeError("a bytes-like object is required");
      }
      b = v.toBytes();
    }
    self.appendBytes(b);
  }

  @Method(value = "fromlist(self, list, /)", doc = "Append items to array from list.")
  static void fromlist(PyArray self, Object list) {
    if (!(list instanceof PyList l)) {
      throw Errors.typeError("arg must be list");
    }
    Object[] items = l.toArray();
    byte[] b = new byte[items.length * self.itemSize];
    for (int i = 0; i < items.length; i++) {
      System.arraycopy(self.packed(items[i]), 0, b, i * self.itemSize, self.itemSize);
      if (l.size() != items.length) {
        throw Errors.runtimeError("list changed size during iteration");
      }
    }
    self.appendBytes(b);
  }

  @Method(value = "fromunicode(self, ustr, /)", doc = "Extends this array with data from the unicode string ustr.")
  static void fromunicode(PyArray self, Object ustr) {
    if (!PyStr.isStr(ustr)) {
      throw Errors.typeError("fromunicode() argument must be str, not " + Py.typeOf(ustr).name());
    }
    if (!ArrayItems.isText(self.code)) {
      throw Errors.valueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    }
    self.appendText(ustr);
  }

  @Method(value = "tounicode(self, /)", doc = "Convert the array to a unicode string.")
  static Object tounicode(PyArray self) {
    if (!ArrayItems.isText(self.code)) {
      throw Errors.valueError("tounicode() may only be called on unicode type arrays ('u' or 'w')");
    }
    StrBuilder b = new StrBuilder(self.size);
    for (int i = 0; i < self.size; i++) {
      b.append(self.get(i));
    }
    return b.build();
  }

  @Method(value = "fromfile(self, f, n, /)", doc = "Read n objects from the file object f and append them to the end of the array.")
  static void fromfile(PyArray self, Object f, long n) {
    if (n < 0) {
      throw Errors.valueError("negative count");
    }
    if (n > Integer.MAX_VALUE / self.itemSize) {
      throw Errors.memoryError();
    }
    long bytes = n * self.itemSize;
    Object r = Py.callMethod(f, "read", Py.box(bytes));
    if (!(r instanceof PyBytes b)) {
      throw Errors.typeError("read() didn't return bytes");
    }
    boolean shortRead = b.size() != bytes;
    frombytes(self, b);
    if (shortRead) {
      throw Errors.eofError("read() didn't return enough bytes");
    }
  }

  @Method(value = "tofile(self, f, /)", doc = "Write all items (as machine values) to the file object f.")
  static void tofile(PyArray self, Object f) {
    byte[] b = self.toBytes();
    int block = 64 * 1024;
    for (int i = 0; i < b.length; i += block) {
      Py.callMethod(f, "write", new PyBytes(java.util.Arrays.copyOfRange(b, i, Math.min(b.length, i + block))));
    }
  }

  @Method(value = "buffer_info(self, /)", doc = "Return a tuple (address, length) giving the memory address and the length in items.")
  static Object buffer_info(PyArray self) {
    return PyTuple.of(Identity.id(self), Py.box(self.size));
  }

  @Method(value = "__copy__(self, /)", doc = "Return a copy of the array.")
  static Object __copy__(PyArray self) {
    return new PyArray(self.code, self.toBytes());
  }

  @Method(value = "__deepcopy__(self, unused, /)", doc = "Return a copy of the array.")
  static Object __deepcopy__(PyArray self, Object unused) {
    return new PyArray(self.code, self.toBytes());
  }

  @Method(value = "__reduce_ex__(self, value, /)", doc = "Return state information for pickling.")
  static Object __reduce_ex__(PyArray self, Object value) {
    if (!PyInt.isInt(value)) {
      throw Errors.typeError("__reduce_ex__ argument should be an integer");
    }
    Object dict = Attributes.find(self, "__dict__");
    dict = dict == null ? Py.None : dict;
    String code = String.valueOf(self.code);
    if (PyInt.value(value) instanceof Long protocol && protocol < 3) {
      return PyTuple.of(self.type(), PyTuple.of(code, self.toList()), dict);
    }
    Object module = Interpreter.current().importModule("array");
    Object[] args = {self.type(), code, Py.box(ArrayItems.machineFormat(self.code)), new PyBytes(self.toBytes())};
    return PyTuple.of(Attributes.get(module, "_array_reconstructor"), PyTuple.of(args), dict);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyArray self) {
    String head = self.type().name() + "('" + self.code + "'";
    if (self.size == 0) {
      return head + ")";
    }
    Object items = ArrayItems.isText(self.code) ? tounicode(self) : self.toList();
    return Py.str(head + ", " + Py.javaRepr(items) + ")");
  }

  @Method(value = "__sizeof__(self, /)", doc = "Size of the array in memory, in bytes.")
  static long __sizeof__(PyArray self) {
    return 64 + (long) self.size * self.itemSize;
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType type, Object object) {
    return PyGenericAlias.of(type, object);
  }

  @Method(value = "__buffer__(self, flags, /)", doc = "Return a buffer object that exposes the underlying memory of the object.")
  static Object __buffer__(PyArray self, int flags) {
    return new PyMemoryView(self.buffer(flags));
  }

  @Method(value = "__release_buffer__(self, buffer, /)", doc = "Release the buffer object that exposes the underlying memory of the object.")
  static void __release_buffer__(PyArray self, Object buffer) {
    PyMemoryView.releaseFor(self, buffer);
  }

}
