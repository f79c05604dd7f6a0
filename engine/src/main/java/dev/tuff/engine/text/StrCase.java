package dev.tuff.engine.text;

import dev.tuff.engine.expose.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Case mapping of str by Unicode's full mappings, without regard to language. */
public final class StrCase {
  private static final int SIGMA = 0x3A3;
  private static final char SHARP_S = '\u00df';
  private static final int FINAL_SIGMA = 0x3C2;
  private static final int SMALL_SIGMA = 0x3C3;

  private StrCase() {}

  /** Mappings that the JDK lacks: title case of several characters, and case folding. */
  private static final class Special {
    static final Special ONLY = new Special();

    final Map<Integer, String> title = new HashMap<>();
    final Map<Integer, String> fold = new HashMap<>();

    Special() {
      for (String line : UnicodeResource.lines("casing.txt")) {
        int c = line.codePointAt(2);
        (line.charAt(0) == 'T' ? title : fold).put(c, line.substring(3 + Character.charCount(c)));
      }
    }
  }

  /** Word_Break MidLetter, MidNumLet or Single_Quote, or category Mn, Me, Cf, Lm, Sk: looked through around a sigma. */
  private static boolean isCaseIgnorable(int c) {
    return switch (c) {
      case '\'', '.', ':', 0xB7, 0x387, 0x55F, 0x5F4, 0x2018, 0x2019, 0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A -> true;
      default -> switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.MODIFIER_LETTER,
            Character.MODIFIER_SYMBOL -> true;
        default -> false;
      };
    };
  }

  /** The lower case of the sigma at {@code i}: final after a cased letter and not before one. */
  private static int lowerSigma(Object v, int i) {
    int j = i - 1;
    while (j >= 0 && isCaseIgnorable(PyStr.pointAt(v, j))) {
      j--;
    }
    boolean isFinal = j >= 0 && StrPredicates.isCased(PyStr.pointAt(v, j));
    if (isFinal) {
      int n = PyStr.length(v);
      j = i + 1;
      while (j < n && isCaseIgnorable(PyStr.pointAt(v, j))) {
        j++;
      }
      isFinal = j == n || !StrPredicates.isCased(PyStr.pointAt(v, j));
    }
    return isFinal ? FINAL_SIGMA : SMALL_SIGMA;
  }

  private static void appendLower(StrBuilder out, Object v, int i) {
    int c = PyStr.pointAt(v, i);
    if (c == SIGMA) {
      out.point(lowerSigma(v, i));
    } else if (c == 0x130) {
      out.text("i\u0307");
    } else {
      out.point(Character.toLowerCase(c));
    }
  }

  private static void appendUpper(StrBuilder out, int c) {
    if (c < 128 || Character.isSurrogate((char) c) && c <= 0xFFFF) {
      out.point(Character.toUpperCase(c));
    } else {
      out.utf16(Character.toString(c).toUpperCase(Locale.ROOT));
    }
  }

  private static void appendTitle(StrBuilder out, int c) {
    String special = c < 128 ? null : Special.ONLY.title.get(c);
    if (special != null) {
      out.utf16(special);
    } else {
      out.point(Character.toTitleCase(c));
    }
  }

  @Method(value = "lower(self, /)", doc = "Return a copy in lower case.")
  public static Object lower(Object self) {
    Object v = PyStr.value(self);
    if (v instanceof String s && s.indexOf(SIGMA) < 0) {
      return s.toLowerCase(Locale.ROOT);
    }
    StrBuilder out = new StrBuilder();
    for (int i = 0, n = PyStr.length(v); i < n; i++) {
      appendLower(out, v, i);
    }
    return out.build();
  }

  @Method(value = "upper(self, /)", doc = "Return a copy in upper case.")
  public static Object upper(Object self) {
    Object v = PyStr.value(self);
    if (v instanceof String s) {
      return s.toUpperCase(Locale.ROOT);
    }
    StrBuilder out = new StrBuilder();
    for (int c : PyStr.points(v)) {
      appendUpper(out, c);
    }
    return out.build();
  }

  @Method(value = "casefold(self, /)", doc = "Return a copy for comparisons without regard to case.")
  static Object casefold(Object self) {
    Object v = PyStr.value(self);
    if (v instanceof String s && StrRepr.widthOf(s) == 0) {
      return s.toLowerCase(Locale.ROOT);
    }
    StrBuilder out = new StrBuilder();
    for (int i = 0, n = PyStr.length(v); i < n; i++) {
      int c = PyStr.pointAt(v, i);
      String special = c < 128 ? null : Special.ONLY.fold.get(c);
      if (special != null) {
        out.utf16(special);
      } else if (c == SIGMA) {
        out.point(SMALL_SIGMA);
      } else {
        appendLower(out, v, i);
      }
    }
    return out.build();
  }

  @Method(value = "swapcase(self, /)", doc = "Return a copy with upper case made lower and lower case made upper.")
  static Object swapcase(Object self) {
    Object v = PyStr.value(self);
    StrBuilder out = new StrBuilder();
    for (int i = 0, n = PyStr.length(v); i < n; i++) {
      int c = PyStr.pointAt(v, i);
      if (Character.isUpperCase(c)) {
        appendLower(out, v, i);
      } else if (Character.isLowerCase(c)) {
        appendUpper(out, c);
      } else {
        out.point(c);
      }
    }
    return out.build();
  }

  @Method(value = "capitalize(self, /)", doc = "Return a copy with the first character in title case and the rest in lower case.")
  static Object capitalize(Object self) {
    Object v = PyStr.value(self);
    int n = PyStr.length(v);
    if (n == 0) {
      return v;
    }
    StrBuilder out = new StrBuilder(n + 2);
    appendTitle(out, PyStr.pointAt(v, 0));
    if (v instanceof String s && s.indexOf(SIGMA, 1) < 0) {
      return out.text(s.substring(1).toLowerCase(Locale.ROOT)).build();
    }
    for (int i = 1; i < n; i++) {
      appendLower(out, v, i);
    }
    return out.build();
  }

  @Method(value = "title(self, /)", doc = "Return a copy with each word's first cased character in title case and the others in lower case.")
  static Object title(Object self) {
    Object v = PyStr.value(self);
    int n = PyStr.length(v);
    String simple = v instanceof String s && n > 1 ? simpleTitle(s) : null;
    if (simple != null) {
      return simple;
    }
    StrBuilder out = new StrBuilder(n + 2);
    boolean cased = false;
    for (int i = 0; i < n; i++) {
      int c = PyStr.pointAt(v, i);
      if (cased) {
        appendLower(out, v, i);
      } else {
        appendTitle(out, c);
      }
      cased = StrPredicates.isCased(c);
    }
    return out.build();
  }

  /** The title case of a text of Latin-1 characters, each of which stays one; null for another. */
  private static String simpleTitle(String s) {
    char[] out = s.toCharArray();
    boolean cased = false;
    for (int i = 0; i < out.length; i++) {
      char c = out[i];
      if (c > 255 || c == SHARP_S) {
        return null;
      }
      out[i] = cased ? Character.toLowerCase(c) : Character.toTitleCase(c);
      cased = StrPredicates.isCased(c);
    }
    return new String(out);
  }
}
