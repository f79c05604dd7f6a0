package dev.tuff.jit.build;

import dev.tuff.jit.hir.InlinedCalls;

/** How much is inlined in one unit: what is tried, in this order, until it is not too long. */
public enum Extent {
  WITH_CALLS(1, Extent.ROOMY),
  WITH_FEWER_CALLS(2, Extent.ROOMY),
  LONG_WITH_CALLS(1, Extent.HOTSPOT_LIMIT),
  LONG_WITH_FEW_CALLS(4, Extent.HOTSPOT_LIMIT),
  WITHOUT_CALLS(0, Extent.HOTSPOT_LIMIT);

  /** HotSpot compiles no longer methods. */
  private static final int HOTSPOT_LIMIT = 8_000;

  /** Nor does it compile more than that at once: what a unit leaves of it is for the methods that it calls. */
  private static final int ROOMY = 3_800;

  /** By what the limit for a unit with inlined calls is divided; 0 for no inlined calls. */
  private final int share;

  /** How many bytes a method of the unit may have. */
  public final int maxBytes;

  Extent(int share, int maxBytes) {
    this.share = share;
    this.maxBytes = maxBytes;
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
