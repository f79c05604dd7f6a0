package dev.tuff.engine.iter;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code map}. */
public final class PyMap extends PyIterator {
  public static final PyType TYPE = PyType.builtin("map", PyType.OBJECT, 0,
      "An iterator over the function's results on the i-th items of all the iterables.\n\nIt ends with the shortest of them; if strict is true "
      + "and one ends before\nthe others, it raises ValueError.", IteratorMethods.table(), new PyMapTable());

  private final Object function;
  private final Object[] iterators;
  private boolean strict;

  private PyMap(PyType type, Object function, Object[] iterators, boolean strict) {
    super(type);
    this.function = function;
    this.iterators = iterators;
    this.strict = strict;
  }

  @New(value = "map(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    boolean strict = false;
    if (kwargs.size() > 0) {
      for (Object name : kwargs.keysArray()) {
        if (!name.equals("strict")) {
          throw Errors.typeError("map() got an unexpected keyword argument '" + Py.javaString(name) + "'");
        }
      }
      strict = Py.truth(kwargs.getStr("strict"));
    }
    if (args.length < 2) {
      throw Errors.typeError("map() must have at least two arguments.");
    }
    return new PyMap(cls, args[0], StrictLengths.iterators(args, 1), strict);
  }

  @Override
  public Object next() {
    Object[] its = iterators;
    Object a = Iteration.next(its[0]);
    if (a == null) {
      return end(0);
    }
    if (its.length == 1) {
      return Call.call(function, a);
    }
    if (its.length == 2) {
      Object b = Iteration.next(its[1]);
      return b == null ? end(1) : Call.call(function, a, b);
    }
    Object[] args = new Object[its.length];
    args[0] = a;
    for (int i = 1; i < args.length; i++) {
      Object v = Iteration.next(its[i]);
      if (v == null) {
        return end(i);
      }
      args[i] = v;
    }
    return Call.call(function, args, null);
  }

  private Object end(int i) {
    if (strict) {
      StrictLengths.check("map", iterators, i);
    }
    return null;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyMap self) {
    PyTuple args = PyTuple.of(Call.prepend(self.function, self.iterators));
    return self.strict ? Py.tuple(self.type(), args, Boolean.TRUE) : Py.tuple(self.type(), args);
  }

  @Method(value = "__setstate__(self, state, /)", doc = "Set state information for unpickling.")
  static void __setstate__(PyMap self, Object state) {
    self.strict = Py.truth(state);
  }
}
