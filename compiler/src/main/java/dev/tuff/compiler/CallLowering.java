package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Keyword;
import java.util.ArrayList;
import java.util.List;

/** Lowering of calls: plain, of methods, through {@code super()}, with unpacking. */
final class CallLowering {
  private final CodeGen g;

  CallLowering(CodeGen g) {
    this.g = g;
  }

  void call(Expr.Call e) {
    checkRepeated(e.keywords());
    if (methodCall(e)) {
      return;
    }
    int skip = g.newLabel();
    g.expressions.checks.caller(e.func());
    g.expressions.visit(e.func());
    overGenerator(e, skip);
    g.emit(PUSH_NULL, Loc.of(e.func()));
    arguments(Loc.of(e), 0, e.args(), null, e.keywords());
    g.use(skip);
  }

  /** {@code all}, {@code any} and {@code tuple} of a generator expression run its loop here, if they are the builtins. */
  private void overGenerator(Expr.Call e, int end) {
    if (!(e.func() instanceof Expr.Name n) || e.args().size() != 1 || !e.keywords().isEmpty()
        || !(e.args().getFirst() instanceof Expr.GeneratorExp generator) || g.table.of(generator).coroutine) {
      return;
    }
    int constant = switch (n.id()) {
      case "all" -> Intrinsic.CONSTANT_ALL;
      case "any" -> Intrinsic.CONSTANT_ANY;
      case "tuple" -> Intrinsic.CONSTANT_TUPLE;
      default -> -1;
    };
    if (constant < 0) {
      return;
    }
    Loc loc = Loc.of(e.func());
    boolean tuple = constant == Intrinsic.CONSTANT_TUPLE;
    boolean all = constant == Intrinsic.CONSTANT_ALL;
    int skip = g.newLabel();
    g.emit(COPY, 1, loc);
    g.emit(LOAD_COMMON_CONSTANT, constant, loc);
    g.expressions.compareOp(CmpOperator.Is, loc);
    g.jump(POP_JUMP_IF_FALSE, skip, loc);
    g.emit(POP_TOP, loc);
    if (tuple) {
      g.emit(BUILD_LIST, 0, loc);
    }
    g.expressions.visit(generator);
    int loop = g.newLabel();
    int cleanup = g.newLabel();
    g.use(loop);
    g.jump(FOR_ITER, cleanup, loc);
    if (tuple) {
      g.emit(LIST_APPEND, 2, loc);
      g.jump(Pseudo.JUMP, loop, loc);
    } else {
      g.emit(TO_BOOL, loc);
      g.jump(all ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, loop, loc);
    }
    g.emit(POP_ITER, Loc.NONE);
    if (!tuple) {
      g.loadConst(!all, loc);
    }
    g.jump(Pseudo.JUMP, end, loc);
    g.use(cleanup);
    g.emit(END_FOR, Loc.NONE);
    g.emit(POP_ITER, Loc.NONE);
    if (tuple) {
      g.emit(CALL_INTRINSIC_1, Intrinsic.LIST_TO_TUPLE, loc);
    } else {
      g.loadConst(all, loc);
    }
    g.jump(Pseudo.JUMP, end, loc);
    g.use(skip);
  }

  private boolean methodCall(Expr.Call e) {
    if (!(e.func() instanceof Expr.Attribute method) || method.ctx() != ExprContext.Load || isImported(method.value())) {
      return false;
    }
    List<Expr> args = e.args();
    List<Keyword> keywords = e.keywords();
    int count = args.size() + keywords.size();
    if (count + (keywords.isEmpty() ? 0 : 1) >= ExpressionLowering.STACK_USE_GUIDELINE || ExpressionLowering.hasStarred(args)
        || hasUnpacking(keywords)) {
      return false;
    }
    Loc loc = Loc.of(method);
    if (isOptimizableSuper(method)) {
      Expr.Call superCall = (Expr.Call) method.value();
      loadSuperArguments(superCall);
      loadSuperAttr(method.attr(), true, !superCall.args().isEmpty(), loc);
      loc = ExpressionLowering.atAttribute(loc, method);
      g.emit(NOP, loc);
    } else {
      g.expressions.visit(method.value());
      loc = ExpressionLowering.atAttribute(loc, method);
      g.loadAttr(method.attr(), true, loc);
    }
    g.expressions.visitAll(args);
    Loc callLoc = ExpressionLowering.atAttribute(Loc.of(e), method);
    if (keywords.isEmpty()) {
      g.emit(CALL, args.size(), callLoc);
    } else {
      keywordValues(keywords);
      g.loadConst(names(keywords), loc);
      g.emit(CALL_KW, count, callLoc);
    }
    return true;
  }

  /** A name that the module imports is most likely a module: its functions are not methods. */
  private boolean isImported(Expr e) {
    return e instanceof Expr.Name n && (g.table.top.symbol(n.id()) & Scope.DEF_IMPORT) != 0;
  }

  private static boolean hasUnpacking(List<Keyword> keywords) {
    for (int i = 0; i < keywords.size(); i++) {
      if (keywords.get(i).arg() == null) {
        return true;
      }
    }
    return false;
  }

  private void keywordValues(List<Keyword> keywords) {
    for (int i = 0; i < keywords.size(); i++) {
      g.expressions.visit(keywords.get(i).value());
    }
  }

  private static Const.Tuple names(List<Keyword> keywords) {
    List<Object> names = new ArrayList<>(keywords.size());
    for (Keyword k : keywords) {
      names.add(k.arg());
    }
    return new Const.Tuple(names);
  }

