package dev.tuff.compiler;

/** What becomes of a docstring at compile time: common indentation goes, lines stay (unlike {@code inspect.cleandoc}). */
final class Docstring {
  private Docstring() {}

  static String clean(String text) {
    String doc = text.indexOf('\t') < 0 ? text : expandTabs(text);
    int newline = doc.indexOf('\n');
    int margin = newline < 0 ? 0 : margin(doc, newline + 1);
    int start = 0;
    while (start < doc.length() && doc.charAt(start) == ' ') {
      start++;
    }
    if (start == 0 && margin == 0) {
      return doc;
    }
    StringBuilder clean = new StringBuilder(doc.length());
    int at = start;
    boolean first = true;
    while (at < doc.length()) {
      if (!first) {
        for (int i = 0; i < margin && at < doc.length() && doc.charAt(at) == ' '; i++) {
          at++;
        }
      }
      first = false;
      int end = doc.indexOf('\n', at);
      end = end < 0 ? doc.length() : end + 1;
      clean.append(doc, at, end);
      at = end;
    }
    return clean.toString();
  }

  /** The smallest indentation of the lines from {@code at} on that are not blank. */
  private static int margin(String doc, int at) {
    int margin = Integer.MAX_VALUE;
    while (at < doc.length()) {
      int start = at;
      while (at < doc.length() && doc.charAt(at) == ' ') {
        at++;
      }
      if (at < doc.length() && doc.charAt(at) != '\n') {
        margin = Math.min(margin, at - start);
      }
      int end = doc.indexOf('\n', at);
      at = end < 0 ? doc.length() : end + 1;
    }
    return margin == Integer.MAX_VALUE ? 0 : margin;
  }

  /** {@code str.expandtabs(8)}. */
  private static String expandTabs(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        do {
          out.append(' ');
          column++;
        } while (column % 8 != 0);
      } else {
        out.append(c);
        column = c == '\n' || c == '\r' ? 0 : Character.isLowSurrogate(c) ? column : column + 1;
      }
    }
    return out.toString();
  }
}
