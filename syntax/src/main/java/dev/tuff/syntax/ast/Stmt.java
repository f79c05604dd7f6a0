package dev.tuff.syntax.ast;

import java.util.List;

/** A statement. Names and fields are those of Python's {@code ast} module ({@code ExprStmt} is its {@code Expr}). */
public sealed interface Stmt extends Node {
  record FunctionDef(String name, Arguments args, List<Stmt> body, List<Expr> decoratorList, Expr returns, String typeComment, List<TypeParam> typeParams, long start, long end) implements Stmt {}

  record AsyncFunctionDef(String name, Arguments args, List<Stmt> body, List<Expr> decoratorList, Expr returns, String typeComment, List<TypeParam> typeParams, long start, long end) implements Stmt {}

  record ClassDef(String name, List<Expr> bases, List<Keyword> keywords, List<Stmt> body, List<Expr> decoratorList, List<TypeParam> typeParams, long start, long end) implements Stmt {}

  record Return(Expr value, long start, long end) implements Stmt {}

  record Delete(List<Expr> targets, long start, long end) implements Stmt {}

  record Assign(List<Expr> targets, Expr value, String typeComment, long start, long end) implements Stmt {}

  record TypeAlias(Expr name, List<TypeParam> typeParams, Expr value, long start, long end) implements Stmt {}

  record AugAssign(Expr target, Operator op, Expr value, long start, long end) implements Stmt {}

  record AnnAssign(Expr target, Expr annotation, Expr value, boolean simple, long start, long end) implements Stmt {}

  record For(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String typeComment, long start, long end) implements Stmt {}

  record AsyncFor(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, String typeComment, long start, long end) implements Stmt {}

  record While(Expr test, List<Stmt> body, List<Stmt> orelse, long start, long end) implements Stmt {}

  record If(Expr test, List<Stmt> body, List<Stmt> orelse, long start, long end) implements Stmt {}

  record With(List<WithItem> items, List<Stmt> body, String typeComment, long start, long end) implements Stmt {}

  record AsyncWith(List<WithItem> items, List<Stmt> body, String typeComment, long start, long end) implements Stmt {}

  record Match(Expr subject, List<MatchCase> cases, long start, long end) implements Stmt {}

  record Raise(Expr exc, Expr cause, long start, long end) implements Stmt {}

  record Try(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, long start, long end) implements Stmt {}

  record TryStar(List<Stmt> body, List<ExceptHandler> handlers, List<Stmt> orelse, List<Stmt> finalbody, long start, long end) implements Stmt {}

  record Assert(Expr test, Expr msg, long start, long end) implements Stmt {}

  record Import(List<Alias> names, long start, long end) implements Stmt {}

  record ImportFrom(String module, List<Alias> names, int level, long start, long end) implements Stmt {}

  record Global(List<String> names, long start, long end) implements Stmt {}

  record Nonlocal(List<String> names, long start, long end) implements Stmt {}

  record ExprStmt(Expr value, long start, long end) implements Stmt {}

  record Pass(long start, long end) implements Stmt {}

  record Break(long start, long end) implements Stmt {}

  record Continue(long start, long end) implements Stmt {}
}
