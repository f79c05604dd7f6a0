package dev.tuff.engine.bytes;

import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.SliceBounds;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import java.nio.charset.StandardCharsets;

/** Methods of bytearray that change it, and those that bytes does not share. */
final class ByteArrayMethods {
  private ByteArrayMethods() {}

  @Method(value = "append(self, item, /)", doc = "Append a single item to the end of the bytearray.")
  static void append(PyByteArray self, Object item) {
    self.append(ByteSearch.byteValue(item));
  }

  @Method(value = "extend(self, iterable_of_ints, /)", doc = "Append all the items from the iterator or sequence to the end of the bytearray.")
  static void extend(PyByteArray self, Object iterable) {
    int at = self.size();
    byte[] b = Buffers.find(iterable);
    if (b != null) {
      // where the end was before the buffer's owner ran
      self.replace(Math.min(at, self.size()), Math.min(at, self.size()), b);
      return;
    }
    PyType t = Py.typeOf(iterable);
    if (PyStr.isStr(iterable)) {
      throw Errors.typeError("expected iterable of integers; got: 'str'");
    }
    if (t.slot(Special.ITER) == null && t.slot(Special.GETITEM) == null) {
      throw Errors.typeError("can't extend bytearray with " + t.name());
    }
    b = BytesConstructor.items(iterable, "byte must be in range(0, 256)");
    self.append(b, 0, b.length);
  }

  @Method(value = "insert(self, index, item, /)", doc = "Insert a single item into the bytearray before the given index.")
  static void insert(PyByteArray self, long index, Object item) {
    byte[] b = {(byte) ByteSearch.byteValue(item)};
    int size = self.size();
    int i = (int) Math.clamp(index < 0 ? index + size : index, 0, size);
    self.replace(i, i, b);
  }

  @Method(value = "pop(self, index=-1, /)", doc = "Remove and return a single item from B.\n\n"
      + "If no index argument is given, will pop the last item.")
  static long pop(PyByteArray self, long index) {
    int size = self.size();
    if (size == 0) {
      throw Errors.indexError("pop from empty bytearray");
    }
    long i = index < 0 ? index + size : index;
    if (i < 0 || i >= size) {
      throw Errors.indexError("pop index out of range");
    }
    return self.remove((int) i);
  }

  @Method(value = "remove(self, value, /)", doc = "Remove the first occurrence of a value in the bytearray.")
  static void remove(PyByteArray self, Object value) {
    byte b = (byte) ByteSearch.byteValue(value);
    ByteSpan s = self.span();
    int i = s.indexOf(ByteSpan.of(new byte[] {b}), 0, s.size());
    if (i < 0) {
      throw Errors.valueError("value not found in bytearray");
    }
    self.remove(i);
  }

  @Method(value = "clear(self, /)", doc = "Remove all items from the bytearray.")
  static void clear(PyByteArray self) {
    self.replace(0, self.size(), new byte[0]);
  }

  @Method(value = "copy(self, /)", doc = "Return a copy of B.")
  static Object copy(PyByteArray self) {
    return new PyByteArray(self.toBytes());
  }

  @Method(value = "reverse(self, /)", doc = "Reverse the order of the values in B in place.")
  static void reverse(PyByteArray self) {
    ByteSpan s = self.span();
    byte[] d = s.data();
    for (int i = s.from(), j = s.from() + s.size() - 1; i < j; i++, j--) {
      byte t = d[i];
      d[i] = d[j];
      d[j] = t;
    }
  }

