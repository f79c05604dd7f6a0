package dev.tuff.syntax;

import dev.tuff.syntax.ErrorReader.Found;
import dev.tuff.syntax.ErrorReader.Raised;
import dev.tuff.syntax.SyntaxError.Kind;
import dev.tuff.syntax.ast.Node;

/**
 * Makes errors with places as Python does, oddities included: offsets count from 1 in characters of the line where the error
 * starts, also the end's, which may be in another line; a place that is not known is 0 or -1.
 */
final class ErrorPlace {
  /** Where the tokenizer is now. */
  private static final int CURRENT = Integer.MAX_VALUE;

  private final ErrorReader reader;
  private final Tokenizer in;

  ErrorPlace(ErrorReader reader) {
    this.reader = reader;
    this.in = reader.in;
  }

  Raised range(Found first, Found last, String message) {
    return known(Kind.SYNTAX, message, Node.line(first.start), Node.column(first.start) + 1, Node.line(last.end),
        Node.column(last.end) + 1);
  }

  Raised at(int token, String message) {
    long start = reader.tokens.startPos[token];
    long end = reader.tokens.endPos[token];
    return known(Kind.SYNTAX, message, Node.line(start), Node.column(start) + 1, Node.line(end), Node.column(end) + 1);
  }

  Raised startingFrom(Found first, String message) {
    return known(Kind.SYNTAX, message, Node.line(first.start), Node.column(first.start) + 1, CURRENT, CURRENT);
  }

  /** At the last character of something. */
  Raised endOf(Found e, String message) {
    return known(Kind.SYNTAX, message, Node.line(e.start), Node.column(e.end), Node.line(e.end), 0);
  }

  /** In the line of a token, without a column. */
  Raised atLine(int token, String message) {
    return known(Kind.SYNTAX, message, Node.line(reader.tokens.startPos[token]), 0, Node.line(reader.tokens.endPos[token]), 0);
  }

  Raised unplaced(String message) {
    return last(Kind.SYNTAX, message);
  }

  /** At the token that comes next. */
  Raised next(String message) {
    reader.peek();
    return atToken(Kind.SYNTAX, message, reader.mark);
  }

  /** At the last token that was fetched. */
  Raised last(Kind kind, String message) {
    return atToken(kind, message, reader.fill - 1);
  }

  private Raised atToken(Kind kind, String message, int token) {
    long start = reader.tokens.startPos[token];
    long end = reader.tokens.endPos[token];
    int column = Node.column(start) + 1;
    if (Node.column(start) < 0) {
      column = in.utf8Length(in.currentLineStart(), Math.min(in.at, in.length));
    }
    int endColumn = Node.column(end) < 0 ? -1 : Node.column(end) + 1;
    return known(kind, message, Node.line(start), column, Node.line(end), endColumn);
  }

  private Raised known(Kind kind, String message, int line, int column, int endLine, int endColumn) {
    int toLine = endLine == CURRENT ? in.currentLine() : endLine;
    int toColumn = endColumn == CURRENT ? in.utf8Length(in.currentLineStart(), Math.min(in.at, in.length)) : endColumn;
    String text = in.currentLine() <= line ? in.currentText() : in.lineText(startOfLine(line));
    return new Raised(
        new SyntaxError(
            kind, message, in.filename, line, characters(text, column), toLine, toColumn > 0 ? characters(text, toColumn)
            : toColumn, text));
  }

  private int startOfLine(int line) {
    int at = 0;
    for (int n = 1; n < line && at < in.length; at++) {
      if (in.text[at] == '\n') {
        n++;
      }
    }
    return at;
  }

  /** An offset in UTF-8 as one in characters; a character cut in two counts, and so does one place behind the end of the line. */
  static int characters(String line, int bytes) {
    int seen = 0;
    int characters = 0;
    for (int i = 0; i < line.length() && seen < bytes; i++) {
      char c = line.charAt(i);
      if (Character.isHighSurrogate(c)) {
        i++;
        seen += 4;
      } else {
        seen += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      }
      characters++;
    }
    return seen < bytes ? characters + 1 : characters;
  }
}
