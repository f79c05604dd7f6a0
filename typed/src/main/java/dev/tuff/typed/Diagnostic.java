package dev.tuff.typed;

/**
 * What a checker says of one place of a module. Lines and columns from 1, columns in code points; the end is exclusive.
 *
 * @param code what kind of thing it is, as {@link ErrorCode} names them
 * @param hint what to do about it; null if there is nothing general to say
 * @param text the source line without its end; empty if there is no such line
 */
public record Diagnostic(
    String file, int line, int column, int endLine, int endColumn, Severity severity, String code, String message, String hint, String text) {
  /** Errors keep a module from being imported; hints tell what would run faster otherwise. */
  public enum Severity {
    ERROR,
    HINT
  }
}
