package dev.tuff.typed;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/** First pass over a module: its classes, functions, variables and imports get names, before any is bound. */
final class Declarations {
  private final ModuleTable module;
  private final StaticCompiler compiler;
  private final TypeEnv env;

  /** The class whose body is read; null in the module, and in what is not static. */
  private ClassType owner;
  private String qualname = "";

  /** In a function or a nested statement: what is declared there has no name that others can use. */
  private boolean nested;

  Declarations(ModuleTable module) {
    this.module = module;
    compiler = module.compiler;
    env = compiler.env;
  }

  void visit(List<Stmt> body) {
    for (Stmt s : body) {
      module.within(s, () -> statement(s));
    }
  }

  private void hidden(List<Stmt> body) {
    boolean outer = nested;
    nested = true;
    visit(body);
    nested = outer;
  }

  private void statement(Stmt s) {
    FunctionNode f = FunctionNode.of(s);
    if (f != null) {
      function(f);
      return;
    }
    switch (s) {
      case Stmt.ClassDef c -> classDef(c);
      case Stmt.AnnAssign a -> annotated(a);
      case Stmt.Assign a -> assigned(a);
      case Stmt.TypeAlias t -> {
        if (!nested && owner == null) {
          module.declareAlias(t);
        }
      }
      case Stmt.Import i -> imports(i);
      case Stmt.ImportFrom i -> importsFrom(i);
      case Stmt.If i -> conditional(i);
      case Stmt.For x -> hiddenBoth(x.body(), x.orelse());
      case Stmt.AsyncFor x -> hiddenBoth(x.body(), x.orelse());
      case Stmt.While x -> hiddenBoth(x.body(), x.orelse());
      case Stmt.With x -> hidden(x.body());
      case Stmt.AsyncWith x -> hidden(x.body());
      case Stmt.Try x -> attempt(x.body(), x.handlers(), x.orelse(), x.finalbody());
      case Stmt.TryStar x -> attempt(x.body(), x.handlers(), x.orelse(), x.finalbody());
      case Stmt.Match m -> {
        for (MatchCase c : m.cases()) {
          hidden(c.body());
        }
      }
      default -> {
        // declares nothing
      }
    }
  }

  private void hiddenBoth(List<Stmt> body, List<Stmt> orelse) {
    hidden(body);
    hidden(orelse);
  }

  private void attempt(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> last) {
    hidden(body);
    for (ExceptHandler h : handlers) {
      hidden(h.body());
    }
    hiddenBoth(orelse, last);
  }

  private void annotated(Stmt.AnnAssign a) {
    if (nested) {
      return;
    }
    if (owner == null) {
      module.declareVariable(a);
    } else if (a.target() instanceof Expr.Name n && !(owner instanceof Enums.EnumClass)) {
      owner.defineSlot(n.id(), n, TypeRef.of(module, a.annotation()), a.value() != null ? a : null, true);
      if (owner.members.get(n.id()) instanceof Slot s) {
        s.annotation = a.annotation();
      }
    }
  }

  private void assigned(Stmt.Assign a) {
    if (nested || owner != null) {
      return;
    }
    for (Expr t : a.targets()) {
      if (t instanceof Expr.Name n) {
        module.declareAssigned(n.id());
      }
    }
  }

  // ---- conditions that are known ----

  private void conditional(Stmt.If i) {
    if (i.test() instanceof Expr.Name n && n.id().equals("TYPE_CHECKING")) {
      visit(i.body());
    } else {
      Boolean known = versionTest(i.test());
      if (known != null) {
        module.constantTests.put(i.test(), known);
        visit(known ? i.body() : i.orelse());
        return;
      }
      hidden(i.body());
    }
    hidden(i.orelse());
  }

  private static Long hexVersion() {
    return (Long) Interpreter.current().sys.dict().getStr("hexversion");
  }

  private static Boolean versionTest(Expr test) {
    if (!(test instanceof Expr.Compare c) || c.ops().size() != 1) {
      return null;
    }
    Long left = isVersion(c.left()) ? hexVersion() : constant(c.left());
    Long right = isVersion(c.comparators().getFirst()) ? hexVersion() : constant(c.comparators().getFirst());
    if (left == null || right == null || !isVersion(c.left()) && !isVersion(c.comparators().getFirst())) {
      return null;
    }
    int order = left.compareTo(right);
    CmpOperator op = c.ops().getFirst();
    return switch (op) {
      case Eq -> order == 0;
      case NotEq -> order != 0;
      case Lt -> order < 0;
      case LtE -> order <= 0;
      case Gt -> order > 0;
      case GtE -> order >= 0;
      default -> null;
    };
  }

  private static boolean isVersion(Expr e) {
    return e instanceof Expr.Attribute a && a.attr().equals("hexversion") && a.value() instanceof Expr.Name n && n.id().equals("sys");
  }

  private static Long constant(Expr e) {
    return e instanceof Expr.Constant c && c.value() instanceof Long v ? v : null;
  }

