package dev.tuff.syntax;

import dev.tuff.syntax.ast.TypeIgnore;

/**
 * Recognises the comments of PEP 484: {@code # type: int} becomes a token, {@code # type: ignore[tag]} an entry of the module's
 * list.
 */
final class TypeComments {
  private static final String PREFIX = "# type: ";
  private static final String IGNORE = "ignore";

  private TypeComments() {}

  /** Looks at the comment from {@code start} to the cursor: the kind of token found, or -1 for an ordinary comment. */
  static int scan(Tokenizer in, int start, boolean blank) {
    char[] s = in.text;
    int p = start;
    for (int i = 0; i < PREFIX.length(); i++) {
      char want = PREFIX.charAt(i);
      if (want == ' ') {
        while (s[p] == ' ' || s[p] == '\t') {
          p++;
        }
      } else if (s[p] == want && p < in.at) {
        p++;
      } else {
        return -1;
      }
    }
    int end = in.at;
    if (isIgnore(s, p, end)) {
      in.typeIgnores.add(new TypeIgnore(in.line, new String(s, p + IGNORE.length(), end - p - IGNORE.length())));
      return blank ? -1 : Token.TYPE_IGNORE;
    }
    in.tokens.add(Token.TYPE_COMMENT, p, end, in.position(p), in.position(end), 0);
    return Token.TYPE_COMMENT;
  }

  private static boolean isIgnore(char[] s, int p, int end) {
    if (end - p < IGNORE.length() || !new String(s, p, IGNORE.length()).equals(IGNORE)) {
      return false;
    }
    char after = s[p + IGNORE.length()];
    return p + IGNORE.length() == end || after < 128 && !Character.isLetterOrDigit(after);
  }
}
