package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Replaces operations on constants that were just loaded by their result. */
final class ConstantFolding {
  private static final int MAX_OPERANDS = ExpressionLowering.STACK_USE_GUIDELINE;
  /** Displays of at least so many constants are made from one constant tuple. */
  private static final int MIN_SEQUENCE_SIZE = 3;

  private final ConstantPool consts;

  ConstantFolding(ConstantPool consts) {
    this.consts = consts;
  }

  static boolean makeSmallInt(Instr instr, Object value) {
    if (value instanceof Long l && l >= 0 && l < 256) {
      instr.set(LOAD_SMALL_INT, l.intValue());
      return true;
    }
    return false;
  }

  private static boolean loadsConst(Instr instr) {
    return instr.opcode == LOAD_CONST || instr.opcode == LOAD_SMALL_INT;
  }

  private Object value(Instr instr) {
    return instr.opcode == LOAD_CONST ? consts.get(instr.arg) : (Object) (long) instr.arg;
  }

  /** The {@code count} instructions before {@code at}, NOPs left out, if all load constants; else null. */
  private static Instr[] loads(Block b, int at, int count) {
    Instr[] found = new Instr[count];
    int left = count;
    for (int i = at - 1; i >= 0 && left > 0; i--) {
      Instr instr = b.code[i];
      if (instr.opcode == NOP) {
        continue;
      }
      if (!loadsConst(instr)) {
        return null;
      }
      found[--left] = instr;
    }
    return left == 0 ? found : null;
  }

  private static void erase(Instr instr) {
    instr.toNop();
    instr.loc = Loc.NONE;
  }

  private void replace(Instr[] operands, Instr operation, Object result) {
    for (Instr operand : operands) {
      erase(operand);
    }
    makeLoad(operation, result);
  }

  private void makeLoad(Instr instr, Object value) {
    if (!makeSmallInt(instr, value)) {
      instr.set(LOAD_CONST, consts.add(value));
    }
  }

  private List<Object> values(Instr[] loads) {
    List<Object> values = new ArrayList<>(loads.length);
    for (Instr load : loads) {
      values.add(value(load));
    }
    return values;
  }

  void operation(Block b, int at, int nextOp) {
    Instr instr = b.code[at];
    if (instr.opcode == CALL_INTRINSIC_1) {
      if (instr.arg == Intrinsic.LIST_TO_TUPLE) {
        List<Object> items = longDisplay(b, at, BUILD_LIST, LIST_APPEND);
        if (items != null) {
          makeLoad(instr, new Const.Tuple(items));
        } else if (nextOp == GET_ITER) {
          instr.toNop();
        }
        return;
      }
      if (instr.arg != Intrinsic.UNARY_POSITIVE) {
        return;
      }
    }
    boolean binary = instr.opcode == BINARY_OP;
    Instr[] operands = loads(b, at, binary ? 2 : 1);
    if (operands == null) {
      return;
    }
    Object first = value(operands[0]);
    Object result = switch (instr.opcode) {
      case BINARY_OP -> instr.arg >= BinaryOp.NB_INPLACE_ADD && instr.arg <= BinaryOp.NB_INPLACE_XOR
          ? null : ConstantArithmetic.binary(first, instr.arg, value(operands[1]));
      case UNARY_NEGATIVE -> ConstantArithmetic.negative(first);
      case UNARY_INVERT -> ConstantArithmetic.invert(first);
      case UNARY_NOT -> !ConstantArithmetic.isTrue(first);
      default -> ConstantArithmetic.positive(first);
    };
    if (result != null) {
      replace(operands, instr, result);
    }
  }

  void tuple(Block b, int at) {
    Instr instr = b.code[at];
    if (instr.arg > MAX_OPERANDS) {
      return;
    }
    Instr[] elements = loads(b, at, instr.arg);
    if (elements != null) {
      replace(elements, instr, new Const.Tuple(values(elements)));
    }
  }

  /**
   * A long display of constants: BUILD 0, then LOAD_CONST and ADD for each, up to {@code end}. Erases it and returns the
   * constants; null if it is none.
   */
  private List<Object> longDisplay(Block b, int end, int build, int add) {
    List<Object> items = new ArrayList<>();
    boolean expectAdd = true;
    for (int i = end - 1; i >= 0; i--) {
      Instr before = b.code[i];
      if (before.opcode == NOP) {
        continue;
      }
      if (before.opcode == build && before.arg == 0 && expectAdd) {
        for (int j = i; j < end; j++) {
          if (b.code[j].opcode != NOP) {
            erase(b.code[j]);
          }
        }
        return new ArrayList<>(items.reversed());
      }
      if (expectAdd ? before.opcode != add || before.arg != 1 : !loadsConst(before)) {
        return null;
      }
      if (!expectAdd) {
        items.add(value(before));
      }
      expectAdd = !expectAdd;
    }
    return null;
  }

  /** A long list or set of constants whose last element is added at {@code at} and that is only iterated over or searched. */
  void consumedDisplay(Block b, int at) {
    Instr instr = b.code[at];
    boolean list = instr.opcode == LIST_APPEND;
    List<Object> items = longDisplay(b, at + 1, list ? BUILD_LIST : BUILD_SET, instr.opcode);
    if (items != null) {
      makeLoad(instr, list ? new Const.Tuple(items) : frozenSet(items));
    }
  }

  /**
   * A list or set of constants that is only iterated over or searched becomes a constant tuple or frozenset; a longer one is made
   * from such a constant.
   */
  void listOrSet(Block b, int at, int nextOp) {
    Instr instr = b.code[at];
    boolean consumed = nextOp == GET_ITER || nextOp == CONTAINS_OP;
    if (instr.arg > MAX_OPERANDS || instr.arg < MIN_SEQUENCE_SIZE && !consumed) {
      return;
    }
    Instr[] elements = loads(b, at, instr.arg);
    boolean list = instr.opcode == BUILD_LIST;
    if (elements == null) {
      if (consumed && list) {
        instr.opcode = BUILD_TUPLE;
      }
      return;
    }
    List<Object> values = values(elements);
    int index = consts.add(list ? new Const.Tuple(values) : frozenSet(values));
    for (Instr element : elements) {
      erase(element);
    }
    if (consumed) {
      instr.set(LOAD_CONST, index);
      return;
    }
    b.code[at - 2].loc = instr.loc;
    b.code[at - 2].set(instr.opcode, 0);
    b.code[at - 1].set(LOAD_CONST, index);
    instr.set(list ? LIST_EXTEND : SET_UPDATE, 1);
  }

  private static Const.FrozenSet frozenSet(List<Object> values) {
    Set<Object> seen = new HashSet<>();
    List<Object> distinct = new ArrayList<>();
    for (Object value : values) {
      if (seen.add(ConstantArithmetic.equalityKey(value))) {
        distinct.add(value);
      }
    }
    return new Const.FrozenSet(Arrays.asList(distinct.toArray()));
  }
}
