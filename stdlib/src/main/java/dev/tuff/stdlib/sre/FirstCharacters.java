package dev.tuff.stdlib.sre;

/** Finds out which characters a match can start with, so that a search passes over the others quickly. */
final class FirstCharacters {
  private final int[] code;

  FirstCharacters(int[] code) {
    this.code = code;
  }

  /** The characters below 256 that what starts at {@code i} may begin with; null if that is not known or all. */
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
          return CharSet.of(code, i).low;
        }
        case Opcodes.REPEAT_ONE, Opcodes.MIN_REPEAT_ONE, Opcodes.POSSESSIVE_REPEAT_ONE, Opcodes.REPEAT, Opcodes.POSSESSIVE_REPEAT -> {
          // with a body that may be empty, what comes first is unknown, but then of() finds its end
          return code[i + 2] == 0 ? null : of(i + 4, i + 1 + code[i + 1]);
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
    boolean[] union = new boolean[256];
    for (; code[i] != 0; i += code[i]) {
      boolean[] one = of(i + 1, i + code[i] - 2);
      if (one == null) {
        return null;
      }
      for (int c = 0; c < 256; c++) {
        union[c] |= one[c];
      }
    }
    return union;
  }
}
