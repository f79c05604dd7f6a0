package dev.tuff.syntax;

import dev.tuff.syntax.ast.Node;
import java.util.BitSet;

/**
 * The tokens of a text one by one, as CPython's {@code _tokenize.TokenizerIter} yields them.
 *
 * <pre>{@code
 * TokenStream tokens = TokenStream.of("x = 1\n", "<string>", true);
 * for (TokenInfo t = tokens.next(); t != null; t = tokens.next()) ...
 * }</pre>
 */
public final class TokenStream {
  private final Tokenizer in;
  private final Tokens tokens;
  private final boolean extra;
  private final boolean implicitNewline;
  private final int nullByte;
  private int next;

  // The line in which columns were counted last, so that a long line is not counted anew for each of its tokens.
  private int countedLine = -1;
  private int countedTo;
  private int countedColumn;

  /** The line of the last token that had one. */
  private int textLine = -1;

  /** Newlines that lines without one were given. */
  private final BitSet added;

  private TokenStream(String text, String filename, boolean extra, BitSet added) {
    this.added = added;
    this.extra = extra;
    in = new Tokenizer(text, filename, Mode.EXEC, ParseOptions.DEFAULT, extra);
    tokens = in.tokens;
    implicitNewline = in.length > text.length();
    nullByte = text.indexOf('\0');
  }

  /**
   * @param text all that {@code readline} would give; its line ends are kept as they are
   * @param extraTokens also give comments and line ends without meaning, operators as {@code OP}, and be lenient, as {@code
   * tokenize} wants
   */
  public static TokenStream of(String text, String filename, boolean extraTokens) {
    return new TokenStream(text, filename, extraTokens, new BitSet());
  }

  /** As {@link #of}, of lines: each ends with a newline, or is given one that does not show. */
  public static TokenStream ofLines(Iterable<String> lines, String filename, boolean extraTokens) {
    StringBuilder text = new StringBuilder();
    BitSet added = new BitSet();
    boolean open = false;
    for (String line : lines) {
      if (open) {
        added.set(text.length());
        text.append('\n');
      }
      text.append(line);
      open = !line.endsWith("\n");
    }
    return new TokenStream(text.toString(), filename, extraTokens, added);
  }

  private boolean isImplicit(int newline) {
    return implicitNewline && newline >= in.length - 1 || added.get(newline);
  }

  /**
   * The next token; null after the end marker.
   *
   * @throws SyntaxError where the text cannot be cut into tokens
   */
  public TokenInfo next() {
    if (in.length == 0 && !extra) {
      return null;
    }
    while (next == tokens.count) {
      if (in.ended()) {
        return null;
      }
      in.step();
      if (nullByte >= 0 && endOfLine(in.currentLineStart()) > nullByte) {
        int line = in.currentLine();
        throw new SyntaxError(
            SyntaxError.Kind.SYNTAX, "source code cannot contain null bytes", in.filename, line, 0, line, 0, in.currentText());
      }
    }
    int t = next++;
    if (tokens.kind[t] == Token.ERROR) {
      throw error();
    }
    return info(t);
  }

  private SyntaxError error() {
    SyntaxError e = in.error;
    if (e != in.endedEarly || !in.errorAtParser()) {
      return e;
    }
    return new SyntaxError(
        e.kind, "unexpected EOF in multi-line statement", in.filename, in.currentLine(), 0, SyntaxError.NONE, SyntaxError.NONE,
        in.currentText());
  }

  private TokenInfo info(int t) {
    int kind = tokens.kind[t];
    boolean trailing = kind == Token.ENDMARKER || kind == Token.DEDENT && tokens.start[t] >= in.length;
    int line = Node.line(tokens.startPos[t]);
    if (extra && trailing) {
      return new TokenInfo(kind, "", line + 1, 0, line + 1, 0, "");
    }
    int start = tokens.start[t];
    int end = tokens.end[t];
    if (Node.column(tokens.startPos[t]) < 0) {
      int from = in.currentLineStart();
      boolean behind = in.atEnd() && in.currentLine() != textLine;
      return new TokenInfo(type(kind), "", line, -1, line, -1, behind ? "" : lineText(from, from + in.currentText().length()));
    }
    int endLine = Node.line(tokens.endPos[t]);
    int lineStart = lineStart(start);
    int column = column(lineStart, start);
    int endColumn = endLine == line ? column(lineStart, end) : in.codePoints(lineStart(end), end);
    String string = new String(in.text, start, end - start);
    if (kind == Token.NEWLINE || kind == Token.NL) {
      if (!extra) {
        // The newline itself is no part of it, but a comment before it is.
        string = string.substring(0, string.length() - 1);
        endColumn--;
      } else if (isImplicit(end - 1)) {
        string = kind == Token.NEWLINE && string.startsWith("\r") ? "\r" : "";
      }
    }
    return new TokenInfo(type(kind), string, line, column, endLine, endColumn,
        lineText(lineStart, endOfLine(kind == Token.NEWLINE || kind == Token.NL ? end - 1 : end)));
  }

  private int type(int kind) {
    if (Token.isKeyword(kind)) {
      return Token.NAME;
    }
    return extra && kind > Token.DEDENT && kind < Token.OP ? Token.OP : kind;
  }

  private int lineStart(int index) {
    int i = index;
    while (i > 0 && in.text[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  private int column(int lineStart, int index) {
    if (countedLine != lineStart || index < countedTo) {
      countedLine = lineStart;
      countedTo = lineStart;
      countedColumn = 0;
    }
    countedColumn += in.codePoints(countedTo, index);
    countedTo = index;
    return countedColumn;
  }

  /** Behind the newline of the line of an index. */
  private int endOfLine(int index) {
    int end = index;
    while (end < in.length && in.text[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, in.length);
  }

  private String lineText(int from, int to) {
    textLine = in.currentLine();
    int end = to > 0 && isImplicit(to - 1) ? Math.min(to, in.length) - 1 : to;
    return new String(in.text, from, Math.max(0, end - from));
  }
}
