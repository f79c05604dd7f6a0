package dev.tuff.typed.runtime;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.Warn;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.PyClassMethod;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.function.PyProperty;
import dev.tuff.engine.function.PyStaticMethod;
import dev.tuff.engine.module.PyModule;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What the members of static classes and modules were before anyone replaced them: which tells what a replacement must return. Nothing here
 * keeps a class, a module or a function alive.
 */
final class Originals {
  enum Kind { FUNCTION, STATIC, CLASS, OTHER }

  /**
   * A member as it was defined.
   *
   * @param returns the type descriptor of results; null if anything may be returned
   */
  record Original(WeakReference<Object> member, Kind kind, Object returns, boolean async) {
    boolean is(Object o) {
      return member.get() == o;
    }
  }

  private final Map<Object, Map<String, Original>> containers = Collections.synchronizedMap(new WeakHashMap<>());

  private Originals() {}

  static Originals of(Interpreter interpreter) {
    return interpreter.state(Originals.class, Originals::new);
  }

  /** Notes all members of a static class that has just been made. */
  void note(PyType type) {
    PyDict d = type.dictOfType();
    for (Object name : d.keysArray()) {
      if (name instanceof String s) {
        note(type, s, d.get(name));
      }
    }
  }

  /** Notes the functions of a static module whose code has just run; what was noted of a module that is loaded again no longer counts. */
  void note(PyModule module) {
    PyDict d = module.dict();
    Object[] names = d.keysArray();
    Object[] values = d.valuesArray();
    Map<String, Original> members = Collections.synchronizedMap(new HashMap<>());
    for (int i = 0; i < names.length; i++) {
      Original o = names[i] instanceof String && values[i] instanceof PyFunction f && f.globals == d ? original(f) : null;
      if (o != null) {
        members.put((String) names[i], o);
      }
    }
    containers.put(module, members);
  }

  /** Notes a member, if it can be one of static code and none is noted. */
  Original note(Object container, String name, Object member) {
    Original o = original(member);
    if (o == null) {
      return null;
    }
    Map<String, Original> members = containers.computeIfAbsent(container, k -> Collections.synchronizedMap(new HashMap<>()));
    Original before = members.putIfAbsent(name, o);
    return before == null ? o : before;
  }

  Original find(Object container, String name) {
    Map<String, Original> members = containers.get(container);
    return members == null ? null : members.get(name);
  }

  /** Warns if a value that is no descriptor takes the place of a property, or of a slot with a default, and is of another type. */
  void warn(PyType type, String name, Object value) {
    Original o = find(type, name);
    if (o == null || o.kind != Kind.OTHER || o.returns == null || value instanceof PyObject p && p.type().slot(Special.GET) != null) {
      return;
    }
    Descriptor declared = Descriptor.resolve(Interpreter.current(), o.returns);
    if (!declared.accepts(value)) {
      Warn.warn(Exceptions.RuntimeWarning, "Overriding property " + type.name() + "." + name + " with " + Py.typeOf(value).name()
          + " when expected to be a " + declared.type().name() + ".", 1);
    }
  }

  private static Original original(Object member) {
    Object f = isCachedProperty(member) ? Attributes.find(member, "fget") : member instanceof PyStaticMethod s ? s.function() : member instanceof PyClassMethod c ? c.function()
        : member instanceof PyProperty p ? p.getter() : member;
    Kind kind = member instanceof PyStaticMethod ? Kind.STATIC : member instanceof PyClassMethod ? Kind.CLASS
        : member instanceof PyFunction ? Kind.FUNCTION : Kind.OTHER;
    if (f instanceof PyFunction fn && (fn.code.flags & StaticMarks.STATICALLY_COMPILED) != 0) {
      return new Original(new WeakReference<>(member), kind, returns(fn), (fn.code.flags & Code.CO_COROUTINE) != 0);
    }
    if (member instanceof PyMemberDescr m && m.guard() instanceof TypedSlot slot) {
      return new Original(new WeakReference<>(member), kind, slot.descriptor(), false);
    }
    return null;
  }

  private static boolean isCachedProperty(Object member) {
    return member instanceof PyObject o && o.type().isHeap() && o.type().name().contains("cached_property");
  }

  /** The descriptor of what a static function returns; null for anything. */
  static Object returns(PyFunction fn) {
    fn.code.instructions();
    Object[] consts = fn.code.consts;
    if (consts.length == 0 || !(consts[consts.length - 1] instanceof PyTuple signature) || signature.size() != 2) {
      return null;
    }
    Object returns = signature.get(1);
    return returns instanceof PyTuple t && !(t.size() == 2 && "builtins".equals(t.get(0)) && "object".equals(t.get(1))) ? t : null;
  }
}
