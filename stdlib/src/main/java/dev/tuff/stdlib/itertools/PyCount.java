package dev.tuff.stdlib.itertools;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;

/** {@code itertools.count}. */
final class PyCount extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.count", PyType.OBJECT, 0,
      "Return a count object whose next values are start, start + step, start + 2 * step, ...",
      IteratorMethods.table(), new PyCountTable());

  private Object count;
  private final Object step;

  private PyCount(PyType type, Object start, Object step) {
    super(type);
    count = start;
    this.step = step;
  }

  @New("count(start=0, step=1)")
  static Object __new__(PyType cls, Object start, Object step) {
    return new PyCount(cls, number(start), number(step));
  }

  private static Object number(Object o) {
    PyType t = Py.typeOf(o);
    if (t.slot(Special.INDEX) == null && t.slot(Special.FLOAT) == null && t.slot(Special.INT) == null
        && t.slot(Special.COMPLEX) == null) {
      throw Errors.typeError("a number is required");
    }
    return o instanceof Boolean ? PyInt.value(o) : o;
  }

  @Override
  public Object next() {
    if (!ThreadState.shared && count instanceof Long n && step instanceof Long s) {
      long r = n + s;
      if (((n ^ r) & (s ^ r)) >= 0) {
        count = Py.box(r);
        return n;
      }
    }
    synchronized (this) {
      Object n = count;
      count = Operators.binary(Special.ADD, n, step);
      return n;
    }
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyCount self) {
    String start = Py.javaRepr(self.count);
    boolean one = self.step instanceof Long s && s == 1;
    return Py.str(self.type().name() + "(" + start + (one ? "" : ", " + Py.javaRepr(self.step)) + ")");
  }
}
