package dev.tuff.typed;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.StaticTree;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a bound module to a tree with typed operations, which the ordinary compiler compiles, and what it needs to know beside the tree. */
final class Lowering extends ExpressionLowering implements StaticTree {
  private final ModuleTable module;
  private final int optimize;
  private final Map<Node, Const.Tuple> signatures = new IdentityHashMap<>();
  private final Map<Stmt.ClassDef, StaticClass> classes = new IdentityHashMap<>();

  /** The function and class that statements are in; null in the module. */
  private FunctionLike function;
  private Stmt.ClassDef owner;

  /** The variable of the innermost loop if it is over crange: {@code continue} must count it. */
  private String counter;

  /** Whether the module's or function's code has made a class that is to be frozen. */
  private boolean makesClass;

  Lowering(Binder b, int optimize) {
    super(b);
    module = b.module;
    this.optimize = optimize;
  }

  Mod.Module lower(Mod.Module tree) {
    List<Stmt> body = body(tree.body());
    int head = head(body);
    Stmt first = tree.body().isEmpty() ? new Stmt.Pass(Node.pos(1, 0), Node.pos(1, 0)) : tree.body().getFirst();
    if (module.checkedLists) {
      body.add(head, renamed("chklist", "list", first));
    }
    if (module.checkedDicts) {
      body.add(head, renamed("chkdict", "dict", first));
    }
    Stmt last = tree.body().isEmpty() ? first : tree.body().getLast();
    body.add(assign("__final_constants__", new Const.Tuple(new ArrayList<>(module.finals.keySet())), last));
    if (makesClass) {
      body.add(head, Freezing.start(first));
      body.add(Freezing.end(last));
    }
    body.add(noteFunctions(last));
    return new Mod.Module(body, tree.typeIgnores());
  }

  /** {@code _static.note_functions(__name__)}: what takes the place of a function later is held to what that declares. */
  private static Stmt noteFunctions(Node at) {
    Const.Tuple function = new Const.Tuple(List.of(new Const.Tuple(List.of("_static")), "note_functions"));
    Expr name = new Expr.Name("__name__", ExprContext.Load, at.start(), at.end());
    return new Stmt.ExprStmt(typed(INVOKE_FUNCTION, new Const.Tuple(List.of(function, 1L)), at, name), at.start(), at.end());
  }

  /** How many statements must stay first: the docstring and imports from the future. */
  private static int head(List<Stmt> body) {
    int n = 0;
    while (n < body.size() && (n == 0 && body.get(n) instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant
        || body.get(n) instanceof Stmt.ImportFrom i && "__future__".equals(i.module()))) {
      n++;
    }
    return n;
  }

  private static Stmt renamed(String name, String as, Stmt at) {
    return new Stmt.ImportFrom("_static", List.of(new Alias(name, as, at.start(), at.end())), 0, at.start(), at.end());
  }

  private static Stmt assign(String name, Object constant, Node at) {
    return assign(name, new Expr.Constant(constant, null, at.start(), at.end()), at);
  }

  private static Stmt assign(String name, Expr value, Node at) {
    return new Stmt.Assign(List.of(new Expr.Name(name, ExprContext.Store, at.start(), at.end())), value, null, at.start(), at.end());
  }

  private static Expr load(String name, Node at) {
    return new Expr.Name(name, ExprContext.Load, at.start(), at.end());
  }

  // ---- what the compiler asks ----

  @Override
  public StaticClass classOf(Stmt.ClassDef c) {
    return classes.get(c);
  }

  @Override
  public Const.Tuple signature(Node f) {
    return signatures.get(f);
  }

  @Override
  public Const.Tuple imports() {
    List<Object> all = new ArrayList<>();
    module.importedFrom.forEach((name, from) ->
        all.add(new Const.Tuple(List.of(name, new Const.Tuple(new ArrayList<>(from))))));
    return new Const.Tuple(all);
  }

