package dev.tuff.syntax;

import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Pattern;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import dev.tuff.syntax.ast.WithItem;
import java.util.ArrayList;
import java.util.List;

/** Statements that hold others, and whole sources. */
final class StatementParser extends SimpleStatementParser {
  StatementParser(Tokenizer in, ParseOptions options, int maxDepth) {
    super(in, options, maxDepth);
  }

  /** The tokens where the last two compound statements of the file began, and the last statement of all. */
  private int lastCompound = -1;

  private int compoundBefore = -1;

  private int lastStatement;

  Mod file() {
    int mark = mark();
    while (kind[p] != Token.ENDMARKER) {
      lastStatement = p;
      Stmt compound = compoundOrNull();
      if (compound != null) {
        push(compound);
        compoundBefore = lastCompound;
        lastCompound = lastStatement;
      } else {
        simpleStatements();
      }
    }
    List<Stmt> body = take(mark);
    return new Mod.Module(body, List.copyOf(in.typeIgnores));
  }

  /**
   * From which token on the source must be read again to find what is wrong. What was parsed before it is right. The last
   * compound statement may be wrong by what follows it, an {@code elif} behind {@code else}; and the one before it is wanted
   * because suggestions speak of it.
   */
  int suspect() {
    if (sawTypeAlias) {
      return 0;
    }
    return compoundBefore >= 0 ? compoundBefore : lastCompound >= 0 ? lastCompound : lastStatement;
  }

  /** One interactive statement. */
  Mod interactive() {
    if (kind[p] == Token.NEWLINE) {
      long start = startPos[p++];
      return new Mod.Interactive(List.of(new Stmt.Pass(start, start)));
    }
    int mark = mark();
    Stmt compound = compoundOrNull();
    if (compound != null) {
      push(compound);
      expect(Token.NEWLINE);
    } else {
      simpleStatements();
    }
    return new Mod.Interactive(take(mark));
  }

  Mod eval() {
    Expr body = expressions();
    end(body);
    return new Mod.Expression(body);
  }

  private void end(Expr body) {
    while (accept(Token.NEWLINE)) {}
    expect(Token.ENDMARKER);
  }

  /** A type comment of a function: {@code (int, *str) -> None}. */
  Mod functionType() {
    expect(Token.LPAR);
    int mark = mark();
    boolean starred = false;
    while (kind[p] != Token.RPAR) {
      if (accept(Token.DOUBLESTAR)) {
        push(expression());
        break;
      }
      boolean star = accept(Token.STAR);
      if (star && starred) {
        throw reject();
      }
      starred |= star;
      push(expression());
      if (kind[p] == Token.RPAR) {
        break;
      }
      expect(Token.COMMA);
      if (kind[p] == Token.RPAR || starred && kind[p] != Token.DOUBLESTAR) {
        throw reject();
      }
    }
    expect(Token.RPAR);
    expect(Token.RARROW);
    Expr returns = expression();
    end(returns);
    return new Mod.FunctionType(take(mark), returns);
  }

  /** One compound statement or one line of simple ones, pushed. */
  private void statement() {
    Stmt compound = compoundOrNull();
    if (compound != null) {
      push(compound);
    } else {
      simpleStatements();
    }
  }

  private Stmt compoundOrNull() {
    long start = startPos[p];
    switch (kind[p]) {
      case Token.KW_IF -> {
        return ifStatement();
      }
      case Token.KW_DEF -> {
        return functionDef(List.of(), start, false);
      }
      case Token.KW_CLASS -> {
        return classDef(List.of());
      }
      case Token.AT -> {
        return decorated();
      }
      case Token.KW_FOR -> {
        return forStatement(start, false);
      }
      case Token.KW_WHILE -> {
        return whileStatement();
      }
      case Token.KW_TRY -> {
        return tryStatement();
      }
      case Token.KW_WITH -> {
        return withStatement(start, false);
      }
      case Token.KW_ASYNC -> {
        p++;
        return switch (kind[p]) {
          case Token.KW_DEF -> functionDef(List.of(), start, true);
          case Token.KW_FOR -> forStatement(start, true);
          case Token.KW_WITH -> withStatement(start, true);
          default -> throw reject();
        };
      }
      case Token.NAME -> {
        return value[p] == Token.ID_MATCH && startsExpression(kind[p + 1]) ? matchOrNull() : null;
      }
      default -> {
        return null;
      }
    }
  }

