package dev.tuff.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Which characters beyond ASCII may stand in names (PEP 3131), and what {@code \N{...}} means. */
public final class UnicodeNames {
  private UnicodeNames() {}

  /** XID_Start: may start a name, and so does its form in NFKC. */
  public static boolean isXidStart(int c) {
    if (!Character.isUnicodeIdentifierStart(c) || c == 0x2E2F) {
      return false;
    }
    String normal = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    int first = normal.codePointAt(0);
    return Character.isUnicodeIdentifierStart(first) && allContinue(normal);
  }

  public static boolean isXidContinue(int c) {
    return isContinue(c) && allContinue(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
  }

  private static boolean allContinue(String s) {
    for (int i = 0; i < s.length(); i += Character.charCount(s.codePointAt(i))) {
      if (!isContinue(s.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isContinue(int c) {
    // the JDK counts what may be ignored, but Unicode 16 only the joiners, and no pattern syntax such as the vertical tilde
    return c == 0x200C || c == 0x200D || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c)
        && c != 0x2E2F;
  }

  /** Python's {@code str.isprintable} for one character. */
  static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  /** The character that a Unicode name or alias stands for, in any case of letters, or -1. */
  public static int lookup(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    int algorithmic = numbered(upper);
    if (algorithmic < 0) {
      algorithmic = HangulNames.lookup(upper);
    }
    if (algorithmic < 0) {
      algorithmic = alias(upper);
    }
    if (algorithmic >= 0) {
      return algorithmic;
    }
    try {
      int found = Character.codePointOf(upper);
      // Java also takes a block with a number, and names for control characters, which have none.
      return Character.getType(found) == Character.CONTROL || endsWithNumber(upper, found) ? -1 : found;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  private static boolean endsWithNumber(String name, int codePoint) {
    return name.endsWith(" " + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT));
  }

  private static final String[] NUMBERED = {
    "CJK UNIFIED IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-", "NUSHU CHARACTER-", "KHITAN SMALL SCRIPT CHARACTER-",
    "EGYPTIAN HIEROGLYPH-"
  };

  /** The name of a character (no alias), or null if it has none. */
  public static String name(int c) {
    String hangul = HangulNames.name(c);
    if (hangul != null) {
      return hangul;
    }
    int type = Character.getType(c);
    if (type == Character.CONTROL || type == Character.SURROGATE || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED) {
      return null;
    }
    String name = Character.getName(c);
    if (name == null || !endsWithNumber(name, c)) {
      return name;
    }
    String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    for (String prefix : NUMBERED) {
      if (inBlockOf(prefix, c)) {
        return prefix + hex;
      }
    }
    // Tangut: Python does not know these names
    return null;
  }

  /** Names that end with the number of their character. */
  private static int numbered(String name) {
    for (String prefix : NUMBERED) {
      int digits = name.length() - prefix.length();
      if (digits >= 4 && digits <= 5 && name.startsWith(prefix)) {
        int value = parseHex(name, prefix.length());
        return value >= 0 && inBlockOf(prefix, value) && name.endsWith("-" + Integer.toHexString(value).toUpperCase(Locale.ROOT)) ? value : -1;
      }
    }
    return -1;
  }

  private static int parseHex(String s, int from) {
    int value = 0;
    for (int i = from; i < s.length(); i++) {
      int digit = Character.digit(s.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** Whether an assigned character lies in the blocks of this kind of name, as Java's own name of it tells. */
  private static boolean inBlockOf(String prefix, int codePoint) {
    String name = Character.getName(codePoint);
    if (name == null) {
      return false;
    }
    String word = prefix.substring(0, prefix.length() - 1);
    return name.startsWith(word) || Character.UnicodeBlock.of(codePoint).toString().startsWith(word.replace(' ', '_'));
  }

  /** Read anew each time: aliases are rare in sources. */
  private static int alias(String name) {
    if (name.startsWith("VS") && name.length() <= 5) {
      return variationSelector(name);
    }
    try (InputStream in = UnicodeNames.class.getResourceAsStream("unicode-aliases.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
        int semicolon = line.indexOf(';');
        if (semicolon > 0 && line.length() == semicolon + 1 + name.length() && line.endsWith(name)) {
          return Integer.parseInt(line.substring(0, semicolon), 16);
        }
      }
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int variationSelector(String name) {
    int n = 0;
    for (int i = 2; i < name.length(); i++) {
      int digit = name.charAt(i) - '0';
      if (digit < 0 || digit > 9 || digit == 0 && i == 2) {
        return -1;
      }
      n = n * 10 + digit;
    }
    return n >= 1 && n <= 16 ? 0xFE00 + n - 1 : n > 16 && n <= 256 ? 0xE0100 + n - 17 : -1;
  }
}
