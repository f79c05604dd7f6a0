package dev.tuff.syntax;

/**
 * A {@code SyntaxWarning} found while parsing.
 *
 * @param line where Python reports it, from 1
 * @param asError what is raised in its place if warnings are errors; its text may differ
 */
public record SyntaxWarning(String message, int line, SyntaxError asError) {}
