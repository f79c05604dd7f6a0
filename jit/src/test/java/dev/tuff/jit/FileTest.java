package dev.tuff.jit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tuff.jit.emit.ClassText;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.HirText;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The programs of {@code filetests}: source, and in comments what is in the HIR and the class that come of it, after all passes. The HIR is
 * verified after each of them. A comment {@code # unit NAME} is about the unit of a function that was compiled last; under it stand
 *
 * <pre>
 * # has: ADD_LONG 2, RETURN        operations, with their exact number if there is one
 * # lacks: STEP, CALL_*            operations that must not be left, with * for any rest of a name
 * # loop has: … / # loop lacks: …  the same of what is in its loops
 * # class calls: isWanted, …       methods that the unit's own method calls
 * </pre>
 *
 * With {@code -Dfiletests.show=true} each unit is shown as it is.
 */
class FileTest {
  /** A unit as it came out. */
  private record Compiled(Graph graph, byte[] classFile) {}

  @TestFactory
  Stream<DynamicTest> files() throws IOException, URISyntaxException {
    Path folder = Path.of(FileTest.class.getResource("/filetests").toURI());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".py")).sorted().toList();
    }
    assertFalse(files.isEmpty());
    return files.stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(Files.readString(f))));
  }

  private static void check(String source) {
    Map<String, Compiled> units = new HashMap<>();
    JitSettings settings = JitSettings.of("always");
    settings.verifies = true;
    settings.observer = (graph, classFile) -> units.put(graph.name.substring(0, graph.name.lastIndexOf('@')), new Compiled(graph, classFile));
    Programs.run(settings, source);
    Compiled unit = null;
    int checks = 0;
    for (String line : source.split("\n")) {
      if (line.startsWith("# unit ")) {
        unit = units.get(line.substring(7).strip());
        assertTrue(unit != null, () -> line + ": there is none but " + units.keySet());
        if (Boolean.getBoolean("filetests.show")) {
          System.out.println(HirText.of(unit.graph) + "all: " + counts(unit.graph, false) + "\nloop: " + counts(unit.graph, true));
        }
      } else if (unit != null && line.startsWith("# ") && line.contains(": ")) {
        check(unit, line.substring(2, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2).split(", *"));
        checks++;
      }
    }
    assertTrue(checks > 0, "nothing is checked");
  }

  private static void check(Compiled unit, String what, String[] items) {
    if (what.equals("class calls")) {
      for (String name : items) {
        assertTrue(calls(unit.classFile, name), () -> "no call of " + name + " in\n" + ClassText.of(unit.classFile));
      }
      return;
    }
    boolean loop = what.startsWith("loop ");
    assertTrue(what.equals("has") || what.equals("lacks") || what.equals("loop has") || what.equals("loop lacks"), () -> "what is '" + what + "'?");
    Map<Op, Integer> counts = counts(unit.graph, loop);
    for (String item : items) {
      String[] words = item.strip().split(" ");
      int found = 0;
      for (Map.Entry<Op, Integer> e : counts.entrySet()) {
        String name = e.getKey().name();
        found += words[0].endsWith("*") ? name.startsWith(words[0].replace("*", "")) ? e.getValue() : 0 : name.equals(words[0]) ? e.getValue() : 0;
      }
      int wanted = words.length > 1 ? Integer.parseInt(words[1]) : found;
      boolean holds = what.endsWith("lacks") ? found == 0 : found > 0 && found == wanted;
      int has = found;
      assertTrue(holds, () -> what + " " + item + ", but there are " + has + " of\n" + counts + " in\n" + HirText.of(unit.graph));
    }
    if (!items[0].endsWith("*")) {
      // a name that no operation has would hold for ever
      Op.valueOf(items[0].strip().split(" ")[0].toUpperCase(Locale.ROOT));
    }
  }

  private static Map<Op, Integer> counts(Graph graph, boolean loop) {
    Map<Op, Integer> counts = new TreeMap<>();
    for (Block b : graph.blocks) {
      if (!loop || b.loopDepth > 0) {
        for (List<Node> nodes : List.of(b.phis, b.nodes)) {
          nodes.forEach(n -> counts.merge(n.op, 1, Integer::sum));
        }
      }
    }
    return counts;
  }

  private static boolean calls(byte[] classFile, String name) {
    for (MethodModel m : ClassFile.of().parse(classFile).methods()) {
      CodeModel code = m.code().orElseThrow();
      if (!m.methodName().stringValue().startsWith("out") && code.elementStream().anyMatch(e -> e instanceof InvokeInstruction i && i.name().equalsString(name))) {
        return true;
      }
    }
    return false;
  }
}
