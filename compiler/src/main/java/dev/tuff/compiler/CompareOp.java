package dev.tuff.compiler;

/**
 * The argument of COMPARE_OP as CPython 3.14 has it: the operator in the bits from 5 on, {@link #TO_BOOL} if the result is only
 * tested, and below it a mask of the outcomes that make the comparison true.
 */
public final class CompareOp {
  private CompareOp() {}

  public static final int LT = 0;
  public static final int LE = 1;
  public static final int EQ = 2;
  public static final int NE = 3;
  public static final int GT = 4;
  public static final int GE = 5;

  /** The result is wanted as a bool. */
  public static final int TO_BOOL = 16;

  private static final int UNORDERED = 1;
  private static final int LESS = 2;
  private static final int GREATER = 4;
  private static final int EQUAL = 8;
  private static final String[] SYMBOLS = {"<", "<=", "==", "!=", ">", ">="};

  static int arg(int op) {
    int mask = switch (op) {
      case LT -> LESS;
      case LE -> LESS | EQUAL;
      case EQ -> EQUAL;
      case NE -> UNORDERED | LESS | GREATER;
      case GT -> GREATER;
      default -> GREATER | EQUAL;
    };
    return op << 5 | mask;
  }

  /** LT to GE. */
  public static int op(int arg) {
    return arg >> 5;
  }

  public static String symbol(int arg) {
    return SYMBOLS[arg >> 5];
  }
}
