package dev.tuff.engine.function;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.MethodDef;
import dev.tuff.engine.module.PyModule;

/** {@code builtin_function_or_method}: a function of a native module, a {@code __new__}, or a builtin method bound to its object. */
public final class PyBuiltinFunction extends PyObject {
  public static final PyType TYPE = PyType.builtin("builtin_function_or_method", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW | PyType.WEAKREF,
      "A function or method written in Java.", new PyBuiltinFunctionTable());

  private final BuiltinTable table;
  private final MethodDef def;

  /** As {@link #def}, named for the errors of argument binding. */
  private final MethodDef binding;
  private final int id;
  private final int fastMin;
  private final int fastMax;

  /** The module, the type (for {@code __new__} and class methods) or the object that the function is bound to. */
  private final Object self;
  private final Object module;

  public PyBuiltinFunction(BuiltinTable table, MethodDef def, Object self, Object module) {
    super(TYPE);
    this.table = table;
    this.def = def;
    binding = def.kind() == MethodDef.Kind.NEW ? def.named(constructorName((PyType) self)) : def;
    this.self = self;
    this.module = module;
    id = def.id();
    // __new__ takes the class as an argument of its own
    int bound = def.kind() == MethodDef.Kind.NEW ? 0 : def.receiver();
    fastMin = def.fastMin() < 0 ? Integer.MAX_VALUE : def.fastMin() - bound;
    fastMax = def.fastMax() - bound;
  }

  /** Errors of a constructor's arguments name its type; but this one's C name has always shown. */
  private static String constructorName(PyType type) {
    return type.name().equals("TypeAliasType") ? "typealias" : type.name();
  }

  public String name() {
    return def.name();
  }

  public MethodDef definition() {
    return def;
  }

  public Object self() {
    return self;
  }

  /** Whether this is a function of a module of the library, by the name that the module was made with. */
  public boolean isOf(String name) {
    return self instanceof PyModule && name.equals(module);
  }

  /** Calls a {@code __new__} for {@code type}, or any bound function with another receiver. */
  public Object callReceiver(Object receiver, Object[] args, String[] kw) {
    if (kw == null && def.fastMin() >= 0 && args.length + 1 >= def.fastMin() && args.length + 1 <= def.fastMax()) {
      switch (args.length) {
        case 0:
          return table.call1(id, receiver);
        case 1:
          return table.call2(id, receiver, args[0]);
        case 2:
          return table.call3(id, receiver, args[0], args[1]);
        default:
          return table.call4(id, receiver, args[0], args[1], args[2]);
      }
    }
    if (kw != null && def.kind() == MethodDef.Kind.NEW && ownInit((PyType) receiver)) {
      // keywords that __new__ cannot take are for the subclass's __init__
      args = java.util.Arrays.copyOf(args, args.length - kw.length);
      kw = null;
    }
    return table.callN(id, ArgumentBinder.bind(binding, receiver, args, kw));
  }

  /** Whether a {@code __new__} without keyword parameters makes an instance of a class with an {@code __init__} of its own. */
  private boolean ownInit(PyType type) {
    return def.posOnly() == def.params().length && !def.varKw() && type.isHeap()
        && type.slot(Special.INIT) != type.layout().slot(Special.INIT);
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    if (def.kind() == MethodDef.Kind.NEW) {
      return newCall(args, kw);
    }
    if (kw == null) {
      switch (args.length) {
        case 0:
          return call0();
        case 1:
          return call1(args[0]);
        case 2:
          return call2(args[0], args[1]);
        default:
      }
    }
    return table.callN(id, ArgumentBinder.bind(binding, self, args, kw));
  }

  private Object general(Object... args) {
    return def.kind() == MethodDef.Kind.NEW ? newCall(args, null) : table.callN(id, ArgumentBinder.bind(binding, self, args, null));
  }

  @Override
  public Object call0() {
    if (fastMin <= 0) {
      return def.receiver() == 1 ? table.call1(id, self) : table.call0(id);
    }
    return general();
  }

  @Override
  public Object call1(Object a) {
    if (fastMin <= 1 && fastMax >= 1 && def.kind() != MethodDef.Kind.NEW) {
      return def.receiver() == 1 ? table.call2(id, self, a) : table.call1(id, a);
    }
    return general(a);
  }

