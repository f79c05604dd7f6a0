package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the arguments of a call to the parameters of a known callee, checks them, and tells whether the call can be a direct one. */
final class CallBinding {
  static final String PRIMITIVE_ARGUMENT = "Call argument cannot be a primitive";

  /** A value for a parameter of that type. */
  record Argument(Expr value, ClassType type) {}

  final CallableValue callee;
  final Expr.Call call;
  final Expr self;

  /** Whether just this method is meant, whatever the receiver's class has. */
  boolean nonVirtual;

  private final List<Expr> args;
  private final List<Keyword> keywords;
  private final Binder b;

  /** In the order of the parameters; of use only if {@link #simple}. */
  final List<Argument> arguments = new ArrayList<>();
  private final Map<ClassType, ClassType> inferred = new HashMap<>();
  private int seen;
  boolean dynamic;

  /** No stars, and all keywords in the order of the parameters. */
  boolean simple = true;

  CallBinding(CallableValue callee, Expr.Call call, Binder b, Expr self, List<Expr> args) {
    this.callee = callee;
    this.call = call;
    this.b = b;
    this.self = self;
    this.args = args;
    this.keywords = call.keywords();
  }

  static List<Expr> prepend(Expr first, List<Expr> rest) {
    List<Expr> all = new ArrayList<>(rest.size() + 1);
    all.add(first);
    all.addAll(rest);
    return all;
  }

  /** A call of something unknown: all arguments are objects. */
  static Effect dynamic(Expr.Call node, Binder b) {
    b.set(node, b.env.DYNAMIC);
    objects(node, b);
    b.plans.put(node, CallPlan.ORDINARY);
    return Effect.NONE;
  }

  static void objects(Expr.Call node, Binder b) {
    for (Expr e : node.args()) {
      b.expect(e, b.env.DYNAMIC, PRIMITIVE_ARGUMENT);
    }
    for (Keyword k : node.keywords()) {
      b.expect(k.value(), b.env.DYNAMIC, PRIMITIVE_ARGUMENT);
    }
  }

  /** @param skipSelf the first parameter is filled by whoever makes the object or finds the class */
  void bind(boolean skipSelf) {
    if (!direct()) {
      dynamic = true;
      objects(call, b);
      return;
    }
    int skipped = skipSelf ? 1 : 0;
    List<Parameter> expected = callee.parameters.subList(Math.min(skipped, callee.parameters.size()), callee.parameters.size());
    seen += skipped;
    if (args.size() > expected.size()) {
      b.error("Mismatched number of args for " + callee.name() + ". Expected " + (expected.size() + skipped) + ", got "
          + (args.size() + skipped), call);
    }
    boolean starred = positional(expected, skipped);
    keywords();
    for (Keyword k : keywords) {
      if (k.arg() == null) {
        b.visit(k.value());
      } else if (!callee.byName.containsKey(k.arg())) {
        b.error("Given argument " + k.arg() + " does not exist in the definition of " + callee.qualifiedName(), call);
      }
    }
    if (!starred && seen != callee.parameters.size()) {
      b.error("Mismatched number of args for " + callee.name() + ". Expected " + callee.parameters.size() + ", got " + seen, call);
    }
  }

  private boolean positional(List<Parameter> expected, int skipped) {
    for (int i = 0; i < Math.min(expected.size(), args.size()); i++) {
      Parameter p = expected.get(i);
      Expr arg = args.get(i);
      if (p.keywordOnly()) {
        int given = args.size() + skipped;
        b.error(callee.qualifiedName() + " takes " + (i + skipped) + " positional args but " + given + (given == 1 ? " was" : " were")
            + " given", call);
      } else if (arg instanceof Expr.Starred) {
        seen = callee.parameters.size();
        simple = false;
        for (Expr rest : args.subList(i, args.size())) {
          if (rest instanceof Expr.Starred s) {
            b.expect(s.value(), b.env.DYNAMIC, "starred expression cannot be primitive");
            b.set(s, b.env.DYNAMIC);
          } else {
            b.expect(rest, b.env.DYNAMIC, PRIMITIVE_ARGUMENT);
          }
        }
        return true;
      }
      arguments.add(new Argument(arg, argument(p, arg, "positional")));
      seen++;
    }
    return false;
  }

  /** Parameters without a positional argument: from keywords, in order or not, from a mapping, from defaults. */
  private void keywords() {
    boolean inOrder = true;
    int next = 0;
    while (seen < callee.parameters.size()) {
      Parameter p = callee.parameters.get(seen++);
      if (p.positionalOnly()) {
        if (p.hasDefault()) {
          byDefault(p);
        } else {
          seen--;
          b.error("Missing value for positional-only arg " + seen, call);
          seen++;
        }
        continue;
      }
      if (inOrder && next < keywords.size() && p.name().equals(keywords.get(next).arg())) {
        Expr value = keywords.get(next++).value();
        arguments.add(new Argument(value, argument(p, value, "keyword")));
        continue;
      }
      Keyword named = null;
      boolean mapping = false;
      for (Keyword k : keywords) {
        if (p.name().equals(k.arg())) {
          named = k;
          break;
        }
        mapping |= k.arg() == null;
      }
      if (named != null) {
        inOrder = false;
        simple = false;
        argument(p, named.value(), "keyword");
      } else if (mapping) {
        inOrder = false;
        simple = false;
      } else if (p.hasDefault()) {
        byDefault(p);
      } else {
        b.error("Function " + callee.qualifiedName() + " expects a value for argument " + p.name(), call);
      }
    }
  }

