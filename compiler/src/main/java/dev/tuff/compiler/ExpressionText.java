package dev.tuff.compiler;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ConstantText;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.BoolOperator;
import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.UnaryOperator;
import java.util.List;

/** The source text of an expression, as {@code from __future__ import annotations} keeps it (PEP 563). */
public final class ExpressionText {
  // Levels of precedence, lowest first.
  private static final int TUPLE = 0;
  private static final int TEST = 1;
  private static final int OR = 2;
  private static final int AND = 3;
  private static final int NOT = 4;
  private static final int CMP = 5;
  private static final int EXPR = 6;
  private static final int BOR = EXPR;
  private static final int BXOR = 7;
  private static final int BAND = 8;
  private static final int SHIFT = 9;
  private static final int ARITH = 10;
  private static final int TERM = 11;
  private static final int FACTOR = 12;
  private static final int POWER = 13;
  private static final int AWAIT = 14;
  private static final int ATOM = 15;

  private final StringBuilder out = new StringBuilder();

  private ExpressionText() {}

  public static String of(Expr e) {
    ExpressionText text = new ExpressionText();
    text.append(e, TEST);
    return text.out.toString();
  }

  private void append(Expr e, int level) {
    if (e instanceof Expr.Name n) {
      out.append(n.id());
    } else if (e instanceof Expr.Constant c) {
      constant(c);
    } else if (e instanceof Expr.Attribute a) {
      attribute(a);
    } else if (e instanceof Expr.Subscript s) {
      append(s.value(), ATOM);
      out.append('[');
      append(s.slice(), TUPLE);
      out.append(']');
    } else if (e instanceof Expr.BinOp b) {
      binary(b, level);
    } else if (e instanceof Expr.Tuple t) {
      tuple(t, level);
    } else if (e instanceof Expr.ListExpr l) {
      list("[", l.elts(), "]");
    } else if (e instanceof Expr.Call c) {
      call(c);
    } else if (e instanceof Expr.UnaryOp u) {
      unary(u, level);
    } else if (e instanceof Expr.BoolOp b) {
      boolOp(b, level);
    } else if (e instanceof Expr.Compare c) {
      compare(c, level);
    } else {
      appendRarer(e, level);
    }
  }

  private void appendRarer(Expr e, int level) {
    if (e instanceof Expr.Lambda l) {
      open(level > TEST);
      out.append(hasParameters(l.args()) ? "lambda " : "lambda");
      parameters(l.args());
      out.append(": ");
      append(l.body(), TEST);
      close(level > TEST);
    } else if (e instanceof Expr.IfExp i) {
      open(level > TEST);
      append(i.body(), TEST + 1);
      out.append(" if ");
      append(i.test(), TEST + 1);
      out.append(" else ");
      append(i.orelse(), TEST);
      close(level > TEST);
    } else if (e instanceof Expr.NamedExpr n) {
      open(level > TUPLE);
      append(n.target(), ATOM);
      out.append(" := ");
      append(n.value(), ATOM);
      close(level > TUPLE);
    } else if (e instanceof Expr.Await a) {
      open(level > AWAIT);
      out.append("await ");
      append(a.value(), ATOM);
      close(level > AWAIT);
    } else if (e instanceof Expr.Starred s) {
      out.append('*');
      append(s.value(), EXPR);
    } else if (e instanceof Expr.Slice s) {
      slice(s);
    } else if (e instanceof Expr.Dict d) {
      dict(d);
    } else if (e instanceof Expr.Set s) {
      list("{", s.elts(), "}");
    } else if (e instanceof Expr.Yield y) {
      out.append(y.value() == null ? "(yield" : "(yield ");
      if (y.value() != null) {
        append(y.value(), TEST);
      }
      out.append(')');
    } else if (e instanceof Expr.YieldFrom y) {
      out.append("(yield from ");
      append(y.value(), TEST);
      out.append(')');
    } else if (e instanceof Expr.JoinedStr || e instanceof Expr.FormattedValue) {
      formatString('f', e);
    } else if (e instanceof Expr.TemplateStr || e instanceof Expr.Interpolation) {
      formatString('t', e);
    } else {
      comprehension(e);
    }
  }

  private void open(boolean parenthesize) {
    if (parenthesize) {
      out.append('(');
    }
  }

  private void close(boolean parenthesize) {
    if (parenthesize) {
      out.append(')');
    }
  }

