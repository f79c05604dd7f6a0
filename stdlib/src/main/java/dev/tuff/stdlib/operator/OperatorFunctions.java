package dev.tuff.stdlib.operator;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Function;

/** The functions of {@code _operator} that each stand for one operator. */
final class OperatorFunctions {
  private OperatorFunctions() {}

  @Function(value = "add(a, b, /)", doc = "Same as a + b.")
  static Object add(Object a, Object b) {
    return Operators.binary(Special.ADD, a, b);
  }

  @Function(value = "and_(a, b, /)", doc = "Same as a & b.")
  static Object and_(Object a, Object b) {
    return Operators.binary(Special.AND, a, b);
  }

  @Function(value = "floordiv(a, b, /)", doc = "Same as a // b.")
  static Object floordiv(Object a, Object b) {
    return Operators.binary(Special.FLOORDIV, a, b);
  }

  @Function(value = "lshift(a, b, /)", doc = "Same as a << b.")
  static Object lshift(Object a, Object b) {
    return Operators.binary(Special.LSHIFT, a, b);
  }

  @Function(value = "matmul(a, b, /)", doc = "Same as a @ b.")
  static Object matmul(Object a, Object b) {
    return Operators.binary(Special.MATMUL, a, b);
  }

  @Function(value = "mul(a, b, /)", doc = "Same as a * b.")
  static Object mul(Object a, Object b) {
    return Operators.binary(Special.MUL, a, b);
  }

  @Function(value = "mod(a, b, /)", doc = "Same as a % b.")
  static Object mod(Object a, Object b) {
    return Operators.binary(Special.MOD, a, b);
  }

  @Function(value = "or_(a, b, /)", doc = "Same as a | b.")
  static Object or_(Object a, Object b) {
    return Operators.binary(Special.OR, a, b);
  }

  @Function(value = "pow(a, b, /)", doc = "Same as a ** b.")
  static Object pow(Object a, Object b) {
    return Operators.binary(Special.POW, a, b);
  }

  @Function(value = "rshift(a, b, /)", doc = "Same as a >> b.")
  static Object rshift(Object a, Object b) {
    return Operators.binary(Special.RSHIFT, a, b);
  }

  @Function(value = "sub(a, b, /)", doc = "Same as a - b.")
  static Object sub(Object a, Object b) {
    return Operators.binary(Special.SUB, a, b);
  }

  @Function(value = "truediv(a, b, /)", doc = "Same as a / b.")
  static Object truediv(Object a, Object b) {
    return Operators.binary(Special.TRUEDIV, a, b);
  }

  @Function(value = "xor(a, b, /)", doc = "Same as a ^ b.")
  static Object xor(Object a, Object b) {
    return Operators.binary(Special.XOR, a, b);
  }

  @Function(value = "iadd(a, b, /)", doc = "Same as a += b.")
  static Object iadd(Object a, Object b) {
    return Operators.inPlace(Special.ADD, a, b);
  }

  @Function(value = "iand(a, b, /)", doc = "Same as a &= b.")
  static Object iand(Object a, Object b) {
    return Operators.inPlace(Special.AND, a, b);
  }

  @Function(value = "ifloordiv(a, b, /)", doc = "Same as a //= b.")
  static Object ifloordiv(Object a, Object b) {
    return Operators.inPlace(Special.FLOORDIV, a, b);
  }

  @Function(value = "ilshift(a, b, /)", doc = "Same as a <<= b.")
  static Object ilshift(Object a, Object b) {
    return Operators.inPlace(Special.LSHIFT, a, b);
  }

  @Function(value = "imatmul(a, b, /)", doc = "Same as a @= b.")
  static Object imatmul(Object a, Object b) {
    return Operators.inPlace(Special.MATMUL, a, b);
  }

  @Function(value = "imul(a, b, /)", doc = "Same as a *= b.")
  static Object imul(Object a, Object b) {
    return Operators.inPlace(Special.MUL, a, b);
  }

  @Function(value = "imod(a, b, /)", doc = "Same as a %= b.")
  static Object imod(Object a, Object b) {
    return Operators.inPlace(Special.MOD, a, b);
  }

  @Function(value = "ior(a, b, /)", doc = "Same as a |= b.")
  static Object ior(Object a, Object b) {
    return Operators.inPlace(Special.OR, a, b);
  }

  @Function(value = "ipow(a, b, /)", doc = "Same as a **= b.")
  static Object ipow(Object a, Object b) {
    return Operators.inPlace(Special.POW, a, b);
  }

  @Function(value = "irshift(a, b, /)", doc = "Same as a >>= b.")
  static Object irshift(Object a, Object b) {
    return Operators.inPlace(Special.RSHIFT, a, b);
  }

  @Function(value = "isub(a, b, /)", doc = "Same as a -= b.")
  static Object isub(Object a, Object b) {
    return Operators.inPlace(Special.SUB, a, b);
  }

  @Function(value = "itruediv(a, b, /)", doc = "Same as a /= b.")
  static Object itruediv(Object a, Object b) {
    return Operators.inPlace(Special.TRUEDIV, a, b);
  }

  @Function(value = "ixor(a, b, /)", doc = "Same as a ^= b.")
  static Object ixor(Object a, Object b) {
    return Operators.inPlace(Special.XOR, a, b);
  }

  @Function(value = "lt(a, b, /)", doc = "Same as a < b.")
  static Object lt(Object a, Object b) {
    return Comparison.compare(Comparison.LT, a, b);
  }

  @Function(value = "le(a, b, /)", doc = "Same as a <= b.")
  static Object le(Object a, Object b) {
    return Comparison.compare(Comparison.LE, a, b);
  }

  @Function(value = "eq(a, b, /)", doc = "Same as a == b.")
  static Object eq(Object a, Object b) {
    return Comparison.compare(Comparison.EQ, a, b);
  }

  @Function(value = "ne(a, b, /)", doc = "Same as a != b.")
  static Object ne(Object a, Object b) {
    return Comparison.compare(Comparison.NE, a, b);
  }

  @Function(value = "gt(a, b, /)", doc = "Same as a > b.")
  static Object gt(Object a, Object b) {
    return Comparison.compare(Comparison.GT, a, b);
  }

  @Function(value = "ge(a, b, /)", doc = "Same as a >= b.")
  static Object ge(Object a, Object b) {
    return Comparison.compare(Comparison.GE, a, b);
  }

  @Function(value = "neg(a, /)", doc = "Same as -a.")
  static Object neg(Object a) {
    return Operators.unary(Special.NEG, a);
  }

  @Function(value = "pos(a, /)", doc = "Same as +a.")
  static Object pos(Object a) {
    return Operators.unary(Special.POS, a);
  }

  @Function(value = "inv(a, /)", doc = "Same as ~a.")
  static Object inv(Object a) {
    return Operators.unary(Special.INVERT, a);
  }

  @Function(value = "invert(a, /)", doc = "Same as ~a.")
  static Object invert(Object a) {
    return Operators.unary(Special.INVERT, a);
  }

  @Function(value = "abs(a, /)", doc = "Same as abs(a).")
  static Object abs(Object a) {
    return Operators.unary(Special.ABS, a);
  }
}
