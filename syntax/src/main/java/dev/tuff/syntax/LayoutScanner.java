package dev.tuff.syntax;

import dev.tuff.syntax.SyntaxError.Kind;
import java.util.Arrays;

/**
 * Lines and how they hang together: indentation, lines joined by backslashes, and open brackets, in which line ends mean
 * nothing.
 */
abstract class LayoutScanner extends StringScanner {
  private static final int MAX_INDENT = 100;
  private static final int MAX_BRACKETS = 200;
  private static final int TAB = 8;

  // Indentation twice: with tabs to multiples of eight, and with tabs of one column. If they disagree, tabs and spaces are
  // mixed badly.
  private int[] indents = new int[16];
  private int[] altIndents = new int[16];
  int indent;
  int pending;
  boolean lineBegins = true;

  // Where the text begins that Python's tokenizer has in its buffer: lines joined by backslashes and strings stay in it.
  int bufferStart;

  // The open brackets: kind, where, and line.
  private char[] brackets = new char[16];
  private int[] bracketAt = new int[16];
  private int[] bracketLine = new int[16];
  int bracketCount;

  LayoutScanner(String source, String filename, boolean addNewline, boolean extra) {
    super(source, filename, addNewline, extra);
  }

  int openBrackets() {
    return bracketCount;
  }

  int openBracketLine() {
    return bracketLine[bracketCount - 1];
  }

  /** An error that Python's parser words. */
  final void failAtLine(Kind kind, String message, int offset, int endOffset) {
    int errorLine = currentLine();
    failByParser(new SyntaxError(kind, message, filename, errorLine, offset, errorLine, endOffset, currentText()));
  }

  /** Whether Python's parser and not its tokenizer words the error; it does so only when it gets there. */
  boolean errorAtParser() {
    return parserError;
  }

  private boolean beforeLine() {
    return at > 0 && at == lineStart && (lineBegins || at >= length) && line > 1;
  }

  @Override
  int currentLine() {
    return length == 0 ? 0 : beforeLine() ? line - 1 : line;
  }

  int currentLineStart() {
    return beforeLine() ? previousLineStart() : lineStart;
  }

  /** The current line with its newline, if it has one. */
  String currentText() {
    int begin = currentLineStart();
    int end = readToEnd ? length : begin;
    while (end < length && text[end] != '\n') {
      end++;
    }
    return new String(text, begin, Math.min(end + 1, length) - begin);
  }

  /** The innermost bracket that is still open. */
  SyntaxError neverClosed() {
    int i = bracketCount - 1;
    int begin = bracketAt[i];
    while (begin > 0 && text[begin - 1] != '\n') {
      begin--;
    }
    String message = "'" + brackets[i] + "' was never closed";
    int offset = codePoints(begin, bracketAt[i]) + 1;
    String shown = currentLine() <= bracketLine[i] ? currentText() : lineText(begin);
    return new SyntaxError(Kind.SYNTAX, message, filename, bracketLine[i], offset, bracketLine[i], 0, shown);
  }

  /** Measures the beginning of a line: 0 for a line with tokens, 1 for a blank one, -1 for an error. */
  final int indentation() {
    int column = 0;
    int altColumn = 0;
    int continued = 0;
    while (true) {
      int c = text[at];
      if (c == ' ') {
        column++;
        altColumn++;
      } else if (c == '\t') {
        column = (column / TAB + 1) * TAB;
        altColumn++;
      } else if (c == '\f') {
        column = 0;
        altColumn = 0;
      } else if (c == '\\') {
        // Indentation cannot be split over lines: what precedes the first backslash counts.
        continued = continued != 0 ? continued : column;
        at++;
        if (!continuation()) {
          return -1;
        }
        bufferStart = lineStart;
        continue;
      } else {
        break;
      }
      at++;
    }
    int c = text[at];
    if (c == '#' || c == '\n' || c == '\r') {
      return 1;
    }
    if (bracketCount > 0) {
      return 0;
    }
    if (continued != 0) {
      column = continued;
      altColumn = continued;
    }
    return setIndent(column, altColumn) ? 0 : -1;
  }

