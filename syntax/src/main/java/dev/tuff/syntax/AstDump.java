package dev.tuff.syntax;

import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Pattern;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeIgnore;
import dev.tuff.syntax.ast.TypeParam;
import dev.tuff.syntax.ast.WithItem;
import java.util.ArrayList;
import java.util.List;

/** Writes a tree as Python's {@code ast.dump} does: absent fields and empty lists are left out. */
public final class AstDump {
  private final boolean attributes;
  private final String indent;

  private AstDump(boolean attributes, String indent) {
    this.attributes = attributes;
    this.indent = indent;
  }

  /**
   * @param attributes whether to write positions ({@code include_attributes})
   * @param indent what to indent a level by, or null for all in one line
   */
  public static String dump(Mod tree, boolean attributes, String indent) {
    return new AstDump(attributes, indent).node(tree, 0);
  }

  private String node(Node node, int level) {
    return switch (node) {
      case Mod m -> mod(m, level);
      case Stmt s -> stmt(s, level);
      case Expr e -> expr(e, level);
      case Pattern p -> pattern(p, level);
      case TypeParam t -> typeParam(t, level);
      case Arguments a ->
          make("arguments", null, level, "posonlyargs", a.posonlyargs(), "args", a.args(), "vararg", a.vararg(), "kwonlyargs",
              a.kwonlyargs(),
              "kw_defaults", a.kwDefaults(), "kwarg", a.kwarg(), "defaults", a.defaults());
      case Arg a -> make("arg", a, level, "arg", text(a.arg()), "annotation", a.annotation(), "type_comment",
          text(a.typeComment()));
      case Keyword k -> make("keyword", k, level, "arg", text(k.arg()), "value", k.value());
      case Alias a -> make("alias", a, level, "name", text(a.name()), "asname", text(a.asname()));
      case WithItem w -> make("withitem", null, level, "context_expr", w.contextExpr(), "optional_vars", w.optionalVars());
      case MatchCase c -> make("match_case", null, level, "pattern", c.pattern(), "guard", c.guard(), "body", c.body());
      case ExceptHandler h -> make("ExceptHandler", h, level, "type", h.type(), "name", text(h.name()), "body", h.body());
      case Comprehension c ->
          make("comprehension", null, level, "target", c.target(), "iter", c.iter(), "ifs", c.ifs(), "is_async", c.isAsync() ? 1
              : 0);
      case TypeIgnore t -> make("TypeIgnore", null, level, "lineno", t.lineno(), "tag", text(t.tag()));
    };
  }

  private String mod(Mod mod, int level) {
    return switch (mod) {
      case Mod.Module m -> make("Module", null, level, "body", m.body(), "type_ignores", m.typeIgnores());
      case Mod.Interactive m -> make("Interactive", null, level, "body", m.body());
      case Mod.Expression m -> make("Expression", null, level, "body", m.body());
      case Mod.FunctionType m -> make("FunctionType", null, level, "argtypes", m.argtypes(), "returns", m.returns());
    };
  }

