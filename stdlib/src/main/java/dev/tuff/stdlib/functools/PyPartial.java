package dev.tuff.stdlib.functools;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.function.PyMethod;
import dev.tuff.engine.typing.PyGenericAlias;
import java.util.Arrays;

/** {@code functools.partial}. */
final class PyPartial extends PyObject {
  static final PyType TYPE = PyType.builtin("functools.partial", PyType.OBJECT, PyType.HAS_DICT | PyType.WEAKREF,
      "Create a new function with partial application of the given arguments and keywords.", new PyPartialTable());

  private Object function;
  private PyTuple args;
  private PyDict keywords;

  /** How many of {@link #args} are placeholders. */
  private int placeholders;

  private PyPartial(PyType type) {
    super(type);
  }

  @New(value = "partial(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] given, PyDict kwargs) {
    if (given.length == 0) {
      throw Errors.typeError("type 'partial' takes at least one argument");
    }
    if (!FunctoolsModule.isCallable(given[0])) {
      throw Errors.typeError("the first argument must be callable");
    }
    if (given.length > 1 && given[given.length - 1] == PyPlaceholder.INSTANCE) {
      throw Errors.typeError("trailing Placeholders are not allowed");
    }
    for (Object v : kwargs.valuesArray()) {
      if (v == PyPlaceholder.INSTANCE) {
        throw Errors.typeError("Placeholder cannot be passed as a keyword argument");
      }
    }
    Object f = given[0];
    Object[] rest = Arrays.copyOfRange(given, 1, given.length);
    PyPartial p = new PyPartial(cls);
    if (f instanceof PyPartial inner && inner.plainPart()) {
      f = inner.function;
      rest = inner.placeholders > 0 || inner.args.size() > 0 ? inner.merge(rest) : rest;
      if (inner.keywords.size() > 0) {
        PyDict all = inner.keywords.copyExact();
        all.update(kwargs);
        kwargs = all;
      }
    }
    p.set(f, PyTuple.of(rest), kwargs);
    return p;
  }

  /** A partial of a partial is flattened, unless the inner one has attributes of its own. */
  private boolean plainPart() {
    return !FunctoolsModule.overridesCall(type(), TYPE) && !shape.dictMode && shape.attributeCount() == 0;
  }

  /** The arguments of this partial with {@code more}: placeholders are filled from left to right, what is left follows. */
  private Object[] merge(Object[] more) {
    Object[] own = args.array();
    Object[] out = Arrays.copyOf(own, own.length + Math.max(0, more.length - placeholders), Object[].class);
    int used = 0;
    if (placeholders > 0) {
      for (int i = 0; i < own.length && used < more.length; i++) {
        if (own[i] == PyPlaceholder.INSTANCE) {
          out[i] = more[used++];
        }
      }
    }
    System.arraycopy(more, used, out, own.length, more.length - used);
    return out;
  }

  private void set(Object function, PyTuple args, PyDict keywords) {
    this.function = function;
    this.args = args;
    this.keywords = keywords;
    placeholders = 0;
    for (Object a : args.array()) {
      if (a == PyPlaceholder.INSTANCE) {
        placeholders++;
      }
    }
  }

  @Override
  public Object call(Object[] more, String[] kw) {
    if (FunctoolsModule.overridesCall(type(), TYPE)) {
      return super.call(more, kw);
    }
    return apply(more, kw);
  }

  @Override
  public Object call1(Object a) {
    if (type() == TYPE && keywords.size() == 0 && placeholders == 0) {
      Object[] own = args.array();
      switch (own.length) {
        case 0:
          return Call.call(function, a);
        case 1:
          return Call.call(function, own[0], a);
        case 2:
          return Call.call(function, own[0], own[1], a);
        default:
      }
    }
    return super.call1(a);
  }

