package dev.tuff.repl;

import java.util.Set;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Colours for what is being typed: keywords, strings, numbers, comments, names being defined. A scan of characters that never fails,
 * since most of what it sees is unfinished; the syntax module's tokenizer rejects such text.
 */
final class PythonHighlighter implements Highlighter {
  private static final AttributedStyle KEYWORD = AttributedStyle.DEFAULT.bold().foreground(AttributedStyle.BLUE);
  private static final AttributedStyle STRING = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle NUMBER = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
  private static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
  private static final AttributedStyle DEFINED = AttributedStyle.DEFAULT.bold();

  private static final Set<String> KEYWORDS = Set.of("False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
      "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
      "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "match", "case", "type");

  @Override
  public AttributedString highlight(LineReader reader, String text) {
    AttributedStringBuilder out = new AttributedStringBuilder(text.length());
    int at = 0;
    String before = "";
    while (at < text.length()) {
      char c = text.charAt(at);
      int end;
      AttributedStyle style = AttributedStyle.DEFAULT;
      if (c == '#') {
        end = lineEnd(text, at);
        style = COMMENT;
      } else if (c == '"' || c == '\'') {
        end = stringEnd(text, at);
        style = STRING;
      } else if (Character.isDigit(c)) {
        end = wordEnd(text, at, true);
        style = NUMBER;
      } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
        end = wordEnd(text, at, false);
        String word = text.substring(at, end);
        boolean prefix = end < text.length() && (text.charAt(end) == '"' || text.charAt(end) == '\'') && word.length() <= 2;
        style = prefix ? STRING : KEYWORDS.contains(word) ? KEYWORD
            : before.equals("def") || before.equals("class") ? DEFINED : AttributedStyle.DEFAULT;
        before = word;
      } else {
        end = at + 1;
        before = c == ' ' ? before : "";
      }
      out.styled(style, text.substring(at, end));
      at = end;
    }
    return out.toAttributedString();
  }

  private static int lineEnd(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private static int wordEnd(String text, int at, boolean number) {
    int end = at + 1;
    while (end < text.length() && (Character.isUnicodeIdentifierPart(text.charAt(end)) || number && text.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  private static int stringEnd(String text, int at) {
    String quote = text.substring(at, at + 1);
    String triple = quote.repeat(3);
    boolean isTriple = text.startsWith(triple, at);
    String ending = isTriple ? triple : quote;
    int end = at + ending.length();
    while (end < text.length() && !text.startsWith(ending, end)) {
      if (!isTriple && text.charAt(end) == '\n') {
        return end;
      }
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), end + ending.length());
  }

  @Override
  public void setErrorPattern(Pattern pattern) {}

  @Override
  public void setErrorIndex(int index) {}
}
