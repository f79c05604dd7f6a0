package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.ByteSequence;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code marshal}: values of builtin types and code as bytes. */
public final class MarshalModule {
  private MarshalModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "marshal", new MarshalModuleTable());
    m.set("version", Py.box(5));
  }

  @Function(value = "dump(value, file, version=5, /, *, allow_code=True)", doc = "Writes the bytes of a value to a file.")
  static Object dump(Object value, Object file, long version, boolean allowCode) {
    return Py.callMethod(file, "write", dumps(value, version, allowCode));
  }

  @Function(value = "load(file, /, *, allow_code=True)", doc = "Reads one value from a file.")
  static Object load(Object file, boolean allowCode) {
    Object nothing = Py.callMethod(file, "read", Py.box(0));
    if (!(nothing instanceof ByteSequence)) {
      throw Errors.typeError("file.read() returned not bytes but " + Py.typeOf(nothing).name());
    }
    return new MarshalReader(null, file, allowCode).whole();
  }

  @Function(value = "dumps(value, version=5, /, *, allow_code=True)", doc = "The bytes of a value.")
  static Object dumps(Object value, long version, boolean allowCode) {
    MarshalWriter writer = new MarshalWriter(version, allowCode);
    writer.value(value);
    return new PyBytes(writer.toArray());
  }

  @Function(value = "loads(bytes, /, *, allow_code=True)", doc = "The value that bytes hold.")
  static Object loads(Object bytes, boolean allowCode) {
    byte[] data = Buffers.find(bytes);
    if (data == null) {
      throw Buffers.notBytesLike(bytes);
    }
    return new MarshalReader(data, null, allowCode).whole();
  }
}
