package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code _io.IncrementalNewlineDecoder}. */
final class PyIncrementalNewlineDecoder extends PyObject {
  static final PyType TYPE = PyType.builtin("_io.IncrementalNewlineDecoder", PyType.OBJECT, 0,
      "Recognises line ends behind another decoder; with translate they become \\n.", new PyIncrementalNewlineDecoderTable());

  private NewlineDecoder decoder;

  private PyIncrementalNewlineDecoder(PyType type) {
    super(type);
  }

  @New(value = "IncrementalNewlineDecoder(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyIncrementalNewlineDecoder(cls);
  }

  @Method("__init__(self, decoder, translate, errors='strict')")
  static void __init__(PyIncrementalNewlineDecoder self, Object decoder, boolean translate, Object errors) {
    self.decoder = new NewlineDecoder(decoder == Py.None ? null : new TextDecoder.OfPython(decoder), translate);
  }

  private NewlineDecoder decoder() {
    if (decoder == null) {
      throw Errors.valueError("IncrementalNewlineDecoder.__init__() not called");
    }
    return decoder;
  }

  @Method("decode(self, input, final=False)")
  static Object decode(PyIncrementalNewlineDecoder self, Object input, boolean last) {
    NewlineDecoder d = self.decoder();
    Object text = d.inner == null ? TextDecoder.OfPython.text(input) : ((TextDecoder.OfPython) d.inner).decodeObject(input, last);
    return d.translate(text, last);
  }

  @Method("getstate(self, /)")
  static Object getstate(PyIncrementalNewlineDecoder self) {
    TextDecoder.State s = self.decoder().state();
    return Py.tuple(new PyBytes(s.buffered()), Py.box(s.flags()));
  }

  @Method("setstate(self, state, /)")
  static void setstate(PyIncrementalNewlineDecoder self, Object state) {
    if (!(state instanceof PyTuple t)) {
      throw Errors.typeError("state argument must be a tuple");
    }
    if (t.size() != 2 || !(t.get(0) instanceof PyBytes b)) {
      throw Errors.typeError("setstate(): illegal state argument");
    }
    self.decoder().setState(new TextDecoder.State(b.array(), Convert.toLong(t.get(1))));
  }

  @Method("reset(self, /)")
  static void reset(PyIncrementalNewlineDecoder self) {
    self.decoder().reset();
  }

  @Getter("newlines")
  static Object getNewlines(PyIncrementalNewlineDecoder self) {
    return self.decoder().newlines();
  }
}
