package dev.tuff.stdlib.binary;

import dev.tuff.compiler.Marshal;
import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.module.PyModule;

/** {@code marshal}: code objects, in the compiler's own format. */
public final class MarshalModule {
  private MarshalModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "marshal", new MarshalModuleTable());
    m.set("version", Py.box(5));
  }

  @Function(value = "dumps(value, version=5, /, *, allow_code=True)", doc = "The bytes of a value.")
  static Object dumps(Object value, long version, boolean allowCode) {
    if (!(value instanceof PyCode c)) {
      throw Errors.valueError("unmarshallable object");
    }
    return new PyBytes(Marshal.dump(c.code));
  }

  @Function(value = "loads(bytes, /, *, allow_code=True)", doc = "The value that bytes hold.")
  static Object loads(Object bytes, boolean allowCode) {
    byte[] b = Buffers.find(bytes);
    if (b == null || !Marshal.isCurrent(b)) {
      throw Errors.valueError("bad marshal data (unknown type code)");
    }
    return new PyCode(Marshal.load(b, null));
  }
}
