package dev.tuff.engine.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Character properties that the JDK does not have, each table loaded when it is first asked. */
public final class UnicodeTables {
  private UnicodeTables() {}

  /** Values of runs of characters: {@code first last value} in each line. */
  public static final class Runs {
    private final int[] first;
    private final int[] last;
    private final String[] value;

    Runs(String[] lines, String prefix) {
      int n = 0;
      for (String line : lines) {
        n += line.startsWith(prefix) ? 1 : 0;
      }
      first = new int[n];
      last = new int[n];
      value = new String[n];
      int i = 0;
      for (String line : lines) {
        if (line.startsWith(prefix)) {
          int a = line.indexOf(' ', prefix.length());
          int b = line.indexOf(' ', a + 1);
          first[i] = Integer.parseInt(line, prefix.length(), a, 16);
          last[i] = Integer.parseInt(line, a + 1, b, 16);
          value[i++] = line.substring(b + 1).intern();
        }
      }
    }

    /** The value of a character, or {@code fallback}. */
    public String get(int c, String fallback) {
      int i = Arrays.binarySearch(first, c);
      i = i < 0 ? -i - 2 : i;
      return i >= 0 && c <= last[i] ? value[i] : fallback;
    }
  }

  private static final class Combining {
    static final Runs RUNS = new Runs(UnicodeResource.lines("combining.txt"), "");
  }

  private static final class Width {
    static final Runs RUNS = new Runs(UnicodeResource.lines("width.txt"), "");
  }

  private static final class Decomposition {
    static final Map<Integer, String> MAP = new HashMap<>(16384);

    static {
      for (String line : UnicodeResource.lines("decomposition.txt")) {
        int c = line.codePointAt(0);
        MAP.put(c, line.substring(Character.charCount(c)));
      }
    }
  }

  private static final class Sequences {
    static final Map<String, String> MAP = new HashMap<>();

    static {
      for (String line : UnicodeResource.lines("sequences.txt")) {
        int at = line.indexOf(';');
        MAP.put(line.substring(0, at), line.substring(at + 1));
      }
    }
  }

  /** Canonical combining class. */
  public static int combining(int c) {
    return c < 0x300 ? 0 : Integer.parseInt(Combining.RUNS.get(c, "0"));
  }

  /** East_Asian_Width. */
  public static String width(int c) {
    return Width.RUNS.get(c, "N");
  }

  /** A compatibility tag, if any, and the characters that {@code c} decomposes into in one step; null for none. */
  public static String decomposition(int c) {
    int s = c - 0xAC00;
    if (s >= 0 && s < 11172) {
      int t = s % 28;
      String pair = "" + (char) (0x1100 + s / 588) + (char) (0x1161 + s % 588 / 28);
      return t == 0 ? pair : pair + (char) (0x11A7 + t);
    }
    return Decomposition.MAP.get(c);
  }

  /** The characters of a named sequence (its name in capitals), or null. */
  public static String sequence(String name) {
    return Sequences.MAP.get(name);
  }

  /** What was different in version 3.2.0 of Unicode. */
  public static final class Version32 {
    public static final Version32 ONLY = new Version32();

    public final Runs category;
    public final Runs bidirectional;
    public final Runs combining;
    public final Runs mirrored;
    public final Runs width;
    public final Runs decimal;
    public final Runs numeric;
    public final Runs normal;

    private Version32() {
      String[] lines = UnicodeResource.lines("version-3.2.txt");
      category = new Runs(lines, "category ");
      bidirectional = new Runs(lines, "bidirectional ");
      combining = new Runs(lines, "combining ");
      mirrored = new Runs(lines, "mirrored ");
      width = new Runs(lines, "east_asian_width ");
      decimal = new Runs(lines, "decimal ");
      numeric = new Runs(lines, "numeric ");
      normal = new Runs(lines, "normal ");
    }

    /** Whether the character was not yet there. */
    public boolean isUnassigned(int c) {
      return category.get(c, "").equals("Cn") || Character.getType(c) == Character.UNASSIGNED;
    }
  }
}
