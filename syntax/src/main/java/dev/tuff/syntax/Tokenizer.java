package dev.tuff.syntax;

import dev.tuff.syntax.SyntaxError.Kind;
import dev.tuff.syntax.ast.TypeIgnore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a source into {@link Tokens}: names, operators, brackets, indentation. It stops at the first error with a token of kind
 * {@link Token#ERROR}; whether that error or an earlier one of the parser counts is the parser's affair.
 */
final class Tokenizer extends LayoutScanner {

  /** For ASCII: 1 may start a name, 2 may only continue it. */
  private static final byte[] NAME_CLASS = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      NAME_CLASS[c] = (byte) (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' ? 1 : c >= '0' && c <= '9' ? 2 : 0);
    }
  }

  /** {@code <>} is one operator (PEP 401). */
  boolean flufl;

  private final Mode mode;
  private final ParseOptions options;
  private boolean commentOnly;
  private boolean started;

  private boolean ended;

  /** Where comments in replacement fields are: start and end of each. */
  int[] fieldComments = new int[0];

  int fieldCommentCount;

  final List<TypeIgnore> typeIgnores = new ArrayList<>();

  Tokenizer(Source source, Mode mode, ParseOptions options, boolean extra) {
    this(source.text(), source.filename(), mode, options, extra);
  }

  /** A text may also have lines that end with a carriage return and a newline. */
  Tokenizer(String text, String filename, Mode mode, ParseOptions options, boolean extra) {
    super(text, filename, mode == Mode.EXEC, extra);
    this.mode = mode;
    this.options = options;
    flufl = options.barryAsFlufl();
  }

  static boolean isNamePart(int c) {
    return c >= 128 || NAME_CLASS[c] != 0;
  }

  static boolean isNameStart(int c) {
    return c >= 128 || NAME_CLASS[c] == 1;
  }

  /** Reads the whole source. */
  Tokenizer run() {
    while (error == null && !ended) {
      step();
    }
    return this;
  }

  /** Reads a little further: at most one token more. */
  void step() {
    if (literal != null && literal.inText) {
      literalText();
    } else {
      normal();
    }
  }

  /** Whether the end marker has been given. */
  boolean ended() {
    return ended;
  }

  /** Whether the text ended before what had begun in it: a string, a bracket, or just the last line. */
  boolean endOfSource() {
    if (error != null) {
      return error == endedEarly;
    }
    int last = tokens.count - 1;
    return last < 0 || tokens.start[last] >= length || tokens.end[last] >= length && looksBehind(last) || endsWithTwoDots(last);
  }

  /** Whether Python's tokenizer has to look at the character behind a token to know that it ends. */
  private boolean looksBehind(int t) {
    int k = tokens.kind[t];
    int width = tokens.end[t] - tokens.start[t];
    return switch (k) {
      case Token.NEWLINE -> false;
      case Token.STRING -> text[tokens.end[t] - 2] == text[tokens.end[t] - 1]
          && (width < 4 || text[tokens.end[t] - 3] != text[tokens.end[t] - 1]);
      case Token.FSTRING_END, Token.TSTRING_END -> width == 1 && isStart(tokens.kind[t - 1]);
      case Token.FSTRING_START, Token.FSTRING_MIDDLE, Token.TSTRING_START, Token.TSTRING_MIDDLE -> false;
      default -> width != 3 || k == Token.NAME || k == Token.NUMBER || Token.isKeyword(k);
    };
  }

  private static boolean isStart(int k) {
    return k == Token.FSTRING_START || k == Token.TSTRING_START;
  }

  private boolean endsWithTwoDots(int t) {
    return tokens.kind[t] == Token.DOT && tokens.end[t] + 1 == length && text[tokens.end[t]] == '.';
  }

  /** Reads up to and including one token; false after the end marker or an error. */
  private boolean normal() {
    while (true) {
      boolean blank = false;
      if (lineBegins) {
        lineBegins = false;
        int kind = indentation();
        if (kind < 0) {
          return false;
        }
        blank = kind == 1;
      }
      if (pending != 0) {
        emitPending();
        return true;
      }
      int result = token(blank);
      if (result != AGAIN) {
        return result == MORE;
      }
    }
  }

  private static final int MORE = 0;
  private static final int END = 1;
  private static final int AGAIN = 2;

  private void emitPending() {
    int from = at;
    int kind = pending < 0 ? Token.DEDENT : Token.INDENT;
    pending += pending < 0 ? 1 : -1;
    long pos = unplaced(currentLine());
    if (extra && !atEnd()) {
      pos = position(at);
      if (kind == Token.INDENT) {
        tokens.add(kind, lineStart, at, position(lineStart), pos, 0);
        return;
      }
    }
    tokens.add(kind, from, from, pos, pos, 0);
    started = true;
  }

  private int token(boolean blank) {
    while (true) {
      int c = text[at];
      while (c == ' ' || c == '\t' || c == '\f') {
        c = text[++at];
      }
      int start = at;
      if (c == '#') {
        int result = comment(start, blank);
        if (result != AGAIN) {
          return result;
        }
        // The end of the line begins with the comment, as far as Python's messages are concerned.
        if (atEnd()) {
          return end();
        }
        if (text[at] == '\r') {
          at++;
        }
        return newline(start, blank);
      }
      if (c >= 128 || NAME_CLASS[c] == 1) {
        name(start);
        started = true;
        return error == null ? MORE : END;
      }
      switch (c) {
        case 0 -> {
          if (at >= length) {
            return end();
          }
        }
        case '\n' -> {
          return newline(start, blank);
        }
        case '\r' -> {
          at++;
          if (text[at] == '\n') {
            return newline(start, blank);
          }
          if (at >= length) {
            continue;
          }
          return afterReturn(start, text[at]);
        }
        case '"', '\'' -> {
          string(start);
          started = true;
          return error == null ? MORE : END;
        }
        case '\\' -> {
          at++;
          if (!continuation()) {
            return END;
          }
          continue;
        }
        default -> {}
      }
      started = true;
      if (isDigit(c) || c == '.' && isDigit(text[at + 1])) {
        if (!number(start)) {
          return END;
        }
        tokens.add(Token.NUMBER, start, at, position(start), position(at), 0);
        return MORE;
      }
      operator(start, c);
      return error == null ? MORE : END;
    }
  }

  /**
   * A carriage return that ends no line is the beginning of the token behind it; a name or a blank there is an operator of one character. Only
   * {@link TokenStream} sees such text: elsewhere these are newlines.
   */
  private int afterReturn(int start, int c) {
    started = true;
    if (c == '"' || c == '\'') {
      string(start);
      return error == null ? MORE : END;
    }
    if (isDigit(c) || c == '.' && isDigit(text[at + 1])) {
      if (!number(at)) {
        return END;
      }
      tokens.add(Token.NUMBER, start, at, position(start), position(at), 0);
      return MORE;
    }
    if (c == '\\') {
      at++;
      return continuation() ? token(false) : END;
    }
    int first = tokens.count;
    operator(at, c);
    if (error == null) {
      from(first, start);
    }
    return error == null ? MORE : END;
  }

  private void from(int token, int start) {
    tokens.start[token] = start;
    tokens.startPos[token] = position(start);
  }

  private int end() {
    at = length;
    if (bracketCount > 0) {
      failByParser(neverClosed());
      endedEarly = error;
      return END;
    }
    long pos = unplaced(currentLine());
    if (mode == Mode.SINGLE && started) {
      // The end of interactive input ends the statement and its blocks too.
      tokens.add(Token.NEWLINE, at, at, pos, pos, 0);
      started = false;
      if (indent > 0 && !options.dontImplyDedent()) {
        pending = -indent;
        indent = 0;
      }
      return MORE;
    }
    tokens.add(Token.ENDMARKER, at, at, pos, pos, 0);
    ended = true;
    return END;
  }

  private int newline(int start, boolean blank) {
    lineBegins = true;
    int kind = Token.NEWLINE;
    if (blank || bracketCount > 0 || commentOnly && extra) {
      kind = Token.NL;
      commentOnly = false;
    }
    if (kind == Token.NEWLINE || extra) {
      tokens.add(kind, start, at + 1, position(start), position(at) + 1, 0);
      at++;
      started = true;
      nextLine();
      bufferStart = lineStart;
      return MORE;
    }
    at++;
    nextLine();
    bufferStart = lineStart;
    return AGAIN;
  }

  /** Skips a comment, or makes a token of it if it is wanted. */
  private int comment(int start, boolean blank) {
    endOfLine();
    if (literal != null) {
      if (fieldCommentCount * 2 == fieldComments.length) {
        fieldComments = Arrays.copyOf(fieldComments, fieldComments.length * 2 + 8);
      }
      fieldComments[2 * fieldCommentCount] = start;
      fieldComments[2 * fieldCommentCount++ + 1] = at;
    }
    if (options.typeComments()) {
      int result = TypeComments.scan(this, start, blank);
      if (result >= 0) {
        started |= result != Token.TYPE_IGNORE;
        return MORE;
      }
    }
    if (extra) {
      tokens.add(Token.COMMENT, start, at, position(start), position(at), 0);
      commentOnly = blank;
      return MORE;
    }
    return AGAIN;
  }

  private void name(int start) {
    char[] s = text;
    int i = start;
    int c = s[i];
    // A short run of letters before a quote is the prefix of a string.
    int hash = 0;
    while (c < 128 && NAME_CLASS[c] != 0) {
      hash = hash * 31 + c;
      c = s[++i];
    }
    if ((c == '"' || c == '\'') && i - start <= 5 && prefixed(start, i)) {
      return;
    }
    if (c >= 128) {
      nameBeyondAscii(start, i);
      return;
    }
    at = i;
    int id = names.find(s, start, i, hash);
    int kind = id < Token.keywordCount() ? Token.FIRST_KEYWORD + id : Token.NAME;
    tokens.add(kind, start, i, position(start), position(i), id);
  }

  /** Such a name is never a keyword, whatever its normal form; but what a constant's name looks like is none for anything else. */
  private void nameBeyondAscii(int start, int from) {
    int i = from;
    while (isNamePart(text[i])) {
      i++;
    }
    at = i;
    if (!extra && !validName(start, i)) {
      return;
    }
    int id = names.findNormalized(text, start, i);
    if (!extra) {
      String name = names.get(id);
      if (name.equals("True") || name.equals("False") || name.equals("None")) {
        fail(SyntaxError.unplaced(Kind.VALUE, "identifier field can't represent '" + name + "' constant"));
        return;
      }
    }
    tokens.add(Token.NAME, start, i, position(start), position(i), id);
  }

  /** Starts a string if the letters before the quote are a prefix. */
  private boolean prefixed(int start, int quoteAt) {
    int flags = StringLiteral.prefix(text, start, quoteAt);
    if (flags < 0) {
      return false;
    }
    at = quoteAt;
    if ((flags & flags - 1) != 0 && StringLiteral.incompatible(flags) != null) {
      incompatiblePrefixes(start, StringLiteral.incompatible(flags));
      return true;
    }
    if ((flags & (StringLiteral.FORMAT | StringLiteral.TEMPLATE)) != 0) {
      literalStart(start, (flags & StringLiteral.RAW) != 0, (flags & StringLiteral.TEMPLATE) != 0);
    } else {
      string(start);
    }
    return true;
  }

  private void incompatiblePrefixes(int start, String pair) {
    String message = "'" + pair.charAt(0) + "' and '" + pair.charAt(1) + "' prefixes are incompatible";
    int offset = codePoints(lineStart, start) + 1;
    int endOffset = codePoints(lineStart, at + 1);
    fail(new SyntaxError(Kind.SYNTAX, message, filename, line, offset, line, endOffset, lineText(lineStart)));
  }

  private boolean validName(int start, int end) {
    int i = start;
    while (i < end) {
      int c = Character.codePointAt(text, i, end);
      int width = Character.charCount(c);
      if (c >= 128 && !(i == start ? UnicodeNames.isXidStart(c) : UnicodeNames.isXidContinue(c))) {
        at = i + width;
        String code = "%04X".formatted(c);
        fail(UnicodeNames.isPrintable(c) ? "invalid character '" + Character.toString(c) + "' (U+" + code + ")"
            : "invalid non-printable character U+" + code);
        return false;
      }
      i += width;
    }
    return true;
  }

  private void operator(int start, int c) {
    Literal f = literal;
    if (f != null && f.inField() && c == ':' && f.brackets - 1 == f.fieldDepth) {
      f.inText = true;
      f.inSpec = true;
      at = start + 1;
      tokens.add(Token.COLON, start, at, position(start), position(at), 0);
      return;
    }
    int kind = Token.twoChars(c, text[start + 1]);
    if (kind != Token.OP && (kind != Token.NOTEQUAL || c == '!' || flufl)) {
      int longer = Token.threeChars(c, text[start + 1], text[start + 2]);
      at = start + (longer != Token.OP ? 3 : 2);
      tokens.add(longer != Token.OP ? longer : kind, start, at, position(start), position(at), 0);
      return;
    }
    if (c == '.' && text[start + 1] == '.' && text[start + 2] == '.') {
      at = start + 3;
      tokens.add(Token.ELLIPSIS, start, at, position(start), position(at), 0);
      return;
    }
    at = start + 1;
    switch (c) {
      case '(', '[', '{' -> {
        if (!open(start, (char) c)) {
          return;
        }
      }
      case ')', ']', '}' -> {
        if (!close((char) c)) {
          return;
        }
      }
      default -> {
        if (c < ' ' || c == 127) {
          fail("invalid non-printable character U+%04X".formatted(c));
          return;
        }
        if (c == '=' && f != null && f.inField()) {
          f.debug = true;
        }
      }
    }
    tokens.add(Token.oneChar(c), start, at, position(start), position(at), 0);
  }
}
