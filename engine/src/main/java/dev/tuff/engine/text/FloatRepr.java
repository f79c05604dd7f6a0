package dev.tuff.engine.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floats as decimal text: the shortest that reads back ({@code repr}), and correctly rounded to a number of digits. */
public final class FloatRepr {
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private FloatRepr() {}

  /** {@code repr(v)}. */
  public static String repr(double v) {
    double a = Math.abs(v);
    if (a >= 1e-3 && a < 1e7 || a == 0) {
      return Double.toString(v);
    }
    return format(v, 'r', 0, false, true);
  }

  /** Significant decimal digits, the first of which is not 0 but for zero, and the place of the point before or after them. */
  private record Digits(String digits, int point) {}

  /**
   * {@code v} as CPython's {@code PyOS_double_to_string} writes it.
   *
   * @param code {@code e f g} with the precision given, or {@code r} for the shortest repr
   * @param alternate whether a point stays though no digit follows, and with g the zeros at the end
   * @param pointZero whether {@code .0} is added to what else looks like an int
   */
  public static String format(double v, char code, int precision, boolean alternate, boolean pointZero) {
    if (Double.isNaN(v)) {
      return "nan";
    }
    if (Double.isInfinite(v)) {
      return v > 0 ? "inf" : "-inf";
    }
    String sign = v < 0 || 1 / v < 0 ? "-" : "";
    double a = Math.abs(v);
    return switch (code) {
      case 'f' -> sign + fixed(a, precision, alternate);
      case 'e' -> sign + exponential(rounded(a, precision + 1), precision + 1, alternate);
      case 'g' -> sign + general(a, Math.max(precision, 1), alternate, pointZero);
      default -> sign + layout(shortest(a), 0, 16, alternate, pointZero);
    };
  }

  private static Digits shortest(double a) {
    if (a == 0) {
      return new Digits("0", 1);
    }
    String s = Double.toString(a);
    int e = s.indexOf('E');
    int exponent = e < 0 ? 0 : Integer.parseInt(s, e + 1, s.length(), 10);
    String mantissa = e < 0 ? s : s.substring(0, e);
    int dot = mantissa.indexOf('.');
    String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int point = dot + exponent;
    int from = 0;
    while (digits.charAt(from) == '0') {
      from++;
      point--;
    }
    int to = digits.length();
    while (to > from + 1 && digits.charAt(to - 1) == '0') {
      to--;
    }
    digits = digits.substring(from, to);
    if (digits.length() == 2 && a < 1e-300) {
      // Java insists on two digits where one may do
      int d = (digits.charAt(0) - '0') * 10 + digits.charAt(1) - '0';
      String one = Integer.toString((d + 5) / 10);
      if (one.equals("10")) {
        one = "1";
        if (Double.parseDouble("1E" + point) == a) {
          digits = one;
          point++;
        }
      } else if (Double.parseDouble("0." + one + "E" + point) == a) {
        digits = one;
      }
    }
    return new Digits(digits, point);
  }

  /** {@code a} to {@code n} significant digits, exactly that many. */
  private static Digits rounded(double a, int n) {
    if (a == 0) {
      return new Digits("0".repeat(n), 1);
    }
    if (n <= 15) {
      Digits quick = quick(a, n);
      if (quick != null) {
        return quick;
      }
    }
    // no double has more than 767 significant digits: beyond, only zeros
    BigDecimal b = new BigDecimal(a).round(new MathContext(Math.min(n, 800), RoundingMode.HALF_EVEN));
    String digits = b.unscaledValue().toString();
    int point = digits.length() - b.scale();
    if (digits.length() < n) {
      digits += "0".repeat(n - digits.length());
    }
    return new Digits(digits.substring(0, n), point);
  }

