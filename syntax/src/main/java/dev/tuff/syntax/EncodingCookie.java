package dev.tuff.syntax;

/**
 * Finds the encoding declaration of PEP 263: a comment with {@code coding:} or {@code coding=} in the first line, or in the
 * second if the first is blank or a comment.
 */
final class EncodingCookie {
  private EncodingCookie() {}

  /** The declared encoding, in the normal form of Python for UTF-8 and Latin-1; null if none is declared. */
  static String find(byte[] bytes, int start) {
    int at = start;
    for (int line = 0; line < 2 && at < bytes.length; line++) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
        end++;
      }
      int hash = at;
      while (hash < end && (bytes[hash] == ' ' || bytes[hash] == '\t' || bytes[hash] == '\f')) {
        hash++;
      }
      if (hash < end && bytes[hash] != '#') {
        return null;
      }
      String name = inComment(bytes, hash, end);
      if (name != null) {
        return normal(name);
      }
      at = end + (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n' ? 2 : 1);
    }
    return null;
  }

  private static String inComment(byte[] bytes, int start, int end) {
    for (int i = start; i + 6 < end; i++) {
      if (bytes[i] == 'c' && bytes[i + 1] == 'o' && bytes[i + 2] == 'd' && bytes[i + 3] == 'i' && bytes[i + 4] == 'n'
          && bytes[i + 5] == 'g') {
        int at = i + 6;
        if (bytes[at] != ':' && bytes[at] != '=') {
          continue;
        }
        do {
          at++;
        } while (at < end && (bytes[at] == ' ' || bytes[at] == '\t'));
        int begin = at;
        while (at < end && (isAlnum(bytes[at]) || bytes[at] == '-' || bytes[at] == '_' || bytes[at] == '.')) {
          at++;
        }
        if (begin < at) {
          return new String(bytes, begin, at - begin, java.nio.charset.StandardCharsets.US_ASCII);
        }
      }
    }
    return null;
  }

  private static boolean isAlnum(byte b) {
    return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }

  private static String normal(String name) {
    StringBuilder short12 = new StringBuilder();
    for (int i = 0; i < name.length() && i < 12; i++) {
      char c = name.charAt(i);
      short12.append(c == '_' ? '-' : Character.toLowerCase(c));
    }
    String s = short12.toString();
    if (s.equals("utf-8") || s.startsWith("utf-8-")) {
      return "utf-8";
    }
    for (String latin : new String[] {"latin-1", "iso-8859-1", "iso-latin-1"}) {
      if (s.equals(latin) || s.startsWith(latin + "-")) {
        return "iso-8859-1";
      }
    }
    return name;
  }
}
