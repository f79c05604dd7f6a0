package dev.tuff.engine.typing;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import java.util.ArrayList;
import java.util.List;

/** The type parameters in the arguments of a generic alias or union, and putting types in their places. */
final class Substitution {
  private Substitution() {}

  /** {@code __parameters__} for these arguments: the type parameters in them, each once, in order. */
  static PyTuple parameters(Object[] args) {
    List<Object> out = new ArrayList<>();
    collect(args, out);
    return out.isEmpty() ? PyTuple.EMPTY : PyTuple.of(out.toArray());
  }

  private static void collect(Object[] args, List<Object> out) {
    for (Object arg : args) {
      if (arg instanceof PyType) {
        continue;
      }
      if (arg instanceof PyTuple t) {
        collect(t.array(), out);
      } else if (arg instanceof PyList l) {
        collect(l.toArray(), out);
      } else if (Attributes.find(arg, "__typing_subst__") != null) {
        add(arg, out);
      } else if (Attributes.find(arg, "__parameters__") instanceof PyTuple t) {
        for (Object p : t.array()) {
          add(p, out);
        }
      }
    }
  }

  private static void add(Object parameter, List<Object> out) {
    for (Object o : out) {
      if (o == parameter) {
        return;
      }
    }
    out.add(parameter);
  }

  /** The arguments {@code args} of {@code self} with {@code item} (one type or a tuple of them) in the places of the parameters. */
  static Object[] apply(Object self, Object[] args, PyTuple params, Object item) {
    if (params.size() == 0) {
      throw Errors.typeError(Py.javaRepr(self) + " is not a generic class");
    }
    Object items = PyTuple.of(flatten(item));
    for (Object p : params.array()) {
      Object prepare = Attributes.find(p, "__typing_prepare_subst__");
      if (prepare != null && prepare != Py.None) {
        Object r = Call.call(prepare, self, items);
        items = r instanceof PyTuple ? r : PyTuple.of(r);
      }
    }
    Object[] values = ((PyTuple) items).array();
    if (values.length != params.size()) {
      throw Errors.typeError("Too " + (values.length > params.size() ? "many" : "few") + " arguments for " + Py.javaRepr(self)
          + "; actual " + values.length + ", expected " + params.size());
    }
    List<Object> out = new ArrayList<>();
    for (Object arg : args) {
      substitute(arg, params, values, out);
    }
    return out.toArray();
  }

  /** The items of a subscript, with unpacked tuples of known length spread out. */
  private static Object[] flatten(Object item) {
    Object[] given = item instanceof PyTuple t ? t.array() : new Object[] {item};
    List<Object> out = new ArrayList<>();
    for (Object o : given) {
      Object unpacked = o instanceof PyType ? null : Attributes.find(o, "__typing_unpacked_tuple_args__");
      if (unpacked instanceof PyTuple t && !(t.size() > 0 && t.get(t.size() - 1) == Py.Ellipsis)) {
        out.addAll(List.of(t.array()));
      } else {
        out.add(o);
      }
    }
    return out.toArray();
  }

  private static void substitute(Object arg, PyTuple params, Object[] values, List<Object> out) {
    if (arg instanceof PyType) {
      out.add(arg);
      return;
    }
    if (arg instanceof PyTuple t) {
      out.add(PyTuple.of(all(t.array(), params, values)));
      return;
    }
    if (arg instanceof PyList l) {
      out.add(PyList.of(all(l.toArray(), params, values)));
      return;
    }
    Object spread = Attributes.find(arg, "__typing_is_unpacked_typevartuple__");
    Object subst = Attributes.find(arg, "__typing_subst__");
    Object result;
    if (subst != null) {
      int i = indexOf(params, arg);
      if (i < 0) {
        throw Errors.typeError("argument " + Py.javaRepr(arg) + " with __typing_subst__ was not found in __parameters__");
      }
      result = Call.call(subst, values[i]);
    } else {
      result = inside(arg, params, values);
    }
    if (spread != null && Py.truth(spread)) {
      if (!(result instanceof PyTuple t)) {
        throw Errors.typeError("expected __typing_subst__ of " + Py.typeOf(arg).name() + " objects to return a tuple, not "
            + Py.typeOf(result).name());
      }
      out.addAll(List.of(t.array()));
    } else {
      out.add(result);
    }
  }

  private static Object[] all(Object[] items, PyTuple params, Object[] values) {
    List<Object> out = new ArrayList<>();
    for (Object o : items) {
      substitute(o, params, values, out);
    }
    return out.toArray();
  }

  private static int indexOf(PyTuple params, Object p) {
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i) == p) {
        return i;
      }
    }
    return -1;
  }

  /** An argument that is itself generic in some of the parameters. */
  private static Object inside(Object arg, PyTuple params, Object[] values) {
    if (!(Attributes.find(arg, "__parameters__") instanceof PyTuple own) || own.size() == 0) {
      return arg;
    }
    List<Object> sub = new ArrayList<>();
    for (Object p : own.array()) {
      int i = indexOf(params, p);
      if (i < 0) {
        sub.add(p);
      } else if (Py.typeOf(params.get(i)).slot(Special.ITER) != null && values[i] instanceof PyTuple t) {
        sub.addAll(List.of(t.array()));
      } else {
        sub.add(values[i]);
      }
    }
    return Items.get(arg, PyTuple.of(sub.toArray()));
  }
}
