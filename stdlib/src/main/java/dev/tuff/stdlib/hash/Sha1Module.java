package dev.tuff.stdlib.hash;

import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code _sha1}. */
public final class Sha1Module {
  private Sha1Module() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_sha1", new Sha1ModuleTable());
    m.set("SHA1Type", PyHash.SHA1);
    m.set("_GIL_MINSIZE", Py.box(2048));
  }

  @Function(value = "sha1(data=b'', *, usedforsecurity=True, string=None)", doc = "Return a new SHA-1 hash object; optionally initialized with a string.")
  static Object sha1(Object data, boolean usedForSecurity, Object string) {
    return new PyHash(PyHash.SHA1, "sha1", 20, 64, JavaDigest.of("SHA-1")).with(PyHash.initial(data, string));
  }
}
