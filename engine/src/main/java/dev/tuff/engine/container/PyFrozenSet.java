package dev.tuff.engine.container;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code frozenset}: a set that changes only while it is made. */
public final class PyFrozenSet extends PySetBase {
  public static final PyType TYPE = PyType.builtin("frozenset", PyType.OBJECT, PyType.MATCH_SELF | PyType.WEAKREF,
      "Build an immutable unordered collection of unique elements.", new SetMethodsTable(), new SetOperatorsTable(),
      new PyFrozenSetTable());

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  /** {@code hash()} once computed, else 0. */
  private long hash;

  PyFrozenSet(PyType type) {
    super(type);
  }

  public static PyFrozenSet of(Object... items) {
    PyFrozenSet s = new PyFrozenSet(TYPE);
    for (Object o : items) {
      s.insert(o);
    }
    return s;
  }

  @New(value = "frozenset(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    Arguments.noKeywordsToNew("frozenset", cls, TYPE, kwargs);
    Arguments.atMostOne("frozenset", args);
    if (cls == TYPE && args.length == 1 && args[0] instanceof PyFrozenSet f && f.type() == TYPE) {
      return f;
    }
    PyFrozenSet s = new PyFrozenSet(cls);
    if (args.length == 1) {
      s.addAll(args[0]);
    }
    return s;
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(PyFrozenSet self, Object[] args, PyDict kwargs) {}

  @Method(value = "copy(self, /)", doc = "Return a shallow copy of the set.")
  static Object copy(PyFrozenSet self) {
    return self.type() == TYPE ? self : SetAlgebra.copy(self);
  }

  /** Independent of the order of the elements; the same number as CPython's. */
  @Method(value = "__hash__(self, /)", doc = "Return hash(self).")
  static long __hash__(PyFrozenSet self) {
    long h = self.hash;
    if (h != 0) {
      return h;
    }
    for (Object k : self.toArray()) {
      long x = Py.hash(k);
      h ^= (x ^ 89869747L ^ x << 16) * 3644798167L;
    }
    h ^= (self.size() + 1L) * 1927868237L;
    h ^= h >>> 11 ^ h >>> 25;
    h = h * 69069L + 907133923L;
    if (h == -1) {
      h = 590923713L;
    }
    self.hash = h;
    return h;
  }
}
