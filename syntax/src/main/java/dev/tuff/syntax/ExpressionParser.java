package dev.tuff.syntax;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.BoolOperator;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.UnaryOperator;
import java.util.List;

/**
 * Expressions by precedence. Binary operators climb: each level loops over its operators, so that a chain of ten thousand terms
 * needs no recursion.
 */
abstract class ExpressionParser extends AtomParser {
  ExpressionParser(Tokenizer in, ParseOptions options, int maxDepth) {
    super(in, options, maxDepth);
  }

  /** {@code yield} or a tuple without brackets or one expression. */
  @Override
  final Expr annotatedRhs() {
    return kind[p] == Token.KW_YIELD ? yieldExpr() : starExpressions();
  }

  @Override
  final Expr yieldExpr() {
    long start = startPos[p++];
    if (accept(Token.KW_FROM)) {
      Expr from = expression();
      return new Expr.YieldFrom(from, start, end());
    }
    Expr yielded = startsExpression() ? starExpressions() : null;
    return new Expr.Yield(yielded, start, end());
  }

  /** Whether the next token may begin an expression (or a starred one). */
  final boolean startsExpression() {
    return startsExpression(kind[p]);
  }

  static boolean startsExpression(int k) {
    return switch (k) {
      case Token.NAME, Token.NUMBER, Token.STRING, Token.FSTRING_START, Token.TSTRING_START, Token.LPAR, Token.LSQB,
          Token.LBRACE, Token.STAR,
          Token.PLUS, Token.MINUS, Token.TILDE, Token.ELLIPSIS, Token.KW_NONE, Token.KW_TRUE, Token.KW_FALSE, Token.KW_NOT,
              Token.KW_AWAIT,
          Token.KW_LAMBDA -> true;
      default -> false;
    };
  }

  final Expr starExpressions() {
    long start = startPos[p];
    Expr first = starExpression();
    if (kind[p] != Token.COMMA) {
      return first;
    }
    int mark = mark();
    push(first);
    while (accept(Token.COMMA) && startsExpression()) {
      push(starExpression());
    }
    return new Expr.Tuple(take(mark), ExprContext.Load, start, end());
  }

  private Expr starExpression() {
    if (kind[p] == Token.STAR) {
      long start = startPos[p++];
      Expr starred = bitwiseOr();
      return new Expr.Starred(starred, ExprContext.Load, start, end());
    }
    return expression();
  }

  /** One expression, or a tuple without brackets and stars. */
  final Expr expressions() {
    long start = startPos[p];
    Expr first = expression();
    if (kind[p] != Token.COMMA) {
      return first;
    }
    int mark = mark();
    push(first);
    while (accept(Token.COMMA) && kind[p] != Token.STAR && startsExpression()) {
      push(expression());
    }
    return new Expr.Tuple(take(mark), ExprContext.Load, start, end());
  }

  @Override
  final Expr namedExpression() {
    int t = p;
    if (kind[t] == Token.NAME && kind[t + 1] == Token.COLONEQUAL) {
      Expr target = new Expr.Name(names.get(value[t]), ExprContext.Store, startPos[t], endPos[t]);
      p = t + 2;
      Expr assigned = expression();
      return new Expr.NamedExpr(target, assigned, startPos[t], end());
    }
    return expression();
  }

  @Override
  final Expr expression() {
    if (kind[p] == Token.KW_LAMBDA) {
      return lambda();
    }
    long start = startPos[p];
    Expr e = disjunction();
    if (kind[p] != Token.KW_IF) {
      return e;
    }
    p++;
    Expr test = disjunction();
    expect(Token.KW_ELSE);
    enter(OPERAND);
    Expr orelse = expression();
    leave(OPERAND);
    return new Expr.IfExp(test, e, orelse, start, end());
  }

  private Expr lambda() {
    long start = startPos[p++];
    Arguments parameters = parameters(Token.COLON);
    expect(Token.COLON);
    enter(TWO);
    Expr body = expression();
    leave(TWO);
    return new Expr.Lambda(parameters, body, start, end());
  }

  @Override
  final Expr disjunction() {
    long start = startPos[p];
    Expr first = conjunction();
    if (kind[p] != Token.KW_OR) {
      return first;
    }
    int mark = mark();
    push(first);
    while (accept(Token.KW_OR)) {
      push(conjunction());
    }
    return new Expr.BoolOp(BoolOperator.Or, take(mark), start, end());
  }

