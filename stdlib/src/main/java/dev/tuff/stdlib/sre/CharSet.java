package dev.tuff.stdlib.sre;

/**
 * The set of characters that one operator matches: a table for the first 256, the operator's own code for the rest. Literals that ignore
 * case and negated ones are sets too.
 */
final class CharSet {
  /** How a character is changed before it is looked for. */
  enum Fold {
    NONE,
    ASCII,
    UNICODE,
    LOCALE
  }

  final boolean[] low = new boolean[256];
  private final int[] code;
  private final int at;
  private final Fold fold;
  private final boolean negated;

  /** The set of a charset program at {@code code[at]}. */
  CharSet(int[] code, int at, Fold fold) {
    this(code, at, fold, false);
  }

  private CharSet(int[] code, int at, Fold fold, boolean negated) {
    this.code = code;
    this.at = at;
    this.fold = fold;
    this.negated = negated;
    for (int c = 0; c < 256; c++) {
      low[c] = slow(c);
    }
  }

  /** The set that a single-character operator at {@code code[i]} matches. */
  static CharSet of(int[] code, int i) {
    int op = code[i];
    return switch (op) {
      case Opcodes.ANY -> new CharSet(new int[] {Opcodes.NEGATE, Opcodes.LITERAL, '\n', Opcodes.FAILURE}, 0, Fold.NONE);
      case Opcodes.ANY_ALL -> new CharSet(new int[] {Opcodes.NEGATE, Opcodes.FAILURE}, 0, Fold.NONE);
      case Opcodes.IN -> new CharSet(code, i + 2, Fold.NONE);
      case Opcodes.IN_IGNORE -> new CharSet(code, i + 2, Fold.ASCII);
      case Opcodes.IN_UNI_IGNORE -> new CharSet(code, i + 2, Fold.UNICODE);
      case Opcodes.IN_LOC_IGNORE -> new CharSet(code, i + 2, Fold.LOCALE);
      case Opcodes.CATEGORY -> new CharSet(new int[] {Opcodes.CATEGORY, code[i + 1], Opcodes.FAILURE}, 0, Fold.NONE);
      case Opcodes.LITERAL, Opcodes.NOT_LITERAL -> literal(code[i + 1], Fold.NONE, op == Opcodes.NOT_LITERAL);
      case Opcodes.LITERAL_IGNORE, Opcodes.NOT_LITERAL_IGNORE -> literal(code[i + 1], Fold.ASCII, op == Opcodes.NOT_LITERAL_IGNORE);
      case Opcodes.LITERAL_UNI_IGNORE, Opcodes.NOT_LITERAL_UNI_IGNORE ->
          literal(code[i + 1], Fold.UNICODE, op == Opcodes.NOT_LITERAL_UNI_IGNORE);
      case Opcodes.LITERAL_LOC_IGNORE, Opcodes.NOT_LITERAL_LOC_IGNORE ->
          literal(code[i + 1], Fold.LOCALE, op == Opcodes.NOT_LITERAL_LOC_IGNORE);
      case Opcodes.FAILURE -> new CharSet(new int[] {Opcodes.FAILURE}, 0, Fold.NONE);
      default -> throw new IllegalArgumentException("operator " + op);
    };
  }

  private static CharSet literal(int c, Fold fold, boolean negated) {
    return new CharSet(new int[] {Opcodes.LITERAL, c, Opcodes.FAILURE}, 0, fold, negated);
  }

  boolean has(int c) {
    return c < 256 ? low[c] : slow(c);
  }

  private boolean slow(int c) {
    boolean r = switch (fold) {
      case NONE -> in(code, at, c);
      case ASCII -> in(code, at, Characters.asciiLower(c));
      case UNICODE -> in(code, at, Characters.lower(c));
      case LOCALE -> locale(c);
    };
    return r != negated;
  }

  /** With a locale, both cases of the character are looked for. */
  private boolean locale(int c) {
    int l = Characters.asciiLower(c);
    int u = Characters.asciiUpper(c);
    boolean not = code[at] == Opcodes.NEGATE;
    int from = not ? at + 1 : at;
    return (in(code, from, l) || u != l && in(code, from, u)) != not;
  }

  /** Runs the charset program at {@code code[i]}. */
  private static boolean in(int[] code, int i, int c) {
    boolean ok = true;
    while (true) {
      switch (code[i++]) {
        case Opcodes.FAILURE:
          return !ok;
        case Opcodes.LITERAL:
          if (c == code[i]) {
            return ok;
          }
          i++;
          break;
        case Opcodes.CATEGORY:
          if (Characters.inCategory(code[i], c)) {
            return ok;
          }
          i++;
          break;
        case Opcodes.CHARSET:
          if (c < 256 && (code[i + (c >> 5)] >>> (c & 31) & 1) != 0) {
            return ok;
          }
          i += 8;
          break;
        case Opcodes.RANGE:
          if (code[i] <= c && c <= code[i + 1]) {
            return ok;
          }
          i += 2;
          break;
        case Opcodes.RANGE_UNI_IGNORE: {
          int u = Characters.upper(c);
          if (code[i] <= c && c <= code[i + 1] || code[i] <= u && u <= code[i + 1]) {
            return ok;
          }
          i += 2;
          break;
        }
        case Opcodes.NEGATE:
          ok = !ok;
          break;
        case Opcodes.BIGCHARSET: {
          // a count of blocks, 256 block numbers as bytes, the blocks' bits
          int count = code[i++];
          if (c < 65536) {
            int page = c >> 8;
            int block = code[i + (page >> 2)] >>> ((page & 3) * 8) & 0xFF;
            int bit = block * 256 + (c & 255);
            if ((code[i + 64 + (bit >> 5)] >>> (bit & 31) & 1) != 0) {
              return ok;
            }
          }
          i += 64 + count * 8;
          break;
        }
        default:
          return false;
      }
    }
  }
}
