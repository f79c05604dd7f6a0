package dev.tuff.jit;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.jit.build.StackUse;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often compiled code went back to the interpreter: by function, line and reason. */
public final class Deopts {
  /**
   * What is counted as one.
   *
   * @param reason in CinderX's words
   * @param description in words about the program
   * @param guilty the type of the value that had not been expected; "None" if it is not about one
   */
  public record Place(String qualname, String file, int line, String reason, String description, String guilty) {}

  private final Map<Place, int[]> counts = new LinkedHashMap<>();

  /** Counts one: the frame stands before that instruction, or an earlier one. */
  Place add(PyFrame frame, PyCode code, int instruction, String why) {
    String guilty = frame.code == code && frame.lasti == instruction - 1 ? guilty(frame, instruction, why) : "None";
    Place p = new Place(code.code.qualname, code.code.filename, code.code.line(instruction), reason(why), description(why), guilty);
    synchronized (counts) {
      counts.computeIfAbsent(p, k -> new int[1])[0]++;
    }
    return p;
  }

  /** What was counted since it was cleared. */
  public Map<Place, int[]> counts() {
    synchronized (counts) {
      return new LinkedHashMap<>(counts);
    }
  }

  public void clear() {
    synchronized (counts) {
      counts.clear();
    }
  }

  private static String reason(String why) {
    return switch (why) {
      case "CHECK_BOUND" -> "UnhandledUnboundLocal";
      case "LOAD_CELL" -> "UnhandledUnboundFreevar";
      case "HANDLER" -> "UnhandledException";
      case "POLL" -> "PeriodicTaskFailure";
      default -> "GuardFailure";
    };
  }

  /** What an operation that could not go on, or another reason, means for the program. */
  static String description(String why) {
    return switch (why) {
      case "UNBOX_LONG" -> "a value was no int of 64 bits";
      case "UNBOX_DOUBLE" -> "a value was no float";
      case "LOOP_LONG", "LOOP_DOUBLE" -> "a local was no number when a loop began, and is one in its later turns";
      case "TO_DOUBLE", "EXACT_DOUBLE" -> "a value was no number that is a float";
      case "ADD_LONG", "SUBTRACT_LONG", "MULTIPLY_LONG", "LSHIFT_LONG", "POWER_LONG", "ABS_LONG" -> "an int became larger than 64 bits";
      case "FLOOR_DIVIDE_LONG", "REMAINDER_LONG", "DIVIDE_LONG", "DIVIDE_DOUBLE", "FLOOR_DIVIDE_DOUBLE", "REMAINDER_DOUBLE" ->
          "a divisor was zero or negative";
      case "RSHIFT_LONG" -> "a shift was not by 0 to 63 bits";
      case "CHECK_LIST" -> "what was indexed was no list";
      case "GET_ITEM", "SET_ITEM", "STORE_FLOAT", "STORE_INT" -> "the index was out of range";
      case "FLOAT_ITEM" -> "an item was no float, or the index out of range";
      case "INT_ITEM" -> "an item was no int of 64 bits, or the index out of range";
      case "NEXT_FLOAT", "NEXT_INT" -> "an item was of another type than the others";
      case "CHECK_BOUNDS" -> "a range began or ended beyond 2**61";
      case "POWER_DOUBLE", "TRUNCATE", "MATH" -> "the result was no ordinary number";
      case "CHECK_BOUND" -> "a local variable had no value";
      case "LOAD_CELL" -> "a variable of an enclosing function had no value";
      case "CHECK_CLASS" -> "an iterator was of another type";
      case "CHECK_SAME", "CHECK_GLOBAL" -> "a global was bound anew";
      case "CHECK_METHOD", "CHECK_CLASS_ATTRIBUTE", "CHECK_SHAPE", "CHECK_VERSION", "CHECK_FAMILY" -> "an object had another class, or its class was changed";
      case "CHECK_CODE", "CHECK_DEFAULTS", "CHECK_INIT" -> "a function that is inlined was changed";
      case "CHECK_SMALL" -> "a number that indices in a loop are computed of was 2**28 or more";
      case "CHECK_TUPLE" -> "what was unpacked was no tuple of that length";
      case "TUPLE_ITEM" -> "what was indexed was no tuple, or the index was out of range";
      case "QUICK_NEXT", "ENUMERATE_ITEM", "DICT_KEY", "ZIP_FIRST" -> "an iterator needed Python code for its next item";
      case "UNSEEN" -> "it came to code that had never run before";
      case "HANDLER" -> "an exception went to a handler that had never run before";
      case "STAY" -> "the interpreter often did an instruction, and knows more about it by now";
      case "TRIAL" -> "it was compiled before it had run, and has run by now";
      case "POLL" -> "a tool looks on, a signal came, or a local was set from outside";
      default -> "its operation was not for these values: " + why.toLowerCase(java.util.Locale.ROOT);
    };
  }

  /** The first operand of the instruction that is not what the operation wants, by the values on the frame's stack. */
  private static String guilty(PyFrame frame, int instruction, String why) {
    Class<?> wanted = switch (why) {
      case "UNBOX_LONG" -> Long.class;
      case "UNBOX_DOUBLE" -> Double.class;
      default -> null;
    };
    boolean about = wanted != null || why.startsWith("CHECK_") && !why.equals("CHECK_BOUND") && !why.equals("CHECK_GLOBAL") && !why.equals("CHECK_SMALL");
    if (!about) {
      return "None";
    }
    int word = frame.code.instructions[instruction] & Integer.MAX_VALUE;
    int operands = Math.max(1, StackUse.pops(Opcode.parent(Opcode.opcode(word)), word >>> 8));
    for (int i = Math.max(0, frame.sp - operands); i < frame.sp; i++) {
      Object o = frame.fast[i];
      if (o != null && (wanted == null || !wanted.isInstance(o))) {
        return Py.typeOf(o).name();
      }
    }
    return "None";
  }
}
