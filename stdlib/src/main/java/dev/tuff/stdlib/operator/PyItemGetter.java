package dev.tuff.stdlib.operator;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;

/** {@code operator.itemgetter}. */
final class PyItemGetter extends PyObject {
  static final PyType TYPE = PyType.builtin("operator.itemgetter", PyType.OBJECT, PyType.WEAKREF,
      "Return a callable object that fetches the given item(s) from its operand.", new PyItemGetterTable());

  private final PyTuple items;

  private PyItemGetter(PyType type, PyTuple items) {
    super(type);
    this.items = items;
  }

  @New(value = "itemgetter(item, /, *items)")
  static Object __new__(PyType cls, Object item, Object[] items) {
    return new PyItemGetter(cls, PyTuple.of(dev.tuff.engine.core.Call.prepend(item, items)));
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    if (OperatorModule.overridesCall(type(), TYPE)) {
      return super.call(args, kw);
    }
    if (kw != null) {
      throw Errors.typeError("itemgetter() takes no keyword arguments");
    }
    if (args.length != 1) {
      throw Errors.typeError("itemgetter expected 1 argument, got " + args.length);
    }
    return of(args[0]);
  }

  @Override
  public Object call1(Object a) {
    return type() == TYPE ? of(a) : super.call1(a);
  }

  private Object of(Object o) {
    int n = items.size();
    if (n == 1) {
      return Items.get(o, items.get(0));
    }
    Object[] out = new Object[n];
    for (int i = 0; i < n; i++) {
      out[i] = Items.get(o, items.get(i));
    }
    return PyTuple.of(out);
  }

  @Method(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
  static Object __call__(PyItemGetter self, Object[] args, PyDict kwargs) {
    if (kwargs.size() > 0) {
      throw Errors.typeError("itemgetter() takes no keyword arguments");
    }
    if (args.length != 1) {
      throw Errors.typeError("itemgetter expected 1 argument, got " + args.length);
    }
    return self.of(args[0]);
  }

  @Getter("__text_signature__")
  static Object textSignature(PyItemGetter self) {
    return "(obj, /)";
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyItemGetter self) {
    return PyAttrGetter.repr(self, self.items.array());
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling")
  static Object __reduce__(PyItemGetter self) {
    return Py.tuple(self.type(), self.items);
  }

  static String text(Object o) {
    return PyStr.java(Py.repr(o));
  }
}
