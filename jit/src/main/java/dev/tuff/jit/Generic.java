package dev.tuff.jit;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.interp.CallOps;

/** Instructions on operands of any kind: the routine of the engine that does each, if there is one, else the interpreter has to. */
final class Generic {
  private final HirBuilder b;

  Generic(HirBuilder b) {
    this.b = b;
  }

  /** Puts a routine in the place of the instruction, and says whether there is one. */
  boolean put(int op, int arg) {
    switch (op) {
      case BINARY_OP -> b.routine("binary", null, arg, 2);
      case COMPARE_OP -> b.routine("compare", null, arg, 2);
      case CONTAINS_OP -> b.routine("contains", null, arg, 2);
      case UNARY_NEGATIVE -> b.routine("unary", null, Special.NEG, 1);
      case UNARY_INVERT -> b.routine("unary", null, Special.INVERT, 1);
      case BINARY_SLICE -> b.routine("slice", null, 0, 3);
      case STORE_SUBSCR -> nothing("storeItem", null, 0, 3);
      case DELETE_SUBSCR -> nothing("deleteItem", null, 0, 2);
      case LOAD_ATTR -> {
        // one that has not run yet has something to learn
        if (b.isNew()) {
          return false;
        }
        b.routine("attribute", b.name(arg >> 1), arg & 1, 1);
        if ((arg & 1) != 0) {
          b.push(b.constant(null));
        }
      }
      case STORE_ATTR -> {
        if (b.isNew()) {
          return false;
        }
        nothing("storeAttribute", b.name(arg), 0, 2);
      }
      case CALL -> {
        b.routine("call", null, 0, arg + 2, 2, true);
      }
      case CALL_KW -> {
        if (!(b.top(1).aux instanceof PyTuple names)) {
          return false;
        }
        b.take(1);
        b.routine("call", CallOps.keywords(names.array()), 0, arg + 2, 2, true);
      }
      // callable, null, positional, keywords
      case CALL_FUNCTION_EX -> b.routineOf("callExpanded", 0, 4, b.top(4), b.top(2), b.top(1));
      case DICT_MERGE -> b.change("mergeKeywords", 1, b.top(4 + arg), b.top(1 + arg), b.top(1));
      case LIST_EXTEND -> b.change("extendList", 1, b.top(1 + arg), b.top(1));
      case SET_UPDATE -> b.change("updateSet", 1, b.top(1 + arg), b.top(1));
      case DICT_UPDATE -> b.change("updateDict", 1, b.top(1 + arg), b.top(1));
      // exit, self or null, lasti, previous exception, exception
      case WITH_EXCEPT_START -> b.routineOf("exit", 0, 0, b.top(5), b.top(4), b.top(1));
      case CHECK_EXC_MATCH -> b.routineOf("matches", 0, 1, b.top(2), b.top(1));
      case MAKE_FUNCTION -> b.routine("function", null, 0, 1);
      case SET_FUNCTION_ATTRIBUTE -> b.routine("functionAttribute", null, arg, 2);
      case CALL_INTRINSIC_1 -> b.routine("intrinsic", null, arg, 1);
      case FORMAT_SIMPLE -> b.routineOf("format", 0, 1, b.top(1), b.constant(""));
      case FORMAT_WITH_SPEC -> b.routine("format", null, 0, 2);
      case CONVERT_VALUE -> b.routine("convert", null, arg, 1);
      case GET_ITER -> b.routine("iterator", null, 0, 1);
      case GET_AWAITABLE -> b.routine("awaitable", null, arg, 1);
      case GET_AITER -> b.routine("asyncIterator", null, 0, 1);
      case GET_ANEXT -> b.routineOf("asyncNext", 0, 0, b.top(1));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void nothing(String name, Object constant, int arg, int operands) {
    b.routine(name, constant, arg, operands);
    b.pop();
  }
}
