package dev.tuff.compiler;

import dev.tuff.syntax.ast.Stmt;
import java.util.List;

/**
 * A construct that is open at some point of the code and has to be unwound by {@code return}, {@code break} and {@code continue}.
 *
 * @param start label of its start: where {@code continue} goes
 * @param exit label behind it: where {@code break} goes
 * @param finalBody the {@code finally} block to run on the way out
 * @param name the name of {@code except ... as name}
 */
record FrameBlock(Kind kind, int start, int exit, Loc loc, List<Stmt> finalBody, String name) {
  /** As many as CPython allows in one scope. */
  static final int MAX = 21;
  static final int NO_LABEL = -1;

  enum Kind {
    WHILE_LOOP,
    FOR_LOOP,
    TRY_EXCEPT,
    FINALLY_TRY,
    FINALLY_END,
    WITH,
    ASYNC_WITH,
    HANDLER_CLEANUP,
    POP_VALUE,
    EXCEPTION_HANDLER,
    EXCEPTION_GROUP_HANDLER,
    ASYNC_COMPREHENSION_GENERATOR,
    ASYNC_FOR_LOOP,
    STOP_ITERATION
  }
}
