package dev.tuff.stdlib.pickle;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code _pickle.Unpickler}: a pickle machine that subclasses adapt. */
final class PyUnpickler extends PyObject {
  static final PyType TYPE = PyType.builtin("_pickle.Unpickler", PyType.OBJECT, 0,
      "This takes a binary file for reading a pickle data stream.", new PyUnpicklerTable());

  /** Null before {@code __init__}. */
  private PickleReader reader;

  /** Set on the object itself; null for none. */
  private Object persistentLoad;

  private boolean running;

  private PyUnpickler(PyType type) {
    super(type);
  }

  @New(value = "Unpickler(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyUnpickler(cls);
  }

  @Method(value = "__init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
      doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyUnpickler self, Object file, boolean fixImports, String encoding, String errors, Object buffers) {
    self.checkIdle();
    self.reader = new PickleReader(new PickleInput(file), fixImports, encoding, errors, buffers);
  }

  private void checkIdle() {
    if (running) {
      throw Errors.runtimeError("Unpickler object is already used");
    }
  }

  @Method(value = "load(self, /)", doc = "Load a pickle.\n\n"
      + "Read a pickled object from the open file object given in the constructor, and return\nthe reconstituted object.")
  static Object load(PyUnpickler self) {
    PickleReader r = self.reader;
    if (r == null) {
      throw PickleErrors.unpickling("Unpickler.__init__() was not called by " + self.type().fullName() + ".__init__()");
    }
    self.checkIdle();
    self.running = true;
    try {
      r.persistentLoad = Hooks.find(self, TYPE, "persistent_load", self.persistentLoad);
      PyType t = self.type();
      boolean own = t == TYPE || t.lookup("find_class") == TYPE.lookup("find_class") && self.dictGet("find_class") == null;
      r.finder = own ? null : self;
      return r.load();
    } finally {
      r.persistentLoad = null;
      self.running = false;
    }
  }

  @Override
  public Object dictGet(String name) {
    return hasDict() ? super.dictGet(name) : null;
  }

  @Method(value = "find_class(self, module_name, global_name, /)", doc = "Return an object from a specified module.\n\n"
      + "If necessary, the module will be imported. Subclasses may override this method\n"
      + "(e.g. to restrict unpickling of arbitrary classes and functions).")
  static Object find_class(PyUnpickler self, Object module, Object name) {
    if (self.reader == null) {
      throw PickleErrors.unpickling("Unpickler.__init__() was not called by " + self.type().fullName() + ".__init__()");
    }
    return ObjectMaker.find(self.reader, module, name);
  }

  @Method(value = "persistent_load(self, pid, /)")
  static Object persistent_load(PyUnpickler self, Object pid) {
    throw ObjectMaker.noPersistentLoad();
  }

  // ---- attributes: persistent_load can be set on the object, though there is a method of that name

  @Method(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
  static Object __getattribute__(PyUnpickler self, Object name) {
    return Hooks.get(self, Attributes.name(name), "persistent_load", self.persistentLoad);
  }

  @Method(value = "__setattr__(self, name, value, /)", doc = "Implement setattr(self, name, value).")
  static void __setattr__(PyUnpickler self, Object name, Object value) {
    String n = Attributes.name(name);
    if (n.equals("persistent_load")) {
      self.persistentLoad = value;
    } else {
      Attributes.genericSet(self, n, value);
    }
  }

  @Method(value = "__delattr__(self, name, /)", doc = "Implement delattr(self, name).")
  static void __delattr__(PyUnpickler self, Object name) {
    String n = Attributes.name(name);
    if (n.equals("persistent_load")) {
      self.persistentLoad = null;
    } else {
      Attributes.genericSet(self, n, null);
    }
  }

  @Getter("memo")
  static Object getMemo(PyUnpickler self) {
    return new PyUnpicklerMemoProxy(self);
  }

  @Setter("memo")
  static void setMemo(PyUnpickler self, Object value) {
    if (value == null) {
      throw Errors.typeError("attribute deletion is not supported");
    }
    if (value instanceof PyUnpicklerMemoProxy p) {
      self.setMemo(p.unpickler.memo().clone());
      return;
    }
    if (!(value instanceof PyDict d)) {
      throw Errors.typeError("'memo' attribute must be an UnpicklerMemoProxy object or dict, not " + Py.typeOf(value).fullName());
    }
    Object[] m = new Object[64];
    for (int e = d.nextEntry(0); e >= 0; e = d.nextEntry(e + 1)) {
      if (!(d.keyAt(e) instanceof Long i)) {
        throw Errors.typeError("memo key must be integers");
      }
      if (i < 0) {
        throw Errors.valueError("memo key must be positive integers.");
      }
      if (i >= m.length) {
        m = java.util.Arrays.copyOf(m, (int) Math.min(Integer.MAX_VALUE - 16, i * 2));
      }
      m[(int) (long) i] = d.valueAt(e);
    }
    self.setMemo(m);
  }

  Object[] memo() {
    return reader == null ? new Object[0] : reader.memo;
  }

  void setMemo(Object[] m) {
    if (reader != null) {
      int n = 0;
      for (Object o : m) {
        n += o == null ? 0 : 1;
      }
      reader.memo = m;
      reader.memoSize = n;
    }
  }
}
