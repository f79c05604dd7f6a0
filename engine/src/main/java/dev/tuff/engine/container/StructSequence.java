package dev.tuff.engine.container;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.MethodDef;

/**
 * Kinds of tuples with named fields, as C code makes them: {@code os.stat_result}, {@code time.struct_time}, {@code sys.version_info}. The
 * tuple has the visible items; fields beyond them are kept behind it, in its slots.
 */
public final class StructSequence {
  /** The type, for the module that offers it. */
  public final PyType type;

  private final String[] names;
  private final int visible;
  private final boolean instantiable;

  /**
   * A new kind.
   *
   * @param name with module: {@code "os.stat_result"}
   * @param names all fields; a null name is an item without attribute
   * @param visible how many of them are items of the tuple
   */
  public StructSequence(String name, String doc, int visible, boolean instantiable, String... names) {
    this.names = names;
    this.visible = visible;
    this.instantiable = instantiable;
    type = PyType.builtin(name, PyTuple.TYPE, PyType.BASE_LAYOUT | PyType.FINAL, doc, new FieldTable(), new Methods());
    PyDict d = type.dictOfType();
    PyList match = new PyList();
    for (int i = 0; i < visible && names[i] != null; i++) {
      match.add(names[i]);
    }
    int unnamed = 0;
    for (String n : names) {
      unnamed += n == null ? 1 : 0;
    }
    d.putStr("n_fields", Py.box(names.length));
    d.putStr("n_sequence_fields", Py.box(visible));
    d.putStr("n_unnamed_fields", Py.box(unnamed));
    d.putStr("__match_args__", PyTuple.of(match.toArray()));
    if (!instantiable) {
      type.flags |= PyType.NO_NEW;
      d.removeStr("__new__");
    }
  }

  /** An instance with these values for all fields. */
  public PyTuple of(Object... values) {
    Object[] items = values.length == visible ? values : java.util.Arrays.copyOf(values, visible);
    PyTuple t = new PyTuple(type, items);
    if (values.length > visible) {
      t.slots = new Object[] {values};
    }
    return t;
  }

  private Object field(PyTuple t, int i) {
    if (i < visible) {
      return t.get(i);
    }
    return t.slots.length == 0 ? Py.None : ((Object[]) t.slots[0])[i];
  }

  /** The getters, one for each named field. */
  private final class FieldTable extends BuiltinTable {
    @Override
    public MethodDef[] defs() {
      int n = 0;
      for (String name : names) {
        n += name == null ? 0 : 1;
      }
      MethodDef[] defs = new MethodDef[n];
      n = 0;
      for (int i = 0; i < names.length; i++) {
        if (names[i] != null) {
          defs[n++] = new MethodDef(i, MethodDef.Kind.MEMBER_GETTER, names[i], null, null, new String[0], 0, 0, 0, false, false, 1, 1, 1);
        }
      }
      return defs;
    }

    @Override
    public Object call1(int id, Object self) {
      return field((PyTuple) self, id);
    }

    @Override
    public Object callN(int id, Object[] args) {
      return call1(id, args[0]);
    }
  }

  /** {@code __new__}, {@code __repr__}, {@code __reduce__} and {@code __replace__}. */
  private final class Methods extends BuiltinTable {
    @Override
    public MethodDef[] defs() {
      String[] none = {};
      return new MethodDef[] {
        new MethodDef(0, MethodDef.Kind.NEW, "__new__", "(iterable=(), /)", null, new String[] {"sequence", "dict"}, 0, 2, 1, false, false,
            1, -1, -1),
        new MethodDef(1, MethodDef.Kind.METHOD, "__repr__", "($self, /)", null, none, 0, 0, 0, false, false, 1, 1, 1),
        new MethodDef(2, MethodDef.Kind.METHOD, "__reduce__", "($self, /)", null, none, 0, 0, 0, false, false, 1, 1, 1),
        new MethodDef(3, MethodDef.Kind.METHOD, "__replace__", "($self, /, **changes)", null, none, 0, 0, 0, false, true, 1, -1, -1),
      };
    }

    @Override
    public Object call1(int id, Object self) {
      PyTuple t = (PyTuple) self;
      return switch (id) {
        case 1 -> repr(t);
        default -> reduce(t);
      };
    }

    @Override
    public Object callN(int id, Object[] v) {
      return switch (id) {
        case 0 -> make(v[1], v[2]);
        case 3 -> replace((PyTuple) v[0], (PyDict) v[1]);
        default -> call1(id, v[0]);
      };
    }
  }

  private Object make(Object sequence, Object dict) {
    if (!instantiable) {
      throw Errors.typeError("cannot create '" + type.fullName() + "' instances");
    }
    if (Py.typeOf(sequence).slot(dev.tuff.engine.core.Special.ITER) == null) {
      throw Errors.typeError("constructor requires a sequence");
    }
    Object[] given = Iteration.toArray(sequence);
    if (given.length < visible || given.length > names.length) {
      String want = visible == names.length ? "a " + visible + "-sequence"
          : given.length < visible ? "an at least " + visible + "-sequence" : "an at most " + names.length + "-sequence";
      throw Errors.typeError(type.fullName() + "() takes " + want + " (" + given.length + "-sequence given)");
    }
    Object[] all = java.util.Arrays.copyOf(given, names.length);
    for (int i = given.length; i < all.length; i++) {
      Object v = dict instanceof PyDict d && names[i] != null ? d.getStr(names[i]) : null;
      all[i] = v == null ? Py.None : v;
    }
    return of(all);
  }

  private Object repr(PyTuple t) {
    StringBuilder b = new StringBuilder(type.fullName()).append('(');
    for (int i = 0; i < visible; i++) {
      b.append(i == 0 ? "" : ", ").append(names[i] == null ? "?" : names[i]).append('=').append(Py.javaRepr(t.get(i)));
    }
    return Py.str(b.append(')').toString());
  }

  private Object reduce(PyTuple t) {
    PyDict hidden = new PyDict();
    for (int i = visible; i < names.length; i++) {
      hidden.putStr(names[i], field(t, i));
    }
    return Py.tuple(type, Py.tuple(PyTuple.of(t.array().clone()), hidden));
  }

  private Object replace(PyTuple t, PyDict changes) {
    Object[] all = new Object[names.length];
    for (int i = 0; i < all.length; i++) {
      if (names[i] == null) {
        throw Errors.typeError("__replace__() is not supported for " + type.fullName() + " because it has unnamed field(s)");
      }
      Object v = changes.removeStr(names[i]);
      all[i] = v == null ? field(t, i) : v;
    }
    if (changes.size() > 0) {
      throw Errors.typeError("Got unexpected field name(s): " + Py.javaRepr(PyList.of(changes.keysArray())));
    }
    return of(all);
  }

  /** Whether {@code o} is of this kind. */
  public boolean is(Object o) {
    return o instanceof PyObject p && p.type() == type;
  }
}
