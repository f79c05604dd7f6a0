package dev.tuff.syntax;

import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Atoms and what may follow them: brackets of all kinds with their displays and comprehensions, attributes, calls, subscripts.
 */
abstract class AtomParser extends LiteralParser {
  AtomParser(Tokenizer in, ParseOptions options, int maxDepth) {
    super(in, options, maxDepth);
  }

  abstract Expr expression();

  abstract Expr namedExpression();

  abstract Expr disjunction();

  abstract Expr bitwiseOr();

  abstract Expr yieldExpr();

  /** An atom with all its attributes, calls and subscripts. */
  final Expr primary() {
    long start = startPos[p];
    Expr e = atom();
    while (true) {
      switch (kind[p]) {
        case Token.DOT -> {
          p++;
          String name = expectName();
          e = new Expr.Attribute(e, name, ExprContext.Load, start, end());
        }
        case Token.LPAR -> e = call(e, start);
        case Token.LSQB -> {
          p++;
          enter(TRAILER);
          Expr slice = slices();
          leave(TRAILER);
          expect(Token.RSQB);
          e = new Expr.Subscript(e, slice, ExprContext.Load, start, end());
        }
        default -> {
          return e;
        }
      }
    }
  }

  private Expr atom() {
    int t = p;
    switch (kind[t]) {
      case Token.NAME -> {
        p = t + 1;
        return new Expr.Name(names.get(value[t]), ExprContext.Load, startPos[t], endPos[t]);
      }
      case Token.NUMBER -> {
        return number();
      }
      case Token.STRING, Token.FSTRING_START, Token.TSTRING_START -> {
        return strings();
      }
      case Token.LPAR -> {
        return parenthesized();
      }
      case Token.LSQB -> {
        return listDisplay();
      }
      case Token.LBRACE -> {
        return braces();
      }
      case Token.KW_NONE -> {
        return constant(Const.None.NONE);
      }
      case Token.KW_TRUE -> {
        return constant(Boolean.TRUE);
      }
      case Token.KW_FALSE -> {
        return constant(Boolean.FALSE);
      }
      case Token.ELLIPSIS -> {
        return constant(Const.Ellipsis.ELLIPSIS);
      }
      default -> throw reject();
    }
  }

  private Expr constant(Object constant) {
    int t = p++;
    return new Expr.Constant(constant, null, startPos[t], endPos[t]);
  }

  /** A tuple, a generator expression, or any expression in brackets. */
  private Expr parenthesized() {
    long start = startPos[p++];
    if (accept(Token.RPAR)) {
      return new Expr.Tuple(List.of(), ExprContext.Load, start, end());
    }
    enter(GROUP);
    Expr result;
    if (kind[p] == Token.KW_YIELD) {
      result = yieldExpr();
      expect(Token.RPAR);
    } else {
      Expr first = starNamedExpression();
      if (kind[p] == Token.COMMA) {
        int mark = mark();
        push(first);
        starNamedTail(Token.RPAR);
        expect(Token.RPAR);
        result = new Expr.Tuple(take(mark), ExprContext.Load, start, end());
      } else if (first instanceof Expr.Starred) {
        throw reject();
      } else if (atComprehension()) {
        List<Comprehension> generators = comprehensions();
        expect(Token.RPAR);
        result = new Expr.GeneratorExp(first, generators, start, end());
      } else {
        expect(Token.RPAR);
        result = first;
      }
    }
    leave(GROUP);
    return result;
  }

  /** The rest of a comma list, each item pushed; stops before {@code closer}. */
  private void starNamedTail(int closer) {
    while (accept(Token.COMMA)) {
      if (kind[p] == closer) {
        return;
      }
      push(starNamedExpression());
    }
  }

  final Expr starNamedExpression() {
    if (kind[p] == Token.STAR) {
      long start = startPos[p++];
      Expr value = bitwiseOr();
      return new Expr.Starred(value, ExprContext.Load, start, end());
    }
    return namedExpression();
  }

  final boolean atComprehension() {
    return kind[p] == Token.KW_FOR || kind[p] == Token.KW_ASYNC;
  }

  private List<Comprehension> comprehensions() {
    int mark = mark();
    while (atComprehension()) {
      boolean async = accept(Token.KW_ASYNC);
      expect(Token.KW_FOR);
      Expr target = starTargets();
      expect(Token.KW_IN);
      Expr iter = disjunction();
      int ifs = mark();
      while (accept(Token.KW_IF)) {
        push(disjunction());
      }
      List<Expr> conditions = take(ifs);
      push(new Comprehension(target, iter, conditions, async));
    }
    return take(mark);
  }

