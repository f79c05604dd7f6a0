package dev.tuff.cli;

import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import dev.tuff.syntax.SyntaxError;

/**
 * Is what has been typed so far a whole statement? The rule is that of Python's {@code codeop}: text that fails only because it ends is
 * not whole yet; a compound statement is whole after an empty line; text with any other error is whole, so that the error is shown.
 */
public final class Completeness {
  private static final ParseOptions OPTIONS =
      ParseOptions.DEFAULT.withAllowIncompleteInput(true).withDontImplyDedent(true);

  private Completeness() {}

  /** @param text the lines typed, divided by line ends; one at the very end is not counted */
  public static boolean isWhole(String text) {
    if (text.isBlank()) {
      return true;
    }
    String source = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    if (parse(source) == null) {
      return true;
    }
    SyntaxError error = parse(source + "\n");
    return error != null && error.kind != SyntaxError.Kind.INCOMPLETE_INPUT;
  }

  private static SyntaxError parse(String source) {
    try {
      Parser.parse(Source.of(source, "<stdin>"), Mode.SINGLE, OPTIONS);
      return null;
    } catch (SyntaxError error) {
      return error;
    }
  }
}
