package dev.tuff.engine.interp;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Classes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.text.PyStr;
import java.util.ArrayList;
import java.util.List;

/** The instructions of {@code match} (PEP 634). */
final class MatchOps {
  private MatchOps() {}

  /** MATCH_KEYS: the values of the keys, or None if one is missing. */
  static Object keys(Object subject, Object keys) {
    Object[] wanted = ((PyTuple) keys).array();
    Object[] values = new Object[wanted.length];
    PyDict seen = new PyDict();
    Object get = null;
    Object missing = null;
    for (int i = 0; i < wanted.length; i++) {
      if (seen.containsKey(wanted[i])) {
        throw Errors.valueError("mapping pattern checks duplicate key (" + Py.javaRepr(wanted[i]) + ")");
      }
      seen.put(wanted[i], Py.None);
      if (subject instanceof PyDict d && d.type() == PyDict.TYPE) {
        values[i] = d.get(wanted[i]);
      } else {
        // get() with a default, so that __missing__ adds nothing
        if (get == null) {
          get = Attributes.get(subject, "get");
          missing = new dev.tuff.engine.core.PyInstance(PyType.OBJECT);
        }
        Object v = Call.call(get, wanted[i], missing);
        values[i] = v == missing ? null : v;
      }
      if (values[i] == null) {
        return Py.None;
      }
    }
    return PyTuple.of(values);
  }

  /** MATCH_CLASS: the attributes for the sub-patterns, or null if the subject does not match. */
  static Object[] attributes(Object subject, Object cls, int positional, Object[] keywords) {
    if (!(cls instanceof PyType type)) {
      throw Errors.typeError("called match pattern must be a class");
    }
    if (!Classes.isInstance(subject, cls)) {
      return null;
    }
    List<Object> out = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    if (positional > 0 && !positional(subject, type, positional, out, seen)) {
      return null;
    }
    for (Object k : keywords) {
      Object v = attribute(subject, type, PyStr.java(k), seen);
      if (v == null) {
        return null;
      }
      out.add(v);
    }
    return out.toArray();
  }

  private static boolean positional(Object subject, PyType type, int n, List<Object> out, List<String> seen) {
    Object args = Attributes.find(type, "__match_args__");
    boolean self = false;
    Object[] names;
    if (args == null) {
      names = new Object[0];
      self = type.has(PyType.MATCH_SELF);
    } else if (args instanceof PyTuple t) {
      names = t.array();
    } else {
      throw Errors.typeError(type.name() + ".__match_args__ must be a tuple (got " + Py.typeOf(args).name() + ")");
    }
    int allowed = self ? 1 : names.length;
    if (allowed < n) {
      throw Errors.typeError(type.name() + "() accepts " + allowed + " positional sub-pattern" + (allowed == 1 ? "" : "s") + " (" + n
          + " given)");
    }
    if (self) {
      out.add(subject);
      return true;
    }
    for (int i = 0; i < n; i++) {
      if (!PyStr.isStr(names[i])) {
        throw Errors.typeError("__match_args__ elements must be strings (got " + Py.typeOf(names[i]).name() + ")");
      }
      Object v = attribute(subject, type, PyStr.java(names[i]), seen);
      if (v == null) {
        return false;
      }
      out.add(v);
    }
    return true;
  }

  private static Object attribute(Object subject, PyType type, String name, List<String> seen) {
    if (seen.contains(name)) {
      throw duplicate(type, name);
    }
    seen.add(name);
    return Attributes.find(subject, name);
  }

  private static PyException duplicate(PyType type, String name) {
    return Errors.typeError(type.name() + "() got multiple sub-patterns for attribute " + Py.javaRepr(name));
  }
}
