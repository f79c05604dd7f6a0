package dev.tuff.stdlib.hash;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.module.PyModule;

/** {@code _sha3}. */
public final class Sha3Module {
  private Sha3Module() {}

  public static void init(PyModule m) {
    PyType[] types = {PySha3.SHA3_224, PySha3.SHA3_256, PySha3.SHA3_384, PySha3.SHA3_512, PySha3.SHAKE_128, PySha3.SHAKE_256};
    for (PyType t : types) {
      m.set(t.name(), t);
    }
    m.set("implementation", "tuff");
    m.set("_GIL_MINSIZE", Py.box(2048));
  }
}
