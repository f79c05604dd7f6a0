package dev.tuff.syntax;

import dev.tuff.syntax.SyntaxError.Kind;
import dev.tuff.syntax.ast.Node;

/**
 * Scans string literals: plain ones as one token, f-strings and t-strings (PEP 701, PEP 750) as a start, middles, the tokens of
 * the replacement fields, and an end. An open f-string is a {@link Literal} on a stack: the tokenizer is either in its text or
 * in a field.
 */
abstract class StringScanner extends NumberScanner {
  private static final int MAX_LITERALS = 150;
  private static final int MAX_FIELDS = 3;

  /** An f-string or t-string that has begun and not ended. */
  static final class Literal {
    final Literal outer;
    final int depth;
    final char quote;
    final int quoteSize;
    final boolean raw;
    final boolean template;
    final int start;
    final int startLine;
    final int startLineStart;

    /** In the text of the literal, not in a replacement field. */
    boolean inText = true;

    /** In a format specification, as far as Python remembers: a field nested in it makes it forget. */
    boolean inSpec;

    /** An {@code =} was seen in the field. */
    boolean debug;

    /** How many brackets of any kind are open inside of the literal. */
    int brackets;

    /** {@link #brackets} at the innermost open field, -1 outside of all. */
    int fieldDepth = -1;

    Literal(Literal outer, char quote, int quoteSize, boolean raw, boolean template, int start, int startLine,
        int startLineStart) {
      this.outer = outer;
      depth = outer == null ? 1 : outer.depth + 1;
      this.quote = quote;
      this.quoteSize = quoteSize;
      this.raw = raw;
      this.template = template;
      this.start = start;
      this.startLine = startLine;
      this.startLineStart = startLineStart;
    }

    String letter() {
      return template ? "t" : "f";
    }

    boolean inField() {
      return fieldDepth >= 0;
    }
  }

  /** The innermost open literal, or null. */
  Literal literal;

  StringScanner(String source, String filename, boolean addNewline, boolean extra) {
    super(source, filename, addNewline, extra);
  }

  /** A plain string or bytes literal whose opening quote is at {@link #at}. */
  final void string(int start) {
    int firstLine = line;
    int firstLineStart = lineStart;
    long startPos = position(start);
    char quote = text[at];
    int size = 1;
    if (text[at + 1] == quote) {
      if (text[at + 2] == quote) {
        size = 3;
      } else {
        at += 2;
        tokens.add(Token.STRING, start, at, startPos, position(at), 0);
        return;
      }
    }
    int quoteAt = at;
    at += size;
    boolean escapedQuote = false;
    while (true) {
      int c = text[at];
      if (c == quote && (size == 1 || text[at + 1] == quote && text[at + 2] == quote)) {
        at += size;
        break;
      }
      if (c == 0 && at >= length || c == '\n' && size == 1) {
        unterminated(start, quoteAt, size, firstLine, firstLineStart, escapedQuote);
        return;
      }
      at++;
      if (c == '\\') {
        c = text[at];
        escapedQuote |= c == quote;
        if (at < length) {
          at++;
        }
        if (c == '\r') {
          c = text[at++];
        }
      }
      if (c == '\n') {
        nextLine();
      }
    }
    tokens.add(Token.STRING, start, at, startPos, position(at), 0);
  }

  private void unterminated(int start, int quoteAt, int size, int firstLine, int firstLineStart, boolean escapedQuote) {
    int detected = lastLine();
    boolean atEnd = at >= length;
    at = start + 1;
    String message;
    if (literal != null && literal.quote == text[quoteAt] && literal.quoteSize == size) {
      // The quote was meant to end the f-string.
      atEnd = false;
      message = literal.letter() + "-string: expecting '}'";
    } else if (size == 3) {
      message = "unterminated triple-quoted string literal (detected at line " + detected + ")";
    } else {
      message = "unterminated string literal (detected at line " + detected + ")"
          + (escapedQuote ? "; perhaps you escaped the end quote?" : "");
    }
    line = firstLine;
    lineStart = firstLineStart;
    fail(message);
    if (atEnd) {
      endedEarly = error;
      readToEnd = true;
    }
  }

  /** The start of an f-string or t-string whose opening quote is at {@link #at}. */
  final void literalStart(int start, boolean raw, boolean template) {
    char quote = text[at];
    int size = text[at + 1] == quote && text[at + 2] == quote ? 3 : 1;
    at += size;
    int depth = literal == null ? 0 : literal.depth;
    if (depth + 1 >= MAX_LITERALS) {
      fail("too many nested f-strings or t-strings");
      return;
    }
    literal = new Literal(literal, quote, size, raw, template, start, line, lineStart);
    tokens.add(template ? Token.TSTRING_START : Token.FSTRING_START, start, at, position(start), position(at), 0);
  }

