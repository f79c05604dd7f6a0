package dev.tuff.stdlib.ast;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.syntax.ast.Alias;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.BoolOperator;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Comprehension;
import dev.tuff.syntax.ast.ExceptHandler;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.Pattern;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeIgnore;
import dev.tuff.syntax.ast.TypeParam;
import dev.tuff.syntax.ast.UnaryOperator;
import dev.tuff.syntax.ast.WithItem;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** From node objects of Python's {@code ast} module to syntax trees; what does not fit the grammar is an error. */
final class TreeFromPython {
  private final AstClasses classes;

  TreeFromPython(AstClasses classes) {
    this.classes = classes;
  }

  // ---- fields

  /** A field that must be there; None counts as not there. */
  private static Object need(Object o, String field, String type) {
    Object v = Attributes.find(o, field);
    if (v == null) {
      throw Errors.typeError("required field \"" + field + "\" missing from " + type);
    }
    return v;
  }

  private static Object optional(Object o, String field) {
    Object v = Attributes.find(o, field);
    return v == null ? Py.None : v;
  }

  private static <T> T required(T node, String field, String type) {
    if (node == null) {
      throw Errors.valueError("field '" + field + "' is required for " + type);
    }
    return node;
  }

  private static <T> List<T> list(Object o, String field, String type, Function<Object, T> convert) {
    Object v = Attributes.find(o, field);
    if (v == null) {
      return List.of();
    }
    if (!(v instanceof PyList l)) {
      throw Errors.typeError(type + " field \"" + field + "\" must be a list, not a " + Py.typeOf(v).fullName());
    }
    Object[] items = l.toArray();
    @SuppressWarnings("unchecked")
    T[] out = (T[]) new Object[items.length];
    for (int i = 0; i < items.length; i++) {
      out[i] = convert.apply(items[i]);
    }
    return Arrays.asList(out);
  }

  private static String identifier(Object v) {
    if (v == Py.None) {
      return null;
    }
    if (!PyStr.isStr(v)) {
      throw Errors.typeError("AST identifier must be of type str");
    }
    return PyStr.java(v);
  }

  private static String string(Object v) {
    if (v == Py.None) {
      return null;
    }
    if (!PyStr.isStr(v)) {
      throw Errors.typeError("AST string must be of type str");
    }
    return PyStr.java(v);
  }

  private static int number(Object v) {
    if (!PyInt.isInt(v)) {
      throw Errors.valueError("invalid integer value: " + Py.javaRepr(v));
    }
    return Convert.toInt(v);
  }

  private static int numberOr0(Object v) {
    return v == Py.None ? 0 : number(v);
  }

  // ---- positions

  private static long start(Object o, String kind) {
    return Node.pos(number(need(o, "lineno", kind)), number(need(o, "col_offset", kind)));
  }

  private static long end(Object o, long start) {
    Object line = optional(o, "end_lineno");
    Object column = optional(o, "end_col_offset");
    return Node.pos(line == Py.None ? Node.line(start) : number(line), column == Py.None ? Node.column(start) : number(column));
  }

  private RuntimeException unexpected(String kind, Object o) {
    return Errors.typeError("expected some sort of " + kind + ", but got " + Py.javaRepr(o));
  }

  private <E extends Enum<E>> E operator(Object o, String kind, Class<E> type) {
    String name = classes.nameOf(o, kind);
    if (name == null) {
      throw unexpected(kind, o);
    }
    return Enum.valueOf(type, name);
  }

  Mod tree(Object o) {
    return switch (classes.nameOf(o, "mod")) {
      case "Module" -> new Mod.Module(list(o, "body", "Module", this::stmt),
          list(o, "type_ignores", "Module", this::typeIgnore));
      case "Interactive" -> new Mod.Interactive(list(o, "body", "Interactive", this::stmt));
      case "Expression" -> new Mod.Expression(required(expr(need(o, "body", "Expression")), "body", "Expression"));
      case "FunctionType" -> new Mod.FunctionType(list(o, "argtypes", "FunctionType", this::expr),
          required(expr(need(o, "returns", "FunctionType")), "returns", "FunctionType"));
      case null, default -> throw unexpected("mod", o);
    };
  }

