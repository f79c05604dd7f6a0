package dev.tuff.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarningsTest {
  private static List<SyntaxWarning> warnings(String source) {
    return Parser.parseWithWarnings(Source.of(source, "f"), Mode.EXEC, ParseOptions.DEFAULT).warnings();
  }

  private static void check(String source, String message, int line) {
    List<SyntaxWarning> found = warnings(source);
    assertEquals(1, found.size(), source);
    assertEquals(message, found.get(0).message());
    assertEquals(line, found.get(0).line());
  }

  private static String escape(String escape, String kind) {
    return "\"\\%s\" is an invalid %s sequence. Such sequences will not work in the future. Did you mean \"\\\\%s\"? A raw string is also an option."
        .formatted(escape, kind, escape);
  }

  @Test
  void invalidEscapes() {
    check("'\\d'", escape("d", "escape"), 1);
    check("b'\\d'", escape("d", "escape"), 1);
    check("'''\n\n\\q \\d'''", escape("q", "escape"), 3);
    check("'\\400'", escape("400", "octal escape"), 1);
    check("f'{x}\\d'", escape("d", "escape"), 1);
    check("f'\\{x}'", escape("{", "escape"), 1);
    check("t'{x:\\d}'", escape("d", "escape"), 1);
    assertEquals(List.of(), warnings("r'\\d' '\\377' '\\\\d' '\\\n', rb'\\d', rf'\\d{x}'"));
  }

  @Test
  void asErrorTheyPointAtTheEscape() {
    SyntaxError error = warnings("x = '''\nab\\d'''").get(0).asError();
    assertEquals("\"\\d\" is an invalid escape sequence. Did you mean \"\\\\d\"? A raw string is also an option.", error.message);
    assertEquals(2, error.line);
    assertEquals(3, error.offset);
    assertEquals(5, error.endOffset);
  }

  @Test
  void numbersThatRunIntoKeywords() {
    check("1if x else 2", "invalid decimal literal", 1);
    check("\n0x1for x in y", "invalid hexadecimal literal", 2);
    check("0b1and x", "invalid binary literal", 1);
    check("0o1or x", "invalid octal literal", 1);
    check("1jin x", "invalid imaginary literal", 1);
    check("1.is x", "invalid decimal literal", 1);
  }
}
