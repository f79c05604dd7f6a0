package dev.tuff.host;

import java.util.Map;

/** The environment variables: a copy of the process's own, that the program may change. */
public interface Environment {
  /** All variables; a snapshot. */
  Map<String, String> all();

  String get(String name);

  void put(String name, String value);

  void remove(String name);
}
