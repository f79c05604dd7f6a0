package dev.tuff.typed.runtime;

import dev.tuff.engine.container.Arguments;
import dev.tuff.engine.container.CheckedContainer;
import dev.tuff.engine.container.DictUpdate;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import java.util.Arrays;

/**
 * {@code CheckedDict[K, V]}, {@code chkdict} by its older name: a dict from {@code K} to {@code V}. It is no subclass of dict, and has dict's
 * methods; those that put items in, and look-ups, check what they are given. Static code puts in without a check what its compiler has checked.
 */
public final class CheckedDict extends PyDict implements CheckedContainer {
  public static final PyType TYPE = PyType.builtin("__static__.chkdict[K, V]", PyType.OBJECT,
      PyType.FINAL | PyType.NO_NEW | PyType.UNHASHABLE | PyType.MATCH_MAPPING | PyType.STATIC,
      "A dict whose keys are all of one type, and its values too.", tables());

  private final ElementType key;
  private final ElementType value;

  /** An empty dict of a type with type arguments. */
  public CheckedDict(PyType type) {
    super(type);
    ElementType[] elements = CheckedTypes.elements(type);
    key = elements[0];
    value = elements[1];
  }

  private static BuiltinTable[] tables() {
    BuiltinTable[] ofDict = PyDict.methods();
    BuiltinTable[] all = Arrays.copyOf(ofDict, ofDict.length + 1);
    all[ofDict.length] = new CheckedDictTable();
    return all;
  }

  /** {@code CheckedDict[key, value]}. */
  public static PyType typeOf(Interpreter interpreter, Object key, Object value) {
    return CheckedTypes.of(interpreter).type(TYPE, "chkdict", 2, Py.tuple(key, value));
  }

  private void checkKey(Object k) {
    if (!key.accepts(k)) {
      throw Errors.typeError("bad key '" + Py.typeOf(k).fullName() + "' for " + type().name());
    }
  }

  private void checkValue(Object v) {
    if (!value.accepts(v)) {
      throw Errors.typeError("bad value '" + Py.typeOf(v).fullName() + "' for " + type().name());
    }
  }

  @Override
  public boolean accepts(Object k) {
    return key.accepts(k);
  }

  @Override
  public boolean accepts(Object k, Object v) {
    return key.accepts(k) && value.accepts(v);
  }

  private void putChecked(Object k, Object v) {
    checkKey(k);
    checkValue(v);
    put(k, v);
  }

  /** Checks all items of a dict before the first is put in. */
  private void putAll(PyDict other) {
    if (other.type() != type()) {
      Object[] keys = other.keysArray();
      Object[] values = other.valuesArray();
      for (int i = 0; i < keys.length; i++) {
        checkKey(keys[i]);
        checkValue(values[i]);
      }
    }
    update(other);
  }

  private CheckedDict copyChecked() {
    CheckedDict d = new CheckedDict(type());
    d.update(this);
    return d;
  }

  @New(value = "chkdict(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new CheckedDict(cls);
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(CheckedDict self, Object[] args, PyDict kwargs) {
    updateFrom("chkdict", self, args, kwargs);
  }

  @Method(value = "update(self, /, *args, **kwargs)", textSignature = false,
      doc = "Update the dict from a mapping, or from an iterable of key-value pairs, then from the keywords.")
  static void update(CheckedDict self, Object[] args, PyDict kwargs) {
    updateFrom("update", self, args, kwargs);
  }

  private static void updateFrom(String name, CheckedDict self, Object[] args, PyDict kwargs) {
    Arguments.atMostOne(name, args);
    if (args.length == 1) {
      merge(self, args[0]);
    }
    if (kwargs.size() > 0) {
      self.putAll(kwargs);
    }
  }

  private static void merge(CheckedDict self, Object other) {
    PyDict items = other instanceof PyDict d ? d : new PyDict();
    if (items != other) {
      DictUpdate.merge(items, other);
    }
    self.putAll(items);
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "The type with its type arguments.")
  static Object __class_getitem__(PyType cls, Object item, Interpreter interpreter) {
    return CheckedTypes.of(interpreter).type(cls, "chkdict", 2, item);
  }

  @ClassMethod(value = "fromkeys(type, iterable, value=None, /)", doc = "Create a dict with the keys of iterable, all of the same value.")
  static Object fromkeys(PyType cls, Object iterable, Object value) {
    CheckedDict made = (CheckedDict) Call.call(cls);
    Object it = Iteration.iter(iterable);
    for (Object k; (k = Iteration.next(it)) != null; ) {
      made.putChecked(k, value);
    }
    return made;
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(CheckedDict self, Object key) {
    self.checkKey(key);
    Object v = self.get(key);
    if (v == null) {
      throw Errors.keyError(key);
    }
    return v;
  }

  @Method(value = "__setitem__(self, key, value, /)", doc = "Set self[key] to value.")
  static void __setitem__(CheckedDict self, Object key, Object value) {
    self.putChecked(key, value);
  }

  @Method(value = "get(self, key, default=None, /)", doc = "Return the value of key, or default if there is none.")
  static Object get(CheckedDict self, Object key, Object fallback) {
    self.checkArgument("get", 1, self.key, key);
    if (fallback != Py.None) {
      self.checkArgument("get", 2, self.value, fallback);
    }
    Object v = self.get(key);
    return v == null ? fallback : v;
  }

  private void checkArgument(String method, int position, ElementType type, Object given) {
    if (!type.accepts(given)) {
      throw Errors.typeError(method + "() argument " + position + " expected " + type.text());
    }
  }

  @Method(value = "setdefault(self, key, default=None, /)", doc = "Return the value of key; if there is none, set it to default first.")
  static Object setdefault(CheckedDict self, Object key, Object fallback) {
    self.checkArgument("setdefault", 1, self.key, key);
    self.checkArgument("setdefault", 2, self.value, fallback);
    Object v = self.putIfAbsent(key, fallback);
    return v == null ? fallback : v;
  }

  @Method(value = "copy(self, /)", doc = "Return a shallow copy of the dict.")
  static Object copy(CheckedDict self) {
    return self.copyChecked();
  }

  @Method(value = "__or__(self, value, /)", doc = "Return self|value, of the dict's own type.")
  static Object __or__(CheckedDict self, Object value) {
    if (!(value instanceof PyDict)) {
      return Py.NotImplemented;
    }
    CheckedDict d = self.copyChecked();
    d.putAll((PyDict) value);
    return d;
  }

  @Method(value = "__ror__(self, value, /)", doc = "Return value|self.")
  static Object __ror__(CheckedDict self, Object value) {
    if (!(value instanceof PyDict other)) {
      return Py.NotImplemented;
    }
    PyDict d = other.copyExact();
    d.update(self);
    return d;
  }

  @Method(value = "__ior__(self, value, /)", doc = "Return self|=value.")
  static Object __ior__(CheckedDict self, Object value) {
    merge(self, value);
    return self;
  }
}
