package dev.tuff.typed;

import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.UnaryOperator;

/** The PRIM_OP_* numbers of {@code __static__} for operators on primitives of a TYPED code. */
public final class PrimitiveOps {
  public static final int ADD = 0;
  public static final int SUB = 1;
  public static final int MUL = 2;
  public static final int DIV = 3;
  public static final int DIV_UNSIGNED = 4;
  public static final int MOD = 5;
  public static final int MOD_UNSIGNED = 6;
  public static final int POW = 7;
  public static final int LSHIFT = 8;
  public static final int RSHIFT = 9;
  public static final int RSHIFT_UNSIGNED = 10;
  public static final int XOR = 11;
  public static final int OR = 12;
  public static final int AND = 13;
  public static final int ADD_DOUBLE = 14;
  public static final int SUB_DOUBLE = 15;
  public static final int MUL_DOUBLE = 16;
  public static final int DIV_DOUBLE = 17;
  public static final int MOD_DOUBLE = 18;
  public static final int POW_DOUBLE = 19;
  public static final int POW_UNSIGNED = 20;

  public static final int EQ = 0;
  public static final int NE = 1;
  public static final int LT = 2;
  public static final int LE = 3;
  public static final int GT = 4;
  public static final int GE = 5;
  public static final int LT_UNSIGNED = 6;
  public static final int EQ_DOUBLE = 10;

  public static final int NEG = 0;
  public static final int INVERT = 1;
  public static final int NEG_DOUBLE = 2;
  public static final int NOT = 3;

  private PrimitiveOps() {}

  private static boolean unsigned(int code) {
    return (code & 1) == 0;
  }

  static int binary(Operator op, int code) {
    if (code == Primitives.DOUBLE) {
      return switch (op) {
        case Add -> ADD_DOUBLE;
        case Sub -> SUB_DOUBLE;
        case Mult -> MUL_DOUBLE;
        case Div -> DIV_DOUBLE;
        case Mod -> MOD_DOUBLE;
        case Pow -> POW_DOUBLE;
        default -> throw new TypedError("cannot " + Primitives.verb(op) + " double and double");
      };
    }
    return switch (op) {
      case Add -> ADD;
      case Sub -> SUB;
      case Mult -> MUL;
      case Div, FloorDiv -> unsigned(code) ? DIV_UNSIGNED : DIV;
      case Mod -> unsigned(code) ? MOD_UNSIGNED : MOD;
      case Pow -> unsigned(code) ? POW_UNSIGNED : POW;
      case LShift -> LSHIFT;
      case RShift -> unsigned(code) ? RSHIFT_UNSIGNED : RSHIFT;
      case BitXor -> XOR;
      case BitOr -> OR;
      case BitAnd -> AND;
      case MatMult -> throw new TypedError("cannot matrix multiply primitives");
    };
  }

  static int compare(CmpOperator op, int code) {
    int base = switch (op) {
      case Eq, Is -> EQ;
      case NotEq, IsNot -> NE;
      case Lt -> LT;
      case LtE -> LE;
      case Gt -> GT;
      default -> GE;
    };
    if (code == Primitives.DOUBLE) {
      return base + EQ_DOUBLE;
    }
    return base >= LT && unsigned(code) ? base - LT + LT_UNSIGNED : base;
  }

  static int unary(UnaryOperator op, int code) {
    return switch (op) {
      case USub -> code == Primitives.DOUBLE ? NEG_DOUBLE : NEG;
      case Invert -> INVERT;
      default -> NOT;
    };
  }
}
