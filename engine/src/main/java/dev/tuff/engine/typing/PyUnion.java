package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import java.util.ArrayList;
import java.util.List;

/** {@code typing.Union}: {@code X | Y} of types (PEP 604) and {@code Union[X, Y]}. */
public final class PyUnion extends PyObject {
  public static final PyType TYPE = PyType.builtin("typing.Union", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW | PyType.WEAKREF,
      "A union of types: what has any of them belongs to it.", new PyUnionTable());

  private final PyTuple args;
  private final Object[] unhashable;
  private PyTuple parameters;

  private PyUnion(PyTuple args, Object[] unhashable) {
    super(TYPE);
    this.args = args;
    this.unhashable = unhashable;
  }

  /** The members. */
  public PyTuple args() {
    return args;
  }

  /** {@code a | b} where one is a type; NotImplemented if the other is none. */
  public static Object or(Object a, Object b) {
    return unionable(a) && unionable(b) ? of(a, b) : Py.NotImplemented;
  }

  private static boolean unionable(Object o) {
    return o == Py.None || o instanceof PyType || o instanceof PyGenericAlias || o instanceof PyUnion || o instanceof PyTypeAliasType;
  }

  /** {@code Union[items]}: nested unions spread out, each member once; a single one is itself. */
  static Object of(Object... items) {
    Builder b = new Builder();
    for (Object item : items) {
      b.add(item);
    }
    return b.members.size() == 1
        ? b.members.get(0)
        : new PyUnion(PyTuple.of(b.members.toArray()), b.unhashable.toArray());
  }

  /** Collects members without repeats: by hash, or where that fails by comparing with each of those. */
  private static final class Builder {
    final List<Object> members = new ArrayList<>();
    final List<Object> unhashable = new ArrayList<>(0);
    private PySet seen;

    void add(Object item) {
      if (item == Py.None) {
        item = Py.typeOf(Py.None);
      }
      if (item instanceof PyUnion u) {
        for (Object o : u.args.array()) {
          once(o);
        }
        return;
      }
      if (!unionable(item) && !(item instanceof PyTypeVar)) {
        item = TypeParameters.typing("_type_check", item, "Union[arg, ...]: each arg must be a type.");
      }
      once(item);
    }

    private void once(Object item) {
      if (seen == null) {
        seen = new PySet();
      }
      try {
        if (Items.contains(seen, item)) {
          return;
        }
        Call.attribute(seen, "add", item);
      } catch (PyException e) {
        if (!e.is(Exceptions.TypeError)) {
          throw e;
        }
        for (Object o : unhashable) {
          if (Py.eq(o, item)) {
            return;
          }
        }
        unhashable.add(item);
      }
      members.add(item);
    }
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)")
  static Object __class_getitem__(PyType cls, Object item) {
    if (!(item instanceof PyTuple t)) {
      return of(item);
    }
    if (t.size() == 0) {
      throw Errors.typeError("Cannot take a Union of no types.");
    }
    return of(t.array());
  }

  @Method("__or__(self, value, /)")
  static Object __or__(Object self, Object other) {
    return of(self, other);
  }

  @Method("__ror__(self, value, /)")
  static Object __ror__(Object self, Object other) {
    return of(other, self);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyUnion self) {
    StringBuilder b = new StringBuilder();
    for (Object o : self.args.array()) {
      b.append(b.isEmpty() ? "" : " | ").append(TypeRepr.member(o));
    }
    return Py.str(b.toString());
  }

  @Method("__hash__(self, /)")
  static Object __hash__(PyUnion self) {
    for (Object o : self.unhashable) {
      Py.hash(o);
    }
    if (self.unhashable.length > 0) {
      throw Errors.typeError("union contains " + self.unhashable.length + " unhashable elements");
    }
    return Py.box(Py.hash(PyFrozenSet.of(self.args.array())));
  }

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyUnion self, Object other) {
    return other instanceof PyUnion u ? (Object) self.same(u) : Py.NotImplemented;
  }

  private boolean same(PyUnion other) {
    if (args.size() != other.args.size()) {
      return false;
    }
    for (Object a : args.array()) {
      boolean found = false;
      for (Object b : other.args.array()) {
        found = found || Py.eq(a, b);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  @Method("__getitem__(self, key, /)")
  static Object __getitem__(PyUnion self, Object item) {
    return of(Substitution.apply(self, self.args.array(), (PyTuple) getParameters(self), item));
  }

  @Method(value = "__mro_entries__(self, bases, /)", textSignature = false)
  static Object __mro_entries__(PyUnion self, Object bases) {
    throw Errors.typeError("Cannot subclass " + Py.javaRepr(self));
  }

  @Getter(value = "__args__", member = true)
  static Object getArgs(PyUnion self) {
    return self.args;
  }

  @Getter(value = "__parameters__", doc = "Type variables in the types.UnionType.")
  static Object getParameters(PyUnion self) {
    if (self.parameters == null) {
      self.parameters = Substitution.parameters(self.args.array());
    }
    return self.parameters;
  }

  @Getter("__module__")
  static Object getModule(PyUnion self) {
    return "typing";
  }

  @Getter(value = "__origin__", doc = "Always returns the type")
  static Object getOrigin(PyUnion self) {
    return TYPE;
  }

  @Getter(value = "__name__", doc = "Name of the type")
  static Object getName(PyUnion self) {
    return "Union";
  }

  @Getter(value = "__qualname__", doc = "Qualified name of the type")
  static Object getQualname(PyUnion self) {
    return "Union";
  }
}