  private Expr conjunction() {
    long start = startPos[p];
    Expr first = inversion();
    if (kind[p] != Token.KW_AND) {
      return first;
    }
    int mark = mark();
    push(first);
    while (accept(Token.KW_AND)) {
      push(inversion());
    }
    return new Expr.BoolOp(BoolOperator.And, take(mark), start, end());
  }

  private Expr inversion() {
    if (kind[p] == Token.KW_NOT) {
      long start = startPos[p++];
      enter(OPERAND);
      Expr operand = inversion();
      leave(OPERAND);
      return new Expr.UnaryOp(UnaryOperator.Not, operand, start, end());
    }
    return comparison();
  }

  private Expr comparison() {
    long start = startPos[p];
    Expr left = bitwiseOr();
    CmpOperator op = comparator();
    if (op == null) {
      return left;
    }
    Expr right = bitwiseOr();
    CmpOperator next = comparator();
    if (next == null) {
      return new Expr.Compare(left, List.of(op), List.of(right), start, end());
    }
    int mark = mark();
    int count = 1;
    push(op);
    push(right);
    while (next != null) {
      push(next);
      push(bitwiseOr());
      count++;
      next = comparator();
    }
    List<Object> chain = take(mark);
    CmpOperator[] ops = new CmpOperator[count];
    Expr[] comparators = new Expr[count];
    for (int i = 0; i < count; i++) {
      ops[i] = (CmpOperator) chain.get(2 * i);
      comparators[i] = (Expr) chain.get(2 * i + 1);
    }
    return new Expr.Compare(left, List.of(ops), List.of(comparators), start, end());
  }

  /** Takes a comparison operator, or gives null. */
  private CmpOperator comparator() {
    int k = kind[p];
    if (k < Token.LESS || k > Token.GREATEREQUAL && k < Token.FIRST_KEYWORD) {
      return null;
    }
    switch (k) {
      case Token.EQEQUAL -> {
        p++;
        return CmpOperator.Eq;
      }
      case Token.NOTEQUAL -> {
        // PEP 401: with barry_as_FLUFL the operator is <>, else !=.
        boolean angular = text[in.tokens.start[p]] == '<';
        if (angular != flufl()) {
          throw reject();
        }
        p++;
        return CmpOperator.NotEq;
      }
      case Token.LESS -> {
        p++;
        if (kind[p] == Token.GREATER && flufl() && in.tokens.start[p] == in.tokens.end[p - 1]) {
          // The tokenizer was past this place when the import that changes it was parsed.
          p++;
          return CmpOperator.NotEq;
        }
        return CmpOperator.Lt;
      }
      case Token.LESSEQUAL -> {
        p++;
        return CmpOperator.LtE;
      }
      case Token.GREATER -> {
        p++;
        return CmpOperator.Gt;
      }
      case Token.GREATEREQUAL -> {
        p++;
        return CmpOperator.GtE;
      }
      case Token.KW_IN -> {
        p++;
        return CmpOperator.In;
      }
      case Token.KW_NOT -> {
        if (kind[p + 1] != Token.KW_IN) {
          return null;
        }
        p += 2;
        return CmpOperator.NotIn;
      }
      case Token.KW_IS -> {
        p++;
        return accept(Token.KW_NOT) ? CmpOperator.IsNot : CmpOperator.Is;
      }
      default -> {
        return null;
      }
    }
  }

  /** Whether {@code barry_as_FLUFL} is in force here. */
  abstract boolean flufl();

  @Override
  final Expr bitwiseOr() {
    return binary(1);
  }

  /** Operators of at least this precedence, all of them left-associative. */
  private Expr binary(int least) {
    long start = startPos[p];
    Expr left = factor();
    while (true) {
      int k = kind[p];
      if (k > Token.AT) {
        return left;
      }
      int precedence = PRECEDENCE[k];
      if (precedence < least) {
        return left;
      }
      p++;
      Expr right = binary(precedence + 1);
      left = new Expr.BinOp(left, operator(k), right, start, end());
    }
  }

  /** By token: 0 for what is no binary operator, so that it ends every level. */
  private static final byte[] PRECEDENCE = new byte[Token.AT + 1];

