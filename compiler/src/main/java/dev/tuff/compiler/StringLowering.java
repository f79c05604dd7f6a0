package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowering of f-strings, t-strings, and of {@code %} with a literal format, which becomes an f-string where that means the same.
 */
final class StringLowering {
  private static final int CONVERT_STR = 1;
  private static final int CONVERT_REPR = 2;
  private static final int CONVERT_ASCII = 3;

  private final CodeGen g;

  StringLowering(CodeGen g) {
    this.g = g;
  }

  void joined(Loc loc, List<Expr> values) {
    int n = values.size();
    if (n > ExpressionLowering.STACK_USE_GUIDELINE) {
      g.loadConst("", loc);
      g.loadAttr("join", true, loc);
      g.emit(BUILD_LIST, 0, loc);
      for (Expr value : values) {
        g.expressions.visit(value);
        g.emit(LIST_APPEND, 1, loc);
      }
      g.emit(CALL, 1, loc);
      return;
    }
    g.expressions.visitAll(values);
    if (n > 1) {
      g.emit(BUILD_STRING, n, loc);
    } else if (n == 0) {
      g.loadConst("", loc);
    }
  }

  void formatted(Expr.FormattedValue e) {
    Loc loc = Loc.of(e);
    g.expressions.visit(e.value());
    if (e.conversion() != -1) {
      g.emit(CONVERT_VALUE, conversion(e.conversion()), loc);
    }
    if (e.formatSpec() != null) {
      g.expressions.visit(e.formatSpec());
      g.emit(FORMAT_WITH_SPEC, loc);
    } else {
      g.emit(FORMAT_SIMPLE, loc);
    }
  }

  private int conversion(int c) {
    return switch (c) {
      case 's' -> CONVERT_STR;
      case 'r' -> CONVERT_REPR;
      case 'a' -> CONVERT_ASCII;
      default -> throw g.diagnostics.system("Unrecognized conversion character " + c);
    };
  }

  /** Strings and interpolations alternate; where two interpolations meet there is an empty string. */
  void template(Loc loc, List<Expr> values) {
    boolean afterInterpolation = true;
    int strings = 0;
    int interpolations = 0;
    for (Expr value : values) {
      if (value instanceof Expr.Interpolation) {
        if (afterInterpolation) {
          g.loadConst("", loc);
          strings++;
        }
        afterInterpolation = true;
      } else {
        g.expressions.visit(value);
        strings++;
        afterInterpolation = false;
      }
    }
    if (afterInterpolation) {
      g.loadConst("", loc);
      strings++;
    }
    g.emit(BUILD_TUPLE, strings, loc);
    for (Expr value : values) {
      if (value instanceof Expr.Interpolation) {
        g.expressions.visit(value);
        interpolations++;
      }
    }
    g.emit(BUILD_TUPLE, interpolations, loc);
    g.emit(BUILD_TEMPLATE, loc);
  }

  void interpolation(Expr.Interpolation e) {
    Loc loc = Loc.of(e);
    g.expressions.visit(e.value());
    g.loadConst(e.str(), loc);
    int arg = 2;
    if (e.formatSpec() != null) {
      arg++;
      g.expressions.visit(e.formatSpec());
    }
    if (e.conversion() != -1) {
      arg |= conversion(e.conversion()) << 2;
    }
    g.emit(BUILD_INTERPOLATION, arg, loc);
  }

  // ---- "literal" % (...) ----

  static boolean isFormat(Expr.BinOp b) {
    return b.op() == Operator.Mod && b.left() instanceof Expr.Constant c && c.value() instanceof String
        && b.right() instanceof Expr.Tuple;
  }

  /** Emits the operation as an f-string if it can be one. */
  boolean format(Expr.BinOp b) {
    List<Expr> parts = formatParts(b);
    if (parts == null) {
      return false;
    }
    joined(Loc.of(b), parts);
    return true;
  }

  /**
   * The parts of the f-string that does the same: the format has only %s, %r, %a and as many of them as there are values; else
   * null.
   */
  static List<Expr> formatParts(Expr.BinOp b) {
    if (!isFormat(b)) {
      return null;
    }
    List<Expr> elements = ((Expr.Tuple) b.right()).elts();
    if (ExpressionLowering.hasStarred(elements)) {
      return null;
    }
    return new FormatParser((String) ((Expr.Constant) b.left()).value(), elements).parse();
  }

  private static final class FormatParser {
    private static final int MAX_DIGITS = 3;
    private static final long NOWHERE = dev.tuff.syntax.ast.Node.pos(-1, -1);
    private final String format;
    private final List<Expr> elements;
    private int at;

    FormatParser(String format, List<Expr> elements) {
      this.format = format;
      this.elements = elements;
    }

    List<Expr> parse() {
      List<Expr> parts = new ArrayList<>();
      int used = 0;
      while (true) {
        String literal = literal();
        if (!literal.isEmpty()) {
          parts.add(new Expr.Constant(literal, null, NOWHERE, NOWHERE));
        }
        if (at >= format.length()) {
          return used == elements.size() ? parts : null;
        }
        if (used == elements.size()) {
          return null;
        }
        at++;
        Expr part = unit(elements.get(used++));
        if (part == null) {
          return null;
        }
        parts.add(part);
      }
    }

    private String literal() {
      StringBuilder text = new StringBuilder();
      while (at < format.length()) {
        char c = format.charAt(at);
        if (c == '%') {
          if (at + 1 >= format.length() || format.charAt(at + 1) != '%') {
            break;
          }
          at++;
        }
        text.append(c);
        at++;
      }
      return text.toString();
    }

    private int next() {
      return at < format.length() ? format.charAt(at++) : -1;
    }

    /** What follows a percent sign, or null if it is not simple. */
    private Expr unit(Expr value) {
      boolean leftAligned = false;
      int c = next();
      for (; c == '-' || c == '+' || c == ' ' || c == '#' || c == '0'; c = next()) {
        leftAligned |= c == '-';
      }
      int width = -1;
      if (isDigit(c)) {
        width = 0;
        for (int digits = 0; isDigit(c); c = next()) {
          width = width * 10 + c - '0';
          if (++digits >= MAX_DIGITS) {
            return null;
          }
        }
      }
      int precision = -1;
      if (c == '.') {
        precision = 0;
        c = next();
        for (int digits = 0; isDigit(c); c = next()) {
          precision = precision * 10 + c - '0';
          if (++digits >= MAX_DIGITS) {
            return null;
          }
        }
      }
      if (c != 's' && c != 'r' && c != 'a') {
        return null;
      }
      String spec = !leftAligned && width > 0 ? ">" : "";
      if (width >= 0) {
        spec = spec.concat(Integer.toString(width));
      }
      if (precision >= 0) {
        spec = spec.concat(".").concat(Integer.toString(precision));
      }
      Expr specExpr = spec.isEmpty() ? null : new Expr.Constant(spec, null, NOWHERE, NOWHERE);
      return new Expr.FormattedValue(value, c, specExpr, value.start(), value.end());
    }

    private static boolean isDigit(int c) {
      return c >= '0' && c <= '9';
    }
  }
}
