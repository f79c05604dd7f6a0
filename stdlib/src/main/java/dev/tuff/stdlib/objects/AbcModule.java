package dev.tuff.stdlib.objects;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Classes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.reference.PyWeakref;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/** {@code _abc}: the machinery of {@code abc.ABCMeta}. What it knows of a class hangs off the class. */
public final class AbcModule {
  /** Counts registrations, each of which may make negative answers stale. */
  private static final class Counter {
    long value;
  }

  private static final class Knowledge {
    final Set<PyType> registry = weakSet();
    final Set<PyType> cache = weakSet();
    Set<PyType> negative = weakSet();
    long negativeVersion;

    private static Set<PyType> weakSet() {
      return Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    }
  }

  private AbcModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_abc", new AbcModuleTable());
    m.set("__doc__", "Module contains faster C implementation of abc.ABCMeta");
  }

  private static Counter counter(Interpreter in) {
    return in.state(Counter.class, Counter::new);
  }

  private static Knowledge knowledge(Object cls) {
    if (cls instanceof PyType t && t.nativeState instanceof Knowledge k) {
      return k;
    }
    if (!(cls instanceof PyType)) {
      throw Errors.typeError("issubclass() arg 1 must be a class");
    }
    throw Errors.attributeError(cls, "_abc_impl");
  }

  @Function(value = "get_cache_token()", doc = "A token that changes with every registration.")
  static long get_cache_token(Interpreter in) {
    return counter(in).value;
  }

  @Function(value = "_abc_init(self, /)", doc = "Set up an abstract base class.")
  static void init(Object self, Interpreter in) {
    if (!(self instanceof PyType cls)) {
      throw Errors.attributeError(self, "__dict__");
    }
    PyDict dict = cls.dictOfType();
    List<Object> names = new ArrayList<>();
    for (Object key : dict.keysArray()) {
      Object v = dict.get(key);
      if (v != null && isAbstract(v)) {
        names.add(key);
      }
    }
    for (Object base : cls.bases().array()) {
      Object inherited = Attributes.find(base, "__abstractmethods__");
      if (inherited != null) {
        for (Object key : Iteration.toArray(inherited)) {
          Object v = Attributes.find(cls, Attributes.name(key));
          if (v != null && isAbstract(v)) {
            names.add(key);
          }
        }
      }
    }
    Attributes.set(cls, "__abstractmethods__", PyFrozenSet.of(names.toArray()));
    Knowledge k = new Knowledge();
    k.negativeVersion = counter(in).value;
    cls.nativeState = k;
    Object flags = dict.getStr("__abc_tpflags__");
    if (flags instanceof Long f) {
      // as Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING
      boolean sequence = (f & 1 << 5) != 0;
      boolean mapping = (f & 1 << 6) != 0;
      if (sequence && mapping) {
        throw Errors.typeError("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
      }
      cls.flags |= sequence ? PyType.MATCH_SEQUENCE : mapping ? PyType.MATCH_MAPPING : 0;
      cls.setAttribute("__abc_tpflags__", null);
    }
  }

  private static boolean isAbstract(Object v) {
    if (!(v instanceof dev.tuff.engine.core.PyObject)) {
      return false;
    }
    Object a = Attributes.find(v, "__isabstractmethod__");
    return a != null && Py.truth(a);
  }

  @Function(value = "_abc_register(self, subclass, /)", doc = "Register a virtual subclass.")
  static Object register(Object self, Object subclass, Interpreter in) {
    if (!(subclass instanceof PyType sub)) {
      throw Errors.typeError("Can only register classes");
    }
    if (Classes.isSubclass(subclass, self)) {
      return subclass;
    }
    if (Classes.isSubclass(self, subclass)) {
      throw Errors.runtimeError("Refusing to create an inheritance cycle");
    }
    knowledge(self).registry.add(sub);
    counter(in).value++;
    int pattern = ((PyType) self).flags & (PyType.MATCH_SEQUENCE | PyType.MATCH_MAPPING);
    if (pattern != 0) {
      mark(sub, pattern);
    }
    return subclass;
  }

  /** Classes registered as sequences or mappings match such patterns, and so do their subclasses. */
  private static void mark(PyType t, int pattern) {
    if (!t.isHeap() || (t.flags & (PyType.MATCH_SEQUENCE | PyType.MATCH_MAPPING)) == pattern) {
      return;
    }
    t.flags = t.flags & ~(PyType.MATCH_SEQUENCE | PyType.MATCH_MAPPING) | pattern;
    for (PyType sub : t.subclasses()) {
      mark(sub, pattern);
    }
  }

  @Function(value = "_abc_instancecheck(self, instance, /)", doc = "isinstance() for abstract base classes.")
  static Object instancecheck(Object self, Object instance, Interpreter in) {
    Knowledge k = knowledge(self);
    PyType type = Py.typeOf(instance);
    Object given = instance instanceof dev.tuff.engine.core.PyObject ? Attributes.find(instance, "__class__") : type;
    Object cls = given == null ? type : given;
    if (k.cache.contains(cls)) {
      return true;
    }
    if (cls == type) {
      if (k.negativeVersion == counter(in).value && k.negative.contains(cls)) {
        return false;
      }
      return Call.attribute(self, "__subclasscheck__", cls);
    }
    Object r = Call.attribute(self, "__subclasscheck__", cls);
    return Py.truth(r) ? r : Call.attribute(self, "__subclasscheck__", type);
  }

  @Function(value = "_abc_subclasscheck(self, subclass, /)", doc = "issubclass() for abstract base classes.")
  static boolean subclasscheck(Object self, Object subclass, Interpreter in) {
    if (!(subclass instanceof PyType sub)) {
      throw Errors.typeError("issubclass() arg 1 must be a class");
    }
    Knowledge k = knowledge(self);
    if (k.cache.contains(sub)) {
      return true;
    }
    Counter counter = counter(in);
    if (k.negativeVersion < counter.value) {
      k.negative = Knowledge.weakSet();
      k.negativeVersion = counter.value;
    } else if (k.negative.contains(sub)) {
      return false;
    }
    Object hooked = Call.attribute(self, "__subclasshook__", sub);
    if (hooked == Boolean.TRUE) {
      k.cache.add(sub);
      return true;
    }
    if (hooked == Boolean.FALSE) {
      k.negative.add(sub);
      return false;
    }
    if (hooked != Py.NotImplemented) {
      throw Errors.make(Exceptions.AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
    }
    if (sub.isSubtype((PyType) self) || registered(k, sub) || anySubclass((PyType) self, sub)) {
      k.cache.add(sub);
      return true;
    }
    k.negative.add(sub);
    return false;
  }

  private static boolean registered(Knowledge k, PyType sub) {
    PyType[] all;
    synchronized (k.registry) {
      all = k.registry.toArray(new PyType[0]);
    }
    for (PyType t : all) {
      if (t == sub) {
        return true;
      }
    }
    for (PyType t : all) {
      if (t != null && Classes.isSubclass(sub, t)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anySubclass(PyType self, PyType sub) {
    Object subclasses = Call.attribute(self, "__subclasses__");
    if (!(subclasses instanceof dev.tuff.engine.container.PyList)) {
      throw Errors.typeError("__subclasses__() must return a list");
    }
    for (Object c : Iteration.toArray(subclasses)) {
      if (Classes.isSubclass(sub, c)) {
        return true;
      }
    }
    return false;
  }

  @Function(value = "_get_dump(self, /)", doc = "What is known of an abstract base class: registry, cache, negative cache and its version.")
  static Object dump(Object self) {
    Knowledge k = knowledge(self);
    return PyTuple.of(references(k.registry), references(k.cache), references(k.negative), Py.box(k.negativeVersion));
  }

  private static Object references(Set<PyType> types) {
    List<Object> refs = new ArrayList<>();
    for (PyType t : types.toArray(new PyType[0])) {
      refs.add(PyWeakref.of(t));
    }
    return PySet.of(refs.toArray());
  }

  @Function(value = "_reset_registry(self, /)", doc = "Forget what was registered.")
  static void resetRegistry(Object self) {
    knowledge(self).registry.clear();
  }

  @Function(value = "_reset_caches(self, /)", doc = "Forget what was found.")
  static void resetCaches(Object self) {
    Knowledge k = knowledge(self);
    k.cache.clear();
    k.negative.clear();
  }
}
