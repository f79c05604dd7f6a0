package dev.tuff.typed.effects;

import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.WithItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What statements do. A statement tells whether what follows it is reached. */
final class Statements {
  /** What a function that is followed has given so far. */
  static final class Results {
    Known returned;
    Known yielded;
  }

  private final ImportRun run;
  private final Deque<Results> results = new ArrayDeque<>();

  Statements(ImportRun run) {
    this.run = run;
  }

  void module(Mod.Module tree, Map<String, Known> names) {
    results.push(new Results());
    body(tree.body(), new Scope(names, null, false));
    results.pop();
  }

  Results function(Known.Function f, Scope s) {
    Results r = new Results();
    results.push(r);
    if (f.value != null) {
      r.returned = run.expressions.eval(f.value, s);
    } else if (body(f.body, s)) {
      r.returned = Known.join(r.returned, Known.plain("NoneType"));
    }
    results.pop();
    return r;
  }

  void yielded(Known v) {
    Results r = results.peek();
    r.yielded = Known.join(r.yielded, v);
  }

  private boolean body(List<Stmt> body, Scope s) {
    for (Stmt x : body) {
      if (!run.step() || !statement(x, s)) {
        return false;
      }
    }
    return true;
  }

  private Known eval(Expr e, Scope s) {
    return run.expressions.eval(e, s);
  }

  private boolean statement(Stmt x, Scope s) {
    switch (x) {
      case Stmt.FunctionDef f -> define(f, f.name(), f.args(), f.body(), f.decoratorList(), false, s);
      case Stmt.AsyncFunctionDef f -> define(f, f.name(), f.args(), f.body(), f.decoratorList(), true, s);
      case Stmt.ClassDef c -> classDef(c, s);
      case Stmt.Return r -> {
        Results now = results.peek();
        now.returned = Known.join(now.returned, r.value() == null ? Known.plain("NoneType") : eval(r.value(), s));
        return false;
      }
      case Stmt.Raise r -> {
        if (r.exc() != null) {
          eval(r.exc(), s);
        }
        return false;
      }
      case Stmt.Break b -> {
        return false;
      }
      case Stmt.Continue c -> {
        return false;
      }
      case Stmt.Delete d -> d.targets().forEach(t -> delete(t, s));
      case Stmt.Assign a -> {
        Known v = eval(a.value(), s);
        a.targets().forEach(t -> assign(t, v, s));
      }
      case Stmt.AugAssign a -> augmented(a, s);
      case Stmt.AnnAssign a -> {
        if (a.value() != null) {
          assign(a.target(), eval(a.value(), s), s);
        }
      }
      case Stmt.TypeAlias t -> assign(t.name(), new Known.Model("`" + ((Expr.Name) t.name()).id() + "`"), s);
      case Stmt.For f -> loop(f.target(), run.expressions.items(eval(f.iter(), s), f.iter()), f.body(), f.orelse(), s);
      case Stmt.AsyncFor f -> loop(f.target(), run.expressions.items(eval(f.iter(), s), f.iter()), f.body(), f.orelse(), s);
      case Stmt.While w -> repeat(w, s);
      case Stmt.If i -> {
        Boolean truth = run.expressions.truth(eval(i.test(), s), i.test());
        return truth == null ? either(i.body(), i.orelse(), s) : body(truth ? i.body() : i.orelse(), s);
      }
      case Stmt.With w -> {
        return with(w.items(), w.body(), s);
      }
      case Stmt.AsyncWith w -> {
        return with(w.items(), w.body(), s);
      }
      case Stmt.Match m -> match(m, s);
      case Stmt.Try t -> {
        return attempt(t.body(), t.handlers(), t.orelse(), t.finalbody(), s);
      }
      case Stmt.TryStar t -> {
        return attempt(t.body(), t.handlers(), t.orelse(), t.finalbody(), s);
      }
      case Stmt.Assert a -> run.expressions.truth(eval(a.test(), s), a.test());
      case Stmt.Import i -> i.names().forEach(a -> imports(a, s));
      case Stmt.ImportFrom i -> importsFrom(i, s);
      case Stmt.Global g -> s.globals.addAll(g.names());
      case Stmt.Nonlocal g -> s.outer.addAll(g.names());
      case Stmt.ExprStmt e -> eval(e.value(), s);
      case Stmt.Pass p -> {
        // nothing to do
      }
    }
    return true;
  }

