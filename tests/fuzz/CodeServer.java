import dev.tuff.compiler.Code;
import dev.tuff.compiler.CompileOptions;
import dev.tuff.compiler.Compiler;
import dev.tuff.compiler.Opcode;
import dev.tuff.compiler.Scope;
import dev.tuff.compiler.SymbolTable;
import dev.tuff.syntax.Const;
import dev.tuff.syntax.ConstantText;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Mod;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Answers what the compiler makes of sources, for comparison with CPython.
 *
 * <p>A request is an optimisation level (a byte; 9 asks for the symbol table) and a source (bytes) with its length. The answer,
 * with its length, is a text of lines that codes.py writes for CPython's code objects too.
 */
public final class CodeServer {
  private static final int SYMBOLS = 9;

  public static void main(String[] args) throws Exception {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    while (true) {
      int level;
      try {
        level = in.readByte();
      } catch (EOFException e) {
        return;
      }
      byte[] answer = answer(level, in.readNBytes(in.readInt())).getBytes(StandardCharsets.UTF_16BE);
      out.writeInt(answer.length);
      out.write(answer);
      out.flush();
    }
  }

  private static String answer(int level, byte[] bytes) {
    StringBuilder out = new StringBuilder();
    CompileOptions options = new CompileOptions(level == SYMBOLS ? 0 : level, 0, false, (category, message, filename, line) -> {
      out.append("warning ").append(line).append(' ').append(message).append('\n');
      return false;
    });
    try {
      Mod tree = Parser.parse(Source.decode(bytes, "f"), Mode.EXEC, ParseOptions.DEFAULT);
      if (level == SYMBOLS) {
        scope(out, SymbolTable.build(tree, "f", options).top());
      } else {
        code(out, Compiler.compile(tree, "f", options));
      }
      return out.toString();
    } catch (SyntaxError e) {
      return "error " + e.kind.pythonName + " " + e.message + " " + e.line + " " + e.offset + " " + e.endLine + " "
          + e.endOffset + "\n";
    } catch (RuntimeException | Error e) {
      return "crash " + e + "\n";
    }
  }

  private static void code(StringBuilder out, Code c) {
    out.append("code ").append(c.qualname).append(" line ").append(c.firstLine).append('\n');
    out.append("  ").append(c.name).append(" flags ").append(c.flags).append(" args ").append(c.argCount).append(' ')
        .append(c.posOnlyArgCount).append(' ').append(c.kwOnlyArgCount).append(" stack ").append(c.stackSize).append('\n');
    out.append("  names ").append(String.join(",", c.names())).append('|').append(String.join(",",
        c.namesOfKind(Code.FAST_LOCAL)))
        .append('|').append(String.join(",", c.namesOfKind(Code.FAST_CELL))).append('|')
        .append(String.join(",", c.namesOfKind(Code.FAST_FREE))).append('\n');
    for (Object constant : c.consts()) {
      String text = constant instanceof Code n ? "<code " + n.name + ">"
          : constant instanceof Const.FrozenSet s ? "<frozenset " + s.items().size() + ">" : ConstantText.of(constant);
      out.append("  const ").append(text).append('\n');
    }
    int[] instructions = c.instructions();
    for (int i = 0; i < instructions.length; i++) {
      int op = Opcode.opcode(instructions[i]);
      int[] at = c.position(i);
      out.append("  ").append(i).append(' ').append(Opcode.name(op)).append(' ')
          .append(Opcode.hasArg(op) ? Integer.toString(Opcode.arg(instructions[i])) : "-").append("  ").append(at[0]).append(' ')
          .append(at[1]).append(' ').append(at[2]).append(' ').append(at[3]).append('\n');
    }
    int[] table = c.exceptionTable();
    for (int i = 0; i < table.length; i += 5) {
      out.append("  try ").append(table[i]).append(' ').append(table[i + 1]).append(' ').append(table[i + 2]).append(' ')
          .append(table[i + 3]).append(' ').append(table[i + 4]).append('\n');
    }
    for (Object constant : c.consts()) {
      if (constant instanceof Code nested) {
        code(out, nested);
      }
    }
  }

  private static void scope(StringBuilder out, Scope s) {
    TreeMap<String, Integer> symbols = new TreeMap<>();
    for (int i = 0; i < s.symbolCount(); i++) {
      symbols.put(s.symbolName(i), s.symbolFlags(i));
    }
    out.append("scope ").append(s.type()).append(' ').append(s.name()).append(' ').append(s.line()).append(' ')
        .append(s.isNested() ? 1
        : 0).append(' ').append(String.join(",", s.parameters())).append(' ').append(symbols).append('\n');
    for (Scope child : s.children()) {
      scope(out, child);
    }
    out.append("end\n");
  }
}
