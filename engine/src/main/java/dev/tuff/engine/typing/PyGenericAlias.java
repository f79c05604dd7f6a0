package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.function.Keywords;

/** {@code types.GenericAlias}: {@code list[int]} (PEP 585), and unpacked {@code *tuple[int]} (PEP 646). */
public final class PyGenericAlias extends PyObject {
  public static final PyType TYPE = PyType.builtin("types.GenericAlias", PyType.OBJECT, PyType.WEAKREF, "A generic type with arguments.",
      new PyGenericAliasTable());

  /** Attributes of the alias itself: all others are the origin's. */
  private static final String[] OWN = {
    "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__", "__mro_entries__",
    "__reduce_ex__", "__reduce__", "__bases__", "__copy__", "__deepcopy__",
  };

  private final Object origin;
  private final PyTuple args;
  private final boolean starred;
  private PyTuple parameters;

  private PyGenericAlias(PyType type, Object origin, PyTuple args, boolean starred) {
    super(type);
    this.origin = origin;
    this.args = args;
    this.starred = starred;
  }

  /** What has the arguments. */
  public Object origin() {
    return origin;
  }

  /** {@code origin[item]}. */
  public static Object of(Object origin, Object item) {
    return new PyGenericAlias(TYPE, origin, item instanceof PyTuple t ? t : PyTuple.of(item), false);
  }

  @New("GenericAlias(origin, args, /)")
  static Object __new__(PyType cls, Object origin, Object args) {
    return new PyGenericAlias(cls, origin, args instanceof PyTuple t ? t : PyTuple.of(args), false);
  }

  private static boolean isOwn(String name) {
    for (String own : OWN) {
      if (own.equals(name)) {
        return true;
      }
    }
    return false;
  }

  @Method("__getattribute__(self, name, /)")
  static Object __getattribute__(PyGenericAlias self, Object name) {
    String n = Attributes.name(name);
    if (!isOwn(n)) {
      return Attributes.get(self.origin, n);
    }
    Object v = Attributes.generic(self, self.type(), n);
    if (v == null) {
      throw Errors.attributeError(self, n);
    }
    return v;
  }

  @Method("__call__(self, /, *args, **kwargs)")
  static Object __call__(PyGenericAlias self, Object[] args, PyDict kwargs) {
    Object made = Call.call(self.origin, Keywords.values(args, kwargs), Keywords.names(kwargs));
    try {
      Attributes.set(made, "__orig_class__", self);
    } catch (PyException e) {
      // most objects have no place for it
      if (!e.is(Exceptions.AttributeError) && !e.is(Exceptions.TypeError)) {
        throw e;
      }
    }
    return made;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyGenericAlias self) {
    String items = self.args.size() == 0 ? "()" : TypeRepr.join(self.args.array(), ", ");
    return Py.str((self.starred ? "*" : "") + TypeRepr.of(self.origin) + "[" + items + "]");
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyGenericAlias self, Object other) {
    return other instanceof PyGenericAlias a
        ? (Object) (self.starred == a.starred && Py.eq(self.origin, a.origin) && Py.eq(self.args, a.args))
        : Py.NotImplemented;
  }

  @Method("__hash__(self, /)")
  static Object __hash__(PyGenericAlias self) {
    return Py.box(Py.hash(self.origin) ^ Py.hash(self.args));
  }

  @Method("__getitem__(self, key, /)")
  static Object __getitem__(PyGenericAlias self, Object item) {
    Object[] items = Substitution.apply(self, self.args.array(), (PyTuple) getParameters(self), item);
    return new PyGenericAlias(TYPE, self.origin, PyTuple.of(items), self.starred);
  }

  @Method("__or__(self, value, /)")
  static Object __or__(Object self, Object other) {
    return PyUnion.or(self, other);
  }

  @Method("__ror__(self, value, /)")
  static Object __ror__(Object self, Object other) {
    return PyUnion.or(other, self);
  }

  @Method("__iter__(self, /)")
  static Object __iter__(PyGenericAlias self) {
    return new Unpacking(self);
  }

  @Method(value = "__mro_entries__(self, bases, /)", textSignature = false)
  static Object __mro_entries__(PyGenericAlias self, Object bases) {
    return PyTuple.of(self.origin);
  }

  @Method(value = "__instancecheck__(self, instance, /)", textSignature = false)
  static Object __instancecheck__(PyGenericAlias self, Object instance) {
    throw Errors.typeError("isinstance() argument 2 cannot be a parameterized generic");
  }

  @Method(value = "__subclasscheck__(self, cls, /)", textSignature = false)
  static Object __subclasscheck__(PyGenericAlias self, Object cls) {
    throw Errors.typeError("issubclass() argument 2 cannot be a parameterized generic");
  }

  @Method(value = "__reduce__(self, /)", textSignature = false)
  static Object __reduce__(PyGenericAlias self) {
    if (self.starred) {
      Object next = Interpreter.current().builtins.dict().getStr("next");
      return PyTuple.of(next, PyTuple.of(new Unpacking(new PyGenericAlias(TYPE, self.origin, self.args, false))));
    }
    return PyTuple.of(TYPE, PyTuple.of(self.origin, self.args));
  }

  @Method(value = "__dir__(self, /)", textSignature = false)
  static Object __dir__(PyGenericAlias self) {
    PyList names = PyList.of(Iteration.toArray(Call.attribute(
        Interpreter.current().builtins, "dir", self.origin)).clone());
    for (int i = 0; i < 9; i++) {
      if (!dev.tuff.engine.core.Items.contains(names, OWN[i])) {
        names.add(OWN[i]);
      }
    }
    return names;
  }

  @Getter(value = "__origin__", member = true)
  static Object getOrigin(PyGenericAlias self) {
    return self.origin;
  }

  @Getter(value = "__args__", member = true)
  static Object getArgs(PyGenericAlias self) {
    return self.args;
  }

  @Getter(value = "__unpacked__", member = true)
  static boolean getUnpacked(PyGenericAlias self) {
    return self.starred;
  }

  @Getter(value = "__parameters__", doc = "Type variables in the GenericAlias.")
  static Object getParameters(PyGenericAlias self) {
    if (self.parameters == null) {
      self.parameters = Substitution.parameters(self.args.array());
    }
    return self.parameters;
  }

  @Getter("__typing_unpacked_tuple_args__")
  static Object getUnpackedTupleArgs(PyGenericAlias self) {
    return self.starred && self.origin == PyTuple.TYPE ? self.args : Py.None;
  }

  /** {@code iter(alias)}: gives the unpacked alias once. */
  static final class Unpacking extends PyIterator {
    static final PyType TYPE = PyType.builtin("generic_alias_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
        dev.tuff.engine.core.IteratorMethods.table(), new PyGenericAliasUnpackingTable());

    private PyGenericAlias alias;

    Unpacking(PyGenericAlias alias) {
      super(TYPE);
      this.alias = alias;
    }

    @Override
    public Object next() {
      PyGenericAlias a = alias;
      alias = null;
      return a == null ? null : new PyGenericAlias(PyGenericAlias.TYPE, a.origin, a.args, true);
    }

    @Method(value = "__reduce__(self, /)", textSignature = false)
    static Object __reduce__(Unpacking self) {
      Object iter = Interpreter.current().builtins.dict().getStr("iter");
      return PyTuple.of(iter, PyTuple.of(self.alias == null ? PyTuple.EMPTY : self.alias));
    }
  }
}
