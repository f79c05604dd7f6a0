package dev.tuff.stdlib.hash;

import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code _md5}. */
public final class Md5Module {
  private Md5Module() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_md5", new Md5ModuleTable());
    m.set("MD5Type", PyHash.MD5);
    m.set("_GIL_MINSIZE", Py.box(2048));
  }

  @Function(value = "md5(data=b'', *, usedforsecurity=True, string=None)", doc = "Return a new MD5 hash object; optionally initialized with a string.")
  static Object md5(Object data, boolean usedForSecurity, Object string) {
    return new PyHash(PyHash.MD5, "md5", 16, 64, JavaDigest.of("MD5")).with(PyHash.initial(data, string));
  }
}
