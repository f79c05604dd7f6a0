package dev.tuff.jit.build;

import dev.tuff.jit.hir.InlinedCalls;

/** How much becomes one unit: what is tried, in this order, until it is not too long. */
public enum Extent {
  WITH_CALLS(1, false),
  WITH_FEWER_CALLS(3, false),
  /** The loop that the unit is entered at; behind it the interpreter goes on. */
  LOOP_WITH_CALLS(1, true),
  WHOLE(0, false),
  LOOP(0, true);

  /** By what the limit for a unit with inlined calls is divided; 0 for no inlined calls. */
  private final int share;

  /** Whether the unit is just a loop. */
  public final boolean loop;

  Extent(int share, boolean loop) {
    this.share = share;
    this.loop = loop;
  }

  /** Whether calls may be inlined. */
  public boolean inlines() {
    return share > 0;
  }

  /** What may be inlined, of what the settings say. */
  InlinedCalls.Limits limits(InlinedCalls.Limits all) {
    return inlines() ? new InlinedCalls.Limits(all.unit() / share, all.callee(), all.depth()) : InlinedCalls.Limits.NONE;
  }
}
