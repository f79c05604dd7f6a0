package dev.tuff.syntax.ast;

import java.util.List;

/** A whole unit of source: what `compile` takes with its mode. Names and fields are those of Python's {@code ast} module. */
public sealed interface Mod extends Node {
  record Module(List<Stmt> body, List<TypeIgnore> typeIgnores) implements Mod {
    @Override public long start() { return 0; }

    @Override public long end() { return 0; }
  }

  record Interactive(List<Stmt> body) implements Mod {
    @Override public long start() { return 0; }

    @Override public long end() { return 0; }
  }

  record Expression(Expr body) implements Mod {
    @Override public long start() { return 0; }

    @Override public long end() { return 0; }
  }

  record FunctionType(List<Expr> argtypes, Expr returns) implements Mod {
    @Override public long start() { return 0; }

    @Override public long end() { return 0; }
  }
}
