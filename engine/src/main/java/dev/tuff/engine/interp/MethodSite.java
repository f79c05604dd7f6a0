package dev.tuff.engine.interp;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.module.PyModule;

/** A place in Java code that calls a method by its name: it keeps what it found, as the instructions that do the same in Python code. */
public final class MethodSite {
  private final String name;
  private final CallSite site;
  private MethodCache found;

  /** @param keywords the names of the last arguments, or null */
  public MethodSite(String name, String[] keywords) {
    this.name = name;
    site = new CallSite(keywords);
  }

  /** {@code receiver.name(arguments)}. */
  public Object call(ThreadState ts, Object receiver, Object... arguments) {
    MethodCache known = found;
    if (known == null || !known.applies(receiver)) {
      found = known = find(receiver);
    }
    if (known == null) {
      return Call.call(Attributes.get(receiver, name), arguments, site.names);
    }
    return Tiers.orThrow(ts, site.call(ts, ts.frame, known.value(), receiver, arguments));
  }

  /** A method in Python of an object's class that the object has no attribute before; else null. */
  private MethodCache find(Object receiver) {
    if (!(receiver instanceof PyObject o) || o.shape.dictMode || o instanceof PyModule) {
      return null;
    }
    PyType t = o.type();
    Object version = t.version;
    boolean usual = t.slot(Special.GETATTRIBUTE) == PyType.OBJECT.slot(Special.GETATTRIBUTE);
    return usual && t.lookup(name) instanceof PyFunction fn && (!o.hasDict() || o.shape.find(name) < 0)
        ? new MethodCache(o.shape, null, t, version, fn) : null;
  }
}
