package dev.tuff.compiler;

import static dev.tuff.compiler.FrameBlock.NO_LABEL;
import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowering of comprehensions. Generator expressions become functions of one argument, the iterator. The others are inlined (PEP
 * 709): what their variables were outside is kept on the stack meanwhile.
 */
final class ComprehensionLowering {
  /** In place of the opcode that makes the result. */
  static final int GENERATOR = -1;

  private final CodeGen g;

  ComprehensionLowering(CodeGen g) {
    this.g = g;
  }

  /** What inlining changed in the enclosing unit and has to be undone. */
  private static final class Inlined {
    final List<String> pushed = new ArrayList<>();
    final NameTable outerSymbols = new NameTable();
    final List<String> hidden = new ArrayList<>(0);
    int cleanup;
  }

  void comprehension(Expr e, int build, String name, List<Comprehension> generators, Expr element, Expr value) {
    Scope scope = g.table.of(e);
    Loc loc = Loc.of(e);
    Comprehension outermost = generators.getFirst();
    boolean generator = build == GENERATOR;
    Inlined inlined = null;
    if (scope.comprehensionInlined) {
      iterator(outermost);
      inlined = new Inlined();
      enterInlined(loc, scope, inlined);
    } else {
      g.enterScope(name, Unit.Kind.COMPREHENSION, scope, e.line(), null, 1, 0, 0);
    }
    if (!generator) {
      g.emit(build, 0, loc);
      if (inlined != null) {
        g.emit(SWAP, 2, loc);
      }
    }
    generator(loc, generators, 0, 0, element, value, build, inlined != null);
    if (inlined != null) {
      leaveInlined(loc, inlined);
      return;
    }
    if (generator) {
      g.wrapInStopIterationHandler();
    } else {
      g.emit(RETURN_VALUE, loc);
    }
    Code code = g.exitScope(true);
    g.functions.makeClosure(loc, code, 0);
    iterator(outermost);
    g.emit(CALL, 0, loc);
    if (scope.coroutine && !generator) {
      g.await(0, loc);
    }
  }

  private void iterator(Comprehension generator) {
    g.expressions.visit(generator.iter());
    g.emit(generator.isAsync() ? GET_AITER : GET_ITER, Loc.of(generator.iter()));
  }

  private void generator(
      Loc loc, List<Comprehension> generators, int index, int depth, Expr element, Expr value, int build,
      boolean iteratorOnStack) {
    g.diagnostics.enter();
    if (generators.get(index).isAsync()) {
      asyncGenerator(loc, generators, index, depth, element, value, build, iteratorOnStack);
    } else {
      syncGenerator(loc, generators, index, depth, element, value, build, iteratorOnStack);
    }
    g.diagnostics.leave();
  }

  private void syncGenerator(
      Loc loc, List<Comprehension> generators, int index, int depth, Expr element, Expr value, int build,
      boolean iteratorOnStack) {
    Comprehension generator = generators.get(index);
    int start = g.newLabel();
    int ifCleanup = g.newLabel();
    int anchor = g.newLabel();
    boolean loop = true;
    if (!iteratorOnStack) {
      if (index == 0) {
        g.emit(LOAD_FAST, 0, loc);
      } else {
        Expr single = singleElement(generator.iter());
        if (single != null) {
          // The idiom "for y in [f(x)]" is an assignment.
          g.expressions.visit(single);
          loop = false;
        } else {
          iterator(generator);
        }
      }
    }
    if (loop) {
      depth++;
      g.use(start);
      g.jump(FOR_ITER, anchor, Loc.of(generator.iter()));
    }
    g.expressions.visit(generator.target());
    for (Expr condition : generator.ifs()) {
      g.control.jumpIf(loc, condition, ifCleanup, false);
    }
    Loc elementLoc = Loc.of(element);
    if (index + 1 < generators.size()) {
      generator(loc, generators, index + 1, depth, element, value, build, false);
    } else {
      elementLoc = emitElement(element, value, build, depth);
    }
    g.use(ifCleanup);
    if (loop) {
      g.jump(Pseudo.JUMP, start, elementLoc);
      g.use(anchor);
      g.emit(END_FOR, Loc.NONE);
      g.emit(POP_ITER, Loc.NONE);
    }
  }

  private static Expr singleElement(Expr iterable) {
    List<Expr> elements =
        iterable instanceof Expr.ListExpr l ? l.elts() : iterable instanceof Expr.Tuple t ? t.elts() : List.of();
    return elements.size() == 1 && !(elements.getFirst() instanceof Expr.Starred) ? elements.getFirst() : null;
  }

  private void asyncGenerator(
      Loc loc, List<Comprehension> generators, int index, int depth, Expr element, Expr value, int build,
      boolean iteratorOnStack) {
    Comprehension generator = generators.get(index);
    int start = g.newLabel();
    int send = g.newLabel();
    int except = g.newLabel();
    int ifCleanup = g.newLabel();
    if (!iteratorOnStack) {
      if (index == 0) {
        g.emit(LOAD_FAST, 0, loc);
      } else {
        iterator(generator);
      }
    }
    g.use(start);
    g.pushBlock(FrameBlock.Kind.ASYNC_COMPREHENSION_GENERATOR, start, NO_LABEL, loc);
    g.jump(Pseudo.SETUP_FINALLY, except, loc);
    g.emit(GET_ANEXT, loc);
    g.loadConst(Const.None.NONE, loc);
    g.use(send);
    g.yieldFrom(true, loc);
    g.emit(Pseudo.POP_BLOCK, loc);
    g.expressions.visit(generator.target());
    for (Expr condition : generator.ifs()) {
      g.control.jumpIf(loc, condition, ifCleanup, false);
    }
    depth++;
    Loc elementLoc = Loc.of(element);
    if (index + 1 < generators.size()) {
      generator(loc, generators, index + 1, depth, element, value, build, false);
    } else {
      elementLoc = emitElement(element, value, build, depth);
    }
    g.use(ifCleanup);
    g.jump(Pseudo.JUMP, start, elementLoc);
    g.popBlock();
    g.use(except);
    g.jump(END_ASYNC_FOR, send, loc);
  }

