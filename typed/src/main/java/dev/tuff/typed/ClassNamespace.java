package dev.tuff.typed;

import static dev.tuff.compiler.Opcode.INVOKE_FUNCTION;

import dev.tuff.compiler.StaticTree;
import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the body of a static class says of it when it runs: slots, their types and defaults (spec §10.1). */
final class ClassNamespace {
  private ClassNamespace() {}

  static StaticTree.StaticClass built(ClassType c) {
    TreeSet<String> finals = new TreeSet<>();
    for (ClassType base : c.mro()) {
      finals.addAll(base.ownFinalMethods());
    }
    List<Object> cached = new ArrayList<>();
    c.members.forEach((name, v) -> {
      if (v instanceof Decorated.Property p && p.cached()) {
        cached.add((p.kind.equals("cached_property") ? "_pystatic_cprop." : "_pystatic_async_cprop.") + name);
      }
    });
    return new StaticTree.StaticClass(new ArrayList<>(finals), c.isFinal, cached);
  }

  /** Adds the statements behind the class's own. */
  static void complete(ClassType c, Node at, List<Stmt> body) {
    if (!c.hasInitSubclass) {
      body.add(initSubclass(at));
    }
    List<Object> slots = new ArrayList<>();
    List<String> defaults = new ArrayList<>();
    List<Expr> typeNames = new ArrayList<>();
    List<Expr> types = new ArrayList<>();
    for (Map.Entry<String, Value> e : c.members.entrySet()) {
      String name = e.getKey();
      if (e.getValue() instanceof Decorated.Property p && p.cached()) {
        slots.add(name);
      }
      if (!(e.getValue() instanceof Slot s) || s.isClassVar()) {
        continue;
      }
      if (s.override == null) {
        slots.add(name);
      }
      if (s.hasDefault()) {
        defaults.add(name);
      }
      ClassType type = s.declared();
      if (type != c.env.dynamic || s.hasDefault()) {
        typeNames.add(constant(name, at));
        types.add(constant((type == c.env.dynamic ? c.env.object : type).descriptor(), at));
      }
    }
    if (c.allowWeakrefs) {
      slots.add("__weakref__");
    }
    body.add(assign("__slots__", constant(new Const.Tuple(slots), at), at));
    List<Expr> names = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    for (String name : defaults) {
      names.add(constant(name, at));
      values.add(new Expr.Name(name, ExprContext.Load, at.start(), at.end()));
    }
    body.add(assign("__slots_with_default__", new Expr.Dict(names, values, at.start(), at.end()), at));
    for (String name : defaults) {
      body.add(new Stmt.Delete(List.of(new Expr.Name(name, ExprContext.Del, at.start(), at.end())), at.start(), at.end()));
    }
    if (!types.isEmpty()) {
      body.add(assign("__slot_types__", new Expr.Dict(typeNames, types, at.start(), at.end()), at));
    }
  }

  private static Expr constant(Object v, Node at) {
    return new Expr.Constant(v, null, at.start(), at.end());
  }

  private static Stmt assign(String name, Expr value, Node at) {
    return new Stmt.Assign(List.of(new Expr.Name(name, ExprContext.Store, at.start(), at.end())), value, null, at.start(), at.end());
  }

  /** {@code def __init_subclass__(cls): super().__init_subclass__(); _static.init_subclass(cls)}: checks what untyped subclasses override. */
  private static Stmt initSubclass(Node at) {
    long start = at.start();
    long end = at.end();
    Expr.Name cls = new Expr.Name("cls", ExprContext.Load, start, end);
    Expr base = new Expr.Call(new Expr.Name("super", ExprContext.Load, start, end), List.of(), List.of(), start, end);
    Expr call = new Expr.Call(new Expr.Attribute(base, "__init_subclass__", ExprContext.Load, start, end), List.of(), List.of(), start, end);
    Const.Tuple function = new Const.Tuple(List.of(new Const.Tuple(List.of("_static")), "init_subclass"));
    Expr check = new Expr.Typed(INVOKE_FUNCTION, new Const.Tuple(List.of(function, 1L)), List.of(cls), start, end);
    Arguments args = new Arguments(List.of(), List.of(new Arg("cls", null, null, start, end)), null, List.of(), List.of(), null, List.of());
    return new Stmt.FunctionDef("__init_subclass__", args,
        List.of(new Stmt.ExprStmt(call, start, end), new Stmt.ExprStmt(check, start, end)), List.of(), null, null, List.of(), start, end);
  }
}
