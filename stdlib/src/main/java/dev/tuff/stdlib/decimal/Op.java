package dev.tuff.stdlib.decimal;

/** The shapes of operations, so that methods of decimals and of contexts name the same one. */
final class Op {
  private Op() {}

  /** Of one operand. */
  interface Unary {
    Num apply(Calc c, Num a);
  }

  /** Of two operands. */
  interface Binary {
    Num apply(Calc c, Num a, Num b);
  }
}
