package dev.tuff.stdlib.text;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.CharsetCodec;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import java.util.Arrays;

/** {@code MultibyteIncrementalDecoder}: the base of the incremental decoders of East Asian encodings. */
final class MultibyteIncrementalDecoder extends PyObject {
  static final PyType TYPE = PyType.builtin("_multibytecodec.MultibyteIncrementalDecoder", PyType.OBJECT, 0, null,
      new MultibyteIncrementalDecoderTable());

  private final CharsetCodec.Decoder decoder;
  private String errors;

  /** The start of a character of which the rest has not come. */
  private byte[] pending = {};

  private MultibyteIncrementalDecoder(PyType cls, String errors) {
    super(cls);
    decoder = MultibyteModule.codecOf(cls).newDecoder();
    this.errors = errors;
  }

  @New(value = "MultibyteIncrementalDecoder(errors='strict')", textSignature = false)
  static Object __new__(PyType cls, Object errors) {
    return new MultibyteIncrementalDecoder(cls, MultibyteModule.errors(errors));
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(MultibyteIncrementalDecoder self, Object[] args, PyDict kwargs) {}

  @Method(value = "decode(self, input, final=False)", doc = "Return the bytes as text; final says that no more follow.")
  static Object decode(MultibyteIncrementalDecoder self, Object input, boolean last) {
    byte[] b = MultibyteModule.join(self.pending, CodecsModule.bytes(input));
    int[] consumed = new int[1];
    Object r = self.decoder.decode(b, self.errors, last, consumed);
    self.pending = Arrays.copyOfRange(b, Math.min(consumed[0], b.length), b.length);
    return r;
  }

  @Method(value = "getstate(self, /)", doc = "Return the bytes not yet decoded, and the state as a number.")
  static Object getstate(MultibyteIncrementalDecoder self) {
    return PyTuple.of(new PyBytes(self.pending), Py.box(0));
  }

  @Method(value = "setstate(self, state, /)", doc = "Set the state.")
  static void setstate(MultibyteIncrementalDecoder self, Object state) {
    if (!(state instanceof PyTuple t) || t.size() != 2 || !(t.get(0) instanceof PyBytes b)) {
      throw Errors.typeError("setstate() argument must be a tuple of bytes and int");
    }
    self.decoder.reset();
    self.pending = b.array();
  }

  @Method(value = "reset(self, /)", doc = "Go back to the state of the start.")
  static void reset(MultibyteIncrementalDecoder self) {
    self.decoder.reset();
    self.pending = new byte[0];
  }

  @Getter(value = "errors", doc = "how to treat errors")
  static Object getErrors(MultibyteIncrementalDecoder self) {
    return self.errors;
  }

  @Setter("errors")
  static void setErrors(MultibyteIncrementalDecoder self, Object value) {
    self.errors = MultibyteModule.errors(value);
  }
}
