package dev.tuff.syntax;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Expr.Constant;
import dev.tuff.syntax.ast.Expr.FormattedValue;
import dev.tuff.syntax.ast.Expr.Interpolation;
import dev.tuff.syntax.ast.Expr.JoinedStr;
import dev.tuff.syntax.ast.Expr.TemplateStr;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers, strings, f-strings and t-strings. Adjacent literals are one: plain ones become one constant; the parts of f-strings
 * are put into one list, in which neighbouring constants are joined and empty ones dropped.
 */
abstract class LiteralParser extends TokenCursor {
  /** Invalid escapes in the text of an open f-string: where the text, the escape and the end of the text are. */
  private List<int[]> invalidEscapes = new ArrayList<>(0);

  LiteralParser(Tokenizer in, ParseOptions options, int maxDepth) {
    super(in, options, maxDepth);
  }

  /** {@code yield_expr | star_expressions}, what a replacement field holds. */
  abstract Expr annotatedRhs();

  final Expr number() {
    int t = p++;
    Object number = NumberLiteral.value(text, in.tokens.start[t], in.tokens.end[t], options.maxIntDigits());
    if (number == null) {
      throw reject();
    }
    return new Constant(number, null, startPos[t], endPos[t]);
  }

  /** One or more adjacent literals. */
  final Expr strings() {
    int k = kind[p];
    if (k == Token.TSTRING_START) {
      return templates();
    }
    long start = startPos[p];
    if (k == Token.STRING && !isLiteral(kind[p + 1])) {
      return plain(p++);
    }
    int mark = mark();
    boolean formatted = false;
    boolean bytes = false;
    while (true) {
      k = kind[p];
      if (k == Token.STRING) {
        Constant part = plain(p++);
        bytes |= part.value() instanceof Const.Bytes;
        push(part);
      } else if (k == Token.FSTRING_START) {
        formatted = true;
        formattedLiteral(false);
      } else if (k == Token.TSTRING_START) {
        throw reject();
      } else {
        break;
      }
    }
    List<Expr> parts = take(mark);
    if (bytes) {
      return joinBytes(parts, formatted, start);
    }
    if (!formatted) {
      Constant first = (Constant) parts.get(0);
      return new Constant(joinText(parts, 0, parts.size()), first.kind(), start, end());
    }
    return new JoinedStr(joinConstants(parts), start, end());
  }

  private static boolean isLiteral(int k) {
    return k == Token.STRING || k == Token.FSTRING_START || k == Token.TSTRING_START;
  }

  private Expr templates() {
    long start = startPos[p];
    int mark = mark();
    while (kind[p] == Token.TSTRING_START) {
      formattedLiteral(true);
    }
    if (isLiteral(kind[p])) {
      throw reject();
    }
    List<Expr> parts = take(mark);
    return new TemplateStr(joinConstants(parts), start, end());
  }

  private Expr joinBytes(List<Expr> parts, boolean formatted, long start) {
    int length = 0;
    for (Expr part : parts) {
      if (formatted || !(((Constant) part).value() instanceof Const.Bytes b)) {
        throw reject();
      }
      length += b.value().length;
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (Expr part : parts) {
      byte[] bytes = ((Const.Bytes) ((Constant) part).value()).value();
      System.arraycopy(bytes, 0, joined, at, bytes.length);
      at += bytes.length;
    }
    return new Constant(new Const.Bytes(joined), ((Constant) parts.get(0)).kind(), start, end());
  }

  private static Object joinText(List<Expr> parts, int from, int to) {
    List<Object> texts = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      texts.add(((Constant) parts.get(i)).value());
    }
    return StringLiteral.join(texts);
  }

  private static List<Expr> joinConstants(List<Expr> parts) {
    List<Expr> out = new ArrayList<>(parts.size());
    int i = 0;
    while (i < parts.size()) {
      if (!(parts.get(i) instanceof Constant first)) {
        out.add(parts.get(i++));
        continue;
      }
      int from = i;
      do {
        i++;
      } while (i < parts.size() && parts.get(i) instanceof Constant);
      Object joined = joinText(parts, from, i);
      if (!joined.equals("")) {
        out.add(new Constant(joined, first.kind(), first.start(), parts.get(i - 1).end()));
      }
    }
    return out;
  }

  /** A string or bytes token. */
  private Constant plain(int t) {
    int from = in.tokens.start[t];
    int to = in.tokens.end[t];
    int open = from;
    while (text[open] != '"' && text[open] != '\'') {
      open++;
    }
    int flags = StringLiteral.prefix(text, from, open);
    char quote = text[open];
    int size = to - open >= 6 && text[open + 1] == quote && text[open + 2] == quote ? 3 : 1;
    boolean bytes = (flags & StringLiteral.BYTES) != 0;
    Object decoded = decode(t, open + size, to - size, (flags & StringLiteral.RAW) != 0, bytes);
    String constantKind = text[from] == 'u' ? "u" : null;
    return new Constant(decoded, constantKind, startPos[t], endPos[t]);
  }

