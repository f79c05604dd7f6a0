package dev.tuff.stdlib.text;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.CharsetCodec;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code MultibyteIncrementalEncoder}: the base of the incremental encoders of East Asian encodings. */
final class MultibyteIncrementalEncoder extends PyObject {
  static final PyType TYPE = PyType.builtin("_multibytecodec.MultibyteIncrementalEncoder", PyType.OBJECT, 0, null,
      new MultibyteIncrementalEncoderTable());

  private final CharsetCodec.Encoder encoder;
  private String errors;

  private MultibyteIncrementalEncoder(PyType cls, String errors) {
    super(cls);
    encoder = MultibyteModule.codecOf(cls).newEncoder();
    this.errors = errors;
  }

  @New(value = "MultibyteIncrementalEncoder(errors='strict')", textSignature = false)
  static Object __new__(PyType cls, Object errors) {
    return new MultibyteIncrementalEncoder(cls, MultibyteModule.errors(errors));
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(MultibyteIncrementalEncoder self, Object[] args, PyDict kwargs) {}

  @Method(value = "encode(self, input, final=False)", doc = "Return the text as bytes; final ends shift sequences.")
  static Object encode(MultibyteIncrementalEncoder self, Object input, boolean last) {
    return new PyBytes(self.encoder.encode(MultibyteModule.text(input), self.errors, last));
  }

  @Method(value = "getstate(self, /)", doc = "Return the state as a number.")
  static long getstate(MultibyteIncrementalEncoder self) {
    return 0;
  }

  @Method(value = "setstate(self, state, /)", doc = "Set the state.")
  static void setstate(MultibyteIncrementalEncoder self, Object state) {
    self.encoder.reset();
  }

  @Method(value = "reset(self, /)", doc = "Go back to the state of the start.")
  static void reset(MultibyteIncrementalEncoder self) {
    self.encoder.reset();
  }

  @Getter(value = "errors", doc = "how to treat errors")
  static Object getErrors(MultibyteIncrementalEncoder self) {
    return self.errors;
  }

  @Setter("errors")
  static void setErrors(MultibyteIncrementalEncoder self, Object value) {
    self.errors = MultibyteModule.errors(value);
  }
}
