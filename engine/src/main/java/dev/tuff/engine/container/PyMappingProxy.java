package dev.tuff.engine.container;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.typing.PyGenericAlias;

/** {@code mappingproxy}: a read-only view of a mapping. */
public final class PyMappingProxy extends PyObject {
  public static final PyType TYPE = PyType.builtin("mappingproxy", PyType.OBJECT, PyType.FINAL | PyType.MATCH_MAPPING,
      "Read-only proxy of a mapping.", new PyMappingProxyTable());

  private final Object mapping;

  public PyMappingProxy(Object mapping) {
    super(TYPE);
    this.mapping = mapping;
  }

  public Object mapping() {
    return mapping;
  }

  @New("mappingproxy(mapping)")
  static Object __new__(PyType cls, Object mapping) {
    if (Py.typeOf(mapping).slot(Special.GETITEM) == null || mapping instanceof PyList || mapping instanceof PyTuple) {
      throw Errors.typeError("mappingproxy() argument must be a mapping, not " + Py.typeOf(mapping).name());
    }
    return new PyMappingProxy(mapping);
  }

  @Method(value = "__len__(self, /)", doc = "Return len(self).")
  static long __len__(PyMappingProxy self) {
    return Items.length(self.mapping);
  }

  @Method(value = "__getitem__(self, key, /)", doc = "Return self[key].")
  static Object __getitem__(PyMappingProxy self, Object key) {
    return Items.get(self.mapping, key);
  }

  @Method(value = "__contains__(self, key, /)", doc = "Return bool(key in self).")
  static boolean __contains__(PyMappingProxy self, Object key) {
    return Items.contains(self.mapping, key);
  }

  @Method(value = "__iter__(self, /)", doc = "Implement iter(self).")
  static Object __iter__(PyMappingProxy self) {
    return Iteration.iter(self.mapping);
  }

  @Method(value = "__reversed__(self, /)", doc = "Return a reverse iterator over the mapping's keys.")
  static Object __reversed__(PyMappingProxy self) {
    return Call.attribute(self.mapping, "__reversed__");
  }

  @Method(value = "get(self, key, default=None, /)", doc = "Return the value for key if key is in the mapping, else default.",
      textSignature = false)
  static Object get(PyMappingProxy self, Object key, Object fallback) {
    if (self.mapping instanceof PyDict d && d.type() == PyDict.TYPE) {
      Object v = d.get(key);
      return v == null ? fallback : v;
    }
    return Call.attribute(self.mapping, "get", key, fallback);
  }

  @Method(value = "keys(self, /)", doc = "a set-like object providing a view on the mapping's keys", textSignature = false)
  static Object keys(PyMappingProxy self) {
    return Call.attribute(self.mapping, "keys");
  }

  @Method(value = "values(self, /)", doc = "an object providing a view on the mapping's values", textSignature = false)
  static Object values(PyMappingProxy self) {
    return Call.attribute(self.mapping, "values");
  }

  @Method(value = "items(self, /)", doc = "a set-like object providing a view on the mapping's items", textSignature = false)
  static Object items(PyMappingProxy self) {
    return Call.attribute(self.mapping, "items");
  }

  @Method(value = "copy(self, /)", doc = "a shallow copy of the mapping", textSignature = false)
  static Object copy(PyMappingProxy self) {
    return Call.attribute(self.mapping, "copy");
  }

  @Method(value = "__or__(self, value, /)", doc = "Return self|value.")
  static Object __or__(PyMappingProxy self, Object value) {
    return Operators.binary(Special.OR, self.mapping, bare(value));
  }

  @Method(value = "__ror__(self, value, /)", doc = "Return value|self.")
  static Object __ror__(PyMappingProxy self, Object value) {
    return Operators.binary(Special.OR, bare(value), self.mapping);
  }

  private static Object bare(Object o) {
    return o instanceof PyMappingProxy p ? p.mapping : o;
  }

  @Method(value = "__ior__(self, value, /)", doc = "Return self|=value.")
  static Object __ior__(PyMappingProxy self, Object value) {
    throw Errors.typeError("'|=' is not supported by mappingproxy; use '|' instead");
  }

  @Method(value = "__eq__(self, value, /)", doc = "Return self==value.")
  static Object __eq__(PyMappingProxy self, Object value) {
    return Comparison.compare(Comparison.EQ, self.mapping, bare(value));
  }

  @Method(value = "__ne__(self, value, /)", doc = "Return self!=value.")
  static Object __ne__(PyMappingProxy self, Object value) {
    return Comparison.compare(Comparison.NE, self.mapping, bare(value));
  }

  @Method(value = "__lt__(self, value, /)", doc = "Return self<value.")
  static Object __lt__(PyMappingProxy self, Object value) {
    return Comparison.compare(Comparison.LT, self.mapping, bare(value));
  }

  @Method(value = "__le__(self, value, /)", doc = "Return self<=value.")
  static Object __le__(PyMappingProxy self, Object value) {
    return Comparison.compare(Comparison.LE, self.mapping, bare(value));
  }

  @Method(value = "__gt__(self, value, /)", doc = "Return self>value.")
  static Object __gt__(PyMappingProxy self, Object value) {
    return Comparison.compare(Comparison.GT, self.mapping, bare(value));
  }

  @Method(value = "__ge__(self, value, /)", doc = "Return self>=value.")
  static Object __ge__(PyMappingProxy self, Object value) {
    return Comparison.compare(Comparison.GE, self.mapping, bare(value));
  }

  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(PyMappingProxy self) {
    return Py.hash(self.mapping);
  }

  @Method(value = "__str__(self, /)", doc = "Return str(self).")
  static Object __str__(PyMappingProxy self) {
    return Py.str(self.mapping);
  }

  @Method(value = "__repr__(self, /)", doc = "Return repr(self).")
  static Object __repr__(PyMappingProxy self) {
    return Py.str("mappingproxy(" + PyStr.java(Py.repr(self.mapping)) + ")");
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }
}