  @Override
  Expr apply(Expr e) {
    Expr made = super.apply(e);
    if (e instanceof Expr.Lambda) {
      signatures.put(made, new Const.Tuple(List.of(new Const.Tuple(List.of()), env.dynamic.descriptor())));
    }
    return made;
  }

  // ---- statements ----

  @Override
  void statement(Stmt s, List<Stmt> out) {
    FunctionNode f = FunctionNode.of(s);
    if (f != null) {
      function(f, out);
      return;
    }
    switch (s) {
      case Stmt.ClassDef c -> {
        out.add(classDef(c));
        if (Freezing.applies(c)) {
          makesClass = true;
          out.add(Freezing.note(c));
        }
      }
      case Stmt.Assign a -> assignment(a, out);
      case Stmt.AnnAssign a -> annotated(a, out);
      case Stmt.AugAssign a -> augmentedAssignment(a, out);
      case Stmt.Return r -> out.add(new Stmt.Return(r.value() == null ? null : returned(r.value()), r.start(), r.end()));
      case Stmt.If i -> conditional(i, out);
      case Stmt.For l -> forLoop(l, out);
      case Stmt.AsyncFor l -> out.add(inLoop(null, () -> rebuild(l)));
      case Stmt.While w -> out.add(inLoop(null, () -> rebuild(w)));
      case Stmt.Continue c -> {
        if (counter != null) {
          out.add(count(counter, c));
        }
        out.add(c);
      }
      case Stmt.Assert a -> assertion(a, out);
      default -> out.add(rebuild(s));
    }
  }

  private Stmt inLoop(String counted, java.util.function.Supplier<Stmt> work) {
    String outer = counter;
    counter = counted;
    try {
      return work.get();
    } finally {
      counter = outer;
    }
  }

  private Expr returned(Expr value) {
    ClassType expected = function == null ? env.dynamic : function.expectedReturn();
    return coercedObject(value, expected);
  }

  private void conditional(Stmt.If i, List<Stmt> out) {
    Boolean known = module.constantTests.get(i.test());
    if (known == null) {
      out.add(rebuild(i));
      return;
    }
    List<Stmt> taken = known ? i.body() : i.orelse();
    out.addAll(body(taken));
    if (taken.isEmpty()) {
      out.add(new Stmt.Pass(i.start(), i.end()));
    }
  }

  /** Without asserts what they tell is checked all the same: types were bound by it. */
  private void assertion(Stmt.Assert a, List<Stmt> out) {
    out.add(rebuild(a));
    Effect effect = b.statements.narrowedBy.get(a);
    if (optimize == 0 || effect == null) {
      return;
    }
    TypeState state = new TypeState();
    Map<String, Expr> nodes = new LinkedHashMap<>();
    effect.apply(state, nodes);
    nodes.forEach((path, node) -> {
      String[] parts = path.split("\\.");
      Value type = parts.length == 1 ? state.locals.get(path) : state.field(parts[0], parts[1]);
      if (type != null && checkable(type.klass)) {
        out.add(new Stmt.ExprStmt(typed(CAST, type.klass.descriptor(), node, rebuild(node)), node.start(), node.end()));
      }
    });
  }

  // ---- assignment ----

  private void assignment(Stmt.Assign a, List<Stmt> out) {
    if (a.targets().size() == 1) {
      assignOne(a.targets().getFirst(), a, a.value(), out);
      return;
    }
    boolean plain = !b.get(a.value()).primitive();
    for (Expr t : a.targets()) {
      plain &= t instanceof Expr.Name n && !b.get(n).primitive() && !needsCast(b.get(a.value()), b.get(n)) || t instanceof Expr.Tuple
          || t instanceof Expr.ListExpr;
    }
    if (plain) {
      out.add(rebuild(a));
      return;
    }
    // the value is kept, and given to one target after the other
    String kept = temporary();
    out.add(assign(kept, apply(a.value()), a));
    for (Expr t : a.targets()) {
      Expr.Name again = new Expr.Name(kept, ExprContext.Load, a.value().start(), a.value().end());
      b.set(again, b.get(a.value()));
      assignOne(t, a, again, out);
    }
  }

