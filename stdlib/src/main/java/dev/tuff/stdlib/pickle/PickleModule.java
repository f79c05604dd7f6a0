package dev.tuff.stdlib.pickle;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;

/** {@code _pickle}. */
public final class PickleModule {
  private PickleModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_pickle", new PickleModuleTable());
    m.set("PickleError", PickleErrors.ERROR);
    m.set("PicklingError", PickleErrors.PICKLING);
    m.set("UnpicklingError", PickleErrors.UNPICKLING);
    m.set("Pickler", PyPickler.TYPE);
    m.set("Unpickler", PyUnpickler.TYPE);
    m.set("PickleBuffer", PyPickleBuffer.TYPE);
  }

  @Function(value = "dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)",
      doc = "Write a pickled representation of obj to the open file object file.")
  static void dump(Object obj, Object file, Object protocol, boolean fixImports, Object bufferCallback) {
    PickleWriter.protocol(protocol);
    PickleWriter w = new PickleWriter(PickleWriter.writeOf(file), protocol, fixImports, bufferCallback);
    w.dump(obj);
    w.out.flush();
  }

  @Function(value = "dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)",
      doc = "Return the pickled representation of the object as a bytes object.")
  static Object dumps(Object obj, Object protocol, boolean fixImports, Object bufferCallback) {
    PickleWriter w = new PickleWriter(null, protocol, fixImports, bufferCallback);
    w.dump(obj);
    return w.out.take();
  }

  @Function(value = "load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
      doc = "Read and return an object from the pickle data stored in a file.")
  static Object load(Object file, boolean fixImports, String encoding, String errors, Object buffers) {
    return new PickleReader(new PickleInput(file), fixImports, encoding, errors, buffers).load();
  }

  @Function(value = "loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
      doc = "Read and return an object from the given pickle data.")
  static Object loads(Object data, boolean fixImports, String encoding, String errors, Object buffers) {
    return new PickleReader(new PickleInput(Buffers.bytes(data)), fixImports, encoding, errors, buffers).load();
  }
}
