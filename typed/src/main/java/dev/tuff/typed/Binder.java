package dev.tuff.typed;

import dev.tuff.compiler.SymbolTable;
import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Second pass over a module: gives each expression its type and reports what cannot be right. This class holds the state; expressions and
 * statements are bound by {@link ExpressionBinder} and {@link StatementBinder}, operations by the values that they are done to.
 */
final class Binder extends Resolver {
  static final String MISMATCH = "type mismatch: {0} cannot be assigned to {1}";

  /** Begins the names of locals that the compiler makes; no program can have such a name. */
  static final String TEMPORARY = "_pystatic_.0._tmp__";

  final SymbolTable symbols;
  final boolean patchable;
  final List<Scope> scopes = new ArrayList<>();
  final ExpressionBinder expressions;
  final StatementBinder statements;

  /** How calls are compiled. */
  final Map<Expr.Call, CallPlan> plans = new IdentityHashMap<>();

  /** The type in which the operands of an operation on primitives are computed. */
  final Map<Expr.BinOp, Value> common = new IdentityHashMap<>();

  /** The type in which each pair of a comparison is compared; dynamic ones compare as Python does. */
  final Map<Expr.Compare, Value[]> compared = new IdentityHashMap<>();

  /** Names and attributes that are members of modules: their descriptors. */
  final Map<Expr, Const.Tuple> descriptors = new IdentityHashMap<>();

  /** Calls of inline functions: what stands in their place. */
  final Map<Expr.Call, Expr> inlined = new IdentityHashMap<>();
  final Map<Node, Value> known;

  /** Names of Finals: the constants that they stand for. */
  final Map<Expr, Expr.Constant> constants = new IdentityHashMap<>();
  final Set<String> temporaries = new HashSet<>();

  /** Nodes that run no code of which nothing is known: fields that were tested stay as they are. */
  final Set<Node> harmless = Collections.newSetFromMap(new IdentityHashMap<>());
  int inlineDepth;
  int inlineCalls;

  /** The iterable of the loop whose head is bound. */
  Expr loopIterable;
  boolean inTarget;

  Binder(ModuleTable module, Mod.Module tree, SymbolTable symbols, boolean patchable) {
    super(module);
    this.symbols = symbols;
    this.patchable = patchable;
    known = module.types;
    expressions = new ExpressionBinder(this);
    statements = new StatementBinder(this);
    scopes.add(new Scope.OfModule(tree, env));
  }

  void bind(Mod.Module tree) {
    statements.module(tree);
  }

  // ---- what is known of nodes ----

  void set(Node node, Value v) {
    known.put(node, v);
  }

  Value get(Node node) {
    return known.getOrDefault(node, env.DYNAMIC);
  }

  void setCompare(Expr.Compare node, int at, Value v) {
    compared.computeIfAbsent(node, n -> new Value[n.ops().size()])[at] = v;
  }

  // ---- visiting ----

  Effect visit(Expr e) {
    return visit(e, null);
  }

  /** @param context the type that is wanted; constants and displays follow it */
  Effect visit(Expr e, Value context) {
    Effect effect = Effect.NONE;
    try {
      effect = expressions.bind(e, context);
    } catch (TypedError error) {
      sink().leaving(error, module.file, e);
    }
    if (!harmless.contains(e)) {
      scope().state.fields.clear();
    }
    return effect;
  }

  Effect expect(Expr e, Value expected) {
    return expect(e, expected, MISMATCH);
  }

  Effect expect(Expr e, Value expected, String reason) {
    return expect(e, expected, reason, e);
  }

  Effect expect(Expr e, Value expected, String reason, Node blame) {
    Effect effect = visit(e, expected);
    checkAssign(expected.klass, get(e).klass, blame, reason);
    return effect;
  }

  void checkAssign(ClassType to, ClassType from, Node node) {
    checkAssign(to, from, node, MISMATCH);
  }

  /** Anything may come where nothing is known, and is checked when it does; but no primitive, nor into one. */
  void checkAssign(ClassType to, ClassType from, Node node, String reason) {
    if (!to.accepts(from) && (from != env.dynamic || to instanceof Primitives.PrimitiveType)) {
      error(mismatch(to, from, reason), node);
    }
  }

  /** {0} is what comes, {1} what is wanted; exactness is told only where it is what is wrong. */
  static String mismatch(ClassType to, ClassType from, String reason) {
    boolean exactness = to.inexactClass().accepts(from);
    return reason
        .replace("{0}", exactness ? from.instance.exactName() : from.instance.name())
        .replace("{1}", exactness ? to.instance.exactName() : to.instance.name());
  }

  void warn(String message, Node node) {
    sink().warnings.add(new ErrorSink.Warning(message, module.file, node));
  }

  // ---- scopes ----

  Scope scope() {
    return scopes.getLast();
  }

  Scope newScope(Node node, String name) {
    return new Scope(node, name, scope().qualname, env);
  }