  static {
    PRECEDENCE[Token.VBAR] = 1;
    PRECEDENCE[Token.CIRCUMFLEX] = 2;
    PRECEDENCE[Token.AMPER] = 3;
    PRECEDENCE[Token.LEFTSHIFT] = 4;
    PRECEDENCE[Token.RIGHTSHIFT] = 4;
    PRECEDENCE[Token.PLUS] = 5;
    PRECEDENCE[Token.MINUS] = 5;
    PRECEDENCE[Token.STAR] = 6;
    PRECEDENCE[Token.SLASH] = 6;
    PRECEDENCE[Token.DOUBLESLASH] = 6;
    PRECEDENCE[Token.PERCENT] = 6;
    PRECEDENCE[Token.AT] = 6;
  }

  private static Operator operator(int k) {
    return switch (k) {
      case Token.VBAR -> Operator.BitOr;
      case Token.CIRCUMFLEX -> Operator.BitXor;
      case Token.AMPER -> Operator.BitAnd;
      case Token.LEFTSHIFT -> Operator.LShift;
      case Token.RIGHTSHIFT -> Operator.RShift;
      case Token.PLUS -> Operator.Add;
      case Token.MINUS -> Operator.Sub;
      case Token.STAR -> Operator.Mult;
      case Token.SLASH -> Operator.Div;
      case Token.DOUBLESLASH -> Operator.FloorDiv;
      case Token.PERCENT -> Operator.Mod;
      default -> Operator.MatMult;
    };
  }

  private Expr factor() {
    UnaryOperator op =
        switch (kind[p]) {
          case Token.MINUS -> UnaryOperator.USub;
          case Token.PLUS -> UnaryOperator.UAdd;
          case Token.TILDE -> UnaryOperator.Invert;
          default -> null;
        };
    if (op == null) {
      return power();
    }
    long start = startPos[p++];
    enter(OPERAND);
    Expr operand = factor();
    leave(OPERAND);
    return new Expr.UnaryOp(op, operand, start, end());
  }

  private Expr power() {
    long start = startPos[p];
    Expr base = kind[p] == Token.KW_AWAIT ? await() : primary();
    if (kind[p] != Token.DOUBLESTAR) {
      return base;
    }
    p++;
    enter(TWO);
    Expr exponent = factor();
    leave(TWO);
    return new Expr.BinOp(base, Operator.Pow, exponent, start, end());
  }

  private Expr await() {
    long start = startPos[p++];
    Expr awaited = primary();
    return new Expr.Await(awaited, start, end());
  }

  /** The parameters of a lambda (up to a colon) or of a function (up to a bracket), which alone have annotations. */
  final Arguments parameters(int closer) {
    ParameterList list = new ParameterList();
    boolean annotated = closer == Token.RPAR;
    while (kind[p] != closer) {
      long start = startPos[p];
      if (accept(Token.SLASH)) {
        list.slash();
      } else if (accept(Token.STAR)) {
        list.star();
        if (kind[p] != Token.COMMA) {
          long from = startPos[p];
          String name = expectName();
          Expr annotation = null;
          if (annotated && accept(Token.COLON)) {
            annotation = starExpression();
          }
          list.vararg(new Arg(name, annotation, null, from, end()));
        }
      } else if (accept(Token.DOUBLESTAR)) {
        long from = startPos[p];
        String name = expectName();
        Expr annotation = annotated && accept(Token.COLON) ? expression() : null;
        list.kwarg(new Arg(name, annotation, null, from, end()));
      } else {
        String name = expectName();
        Expr annotation = annotated && accept(Token.COLON) ? expression() : null;
        Arg arg = new Arg(name, annotation, null, start, end());
        list.add(arg, accept(Token.EQUAL) ? expression() : null);
      }
      boolean comma = accept(Token.COMMA);
      if (kind[p] == Token.TYPE_COMMENT) {
        list.comment(typeComment());
      }
      if (!comma) {
        break;
      }
    }
    if (kind[p] != closer) {
      throw reject();
    }
    return list.finish();
  }

  /** Takes a type comment if there is one. */
  final String typeComment() {
    if (kind[p] != Token.TYPE_COMMENT) {
      return null;
    }
    int t = p++;
    return new String(text, in.tokens.start[t], in.tokens.end[t] - in.tokens.start[t]);
  }
}
