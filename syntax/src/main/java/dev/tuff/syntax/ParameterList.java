package dev.tuff.syntax;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Expr;
import java.util.ArrayList;
import java.util.List;

/** Collects parameters one by one and rejects a wrong order: defaults, {@code /}, {@code *}, {@code **}. */
final class ParameterList {
  private static final Arguments EMPTY = new Arguments(List.of(), List.of(), null, List.of(), List.of(), null, List.of());

  private List<Arg> posonly = List.of();
  private List<Arg> args = new ArrayList<>(4);
  private final List<Expr> defaults = new ArrayList<>(2);
  private Arg vararg;
  private List<Arg> kwonly = List.of();
  private List<Expr> kwDefaults = List.of();
  private Arg kwarg;
  private boolean slash;
  private boolean star;
  private boolean ended;

  private enum Last {
    NONE,
    POSITIONAL,
    VARARG,
    KEYWORD,
    KWARG
  }

  private Last last = Last.NONE;

  void add(Arg arg, Expr defaultValue) {
    check(!ended);
    if (star) {
      kwonly.add(arg);
      kwDefaults.add(defaultValue);
      last = Last.KEYWORD;
      return;
    }
    check(defaultValue != null || defaults.isEmpty());
    args.add(arg);
    if (defaultValue != null) {
      defaults.add(defaultValue);
    }
    last = Last.POSITIONAL;
  }

  void slash() {
    check(!slash && !star && !ended && !args.isEmpty());
    slash = true;
    posonly = args;
    args = new ArrayList<>(4);
    last = Last.NONE;
  }

  void star() {
    check(!star && !ended);
    star = true;
    kwonly = new ArrayList<>(4);
    kwDefaults = new ArrayList<>(4);
    last = Last.NONE;
  }

  void vararg(Arg arg) {
    vararg = arg;
    last = Last.VARARG;
  }

  void kwarg(Arg arg) {
    check(!ended);
    kwarg = arg;
    ended = true;
    // A bare star asks for a named parameter behind it.
    check(!star || vararg != null || !kwonly.isEmpty());
    last = Last.KWARG;
  }

  /** The type comment of the last parameter. */
  void comment(String comment) {
    switch (last) {
      case POSITIONAL -> args.set(args.size() - 1, commented(args.get(args.size() - 1), comment));
      case KEYWORD -> kwonly.set(kwonly.size() - 1, commented(kwonly.get(kwonly.size() - 1), comment));
      case VARARG -> vararg = commented(vararg, comment);
      case KWARG -> kwarg = commented(kwarg, comment);
      case NONE -> throw TokenCursor.reject();
    }
  }

  private static Arg commented(Arg arg, String comment) {
    return new Arg(arg.arg(), arg.annotation(), comment, arg.start(), arg.end());
  }

  Arguments finish() {
    if (args.isEmpty() && posonly.isEmpty() && !star && kwarg == null) {
      return EMPTY;
    }
    check(!star || vararg != null || !kwonly.isEmpty());
    return new Arguments(posonly, args, vararg, kwonly, kwDefaults, kwarg, defaults);
  }

  private static void check(boolean ok) {
    if (!ok) {
      throw TokenCursor.reject();
    }
  }
}
