package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.interp.CallOps;
import dev.tuff.engine.interp.CallSite;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Place;
import dev.tuff.jit.hir.Routine;
import dev.tuff.jit.hir.Site;
import java.util.Arrays;

/** Instructions on operands of any kind: the routine of the engine that does each, if there is one, else the interpreter has to. */
final class Generic {
  private final HirBuilder b;

  Generic(HirBuilder b) {
    this.b = b;
  }

  /** Puts a routine in the place of the instruction, and says whether there is one. */
  private boolean put(int op, int arg) {
    switch (op) {
      case BINARY_OP -> routine("binary", null, arg, 2);
      case COMPARE_OP -> routine("compare", null, arg, 2);
      case CONTAINS_OP -> routine("contains", null, arg, 2);
      case UNARY_NEGATIVE -> routine("unary", null, Special.NEG, 1);
      case UNARY_INVERT -> routine("unary", null, Special.INVERT, 1);
      case BINARY_SLICE -> routine("slice", null, 0, 3);
      case STORE_SUBSCR -> nothing("storeItem", null, 0, 3);
      case DELETE_SUBSCR -> nothing("deleteItem", null, 0, 2);
      case LOAD_ATTR -> {
        // one that has not run yet has something to learn; an object whose attributes are in a dict teaches nothing
        if (b.isNew() && !b.isHard()) {
          return false;
        }
        routine("attribute", b.name(arg >> 1), arg & 1, 1);
        if ((arg & 1) != 0) {
          b.push(b.constant(null));
        }
      }
      case STORE_ATTR -> {
        if (b.isNew() && !b.isHard()) {
          return false;
        }
        nothing("storeAttribute", b.name(arg), 0, 2);
      }
      case CALL -> {
        routine("call", new CallSite(null), 0, arg + 2, 2, true);
      }
      case CALL_KW -> {
        if (!(b.top(1).aux instanceof PyTuple names)) {
          return false;
        }
        b.take(1);
        routine("call", new CallSite(CallOps.keywords(names.array())), 0, arg + 2, 2, true);
      }
      // callable, null, positional, keywords
      case CALL_FUNCTION_EX -> routineOf("callExpanded", 0, 4, b.top(4), b.top(2), b.top(1));
      case DICT_MERGE -> change("mergeKeywords", 1, b.top(4 + arg), b.top(1 + arg), b.top(1));
      case LIST_EXTEND -> change("extendList", 1, b.top(1 + arg), b.top(1));
      case SET_UPDATE -> change("updateSet", 1, b.top(1 + arg), b.top(1));
      case DICT_UPDATE -> change("updateDict", 1, b.top(1 + arg), b.top(1));
      // exit, self or null, lasti, previous exception, exception
      case WITH_EXCEPT_START -> routineOf("exit", 0, 0, b.top(5), b.top(4), b.top(1));
      case CHECK_EXC_MATCH -> routineOf("matches", 0, 1, b.top(2), b.top(1));
      case CALL_INTRINSIC_1 -> routine("intrinsic", null, arg, 1);
      case FORMAT_SIMPLE -> routineOf("format", 0, 1, b.top(1), b.constant(""));
      case FORMAT_WITH_SPEC -> routine("format", null, 0, 2);
      case CONVERT_VALUE -> routine("convert", null, arg, 1);
      case GET_ITER -> routine("iterator", null, 0, 1);
      case GET_AWAITABLE -> routine("awaitable", null, arg, 1);
      case GET_AITER -> routine("asyncIterator", null, 0, 1);
      case GET_ANEXT -> routineOf("asyncNext", 0, 0, b.top(1));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void nothing(String name, Object constant, int arg, int operands) {
    routine(name, constant, arg, operands);
    b.pop();
  }

  /** The engine does the instruction on so many operands, and gives something. */
  void routine(String name, Object constant, int arg, int operands) {
    routine(name, constant, arg, operands, operands, false);
  }

  /** The same, with the operands behind the first in an array if {@code rest}. */
  void routine(String name, Object constant, int arg, int operands, int single, boolean rest) {
    Node[] in = Arrays.copyOfRange(b.slots.value, b.slots.sp - operands, b.slots.sp);
    b.take(operands);
    b.frames.flush();
    b.push(b.add(Op.ROUTINE, new Routine(b.site(), name, constant, arg, single, rest), in));
  }

  /** The engine does something with some values; so many operands leave the stack. */
  void routineOf(String name, int arg, int operands, Node... in) {
    routineOf(name, null, arg, operands, in);
  }

  void routineOf(String name, Object constant, int arg, int operands, Node... in) {
    b.take(operands);
    b.frames.flush();
    b.push(b.add(Op.ROUTINE, new Routine(b.site(), name, constant, arg, in.length, false), in));
  }

  /** The engine does something to objects, taking so many operands off the stack. */
  void change(String name, int operands, Node... in) {
    b.take(operands);
    b.frames.flush();
    b.add(Op.ROUTINE, new Routine(b.site(), name, null, 0, in.length, false), in);
  }

  private static boolean learns(int op) {
    return op == LOAD_ATTR || op == STORE_ATTR || op == LOAD_GLOBAL || op == LOAD_SPECIAL || op == LOAD_SUPER_ATTR;
  }

  /** The engine does the instruction, or the interpreter. */
  void step() throws NotCompilable {
    int op = b.flow.opcode(b.at);
    int arg = b.flow.argument(b.at);
    if (put(op, arg)) {
      return;
    }
    int pops = StackUse.pops(op, arg);
    if (pops < 0) {
      throw new NotCompilable(Opcode.name(op));
    }
    b.frames.flush();
    b.add(Op.STEP, new Site(b.activation, b.at, b.slots.sp, learns(op) && b.isNew() ? Boolean.TRUE : null));
    int sp = b.slots.sp + Opcode.stackEffect(op, arg);
    b.slots.sp -= pops;
    b.slots.stale.clear(b.slots.sp, b.slots.value.length);
    Arrays.fill(b.slots.inFrame, b.slots.sp, b.slots.inFrame.length, null);
    while (b.slots.sp < sp) {
      Node n = b.add(Op.LOAD_FRAME, new Place(b.activation, b.slots.sp));
      b.slots.inFrame[b.slots.sp] = n;
      b.slots.stale.set(b.slots.sp);
      b.push(n);
    }
  }
}
