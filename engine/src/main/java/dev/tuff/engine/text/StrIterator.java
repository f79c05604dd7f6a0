package dev.tuff.engine.text;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;

/** {@code str_iterator}, called {@code str_ascii_iterator} over ASCII text. */
public final class StrIterator extends PyIterator {
  public static final PyType TYPE = PyType.builtin("str_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new StrIteratorTable());
  public static final PyType ASCII = PyType.builtin("str_ascii_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table(), new StrIteratorTable());

  private Object text;
  private int at;
  private final int size;

  private StrIterator(PyType type, Object text, int size) {
    super(type);
    this.text = text;
    this.size = size;
  }

  /** An iterator over a plain value. */
  public static StrIterator of(Object value) {
    if (value instanceof String s) {
      return new StrIterator(StrRepr.widthOf(s) == 0 ? ASCII : TYPE, s, s.length());
    }
    return new StrIterator(TYPE, value, PyStr.length(value));
  }

  @Override
  public Object next() {
    int i = at;
    if (i >= size) {
      text = "";
      return null;
    }
    at = i + 1;
    return text instanceof String s ? PyStr.ofPoint(s.charAt(i)) : PyStr.ofPoint(((PyWideStr) text).codePointAt(i));
  }

  @Override
  public Object quickNext() {
    return next();
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static long __length_hint__(StrIterator self) {
    return self.size - self.at;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(StrIterator self) {
    Object iter = Attributes.get(Interpreter.current().builtins, "iter");
    if (self.at >= self.size) {
      return PyTuple.of(iter, PyTuple.of(""));
    }
    return PyTuple.of(iter, PyTuple.of(self.text), dev.tuff.engine.core.Py.box(self.at));
  }

  @Method(value = "__setstate__(self, object, /)", doc = "Set state information for unpickling.")
  static void __setstate__(StrIterator self, long state) {
    self.at = (int) Math.max(0, Math.min(state, self.size));
  }
}
