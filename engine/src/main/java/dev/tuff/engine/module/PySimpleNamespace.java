package dev.tuff.engine.module;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.text.PyStr;

/** {@code types.SimpleNamespace}: attributes and nothing else. */
public final class PySimpleNamespace extends PyObject {
  public static final PyType TYPE = PyType.builtin("types.SimpleNamespace", PyType.OBJECT, PyType.HAS_DICT | PyType.UNHASHABLE,
      "An object with attributes to read, write and compare.", new PySimpleNamespaceTable());

  private PySimpleNamespace(PyType type) {
    super(type);
  }

  /** A namespace with these attributes. */
  public static PySimpleNamespace of(PyDict attributes) {
    PySimpleNamespace n = new PySimpleNamespace(TYPE);
    n.setDict(attributes);
    return n;
  }

  @New(value = "SimpleNamespace(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PySimpleNamespace(cls);
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", textSignature = false)
  static void __init__(PySimpleNamespace self, Object[] args, PyDict kwargs) {
    if (args.length > 1) {
      throw Errors.typeError(self.type().name() + " expected at most 1 argument, got " + args.length);
    }
    if (args.length == 1) {
      PyDict given = args[0] instanceof PyDict d && d.type() == PyDict.TYPE ? d : (PyDict) PyDict.TYPE.call1(args[0]);
      Keywords.names(given);
      self.dict().update(given);
    }
    self.dict().update(kwargs);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PySimpleNamespace self) {
    String name = self.type() == TYPE ? "namespace" : self.type().name();
    ThreadState ts = ThreadState.current();
    if (!ts.enterRepr(self)) {
      return Py.str(name + "(...)");
    }
    try {
      StringBuilder b = new StringBuilder(name).append('(');
      String separator = "";
      PyDict d = self.dict();
      for (Object key : d.keysArray()) {
        if (PyStr.isStr(key) && !PyStr.java(key).isEmpty()) {
          Object value = d.get(key);
          if (value != null) {
            b.append(separator).append(PyStr.java(key)).append('=').append(Py.javaRepr(value));
            separator = ", ";
          }
        }
      }
      return Py.str(b.append(')').toString());
    } finally {
      ts.leaveRepr(self);
    }
  }

  private static Object compare(int op, Object self, Object other) {
    return self instanceof PySimpleNamespace a && other instanceof PySimpleNamespace b
        ? Comparison.compare(op, a.dict(), b.dict())
        : Py.NotImplemented;
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PySimpleNamespace self, Object other) {
    return compare(Comparison.EQ, self, other);
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PySimpleNamespace self, Object other) {
    return compare(Comparison.NE, self, other);
  }

  @Method("__lt__(self, value, /)")
  static Object __lt__(PySimpleNamespace self, Object other) {
    return compare(Comparison.LT, self, other);
  }

  @Method("__le__(self, value, /)")
  static Object __le__(PySimpleNamespace self, Object other) {
    return compare(Comparison.LE, self, other);
  }

  @Method("__gt__(self, value, /)")
  static Object __gt__(PySimpleNamespace self, Object other) {
    return compare(Comparison.GT, self, other);
  }

  @Method("__ge__(self, value, /)")
  static Object __ge__(PySimpleNamespace self, Object other) {
    return compare(Comparison.GE, self, other);
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling")
  static Object __reduce__(PySimpleNamespace self) {
    return PyTuple.of(self.type(), PyTuple.EMPTY, self.dict());
  }

  @Method(value = "__replace__(self, /, *args, **changes)", doc = "Return a copy of the namespace object with new values for the specified attributes.",
      textSignature = false)
  static Object __replace__(PySimpleNamespace self, Object[] args, PyDict changes) {
    if (args.length > 0) {
      throw Errors.typeError("__replace__() takes no positional arguments");
    }
    Object made = self.type().call0();
    if (!(made instanceof PySimpleNamespace n)) {
      throw Errors.typeError("expect types.SimpleNamespace type, but " + qualified(self.type()) + "() returned '"
          + qualified(Py.typeOf(made)) + "' object");
    }
    n.dict().update(self.dict());
    n.dict().update(changes);
    return n;
  }

  /** Module and name of a class, the latter alone for builtins. */
  private static String qualified(PyType t) {
    String module = Py.javaString(Attributes.get(t, "__module__"));
    String name = Py.javaString(Attributes.get(t, "__qualname__"));
    return module.equals("builtins") ? name : module + "." + name;
  }

  @Getter(value = "__dict__", member = true)
  static Object getDict(PySimpleNamespace self) {
    return self.dict();
  }
}
