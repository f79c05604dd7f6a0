package dev.tuff.syntax.ast;

import java.util.List;

/** A pattern of a `match` statement (PEP 634). Names and fields are those of Python's {@code ast} module. */
public sealed interface Pattern extends Node {
  record MatchValue(Expr value, long start, long end) implements Pattern {}

  record MatchSingleton(Object value, long start, long end) implements Pattern {}

  record MatchSequence(List<Pattern> patterns, long start, long end) implements Pattern {}

  record MatchMapping(List<Expr> keys, List<Pattern> patterns, String rest, long start, long end) implements Pattern {}

  record MatchClass(Expr cls, List<Pattern> patterns, List<String> kwdAttrs, List<Pattern> kwdPatterns, long start, long end) implements Pattern {}

  record MatchStar(String name, long start, long end) implements Pattern {}

  record MatchAs(Pattern pattern, String name, long start, long end) implements Pattern {}

  record MatchOr(List<Pattern> patterns, long start, long end) implements Pattern {}
}
