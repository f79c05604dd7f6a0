package dev.tuff.stdlib.sre;

import java.util.HashMap;
import java.util.Map;

/** Finds out which characters a match, or a part of one, can start with: a search passes over the others, and a choice is none for them. */
final class FirstCharacters {
  private final int[] code;

  /** What single-character operators match, by their place in the code: making a set of characters takes its time. */
  private final Map<Integer, CharSet> sets = new HashMap<>();

  FirstCharacters(int[] code) {
    this.code = code;
  }

  /** The set of a single-character operator. */
  CharSet set(int i) {
    return sets.computeIfAbsent(i, at -> CharSet.of(code, at));
  }

  /** The characters below 256 that what starts at {@code i} may begin with; null if that is not known, or it may be empty. */
  boolean[] of(int i, int end) {
    while (i < end) {
      int op = code[i];
      switch (op) {
        case Opcodes.MARK, Opcodes.AT -> i += 2;
        // what looks about consumes nothing: the next operator says more
        case Opcodes.INFO, Opcodes.ASSERT, Opcodes.ASSERT_NOT -> i += 1 + code[i + 1];
        case Opcodes.LITERAL, Opcodes.NOT_LITERAL, Opcodes.LITERAL_IGNORE, Opcodes.NOT_LITERAL_IGNORE, Opcodes.LITERAL_UNI_IGNORE,
            Opcodes.NOT_LITERAL_UNI_IGNORE, Opcodes.LITERAL_LOC_IGNORE, Opcodes.NOT_LITERAL_LOC_IGNORE, Opcodes.CATEGORY, Opcodes.IN,
            Opcodes.IN_IGNORE, Opcodes.IN_UNI_IGNORE, Opcodes.IN_LOC_IGNORE -> {
          return set(i).low;
        }
        case Opcodes.REPEAT_ONE, Opcodes.MIN_REPEAT_ONE, Opcodes.POSSESSIVE_REPEAT_ONE, Opcodes.REPEAT, Opcodes.POSSESSIVE_REPEAT -> {
          int next = i + 1 + code[i + 1];
          // null for a body that may be empty
          boolean[] body = of(i + 4, next);
          boolean one = op != Opcodes.REPEAT && op != Opcodes.POSSESSIVE_REPEAT;
          return code[i + 2] != 0 || body == null ? body : union(body, of(one ? next : next + 1, end));
        }
        case Opcodes.ATOMIC_GROUP -> {
          return of(i + 2, i + code[i + 1]);
        }
        case Opcodes.BRANCH -> {
          return ofBranch(i + 1);
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  private boolean[] ofBranch(int i) {
    boolean[] all = new boolean[256];
    for (; code[i] != 0 && all != null; i += code[i]) {
      all = union(all, of(i + 1, i + code[i] - 2));
    }
    return all;
  }

  /** The characters of both; null if either is. */
  static boolean[] union(boolean[] a, boolean[] b) {
    if (a == null || b == null) {
      return null;
    }
    boolean[] all = a.clone();
    for (int c = 0; c < all.length; c++) {
      all[c] |= b[c];
    }
    return all;
  }
}
