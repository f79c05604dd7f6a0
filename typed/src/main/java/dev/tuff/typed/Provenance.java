package dev.tuff.typed;

import dev.tuff.compiler.ExpressionText;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Why nothing is known of a value: back to the annotation that is missing, and what would have to stand there. */
final class Provenance {
  /** Why, and what would help; the remedy is null if nothing would. */
  record Cause(String reason, String remedy) {}

  /** From name to name no further than a reader would follow. */
  private static final int DEPTH = 3;

  private final Binder b;
  private final NodeIndex index;

  Provenance(Binder b, NodeIndex index) {
    this.b = b;
    this.index = index;
  }

  Cause of(Expr e) {
    return of(e, DEPTH);
  }

  private Cause of(Expr e, int depth) {
    return switch (e) {
      case Expr.Name n -> name(n, depth);
      case Expr.Attribute a -> attribute(a, depth);
      case Expr.Call c -> call(c, depth);
      case Expr.Subscript s -> subscript(s, depth);
      case Expr.Await a -> new Cause("what `" + text(a) + "` gives is not known", "declare what the awaited function returns");
      case Expr.BinOp o -> new Cause("arithmetic on objects gives an object of which nothing is known",
          "declare the operands int64 or double, or assign the result to an annotated name");
      case Expr.NamedExpr n -> of(n.value(), depth);
      default -> new Cause("of `" + text(e) + "` nothing is known", "assign it to an annotated name");
    };
  }

  static String text(Node e) {
    String s = e instanceof Expr x ? ExpressionText.of(x) : "";
    return s.length() > 40 ? s.substring(0, 37) + "..." : s;
  }

  // ---- names

  private Cause name(Expr.Name n, int depth) {
    for (FunctionNode f = index.functionOf(n); f != null; f = index.functionOf(f.node())) {
      Arg arg = parameter(f.args(), n.id());
      if (arg != null) {
        return arg.annotation() != null ? annotation("parameter `" + n.id() + "`", arg.annotation())
            : new Cause("parameter `" + n.id() + "` of " + f.name() + " has no annotation", "annotate it: " + n.id() + ": SomeClass");
      }
      Cause local = assigned(n.id(), f.node(), depth);
      if (local != null) {
        return local;
      }
    }
    return global(n, depth);
  }

  private static Arg parameter(Arguments a, String name) {
    List<Arg> all = new ArrayList<>(a.posonlyargs());
    all.addAll(a.args());
    all.addAll(a.kwonlyargs());
    for (Arg arg : all) {
      if (arg.arg().equals(name)) {
        return arg;
      }
    }
    return null;
  }

  /** The first binding of a local that is dynamic; null if the name is not bound there. */
  private Cause assigned(String id, Node function, int depth) {
    for (Expr.Name target : index.within(function, Expr.Name.class)) {
      if (target.ctx() != ExprContext.Store || !target.id().equals(id) || index.functionOf(target) == null
          || index.functionOf(target).node() != function) {
        continue;
      }
      Node statement = index.parent(target);
      Cause c = switch (statement) {
        case Stmt.AnnAssign a -> annotation("`" + id + "`", a.annotation());
        case Stmt.Assign a when b.get(a.value()) == b.env.DYNAMIC -> from(id, a, a.value(), depth);
        case Expr.NamedExpr a when b.get(a.value()) == b.env.DYNAMIC -> from(id, a, a.value(), depth);
        case Stmt.For l -> item(id, l.iter());
        case dev.tuff.syntax.ast.Comprehension l -> item(id, l.iter());
        case dev.tuff.syntax.ast.WithItem w -> new Cause("`" + id + "` is what a context manager gives", "annotate it: " + id + ": SomeClass");
        case Expr.Tuple t -> new Cause("`" + id + "` is unpacked in line " + t.line(), "annotate it before: " + id + ": SomeClass");
        case Stmt.AugAssign a -> null;
        default -> null;
      };
      if (c != null) {
        return c;
      }
    }
    for (ExceptHandler h : index.within(function, ExceptHandler.class)) {
      if (id.equals(h.name())) {
        return new Cause("`" + id + "` is an exception of a class that is not known", "catch a class that is");
      }
    }
    return null;
  }

  private Cause from(String id, Node assignment, Expr value, int depth) {
    Cause inner = depth > 0 ? of(value, depth - 1) : null;
    String reason = "`" + id + "` comes from `" + text(value) + "` in line " + assignment.line();
    return inner == null ? new Cause(reason, "annotate it: " + id + ": SomeClass")
        : new Cause(reason + ": " + inner.reason(), inner.remedy() == null ? "annotate it: " + id + ": SomeClass" : inner.remedy());
  }

  private Cause item(String id, Expr iterable) {
    return new Cause("`" + id + "` is an item of `" + text(iterable) + "` (" + b.get(iterable).name() + "), whose items have no known type",
        "iterate over a CheckedList[T] or an Array, or assign it to an annotated name");
  }

