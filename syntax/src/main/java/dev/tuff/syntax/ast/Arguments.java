package dev.tuff.syntax.ast;

import java.util.List;

/**
 * The parameters of a function. {@code defaults} belong to the last positional parameters; {@code kwDefaults} has one entry for each
 * keyword-only parameter, null where there is none.
 */
public record Arguments(
    List<Arg> posonlyargs, List<Arg> args, Arg vararg, List<Arg> kwonlyargs, List<Expr> kwDefaults, Arg kwarg, List<Expr> defaults)
    implements Node {
  @Override
  public long start() {
    return 0;
  }

  @Override
  public long end() {
    return 0;
  }
}
