package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Intrinsic;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.Speculation;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import java.util.Arrays;

/** What each instruction becomes: those that only move values, and which file has the others. */
final class Instructions {
  /** Displays of more items are the interpreter's. */
  private static final int MAX_ITEMS = 64;

  private final HirBuilder b;

  Instructions(HirBuilder b) {
    this.b = b;
  }

  /** Puts operations in the place of the instruction at which the builder is. */
  void put() throws NotCompilable {
    if (b.flow.outside.get(b.at)) {
      b.graph.add(b.block, Op.LEAVE, null, b.slots.state(b.at, 0));
      b.end();
      return;
    }
    if (b.flow.unseen.get(b.at)) {
      b.graph.add(b.block, Op.UNSEEN, null, b.slots.state(b.at, Speculation.LEARNING));
      b.end();
      return;
    }
    int form = b.flow.form(b.at);
    int op = b.flow.opcode(b.at);
    int arg = b.flow.argument(b.at);
    if (b.graph.typed != null && b.isGeneric() && StackUse.pops(op, arg) >= 0) {
      // a unit without frames is left where others let the interpreter do one instruction
      b.generic.step();
      return;
    }
    switch (op) {
      case NOP, NOT_TAKEN, RESUME -> {}
      case LOAD_FAST -> b.push(b.slots.value[arg]);
      case LOAD_FAST_CHECK -> {
        if (b.isGeneric()) {
          // unbound more than once
          b.generic.step();
        } else {
          b.add(Op.CHECK_BOUND, null, b.slots.value[arg]);
          b.push(b.slots.value[arg]);
        }
      }
      case LOAD_FAST_AND_CLEAR -> {
        b.push(b.slots.value[arg]);
        b.slots.value[arg] = b.constant(null);
      }
      case LOAD_FAST_LOAD_FAST -> {
        b.push(b.slots.value[arg >> 4]);
        b.push(b.slots.value[arg & 15]);
      }
      case STORE_FAST -> b.slots.value[arg] = b.pop();
      case STORE_FAST_LOAD_FAST -> {
        b.slots.value[arg >> 4] = b.pop();
        b.push(b.slots.value[arg & 15]);
      }
      case STORE_FAST_STORE_FAST -> {
        b.slots.value[arg >> 4] = b.pop();
        b.slots.value[arg & 15] = b.pop();
      }
      case DELETE_FAST -> {
        if (b.isGeneric()) {
          b.generic.step();
          b.slots.value[arg] = b.slots.inFrame[arg] = b.constant(null);
        } else {
          b.add(Op.CHECK_BOUND, null, b.slots.value[arg]);
          b.slots.value[arg] = b.constant(null);
        }
      }
      case LOAD_CONST -> b.push(b.constant(b.code.consts[arg]));
      case LOAD_SMALL_INT -> b.push(b.constant(Py.box(arg)));
      case PUSH_NULL -> b.push(b.constant(null));
      case POP_TOP, END_FOR, POP_ITER -> b.pop();
      case COPY -> b.push(b.top(arg));
      case SWAP -> {
        Node t = b.top(1);
        b.slots.value[b.slots.sp - 1] = b.top(arg);
        b.slots.value[b.slots.sp - arg] = t;
      }
      case CHECK_ARGS -> {
        b.generic.step();
        // it may have put other values in the places of arguments
        for (int i = 0; i < b.code.code.argCount + b.code.code.kwOnlyArgCount; i++) {
          b.slots.value[i] = b.slots.inFrame[i] = b.add(Op.LOAD_FRAME, i);
        }
      }
      case MAKE_CELL -> b.slots.value[arg] = b.add(Op.NEW_CELL, null, b.slots.value[arg]);
      case COPY_FREE_VARS -> {
        for (int i = 0; i < arg; i++) {
          b.slots.value[b.code.nfast - arg + i] = b.add(Op.FREE_CELL, i);
        }
      }
      case MAKE_FUNCTION -> orStep(b.top(1).aux instanceof PyCode && b.put(1, Op.NEW_FUNCTION, b.activation, b.top(1)));
      case SET_FUNCTION_ATTRIBUTE -> orStep(arg != Intrinsic.FUNCTION_ANNOTATIONS && b.put(2, Op.FUNCTION_ATTRIBUTE, arg, b.top(2), b.top(1)));
      case LOAD_DEREF -> {
        if (b.isGeneric()) {
          b.generic.step();
        } else {
          b.push(b.add(Op.LOAD_CELL, null, b.slots.value[arg]));
        }
      }
      case STORE_DEREF -> b.add(Op.STORE_CELL, null, b.slots.value[arg], b.pop());
      case LOAD_GLOBAL -> orStep(b.globalNames.load(form, arg));
      case LOAD_ATTR -> orStep(b.attributes.load(form, arg));
      case STORE_ATTR -> orStep(b.attributes.store(form));
      case LOAD_SUPER_ATTR -> orStep(b.attributes.loadSuper(arg));
      case LOAD_SPECIAL -> orStep(b.attributes.loadSpecial());
      case BINARY_OP -> orStep(b.operatorMethods.binary(arg) || b.operators.binary(form, arg));
      case COMPARE_OP -> orStep(b.operatorMethods.compare(arg) || b.operators.compare(form, arg));
      case STORE_SUBSCR -> orStep(b.operators.storeItem());
      case DELETE_SUBSCR -> orStep(b.operators.deleteItem());
      case BINARY_SLICE -> orStep(b.operators.slice());
      case STORE_SLICE -> b.operators.storeSlice();
      case BUILD_SLICE -> b.put(arg, Op.NEW_SLICE, null, b.top(arg), b.top(arg - 1), arg == 3 ? b.top(1) : b.constant(Py.None));
      case MATCH_SEQUENCE -> b.pushRaw(b.add(Op.MATCH_SEQUENCE, null, b.top(1)));
      case MATCH_MAPPING -> b.pushRaw(b.add(Op.MATCH_MAPPING, null, b.top(1)));
      case CONTAINS_OP -> orStep(b.operators.contains(arg));
      case TO_BOOL -> b.operators.toBool();
      case UNARY_NOT -> b.push(b.add(Op.BOX_BOOL, null, b.add(Op.NOT, null, b.condition(b.pop()))));
      case UNARY_NEGATIVE -> orStep(b.operators.negate());
      case UNARY_INVERT -> orStep(b.operators.invert());
      case IS_OP -> b.operators.is(arg);
      case BUILD_TUPLE -> orStep(build(Op.NEW_TUPLE, arg, arg));
      case BUILD_LIST -> orStep(build(Op.NEW_LIST, arg, arg));
      case BUILD_SET -> orStep(build(Op.NEW_SET, arg, arg));
      case BUILD_MAP -> orStep(build(Op.NEW_DICT, 2 * arg, arg));
      case BUILD_STRING -> orStep(build(Op.BUILD_STRING, arg, arg));
      case FORMAT_SIMPLE -> orStep(!b.isHard() && b.put(1, Op.STR_OF, null, b.top(1)));
      case LIST_EXTEND -> orStep(!b.isHard() && b.put(1, Op.LIST_EXTEND, null, b.top(1 + arg), b.top(1)));
      case SET_ADD -> orStep(!b.isHard() && b.put(1, Op.SET_ADD, null, b.top(1 + arg), b.top(1)));
      case MAP_ADD -> orStep(!b.isHard() && b.put(2, Op.MAP_ADD, null, b.top(2 + arg), b.top(2), b.top(1)));
      case GET_LEN -> b.pushRaw(b.add(Op.LEN, null, b.top(1)));
      case GET_ITER -> orStep(b.iteration.iterator());
      case STORE_GLOBAL -> orStep(b.globalNames.store());
      case LIST_APPEND -> orStep(!b.isGeneric() && b.put(1, Op.LIST_APPEND, null, b.top(1 + arg), b.top(1)));
      case UNPACK_SEQUENCE -> orStep(unpack(arg));
      case CALL -> b.calls.call(arg);
      case CALL_KW -> b.calls.callKeywords(arg);
      case JUMP_FORWARD, JUMP_BACKWARD_NO_INTERRUPT -> b.jump(b.flow.starts.get(arg));
      case JUMP_BACKWARD -> {
        b.graph.add(b.block, Op.POLL, null, b.state(arg));
        b.jump(b.flow.starts.get(arg));
      }
      case POP_JUMP_IF_FALSE -> b.branch(b.condition(b.pop()), b.flow.starts.get(b.at + 1), b.flow.starts.get(arg));
      case POP_JUMP_IF_TRUE -> b.branch(b.condition(b.pop()), b.flow.starts.get(arg), b.flow.starts.get(b.at + 1));
      case POP_JUMP_IF_NONE -> b.branch(b.add(Op.IS_OBJECT, Py.None, b.pop()), b.flow.starts.get(arg), b.flow.starts.get(b.at + 1));
      case POP_JUMP_IF_NOT_NONE -> b.branch(b.add(Op.IS_OBJECT, Py.None, b.pop()), b.flow.starts.get(b.at + 1), b.flow.starts.get(arg));
      case FOR_ITER -> b.iteration.next(b.flow.starts.get(b.at + 1), b.flow.starts.get(arg + 1));
      case RETURN_VALUE -> returnValue();
      case RAISE_VARARGS, RERAISE -> raise();
      case YIELD_VALUE -> {
        Node v = b.pop();
        b.frames.flush();
        b.add(Op.YIELD, b.site(), v);
        b.end();
      }
      case SEND -> b.iteration.send(b.flow.starts.get(b.at + 1), b.flow.starts.get(arg));
      case END_SEND -> {
        Node v = b.pop();
        b.pop();
        b.push(v);
      }
      case PUSH_EXC_INFO -> {
        Node e = b.pop();
        b.push(b.add(Op.PUSH_HANDLED, null, e));
        b.push(e);
      }
      case POP_EXCEPT -> b.add(Op.POP_HANDLED, null, b.pop());
      case CHECK_EXC_MATCH -> {
        if (b.isHard()) {
          b.generic.step();
        } else {
          Node matches = b.add(Op.EXCEPTION_MATCHES, null, b.top(2), b.top(1));
          b.replaceTop(b.add(Op.BOX_BOOL, null, matches));
        }
      }
      default -> orStep(op >= Opcode.FIRST_STATIC && b.statics.put(op, arg, b.cache()));
    }
  }

