package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A static module: its names and their types, and what the binder has found out about its nodes. */
final class ModuleTable {
  /** A statement that declares something; {@code name} and {@code value} are null for annotated variables. */
  private record Declared(Stmt node, String name, Value value) {}

  final String name;
  final String file;
  final StaticCompiler compiler;
  final Annotations annotations;
  final Map<Node, Value> types = new IdentityHashMap<>();

  /** {@code NAME: Final = constant} of the module. */
  final Map<String, Expr.Constant> finals = new LinkedHashMap<>();

  /** Names imported from other modules: (module, name). */
  final Map<String, List<String>> importedFrom = new LinkedHashMap<>();

  /** Classes that are compiled as ordinary Python. */
  final Set<Node> notStatic = new HashSet<>();

  /** Tests whose outcome is known when the program is compiled. */
  final Map<Node, Boolean> constantTests = new IdentityHashMap<>();

  boolean checkedDicts;
  boolean checkedLists;
  private final Map<String, Object> children = new HashMap<>();
  private final List<Declared> declared = new ArrayList<>();
  private final Set<String> assigned = new LinkedHashSet<>();

  /** Imported names that are being looked up: a name that needs itself is in a circle of imports. */
  private final Set<String> resolving = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();
  private boolean declarationsRead;

  ModuleTable(String name, String file, StaticCompiler compiler) {
    this.name = name;
    this.file = file;
    this.compiler = compiler;
    annotations = new Annotations(this);
  }

  /** A module that the compiler itself knows. */
  static ModuleTable intrinsic(String name, StaticCompiler compiler, Map<String, Value> members) {
    ModuleTable m = new ModuleTable(name, "<" + name + ">", compiler);
    m.children.putAll(members);
    m.declarationsRead = true;
    return m;
  }

  /** The value of a name; null if the module has none. Imports are looked up now. */
  Value child(String childName) {
    Object v = children.get(childName);
    if (v instanceof Supplier<?> later) {
      if (!resolving.add(childName)) {
        throw new TypedError("Cannot find " + name + "." + childName + " due to cyclic reference");
      }
      try {
        v = later.get();
      } finally {
        resolving.remove(childName);
      }
      children.put(childName, v);
    }
    return (Value) v;
  }

  /** The constant that a Final of this module stands for, or one that it imports and never binds itself; null for all else. */
  Expr.Constant constant(String variable) {
    List<String> from = importedFrom.get(variable);
    if (finals.containsKey(variable) || from == null || assigned.contains(variable) || child(variable) == null) {
      return finals.get(variable);
    }
    ModuleTable m = compiler.modules.get(from.get(0));
    return m == null || m.child(from.get(1)) != child(variable) ? null : m.constant(from.get(1));
  }

  boolean declarationsRead() {
    return declarationsRead;
  }

  void error(String message, Node node) {
    TypedError e = new TypedError(message, node);
    e.file = file;
    compiler.sink.report(e);
  }

  /** Errors of {@code work} without a place are at {@code node}. */
  void within(Node node, Runnable work) {
    try {
      work.run();
    } catch (TypedError e) {
      if (node == null) {
        throw e;
      }
      compiler.sink.leaving(e, file, node);
    }
  }

  // ---- declarations ----

  void declareImport(String as, List<String> from, Supplier<Value> later) {
    children.put(as, later);
    if (from != null) {
      importedFrom.put(as, from);
    }
  }

  void declareClass(Stmt.ClassDef node, ClassType c) {
    declared.add(new Declared(node, node.name(), c));
    children.put(node.name(), c);
  }

  void declareFunction(FunctionValue f) {
    Object existing = children.get(f.name);
    Value made = f;
    if (existing instanceof FunctionValue other) {
      made = new FunctionGroup(compiler.env, other, f);
    } else if (existing instanceof FunctionGroup group) {
      group.functions.add(f);
      made = group;
    } else if (existing != null) {
      throw new TypedError("function conflicts with other member " + f.name + " in " + name);
    }
    declared.add(new Declared(f.node.node(), f.name, made));
    children.put(f.name, made);
  }

  void declareVariable(Stmt.AnnAssign node) {
    declared.add(new Declared(node, null, null));
  }

  void declareAssigned(String variable) {
    assigned.add(variable);
  }

  void declareAlias(Stmt.TypeAlias node) {
    String alias = ((Expr.Name) node.name()).id();
    Value v = annotations.typeOf(node.value());
    if (!(v instanceof ClassType)) {
      throw new TypedError("RHS of type alias " + alias + " is not a type: " + dev.tuff.compiler.ExpressionText.of(node.value()));
    }
    children.put(alias, v);
    aliases.add(alias);
  }

  // ---- after the first pass ----

  void finish() {
    declarationsRead = true;
    for (Declared d : declared) {
      within(d.node, () -> finish(d));
    }
    for (String variable : assigned) {
      children.putIfAbsent(variable, compiler.env.DYNAMIC);
    }
  }

  private void finish(Declared d) {
    if (d.value != null) {
      Value made = d.value.finish(this, null);
      if (made instanceof Decorated.Unknown) {
        children.put(d.name, compiler.env.DYNAMIC);
      } else if (made == null) {
        children.remove(d.name);
      } else if (made != d.value) {
        children.put(d.name, made);
      }
    }
    if (d.node instanceof Stmt.AnnAssign a && a.target() instanceof Expr.Name target) {
      variable(a, target.id());
    }
  }

  private void variable(Stmt.AnnAssign a, String variable) {
    ClassType type = annotations.resolve(a.annotation(), true);
    if (type == null) {
      return;
    }
    boolean isFinal = type instanceof Generic.Wrapper w && w.is(compiler.env.finalForm);
    Value v = type.instance;
    if (isFinal) {
      v = type.unwrap().instance;
      if (type.unwrap() == compiler.env.dynamic && a.value() instanceof Expr.Name n && child(n.id()) != null) {
        v = child(n.id());
      }
    }
    children.put(variable, v);
    assigned.add(variable);
    if (isFinal) {
      if (a.value() == null) {
        throw new TypedError("Must assign a value when declaring a Final");
      }
      if (a.value() instanceof Expr.Constant c) {
        finals.put(variable, c);
      }
    }
  }

  void validateOverrides() {
    for (Declared d : declared) {
      if (d.name != null && !aliases.contains(d.name) && children.get(d.name) instanceof Value v) {
        within(d.node, () -> v.validateOverrides(this, null));
      }
    }
    declared.clear();
  }
}