  private Stmt stmt(Object o) {
    if (o == Py.None) {
      return null;
    }
    long start = start(o, "stmt");
    long end = end(o, start);
    return switch (classes.nameOf(o, "stmt")) {
      case "FunctionDef" -> new Stmt.FunctionDef(required(identifier(need(o, "name", "FunctionDef")), "name", "FunctionDef"),
          required(arguments(need(o, "args", "FunctionDef")), "args", "FunctionDef"),
          list(o, "body", "FunctionDef", this::stmt), list(o, "decorator_list", "FunctionDef", this::expr),
          expr(optional(o, "returns")), string(optional(o, "type_comment")),
          list(o, "type_params", "FunctionDef", this::typeParam), start, end);
      case "AsyncFunctionDef" -> new Stmt.AsyncFunctionDef(
          required(identifier(need(o, "name", "AsyncFunctionDef")), "name", "AsyncFunctionDef"),
          required(arguments(need(o, "args", "AsyncFunctionDef")), "args", "AsyncFunctionDef"),
          list(o, "body", "AsyncFunctionDef", this::stmt), list(o, "decorator_list", "AsyncFunctionDef", this::expr),
          expr(optional(o, "returns")), string(optional(o, "type_comment")),
          list(o, "type_params", "AsyncFunctionDef", this::typeParam), start, end);
      case "ClassDef" -> new Stmt.ClassDef(required(identifier(need(o, "name", "ClassDef")), "name", "ClassDef"),
          list(o, "bases", "ClassDef", this::expr), list(o, "keywords", "ClassDef", this::keyword),
          list(o, "body", "ClassDef", this::stmt), list(o, "decorator_list", "ClassDef", this::expr),
          list(o, "type_params", "ClassDef", this::typeParam), start, end);
      case "Return" -> new Stmt.Return(expr(optional(o, "value")), start, end);
      case "Delete" -> new Stmt.Delete(list(o, "targets", "Delete", this::expr), start, end);
      case "Assign" -> new Stmt.Assign(list(o, "targets", "Assign", this::expr),
          required(expr(need(o, "value", "Assign")), "value", "Assign"), string(optional(o, "type_comment")), start, end);
      case "TypeAlias" -> new Stmt.TypeAlias(required(expr(need(o, "name", "TypeAlias")), "name", "TypeAlias"),
          list(o, "type_params", "TypeAlias", this::typeParam),
          required(expr(need(o, "value", "TypeAlias")), "value", "TypeAlias"), start, end);
      case "AugAssign" -> new Stmt.AugAssign(required(expr(need(o, "target", "AugAssign")), "target", "AugAssign"),
          operator(need(o, "op", "AugAssign"), "operator", Operator.class),
          required(expr(need(o, "value", "AugAssign")), "value", "AugAssign"), start, end);
      case "AnnAssign" -> new Stmt.AnnAssign(required(expr(need(o, "target", "AnnAssign")), "target", "AnnAssign"),
          required(expr(need(o, "annotation", "AnnAssign")), "annotation", "AnnAssign"), expr(optional(o, "value")),
          number(need(o, "simple", "AnnAssign")) != 0, start, end);
      case "For" -> new Stmt.For(required(expr(need(o, "target", "For")), "target", "For"),
          required(expr(need(o, "iter", "For")), "iter", "For"), list(o, "body", "For", this::stmt),
          list(o, "orelse", "For", this::stmt), string(optional(o, "type_comment")), start, end);
      case "AsyncFor" -> new Stmt.AsyncFor(required(expr(need(o, "target", "AsyncFor")), "target", "AsyncFor"),
          required(expr(need(o, "iter", "AsyncFor")), "iter", "AsyncFor"), list(o, "body", "AsyncFor", this::stmt),
          list(o, "orelse", "AsyncFor", this::stmt), string(optional(o, "type_comment")), start, end);
      case "While" -> new Stmt.While(required(expr(need(o, "test", "While")), "test", "While"),
          list(o, "body", "While", this::stmt), list(o, "orelse", "While", this::stmt), start, end);
      case "If" -> new Stmt.If(required(expr(need(o, "test", "If")), "test", "If"), list(o, "body", "If", this::stmt),
          list(o, "orelse", "If", this::stmt), start, end);
      case "With" -> new Stmt.With(list(o, "items", "With", this::withItem), list(o, "body", "With", this::stmt),
          string(optional(o, "type_comment")), start, end);
      case "AsyncWith" -> new Stmt.AsyncWith(list(o, "items", "AsyncWith", this::withItem),
          list(o, "body", "AsyncWith", this::stmt), string(optional(o, "type_comment")), start, end);
      case "Match" -> new Stmt.Match(required(expr(need(o, "subject", "Match")), "subject", "Match"),
          list(o, "cases", "Match", this::matchCase), start, end);
      case "Raise" -> new Stmt.Raise(expr(optional(o, "exc")), expr(optional(o, "cause")), start, end);
      case "Try" -> new Stmt.Try(list(o, "body", "Try", this::stmt), list(o, "handlers", "Try", this::handler),
          list(o, "orelse", "Try", this::stmt), list(o, "finalbody", "Try", this::stmt), start, end);
      case "TryStar" -> new Stmt.TryStar(list(o, "body", "TryStar", this::stmt), list(o, "handlers", "TryStar", this::handler),
          list(o, "orelse", "TryStar", this::stmt), list(o, "finalbody", "TryStar", this::stmt), start, end);
      case "Assert" -> new Stmt.Assert(required(expr(need(o, "test", "Assert")), "test", "Assert"), expr(optional(o, "msg")),
          start, end);
      case "Import" -> new Stmt.Import(list(o, "names", "Import", this::alias), start, end);
      case "ImportFrom" -> new Stmt.ImportFrom(identifier(optional(o, "module")), list(o, "names", "ImportFrom", this::alias),
          numberOr0(optional(o, "level")), start, end);
      case "Global" -> new Stmt.Global(list(o, "names", "Global", TreeFromPython::identifier), start, end);
      case "Nonlocal" -> new Stmt.Nonlocal(list(o, "names", "Nonlocal", TreeFromPython::identifier), start, end);
      case "Expr" -> new Stmt.ExprStmt(required(expr(need(o, "value", "Expr")), "value", "Expr"), start, end);
      case "Pass" -> new Stmt.Pass(start, end);
      case "Break" -> new Stmt.Break(start, end);
      case "Continue" -> new Stmt.Continue(start, end);
      case null, default -> throw unexpected("stmt", o);
    };
  }