  void checkRepeated(List<Keyword> keywords) {
    for (int i = 0; i < keywords.size(); i++) {
      String name = keywords.get(i).arg();
      for (int j = i + 1; name != null && j < keywords.size(); j++) {
        if (name.equals(keywords.get(j).arg())) {
          throw g.error(Loc.of(keywords.get(j)), "keyword argument repeated: " + name);
        }
      }
    }
  }

  /**
   * The arguments and the call itself; {@code pushed} arguments are on the stack, {@code injected} names the last positional one.
   */
  void arguments(Loc loc, int pushed, List<Expr> args, String injected, List<Keyword> keywords) {
    checkRepeated(keywords);
    int n = args.size();
    if (n + keywords.size() * 2 > ExpressionLowering.STACK_USE_GUIDELINE || ExpressionLowering.hasStarred(args)
        || hasUnpacking(keywords)) {
      unpackedArguments(loc, pushed, args, injected, keywords);
      return;
    }
    g.expressions.visitAll(args);
    if (injected != null) {
      g.load(injected, loc);
      n++;
    }
    if (keywords.isEmpty()) {
      g.emit(CALL, pushed + n, loc);
    } else {
      keywordValues(keywords);
      g.loadConst(names(keywords), loc);
      g.emit(CALL_KW, pushed + n + keywords.size(), loc);
    }
  }

  private void unpackedArguments(Loc loc, int pushed, List<Expr> args, String injected, List<Keyword> keywords) {
    if (pushed == 0 && args.size() == 1 && args.getFirst() instanceof Expr.Starred s) {
      g.expressions.visit(s.value());
    } else {
      g.expressions.unpackInto(loc, args, injected, pushed, BUILD_LIST, LIST_APPEND, LIST_EXTEND, true);
    }
    if (keywords.isEmpty()) {
      g.emit(PUSH_NULL, loc);
      g.emit(CALL_FUNCTION_EX, loc);
      return;
    }
    boolean made = false;
    int pending = 0;
    for (int i = 0; i < keywords.size(); i++) {
      if (keywords.get(i).arg() != null) {
        pending++;
        continue;
      }
      if (pending > 0) {
        pairs(loc, keywords, i - pending, i);
        if (made) {
          g.emit(DICT_MERGE, 1, loc);
        }
        made = true;
        pending = 0;
      }
      if (!made) {
        g.emit(BUILD_MAP, 0, loc);
        made = true;
      }
      g.expressions.visit(keywords.get(i).value());
      g.emit(DICT_MERGE, 1, loc);
    }
    if (pending > 0) {
      pairs(loc, keywords, keywords.size() - pending, keywords.size());
      if (made) {
        g.emit(DICT_MERGE, 1, loc);
      }
    }
    g.emit(CALL_FUNCTION_EX, loc);
  }

  private void pairs(Loc loc, List<Keyword> keywords, int begin, int end) {
    int n = end - begin;
    boolean big = n * 2 > ExpressionLowering.STACK_USE_GUIDELINE;
    if (big) {
      g.emit(BUILD_MAP, 0, Loc.NONE);
    }
    for (int i = begin; i < end; i++) {
      g.loadConst(keywords.get(i).arg(), loc);
      g.expressions.visit(keywords.get(i).value());
      if (big) {
        g.emit(MAP_ADD, 1, Loc.NONE);
      }
    }
    if (!big) {
      g.emit(BUILD_MAP, n, loc);
    }
  }

  // ---- super ----

  /** Emits {@code super().x} if that is what the attribute is. */
  boolean superAttribute(Expr.Attribute a, Loc loc) {
    if (!isOptimizableSuper(a)) {
      return false;
    }
    Expr.Call call = (Expr.Call) a.value();
    loadSuperArguments(call);
    loadSuperAttr(a.attr(), false, !call.args().isEmpty(), loc);
    g.emit(NOP, ExpressionLowering.atAttribute(loc, a));
    return true;
  }

  private void loadSuperAttr(String name, boolean method, boolean twoArguments, Loc loc) {
    int index = g.unit.names.intern(g.unit.mangle(name));
    g.emit(LOAD_SUPER_ATTR, index << 2 | (twoArguments ? 2 : 0) | (method ? 1 : 0), loc);
  }

  /** The name super must be the builtin as far as one sees, and its arguments those of the enclosing method. */
  private boolean isOptimizableSuper(Expr.Attribute attribute) {
    if (!(attribute.value() instanceof Expr.Call call) || !(call.func() instanceof Expr.Name n) || !n.id().equals("super")
        || attribute.attr().equals("__class__") || !call.keywords().isEmpty()
        || g.unit.scope.scopeOf("super") != Scope.GLOBAL_IMPLICIT || g.table.top.scopeOf("super") != 0) {
      return false;
    }
    if (call.args().size() == 2) {
      return !ExpressionLowering.hasStarred(call.args());
    }
    return call.args().isEmpty() && g.unit.argCount + g.unit.posOnlyArgCount > 0 && g.unit.placeOf("__class__") == Scope.FREE;
  }

  private void loadSuperArguments(Expr.Call call) {
    g.load("super", Loc.of(call.func()));
    if (call.args().size() == 2) {
      g.expressions.visitAll(call.args());
      return;
    }
    Loc loc = Loc.of(call);
    g.load("__class__", loc);
    g.load(g.unit.varnames.name(0), loc);
  }
}
