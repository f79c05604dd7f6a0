package dev.tuff.compiler;

/**
 * How to compile. {@code optimize} is 0, 1 (no asserts, {@code __debug__} false) or 2 (no docstrings either); {@code futures} are
 * the inherited {@code CO_FUTURE_*} flags.
 */
public record CompileOptions(int optimize, int futures, boolean allowTopLevelAwait, Warnings warnings) {
  /** Where compile-time warnings go. */
  public interface Warnings {
    /** Returns true if the warning is to be an error: it is then raised as a SyntaxError at that place. */
    boolean warn(String category, String message, String filename, int line);
  }

  /** Drops all warnings. */
  public static final Warnings SILENT = (category, message, filename, line) -> false;

  public static final CompileOptions DEFAULT = new CompileOptions(0, 0, false, SILENT);
}