  // ---- ways that part and meet

  private boolean either(List<Stmt> one, List<Stmt> other, Scope s) {
    Map<String, Known> before = new LinkedHashMap<>(s.names);
    boolean first = body(one, s);
    Map<String, Known> after = new LinkedHashMap<>(s.names);
    reset(s, before);
    boolean second = body(other, s);
    if (!second) {
      reset(s, after);
    } else if (first) {
      meet(s, after);
    }
    return first || second;
  }

  private static void reset(Scope s, Map<String, Known> names) {
    s.names.clear();
    s.names.putAll(names);
  }

  private static void meet(Scope s, Map<String, Known> other) {
    other.forEach((name, v) -> s.names.merge(name, v, Known::join));
  }

  private void loop(Expr target, Known item, List<Stmt> body, List<Stmt> orelse, Scope s) {
    for (int round = 0; round < 2; round++) {
      Map<String, Known> before = new LinkedHashMap<>(s.names);
      assign(target, item, s);
      body(body, s);
      meet(s, before);
    }
    body(orelse, s);
  }

  private void repeat(Stmt.While w, Scope s) {
    for (int round = 0; round < 2; round++) {
      Boolean truth = run.expressions.truth(eval(w.test(), s), w.test());
      if (Boolean.FALSE.equals(truth)) {
        break;
      }
      Map<String, Known> before = new LinkedHashMap<>(s.names);
      body(w.body(), s);
      meet(s, before);
    }
    body(w.orelse(), s);
  }

  private boolean attempt(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> last, Scope s) {
    Map<String, Known> before = new LinkedHashMap<>(s.names);
    boolean reached = body(body, s);
    Map<String, Known> thrown = new LinkedHashMap<>(s.names);
    before.forEach((name, v) -> thrown.merge(name, v, Known::join));
    reached = reached && body(orelse, s);
    Map<String, Known> after = reached ? new LinkedHashMap<>(s.names) : null;
    for (ExceptHandler h : handlers) {
      reset(s, thrown);
      if (h.type() != null) {
        eval(h.type(), s);
      }
      if (h.name() != null) {
        s.names.put(h.name(), Known.plain("exception"));
      }
      if (body(h.body(), s)) {
        if (after != null) {
          meet(s, after);
        }
        after = new LinkedHashMap<>(s.names);
      }
    }
    reset(s, after == null ? thrown : after);
    return body(last, s) && after != null;
  }

  private void match(Stmt.Match m, Scope s) {
    Known subject = eval(m.subject(), s);
    if (subject instanceof Known.Unknown u) {
      run.unknown(u, "match of", m.subject());
    }
    for (MatchCase c : m.cases()) {
      Map<String, Known> before = new LinkedHashMap<>(s.names);
      capture(c.pattern(), subject, s);
      if (c.guard() != null) {
        run.expressions.truth(eval(c.guard(), s), c.guard());
      }
      body(c.body(), s);
      meet(s, before);
    }
  }

  private void capture(dev.tuff.syntax.ast.Pattern p, Known subject, Scope s) {
    switch (p) {
      case dev.tuff.syntax.ast.Pattern.MatchAs a -> {
        if (a.pattern() != null) {
          capture(a.pattern(), subject, s);
        }
        if (a.name() != null) {
          s.names.put(a.name(), subject);
        }
      }
      case dev.tuff.syntax.ast.Pattern.MatchStar a -> {
        if (a.name() != null) {
          s.names.put(a.name(), Known.plain("list"));
        }
      }
      case dev.tuff.syntax.ast.Pattern.MatchOr o -> o.patterns().forEach(x -> capture(x, subject, s));
      case dev.tuff.syntax.ast.Pattern.MatchSequence q -> q.patterns().forEach(x -> capture(x, Known.plain("object"), s));
      case dev.tuff.syntax.ast.Pattern.MatchMapping q -> q.patterns().forEach(x -> capture(x, Known.plain("object"), s));
      case dev.tuff.syntax.ast.Pattern.MatchClass q -> {
        q.patterns().forEach(x -> capture(x, Known.plain("object"), s));
        q.kwdPatterns().forEach(x -> capture(x, Known.plain("object"), s));
      }
      default -> {
        // binds nothing
      }
    }
  }

