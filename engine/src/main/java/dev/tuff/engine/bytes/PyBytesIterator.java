package dev.tuff.engine.bytes;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.iter.BuiltinReference;

/** {@code bytes_iterator} and {@code bytearray_iterator}. */
public final class PyBytesIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("bytes_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PyBytesIteratorTable());
  static final PyType BYTEARRAY = PyType.builtin("bytearray_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new PyBytesIteratorTable());

  /** Null once exhausted. */
  private ByteSequence source;
  private int index;

  PyBytesIterator(ByteSequence source) {
    super(source instanceof PyBytes ? TYPE : BYTEARRAY);
    this.source = source;
  }

  @Override
  public Object next() {
    ByteSequence s = source;
    if (s == null) {
      return null;
    }
    if (s instanceof PyBytes b) {
      byte[] a = b.array();
      if (index < a.length) {
        return Py.box(a[index++] & 0xFF);
      }
    } else {
      ByteSpan span = s.span();
      if (index < span.size()) {
        return Py.box(span.at(index++) & 0xFF);
      }
    }
    source = null;
    return null;
  }

  @Override
  public Object quickNext() {
    return next();
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static long __length_hint__(PyBytesIterator self) {
    ByteSequence s = self.source;
    return s == null ? 0 : Math.max(0, s.size() - self.index);
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyBytesIterator self) {
    Object iter = BuiltinReference.get("iter");
    if (self.source == null) {
      return PyTuple.of(iter, PyTuple.of(self.type() == TYPE ? PyTuple.EMPTY : PyTuple.EMPTY));
    }
    return PyTuple.of(iter, PyTuple.of(self.source), Py.box(self.index));
  }

  @Method(value = "__setstate__(self, state, /)", doc = "Set state information for unpickling.")
  static void __setstate__(PyBytesIterator self, Object state) {
    long i = Convert.toLong(state);
    if (self.source != null) {
      self.index = (int) Math.clamp(i, 0, self.source.size());
    }
  }
}
