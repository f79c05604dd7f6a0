package dev.tuff.engine.reference;

import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Method;

/** The operators of weak proxies: those of the object. Both operands may be proxies. */
final class ProxyOperators {
  private ProxyOperators() {}

  private static Object binary(int op, Object a, Object b) {
    return Operators.binary(op, PyWeakProxy.unwrap(a), PyWeakProxy.unwrap(b));
  }

  private static Object inPlace(int op, Object a, Object b) {
    return Operators.inPlace(op, PyWeakProxy.unwrap(a), PyWeakProxy.unwrap(b));
  }

  private static Object unary(int op, Object a) {
    return Operators.unary(op, PyWeakProxy.unwrap(a));
  }

  @Method("__add__(self, value, /)")
  static Object __add__(Object self, Object value) {
    return binary(Special.ADD, self, value);
  }

  @Method("__radd__(self, value, /)")
  static Object __radd__(Object self, Object value) {
    return binary(Special.ADD, value, self);
  }

  @Method("__iadd__(self, value, /)")
  static Object __iadd__(Object self, Object value) {
    return inPlace(Special.ADD, self, value);
  }

  @Method("__and__(self, value, /)")
  static Object __and__(Object self, Object value) {
    return binary(Special.AND, self, value);
  }

  @Method("__rand__(self, value, /)")
  static Object __rand__(Object self, Object value) {
    return binary(Special.AND, value, self);
  }

  @Method("__iand__(self, value, /)")
  static Object __iand__(Object self, Object value) {
    return inPlace(Special.AND, self, value);
  }

  @Method("__floordiv__(self, value, /)")
  static Object __floordiv__(Object self, Object value) {
    return binary(Special.FLOORDIV, self, value);
  }

  @Method("__rfloordiv__(self, value, /)")
  static Object __rfloordiv__(Object self, Object value) {
    return binary(Special.FLOORDIV, value, self);
  }

  @Method("__ifloordiv__(self, value, /)")
  static Object __ifloordiv__(Object self, Object value) {
    return inPlace(Special.FLOORDIV, self, value);
  }

  @Method("__lshift__(self, value, /)")
  static Object __lshift__(Object self, Object value) {
    return binary(Special.LSHIFT, self, value);
  }

  @Method("__rlshift__(self, value, /)")
  static Object __rlshift__(Object self, Object value) {
    return binary(Special.LSHIFT, value, self);
  }

  @Method("__ilshift__(self, value, /)")
  static Object __ilshift__(Object self, Object value) {
    return inPlace(Special.LSHIFT, self, value);
  }

  @Method("__matmul__(self, value, /)")
  static Object __matmul__(Object self, Object value) {
    return binary(Special.MATMUL, self, value);
  }

  @Method("__rmatmul__(self, value, /)")
  static Object __rmatmul__(Object self, Object value) {
    return binary(Special.MATMUL, value, self);
  }

  @Method("__imatmul__(self, value, /)")
  static Object __imatmul__(Object self, Object value) {
    return inPlace(Special.MATMUL, self, value);
  }

  @Method("__mul__(self, value, /)")
  static Object __mul__(Object self, Object value) {
    return binary(Special.MUL, self, value);
  }

  @Method("__rmul__(self, value, /)")
  static Object __rmul__(Object self, Object value) {
    return binary(Special.MUL, value, self);
  }

  @Method("__imul__(self, value, /)")
  static Object __imul__(Object self, Object value) {
    return inPlace(Special.MUL, self, value);
  }

  @Method("__mod__(self, value, /)")
  static Object __mod__(Object self, Object value) {
    return binary(Special.MOD, self, value);
  }

  @Method("__rmod__(self, value, /)")
  static Object __rmod__(Object self, Object value) {
    return binary(Special.MOD, value, self);
  }

  @Method("__imod__(self, value, /)")
  static Object __imod__(Object self, Object value) {
    return inPlace(Special.MOD, self, value);
  }

  @Method("__or__(self, value, /)")
  static Object __or__(Object self, Object value) {
    return binary(Special.OR, self, value);
  }

  @Method("__ror__(self, value, /)")
  static Object __ror__(Object self, Object value) {
    return binary(Special.OR, value, self);
  }

  @Method("__ior__(self, value, /)")
  static Object __ior__(Object self, Object value) {
    return inPlace(Special.OR, self, value);
  }

