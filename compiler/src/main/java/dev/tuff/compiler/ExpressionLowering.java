package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.BoolOperator;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Operator;
import java.util.List;

/** Lowering of expressions: the dispatch, operators, attributes, subscripts and displays. */
final class ExpressionLowering {
  /** More operands than this are not put on the stack at once. */
  static final int STACK_USE_GUIDELINE = 30;

  private final CodeGen g;
  final LiteralChecks checks;
  private final CallLowering calls;
  private final StringLowering strings;
  private final ComprehensionLowering comprehensions;

  ExpressionLowering(CodeGen g) {
    this.g = g;
    checks = new LiteralChecks(g);
    calls = new CallLowering(g);
    strings = new StringLowering(g);
    comprehensions = new ComprehensionLowering(g);
  }

  CallLowering calls() {
    return calls;
  }

  void visitAll(List<Expr> list) {
    for (int i = 0; i < list.size(); i++) {
      visit(list.get(i));
    }
  }

  void visit(Expr e) {
    if (e instanceof Expr.Name n) {
      if (CodeGen.isDebug(n)) {
        g.loadConst(g.optimize == 0, Loc.of(n));
      } else {
        g.nameOp(n.id(), n.ctx(), Loc.of(n));
      }
      return;
    }
    if (e instanceof Expr.Constant c) {
      g.loadConst(c.value(), Loc.of(c));
      return;
    }
    g.diagnostics.enter();
    if (e instanceof Expr.Attribute a) {
      attribute(a);
    } else if (e instanceof Expr.Call c) {
      calls.call(c);
    } else if (e instanceof Expr.BinOp b) {
      binary(b);
    } else if (e instanceof Expr.Compare c) {
      compare(c);
    } else if (e instanceof Expr.Subscript s) {
      subscript(s);
    } else if (e instanceof Expr.BoolOp b) {
      boolOp(b);
    } else if (e instanceof Expr.Tuple t) {
      sequence(Loc.of(t), t.elts(), t.ctx(), true);
    } else if (e instanceof Expr.ListExpr l) {
      sequence(Loc.of(l), l.elts(), l.ctx(), false);
    } else if (e instanceof Expr.UnaryOp u) {
      unary(u);
    } else if (e instanceof Expr.Dict d) {
      dict(d);
    } else {
      visitRarer(e);
    }
    g.diagnostics.leave();
  }

  private void visitRarer(Expr e) {
    Loc loc = Loc.of(e);
    if (e instanceof Expr.JoinedStr j) {
      strings.joined(loc, j.values());
    } else if (e instanceof Expr.FormattedValue f) {
      strings.formatted(f);
    } else if (e instanceof Expr.IfExp i) {
      ifExp(i);
    } else if (e instanceof Expr.Slice s) {
      slice(s);
    } else if (e instanceof Expr.Lambda l) {
      g.functions.lambda(l);
    } else if (e instanceof Expr.Set s) {
      unpackInto(loc, s.elts(), null, 0, BUILD_SET, SET_ADD, SET_UPDATE, false);
    } else if (e instanceof Expr.ListComp c) {
      comprehensions.comprehension(e, BUILD_LIST, "<listcomp>", c.generators(), c.elt(), null);
    } else if (e instanceof Expr.GeneratorExp c) {
      comprehensions.comprehension(e, ComprehensionLowering.GENERATOR, "<genexpr>", c.generators(), c.elt(), null);
    } else if (e instanceof Expr.SetComp c) {
      comprehensions.comprehension(e, BUILD_SET, "<setcomp>", c.generators(), c.elt(), null);
    } else if (e instanceof Expr.DictComp c) {
      comprehensions.comprehension(e, BUILD_MAP, "<dictcomp>", c.generators(), c.key(), c.value());
    } else if (e instanceof Expr.NamedExpr n) {
      visit(n.value());
      g.emit(COPY, 1, loc);
      visit(n.target());
    } else if (e instanceof Expr.Await a) {
      visit(a.value());
      g.await(0, loc);
    } else if (e instanceof Expr.Yield y) {
      yieldValue(y, loc);
    } else if (e instanceof Expr.YieldFrom y) {
      yieldFrom(y, loc);
    } else if (e instanceof Expr.TemplateStr t) {
      strings.template(loc, t.values());
    } else if (e instanceof Expr.Interpolation i) {
      strings.interpolation(i);
    } else if (e instanceof Expr.Typed t) {
      visitAll(t.operands());
      g.emit(t.opcode(), g.typedArgument(t), loc);
    } else if (e instanceof Expr.Starred s) {
      throw g.error(
          loc,
          s.ctx() == ExprContext.Store
              ? "starred assignment target must be in a list or tuple"
              : "can't use starred expression here");
    } else {
      throw new IllegalStateException(e.getClass().getSimpleName());
    }
  }

