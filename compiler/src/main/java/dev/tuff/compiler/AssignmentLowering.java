package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Stmt;

/** Lowering of assignment: plain, augmented, annotated. */
final class AssignmentLowering {
  private final CodeGen g;

  AssignmentLowering(CodeGen g) {
    this.g = g;
  }

  void assign(Stmt.Assign s) {
    g.expressions.visit(s.value());
    int n = s.targets().size();
    for (int i = 0; i < n; i++) {
      if (i < n - 1) {
        g.emit(COPY, 1, Loc.of(s));
      }
      g.expressions.visit(s.targets().get(i));
    }
  }

  void augmented(Stmt.AugAssign s) {
    Expr target = s.target();
    Loc loc = Loc.of(target);
    Expr slice = target instanceof Expr.Subscript t ? t.slice() : null;
    boolean twoPart = slice != null && ExpressionLowering.isTwoPartSlice(slice);
    if (target instanceof Expr.Attribute a) {
      g.expressions.visit(a.value());
      g.emit(COPY, 1, loc);
      g.loadAttr(a.attr(), false, ExpressionLowering.atAttribute(loc, a));
    } else if (target instanceof Expr.Subscript t) {
      g.expressions.visit(t.value());
      if (twoPart) {
        g.expressions.sliceParts((Expr.Slice) slice);
        g.emit(COPY, 3, loc);
        g.emit(COPY, 3, loc);
        g.emit(COPY, 3, loc);
        g.emit(BINARY_SLICE, loc);
      } else {
        g.expressions.visit(slice);
        g.emit(COPY, 2, loc);
        g.emit(COPY, 2, loc);
        g.emit(BINARY_OP, BinaryOp.NB_SUBSCR, loc);
      }
    } else if (target instanceof Expr.Name n) {
      g.load(n.id(), loc);
    } else {
      throw g.diagnostics.system("invalid node type for augmented assignment");
    }
    g.expressions.visit(s.value());
    g.emit(BINARY_OP, BinaryOp.of(s.op(), true), Loc.of(s));
    if (target instanceof Expr.Attribute a) {
      Loc at = ExpressionLowering.atAttribute(loc, a);
      g.emit(SWAP, 2, at);
      g.emitName(STORE_ATTR, a.attr(), at);
    } else if (target instanceof Expr.Name n) {
      g.store(n.id(), loc);
    } else if (twoPart) {
      g.emit(SWAP, 4, loc);
      g.emit(SWAP, 3, loc);
      g.emit(SWAP, 2, loc);
      g.emit(STORE_SLICE, loc);
    } else {
      g.emit(SWAP, 3, loc);
      g.emit(SWAP, 2, loc);
      g.emit(STORE_SUBSCR, loc);
    }
  }

  void annotated(Stmt.AnnAssign s) {
    Loc loc = Loc.of(s);
    Expr target = s.target();
    if (s.value() != null) {
      g.expressions.visit(s.value());
      g.expressions.visit(target);
    }
    if (target instanceof Expr.Name n) {
      if (s.simple() && (g.unit.kind == Unit.Kind.MODULE || g.unit.kind == Unit.Kind.CLASS)) {
        annotateName(s, n.id(), loc);
      }
    } else if (target instanceof Expr.Attribute a) {
      if (s.value() == null) {
        evaluate(a.value());
      }
    } else if (target instanceof Expr.Subscript t) {
      if (s.value() == null) {
        evaluate(t.value());
        evaluateSubscript(t.slice());
      }
    } else {
      throw g.diagnostics.system("invalid node type for annotated assignment");
    }
  }

  private void annotateName(Stmt.AnnAssign s, String name, Loc loc) {
    if (g.futures.annotations()) {
      g.loadConst(ExpressionText.of(s.annotation()), Loc.of(s.annotation()));
      g.emitName(LOAD_NAME, "__annotations__", loc);
      g.loadConst(g.unit.mangle(name), loc);
      g.emit(STORE_SUBSCR, loc);
      return;
    }
    int index = -1;
    boolean module = g.unit.kind == Unit.Kind.MODULE;
    if (module || g.unit.conditionalBlocks > 0) {
      index = g.unit.conditionalAnnotations++;
    }
    g.unit.deferredAnnotations.add(new Unit.DeferredAnnotation(s, index));
    if (index >= 0) {
      if (module) {
        g.emitName(LOAD_NAME, "__conditional_annotations__", loc);
      } else {
        g.emit(LOAD_DEREF, g.unit.cellvars.intern("__conditional_annotations__"), loc);
      }
      g.loadConst((long) index, loc);
      g.emit(SET_ADD, 1, loc);
      g.emit(POP_TOP, loc);
    }
  }

  /** The parts of a target that is annotated only must at least be defined. */
  private void evaluate(Expr e) {
    g.expressions.visit(e);
    g.emit(POP_TOP, Loc.of(e));
  }

  private void evaluateSubscript(Expr e) {
    if (e instanceof Expr.Slice s) {
      if (s.lower() != null) {
        evaluate(s.lower());
      }
      if (s.upper() != null) {
        evaluate(s.upper());
      }
      if (s.step() != null) {
        evaluate(s.step());
      }
    } else if (e instanceof Expr.Tuple t) {
      for (Expr element : t.elts()) {
        evaluateSubscript(element);
      }
    } else {
      evaluate(e);
    }
  }
}