  private boolean with(List<WithItem> items, List<Stmt> body, Scope s) {
    int allowed = 0;
    for (WithItem w : items) {
      if (w.contextExpr() instanceof Expr.Name n && n.id().equals("allow_side_effects") && s.find(n.id()) instanceof Known.Model) {
        allowed++;
        continue;
      }
      Known manager = eval(w.contextExpr(), s);
      Known entered = run.calls.call(run.expressions.attribute(manager, "__enter__", w.contextExpr()), List.of(), Map.of(), w.contextExpr());
      if (w.optionalVars() != null) {
        assign(w.optionalVars(), entered, s);
      }
      Known none = Known.plain("NoneType");
      run.calls.call(run.expressions.attribute(manager, "__exit__", w.contextExpr()), List.of(none, none, none), Map.of(), w.contextExpr());
    }
    run.allowed += allowed;
    boolean reached = body(body, s);
    run.allowed -= allowed;
    return reached;
  }

  // ---- definitions

  Map<String, Known> keywordDefaults(Arguments a, Scope s) {
    Map<String, Known> values = new LinkedHashMap<>();
    for (int i = 0; i < a.kwonlyargs().size(); i++) {
      Expr d = a.kwDefaults().get(i);
      if (d != null) {
        values.put(a.kwonlyargs().get(i).arg(), eval(d, s));
      }
    }
    return values;
  }

  private void define(Stmt node, String name, Arguments args, List<Stmt> body, List<Expr> decorators, boolean coroutine, Scope s) {
    List<Known> by = run.expressions.all(decorators, s);
    Known made = new Known.Function(name, args, run.expressions.all(args.defaults(), s), keywordDefaults(args, s), body, null, s, node,
        run.module(), run.file(), coroutine, run.owner);
    s.target(name).names.put(name, decorated(made, by, decorators));
  }

  private Known decorated(Known made, List<Known> by, List<Expr> decorators) {
    Known v = made;
    for (int i = decorators.size() - 1; i >= 0; i--) {
      v = run.calls.call(by.get(i), List.of(v), Map.of(), decorators.get(i));
    }
    return v;
  }

  private void classDef(Stmt.ClassDef c, Scope s) {
    List<Known> by = run.expressions.all(c.decoratorList(), s);
    List<Known> bases = new ArrayList<>();
    for (Expr e : c.bases()) {
      Known base = eval(e, s);
      bases.add(base instanceof Known.Unknown u ? run.unknown(u, "subclass of", e) : base);
    }
    Known.Class made = new Known.Class(c.name(), bases, run.owner);
    Map<String, Known> keywords = new LinkedHashMap<>();
    Known metaclass = null;
    for (Keyword k : c.keywords()) {
      Known v = eval(k.value(), s);
      if ("metaclass".equals(k.arg())) {
        metaclass = v;
      } else if (k.arg() != null) {
        keywords.put(k.arg(), v);
      }
    }
    Scope inner = Scope.in(s, true);
    body(c.body(), inner);
    made.attributes.putAll(inner.names);
    for (Known v : inner.names.values()) {
      defines(v, made);
    }
    ClassConflicts.check(c, run);
    Known result = made;
    if (metaclass instanceof Known.Unknown u) {
      run.unknown(u, "class made by metaclass", c);
    } else if (metaclass instanceof Known.Class m && m.find("__init__") instanceof Known.Function init) {
      run.calls.function(init, made, List.of(Known.plain("str"), new Known.Row(bases), Known.plain("dict")), keywords, c);
    } else if (metaclass instanceof Known.Function f) {
      result = run.calls.function(f, null, List.of(Known.plain("str"), new Known.Row(bases), Known.plain("dict")), keywords, c);
    }
    for (Known base : bases) {
      if (base instanceof Known.Class b && b.find("__init_subclass__") != null) {
        Known hook = b.find("__init_subclass__");
        Known inside = hook instanceof Known.Instance w && w.attributes.get("function") != null ? w.attributes.get("function") : hook;
        if (inside instanceof Known.Function f) {
          run.calls.function(f, made, List.of(), keywords, c);
        }
        break;
      }
    }
    s.target(c.name()).names.put(c.name(), decorated(result, by, c.decoratorList()));
  }

