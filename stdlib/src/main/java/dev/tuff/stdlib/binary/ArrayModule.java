package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.ItemCodec;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.codec.Codecs;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/** {@code array}. */
public final class ArrayModule {
  /** ORDER: machine format codes of pickles: size in bytes, whether signed (text and floats apart), whether big-endian. */
  private static final String[] FORMATS = {
    "u1<", "s1<", "u2<", "u2>", "s2<", "s2>", "u4<", "u4>", "s4<", "s4>", "u8<", "u8>", "s8<", "s8>",
    "f4<", "f4>", "f8<", "f8>", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be",
  };

  private ArrayModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "array", new ArrayModuleTable());
    m.set("__doc__", "Compact arrays of basic values: characters, integers and floating-point numbers.");
    m.set("array", PyArray.TYPE);
    m.set("ArrayType", PyArray.TYPE);
    m.set("typecodes", ArrayItems.CODES);
    Object abc = Interpreter.current().importModule("collections.abc");
    Call.call(Attributes.get(Attributes.get(abc, "MutableSequence"), "register"), PyArray.TYPE);
  }

  @Function(value = "_array_reconstructor(arraytype, typecode, mformat_code, items, /)", doc = "Internal. Used for pickling support.")
  static Object _array_reconstructor(Object arraytype, Object typecode, int code, Object items) {
    if (!(arraytype instanceof PyType type)) {
      throw Errors.typeError("first argument must be a type object, not " + Py.typeOf(arraytype).name());
    }
    if (!type.isSubtype(PyArray.TYPE)) {
      throw Errors.typeError(type.name() + " is not a subtype of array.array");
    }
    if (!PyStr.isStr(typecode) || PyStr.length(typecode) != 1) {
      throw Errors.typeError("_array_reconstructor() argument 2 must be a unicode character, not " + Py.typeOf(typecode).name());
    }
    char target = PyStr.java(typecode).charAt(0);
    if (ArrayItems.size(target) == 0) {
      throw Errors.valueError("second argument must be a valid type code");
    }
    if (code < 0 || code >= FORMATS.length) {
      throw Errors.valueError("third argument must be a valid machine format code.");
    }
    if (!(items instanceof PyBytes b)) {
      throw Errors.typeError("fourth argument should be bytes, not " + Py.typeOf(items).name());
    }
    PyArray a = new PyArray(type, target);
    fill(a, FORMATS[code], b.array());
    return a;
  }

  private static void fill(PyArray a, String format, byte[] b) {
    if (format.startsWith("utf")) {
      a.appendText(Codecs.decode(b, format, "strict"));
      return;
    }
    int size = format.charAt(1) - '0';
    boolean big = format.charAt(2) == '>';
    if (b.length % size != 0) {
      throw Errors.valueError("string length not a multiple of item size");
    }
    for (int at = 0; at < b.length; at += size) {
      byte[] item = Arrays.copyOfRange(b, at, at + size);
      if (big) {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
          byte t = item[i];
          item[i] = item[j];
          item[j] = t;
        }
      }
      a.append(switch (format.charAt(0)) {
        case 'f' -> ItemCodec.get(item, 0, size == 4 ? 'f' : 'd');
        case 's' -> ItemCodec.integer(item, 0, size, true, false);
        default -> ItemCodec.integer(item, 0, size, false, false);
      });
    }
  }
}
