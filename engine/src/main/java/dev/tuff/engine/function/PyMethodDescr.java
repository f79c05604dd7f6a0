package dev.tuff.engine.function;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.MethodDef;

/** {@code method_descriptor} and {@code wrapper_descriptor}: a method of a builtin type, not yet bound. */
public final class PyMethodDescr extends PyObject {
  public static final PyType TYPE = PyType.builtin("method_descriptor", PyType.OBJECT,
      PyType.FINAL | PyType.NO_NEW | PyType.METHOD_DESCRIPTOR, "A method of a builtin type.", new PyMethodDescrTable());
  public static final PyType WRAPPER = PyType.builtin("wrapper_descriptor", PyType.OBJECT,
      PyType.FINAL | PyType.NO_NEW | PyType.METHOD_DESCRIPTOR, "A special method of a builtin type.", new PyMethodDescrTable());

  private final PyType owner;
  private final BuiltinTable table;
  private final MethodDef def;

  /** As {@link #def}, named for the errors of argument binding. */
  private final MethodDef binding;
  private final int id;
  private final int fastMin;
  private final int fastMax;

  public PyMethodDescr(PyType owner, BuiltinTable table, MethodDef def) {
    super(Special.isSlotWrapper(def.name()) ? WRAPPER : TYPE);
    this.owner = owner;
    this.table = table;
    this.def = def;
    binding = def.name().equals("__init__") ? def.named(owner.name()) : def;
    id = def.id();
    fastMin = def.fastMin() < 0 ? Integer.MAX_VALUE : def.fastMin();
    fastMax = def.fastMax();
  }

  public PyType owner() {
    return owner;
  }

  public MethodDef definition() {
    return def;
  }

  BuiltinTable table() {
    return table;
  }

  boolean isWrapper() {
    return type() == WRAPPER;
  }

  private void check(Object self) {
    PyType t = Py.typeOf(self);
    if (t != owner && !t.isSubtype(owner)) {
      throw wrongReceiver(self);
    }
  }

  private PyException wrongReceiver(Object self) {
    return isWrapper()
        ? Errors.typeError("descriptor '" + def.name() + "' requires a '" + owner.fullName() + "' object but received a '"
            + Py.typeOf(self).fullName() + "'")
        : Errors.typeError("descriptor '" + def.name() + "' for '" + owner.fullName() + "' objects doesn't apply to a '"
            + Py.typeOf(self).fullName() + "' object");
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    int given = args.length - (kw == null ? 0 : kw.length);
    if (given == 0) {
      throw isWrapper()
          ? Errors.typeError("descriptor '" + def.name() + "' of '" + owner.fullName() + "' object needs an argument")
          : Errors.typeError("unbound method " + owner.name() + "." + def.name() + "() needs an argument");
    }
    check(args[0]);
    return bound(args[0], java.util.Arrays.copyOfRange(args, 1, args.length), kw);
  }

  /** Calls with the receiver given and checked. */
  Object bound(Object self, Object[] args, String[] kw) {
    if (kw == null && args.length + 1 >= fastMin && args.length + 1 <= fastMax) {
      switch (args.length) {
        case 0:
          return table.call1(id, self);
        case 1:
          return table.call2(id, self, args[0]);
        case 2:
          return table.call3(id, self, args[0], args[1]);
        default:
          return table.call4(id, self, args[0], args[1], args[2]);
      }
    }
    if (isWrapper() && kw == null && !def.varArgs() && def.posOnly() == def.params().length) {
      checkWrapperArity(args.length);
    }
    return table.callN(id, ArgumentBinder.bind(binding, self, args, kw));
  }

  /** Special methods say what they expect in other words than methods do. */
  private void checkWrapperArity(int n) {
    int max = def.positional();
    int min = 64 - Long.numberOfLeadingZeros(def.required());
    if (n < min || n > max) {
      if (def.name().equals("__pow__") || def.name().equals("__rpow__") || def.name().equals("__ipow__")) {
        throw Errors.typeError("expected 1 or 2 arguments, got " + n);
      }
      throw Errors.typeError("expected " + (min < max ? (n < min ? "at least " + min : "at most " + max) : "" + max) + " argument"
          + ((n < min ? min : max) == 1 ? "" : "s") + ", got " + n);
    }
  }

  @Override
  public Object call0() {
    return call(new Object[0], null);
  }

  @Override
  public Object call1(Object self) {
    if (fastMin <= 1) {
      check(self);
      return table.call1(id, self);
    }
    return call(new Object[] {self}, null);
  }

  @Override
  public Object call2(Object self, Object a) {
    if (fastMin <= 2 && fastMax >= 2) {
      check(self);
      return table.call2(id, self, a);
    }
    return call(new Object[] {self, a}, null);
  }

  @Override
  public Object call3(Object self, Object a, Object b) {
    if (fastMin <= 3 && fastMax >= 3) {
      check(self);
      return table.call3(id, self, a, b);
    }
    return call(new Object[] {self, a, b}, null);
  }

  @Override
  public Object call4(Object self, Object a, Object b, Object c) {
    if (fastMin <= 4 && fastMax >= 4) {
      check(self);
      return table.call4(id, self, a, b, c);
    }
    return call(new Object[] {self, a, b, c}, null);
  }

  /** {@code __get__}: the method bound to {@code self}. */
  Object bind(Object self) {
    check(self);
    return isWrapper() ? new PyMethodWrapper(this, self) : new PyBuiltinFunction(table, def, self, Py.None);
  }

  @Method("__get__(self, instance, owner=None, /)")
  static Object __get__(PyMethodDescr self, Object instance, Object owner) {
    return instance == Py.None ? self : self.bind(instance);
  }

  @Method("__call__(self, /, *args, **kwargs)")
  static Object __call__(PyMethodDescr self, Object[] args, dev.tuff.engine.container.PyDict kwargs) {
    return self.call(Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyMethodDescr self) {
    return "<" + (self.isWrapper() ? "slot wrapper" : "method") + " '" + self.def.name() + "' of '" + self.owner.fullName() + "' objects>";
  }

  @Method("__reduce__(self, /)")
  static Object __reduce__(PyMethodDescr self) {
    Object getattr = dev.tuff.engine.core.Interpreter.current().builtins.dict().getStr("getattr");
    return Py.tuple(getattr, Py.tuple(self.owner, self.def.name()));
  }

  @Getter(value = "__objclass__", member = true)
  static Object getOwner(PyMethodDescr self) {
    return self.owner;
  }

  @Getter(value = "__name__", member = true)
  static Object getName(PyMethodDescr self) {
    return self.def.name();
  }

  @Getter("__qualname__")
  static Object getQualname(PyMethodDescr self) {
    return self.owner.name() + "." + self.def.name();
  }

  @Getter("__doc__")
  static Object getDoc(PyMethodDescr self) {
    return self.def.doc() == null ? Py.None : self.def.doc();
  }

  @Getter("__text_signature__")
  static Object getTextSignature(PyMethodDescr self) {
    return self.def.textSignature() == null ? Py.None : self.def.textSignature();
  }
}
