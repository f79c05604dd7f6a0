package dev.tuff.syntax;

import java.util.List;

/** The parts of a parsing expression grammar: what {@link ErrorGrammar} reads and {@link ErrorReader} matches. */
sealed interface Peg {
  /** A token by its kind. */
  record Tok(int kind) implements Peg {}

  /** A name with a certain text, or any soft keyword if {@code id} is -1. */
  record Soft(int id) implements Peg {}

  record Ref(Rule rule) implements Peg {}

  record Group(List<Alternative> alternatives) implements Peg {}

  record Optional(Peg item) implements Peg {}

  record Repeat(Peg item, boolean atLeastOne) implements Peg {}

  /** Items with separators between them. */
  record Gather(Peg separator, Peg item) implements Peg {}

  /** Looks whether the item follows (or does not), and takes nothing. */
  record Look(Peg item, boolean positive) implements Peg {}

  /** Forbids the rule's further alternatives. */
  record Cut() implements Peg {}

  /** A token that must be there: otherwise it is said to be expected. */
  record Forced(int kind, String text) implements Peg {}

  /**
   * One way to match. {@code labels} has an entry for each item, null where it has none. At most one of {@code make} (what the
   * result is) and {@code error} (what is done instead) is set.
   */
  record Alternative(List<Peg> items, List<String> labels, Make make, ErrorAction error, boolean onlyForErrors, int version,
      String feature) {}

  /** A result of a kind with the labelled results as parts; without a kind, the labelled result itself. */
  record Make(String kind, List<String> labels) {}

  /** {@code how} names a method of {@link ErrorActions}; {@code labels} are its arguments. */
  record ErrorAction(String how, List<String> labels, String message) {}

  final class Rule implements Peg {
    final String name;
    final int id;
    boolean memo;
    boolean left;
    boolean quiet;
    List<Alternative> alternatives;

    Rule(String name, int id) {
      this.name = name;
      this.id = id;
    }
  }
}
