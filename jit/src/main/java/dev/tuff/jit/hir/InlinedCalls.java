package dev.tuff.jit.hir;

import dev.tuff.engine.function.PyFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which calls of a unit became part of it, which did not and why, and the limits for that. */
public final class InlinedCalls {
  /**
   * How much may be inlined.
   *
   * @param unit instructions of a unit with all that is inlined
   * @param callee instructions of an inlined function
   * @param depth of calls in inlined functions
   */
  public record Limits(int unit, int callee, int depth) {
    /** HotSpot compiles 8,000 bytes. */
    public static final Limits DEFAULT = new Limits(400, 100, 6);
    public static final Limits NONE = new Limits(0, 0, 0);
  }

  public final Limits limits;

  /** Names as {@code module:qualname}, of the inlined calls, and for each reason of the others. */
  public final List<String> done = new ArrayList<>();
  public final Map<String, Set<String>> refused = new TreeMap<>();

  public InlinedCalls(Limits limits) {
    this.limits = limits;
  }

  public void refuse(PyFunction fn, String reason) {
    refused.computeIfAbsent(reason, k -> new TreeSet<>()).add(name(fn));
  }

  /** A function as lists and statistics name it. */
  public static String name(PyFunction fn) {
    Object module = fn.globals.getStr("__name__");
    return (module instanceof String m ? m : "?") + ":" + fn.qualname();
  }
}
