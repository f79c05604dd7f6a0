package dev.tuff.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Deep nesting is an error and long chains are none, also on the smallest of stacks. */
class NestingTest {
  private static final String TOO_COMPLEX = "Parser stack overflowed - Python source too complex to parse";

  /** The message of the error that a source gives in a thread with a small stack, or null. */
  private static String parse(String source) throws InterruptedException {
    String[] message = new String[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                Parser.parse(Source.of(source, "f"), Mode.EXEC, ParseOptions.DEFAULT);
              } catch (SyntaxError e) {
                message[0] = e.message;
              } catch (Throwable e) {
                message[0] = e.toString();
              }
            },
            "small stack",
            256 << 10);
    thread.start();
    thread.join();
    return message[0];
  }

  @Test
  void chainsAreParsedInLoops() throws InterruptedException {
    assertNull(parse("a+".repeat(10_000) + "a"));
    assertNull(parse("a and ".repeat(10_000) + "a"));
    assertNull(parse("a<".repeat(10_000) + "a"));
    assertNull(parse("a" + ".a".repeat(10_000)));
    assertNull(parse("a" + "()".repeat(10_000)));
    assertNull(parse("a=".repeat(10_000) + "a"));
    assertNull(parse("if a: pass\n" + "elif a: pass\n".repeat(10_000)));
  }

  @Test
  void operatorsNestAsDeepAsInCPython() throws InterruptedException {
    assertNull(parse("-".repeat(5_900) + "a"));
    assertEquals(TOO_COMPLEX, parse("-".repeat(6_000) + "a"));
    assertEquals(TOO_COMPLEX, parse("not ".repeat(100_000) + "a"));
    assertNull(parse("lambda: ".repeat(2_900) + "a"));
    assertEquals(TOO_COMPLEX, parse("lambda: ".repeat(3_000) + "a"));
    assertEquals(TOO_COMPLEX, parse("a if a else ".repeat(6_000) + "a"));
  }

  @Test
  void bracketsNestTwoHundredDeep() throws InterruptedException {
    for (String bracket : new String[] {"()", "[]", "{}"}) {
      char open = bracket.charAt(0);
      char close = bracket.charAt(1);
      assertNull(parse((open + "").repeat(199) + "a" + (close + "").repeat(199)));
      assertEquals("too many nested parentheses", parse((open + "").repeat(201) + "a" + (close + "").repeat(201)));
    }
    assertNull(parse("f(".repeat(200) + ")".repeat(200)));
    assertNull(parse("match x:\n case " + "(".repeat(199) + "1" + ")".repeat(199) + ": pass\n"));
    assertEquals("invalid syntax. Perhaps you forgot a comma?", parse("(".repeat(200) + "a b" + ")".repeat(200)));
  }

  @Test
  void blocksNestAHundredDeep() throws InterruptedException {
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < 99; i++) {
      source.append(" ".repeat(i)).append("if a:\n");
    }
    assertNull(parse(source + " ".repeat(99) + "pass\n"));
    source.append(" ".repeat(99)).append("if a:\n");
    assertEquals("too many levels of indentation", parse(source + " ".repeat(100) + "pass\n"));
  }
}