  /** The next token while in the text of a literal: a middle, its end, or nothing if a replacement field begins here. */
  final void literalText() {
    Literal f = literal;
    int start = at;
    if (text[at] == '{' && text[at + 1] != '{') {
      openField(f);
      return;
    }
    if (atQuotes(f)) {
      at += f.quoteSize;
      tokens.add(f.template ? Token.TSTRING_END : Token.FSTRING_END, start, at, position(start), position(at), 0);
      literal = f.outer;
      return;
    }
    middle(f, start);
  }

  private boolean openField(Literal f) {
    f.fieldDepth++;
    if (f.fieldDepth >= MAX_FIELDS) {
      fail(f.letter() + "-string: expressions nested too deeply");
      return false;
    }
    f.inText = false;
    return true;
  }

  private boolean atQuotes(Literal f) {
    return text[at] == f.quote && (f.quoteSize == 1 || text[at + 1] == f.quote && text[at + 2] == f.quote);
  }

  private void middle(Literal f, int start) {
    long startPos = position(start);
    boolean named = false;
    while (true) {
      int c = text[at];
      boolean inSpec = f.inSpec && f.inField();
      if (c == 0 && at >= length || f.quoteSize == 1 && c == '\n') {
        if (inSpec && c == '\n') {
          at++;
          fail("%1$s-string: newlines are not allowed in format specifiers for single quoted %1$s-strings".formatted(f.letter()));
          return;
        }
        unterminatedLiteral(f);
        return;
      }
      if (c == f.quote && atQuotes(f)) {
        emitMiddle(f, start, startPos, at);
        return;
      }
      at++;
      switch (c) {
        case '\n' -> nextLine();
        case '{' -> {
          if (text[at] != '{' || inSpec) {
            at--;
            if (!openField(f)) {
              return;
            }
            f.inSpec = false;
            emitMiddle(f, start, startPos, at);
          } else {
            emitDoubled(f, start, startPos);
          }
          return;
        }
        case '}' -> {
          closingBrace(f, start, startPos, named, inSpec);
          return;
        }
        case '\\' -> named |= backslash(f);
        default -> {}
      }
    }
  }

  private void emitMiddle(Literal f, int start, long startPos, int end) {
    tokens.add(f.template ? Token.TSTRING_MIDDLE : Token.FSTRING_MIDDLE, start, end, startPos, position(end), 0);
  }

  /** A middle that ends with a doubled brace: its text has one of them, its place both. */
  private void emitDoubled(Literal f, int start, long startPos) {
    int end = at++;
    tokens.add(f.template ? Token.TSTRING_MIDDLE : Token.FSTRING_MIDDLE, start, end, startPos, position(at), 0);
  }

  private void closingBrace(Literal f, int start, long startPos, boolean named, boolean inSpec) {
    if (named) {
      emitMiddle(f, start, startPos, at);
    } else if (text[at] == '}' && !inSpec && f.brackets == 0) {
      emitDoubled(f, start, startPos);
    } else {
      at--;
      f.inText = false;
      f.inSpec = false;
      emitMiddle(f, start, startPos, at);
    }
  }

  /** After a backslash in the text of a literal; true if it begins {@code \N{}. */
  private boolean backslash(Literal f) {
    int c = text[at];
    if (c == '{' || c == '}') {
      if (!f.raw) {
        warnings.add(Warnings.brace((char) c, filename, line, codePoints(lineStart, at + 1), lineText(lineStart)));
      }
      return false;
    }
    if (at >= length) {
      return false;
    }
    at++;
    if (c == '\r') {
      c = text[at++];
    }
    if (c == '\n') {
      nextLine();
    }
    if (!f.raw && c == 'N' && text[at] == '{') {
      at++;
      return true;
    }
    return false;
  }

  private void unterminatedLiteral(Literal f) {
    int detected = lastLine();
    boolean atEnd = at >= length;
    at = f.start + 1;
    line = f.startLine;
    lineStart = f.startLineStart;
    String name = f.quoteSize == 3 ? "triple-quoted " + f.letter() + "-string" : f.letter() + "-string";
    fail("unterminated " + name + " literal (detected at line " + detected + ")");
    if (atEnd && f.quoteSize == 3) {
      endedEarly = error;
      readToEnd = true;
    }
  }

  final int previousLineStart() {
    int i = lineStart - 1;
    while (i > 0 && text[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  static long unplaced(int line) {
    return Node.pos(line, -1);
  }
}