  private String stmt(Stmt stmt, int level) {
    return switch (stmt) {
      case Stmt.FunctionDef s ->
          make("FunctionDef", s, level, "name", text(s.name()), "args", s.args(), "body", s.body(), "decorator_list",
              s.decoratorList(), "returns",
              s.returns(), "type_comment", text(s.typeComment()), "type_params", s.typeParams());
      case Stmt.AsyncFunctionDef s ->
          make("AsyncFunctionDef", s, level, "name", text(s.name()), "args", s.args(), "body", s.body(), "decorator_list",
              s.decoratorList(),
              "returns", s.returns(), "type_comment", text(s.typeComment()), "type_params", s.typeParams());
      case Stmt.ClassDef s ->
          make("ClassDef", s, level, "name", text(s.name()), "bases", s.bases(), "keywords", s.keywords(), "body", s.body(),
              "decorator_list",
              s.decoratorList(), "type_params", s.typeParams());
      case Stmt.Return s -> make("Return", s, level, "value", s.value());
      case Stmt.Delete s -> make("Delete", s, level, "targets", s.targets());
      case Stmt.Assign s ->
          make("Assign", s, level, "targets", s.targets(), "value", s.value(), "type_comment", text(s.typeComment()));
      case Stmt.TypeAlias s -> make("TypeAlias", s, level, "name", s.name(), "type_params", s.typeParams(), "value", s.value());
      case Stmt.AugAssign s -> make("AugAssign", s, level, "target", s.target(), "op", s.op(), "value", s.value());
      case Stmt.AnnAssign s ->
          make("AnnAssign", s, level, "target", s.target(), "annotation", s.annotation(), "value", s.value(), "simple",
              s.simple() ? 1 : 0);
      case Stmt.For s ->
          make("For", s, level, "target", s.target(), "iter", s.iter(), "body", s.body(), "orelse", s.orelse(), "type_comment",
              text(s.typeComment()));
      case Stmt.AsyncFor s ->
          make("AsyncFor", s, level, "target", s.target(), "iter", s.iter(), "body", s.body(), "orelse", s.orelse(),
              "type_comment",
              text(s.typeComment()));
      case Stmt.While s -> make("While", s, level, "test", s.test(), "body", s.body(), "orelse", s.orelse());
      case Stmt.If s -> make("If", s, level, "test", s.test(), "body", s.body(), "orelse", s.orelse());
      case Stmt.With s -> make("With", s, level, "items", s.items(), "body", s.body(), "type_comment", text(s.typeComment()));
      case Stmt.AsyncWith s ->
          make("AsyncWith", s, level, "items", s.items(), "body", s.body(), "type_comment", text(s.typeComment()));
      case Stmt.Match s -> make("Match", s, level, "subject", s.subject(), "cases", s.cases());
      case Stmt.Raise s -> make("Raise", s, level, "exc", s.exc(), "cause", s.cause());
      case Stmt.Try s ->
          make("Try", s, level, "body", s.body(), "handlers", s.handlers(), "orelse", s.orelse(), "finalbody", s.finalbody());
      case Stmt.TryStar s ->
          make("TryStar", s, level, "body", s.body(), "handlers", s.handlers(), "orelse", s.orelse(), "finalbody", s.finalbody());
      case Stmt.Assert s -> make("Assert", s, level, "test", s.test(), "msg", s.msg());
      case Stmt.Import s -> make("Import", s, level, "names", s.names());
      case Stmt.ImportFrom s -> make("ImportFrom", s, level, "module", text(s.module()), "names", s.names(), "level", s.level());
      case Stmt.Global s -> make("Global", s, level, "names", names(s.names()));
      case Stmt.Nonlocal s -> make("Nonlocal", s, level, "names", names(s.names()));
      case Stmt.ExprStmt s -> make("Expr", s, level, "value", s.value());
      case Stmt.Pass s -> make("Pass", s, level);
      case Stmt.Break s -> make("Break", s, level);
      case Stmt.Continue s -> make("Continue", s, level);
    };
  }

  private String expr(Expr expr, int level) {
    return switch (expr) {
      case Expr.BoolOp e -> make("BoolOp", e, level, "op", e.op(), "values", e.values());
      case Expr.NamedExpr e -> make("NamedExpr", e, level, "target", e.target(), "value", e.value());
      case Expr.BinOp e -> make("BinOp", e, level, "left", e.left(), "op", e.op(), "right", e.right());
      case Expr.UnaryOp e -> make("UnaryOp", e, level, "op", e.op(), "operand", e.operand());
      case Expr.Lambda e -> make("Lambda", e, level, "args", e.args(), "body", e.body());
      case Expr.IfExp e -> make("IfExp", e, level, "test", e.test(), "body", e.body(), "orelse", e.orelse());
      case Expr.Dict e -> make("Dict", e, level, "keys", e.keys(), "values", e.values());
      case Expr.Set e -> make("Set", e, level, "elts", e.elts());
      case Expr.ListComp e -> make("ListComp", e, level, "elt", e.elt(), "generators", e.generators());
      case Expr.SetComp e -> make("SetComp", e, level, "elt", e.elt(), "generators", e.generators());
      case Expr.DictComp e -> make("DictComp", e, level, "key", e.key(), "value", e.value(), "generators", e.generators());
      case Expr.GeneratorExp e -> make("GeneratorExp", e, level, "elt", e.elt(), "generators", e.generators());
      case Expr.Await e -> make("Await", e, level, "value", e.value());
      case Expr.Yield e -> make("Yield", e, level, "value", e.value());
      case Expr.YieldFrom e -> make("YieldFrom", e, level, "value", e.value());
      case Expr.Compare e -> make("Compare", e, level, "left", e.left(), "ops", e.ops(), "comparators", e.comparators());
      case Expr.Call e -> make("Call", e, level, "func", e.func(), "args", e.args(), "keywords", e.keywords());
      case Expr.FormattedValue e ->
          make("FormattedValue", e, level, "value", e.value(), "conversion", e.conversion(), "format_spec", e.formatSpec());
      case Expr.Interpolation e ->
          make("Interpolation", e, level, "value", e.value(), "str", ConstantText.of(e.str()), "conversion", e.conversion(),
              "format_spec",
              e.formatSpec());
      case Expr.JoinedStr e -> make("JoinedStr", e, level, "values", e.values());
      case Expr.TemplateStr e -> make("TemplateStr", e, level, "values", e.values());
      case Expr.Constant e -> make("Constant", e, level, "value", ConstantText.of(e.value()), "kind", text(e.kind()));
      case Expr.Attribute e -> make("Attribute", e, level, "value", e.value(), "attr", text(e.attr()), "ctx", e.ctx());
      case Expr.Subscript e -> make("Subscript", e, level, "value", e.value(), "slice", e.slice(), "ctx", e.ctx());
      case Expr.Starred e -> make("Starred", e, level, "value", e.value(), "ctx", e.ctx());
      case Expr.Name e -> make("Name", e, level, "id", text(e.id()), "ctx", e.ctx());
      case Expr.ListExpr e -> make("List", e, level, "elts", e.elts(), "ctx", e.ctx());
      case Expr.Tuple e -> make("Tuple", e, level, "elts", e.elts(), "ctx", e.ctx());
      case Expr.Slice e -> make("Slice", e, level, "lower", e.lower(), "upper", e.upper(), "step", e.step());
      case Expr.Typed e -> make("Typed", e, level, "opcode", e.opcode(), "operands", e.operands());
    };
  }

