package dev.tuff.cli;

/** Takes the margin off the program of {@code -c}, by the rule of {@code textwrap.dedent}, so that it can be written indented in a script. */
final class Dedent {
  private Dedent() {}

  static String dedent(String text) {
    String[] lines = text.split("\n", -1);
    String margin = null;
    for (String line : lines) {
      if (!line.isBlank()) {
        margin = margin == null ? indentation(line) : common(margin, line);
      }
    }
    if (margin == null ? text.isEmpty() : margin.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        out.append('\n');
      }
      // a line of spaces alone becomes an empty one
      if (!lines[i].isBlank()) {
        out.append(lines[i], margin.length(), lines[i].length());
      }
    }
    return out.toString();
  }

  private static String indentation(String line) {
    int n = 0;
    while (line.charAt(n) == ' ' || line.charAt(n) == '\t') {
      n++;
    }
    return line.substring(0, n);
  }

  private static String common(String margin, String line) {
    int n = 0;
    while (n < margin.length() && margin.charAt(n) == line.charAt(n)) {
      n++;
    }
    return margin.substring(0, n);
  }
}