  @Method("__pow__(self, value, mod=None, /)")
  static Object __pow__(Object self, Object value, Object mod) {
    return Operators.power(PyWeakProxy.unwrap(self), PyWeakProxy.unwrap(value), PyWeakProxy.unwrap(mod));
  }

  @Method("__rpow__(self, value, mod=None, /)")
  static Object __rpow__(Object self, Object value, Object mod) {
    return Operators.power(PyWeakProxy.unwrap(value), PyWeakProxy.unwrap(self), PyWeakProxy.unwrap(mod));
  }

  @Method("__ipow__(self, value, /)")
  static Object __ipow__(Object self, Object value) {
    return inPlace(Special.POW, self, value);
  }

  @Method("__rshift__(self, value, /)")
  static Object __rshift__(Object self, Object value) {
    return binary(Special.RSHIFT, self, value);
  }

  @Method("__rrshift__(self, value, /)")
  static Object __rrshift__(Object self, Object value) {
    return binary(Special.RSHIFT, value, self);
  }

  @Method("__irshift__(self, value, /)")
  static Object __irshift__(Object self, Object value) {
    return inPlace(Special.RSHIFT, self, value);
  }

  @Method("__sub__(self, value, /)")
  static Object __sub__(Object self, Object value) {
    return binary(Special.SUB, self, value);
  }

  @Method("__rsub__(self, value, /)")
  static Object __rsub__(Object self, Object value) {
    return binary(Special.SUB, value, self);
  }

  @Method("__isub__(self, value, /)")
  static Object __isub__(Object self, Object value) {
    return inPlace(Special.SUB, self, value);
  }

  @Method("__truediv__(self, value, /)")
  static Object __truediv__(Object self, Object value) {
    return binary(Special.TRUEDIV, self, value);
  }

  @Method("__rtruediv__(self, value, /)")
  static Object __rtruediv__(Object self, Object value) {
    return binary(Special.TRUEDIV, value, self);
  }

  @Method("__itruediv__(self, value, /)")
  static Object __itruediv__(Object self, Object value) {
    return inPlace(Special.TRUEDIV, self, value);
  }

  @Method("__xor__(self, value, /)")
  static Object __xor__(Object self, Object value) {
    return binary(Special.XOR, self, value);
  }

  @Method("__rxor__(self, value, /)")
  static Object __rxor__(Object self, Object value) {
    return binary(Special.XOR, value, self);
  }

  @Method("__ixor__(self, value, /)")
  static Object __ixor__(Object self, Object value) {
    return inPlace(Special.XOR, self, value);
  }

  @Method("__divmod__(self, value, /)")
  static Object __divmod__(Object self, Object value) {
    return Operators.divmod(PyWeakProxy.unwrap(self), PyWeakProxy.unwrap(value));
  }

  @Method("__rdivmod__(self, value, /)")
  static Object __rdivmod__(Object self, Object value) {
    return Operators.divmod(PyWeakProxy.unwrap(value), PyWeakProxy.unwrap(self));
  }

  @Method("__neg__(self, /)")
  static Object __neg__(Object self) {
    return unary(Special.NEG, self);
  }

  @Method("__pos__(self, /)")
  static Object __pos__(Object self) {
    return unary(Special.POS, self);
  }

  @Method("__invert__(self, /)")
  static Object __invert__(Object self) {
    return unary(Special.INVERT, self);
  }

  @Method("__abs__(self, /)")
  static Object __abs__(Object self) {
    return unary(Special.ABS, self);
  }

  @Method("__int__(self, /)")
  static Object __int__(Object self) {
    return dev.tuff.engine.number.PyInt.TYPE.call1(PyWeakProxy.unwrap(self));
  }

  @Method("__float__(self, /)")
  static Object __float__(Object self) {
    return dev.tuff.engine.number.PyFloat.TYPE.call1(PyWeakProxy.unwrap(self));
  }

  @Method("__index__(self, /)")
  static Object __index__(Object self) {
    return dev.tuff.engine.number.PyInt.index(PyWeakProxy.unwrap(self));
  }

  @Method("__bool__(self, /)")
  static boolean __bool__(Object self) {
    return Py.truth(PyWeakProxy.unwrap(self));
  }
}
