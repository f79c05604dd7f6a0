package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks what the interpreter relies on: known opcodes, arguments and jumps in range, one stack depth at each instruction on all
 * ways to it, no way off the end, sane exception and position tables. Used in tests over everything that is compiled.
 */
public final class CodeVerifier {
  private static final int UNSEEN = -1;

  private final Code code;
  private final int[] instructions;
  private final int[] depths;
  private final List<String> problems = new ArrayList<>();
  private final ArrayDeque<Integer> todo = new ArrayDeque<>();

  private CodeVerifier(Code code) {
    this.code = code;
    this.instructions = code.instructions();
    this.depths = new int[instructions.length];
    Arrays.fill(depths, UNSEEN);
  }

  /** The problems of a code object and of those nested in it; empty if it is sound. */
  public static List<String> verify(Code code) {
    CodeVerifier verifier = new CodeVerifier(code);
    verifier.run();
    List<String> problems = verifier.problems;
    for (Object constant : code.consts()) {
      if (constant instanceof Code nested) {
        problems.addAll(verify(nested));
      }
    }
    return problems;
  }

  /** Height of the operand stack before each instruction; -1 for one that is never reached. */
  public static int[] depths(Code code) {
    CodeVerifier verifier = new CodeVerifier(code);
    verifier.checkDepths();
    return verifier.depths;
  }

  private void problem(int at, String message) {
    String where = at < 0 ? "" : " at " + at + " " + Opcode.name(Opcode.opcode(instructions[at]));
    problems.add(code.qualname + " line " + code.firstLine + where + ": " + message);
  }

  private void run() {
    if (instructions.length == 0) {
      problem(-1, "no instructions");
      return;
    }
    checkArguments();
    checkExceptionTable();
    checkPositions();
    if (problems.isEmpty()) {
      checkDepths();
    }
  }

  private void checkArguments() {
    for (int i = 0; i < instructions.length; i++) {
      int op = Opcode.opcode(instructions[i]);
      int arg = Opcode.arg(instructions[i]);
      if (Opcode.name(op) == null) {
        problems.add(code.qualname + ": unknown opcode " + op + " at " + i);
        continue;
      }
      int limit = switch (Opcode.argKind(op)) {
        case NO_ARG -> 1;
        case CONST -> code.consts().length;
        case CONST_COUNT -> code.consts().length << 8;
        case NAME -> code.names().length;
        case NAME_LOW -> code.names().length << 1;
        case NAME_LOW2 -> code.names().length << 2;
        case LOCAL, FREE -> code.localsPlusNames.length;
        case LOCAL_LOCAL -> 256;
        case JUMP -> instructions.length;
        case BINARY -> BinaryOp.NB_SUBSCR + 1;
        case INVERT -> 2;
        case INTRINSIC_1 -> Intrinsic.TYPEALIAS + 1;
        case INTRINSIC_2 -> Intrinsic.SET_TYPEPARAM_DEFAULT + 1;
        case COMMON_CONSTANT -> Intrinsic.CONSTANT_ANY + 1;
        case SPECIAL -> Intrinsic.SPECIAL_AEXIT + 1;
        case COMPARE, OPARG -> Integer.MAX_VALUE;
      };
      if (arg < 0 || arg >= limit) {
        problem(i, "argument " + arg + " is not below " + limit);
      }
      if (Opcode.argKind(op) == ArgKind.LOCAL_LOCAL && Math.max(arg >> 4, arg & 15) >= code.localsPlusNames.length) {
        problem(i, "local out of range");
      }
    }
  }

  private void checkExceptionTable() {
    int[] table = code.exceptionTable();
    int end = 0;
    for (int i = 0; i < table.length; i += 5) {
      if (table[i] < end || table[i + 1] <= table[i] || table[i + 1] > instructions.length) {
        problem(-1, "exception range " + table[i] + " to " + table[i + 1]);
      }
      if (table[i + 2] < 0 || table[i + 2] >= instructions.length || table[i + 3] < 0) {
        problem(-1, "exception handler " + table[i + 2] + " depth " + table[i + 3]);
      }
      end = table[i + 1];
    }
  }

  private void checkPositions() {
    PositionTable.Reader reader = new PositionTable.Reader(code.positions(), code.firstLine);
    int end = 0;
    while (reader.next()) {
      end = reader.end;
    }
    if (end != instructions.length) {
      problem(-1, "positions for " + end + " of " + instructions.length + " instructions");
    }
  }

  private void checkDepths() {
    reach(0, 0, 0);
    while (!todo.isEmpty()) {
      follow(todo.pop());
    }
  }

  private void follow(int start) {
    int i = start;
    while (true) {
      int op = Opcode.opcode(instructions[i]);
      int arg = Opcode.arg(instructions[i]);
      int depth = depths[i];
      checkHandler(i, depth);
      int after = depth + Opcode.stackEffect(op, arg);
      if (after < 0 || after > code.stackSize) {
        problem(i, "stack depth " + after + " of " + code.stackSize);
        return;
      }
      boolean jumps = Opcode.isJump(op);
      if (jumps && op != END_ASYNC_FOR) {
        reach(i, arg, after);
      }
      boolean ends = Pseudo.exitsScope(op) || Pseudo.isUnconditionalJump(op);
      if (ends) {
        return;
      }
      if (i + 1 == instructions.length) {
        problem(i, "runs off the end");
        return;
      }
      if (depths[i + 1] != UNSEEN) {
        reach(i, i + 1, after);
        return;
      }
      depths[i + 1] = after;
      i++;
    }
  }

  /** An instruction that may raise must leave what its handler expects on the stack. */
  private void checkHandler(int at, int depth) {
    int[] table = code.exceptionTable();
    for (int i = 0; i < table.length; i += 5) {
      if (at >= table[i] && at < table[i + 1]) {
        if (depth < table[i + 3]) {
          problem(at, "stack depth " + depth + " below that of its handler, " + table[i + 3]);
        }
        reach(at, table[i + 2], table[i + 3] + 1 + table[i + 4]);
      }
    }
  }

  private void reach(int from, int target, int depth) {
    if (depths[target] == UNSEEN) {
      depths[target] = depth;
      todo.push(target);
    } else if (depths[target] != depth) {
      problem(from, "reaches " + target + " with stack depth " + depth + " where it is " + depths[target]);
    }
  }
}
