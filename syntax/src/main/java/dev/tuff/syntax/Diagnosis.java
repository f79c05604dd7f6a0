package dev.tuff.syntax;

import dev.tuff.syntax.ErrorReader.Raised;
import dev.tuff.syntax.SyntaxError.Kind;
import dev.tuff.syntax.ast.Node;

/**
 * Finds out what is wrong with a source that the parser has rejected. As Python does, it reads the source twice: once to see
 * how far it is right, then once more with the rules that know what people get wrong; and if these say nothing, the syntax is
 * just invalid where the first reading ended. An error in the rest of the source that the tokenizer alone can see goes before
 * errors of the parser.
 */
final class Diagnosis {
  /** Deep nesting needs more stack here than in the parser; the caller's may be small. */
  private static final long STACK_BYTES = 128L << 20;

  private final Mode mode;
  private final ParseOptions options;
  private final int from;
  private final Tokenizer in;
  private final ErrorReader reader;
  private SyntaxError result;
  private boolean matched;

  private Diagnosis(Source source, Mode mode, ParseOptions options, int from, boolean flufl) {
    this.from = from;
    this.mode = mode;
    this.options = options;
    in = new Tokenizer(source, mode, options, false);
    in.flufl = flufl;
    reader = new ErrorReader(in, options);
  }

  /**
   * What is wrong; null if nothing is, which only happens when the features of an older version were asked for.
   *
   * @param from the token to begin with; what is before it is known to be right
   * @param flufl whether {@code barry_as_FLUFL} is in force there
   */
  static SyntaxError of(Source source, Mode mode, ParseOptions options, int from, boolean flufl) {
    Diagnosis diagnosis = new Diagnosis(source, mode, options, from, flufl);
    Parser.inThread("syntax error", STACK_BYTES, diagnosis::run);
    return diagnosis.result;
  }

  private void run() {
    try {
      result = find();
    } catch (StackOverflowError e) {
      result = Parser.tooComplex();
    }
  }

  private SyntaxError find() {
    String start =
        switch (mode) {
          case EXEC -> "file";
          case SINGLE -> "interactive";
          case EVAL -> "eval";
          case FUNC_TYPE -> "func_type";
        };
    SyntaxError first = read(start, false);
    if (matched) {
      return mode == Mode.SINGLE && moreFollows() ? multipleStatements() : null;
    }
    if (options.allowIncompleteInput() && in.endOfSource()) {
      return reader.actions.place().last(Kind.INCOMPLETE_INPUT, "incomplete input").error;
    }
    if (first != null) {
      return withRest(first);
    }
    int last = reader.fill - 1;
    SyntaxError second = read(start, true);
    if (second != null) {
      return withRest(second);
    }
    return withStatement(generic(last));
  }

  private SyntaxError read(String start, boolean errorRules) {
    try {
      matched = reader.read(start, from, errorRules);
      return null;
    } catch (Raised e) {
      return e.error;
    }
  }

  private SyntaxError generic(int last) {
    ErrorPlace place = reader.actions.place();
    int kind = reader.tokens.kind[last];
    if (kind == Token.INDENT) {
      return place.last(Kind.INDENTATION, "unexpected indent").error;
    }
    if (kind == Token.DEDENT) {
      return place.last(Kind.INDENTATION, "unexpected unindent").error;
    }
    return rest(place.at(last, "invalid syntax").error);
  }

  /** The tokenizer's own errors stand; those of the parser give way to one in the rest of the source. */
  private SyntaxError withRest(SyntaxError error) {
    return withStatement(in.error != null || in.endOfSource() ? error : rest(error));
  }

  private SyntaxError withStatement(SyntaxError error) {
    error.statement(reader.lastStatement);
    return error;
  }

  private SyntaxError rest(SyntaxError error) {
    int errorLine = Node.line(reader.tokens.startPos[reader.fill - 1]);
    while (in.error == null && !in.ended()) {
      in.step();
    }
    if (in.literal != null) {
      // Inside of an f-string the parser's error explains more than the end of the string that was not found.
      return error;
    }
    if (in.error != null && !in.errorAtParser()) {
      return in.error;
    }
    if (in.error != null && in.openBrackets() > 0 && errorLine > in.openBracketLine()) {
      return in.neverClosed();
    }
    return error;
  }

  /** Whether anything but space and comments follows an interactive statement. */
  private boolean moreFollows() {
    return followed(in.text, Math.min(in.at, in.length), in.length);
  }

  static boolean followed(char[] text, int from, int length) {
    int i = from;
    while (i < length) {
      char c = text[i];
      if (c == '#') {
        while (i < length && text[i] != '\n') {
          i++;
        }
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\f') {
        i++;
      } else {
        return true;
      }
    }
    return false;
  }

  private SyntaxError multipleStatements() {
    return reader.actions.place().last(Kind.SYNTAX, "multiple statements found while compiling a single statement").error;
  }
}
