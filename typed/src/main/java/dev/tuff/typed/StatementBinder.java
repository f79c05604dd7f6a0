package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Pattern;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.WithItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds statements, and follows where they lead: what is known behind an {@code if}, a loop, a {@code try}. */
final class StatementBinder {
  /** How a statement ends: where it can be passed, it leaves a loop's round, or the function. ORDER: by severity. */
  static final int FALLS_THROUGH = 0;
  static final int LEAVES_ROUND = 1;
  static final int LEAVES = 2;

  /** More rounds than any program's types need until they stay what they are. */
  private static final int MAX_ROUNDS = 50;

  final FunctionBinder functions;
  private final Binder b;
  private final TypeEnv env;
  private final Map<Node, Integer> endings = new IdentityHashMap<>();
  private final Set<Node> broken = Collections.newSetFromMap(new IdentityHashMap<>());
  private Node loop;

  /** What each assert tells: without asserts the compiler casts instead. */
  final Map<Stmt.Assert, Effect> narrowedBy = new IdentityHashMap<>();

  StatementBinder(Binder b) {
    this.b = b;
    this.env = b.env;
    functions = new FunctionBinder(b);
  }

  void module(Mod.Module tree) {
    compilerFlags(tree.body());
    all(tree.body());
  }

  private void compilerFlags(List<Stmt> body) {
    for (Stmt s : body) {
      if (s instanceof Stmt.ImportFrom i) {
        if ("__static__.compiler_flags".equals(i.module())) {
          for (Alias a : i.names()) {
            b.module.checkedDicts |= a.name().equals("checked_dicts");
            b.module.checkedLists |= a.name().equals("checked_lists");
          }
        }
      } else if (!(s instanceof Stmt.Import) && !(s instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant c
          && c.value() instanceof String)) {
        return;
      }
    }
  }

  void all(List<Stmt> body) {
    body.forEach(this::visit);
  }

  /** Binds a block; what is behind its end is bound too, but does not change how it ends. */
  int block(List<Stmt> body) {
    int ending = FALLS_THROUGH;
    for (Stmt s : body) {
      visit(s);
      if (ending == FALLS_THROUGH) {
        ending = endings.getOrDefault(s, FALLS_THROUGH);
      }
    }
    return ending;
  }

  private void ends(Node node, int ending) {
    endings.merge(node, ending, Math::max);
  }

  private void visit(Stmt s) {
    try {
      bind(s);
    } catch (TypedError e) {
      b.sink().leaving(e, b.module.file, s);
    }
    if (!b.harmless.contains(s)) {
      state().fields.clear();
    }
  }

  private TypeState state() {
    return b.scope().state;
  }

  private void bind(Stmt s) {
    FunctionNode f = FunctionNode.of(s);
    if (f != null) {
      functions.function(f);
      return;
    }
    switch (s) {
      case Stmt.ClassDef c -> functions.classDef(c);
      case Stmt.ExprStmt e -> b.visit(e.value());
      case Stmt.Assign a -> assignment(a);
      case Stmt.AnnAssign a -> annotated(a);
      case Stmt.AugAssign a -> augmented(a);
      case Stmt.Return r -> returns(r);
      case Stmt.If i -> conditional(i);
      case Stmt.While w -> whileLoop(w);
      case Stmt.For l -> forLoop(l);
      case Stmt.AsyncFor l -> asyncFor(l);
      case Stmt.Try t -> attempt(t, t.body(), t.handlers(), t.orelse(), t.finalbody());
      case Stmt.TryStar t -> attempt(t, t.body(), t.handlers(), t.orelse(), t.finalbody());
      case Stmt.With w -> with(w);
      case Stmt.AsyncWith w -> {
        w.items().forEach(this::item);
        all(w.body());
      }
      case Stmt.Match m -> match(m);
      default -> simple(s);
    }
  }

  private void simple(Stmt s) {
    switch (s) {
      case Stmt.Pass p -> b.harmless.add(p);
      case Stmt.Assert a -> assertion(a);
      case Stmt.Break x -> {
        ends(x, LEAVES_ROUND);
        if (loop != null) {
          broken.add(loop);
        }
      }
      case Stmt.Continue x -> ends(x, LEAVES_ROUND);
      case Stmt.Raise r -> {
        ends(r, LEAVES);
        visitIf(r.exc());
        visitIf(r.cause());
      }
      case Stmt.Delete d -> {
        for (Expr t : d.targets()) {
          b.visit(t);
          if (t instanceof Expr.Name && b.get(t).primitive()) {
            throw new TypedError("deleting primitives not supported", t);
          }
        }
      }
      case Stmt.Import i -> imports(i);
      case Stmt.ImportFrom i -> importsFrom(i);
      case Stmt.TypeAlias t -> {
        functions.typeParameters(t.typeParams());
        b.visit(t.value());
        Expr.Name name = (Expr.Name) t.name();
        assignName(name, name.id(), b.get(t.value()));
      }
      default -> {
        // global, nonlocal
      }
    }
  }

