package dev.tuff.syntax.ast;

/** A binary operator. Names as in Python's {@code ast}; {@code symbol} is how it is written. */
public enum Operator {
  Add("+"),
  Sub("-"),
  Mult("*"),
  MatMult("@"),
  Div("/"),
  Mod("%"),
  Pow("**"),
  LShift("<<"),
  RShift(">>"),
  BitOr("|"),
  BitXor("^"),
  BitAnd("&"),
  FloorDiv("//");

  public final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }
}
