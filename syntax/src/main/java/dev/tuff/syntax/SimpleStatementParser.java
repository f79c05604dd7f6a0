package dev.tuff.syntax;

import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import java.util.List;

/** Statements that hold no others: assignments, imports, {@code return}... */
abstract class SimpleStatementParser extends PatternParser {
  /**
   * A {@code type} statement with parameters was parsed: the one right statement that Python's error rules may take for a wrong
   * one, in {@code type X[T = int] = T}, if the source is wrong elsewhere.
   */
  boolean sawTypeAlias;

  private boolean flufl;

  SimpleStatementParser(Tokenizer in, ParseOptions options, int maxDepth) {
    super(in, options, maxDepth);
    flufl = options.barryAsFlufl();
  }

  @Override
  final boolean flufl() {
    return flufl;
  }

  /** A logical line of statements separated by semicolons, each pushed. */
  final void simpleStatements() {
    push(simpleStatement());
    while (accept(Token.SEMI) && kind[p] != Token.NEWLINE) {
      push(simpleStatement());
    }
    expect(Token.NEWLINE);
  }

  private Stmt simpleStatement() {
    long start = startPos[p];
    switch (kind[p]) {
      case Token.KW_RETURN -> {
        p++;
        Expr returned = startsExpression() ? starExpressions() : null;
        return new Stmt.Return(returned, start, end());
      }
      case Token.KW_IMPORT -> {
        return importName();
      }
      case Token.KW_FROM -> {
        return importFrom();
      }
      case Token.KW_RAISE -> {
        p++;
        Expr exc = startsExpression() ? expression() : null;
        Expr cause = exc != null && accept(Token.KW_FROM) ? expression() : null;
        return new Stmt.Raise(exc, cause, start, end());
      }
      case Token.KW_PASS -> {
        p++;
        return new Stmt.Pass(start, end());
      }
      case Token.KW_BREAK -> {
        p++;
        return new Stmt.Break(start, end());
      }
      case Token.KW_CONTINUE -> {
        p++;
        return new Stmt.Continue(start, end());
      }
      case Token.KW_DEL -> {
        return delete();
      }
      case Token.KW_YIELD -> {
        Expr e = yieldExpr();
        if (kind[p] == Token.EQUAL) {
          throw reject();
        }
        return new Stmt.ExprStmt(e, start, end());
      }
      case Token.KW_ASSERT -> {
        p++;
        Expr test = expression();
        Expr msg = accept(Token.COMMA) ? expression() : null;
        return new Stmt.Assert(test, msg, start, end());
      }
      case Token.KW_GLOBAL -> {
        List<String> listed = nameList();
        return new Stmt.Global(listed, start, end());
      }
      case Token.KW_NONLOCAL -> {
        List<String> listed = nameList();
        return new Stmt.Nonlocal(listed, start, end());
      }
      case Token.NAME -> {
        if (value[p] == Token.ID_TYPE && kind[p + 1] == Token.NAME) {
          return typeAlias();
        }
        return assignmentOrExpression();
      }
      default -> {
        return assignmentOrExpression();
      }
    }
  }

  private List<String> nameList() {
    p++;
    int mark = mark();
    push(expectName());
    while (accept(Token.COMMA)) {
      push(expectName());
    }
    return take(mark);
  }

  private Stmt assignmentOrExpression() {
    int first = p;
    long start = startPos[p];
    Expr e = starExpressions();
    int k = kind[p];
    if (k == Token.NEWLINE || k == Token.SEMI) {
      return new Stmt.ExprStmt(e, start, end());
    }
    if (k == Token.EQUAL) {
      return assignment(e, start);
    }
    if (k == Token.COLON) {
      Expr target = singleTarget(e);
      p++;
      Expr annotation = expression();
      Expr assigned = accept(Token.EQUAL) ? annotatedRhs() : null;
      return new Stmt.AnnAssign(target, annotation, assigned, kind[first] == Token.NAME && target instanceof Expr.Name, start,
          end());
    }
    Operator op = augmented(k);
    if (op != null) {
      Expr target = singleTarget(e);
      p++;
      Expr operand = annotatedRhs();
      return new Stmt.AugAssign(target, op, operand, start, end());
    }
    return new Stmt.ExprStmt(e, start, end());
  }

  private Stmt assignment(Expr firstTarget, long start) {
    int mark = mark();
    Expr e = firstTarget;
    while (kind[p] == Token.EQUAL) {
      push(storeTarget(e));
      p++;
      if (kind[p] == Token.KW_YIELD) {
        e = yieldExpr();
        if (kind[p] == Token.EQUAL) {
          throw reject();
        }
        break;
      }
      e = starExpressions();
    }
    String comment = typeComment();
    return new Stmt.Assign(take(mark), e, comment, start, end());
  }