  /** The targets of a loop: one, or a tuple without brackets. */
  final Expr starTargets() {
    long start = startPos[p];
    Expr first = starTarget();
    if (kind[p] != Token.COMMA) {
      return first;
    }
    int mark = mark();
    push(first);
    while (accept(Token.COMMA)) {
      if (!startsTarget()) {
        break;
      }
      push(starTarget());
    }
    return new Expr.Tuple(take(mark), ExprContext.Store, start, end());
  }

  private boolean startsTarget() {
    return switch (kind[p]) {
      case Token.NAME, Token.STAR, Token.LPAR, Token.LSQB, Token.LBRACE, Token.STRING, Token.FSTRING_START, Token.TSTRING_START,
          Token.NUMBER,
          Token.KW_NONE, Token.KW_TRUE, Token.KW_FALSE, Token.ELLIPSIS -> true;
      default -> false;
    };
  }

  final Expr starTarget() {
    if (kind[p] == Token.STAR) {
      long start = startPos[p++];
      Expr value = storeTarget(primary());
      return new Expr.Starred(value, ExprContext.Store, start, end());
    }
    return storeTarget(primary());
  }

  private Expr listDisplay() {
    long start = startPos[p++];
    if (accept(Token.RSQB)) {
      return new Expr.ListExpr(List.of(), ExprContext.Load, start, end());
    }
    enter(DISPLAY);
    Expr first = starNamedExpression();
    if (atComprehension() && !(first instanceof Expr.Starred)) {
      List<Comprehension> generators = comprehensions();
      leave(DISPLAY);
      expect(Token.RSQB);
      return new Expr.ListComp(first, generators, start, end());
    }
    int mark = mark();
    push(first);
    starNamedTail(Token.RSQB);
    leave(DISPLAY);
    expect(Token.RSQB);
    return new Expr.ListExpr(take(mark), ExprContext.Load, start, end());
  }

  /** A dict or a set. */
  private Expr braces() {
    long start = startPos[p++];
    if (accept(Token.RBRACE)) {
      return new Expr.Dict(List.of(), List.of(), start, end());
    }
    enter(DISPLAY);
    Expr result;
    if (kind[p] == Token.DOUBLESTAR) {
      result = dictTail(start, null, null);
    } else {
      boolean named = kind[p] == Token.NAME && kind[p + 1] == Token.COLONEQUAL;
      Expr first = starNamedExpression();
      if (kind[p] == Token.COLON && !named && !(first instanceof Expr.Starred)) {
        p++;
        Expr firstValue = expression();
        if (atComprehension()) {
          List<Comprehension> generators = comprehensions();
          expect(Token.RBRACE);
          result = new Expr.DictComp(first, firstValue, generators, start, end());
        } else {
          result = dictTail(start, first, firstValue);
        }
      } else if (atComprehension() && !(first instanceof Expr.Starred)) {
        List<Comprehension> generators = comprehensions();
        expect(Token.RBRACE);
        result = new Expr.SetComp(first, generators, start, end());
      } else {
        int mark = mark();
        push(first);
        starNamedTail(Token.RBRACE);
        expect(Token.RBRACE);
        result = new Expr.Set(take(mark), start, end());
      }
    }
    leave(DISPLAY);
    return result;
  }

  private Expr dictTail(long start, Expr firstKey, Expr firstValue) {
    int mark = mark();
    if (firstValue != null) {
      push(firstKey);
      push(firstValue);
    } else {
      pair();
    }
    while (accept(Token.COMMA) && kind[p] != Token.RBRACE) {
      pair();
    }
    expect(Token.RBRACE);
    List<Expr> pairs = take(mark);
    int n = pairs.size() / 2;
    Expr[] keys = new Expr[n];
    Expr[] values = new Expr[n];
    for (int i = 0; i < n; i++) {
      keys[i] = pairs.get(2 * i);
      values[i] = pairs.get(2 * i + 1);
    }
    return new Expr.Dict(Arrays.asList(keys), List.of(values), start, end());
  }

  /** A key and its value, pushed; the key of {@code **mapping} is null. */
  private void pair() {
    if (accept(Token.DOUBLESTAR)) {
      push(null);
      push(bitwiseOr());
      return;
    }
    push(expression());
    expect(Token.COLON);
    push(expression());
  }

