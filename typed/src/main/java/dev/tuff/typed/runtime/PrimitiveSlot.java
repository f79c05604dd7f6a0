package dev.tuff.typed.runtime;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Warn;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.primitive.Primitive;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.engine.text.PyStr;
import java.math.BigInteger;

/**
 * A slot of a primitive type: zero at first, or the default; untyped code sets it by the rules of C struct members, which warn where they
 * cut off. With a default it holds objects.
 */
final class PrimitiveSlot implements DeclaredSlot {
  private final int code;

  /** The default, which the class has too; null for none. */
  private final Object fallback;

  PrimitiveSlot(int code, Object fallback) {
    this.code = code;
    this.fallback = fallback == null ? null : Primitive.box(code, fallback);
  }

  @Override
  public PrimitiveSlot withDefault(Object value) {
    return new PrimitiveSlot(code, value);
  }

  @Override
  public PyType kind() {
    return fallback == null ? PyMemberDescr.TYPE : TypedSlot.KIND_WITH_DEFAULT;
  }

  @Override
  public Object check(PyMemberDescr member, Object value) {
    if (value == null) {
      throw Errors.typeError("can't delete numeric/char attribute");
    }
    return switch (code) {
      case TypeCodes.BOOL -> {
        if (!(value instanceof Boolean)) {
          throw Errors.typeError("attribute value type must be bool");
        }
        yield value;
      }
      case TypeCodes.DOUBLE -> PyFloat.toDouble(value);
      case TypeCodes.SINGLE -> (double) (float) PyFloat.toDouble(value);
      case TypeCodes.CHAR -> {
        if (!PyStr.isStr(value) || PyStr.length(value) != 1) {
          throw Errors.typeError("bad argument type for built-in operation");
        }
        yield value;
      }
      default -> integer(value);
    };
  }

  @Override
  public TypeCheck type() {
    return null;
  }

  @Override
  public int code() {
    return code;
  }

  private Object integer(Object value) {
    Object n = PyInt.index(value);
    int bits = TypeCodes.bits(code);
    boolean signed = TypeCodes.isSigned(code);
    if (n instanceof Long l && (signed ? l >> bits - 1 == l >> 63 : l >= 0 && (bits == 64 || l >>> bits == 0))) {
      return l;
    }
    BigInteger big = n instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) n;
    if (code == TypeCodes.UINT64) {
      if (big.signum() < 0 || big.bitLength() > 64) {
        throw big.signum() < 0 ? Errors.overflowError("can't convert negative int to unsigned") : tooBig("unsigned long");
      }
      return Py.box(big);
    }
    if (bits == 64 || big.bitLength() > 63) {
      throw tooBig("long");
    }
    // as C does with a member that is too narrow
    Warn.warn(Exceptions.RuntimeWarning, truncation(bits, signed, big.signum() < 0), 1);
    long cut = big.longValue() << 64 - bits;
    return Py.box(signed ? cut >> 64 - bits : cut >>> 64 - bits);
  }

  private static PyException tooBig(String type) {
    return Errors.overflowError("Python int too large to convert to C " + type);
  }

  private static String truncation(int bits, boolean signed, boolean negative) {
    String type = bits == 8 ? "char" : bits == 16 ? "short" : "int";
    return !signed && bits == 32 && negative ? "Writing negative value into unsigned field"
        : "Truncation of value to " + (signed ? "" : "unsigned ") + type;
  }

  @Override
  public Object unset() {
    return fallback != null ? fallback : switch (code) {
      case TypeCodes.BOOL -> Boolean.FALSE;
      case TypeCodes.DOUBLE, TypeCodes.SINGLE -> 0.0;
      case TypeCodes.CHAR -> "\0";
      default -> Py.box(0);
    };
  }

  @Override
  public Object ofClass() {
    return fallback;
  }
}