  private static Operator augmented(int k) {
    return switch (k) {
      case Token.PLUSEQUAL -> Operator.Add;
      case Token.MINEQUAL -> Operator.Sub;
      case Token.STAREQUAL -> Operator.Mult;
      case Token.ATEQUAL -> Operator.MatMult;
      case Token.SLASHEQUAL -> Operator.Div;
      case Token.PERCENTEQUAL -> Operator.Mod;
      case Token.AMPEREQUAL -> Operator.BitAnd;
      case Token.VBAREQUAL -> Operator.BitOr;
      case Token.CIRCUMFLEXEQUAL -> Operator.BitXor;
      case Token.LEFTSHIFTEQUAL -> Operator.LShift;
      case Token.RIGHTSHIFTEQUAL -> Operator.RShift;
      case Token.DOUBLESTAREQUAL -> Operator.Pow;
      case Token.DOUBLESLASHEQUAL -> Operator.FloorDiv;
      default -> null;
    };
  }

  private Stmt delete() {
    long start = startPos[p++];
    int mark = mark();
    push(deleteTarget(primary()));
    while (accept(Token.COMMA) && kind[p] != Token.NEWLINE && kind[p] != Token.SEMI) {
      push(deleteTarget(primary()));
    }
    if (kind[p] != Token.NEWLINE && kind[p] != Token.SEMI) {
      throw reject();
    }
    return new Stmt.Delete(take(mark), start, end());
  }

  private Stmt typeAlias() {
    long start = startPos[p++];
    int t = p;
    Expr name = new Expr.Name(expectName(), ExprContext.Store, startPos[t], endPos[t]);
    List<TypeParam> params = typeParams();
    sawTypeAlias |= !params.isEmpty();
    expect(Token.EQUAL);
    Expr aliased = expression();
    return new Stmt.TypeAlias(name, params, aliased, start, end());
  }

  /** Type parameters in square brackets (PEP 695), or none. */
  final List<TypeParam> typeParams() {
    if (!accept(Token.LSQB)) {
      return List.of();
    }
    int mark = mark();
    do {
      push(typeParam());
    } while (accept(Token.COMMA) && kind[p] != Token.RSQB);
    expect(Token.RSQB);
    return take(mark);
  }

  private TypeParam typeParam() {
    long start = startPos[p];
    if (accept(Token.STAR)) {
      String name = expectName();
      Expr defaultValue = accept(Token.EQUAL) ? starOrExpression() : null;
      return new TypeParam.TypeVarTuple(name, defaultValue, start, end());
    }
    if (accept(Token.DOUBLESTAR)) {
      String name = expectName();
      Expr defaultValue = accept(Token.EQUAL) ? expression() : null;
      return new TypeParam.ParamSpec(name, defaultValue, start, end());
    }
    String name = expectName();
    Expr bound = accept(Token.COLON) ? expression() : null;
    Expr defaultValue = accept(Token.EQUAL) ? expression() : null;
    return new TypeParam.TypeVar(name, bound, defaultValue, start, end());
  }

  private Expr starOrExpression() {
    if (kind[p] != Token.STAR) {
      return expression();
    }
    long start = startPos[p++];
    Expr starred = bitwiseOr();
    return new Expr.Starred(starred, ExprContext.Load, start, end());
  }

  private Stmt importName() {
    long start = startPos[p++];
    int mark = mark();
    do {
      long from = startPos[p];
      String name = dottedName();
      String asname = accept(Token.KW_AS) ? expectName() : null;
      push(new Alias(name, asname, from, end()));
    } while (accept(Token.COMMA));
    return new Stmt.Import(take(mark), start, end());
  }

  private String dottedName() {
    String name = expectName();
    if (kind[p] != Token.DOT) {
      return name;
    }
    StringBuilder dotted = new StringBuilder(name);
    while (accept(Token.DOT)) {
      dotted.append('.').append(expectName());
    }
    return dotted.toString().intern();
  }

  private Stmt importFrom() {
    long start = startPos[p++];
    int level = 0;
    while (kind[p] == Token.DOT || kind[p] == Token.ELLIPSIS) {
      level += kind[p++] == Token.DOT ? 1 : 3;
    }
    String module = kind[p] == Token.NAME || level == 0 ? dottedName() : null;
    expect(Token.KW_IMPORT);
    List<Alias> aliases;
    if (accept(Token.LPAR)) {
      aliases = importedNames(true);
      expect(Token.RPAR);
    } else if (kind[p] == Token.STAR) {
      long from = startPos[p++];
      aliases = List.of(new Alias("*", null, from, end()));
    } else {
      aliases = importedNames(false);
    }
    if ("__future__".equals(module) && level == 0) {
      for (Alias alias : aliases) {
        flufl |= alias.name().equals("barry_as_FLUFL");
      }
    }
    return new Stmt.ImportFrom(module, aliases, level, start, end());
  }

  private List<Alias> importedNames(boolean bracketed) {
    int mark = mark();
    do {
      if (bracketed && kind[p] == Token.RPAR && mark() > mark) {
        break;
      }
      long from = startPos[p];
      String name = expectName();
      String asname = accept(Token.KW_AS) ? expectName() : null;
      push(new Alias(name, asname, from, end()));
    } while (accept(Token.COMMA));
    return take(mark);
  }
}