  private Loc emitElement(Expr element, Expr value, int build, int depth) {
    g.expressions.visit(element);
    Loc loc = Loc.of(element);
    switch (build) {
      case GENERATOR -> {
        g.expressions.emitYield(loc);
        g.emit(POP_TOP, loc);
      }
      case BUILD_LIST -> g.emit(LIST_APPEND, depth + 1, loc);
      case BUILD_SET -> g.emit(SET_ADD, depth + 1, loc);
      default -> {
        g.expressions.visit(value);
        loc = new Loc(element.line(), value.endLine(), element.column(), value.endColumn());
        g.emit(MAP_ADD, depth + 1, loc);
      }
    }
    return loc;
  }

  // ---- inlining ----

  private void enterInlined(Loc loc, Scope comprehension, Inlined inlined) {
    Unit unit = g.unit;
    Scope outer = unit.scope;
    boolean inClass = outer.type == Scope.Type.CLASS && unit.inlinedComprehensions == 0;
    unit.inlinedComprehensions++;
    adaptSymbols(comprehension, inlined, inClass);
    NameTable names = comprehension.symbols;
    for (int i = 0; i < names.size(); i++) {
      int symbol = names.value(i);
      boolean bound = (symbol & Scope.DEF_LOCAL) != 0 && (symbol & Scope.DEF_NONLOCAL) == 0;
      if (!bound) {
        continue;
      }
      String name = names.name(i);
      // A cell is pushed itself; the comprehension gets a fresh one.
      g.emit(LOAD_FAST_AND_CLEAR, unit.varnames.intern(unit.mangle(name)), loc);
      if (Scope.scopeOf(symbol) == Scope.CELL) {
        NameTable cells = outer.scopeOf(name) == Scope.FREE ? unit.freevars : unit.cellvars;
        g.emit(MAKE_CELL, cells.intern(unit.mangle(name)), loc);
      }
      inlined.pushed.add(name);
    }
    if (!inlined.pushed.isEmpty()) {
      g.emit(SWAP, inlined.pushed.size() + 1, loc);
      inlined.cleanup = g.newLabel();
      g.jump(Pseudo.SETUP_FINALLY, inlined.cleanup, loc);
    }
  }

  /** While the comprehension is compiled, its names have the meaning that they have in it. */
  private void adaptSymbols(Scope comprehension, Inlined inlined, boolean inClass) {
    Unit unit = g.unit;
    Scope outer = unit.scope;
    NameTable names = comprehension.symbols;
    for (int i = 0; i < names.size(); i++) {
      String name = names.name(i);
      int symbol = names.value(i);
      int place = Scope.scopeOf(symbol);
      int outerSymbol = outer.symbol(name);
      int outerPlace = Scope.scopeOf(outerSymbol);
      if (place != outerPlace && place != Scope.FREE && !(place == Scope.CELL && outerPlace == Scope.FREE) || inClass) {
        outer.symbols.put(name, symbol);
        inlined.outerSymbols.put(name, outerSymbol);
      }
      boolean bound = (symbol & Scope.DEF_LOCAL) != 0 && (symbol & Scope.DEF_NONLOCAL) == 0;
      if ((bound || inClass) && !outer.isFunctionLike() && unit.hiddenLocals.get(name, 0) == 0) {
        unit.hiddenLocals.put(name, 1);
        inlined.hidden.add(name);
      }
    }
  }

  private void leaveInlined(Loc loc, Inlined inlined) {
    if (!inlined.pushed.isEmpty()) {
      int end = g.newLabel();
      g.emit(Pseudo.POP_BLOCK, Loc.NONE);
      g.jump(Pseudo.JUMP_NO_INTERRUPT, end, Loc.NONE);
      // An exception in the comprehension: its unfinished result goes, the outer variables come back.
      g.use(inlined.cleanup);
      g.emit(SWAP, 2, Loc.NONE);
      g.emit(POP_TOP, Loc.NONE);
      restoreLocals(loc, inlined);
      g.emit(RERAISE, 0, Loc.NONE);
      g.use(end);
      restoreLocals(loc, inlined);
    }
    Unit unit = g.unit;
    unit.inlinedComprehensions--;
    for (int i = 0; i < inlined.outerSymbols.size(); i++) {
      unit.scope.symbols.put(inlined.outerSymbols.name(i), inlined.outerSymbols.value(i));
    }
    for (String name : inlined.hidden) {
      unit.hiddenLocals.put(name, 0);
    }
  }

  private void restoreLocals(Loc loc, Inlined inlined) {
    int n = inlined.pushed.size();
    g.emit(SWAP, n + 1, loc);
    for (int i = n - 1; i >= 0; i--) {
      g.emit(Pseudo.STORE_FAST_MAYBE_NULL, g.unit.varnames.intern(g.unit.mangle(inlined.pushed.get(i))), loc);
    }
  }
}