  private void constant(Expr.Constant c) {
    if (c.value() == Const.Ellipsis.ELLIPSIS) {
      out.append("...");
      return;
    }
    if ("u".equals(c.kind())) {
      out.append('u');
    }
    String text = ConstantText.of(c.value());
    // There is no literal for infinity: one that overflows does.
    boolean number = c.value() instanceof Double || c.value() instanceof Const.Complex;
    out.append(number ? text.replace("inf", "1e309") : text);
  }

  private void attribute(Expr.Attribute a) {
    append(a.value(), ATOM);
    // The dot must not become part of an int.
    boolean isInt = a.value() instanceof Expr.Constant c
        && (c.value() instanceof Long || c.value() instanceof java.math.BigInteger);
    out.append(isInt ? " ." : ".").append(a.attr());
  }

  private void binary(Expr.BinOp b, int level) {
    int own = precedence(b.op());
    boolean power = b.op() == Operator.Pow;
    open(level > own);
    append(b.left(), power ? own + 1 : own);
    out.append(' ').append(b.op().symbol).append(' ');
    append(b.right(), power ? own : own + 1);
    close(level > own);
  }

  private static int precedence(Operator op) {
    return switch (op) {
      case Add, Sub -> ARITH;
      case Mult, MatMult, Div, Mod, FloorDiv -> TERM;
      case LShift, RShift -> SHIFT;
      case BitOr -> BOR;
      case BitXor -> BXOR;
      case BitAnd -> BAND;
      case Pow -> POWER;
    };
  }

  private void unary(Expr.UnaryOp u, int level) {
    int own = u.op() == UnaryOperator.Not ? NOT : FACTOR;
    open(level > own);
    out.append(u.op() == UnaryOperator.Not ? "not " : u.op().symbol);
    append(u.operand(), own);
    close(level > own);
  }

  private void boolOp(Expr.BoolOp b, int level) {
    int own = b.op() == BoolOperator.And ? AND : OR;
    open(level > own);
    for (int i = 0; i < b.values().size(); i++) {
      if (i > 0) {
        out.append(' ').append(b.op().symbol).append(' ');
      }
      append(b.values().get(i), own + 1);
    }
    close(level > own);
  }

  private void compare(Expr.Compare c, int level) {
    open(level > CMP);
    append(c.left(), CMP + 1);
    for (int i = 0; i < c.ops().size(); i++) {
      out.append(' ').append(c.ops().get(i).symbol).append(' ');
      append(c.comparators().get(i), CMP + 1);
    }
    close(level > CMP);
  }

  private void tuple(Expr.Tuple t, int level) {
    if (t.elts().isEmpty()) {
      out.append("()");
      return;
    }
    open(level > TUPLE);
    elements(t.elts());
    if (t.elts().size() == 1) {
      out.append(',');
    }
    close(level > TUPLE);
  }

  private void list(String open, List<Expr> elements, String close) {
    out.append(open);
    elements(elements);
    out.append(close);
  }

