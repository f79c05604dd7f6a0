package dev.tuff.stdlib.operator;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.text.PyStr;

/** {@code operator.methodcaller}. */
final class PyMethodCaller extends PyObject {
  static final PyType TYPE = PyType.builtin("operator.methodcaller", PyType.OBJECT, PyType.WEAKREF,
      "Return a callable object that calls the given method on its operand.", new PyMethodCallerTable());

  private final String name;
  private final Object[] args;
  private final PyDict kwargs;

  /** The calling convention's form of both. */
  private final Object[] values;
  private final String[] keywords;

  private PyMethodCaller(PyType type, String name, Object[] args, PyDict kwargs) {
    super(type);
    this.name = name;
    this.args = args;
    this.kwargs = kwargs;
    values = Keywords.values(args, kwargs);
    keywords = Keywords.names(kwargs);
  }

  @New("methodcaller(name, /, *args, **kwargs)")
  static Object __new__(PyType cls, Object name, Object[] args, PyDict kwargs) {
    if (!PyStr.isStr(name)) {
      throw Errors.typeError("method name must be a string");
    }
    return new PyMethodCaller(cls, PyStr.java(name), args, kwargs);
  }

  @Override
  public Object call(Object[] a, String[] kw) {
    if (OperatorModule.overridesCall(type(), TYPE)) {
      return super.call(a, kw);
    }
    if (kw != null) {
      throw Errors.typeError("methodcaller() takes no keyword arguments");
    }
    if (a.length != 1) {
      throw Errors.typeError("methodcaller expected 1 argument, got " + a.length);
    }
    return of(a[0]);
  }

  private Object of(Object o) {
    return Call.call(Attributes.get(o, name), values, keywords);
  }

  @Method(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
  static Object __call__(PyMethodCaller self, Object[] args, PyDict kwargs) {
    if (kwargs.size() > 0) {
      throw Errors.typeError("methodcaller() takes no keyword arguments");
    }
    if (args.length != 1) {
      throw Errors.typeError("methodcaller expected 1 argument, got " + args.length);
    }
    return self.of(args[0]);
  }

  @Getter("__text_signature__")
  static Object textSignature(PyMethodCaller self) {
    return "(obj, /)";
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyMethodCaller self) {
    ThreadState thread = ThreadState.current();
    String type = self.type().fullName();
    if (!thread.enterRepr(self)) {
      return Py.str(type + "(...)");
    }
    try {
      StringBuilder b = new StringBuilder(type).append('(').append(PyItemGetter.text(Py.str(self.name)));
      for (Object a : self.args) {
        b.append(", ").append(PyItemGetter.text(a));
      }
      Object[] keys = self.kwargs.keysArray();
      Object[] vals = self.kwargs.valuesArray();
      for (int i = 0; i < keys.length; i++) {
        b.append(", ").append(PyStr.java(keys[i])).append('=').append(PyItemGetter.text(vals[i]));
      }
      return Py.str(b.append(')').toString());
    } finally {
      thread.leaveRepr(self);
    }
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling")
  static Object __reduce__(PyMethodCaller self) {
    Object name = Py.str(self.name);
    if (self.kwargs.size() == 0) {
      return Py.tuple(self.type(), PyTuple.of(Call.prepend(name, self.args)));
    }
    Object partial = Attributes.get(Interpreter.current().importModule("functools"), "partial");
    Object[] first = {self.type(), name};
    return Py.tuple(Call.call(partial, Keywords.values(first, self.kwargs), Keywords.names(self.kwargs)), PyTuple.of(self.args.clone()));
  }
}
