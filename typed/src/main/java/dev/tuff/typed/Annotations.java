package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads annotations, base classes and decorators: expressions that mean something before the module runs. */
final class Annotations extends Resolver {
  /** Functions of the group that is being finished: {@code @x.setter} means the x just defined. */
  final Map<String, Value> localNames = new HashMap<>();
  private int inSubscript;

  Annotations(ModuleTable module) {
    super(module);
  }

  /**
   * The type that an annotation means; null if it is not understood or cannot be checked, which is dynamic.
   *
   * @param declaration of a variable or attribute, where Final and ClassVar may stand
   */
  ClassType resolve(Expr node, boolean declaration) {
    try {
      return checked(node, declaration);
    } catch (TypedError e) {
      sink().leaving(e, module.file, node);
      return null;
    }
  }

  private ClassType checked(Expr node, boolean declaration) {
    if (!(visit(node) instanceof ClassType c)) {
      return null;
    }
    if (inSubscript > 0 || !declaration) {
      refuseForms(c);
    }
    if (c instanceof Generic.Wrapper w && w.is(env.exactForm)) {
      c = c.unwrap().exactClass();
    } else if (!(c instanceof Generic.Wrapper)) {
      c = c.inexactClass();
    }
    // an int may stand where a float is expected (PEP 484)
    if (c.unwrap() == env.floating) {
      c = env.union(env.floating, env.integer);
    }
    if (c instanceof Union u && u.definition != null && u.optional() == null) {
      return null;
    }
    return c == env.namedTuple || c == env.typedDict ? env.dynamic : c;
  }

  private void refuseForms(ClassType c) {
    if (!(c instanceof Generic.Wrapper w)) {
      return;
    }
    if (w.is(env.finalForm)) {
      throw new TypedError("Final annotation is only valid in initial declaration of attribute or module-level constant");
    }
    if (w.is(env.classVar)) {
      throw new TypedError("ClassVar is allowed only in class attribute annotations. Class Finals are inferred ClassVar; "
          + "do not nest with Final.");
    }
    if (w.is(env.initVar)) {
      throw new TypedError("InitVar is allowed only in class attribute annotations.");
    }
  }

  /** A base class, or the right side of an alias: the class as it stands. */
  ClassType typeOf(Expr node) {
    return visit(node) instanceof ClassType c ? c : null;
  }

  /** What a decorator is: for {@code @f(x)} what f returns. */
  Value decorator(Expr node) {
    if (node instanceof Expr.Call call) {
      Value f = reference(call.func());
      if (f instanceof Dataclasses.Decorator || f instanceof Natives.Decorator) {
        return f;
      }
      if (f instanceof ClassType c) {
        return c.instance;
      }
      if (f instanceof CallableValue c) {
        return c.returnType.resolve().instance;
      }
      if (f instanceof MethodValue m) {
        return m.function.returnType.resolve().instance;
      }
      return null;
    }
    return reference(node);
  }

  Value reference(Expr node) {
    return switch (node) {
      case Expr.Name n -> name(n.id());
      case Expr.Attribute a -> attribute(a, reference(a.value()));
      default -> null;
    };
  }

  private Value name(String id) {
    Value local = localNames.get(id);
    if (local != null) {
      return local;
    }
    Value v = module.child(id);
    return v != null ? v : module.compiler.builtins.child(id);
  }

  private Value attribute(Expr.Attribute a, Value of) {
    return of == null ? null : of.resolveAttr(a, this);
  }

  private Value visit(Expr node) {
    return switch (node) {
      case Expr.Name n -> name(n.id());
      case Expr.Attribute a -> attribute(a, visit(a.value()));
      case Expr.Subscript s -> subscript(s);
      case Expr.BinOp o when o.op() == Operator.BitOr -> {
        ClassType left = resolve(o.left(), false);
        ClassType right = resolve(o.right(), false);
        yield left == null || right == null ? null : env.union(left, right);
      }
      case Expr.Constant c when c.value() == Const.None.NONE -> env.none;
      case Expr.Constant c when c.value() instanceof String text -> parsed(text);
      default -> null;
    };
  }

  private Value subscript(Expr.Subscript s) {
    ClassType of = resolve(s.value(), true);
    if (of == null) {
      return null;
    }
    inSubscript++;
    Value index;
    try {
      index = visit(s.slice());
    } finally {
      inSubscript--;
    }
    Value v = of.resolveSubscript(s, index == null ? env.DYNAMIC : index, this);
    return v == null ? of : v;
  }

  /** A type written as a string; null if it is no expression. */
  private Value parsed(String text) {
    try {
      Mod tree = Parser.parse(Source.of(text, module.file), Mode.EVAL, ParseOptions.DEFAULT);
      return visit(((Mod.Expression) tree).body());
    } catch (SyntaxError e) {
      return null;
    }
  }

  /** The whole name of the module that {@code from … import} means; relative ones go by this module's name. Empty if there is none. */
  String importedModule(Stmt.ImportFrom node) {
    if (node.level() == 0) {
      return node.module() == null ? "" : node.module();
    }
    List<String> parts = new ArrayList<>(List.of(module.name.split("\\.")));
    int strip = module.file.endsWith("__init__.py") ? node.level() - 1 : node.level();
    if (strip <= parts.size()) {
      parts = parts.subList(0, parts.size() - strip);
      if (node.module() != null) {
        parts.add(node.module());
      }
      if (!parts.isEmpty()) {
        return String.join(".", parts);
      }
    }
    error("attempted relative import beyond top-level package", node);
    return "";
  }
}
