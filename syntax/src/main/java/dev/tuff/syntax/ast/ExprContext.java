package dev.tuff.syntax.ast;

/** What is done to the target that an expression names. */
public enum ExprContext {
  Load,
  Store,
  Del
}
