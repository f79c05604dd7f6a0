package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Lowering of class definitions, which become calls of {@code __build_class__}, and of {@code type} statements. */
final class ClassLowering {
  private final CodeGen g;

  ClassLowering(CodeGen g) {
    this.g = g;
  }

  void classDef(Stmt.ClassDef s) {
    g.functions.decorators(s.decoratorList());
    Loc loc = Loc.of(s);
    StaticTree.StaticClass known = g.statics == null ? null : g.statics.classOf(s);
    if (known != null) {
      staticClass(s, known, loc);
      return;
    }
    int firstLine = s.decoratorList().isEmpty() ? loc.line : s.decoratorList().getFirst().line();
    boolean generic = !s.typeParams().isEmpty();
    if (generic) {
      g.enterScope(
          "<generic parameters of ".concat(s.name()).concat(">"), Unit.Kind.ANNOTATIONS, g.table.of(s.typeParams()), firstLine,
          s.name(), 0, 0, 0);
      g.annotations.typeParameters(s.typeParams());
      g.store(".type_params", loc);
    }
    classBody(s, firstLine);
    if (generic) {
      g.load(".type_params", loc);
      g.emit(CALL_INTRINSIC_1, Intrinsic.SUBSCRIPT_GENERIC, loc);
      g.store(".generic_base", loc);
      g.expressions.calls().arguments(loc, 2, s.bases(), ".generic_base", s.keywords());
      Code code = g.exitScope(false);
      g.functions.makeClosure(loc, code, 0);
      g.emit(PUSH_NULL, loc);
      g.emit(CALL, 0, loc);
    } else {
      g.expressions.calls().arguments(loc, 2, s.bases(), null, s.keywords());
    }
    g.functions.applyDecorators(s.decoratorList());
    g.store(s.name(), loc);
  }

  /** {@code __build_cinder_class__(function, name, keywords or None, has class cell, final methods, is final, cached properties, *bases)}. */
  private void staticClass(Stmt.ClassDef s, StaticTree.StaticClass known, Loc loc) {
    makeBody(s, s.decoratorList().isEmpty() ? loc.line : s.decoratorList().getFirst().line());
    g.loadConst(s.name(), loc);
    if (s.keywords().isEmpty()) {
      g.loadConst(Const.None.NONE, loc);
    } else {
      for (Keyword k : s.keywords()) {
        g.loadConst(k.arg(), loc);
        g.expressions.visit(k.value());
      }
      g.emit(BUILD_MAP, s.keywords().size(), loc);
    }
    g.loadConst(g.table.of(s).needsClassClosure, loc);
    g.loadConst(new Const.Tuple(known.finalMethods()), loc);
    g.loadConst(known.isFinal(), loc);
    g.loadConst(new Const.Tuple(known.cachedProperties()), loc);
    g.expressions.visitAll(s.bases());
    int count = 7 + s.bases().size();
    Const.Tuple function = new Const.Tuple(List.of(new Const.Tuple(List.of("_static")), "__build_cinder_class__"));
    g.emit(INVOKE_FUNCTION, g.unit.consts.add(new Const.Tuple(List.of(function, (long) count))) << 8 | count, loc);
    g.functions.applyDecorators(s.decoratorList());
    g.store(s.name(), loc);
  }

  private void classBody(Stmt.ClassDef s, int firstLine) {
    Loc loc = Loc.of(s);
    g.emit(LOAD_BUILD_CLASS, loc);
    g.emit(PUSH_NULL, loc);
    makeBody(s, firstLine);
    g.loadConst(s.name(), loc);
  }

  /** The function that fills the class's namespace. */
  private void makeBody(Stmt.ClassDef s, int firstLine) {
    g.enterScope(s.name(), Unit.Kind.CLASS, g.table.of(s), firstLine, s.name(), 0, 0, 0);
    Scope scope = g.unit.scope;
    Loc loc = new Loc(firstLine, firstLine, 0, 0);
    g.load("__name__", loc);
    g.store("__module__", loc);
    g.loadConst(g.unit.qualname, loc);
    g.store("__qualname__", loc);
    g.loadConst((long) firstLine, loc);
    g.store("__firstlineno__", loc);
    if (!s.typeParams().isEmpty()) {
      g.load(".type_params", loc);
      g.store("__type_params__", loc);
    }
    if (scope.needsClassDict) {
      g.emit(LOAD_LOCALS, loc);
      g.emit(STORE_DEREF, g.unit.cellvars.intern("__classdict__"), loc);
    }
    if (scope.hasConditionalAnnotations) {
      g.emit(BUILD_SET, 0, loc);
      g.emit(STORE_DEREF, g.unit.cellvars.intern("__conditional_annotations__"), loc);
    }
    g.statements.body(loc, s.body(), false);
    g.loadConst(new Const.Tuple(new ArrayList<>(g.unit.staticAttributes)), Loc.NONE);
    g.store("__static_attributes__", Loc.NONE);
    if (scope.needsClassDict) {
      g.emit(Pseudo.LOAD_CLOSURE, g.unit.cellvars.get("__classdict__"), Loc.NONE);
      g.store("__classdictcell__", Loc.NONE);
    }
    // The class cell is handed to __build_class__, which fills it.
    if (scope.needsClassClosure) {
      g.emit(Pseudo.LOAD_CLOSURE, g.unit.cellvars.get("__class__"), Loc.NONE);
      g.emit(COPY, 1, Loc.NONE);
      g.store("__classcell__", Loc.NONE);
    } else {
      g.loadConst(Const.None.NONE, Loc.NONE);
    }
    g.emit(RETURN_VALUE, Loc.NONE);
    Code code = g.exitScope(true);
    // The call belongs to the line of the class, not of its first decorator.
    g.functions.makeClosure(Loc.of(s), code, 0);
  }

  void typeAlias(Stmt.TypeAlias s) {
    Loc loc = Loc.of(s);
    String name = ((Expr.Name) s.name()).id();
    boolean generic = !s.typeParams().isEmpty();
    if (generic) {
      g.enterScope(
          "<generic parameters of ".concat(name).concat(">"), Unit.Kind.ANNOTATIONS, g.table.of(s.typeParams()), loc.line, null,
          0, 0, 0);
      g.loadConst(name, loc);
      g.annotations.typeParameters(s.typeParams());
    } else {
      g.loadConst(name, loc);
      g.loadConst(Const.None.NONE, loc);
    }
    g.annotations.lazyAlias(loc, s.value(), name, g.table.of(s));
    g.emit(BUILD_TUPLE, 3, loc);
    g.emit(CALL_INTRINSIC_1, Intrinsic.TYPEALIAS, loc);
    if (generic) {
      Code code = g.exitScope(false);
      g.functions.makeClosure(loc, code, 0);
      g.emit(PUSH_NULL, loc);
      g.emit(CALL, 0, loc);
    }
    g.store(name, loc);
  }
}
