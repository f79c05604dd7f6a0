package dev.tuff.stdlib.functools;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.Setter;

/** {@code functools.KeyWrapper}: what {@code cmp_to_key} returns and, called with an object, the key that compares by the function. */
final class PyKeyWrapper extends PyObject {
  static final PyType TYPE = PyType.builtin("functools.KeyWrapper", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW | PyType.UNHASHABLE, null,
      new PyKeyWrapperTable());

  private final Object compare;

  /** The wrapped object; null for the key function itself. */
  private Object object;

  PyKeyWrapper(Object compare, Object object) {
    super(TYPE);
    this.compare = compare;
    this.object = object;
  }

  @Override
  public Object call1(Object a) {
    return new PyKeyWrapper(compare, a);
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    if (args.length > 1) {
      throw Errors.typeError("K() takes at most 1 argument (" + args.length + " given)");
    }
    if (kw != null && !kw[0].equals("obj")) {
      throw Errors.typeError("K() got an unexpected keyword argument '" + kw[0] + "'");
    }
    if (args.length == 0) {
      throw Errors.typeError("K() missing required argument 'obj' (pos 1)");
    }
    return call1(args[0]);
  }

  @Method(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
  static Object __call__(PyKeyWrapper self, Object[] args, PyDict kwargs) {
    return self.call(dev.tuff.engine.function.Keywords.values(args, kwargs), dev.tuff.engine.function.Keywords.names(kwargs));
  }

  private static Object compare(int op, PyKeyWrapper a, Object other) {
    if (!(other instanceof PyKeyWrapper b)) {
      throw Errors.typeError("other argument must be K instance");
    }
    if (a.object == null || b.object == null) {
      throw Errors.attributeError("object");
    }
    return Comparison.compare(op, Call.call(a.compare, a.object, b.object), Py.box(0));
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PyKeyWrapper self, Object value) {
    return compare(Comparison.LT, self, value);
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PyKeyWrapper self, Object value) {
    return compare(Comparison.LE, self, value);
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyKeyWrapper self, Object value) {
    return compare(Comparison.EQ, self, value);
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyKeyWrapper self, Object value) {
    return compare(Comparison.NE, self, value);
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PyKeyWrapper self, Object value) {
    return compare(Comparison.GT, self, value);
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PyKeyWrapper self, Object value) {
    return compare(Comparison.GE, self, value);
  }

  @Getter("__text_signature__")
  static Object textSignature(PyKeyWrapper self) {
    return "(obj)";
  }

  @Getter(value = "obj", doc = "Value wrapped by a key function.", member = true)
  static Object obj(PyKeyWrapper self) {
    return self.object == null ? Py.None : self.object;
  }

  @Setter("obj")
  static void setObj(PyKeyWrapper self, Object value) {
    self.object = value;
  }
}
