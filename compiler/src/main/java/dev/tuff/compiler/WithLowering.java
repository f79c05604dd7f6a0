package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.WithItem;
import java.util.List;

/** Lowering of {@code with} and {@code async with}: the bound exit method stays on the stack below the body. */
final class WithLowering {
  private final CodeGen g;

  WithLowering(CodeGen g) {
    this.g = g;
  }

  void with(List<WithItem> items, List<Stmt> body, boolean async) {
    item(items, 0, body, async);
  }

  private void item(List<WithItem> items, int at, List<Stmt> body, boolean async) {
    WithItem item = items.get(at);
    int block = g.newLabel();
    int handler = g.newLabel();
    int exit = g.newLabel();
    int cleanup = g.newLabel();
    g.expressions.visit(item.contextExpr());
    Loc loc = Loc.of(item.contextExpr());
    g.emit(COPY, 1, loc);
    g.emit(LOAD_SPECIAL, async ? Intrinsic.SPECIAL_AEXIT : Intrinsic.SPECIAL_EXIT, loc);
    g.emit(SWAP, 2, loc);
    g.emit(SWAP, 3, loc);
    g.emit(LOAD_SPECIAL, async ? Intrinsic.SPECIAL_AENTER : Intrinsic.SPECIAL_ENTER, loc);
    g.emit(CALL, 0, loc);
    if (async) {
      g.await(1, loc);
    }
    g.jump(Pseudo.SETUP_WITH, handler, loc);
    g.use(block);
    g.pushBlock(async ? FrameBlock.Kind.ASYNC_WITH : FrameBlock.Kind.WITH, block, handler, loc);
    if (item.optionalVars() != null) {
      g.expressions.visit(item.optionalVars());
    } else {
      g.emit(POP_TOP, loc);
    }
    if (at + 1 == items.size()) {
      g.statements.visitAll(body);
    } else {
      item(items, at + 1, body, async);
    }
    g.emit(Pseudo.POP_BLOCK, async ? loc : Loc.NONE);
    g.popBlock();

    g.control.callExitWithNones(loc);
    if (async) {
      g.await(2, loc);
    }
    g.emit(POP_TOP, loc);
    g.jump(Pseudo.JUMP, exit, loc);

    g.use(handler);
    g.jump(Pseudo.SETUP_CLEANUP, cleanup, loc);
    g.emit(PUSH_EXC_INFO, loc);
    g.emit(WITH_EXCEPT_START, loc);
    if (async) {
      g.await(2, loc);
    }
    finishHandler(cleanup);
    g.use(exit);
  }

  /** The result of the exit method decides: true swallows the exception. */
  private void finishHandler(int cleanup) {
    int suppress = g.newLabel();
    g.emit(TO_BOOL, Loc.NONE);
    g.jump(POP_JUMP_IF_TRUE, suppress, Loc.NONE);
    g.emit(RERAISE, 2, Loc.NONE);
    g.use(suppress);
    g.emit(POP_TOP, Loc.NONE);
    g.emit(Pseudo.POP_BLOCK, Loc.NONE);
    g.emit(POP_EXCEPT, Loc.NONE);
    g.emit(POP_TOP, Loc.NONE);
    g.emit(POP_TOP, Loc.NONE);
    g.emit(POP_TOP, Loc.NONE);
    int exit = g.newLabel();
    g.jump(Pseudo.JUMP_NO_INTERRUPT, exit, Loc.NONE);
    g.use(cleanup);
    g.popExceptAndReraise(Loc.NONE);
    g.use(exit);
  }
}