  // ---- operators ----

  /** Long chains lean to the left: they are walked, not recursed into. */
  private void binary(Expr.BinOp top) {
    int count = 1;
    for (Expr.BinOp b = top; b.left() instanceof Expr.BinOp next && !strings.isFormat(b); b = next) {
      count++;
    }
    if (count == 1) {
      binaryTail(top);
      return;
    }
    Expr.BinOp[] chain = new Expr.BinOp[count];
    chain[count - 1] = top;
    for (int i = count - 2; i >= 0; i--) {
      chain[i] = (Expr.BinOp) chain[i + 1].left();
    }
    binaryTail(chain[0]);
    for (int i = 1; i < count; i++) {
      visit(chain[i].right());
      g.emit(BINARY_OP, BinaryOp.of(chain[i].op(), false), Loc.of(chain[i]));
    }
  }

  private void binaryTail(Expr.BinOp b) {
    if (b.op() == Operator.Mod && strings.format(b)) {
      return;
    }
    visit(b.left());
    visit(b.right());
    g.emit(BINARY_OP, BinaryOp.of(b.op(), false), Loc.of(b));
  }

  private void unary(Expr.UnaryOp u) {
    visit(u.operand());
    Loc loc = Loc.of(u);
    switch (u.op()) {
      case UAdd -> g.emit(CALL_INTRINSIC_1, Intrinsic.UNARY_POSITIVE, loc);
      case Not -> {
        g.emit(TO_BOOL, loc);
        g.emit(UNARY_NOT, loc);
      }
      case Invert -> g.emit(UNARY_INVERT, loc);
      case USub -> g.emit(UNARY_NEGATIVE, loc);
    }
  }

  private void boolOp(Expr.BoolOp b) {
    Loc loc = Loc.of(b);
    int jump = b.op() == BoolOperator.And ? Pseudo.JUMP_IF_FALSE : Pseudo.JUMP_IF_TRUE;
    int end = g.newLabel();
    int last = b.values().size() - 1;
    for (int i = 0; i < last; i++) {
      visit(b.values().get(i));
      g.jump(jump, end, loc);
      g.emit(POP_TOP, loc);
    }
    visit(b.values().get(last));
    g.use(end);
  }

  private void ifExp(Expr.IfExp e) {
    int end = g.newLabel();
    int next = g.newLabel();
    g.control.jumpIf(Loc.of(e), e.test(), next, false);
    visit(e.body());
    g.jump(Pseudo.JUMP_NO_INTERRUPT, end, Loc.NONE);
    g.use(next);
    visit(e.orelse());
    g.use(end);
  }

  private void compare(Expr.Compare c) {
    Loc loc = Loc.of(c);
    checks.compare(c);
    visit(c.left());
    int last = c.ops().size() - 1;
    if (last == 0) {
      visit(c.comparators().getFirst());
      compareOp(c.ops().getFirst(), loc);
      return;
    }
    int cleanup = g.newLabel();
    for (int i = 0; i < last; i++) {
      visit(c.comparators().get(i));
      g.emit(SWAP, 2, loc);
      g.emit(COPY, 2, loc);
      compareOp(c.ops().get(i), loc);
      g.emit(COPY, 1, loc);
      g.emit(TO_BOOL, loc);
      g.jump(POP_JUMP_IF_FALSE, cleanup, loc);
      g.emit(POP_TOP, loc);
    }
    visit(c.comparators().get(last));
    compareOp(c.ops().get(last), loc);
    int end = g.newLabel();
    g.jump(Pseudo.JUMP_NO_INTERRUPT, end, Loc.NONE);
    g.use(cleanup);
    g.emit(SWAP, 2, loc);
    g.emit(POP_TOP, loc);
    g.use(end);
  }

  void compareOp(CmpOperator op, Loc loc) {
    switch (op) {
      case Eq -> g.emit(COMPARE_OP, CompareOp.arg(CompareOp.EQ), loc);
      case NotEq -> g.emit(COMPARE_OP, CompareOp.arg(CompareOp.NE), loc);
      case Lt -> g.emit(COMPARE_OP, CompareOp.arg(CompareOp.LT), loc);
      case LtE -> g.emit(COMPARE_OP, CompareOp.arg(CompareOp.LE), loc);
      case Gt -> g.emit(COMPARE_OP, CompareOp.arg(CompareOp.GT), loc);
      case GtE -> g.emit(COMPARE_OP, CompareOp.arg(CompareOp.GE), loc);
      case Is -> g.emit(IS_OP, 0, loc);
      case IsNot -> g.emit(IS_OP, 1, loc);
      case In -> g.emit(CONTAINS_OP, 0, loc);
      case NotIn -> g.emit(CONTAINS_OP, 1, loc);
    }
  }

