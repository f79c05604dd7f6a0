package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Stmt;
import java.util.List;

/**
 * The state that all lowerings share: the unit in hand, and how instructions, names, constants and blocks are added to it. The
 * order and the places of instructions follow CPython 3.14, since tracing, tracebacks and {@code dis} show them.
 */
final class CodeGen {
  final Diagnostics diagnostics;
  final SymbolTable table;
  final Futures futures;
  final int optimize;
  final boolean interactive;
  final StatementLowering statements;
  final ControlFlowLowering control;
  final ExpressionLowering expressions;
  final FunctionLowering functions;
  final AnnotationLowering annotations;
  Unit unit;

  /** Null but for Static Python. */
  final StaticTree statics;

  CodeGen(Mod tree, SymbolTable table, Diagnostics diagnostics, Futures futures, int optimize, StaticTree statics) {
    this.statics = statics;
    this.diagnostics = diagnostics;
    this.table = table;
    this.futures = futures;
    this.optimize = optimize;
    this.interactive = tree instanceof Mod.Interactive;
    control = new ControlFlowLowering(this);
    expressions = new ExpressionLowering(this);
    annotations = new AnnotationLowering(this);
    functions = new FunctionLowering(this);
    statements = new StatementLowering(this);
  }

  Code compile(Mod tree) {
    enterScope("<module>", Unit.Kind.MODULE, table.of(tree), 1, null, 0, 0, 0);
    if (tree instanceof Mod.Expression e) {
      expressions.visit(e.body());
    } else {
      List<Stmt> body = tree instanceof Mod.Module m ? m.body() : ((Mod.Interactive) tree).body();
      Loc loc = statements.placeOfFirst(body);
      if (unit.scope.hasConditionalAnnotations) {
        emit(BUILD_SET, 0, loc);
        emit(STORE_NAME, unit.names.intern("__conditional_annotations__"), loc);
      }
      statements.body(loc, body, interactive);
    }
    if (statics != null) {
      unit.signature = statics.imports();
    }
    return exitScope(!(tree instanceof Mod.Expression));
  }

  // ---- scopes ----

  void enterScope(
      String name, Unit.Kind kind, Scope scope, int line, String privateName, int argCount, int posOnlyArgCount,
      int kwOnlyArgCount) {
    unit = new Unit(unit, kind, scope, name, privateName, line, argCount, posOnlyArgCount, kwOnlyArgCount);
    boolean module = kind == Unit.Kind.MODULE;
    Loc loc = new Loc(module ? 0 : line, line, 0, 0);
    emit(RESUME, 0, loc);
    if (module) {
      emit(Pseudo.ANNOTATIONS_PLACEHOLDER, loc);
    }
  }

  /** Closes the unit and returns its code; {@code addNone}: falling off the end returns None. */
  Code exitScope(boolean addNone) {
    if (addNone) {
      loadConst(Const.None.NONE, Loc.NONE);
    }
    emit(RETURN_VALUE, Loc.NONE);
    Code code = new Assembler(unit, diagnostics, codeFlags()).assemble();
    unit = unit.parent;
    return code;
  }

  private int codeFlags() {
    Scope scope = unit.scope;
    int flags = futures.flags();
    flags |= unit.signature != null ? Code.CO_STATICALLY_COMPILED : 0;
    if (scope.isFunctionLike()) {
      flags |= Code.CO_NEWLOCALS | Code.CO_OPTIMIZED;
      flags |= scope.nested ? Code.CO_NESTED : 0;
      if (scope.generator) {
        flags |= scope.coroutine ? Code.CO_ASYNC_GENERATOR : Code.CO_GENERATOR;
      }
      flags |= scope.varargs ? Code.CO_VARARGS : 0;
      flags |= scope.varkeywords ? Code.CO_VARKEYWORDS : 0;
      flags |= scope.hasDocstring ? Code.CO_HAS_DOCSTRING : 0;
      flags |= scope.method ? Code.CO_METHOD : 0;
    }
    if (scope.coroutine && !scope.generator) {
      flags |= Code.CO_COROUTINE;
    }
    return flags;
  }

