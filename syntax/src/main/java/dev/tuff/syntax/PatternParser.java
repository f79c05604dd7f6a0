package dev.tuff.syntax;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.Pattern;
import dev.tuff.syntax.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/** The patterns of {@code case} (PEP 634). */
abstract class PatternParser extends ExpressionParser {
  PatternParser(Tokenizer in, ParseOptions options, int maxDepth) {
    super(in, options, maxDepth);
  }

  /** What stands behind {@code case}: one pattern, or a sequence without brackets. */
  final Pattern patterns() {
    long start = startPos[p];
    Pattern first = maybeStar();
    if (kind[p] != Token.COMMA) {
      if (first instanceof Pattern.MatchStar) {
        throw reject();
      }
      return first;
    }
    int mark = mark();
    push(first);
    while (accept(Token.COMMA) && kind[p] != Token.COLON && kind[p] != Token.KW_IF) {
      push(maybeStar());
    }
    return new Pattern.MatchSequence(take(mark), start, end());
  }

  private Pattern maybeStar() {
    if (kind[p] != Token.STAR) {
      return pattern();
    }
    long start = startPos[p++];
    String name = captureName();
    return new Pattern.MatchStar(name, start, end());
  }

  /** A name to bind, or null for {@code _}. */
  private String captureName() {
    boolean wildcard = atSoftKeyword(Token.ID_UNDERSCORE);
    String name = expectName();
    int k = kind[p];
    if (!wildcard && (k == Token.DOT || k == Token.LPAR || k == Token.EQUAL)) {
      throw reject();
    }
    return wildcard ? null : name;
  }

  private Pattern pattern() {
    long start = startPos[p];
    enter(TWO);
    Pattern inner = orPattern();
    leave(TWO);
    if (!accept(Token.KW_AS)) {
      return inner;
    }
    String name = captureName();
    if (name == null) {
      throw reject();
    }
    return new Pattern.MatchAs(inner, name, start, end());
  }

  private Pattern orPattern() {
    long start = startPos[p];
    Pattern first = closed();
    if (kind[p] != Token.VBAR) {
      return first;
    }
    int mark = mark();
    push(first);
    while (accept(Token.VBAR)) {
      push(closed());
    }
    return new Pattern.MatchOr(take(mark), start, end());
  }

  private Pattern closed() {
    long start = startPos[p];
    switch (kind[p]) {
      case Token.NUMBER, Token.MINUS, Token.STRING, Token.FSTRING_START, Token.TSTRING_START -> {
        Expr literal = literal();
        return new Pattern.MatchValue(literal, start, end());
      }
      case Token.KW_NONE -> {
        p++;
        return new Pattern.MatchSingleton(Const.None.NONE, start, end());
      }
      case Token.KW_TRUE -> {
        p++;
        return new Pattern.MatchSingleton(Boolean.TRUE, start, end());
      }
      case Token.KW_FALSE -> {
        p++;
        return new Pattern.MatchSingleton(Boolean.FALSE, start, end());
      }
      case Token.NAME -> {
        return named(start);
      }
      case Token.LPAR -> {
        return bracketed(start, Token.RPAR);
      }
      case Token.LSQB -> {
        return bracketed(start, Token.RSQB);
      }
      case Token.LBRACE -> {
        return mapping(start);
      }
      default -> throw reject();
    }
  }

  /** A capture, a wildcard, a value or a class. */
  private Pattern named(long start) {
    if (atSoftKeyword(Token.ID_UNDERSCORE)) {
      // Always the wildcard: no attribute of it and no class of that name is meant.
      p++;
      return new Pattern.MatchAs(null, null, start, end());
    }
    int next = kind[p + 1];
    if (next != Token.DOT && next != Token.LPAR) {
      if (next == Token.EQUAL) {
        throw reject();
      }
      String name = expectName();
      return new Pattern.MatchAs(null, name, start, end());
    }
    Expr e = nameOrAttribute();
    if (kind[p] == Token.LPAR) {
      return classPattern(e, start);
    }
    return new Pattern.MatchValue(e, start, end());
  }

  private Expr nameOrAttribute() {
    long start = startPos[p];
    Expr e = new Expr.Name(expectName(), ExprContext.Load, start, endPos[p - 1]);
    while (accept(Token.DOT)) {
      String name = expectName();
      e = new Expr.Attribute(e, name, ExprContext.Load, start, end());
    }
    return e;
  }