  private void visitIf(Expr e) {
    if (e != null) {
      b.visit(e);
    }
  }

  private void target(Expr e) {
    boolean outer = b.inTarget;
    b.inTarget = true;
    b.visit(e);
    b.inTarget = outer;
  }

  // ---- assignment ----

  private void assignment(Stmt.Assign a) {
    Value wanted = null;
    for (int i = a.targets().size() - 1; i >= 0; i--) {
      Expr t = a.targets().get(i);
      Value type = null;
      if (t instanceof Expr.Name n) {
        Scope.Declaration d = b.targetDeclaration(n.id());
        type = d == null ? null : d.type();
      } else if (t instanceof Expr.Tuple || t instanceof Expr.ListExpr) {
        target(t);
      } else {
        b.visit(t);
        type = b.get(t);
      }
      if (type != null && (wanted == null || wanted.klass.accepts(type.klass))) {
        wanted = type;
      }
    }
    b.visit(a.value(), wanted);
    Value given = b.get(a.value());
    for (int i = a.targets().size() - 1; i >= 0; i--) {
      assign(a.targets().get(i), given, a.value(), a);
    }
    if (a.targets().size() == 1 && b.isRefinable(a.targets().getFirst())) {
      b.harmless.add(a);
      if (a.targets().getFirst() instanceof Expr.Attribute t && wanted != given && !given.primitive()) {
        state().refine(((Expr.Name) t.value()).id(), t.attr(), given);
      }
    }
    b.set(a, given);
  }

  /** Gives a target the value: {@code from} is its expression if there is one, {@code statement} the assignment. */
  void assign(Expr t, Value given, Expr from, Node statement) {
    switch (t) {
      case Expr.Name n -> assignName(n, n.id(), given);
      case Expr.Tuple x -> unpack(x.elts(), from);
      case Expr.ListExpr x -> unpack(x.elts(), from);
      case Expr.Starred x -> assign(x.value(), env.DYNAMIC, null, null);
      default -> b.checkAssign(b.get(t).klass, given.klass, t);
    }
    refuseFinal(t, statement);
  }

  private void unpack(List<Expr> targets, Expr from) {
    List<Expr> parts = from instanceof Expr.Tuple x ? x.elts() : from instanceof Expr.ListExpr x ? x.elts() : List.of();
    List<Object> constants = from instanceof Expr.Constant c && c.value() instanceof Const.Tuple x ? x.items() : List.of();
    for (int i = 0; i < targets.size(); i++) {
      if (parts.size() == targets.size()) {
        assign(targets.get(i), b.get(parts.get(i)), parts.get(i), null);
      } else {
        boolean known = constants.size() == targets.size();
        assign(targets.get(i), known ? env.plainConstant(constants.get(i)) : env.DYNAMIC, null, null);
      }
    }
  }

  private void assignName(Node node, String name, Value given) {
    Scope.Declaration d = b.targetDeclaration(name);
    if (d == null) {
      b.declareLocal(name, given, false, true);
    } else {
      if (d.isFinal()) {
        b.error("Cannot assign to a Final variable", node);
      }
      b.checkAssign(d.type().klass, given.klass, node);
    }
    b.set(node, b.narrow(name, given));
  }

  /** Only the statement that declares a Final may assign it. */
  private void refuseFinal(Expr t, Node statement) {
    ClassType owner = null;
    String name = null;
    if (t instanceof Expr.Name n && b.scope().node instanceof Stmt.ClassDef) {
      owner = b.currentClass();
      name = n.id();
    } else if (t instanceof Expr.Attribute a) {
      Value of = b.get(a.value());
      owner = of instanceof ClassType c ? c : of.klass;
      name = a.attr();
    }
    Value member = owner == null ? null : owner.member(name);
    boolean isFinal = switch (member) {
      case Slot s -> s.isFinal() && s.assignment != statement;
      case FunctionValue f -> f.isFinal;
      case Decorated.Transparent d -> d.function instanceof FunctionValue f && f.isFinal;
      case null, default -> false;
    };
    if (isFinal) {
      b.error("Cannot assign to a Final attribute of " + owner.instance.name() + ":" + name, t);
    }
  }

