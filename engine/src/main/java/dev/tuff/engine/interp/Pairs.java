package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Opcode;

/**
 * Pairs of instructions that run as one: the first takes a form that does the second's work too and skips it. The second stays where it is
 * for those who jump to it. Code that tools look at has no pairs.
 */
public final class Pairs {
  private Pairs() {}

  /** Joins what can be joined in fresh instructions. */
  public static void join(int[] ins) {
    for (int i = 0; i + 1 < ins.length; i++) {
      if (Opcode.opcode(ins[i]) == LOAD_FAST) {
        int form = switch (Opcode.opcode(ins[i + 1])) {
          case LOAD_ATTR -> LOAD_FAST_LOAD_ATTR;
          case LOAD_SMALL_INT -> LOAD_FAST_LOAD_SMALL_INT;
          case LOAD_CONST -> LOAD_FAST_LOAD_CONST;
          default -> LOAD_FAST;
        };
        ins[i] = ins[i] & ~0xFF | form;
      }
    }
  }

  /** Takes all pairs apart. */
  static void split(int[] ins) {
    for (int i = 0; i < ins.length; i++) {
      int op = ins[i] & 0xFF;
      if (op == LOAD_FAST_LOAD_ATTR || op == LOAD_FAST_LOAD_SMALL_INT || op == LOAD_FAST_LOAD_CONST) {
        ins[i] = ins[i] & ~0xFF | LOAD_FAST;
      }
    }
  }
}