  /** A string, or a number that may have a sign and an imaginary part. */
  private Expr literal() {
    int k = kind[p];
    if (k == Token.STRING || k == Token.FSTRING_START || k == Token.TSTRING_START) {
      return strings();
    }
    if (k != Token.NUMBER && k != Token.MINUS) {
      throw reject();
    }
    long start = startPos[p];
    Expr real = signedNumber();
    if (kind[p] != Token.PLUS && kind[p] != Token.MINUS) {
      return real;
    }
    Operator op = kind[p++] == Token.PLUS ? Operator.Add : Operator.Sub;
    if (kind[p] != Token.NUMBER || isComplex(real)) {
      throw reject();
    }
    Expr imaginary = number();
    if (!isComplex(imaginary)) {
      throw reject();
    }
    return new Expr.BinOp(real, op, imaginary, start, end());
  }

  private static boolean isComplex(Expr e) {
    Expr operand = e instanceof Expr.UnaryOp u ? u.operand() : e;
    return ((Expr.Constant) operand).value() instanceof Const.Complex;
  }

  private Expr signedNumber() {
    long start = startPos[p];
    boolean minus = accept(Token.MINUS);
    if (kind[p] != Token.NUMBER) {
      throw reject();
    }
    Expr number = number();
    return minus ? new Expr.UnaryOp(UnaryOperator.USub, number, start, end()) : number;
  }

  /** A sequence, or in round brackets without a comma just a pattern. */
  private Pattern bracketed(long start, int closer) {
    p++;
    enter(PATTERN);
    int mark = mark();
    boolean comma = false;
    while (kind[p] != closer) {
      push(maybeStar());
      if (!accept(Token.COMMA)) {
        break;
      }
      comma = true;
    }
    expect(closer);
    leave(PATTERN);
    List<Pattern> items = take(mark);
    if (closer == Token.RPAR && !comma && items.size() == 1) {
      if (items.get(0) instanceof Pattern.MatchStar) {
        throw reject();
      }
      return items.get(0);
    }
    return new Pattern.MatchSequence(items, start, end());
  }

  private Pattern mapping(long start) {
    p++;
    enter(PATTERN);
    List<Expr> keys = new ArrayList<>();
    List<Pattern> values = new ArrayList<>();
    String rest = null;
    while (kind[p] != Token.RBRACE) {
      if (accept(Token.DOUBLESTAR)) {
        rest = captureName();
        if (rest == null) {
          throw reject();
        }
        accept(Token.COMMA);
        break;
      }
      keys.add(key());
      expect(Token.COLON);
      values.add(pattern());
      if (!accept(Token.COMMA)) {
        break;
      }
    }
    expect(Token.RBRACE);
    leave(PATTERN);
    return new Pattern.MatchMapping(keys, values, rest, start, end());
  }

  private Expr key() {
    int t = p;
    Object singleton =
        switch (kind[t]) {
          case Token.KW_NONE -> Const.None.NONE;
          case Token.KW_TRUE -> Boolean.TRUE;
          case Token.KW_FALSE -> Boolean.FALSE;
          default -> null;
        };
    if (singleton != null) {
      p++;
      return new Expr.Constant(singleton, null, startPos[t], endPos[t]);
    }
    if (kind[t] == Token.NAME) {
      if (kind[t + 1] != Token.DOT) {
        throw reject();
      }
      return nameOrAttribute();
    }
    return literal();
  }

  private Pattern classPattern(Expr cls, long start) {
    p++;
    enter(PATTERN);
    int mark = mark();
    List<String> keywords = new ArrayList<>();
    List<Pattern> keywordPatterns = new ArrayList<>();
    while (kind[p] != Token.RPAR) {
      if (kind[p] == Token.NAME && kind[p + 1] == Token.EQUAL) {
        keywords.add(expectName());
        p++;
        keywordPatterns.add(pattern());
      } else if (keywords.isEmpty()) {
        push(pattern());
      } else {
        throw reject();
      }
      if (!accept(Token.COMMA)) {
        break;
      }
    }
    expect(Token.RPAR);
    leave(PATTERN);
    return new Pattern.MatchClass(cls, take(mark), keywords, keywordPatterns, start, end());
  }
}