  private void annotated(Stmt.AnnAssign a) {
    b.expect(a.annotation(), env.DYNAMIC, "annotation can not be a primitive value");
    ClassType type = b.module.annotations.resolve(a.annotation(), true);
    type = type == null ? env.dynamic : type;
    boolean isFinal = false;
    if (type instanceof Generic.Wrapper w) {
      isFinal = w.is(env.finalForm);
      if (!isFinal && !(b.scope().node instanceof Stmt.ClassDef)) {
        b.error(w.qualname + " is allowed only in class attribute annotations.", a);
      }
    }
    Value declared = type.unwrap().instance;
    boolean inferred = isFinal && declared == env.DYNAMIC;
    if (a.target() instanceof Expr.Name n) {
      if (inferred && a.value() != null) {
        b.visit(a.value());
        declared = b.get(a.value());
      }
      b.declareLocal(n.id(), declared, isFinal, false);
      b.set(n, declared);
    }
    target(a.target());
    Expr value = a.value();
    if (b.currentClass() instanceof Dataclasses.DataclassType d && a.target() instanceof Expr.Name n) {
      value = d.bindField(n.id(), value, b);
    }
    if (value == null) {
      return;
    }
    b.expect(value, declared);
    if (!inferred && a.target() instanceof Expr.Name n) {
      b.set(n, b.narrow(n.id(), b.get(value)));
      refuseFinal(n, a);
    }
    if (!inferred && a.target() instanceof Expr.Attribute) {
      refuseFinal(a.target(), a);
    }
  }

  private void augmented(Stmt.AugAssign a) {
    b.visit(a.target());
    Value type = b.get(a.target()).inexact();
    if (type instanceof Primitives.PrimitiveValue p) {
      b.expect(a.value(), type, p.cannot(a.op(), "{1}", "{0}"));
    } else {
      b.visit(a.value(), type);
      b.checkAssign(env.dynamic, b.get(a.value()).klass, a.value());
    }
    if (a.target() instanceof Expr.Name n && !type.primitive() && b.scope().state.locals.containsKey(n.id())) {
      Scope.Declaration d = b.targetDeclaration(n.id());
      if (d != null && d.isFinal()) {
        b.error("Cannot assign to a Final variable", n);
      }
    }
    b.set(a, type);
  }

  private void returns(Stmt.Return r) {
    ends(r, LEAVES);
    if (r.value() == null) {
      return;
    }
    Value expected = b.get(b.scope().node) instanceof FunctionLike f && b.inFunction() ? f.expectedReturn().instance : env.DYNAMIC;
    b.visit(r.value(), expected);
    ClassType given = b.get(r.value()).klass;
    if (given != env.dynamic && !expected.klass.accepts(given)) {
      b.error(Binder.mismatch(expected.klass, given, "mismatched types: expected {1} because of return type, found {0} instead"), r);
    }
    if (given == env.dynamic && expected.primitive() && b.known.containsKey(r.value())) {
      b.error(Binder.mismatch(expected.klass, given, "mismatched types: expected {1} because of return type, found {0} instead"), r);
    }
  }

  // ---- tests ----

  private void assertion(Stmt.Assert a) {
    Effect effect = b.visit(a.test());
    effect.apply(state(), null);
    b.afterTest(a.test());
    b.harmless.add(a);
    if (a.msg() != null) {
      b.expect(a.msg(), env.DYNAMIC, "assert message cannot be a primitive");
    }
    narrowedBy.put(a, effect);
  }

  private void conditional(Stmt.If i) {
    b.harmless.add(i);
    Effect effect = b.visit(i.test());
    Boolean known = b.module.constantTests.get(i.test());
    b.afterTest(i.test());
    TypeState entry = state().copy();
    effect.apply(state(), null);
    int ending = Boolean.FALSE.equals(known) ? FALLS_THROUGH : block(i.body());
    if (!Boolean.TRUE.equals(known) && !i.orelse().isEmpty()) {
      TypeState after = state().copy();
      b.scope().state = entry.copy();
      effect.reverse(state(), null);
      int other = block(i.orelse());
      if (other != FALLS_THROUGH) {
        if (ending != FALLS_THROUGH) {
          ends(i, Math.min(ending, other));
        } else {
          b.scope().state = after;
        }
      } else if (ending == FALLS_THROUGH) {
        state().merge(after, env);
      }
      return;
    }
    switch (ending) {
      case FALLS_THROUGH -> {
        effect.reverse(entry, null);
        state().merge(entry, env);
      }
      case LEAVES_ROUND -> {
        state().merge(entry, env);
        effect.reverse(state(), null);
      }
      default -> {
        b.scope().state = entry;
        effect.reverse(state(), null);
      }
    }
  }

