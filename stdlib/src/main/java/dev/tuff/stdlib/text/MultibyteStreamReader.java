package dev.tuff.stdlib.text;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.CharsetCodec;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/** {@code MultibyteStreamReader}: decodes what it reads from a stream of bytes. */
final class MultibyteStreamReader extends PyObject {
  static final PyType TYPE = PyType.builtin("_multibytecodec.MultibyteStreamReader", PyType.OBJECT, 0, null, new MultibyteStreamReaderTable());

  private final CharsetCodec.Decoder decoder;
  private final Object stream;
  private String errors;
  private byte[] pending = {};

  private MultibyteStreamReader(PyType cls, Object stream, String errors) {
    super(cls);
    decoder = MultibyteModule.codecOf(cls).newDecoder();
    this.stream = stream;
    this.errors = errors;
  }

  @New(value = "MultibyteStreamReader(stream, errors='strict')", textSignature = false)
  static Object __new__(PyType cls, Object stream, Object errors) {
    return new MultibyteStreamReader(cls, stream, MultibyteModule.errors(errors));
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(MultibyteStreamReader self, Object[] args, PyDict kwargs) {}

  /** Reads by a method of the stream until there is text or the end. */
  private Object read(String method, long size) {
    while (true) {
      Object data = size < 0 ? Py.callMethod(stream, method) : Py.callMethod(stream, method, Py.box(size));
      if (!(data instanceof PyBytes b)) {
        throw Errors.typeError("stream function returned a non-bytes object (" + Py.typeOf(data).name() + ")");
      }
      boolean end = b.size() == 0 || size < 0;
      byte[] all = MultibyteModule.join(pending, b.array());
      int[] consumed = new int[1];
      Object r = decoder.decode(all, errors, end, consumed);
      pending = Arrays.copyOfRange(all, Math.min(consumed[0], all.length), all.length);
      if (end || PyStr.length(r) > 0) {
        return r;
      }
      // one byte more may complete the character
      size = 1;
    }
  }

  private static long size(Object o) {
    return o == Py.None ? -1 : Convert.toLong(o);
  }

  @Method(value = "read(self, sizeobj=None, /)", doc = "Read and decode size bytes, or all.")
  static Object read(MultibyteStreamReader self, Object size) {
    return self.read("read", size(size));
  }

  @Method(value = "readline(self, sizeobj=None, /)", doc = "Read and decode a line.")
  static Object readline(MultibyteStreamReader self, Object size) {
    return self.read("readline", size(size));
  }

  @Method(value = "readlines(self, sizehintobj=None, /)", doc = "Read and decode all lines.")
  static Object readlines(MultibyteStreamReader self, Object size) {
    return Py.callMethod(self.read("read", size(size)), "splitlines", Boolean.TRUE);
  }

  @Method(value = "reset(self, /)", doc = "Forget what was read but not decoded.")
  static void reset(MultibyteStreamReader self) {
    self.decoder.reset();
    self.pending = new byte[0];
  }

  @Getter(value = "stream", member = true)
  static Object stream(MultibyteStreamReader self) {
    return self.stream;
  }

  @Getter(value = "errors", doc = "how to treat errors")
  static Object getErrors(MultibyteStreamReader self) {
    return self.errors;
  }

  @Setter("errors")
  static void setErrors(MultibyteStreamReader self, Object value) {
    self.errors = MultibyteModule.errors(value);
  }
}
