package dev.tuff.jit.build;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.interp.MethodCache;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What becomes of CALL and CALL_KW: an operation of its own, the callee's instructions in its place, a call of what is known, or of anything. A
 * callee is known if it is a constant, or a global that has always been the same object, which a guard then says.
 */
final class Calls {
  private final HirBuilder b;

  /** So many methods get a way of their own. */
  private static final int MAX_WAYS = 3;

  /** One of several ways is inlined if it has no more instructions: what is longer gains little. */
  private static final int MAX_WAY = 40;

  Calls(HirBuilder b) {
    this.b = b;
  }

  /** A call with arguments by position. */
  void call(int count) throws NotCompilable {
    int height = b.slots.sp - count - 2;
    Node callee = b.slots.value[height];
    Node self = b.slots.value[height + 1];
    Object known = known(callee);
    boolean function = isNull(self);
    if (known != null && !(known instanceof PyFunction) && callBuiltin(callee, known, count, !function)) {
      return;
    }
    if (known != null && (function || callee.op == Op.CONST)) {
      Node[] operands = Arrays.copyOfRange(b.slots.value, function ? height + 2 : height + 1, b.slots.sp);
      if (callKnown(callee, known, operands, null, height)) {
        return;
      }
    }
    if (known == null && function && inlineAlike(callee, Arrays.copyOfRange(b.slots.value, height + 2, b.slots.sp), height)) {
      return;
    }
    if (known == null && self == receiver(callee)
        && inlineMethods(callee, Arrays.copyOfRange(b.slots.value, height + 1, b.slots.sp), count, height)) {
      return;
    }
    callUnknown(callee, self, count, height);
  }

  /** A call of what is known, but not how to call it better, or not known at all. */
  private void callUnknown(Node callee, Node self, int count, int height) throws NotCompilable {
    Object known = known(callee);
    boolean function = isNull(self);
    if (count > (function ? 4 : 3) || bindsArguments(known)) {
      b.generic.step();
      return;
    }
    Node[] all = new Node[function ? count + 1 : count + 2];
    all[0] = callee;
    System.arraycopy(b.slots.value, b.slots.sp - all.length + 1, all, 1, all.length - 1);
    called(function || self == receiver(callee) ? Op.CALL_ANY : Op.CALL_MAYBE, null, all, height);
  }

  void callKeywords(int count) throws NotCompilable {
    int height = b.slots.sp - count - 3;
    Node callee = b.slots.value[height];
    Node self = b.slots.value[height + 1];
    Object known = known(callee);
    boolean function = isNull(self);
    if (known != null && (function || callee.op == Op.CONST) && b.top(1).aux instanceof PyTuple names) {
      Node[] operands = Arrays.copyOfRange(b.slots.value, function ? height + 2 : height + 1, b.slots.sp - 1);
      if (callKnown(callee, known, operands, names.array(), height)) {
        return;
      }
    }
    b.generic.step();
  }

  /** Whether what is called is a Python function whose arguments are not just copied, or a class that has one: a call site keeps where they go. */
  private static boolean bindsArguments(Object known) {
    PyFunction fn = known instanceof PyFunction f ? f : known instanceof PyType type ? type.plainInit() : null;
    return fn != null && !fn.code.plainArguments;
  }

  /** What a value is, or has been so far; null if that is not known. */
  private Object known(Node n) {
    return n.op == Op.CONST ? n.aux : b.isGeneric() ? null : b.globalNames.now(n);
  }

  /** The object that a method was loaded from; null if it is not known to be a method. */
  private static Node receiver(Node callee) {
    return callee.op == Op.LOAD_METHOD ? callee.input(0) : null;
  }

  private static boolean isNull(Node n) {
    return n.op == Op.CONST && n.aux == null;
  }

  /** A call of what is known, the last operands by name; false if it is not for compiled code. */
  boolean callKnown(Node callee, Object known, Node[] operands, Object[] names, int height) throws NotCompilable {
    if (b.code.speculation().isHopeless(b.at)) {
      return false;
    }
    // classes whose attributes are set all the time have another version in each call: only what matters is compared then
    boolean changing = b.isGeneric();
    // what is found below may be out of date already if the class changes meanwhile; the guard then says so
    Object version = known instanceof PyType type ? type.version : null;
    PyFunction init = known instanceof PyType type ? type.plainInit() : null;
    PyFunction fn = known instanceof PyFunction f ? f : init;
    if (fn != null) {
      Arguments bound = Arguments.bind(fn, operands, names, init != null);
      boolean versioned = init != null && ((PyType) known).type() == PyType.TYPE && !changing;
      boolean makes = init == null || versioned || ((PyType) known).slot(Special.DEL) == null;
      boolean inlined = makes && Inlining.may(b.graph, b.activation, fn, bound, init != null);
      boolean direct = bound != null && init == null && Tiers.isPlain(fn.code);
      if (inlined || direct) {
        checkSame(callee, known);
        Node[] all = arguments(fn, operands, bound, init != null);
        if (inlined && Entries.checksArguments(fn.code)) {
          all = TypedCalls.isTyped(fn.code) ? b.typedCalls.checked(fn, all, false) : null;
          if (all == null) {
            return false;
          }
        }
        if (!inlined) {
          called(Op.CALL_FUNCTION, known, all, height);
        } else {
          if (init != null) {
            if (versioned) {
              b.checkVersion((PyType) known, version);
            } else {
              b.add(Op.CHECK_INIT, init, b.constant(known));
            }
            all[0] = b.add(Op.NEW_OBJECT, known);
          }
          b.inliner.inline(fn, all, height, init != null);
        }
        return true;
      }
    }
    if (operands.length == 0 && !changing && known instanceof PyType type && type.type() == PyType.TYPE && type.isBare()) {
      checkSame(callee, known);
      b.checkVersion(type, version);
      return b.put(b.slots.sp - height, Op.NEW_OBJECT, type);
    }
    if (names != null || operands.length > 4) {
      return false;
    }
    if (init != null) {
      if (bindsArguments(init)) {
        return false;
      }
      checkSame(callee, known);
      called(Op.CALL_CLASS, known, operands, height);
      return true;
    }
    if (known instanceof PyBuiltinFunction || known instanceof PyMethodDescr || known instanceof PyType) {
      checkSame(callee, known);
      called(Op.CALL_OBJECT, known, operands, height);
      return true;
    }
    return false;
  }

