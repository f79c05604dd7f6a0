package dev.tuff.compiler;

import static dev.tuff.compiler.FrameBlock.NO_LABEL;
import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Stmt;
import java.util.List;

/**
 * Lowering of {@code try}. A finally block is emitted once for each way out of the body. A handler starts with {@code [prev,
 * exc]} on the stack after PUSH_EXC_INFO, with {@code lasti} below them in the clean-up that guards the handler itself.
 */
final class TryLowering {
  private final CodeGen g;

  TryLowering(CodeGen g) {
    this.g = g;
  }

  void tryStatement(Stmt.Try s) {
    if (s.finalbody().isEmpty()) {
      tryExcept(Loc.of(s), s.body(), s.handlers(), s.orelse());
    } else {
      tryFinally(Loc.of(s), s.body(), s.handlers(), s.orelse(), s.finalbody(), false);
    }
  }

  void tryStar(Stmt.TryStar s) {
    if (s.finalbody().isEmpty()) {
      tryExceptStar(Loc.of(s), s.body(), s.handlers(), s.orelse());
    } else {
      tryFinally(Loc.of(s), s.body(), s.handlers(), s.orelse(), s.finalbody(), true);
    }
  }

  private void tryFinally(
      Loc loc, List<Stmt> tryBody, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalBody, boolean star) {
    int body = g.newLabel();
    int end = g.newLabel();
    int exit = g.newLabel();
    int cleanup = g.newLabel();
    g.jump(Pseudo.SETUP_FINALLY, end, loc);
    g.use(body);
    g.pushBlock(new FrameBlock(FrameBlock.Kind.FINALLY_TRY, body, end, loc, finalBody, null));
    if (handlers.isEmpty()) {
      g.statements.visitAll(tryBody);
    } else if (star) {
      tryExceptStar(loc, tryBody, handlers, orelse);
    } else {
      tryExcept(loc, tryBody, handlers, orelse);
    }
    g.emit(Pseudo.POP_BLOCK, Loc.NONE);
    g.popBlock();
    g.statements.visitAll(finalBody);
    g.jump(Pseudo.JUMP_NO_INTERRUPT, exit, Loc.NONE);

    g.use(end);
    g.jump(Pseudo.SETUP_CLEANUP, cleanup, Loc.NONE);
    g.emit(PUSH_EXC_INFO, Loc.NONE);
    g.pushBlock(FrameBlock.Kind.FINALLY_END, end, NO_LABEL, Loc.NONE);
    g.statements.visitAll(finalBody);
    g.popBlock();
    g.emit(RERAISE, 0, Loc.NONE);
    g.use(cleanup);
    g.popExceptAndReraise(Loc.NONE);
    g.use(exit);
  }

  private void tryExcept(Loc loc, List<Stmt> tryBody, List<ExceptHandler> handlers, List<Stmt> orelse) {
    int body = g.newLabel();
    int except = g.newLabel();
    int end = g.newLabel();
    int cleanup = g.newLabel();
    g.jump(Pseudo.SETUP_FINALLY, except, loc);
    g.use(body);
    g.pushBlock(FrameBlock.Kind.TRY_EXCEPT, body, NO_LABEL, loc);
    g.statements.visitAll(tryBody);
    g.popBlock();
    g.emit(Pseudo.POP_BLOCK, Loc.NONE);
    g.statements.visitAll(orelse);
    g.jump(Pseudo.JUMP_NO_INTERRUPT, end, Loc.NONE);

    g.use(except);
    g.jump(Pseudo.SETUP_CLEANUP, cleanup, Loc.NONE);
    g.emit(PUSH_EXC_INFO, Loc.NONE);
    g.pushBlock(FrameBlock.Kind.EXCEPTION_HANDLER, NO_LABEL, NO_LABEL, loc);
    for (int i = 0; i < handlers.size(); i++) {
      handler(handlers.get(i), i == handlers.size() - 1, end);
    }
    g.popBlock();
    g.emit(RERAISE, 0, Loc.NONE);
    g.use(cleanup);
    g.popExceptAndReraise(Loc.NONE);
    g.use(end);
  }

  private void handler(ExceptHandler handler, boolean last, int end) {
    Loc loc = Loc.of(handler);
    if (handler.type() == null && !last) {
      throw g.error(loc, "default 'except:' must be last");
    }
    int next = g.newLabel();
    if (handler.type() != null) {
      g.expressions.visit(handler.type());
      g.emit(CHECK_EXC_MATCH, loc);
      g.jump(POP_JUMP_IF_FALSE, next, loc);
    }
    String name = handler.name();
    int cleanupBody;
    if (name != null) {
      int cleanupEnd = g.newLabel();
      cleanupBody = g.newLabel();
      g.store(name, loc);
      // The name is unbound at the end, whatever happens: a try with a finally of its own.
      g.jump(Pseudo.SETUP_CLEANUP, cleanupEnd, loc);
      g.use(cleanupBody);
      g.pushBlock(new FrameBlock(FrameBlock.Kind.HANDLER_CLEANUP, cleanupBody, NO_LABEL, loc, null, name));
      g.statements.visitAll(handler.body());
      g.popBlock();
      g.emit(Pseudo.POP_BLOCK, Loc.NONE);
      g.emit(Pseudo.POP_BLOCK, Loc.NONE);
      g.emit(POP_EXCEPT, Loc.NONE);
      unbind(name);
      g.jump(Pseudo.JUMP_NO_INTERRUPT, end, Loc.NONE);
      g.use(cleanupEnd);
      unbind(name);
      g.emit(RERAISE, 1, Loc.NONE);
    } else {
      cleanupBody = g.newLabel();
      g.emit(POP_TOP, loc);
      g.use(cleanupBody);
      g.pushBlock(FrameBlock.Kind.HANDLER_CLEANUP, cleanupBody, NO_LABEL, loc);
      g.statements.visitAll(handler.body());
      g.popBlock();
      g.emit(Pseudo.POP_BLOCK, Loc.NONE);
      g.emit(POP_EXCEPT, Loc.NONE);
      g.jump(Pseudo.JUMP_NO_INTERRUPT, end, Loc.NONE);
    }
    g.use(next);
  }