  private boolean needsCast(Value from, Value to) {
    return from == env.DYNAMIC && checkable(to.klass);
  }

  private void assignOne(Expr t, Stmt.Assign a, Expr value, List<Stmt> out) {
    switch (t) {
      case Expr.Name n -> out.add(new Stmt.Assign(List.of(n), coerced(value, b.get(n).klass), a.typeComment(), a.start(), a.end()));
      case Expr.Attribute x -> store(x, coercedObject(value, b.get(x).klass), a, out);
      case Expr.Subscript x -> store(x, value, a, out);
      default -> {
        out.add(new Stmt.Assign(List.of(apply(t)), object(value), a.typeComment(), a.start(), a.end()));
        castParts(t, value, out);
      }
    }
  }

  private void store(Expr.Attribute x, Expr value, Node at, List<Stmt> out) {
    Value of = b.get(x.value());
    Hints.attribute(x, of, "store", b);
    Slot slot = of instanceof ClassType || of.primitive() ? null : of.klass.slot(x.attr());
    if (slot != null && !slot.hasDefault() && !x.attr().equals("__dict__")) {
      out.add(new Stmt.ExprStmt(typed(STORE_FIELD, field(slot), x, value, object(x.value())), at.start(), at.end()));
    } else if (accessorOwner(of, x.attr()) != null) {
      // the value comes first
      String kept = temporary();
      out.add(assign(kept, value, at));
      out.add(new Stmt.ExprStmt(accessor(of, x, "fset", object(x.value()), load(kept, at)), at.start(), at.end()));
    } else {
      out.add(new Stmt.Assign(List.of(apply(x)), value, null, at.start(), at.end()));
    }
  }

  private void store(Expr.Subscript x, Expr value, Node at, List<Stmt> out) {
    int sequence = sequence(x);
    if (sequence >= 0) {
      Expr item = b.get(x).primitive() ? coerced(value, b.get(x).klass) : object(value);
      out.add(new Stmt.ExprStmt(typed(SEQUENCE_SET, sequence, x, item, object(x.value()), index(x)), at.start(), at.end()));
    } else {
      out.add(new Stmt.Assign(List.of(apply(x)), coercedObject(value, b.get(x).klass), null, at.start(), at.end()));
    }
  }

  /** What is unpacked into names with declared types is checked behind. */
  private void castParts(Expr t, Expr value, List<Stmt> out) {
    List<Expr> targets = t instanceof Expr.Tuple x ? x.elts() : t instanceof Expr.ListExpr x ? x.elts() : List.of();
    List<Expr> values = value instanceof Expr.Tuple x ? x.elts() : value instanceof Expr.ListExpr x ? x.elts() : List.of();
    for (int i = 0; i < targets.size(); i++) {
      Value from = values.size() == targets.size() ? b.get(values.get(i)) : env.DYNAMIC;
      if (targets.get(i) instanceof Expr.Name n) {
        castName(n, from, out);
      }
    }
  }

  private void castName(Expr.Name n, Value from, List<Stmt> out) {
    if (b.get(n).primitive() && !from.primitive()) {
      out.add(assign(n.id(), coerced(load(n.id(), n), from, b.get(n).klass), n));
    } else if (needsCast(from, b.get(n))) {
      out.add(assign(n.id(), typed(CAST, b.get(n).klass.descriptor(), n, load(n.id(), n)), n));
    }
  }

