package dev.tuff.syntax;

import dev.tuff.syntax.ast.Node;

/** A Python error found in source text or tree; unchecked and without a Java stack trace. */
public final class SyntaxError extends RuntimeException {
  /** The Python class that is raised. */
  public enum Kind {
    SYNTAX("SyntaxError"),
    INDENTATION("IndentationError"),
    TAB("TabError"),
    INCOMPLETE_INPUT("_IncompleteInputError"),
    /** A tree made by hand is wrong. */
    VALUE("ValueError"),
    TYPE("TypeError"),
    RECURSION("RecursionError"),
    MEMORY("MemoryError"),
    OVERFLOW("OverflowError"),
    SYSTEM("SystemError"),
    RUNTIME("RuntimeError");

    public final String pythonName;

    Kind(String pythonName) {
      this.pythonName = pythonName;
    }
  }

  /** Stands for a line or offset that is {@code None} in Python. */
  public static final int NONE = Integer.MIN_VALUE;

  private static final long serialVersionUID = 1;
  public final Kind kind;
  public final String message;
  public final String filename;

  /** From 1; 0 or {@link #NONE}: no place. Offsets are from 1, in characters (code points); 0 or -1: none. */
  public final int line;
  public final int offset;
  public final int endLine;
  public final int endOffset;

  /** The source line, or null. The parser gives it with its newline, the tokenizer without, as in Python. */
  public final String text;


  private long statement;

  public SyntaxError(Kind kind, String message, String filename, int line, int offset, int endLine, int endOffset, String text) {
    super(message, null, false, false);
    this.kind = kind;
    this.message = message;
    this.filename = filename;
    this.line = line;
    this.offset = offset;
    this.endLine = endLine;
    this.endOffset = endOffset;
    this.text = text;
  }

  void statement(long pos) {
    statement = pos;
  }

  /** Where the compound statement begins that was the last one before the error; 0 if none was. For suggestions in tracebacks. */
  public int statementLine() {
    return Node.line(statement);
  }

  /** The column in UTF-8 bytes, from 0. */
  public int statementColumn() {
    return Node.column(statement);
  }

  /** An error of the whole source, without a place. */
  static SyntaxError unplaced(Kind kind, String message) {
    return new SyntaxError(kind, message, null, NONE, NONE, NONE, NONE, null);
  }

  @Override
  public String toString() {
    return kind.pythonName + ": " + message + " (" + filename + ", line " + line + ", offset " + offset + ")";
  }
}
