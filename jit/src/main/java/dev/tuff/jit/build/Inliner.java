package dev.tuff.jit.build;

import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.StaticCallee.ResultCheck;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An inlined call: the callee's instructions in the place of the call, built by a builder of their own with the callee's slots, below which those
 * of the caller wait. Its returns meet behind the call. {@link Inlining} says which calls are.
 */
final class Inliner {
  private final HirBuilder b;

  /** Where the builder's own call returns, if it is inlined: with the caller's slots. */
  private final Map<Block, Slots> returns = new LinkedHashMap<>();

  Inliner(HirBuilder b) {
    this.b = b;
  }

  /** The function's instructions in the place of the call, whose operands begin at {@code height}. */
  void inline(PyFunction fn, Node[] arguments, int height, boolean constructs) throws NotCompilable {
    Activation inner = new Activation(b.graph.newActivation(), b.activation, fn.code, fn, false, constructs, null, false, b.at, height);
    b.checkOnce(Op.CHECK_CODE, inner, fn);
    inline(inner, fn, arguments, height);
  }

  /** The same for what has taken the place of a static function, whose result the caller is to check. */
  void inlineChecked(PyFunction fn, Node[] arguments, ResultCheck check, int height) throws NotCompilable {
    Activation inner = new Activation(b.graph.newActivation(), b.activation, fn.code, fn, false, false, check, false, b.at, height);
    b.checkOnce(Op.CHECK_CODE, inner, fn);
    inline(inner, fn, arguments, height);
  }

  /** The same for the left operand's method of an operator. */
  void inlineOperator(PyFunction fn, Node[] arguments, int height) throws NotCompilable {
    Activation inner = new Activation(b.graph.newActivation(), b.activation, fn.code, fn, false, false, null, true, b.at, height);
    b.checkOnce(Op.CHECK_CODE, inner, fn);
    inline(inner, fn, arguments, height);
  }

  /** The same for what is called if it is a function like {@code fn}: with its code and namespaces. */
  void inlineAlike(PyFunction fn, Node callee, Node[] operands, int height) throws NotCompilable {
    Activation inner = new Activation(b.graph.newActivation(), b.activation, fn.code, fn, true, false, null, false, b.at, height);
    b.add(Op.CHECK_CODE, inner, callee);
    Node[] arguments = Arrays.copyOf(operands, operands.length + 1);
    arguments[operands.length] = callee;
    inline(inner, fn, arguments, height);
  }

  private void inline(Activation inner, PyFunction fn, Node[] arguments, int height) throws NotCompilable {
    b.slots.sp = height;
    Arrays.fill(b.slots.inFrame, height, b.slots.inFrame.length, null);
    b.add(Op.INLINE, inner);
    HirBuilder callee = new HirBuilder(b.graph, inner, fn.globals, fn.builtins);
    int start = Entries.start(fn.code);
    callee.flow.entries.add(start);
    callee.flow.findBlocks();
    callee.ends.put(b.block, callee.entrySlots.fresh(b.block, arguments, b.slots));
    b.add(Op.JUMP, null);
    HirBuilder.link(b.block, callee.flow.starts.get(start));
    callee.fillAll();
    b.block = null;
    Map<Block, Slots> ways = callee.inliner.returns;
    if (ways.isEmpty()) {
      return;
    }
    Block after = b.graph.block(-1);
    ways.forEach((from, back) -> {
      b.graph.add(from, Op.JUMP, null, null);
      HirBuilder.link(from, after);
      b.ends.put(from, back);
    });
    b.meet(after);
  }

  /** The builder's own call, which is inlined, returns a value. */
  void returned(Node value) {
    b.add(Op.EXIT, b.activation);
    Slots back = b.slots.caller;
    back.value[back.sp++] = b.activation.constructs() ? b.slots.arguments[0] : value;
    returns.put(b.block, back);
    b.block = null;
  }
}
