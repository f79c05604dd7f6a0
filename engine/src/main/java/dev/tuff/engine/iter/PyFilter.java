package dev.tuff.engine.iter;

import dev.tuff.engine.container.Arguments;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyBool;

/** {@code filter}. */
public final class PyFilter extends PyIterator {
  public static final PyType TYPE = PyType.builtin("filter", PyType.OBJECT, 0,
      "An iterator over the items for which function(item) is true.\n\nIf function is None, over the items that are true.",
      IteratorMethods.table(), new PyFilterTable());

  private final Object function;
  private final Object iterator;

  private PyFilter(PyType type, Object function, Object iterator) {
    super(type);
    this.function = function;
    this.iterator = iterator;
  }

  @New(value = "filter(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    Arguments.noKeywordsToNew("filter", cls, TYPE, kwargs);
    if (args.length != 2) {
      throw Errors.typeError("filter expected 2 arguments, got " + args.length);
    }
    return new PyFilter(cls, args[0], Iteration.iter(args[1]));
  }

  @Override
  public Object next() {
    Object f = function;
    boolean own = f == Py.None || f == PyBool.TYPE;
    for (Object v; (v = Iteration.next(iterator)) != null; ) {
      if (Py.truth(own ? v : Call.call(f, v))) {
        return v;
      }
    }
    return null;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyFilter self) {
    return Py.tuple(self.type(), Py.tuple(self.function, self.iterator));
  }
}