  private boolean setIndent(int column, int altColumn) {
    if (column > indents[indent]) {
      if (indent + 1 >= MAX_INDENT) {
        endOfLine();
        failAtLine(Kind.INDENTATION, "too many levels of indentation", 1, 0);
        return false;
      }
      if (altColumn <= altIndents[indent]) {
        return mixedTabs();
      }
      indent++;
      if (indent == indents.length) {
        indents = Arrays.copyOf(indents, indent * 2);
        altIndents = Arrays.copyOf(altIndents, indent * 2);
      }
      indents[indent] = column;
      altIndents[indent] = altColumn;
      pending++;
      return true;
    }
    while (indent > 0 && column < indents[indent]) {
      indent--;
      pending--;
    }
    if (column != indents[indent]) {
      endOfLine();
      int offset = codePoints(lineStart, Math.min(at + 1, length));
      failAtLine(Kind.INDENTATION, "unindent does not match any outer indentation level", offset, -1);
      return false;
    }
    return altColumn == altIndents[indent] || mixedTabs();
  }

  private boolean mixedTabs() {
    endOfLine();
    failAtLine(Kind.TAB, "inconsistent use of tabs and spaces in indentation", 1, 0);
    return false;
  }

  final void endOfLine() {
    while (at < length && text[at] != '\n' && text[at] != '\r') {
      at++;
    }
  }

  /** After a backslash: a newline, and then more text. */
  final boolean continuation() {
    int returns = text[at] == '\r' ? 1 : 0;
    at += returns;
    if (text[at] != '\n') {
      int offset = codePoints(bufferStart, Math.min(at + 1, length)) + returns;
      String shown = currentText();
      offset = Math.min(offset, shown.codePointCount(0, shown.length()) + 1);
      failAtLine(Kind.SYNTAX, "unexpected character after line continuation character", offset, 0);
      return false;
    }
    at++;
    if (atEnd()) {
      if (bracketCount > 0) {
        failByParser(neverClosed());
      } else {
        failAtLine(Kind.SYNTAX, "unexpected EOF while parsing", codePoints(lineStart, at), -1);
      }
      endedEarly = error;
      return false;
    }
    nextLine();
    return true;
  }

  final boolean open(int start, char c) {
    if (bracketCount >= MAX_BRACKETS) {
      fail("too many nested parentheses");
      return false;
    }
    if (bracketCount == brackets.length) {
      brackets = Arrays.copyOf(brackets, bracketCount * 2);
      bracketAt = Arrays.copyOf(bracketAt, bracketCount * 2);
      bracketLine = Arrays.copyOf(bracketLine, bracketCount * 2);
    }
    brackets[bracketCount] = c;
    bracketAt[bracketCount] = start;
    bracketLine[bracketCount] = line;
    bracketCount++;
    if (literal != null) {
      literal.brackets++;
    }
    return true;
  }

  final boolean close(char c) {
    Literal f = literal;
    if (f != null && f.brackets == 0 && c == '}') {
      fail(f.letter() + "-string: single '}' is not allowed");
      return false;
    }
    if (!extra && bracketCount == 0) {
      fail("unmatched '" + c + "'");
      return false;
    }
    if (bracketCount > 0) {
      bracketCount--;
      char opening = brackets[bracketCount];
      boolean matches = opening == '(' ? c == ')' : opening == '[' ? c == ']' : c == '}';
      if (!matches && (!extra || f != null && opening == '{' && f.brackets - 1 == f.fieldDepth)) {
        mismatch(f, c, opening);
        return false;
      }
    }
    if (f != null) {
      f.brackets--;
      if (f.brackets < 0) {
        fail(f.letter() + "-string: unmatched '" + c + "'");
        return false;
      }
      if (c == '}' && f.brackets == f.fieldDepth) {
        f.fieldDepth--;
        f.inText = true;
        f.inSpec = false;
        f.debug = false;
      }
    }
    return true;
  }

  private void mismatch(Literal f, char c, char opening) {
    if (f != null && opening == '{' && f.brackets - 1 == f.fieldDepth) {
      fail(f.letter() + "-string: unmatched '" + c + "'");
      return;
    }
    String message = "closing parenthesis '" + c + "' does not match opening parenthesis '" + opening + "'";
    int openLine = bracketLine[bracketCount];
    fail(openLine == line ? message : message + " on line " + openLine);
  }
}
