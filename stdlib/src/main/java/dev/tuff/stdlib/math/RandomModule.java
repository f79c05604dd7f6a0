package dev.tuff.stdlib.math;

import dev.tuff.engine.module.PyModule;

/** {@code _random}. */
public final class RandomModule {
  private RandomModule() {}

  public static void init(PyModule m) {
    m.set("__doc__", "Module implements the Mersenne Twister random number generator.");
    m.set("Random", PyRandom.TYPE);
  }
}