  private Expr expr(Object o) {
    if (o == Py.None) {
      return null;
    }
    long start = start(o, "expr");
    long end = end(o, start);
    return switch (classes.nameOf(o, "expr")) {
      case "BoolOp" -> new Expr.BoolOp(operator(need(o, "op", "BoolOp"), "boolop", BoolOperator.class),
          list(o, "values", "BoolOp", this::expr), start, end);
      case "NamedExpr" -> new Expr.NamedExpr(required(expr(need(o, "target", "NamedExpr")), "target", "NamedExpr"),
          required(expr(need(o, "value", "NamedExpr")), "value", "NamedExpr"), start, end);
      case "BinOp" -> new Expr.BinOp(required(expr(need(o, "left", "BinOp")), "left", "BinOp"),
          operator(need(o, "op", "BinOp"), "operator", Operator.class),
          required(expr(need(o, "right", "BinOp")), "right", "BinOp"), start, end);
      case "UnaryOp" -> new Expr.UnaryOp(operator(need(o, "op", "UnaryOp"), "unaryop", UnaryOperator.class),
          required(expr(need(o, "operand", "UnaryOp")), "operand", "UnaryOp"), start, end);
      case "Lambda" -> new Expr.Lambda(required(arguments(need(o, "args", "Lambda")), "args", "Lambda"),
          required(expr(need(o, "body", "Lambda")), "body", "Lambda"), start, end);
      case "IfExp" -> new Expr.IfExp(required(expr(need(o, "test", "IfExp")), "test", "IfExp"),
          required(expr(need(o, "body", "IfExp")), "body", "IfExp"),
          required(expr(need(o, "orelse", "IfExp")), "orelse", "IfExp"), start, end);
      case "Dict" -> new Expr.Dict(list(o, "keys", "Dict", this::expr), list(o, "values", "Dict", this::expr), start, end);
      case "Set" -> new Expr.Set(list(o, "elts", "Set", this::expr), start, end);
      case "ListComp" -> new Expr.ListComp(required(expr(need(o, "elt", "ListComp")), "elt", "ListComp"),
          list(o, "generators", "ListComp", this::comprehension), start, end);
      case "SetComp" -> new Expr.SetComp(required(expr(need(o, "elt", "SetComp")), "elt", "SetComp"),
          list(o, "generators", "SetComp", this::comprehension), start, end);
      case "DictComp" -> new Expr.DictComp(required(expr(need(o, "key", "DictComp")), "key", "DictComp"),
          required(expr(need(o, "value", "DictComp")), "value", "DictComp"),
          list(o, "generators", "DictComp", this::comprehension), start, end);
      case "GeneratorExp" -> new Expr.GeneratorExp(required(expr(need(o, "elt", "GeneratorExp")), "elt", "GeneratorExp"),
          list(o, "generators", "GeneratorExp", this::comprehension), start, end);
      case "Await" -> new Expr.Await(required(expr(need(o, "value", "Await")), "value", "Await"), start, end);
      case "Yield" -> new Expr.Yield(expr(optional(o, "value")), start, end);
      case "YieldFrom" -> new Expr.YieldFrom(required(expr(need(o, "value", "YieldFrom")), "value", "YieldFrom"), start, end);
      case "Compare" -> new Expr.Compare(required(expr(need(o, "left", "Compare")), "left", "Compare"),
          list(o, "ops", "Compare", v -> operator(v, "cmpop", CmpOperator.class)),
          list(o, "comparators", "Compare", this::expr), start, end);
      case "Call" -> new Expr.Call(required(expr(need(o, "func", "Call")), "func", "Call"), list(o, "args", "Call", this::expr),
          list(o, "keywords", "Call", this::keyword), start, end);
      case "FormattedValue" -> new Expr.FormattedValue(
          required(expr(need(o, "value", "FormattedValue")), "value", "FormattedValue"),
          number(need(o, "conversion", "FormattedValue")), expr(optional(o, "format_spec")), start, end);
      case "Interpolation" -> new Expr.Interpolation(
          required(expr(need(o, "value", "Interpolation")), "value", "Interpolation"),
          AstConstants.of(need(o, "str", "Interpolation")), number(need(o, "conversion", "Interpolation")),
          expr(optional(o, "format_spec")), start, end);
      case "JoinedStr" -> new Expr.JoinedStr(list(o, "values", "JoinedStr", this::expr), start, end);
      case "TemplateStr" -> new Expr.TemplateStr(list(o, "values", "TemplateStr", this::expr), start, end);
      case "Constant" -> new Expr.Constant(AstConstants.of(need(o, "value", "Constant")), string(optional(o, "kind")), start,
          end);
      case "Attribute" -> new Expr.Attribute(required(expr(need(o, "value", "Attribute")), "value", "Attribute"),
          required(identifier(need(o, "attr", "Attribute")), "attr", "Attribute"),
          operator(need(o, "ctx", "Attribute"), "expr_context", ExprContext.class), start, end);
      case "Subscript" -> new Expr.Subscript(required(expr(need(o, "value", "Subscript")), "value", "Subscript"),
          required(expr(need(o, "slice", "Subscript")), "slice", "Subscript"),
          operator(need(o, "ctx", "Subscript"), "expr_context", ExprContext.class), start, end);
      case "Starred" -> new Expr.Starred(required(expr(need(o, "value", "Starred")), "value", "Starred"),
          operator(need(o, "ctx", "Starred"), "expr_context", ExprContext.class), start, end);
      case "Name" -> new Expr.Name(required(identifier(need(o, "id", "Name")), "id", "Name"),
          operator(need(o, "ctx", "Name"), "expr_context", ExprContext.class), start, end);
      case "List" -> new Expr.ListExpr(list(o, "elts", "List", this::expr),
          operator(need(o, "ctx", "List"), "expr_context", ExprContext.class), start, end);
      case "Tuple" -> new Expr.Tuple(list(o, "elts", "Tuple", this::expr),
          operator(need(o, "ctx", "Tuple"), "expr_context", ExprContext.class), start, end);
      case "Slice" -> new Expr.Slice(expr(optional(o, "lower")), expr(optional(o, "upper")), expr(optional(o, "step")), start,
          end);
      case null, default -> throw unexpected("expr", o);
    };
  }