  /** Inlines a call of a function that the unit makes itself, or that is guessed to be like the one that was called. */
  private boolean inlineAlike(Node callee, Node[] operands, int height) throws NotCompilable {
    if (b.isGeneric()) {
      return false;
    }
    PyFunction like = b.guesses.function(callee);
    if (like == null || !like.code.hasRun() || operands.length != like.code.argCount || Entries.checksArguments(like.code)
        || !Inlining.may(b.graph, b.activation, like, Arguments.bind(like, operands, null, false), false)) {
      return false;
    }
    b.inliner.inlineAlike(like, callee, operands, height);
    return true;
  }

  /** A call of one of the few methods that the receivers have had so far: a way for each that can be inlined. */
  private boolean inlineMethods(Node callee, Node[] operands, int count, int height) throws NotCompilable {
    List<PyFunction> methods = new ArrayList<>();
    boolean others = b.isGeneric();
    for (MethodCache m = (MethodCache) callee.aux; m != null; m = m.previous()) {
      if (m.value() instanceof PyFunction fn && fn.code.hasRun() && !Entries.checksArguments(fn.code)) {
        if (!methods.contains(fn)) {
          methods.add(fn);
        }
      } else {
        others = true;
      }
    }
    if (b.isGeneric() || methods.isEmpty() || methods.size() > MAX_WAYS) {
      return false;
    }
    Block after = b.graph.block(-1);
    for (PyFunction fn : methods) {
      Arguments bound = Arguments.bind(fn, operands, null, false);
      if (methods.size() > 1 && fn.code.instructions.length > MAX_WAY || !Inlining.may(b.graph, b.activation, fn, bound, false)) {
        others = true;
        continue;
      }
      Block next = null;
      if (fn == methods.getLast() && !others) {
        b.learn(Op.CHECK_SAME, fn, callee);
      } else {
        Block yes = b.graph.block(-1);
        next = b.graph.block(-1);
        b.branch(b.add(Op.IS_OBJECT, fn, callee), yes, next);
        b.enter(yes);
      }
      b.inliner.inline(fn, arguments(fn, operands, bound, false), height, false);
      if (b.block != null) {
        b.jump(after);
      }
      if (next != null) {
        b.enter(next);
      }
    }
    if (b.block != null) {
      callUnknown(callee, operands[0], count, height);
      if (after.predecessors.isEmpty()) {
        return true;
      }
      b.jump(after);
    }
    if (!after.predecessors.isEmpty()) {
      b.meet(after);
    }
    return true;
  }

  void checkSame(Node callee, Object known) {
    if (callee.op != Op.CONST) {
      b.add(Op.CHECK_SAME, known, callee);
    }
  }

  /** The values of all parameters; place 0 is left free for a new object. */
  private Node[] arguments(PyFunction fn, Node[] operands, Arguments bound, boolean constructs) {
    Node[] all = new Node[fn.code.argCount];
    boolean defaults = false;
    for (int i = constructs ? 1 : 0; i < all.length; i++) {
      int operand = bound.operands()[i];
      defaults |= operand < 0;
      all[i] = operand < 0 ? b.constant(bound.defaults()[i]) : operands[operand];
    }
    if (defaults) {
      b.add(Op.CHECK_DEFAULTS, fn.defaults, b.constant(fn));
    }
    return all;
  }

  /** The call itself, its operands no longer on the stack; if tools look on since then, it has stored the result and ends the unit. */
  void called(Op op, Object known, Node[] inputs, int height) {
    b.frames.flush(height);
    Node r = b.add(op, new Site(b.activation, b.at, height, known), inputs);
    b.slots.sp = height;
    b.push(r);
  }

  private boolean callBuiltin(Node callee, Object known, int count, boolean hasSelf) {
    if (callee.op != Op.CONST && (hasSelf || !BuiltinCalls.knows(known, count))) {
      return false;
    }
    checkSame(callee, known);
    return b.builtinCalls.call(known, count, hasSelf);
  }
}
