package dev.tuff.stdlib.itertools;

import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code itertools.repeat}. */
final class PyRepeat extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.repeat", PyType.OBJECT, 0,
      "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of "
          + "times.  If not specified, returns the object\nendlessly.",
      IteratorMethods.table(), new PyRepeatTable());

  private final Object element;

  /** Times still to go; -1 for no end. */
  private long left;

  private PyRepeat(PyType type, Object element, long left) {
    super(type);
    this.element = element;
    this.left = left;
  }

  @New(value = "repeat(object, times=<null>)", textSignature = false)
  static Object __new__(PyType cls, Object object, Object times) {
    return new PyRepeat(cls, object, times == null ? -1 : Math.max(0, Convert.toLong(times)));
  }

  @Override
  public Object next() {
    if (left >= 0) {
      if (left == 0) {
        return null;
      }
      left--;
    }
    return element;
  }

  @Method(value = "__length_hint__(self, /)", doc = "Private method returning an estimate of len(list(it)).")
  static long __length_hint__(PyRepeat self) {
    if (self.left < 0) {
      throw Errors.typeError("len() of unsized object");
    }
    return self.left;
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyRepeat self) {
    return Py.str(self.type().name() + "(" + Py.javaRepr(self.element) + (self.left < 0 ? "" : ", " + self.left) + ")");
  }
}