  /** As {@link #rounded} by one multiplication, whose exact error tells how to round; null where that does not do. */
  private static Digits quick(double a, int n) {
    int e = (int) Math.floor(Math.log10(a));
    for (int attempt = 0; attempt < 2; attempt++) {
      long scaled = scaled(a, n - 1 - e);
      if (scaled < 0) {
        return null;
      }
      String digits = Long.toString(scaled);
      if (digits.length() == n) {
        return new Digits(digits, e + 1);
      }
      e += digits.length() > n ? 1 : -1;
    }
    return null;
  }

  /** {@code a * 10**k} rounded half to even, exactly; -1 if out of reach. */
  private static long scaled(double a, int k) {
    if (k < -22 || k > 22) {
      return -1;
    }
    double r;
    double error;
    if (k >= 0) {
      r = a * POWERS[k];
      error = Math.fma(a, POWERS[k], -r);
    } else {
      r = a / POWERS[-k];
      error = -Math.fma(r, POWERS[-k], -a);
    }
    if (!(r < 1L << 51) || r < 1e-200 && a != 0) {
      return -1;
    }
    long n = (long) r;
    double fraction = r - n;
    if (fraction > 0.5 || fraction == 0.5 && (error > 0 || error == 0 && (n & 1) == 1)) {
      n++;
    }
    return n;
  }

  private static String fixed(double a, int precision, boolean alternate) {
    String digits;
    long n = precision <= 22 ? scaled(a, precision) : -1;
    if (n >= 0) {
      digits = Long.toString(n);
    } else if (a == 0) {
      digits = "0";
    } else {
      // beyond 1074 places every double has only zeros
      int places = Math.min(precision, 1100);
      digits = new BigDecimal(a).setScale(places, RoundingMode.HALF_EVEN).unscaledValue().toString();
      digits += "0".repeat(precision - places);
    }
    if (precision == 0) {
      return alternate ? digits + "." : digits;
    }
    if (digits.length() <= precision) {
      digits = "0".repeat(precision + 1 - digits.length()) + digits;
    }
    int dot = digits.length() - precision;
    return digits.substring(0, dot) + "." + digits.substring(dot);
  }

  private static String exponential(Digits d, int n, boolean alternate) {
    StringBuilder b = new StringBuilder(n + 8).append(d.digits.charAt(0));
    if (n > 1 || alternate) {
      b.append('.').append(d.digits, 1, n);
    }
    return exponent(b, d.point - 1);
  }

  private static String exponent(StringBuilder b, int e) {
    b.append(e < 0 ? "e-" : "e+");
    int abs = Math.abs(e);
    return (abs < 10 ? b.append('0') : b).append(abs).toString();
  }

  private static String general(double a, int precision, boolean alternate, boolean pointZero) {
    Digits d = rounded(a, precision);
    if (!alternate) {
      int to = precision;
      while (to > 1 && d.digits.charAt(to - 1) == '0') {
        to--;
      }
      d = new Digits(d.digits.substring(0, to), d.point);
    }
    return layout(d, precision, precision, alternate, pointZero);
  }

  /** Fixed notation if the point lies within {@code (-4, limit]}, else with an exponent. */
  private static String layout(Digits d, int precision, int limit, boolean alternate, boolean pointZero) {
    String s = d.digits;
    int point = d.point;
    // a repr goes to the exponent at 1e16, and so does a number that must look like a float
    boolean useExponent = point <= -4 || point > limit || pointZero && precision > 0 && point > limit - 1;
    if (useExponent) {
      StringBuilder b = new StringBuilder(s.length() + 8).append(s.charAt(0));
      if (s.length() > 1 || alternate) {
        b.append('.').append(s, 1, s.length());
      }
      return exponent(b, point - 1);
    }
    StringBuilder b = new StringBuilder(s.length() + 8);
    if (point <= 0) {
      b.append("0.").append("0".repeat(-point)).append(s);
    } else if (s.length() <= point) {
      b.append(s).append("0".repeat(point - s.length()));
      b.append(pointZero ? ".0" : alternate ? "." : "");
    } else {
      b.append(s, 0, point).append('.').append(s, point, s.length());
    }
    return b.toString();
  }
}
