package dev.tuff.typed.effects;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.UnaryOperator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What expressions give, and do. */
final class Expressions {
  private final ImportRun run;

  Expressions(ImportRun run) {
    this.run = run;
  }

  Known eval(Expr e, Scope s) {
    if (!run.step()) {
      return Known.plain("object");
    }
    return switch (e) {
      case Expr.Constant c -> constant(c.value());
      case Expr.Name n -> name(n, s);
      case Expr.Attribute a -> attribute(eval(a.value(), s), a.attr(), a);
      case Expr.Call c -> call(c, s);
      case Expr.BinOp o -> operator(List.of(eval(o.left(), s), eval(o.right(), s)), o);
      case Expr.UnaryOp o -> {
        Known v = eval(o.operand(), s);
        Boolean truth = o.op() == UnaryOperator.Not ? truth(v, o.operand()) : null;
        yield o.op() == UnaryOperator.Not ? new Known.Plain("bool", truth == null ? null : !truth) : operator(List.of(v), o);
      }
      case Expr.BoolOp o -> {
        Known result = null;
        for (Expr part : o.values()) {
          Known v = eval(part, s);
          Boolean truth = part == o.values().getLast() ? null : truth(v, part);
          boolean and = o.op() == dev.tuff.syntax.ast.BoolOperator.And;
          if (truth != null && truth != and) {
            result = Known.join(result, v);
            break;
          }
          result = truth != null ? result : Known.join(result, v);
        }
        yield result == null ? Known.plain("bool") : result;
      }
      case Expr.Compare c -> compare(c, s);
      case Expr.IfExp i -> {
        Boolean truth = truth(eval(i.test(), s), i.test());
        yield truth == null ? Known.join(eval(i.body(), s), eval(i.orelse(), s)) : eval(truth ? i.body() : i.orelse(), s);
      }
      case Expr.NamedExpr n -> {
        Known v = eval(n.value(), s);
        run.statements.assign(n.target(), v, s);
        yield v;
      }
      case Expr.Subscript x -> subscript(eval(x.value(), s), x.slice() instanceof Expr.Slice sl ? slice(sl, s) : eval(x.slice(), s), x);
      case Expr.Tuple t -> new Known.Row(all(t.elts(), s));
      case Expr.ListExpr l -> container("list", all(l.elts(), s), null);
      case Expr.Set l -> container("set", all(l.elts(), s), null);
      case Expr.Dict d -> dict(d, s);
      case Expr.ListComp c -> comprehension("list", c.elt(), null, c.generators(), s);
      case Expr.SetComp c -> comprehension("set", c.elt(), null, c.generators(), s);
      case Expr.GeneratorExp c -> comprehension("generator", c.elt(), null, c.generators(), s);
      case Expr.DictComp c -> comprehension("dict", c.value(), c.key(), c.generators(), s);
      case Expr.JoinedStr j -> {
        all(j.values(), s);
        yield Known.plain("str");
      }
      case Expr.TemplateStr j -> {
        all(j.values(), s);
        yield Known.plain("Template");
      }
      case Expr.FormattedValue f -> formatted(f.value(), f.formatSpec(), s);
      case Expr.Interpolation f -> formatted(f.value(), f.formatSpec(), s);
      case Expr.Lambda l -> new Known.Function("<lambda>", l.args(), all(l.args().defaults(), s), run.statements.keywordDefaults(l.args(), s),
          null, l.body(), s, l, run.module(), run.file(), false, run.owner);
      case Expr.Starred x -> items(eval(x.value(), s), x);
      case Expr.Yield y -> {
        run.statements.yielded(y.value() == null ? Known.plain("NoneType") : eval(y.value(), s));
        yield Known.plain("object");
      }
      case Expr.YieldFrom y -> {
        run.statements.yielded(items(eval(y.value(), s), y));
        yield Known.plain("object");
      }
      case Expr.Await a -> eval(a.value(), s);
      case Expr.Slice x -> slice(x, s);
      case Expr.Typed t -> throw new IllegalStateException("a typed tree");
    };
  }

  List<Known> all(List<Expr> list, Scope s) {
    List<Known> values = new ArrayList<>();
    for (Expr e : list) {
      if (e != null) {
        values.add(eval(e, s));
      }
    }
    return values;
  }

