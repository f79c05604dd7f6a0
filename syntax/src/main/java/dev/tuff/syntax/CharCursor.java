package dev.tuff.syntax;

import dev.tuff.syntax.SyntaxError.Kind;
import dev.tuff.syntax.ast.Node;
import java.util.ArrayList;
import java.util.List;

/** Where the tokenizer is in the text, and what it says when it cannot go on: the ground of the {@link Tokenizer}. */
abstract class CharCursor {
  /** The text and one NUL after it, so that looking at the next character needs no bounds check. */
  final char[] text;

  final int length;
  final String filename;
  final Tokens tokens;
  final Names names = new Names();
  final List<SyntaxWarning> warnings = new ArrayList<>();

  /** Also give comments and line ends that mean nothing to the parser, and tolerate what only the parser must reject. */
  final boolean extra;

  /** The next character. */
  int at;

  int line = 1;
  int lineStart;

  /** Why tokenizing ended with {@link Token#ERROR}. */
  SyntaxError error;

  /** {@link #error} if it is that the text ended too early. */
  SyntaxError endedEarly;

  /** Whether the tokenizer went on to the end of the text to look for the end of a string, and then back to its start. */
  boolean readToEnd;

  boolean parserError;

  private final boolean ascii;
  private int knownAt;
  private int knownColumn;

  CharCursor(String source, String filename, boolean addNewline, boolean extra) {
    int n = source.length();
    boolean missingNewline = addNewline && n > 0 && source.charAt(n - 1) != '\n';
    length = missingNewline ? n + 1 : n;
    text = new char[length + 1];
    source.getChars(0, n, text, 0);
    if (missingNewline) {
      text[n] = '\n';
    }
    this.filename = filename;
    this.extra = extra;
    tokens = new Tokens(n);
    ascii = isAscii(text);
  }

  private static boolean isAscii(char[] text) {
    int all = 0;
    for (char c : text) {
      all |= c;
    }
    return all < 128;
  }

  /** Goes to the line that begins at {@link #at}. */
  final void nextLine() {
    line++;
    lineStart = at;
    knownAt = at;
    knownColumn = 0;
  }

  /** The position of an index in the current line. */
  final long position(int index) {
    return (long) line << 32 | (ascii ? index - lineStart : utf8Column(index));
  }

  private int utf8Column(int index) {
    if (index < knownAt) {
      return utf8Length(lineStart, index);
    }
    knownColumn += utf8Length(knownAt, index);
    knownAt = index;
    return knownColumn;
  }

  /** How many bytes the text from {@code from} to {@code to} has in UTF-8. */
  final int utf8Length(int from, int to) {
    int bytes = to - from;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c >= 0x80) {
        // Each half of a surrogate pair counts two of the pair's four bytes.
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }

  final int codePoints(int from, int to) {
    return Character.codePointCount(text, from, to - from);
  }

  final boolean atEnd() {
    return at >= length;
  }

  /** Takes the next character, which is no newline; 0 at the end of the text. */
  final int next() {
    return at < length ? text[at++] : nextAtEnd();
  }

  private int nextAtEnd() {
    at = length + 1;
    return 0;
  }

  /** The line of the last character read: at the end of the text that is the last line, not the empty one behind it. */
  final int lastLine() {
    return at >= length && lineStart == length && line > 1 ? line - 1 : line;
  }

  /** The line around an index, without its newline. */
  final String lineText(int begin) {
    int end = begin;
    while (end < length && text[end] != '\n') {
      end++;
    }
    return new String(text, begin, end - begin);
  }

  final String lineTextWithNewline(int begin) {
    return lineText(begin) + "\n";
  }

  /** Ends tokenizing with an error whose place is the last character taken, as all errors of Python's tokenizer proper. */
  final void fail(String message) {
    int offset = codePoints(lineStart, Math.min(at, length));
    fail(new SyntaxError(Kind.SYNTAX, message, filename, line, offset, line, offset, lineText(lineStart)));
  }

  /** The line of the last character that was read. */
  abstract int currentLine();

  /** Ends tokenizing. The token marks where; its column is unknown, as Python's. */
  final void fail(SyntaxError why) {
    if (error == null) {
      error = why;
      int index = Math.min(at, length);
      long pos = Node.pos(currentLine(), -1);
      tokens.add(Token.ERROR, index, index, pos, pos, 0);
    }
  }

  final void failByParser(SyntaxError why) {
    parserError = true;
    fail(why);
  }

  /** A warning at the last character taken, which as an error would have the same words. */
  final void warn(String message) {
    int offset = codePoints(lineStart, at);
    warnings.add(
        new SyntaxWarning(message, line,
        new SyntaxError(Kind.SYNTAX, message, filename, line, offset, line, offset, lineText(lineStart))));
  }
}