  private void yieldValue(Expr.Yield y, Loc loc) {
    if (!g.unit.scope.isFunctionLike()) {
      throw g.error(loc, "'yield' outside function");
    }
    if (y.value() != null) {
      visit(y.value());
    } else {
      g.loadConst(Const.None.NONE, loc);
    }
    emitYield(loc);
  }

  void emitYield(Loc loc) {
    Scope scope = g.unit.scope;
    if (scope.generator && scope.coroutine) {
      g.emit(CALL_INTRINSIC_1, Intrinsic.ASYNC_GEN_WRAP, loc);
    }
    g.emit(YIELD_VALUE, 0, loc);
    g.emit(RESUME, 1, loc);
  }

  private void yieldFrom(Expr.YieldFrom y, Loc loc) {
    if (!g.unit.scope.isFunctionLike()) {
      throw g.error(loc, "'yield from' outside function");
    }
    if (g.unit.kind == Unit.Kind.ASYNC_FUNCTION) {
      throw g.error(loc, "'yield from' inside async function");
    }
    visit(y.value());
    g.emit(GET_YIELD_FROM_ITER, loc);
    g.loadConst(Const.None.NONE, loc);
    g.yieldFrom(false, loc);
  }

  // ---- attributes and subscripts ----

  private void attribute(Expr.Attribute a) {
    Loc loc = Loc.of(a);
    if (a.ctx() == ExprContext.Load && calls.superAttribute(a, loc)) {
      return;
    }
    if (a.ctx() == ExprContext.Store) {
      noteStaticAttribute(a);
    }
    visit(a.value());
    loc = atAttribute(loc, a);
    switch (a.ctx()) {
      case Load -> g.loadAttr(a.attr(), false, loc);
      case Store -> g.emitName(STORE_ATTR, a.attr(), loc);
      case Del -> g.emitName(DELETE_ATTR, a.attr(), loc);
    }
  }

  /** {@code self.x = ...} in a method: x is one of the class's {@code __static_attributes__}. */
  private void noteStaticAttribute(Expr.Attribute a) {
    if (a.value() instanceof Expr.Name n && n.id().equals("self")) {
      for (Unit u = g.unit.parent; u != null; u = u.parent) {
        if (u.kind == Unit.Kind.CLASS) {
          u.staticAttributes.add(a.attr());
          return;
        }
      }
    }
  }

  /** An access that spans lines is attributed to the line of the attribute's name. */
  static Loc atAttribute(Loc loc, Expr.Attribute a) {
    int endLine = a.endLine();
    if (loc.line == endLine) {
      return loc;
    }
    int length = a.attr().codePointCount(0, a.attr().length());
    boolean fits = length <= a.endColumn();
    int column = fits ? a.endColumn() - length : -1;
    int endColumn = fits ? loc.endColumn : -1;
    int last = Math.max(endLine, loc.endLine);
    return new Loc(endLine, last, column, endLine == last ? Math.max(column, endColumn) : endColumn);
  }

  private void subscript(Expr.Subscript s) {
    Loc loc = Loc.of(s);
    if (s.ctx() == ExprContext.Load) {
      checks.subscript(s);
    }
    visit(s.value());
    if (s.ctx() != ExprContext.Del && isTwoPartSlice(s.slice())) {
      sliceParts((Expr.Slice) s.slice());
      g.emit(s.ctx() == ExprContext.Load ? BINARY_SLICE : STORE_SLICE, loc);
      return;
    }
    visit(s.slice());
    switch (s.ctx()) {
      case Load -> g.emit(BINARY_OP, BinaryOp.NB_SUBSCR, loc);
      case Store -> g.emit(STORE_SUBSCR, loc);
      case Del -> g.emit(DELETE_SUBSCR, loc);
    }
  }

  static boolean isTwoPartSlice(Expr e) {
    return e instanceof Expr.Slice s && s.step() == null && !isConstantSlice(s);
  }

  private static boolean isConstantSlice(Expr.Slice s) {
    return isConstantOrAbsent(s.lower()) && isConstantOrAbsent(s.upper()) && isConstantOrAbsent(s.step());
  }

  private static boolean isConstantOrAbsent(Expr e) {
    return e == null || e instanceof Expr.Constant;
  }

  void sliceParts(Expr.Slice s) {
    visitOrNone(s.lower(), s);
    visitOrNone(s.upper(), s);
  }

  private void visitOrNone(Expr e, Expr.Slice s) {
    if (e != null) {
      visit(e);
    } else {
      g.loadConst(Const.None.NONE, Loc.of(s));
    }
  }

  private void slice(Expr.Slice s) {
    Loc loc = Loc.of(s);
    if (isConstantSlice(s)) {
      g.loadConst(new Const.Slice(constantOrNone(s.lower()), constantOrNone(s.upper()), constantOrNone(s.step())), loc);
      return;
    }
    sliceParts(s);
    if (s.step() != null) {
      visit(s.step());
    }
    g.emit(BUILD_SLICE, s.step() != null ? 3 : 2, loc);
  }

