package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.ItemCodec;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** How the items of an array are stored, by type code. */
final class ArrayItems {
  static final String CODES = "bBuwhHiIlLqQfd";
  private static final int[] SIZES = {1, 1, 4, 4, 2, 2, 4, 4, 8, 8, 8, 8, 4, 8};

  private ArrayItems() {}

  static int size(char code) {
    int i = CODES.indexOf(code);
    return i < 0 ? 0 : SIZES[i];
  }

  static boolean isText(char code) {
    return code == 'u' || code == 'w';
  }

  static Object get(char code, byte[] a, int at) {
    if (isText(code)) {
      int c = (int) ItemCodec.read(a, at, 4, false);
      if (c < 0 || c > Character.MAX_CODE_POINT) {
        throw Errors.valueError("character U+" + Integer.toHexString(c) + " is not in range [U+0000; U+10ffff]");
      }
      return PyStr.ofPoint(c);
    }
    return ItemCodec.get(a, at, code);
  }

  static void set(char code, byte[] a, int at, Object v) {
    switch (code) {
      case 'u', 'w' -> ItemCodec.write(a, at, 4, character(v), false);
      case 'f' -> ItemCodec.write(a, at, 4, Float.floatToRawIntBits((float) PyFloat.toDouble(v)), false);
      case 'd' -> ItemCodec.write(a, at, 8, Double.doubleToRawLongBits(PyFloat.toDouble(v)), false);
      default -> {
        Object i = v instanceof Long ? v : PyInt.index(v);
        if (!ItemCodec.fits(i, size(code), ItemCodec.isSigned(code))) {
          throw range(code, PyInt.sign(i) < 0, i);
        }
        ItemCodec.write(a, at, size(code), ItemCodec.bits(i), false);
      }
    }
  }

  private static int character(Object v) {
    if (!PyStr.isStr(v)) {
      throw Errors.typeError("array item must be a unicode character, not " + Py.typeOf(v).name());
    }
    int n = PyStr.length(v);
    if (n != 1) {
      throw Errors.typeError("array item must be a unicode character, not a string of length " + n);
    }
    return PyStr.pointAt(PyStr.value(v), 0);
  }

  private static PyException range(char code, boolean negative, Object v) {
    String end = negative ? " is less than minimum" : " is greater than maximum";
    boolean fitsLong = v instanceof Long;
    String text = switch (code) {
      case 'b' -> "signed char" + end;
      case 'B' -> "unsigned byte integer" + end;
      case 'h' -> "signed short integer" + end;
      case 'H' -> "unsigned short" + end;
      case 'i' -> fitsLong ? "signed integer" + end : "Python int too large to convert to C int";
      case 'I' -> negative ? "can't convert negative value to unsigned int" : "unsigned int" + end;
      case 'l' -> "Python int too large to convert to C long";
      case 'L' -> negative ? "can't convert negative value to unsigned int" : "Python int too large to convert to C unsigned long";
      case 'Q' -> negative ? "can't convert negative int to unsigned" : "int too big to convert";
      default -> "int too big to convert";
    };
    return Errors.overflowError(text);
  }

  /** The number that {@code _array_reconstructor} knows the machine format by. */
  static int machineFormat(char code) {
    return switch (code) {
      case 'B' -> 0;
      case 'b' -> 1;
      case 'H' -> 2;
      case 'h' -> 4;
      case 'I' -> 6;
      case 'i' -> 8;
      case 'L', 'Q' -> 10;
      case 'l', 'q' -> 12;
      case 'f' -> 14;
      case 'd' -> 16;
      default -> 20;
    };
  }
}
