package dev.tuff.compiler;

import static dev.tuff.compiler.FrameBlock.NO_LABEL;
import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import java.util.List;

/** Lowering of functions and lambdas: decorators, defaults, closures, bodies. */
final class FunctionLowering {
  private final CodeGen g;

  FunctionLowering(CodeGen g) {
    this.g = g;
  }

  void decorators(List<Expr> decorators) {
    g.expressions.visitAll(decorators);
  }

  void applyDecorators(List<Expr> decorators) {
    for (int i = decorators.size() - 1; i >= 0; i--) {
      g.emit(CALL, 0, Loc.of(decorators.get(i)));
    }
  }

  void function(
      Stmt s, String name, Arguments args, List<Stmt> body, List<Expr> decorators, Expr returns, List<TypeParam> typeParams,
      boolean async) {
    decorators(decorators);
    Loc loc = Loc.of(s);
    int firstLine = decorators.isEmpty() ? loc.line : decorators.getFirst().line();
    int attributes = defaults(loc, args);
    boolean generic = !typeParams.isEmpty();
    int passed = 0;
    if (generic) {
      // Defaults are evaluated outside the type parameter scope and passed into it.
      passed = Integer.bitCount(attributes);
      if (passed == 2) {
        g.emit(SWAP, 2, loc);
      }
      g.enterScope(
          "<generic parameters of ".concat(name).concat(">"), Unit.Kind.ANNOTATIONS, g.table.of(typeParams), firstLine, null,
          passed, 0, 0);
      g.annotations.typeParameters(typeParams);
      for (int i = 0; i < passed; i++) {
        g.emit(LOAD_FAST, i, loc);
      }
    }
    attributes |= g.annotations.ofFunction(loc, s, args, returns);
    functionBody(s, name, args, body, attributes, firstLine, async);
    if (generic) {
      g.emit(SWAP, 2, loc);
      g.emit(CALL_INTRINSIC_2, Intrinsic.SET_FUNCTION_TYPE_PARAMS, loc);
      Code code = g.exitScope(false);
      makeClosure(loc, code, 0);
      if (passed > 0) {
        g.emit(SWAP, passed + 1, loc);
        g.emit(CALL, passed - 1, loc);
      } else {
        g.emit(PUSH_NULL, loc);
        g.emit(CALL, 0, loc);
      }
    }
    applyDecorators(decorators);
    g.store(name, loc);
  }

  private void functionBody(
      Stmt s, String name, Arguments args, List<Stmt> body, int attributes, int firstLine, boolean async) {
    Scope scope = g.table.of(s);
    Unit.Kind kind = async ? Unit.Kind.ASYNC_FUNCTION : Unit.Kind.FUNCTION;
    g.enterScope(name, kind, scope, firstLine, null, args.args().size(), args.posonlyargs().size(), args.kwonlyargs().size());
    if (g.statics != null) {
      g.unit.signature = g.statics.signature(s);
    }
    if (scope.hasDocstring) {
      g.unit.consts.add(StatementLowering.docstring(body));
    }
    int start = g.newLabel();
    g.use(start);
    boolean suspends = scope.coroutine || scope.generator;
    if (suspends) {
      g.pushBlock(FrameBlock.Kind.STOP_ITERATION, start, NO_LABEL, Loc.NONE);
    }
    g.statements.visitFrom(StatementLowering.skipDocstring(body), body);
    if (suspends) {
      g.wrapInStopIterationHandler();
      g.popBlock();
    }
    Code code = g.exitScope(true);
    makeClosure(Loc.of(s), code, attributes);
  }

  void lambda(Expr.Lambda e) {
    Loc loc = Loc.of(e);
    Arguments args = e.args();
    int attributes = defaults(loc, args);
    g.enterScope(
        "<lambda>", Unit.Kind.LAMBDA, g.table.of(e), e.line(), null, args.args().size(), args.posonlyargs().size(),
        args.kwonlyargs().size());
    if (g.statics != null) {
      g.unit.signature = g.statics.signature(e);
    }
    g.expressions.visit(e.body());
    boolean generator = g.unit.scope.generator;
    if (!generator) {
      g.emit(RETURN_VALUE, Loc.of(e.body()));
    }
    Code code = g.exitScope(!generator);
    makeClosure(loc, code, attributes);
  }

  /** Pushes the defaults; returns which function attributes they are. */
  private int defaults(Loc loc, Arguments args) {
    int attributes = 0;
    if (!args.defaults().isEmpty()) {
      g.expressions.visitAll(args.defaults());
      g.emit(BUILD_TUPLE, args.defaults().size(), loc);
      attributes |= Intrinsic.FUNCTION_DEFAULTS;
    }
    int count = 0;
    for (int i = 0; i < args.kwonlyargs().size(); i++) {
      Arg arg = args.kwonlyargs().get(i);
      Expr value = args.kwDefaults().get(i);
      if (value != null) {
        count++;
        g.loadConst(g.unit.mangle(arg.arg()), loc);
        g.expressions.visit(value);
      }
    }
    if (count > 0) {
      g.emit(BUILD_MAP, count, loc);
      attributes |= Intrinsic.FUNCTION_KWDEFAULTS;
    }
    return attributes;
  }

  /** Makes a function of the code; the values of {@code attributes} are on the stack, defaults lowest. */
  void makeClosure(Loc loc, Code code, int attributes) {
    int free = 0;
    for (int i = 0; i < code.localsPlusKinds.length; i++) {
      if ((code.localsPlusKinds[i] & Code.FAST_FREE) != 0) {
        g.emit(Pseudo.LOAD_CLOSURE, cellOf(code.localsPlusNames[i]), loc);
        free++;
      }
    }
    if (free > 0) {
      attributes |= Intrinsic.FUNCTION_CLOSURE;
      g.emit(BUILD_TUPLE, free, loc);
    }
    g.loadConst(code, loc);
    g.emit(MAKE_FUNCTION, loc);
    setAttribute(attributes, Intrinsic.FUNCTION_CLOSURE, loc);
    setAttribute(attributes, Intrinsic.FUNCTION_ANNOTATIONS, loc);
    setAttribute(attributes, Intrinsic.FUNCTION_ANNOTATE, loc);
    setAttribute(attributes, Intrinsic.FUNCTION_KWDEFAULTS, loc);
    setAttribute(attributes, Intrinsic.FUNCTION_DEFAULTS, loc);
  }

  private void setAttribute(int attributes, int attribute, Loc loc) {
    if ((attributes & attribute) != 0) {
      g.emit(SET_FUNCTION_ATTRIBUTE, attribute, loc);
    }
  }

  /** A name can be free and local in a class at once: then the closure has it, besides the class's own lookup. */
  private int cellOf(String name) {
    int at = g.unit.placeOf(name) == Scope.CELL ? g.unit.cellvars.get(name) : g.unit.freevars.get(name);
    if (at < 0) {
      throw g.diagnostics.system("no cell for '" + name + "' in " + g.unit.name);
    }
    return at;
  }
}
