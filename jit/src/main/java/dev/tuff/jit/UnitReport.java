package dev.tuff.jit;

import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.jit.hir.Op;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the compiler tells of a unit: {@link CompiledCode#report}.
 *
 * @param entry the instruction that it begins at
 * @param loop whether it is just the loop there
 * @param operations how many of each operation the final HIR has
 * @param inlined the functions that became part of it, once for each call
 * @param notInlined for each reason the functions whose calls did not
 * @param left for each line the instructions that the interpreter does for it
 * @param classBytes the size of its class file; {@code codeBytes} of the longest method in it
 * @param frameBytes of its JVM frame, locals and operands, as long as HotSpot has not compiled it; {@code localBytes} those of the locals
 * @param nanos how long compiling took
 */
public record UnitReport(int entry, boolean loop, Map<Op, Integer> operations, List<String> inlined, Map<String, Set<String>> notInlined,
    Map<Integer, Set<String>> left, int classBytes, int codeBytes, int frameBytes, int localBytes, long nanos) {
  public static UnitReport of(CompiledCode unit) {
    return (UnitReport) unit.report;
  }
}
