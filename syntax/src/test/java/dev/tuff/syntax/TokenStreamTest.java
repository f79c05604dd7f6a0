package dev.tuff.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TokenStreamTest {
  private static String tokens(String text, boolean extra) {
    TokenStream in = TokenStream.of(text, "f", extra);
    StringBuilder out = new StringBuilder();
    for (TokenInfo t = in.next(); t != null; t = in.next()) {
      String string = t.string().replace("\n", "\\n").replace("\r", "\\r");
      out.append("%d:%s@%d.%d-%d.%d ".formatted(t.type(), string, t.line(), t.column(), t.endLine(), t.endColumn()));
    }
    return out.toString().strip();
  }

  @Test
  void extraTokensAreThoseOfTokenize() {
    assertEquals("1:x@1.0-1.1 55:=@1.2-1.3 2:1@1.4-1.5 4:\\n@1.5-1.6 0:@2.0-2.0", tokens("x = 1\n", true));
    assertEquals("65:# a@1.0-1.3 66:\\n@1.3-1.4 66:\\n@2.0-2.1 0:@3.0-3.0", tokens("# a\n\n", true));
    assertEquals(
        "1:if@1.0-1.2 1:a@1.3-1.4 55::@1.4-1.5 4:\\n@1.5-1.6 5:  @2.0-2.2 1:b@2.2-2.3 4:\\n@2.3-2.4 6:@3.0-3.0 1:c@3.0-3.1 4:@3.1-3.2 0:@4.0-4.0",
        tokens("if a:\n  b\nc", true));
    assertEquals("55:(@1.0-1.1 66:\\n@1.1-1.2 55:)@2.0-2.1 4:\\r\\n@2.1-2.3 0:@3.0-3.0", tokens("(\n)\r\n", true));
  }

  @Test
  void literalsWithFieldsAreManyTokens() {
    assertEquals(
        "59:f'@1.0-1.2 60:a@1.2-1.3 55:{@1.3-1.4 1:b@1.4-1.5 55:!@1.5-1.6 1:r@1.6-1.7 55::@1.7-1.8 60:>@1.8-1.9 55:}@1.9-1.10 61:'@1.10-1.11"
            + " 4:@1.11-1.12 0:@2.0-2.0",
        tokens("f'a{b!r:>}'", true));
    assertEquals("62:t'@1.0-1.2 55:{@1.2-1.3 1:b@1.3-1.4 55:}@1.4-1.5 64:'@1.5-1.6 4:@1.6-1.7 0:@2.0-2.0",
        tokens("t'{b}'", true));
  }

  @Test
  void withoutExtraTokensOperatorsHaveTheirOwnTypes() {
    assertEquals("1:a@1.0-1.1 35:**@1.1-1.3 1:b@1.3-1.4 4:@1.4-1.4 0:@1.-1-1.-1", tokens("a**b\n", false));
  }

  @Test
  void columnsCountCharacters() {
    assertEquals("3:'é😀'@1.0-1.4 55:+@1.4-1.5 1:ü@1.5-1.6 4:\\n@1.6-1.7 0:@2.0-2.0", tokens("'é😀'+ü\n", true));
  }

  @Test
  void errorsComeWhenTheyAreReached() {
    TokenStream in = TokenStream.of("a (\n", "f", true);
    assertEquals("a", in.next().string());
    assertEquals("(", in.next().string());
    assertEquals("\n", in.next().string());
    assertEquals("unexpected EOF in multi-line statement", assertThrows(SyntaxError.class, in::next).message);
  }
}