  // ---- instructions ----

  void emit(int opcode, Loc loc) {
    unit.code.add(opcode, 0, loc);
  }

  void emit(int opcode, int arg, Loc loc) {
    unit.code.add(opcode, arg, loc);
  }

  void jump(int opcode, int label, Loc loc) {
    unit.code.add(opcode, label, loc);
  }

  int newLabel() {
    return unit.code.newLabel();
  }

  void use(int label) {
    unit.code.useLabel(label);
  }

  void loadConst(Object value, Loc loc) {
    unit.code.add(LOAD_CONST, unit.consts.add(value), loc);
  }

  /** The argument of a typed operation: a number, or a constant, with the number of operands where the instruction needs it. */
  int typedArgument(Expr.Typed t) {
    if (t.argument() == null || t.argument() instanceof Integer) {
      return t.argument() == null ? 0 : (Integer) t.argument();
    }
    int index = unit.consts.add(t.argument());
    return Opcode.argKind(t.opcode()) == ArgKind.CONST_COUNT ? index << 8 | t.operands().size() : index;
  }

  /** An instruction with a name that is mangled: imports, attributes. */
  void emitName(int opcode, String name, Loc loc) {
    unit.code.add(opcode, unit.names.intern(unit.mangle(name)), loc);
  }

  void loadAttr(String name, boolean method, Loc loc) {
    int index = unit.names.intern(unit.mangle(name));
    unit.code.add(LOAD_ATTR, index << 1 | (method ? 1 : 0), loc);
  }

  // ---- names ----

  void load(String name, Loc loc) {
    nameOp(name, ExprContext.Load, loc);
  }

  void store(String name, Loc loc) {
    nameOp(name, ExprContext.Store, loc);
  }

  void delete(String name, Loc loc) {
    nameOp(name, ExprContext.Del, loc);
  }

  void nameOp(String name, ExprContext context, Loc loc) {
    String mangled = unit.mangle(name);
    Scope scope = unit.scope;
    int place = scope.scopeOf(mangled);
    switch (place) {
      case Scope.FREE -> cellOp(unit.freevars.intern(mangled), context, loc);
      case Scope.CELL -> cellOp(unit.cellvars.intern(mangled), context, loc);
      case Scope.LOCAL -> {
        if (scope.isFunctionLike() || unit.hiddenLocals.get(mangled, 0) == 1) {
          fastOp(unit.varnames.intern(mangled), context, loc);
        } else {
          dynamicOp(mangled, context, loc);
        }
      }
      case Scope.GLOBAL_EXPLICIT -> globalOp(mangled, context, false, loc);
      case Scope.GLOBAL_IMPLICIT -> {
        if (scope.isFunctionLike()) {
          globalOp(mangled, context, scope.canSeeClassScope, loc);
        } else {
          dynamicOp(mangled, context, loc);
        }
      }
      default -> dynamicOp(mangled, context, loc);
    }
  }

  private void fastOp(int index, ExprContext context, Loc loc) {
    emit(context == ExprContext.Load ? LOAD_FAST : context == ExprContext.Store ? STORE_FAST : DELETE_FAST, index, loc);
  }

  private void cellOp(int index, ExprContext context, Loc loc) {
    if (context != ExprContext.Load) {
      emit(context == ExprContext.Store ? STORE_DEREF : DELETE_DEREF, index, loc);
    } else if (unit.scope.type == Scope.Type.CLASS && unit.inlinedComprehensions == 0) {
      emit(LOAD_LOCALS, loc);
      emit(LOAD_FROM_DICT_OR_DEREF, index, loc);
    } else if (unit.scope.canSeeClassScope) {
      loadClassDict(loc);
      emit(LOAD_FROM_DICT_OR_DEREF, index, loc);
    } else {
      emit(LOAD_DEREF, index, loc);
    }
  }

