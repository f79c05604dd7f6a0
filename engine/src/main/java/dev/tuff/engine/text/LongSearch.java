package dev.tuff.engine.text;

/**
 * Search for long texts in linear time. Java's own search is fast on what is common but takes the product of both lengths at worst; here
 * it is tried in the same simple way, and once that has wasted more than its share, Knuth, Morris and Pratt's goes on from there.
 */
final class LongSearch {
  /** Below this length of what is searched, Java's search cannot be much slower than linear. */
  static final int MINIMUM = 33;

  private static final int PATIENCE = 4096;

  private LongSearch() {}

  /** The first place of {@code needle} that lies within {@code [from, to)}, or -1. */
  static int find(String hay, String needle, int from, int to) {
    int n = needle.length();
    char first = needle.charAt(0);
    char last = needle.charAt(n - 1);
    long wasted = 0;
    int i = from;
    while ((i = hay.indexOf(first, i, Math.max(i, to - n + 1))) >= 0) {
      if (hay.charAt(i + n - 1) == last) {
        int k = 1;
        while (k < n && hay.charAt(i + k) == needle.charAt(k)) {
          k++;
        }
        if (k == n) {
          return i;
        }
        wasted += k;
        if (wasted > PATIENCE + 4L * (i - from)) {
          return linear(hay, needle, i + 1, to, false);
        }
      }
      i++;
    }
    return -1;
  }

  /** The last place of {@code needle} that lies within {@code [from, to)}, or -1. */
  static int rfind(String hay, String needle, int from, int to) {
    int n = needle.length();
    char first = needle.charAt(0);
    char last = needle.charAt(n - 1);
    long wasted = 0;
    for (int i = to - n; i >= from; i--) {
      if (hay.charAt(i) == first && hay.charAt(i + n - 1) == last) {
        int k = 1;
        while (k < n && hay.charAt(i + k) == needle.charAt(k)) {
          k++;
        }
        if (k == n) {
          return i;
        }
        wasted += k;
        if (wasted > PATIENCE + 4L * (to - i)) {
          return linear(hay, needle, from, i + n - 1, true);
        }
      }
    }
    return -1;
  }

  /** Knuth-Morris-Pratt, forwards, or backwards over both texts reversed. */
  private static int linear(String hay, String needle, int from, int to, boolean backwards) {
    int n = needle.length();
    int[] border = new int[n];
    for (int i = 1, k = 0; i < n; i++) {
      char c = at(needle, i, n, backwards);
      while (k > 0 && c != at(needle, k, n, backwards)) {
        k = border[k - 1];
      }
      if (c == at(needle, k, n, backwards)) {
        k++;
      }
      border[i] = k;
    }
    int length = to - from;
    for (int i = 0, k = 0; i < length; i++) {
      char c = backwards ? hay.charAt(to - 1 - i) : hay.charAt(from + i);
      while (k > 0 && c != at(needle, k, n, backwards)) {
        k = border[k - 1];
      }
      if (c == at(needle, k, n, backwards) && ++k == n) {
        return backwards ? to - 1 - i : from + i - n + 1;
      }
    }
    return -1;
  }

  private static char at(String s, int i, int n, boolean backwards) {
    return s.charAt(backwards ? n - 1 - i : i);
  }
}