  private Object apply(Object[] more, String[] kw) {
    int nkw = kw == null ? 0 : kw.length;
    int given = more.length - nkw;
    if (given < placeholders) {
      throw Errors.typeError("missing positional arguments in 'partial' call; expected at least " + placeholders + ", got " + given);
    }
    if (nkw == 0 && keywords.size() == 0) {
      return Call.call(function, merge(more), null);
    }
    Object[] positional = merge(nkw == 0 ? more : Arrays.copyOf(more, given));
    PyDict all = keywords;
    if (nkw > 0) {
      all = keywords.copyExact();
      for (int i = 0; i < nkw; i++) {
        all.putStr(kw[i], more[given + i]);
      }
    }
    return Call.call(function, Keywords.values(positional, all), Keywords.names(all));
  }

  @Method(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
  static Object __call__(PyPartial self, Object[] args, PyDict kwargs) {
    return self.apply(Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method(value = "__get__(self, instance, owner=None, /)", doc = "Return an attribute of instance, which is of type owner.")
  static Object __get__(PyPartial self, Object instance, Object owner) {
    return instance == Py.None ? self : new PyMethod(self, instance);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyPartial self) {
    ThreadState thread = ThreadState.current();
    if (!thread.enterRepr(self)) {
      return "...";
    }
    try {
      // the repr of an argument may change the partial
      Object function = self.function;
      Object[] args = self.args.array();
      PyDict keywords = self.keywords;
      PyType t = self.type();
      StringBuilder b = new StringBuilder();
      b.append(Py.javaString(dev.tuff.engine.core.Attributes.get(t, "__module__"))).append('.');
      b.append(Py.javaString(dev.tuff.engine.core.Attributes.get(t, "__qualname__"))).append('(').append(Py.javaRepr(function));
      for (Object a : args) {
        b.append(", ").append(Py.javaRepr(a));
      }
      Object[] keys = keywords.keysArray();
      Object[] values = keywords.valuesArray();
      for (int i = 0; i < keys.length; i++) {
        b.append(", ").append(Py.javaString(keys[i])).append('=').append(Py.javaRepr(values[i]));
      }
      return Py.str(b.append(')').toString());
    } finally {
      thread.leaveRepr(self);
    }
  }

  @Method(value = "__reduce__(self, /)")
  static Object __reduce__(PyPartial self) {
    PyDict d = self.shape.dictMode || self.shape.attributeCount() > 0 ? self.dict() : null;
    return Py.tuple(self.type(), Py.tuple(self.function), Py.tuple(self.function, self.args, self.keywords, d == null ? Py.None : d));
  }

  @Method(value = "__setstate__(self, object, /)")
  static void __setstate__(PyPartial self, Object state) {
    if (!(state instanceof PyTuple t) || t.size() != 4 || !FunctoolsModule.isCallable(t.get(0)) || !(t.get(1) instanceof PyTuple args)
        || t.get(2) != Py.None && !(t.get(2) instanceof PyDict) || t.get(3) != Py.None && !(t.get(3) instanceof PyDict)) {
      throw Errors.typeError("invalid partial state");
    }
    if (args.size() > 0 && args.get(args.size() - 1) == PyPlaceholder.INSTANCE) {
      throw Errors.typeError("trailing Placeholders are not allowed");
    }
    PyTuple plain = args.type() == PyTuple.TYPE ? args : PyTuple.of(Iteration.toArray(args).clone());
    PyDict keywords = t.get(2) == Py.None ? new PyDict() : ((PyDict) t.get(2)).type() == PyDict.TYPE ? (PyDict) t.get(2)
        : ((PyDict) t.get(2)).copyExact();
    self.set(t.get(0), plain, keywords);
    if (t.get(3) instanceof PyDict d) {
      self.setDict(d);
    } else if (self.shape.dictMode || self.shape.attributeCount() > 0) {
      self.setDict(new PyDict());
    }
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }

  @Getter(value = "func", doc = "function object to use in future partial calls", member = true)
  static Object func(PyPartial self) {
    return self.function;
  }

  @Getter(value = "args", doc = "tuple of arguments to future partial calls", member = true)
  static Object args(PyPartial self) {
    return self.args;
  }

  @Getter(value = "keywords", doc = "dictionary of keyword arguments to future partial calls", member = true)
  static Object keywords(PyPartial self) {
    return self.keywords;
  }

}
