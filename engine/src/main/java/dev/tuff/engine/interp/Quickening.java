package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.compiler.CompareOp;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.number.Arithmetic;

/** Replaces instructions by their specialised forms and back; the generic forms of operators. */
final class Quickening {
  /** After so many failed guards an instruction stays generic. */
  private static final int MAX_MISSES = 8;

  private Quickening() {}

  static void rewrite(PyCode code, int at, int opcode) {
    code.instructions[at] = code.instructions[at] & ~0xFF | opcode;
  }

  /** BINARY_OP on any operands; respecialises the instruction by what it saw. */
  static void binaryOp(PyFrame f, int next, int sp) {
    int at = next - 1;
    int instruction = f.code.instructions[at] & Integer.MAX_VALUE;
    Object[] s = f.fast;
    Object a = s[sp - 2];
    Object b = s[sp - 1];
    f.lasti = at;
    f.sp = sp - 1;
    int op = instruction >> 8;
    int form = form(op, a, b);
    if (form != (instruction & 0xFF)) {
      respecialise(f.code, at, form, a, b);
    } else {
      Operands.note(f.code.caches, next, a, b);
    }
    s[sp - 2] = binary(op, a, b);
  }

  /** BINARY_OP_NUMBERS. */
  static void numbers(PyFrame f, int next, int sp) {
    int at = next - 1;
    Object[] s = f.fast;
    f.lasti = at;
    Object r = Arithmetic.binary(operator((f.code.instructions[at] & Integer.MAX_VALUE) >> 8), s[sp - 2], s[sp - 1]);
    if (r == null) {
      binaryOp(f, next, sp);
    } else {
      Operands.note(f.code.caches, next, s[sp - 2], s[sp - 1]);
      f.sp = sp - 1;
      s[sp - 2] = r;
    }
  }

  /** BINARY_OP_SUBSCR_DICT. */
  static void subscrDict(PyFrame f, int next, int sp) {
    int at = next - 1;
    Object[] s = f.fast;
    f.lasti = at;
    Object r;
    if (s[sp - 2] instanceof PyDict d && d.type() == PyDict.TYPE && (r = d.get(s[sp - 1])) != null) {
      f.sp = sp - 1;
      s[sp - 2] = r;
    } else {
      binaryOp(f, next, sp);
    }
  }

  private static void respecialise(PyCode code, int at, int form, Object a, Object b) {
    int misses = code.caches[at + 1] instanceof Operands before ? before.misses : 0;
    if (misses < MAX_MISSES) {
      code.caches[at + 1] = new Operands(misses + 1, a, b);
      rewrite(code, at, form);
    } else {
      Operands.note(code.caches, at + 1, a, b);
      rewrite(code, at, BINARY_OP);
    }
  }

  private static int form(int op, Object a, Object b) {
    if (a instanceof Long && b instanceof Long) {
      if (op == BinaryOp.NB_SUBSCR) {
        return BINARY_OP;
      }
      return switch (operator(op)) {
        case BinaryOp.NB_ADD -> BINARY_OP_ADD_INT;
        case BinaryOp.NB_SUBTRACT -> BINARY_OP_SUBTRACT_INT;
        case BinaryOp.NB_MULTIPLY, BinaryOp.NB_AND, BinaryOp.NB_OR, BinaryOp.NB_XOR, BinaryOp.NB_RSHIFT, BinaryOp.NB_REMAINDER,
            BinaryOp.NB_FLOOR_DIVIDE -> BINARY_OP_INT;
        case BinaryOp.NB_POWER -> BINARY_OP;
        default -> BINARY_OP_NUMBERS;
      };
    }
    if (a instanceof Double && b instanceof Double) {
      return switch (op) {
        case BinaryOp.NB_ADD, BinaryOp.NB_ADD + Special.REFLECTED -> BINARY_OP_ADD_FLOAT;
        case BinaryOp.NB_SUBTRACT, BinaryOp.NB_SUBTRACT + Special.REFLECTED -> BINARY_OP_SUBTRACT_FLOAT;
        case BinaryOp.NB_MULTIPLY, BinaryOp.NB_MULTIPLY + Special.REFLECTED -> BINARY_OP_MULTIPLY_FLOAT;
        case BinaryOp.NB_SUBSCR -> BINARY_OP;
        default -> BINARY_OP_NUMBERS;
      };
    }
    if (op != BinaryOp.NB_SUBSCR && (a instanceof Long || a instanceof Double) && (b instanceof Long || b instanceof Double)) {
      return BINARY_OP_NUMBERS;
    }
    if (op == BinaryOp.NB_SUBSCR && a instanceof PyDict d && d.type() == PyDict.TYPE) {
      return BINARY_OP_SUBSCR_DICT;
    }
    if (op == BinaryOp.NB_SUBSCR && b instanceof Long) {
      if (a instanceof PyList l && l.type() == PyList.TYPE) {
        return BINARY_OP_SUBSCR_LIST_INT;
      }
      if (a instanceof PyTuple t && t.type() == PyTuple.TYPE) {
        return BINARY_OP_SUBSCR_TUPLE_INT;
      }
    }
    return BINARY_OP;
  }

  /** The operator of a BINARY_OP that is not a subscription: the in-place forms do the same to numbers. */
  static int operator(int arg) {
    return arg < Special.REFLECTED ? arg : arg - Special.REFLECTED;
  }

  static Object binary(int op, Object a, Object b) {
    if (op < Special.REFLECTED) {
      return Operators.binary(op, a, b);
    }
    return op == BinaryOp.NB_SUBSCR ? Items.get(a, b) : Operators.inPlace(op - Special.REFLECTED, a, b);
  }

  /** COMPARE_OP with its argument as in the instruction. */
  static Object compareOp(int arg, Object a, Object b) {
    return asAsked(arg, Comparison.compare(arg >> 5, a, b));
  }

  /** The result of COMPARE_OP's comparison, as a bool if its argument says so. */
  static Object asAsked(int arg, Object r) {
    if ((arg & 16) != 0 && !(r instanceof Boolean)) {
      return Py.truth(r) ? Boolean.TRUE : Boolean.FALSE;
    }
    return r;
  }

  /** COMPARE_OP on any operands; specialises once, and stays generic after a failed guard. */
  static void compareOp(PyFrame f, int next, int sp) {
    int at = next - 1;
    int instruction = f.code.instructions[at] & Integer.MAX_VALUE;
    Object[] s = f.fast;
    Object a = s[sp - 2];
    Object b = s[sp - 1];
    f.lasti = at;
    f.sp = sp - 1;
    Object[] caches = f.code.caches;
    if ((instruction & 0xFF) != COMPARE_OP) {
      rewrite(f.code, at, COMPARE_OP);
      caches[next] = new Operands(1, a, b);
    } else {
      Operands.note(caches, next, a, b);
    }
    if (caches[next] instanceof Operands o && o.misses == 0) {
      int operator = instruction >> 13;
      if (a instanceof Long && b instanceof Long || a instanceof Double && b instanceof Double) {
        rewrite(f.code, at, COMPARE_OP_INT);
      } else if (a instanceof String && b instanceof String && (operator == CompareOp.EQ || operator == CompareOp.NE)) {
        rewrite(f.code, at, COMPARE_OP_STR);
      }
    }
    s[sp - 2] = compareOp(instruction >> 8, a, b);
  }
}