  private Object decode(int t, int from, int to, boolean raw, boolean bytes) {
    StringLiteral.Found found = new StringLiteral.Found();
    try {
      Object decoded;
      if (bytes) {
        for (int i = from; i < to; i++) {
          if (text[i] >= 128) {
            throw reject();
          }
        }
        decoded = new Const.Bytes(StringLiteral.decodeBytes(text, from, to, raw, found));
      } else {
        decoded = StringLiteral.decode(text, from, to, raw, found);
      }
      if (found.invalidEscape >= 0) {
        if (kind[t] == Token.STRING) {
          Warnings.inString(in, t, found.invalidEscape, to);
        } else if (text[found.invalidEscape + 1] != '{' && text[found.invalidEscape + 1] != '}') {
          // of braces the tokenizer has told
          invalidEscapes.add(new int[] {from, found.invalidEscape, to});
        }
      }
      return decoded;
    } catch (StringLiteral.BadEscape e) {
      throw reject();
    }
  }

  /** A whole f-string or t-string, its parts pushed. */
  private void formattedLiteral(boolean template) {
    List<int[]> outer = invalidEscapes;
    invalidEscapes = new ArrayList<>(0);
    p++;
    literalParts(template);
    for (int[] found : invalidEscapes) {
      Warnings.inLiteral(in, p, found[0], found[1], found[2]);
    }
    invalidEscapes = outer;
    expect(template ? Token.TSTRING_END : Token.FSTRING_END);
  }

  /** The middles and replacement fields of one f-string or t-string, pushed. */
  private void literalParts(boolean template) {
    int literalStart = p - 1;
    int middle = template ? Token.TSTRING_MIDDLE : Token.FSTRING_MIDDLE;
    boolean raw = isRaw(literalStart);
    while (true) {
      if (kind[p] == middle) {
        middle(raw);
      } else if (kind[p] == Token.LBRACE) {
        enter(DISPLAY);
        field(template, raw, template);
        leave(DISPLAY);
      } else {
        return;
      }
    }
  }

  private boolean isRaw(int t) {
    char first = text[in.tokens.start[t]];
    char second = text[in.tokens.start[t] + 1];
    return first == 'r' || first == 'R' || second == 'r' || second == 'R';
  }

  private void middle(boolean raw) {
    int t = p++;
    int from = in.tokens.start[t];
    int to = in.tokens.end[t];
    if (from < to) {
      push(new Constant(decode(t, from, to, raw, false), null, startPos[t], endPos[t]));
    }
  }

  /**
   * A replacement field, pushed; with {@code =} its text comes before it. {@code template} tells the kind of literal, {@code
   * interpolation} whether the field is its own and not one in a format specification, where t-strings have plain fields.
   */
  private void field(boolean template, boolean raw, boolean interpolation) {
    int open = p++;
    long start = startPos[open];
    Expr expr = annotatedRhs();
    int exprEnd = p;
    boolean debug = accept(Token.EQUAL);
    int after = p;
    int conversion = -1;
    if (accept(Token.EXCLAMATION)) {
      conversion = conversion();
    }
    Expr spec = null;
    if (kind[p] == Token.COLON) {
      spec = formatSpec(template, raw);
    }
    expect(Token.RBRACE);
    int textFrom = in.tokens.end[open];
    int textTo = in.tokens.start[after];
    if (debug) {
      push(new Constant(FieldText.withoutComments(in, textFrom, textTo), null, endPos[open], startPos[after]));
      if (conversion < 0 && spec == null) {
        conversion = 'r';
      }
    }
    if (interpolation) {
      push(new Interpolation(expr, FieldText.withoutComments(in, textFrom, in.tokens.start[exprEnd]), conversion, spec, start,
          end()));
    } else {
      push(new FormattedValue(expr, conversion, spec, start, end()));
    }
  }

  /** The letter after {@code !}, which must follow at once. */
  private int conversion() {
    int t = p;
    if (kind[t] != Token.NAME || in.tokens.start[t] != in.tokens.end[t - 1]) {
      throw reject();
    }
    String name = names.get(value[t]);
    if (!name.equals("s") && !name.equals("r") && !name.equals("a")) {
      throw reject();
    }
    p++;
    return name.charAt(0);
  }

  private Expr formatSpec(boolean template, boolean raw) {
    long start = startPos[p++];
    int middle = template ? Token.TSTRING_MIDDLE : Token.FSTRING_MIDDLE;
    int mark = mark();
    while (true) {
      if (kind[p] == middle) {
        List<int[]> outer = invalidEscapes;
        invalidEscapes = new ArrayList<>(0);
        middle(raw);
        for (int[] found : invalidEscapes) {
          Warnings.inLiteral(in, p - 1, found[0], found[1], found[2]);
        }
        invalidEscapes = outer;
      } else if (kind[p] == Token.LBRACE) {
        enter(DISPLAY);
        field(template, raw, false);
        leave(DISPLAY);
      } else {
        break;
      }
    }
    List<Expr> parts = take(mark);
    return new JoinedStr(joinConstants(parts), start, end());
  }
}
