package dev.tuff.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sources with the trees or errors that CPython 3.14 gives for them, from {@code trees.txt},
 * {@code errors.txt} and {@code edges.txt}. The answers are written
 * by {@code tests/fuzz/expect.py}.
 */
class ExamplesTest {
  private record Example(Mode mode, ParseOptions options, String source, String answer) {}

  @Test
  void treesAreCPythons() throws IOException {
    check("trees.txt");
  }

  @Test
  void errorsAreCPythons() throws IOException {
    check("errors.txt");
  }

  @Test
  void edgesAreCPythons() throws IOException {
    check("edges.txt");
  }

  private static void check(String file) throws IOException {
    List<Example> examples = read(file);
    assertTrue(examples.size() > 100);
    for (Example e : examples) {
      assertEquals(e.answer, answer(e).strip(), e.mode + ": " + e.source);
    }
  }

  private static String answer(Example e) {
    try {
      return "ok " + AstDump.dump(Parser.parse(Source.of(e.source, "f"), e.mode, e.options), true, null);
    } catch (SyntaxError error) {
      String text = error.text == null ? "None" : error.text.replace("\\", "\\\\").replace("\n", "\\n");
      return String.join(
          "\n", "error", error.kind.pythonName, error.message, number(error.line), number(error.offset), number(error.endLine),
          number(error.endOffset), text);
    }
  }

  private static String number(int n) {
    return n == SyntaxError.NONE ? "None" : Integer.toString(n);
  }

  private static List<Example> read(String file) throws IOException {
    String text;
    try (InputStream in = ExamplesTest.class.getResourceAsStream(file)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Example> examples = new ArrayList<>();
    String[] parts = text.strip().split("\n=== ");
    for (int i = 1; i < parts.length; i++) {
      int headerEnd = parts[i].indexOf('\n');
      String[] header = parts[i].substring(0, headerEnd).split(" ");
      int sourceEnd = parts[i].indexOf("\n---\n", headerEnd);
      String source = parts[i].substring(headerEnd + 1, Math.max(headerEnd + 1, sourceEnd));
      int flags = Integer.parseInt(header[1]);
      ParseOptions options =
          ParseOptions.DEFAULT
              .withTypeComments((flags & 1) != 0)
              .withAllowIncompleteInput((flags & 2) != 0)
              .withDontImplyDedent((flags & 4) != 0);
      examples.add(
          new Example(
              Mode.valueOf(header[0].toUpperCase(java.util.Locale.ROOT)), options, header.length > 2 ? unescape(source) : source,
              parts[i].substring(sourceEnd + 5).strip()));
    }
    return examples;
  }

  /** The source is written as bytes of UTF-8 with Python's escapes. */
  private static String unescape(String s) {
    byte[] bytes = new byte[s.length()];
    int n = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '\\') {
        c = s.charAt(++i);
        switch (c) {
          case 'n' -> c = '\n';
          case 'r' -> c = '\r';
          case 't' -> c = '\t';
          case 'x' -> {
            c = (char) Integer.parseInt(s.substring(i + 1, i + 3), 16);
            i += 2;
          }
          default -> {}
        }
      }
      bytes[n++] = (byte) c;
    }
    return new String(bytes, 0, n, StandardCharsets.UTF_8);
  }
}
