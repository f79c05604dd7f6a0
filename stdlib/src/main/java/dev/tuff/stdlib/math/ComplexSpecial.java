package dev.tuff.stdlib.math;

import dev.tuff.engine.number.PyComplex;

/** What functions of complex numbers give for infinities, NaN and the like (C99 Annex G). */
final class ComplexSpecial {
  static final int ACOS = 0;
  static final int ACOSH = 1;
  static final int ASINH = 2;
  static final int ATANH = 3;
  static final int COSH = 4;
  static final int EXP = 5;
  static final int LOG = 6;
  static final int SINH = 7;
  static final int SQRT = 8;
  static final int TANH = 9;
  static final int RECT = 10;

  /**
   * ORDER: rows by the functions above. In each, 49 cells: real part -inf, negative, -0, 0, positive, inf, NaN, in each of those the
   * imaginary part in the same order. A cell is the two parts of the result ({@code i} infinity, {@code n} NaN, {@code p} pi,
   * {@code h} pi/2, {@code q} pi/4, {@code t} 3 pi/4), {@code E} a domain error, or a dot where the formula applies.
   */
  private static final String[] TABLE = {
    // acos
    "t,i p,i p,i p,-i p,-i t,-i n,i "
        + "h,i . . . . h,-i n,n "
        + "h,i . . . . h,-i h,n "
        + "h,i . . . . h,-i h,n "
        + "h,i . . . . h,-i n,n "
        + "q,i 0,i 0,i 0,-i 0,-i q,-i n,i "
        + "n,i n,n n,n n,n n,n n,-i n,n",
    // acosh
    "i,-t i,-p i,-p i,p i,p i,t i,n "
        + "i,-h . . . . i,h n,n "
        + "i,-h . . . . i,h n,h "
        + "i,-h . . . . i,h n,h "
        + "i,-h . . . . i,h n,n "
        + "i,-q i,-0 i,-0 i,0 i,0 i,q i,n "
        + "i,n n,n n,n n,n n,n i,n n,n",
    // asinh
    "-i,-q -i,-0 -i,-0 -i,0 -i,0 -i,q -i,n "
        + "-i,-h . . . . -i,h n,n "
        + "-i,-h . . . . -i,h n,n "
        + "i,-h . . . . i,h n,n "
        + "i,-h . . . . i,h n,n "
        + "i,-q i,-0 i,-0 i,0 i,0 i,q i,n "
        + "i,n n,n n,-0 n,0 n,n i,n n,n",
    // atanh
    "-0,-h -0,-h -0,-h -0,h -0,h -0,h -0,n "
        + "-0,-h . . . . -0,h n,n "
        + "-0,-h . . . . -0,h -0,n "
        + "0,-h . . . . 0,h 0,n "
        + "0,-h . . . . 0,h n,n "
        + "0,-h 0,-h 0,-h 0,h 0,h 0,h 0,n "
        + "0,-h n,n n,n n,n n,n 0,h n,n",
    // cosh
    "E i,i i,0 i,-0 i,-i E i,n "
        + "E . . . . E n,n "
        + "E . . . . E n,0 "
        + "E . . . . E n,0 "
        + "E . . . . E n,n "
        + "E i,-i i,-0 i,0 i,i E i,n "
        + "n,n n,n n,0 n,0 n,n n,n n,n",
    // exp
    "0,0 0,-0 0,-0 0,0 0,0 0,0 0,0 "
        + "E . . . . E n,n "
        + "E . . . . E n,n "
        + "E . . . . E n,n "
        + "E . . . . E n,n "
        + "E i,-i i,-0 i,0 i,i E i,n "
        + "n,n n,n n,-0 n,0 n,n n,n n,n",
    // log
    "i,-t i,-p i,-p i,p i,p i,t i,n "
        + "i,-h . . . . i,h n,n "
        + "i,-h . . . . i,h n,n "
        + "i,-h . . . . i,h n,n "
        + "i,-h . . . . i,h n,n "
        + "i,-q i,-0 i,-0 i,0 i,0 i,q i,n "
        + "i,n n,n n,n n,n n,n i,n n,n",
    // sinh
    "E -i,-i -i,-0 -i,0 -i,i E i,n "
        + "E . . . . E n,n "
        + "E . . . . E 0,n "
        + "E . . . . E 0,n "
        + "E . . . . E n,n "
        + "E i,-i i,-0 i,0 i,i E i,n "
        + "n,n n,n n,-0 n,0 n,n n,n n,n",
    // sqrt
    "i,-i 0,-i 0,-i 0,i 0,i i,i n,i "
        + "i,-i . . . . i,i n,n "
        + "i,-i . . . . i,i n,n "
        + "i,-i . . . . i,i n,n "
        + "i,-i . . . . i,i n,n "
        + "i,-i i,-0 i,-0 i,0 i,0 i,i i,n "
        + "i,-i n,n n,n n,n n,n i,i n,n",
    // tanh
    "-1,0 -1,-0 -1,-0 -1,0 -1,0 -1,0 -1,0 "
        + "E . . . . E n,n "
        + "E . . . . E -0,n "
        + "E . . . . E 0,n "
        + "E . . . . E n,n "
        + "1,0 1,-0 1,-0 1,0 1,0 1,0 1,0 "
        + "n,n n,n n,-0 n,0 n,n n,n n,n",
    // rect
    "E -i,i -i,0 -i,-0 -i,-i E i,n "
        + "E . . . . E n,n "
        + "0,0 . . . . 0,0 0,0 "
        + "0,0 . . . . 0,0 0,0 "
        + "E . . . . E n,n "
        + "E i,-i i,-0 i,0 i,i E i,n "
        + "n,n n,n n,0 n,0 n,n n,n n,n",
  };

  private ComplexSpecial() {}

  private static int kind(double x) {
    if (x != x) {
      return 6;
    }
    if (Double.isInfinite(x)) {
      return x > 0 ? 5 : 0;
    }
    if (x == 0) {
      return 1 / x < 0 ? 2 : 3;
    }
    return x < 0 ? 1 : 4;
  }

  /** The result for arguments not both of which are finite; a domain error is raised. */
  static PyComplex of(int function, double x, double y) {
    String cell = TABLE[function].split(" ")[kind(x) * 7 + kind(y)];
    if (cell.equals("E")) {
      throw MathModule.domainError();
    }
    int comma = cell.indexOf(',');
    return new PyComplex(value(cell.substring(0, comma)), value(cell.substring(comma + 1)));
  }

  private static double value(String token) {
    boolean negative = token.charAt(0) == '-';
    double v = switch (token.charAt(negative ? 1 : 0)) {
      case 'i' -> Double.POSITIVE_INFINITY;
      case 'n' -> Double.NaN;
      case 'p' -> Math.PI;
      case 'h' -> Math.PI / 2;
      case 'q' -> Math.PI / 4;
      case 't' -> 3 * (Math.PI / 4);
      case '1' -> 1.0;
      default -> 0.0;
    };
    return negative ? -v : v;
  }
}