  private static void defines(Known v, Known.Class c) {
    Known inside = v instanceof Known.Instance w && w.type instanceof Known.Builtin ? w.attributes.get("function") : v;
    if (inside instanceof Known.Function f && f.definedIn == null) {
      f.definedIn = c;
    }
  }

  // ---- bindings

  void assign(Expr target, Known v, Scope s) {
    switch (target) {
      case Expr.Name n -> bind(n.id(), v, s, n);
      case Expr.Attribute a -> {
        Known of = eval(a.value(), s);
        setAttribute(of, a.attr(), v, a);
      }
      case Expr.Subscript x -> {
        Known of = eval(x.value(), s);
        Known index = eval(x.slice(), s);
        run.change(of, "setting of an item", x);
        if (of instanceof Known.Container c) {
          c.items = Known.join(c.items, v);
          c.keys = c.keys == null ? null : Known.join(c.keys, index);
        } else if (of instanceof Known.Instance i) {
          run.expressions.special(i, "__setitem__", List.of(index, v), x);
        }
      }
      case Expr.Starred x -> assign(x.value(), run.expressions.container("list", List.of(v), null), s);
      case Expr.Tuple t -> unpack(t.elts(), v, s, t);
      case Expr.ListExpr t -> unpack(t.elts(), v, s, t);
      default -> throw new IllegalStateException(target.getClass().getSimpleName());
    }
  }

  private void bind(String name, Known v, Scope s, Node node) {
    Scope to = s.target(name);
    if (to == to.module && to != s && !run.module().equals(run.owner)) {
      run.found(Finding.Code.MODIFIES_IMPORT,
          "variable `" + name + "` of module " + run.module() + " is modified by " + run.owner, node);
    }
    to.names.put(name, to == s ? v : Known.join(to.names.get(name), v));
  }

  private void unpack(List<Expr> targets, Known v, Scope s, Node node) {
    boolean same = v instanceof Known.Row r && r.items().size() == targets.size() && targets.stream().noneMatch(Expr.Starred.class::isInstance);
    for (int i = 0; i < targets.size(); i++) {
      assign(targets.get(i), same ? ((Known.Row) v).items().get(i) : run.expressions.items(v, node), s);
    }
  }

  void setAttribute(Known of, String name, Known v, Node node) {
    run.change(of, "setting of attribute `" + name + "`", node);
    for (Known x : of instanceof Known.OneOf o ? o.values() : List.of(of)) {
      if (x instanceof Known.Instance i && i.type instanceof Known.Class c && c.find("__setattr__") instanceof Known.Function f) {
        run.calls.function(f, i, List.of(new Known.Plain("str", name), v), Map.of(), node);
      } else if (x instanceof Known.Owned owned) {
        owned.attributes.merge(name, v, Known::join);
      }
    }
  }