  /** What follows a colon: an indented block, or statements in the same line. */
  private List<Stmt> block() {
    int mark = mark();
    if (accept(Token.NEWLINE)) {
      expect(Token.INDENT);
      enter(BLOCK);
      do {
        statement();
      } while (kind[p] != Token.DEDENT && kind[p] != Token.ENDMARKER);
      leave(BLOCK);
      expect(Token.DEDENT);
    } else {
      simpleStatements();
    }
    return take(mark);
  }

  private List<Stmt> colonBlock() {
    expect(Token.COLON);
    return block();
  }

  private List<Stmt> elseBlock() {
    return accept(Token.KW_ELSE) ? colonBlock() : List.of();
  }

  /** {@code elif} is an {@code if} in the {@code else}: built from the last one back, since there may be thousands. */
  private Stmt ifStatement() {
    List<Long> starts = new ArrayList<>(2);
    List<Expr> tests = new ArrayList<>(2);
    List<List<Stmt>> bodies = new ArrayList<>(2);
    do {
      starts.add(startPos[p++]);
      tests.add(namedExpression());
      bodies.add(colonBlock());
    } while (kind[p] == Token.KW_ELIF);
    List<Stmt> orelse = elseBlock();
    long end = blockEnd();
    for (int i = starts.size() - 1; i > 0; i--) {
      orelse = List.of(new Stmt.If(tests.get(i), bodies.get(i), orelse, starts.get(i), end));
    }
    return new Stmt.If(tests.get(0), bodies.get(0), orelse, starts.get(0), end);
  }

  private Stmt whileStatement() {
    long start = startPos[p++];
    Expr test = namedExpression();
    List<Stmt> body = colonBlock();
    List<Stmt> orelse = elseBlock();
    return new Stmt.While(test, body, orelse, start, blockEnd());
  }

  private Stmt forStatement(long start, boolean async) {
    p++;
    Expr target = starTargets();
    expect(Token.KW_IN);
    Expr iter = starExpressions();
    expect(Token.COLON);
    String comment = typeComment();
    List<Stmt> body = block();
    List<Stmt> orelse = elseBlock();
    return async
        ? new Stmt.AsyncFor(target, iter, body, orelse, comment, start, blockEnd())
        : new Stmt.For(target, iter, body, orelse, comment, start, blockEnd());
  }

  private Stmt withStatement(long start, boolean async) {
    p++;
    List<WithItem> items = null;
    if (kind[p] == Token.LPAR) {
      items = bracketedItemsOrNull();
    }
    if (items == null) {
      int mark = mark();
      do {
        push(withItem());
      } while (accept(Token.COMMA));
      items = take(mark);
      expect(Token.COLON);
    }
    String comment = typeComment();
    List<Stmt> body = block();
    return async ? new Stmt.AsyncWith(items, body, comment, start, blockEnd())
        : new Stmt.With(items, body, comment, start, blockEnd());
  }

  /** The bracket may hold the items, or belong to the first of them: only what follows it tells. Takes the colon. */
  private List<WithItem> bracketedItemsOrNull() {
    int token = p;
    int depth = savedDepth();
    int mark = mark();
    try {
      p++;
      do {
        if (kind[p] == Token.RPAR && mark() > mark) {
          break;
        }
        push(withItem());
      } while (accept(Token.COMMA));
      expect(Token.RPAR);
      expect(Token.COLON);
      return take(mark);
    } catch (Reject e) {
      restore(token, depth, mark);
      return null;
    }
  }

  private WithItem withItem() {
    Expr context = expression();
    Expr target = null;
    if (accept(Token.KW_AS)) {
      target = starTarget();
      int k = kind[p];
      if (k != Token.COMMA && k != Token.RPAR && k != Token.COLON) {
        throw reject();
      }
    }
    return new WithItem(context, target);
  }

  private Stmt tryStatement() {
    long start = startPos[p++];
    List<Stmt> body = colonBlock();
    boolean star = kind[p] == Token.KW_EXCEPT && kind[p + 1] == Token.STAR;
    int mark = mark();
    while (kind[p] == Token.KW_EXCEPT) {
      push(handler(star));
    }
    List<ExceptHandler> handlers = take(mark);
    List<Stmt> orelse = handlers.isEmpty() ? List.of() : elseBlock();
    List<Stmt> finalbody = List.of();
    if (accept(Token.KW_FINALLY)) {
      finalbody = colonBlock();
    } else if (handlers.isEmpty()) {
      throw reject();
    }
    return star
        ? new Stmt.TryStar(body, handlers, orelse, finalbody, start, blockEnd())
        : new Stmt.Try(body, handlers, orelse, finalbody, start, blockEnd());
  }

