package dev.tuff.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tuff.cli.Completeness;
import org.junit.jupiter.api.Test;

/** When Enter ends a statement, and what a new line starts with. */
class EditedInputTest {
  @Test
  void enterEndsWholeStatements() {
    assertTrue(Completeness.isWhole("x = 1"));
    assertTrue(Completeness.isWhole("x = = 1"));
    assertTrue(Completeness.isWhole(""));
    assertFalse(Completeness.isWhole("f(1,"));
    assertFalse(Completeness.isWhole("def f():"));
    assertFalse(Completeness.isWhole("def f():\n    return 1"));
    assertTrue(Completeness.isWhole(EditedInput.settled("def f():\n    return 1\n    ")));
    assertFalse(Completeness.isWhole("'''text"));
    assertTrue(Completeness.isWhole("if x: pass\n\n"));
    assertFalse(Completeness.isWhole("@deco"));
  }

  @Test
  void newLinesKeepTheBlock() {
    assertEquals("    ", EditedInput.indentation("if x:"));
    assertEquals("        ", EditedInput.indentation("if x:\n    for y in z:"));
    assertEquals("    ", EditedInput.indentation("if x:\n    y = 1"));
    assertEquals("", EditedInput.indentation("def f():\n    return 1"));
  }

  @Test
  void coloursKeepTheText() {
    for (String text : new String[] {"def f(x): return 'a' + \"b\"  # c", "'unfinished", "x = '''a\nb", "0x1f.e 1_0", "", "f'{x}'", "'\\"}) {
      assertEquals(text, new PythonHighlighter().highlight(null, text).toString());
    }
  }
}