  private Comprehension comprehension(Object o) {
    if (o == Py.None) {
      return null;
    }
    return new Comprehension(required(expr(need(o, "target", "comprehension")), "target", "comprehension"),
        required(expr(need(o, "iter", "comprehension")), "iter", "comprehension"), list(o, "ifs", "comprehension", this::expr),
        number(need(o, "is_async", "comprehension")) != 0);
  }

  private ExceptHandler handler(Object o) {
    if (o == Py.None) {
      return null;
    }
    long start = start(o, "excepthandler");
    long end = end(o, start);
    return switch (classes.nameOf(o, "excepthandler")) {
      case "ExceptHandler" -> new ExceptHandler(expr(optional(o, "type")), identifier(optional(o, "name")),
          list(o, "body", "ExceptHandler", this::stmt), start, end);
      case null, default -> throw unexpected("excepthandler", o);
    };
  }

  private Arguments arguments(Object o) {
    if (o == Py.None) {
      return null;
    }
    return new Arguments(list(o, "posonlyargs", "arguments", this::arg), list(o, "args", "arguments", this::arg),
        arg(optional(o, "vararg")), list(o, "kwonlyargs", "arguments", this::arg),
        list(o, "kw_defaults", "arguments", this::expr), arg(optional(o, "kwarg")),
        list(o, "defaults", "arguments", this::expr));
  }