  private void globalOp(String mangled, ExprContext context, boolean throughClass, Loc loc) {
    int index = unit.names.intern(mangled);
    if (context != ExprContext.Load) {
      emit(context == ExprContext.Store ? STORE_GLOBAL : DELETE_GLOBAL, index, loc);
    } else if (throughClass) {
      loadClassDict(loc);
      emit(LOAD_FROM_DICT_OR_GLOBALS, index, loc);
    } else {
      emit(LOAD_GLOBAL, index << 1, loc);
    }
  }

  private void dynamicOp(String mangled, ExprContext context, Loc loc) {
    int index = unit.names.intern(mangled);
    if (context != ExprContext.Load) {
      emit(context == ExprContext.Store ? STORE_NAME : DELETE_NAME, index, loc);
    } else if (unit.scope.type == Scope.Type.CLASS && unit.inlinedComprehensions > 0) {
      emit(LOAD_GLOBAL, index << 1, loc);
    } else {
      emit(LOAD_NAME, index, loc);
    }
  }

  private void loadClassDict(Loc loc) {
    emit(LOAD_DEREF, unit.freevars.intern("__classdict__"), loc);
  }

  // ---- open constructs ----

  void pushBlock(FrameBlock.Kind kind, int start, int exit, Loc loc) {
    pushBlock(new FrameBlock(kind, start, exit, loc, null, null));
  }

  void pushBlock(FrameBlock block) {
    if (unit.blocks.size() >= FrameBlock.MAX) {
      throw diagnostics.error(block.loc(), "too many statically nested blocks");
    }
    unit.blocks.add(block);
    if (block.kind() == FrameBlock.Kind.FINALLY_END) {
      diagnostics.muted++;
    }
  }

  FrameBlock popBlock() {
    FrameBlock block = unit.blocks.removeLast();
    if (block.kind() == FrameBlock.Kind.FINALLY_END) {
      diagnostics.muted--;
    }
    return block;
  }

  SyntaxError error(Loc loc, String message) {
    return diagnostics.error(loc, message);
  }

  // ---- shared sequences ----

  /** Drives an awaitable or sub-iterator that is on the stack below the first value to send. */
  void yieldFrom(boolean await, Loc loc) {
    int send = newLabel();
    int fail = newLabel();
    int exit = newLabel();
    use(send);
    jump(SEND, exit, loc);
    // throw() and close() on the way in arrive here as exceptions of the YIELD_VALUE.
    jump(Pseudo.SETUP_FINALLY, fail, loc);
    emit(YIELD_VALUE, 1, loc);
    emit(Pseudo.POP_BLOCK, Loc.NONE);
    emit(RESUME, await ? 3 : 2, loc);
    jump(Pseudo.JUMP_NO_INTERRUPT, send, loc);
    use(fail);
    emit(CLEANUP_THROW, loc);
    use(exit);
    emit(END_SEND, loc);
  }

  void await(int where, Loc loc) {
    emit(GET_AWAITABLE, where, loc);
    loadConst(Const.None.NONE, loc);
    yieldFrom(true, loc);
  }

  void popExceptAndReraise(Loc loc) {
    emit(COPY, 3, loc);
    emit(POP_EXCEPT, loc);
    emit(RERAISE, 1, loc);
  }

  /** Turns a StopIteration that leaves a generator or coroutine into a RuntimeError (PEP 479). */
  void wrapInStopIterationHandler() {
    int handler = newLabel();
    unit.code.insertFirst(Pseudo.SETUP_CLEANUP, handler, Loc.NONE);
    loadConst(Const.None.NONE, Loc.NONE);
    emit(RETURN_VALUE, Loc.NONE);
    use(handler);
    emit(CALL_INTRINSIC_1, Intrinsic.STOPITERATION_ERROR, Loc.NONE);
    emit(RERAISE, 1, Loc.NONE);
  }

  /** Is it the constant expression that it looks like? {@code __debug__} is one too. Null if not; None is Const.None. */
  Object constantOf(Expr e) {
    if (e instanceof Expr.Constant c) {
      return c.value();
    }
    return isDebug(e) ? (Object) (optimize == 0) : null;
  }

  static boolean isDebug(Expr e) {
    return e instanceof Expr.Name n && n.ctx() == ExprContext.Load && n.id().equals("__debug__");
  }
}
