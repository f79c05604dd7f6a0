package dev.tuff.syntax;

/** What a source is read as: the {@code mode} argument of {@code compile}. */
public enum Mode {
  EXEC,
  SINGLE,
  EVAL,
  FUNC_TYPE
}
