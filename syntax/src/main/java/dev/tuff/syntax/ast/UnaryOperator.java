package dev.tuff.syntax.ast;

/** A unary operator. Names as in Python's {@code ast}; {@code symbol} is how it is written. */
public enum UnaryOperator {
  Invert("~"),
  Not("not"),
  UAdd("+"),
  USub("-");

  public final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }
}