  private void annotated(Stmt.AnnAssign a, List<Stmt> out) {
    Expr value = a.value();
    if (value != null && owner != null && b.get(owner) instanceof Dataclasses.DataclassType d && a.target() instanceof Expr.Name n
        && Dataclasses.isFieldCall(value, b)) {
      Dataclasses.Field f = d.fields().get(n.id());
      value = f.value != null ? f.value : f.factory;
      if (f.value == null) {
        out.add(new Stmt.AnnAssign(n, a.annotation(), value == null ? null : object(value), a.simple(), a.start(), a.end()));
        return;
      }
    }
    if (value == null) {
      out.add(a);
    } else if (a.target() instanceof Expr.Name n) {
      out.add(new Stmt.AnnAssign(n, a.annotation(), coerced(value, b.get(n).klass), a.simple(), a.start(), a.end()));
    } else {
      List<Stmt> stored = new ArrayList<>();
      Stmt.Assign plain = new Stmt.Assign(List.of(a.target()), value, null, a.start(), a.end());
      assignOne(a.target(), plain, value, stored);
      out.addAll(stored);
    }
  }

  private void augmentedAssignment(Stmt.AugAssign a, List<Stmt> out) {
    Value type = b.get(a.target()).inexact();
    if (!type.primitive()) {
      out.add(new Stmt.AugAssign(target(a.target()), a.op(), object(a.value()), a.start(), a.end()));
      return;
    }
    switch (a.target()) {
      case Expr.Name n -> out.add(assign(n.id(), augmented(load(n.id(), n), type, a.op(), a.value(), a), a));
      case Expr.Attribute x -> {
        Expr.Name self = kept(x.value(), out);
        Expr.Attribute read = new Expr.Attribute(self, x.attr(), ExprContext.Load, x.start(), x.end());
        Expr.Attribute write = new Expr.Attribute(self, x.attr(), ExprContext.Store, x.start(), x.end());
        b.set(read, type);
        Expr made = augmented(apply(read), type, a.op(), a.value(), a);
        store(write, coercedObject(made, type), a, out);
      }
      case Expr.Subscript x -> {
        Expr.Name self = kept(x.value(), out);
        Expr index = x.slice() instanceof Expr.Constant ? x.slice() : kept(x.slice(), out);
        Expr.Subscript read = new Expr.Subscript(self, index, ExprContext.Load, x.start(), x.end());
        Expr.Subscript write = new Expr.Subscript(self, index, ExprContext.Store, x.start(), x.end());
        b.set(read, type);
        b.set(write, type);
        Expr made = augmented(apply(read), type, a.op(), a.value(), a);
        out.add(new Stmt.ExprStmt(typed(SEQUENCE_SET, sequence(write), x, made, apply(self), index(write)), a.start(), a.end()));
      }
      default -> out.add(rebuild(a));
    }
  }

  private Expr coercedObject(Expr lowered, Value type) {
    return typed(PRIMITIVE_BOX, code(type), lowered, lowered);
  }

  private Expr target(Expr t) {
    return switch (t) {
      case Expr.Subscript s -> new Expr.Subscript(object(s.value()), object(s.slice()), s.ctx(), s.start(), s.end());
      default -> apply(t);
    };
  }

  /** A name that holds an expression's value, so that it is evaluated once. */
  private Expr.Name kept(Expr e, List<Stmt> out) {
    if (e instanceof Expr.Name n) {
      Expr.Name same = new Expr.Name(n.id(), ExprContext.Load, n.start(), n.end());
      b.set(same, b.get(n));
      return same;
    }
    String name = temporary();
    out.add(assign(name, apply(e), e));
    Expr.Name made = new Expr.Name(name, ExprContext.Load, e.start(), e.end());
    b.set(made, b.get(e));
    return made;
  }

  // ---- loops ----

  private static Stmt count(String name, Node at) {
    Expr one = new Expr.Typed(PRIMITIVE_LOAD_CONST, new Const.Tuple(List.of(1L, 7L)), List.of(), at.start(), at.end());
    Expr next = new Expr.Typed(PRIMITIVE_BINARY_OP, PrimitiveOps.ADD | 7 << 8, List.of(load(name, at), one), at.start(), at.end());
    return assign(name, next, at);
  }

