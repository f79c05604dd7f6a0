package dev.tuff.stdlib.pickle;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.number.PyInt;

/** {@code _pickle.Pickler}: a writer that subclasses adapt. */
final class PyPickler extends PyObject {
  static final PyType TYPE = PyType.builtin("_pickle.Pickler", PyType.OBJECT, 0,
      "This takes a binary file for writing a pickle data stream.", new PyPicklerTable());

  /** Null before {@code __init__}. */
  private PickleWriter writer;

  /** Set on the object itself; null for none. */
  private Object persistentId;

  private Object dispatchTable;
  private IdentityMemo memo = new IdentityMemo();
  private int bin;
  private int fast;
  private boolean running;

  private PyPickler(PyType type) {
    super(type);
  }

  @New(value = "Pickler(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyPickler(cls);
  }

  @Method(value = "__init__(self, file, protocol=None, fix_imports=True, buffer_callback=None)",
      doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyPickler self, Object file, Object protocol, boolean fixImports, Object bufferCallback) {
    self.checkIdle();
    // the order of the checks
    PickleWriter.protocol(protocol);
    PickleWriter w = new PickleWriter(PickleWriter.writeOf(file), protocol, fixImports, bufferCallback);
    self.writer = w;
    self.memo = w.memo;
    self.bin = w.bin;
    self.fast = 0;
    self.dispatchTable = null;
    Object table = self.type() == TYPE ? null : Attributes.find(self, "dispatch_table");
    self.dispatchTable = table;
  }

  private void checkIdle() {
    if (running) {
      throw Errors.runtimeError("Pickler object is already used");
    }
  }

  @Method(value = "dump(self, obj, /)", doc = "Write a pickled representation of the given object to the open file.")
  static void dump(PyPickler self, Object obj) {
    PickleWriter w = self.writer;
    if (w == null) {
      throw PickleErrors.pickling("Pickler.__init__() was not called by " + self.type().fullName() + ".__init__()");
    }
    self.checkIdle();
    self.running = true;
    try {
      w.memo = self.memo;
      w.bin = self.bin;
      w.fast = self.fast;
      w.dispatchTable = self.dispatchTable;
      w.persistentId = Hooks.find(self, TYPE, "persistent_id", self.persistentId);
      w.reducerOverride = self.type() == TYPE ? null : Attributes.find(self, "reducer_override");
      w.dump(obj);
      w.out.flush();
    } finally {
      w.persistentId = null;
      w.reducerOverride = null;
      self.running = false;
    }
  }

  @Method(value = "clear_memo(self, /)", doc = "Clears the pickler's \"memo\".\n\n"
      + "The memo remembers which objects the pickler has seen, so that shared or recursive objects are\n"
      + "pickled by reference. Clearing it is useful when re-using picklers.")
  static void clear_memo(PyPickler self) {
    self.setMemo(new IdentityMemo());
  }

  @Method(value = "persistent_id(self, obj, /)")
  static void persistent_id(PyPickler self, Object obj) {}

  IdentityMemo memo() {
    return memo;
  }

  void setMemo(IdentityMemo m) {
    memo = m;
    if (running) {
      writer.memo = m;
    }
  }

  // ---- attributes: persistent_id can be set on the object, though there is a method of that name

  @Method(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
  static Object __getattribute__(PyPickler self, Object name) {
    return Hooks.get(self, Attributes.name(name), "persistent_id", self.persistentId);
  }

  @Method(value = "__setattr__(self, name, value, /)", doc = "Implement setattr(self, name, value).")
  static void __setattr__(PyPickler self, Object name, Object value) {
    String n = Attributes.name(name);
    if (n.equals("persistent_id")) {
      self.persistentId = value;
    } else {
      Attributes.genericSet(self, n, value);
    }
  }

  @Method(value = "__delattr__(self, name, /)", doc = "Implement delattr(self, name).")
  static void __delattr__(PyPickler self, Object name) {
    String n = Attributes.name(name);
    if (n.equals("persistent_id")) {
      self.persistentId = null;
    } else {
      Attributes.genericSet(self, n, null);
    }
  }

  @Getter("memo")
  static Object getMemo(PyPickler self) {
    return new PyPicklerMemoProxy(self);
  }

  @Setter("memo")
  static void setMemo(PyPickler self, Object value) {
    if (value == null) {
      throw Errors.typeError("attribute deletion is not supported");
    }
    if (value instanceof PyPicklerMemoProxy p) {
      self.setMemo(p.pickler.memo.copy());
      return;
    }
    if (!(value instanceof PyDict d)) {
      throw Errors.typeError("'memo' attribute must be a PicklerMemoProxy object or dict, not " + Py.typeOf(value).fullName());
    }
    IdentityMemo m = new IdentityMemo();
    for (Object v : d.valuesArray()) {
      if (!(v instanceof PyTuple t) || t.size() != 2) {
        throw Errors.typeError("'memo' values must be 2-item tuples");
      }
      m.put(t.get(1), (int) Convert.toLong(t.get(0)));
    }
    self.setMemo(m);
  }

  private static int number(Object value) {
    if (value == null) {
      throw Errors.typeError("can't delete numeric/char attribute");
    }
    Object i = PyInt.index(value);
    if (i instanceof Long l) {
      return (int) (long) l;
    }
    throw Errors.overflowError("Python int too large to convert to C long");
  }

  @Getter(value = "bin", member = true)
  static Object getBin(PyPickler self) {
    return Py.box(self.bin);
  }

  @Setter("bin")
  static void setBin(PyPickler self, Object value) {
    self.bin = number(value);
  }

  @Getter(value = "fast", member = true)
  static Object getFast(PyPickler self) {
    return Py.box(self.fast);
  }

  @Setter("fast")
  static void setFast(PyPickler self, Object value) {
    self.fast = number(value);
    if (self.running) {
      self.writer.fast = self.fast;
    }
  }

  @Getter(value = "dispatch_table", member = true)
  static Object getDispatchTable(PyPickler self) {
    if (self.dispatchTable == null) {
      throw Errors.attributeError(self, "dispatch_table");
    }
    return self.dispatchTable;
  }

  @Setter("dispatch_table")
  static void setDispatchTable(PyPickler self, Object value) {
    if (value == null && self.dispatchTable == null) {
      throw Errors.attributeError("dispatch_table");
    }
    self.dispatchTable = value;
  }

  /** The object of a proxy's {@code copy()}: id → (number, object). */
  PyDict memoDict() {
    PyDict d = new PyDict();
    Object[] keys = memo.slots();
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != null) {
        d.put(dev.tuff.engine.core.Identity.id(keys[i]), PyTuple.of(Py.box(memo.numberAt(i)), keys[i]));
      }
    }
    return d;
  }
}
