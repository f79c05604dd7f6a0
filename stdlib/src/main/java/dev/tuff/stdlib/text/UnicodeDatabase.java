package dev.tuff.stdlib.text;

import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;
import dev.tuff.engine.text.StrBuilder;
import dev.tuff.engine.text.UnicodeNumbers;
import dev.tuff.engine.text.UnicodeTables;
import dev.tuff.engine.text.UnicodeTables.Version32;
import java.text.Normalizer;

/** The Unicode Character Database in one version: the current one, or 3.2.0 by its differences from it. */
final class UnicodeDatabase {
  private static final String[] CATEGORIES = {
    "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "", "Co", "Cs", "Pd", "Ps", "Pe",
    "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"
  };
  private static final String[] DIRECTIONS = {
    "L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON", "LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI",
    "PDI"
  };

  private final boolean old;

  /** {@code old}: version 3.2.0. */
  UnicodeDatabase(boolean old) {
    this.old = old;
  }

  boolean isOld() {
    return old;
  }

  /** Whether the character was not yet assigned in version 3.2.0, if this is that. */
  boolean isMissing(int c) {
    return old && Version32.ONLY.isUnassigned(c);
  }

  String category(int c) {
    String now = CATEGORIES[Character.getType(c)];
    return old ? Version32.ONLY.category.get(c, now) : now;
  }

  String bidirectional(int c) {
    int d = Character.getType(c) == Character.UNASSIGNED ? -1 : Character.getDirectionality(c);
    String now = d < 0 ? "" : DIRECTIONS[d];
    return old ? Version32.ONLY.bidirectional.get(c, now) : now;
  }

  int combining(int c) {
    int now = UnicodeTables.combining(c);
    return old ? Integer.parseInt(Version32.ONLY.combining.get(c, Integer.toString(now))) : now;
  }

  int mirrored(int c) {
    int now = Character.isMirrored(c) ? 1 : 0;
    return old ? Integer.parseInt(Version32.ONLY.mirrored.get(c, Integer.toString(now))) : now;
  }

  String width(int c) {
    String now = UnicodeTables.width(c);
    return old ? Version32.ONLY.width.get(c, now) : now;
  }

  /** -1 for none. */
  int decimal(int c) {
    int now = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
    if (old) {
      String before = Version32.ONLY.decimal.get(c, null);
      return before == null ? now : before.isEmpty() ? -1 : Integer.parseInt(before);
    }
    return now;
  }

  /** -1 for none. */
  static int digit(int c) {
    return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : UnicodeNumbers.digit(c);
  }

  /** NaN for none. */
  double numeric(int c) {
    double now = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : UnicodeNumbers.value(c);
    if (old) {
      String before = Version32.ONLY.numeric.get(c, null);
      return before == null ? now : before.isEmpty() ? Double.NaN : Double.parseDouble(before);
    }
    return now;
  }

  /** As UnicodeData.txt writes it: a tag, then hexadecimal numbers. */
  String decomposition(int c) {
    String d = isMissing(c) ? null : UnicodeTables.decomposition(c);
    if (d == null) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    int i = 0;
    // the tag is followed by what it maps to: a bare < or > is a mapping itself
    int close = d.startsWith("<") ? d.indexOf('>') : -1;
    if (close > 1) {
      out.append(d, 0, close + 1);
      i = close + 1;
    }
    for (int p; i < d.length(); i += Character.charCount(p)) {
      p = d.codePointAt(i);
      out.append(out.isEmpty() ? "" : " ").append("%04X".formatted(p));
    }
    return out.toString();
  }

  Object normalize(Normalizer.Form form, Object text) {
    if (text instanceof String s && isAscii(s)) {
      return s;
    }
    if (!old) {
      return normalizePart(form, text);
    }
    // characters that version 3.2.0 did not have are barriers that stay as they are
    StrBuilder out = new StrBuilder();
    StrBuilder part = new StrBuilder();
    for (int c : PyStr.points(text)) {
      if (isMissing(c)) {
        out.append(normalizePart(form, part.build())).point(c);
        part = new StrBuilder();
      } else {
        String before = Version32.ONLY.normal.get(c, null);
        part.point(before == null ? c : Integer.parseInt(before, 16));
      }
    }
    return out.append(normalizePart(form, part.build())).build();
  }

  private static Object normalizePart(Normalizer.Form form, Object text) {
    String s = Normalizer.normalize(PyStr.java(text), form);
    return PyWideStr.needed(s) ? PyWideStr.of(s) : s;
  }

  private static boolean isAscii(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
