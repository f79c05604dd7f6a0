package dev.tuff.engine.interp;

/** What an arithmetic instruction or comparison remembers: how often its form was wrong, and of what classes its operands last were. */
public final class Operands {
  int misses;
  public final Class<?> left;
  public final Class<?> right;

  Operands(int misses, Object left, Object right) {
    this.misses = misses;
    this.left = left == null ? null : left.getClass();
    this.right = right == null ? null : right.getClass();
  }
}