  private void forLoop(Stmt.For l, List<Stmt> out) {
    if (b.get(l.iter()) == env.crangeIterator && l.target() instanceof Expr.Name n) {
      crange(l, n, (Expr.Call) l.iter(), out);
      return;
    }
    if (function != null && owner == null && l.target() instanceof Expr.Name n && indexed(b.get(l.iter())) >= 0) {
      indexed(l, n, out);
      return;
    }
    List<Stmt> casts = new ArrayList<>();
    Value item = b.get(l.iter()) instanceof Containers.CheckedList c ? ((Generic) c.klass).arguments.getFirst().instance : env.DYNAMIC;
    if (l.target() instanceof Expr.Name n) {
      castName(n, item, casts);
    } else {
      castParts(l.target(), l.target(), casts);
    }
    out.add(inLoop(null, () -> {
      List<Stmt> body = new ArrayList<>(casts);
      body.addAll(body(l.body()));
      return new Stmt.For(apply(l.target()), object(l.iter()), body, body(l.orelse()), l.typeComment(), l.start(), l.end());
    }));
  }

  /** The SEQ_* code of what is iterated over by index; -1 for what is asked for an iterator. */
  private static int indexed(Value of) {
    return of instanceof Containers.CheckedList ? SEQ_CHECKED_LIST : of instanceof Containers.Array a ? TypeCodes.array(a.code()) : -1;
  }

  /** {@code i = 0; while i < len(items): variable = items[i]; i += 1; …}, with the length taken each time, as iterators of lists do. */
  private void indexed(Stmt.For l, Expr.Name variable, List<Stmt> out) {
    Value of = b.get(l.iter());
    String items = temporary();
    String at = temporary();
    out.add(assign(items, object(l.iter()), l.iter()));
    out.add(assign(at, typed(PRIMITIVE_LOAD_CONST, new Const.Tuple(List.of(0L, 7L)), l), l));
    Expr length = typed(FAST_LEN, of.fastLength(), l.iter(), load(items, l.iter()));
    Expr test = typed(PRIMITIVE_COMPARE_OP, PrimitiveOps.compare(CmpOperator.Gt, 7) | 7 << 8, l.iter(), length, load(at, l.iter()));
    Expr item = typed(SEQUENCE_GET, indexed(of), l.target(), load(items, l.target()), load(at, l.target()));
    out.add(inLoop(null, () -> {
      List<Stmt> body = new ArrayList<>();
      body.add(assign(variable.id(), coerced(item, of.iterType(l.iter(), b), b.get(variable).klass), l.target()));
      body.add(count(at, l.target()));
      body.addAll(body(l.body()));
      return new Stmt.While(test, body, body(l.orelse()), l.start(), l.end());
    }));
  }

  /** {@code i = start; while i < limit: …; i += 1}, with the limit taken once. */
  private void crange(Stmt.For l, Expr.Name variable, Expr.Call range, List<Stmt> out) {
    String limit = temporary();
    Expr stop = range.args().getLast();
    Expr start = range.args().size() == 2 ? coerced(range.args().getFirst(), env.int64)
        : new Expr.Typed(PRIMITIVE_LOAD_CONST, new Const.Tuple(List.of(0L, 7L)), List.of(), l.start(), l.end());
    out.add(assign(limit, coerced(stop, env.int64), range));
    out.add(assign(variable.id(), start, range));
    Expr test = new Expr.Typed(PRIMITIVE_COMPARE_OP, PrimitiveOps.compare(CmpOperator.Gt, 7) | 7 << 8,
        List.of(load(limit, range), load(variable.id(), range)), range.start(), range.end());
    out.add(inLoop(variable.id(), () -> {
      List<Stmt> body = body(l.body());
      body.add(count(variable.id(), range));
      return new Stmt.While(test, body, l.orelse(), l.start(), l.end());
    }));
    Stmt.While made = (Stmt.While) out.removeLast();
    out.add(new Stmt.While(made.test(), made.body(), body(l.orelse()), made.start(), made.end()));
  }