  private Known slice(Expr.Slice x, Scope s) {
    for (Expr part : new Expr[] {x.lower(), x.upper(), x.step()}) {
      if (part != null) {
        eval(part, s);
      }
    }
    return Known.plain("slice");
  }

  private Known formatted(Expr value, Expr spec, Scope s) {
    Known v = eval(value, s);
    if (spec != null) {
      eval(spec, s);
    }
    return v instanceof Known.Unknown u ? run.unknown(u, "formatting of", value) : Known.plain("str");
  }

  private static Known constant(Object v) {
    return switch (v) {
      case Boolean b -> new Known.Plain("bool", b);
      case Long n -> new Known.Plain("int", n);
      case BigInteger n -> new Known.Plain("int", n);
      case String t -> new Known.Plain("str", t);
      case Double d -> new Known.Plain("float", d);
      case Const.None n -> new Known.Plain("NoneType", Const.None.NONE);
      default -> Known.plain("object");
    };
  }

  private Known name(Expr.Name n, Scope s) {
    Known v = s.find(n.id());
    if (v != null) {
      return v;
    }
    if (n.id().equals("__name__")) {
      return new Known.Plain("str", run.module());
    }
    Known constant = Models.constant(n.id());
    if (constant != null) {
      return constant;
    }
    boolean builtin = Models.isPure(n.id()) || Models.prohibited(n.id()) != null || n.id().equals("aiter") || n.id().equals("anext");
    // a name that nothing binds raises NameError, or was lost where ways met
    return builtin ? new Known.Builtin(n.id()) : new Known.Unknown("`" + n.id() + "`", true);
  }

  // ---- operations

  /** The truth of a value if it is known; asking for it is an operation. */
  Boolean truth(Known v, Node node) {
    return switch (v) {
      case Known.Unknown u -> {
        run.unknown(u, "test of", node);
        yield null;
      }
      case Known.Plain p when p.constant() != null -> switch (p.constant()) {
        case Boolean b -> b;
        case Long n -> n != 0;
        case String t -> !t.isEmpty();
        case Const.None none -> false;
        default -> null;
      };
      case Known.Function f -> true;
      case Known.Class c -> true;
      case Known.Instance i -> {
        special(i, "__bool__", List.of(), node);
        yield null;
      }
      default -> null;
    };
  }

  private Known operator(List<Known> operands, Expr node) {
    for (Known v : operands) {
      for (Known x : v instanceof Known.OneOf o ? o.values() : List.of(v)) {
        if (x instanceof Known.Unknown u) {
          return run.unknown(u, "operation on", node);
        }
      }
    }
    if (node instanceof Expr.BinOp o && operands.getFirst() instanceof Known.Instance i) {
      Known made = special(i, method(o), operands.subList(1, 2), node);
      if (made != null) {
        return made;
      }
    }
    Known first = operands.getFirst();
    if (first instanceof Known.Container c) {
      return container(c.type, c.items == null ? List.of() : List.of(c.items), c.keys == null ? null : List.of(c.keys));
    }
    // int | None, and formatting, too
    return first instanceof Known.Plain p ? Known.plain(p.type()) : first instanceof Known.Model m ? m : Known.plain("object");
  }

  private static String method(Expr.BinOp o) {
    return switch (o.op()) {
      case Add -> "__add__";
      case Sub -> "__sub__";
      case Mult -> "__mul__";
      case BitOr -> "__or__";
      case BitAnd -> "__and__";
      case RShift -> "__rshift__";
      case LShift -> "__lshift__";
      case Mod -> "__mod__";
      case Div -> "__truediv__";
      default -> "__" + o.op().name().toLowerCase(java.util.Locale.ROOT) + "__";
    };
  }

  /** What an instance's method of that name gives; null if its class has none. */
  Known special(Known.Instance i, String method, List<Known> arguments, Node node) {
    return i.type instanceof Known.Class c && c.find(method) instanceof Known.Function f
        ? run.calls.function(f, i, arguments, Map.of(), node) : null;
  }

