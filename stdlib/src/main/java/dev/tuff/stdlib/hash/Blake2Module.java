package dev.tuff.stdlib.hash;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.module.PyModule;

/** {@code _blake2}. */
public final class Blake2Module {
  private Blake2Module() {}

  public static void init(PyModule m) {
    for (PyType t : new PyType[] {PyBlake2.BLAKE2B, PyBlake2.BLAKE2S}) {
      m.set(t.name(), t);
      for (String limit : new String[] {"SALT_SIZE", "PERSON_SIZE", "MAX_KEY_SIZE", "MAX_DIGEST_SIZE"}) {
        m.set(t.name().toUpperCase(java.util.Locale.ROOT) + "_" + limit, t.dictOfType().getStr(limit));
      }
    }
    m.set("_GIL_MINSIZE", Py.box(2048));
  }
}
