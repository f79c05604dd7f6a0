package dev.tuff.stdlib.operator;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;

/** {@code operator.attrgetter}; a name may have dots. */
final class PyAttrGetter extends PyObject {
  static final PyType TYPE = PyType.builtin("operator.attrgetter", PyType.OBJECT, PyType.WEAKREF,
      "Return a callable object that fetches the given attribute(s) from its operand.", new PyAttrGetterTable());

  private final PyTuple names;

  /** Each name split at its dots. */
  private final String[][] paths;

  private PyAttrGetter(PyType type, PyTuple names) {
    super(type);
    this.names = names;
    paths = new String[names.size()][];
    for (int i = 0; i < paths.length; i++) {
      if (!PyStr.isStr(names.get(i))) {
        throw Errors.typeError("attribute name must be a string");
      }
      String name = PyStr.java(names.get(i));
      paths[i] = name.indexOf('.') < 0 ? new String[] {name} : name.split("\\.", -1);
    }
  }

  @New(value = "attrgetter(attr, /, *attrs)")
  static Object __new__(PyType cls, Object attr, Object[] attrs) {
    return new PyAttrGetter(cls, PyTuple.of(Call.prepend(attr, attrs)));
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    if (OperatorModule.overridesCall(type(), TYPE)) {
      return super.call(args, kw);
    }
    if (kw != null) {
      throw Errors.typeError("attrgetter() takes no keyword arguments");
    }
    if (args.length != 1) {
      throw Errors.typeError("attrgetter expected 1 argument, got " + args.length);
    }
    return of(args[0]);
  }

  @Override
  public Object call1(Object a) {
    return type() == TYPE ? of(a) : super.call1(a);
  }

  private Object of(Object o) {
    if (paths.length == 1) {
      return follow(o, paths[0]);
    }
    Object[] out = new Object[paths.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = follow(o, paths[i]);
    }
    return PyTuple.of(out);
  }

  private static Object follow(Object o, String[] path) {
    for (String name : path) {
      o = Attributes.get(o, name);
    }
    return o;
  }

  @Method(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
  static Object __call__(PyAttrGetter self, Object[] args, PyDict kwargs) {
    if (kwargs.size() > 0) {
      throw Errors.typeError("attrgetter() takes no keyword arguments");
    }
    if (args.length != 1) {
      throw Errors.typeError("attrgetter expected 1 argument, got " + args.length);
    }
    return self.of(args[0]);
  }

  @Getter("__text_signature__")
  static Object textSignature(PyAttrGetter self) {
    return "(obj, /)";
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyAttrGetter self) {
    return repr(self, self.names.array());
  }

  /** {@code type(a, b)}. */
  static Object repr(PyObject self, Object[] args) {
    ThreadState thread = ThreadState.current();
    String name = self.type().fullName();
    if (!thread.enterRepr(self)) {
      return Py.str(name + "(...)");
    }
    try {
      StringBuilder b = new StringBuilder(name).append('(');
      for (int i = 0; i < args.length; i++) {
        b.append(i > 0 ? ", " : "").append(PyItemGetter.text(args[i]));
      }
      return Py.str(b.append(')').toString());
    } finally {
      thread.leaveRepr(self);
    }
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling")
  static Object __reduce__(PyAttrGetter self) {
    return Py.tuple(self.type(), self.names);
  }
}