  private Known compare(Expr.Compare c, Scope s) {
    Known left = eval(c.left(), s);
    Boolean result = null;
    for (int i = 0; i < c.ops().size(); i++) {
      Known right = eval(c.comparators().get(i), s);
      CmpOperator op = c.ops().get(i);
      if (op != CmpOperator.Is && op != CmpOperator.IsNot) {
        operator(List.of(left, right), c);
      }
      if (c.ops().size() == 1 && left instanceof Known.Plain p && right instanceof Known.Plain q && p.constant() != null
          && q.constant() != null) {
        result = switch (op) {
          case Eq, Is -> p.constant().equals(q.constant());
          case NotEq, IsNot -> !p.constant().equals(q.constant());
          default -> null;
        };
      }
      left = right;
    }
    return new Known.Plain("bool", result);
  }

  private Known call(Expr.Call c, Scope s) {
    Known f = eval(c.func(), s);
    List<Known> arguments = new ArrayList<>();
    for (Expr e : c.args()) {
      if (e instanceof Expr.Starred x && eval(x.value(), s) instanceof Known.Row r) {
        arguments.addAll(r.items());
      } else {
        arguments.add(eval(e, s));
      }
    }
    Map<String, Known> keywords = new LinkedHashMap<>();
    for (Keyword k : c.keywords()) {
      Known v = eval(k.value(), s);
      if (k.arg() != null) {
        keywords.put(k.arg(), v);
      } else if (v instanceof Known.Unknown u) {
        run.unknown(u, "unpacking of", k);
      }
    }
    if (f instanceof Known.Builtin b && b.name().equals("super") && arguments.isEmpty() && s.find("__class__") instanceof Known.Class of) {
      return new Known.Super(s.names.isEmpty() ? Known.plain("object") : s.names.values().iterator().next(), of);
    }
    return run.calls.call(f, arguments, keywords, c);
  }

  // ---- attributes and items

  Known attribute(Known v, String name, Node node) {
    return switch (v) {
      case Known.Unknown u -> run.unknown(u, "attribute `" + name + "` of", node);
      case Known.OneOf o -> {
        Known all = null;
        for (Known x : o.values()) {
          all = Known.join(all, attribute(x, name, node));
        }
        yield all;
      }
      case Known.Module m -> member(m, name, node);
      case Known.Class c -> {
        Known found = c.find(name);
        yield found == null ? modelled(c) : unwrapped(found, null, c, node);
      }
      case Known.Instance i -> {
        Known own = i.attributes.get(name);
        Known of = own == null && i.type instanceof Known.Class c ? c.find(name) : null;
        yield own != null ? own : of != null ? unwrapped(of, i, (Known.Class) i.type, node)
            : i.type instanceof Known.Class c ? modelled(c) : new Known.Method(i, name);
      }
      case Known.Function f -> f.attributes.getOrDefault(name, name.equals("__call__") ? f : Known.plain("object"));
      case Known.Super x -> {
        Known found = null;
        for (Known base : x.of().bases) {
          found = found == null && base instanceof Known.Class c ? c.find(name) : found;
        }
        yield found == null ? new Known.Method(x.self(), name) : unwrapped(found, x.self(), x.of(), node);
      }
      case Known.Model m -> new Known.Model(m.shown() + "." + name);
      default -> new Known.Method(v, name);
    };
  }

  /** What a class that is not wholly known may have from elsewhere. */
  private static Known modelled(Known.Class c) {
    for (Known base : c.bases) {
      if (base instanceof Known.Model m) {
        return new Known.Model(m.shown());
      }
    }
    return Known.plain("object");
  }

  private Known member(Known.Module m, String name, Node node) {
    Known own = m.names() == null ? Models.constant(m.name(), name) : m.names().get(name);
    if (own != null) {
      return own;
    }
    Known.Module below = run.analyser.module(m.name() + "." + name);
    if (below.names() != null) {
      return below;
    }
    if (m.names() != null) {
      return Known.plain("object");
    }
    if (Models.isModelled(m.name(), name)) {
      return new Known.Model("`" + m.name() + "." + name + "`");
    }
    return run.unknown(new Known.Unknown("module " + m.name() + ", which is not strict", false), "attribute `" + name + "` of", node);
  }

