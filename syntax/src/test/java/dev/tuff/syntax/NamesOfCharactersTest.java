package dev.tuff.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NamesOfCharactersTest {
  @Test
  void namesAliasesAndAlgorithmicNames() {
    assertEquals(0x2022, UnicodeNames.lookup("BULLET"));
    assertEquals('a', UnicodeNames.lookup("latin small letter A"));
    assertEquals('\n', UnicodeNames.lookup("LINE FEED"));
    assertEquals('\n', UnicodeNames.lookup("LF"));
    assertEquals(0x1E, UnicodeNames.lookup("RS"));
    assertEquals(0xFE00, UnicodeNames.lookup("VS1"));
    assertEquals(0xE01EF, UnicodeNames.lookup("VS256"));
    assertEquals(0x4E00, UnicodeNames.lookup("CJK UNIFIED IDEOGRAPH-4E00"));
    assertEquals(0xAC00, UnicodeNames.lookup("HANGUL SYLLABLE GA"));
    assertEquals(0xD7A3, UnicodeNames.lookup("HANGUL SYLLABLE HIH"));
  }

  @Test
  void namesThatOnlyJavaKnowsAreUnknown() {
    assertEquals(-1, UnicodeNames.lookup("CJK UNIFIED IDEOGRAPHS 4E00"));
    assertEquals(-1, UnicodeNames.lookup("LINE FEED (LF)"));
    assertEquals(-1, UnicodeNames.lookup("no such name"));
    assertEquals(-1, UnicodeNames.lookup("VS0"));
    assertEquals(-1, UnicodeNames.lookup("VS257"));
    assertEquals(-1, UnicodeNames.lookup("CJK UNIFIED IDEOGRAPH-0041"));
  }
}