  private void attempt(Stmt s, List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> last) {
    TypeState entry = state().copy();
    int ending = block(body);
    TypeState after = state().copy();
    state().merge(entry, env);
    // any part of the body may have run when a handler begins
    TypeState somewhere = state().copy();
    int otherwise = FALLS_THROUGH;
    if (!orelse.isEmpty()) {
      b.scope().state = after;
      otherwise = block(orelse);
      after = state().copy();
    }
    int all = Math.max(ending, otherwise);
    List<TypeState> passing = new ArrayList<>();
    for (ExceptHandler h : handlers) {
      b.scope().state = somewhere.copy();
      int handled = FALLS_THROUGH;
      try {
        handled = handler(h);
      } catch (TypedError e) {
        b.sink().leaving(e, b.module.file, h);
      }
      all = Math.min(all, handled);
      if (handled == FALLS_THROUGH) {
        passing.add(state().copy());
      }
    }
    b.scope().state = after;
    for (TypeState t : passing) {
      state().merge(t, env);
    }
    if (!last.isEmpty()) {
      int finished = block(last);
      all = finished != FALLS_THROUGH ? finished : all;
    }
    if (all != FALLS_THROUGH) {
      ends(s, all);
    }
  }

  private int handler(ExceptHandler h) {
    if (h.type() != null) {
      b.visit(h.type());
      if (h.name() != null) {
        ClassType caught = b.get(h.type()) instanceof ClassType c ? c : env.dynamic;
        Scope.Declaration d = b.scope().declared.get(h.name());
        if (d != null && d.isFinal()) {
          b.error("Cannot assign to a Final variable", h);
        }
        b.scope().declare(h.name(), caught.inexactClass().instance, false, false);
      }
    }
    int ending = block(h.body());
    if (h.name() != null) {
      b.scope().declared.remove(h.name());
      state().locals.remove(h.name());
    }
    return ending;
  }

  // ---- loops ----

