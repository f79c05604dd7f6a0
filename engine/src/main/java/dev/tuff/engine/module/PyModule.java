package dev.tuff.engine.module;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.text.PyStr;

/** {@code module}. Its attributes live in a dict from the start: it is the globals of the module's code. */
public final class PyModule extends PyObject {
  public static final PyType TYPE = PyType.builtin("module", PyType.OBJECT, PyType.HAS_DICT | PyType.WEAKREF, "Create a module object.",
      new PyModuleTable());

  /** What native code keeps with its module; null for none. */
  public Object state;

  public PyModule(PyType type) {
    super(type);
    setDict(new PyDict());
  }

  public PyModule(String name) {
    this(TYPE);
    init(Py.str(name), Py.None);
  }

  private void init(Object name, Object doc) {
    PyDict d = dict();
    d.putStr("__name__", name);
    d.putStr("__doc__", doc);
    d.putStr("__package__", Py.None);
    d.putStr("__loader__", Py.None);
    d.putStr("__spec__", Py.None);
  }

  public void set(String name, Object value) {
    dict().putStr(name, value);
  }

  /** Whether the module says itself what attributes it has, by a function {@code __getattr__} (PEP 562). */
  public boolean hasHook() {
    return dictGet("__getattr__") != null;
  }

  /** {@code module.name}. */
  public Object attribute(String name) {
    Object v = Attributes.generic(this, type(), name);
    if (v != null) {
      return v;
    }
    Object hook = dictGet("__getattr__");
    if (hook != null) {
      return Call.call(hook, Py.str(name));
    }
    throw Errors.attributeError(MissingAttribute.message(this, name), this, name);
  }

  @New(value = "module(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyModule(cls);
  }

  @Method("__init__(self, /, name, doc=None)")
  static void __init__(PyModule self, Object name, Object doc) {
    if (!PyStr.isStr(name)) {
      throw Errors.typeError("module() argument 'name' must be str, not " + Py.typeOf(name).name());
    }
    self.init(name, doc);
  }

  @Method("__getattribute__(self, name, /)")
  static Object __getattribute__(PyModule self, Object name) {
    return self.attribute(Attributes.name(name));
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyModule self) {
    Object spec = self.dictGet("__spec__");
    if (spec != null && spec != Py.None) {
      return Py.str(ofSpec(spec));
    }
    Object n = self.dictGet("__name__");
    String name = n == null ? "'?'" : Py.javaRepr(n);
    Object file = self.dictGet("__file__");
    if (file != null) {
      return Py.str("<module " + name + " from " + Py.javaRepr(file) + ">");
    }
    Object loader = self.dictGet("__loader__");
    return Py.str("<module " + name + (loader == null || loader == Py.None ? ">" : " (" + Py.javaRepr(loader) + ")>"));
  }

  private static String ofSpec(Object spec) {
    Object n = Attributes.get(spec, "name");
    String name = n == Py.None ? "'?'" : Py.javaRepr(n);
    Object origin = Attributes.get(spec, "origin");
    Object loader = Attributes.get(spec, "loader");
    if (origin == Py.None) {
      if (loader == Py.None) {
        return "<module " + name + ">";
      }
      String kind = Py.typeOf(loader).name();
      return kind.equals("NamespaceLoader")
          ? "<module " + name + " (namespace) from " + Py.javaRepr(PyList.of(dev.tuff.engine.core.Iteration.toArray(
              Attributes.get(loader, "_path")).clone())) + ">"
          : "<module " + name + " (" + Py.javaRepr(loader) + ")>";
    }
    return Py.truth(Attributes.get(spec, "has_location"))
        ? "<module " + name + " from " + Py.javaRepr(origin) + ">"
        : "<module " + name + " (" + Py.javaString(origin) + ")>";
  }

  @Method(value = "__dir__(self, /)", doc = "The names of the module's attributes.")
  static Object __dir__(PyModule self) {
    Object d = Attributes.get(self, "__dict__");
    if (!(d instanceof PyDict dict)) {
      throw Errors.typeError("<module>.__dict__ is not a dictionary");
    }
    Object hook = dict.getStr("__dir__");
    return hook != null ? Call.call(hook) : PyList.of(dict.keysArray());
  }

  @Getter(value = "__dict__", member = true)
  static Object getDict(PyModule self) {
    return self.dict();
  }

  // ---- annotations (PEP 649 and 749)

  @Getter("__annotate__")
  static Object getAnnotate(PyModule self) {
    PyDict d = self.dict();
    Object f = d.getStr("__annotate__");
    if (f == null) {
      f = Py.None;
      d.putStr("__annotate__", f);
    }
    return f;
  }

  @Setter("__annotate__")
  static void setAnnotate(PyModule self, Object value) {
    if (value == null) {
      throw Errors.typeError("cannot delete __annotate__ attribute");
    }
    if (value != Py.None && Py.typeOf(value).slot(Special.CALL) == null) {
      throw Errors.typeError("__annotate__ must be callable or None");
    }
    self.dict().putStr("__annotate__", value);
    if (value != Py.None) {
      self.dict().removeStr("__annotations__");
    }
  }

  @Getter("__annotations__")
  static Object getAnnotations(PyModule self) {
    PyDict d = self.dict();
    Object a = d.getStr("__annotations__");
    if (a != null) {
      return a;
    }
    Object f = d.getStr("__annotate__");
    Object made = f == null || f == Py.None ? new PyDict() : Call.call(f, Py.box(1));
    if (!(made instanceof PyDict)) {
      throw Errors.typeError("__annotate__ returned non-dict of type '" + Py.typeOf(made).name() + "'");
    }
    // while the module's code still runs, more annotations may come
    if (!MissingAttribute.initializing(d.getStr("__spec__"))) {
      d.putStr("__annotations__", made);
    }
    return made;
  }

  @Setter("__annotations__")
  static void setAnnotations(PyModule self, Object value) {
    PyDict d = self.dict();
    if (value != null) {
      d.putStr("__annotations__", value);
    } else if (d.removeStr("__annotations__") == null) {
      throw Errors.attributeError("__annotations__");
    }
    d.removeStr("__annotate__");
  }
}