  @Override
  public Object call2(Object a, Object b) {
    if (fastMin <= 2 && fastMax >= 2 && def.kind() != MethodDef.Kind.NEW) {
      return def.receiver() == 1 ? table.call3(id, self, a, b) : table.call2(id, a, b);
    }
    return general(a, b);
  }

  @Override
  public Object call3(Object a, Object b, Object c) {
    if (fastMin <= 3 && fastMax >= 3 && def.kind() != MethodDef.Kind.NEW) {
      return def.receiver() == 1 ? table.call4(id, self, a, b, c) : table.call3(id, a, b, c);
    }
    return general(a, b, c);
  }

  /** {@code T.__new__(cls, …)} called by name: the class must be one that T's instances can have. */
  private Object newCall(Object[] args, String[] kw) {
    PyType owner = (PyType) self;
    int given = args.length - (kw == null ? 0 : kw.length);
    if (given == 0) {
      throw Errors.typeError(owner.name() + ".__new__(): not enough arguments");
    }
    if (!(args[0] instanceof PyType cls)) {
      throw Errors.typeError(owner.name() + ".__new__(X): X is not a type object (" + Py.typeOf(args[0]).name() + ")");
    }
    if (!cls.isSubtype(owner)) {
      throw Errors.typeError(owner.name() + ".__new__(" + cls.name() + "): " + cls.name() + " is not a subtype of " + owner.name());
    }
    if (cls.layout() != owner.layout() && !(owner == PyType.OBJECT)) {
      throw Errors.typeError(owner.name() + ".__new__(" + cls.name() + ") is not safe, use " + cls.layout().name() + ".__new__()");
    }
    return callReceiver(cls, java.util.Arrays.copyOfRange(args, 1, args.length), kw);
  }

  // ---- attributes

  @Method(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
  static Object __call__(PyBuiltinFunction self, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    return self.call(Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyBuiltinFunction self) {
    if (self.self == Py.None || self.self instanceof PyModule) {
      return "<built-in function " + self.def.name() + ">";
    }
    return "<built-in method " + self.def.name() + " of " + Py.typeOf(self.self).fullName() + " object at 0x" + Identity.hex(self.self) + ">";
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyBuiltinFunction self, Object other) {
    return other instanceof PyBuiltinFunction f ? (Object) (f.def == self.def && f.table == self.table && f.self == self.self)
        : Py.NotImplemented;
  }

  @Method("__hash__(self, /)")
  static long __hash__(PyBuiltinFunction self) {
    return System.identityHashCode(self.table) * 31L + self.id + System.identityHashCode(self.self);
  }

  @Method("__reduce__(self, /)")
  static Object __reduce__(PyBuiltinFunction self) {
    if (self.self == Py.None || self.self instanceof PyModule) {
      return self.def.name();
    }
    Object getattr = dev.tuff.engine.core.Interpreter.current().builtins.dict().getStr("getattr");
    return Py.tuple(getattr, Py.tuple(self.self, self.def.name()));
  }

  @Getter("__name__")
  static Object getName(PyBuiltinFunction self) {
    return self.def.name();
  }

  @Getter("__qualname__")
  static Object getQualname(PyBuiltinFunction self) {
    if (self.self == Py.None || self.self instanceof PyModule) {
      return self.def.name();
    }
    Object owner = self.self instanceof PyType t ? t : Py.typeOf(self.self);
    return Py.javaString(Attributes.get(owner, "__qualname__")) + "." + self.def.name();
  }

  @Getter("__module__")
  static Object getModule(PyBuiltinFunction self) {
    return self.module;
  }

  @Getter("__self__")
  static Object getSelf(PyBuiltinFunction self) {
    // a function of a module shows its module
    Interpreter.current().complete();
    return self.self;
  }

  @Getter("__doc__")
  static Object getDoc(PyBuiltinFunction self) {
    return self.def.doc() == null ? Py.None : self.def.doc();
  }

  @Getter("__text_signature__")
  static Object getTextSignature(PyBuiltinFunction self) {
    return self.def.textSignature() == null ? Py.None : self.def.textSignature();
  }
}