  private Expr slices() {
    long start = startPos[p];
    Expr first = slice();
    if (kind[p] != Token.COMMA && !(first instanceof Expr.Starred)) {
      return first;
    }
    int mark = mark();
    push(first);
    while (accept(Token.COMMA) && kind[p] != Token.RSQB) {
      push(slice());
    }
    return new Expr.Tuple(take(mark), ExprContext.Load, start, end());
  }

  private Expr slice() {
    long start = startPos[p];
    Expr lower = null;
    if (kind[p] == Token.STAR) {
      p++;
      Expr starred = expression();
      return new Expr.Starred(starred, ExprContext.Load, start, end());
    }
    if (kind[p] != Token.COLON) {
      int first = p;
      lower = namedExpression();
      if (kind[p] != Token.COLON) {
        return lower;
      }
      if (kind[first] == Token.NAME && kind[first + 1] == Token.COLONEQUAL) {
        throw reject();
      }
    }
    p++;
    Expr upper = atSlicePart() ? expression() : null;
    Expr step = null;
    if (accept(Token.COLON)) {
      step = atSlicePart() ? expression() : null;
    }
    return new Expr.Slice(lower, upper, step, start, end());
  }

  private boolean atSlicePart() {
    int k = kind[p];
    return k != Token.COLON && k != Token.COMMA && k != Token.RSQB;
  }

  private Expr call(Expr func, long start) {
    int open = p++;
    if (accept(Token.RPAR)) {
      return new Expr.Call(func, List.of(), List.of(), start, end());
    }
    enter(TRAILER);
    // A generator expression may be the only argument without brackets of its own: then those of the call are its.
    int k = kind[p];
    if (k != Token.STAR && k != Token.DOUBLESTAR && !(k == Token.NAME && kind[p + 1] == Token.EQUAL)) {
      Expr first = namedExpression();
      if (atComprehension()) {
        List<Comprehension> generators = comprehensions();
        expect(Token.RPAR);
        leave(TRAILER);
        Expr generator = new Expr.GeneratorExp(first, generators, startPos[open], end());
        return new Expr.Call(func, List.of(generator), List.of(), start, end());
      }
      if (accept(Token.RPAR)) {
        leave(TRAILER);
        return new Expr.Call(func, List.of(first), List.of(), start, end());
      }
      expect(Token.COMMA);
      CallArguments arguments = arguments(first);
      leave(TRAILER);
      return new Expr.Call(func, arguments.args, arguments.keywords, start, end());
    }
    CallArguments arguments = arguments(null);
    leave(TRAILER);
    return new Expr.Call(func, arguments.args, arguments.keywords, start, end());
  }

  /** The arguments of a call or the bases of a class. */
  static final class CallArguments {
    List<Expr> args = List.of();
    List<Keyword> keywords = List.of();
  }

  /** CallArguments up to and including the closing bracket; {@code first} has been parsed with its comma. */
  final CallArguments arguments(Expr first) {
    CallArguments result = new CallArguments();
    int mark = mark();
    if (first != null) {
      push(first);
    }
    // Order: positional and starred, then also keywords but no plain positional, then neither starred after **.
    boolean keywords = false;
    boolean doubleStarred = false;
    ArrayList<Keyword> named = null;
    while (kind[p] != Token.RPAR) {
      long start = startPos[p];
      if (kind[p] == Token.NAME && kind[p + 1] == Token.EQUAL) {
        String name = names.get(value[p]);
        p += 2;
        Expr argument = expression();
        named = add(named, new Keyword(name, argument, start, end()));
        keywords = true;
      } else if (accept(Token.DOUBLESTAR)) {
        Expr argument = expression();
        named = add(named, new Keyword(null, argument, start, end()));
        doubleStarred = true;
        keywords = true;
      } else if (kind[p] == Token.STAR && !doubleStarred) {
        p++;
        Expr argument = expression();
        push(new Expr.Starred(argument, ExprContext.Load, start, end()));
      } else if (!keywords) {
        push(namedExpression());
      } else {
        throw reject();
      }
      if (!accept(Token.COMMA)) {
        break;
      }
    }
    expect(Token.RPAR);
    result.args = take(mark);
    if (named != null) {
      result.keywords = named;
    }
    return result;
  }

  private static ArrayList<Keyword> add(ArrayList<Keyword> list, Keyword keyword) {
    ArrayList<Keyword> to = list == null ? new ArrayList<>(4) : list;
    to.add(keyword);
    return to;
  }
}
