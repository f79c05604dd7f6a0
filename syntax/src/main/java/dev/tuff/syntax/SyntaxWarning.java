package dev.tuff.syntax;

/** A warning found while parsing. {@code line} counts from 1; {@code category} is the Python class that it is issued as. */
public record SyntaxWarning(String category, String message, int line, int column, int endLine, int endColumn) {}
