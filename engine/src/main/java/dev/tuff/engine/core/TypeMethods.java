package dev.tuff.engine.core;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.Utf8;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyMappingProxy;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.function.Descriptors;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.function.PyGetSetDescr;
import dev.tuff.engine.module.BuiltinsModule;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The methods and attributes of {@code type}. */
public final class TypeMethods {
  private TypeMethods() {}

  @New(value = "type(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType meta, Object[] args, PyDict kwargs) {
    if (args.length != 3) {
      if (meta == PyType.TYPE) {
        throw Errors.typeError(args.length == 1 ? "type() takes no keyword arguments" : "type() takes 1 or 3 arguments");
      }
      throw Errors.typeError("type.__new__() takes exactly 3 arguments (" + args.length + " given)");
    }
    check(args[0], PyStr.TYPE, 1);
    check(args[1], PyTuple.TYPE, 2);
    check(args[2], PyDict.TYPE, 3);
    Utf8.encode(PyStr.value(args[0]), null);
    Object doc = ((PyDict) args[2]).getStr("__doc__");
    if (PyStr.isStr(doc)) {
      Utf8.encode(PyStr.value(doc), null);
    }
    return TypeCreation.create(meta, args[0], (PyTuple) args[1], (PyDict) args[2], kwargs);
  }

  private static void check(Object o, PyType type, int argument) {
    if (!Py.isInstance(o, type)) {
      throw Errors.typeError("type.__new__() argument " + argument + " must be " + type.name() + ", not " + Py.typeOf(o).name());
    }
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyType self, Object[] args, PyDict kwargs) {
    if (args.length != 1 && args.length != 3) {
      throw Errors.typeError("type.__init__() takes 1 or 3 arguments");
    }
    if (args.length == 1 && kwargs.size() > 0) {
      throw Errors.typeError("type.__init__() takes no keyword arguments");
    }
  }