  private Arg arg(Object o) {
    if (o == Py.None) {
      return null;
    }
    long start = start(o, "arg");
    long end = end(o, start);
    return new Arg(required(identifier(need(o, "arg", "arg")), "arg", "arg"), expr(optional(o, "annotation")),
        string(optional(o, "type_comment")), start, end);
  }

  private Keyword keyword(Object o) {
    if (o == Py.None) {
      return null;
    }
    long start = start(o, "keyword");
    long end = end(o, start);
    return new Keyword(identifier(optional(o, "arg")), required(expr(need(o, "value", "keyword")), "value", "keyword"), start,
        end);
  }

  private Alias alias(Object o) {
    if (o == Py.None) {
      return null;
    }
    long start = start(o, "alias");
    long end = end(o, start);
    return new Alias(required(identifier(need(o, "name", "alias")), "name", "alias"), identifier(optional(o, "asname")), start,
        end);
  }

  private WithItem withItem(Object o) {
    if (o == Py.None) {
      return null;
    }
    return new WithItem(required(expr(need(o, "context_expr", "withitem")), "context_expr", "withitem"),
        expr(optional(o, "optional_vars")));
  }

  private MatchCase matchCase(Object o) {
    if (o == Py.None) {
      return null;
    }
    return new MatchCase(required(pattern(need(o, "pattern", "match_case")), "pattern", "match_case"),
        expr(optional(o, "guard")), list(o, "body", "match_case", this::stmt));
  }

  private Pattern pattern(Object o) {
    if (o == Py.None) {
      return null;
    }
    long start = start(o, "pattern");
    long end = end(o, start);
    return switch (classes.nameOf(o, "pattern")) {
      case "MatchValue" -> new Pattern.MatchValue(required(expr(need(o, "value", "MatchValue")), "value", "MatchValue"), start,
          end);
      case "MatchSingleton" -> new Pattern.MatchSingleton(AstConstants.of(need(o, "value", "MatchSingleton")), start, end);
      case "MatchSequence" -> new Pattern.MatchSequence(list(o, "patterns", "MatchSequence", this::pattern), start, end);
      case "MatchMapping" -> new Pattern.MatchMapping(list(o, "keys", "MatchMapping", this::expr),
          list(o, "patterns", "MatchMapping", this::pattern), identifier(optional(o, "rest")), start, end);
      case "MatchClass" -> new Pattern.MatchClass(required(expr(need(o, "cls", "MatchClass")), "cls", "MatchClass"),
          list(o, "patterns", "MatchClass", this::pattern), list(o, "kwd_attrs", "MatchClass", TreeFromPython::identifier),
          list(o, "kwd_patterns", "MatchClass", this::pattern), start, end);
      case "MatchStar" -> new Pattern.MatchStar(identifier(optional(o, "name")), start, end);
      case "MatchAs" -> new Pattern.MatchAs(pattern(optional(o, "pattern")), identifier(optional(o, "name")), start, end);
      case "MatchOr" -> new Pattern.MatchOr(list(o, "patterns", "MatchOr", this::pattern), start, end);
      case null, default -> throw unexpected("pattern", o);
    };
  }

  private TypeIgnore typeIgnore(Object o) {
    if (o == Py.None) {
      return null;
    }
    return switch (classes.nameOf(o, "type_ignore")) {
      case "TypeIgnore" -> new TypeIgnore(number(need(o, "lineno", "TypeIgnore")),
          required(string(need(o, "tag", "TypeIgnore")), "tag", "TypeIgnore"));
      case null, default -> throw unexpected("type_ignore", o);
    };
  }

  private TypeParam typeParam(Object o) {
    if (o == Py.None) {
      return null;
    }
    long start = start(o, "type_param");
    long end = end(o, start);
    return switch (classes.nameOf(o, "type_param")) {
      case "TypeVar" -> new TypeParam.TypeVar(required(identifier(need(o, "name", "TypeVar")), "name", "TypeVar"),
          expr(optional(o, "bound")), expr(optional(o, "default_value")), start, end);
      case "ParamSpec" -> new TypeParam.ParamSpec(required(identifier(need(o, "name", "ParamSpec")), "name", "ParamSpec"),
          expr(optional(o, "default_value")), start, end);
      case "TypeVarTuple" -> new TypeParam.TypeVarTuple(
          required(identifier(need(o, "name", "TypeVarTuple")), "name", "TypeVarTuple"), expr(optional(o, "default_value")),
          start, end);
      case null, default -> throw unexpected("type_param", o);
    };
  }
}