  private void byDefault(Parameter p) {
    if (p.value() == null || p.value() instanceof Expr) {
      // what a builtin's default is only it knows
      simple = false;
      return;
    }
    Expr.Constant value = new Expr.Constant(p.value(), null, call.start(), call.end());
    ClassType type = p.type().resolve();
    b.visit(value, type.instance);
    arguments.add(new Argument(value, type));
  }

  private ClassType argument(Parameter p, Expr value, String style) {
    ClassType type = p.type().resolve();
    String what = style + " arg " + (p.name().isEmpty() ? "" + p.index() : "'" + p.name() + "'");
    String reason = "type mismatch: {0} received for " + what + ", expected {1}";
    if (!type.containsTypeParameters()) {
      b.expect(value, type.instance, reason);
      return type;
    }
    b.visit(value);
    ClassType given = b.get(value).klass;
    ClassType found = infer(type, given);
    if (found == null) {
      b.error(Binder.mismatch(type, given, reason), value);
      return given;
    }
    ClassType known = inferred.get(type);
    inferred.put(type, known == null ? found : b.env.union(known, found));
    return found;
  }

  private ClassType infer(ClassType parameter, ClassType given) {
    if (parameter instanceof Generic.Variable p) {
      return p.bound != null && !p.bound.accepts(given) ? null : given;
    }
    if (parameter instanceof Union u) {
      ClassType all = null;
      for (ClassType t : u.arguments) {
        ClassType found = t.containsTypeParameters() ? infer(t, given) : null;
        all = found == null ? all : all == null ? found : b.env.union(all, found);
      }
      return all;
    }
    return given instanceof Generic g && g.definition != null && g.definition == parameter.genericDefinition() ? given : null;
  }

  Value result(ClassType declared) {
    return inferred.getOrDefault(declared, declared).instance;
  }

  /** Whether callee and call have only what a direct call can do. */
  boolean direct() {
    if (callee.parameters == null || callee.varArgs || callee.varKeywords) {
      return false;
    }
    boolean hasDefaults = callee.required < args.size();
    int stars = 0;
    for (Expr e : call.args()) {
      boolean star = e instanceof Expr.Starred;
      if (stars > 0) {
        b.warn(star ? "Multiple *args prevents more efficient static call"
            : "Positional arg after *args prevents more efficient static call", call);
        return false;
      }
      stars += star ? 1 : 0;
    }
    int mappings = 0;
    Set<String> names = new HashSet<>();
    for (Keyword k : keywords) {
      names.add(k.arg());
      mappings += k.arg() == null ? 1 : 0;
    }
    boolean keywordOnly = false;
    for (Parameter p : callee.parameters) {
      keywordOnly |= p.keywordOnly();
    }
    int from = (self != null ? 1 : 0) + call.args().size();
    for (int i = from; i < callee.parameters.size(); i++) {
      Parameter p = callee.parameters.get(i);
      if (p.hasDefault() && p.value() instanceof Expr && !names.contains(p.name())) {
        return false;
      }
    }
    String why = mappings + stars > 1 ? "Multiple **kwargs prevents more efficient static call"
        : hasDefaults && stars > 0 ? "Passing *args to function with default values prevents more efficient static call"
        : keywordOnly ? "Keyword-only args in called function prevents more efficient static call" : null;
    if (why != null) {
      b.warn(why, call);
    }
    return why == null;
  }

  /** How the call is compiled, for functions of static modules. */
  CallPlan plan() {
    if (dynamic || !simple || arguments.size() != callee.parameters.size()) {
      return CallPlan.ORDINARY;
    }
    if (callee instanceof Natives.NativeFunction f) {
      return (node, l) -> l.invokeNative(node, arguments, f.target());
    }
    Const.Tuple named = b.descriptors.get(call.func());
    boolean virtual = self != null && !nonVirtual && !callee.isFinal && !b.get(self).klass.exact && !b.get(self).klass.isFinal;
    if (self != null && !(callee instanceof FunctionValue)) {
      return CallPlan.ORDINARY;
    }
    if (callee.container == null || self != null || named != null) {
      Const.Tuple descriptor = named != null && self == null ? named : callee.descriptor();
      return (node, l) -> l.invoke(node, arguments, descriptor, virtual);
    }
    return CallPlan.ORDINARY;
  }
}
