package dev.tuff.stdlib.objects;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.reference.PyWeakProxy;
import dev.tuff.engine.reference.PyWeakref;

/** {@code _weakref}. */
public final class WeakrefModule {
  private WeakrefModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_weakref", new WeakrefModuleTable());
    m.set("__doc__", "Weak references.");
    m.set("ref", PyWeakref.TYPE);
    m.set("ReferenceType", PyWeakref.TYPE);
    m.set("ProxyType", PyWeakProxy.TYPE);
    m.set("CallableProxyType", PyWeakProxy.CALLABLE);
  }

  @Function(value = "getweakrefcount(object, /)", doc = "The number of weak references to an object.")
  static long getweakrefcount(Object object, Interpreter in) {
    return in.references().of(object).length;
  }

  @Function(value = "getweakrefs(object, /)", doc = "A list of the weak references to an object.")
  static Object getweakrefs(Object object, Interpreter in) {
    return PyList.of(in.references().of(object));
  }

  @Function(value = "proxy(object, callback=None, /)", doc = "A proxy that refers weakly to an object.")
  static Object proxy(Object object, Object callback) {
    return PyWeakProxy.of(object, callback == Py.None ? null : callback);
  }

  @Function(value = "_remove_dead_weakref(dct, key, /)", doc = "Remove key from dict if its value is a dead weak reference.")
  static void removeDead(PyDict dct, Object key) {
    if (dct.get(key) instanceof PyWeakref r && r.get() == null) {
      dct.remove(key);
    }
  }
}