  @Method(value = "resize(self, size, /)", doc = "Resize the internal buffer of bytearray to size, filling new bytes with zeros.")
  static void resize(PyByteArray self, long size) {
    if (size < 0) {
      throw Errors.valueError("Can only resize to positive sizes, got " + size);
    }
    if (size > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    self.resize((int) size);
  }

  @Method(value = "__setitem__(self, key, value, /)", doc = "Set self[key] to value.")
  static void __setitem__(PyByteArray self, Object key, Object value) {
    if (key instanceof PySlice slice) {
      setSlice(self, slice, value);
      return;
    }
    long i = SliceBounds.index(key, "bytearray");
    i = i < 0 ? i + self.size() : i;
    if (i < 0 || i >= self.size()) {
      throw Errors.indexError("bytearray index out of range");
    }
    int v = ByteSearch.byteValue(value);
    // __index__ of the value may have shortened the bytearray
    if (i >= self.size()) {
      throw Errors.indexError("bytearray index out of range");
    }
    self.set((int) i, v);
  }

  private static void setSlice(PyByteArray self, PySlice slice, Object value) {
    SliceBounds.Raw raw = SliceBounds.raw(slice);
    byte[] b;
    if (value == self) {
      b = self.toBytes();
    } else {
      b = Buffers.find(value);
      if (b == null) {
        if (PyStr.isStr(value) || PyInt.isInt(value)) {
          throw Errors.typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        b = BytesConstructor.contents(value, "bytearray");
      }
    }
    SliceBounds r = raw.in(self.size());
    if (r.step() == 1) {
      self.replace(r.start(), Math.max(r.start(), r.stop()), b);
      return;
    }
    if (b.length == 0) {
      delete(self, r);
      return;
    }
    if (b.length != r.length()) {
      throw Errors.valueError("attempt to assign bytes of size " + b.length + " to extended slice of size " + r.length());
    }
    for (int i = 0; i < b.length; i++) {
      self.set((int) (r.start() + i * r.step()), b[i]);
    }
  }

  @Method(value = "__delitem__(self, key, /)", doc = "Delete self[key].")
  static void __delitem__(PyByteArray self, Object key) {
    if (key instanceof PySlice slice) {
      delete(self, SliceBounds.raw(slice).in(self.size()));
      return;
    }
    long i = SliceBounds.index(key, "bytearray");
    i = i < 0 ? i + self.size() : i;
    if (i < 0 || i >= self.size()) {
      throw Errors.indexError("bytearray index out of range");
    }
    self.remove((int) i);
  }

  private static void delete(PyByteArray self, SliceBounds r) {
    if (r.length() == 0) {
      return;
    }
    if (r.step() == 1) {
      self.replace(r.start(), r.stop(), new byte[0]);
      return;
    }
    byte[] old = self.toBytes();
    boolean[] drop = new boolean[old.length];
    for (int i = 0; i < r.length(); i++) {
      drop[(int) (r.start() + i * r.step())] = true;
    }
    byte[] kept = new byte[old.length - r.length()];
    int n = 0;
    for (int i = 0; i < old.length; i++) {
      if (!drop[i]) {
        kept[n++] = old[i];
      }
    }
    self.replace(0, old.length, kept);
  }

  @Method(value = "__iadd__(self, value, /)", doc = "Implement self+=value.")
  static Object __iadd__(PyByteArray self, Object value) {
    byte[] b = Buffers.find(value);
    if (b == null) {
      throw Errors.typeError("can't concat " + Py.typeOf(value).name() + " to " + self.type().name());
    }
    self.append(b, 0, b.length);
    return self;
  }

  @Method(value = "__imul__(self, value, /)", doc = "Implement self*=value.")
  static Object __imul__(PyByteArray self, Object value) {
    long n = SliceBounds.count(value);
    if (n < 0) {
      throw Errors.typeError("can't multiply sequence by non-int of type '" + Py.typeOf(value).name() + "'");
    }
    self.replace(0, self.size(), ByteOperators.repeat(self.span(), n));
    return self;
  }

  @Method(value = "__alloc__(self, /)", doc = "B.__alloc__() -> int\n\nReturn the number of bytes actually allocated.")
  static long __alloc__(PyByteArray self) {
    return self.allocated();
  }

  @Method(value = "__sizeof__(self, /)", doc = "Returns the size of the bytearray object in memory, in bytes.")
  static long __sizeof__(PyByteArray self) {
    return 56 + self.allocated();
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static String __repr__(PyByteArray self) {
    return self.type().name() + "(" + ByteRepr.quoted(self.span(), true) + ")";
  }

  @Method(value = "__str__(self, /)", doc = "Return str(self).")
  static String __str__(PyByteArray self) {
    if (Interpreter.current().bytesWarning > 0) {
      ByteRepr.warn("str() on a bytearray instance");
    }
    return __repr__(self);
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyByteArray self) {
    return reduce(self, 2);
  }

  @Method(value = "__reduce_ex__(self, proto=0, /)", doc = "Return state information for pickling.")
  static Object __reduce_ex__(PyByteArray self, int proto) {
    return reduce(self, proto);
  }

  private static Object reduce(PyByteArray self, int protocol) {
    Object state = Attributes.find(self, "__getstate__");
    Object value = state == null ? Py.None : dev.tuff.engine.core.Call.call(state);
    byte[] b = self.toBytes();
    PyTuple args;
    if (protocol < 3) {
      args = b.length == 0 ? PyTuple.EMPTY : PyTuple.of(new String(b, StandardCharsets.ISO_8859_1), "latin-1");
    } else {
      args = b.length == 0 ? PyTuple.EMPTY : PyTuple.of(new PyBytes(b));
    }
    return PyTuple.of(self.type(), args, value);
  }

  @Method(value = "__buffer__(self, flags, /)", doc = "Return a buffer object that exposes the underlying memory of the object.")
  static Object __buffer__(PyByteArray self, int flags) {
    return new PyMemoryView(self.buffer(flags));
  }

  @Method(value = "__release_buffer__(self, buffer, /)", doc = "Release the buffer object that exposes the underlying memory of the object.")
  static void __release_buffer__(PyByteArray self, Object buffer) {
    PyMemoryView.releaseFor(self, buffer);
  }
}
