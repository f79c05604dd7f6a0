package dev.tuff.compiler;

import dev.tuff.syntax.ast.Operator;

/** The arguments of BINARY_OP: CPython 3.14's {@code NB_*} numbers. */
public final class BinaryOp {
  private BinaryOp() {}

  public static final int NB_ADD = 0;
  public static final int NB_AND = 1;
  public static final int NB_FLOOR_DIVIDE = 2;
  public static final int NB_LSHIFT = 3;
  public static final int NB_MATRIX_MULTIPLY = 4;
  public static final int NB_MULTIPLY = 5;
  public static final int NB_REMAINDER = 6;
  public static final int NB_OR = 7;
  public static final int NB_POWER = 8;
  public static final int NB_RSHIFT = 9;
  public static final int NB_SUBTRACT = 10;
  public static final int NB_TRUE_DIVIDE = 11;
  public static final int NB_XOR = 12;
  public static final int NB_INPLACE_ADD = 13;
  public static final int NB_INPLACE_AND = 14;
  public static final int NB_INPLACE_FLOOR_DIVIDE = 15;
  public static final int NB_INPLACE_LSHIFT = 16;
  public static final int NB_INPLACE_MATRIX_MULTIPLY = 17;
  public static final int NB_INPLACE_MULTIPLY = 18;
  public static final int NB_INPLACE_REMAINDER = 19;
  public static final int NB_INPLACE_OR = 20;
  public static final int NB_INPLACE_POWER = 21;
  public static final int NB_INPLACE_RSHIFT = 22;
  public static final int NB_INPLACE_SUBTRACT = 23;
  public static final int NB_INPLACE_TRUE_DIVIDE = 24;
  public static final int NB_INPLACE_XOR = 25;
  public static final int NB_SUBSCR = 26;

  private static final String SYMBOLS = "+ & // << @ * % | ** >> - / ^ += &= //= <<= @= *= %= |= **= >>= -= /= ^= []";

  /** How the operator is written. */
  public static String symbol(int op) {
    return SYMBOLS.split(" ")[op];
  }

  public static int of(Operator op, boolean inPlace) {
    int number = switch (op) {
      case Add -> NB_ADD;
      case BitAnd -> NB_AND;
      case FloorDiv -> NB_FLOOR_DIVIDE;
      case LShift -> NB_LSHIFT;
      case MatMult -> NB_MATRIX_MULTIPLY;
      case Mult -> NB_MULTIPLY;
      case Mod -> NB_REMAINDER;
      case BitOr -> NB_OR;
      case Pow -> NB_POWER;
      case RShift -> NB_RSHIFT;
      case Sub -> NB_SUBTRACT;
      case Div -> NB_TRUE_DIVIDE;
      case BitXor -> NB_XOR;
    };
    return inPlace ? number + NB_INPLACE_ADD : number;
  }
}
