package dev.tuff.stdlib.text;

import dev.tuff.engine.codec.Utf7;
import dev.tuff.engine.codec.Utf8;
import dev.tuff.engine.codec.WideUtf;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;

/** The UTF codecs among the functions of {@code _codecs}. */
final class UtfFunctions {
  private UtfFunctions() {}

  @Function(value = "utf_8_encode(str, errors=None, /)")
  static Object utf8Encode(Object str, Object errors) {
    Object v = CodecsModule.text(str, "utf_8_encode");
    return CodecsModule.encoded(Utf8.encode(v, CodecsModule.errors(errors, "utf_8_encode")), v);
  }

  @Function(value = "utf_8_decode(data, errors=None, final=False, /)")
  static Object utf8Decode(Object data, Object errors, boolean last) {
    int[] consumed = new int[1];
    Object r = Utf8.decodeStateful(CodecsModule.bytes(data), CodecsModule.errors(errors, "utf_8_decode"), last, consumed);
    return CodecsModule.decoded(r, consumed[0]);
  }

  @Function(value = "utf_7_encode(str, errors=None, /)")
  static Object utf7Encode(Object str, Object errors) {
    Object v = CodecsModule.text(str, "utf_7_encode");
    return CodecsModule.encoded(Utf7.encode(v), v);
  }

  @Function(value = "utf_7_decode(data, errors=None, final=False, /)")
  static Object utf7Decode(Object data, Object errors, boolean last) {
    int[] consumed = new int[1];
    Object r = Utf7.decode(CodecsModule.bytes(data), CodecsModule.errors(errors, "utf_7_decode"), last, consumed);
    return CodecsModule.decoded(r, consumed[0]);
  }

  private static Object encode(Object str, Object errors, int unit, long order, String function) {
    Object v = CodecsModule.text(str, function);
    return CodecsModule.encoded(WideUtf.encode(v, CodecsModule.errors(errors, function), unit, Long.signum(order)), v);
  }

  private static Object decode(Object data, Object errors, int unit, int order, boolean last, String function) {
    WideUtf.Decoded d = WideUtf.decode(CodecsModule.bytes(data), CodecsModule.errors(errors, function), unit, order, last);
    return CodecsModule.decoded(d.text(), d.consumed());
  }

  private static Object decodeEx(Object data, Object errors, int unit, long order, boolean last, String function) {
    WideUtf.Decoded d = WideUtf.decode(CodecsModule.bytes(data), CodecsModule.errors(errors, function), unit, Long.signum(order), last);
    return PyTuple.of(d.text(), Py.box(d.consumed()), Py.box(d.order()));
  }

  @Function(value = "utf_16_encode(str, errors=None, byteorder=0, /)")
  static Object utf16Encode(Object str, Object errors, int byteorder) {
    return encode(str, errors, 2, byteorder, "utf_16_encode");
  }

  @Function(value = "utf_16_decode(data, errors=None, final=False, /)")
  static Object utf16Decode(Object data, Object errors, boolean last) {
    return decode(data, errors, 2, 0, last, "utf_16_decode");
  }

  @Function(value = "utf_16_le_encode(str, errors=None, /)")
  static Object utf16LeEncode(Object str, Object errors) {
    return encode(str, errors, 2, -1, "utf_16_le_encode");
  }

  @Function(value = "utf_16_le_decode(data, errors=None, final=False, /)")
  static Object utf16LeDecode(Object data, Object errors, boolean last) {
    return decode(data, errors, 2, -1, last, "utf_16_le_decode");
  }

  @Function(value = "utf_16_be_encode(str, errors=None, /)")
  static Object utf16BeEncode(Object str, Object errors) {
    return encode(str, errors, 2, 1, "utf_16_be_encode");
  }

  @Function(value = "utf_16_be_decode(data, errors=None, final=False, /)")
  static Object utf16BeDecode(Object data, Object errors, boolean last) {
    return decode(data, errors, 2, 1, last, "utf_16_be_decode");
  }

  @Function(value = "utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)")
  static Object utf16ExDecode(Object data, Object errors, int byteorder, boolean last) {
    return decodeEx(data, errors, 2, byteorder, last, "utf_16_ex_decode");
  }

  @Function(value = "utf_32_encode(str, errors=None, byteorder=0, /)")
  static Object utf32Encode(Object str, Object errors, int byteorder) {
    return encode(str, errors, 4, byteorder, "utf_32_encode");
  }

  @Function(value = "utf_32_decode(data, errors=None, final=False, /)")
  static Object utf32Decode(Object data, Object errors, boolean last) {
    return decode(data, errors, 4, 0, last, "utf_32_decode");
  }

  @Function(value = "utf_32_le_encode(str, errors=None, /)")
  static Object utf32LeEncode(Object str, Object errors) {
    return encode(str, errors, 4, -1, "utf_32_le_encode");
  }

  @Function(value = "utf_32_le_decode(data, errors=None, final=False, /)")
  static Object utf32LeDecode(Object data, Object errors, boolean last) {
    return decode(data, errors, 4, -1, last, "utf_32_le_decode");
  }

  @Function(value = "utf_32_be_encode(str, errors=None, /)")
  static Object utf32BeEncode(Object str, Object errors) {
    return encode(str, errors, 4, 1, "utf_32_be_encode");
  }

  @Function(value = "utf_32_be_decode(data, errors=None, final=False, /)")
  static Object utf32BeDecode(Object data, Object errors, boolean last) {
    return decode(data, errors, 4, 1, last, "utf_32_be_decode");
  }

  @Function(value = "utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)")
  static Object utf32ExDecode(Object data, Object errors, int byteorder, boolean last) {
    return decodeEx(data, errors, 4, byteorder, last, "utf_32_ex_decode");
  }
}
