package dev.tuff.jit.build;

/** How much becomes one unit: what is tried, in this order, until it is not too long. */
public enum Extent {
  WITH_CALLS(true, false),
  /** The loop that the unit is entered at; behind it the interpreter goes on. */
  LOOP_WITH_CALLS(true, true),
  WHOLE(false, false),
  LOOP(false, true);

  /** Whether calls may be inlined; whether the unit is just a loop. */
  public final boolean inlines;
  public final boolean loop;

  Extent(boolean inlines, boolean loop) {
    this.inlines = inlines;
    this.loop = loop;
  }
}
