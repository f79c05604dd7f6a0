package dev.tuff.stdlib.collections;

import dev.tuff.engine.container.DictUpdate;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.typing.PyGenericAlias;
import java.util.Arrays;

/** {@code collections.defaultdict}. */
public final class PyDefaultDict extends PyDict {
  public static final PyType TYPE = PyType.builtin("collections.defaultdict", PyDict.TYPE, PyType.UNHASHABLE | PyType.WEAKREF,
      "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\n"
          + "The factory is called without arguments to make the value of a key that is\nlooked up by __getitem__ and not there.",
      new PyDefaultDictTable());

  private Object factory = Py.None;

  private PyDefaultDict(PyType type) {
    super(type);
  }

  @New(value = "defaultdict(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyDefaultDict(cls);
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyDefaultDict self, Object[] args, PyDict kwargs) {
    Object factory = Py.None;
    if (args.length > 0) {
      factory = args[0];
      if (factory != Py.None && !(factory instanceof PyObject p && p.type().slot(Special.CALL) != null)) {
        throw Errors.typeError("first argument must be callable or None");
      }
      args = Arrays.copyOfRange(args, 1, args.length);
    }
    self.factory = factory;
    DictUpdate.update("dict", self, args, kwargs);
  }

  @Method(value = "__missing__(self, object, /)", doc = "Called by __getitem__ for a key that is not there: sets it to a value from the factory.")
  static Object __missing__(PyDefaultDict self, Object key) {
    if (self.factory == Py.None) {
      throw Errors.keyError(key);
    }
    Object v = Call.call(self.factory);
    Object other = self.putIfAbsent(key, v);
    return other == null ? v : other;
  }

  @Method(value = "copy(self, /)", doc = "D.copy() -> a shallow copy of D.")
  static Object copy(PyDefaultDict self) {
    // by its own class, which may make the copy in another way
    return Call.call(self.type(), self.factory, self);
  }

  @Method(value = "__copy__(self, /)", doc = "D.copy() -> a shallow copy of D.")
  static Object __copy__(PyDefaultDict self) {
    return copy(self);
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyDefaultDict self) {
    Object args = self.factory == Py.None ? PyTuple.EMPTY : PyTuple.of(self.factory);
    Object items = Iteration.iter(Call.attribute(self, "items"));
    return Py.tuple(self.type(), args, Py.None, Py.None, items);
  }

  @Method(value = "__or__(self, value, /)", doc = "Return self|value.")
  static Object __or__(PyDefaultDict self, Object value) {
    if (!(value instanceof PyDict)) {
      return Py.NotImplemented;
    }
    Object made = Call.call(self.type(), self.factory, self);
    DictUpdate.merge((PyDict) made, value);
    return made;
  }

  @Method(value = "__ror__(self, value, /)", doc = "Return value|self.")
  static Object __ror__(PyDefaultDict self, Object value) {
    if (!(value instanceof PyDict)) {
      return Py.NotImplemented;
    }
    Object made = Call.call(self.type(), self.factory, value);
    DictUpdate.merge((PyDict) made, self);
    return made;
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyDefaultDict self) {
    Object dict = Call.method(PyDict.TYPE.slot(Special.REPR), self);
    ThreadState thread = ThreadState.current();
    String factory = "...";
    // a factory may be a bound method of the dict itself; the dict's own repr is not under way any more here
    if (thread.enterRepr(self)) {
      try {
        factory = Py.javaRepr(self.factory);
      } finally {
        thread.leaveRepr(self);
      }
    }
    return Py.str(self.type().name() + "(" + factory + ", " + PyStr.java(dict) + ")");
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  @Getter(value = "default_factory", doc = "Factory for default value called by __missing__().", member = true)
  static Object factory(PyDefaultDict self) {
    return self.factory;
  }

  @Setter("default_factory")
  static void setFactory(PyDefaultDict self, Object value) {
    self.factory = value == null ? Py.None : value;
  }
}