  // ---- functions ----

  private void function(FunctionNode f, List<Stmt> out) {
    FunctionLike known = b.get(f.node()) instanceof FunctionLike k ? k : null;
    boolean compiled = known != null && !known.real().notCompiled && !(owner != null && b.get(owner) instanceof ClassType c && c.notCompiled);
    if (!compiled) {
      out.add(f.node());
      return;
    }
    FunctionLike outer = function;
    Stmt.ClassDef outerOwner = owner;
    String outerCounter = counter;
    List<Expr> decorators = new ArrayList<>();
    for (Expr d : f.decorators()) {
      decorators.add(object(d));
    }
    Arguments args = arguments(f.args());
    String name = storedName(f, known, decorators, out);
    function = known;
    owner = null;
    counter = null;
    boolean outerMakes = makesClass;
    makesClass = false;
    List<Stmt> body = body(known.body());
    zeros(f, known, body);
    if (f.name().equals("__init_subclass__") && outerOwner != null && !f.args().args().isEmpty()) {
      body.addFirst(initSubclass(f.args().args().getFirst().arg(), f.node()));
    }
    if (makesClass) {
      Freezing.wrap(body, docstring(body) ? 1 : 0, f.node());
    }
    makesClass = outerMakes;
    function = outer;
    owner = outerOwner;
    counter = outerCounter;
    Stmt made = f.async()
        ? new Stmt.AsyncFunctionDef(name, args, body, decorators, f.returns(), null, f.typeParams(), f.node().start(), f.node().end())
        : new Stmt.FunctionDef(name, args, body, decorators, f.returns(), null, f.typeParams(), f.node().start(), f.node().end());
    signatures.put(made, signature(f, known));
    out.add(made);
  }

  /** Decorators that become part of the function are no decorators of it; cached properties are kept under another name until the class is made. */
  private String storedName(FunctionNode f, FunctionLike known, List<Expr> decorators, List<Stmt> out) {
    String name = f.name();
    Object d = known;
    for (; d instanceof Decorated x; d = x.function) {
      int at = f.decorators().indexOf(x.decorator);
      if (x instanceof ContextDecorators.Method m && at >= 0) {
        out.add(assign(m.temporary(), decorators.get(at), f.node()));
        decorators.set(at, null);
      } else if (x instanceof Decorated.Property p && p.cached() && owner != null && at >= 0) {
        name = (p.kind.equals("cached_property") ? "_pystatic_cprop." : "_pystatic_async_cprop.") + f.name();
        decorators.set(at, null);
      }
    }
    decorators.removeIf(java.util.Objects::isNull);
    return name;
  }

  /** Primitive locals that may be read before they are assigned are zero from the start. */
  private void zeros(FunctionNode f, FunctionLike known, List<Stmt> body) {
    Map<String, Scope.Declaration> locals = b.statements.functions.locals.getOrDefault(f.node(), Map.of());
    List<String> parameters = new ArrayList<>();
    known.real().parameters.forEach(p -> parameters.add(p.name()));
    for (Map.Entry<String, Scope.Declaration> e : locals.entrySet()) {
      Value type = e.getValue().type();
      if (!type.primitive() || parameters.contains(e.getKey()) || assignedFirst(known.body(), e.getKey())) {
        continue;
      }
      int code = code(type);
      Object zero = code == Primitives.DOUBLE ? (Object) 0.0 : code == Primitives.BOOL ? (Object) false : (Object) 0L;
      Expr value = new Expr.Typed(PRIMITIVE_LOAD_CONST, new Const.Tuple(List.of(zero, (long) code)), List.of(), f.node().start(), f.node().start());
      body.add(docstring(body) ? 1 : 0, assign(e.getKey(), value, f.node()));
    }
  }

