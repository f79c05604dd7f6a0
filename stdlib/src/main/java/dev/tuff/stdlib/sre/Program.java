package dev.tuff.stdlib.sre;

import dev.tuff.engine.core.Interpreter;

/**
 * A regular expression ready to run: instructions for {@link Matcher}, made by {@link Translator}.
 *
 * <p>Registers: two marks for each group, then {@link #lastIndex}, then those of loops and atomic groups.
 */
final class Program {
  // ---- instructions; each with its operands
  static final int FAIL = 0;
  static final int MATCH = 1;

  /** c. */
  static final int CHAR = 2;

  /** set. */
  static final int SET = 3;

  /** Not a newline. */
  static final int ANY = 4;
  static final int ANY_ALL = 5;

  /** number of a literal of two or more characters. */
  static final int STRING = 6;

  /** code. */
  static final int AT = 7;

  /** mark. */
  static final int MARK = 8;

  /** target. */
  static final int JUMP = 9;

  /** target: goes on here, and there on backtracking. */
  static final int CHOICE = 10;

  /**
   * target first rest: as CHOICE if the next character may start what follows, else to the target at once; without a way back if the character
   * is not one that the rest of the alternatives start with (-1: that is not known). Both are tables of {@link #firsts}.
   */
  static final int CHOICE_FIRST = 11;

  /** kind argument min max next: the longest run of one character matcher first; next is the literal that follows or -1. */
  static final int STAR = 12;

  /** As STAR, the shortest first. */
  static final int LAZY = 13;

  /** As STAR, never giving back. */
  static final int POSSESSIVE = 14;

  /** register: starts a loop. */
  static final int LOOP_INIT = 15;

  /** register min max body: the end of one round; greedy. */
  static final int LOOP_MAX = 16;

  /** As LOOP_MAX, lazy. */
  static final int LOOP_MIN = 17;

  /** group fold: the text of a group again. */
  static final int BACKREF = 18;

  /** group target: to the target unless the group has matched. */
  static final int IF_GROUP = 19;

  /** register. */
  static final int ATOMIC = 20;

  /** register: forgets the choices since ATOMIC. */
  static final int ATOMIC_END = 21;

  /** register width: looks ahead, or back by width. */
  static final int LOOK = 22;

  /** register. */
  static final int LOOK_END = 23;

  /** register width target: as LOOK, negative; to the target when the inside fails. */
  static final int LOOK_NOT = 24;

  /** register. */
  static final int LOOK_NOT_END = 25;

  // kinds of single-character matchers in STAR and its kin
  static final int RUN_ANY = 0;
  static final int RUN_ANY_ALL = 1;
  static final int RUN_CHAR = 2;
  static final int RUN_SET = 3;

  /** No upper limit of a repeat. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  /** Some milliseconds of the interpreter's, which is about what it takes to make a class and to get it running. */
  private static final int COMPILE_AT = 200_000;

  final int[] code;
  final CharSet[] sets;
  final int[][] strings;

  /** Which of the first 256 characters something starts with; it may start with any other character. */
  final boolean[][] firsts;

  /** The same as {@link #strings}; null where a character is beyond Java's char. */
  final String[] texts;
  final int groups;
  final int lastIndex;
  final int registers;

  /** As JVM code, from the time on when it has been interpreted for {@link #COMPILE_AT} instructions; null before, if it is too long, or with the JIT off. */
  volatile Compiled compiled;
  private long steps;

  // ---- from the info block
  int minWidth;

  /** What every match starts with, or null. */
  int[] prefix;
  String prefixText;

  /** Whether the prefix is all there is, without groups. */
  boolean literal;

  /** Which of the first 256 characters a match may start with, or null if any; it may start with any other character. */
  boolean[] first;

  Program(int[] code, CharSet[] sets, boolean[][] firsts, int[][] strings, int groups, int registers) {
    this.code = code;
    this.sets = sets;
    this.firsts = firsts;
    this.strings = strings;
    texts = new String[strings.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(strings[i]);
    }
    this.groups = groups;
    lastIndex = 2 * groups;
    this.registers = registers;
  }

  /** The interpreter has done so many instructions more. Threads may lose some of each other's: the time need not be exact. */
  void worked(int more) {
    long before = steps;
    steps = before + more;
    if (before < COMPILE_AT && before + more >= COMPILE_AT && Interpreter.current().tier != null) {
      compile();
    }
  }

  void compile() {
    compiled = ProgramCompiler.compile(this);
  }

  /** Code points as Java text, or null if one does not fit a char. */
  static String text(int[] points) {
    char[] out = new char[points.length];
    for (int i = 0; i < out.length; i++) {
      if (points[i] > 0xFFFF || points[i] < 0) {
        return null;
      }
      out[i] = (char) points[i];
    }
    return new String(out);
  }
}
