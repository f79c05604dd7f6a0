package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import java.util.List;

/**
 * Lowering of what is evaluated lazily (PEP 649, 695, 696): {@code __annotate__} functions, bounds and defaults of type
 * parameters. Each is a function of the wanted format that only knows the formats VALUE and VALUE_WITH_FAKE_GLOBALS.
 */
final class AnnotationLowering {
  private static final long VALUE_WITH_FAKE_GLOBALS = 2;
  private static final Const.Tuple DEFAULT_FORMAT = new Const.Tuple(List.of(1L));

  private final CodeGen g;

  AnnotationLowering(CodeGen g) {
    this.g = g;
  }

  void enterScope(Loc loc, Scope scope, String name) {
    g.enterScope(name, Unit.Kind.ANNOTATIONS, scope, loc.line, null, 0, 1, 0);
    int body = g.newLabel();
    g.emit(LOAD_FAST, 0, loc);
    g.loadConst(VALUE_WITH_FAKE_GLOBALS, loc);
    g.emit(COMPARE_OP, CompareOp.arg(CompareOp.GT), loc);
    g.jump(POP_JUMP_IF_FALSE, body, loc);
    g.emit(LOAD_COMMON_CONSTANT, Intrinsic.CONSTANT_NOT_IMPLEMENTED_ERROR, loc);
    g.emit(RAISE_VARARGS, 1, loc);
    g.use(body);
  }

  private void leaveScope(Loc loc) {
    g.emit(RETURN_VALUE, loc);
    g.functions.makeClosure(loc, exitScope(true), 0);
  }

  /**
   * The parameter is called .format inside, so that the annotations can use the name format; outside it is seen as format:
   * always, unlike in CPython, where that of bounds, defaults and aliases keeps a name that no signature can show.
   */
  private Code exitScope(boolean addNone) {
    Code code = g.exitScope(addNone);
    code.localsPlusNames[0] = "format";
    return code;
  }

  // ---- variables of modules and classes ----

  void deferred(Loc loc) {
    Unit unit = g.unit;
    if (unit.deferredAnnotations.isEmpty()) {
      return;
    }
    boolean module = unit.kind == Unit.Kind.MODULE;
    InstructionSequence main = unit.code;
    if (module) {
      // Set up before the module's first statement.
      unit.code = new InstructionSequence();
    }
    Scope block = unit.scope.annotationBlock;
    enterScope(loc, block, block.name);
    g.emit(BUILD_MAP, 0, loc);
    for (Unit.DeferredAnnotation annotation : unit.deferredAnnotations) {
      variable(loc, annotation, module);
    }
    leaveScope(loc);
    g.store(unit.scope.type == Scope.Type.CLASS ? "__annotate_func__" : "__annotate__", loc);
    if (module) {
      main.setAnnotations(unit.code);
      unit.code = main;
    }
  }

  private void variable(Loc scopeLoc, Unit.DeferredAnnotation annotation, boolean module) {
    Loc loc = Loc.of(annotation.statement());
    int notSet = g.newLabel();
    if (annotation.index() >= 0) {
      g.loadConst((long) annotation.index(), loc);
      if (module) {
        g.emit(LOAD_GLOBAL, g.unit.names.intern("__conditional_annotations__") << 1, loc);
      } else {
        g.emit(LOAD_DEREF, g.unit.freevars.intern("__conditional_annotations__"), loc);
      }
      g.emit(CONTAINS_OP, 0, loc);
      g.jump(POP_JUMP_IF_FALSE, notSet, loc);
    }
    g.expressions.visit(annotation.statement().annotation());
    g.emit(COPY, 2, loc);
    g.loadConst(Mangling.mangle(g.unit.privateName, ((Expr.Name) annotation.statement().target()).id()), loc);
    g.emit(STORE_SUBSCR, scopeLoc);
    g.use(notSet);
  }

  // ---- parameters of functions ----

  /** Pushes the {@code __annotate__} function if there are annotations; returns the attribute that it is to be. */
  int ofFunction(Loc loc, Stmt function, Arguments args, Expr returns) {
    Scope scope = g.table.byAnnotations.get(function);
    if (!scope.annotationsUsed) {
      return 0;
    }
    enterScope(loc, scope, scope.name);
    int count = parameters(args.args(), loc) + parameters(args.posonlyargs(), loc);
    if (args.vararg() != null) {
      count += parameter(args.vararg().arg(), args.vararg().annotation(), loc);
    }
    count += parameters(args.kwonlyargs(), loc);
    if (args.kwarg() != null) {
      count += parameter(args.kwarg().arg(), args.kwarg().annotation(), loc);
    }
    count += parameter("return", returns, loc);
    g.emit(BUILD_MAP, count, loc);
    leaveScope(loc);
    return Intrinsic.FUNCTION_ANNOTATE;
  }