  private ExceptHandler handler(boolean star) {
    long start = startPos[p++];
    if (accept(Token.STAR) != star) {
      throw reject();
    }
    Expr type = null;
    String name = null;
    if (star || kind[p] != Token.COLON) {
      int first = p;
      type = expression();
      if (accept(Token.KW_AS)) {
        name = expectName();
      } else if (kind[p] == Token.COMMA) {
        // PEP 758: several types need no brackets, unless a name follows.
        p = first;
        type = expressions();
      }
    }
    List<Stmt> body = colonBlock();
    return new ExceptHandler(type, name, body, start, blockEnd());
  }

  private Stmt decorated() {
    int mark = mark();
    while (accept(Token.AT)) {
      push(namedExpression());
      expect(Token.NEWLINE);
    }
    List<Expr> decorators = take(mark);
    long start = startPos[p];
    return switch (kind[p]) {
      case Token.KW_DEF -> functionDef(decorators, start, false);
      case Token.KW_CLASS -> classDef(decorators);
      case Token.KW_ASYNC -> {
        p++;
        yield functionDef(decorators, start, true);
      }
      default -> throw reject();
    };
  }

  private Stmt functionDef(List<Expr> decorators, long start, boolean async) {
    expect(Token.KW_DEF);
    String name = expectName();
    List<TypeParam> typeParams = typeParams();
    expect(Token.LPAR);
    Arguments args = parameters(Token.RPAR);
    expect(Token.RPAR);
    Expr returns = accept(Token.RARROW) ? expression() : null;
    expect(Token.COLON);
    String comment = functionTypeComment();
    List<Stmt> body = block();
    return async
        ? new Stmt.AsyncFunctionDef(name, args, body, decorators, returns, comment, typeParams, start, blockEnd())
        : new Stmt.FunctionDef(name, args, body, decorators, returns, comment, typeParams, start, blockEnd());
  }

  /** Behind the colon, or alone in the first line of the block. */
  private String functionTypeComment() {
    if (kind[p] == Token.NEWLINE && kind[p + 1] == Token.TYPE_COMMENT && kind[p + 2] == Token.NEWLINE
        && kind[p + 3] == Token.INDENT) {
      p++;
      return typeComment();
    }
    return typeComment();
  }

  private Stmt classDef(List<Expr> decorators) {
    long start = startPos[p++];
    String name = expectName();
    List<TypeParam> typeParams = typeParams();
    List<Expr> bases = List.of();
    List<Keyword> keywords = List.of();
    if (accept(Token.LPAR)) {
      CallArguments arguments = arguments(null);
      bases = arguments.args;
      keywords = arguments.keywords;
    }
    List<Stmt> body = colonBlock();
    return new Stmt.ClassDef(name, bases, keywords, body, decorators, typeParams, start, blockEnd());
  }

  private Stmt matchOrNull() {
    int token = p;
    int depth = savedDepth();
    int mark = mark();
    long start = startPos[p++];
    Expr subject;
    try {
      subject = subject();
      expect(Token.COLON);
      expect(Token.NEWLINE);
      expect(Token.INDENT);
      if (!atSoftKeyword(Token.ID_CASE)) {
        throw reject();
      }
    } catch (Reject e) {
      restore(token, depth, mark);
      return null;
    }
    enter(BLOCK);
    while (atSoftKeyword(Token.ID_CASE)) {
      p++;
      Pattern pattern = patterns();
      Expr guard = accept(Token.KW_IF) ? namedExpression() : null;
      List<Stmt> body = colonBlock();
      push(new MatchCase(pattern, guard, body));
    }
    leave(BLOCK);
    expect(Token.DEDENT);
    return new Stmt.Match(subject, take(mark), start, blockEnd());
  }

  private Expr subject() {
    long start = startPos[p];
    Expr first = starNamedExpression();
    if (kind[p] != Token.COMMA) {
      if (first instanceof Expr.Starred) {
        throw reject();
      }
      return first;
    }
    int mark = mark();
    push(first);
    while (accept(Token.COMMA) && kind[p] != Token.COLON) {
      push(starNamedExpression());
    }
    return new Expr.Tuple(take(mark), ExprContext.Load, start, end());
  }
}
