package dev.tuff.stdlib.text;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.CharsetCodec;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;

/** {@code MultibyteStreamWriter}: encodes what it writes to a stream of bytes. */
final class MultibyteStreamWriter extends PyObject {
  static final PyType TYPE = PyType.builtin("_multibytecodec.MultibyteStreamWriter", PyType.OBJECT, 0, null, new MultibyteStreamWriterTable());

  private final CharsetCodec.Encoder encoder;
  private final Object stream;
  private String errors;

  private MultibyteStreamWriter(PyType cls, Object stream, String errors) {
    super(cls);
    encoder = MultibyteModule.codecOf(cls).newEncoder();
    this.stream = stream;
    this.errors = errors;
  }

  @New(value = "MultibyteStreamWriter(stream, errors='strict')", textSignature = false)
  static Object __new__(PyType cls, Object stream, Object errors) {
    return new MultibyteStreamWriter(cls, stream, MultibyteModule.errors(errors));
  }

  @Method("__init__(self, /, *args, **kwargs)")
  static void __init__(MultibyteStreamWriter self, Object[] args, PyDict kwargs) {}

  private void write(Object text, boolean last) {
    Py.callMethod(stream, "write", new PyBytes(encoder.encode(MultibyteModule.text(text), errors, last)));
  }

  @Method(value = "write(self, strobj, /)", doc = "Encode and write a text.")
  static void write(MultibyteStreamWriter self, Object text) {
    self.write(text, false);
  }

  @Method(value = "writelines(self, lines, /)", doc = "Encode and write each of several texts.")
  static void writelines(MultibyteStreamWriter self, Object lines) {
    for (Object line : Iteration.toArray(lines)) {
      self.write(line, false);
    }
  }

  @Method(value = "reset(self, /)", doc = "End shift sequences.")
  static void reset(MultibyteStreamWriter self) {
    self.write("", true);
  }

  @Getter(value = "stream", member = true)
  static Object stream(MultibyteStreamWriter self) {
    return self.stream;
  }

  @Getter(value = "errors", doc = "how to treat errors")
  static Object getErrors(MultibyteStreamWriter self) {
    return self.errors;
  }

  @Setter("errors")
  static void setErrors(MultibyteStreamWriter self, Object value) {
    self.errors = MultibyteModule.errors(value);
  }
}
