package dev.tuff.syntax.ast;

import java.util.List;

/** An expression. Names and fields are those of Python's {@code ast} module ({@code ListExpr} is its {@code List}). */
public sealed interface Expr extends Node {
  record BoolOp(BoolOperator op, List<Expr> values, long start, long end) implements Expr {}

  record NamedExpr(Expr target, Expr value, long start, long end) implements Expr {}

  record BinOp(Expr left, Operator op, Expr right, long start, long end) implements Expr {}

  record UnaryOp(UnaryOperator op, Expr operand, long start, long end) implements Expr {}

  record Lambda(Arguments args, Expr body, long start, long end) implements Expr {}

  record IfExp(Expr test, Expr body, Expr orelse, long start, long end) implements Expr {}

  record Dict(List<Expr> keys, List<Expr> values, long start, long end) implements Expr {}

  record Set(List<Expr> elts, long start, long end) implements Expr {}

  record ListComp(Expr elt, List<Comprehension> generators, long start, long end) implements Expr {}

  record SetComp(Expr elt, List<Comprehension> generators, long start, long end) implements Expr {}

  record DictComp(Expr key, Expr value, List<Comprehension> generators, long start, long end) implements Expr {}

  record GeneratorExp(Expr elt, List<Comprehension> generators, long start, long end) implements Expr {}

  record Await(Expr value, long start, long end) implements Expr {}

  record Yield(Expr value, long start, long end) implements Expr {}

  record YieldFrom(Expr value, long start, long end) implements Expr {}

  record Compare(Expr left, List<CmpOperator> ops, List<Expr> comparators, long start, long end) implements Expr {}

  record Call(Expr func, List<Expr> args, List<Keyword> keywords, long start, long end) implements Expr {}

  record FormattedValue(Expr value, int conversion, Expr formatSpec, long start, long end) implements Expr {}

  record Interpolation(Expr value, Object str, int conversion, Expr formatSpec, long start, long end) implements Expr {}

  record JoinedStr(List<Expr> values, long start, long end) implements Expr {}

  record TemplateStr(List<Expr> values, long start, long end) implements Expr {}

  record Constant(Object value, String kind, long start, long end) implements Expr {}

  record Attribute(Expr value, String attr, ExprContext ctx, long start, long end) implements Expr {}

  record Subscript(Expr value, Expr slice, ExprContext ctx, long start, long end) implements Expr {}

  record Starred(Expr value, ExprContext ctx, long start, long end) implements Expr {}

  record Name(String id, ExprContext ctx, long start, long end) implements Expr {}

  record ListExpr(List<Expr> elts, ExprContext ctx, long start, long end) implements Expr {}

  record Tuple(List<Expr> elts, ExprContext ctx, long start, long end) implements Expr {}

  record Slice(Expr lower, Expr upper, Expr step, long start, long end) implements Expr {}

  /**
   * An operation of Static Python, put into the tree by its type binder: pushes the operands in order, then does one instruction.
   *
   * @param argument the number that the instruction takes if an {@code Integer}, nothing if null, else a constant
   */
  record Typed(int opcode, Object argument, List<Expr> operands, long start, long end) implements Expr {}
}
