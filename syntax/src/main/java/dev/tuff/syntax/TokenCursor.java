package dev.tuff.syntax;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parser's place among the tokens, and what every part of it does with them.
 *
 * <p>This parser only accepts or {@link Reject}s: it says nothing about why. What is wrong, and where, is found by a second
 * reading that follows Python's own order of trying; so correct programs, the common case, pay nothing for good error messages.
 */
abstract class TokenCursor {
  /** The source is no program. Thrown without a stack trace and the same each time: it carries nothing. */
  static final class Reject extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Reject() {
      super(null, null, false, false);
    }
  }

  /** The source nests deeper than this parser may recurse. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooDeep() {
      super(null, null, false, false);
    }
  }

  private static final Reject REJECT = new Reject();
  private static final TooDeep TOO_DEEP = new TooDeep();

  final Tokenizer in;
  final char[] text;
  final Names names;
  final byte[] kind;
  final int[] value;
  final long[] startPos;
  final long[] endPos;
  final ParseOptions options;

  /** The next token. */
  int p;

  private final int maxDepth;
  private int depth;

  /** Nodes of lists that are being parsed; a list takes its part off the top when it ends. */
  private Object[] stack = new Object[64];
  private int top;

  TokenCursor(Tokenizer in, ParseOptions options, int maxDepth) {
    this.in = in;
    text = in.text;
    names = in.names;
    kind = in.tokens.kind;
    value = in.tokens.value;
    startPos = in.tokens.startPos;
    endPos = in.tokens.endPos;
    this.options = options;
    this.maxDepth = maxDepth;
  }

  static Reject reject() {
    return REJECT;
  }

  // What a construct adds to the depth: as many rules as Python's parser goes down for it, so that the limit is the same.
  static final int GROUP = 28;
  static final int DISPLAY = 29;
  static final int TRAILER = 24;
  static final int BLOCK = 6;
  static final int PATTERN = 8;
  static final int OPERAND = 1;
  static final int TWO = 2;

  /** Goes down by one construct; {@link #leave} comes back. The depth is bounded because Java's stack may be small. */
  final void enter(int levels) {
    depth += levels;
    if (depth > maxDepth) {
      throw TOO_DEEP;
    }
  }

  final void leave(int levels) {
    depth -= levels;
  }

  /** To come back here when an attempt fails. */
  final int savedDepth() {
    return depth;
  }

  final void restore(int token, int savedDepth, int mark) {
    p = token;
    depth = savedDepth;
    top = mark;
  }

  final boolean accept(int wanted) {
    if (kind[p] == wanted) {
      p++;
      return true;
    }
    return false;
  }

  final void expect(int wanted) {
    if (kind[p] != wanted) {
      throw REJECT;
    }
    p++;
  }

  final String expectName() {
    if (kind[p] != Token.NAME) {
      throw REJECT;
    }
    return names.get(value[p++]);
  }

  final boolean atSoftKeyword(int id) {
    return kind[p] == Token.NAME && value[p] == id;
  }

  /** The end of the last token taken. */
  final long end() {
    return endPos[p - 1];
  }

  /** The end of the last token taken that stands for text: where a compound statement ends. */
  final long blockEnd() {
    int i = p - 1;
    while (isLayout(kind[i])) {
      i--;
    }
    return endPos[i];
  }

  private static boolean isLayout(int k) {
    return k == Token.NEWLINE || k == Token.INDENT || k == Token.DEDENT || k == Token.ENDMARKER;
  }

  final int mark() {
    return top;
  }

  final void push(Object node) {
    if (top == stack.length) {
      stack = Arrays.copyOf(stack, top * 2);
    }
    stack[top++] = node;
  }

  /** The nodes pushed since {@code mark}. */
  @SuppressWarnings("unchecked")
  final <T> List<T> take(int mark) {
    int n = top - mark;
    List<T> list;
    if (n == 0) {
      return List.of();
    }
    if (n == 1 && stack[mark] != null) {
      list = (List<T>) List.of(stack[mark]);
    } else {
      list = (List<T>) Arrays.asList(Arrays.copyOfRange(stack, mark, top));
    }
    Arrays.fill(stack, mark, top, null);
    top = mark;
    return list;
  }

  /** An expression that was parsed as a value, as the target of an assignment, a loop or {@code with}. */
  final Expr storeTarget(Expr e) {
    return target(e, ExprContext.Store);
  }

  final Expr deleteTarget(Expr e) {
    return target(e, ExprContext.Del);
  }

  private Expr target(Expr e, ExprContext ctx) {
    return switch (e) {
      case Expr.Name x -> new Expr.Name(x.id(), ctx, x.start(), x.end());
      case Expr.Attribute x -> new Expr.Attribute(x.value(), x.attr(), ctx, x.start(), x.end());
      case Expr.Subscript x -> new Expr.Subscript(x.value(), x.slice(), ctx, x.start(), x.end());
      case Expr.Tuple x -> new Expr.Tuple(targets(x.elts(), ctx), ctx, x.start(), x.end());
      case Expr.ListExpr x -> new Expr.ListExpr(targets(x.elts(), ctx), ctx, x.start(), x.end());
      case Expr.Starred x when ctx == ExprContext.Store && !(x.value() instanceof Expr.Starred) ->
          new Expr.Starred(target(x.value(), ctx), ctx, x.start(), x.end());
      default -> throw REJECT;
    };
  }

  private List<Expr> targets(List<Expr> elts, ExprContext ctx) {
    List<Expr> out = new ArrayList<>(elts.size());
    for (Expr e : elts) {
      out.add(target(e, ctx));
    }
    return out;
  }

  /** A target that is one name, attribute or subscript: of {@code +=} and of annotations. */
  final Expr singleTarget(Expr e) {
    if (e instanceof Expr.Name || e instanceof Expr.Attribute || e instanceof Expr.Subscript) {
      return target(e, ExprContext.Store);
    }
    throw REJECT;
  }

  static long shift(long pos, int columns) {
    return Node.pos(Node.line(pos), Node.column(pos) + columns);
  }
}
