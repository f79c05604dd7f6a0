package dev.tuff.jit.hir;

/** How a value is represented in compiled code. */
public enum Rep {
  /** No value. */
  VOID,
  /** A Python object; null for an unbound local or the empty place beside a callable. */
  OBJECT,
  LONG,
  DOUBLE,
  BOOL;

  /** How values of a Java type are. */
  public static Rep of(Class<?> type) {
    return type == long.class ? LONG : type == double.class ? DOUBLE : type == boolean.class ? BOOL : OBJECT;
  }
}