  private Cause global(Expr.Name n, int depth) {
    List<String> from = b.module.importedFrom.get(n.id());
    if (from != null) {
      return imported(n.id(), from.get(0));
    }
    for (Stmt.Import i : index.all(Stmt.Import.class)) {
      for (dev.tuff.syntax.ast.Alias a : i.names()) {
        if (n.id().equals(a.asname() != null ? a.asname() : a.name())) {
          return imported(n.id(), a.name());
        }
      }
    }
    Value v = b.module.child(n.id());
    if (v == null && b.module.compiler.builtins.child(n.id()) != null) {
      return new Cause("`" + n.id() + "` is a builtin without typed calls", null);
    }
    for (Stmt s : index.all(Stmt.class)) {
      FunctionNode f = FunctionNode.of(s);
      if (f != null && f.name().equals(n.id()) && !f.decorators().isEmpty()) {
        return new Cause("a decorator of `" + n.id() + "` is not known to the compiler", "call it without the decorator, or move the decorator's"
            + " work inside");
      }
      if (s instanceof Stmt.ClassDef c && c.name().equals(n.id())) {
        return new Cause("class " + n.id() + " is made as ordinary Python: by its bases, its metaclass or a decorator",
            "derive it from static classes only");
      }
      if (s instanceof Stmt.AnnAssign a && a.target() instanceof Expr.Name t && t.id().equals(n.id())) {
        return annotation("`" + n.id() + "`", a.annotation());
      }
    }
    return new Cause("the global `" + n.id() + "` has no known type", "annotate it where it is assigned: " + n.id() + ": SomeClass = ...");
  }

  private Cause imported(String id, String from) {
    boolean known = b.module.compiler.modules.get(from) != null;
    return known ? new Cause("`" + id + "` has no type in " + from, "annotate it there")
        : new Cause("`" + id + "` comes from " + from + ", which is not static", "begin " + from + " with `import __static__`, if it is yours");
  }

  /** An annotation that is there, and yet says nothing that could be relied on. */
  private Cause annotation(String whose, Expr annotation) {
    String text = text(annotation);
    if (text.equals("float")) {
      return new Cause("the annotation `float` takes ints too, so it is not relied on", "declare a double, or Annotated[float, \"Exact\"]");
    }
    if (text.contains("Union[") || annotation instanceof Expr.BinOp) {
      return new Cause("a union other than Optional is not checked", "declare one class, or Optional of one");
    }
    if (text.equals("object") || text.equals("Any")) {
      return new Cause(whose + " is declared " + text, "declare the class that it is");
    }
    if (b.module.annotations.reference(annotation) instanceof Value v && v == b.env.DYNAMIC) {
      Expr root = annotation;
      while (root instanceof Expr.Attribute a) {
        root = a.value();
      }
      if (root instanceof Expr.Name n) {
        Cause c = global(n, 0);
        return new Cause("the annotation `" + text + "` of " + whose + " says nothing: " + c.reason(), c.remedy());
      }
    }
    return new Cause("the annotation `" + text + "` of " + whose + " names no class that could be checked", "declare a class");
  }

  // ---- what expressions give

  private Cause attribute(Expr.Attribute a, int depth) {
    Value of = b.get(a.value());
    if (of == b.env.DYNAMIC) {
      return depth > 0 ? of(a.value(), depth - 1) : new Cause("`" + text(a.value()) + "` is dynamic", null);
    }
    if (of instanceof ModuleValue m) {
      return imported(a.attr(), m.moduleName);
    }
    if (of.klass.slot(a.attr()) != null) {
      Slot s = of.klass.slot(a.attr());
      return s.annotation != null ? annotation("attribute `" + a.attr() + "`", s.annotation)
          : new Cause("attribute `" + a.attr() + "` of " + s.container.instance.name() + " has no annotation",
              "annotate it in the class: " + a.attr() + ": SomeClass");
    }
    if (of.klass.bases.contains(b.env.dynamic)) {
      return new Cause(of.name() + " has a base class that is not static", "make the base class static");
    }
    return new Cause("`" + a.attr() + "` of " + of.name() + " has no known type", "assign it to an annotated name");
  }

  private Cause call(Expr.Call c, int depth) {
    Value f = b.get(c.func());
    if (f instanceof MethodValue m) {
      f = m.function;
    }
    if (f instanceof FunctionValue known) {
      return known.node.returns() == null
          ? new Cause(known.name + " does not say what it returns", "annotate its result: def " + known.name + "(...) -> SomeClass")
          : annotation("the result of " + known.name, known.node.returns());
    }
    if (f == b.env.DYNAMIC) {
      return depth > 0 ? of(c.func(), depth - 1) : new Cause("what `" + text(c.func()) + "` is, is not known", null);
    }
    return new Cause("the result of `" + text(c.func()) + "` has no known type", "assign it to an annotated name");
  }

  private Cause subscript(Expr.Subscript s, int depth) {
    Value of = b.get(s.value());
    if (of == b.env.DYNAMIC) {
      return depth > 0 ? of(s.value(), depth - 1) : new Cause("`" + text(s.value()) + "` is dynamic", null);
    }
    ClassType c = of.klass.inexactClass();
    String checked = c == b.env.dict ? "CheckedDict[K, V]" : c == b.env.list ? "CheckedList[T]" : null;
    return new Cause("items of " + of.name() + " have no known type",
        checked == null ? "assign it to an annotated name" : "take a " + checked + ", or assign it to an annotated name");
  }
}
