package dev.tuff.syntax;

/**
 * A token as Python's {@code tokenize} shows it. Lines count from 1, columns from 0 in characters; {@code type} is a number of
 * Python's {@code token} module; {@code lineText} is the line (or lines) that the token is in.
 */
public record TokenInfo(int type, String string, int line, int column, int endLine, int endColumn, String lineText) {}
