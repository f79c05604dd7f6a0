package dev.tuff.jit.passes;

import dev.tuff.jit.hir.Graph;
import java.util.function.Consumer;

/** The passes over the HIR, in the order in which they run. */
public enum Pass {
  SIMPLE_PHIS(SimplePhis::run),
  BARE_ITEMS(BareItems::run),
  RANGE_LOOPS(RangeLoops::run),
  RESUME_EARLIER(ResumeEarlier::run),
  REUSE_VALUES(ReuseValues::run),
  UNUSED_NUMBERS(UnusedNumbers::run),
  UNBOX_PHIS(UnboxPhis::run),
  SIMPLIFY(Simplify::run),
  NUMBER_VALUES(NumberValues::run),
  NARROW_LOOPS(NarrowLoops::run),
  REMOVE_DEAD(RemoveDead::run),
  JOIN_TEXT(JoinText::run),
  SINK_BOXES(SinkBoxes::run),
  FIND_QUIET_POLLS(Loops::findQuietPolls);

  private final Consumer<Graph> action;

  Pass(Consumer<Graph> action) {
    this.action = action;
  }

  public void run(Graph graph) {
    action.accept(graph);
  }
}
