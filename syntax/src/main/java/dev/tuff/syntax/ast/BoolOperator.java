package dev.tuff.syntax.ast;

/** A short-circuiting operator. Names as in Python's {@code ast}; {@code symbol} is how it is written. */
public enum BoolOperator {
  And("and"),
  Or("or");

  public final String symbol;

  BoolOperator(String symbol) {
    this.symbol = symbol;
  }
}
