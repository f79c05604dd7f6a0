package dev.tuff.typed;

import java.util.List;

/**
 * How a static module runs, place by place, as its instructions say.
 *
 * @param operations in order of their places
 * @param functions what each function's code consists of; the module's own code first
 */
public record Explanation(String file, String module, List<String> lines, List<Operation> operations, List<Function> functions) {
  /** ORDER: from the best to the worst; a line is as its worst operation. */
  public enum Mode {
    /** On machine numbers, slots by their place, callees that are known. */
    RAW("raw"),
    /** As raw, behind a check that a value is what is declared. */
    CHECKED("checked"),
    /** By the ordinary instructions of Python: looked up and dispatched when it runs. */
    DYNAMIC("dynamic");

    public final String word;

    Mode(String word) {
      this.word = word;
    }
  }

  /**
   * An instruction that works, at its place: lines and columns from 1, columns in code points, the end exclusive.
   *
   * @param what what happens
   * @param reason why it is so, of what is not raw; else null
   * @param remedy what would make it typed; null if nothing would, or it is
   */
  public record Operation(int line, int column, int endLine, int endColumn, Mode mode, String instruction, String what, String reason,
      String remedy) {}

  /** How many of a function's instructions work in which way. */
  public record Function(String name, int line, int raw, int checked, int dynamic) {
    /** Hundredths that are not dynamic; 100 if nothing works. */
    public int typed() {
      int all = raw + checked + dynamic;
      return all == 0 ? 100 : (int) Math.floor(100.0 * (raw + checked) / all);
    }
  }
}
