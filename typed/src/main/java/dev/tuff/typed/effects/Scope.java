package dev.tuff.typed.effects;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names of a module, class body or function while its code is followed. */
final class Scope {
  Map<String, Known> names;

  /** The function around; the module for one that is in none. Class bodies are no scope for functions in them. */
  final Scope around;
  final Scope module;
  final boolean isClass;
  final Set<String> globals = new HashSet<>();
  final Set<String> outer = new HashSet<>();

  Scope(Map<String, Known> names, Scope around, boolean isClass) {
    this.names = names;
    this.around = around;
    this.module = around == null ? this : around.module;
    this.isClass = isClass;
  }

  static Scope in(Scope around, boolean isClass) {
    return new Scope(new LinkedHashMap<>(), around, isClass);
  }

  /** Null if no scope has the name. */
  Known find(String name) {
    if (globals.contains(name)) {
      return module.names.get(name);
    }
    for (Scope s = this; s != null; s = s.around) {
      Known v = s == this || !s.isClass ? s.names.get(name) : null;
      if (v != null) {
        return v;
      }
    }
    return null;
  }

  /** The scope that an assignment to the name goes to. */
  Scope target(String name) {
    if (globals.contains(name)) {
      return module;
    }
    if (outer.contains(name)) {
      for (Scope s = around; s != null; s = s.around) {
        if (!s.isClass && s.names.containsKey(name)) {
          return s;
        }
      }
    }
    return this;
  }
}