  private void unbind(String name) {
    g.loadConst(Const.None.NONE, Loc.NONE);
    g.store(name, Loc.NONE);
    g.delete(name, Loc.NONE);
  }

  /**
   * {@code except*}. On the stack: {@code [prev, orig, res, rest]}, with res the list of exceptions raised in the handlers and
   * rest the part of the group that no handler took yet.
   */
  private void tryExceptStar(Loc loc, List<Stmt> tryBody, List<ExceptHandler> handlers, List<Stmt> elseBody) {
    int body = g.newLabel();
    int except = g.newLabel();
    int orelse = g.newLabel();
    int end = g.newLabel();
    int cleanup = g.newLabel();
    int reraiseStar = g.newLabel();
    g.jump(Pseudo.SETUP_FINALLY, except, loc);
    g.use(body);
    g.pushBlock(FrameBlock.Kind.TRY_EXCEPT, body, NO_LABEL, loc);
    g.statements.visitAll(tryBody);
    g.popBlock();
    g.emit(Pseudo.POP_BLOCK, Loc.NONE);
    g.jump(Pseudo.JUMP_NO_INTERRUPT, orelse, Loc.NONE);

    g.use(except);
    g.jump(Pseudo.SETUP_CLEANUP, cleanup, Loc.NONE);
    g.emit(PUSH_EXC_INFO, Loc.NONE);
    g.pushBlock(FrameBlock.Kind.EXCEPTION_GROUP_HANDLER, NO_LABEL, NO_LABEL, loc);
    for (int i = 0; i < handlers.size(); i++) {
      starHandler(handlers.get(i), i == 0);
      if (i == handlers.size() - 1) {
        g.emit(LIST_APPEND, 1, Loc.NONE);
        g.jump(Pseudo.JUMP_NO_INTERRUPT, reraiseStar, Loc.NONE);
      }
    }
    g.popBlock();
    int reraise = g.newLabel();
    g.use(reraiseStar);
    g.emit(CALL_INTRINSIC_2, Intrinsic.PREP_RERAISE_STAR, Loc.NONE);
    g.emit(COPY, 1, Loc.NONE);
    g.jump(POP_JUMP_IF_NOT_NONE, reraise, Loc.NONE);
    g.emit(POP_TOP, Loc.NONE);
    g.emit(Pseudo.POP_BLOCK, Loc.NONE);
    g.emit(POP_EXCEPT, Loc.NONE);
    g.jump(Pseudo.JUMP_NO_INTERRUPT, end, Loc.NONE);
    g.use(reraise);
    g.emit(Pseudo.POP_BLOCK, Loc.NONE);
    g.emit(SWAP, 2, Loc.NONE);
    g.emit(POP_EXCEPT, Loc.NONE);
    g.emit(RERAISE, 0, Loc.NONE);
    g.use(cleanup);
    g.popExceptAndReraise(Loc.NONE);
    g.use(orelse);
    g.statements.visitAll(elseBody);
    g.use(end);
  }

  private void starHandler(ExceptHandler handler, boolean first) {
    Loc loc = Loc.of(handler);
    int next = g.newLabel();
    int withError = g.newLabel();
    int noMatch = g.newLabel();
    if (first) {
      g.emit(BUILD_LIST, 0, loc);
      g.emit(COPY, 2, loc);
    }
    if (handler.type() != null) {
      g.expressions.visit(handler.type());
      g.emit(CHECK_EG_MATCH, loc);
      g.emit(COPY, 1, loc);
      g.jump(POP_JUMP_IF_NONE, noMatch, loc);
    }
    int cleanupEnd = g.newLabel();
    int cleanupBody = g.newLabel();
    String name = handler.name();
    if (name != null) {
      g.store(name, loc);
    } else {
      g.emit(POP_TOP, loc);
    }
    g.jump(Pseudo.SETUP_CLEANUP, cleanupEnd, loc);
    g.use(cleanupBody);
    g.pushBlock(new FrameBlock(FrameBlock.Kind.HANDLER_CLEANUP, cleanupBody, NO_LABEL, loc, null, name));
    g.statements.visitAll(handler.body());
    g.popBlock();
    g.emit(Pseudo.POP_BLOCK, Loc.NONE);
    if (name != null) {
      unbind(name);
    }
    g.jump(Pseudo.JUMP_NO_INTERRUPT, next, Loc.NONE);

    g.use(cleanupEnd);
    if (name != null) {
      unbind(name);
    }
    g.emit(LIST_APPEND, 3, Loc.NONE);
    g.emit(POP_TOP, Loc.NONE);
    g.jump(Pseudo.JUMP_NO_INTERRUPT, withError, Loc.NONE);

    g.use(next);
    g.emit(NOP, Loc.NONE);
    g.jump(Pseudo.JUMP_NO_INTERRUPT, withError, Loc.NONE);
    g.use(noMatch);
    g.emit(POP_TOP, loc);
    g.use(withError);
  }
}