  /** What no operations have been put in the place of, the engine or the interpreter does. */
  private void orStep(boolean done) throws NotCompilable {
    if (!done) {
      b.generic.step();
    }
  }

  /** A new object of the operands. */
  private boolean build(Op op, int operands, int arg) {
    return arg <= MAX_ITEMS && b.put(operands, op, null, Arrays.copyOfRange(b.slots.value, b.slots.sp - operands, b.slots.sp));
  }

  private boolean unpack(int count) {
    if (b.isGeneric()) {
      return false;
    }
    Node t = b.top(1);
    if (t.op == Op.NEW_TUPLE && t.inputs.length == count) {
      b.pop();
      for (int i = count - 1; i >= 0; i--) {
        b.push(t.input(i));
      }
      return true;
    }
    b.add(Op.CHECK_TUPLE, count, t);
    Node[] items = new Node[count];
    for (int i = 0; i < count; i++) {
      items[i] = b.add(Op.TUPLE_ITEM, null, t, b.add(Op.LONG_CONST, (long) i));
    }
    b.pop();
    for (int i = count - 1; i >= 0; i--) {
      b.push(items[i]);
    }
    return true;
  }

  private void returnValue() {
    Node v = b.pop();
    if (b.activation.caller() != null) {
      b.inliner.returned(v);
      return;
    }
    if (b.graph.typed != null) {
      v = b.primitives.raw(v, b.graph.typed.signature.result());
    }
    b.add(Op.RETURN, null, v);
    b.end();
  }

  /** An instruction that always raises. */
  private void raise() {
    b.frames.flush();
    b.add(Op.RAISE, b.site());
    b.end();
  }
}
