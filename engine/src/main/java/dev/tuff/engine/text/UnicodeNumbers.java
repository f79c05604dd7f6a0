package dev.tuff.engine.text;

import java.util.Arrays;

/**
 * Characters with a numeric value that are no decimal digits: superscripts, fractions, Roman and Chinese numerals. Loaded when the first
 * character beyond ASCII is asked about.
 */
public final class UnicodeNumbers {
  private UnicodeNumbers() {}

  /** Runs of characters whose values go up by one. */
  private static final class Table {
    static final Table ONLY = new Table();

    final int[] first;
    final int[] last;
    final double[] value;
    final boolean[] digit;

    Table() {
      String[] lines = UnicodeResource.lines("numbers.txt");
      int n = lines.length;
      first = new int[n];
      last = new int[n];
      value = new double[n];
      digit = new boolean[n];
      for (int i = 0; i < n; i++) {
        String[] f = lines[i].split(" ");
        first[i] = Integer.parseInt(f[0], 16);
        last[i] = Integer.parseInt(f[1], 16);
        int slash = f[2].indexOf('/');
        value[i] = slash < 0
            ? Double.parseDouble(f[2])
            : Double.parseDouble(f[2].substring(0, slash)) / Double.parseDouble(f[2].substring(slash + 1));
        digit[i] = f[3].equals("D");
      }
    }

    int find(int c) {
      int i = Arrays.binarySearch(first, c);
      i = i < 0 ? -i - 2 : i;
      return i >= 0 && c <= last[i] ? i : -1;
    }
  }

  /** The value of a digit that is no decimal digit (Numeric_Type=Digit), or -1. */
  public static int digit(int c) {
    int i = Table.ONLY.find(c);
    return i >= 0 && Table.ONLY.digit[i] ? (int) Table.ONLY.value[i] + c - Table.ONLY.first[i] : -1;
  }

  static boolean isNumeric(int c) {
    return Table.ONLY.find(c) >= 0;
  }

  /** The numeric value, or NaN. */
  public static double value(int c) {
    int i = Table.ONLY.find(c);
    return i < 0 ? Double.NaN : Table.ONLY.value[i] + (c - Table.ONLY.first[i]);
  }
}
