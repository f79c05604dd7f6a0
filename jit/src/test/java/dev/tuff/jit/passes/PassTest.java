package dev.tuff.jit.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.HirParser;
import dev.tuff.jit.hir.HirText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each pass by itself. A file of {@code passes} has cases one below the other: a line {@code # WHAT IT SHOWS}, a unit as {@link HirText}
 * writes it, a line {@code ==> PASS}, and the unit as it has to be behind that pass. The verifier sees both.
 */
class PassTest {
  @TestFactory
  Stream<DynamicTest> files() throws IOException, URISyntaxException {
    Path folder = Path.of(PassTest.class.getResource("/passes").toURI());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    assertEquals(Pass.values().length, files.size(), "each pass has a file");
    return files.stream().flatMap(PassTest::cases);
  }

  private static Stream<DynamicTest> cases(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    String[] cases = ("\n" + text).split("\n# ");
    assertTrue(cases.length > 1, file + " has no cases");
    return Arrays.stream(cases).skip(1).map(c -> DynamicTest.dynamicTest(file.getFileName() + ": " + c.lines().findFirst().orElseThrow(), () -> check(c)));
  }

  private static void check(String text) {
    String[] parts = text.substring(text.indexOf('\n') + 1).split("==> ");
    assertEquals(2, parts.length, "one `==> PASS`");
    Graph graph = HirParser.parse(parts[0]);
    assertEquals(parts[0].strip(), HirText.of(graph).strip(), "as it is written");
    HirVerifier.check(graph, "as it is written");
    String pass = parts[1].lines().findFirst().orElseThrow();
    Pass.valueOf(pass).run(graph);
    HirVerifier.check(graph, "behind " + pass);
    assertEquals(parts[1].substring(pass.length()).strip(), HirText.of(graph).strip());
  }

  @Test
  void theVerifierFindsWhatDoesNotHold() {
    String good = """
        unit f
        b0:
          v0 = parameter 0
          v1 = long_const 1
          jump -> b1
        b1: loop <- b0 <- b1
          v3 = phi.long v1 v4
          v4 = add_long v3 v1  else 4#0 {0: v0, 1: v3}
          v5 = compare_long v4 v1 0
          branch v5 -> b1 -> b2
        b2: <- b1
          v7 = box_long v4
          return v7
        """;
    HirVerifier.check(HirParser.parse(good), "");
    assertFault("is a guard without a state", good.replace("  else 4#0 {0: v0, 1: v3}", ""));
    assertFault("wants LONG, and v0", good.replace("v3 v1  else", "v3 v0  else"));
    assertFault("wants BOOL", good.replace("branch v5", "branch v4"));
    assertFault("is LONG, but an input is BOOL", good.replace("phi.long v1 v4", "phi.long v1 v5"));
    assertFault("has an input v7 that is not there on its way", good.replace("phi.long v1 v4", "phi v0 v7"));
    assertFault("in its state, which is not there", good.replace("1: v3}", "1: v5}"));
    assertFault("uses v5 (COMPARE_LONG), which is not there", good.replace("add_long v3 v1  else", "add_long v5 v1  else"));
    assertFault("does not end in an operation that leaves it", good.replace("  return v7\n", ""));
    assertFault("leaves the block in its midst", good.replace("  v7 = box_long v4\n", "  v7 = box_long v4\n  return v7\n"));
    assertFault("has 1 successors behind BRANCH", good.replace("branch v5 -> b1 -> b2", "branch v5 -> b1"));
    assertFault("is no predecessor of its successor", good.replace("b2: <- b1", "b2: <- b0"));
  }

  private static void assertFault(String what, String text) {
    String said = assertThrows(IllegalStateException.class, () -> HirVerifier.check(HirParser.parse(text), "")).getMessage();
    assertTrue(said.contains(what), said);
  }

  @Test
  void whatIsNoHirIsSaid() {
    for (String text : List.of("", "b0:\n", "unit f\n  jump -> b0\n", "unit f\nb0:\n  nothing v1\n", "unit f\nb0:\n  return v1\n", "unit f\nb0:\n  jump -> b4\n",
        "unit f\nb0:\n  v1 = load_slot AttributeCache\n")) {
      assertFalse(assertThrows(IllegalArgumentException.class, () -> HirParser.parse(text)).getMessage().isEmpty());
    }
  }
}