  private static boolean docstring(List<Stmt> body) {
    return !body.isEmpty() && body.getFirst() instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant c && c.value() instanceof String;
  }

  /** Whether a function that just runs down to the assignment reaches it in any case. */
  private static boolean assignedFirst(List<Stmt> body, String name) {
    for (Stmt s : body) {
      if (s instanceof Stmt.AnnAssign a && a.value() != null && a.target() instanceof Expr.Name n && n.id().equals(name)) {
        return true;
      }
      if (s instanceof Stmt.Assign a && a.targets().size() == 1 && a.targets().getFirst() instanceof Expr.Name n && n.id().equals(name)) {
        return true;
      }
      if (!(s instanceof Stmt.Assign || s instanceof Stmt.AnnAssign || s instanceof Stmt.ExprStmt || s instanceof Stmt.Pass)) {
        return false;
      }
    }
    return false;
  }

  private Const.Tuple signature(FunctionNode f, FunctionLike known) {
    List<Object> checks = new ArrayList<>();
    List<Arg> args = new ArrayList<>(f.positional());
    args.addAll(f.args().kwonlyargs());
    for (int i = 0; i < args.size(); i++) {
      ClassType type = b.get(args.get(i)).klass;
      if (b.get(args.get(i)) instanceof ClassType) {
        continue;
      }
      if (type.instance.primitive() || checkable(type)) {
        checks.add((long) i);
        checks.add(type.descriptor());
      }
    }
    ClassType result = known.expectedReturn();
    return new Const.Tuple(List.of(new Const.Tuple(checks), checkable(result) || result.instance.primitive() ? result.descriptor()
        : env.dynamic.descriptor()));
  }

  /** Defaults are objects, as all arguments are. */
  @Override
  Arguments arguments(Arguments a) {
    List<Expr> keywordDefaults = new ArrayList<>();
    for (Expr e : a.kwDefaults()) {
      keywordDefaults.add(object(e));
    }
    return new Arguments(a.posonlyargs(), a.args(), a.vararg(), a.kwonlyargs(), keywordDefaults, a.kwarg(), objects(a.defaults()));
  }

  private static Stmt initSubclass(String cls, Node at) {
    Const.Tuple function = new Const.Tuple(List.of(new Const.Tuple(List.of("_static")), "init_subclass"));
    Expr call = new Expr.Typed(INVOKE_FUNCTION, new Const.Tuple(List.of(function, 1L)), List.of(load(cls, at)), at.start(), at.end());
    return new Stmt.ExprStmt(call, at.start(), at.end());
  }

  // ---- classes ----

  private Stmt classDef(Stmt.ClassDef c) {
    boolean known = b.get(c) instanceof ClassType t && t != env.dynamic && !module.notStatic.contains(c) && c.typeParams().isEmpty();
    if (module.notStatic.contains(c)) {
      return c;
    }
    boolean inModule = owner == null && function == null;
    Stmt.ClassDef outer = owner;
    FunctionLike outerFunction = function;
    owner = c;
    function = null;
    List<Stmt> body = body(c.body());
    ClassType type = known ? (ClassType) b.get(c) : null;
    List<Expr> decorators = objects(c.decoratorList());
    if (type instanceof Dataclasses.DataclassType d) {
      DataclassMethods.add(d, c, body, signatures);
      decorators = new ArrayList<>();
      for (Expr e : c.decoratorList()) {
        if (!(b.get(e) instanceof Dataclasses.Decorator)) {
          decorators.add(object(e));
        }
      }
    }
    if (known) {
      ClassNamespace.complete(type, c, body);
    }
    owner = outer;
    function = outerFunction;
    Stmt.ClassDef made = new Stmt.ClassDef(c.name(), objects(c.bases()), keywords(c.keywords()), body, decorators,
        c.typeParams(), c.start(), c.end());
    if (known && inModule) {
      classes.put(made, ClassNamespace.built(type));
    }
    return made;
  }
}