  private static Object constantOrNone(Expr e) {
    return e == null ? Const.None.NONE : ((Expr.Constant) e).value();
  }

  // ---- displays ----

  private void sequence(Loc loc, List<Expr> elements, ExprContext context, boolean tuple) {
    switch (context) {
      case Store -> unpack(loc, elements);
      case Load -> unpackInto(loc, elements, null, 0, BUILD_LIST, LIST_APPEND, LIST_EXTEND, tuple);
      case Del -> visitAll(elements);
    }
  }

  /** Assignment to several targets. */
  private void unpack(Loc loc, List<Expr> elements) {
    int n = elements.size();
    boolean seenStar = false;
    for (int i = 0; i < n; i++) {
      if (elements.get(i) instanceof Expr.Starred) {
        if (seenStar) {
          throw g.error(loc, "multiple starred expressions in assignment");
        }
        if (i >= 1 << 8 || n - i - 1 >= 1 << 15) {
          throw g.error(loc, "too many expressions in star-unpacking assignment");
        }
        g.emit(UNPACK_EX, i + (n - i - 1 << 8), loc);
        seenStar = true;
      }
    }
    if (!seenStar) {
      g.emit(UNPACK_SEQUENCE, n, loc);
    }
    for (int i = 0; i < n; i++) {
      visit(elements.get(i) instanceof Expr.Starred s ? s.value() : elements.get(i));
    }
  }

  /**
   * Makes a list, tuple or set of {@code pushed} values on the stack and the elements, starred ones unpacked; {@code injected} is
   * a name whose value comes last, or null.
   */
  void unpackInto(Loc loc, List<Expr> elements, String injected, int pushed, int build, int add, int extend, boolean tuple) {
    int n = elements.size();
    boolean big = n + pushed + (injected != null ? 1 : 0) > STACK_USE_GUIDELINE;
    if (!big && !hasStarred(elements)) {
      visitAll(elements);
      if (injected != null) {
        g.load(injected, loc);
        n++;
      }
      g.emit(tuple ? BUILD_TUPLE : build, n + pushed, loc);
      return;
    }
    boolean built = false;
    if (big) {
      g.emit(build, pushed, loc);
      built = true;
    }
    for (int i = 0; i < n; i++) {
      if (elements.get(i) instanceof Expr.Starred s) {
        if (!built) {
          g.emit(build, i + pushed, loc);
          built = true;
        }
        visit(s.value());
        g.emit(extend, 1, loc);
      } else {
        visit(elements.get(i));
        if (built) {
          g.emit(add, 1, loc);
        }
      }
    }
    if (injected != null) {
      g.load(injected, loc);
      g.emit(add, 1, loc);
    }
    if (tuple) {
      g.emit(CALL_INTRINSIC_1, Intrinsic.LIST_TO_TUPLE, loc);
    }
  }

  static boolean hasStarred(List<Expr> elements) {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Expr.Starred) {
        return true;
      }
    }
    return false;
  }

  private void dict(Expr.Dict d) {
    Loc loc = Loc.of(d);
    int n = d.values().size();
    boolean made = false;
    int pending = 0;
    for (int i = 0; i < n; i++) {
      if (d.keys().get(i) == null) {
        if (pending > 0) {
          pairs(d, i - pending, i, loc);
          if (made) {
            g.emit(DICT_UPDATE, 1, loc);
          }
          made = true;
          pending = 0;
        }
        if (!made) {
          g.emit(BUILD_MAP, 0, loc);
          made = true;
        }
        visit(d.values().get(i));
        g.emit(DICT_UPDATE, 1, loc);
      } else if (pending * 2 > STACK_USE_GUIDELINE) {
        pairs(d, i - pending, i + 1, loc);
        if (made) {
          g.emit(DICT_UPDATE, 1, loc);
        }
        made = true;
        pending = 0;
      } else {
        pending++;
      }
    }
    if (pending > 0) {
      pairs(d, n - pending, n, loc);
      if (made) {
        g.emit(DICT_UPDATE, 1, loc);
      }
      made = true;
    }
    if (!made) {
      g.emit(BUILD_MAP, 0, loc);
    }
  }

  private void pairs(Expr.Dict d, int begin, int end, Loc loc) {
    int n = end - begin;
    boolean big = n * 2 > STACK_USE_GUIDELINE;
    if (big) {
      g.emit(BUILD_MAP, 0, loc);
    }
    for (int i = begin; i < end; i++) {
      visit(d.keys().get(i));
      visit(d.values().get(i));
      if (big) {
        g.emit(MAP_ADD, 1, loc);
      }
    }
    if (!big) {
      g.emit(BUILD_MAP, n, loc);
    }
  }
}
