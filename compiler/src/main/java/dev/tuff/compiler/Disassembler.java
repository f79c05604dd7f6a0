package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.ConstantText;

/** The text form of code objects for {@code -X dump=bytecode} and for tests: stable, so that it can be compared line by line. */
public final class Disassembler {
  private final StringBuilder out = new StringBuilder();

  private Disassembler() {}

  /** The code object and, after it, those nested in it. */
  public static String disassemble(Code code) {
    Disassembler d = new Disassembler();
    d.code(code);
    return d.out.toString();
  }

  /** One instruction: name, argument and what the argument means; {@code instruction} may be a specialised form. */
  public static String instruction(Code code, int instruction) {
    int op = Opcode.opcode(instruction);
    String name = Opcode.name(op);
    if (name == null) {
      return "<" + op + ">";
    }
    if (!Opcode.hasArg(op)) {
      return name;
    }
    int arg = Opcode.arg(instruction);
    String meaning = meaning(code, op, arg);
    return pad(name, 25) + arg + (meaning.isEmpty() ? "" : " (" + meaning + ")");
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
  }

  private void code(Code code) {
    out.append("code ").append(code.qualname).append(" line ").append(code.firstLine).append(" flags 0x")
        .append(Integer.toHexString(code.flags)).append(" args ").append(code.argCount).append('/').append(code.posOnlyArgCount)
        .append('/').append(code.kwOnlyArgCount).append(" stack ").append(code.stackSize).append('\n');
    names("locals", code.namesOfKind(Code.FAST_LOCAL));
    names("cells", code.namesOfKind(Code.FAST_CELL));
    names("free", code.namesOfKind(Code.FAST_FREE));
    int[] instructions = code.instructions();
    boolean[] targets = targets(code);
    int[] lines = code.lines();
    for (int i = 0; i < instructions.length; i++) {
      boolean newLine = i == 0 || lines[i] != lines[i - 1];
      out.append(pad(newLine ? lines[i] < 0 ? "  --" : String.format("%4d", lines[i]) : "", 5)).append(targets[i] ? ">" : " ")
          .append(String.format("%4d ", i)).append(instruction(code, instructions[i])).append('\n');
    }
    int[] table = code.exceptionTable();
    for (int i = 0; i < table.length; i += 5) {
      out.append("  try ").append(table[i]).append(" to ").append(table[i + 1]).append(" except ").append(table[i + 2])
          .append(" depth ").append(table[i + 3]).append(table[i + 4] != 0 ? " lasti" : "").append('\n');
    }
    for (Object constant : code.consts()) {
      if (constant instanceof Code nested) {
        out.append('\n');
        code(nested);
      }
    }
  }

  private void names(String title, String[] names) {
    if (names.length > 0) {
      out.append("  ").append(title).append(' ').append(String.join(" ", names)).append('\n');
    }
  }

  private static boolean[] targets(Code code) {
    int[] instructions = code.instructions();
    boolean[] targets = new boolean[instructions.length];
    for (int instruction : instructions) {
      if (Opcode.isJump(Opcode.opcode(instruction))) {
        targets[Opcode.arg(instruction)] = true;
      }
    }
    for (int i = 2; i < code.exceptionTable().length; i += 5) {
      targets[code.exceptionTable()[i]] = true;
    }
    return targets;
  }

  private static String meaning(Code code, int op, int arg) {
    return switch (Opcode.argKind(op)) {
      case CONST -> constant(code.consts()[arg]);
      case CONST_COUNT -> constant(code.consts()[arg >> 8]);
      case NAME -> code.names()[arg];
      case NAME_LOW -> code.names()[arg >> 1] + ((arg & 1) == 0 ? "" : Opcode.parent(op) == LOAD_ATTR ? " + self" : " + null");
      case NAME_LOW2 -> code.names()[arg >> 2] + ((arg & 1) == 0 ? "" : " + self");
      case LOCAL, FREE -> code.localsPlusNames[arg];
      case LOCAL_LOCAL -> code.localsPlusNames[arg >> 4] + ", " + code.localsPlusNames[arg & 15];
      case JUMP -> "to " + arg;
      case BINARY -> BinaryOp.symbol(arg);
      case COMPARE -> (arg & CompareOp.TO_BOOL) != 0 ? "bool(" + CompareOp.symbol(arg) + ")" : CompareOp.symbol(arg);
      case INVERT -> (arg == 0 ? "" : "not ") + (Opcode.parent(op) == IS_OP ? "is" : "in");
      case INTRINSIC_1 -> Intrinsic.name1(arg);
      case INTRINSIC_2 -> Intrinsic.name2(arg);
      case COMMON_CONSTANT -> Intrinsic.commonConstant(arg);
      case SPECIAL -> Intrinsic.specialMethod(arg);
      default -> "";
    };
  }

  private static String constant(Object value) {
    return value instanceof Code c ? "<code " + c.qualname + ">" : ConstantText.of(value);
  }
}