  private void augmented(Stmt.AugAssign a, Scope s) {
    Expr now = switch (a.target()) {
      case Expr.Name n -> new Expr.Name(n.id(), dev.tuff.syntax.ast.ExprContext.Load, n.start(), n.end());
      case Expr.Attribute t -> new Expr.Attribute(t.value(), t.attr(), dev.tuff.syntax.ast.ExprContext.Load, t.start(), t.end());
      case Expr.Subscript t -> new Expr.Subscript(t.value(), t.slice(), dev.tuff.syntax.ast.ExprContext.Load, t.start(), t.end());
      default -> throw new IllegalStateException(a.target().getClass().getSimpleName());
    };
    Known before = eval(now, s);
    if (before instanceof Known.Container c) {
      run.change(c, "`" + "+=" + "` and the like", a);
      Known more = eval(a.value(), s);
      c.items = Known.join(c.items, more instanceof Known.Container m ? m.items : run.expressions.items(more, a.value()));
      assign(a.target(), c, s);
    } else {
      assign(a.target(), eval(new Expr.BinOp(now, a.op(), a.value(), a.start(), a.end()), s), s);
    }
  }

  private void delete(Expr target, Scope s) {
    switch (target) {
      case Expr.Name n -> s.target(n.id()).names.remove(n.id());
      case Expr.Attribute a -> run.change(eval(a.value(), s), "deletion of attribute `" + a.attr() + "`", a);
      case Expr.Subscript x -> {
        eval(x.slice(), s);
        run.change(eval(x.value(), s), "deletion of an item", x);
      }
      case Expr.Tuple t -> t.elts().forEach(e -> delete(e, s));
      case Expr.ListExpr t -> t.elts().forEach(e -> delete(e, s));
      default -> throw new IllegalStateException(target.getClass().getSimpleName());
    }
  }

  // ---- imports

  private void imports(Alias a, Scope s) {
    int dot = a.name().indexOf('.');
    Known.Module whole = run.analyser.module(a.name());
    if (a.asname() != null || dot < 0) {
      s.target(a.asname() != null ? a.asname() : a.name()).names.put(a.asname() != null ? a.asname() : a.name(), whole);
    } else {
      String top = a.name().substring(0, dot);
      s.target(top).names.put(top, run.analyser.module(top));
    }
  }

  private void importsFrom(Stmt.ImportFrom i, Scope s) {
    String from = i.level() == 0 ? i.module() : absolute(i);
    Known.Module m = run.analyser.module(from);
    for (Alias a : i.names()) {
      if (a.name().equals("*")) {
        star(m, i, s);
        continue;
      }
      String as = a.asname() != null ? a.asname() : a.name();
      s.target(as).names.put(as, imported(m, a.name()));
    }
  }

  private Known imported(Known.Module m, String name) {
    Known v = m.names() == null ? Models.constant(m.name(), name) : m.names().get(name);
    if (v == null) {
      Known.Module below = run.analyser.module(m.name() + "." + name);
      v = below.names() != null ? below : m.names() != null ? Known.plain("object")
          : Models.isModelled(m.name(), name) ? new Known.Model("`" + m.name() + "." + name + "`")
          : new Known.Unknown("`" + name + "` of " + m.name() + ", which is not strict", false);
    }
    return v;
  }

  private void star(Known.Module m, Stmt.ImportFrom i, Scope s) {
    if (m.names() == null) {
      run.found(Finding.Code.STAR_IMPORT, "star import from " + m.name() + ", which is not strict", i);
    } else {
      m.names().forEach((name, v) -> {
        if (!name.startsWith("_")) {
          s.names.put(name, v);
        }
      });
    }
  }

  private String absolute(Stmt.ImportFrom i) {
    List<String> parts = new ArrayList<>(List.of(run.module().split("\\.")));
    int strip = run.file().endsWith("__init__.py") ? i.level() - 1 : i.level();
    while (strip-- > 0 && !parts.isEmpty()) {
      parts.removeLast();
    }
    if (i.module() != null) {
      parts.add(i.module());
    }
    return String.join(".", parts);
  }

  /** The parameters of a function in order: those by position first. */
  static List<Arg> positional(Arguments a) {
    List<Arg> all = new ArrayList<>(a.posonlyargs());
    all.addAll(a.args());
    return all;
  }
}
