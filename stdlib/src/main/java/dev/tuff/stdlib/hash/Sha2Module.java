package dev.tuff.stdlib.hash;

import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code _sha2}. */
public final class Sha2Module {
  private Sha2Module() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_sha2", new Sha2ModuleTable());
    m.set("SHA224Type", PyHash.SHA224);
    m.set("SHA256Type", PyHash.SHA256);
    m.set("SHA384Type", PyHash.SHA384);
    m.set("SHA512Type", PyHash.SHA512);
    m.set("_GIL_MINSIZE", Py.box(2048));
  }

  private static Object make(PyType type, int bits, Object data, Object string) {
    return new PyHash(type, "sha" + bits, bits / 8, bits > 256 ? 128 : 64, JavaDigest.of("SHA-" + bits)).with(PyHash.initial(data, string));
  }

  @Function(value = "sha224(data=b'', *, usedforsecurity=True, string=None)", doc = "Return a new SHA-224 hash object.")
  static Object sha224(Object data, boolean usedForSecurity, Object string) {
    return make(PyHash.SHA224, 224, data, string);
  }

  @Function(value = "sha256(data=b'', *, usedforsecurity=True, string=None)", doc = "Return a new SHA-256 hash object.")
  static Object sha256(Object data, boolean usedForSecurity, Object string) {
    return make(PyHash.SHA256, 256, data, string);
  }

  @Function(value = "sha384(data=b'', *, usedforsecurity=True, string=None)", doc = "Return a new SHA-384 hash object.")
  static Object sha384(Object data, boolean usedForSecurity, Object string) {
    return make(PyHash.SHA384, 384, data, string);
  }

  @Function(value = "sha512(data=b'', *, usedforsecurity=True, string=None)", doc = "Return a new SHA-512 hash object.")
  static Object sha512(Object data, boolean usedForSecurity, Object string) {
    return make(PyHash.SHA512, 512, data, string);
  }
}