  private void elements(List<Expr> elements) {
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      append(elements.get(i), TEST);
    }
  }

  private void dict(Expr.Dict d) {
    out.append('{');
    for (int i = 0; i < d.values().size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      if (d.keys().get(i) == null) {
        out.append("**");
        append(d.values().get(i), EXPR);
      } else {
        append(d.keys().get(i), TEST);
        out.append(": ");
        append(d.values().get(i), TEST);
      }
    }
    out.append('}');
  }

  private void slice(Expr.Slice s) {
    if (s.lower() != null) {
      append(s.lower(), TEST);
    }
    out.append(':');
    if (s.upper() != null) {
      append(s.upper(), TEST);
    }
    if (s.step() != null) {
      out.append(':');
      append(s.step(), TEST);
    }
  }

  private void call(Expr.Call c) {
    append(c.func(), ATOM);
    if (c.args().size() == 1 && c.keywords().isEmpty() && c.args().getFirst() instanceof Expr.GeneratorExp) {
      append(c.args().getFirst(), TEST);
      return;
    }
    out.append('(');
    elements(c.args());
    boolean first = c.args().isEmpty();
    for (Keyword k : c.keywords()) {
      out.append(first ? "" : ", ").append(k.arg() == null ? "**" : k.arg().concat("="));
      append(k.value(), TEST);
      first = false;
    }
    out.append(')');
  }

  // ---- lambda ----

  private static boolean hasParameters(Arguments a) {
    return !a.posonlyargs().isEmpty() || !a.args().isEmpty() || a.vararg() != null || !a.kwonlyargs().isEmpty()
        || a.kwarg() != null;
  }

  private void parameters(Arguments a) {
    boolean first = true;
    int positional = a.posonlyargs().size() + a.args().size();
    for (int i = 0; i < positional; i++) {
      int posOnly = a.posonlyargs().size();
      Arg arg = i < posOnly ? a.posonlyargs().get(i) : a.args().get(i - posOnly);
      first = separate(first);
      int given = i - (positional - a.defaults().size());
      parameter(arg, given >= 0 ? a.defaults().get(given) : null);
      if (posOnly > 0 && i + 1 == posOnly) {
        out.append(", /");
      }
    }
    if (a.vararg() != null || !a.kwonlyargs().isEmpty()) {
      first = separate(first);
      out.append('*');
      if (a.vararg() != null) {
        parameter(a.vararg(), null);
      }
    }
    for (int i = 0; i < a.kwonlyargs().size(); i++) {
      first = separate(first);
      parameter(a.kwonlyargs().get(i), a.kwDefaults().get(i));
    }
    if (a.kwarg() != null) {
      separate(first);
      out.append("**");
      parameter(a.kwarg(), null);
    }
  }

  private boolean separate(boolean first) {
    if (!first) {
      out.append(", ");
    }
    return false;
  }

  private void parameter(Arg arg, Expr defaultValue) {
    out.append(arg.arg());
    if (arg.annotation() != null) {
      out.append(": ");
      append(arg.annotation(), TEST);
    }
    if (defaultValue != null) {
      out.append('=');
      append(defaultValue, TEST);
    }
  }

  // ---- comprehensions ----

  private void comprehension(Expr e) {
    if (e instanceof Expr.ListComp c) {
      comprehension("[", c.elt(), null, c.generators(), "]");
    } else if (e instanceof Expr.SetComp c) {
      comprehension("{", c.elt(), null, c.generators(), "}");
    } else if (e instanceof Expr.DictComp c) {
      comprehension("{", c.key(), c.value(), c.generators(), "}");
    } else if (e instanceof Expr.GeneratorExp c) {
      comprehension("(", c.elt(), null, c.generators(), ")");
    }
  }

  private void comprehension(String open, Expr element, Expr value, List<Comprehension> generators, String close) {
    out.append(open);
    append(element, TEST);
    if (value != null) {
      out.append(": ");
      append(value, TEST);
    }
    for (Comprehension generator : generators) {
      out.append(generator.isAsync() ? " async for " : " for ");
      append(generator.target(), TUPLE);
      out.append(" in ");
      append(generator.iter(), TEST + 1);
      for (Expr condition : generator.ifs()) {
        out.append(" if ");
        append(condition, TEST + 1);
      }
    }
    out.append(close);
  }

  // ---- f-strings and t-strings ----

  private void formatString(char prefix, Expr e) {
    StringBuilder body = new StringBuilder();
    formatPart(body, e, false);
    out.append(prefix).append(ConstantText.of(body.toString()));
  }

  private static void formatPart(StringBuilder body, Expr e, boolean spec) {
    if (e instanceof Expr.Constant c) {
      body.append(((String) c.value()).replace("{", "{{").replace("}", "}}"));
    } else if (e instanceof Expr.JoinedStr j) {
      for (Expr part : j.values()) {
        formatPart(body, part, spec);
      }
    } else if (e instanceof Expr.TemplateStr t) {
      for (Expr part : t.values()) {
        formatPart(body, part, spec);
      }
    } else if (e instanceof Expr.FormattedValue f) {
      replacement(body, f.value(), null, f.conversion(), f.formatSpec());
    } else if (e instanceof Expr.Interpolation i) {
      replacement(body, i.value(), i.str() instanceof String s ? s : null, i.conversion(), i.formatSpec());
    }
  }

  private static void replacement(StringBuilder body, Expr value, String source, int conversion, Expr spec) {
    String text = source;
    if (text == null) {
      ExpressionText inner = new ExpressionText();
      inner.append(value, TEST + 1);
      text = inner.out.toString();
    }
    body.append(text.startsWith("{") ? "{ " : "{").append(text);
    if (conversion != -1) {
      body.append('!').append((char) conversion);
    }
    if (spec != null) {
      body.append(':');
      formatPart(body, spec, true);
    }
    body.append('}');
  }
}
