package dev.tuff.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tuff.syntax.AstDump;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Mod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Source in, dump out: the cases of {@code src/test/filetests}. A case is a title line that starts with {@code ###}, the source,
 * a line {@code =>}, and what is expected. The directory says what is dumped: bytecode, symbols, errors and warnings, or the tree
 * optimised at level 2.
 *
 * <p>{@code -Dtuff.update=true} writes the files anew; the difference is to be reviewed.
 */
class FileTest {
  private record Case(String title, String source, String expected) {}

  @TestFactory
  Stream<DynamicTest> bytecode() throws IOException {
    return tests("bytecode", FileTest::dumpBytecode);
  }

  @TestFactory
  Stream<DynamicTest> symbols() throws IOException {
    return tests("symbols", source -> SymbolDump.of(SymbolTable.build(parse(source), "test", CompileOptions.DEFAULT)));
  }

  @TestFactory
  Stream<DynamicTest> errors() throws IOException {
    return tests("errors", FileTest::dumpErrors);
  }

  @TestFactory
  Stream<DynamicTest> trees() throws IOException {
    CompileOptions options = new CompileOptions(2, 0, false, CompileOptions.SILENT);
    return tests("trees", source -> AstDump.dump(TreeOptimizer.optimize(parse(source), "test", options), false, "  "));
  }

  private interface Dump {
    String of(String source);
  }

  private static Stream<DynamicTest> tests(String directory, Dump dump) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/filetests", directory))) {
      for (Path file : files.sorted().toList()) {
        List<Case> cases = read(file);
        if (Boolean.getBoolean("tuff.update")) {
          write(file, cases, dump);
        }
        for (Case c : cases) {
          tests.add(DynamicTest.dynamicTest(
              file.getFileName() + ": " + c.title, () -> assertEquals(c.expected.strip(), dump.of(c.source).strip())));
        }
      }
    }
    return tests.stream();
  }

  private static List<Case> read(Path file) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String text : ("\n" + Files.readString(file)).split("\n### ")) {
      if (!text.isBlank()) {
        int source = text.indexOf('\n') + 1;
        int arrow = text.indexOf("\n=>");
        String expected = arrow < 0 ? "" : text.substring(arrow + 3).stripTrailing();
        cases.add(new Case(text.substring(0, source).strip(), text.substring(source, arrow < 0 ? text.length() : arrow) + "\n",
            expected));
      }
    }
    return cases;
  }

  private static void write(Path file, List<Case> cases, Dump dump) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Case c : cases) {
      out.append("### ").append(c.title).append('\n').append(c.source.stripTrailing()).append("\n=>\n");
      out.append(dump.of(c.source).stripTrailing()).append("\n\n");
    }
    Files.writeString(file, out.toString().stripTrailing() + "\n");
  }

  static Mod parse(String source) {
    return Parser.parse(Source.of(source, "test"), Mode.EXEC, ParseOptions.DEFAULT);
  }

  private static String dumpBytecode(String source) {
    Code code = Compiler.compile(parse(source), "test", CompileOptions.DEFAULT);
    assertEquals(List.of(), CodeVerifier.verify(code));
    String text = Disassembler.disassemble(code);
    assertEquals(text, Disassembler.disassemble(Marshal.load(Marshal.dump(code), "test")), "after marshalling");
    return text;
  }

  private static String dumpErrors(String source) {
    StringBuilder out = new StringBuilder();
    CompileOptions options = new CompileOptions(0, 0, false, (category, message, filename, line) -> {
      out.append("line ").append(line).append(' ').append(category).append(": ").append(message).append('\n');
      return false;
    });
    try {
      Compiler.compile(parse(source), "test", options);
    } catch (SyntaxError e) {
      out.append("line ").append(e.line).append(" column ").append(e.offset).append(" to ").append(e.endLine).append(':')
          .append(e.endOffset).append(' ').append(e.kind.pythonName).append(": ").append(e.message).append('\n');
    }
    return out.toString();
  }
}
