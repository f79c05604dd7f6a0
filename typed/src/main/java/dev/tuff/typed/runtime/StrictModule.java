package dev.tuff.typed.runtime;

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
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;

/**
 * {@code cinderx.StrictModule}: a module whose attributes only its own code sets, through the globals that it shares with it. One made to be
 * patched lets tests replace attributes, and remembers what was there.
 *
 * <p>Its type is no subclass of {@code module}; {@code __class__} says {@code module}, so that {@code isinstance} takes it for one.
 */
public final class StrictModule extends PyObject {
  public static final PyType TYPE = PyType.builtin("cinderx.StrictModule", PyType.OBJECT, PyType.WEAKREF,
      "StrictModule(d, enable_patching) -> a module over the dict that its code runs in", new StrictModuleTable());

  private final PyDict globals;
  private final boolean patchable;

  /** From a name to the (module, name) that it was imported from. */
  private final PyDict importedFrom = new PyDict();

  /** What names meant before they were patched. */
  private final PyDict originals = new PyDict();

  private StrictModule(PyType type, PyDict globals, boolean patchable) {
    super(type);
    this.globals = globals;
    this.patchable = patchable;
    Object pairs = globals.removeStr("<imported-from>");
    if (pairs != null) {
      for (Object pair : Iteration.toArray(pairs)) {
        PyTuple p = (PyTuple) pair;
        importedFrom.put(p.get(0), p.get(1));
      }
    }
  }

  @New(value = "StrictModule(d=<null>, enable_patching=<null>)", textSignature = false)
  static Object __new__(PyType type, Object d, Object enablePatching) {
    if (d != null && Py.typeOf(d) != PyDict.TYPE) {
      throw Errors.typeError("StrictModule.__new__ expected dict for 1st argument");
    }
    if (enablePatching != null && !(enablePatching instanceof Boolean)) {
      throw Errors.typeError("StrictModule.__new__ expected bool for 2nd argument");
    }
    return new StrictModule(type, d == null ? new PyDict() : (PyDict) d, enablePatching == Boolean.TRUE);
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "All is done by __new__.")
  static void __init__(StrictModule self, Object[] args, PyDict kwargs) {}

  /** The dict that the module's code runs in. */
  public PyDict globals() {
    return globals;
  }

  public boolean patchable() {
    return patchable;
  }

  private String name() {
    Object n = globals.getStr("__name__");
    return n != null && PyStr.isStr(n) ? PyStr.java(n) : null;
  }

  /** What the name meant before anyone patched it, here or in the module that it was imported from; null if it meant nothing. */
  public synchronized Object original(Interpreter interpreter, String name) {
    Object known = originals.getStr(name);
    if (known != null) {
      return known;
    }
    Object original = globals.getStr(name);
    if (original != null && importedFrom.getStr(name) instanceof PyTuple source
        && interpreter.modules.get(source.get(0)) instanceof StrictModule from) {
      Object there = from.original(interpreter, PyStr.java(source.get(1)));
      original = there != null ? there : original;
    }
    if (original != null) {
      originals.putStr(name, original);
    }
    return original;
  }

  /** Sets an attribute from outside; with null, deletes it. */
  private void change(Interpreter interpreter, String name, Object value) {
    if (!patchable) {
      throw Errors.attributeError("cannot " + (value == null ? "delete" : "modify") + " attribute '" + name + "' of strict module " + name());
    }
    original(interpreter, name);
    if (value != null) {
      globals.putStr(name.intern(), value);
    } else if (globals.removeStr(name) == null) {
      throw missing(name);
    }
  }

  private PyException missing(String name) {
    return Errors.attributeError("strict module '" + name() + "' has no attribute '" + name + "'", this, name);
  }

  @Method("__getattribute__(self, name, /)")
  static Object __getattribute__(StrictModule self, Object attribute) {
    String name = Attributes.name(attribute);
    switch (name) {
      case "__class__":
        return PyModule.TYPE;
      case "__dict__":
        return self.globals.copyExact();
      case "__patch_enabled__":
        return self.patchable;
      default:
        Object v = self.globals.getStr(name);
        if (v != null) {
          return v;
        }
    }
    Object ofType = name.equals("__name__") ? null : Attributes.generic(self, self.type(), name);
    if (ofType != null) {
      return ofType;
    }
    Object hook = name.equals("__name__") ? null : self.globals.getStr("__getattr__");
    if (hook != null) {
      return Call.call(hook, Py.str(name));
    }
    throw self.missing(name);
  }

  @Method("__setattr__(self, name, value, /)")
  static void __setattr__(StrictModule self, Object name, Object value, Interpreter interpreter) {
    self.change(interpreter, Attributes.name(name), value);
  }

  @Method("__delattr__(self, name, /)")
  static void __delattr__(StrictModule self, Object name, Interpreter interpreter) {
    self.change(interpreter, Attributes.name(name), null);
  }

  @Method(value = "patch(self, name, value, /)", doc = "Replace an attribute, if the module was made to be patched.")
  static void patch(StrictModule self, String name, Object value, Interpreter interpreter) {
    self.change(interpreter, name, value);
  }

  @Method(value = "patch_delete(self, name, /)", doc = "Delete an attribute, if the module was made to be patched.")
  static void patch_delete(StrictModule self, String name, Interpreter interpreter) {
    self.change(interpreter, name, null);
  }

  @Getter(value = "__patch_enabled__", doc = "Whether attributes can be replaced.")
  static Object patchEnabled(StrictModule self) {
    return self.patchable;
  }

  @Method(value = "__dir__(self, /)", doc = "The names of the module's attributes.")
  static Object __dir__(StrictModule self) {
    Object hook = self.globals.getStr("__dir__");
    return hook != null ? Call.call(hook) : PyList.of(self.globals.keysArray());
  }

  @Method("__repr__(self, /)")
  static Object __repr__(StrictModule self, Interpreter interpreter) {
    return Call.attribute(interpreter.importlib, "_module_repr", self);
  }
}