  private int parameters(List<Arg> args, Loc loc) {
    int count = 0;
    for (Arg arg : args) {
      count += parameter(arg.arg(), arg.annotation(), loc);
    }
    return count;
  }

  private int parameter(String name, Expr annotation, Loc loc) {
    if (annotation == null) {
      return 0;
    }
    g.loadConst(g.unit.mangle(name), loc);
    if (g.futures.annotations()) {
      g.loadConst(ExpressionText.of(annotation), Loc.of(annotation));
    } else if (annotation instanceof Expr.Starred s) {
      // *args: *Ts
      g.expressions.visit(s.value());
      g.emit(UNPACK_SEQUENCE, 1, loc);
    } else {
      g.expressions.visit(annotation);
    }
    return 1;
  }

  // ---- type parameters ----

  /** Makes and binds the type parameters and pushes the tuple of them. */
  void typeParameters(List<TypeParam> typeParams) {
    boolean seenDefault = false;
    for (TypeParam p : typeParams) {
      Loc loc = Loc.of(p);
      String name;
      Expr defaultValue;
      Scope defaultScope;
      if (p instanceof TypeParam.TypeVar t) {
        name = t.name();
        defaultValue = t.defaultValue();
        defaultScope = g.table.byDefault.get(t);
        g.loadConst(name, loc);
        typeVar(t, loc);
      } else if (p instanceof TypeParam.TypeVarTuple t) {
        name = t.name();
        defaultValue = t.defaultValue();
        defaultScope = g.table.byNode.get(t);
        g.loadConst(name, loc);
        g.emit(CALL_INTRINSIC_1, Intrinsic.TYPEVARTUPLE, loc);
      } else {
        TypeParam.ParamSpec t = (TypeParam.ParamSpec) p;
        name = t.name();
        defaultValue = t.defaultValue();
        defaultScope = g.table.byNode.get(t);
        g.loadConst(name, loc);
        g.emit(CALL_INTRINSIC_1, Intrinsic.PARAMSPEC, loc);
      }
      if (defaultValue != null) {
        seenDefault = true;
        lazy(defaultValue, name, defaultScope, p instanceof TypeParam.TypeVarTuple);
        g.emit(CALL_INTRINSIC_2, Intrinsic.SET_TYPEPARAM_DEFAULT, loc);
      } else if (seenDefault) {
        throw g.error(loc, "non-default type parameter '" + name + "' follows default type parameter");
      }
      g.emit(COPY, 1, loc);
      g.store(name, loc);
    }
    g.emit(BUILD_TUPLE, typeParams.size(), Loc.of(typeParams.getFirst()));
  }

  private void typeVar(TypeParam.TypeVar t, Loc loc) {
    if (t.bound() == null) {
      g.emit(CALL_INTRINSIC_1, Intrinsic.TYPEVAR, loc);
      return;
    }
    lazy(t.bound(), t.name(), g.table.of(t), false);
    g.emit(
        CALL_INTRINSIC_2,
        t.bound() instanceof Expr.Tuple ? Intrinsic.TYPEVAR_WITH_CONSTRAINTS : Intrinsic.TYPEVAR_WITH_BOUND,
        loc);
  }

  /** A function that evaluates {@code e} when asked. */
  void lazy(Expr e, String name, Scope scope, boolean allowStarred) {
    Loc loc = Loc.of(e);
    g.loadConst(DEFAULT_FORMAT, loc);
    enterScope(loc, scope, name);
    if (allowStarred && e instanceof Expr.Starred s) {
      g.expressions.visit(s.value());
      g.emit(UNPACK_SEQUENCE, 1, loc);
    } else {
      g.expressions.visit(e);
    }
    g.emit(RETURN_VALUE, loc);
    g.functions.makeClosure(loc, exitScope(true), Intrinsic.FUNCTION_DEFAULTS);
  }

  /** The value of a type alias; like the above, attributed to the statement. */
  void lazyAlias(Loc loc, Expr e, String name, Scope scope) {
    g.loadConst(DEFAULT_FORMAT, loc);
    enterScope(loc, scope, name);
    g.expressions.visit(e);
    g.emit(RETURN_VALUE, loc);
    g.functions.makeClosure(loc, exitScope(false), Intrinsic.FUNCTION_DEFAULTS);
  }
}
