package dev.tuff.engine.interp;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;

/**
 * What an operator makes of what the method of its left operand has given, where compiled code calls that itself.
 *
 * @param instruction BINARY_OP or COMPARE_OP, in any form
 */
record OperatorResult(int instruction, Object left, Object right) implements StaticCallee.ResultCheck {
  @Override
  public Object apply(Interpreter interpreter, Object result) {
    int arg = (instruction & Integer.MAX_VALUE) >> 8;
    boolean compares = Opcode.parent(Opcode.opcode(instruction & Integer.MAX_VALUE)) == Opcode.COMPARE_OP;
    return compares ? ofComparison(arg, left, right, result) : ofBinary(arg, left, right, result);
  }

  @Override
  public TypeCheck type() {
    return null;
  }

  static Object ofBinary(int arg, Object left, Object right, Object result) {
    if (result != Py.NotImplemented || arg == BinaryOp.NB_SUBSCR) {
      return result;
    }
    return arg < Special.REFLECTED ? Operators.afterLeft(arg, left, right) : Operators.afterInPlace(arg - Special.REFLECTED, left, right);
  }

  static Object ofComparison(int arg, Object left, Object right, Object result) {
    Object r = result == Py.NotImplemented ? Comparison.afterLeft(arg >> 5, left, right) : result;
    return Quickening.asAsked(arg, r);
  }
}
