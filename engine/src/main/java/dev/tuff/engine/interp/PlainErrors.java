package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.number.Arithmetic;
import dev.tuff.engine.number.IntConversion;
import dev.tuff.engine.number.PyInt;

/**
 * What an instruction is about to raise, where its operands tell it without Python code: an item or attribute that is not there, a division by zero,
 * a text that is no int. Compiled code need not throw that: an exception of Java's takes HotSpot 100 ns and more for each method on its way.
 */
final class PlainErrors {
  private PlainErrors() {}

  /** Of an instruction whose operands are on the frame's stack; null if it raises nothing, or it takes more to know. */
  static PyException of(PyFrame f, int at, int sp) {
    int instruction = f.code.instructions[at] & Integer.MAX_VALUE;
    int arg = instruction >>> 8;
    Object[] s = f.fast;
    return switch (Opcode.parent(instruction & 0xFF)) {
      case BINARY_OP -> ofBinary(arg, s[sp - 2], s[sp - 1]);
      case LOAD_ATTR -> ofAttribute(s[sp - 1], f.code.names[arg >> 1]);
      case CALL -> arg == 1 && s[sp - 3] == PyInt.TYPE && s[sp - 2] == null ? IntConversion.refusal(s[sp - 1]) : null;
      default -> null;
    };
  }

  /** Of BINARY_OP with its argument. */
  static PyException ofBinary(int arg, Object a, Object b) {
    return arg == BinaryOp.NB_SUBSCR ? Items.absent(a, b) : Arithmetic.refusal(arg % Special.REFLECTED, a, b);
  }

  private static PyException ofAttribute(Object o, String name) {
    return Attributes.isAbsent(o, name) ? Errors.attributeError(o, name) : null;
  }
}
