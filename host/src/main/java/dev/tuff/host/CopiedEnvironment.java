package dev.tuff.host;

import java.util.LinkedHashMap;
import java.util.Map;

/** Environment variables held by the interpreter; children get them, the JVM's own environment cannot change. */
final class CopiedEnvironment implements Environment {
  private final Map<String, String> variables;

  CopiedEnvironment(Map<String, String> initial) {
    variables = new LinkedHashMap<>(initial);
  }

  @Override
  public synchronized Map<String, String> all() {
    return new LinkedHashMap<>(variables);
  }

  @Override
  public synchronized String get(String name) {
    return variables.get(name);
  }

  @Override
  public synchronized void put(String name, String value) {
    variables.put(name, value);
  }

  @Override
  public synchronized void remove(String name) {
    variables.remove(name);
  }
}