  private String pattern(Pattern pattern, int level) {
    return switch (pattern) {
      case Pattern.MatchValue p -> make("MatchValue", p, level, "value", p.value());
      case Pattern.MatchSingleton p -> make("MatchSingleton", p, level, "value", ConstantText.of(p.value()));
      case Pattern.MatchSequence p -> make("MatchSequence", p, level, "patterns", p.patterns());
      case Pattern.MatchMapping p ->
          make("MatchMapping", p, level, "keys", p.keys(), "patterns", p.patterns(), "rest", text(p.rest()));
      case Pattern.MatchClass p ->
          make("MatchClass", p, level, "cls", p.cls(), "patterns", p.patterns(), "kwd_attrs", names(p.kwdAttrs()),
              "kwd_patterns", p.kwdPatterns());
      case Pattern.MatchStar p -> make("MatchStar", p, level, "name", text(p.name()));
      case Pattern.MatchAs p -> make("MatchAs", p, level, "pattern", p.pattern(), "name", text(p.name()));
      case Pattern.MatchOr p -> make("MatchOr", p, level, "patterns", p.patterns());
    };
  }

  private String typeParam(TypeParam param, int level) {
    return switch (param) {
      case TypeParam.TypeVar t ->
          make("TypeVar", t, level, "name", text(t.name()), "bound", t.bound(), "default_value", t.defaultValue());
      case TypeParam.ParamSpec t -> make("ParamSpec", t, level, "name", text(t.name()), "default_value", t.defaultValue());
      case TypeParam.TypeVarTuple t -> make("TypeVarTuple", t, level, "name", text(t.name()), "default_value", t.defaultValue());
    };
  }

  private static String text(String s) {
    return s == null ? null : ConstantText.of(s);
  }

  private static List<String> names(List<String> names) {
    List<String> out = new ArrayList<>();
    for (String name : names) {
      out.add(ConstantText.of(name));
    }
    return out;
  }

  /**
   * {@code fields} alternates names and values; a string value is written as it is. {@code placed} is the node if it has a
   * position.
   */
  private String make(String name, Node placed, int level, Object... fields) {
    List<String> args = new ArrayList<>();
    boolean simple = true;
    for (int i = 0; i < fields.length; i += 2) {
      Object value = fields[i + 1];
      if (value == null || value instanceof List<?> list && list.isEmpty()) {
        continue;
      }
      String written = value(value, level + 1);
      simple &= isSimple(value, written);
      args.add(fields[i] + "=" + written);
    }
    if (attributes && placed != null) {
      args.add("lineno=" + placed.line());
      args.add("col_offset=" + placed.column());
      args.add("end_lineno=" + placed.endLine());
      args.add("end_col_offset=" + placed.endColumn());
    }
    if (indent == null || simple && args.size() <= 3) {
      return name + "(" + String.join(", ", args) + ")";
    }
    String prefix = "\n" + indent.repeat(level + 1);
    return name + "(" + prefix + String.join("," + prefix, args) + ")";
  }

  private static boolean isSimple(Object value, String written) {
    return !(value instanceof List) && (!(value instanceof Node) || written.endsWith("()"));
  }

  private String value(Object value, int level) {
    return switch (value) {
      case null -> "None";
      case Node n -> node(n, level);
      case List<?> list -> list(list, level);
      case Enum<?> e -> e.name() + "()";
      default -> value.toString();
    };
  }

  private String list(List<?> list, int level) {
    List<String> items = new ArrayList<>(list.size());
    for (Object item : list) {
      items.add(value(item, level + 1));
    }
    if (indent == null) {
      return "[" + String.join(", ", items) + "]";
    }
    String prefix = "\n" + indent.repeat(level + 1);
    return "[" + prefix + String.join("," + prefix, items) + "]";
  }
}
