package dev.tuff.syntax.ast;

/** A comparison operator. Names as in Python's {@code ast}; {@code symbol} is how it is written. */
public enum CmpOperator {
  Eq("=="),
  NotEq("!="),
  Lt("<"),
  LtE("<="),
  Gt(">"),
  GtE(">="),
  Is("is"),
  IsNot("is not"),
  In("in"),
  NotIn("not in");

  public final String symbol;

  CmpOperator(String symbol) {
    this.symbol = symbol;
  }
}
