package dev.tuff.stdlib.text;

import dev.tuff.engine.codec.CharsetCodec;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;

/** {@code _multibytecodec}, and the modules {@code _codecs_cn} and so on, which hand out the codecs of East Asia. */
public final class MultibyteModule {
  private MultibyteModule() {}

  public static void init(PyModule m) {
    m.set("MultibyteIncrementalEncoder", MultibyteIncrementalEncoder.TYPE);
    m.set("MultibyteIncrementalDecoder", MultibyteIncrementalDecoder.TYPE);
    m.set("MultibyteStreamReader", MultibyteStreamReader.TYPE);
    m.set("MultibyteStreamWriter", MultibyteStreamWriter.TYPE);
  }

  /** For each of the modules of one country. */
  public static void initCountry(PyModule m) {
    Exposed.define(m, PyStr.java(m.dict().getStr("__name__")), new MultibyteModuleTable());
  }

  @Function(value = "getcodec(encoding, /)", doc = "Return the codec of an encoding.")
  static Object getcodec(Object encoding) {
    if (!PyStr.isStr(encoding)) {
      throw Errors.typeError("encoding name must be a string.");
    }
    CharsetCodec codec = CharsetCodec.of(PyStr.java(encoding));
    if (codec == null) {
      throw Errors.make(Exceptions.LookupError, "no such codec is supported.");
    }
    return new MultibyteCodec(codec);
  }

  static String errors(Object o) {
    if (o == null || o == Py.None) {
      return "strict";
    }
    if (!PyStr.isStr(o)) {
      throw Errors.typeError("errors must be a string");
    }
    return PyStr.java(o);
  }

  /** The codec that the class attribute {@code codec} of a subclass names. */
  static CharsetCodec codecOf(PyType cls) {
    Object codec = dev.tuff.engine.core.Attributes.get(cls, "codec");
    if (codec instanceof MultibyteCodec c) {
      return c.codec;
    }
    throw Errors.typeError("codec is unexpected type");
  }

  /** {@code input} as text: what is no str goes through {@code str()}. */
  static Object text(Object input) {
    return PyStr.value(PyStr.isStr(input) ? input : Py.str(input));
  }

  /** {@code MultibyteCodec}: encodes and decodes without state. */
  static final class MultibyteCodec extends PyObject {
    static final PyType TYPE = PyType.builtin("_multibytecodec.MultibyteCodec", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
        new MultibyteModuleMultibyteCodecTable());

    private final CharsetCodec codec;

    private MultibyteCodec(CharsetCodec codec) {
      super(TYPE);
      this.codec = codec;
    }

    @Method(value = "encode(self, input, errors=None)", doc = "Return the text as bytes, and its length.")
    static Object encode(MultibyteCodec self, Object input, Object errors) {
      Object v = text(input);
      return CodecsModule.encoded(self.codec.newEncoder().encode(v, errors(errors), true), v);
    }

    @Method(value = "decode(self, input, errors=None)", doc = "Return the bytes as text, and how many they are.")
    static Object decode(MultibyteCodec self, Object input, Object errors) {
      byte[] b = CodecsModule.bytes(input);
      Object r = self.codec.newDecoder().decode(b, errors(errors), true, new int[1]);
      return PyTuple.of(r, Py.box(b.length));
    }
  }

  /** The bytes kept from the time before, and those that came now. */
  static byte[] join(byte[] pending, byte[] more) {
    if (pending.length == 0) {
      return more;
    }
    byte[] all = java.util.Arrays.copyOf(pending, pending.length + more.length);
    System.arraycopy(more, 0, all, pending.length, more.length);
    return all;
  }
}