  // ---- classes and functions ----

  private String qualify(String name) {
    return qualname.isEmpty() ? name : qualname + "." + name;
  }

  private void classDef(Stmt.ClassDef node) {
    List<ClassType> bases = new ArrayList<>();
    for (Expr base : node.bases()) {
      ClassType c = module.annotations.typeOf(base);
      bases.add(c == null ? env.dynamic : c);
    }
    if (bases.isEmpty()) {
      bases.add(env.object);
    }
    ClassType made = make(node, bases);
    String outer = qualname;
    ClassType outerOwner = owner;
    boolean outerNested = nested;
    qualname = qualify(node.name());
    nested = made == env.dynamic;
    owner = made == env.dynamic ? null : made;
    visit(node.body());
    owner = outerOwner;
    nested = outerNested;
    qualname = outer;
    for (int i = node.decoratorList().size() - 1; i >= 0 && made != env.dynamic; i--) {
      made = decorated(made, node.decoratorList().get(i));
    }
    ClassType exact = made.exactClass();
    if (!nested) {
      if (owner == null) {
        module.declareClass(node, exact);
      } else {
        owner.declareClass(node, exact);
      }
    }
    module.types.put(node, exact);
  }

  private ClassType decorated(ClassType c, Expr decorator) {
    ClassType[] made = {c};
    module.within(decorator, () -> {
      Value by = module.annotations.decorator(decorator);
      made[0] = (by == null ? env.DYNAMIC : by).decorateClass(c, decorator);
      if (by instanceof Dataclasses.Decorator && made[0] == env.dynamic) {
        compiler.sink.warnings.add(new ErrorSink.Warning("Dataclass " + c.readableName() + " has a dynamic base. Convert all of its bases to "
            + "Static Python to resolve dataclass at compile time.", module.file, decorator));
      }
    });
    return made[0];
  }

  private ClassType make(Stmt.ClassDef node, List<ClassType> bases) {
    ClassType made = null;
    for (ClassType base : bases) {
      ClassType c = base.subclass(module.name, qualify(node.name()), bases);
      if (made == null) {
        made = c;
      } else if (made.getClass() != c.getClass()) {
        module.error("Incompatible subtypes", node);
      }
    }
    for (ClassType base : bases) {
      if (base == env.namedTuple || base.inexactClass() == env.tuple || base == env.protocol || base == env.typedDict) {
        return env.dynamic;
      }
      if (base.isFinal) {
        module.error("Class `" + made.instance.name() + "` cannot subclass a Final class: `" + base.instance.name() + "`", node);
      }
    }
    for (Keyword k : node.keywords()) {
      if ("metaclass".equals(k.arg())) {
        return env.dynamic;
      }
    }
    return nested ? env.dynamic : made;
  }

  private void function(FunctionNode f) {
    TypeRef result = f.returns() == null ? TypeRef.of(env.dynamic) : TypeRef.of(module, f.returns());
    FunctionValue made = new FunctionValue(f, module, f.async() ? TypeRef.awaitable(result, env) : result);
    String outer = qualname;
    ClassType outerOwner = owner;
    qualname = qualify(f.name());
    owner = null;
    hidden(f.body());
    owner = outerOwner;
    qualname = outer;
    module.types.put(f.node(), f.decorators().isEmpty() ? made : new Decorated.Unknown(made, f.decorators().getFirst()));
    if (nested) {
      return;
    }
    if (owner == null) {
      module.declareFunction(made);
    } else {
      owner.hasInitSubclass |= f.name().equals("__init_subclass__");
      owner.declareFunction(made);
    }
  }

  // ---- imports ----

  private void imports(Stmt.Import node) {
    for (Alias a : node.names()) {
      int dot = a.name().indexOf('.');
      String top = dot < 0 ? a.name() : a.name().substring(0, dot);
      module.declareImport(a.asname() != null ? a.asname() : top, null, () -> {
        ModuleTable m = compiler.module(a.name());
        return m == null ? env.DYNAMIC : new ModuleValue(a.asname() != null ? a.name() : top, compiler);
      });
    }
  }

  private void importsFrom(Stmt.ImportFrom node) {
    String from = module.annotations.importedModule(node);
    if (from.isEmpty()) {
      module.error("empty module name in import", node);
      return;
    }
    for (Alias a : node.names()) {
      module.declareImport(a.asname() != null ? a.asname() : a.name(), List.of(from, a.name()), () -> imported(from, a.name()));
    }
  }

  private Value imported(String from, String name) {
    ModuleTable m = compiler.module(from);
    Value v = m == null ? null : m.child(name);
    if (v == null) {
      v = compiler.submodule(from, name);
    }
    if (v != null) {
      return v;
    }
    if (m != null && !m.declarationsRead()) {
      throw new TypedError("Cannot find " + from + "." + name + " due to cyclic reference");
    }
    return env.DYNAMIC;
  }
}
