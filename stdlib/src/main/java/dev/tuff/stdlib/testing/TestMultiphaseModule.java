package dev.tuff.stdlib.testing;

import dev.tuff.engine.module.PyModule;

/**
 * {@code _testmultiphase}: an empty module. CPython's tests of the import system ask for it before all else; there are no extension modules
 * here, and the tests that look into this one fail.
 */
public final class TestMultiphaseModule {
  private TestMultiphaseModule() {}

  public static void init(PyModule m) {
    m.set("__doc__", "Empty: there are no extension modules.");
  }
}
