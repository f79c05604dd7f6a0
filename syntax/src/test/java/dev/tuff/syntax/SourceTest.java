package dev.tuff.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTest {
  private static String decode(String text, Charset charset) {
    return Source.decode(text.getBytes(charset), "f").text();
  }

  private static String error(byte[] bytes) {
    return assertThrows(SyntaxError.class, () -> Source.decode(bytes, "f")).message;
  }

  @Test
  void utf8IsTheDefault() {
    assertEquals("é = 1\n", decode("é = 1\n", StandardCharsets.UTF_8));
    assertEquals(
        "Non-UTF-8 code starting with '\\xe9' on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details",
        error("a\né".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void byteOrderMarkIsDropped() {
    assertEquals("a", Source.decode(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a'}, "f").text());
  }

  @Test
  void declaredEncodingCounts() {
    for (String declaration :
        new String[] {"# coding: latin-1\n", "#!/bin/sh\n# -*- coding: Latin-1 -*-\n", "# vim: set fileencoding=iso-8859-15 :\n",
        "\n#coding=latin1\n"}) {
      Charset charset = Charset.forName(declaration.contains("15") ? "ISO-8859-15" : "ISO-8859-1");
      assertEquals(declaration + "'é'", decode(declaration + "'é'", charset));
    }
    // In the third line, or after code, it is no declaration.
    assertEquals("\n\n# coding: latin-1\né", decode("\n\n# coding: latin-1\né", StandardCharsets.UTF_8));
    assertEquals("x\n# coding: latin-1\né", decode("x\n# coding: latin-1\né", StandardCharsets.UTF_8));
    assertEquals("unknown encoding: nosuch", error("# coding: nosuch".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "'ascii' codec can't decode byte 0xc3 in position 16: ordinal not in range(128)",
        error("# coding: ascii\né".getBytes(StandardCharsets.UTF_8)));
    assertEquals("encoding problem: iso-8859-1 with BOM", error("\ufeff# coding: latin-1".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void newlinesBecomeOne() {
    assertEquals("a\nb\nc\n\nd", Source.of("a\r\nb\rc\r\r\nd", "f").text());
  }

  @Test
  void nullBytesAreErrors() {
    assertEquals("source code string cannot contain null bytes", error(new byte[] {'a', 0}));
  }
}
