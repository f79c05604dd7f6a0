package dev.tuff.stdlib.functools;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code _functools}. */
public final class FunctoolsModule {
  private FunctoolsModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_functools", new FunctoolsModuleTable());
    m.set("partial", PyPartial.TYPE);
    m.set("Placeholder", PyPlaceholder.INSTANCE);
    m.set("_PlaceholderType", PyPlaceholder.TYPE);
    m.set("_lru_cache_wrapper", PyLruCache.TYPE);
  }

  @Function(value = "reduce(function, iterable, /, initial=<null>)",
      doc = "Apply a function of two arguments cumulatively to the items of an iterable, from left to right, to one value.\n\n"
          + "If initial is present, it is placed before the items.")
  static Object reduce(Object function, Object iterable, Object initial) {
    Object it;
    try {
      it = Iteration.iter(iterable);
    } catch (PyException e) {
      if (e.is(Exceptions.TypeError)) {
        throw Errors.typeError("reduce() arg 2 must support iteration");
      }
      throw e;
    }
    Object r = initial;
    for (Object v; (v = Iteration.next(it)) != null; ) {
      r = r == null ? v : Call.call(function, r, v);
    }
    if (r == null) {
      throw Errors.typeError("reduce() of empty iterable with no initial value");
    }
    return r;
  }

  @Function(value = "cmp_to_key(mycmp)", doc = "Convert a cmp= function into a key= function.")
  static Object cmp_to_key(Object mycmp) {
    return new PyKeyWrapper(mycmp, null);
  }

  static boolean isCallable(Object o) {
    return o instanceof PyObject p && p.type().slot(Special.CALL) != null;
  }

  /** Whether a Python subclass has replaced {@code __call__}. */
  static boolean overridesCall(PyType type, PyType own) {
    return type != own && type.slot(Special.CALL) != own.slot(Special.CALL);
  }
}
