package dev.tuff.compiler;

import static dev.tuff.compiler.FrameBlock.NO_LABEL;
import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.BoolOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.UnaryOperator;
import java.util.List;

/** Lowering of branches, loops, jumps out of them, and of conditions that only decide where to go on. */
final class ControlFlowLowering {
  private final CodeGen g;

  ControlFlowLowering(CodeGen g) {
    this.g = g;
  }

  /** Jumps to {@code next} if the truth of {@code e} is {@code condition}, else falls through. */
  void jumpIf(Loc loc, Expr e, int next, boolean condition) {
    if (e instanceof Expr.UnaryOp u && u.op() == UnaryOperator.Not) {
      jumpIf(loc, u.operand(), next, !condition);
    } else if (e instanceof Expr.BoolOp b) {
      jumpIfBoolOp(loc, b, next, condition);
    } else if (e instanceof Expr.IfExp i) {
      int end = g.newLabel();
      int otherwise = g.newLabel();
      jumpIf(loc, i.test(), otherwise, false);
      jumpIf(loc, i.body(), next, condition);
      g.jump(Pseudo.JUMP_NO_INTERRUPT, end, Loc.NONE);
      g.use(otherwise);
      jumpIf(loc, i.orelse(), next, condition);
      g.use(end);
    } else if (e instanceof Expr.Compare c && c.ops().size() > 1) {
      jumpIfCompareChain(c, next, condition);
    } else {
      g.expressions.visit(e);
      Loc at = Loc.of(e);
      g.emit(TO_BOOL, at);
      g.jump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, next, at);
    }
  }

  private void jumpIfBoolOp(Loc loc, Expr.BoolOp b, int next, boolean condition) {
    g.diagnostics.enter();
    boolean decides = b.op() == BoolOperator.Or;
    int shortcut = decides == condition ? next : g.newLabel();
    List<Expr> values = b.values();
    int last = values.size() - 1;
    for (int i = 0; i < last; i++) {
      jumpIf(loc, values.get(i), shortcut, decides);
    }
    jumpIf(loc, values.get(last), next, condition);
    if (shortcut != next) {
      g.use(shortcut);
    }
    g.diagnostics.leave();
  }

  private void jumpIfCompareChain(Expr.Compare c, int next, boolean condition) {
    Loc at = Loc.of(c);
    g.expressions.checks.compare(c);
    int cleanup = g.newLabel();
    g.expressions.visit(c.left());
    int last = c.ops().size() - 1;
    for (int i = 0; i < last; i++) {
      g.expressions.visit(c.comparators().get(i));
      g.emit(SWAP, 2, at);
      g.emit(COPY, 2, at);
      g.expressions.compareOp(c.ops().get(i), at);
      g.emit(TO_BOOL, at);
      g.jump(POP_JUMP_IF_FALSE, cleanup, at);
    }
    g.expressions.visit(c.comparators().get(last));
    g.expressions.compareOp(c.ops().get(last), at);
    g.emit(TO_BOOL, at);
    g.jump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, next, at);
    int end = g.newLabel();
    g.jump(Pseudo.JUMP_NO_INTERRUPT, end, Loc.NONE);
    g.use(cleanup);
    g.emit(POP_TOP, at);
    if (!condition) {
      g.jump(Pseudo.JUMP_NO_INTERRUPT, next, Loc.NONE);
    }
    g.use(end);
  }

  void ifStatement(Stmt.If s) {
    int end = g.newLabel();
    int next = s.orelse().isEmpty() ? end : g.newLabel();
    jumpIf(Loc.of(s), s.test(), next, false);
    g.statements.visitAll(s.body());
    if (!s.orelse().isEmpty()) {
      g.jump(Pseudo.JUMP_NO_INTERRUPT, end, Loc.NONE);
      g.use(next);
      g.statements.visitAll(s.orelse());
    }
    g.use(end);
  }

  void whileStatement(Stmt.While s) {
    int loop = g.newLabel();
    int end = g.newLabel();
    int anchor = g.newLabel();
    Loc loc = Loc.of(s);
    g.use(loop);
    g.pushBlock(FrameBlock.Kind.WHILE_LOOP, loop, end, loc);
    jumpIf(loc, s.test(), anchor, false);
    g.statements.visitAll(s.body());
    g.jump(Pseudo.JUMP, loop, Loc.NONE);
    g.popBlock();
    g.use(anchor);
    g.statements.visitAll(s.orelse());
    g.use(end);
  }

  void forStatement(Stmt.For s) {
    int start = g.newLabel();
    int cleanup = g.newLabel();
    int end = g.newLabel();
    g.pushBlock(FrameBlock.Kind.FOR_LOOP, start, end, Loc.of(s));
    g.expressions.visit(s.iter());
    Loc loc = Loc.of(s.iter());
    g.emit(GET_ITER, loc);
    g.use(start);
    g.jump(FOR_ITER, cleanup, loc);
    // Kept if the target is on another line than the iterable: it has a line event of its own.
    g.emit(NOP, Loc.of(s.target()));
    g.expressions.visit(s.target());
    g.statements.visitAll(s.body());
    g.jump(Pseudo.JUMP, start, Loc.NONE);
    g.use(cleanup);
    g.emit(END_FOR, Loc.NONE);
    g.emit(POP_ITER, Loc.NONE);
    g.popBlock();
    g.statements.visitAll(s.orelse());
    g.use(end);
  }

  void asyncFor(Stmt.AsyncFor s) {
    Loc loc = Loc.of(s);
    int start = g.newLabel();
    int send = g.newLabel();
    int except = g.newLabel();
    int end = g.newLabel();
    g.expressions.visit(s.iter());
    g.emit(GET_AITER, Loc.of(s.iter()));
    g.use(start);
    g.pushBlock(FrameBlock.Kind.ASYNC_FOR_LOOP, start, end, loc);
    g.jump(Pseudo.SETUP_FINALLY, except, loc);
    g.emit(GET_ANEXT, loc);
    g.loadConst(Const.None.NONE, loc);
    g.use(send);
    g.yieldFrom(true, loc);
    g.emit(Pseudo.POP_BLOCK, loc);
    g.emit(NOT_TAKEN, loc);
    g.expressions.visit(s.target());
    g.statements.visitAll(s.body());
    g.jump(Pseudo.JUMP, start, Loc.NONE);
    g.popBlock();
    g.use(except);
    g.jump(END_ASYNC_FOR, send, Loc.of(s.iter()));
    g.statements.visitAll(s.orelse());
    g.use(end);
  }

  // ---- leaving ----

  void returnStatement(Stmt.Return s) {
    Loc loc = Loc.of(s);
    Scope scope = g.unit.scope;
    Expr value = s.value();
    if (!scope.isFunctionLike()) {
      throw g.error(loc, "'return' outside function");
    }
    if (value != null && scope.coroutine && scope.generator) {
      throw g.error(loc, "'return' with value in async generator");
    }
    Object constant = value == null ? Const.None.NONE : g.constantOf(value);
    boolean preserve = constant == null;
    if (preserve) {
      g.expressions.visit(value);
    } else if (value != null) {
      loc = Loc.of(value);
      g.emit(NOP, loc);
    }
    if (value == null || value.line() != s.line()) {
      loc = Loc.of(s);
      g.emit(NOP, loc);
    }
    loc = unwindAll(loc, preserve);
    if (!preserve) {
      g.loadConst(constant, loc);
    }
    g.emit(RETURN_VALUE, loc);
  }

  void breakStatement(Loc origin) {
    g.emit(NOP, origin);
    Unwound unwound = unwindToLoop(origin);
    if (unwound.loop == null) {
      throw g.error(origin, "'break' outside loop");
    }
    Loc loc = unwind(unwound.loc, unwound.loop, false);
    g.jump(Pseudo.JUMP, unwound.loop.exit(), loc);
  }

  void continueStatement(Loc origin) {
    g.emit(NOP, origin);
    Unwound unwound = unwindToLoop(origin);
    if (unwound.loop == null) {
      throw g.error(origin, "'continue' not properly in loop");
    }
    g.jump(Pseudo.JUMP, unwound.loop.start(), unwound.loc);
  }

  private record Unwound(Loc loc, FrameBlock loop) {}

  private Loc unwindAll(Loc loc, boolean preserve) {
    return unwindFrom(loc, preserve, false).loc;
  }

  private Unwound unwindToLoop(Loc loc) {
    return unwindFrom(loc, false, true);
  }

  /** Unwinds from the innermost construct outwards; each is closed while what lies inside its finally block is emitted. */
  private Unwound unwindFrom(Loc loc, boolean preserve, boolean stopAtLoop) {
    List<FrameBlock> blocks = g.unit.blocks;
    if (blocks.isEmpty()) {
      return new Unwound(loc, null);
    }
    FrameBlock top = blocks.getLast();
    if (top.kind() == FrameBlock.Kind.EXCEPTION_GROUP_HANDLER) {
      throw g.error(loc, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (stopAtLoop && isLoop(top)) {
      return new Unwound(loc, top);
    }
    g.popBlock();
    loc = unwind(loc, top, preserve);
    Unwound result = unwindFrom(loc, preserve, stopAtLoop);
    g.pushBlock(top);
    return result;
  }

  private static boolean isLoop(FrameBlock block) {
    return switch (block.kind()) {
      case WHILE_LOOP, FOR_LOOP, ASYNC_FOR_LOOP -> true;
      default -> false;
    };
  }

  /**
   * Emits what leaving one construct takes; returns the place for what follows. {@code preserve}: the top is the value to return.
   */
  private Loc unwind(Loc loc, FrameBlock block, boolean preserve) {
    switch (block.kind()) {
      case WHILE_LOOP, EXCEPTION_HANDLER, EXCEPTION_GROUP_HANDLER, ASYNC_COMPREHENSION_GENERATOR, STOP_ITERATION -> {
        return loc;
      }
      case FOR_LOOP, ASYNC_FOR_LOOP, POP_VALUE -> {
        swapIf(preserve, loc);
        g.emit(POP_TOP, loc);
        return loc;
      }
      case TRY_EXCEPT -> {
        g.emit(Pseudo.POP_BLOCK, loc);
        return loc;
      }
      case FINALLY_TRY -> {
        g.emit(Pseudo.POP_BLOCK, loc);
        if (preserve) {
          g.pushBlock(FrameBlock.Kind.POP_VALUE, NO_LABEL, NO_LABEL, loc);
        }
        g.statements.visitAll(block.finalBody());
        if (preserve) {
          g.popBlock();
        }
        // The finally block runs after the statement: what follows is artificial.
        return Loc.NONE;
      }
      case FINALLY_END -> {
        swapIf(preserve, loc);
        g.emit(POP_TOP, loc);
        swapIf(preserve, loc);
        g.emit(Pseudo.POP_BLOCK, loc);
        g.emit(POP_EXCEPT, loc);
        return loc;
      }
      case WITH, ASYNC_WITH -> {
        return unwindWith(block, preserve);
      }
      case HANDLER_CLEANUP -> {
        unwindHandler(loc, block, preserve);
        return loc;
      }
    }
    throw new IllegalStateException();
  }

  private Loc unwindWith(FrameBlock block, boolean preserve) {
    Loc loc = block.loc();
    g.emit(Pseudo.POP_BLOCK, loc);
    if (preserve) {
      g.emit(SWAP, 3, loc);
      g.emit(SWAP, 2, loc);
    }
    callExitWithNones(loc);
    if (block.kind() == FrameBlock.Kind.ASYNC_WITH) {
      g.await(2, loc);
    }
    g.emit(POP_TOP, loc);
    return Loc.NONE;
  }

  private void unwindHandler(Loc loc, FrameBlock block, boolean preserve) {
    if (block.name() != null) {
      g.emit(Pseudo.POP_BLOCK, loc);
    }
    swapIf(preserve, loc);
    g.emit(Pseudo.POP_BLOCK, loc);
    g.emit(POP_EXCEPT, loc);
    if (block.name() != null) {
      g.loadConst(Const.None.NONE, loc);
      g.store(block.name(), loc);
      g.delete(block.name(), loc);
    }
  }

  private void swapIf(boolean preserve, Loc loc) {
    if (preserve) {
      g.emit(SWAP, 2, loc);
    }
  }

  void callExitWithNones(Loc loc) {
    g.loadConst(Const.None.NONE, loc);
    g.loadConst(Const.None.NONE, loc);
    g.loadConst(Const.None.NONE, loc);
    g.emit(CALL, 3, loc);
  }
}