  boolean inFunction() {
    return FunctionNode.of(scope().node) != null;
  }

  boolean inModule() {
    return scope().node instanceof Mod.Module;
  }

  /** The class whose body is bound; null elsewhere. */
  ClassType currentClass() {
    return scope().node instanceof Stmt.ClassDef && get(scope().node) instanceof ClassType c ? c : null;
  }

  /** The first parameter of the method that is being bound; null outside methods, and in functions within them. */
  String receiver() {
    FunctionNode f = FunctionNode.of(scope().node);
    boolean method = f != null && scopes.size() > 1 && scopes.get(scopes.size() - 2).node instanceof Stmt.ClassDef;
    return method && !f.positional().isEmpty() ? f.positional().getFirst().arg() : null;
  }

  ClassType enclosingClass() {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      if (scopes.get(i).node instanceof Stmt.ClassDef) {
        return get(scopes.get(i).node) instanceof ClassType c ? c : null;
      }
    }
    return null;
  }

  /** Where a name lives, as {@code dev.tuff.compiler.Scope} numbers it. */
  int placeOf(String name) {
    if (temporaries.contains(name)) {
      return dev.tuff.compiler.Scope.LOCAL;
    }
    return symbols.scope(scope().node).scopeOf(mangled(name));
  }

  private String mangled(String name) {
    if (!name.startsWith("__") || name.endsWith("__")) {
      return name;
    }
    for (int i = scopes.size() - 1; i >= 0; i--) {
      if (scopes.get(i).node instanceof Stmt.ClassDef c) {
        String bare = c.name().replaceFirst("^_+", "");
        return bare.isEmpty() ? name : "_" + bare + name;
      }
    }
    return name;
  }

  void setParameter(Arg arg, Value type, Scope in) {
    in.declare(arg.arg(), type, false, false);
    set(arg, type);
  }

  Scope.Declaration targetDeclaration(String name) {
    Scope.Declaration d = scope().declared.get(name);
    if (d == null) {
      int place = placeOf(name);
      if (place == dev.tuff.compiler.Scope.GLOBAL_EXPLICIT || place == dev.tuff.compiler.Scope.GLOBAL_IMPLICIT) {
        d = scopes.getFirst().declared.get(name);
      }
    }
    return d;
  }

  void declareLocal(String name, Value type, boolean isFinal, boolean inferred) {
    Scope.Declaration before = scope().declared.get(name);
    if (before != null && (type.nominal() || before.type().nominal())) {
      throw new TypedError("Cannot redefine local variable " + name);
    }
    if (type.primitive() && (placeOf(name) != dev.tuff.compiler.Scope.LOCAL || inModule())) {
      throw new TypedError("cannot use primitives in global or closure scope");
    }
    scope().declare(name, type, isFinal, inferred);
  }

  /** What a name holds from now on: primitives and what is dynamic stay what they are declared as. */
  Value narrow(String name, Value now) {
    Value declared = targetDeclaration(name).type();
    Value local = now == env.DYNAMIC || !declared.klass.canBeNarrowed() ? declared : now;
    scope().state.locals.put(name, local);
    return local;
  }

  /** The constant that a name of a Final stands for; null for all else. */
  Expr.Constant finalConstant(Expr e) {
    if (!(e instanceof Expr.Name n) || n.ctx() != dev.tuff.syntax.ast.ExprContext.Load) {
      return null;
    }
    Expr.Constant known = module.constant(n.id());
    if (known == null) {
      return null;
    }
    int place = inModule() ? 0 : placeOf(n.id());
    boolean shadowed = place == dev.tuff.compiler.Scope.LOCAL || place == dev.tuff.compiler.Scope.CELL || place == dev.tuff.compiler.Scope.FREE;
    return shadowed ? null : known;
  }

  /** Whether a test tells something of an expression: a name, or a slot of one. */
  boolean isRefinable(Expr e) {
    if (e instanceof Expr.Name || e instanceof Expr.NamedExpr) {
      return true;
    }
    return e instanceof Expr.Attribute a && a.value() instanceof Expr.Name && get(a.value()).klass.slot(a.attr()) != null;
  }

  /** Of a name or field that may be None, truth tells that it is not. */
  Effect truthy(Expr e) {
    if (e == null || !isRefinable(e) || !(get(e).klass instanceof Union u) || u.definition == null) {
      return null;
    }
    return new Effect.Narrowing(e, get(e), env.none.instance, this).not();
  }

  /** A test of an object that is no bool may run its {@code __bool__}. */
  void afterTest(Expr test) {
    if (get(test).klass != env.bool) {
      scope().state.fields.clear();
    }
  }

  Value widen(Value known, Value more) {
    if (known == null || more.klass.accepts(known.klass)) {
      return more;
    }
    return known.klass.accepts(more.klass) ? known : env.union(known.klass, more.klass).instance;
  }
}