  /** An attribute of a class as its instance, or it itself, gives it. */
  private Known unwrapped(Known found, Known.Instance wrapper, Known self, Known.Class of, Node node) {
    Known inner = wrapper.attributes.get("function");
    return switch (((Known.Builtin) wrapper.type).name()) {
      case "classmethod" -> inner instanceof Known.Function f ? new Known.Bound(of, f) : Known.plain("object");
      case "property" -> self != null && inner instanceof Known.Function f ? run.calls.function(f, self, List.of(), Map.of(), node) : found;
      default -> inner == null ? Known.plain("object") : inner;
    };
  }

  private Known unwrapped(Known found, Known self, Known.Class of, Node node) {
    if (found instanceof Known.Instance i && i.type instanceof Known.Builtin) {
      return unwrapped(found, i, self, of, node);
    }
    return found instanceof Known.Function f && self != null ? new Known.Bound(self, f) : found;
  }

  private Known subscript(Known v, Known index, Expr.Subscript node) {
    return switch (v) {
      case Known.Unknown u -> run.unknown(u, "item of", node);
      case Known.Row r -> index instanceof Known.Plain p && p.constant() instanceof Long n && n >= -r.items().size() && n < r.items().size()
          ? r.items().get((int) (n < 0 ? n + r.items().size() : n)) : items(r, node);
      case Known.Container c -> c.items == null ? Known.plain("object") : c.items;
      case Known.Instance i -> {
        Known made = special(i, "__getitem__", List.of(index), node);
        yield made == null ? Known.plain("object") : made;
      }
      case Known.Class c -> c;
      case Known.Model m -> m;
      case Known.Builtin b -> b;
      default -> Known.plain(v instanceof Known.Plain p ? p.type() : "object");
    };
  }

  /** What iterating gives. */
  Known items(Known v, Node node) {
    return switch (v) {
      case Known.Unknown u -> run.unknown(u, "iteration over", node);
      case Known.Row r -> {
        Known all = null;
        for (Known x : r.items()) {
          all = Known.join(all, x);
        }
        yield all == null ? Known.plain("object") : all;
      }
      case Known.Container c -> c.keys != null ? c.keys : c.items == null ? Known.plain("object") : c.items;
      case Known.Instance i -> {
        Known iterator = special(i, "__iter__", List.of(), node);
        yield iterator instanceof Known.Container c && c.items != null ? c.items : Known.plain("object");
      }
      case Known.Plain p -> Known.plain(p.type().equals("str") ? "str" : "object");
      case Known.OneOf o -> {
        Known all = null;
        for (Known x : o.values()) {
          all = Known.join(all, items(x, node));
        }
        yield all;
      }
      case Known.Model m -> m;
      default -> Known.plain("object");
    };
  }

  // ---- displays

  Known.Container container(String type, List<Known> items, List<Known> keys) {
    Known.Container c = new Known.Container(type, run.owner);
    for (Known v : items) {
      c.items = Known.join(c.items, v);
    }
    for (Known k : keys == null ? List.<Known>of() : keys) {
      c.keys = Known.join(c.keys, k);
    }
    return c;
  }

  private Known dict(Expr.Dict d, Scope s) {
    Known.Container c = container("dict", List.of(), List.of(Known.plain("object")));
    for (int i = 0; i < d.values().size(); i++) {
      Known v = eval(d.values().get(i), s);
      if (d.keys().get(i) == null) {
        c.items = Known.join(c.items, v instanceof Known.Container from ? from.items : items(v, d.values().get(i)));
      } else {
        Known key = eval(d.keys().get(i), s);
        if (key instanceof Known.Unknown u) {
          run.unknown(u, "hashing of", d.keys().get(i));
        }
        c.keys = Known.join(c.keys, key);
        c.items = Known.join(c.items, v);
      }
    }
    return c;
  }

  private Known comprehension(String type, Expr element, Expr key, List<Comprehension> generators, Scope s) {
    Scope inner = Scope.in(s, false);
    for (Comprehension g : generators) {
      run.statements.assign(g.target(), items(eval(g.iter(), inner), g.iter()), inner);
      for (Expr test : g.ifs()) {
        truth(eval(test, inner), test);
      }
    }
    Known k = key == null ? null : eval(key, inner);
    return container(type, List.of(eval(element, inner)), k == null ? null : List.of(k));
  }
}
