package dev.tuff.engine.interp;

import java.util.List;

/** "Did you mean": the nearest of some names, by CPython's weighted edit distance. */
public final class Suggestions {
  private static final int MOVE = 2;
  private static final int CASE = 1;
  private static final int MAX_LENGTH = 40;
  private static final int MAX_CANDIDATES = 750;

  private Suggestions() {}

  /** The candidate nearest to {@code name}, or null if none is near. */
  public static String nearest(String name, List<String> candidates) {
    if (candidates.size() >= MAX_CANDIDATES || name.length() > MAX_LENGTH) {
      return null;
    }
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String c : candidates) {
      if (c.equals(name)) {
        continue;
      }
      int max = Math.min((c.length() + name.length() + 3) * MOVE / 6, bestDistance - 1);
      int d = distance(name, c, max);
      if (d <= max && d < bestDistance) {
        best = c;
        bestDistance = d;
      }
    }
    return best;
  }

  private static int cost(char a, char b) {
    return a == b ? 0 : Character.toLowerCase(a) == Character.toLowerCase(b) ? CASE : MOVE;
  }

  /** The edit distance, or more than {@code max} if it exceeds that. */
  static int distance(String a, String b, int max) {
    if (a.equals(b)) {
      return 0;
    }
    int start = 0;
    while (start < a.length() && start < b.length() && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    a = a.substring(start);
    b = b.substring(start);
    while (!a.isEmpty() && !b.isEmpty() && a.charAt(a.length() - 1) == b.charAt(b.length() - 1)) {
      a = a.substring(0, a.length() - 1);
      b = b.substring(0, b.length() - 1);
    }
    if (a.isEmpty() || b.isEmpty()) {
      return (a.length() + b.length()) * MOVE;
    }
    if (a.length() > MAX_LENGTH || b.length() > MAX_LENGTH) {
      return max + 1;
    }
    int[] row = new int[a.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      row[i] = i * MOVE;
    }
    for (int j = 1; j <= b.length(); j++) {
      int diagonal = row[0];
      row[0] = j * MOVE;
      for (int i = 1; i <= a.length(); i++) {
        int replace = diagonal + cost(a.charAt(i - 1), b.charAt(j - 1));
        diagonal = row[i];
        row[i] = Math.min(replace, Math.min(row[i], row[i - 1]) + MOVE);
      }
    }
    return row[a.length()];
  }
}
