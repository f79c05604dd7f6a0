package dev.tuff.engine.function;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Opcode;
import dev.tuff.compiler.PositionTable;
import dev.tuff.engine.core.Errors;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The instructions of a code object as CPython lays them out, which is what Python code sees in {@code co_code}, {@code tb_lasti} and the
 * like and what {@code dis} can read: units of two bytes, arguments above 255 by EXTENDED_ARG in front, cache entries behind, jumps relative.
 * Made when first asked for.
 */
public final class CodeLayout {
  private static final int EXTENDED_ARG = 69;

  // numbers that CPython's opcode table has free
  private static final int FREE_LOW = 121;
  private static final int FREE_LOW_COUNT = 7;
  private static final int FREE_HIGH = 212;

  private final Code code;

  /** Instruction → first unit of it (an EXTENDED_ARG, if it has one), with the number of units at the end. */
  private final int[] start;

  /** Instruction → number of EXTENDED_ARG units in front. */
  private final byte[] extended;

  CodeLayout(Code code) {
    this.code = code;
    int[] instructions = code.instructions();
    int n = instructions.length;
    start = new int[n + 1];
    extended = new byte[n];
    // an argument that grows makes jumps over it longer: until nothing changes
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 0; i < n; i++) {
        start[i + 1] = start[i] + extended[i] + 1 + caches(Opcode.opcode(instructions[i]));
      }
      for (int i = 0; i < n; i++) {
        byte need = extensions(argument(instructions, i));
        if (need > extended[i]) {
          extended[i] = need;
          changed = true;
        }
      }
    }
  }

  /**
   * The number by which {@code dis} knows an instruction. Those of Static Python have numbers that CPython leaves free, in two ranges.
   */
  public static int visible(int opcode) {
    int k = opcode - Opcode.FIRST_STATIC;
    return k < 0 || opcode > Opcode.SECOND ? opcode : k < FREE_LOW_COUNT ? FREE_LOW + k : FREE_HIGH + k - FREE_LOW_COUNT;
  }

  /** The instruction that {@code dis} knows by a number. */
  public static int actual(int number) {
    int k = number >= FREE_HIGH ? number - FREE_HIGH + FREE_LOW_COUNT : number - FREE_LOW;
    boolean free = number >= FREE_HIGH || number >= FREE_LOW && number < FREE_LOW + FREE_LOW_COUNT;
    return free && Opcode.FIRST_STATIC + k <= Opcode.SECOND ? Opcode.FIRST_STATIC + k : number;
  }

  /** Whether what {@code dis} shows of the argument is less than there is. */
  private static boolean isShortened(int opcode) {
    return switch (opcode) {
      case Opcode.PRIMITIVE_BINARY_OP, Opcode.PRIMITIVE_COMPARE_OP, Opcode.PRIMITIVE_UNARY_OP -> true;
      default -> opcode >= Opcode.FIRST_STATIC && opcode <= Opcode.SECOND && Opcode.argKind(opcode) == Opcode.ArgKind.CONST_COUNT;
    };
  }

  private static byte extensions(int arg) {
    return (byte) (arg >>> 8 == 0 ? 0 : arg >>> 16 == 0 ? 1 : arg >>> 24 == 0 ? 2 : 3);
  }

  /** Cache entries behind an instruction. */
  static int caches(int opcode) {
    return switch (opcode) {
      case Opcode.LOAD_ATTR -> 9;
      case Opcode.BINARY_OP -> 5;
      case Opcode.LOAD_GLOBAL, Opcode.STORE_ATTR -> 4;
      case Opcode.CALL, Opcode.CALL_KW, Opcode.TO_BOOL -> 3;
      case Opcode.UNPACK_SEQUENCE, Opcode.COMPARE_OP, Opcode.CONTAINS_OP, Opcode.FOR_ITER, Opcode.LOAD_SUPER_ATTR, Opcode.STORE_SUBSCR,
          Opcode.SEND, Opcode.JUMP_BACKWARD, Opcode.POP_JUMP_IF_TRUE, Opcode.POP_JUMP_IF_FALSE, Opcode.POP_JUMP_IF_NONE,
          Opcode.POP_JUMP_IF_NOT_NONE -> 1;
      default -> 0;
    };
  }

  private static boolean isJump(int opcode) {
    return Opcode.argKind(opcode) == Opcode.ArgKind.JUMP;
  }

  private static boolean isBackward(int opcode) {
    return opcode == Opcode.JUMP_BACKWARD || opcode == Opcode.JUMP_BACKWARD_NO_INTERRUPT || opcode == Opcode.END_ASYNC_FOR;
  }

  private int argument(int[] instructions, int i) {
    int opcode = Opcode.opcode(instructions[i]);
    int arg = Opcode.arg(instructions[i]);
    if (!isJump(opcode)) {
      return !isShortened(opcode) ? arg : Opcode.argKind(opcode) == Opcode.ArgKind.CONST_COUNT ? arg >>> 8 : arg & 0xFF;
    }
    int distance = start[arg] - start[i + 1];
    return isBackward(opcode) ? -distance : distance;
  }

  /** Offset in {@code co_code} of an instruction; -1 for an instruction before the first. */
  public int offset(int instruction) {
    return instruction < 0 ? -1 : 2 * (start[instruction] + extended[instruction]);
  }

  /** The instruction at an offset in {@code co_code}. */
  public int instruction(int offset) {
    if (offset < 0) {
      return -1;
    }
    int at = Arrays.binarySearch(start, offset >> 1);
    return Math.min(at >= 0 ? at : -at - 2, extended.length - 1);
  }

  /** First unit of an instruction; of the one behind the last, the number of units. */
  int startUnit(int instruction) {
    return start[instruction];
  }

  int instructionCount() {
    return extended.length;
  }

  byte[] bytes() {
    int[] instructions = code.instructions();
    byte[] out = new byte[2 * start[extended.length]];
    for (int i = 0; i < extended.length; i++) {
      int at = 2 * start[i];
      int arg = argument(instructions, i);
      for (int k = extended[i]; k > 0; k--) {
        out[at++] = EXTENDED_ARG;
        out[at++] = (byte) (arg >>> 8 * k);
      }
      out[at] = (byte) visible(Opcode.opcode(instructions[i]));
      out[at + 1] = (byte) arg;
    }
    return out;
  }

  /** The instructions that {@link #bytes} of some code stands for. */
  static int[] decode(byte[] bytes) {
    if (bytes.length % 2 != 0) {
      throw Errors.valueError("code: co_code is malformed");
    }
    int units = bytes.length / 2;
    int[] out = new int[units];
    int[] ends = new int[units];
    int[] instructionOf = new int[units + 1];
    int n = 0;
    for (int u = 0; u < units; ) {
      int first = u;
      int arg = bytes[2 * u + 1] & 0xff;
      while ((bytes[2 * u] & 0xff) == EXTENDED_ARG && u + 1 < units) {
        u++;
        arg = arg << 8 | bytes[2 * u + 1] & 0xff;
      }
      int opcode = actual(bytes[2 * u] & 0xff);
      if (isShortened(opcode)) {
        throw Errors.notImplementedError("code objects of Static Python cannot be made from co_code");
      }
      u += 1 + caches(opcode);
      for (int k = first; k < Math.min(u, units); k++) {
        instructionOf[k] = n;
      }
      ends[n] = u;
      out[n++] = Opcode.instruction(opcode, arg);
    }
    instructionOf[units] = n;
    for (int i = 0; i < n; i++) {
      int opcode = Opcode.opcode(out[i]);
      if (isJump(opcode)) {
        int arg = Opcode.arg(out[i]);
        int target = ends[i] + (isBackward(opcode) ? -arg : arg);
        if (target < 0 || target > units) {
          throw Errors.valueError("code: co_code is malformed");
        }
        out[i] = Opcode.instruction(opcode, instructionOf[target]);
      }
    }
    return Arrays.copyOf(out, n);
  }

  // ---- tables in units

  /** {@code co_linetable}: the position table stretched to units. */
  byte[] lineTable() {
    PositionTable.Writer out = new PositionTable.Writer(code.firstLine);
    PositionTable.Reader in = new PositionTable.Reader(code.positions(), code.firstLine);
    while (in.next()) {
      for (int i = in.start; i < Math.min(in.end, extended.length); i++) {
        out.add(start[i + 1] - start[i], in.line, in.endLine, in.column, in.endColumn);
      }
    }
    return out.finish();
  }

  /** The position table for {@code instructions} from a {@code co_linetable}. */
  static byte[] positions(byte[] lineTable, int firstLine, CodeLayout layout) {
    PositionTable.Writer out = new PositionTable.Writer(firstLine);
    PositionTable.Reader in = new PositionTable.Reader(lineTable, firstLine);
    int i = 0;
    while (in.next()) {
      for (; i < layout.instructionCount() && layout.start[i] < in.end; i++) {
        out.add(1, in.line, in.endLine, in.column, in.endColumn);
      }
    }
    return out.finish();
  }

  /** {@code co_exceptiontable}: start, length, target, depth and lasti of each range, as 6-bit groups, high ones first. */
  byte[] exceptionTable() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] t = code.exceptionTable();
    for (int i = 0; i < t.length; i += 5) {
      varint(out, start[t[i]], 0x80);
      varint(out, start[t[i + 1]] - start[t[i]], 0);
      varint(out, start[t[i + 2]], 0);
      varint(out, t[i + 3] << 1 | t[i + 4], 0);
    }
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int value, int mark) {
    for (int shift = 24; shift > 0; shift -= 6) {
      if (value >>> shift != 0) {
        out.write(mark | 0x40 | value >>> shift & 0x3f);
        mark = 0;
      }
    }
    out.write(mark | value & 0x3f);
  }

  /** The exception table that {@link #exceptionTable} gave, read back against this layout. */
  int[] readExceptionTable(byte[] bytes) {
    int[] out = new int[bytes.length * 5 / 4 + 5];
    int n = 0;
    int[] at = {0};
    while (at[0] < bytes.length) {
      int first = readVarint(bytes, at);
      int length = readVarint(bytes, at);
      int target = readVarint(bytes, at);
      int depth = readVarint(bytes, at);
      out[n++] = instruction(2 * first);
      out[n++] = first + length >= start[extended.length] ? extended.length : instruction(2 * (first + length));
      out[n++] = instruction(2 * target);
      out[n++] = depth >> 1;
      out[n++] = depth & 1;
    }
    return Arrays.copyOf(out, n);
  }

  private static int readVarint(byte[] bytes, int[] at) {
    int value = 0;
    while (at[0] < bytes.length) {
      int b = bytes[at[0]++];
      value = value << 6 | b & 0x3f;
      if ((b & 0x40) == 0) {
        break;
      }
    }
    return value;
  }
}
