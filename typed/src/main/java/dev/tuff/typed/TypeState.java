package dev.tuff.typed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known at one point of a function: the types that names have just now, and fields of names ({@code x.a}) that were tested. */
final class TypeState {
  final Map<String, Value> locals = new LinkedHashMap<>();
  final Map<String, Map<String, Value>> fields = new HashMap<>();

  TypeState copy() {
    TypeState c = new TypeState();
    c.locals.putAll(locals);
    fields.forEach((name, refined) -> c.fields.put(name, new HashMap<>(refined)));
    return c;
  }

  void refine(String name, String field, Value to) {
    fields.computeIfAbsent(name, n -> new HashMap<>()).put(field, to);
  }

  Value field(String name, String field) {
    Map<String, Value> refined = fields.get(name);
    return refined == null ? null : refined.get(field);
  }

  void forgetField(String name, String field) {
    Map<String, Value> refined = fields.get(name);
    if (refined != null) {
      refined.remove(field);
    }
  }

  /** Two ways meet here: known is what both know. */
  void merge(TypeState other, TypeEnv env) {
    locals.keySet().retainAll(other.locals.keySet());
    locals.replaceAll((name, v) -> join(v, other.locals.get(name), env));
    fields.keySet().retainAll(other.fields.keySet());
    fields.forEach((name, refined) -> {
      Map<String, Value> theirs = other.fields.get(name);
      refined.keySet().retainAll(theirs.keySet());
      refined.replaceAll((field, v) -> env.union(theirs.get(field).klass.inexactClass(), v.klass.inexactClass()).instance);
    });
  }

  private static Value join(Value a, Value b, TypeEnv env) {
    return a == b ? a : env.union(a.klass.inexactClass(), b.klass.inexactClass()).instance;
  }

  boolean sameAs(TypeState entry) {
    for (Map.Entry<String, Map<String, Value>> e : entry.fields.entrySet()) {
      Map<String, Value> now = fields.get(e.getKey());
      if (now != null && !now.equals(e.getValue())) {
        return false;
      }
    }
    return locals.equals(entry.locals);
  }
}