  /** Binds a loop's body until it changes nothing of what is known at its begin; errors are for the last time. */
  private void settle(List<Stmt> body, Expr test) {
    Map<String, Scope.Declaration> declared = new HashMap<>(b.scope().declared);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      TypeState entry = state().copy();
      ErrorSink outer = b.module.compiler.sink;
      b.module.compiler.sink = new ErrorSink(false);
      try {
        if (test != null) {
          b.visit(test).apply(state(), null);
          b.afterTest(test);
        }
        block(body);
        b.scope().declared = new HashMap<>(declared);
      } finally {
        b.module.compiler.sink = outer;
      }
      state().merge(entry, env);
      if (state().sameAs(entry)) {
        return;
      }
    }
    throw new IllegalStateException("the types of a loop do not settle");
  }

  private void whileLoop(Stmt.While w) {
    b.harmless.add(w);
    TypeState entry = state().copy();
    Node outer = loop;
    loop = w;
    settle(w.body(), w.test());
    Effect effect = b.visit(w.test());
    boolean endless = b.get(w.test()).truthyLiteral();
    effect.apply(state(), null);
    int ending = block(w.body());
    loop = outer;
    b.afterTest(w.test());
    boolean closed = !broken.contains(w);
    if (ending == LEAVES && closed) {
      b.scope().state = entry.copy();
      effect.reverse(state(), null);
    } else {
      effect.reverse(entry, null);
      state().merge(entry, env);
    }
    if (endless && closed) {
      ends(w, LEAVES); // however a round ends, the next one follows
    }
    if (!w.orelse().isEmpty()) {
      effect.reverse(state(), null);
      all(w.orelse());
      state().merge(entry, env);
    }
  }

  private void forLoop(Stmt.For l) {
    Expr outerIterable = b.loopIterable;
    b.loopIterable = l.iter();
    b.visit(l.iter());
    b.loopIterable = outerIterable;
    Value of = b.get(l.iter());
    Value item = of.iterType(l.iter(), b);
    boolean outer = b.inTarget;
    b.inTarget = true;
    of.bindLoopTarget(l.target(), b);
    b.inTarget = outer;
    assign(l.target(), item, null, null);
    rounds(l, l.body(), l.orelse());
  }

  private void asyncFor(Stmt.AsyncFor l) {
    b.expect(l.iter(), env.DYNAMIC, "cannot await a primitive value");
    target(l.target());
    assign(l.target(), env.DYNAMIC, null, null);
    rounds(l, l.body(), l.orelse());
  }

  private void rounds(Node l, List<Stmt> body, List<Stmt> orelse) {
    TypeState entry = state().copy();
    Node outer = loop;
    loop = l;
    settle(body, null);
    all(body);
    loop = outer;
    all(orelse);
    state().merge(entry, env);
  }

  // ---- with, match, imports ----

  private void with(Stmt.With w) {
    boolean suppresses = false;
    for (WithItem i : w.items()) {
      item(i);
      suppresses |= maySuppress(b.get(i.contextExpr()));
    }
    int ending = block(w.body());
    if (!suppresses) {
      ends(w, ending);
    }
  }

  /** Only an {@code __exit__} that is declared to return False lets every exception through. */
  private boolean maySuppress(Value manager) {
    Value exit = manager.primitive() || manager instanceof ClassType ? null : manager.klass.member("__exit__");
    Value f = exit instanceof Decorated d ? d.real() : exit;
    return !(f instanceof CallableValue c && c.returnType.resolve() instanceof Numbers.BoolClass t && Boolean.FALSE.equals(t.literal));
  }

  private void item(WithItem i) {
    b.visit(i.contextExpr());
    if (i.optionalVars() != null) {
      target(i.optionalVars());
      assign(i.optionalVars(), env.DYNAMIC, null, null);
    }
  }

  private void match(Stmt.Match m) {
    b.harmless.add(m);
    b.visit(m.subject());
    TypeState entry = state().copy();
    List<TypeState> passing = new ArrayList<>();
    for (MatchCase c : m.cases()) {
      pattern(c.pattern());
      TypeState guarded = null;
      if (c.guard() != null) {
        b.visit(c.guard());
        guarded = state().copy();
      }
      if (block(c.body()) != LEAVES) {
        passing.add(state().copy());
      }
      b.scope().state = entry.copy();
      if (guarded != null) {
        state().merge(guarded, env);
      }
    }
    for (TypeState t : passing) {
      state().merge(t, env);
    }
  }

  private void pattern(Pattern p) {
    switch (p) {
      case Pattern.MatchValue v -> b.visit(v.value());
      case Pattern.MatchSingleton s -> { }
      case Pattern.MatchSequence s -> s.patterns().forEach(this::pattern);
      case Pattern.MatchStar s -> capture(s, s.name());
      case Pattern.MatchMapping m -> {
        m.keys().forEach(b::visit);
        m.patterns().forEach(this::pattern);
        capture(m, m.rest());
      }
      case Pattern.MatchClass c -> {
        b.visit(c.cls());
        c.patterns().forEach(this::pattern);
        c.kwdPatterns().forEach(this::pattern);
      }
      case Pattern.MatchAs a -> {
        if (a.name() != null) {
          if (a.pattern() != null) {
            pattern(a.pattern());
          }
          capture(a, a.name());
        }
      }
      case Pattern.MatchOr o -> o.patterns().forEach(this::pattern);
    }
  }

  private void capture(Pattern p, String name) {
    if (name != null) {
      try {
        assignName(p, name, env.DYNAMIC);
      } catch (TypedError e) {
        b.sink().leaving(e, b.module.file, p);
      }
    }
  }

  private void imports(Stmt.Import i) {
    if (!b.inFunction()) {
      return;
    }
    for (Alias a : i.names()) {
      int dot = a.name().indexOf('.');
      String imported = a.asname() != null || dot < 0 ? a.name() : a.name().substring(0, dot);
      ModuleTable m = b.module.compiler.module(imported);
      b.declareLocal(a.asname() != null ? a.asname() : imported, m == null ? env.DYNAMIC : new ModuleValue(imported, b.module.compiler),
          false, false);
    }
  }

  private void importsFrom(Stmt.ImportFrom i) {
    String from = b.module.annotations.importedModule(i);
    if (from.isEmpty()) {
      b.error("empty module name in import", i);
      return;
    }
    if (from.equals("__static__")) {
      for (Alias a : i.names()) {
        if (a.name().equals("*")) {
          b.error("from __static__ import * is disallowed", i);
        } else if (b.module.compiler.statics.child(a.name()) == null) {
          b.error("unsupported static import " + a.name(), i);
        }
      }
    }
    ModuleTable m = b.module.compiler.module(from);
    for (Alias a : i.names()) {
      String as = a.asname() != null ? a.asname() : a.name();
      if (m == null) {
        b.declareLocal(as, env.DYNAMIC, false, false);
      } else if (b.inFunction()) {
        Value v = m.child(a.name());
        b.declareLocal(as, v == null ? env.DYNAMIC : v, false, false);
      }
    }
  }
}