  @Method(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
  static Object __call__(PyType self, Object[] args, PyDict kwargs) {
    return Instantiation.create(self, Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyType self) {
    return Py.str("<class '" + qualifiedName(self) + "'>");
  }

  /** {@code module.qualname}, without the module if that is builtins. */
  public static String qualifiedName(PyType t) {
    Object module = moduleOf(t);
    String q = PyStr.java(qualnameOf(t));
    return module == null || !PyStr.isStr(module) || PyStr.java(module).equals("builtins") ? q : PyStr.java(module) + "." + q;
  }

  @Method(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
  static Object __getattribute__(PyType self, Object name) {
    String n = Attributes.name(name);
    Object v = find(self, n);
    if (v == null) {
      throw Errors.attributeError(self, n);
    }
    return v;
  }

  /** {@code type.__getattribute__}; null when there is no such attribute. */
  static Object find(PyType self, String name) {
    PyType meta = self.type();
    Object descr = meta.lookup(name);
    if (descr != null && Descriptors.isData(descr) && Descriptors.hasGet(descr)) {
      return Descriptors.get(descr, self, meta);
    }
    Object v = self.lookup(name);
    if (v != null) {
      return Descriptors.get(v, null, self);
    }
    return descr == null ? null : Descriptors.bind(descr, self, meta);
  }

  @Method(value = "__setattr__(self, name, value, /)", doc = "Implement setattr(self, name, value).")
  static void __setattr__(PyType self, Object name, Object value) {
    set(self, Attributes.name(name), value);
  }

  @Method(value = "__delattr__(self, name, /)", doc = "Implement delattr(self, name).")
  static void __delattr__(PyType self, Object name) {
    set(self, Attributes.name(name), null);
  }

  private static void set(PyType self, String name, Object value) {
    if (!self.isMutable()) {
      throw Errors.typeError("cannot set '" + name + "' attribute of immutable type '" + self.fullName() + "'");
    }
    Object descr = self.type().lookup(name);
    if (descr != null && Descriptors.set(descr, self, value)) {
      return;
    }
    if (self.has(PyType.STATIC) && Interpreter.current().staticOps != null) {
      Interpreter.current().staticOps.classAttribute(self, name, value);
    }
    if (!self.setAttribute(name.intern(), value)) {
      throw Errors.attributeError(self, name);
    }
  }

  @Method(value = "mro(self, /)", doc = "Return a type's method resolution order.")
  static Object mro(PyType self) {
    Object[] bases = self.bases().array();
    PyType[] list = new PyType[bases.length];
    System.arraycopy(bases, 0, list, 0, list.length);
    return PyList.of((Object[]) (list.length == 0 ? new PyType[] {self} : Mro.compute(self, list)).clone());
  }

  @Method(value = "__subclasses__(self, /)", doc = "Return a list of immediate subclasses.")
  static Object __subclasses__(PyType self) {
    List<Object> all = new ArrayList<>();
    if (!self.isHeap()) {
      for (PyType t : BuiltinsModule.types()) {
        if (Arrays.asList(t.bases().array()).contains(self)) {
          all.add(t);
        }
      }
    }
    all.addAll(self.subclasses());
    return PyList.of(all.toArray());
  }

  @ClassMethod(value = "__prepare__(type, *args, **kwargs)", doc = "Create the namespace for the class statement")
  static Object __prepare__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyDict();
  }

  @Method(value = "__instancecheck__(self, instance, /)", doc = "Check if an object is an instance.")
  static boolean __instancecheck__(Object self, Object instance) {
    return Classes.plainIsInstance(instance, self);
  }

  @Method(value = "__subclasscheck__(self, subclass, /)", doc = "Check if a class is a subclass.")
  static boolean __subclasscheck__(Object self, Object subclass) {
    return Classes.plainIsSubclass(subclass, self);
  }

  @Method(value = "__dir__(self, /)", doc = "Specialized __dir__ implementation for types.")
  static Object __dir__(PyType self) {
    PyDict names = new PyDict();
    mergeClassDict(names, self);
    return PyList.of(names.keysArray());
  }

  @Method(value = "__or__(self, value, /)", doc = "Return self|value.")
  static Object __or__(Object self, Object other) {
    return dev.tuff.engine.typing.PyUnion.or(self, other);
  }

  @Method(value = "__ror__(self, value, /)", doc = "Return value|self.")
  static Object __ror__(Object self, Object other) {
    return dev.tuff.engine.typing.PyUnion.or(other, self);
  }

  @Method(value = "__sizeof__(self, /)", doc = "Return memory consumption of the type object.")
  static long __sizeof__(PyType self) {
    return 400;
  }

  static void mergeClassDict(PyDict names, Object cls) {
    Object d = Attributes.find(cls, "__dict__");
    if (d != null) {
      for (Object k : Iteration.toArray(d)) {
        names.put(k, Py.None);
      }
    }
    Object bases = Attributes.find(cls, "__bases__");
    if (bases instanceof PyTuple t) {
      for (Object b : t.array()) {
        mergeClassDict(names, b);
      }
    }
  }

  // ---- attributes

  @Getter("__name__")
  static Object getName(PyType self) {
    return Py.str(self.name());
  }

  @Setter("__name__")
  static void setName(PyType self, Object value) {
    checkSettable(self, "__name__", value);
    if (!PyStr.isStr(value)) {
      throw Errors.typeError("can only assign string to " + self.name() + ".__name__, not '" + Py.typeOf(value).name() + "'");
    }
    if (PyStr.java(value).indexOf('\0') >= 0) {
      throw Errors.valueError("type name must not contain null characters");
    }
    Utf8.encode(PyStr.value(value), null);
    self.setName(PyStr.java(value));
  }

  private static void checkSettable(PyType self, String attribute, Object value) {
    if (!self.isMutable()) {
      throw Errors.typeError("cannot set '" + attribute + "' attribute of immutable type '" + self.fullName() + "'");
    }
    if (value == null) {
      throw Errors.typeError("cannot delete '" + attribute + "' attribute of immutable type '" + self.name() + "'");
    }
  }

  static Object qualnameOf(PyType t) {
    return t.qualname != null ? t.qualname : Py.str(t.name());
  }

  @Getter("__qualname__")
  static Object getQualname(PyType self) {
    return qualnameOf(self);
  }

  @Setter("__qualname__")
  static void setQualname(PyType self, Object value) {
    checkSettable(self, "__qualname__", value);
    if (!PyStr.isStr(value)) {
      throw Errors.typeError("can only assign string to " + self.name() + ".__qualname__, not '" + Py.typeOf(value).name() + "'");
    }
    self.qualname = value;
  }

  static Object moduleOf(PyType t) {
    if (t.isHeap()) {
      return t.dictOfType().getStr("__module__");
    }
    int dot = t.fullName().lastIndexOf('.');
    return dot < 0 ? "builtins" : t.fullName().substring(0, dot);
  }

  @Getter("__module__")
  static Object getModule(PyType self) {
    Object m = moduleOf(self);
    if (m == null) {
      throw Errors.attributeError("__module__");
    }
    return m;
  }

  @Setter("__module__")
  static void setModule(PyType self, Object value) {
    checkSettable(self, "__module__", value);
    self.setAttribute("__firstlineno__", null);
    self.setAttribute("__module__", value);
  }

  @Getter("__bases__")
  static Object getBases(PyType self) {
    return self.bases();
  }

  @Setter("__bases__")
  static void setBases(PyType self, Object value) {
    checkSettable(self, "__bases__", value);
    BasesAssignment.assign(self, value);
  }

  @Getter(value = "__base__", member = true)
  static Object getBase(PyType self) {
    return self.base == null ? Py.None : self.base;
  }

  @Getter("__mro__")
  static Object getMro(PyType self) {
    return self.incomplete ? Py.None : PyTuple.of((Object[]) self.mro.clone());
  }

  @Getter("__dict__")
  static Object getDict(PyType self) {
    return new PyMappingProxy(self.dictOfType());
  }

  @Getter("__doc__")
  static Object getDoc(PyType self) {
    if (!self.isHeap()) {
      return self.docString() == null ? Py.None : self.docString();
    }
    Object v = self.dictOfType().getStr("__doc__");
    return v == null ? Py.None : Descriptors.get(v, null, self);
  }

  @Setter("__doc__")
  static void setDoc(PyType self, Object value) {
    checkSettable(self, "__doc__", value);
    self.setAttribute("__doc__", value);
  }

  @Getter("__text_signature__")
  static Object getTextSignature(PyType self) {
    return self.isHeap() ? Py.None : TypeSignature.of(self);
  }

  @Getter("__abstractmethods__")
  static Object getAbstractMethods(PyType self) {
    Object v = self == PyType.TYPE ? null : self.dictOfType().getStr("__abstractmethods__");
    if (v == null) {
      throw Errors.attributeError("__abstractmethods__");
    }
    return v;
  }

  @Setter("__abstractmethods__")
  static void setAbstractMethods(PyType self, Object value) {
    if (!self.setAttribute("__abstractmethods__", value)) {
      throw Errors.attributeError("__abstractmethods__");
    }
    boolean any = value != null && Py.truth(value);
    self.flags = any ? self.flags | PyType.ABSTRACT : self.flags & ~PyType.ABSTRACT;
  }

  @Getter(value = "__flags__", member = true)
  static long getFlags(PyType self) {
    return TypeSignature.flags(self);
  }

  @Getter(value = "__basicsize__", member = true)
  static long getBasicSize(PyType self) {
    return (self.layout.has(PyType.VARIABLE_SIZE) ? 24 : 16) + 8L * self.rootShape.members + (self.instancesHaveDict() ? 8 : 0) + (self.supportsWeakref() ? 8 : 0);
  }

  @Getter(value = "__itemsize__", member = true)
  static long getItemSize(PyType self) {
    if (!self.layout.has(PyType.VARIABLE_SIZE)) {
      return 0;
    }
    // the digits of an int, the bytes of bytes, the items of a tuple
    return self.layout == PyInt.TYPE ? 4 : self.layout == PyBytes.TYPE ? 1 : 8;
  }

  @Getter(value = "__dictoffset__", member = true)
  static long getDictOffset(PyType self) {
    return self.instancesHaveDict() ? -1 : 0;
  }

  @Getter(value = "__weakrefoffset__", member = true)
  static long getWeakrefOffset(PyType self) {
    return self.supportsWeakref() ? 16 : 0;
  }

  @Getter("__type_params__")
  static Object getTypeParams(PyType self) {
    Object v = self.isHeap() ? self.dictOfType().getStr("__type_params__") : null;
    return v == null ? PyTuple.EMPTY : v;
  }

  @Setter("__type_params__")
  static void setTypeParams(PyType self, Object value) {
    checkSettable(self, "__type_params__", value);
    self.setAttribute("__type_params__", value);
  }

  @Getter("__annotate__")
  static Object getAnnotate(PyType self) {
    return TypeAnnotations.getAnnotate(self);
  }

  @Setter("__annotate__")
  static void setAnnotate(PyType self, Object value) {
    TypeAnnotations.setAnnotate(self, value);
  }

  @Getter("__annotations__")
  static Object getAnnotations(PyType self) {
    return TypeAnnotations.get(self);
  }

  @Setter("__annotations__")
  static void setAnnotations(PyType self, Object value) {
    TypeAnnotations.set(self, value);
  }

  // ---- __class__, and the descriptors that a class gets for its instances' dict and weak references

  static void assignClass(Object self, Object value) {
    if (value == null) {
      throw Errors.typeError("can't delete __class__ attribute");
    }
    if (!(value instanceof PyType to)) {
      throw Errors.typeError("__class__ must be set to a class, not '" + Py.typeOf(value).name() + "' object");
    }
    PyType from = Py.typeOf(self);
    boolean modules = from.isSubtype(dev.tuff.engine.module.PyModule.TYPE) && to.isSubtype(dev.tuff.engine.module.PyModule.TYPE);
    if (!modules && !(from.isHeap() && to.isHeap())) {
      throw Errors.typeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
    }
    if (from.layout != to.layout || from.species != to.species || from.rootShape.members != to.rootShape.members
        || from.instancesHaveDict() != to.instancesHaveDict() && !modules
        || from.supportsWeakref() != to.supportsWeakref() && !modules || !sameMembers(from, to)) {
      throw Errors.typeError("__class__ assignment: '" + to.name() + "' object layout differs from '" + from.name() + "'");
    }
    PyObject o = (PyObject) self;
    synchronized (o) {
      o.shape = o.shape.withType(to);
    }
  }

  /** Whether both lay out their instances alike: the same slots added to the same base, as often as slots were added. */
  private static boolean sameMembers(PyType a, PyType b) {
    a = definesSlots(a);
    b = definesSlots(b);
    return a == b || a.isHeap() && b.isHeap() && memberNames(a).equals(memberNames(b)) && definesSlots(a.base) == definesSlots(b.base);
  }

  /** The nearest class up the chain of bases that adds slots. */
  private static PyType definesSlots(PyType t) {
    while (t.isHeap() && t.rootShape.members == t.base.rootShape.members) {
      t = t.base;
    }
    return t;
  }

  private static java.util.List<String> memberNames(PyType type) {
    java.util.List<String> names = new java.util.ArrayList<>();
    for (Object v : type.dictOfType().valuesArray()) {
      if (v instanceof dev.tuff.engine.function.PyMemberDescr m) {
        names.add(m.index() + m.name());
      }
    }
    java.util.Collections.sort(names);
    return names;
  }

  static Object dictDescriptor(PyType type) {
    return PyGetSetDescr.ofClass(type, new InstanceAttributesTable(), "__dict__");
  }

  static Object weakrefDescriptor(PyType type) {
    return PyGetSetDescr.ofClass(type, new InstanceAttributesTable(), "__weakref__");
  }

  static PyException noSuchAttribute(String name) {
    return Errors.make(Exceptions.AttributeError, name);
  }
}
