package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyClassMethod;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.function.PyStaticMethod;
import dev.tuff.engine.interp.StaticOps;
import dev.tuff.engine.text.PyStr;
import java.util.ArrayList;
import java.util.List;

/** {@code type.__new__}: "Customizing class creation" of the data model, from the chosen metaclass on. */
final class TypeCreation {
  /** Static classes with more fields have them as others have: their Java class would have a long name. */
  private static final int MAX_FIELDS = 100;

  private TypeCreation() {}

  static Object create(PyType metatype, Object name, PyTuple bases, PyDict namespace, PyDict kwargs) {
    PyType winner = metatype;
    for (Object b : bases.array()) {
      PyType m = Py.typeOf(b);
      if (winner.isSubtype(m)) {
        continue;
      }
      if (m.isSubtype(winner)) {
        winner = m;
        continue;
      }
      if (!(b instanceof PyType) && m.lookup("__mro_entries__") != null) {
        throw Errors.typeError("type() doesn't support MRO entry resolution; use types.new_class()");
      }
      throw Errors.typeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses "
          + "of all its bases");
    }
    if (winner != metatype) {
      Object create = winner.slot(Special.NEW);
      if (create != PyType.TYPE.slot(Special.NEW)) {
        Object f = create instanceof PyStaticMethod s ? s.function() : create;
        Object[] args = {winner, name, bases, namespace};
        return Call.call(f, Keywords.values(args, kwargs), Keywords.names(kwargs));
      }
      metatype = winner;
    }
    PyTuple actual = bases.size() == 0 ? PyTuple.of(PyType.OBJECT) : bases;
    PyType base = bestBase(actual);
    PyDict dict = namespace.copyExact();
    String typeName = PyStr.java(name);
    if (typeName.indexOf('\0') >= 0) {
      throw Errors.valueError("type name must not contain null characters");
    }
    PyType type = PyType.heap(metatype, typeName, base, actual, dict);
    if (metatype.rootShape.members > 0) {
      type.slots = new Object[metatype.rootShape.members];
    }
    qualname(type, dict, typeName);
    module(dict);
    Object cell = dict.removeStr("__classcell__");
    if (cell != null) {
      if (!(cell instanceof PyCell c)) {
        throw Errors.typeError("type.__new__(): __classcell__ must be a nonlocal cell, not " + Py.javaRepr(Py.typeOf(cell)));
      }
      c.value = type;
    }
    Object dictCell = dict.removeStr("__classdictcell__");
    if (dictCell instanceof PyCell c) {
      c.value = dict;
    }
    checkKeys(dict, typeName);
    implicitDescriptors(dict);
    type.incomplete = true;
    setMro(type, metatype, actual);
    type.incomplete = false;
    int patterns = PyType.MATCH_SEQUENCE | PyType.MATCH_MAPPING;
    type.flags &= ~patterns;
    for (PyType b : type.mro) {
      type.flags |= b.flags & (PyType.SEQUENCE_OPS | PyType.MATCH_SELF | PyType.HAS_DICT);
      if ((type.flags & patterns) == 0) {
        // The first class in the order of the bases decides: what is a sequence to patterns is no mapping.
        type.flags |= b.flags & patterns;
      }
    }
    slots(type, base, dict, actual);
    if (dict.getStr("__doc__") == null) {
      dict.putStr("__doc__", Py.None);
    }
    if (dict.getStr("__eq__") != null && dict.getStr("__hash__") == null) {
      dict.putStr("__hash__", Py.None);
    }
    for (Object b : actual.array()) {
      ((PyType) b).addSubclass(type);
    }
    setNames(type, dict);
    initSubclass(type, kwargs);
    return type;
  }

  private static void checkKeys(PyDict dict, String typeName) {
    for (int i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) {
      if (!(dict.keyAt(i) instanceof String) && !PyStr.isStr(dict.keyAt(i))) {
        Warn.warn(dev.tuff.engine.exception.Exceptions.RuntimeWarning, "non-string key in the __dict__ of class " + typeName, 1);
        return;
      }
    }
  }

  /** The base whose layout the new class extends. */
  static PyType bestBase(PyTuple bases) {
    PyType best = null;
    PyType solid = null;
    for (Object o : bases.array()) {
      if (!(o instanceof PyType b)) {
        throw Errors.typeError("bases must be types");
      }
      if (b.has(PyType.FINAL)) {
        throw Errors.typeError("type '" + b.fullName() + "' is not an acceptable base type");
      }
      if (b.incomplete) {
        throw Errors.typeError("Cannot extend an incomplete type '" + b.name() + "'");
      }
      PyType candidate = solidBase(b);
      if (solid == null || candidate != solid && candidate.isSubtype(solid)) {
        best = b;
        solid = candidate;
      } else if (!solid.isSubtype(candidate)) {
        throw Errors.typeError("multiple bases have instance lay-out conflict");
      }
    }
    return best;
  }

  /** The nearest type up the chain of bases that adds to the layout: a Java class of its own, or {@code __slots__}. */
  private static PyType solidBase(PyType t) {
    while (t.isHeap() && t.rootShape.members == t.base.rootShape.members || !t.isHeap() && t.layout != t) {
      t = t.base;
    }
    return t;
  }

  static void setMro(PyType type, PyType metatype, PyTuple bases) {
    PyType[] list = new PyType[bases.size()];
    for (int i = 0; i < list.length; i++) {
      list[i] = (PyType) bases.array()[i];
    }
    Object custom = metatype.lookup("mro");
    if (metatype == PyType.TYPE || custom == PyType.TYPE.lookup("mro")) {
      type.setMro(Mro.compute(type, list));
      return;
    }
    type.setMro(Mro.compute(type, list));
    Object[] given = Iteration.toArray(Call.method(custom, type));
    PyType[] mro = new PyType[given.length];
    for (int i = 0; i < given.length; i++) {
      if (!(given[i] instanceof PyType t)) {
        throw Errors.typeError("mro() returned a non-class ('" + Py.typeOf(given[i]).name() + "')");
      }
      if (!type.base.isSubtype(solidBase(t))) {
        throw Errors.typeError("mro() returned base with unsuitable layout ('" + t.name() + "')");
      }
      mro[i] = t;
      if (t != type && t.isHeap() && !type.isSubtype(t)) {
        t.addDependent(type);
      }
    }
    type.setMro(mro);
  }

  private static void qualname(PyType type, PyDict dict, String name) {
    Object q = dict.removeStr("__qualname__");
    if (q != null && !PyStr.isStr(q)) {
      throw Errors.typeError("type __qualname__ must be a str, not " + Py.typeOf(q).name());
    }
    type.qualname = q == null ? Py.str(name) : q;
  }

  private static void module(PyDict dict) {
    if (dict.getStr("__module__") == null) {
      var frame = ThreadState.current().frame;
      Object module = frame == null ? null : frame.globals.getStr("__name__");
      if (module != null) {
        dict.putStr("__module__", module);
      }
    }
  }

  /** {@code __new__} is a static method without saying so, {@code __init_subclass__} and {@code __class_getitem__} are class methods. */
  private static void implicitDescriptors(PyDict dict) {
    if (dict.getStr("__new__") instanceof PyFunction f) {
      dict.putStr("__new__", new PyStaticMethod(f));
    }
    for (String name : new String[] {"__init_subclass__", "__class_getitem__"}) {
      if (dict.getStr(name) instanceof PyFunction f) {
        dict.putStr(name, new PyClassMethod(f));
      }
    }
  }

  private static void slots(PyType type, PyType base, PyDict dict, PyTuple bases) {
    Object slots = dict.getStr("__slots__");
    int members = base.rootShape.members;
    type.species = base.species;
    if (slots == null) {
      // metaclasses have both from type
      if ((type.flags & PyType.HAS_DICT) == 0 && !type.isSubtype(PyType.TYPE)) {
        type.flags |= PyType.HAS_DICT;
        type.ownsDict = true;
      }
      type.hasWeakref = true;
    } else {
      List<String> names = new ArrayList<>();
      Object[] given = PyStr.isStr(slots) ? new Object[] {slots} : Iteration.toArray(slots);
      for (Object o : given) {
        if (!PyStr.isStr(o)) {
          throw Errors.typeError("__slots__ items must be strings, not '" + Py.typeOf(o).name() + "'");
        }
        String name = PyStr.java(o);
        if (!PyStr.isIdentifier(name)) {
          throw Errors.typeError("__slots__ must be identifiers");
        }
        if (name.equals("__dict__")) {
          if (type.ownsDict || base.instancesHaveDict()) {
            throw Errors.typeError("__dict__ slot disallowed: we already got one");
          }
          type.flags |= PyType.HAS_DICT;
          type.ownsDict = true;
        } else if (name.equals("__weakref__")) {
          if (type.hasWeakref || base.supportsWeakref()) {
            throw Errors.typeError("__weakref__ slot disallowed: we already got one");
          }
          type.hasWeakref = true;
        } else {
          names.add(mangle(type.name(), name));
        }
      }
      if (!names.isEmpty() && base.layout.has(PyType.VARIABLE_SIZE)) {
        throw Errors.typeError("nonempty __slots__ not supported for subtype of '" + base.name() + "'");
      }
      names.sort(null);
      boolean fields = !names.isEmpty() && dict.getStr("__slot_types__") instanceof PyDict types
          && areFields(type, base, types, dict.getStr("__slots_with_default__") instanceof PyDict d ? d : null, names);
      String last = null;
      for (String name : names) {
        boolean special = name.equals("__classcell__") || name.equals("__qualname__");
        if (dict.getStr(name) != null && !special) {
          throw Errors.valueError(Py.javaRepr(Py.str(name)) + " in __slots__ conflicts with class variable");
        }
        if (!name.equals(last)) {
          dict.putStr(name, new PyMemberDescr(type, name, members++, fields));
        }
        last = name;
      }
    }
    type.rootShape = Shape.root(type, members);
    if (type.ownsDict && dict.getStr("__dict__") == null) {
      dict.putStr("__dict__", TypeMethods.dictDescriptor(type));
    }
    if (type.hasWeakref && !base.supportsWeakref() && dict.getStr("__weakref__") == null) {
      dict.putStr("__weakref__", TypeMethods.weakrefDescriptor(type));
    }
  }

  /** Whether the members of a static class become fields of its instances' Java class; that is found then. */
  private static boolean areFields(PyType type, PyType base, PyDict types, PyDict defaults, List<String> names) {
    StaticOps ops = Interpreter.current().staticOps;
    int above = base.species == null ? 0 : base.species.size();
    if (ops == null || base.layout != PyType.OBJECT || base.rootShape.members != above) {
      return false;
    }
    StringBuilder kinds = new StringBuilder();
    String last = null;
    for (String name : names) {
      if (!name.equals(last)) {
        // a slot with a default may be unset, which no raw number tells
        kinds.append(ops.fieldKind(defaults == null || defaults.getStr(name) == null ? types.getStr(name) : null));
      }
      last = name;
    }
    if (above + kinds.length() > MAX_FIELDS) {
      return false;
    }
    type.species = Species.below(base.species, kinds.toString());
    return true;
  }

  /** Private name mangling of {@code __slots__} items. */
  private static String mangle(String className, String name) {
    if (!name.startsWith("__") || name.endsWith("__")) {
      return name;
    }
    int i = 0;
    while (i < className.length() && className.charAt(i) == '_') {
      i++;
    }
    return i == className.length() ? name : "_" + className.substring(i) + name;
  }

  private static void setNames(PyType type, PyDict dict) {
    Object[] keys = dict.keysArray();
    Object[] values = dict.valuesArray();
    for (int i = 0; i < keys.length; i++) {
      Object f = Py.typeOf(values[i]).lookup("__set_name__");
      if (f == null) {
        continue;
      }
      try {
        Call.method(f, values[i], type, keys[i]);
      } catch (PyException e) {
        Call.attribute(e.value, "add_note", Py.str("Error calling __set_name__ on '" + Py.typeOf(values[i]).name() + "' instance "
            + Py.javaRepr(keys[i]) + " in '" + type.name() + "'"));
        throw e;
      }
    }
  }

  private static void initSubclass(PyType type, PyDict kwargs) {
    if (java.util.Arrays.asList(type.mro).indexOf(type) < 0) {
      // its metaclass's mro() has left it out
      throw Errors.typeError("super(type, obj): obj (type " + type.name() + ") is not an instance or subtype of type (" + type.name() + ").");
    }
    Object f = type.lookupAfter(type, "__init_subclass__");
    if (f == null) {
      return;
    }
    if (f == PyType.OBJECT.lookup("__init_subclass__") && (kwargs == null || kwargs.size() == 0)) {
      return;
    }
    // super(type, type).__init_subclass__(**kwargs): bound to the new class, not to where it was found
    Object bound = dev.tuff.engine.function.Descriptors.bindSuper(f, type, type);
    Call.call(bound, Keywords.values(PyObject.NO_SLOTS, kwargs), Keywords.names(kwargs));
  }
}
