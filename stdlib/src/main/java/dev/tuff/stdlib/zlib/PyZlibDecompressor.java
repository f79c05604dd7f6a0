package dev.tuff.stdlib.zlib;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code zlib._ZlibDecompressor}: as the decompressors of bz2 and lzma, it keeps what it has not read itself. */
final class PyZlibDecompressor extends PyObject {
  static final PyType TYPE = PyType.builtin("zlib._ZlibDecompressor", PyType.OBJECT, PyType.FINAL,
      "Create a decompressor object for decompressing data incrementally.", new PyZlibDecompressorTable());

  private final InflateStream stream;
  private byte[] unused = {};
  private boolean needsInput = true;

  private PyZlibDecompressor(InflateStream stream) {
    super(TYPE);
    this.stream = stream;
  }

  @New(value = "_ZlibDecompressor(wbits=15, zdict=b'')")
  static Object __new__(PyType type, int wbits, Object zdict) {
    return new PyZlibDecompressor(new InflateStream(wbits, ZlibModule.dictionary(zdict)));
  }

  @Method(value = "decompress(self, /, data, max_length=-1)", doc = "Decompress *data*, returning uncompressed data as bytes.")
  static Object decompress(PyZlibDecompressor self, Object data, long maxLength) {
    byte[] b = Buffers.bytes(data);
    synchronized (self) {
      if (self.stream.isDone()) {
        throw Errors.eofError("End of stream already reached");
      }
      int max = maxLength < 0 || maxLength > Integer.MAX_VALUE - 16 ? Integer.MAX_VALUE - 16 : (int) maxLength;
      byte[] out = self.stream.decompress(b, max);
      if (self.stream.isDone()) {
        self.unused = self.stream.takeRest();
        self.needsInput = false;
      } else {
        self.needsInput = out.length < max || max == 0 && self.stream.rest().length == 0;
      }
      return new PyBytes(out);
    }
  }

  @Getter(value = "eof", member = true)
  static Object eof(PyZlibDecompressor self) {
    return self.stream.isDone();
  }

  @Getter(value = "unused_data")
  static Object unused(PyZlibDecompressor self) {
    return new PyBytes(self.unused);
  }

  @Getter(value = "needs_input", member = true)
  static Object needsInput(PyZlibDecompressor self) {
    return self.needsInput;
  }
}
