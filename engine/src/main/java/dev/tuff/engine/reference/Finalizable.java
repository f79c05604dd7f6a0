package dev.tuff.engine.reference;

import dev.tuff.engine.core.ThreadState;

/**
 * An object that may have something left to do when the program has lost it: a suspended generator has a {@code finally}, a coroutine was
 * never awaited. Such an object is told to {@link References#watch} once that is so; most are finished soon after, and then cost nothing
 * more.
 */
public interface Finalizable {
  /** Whether there would be something to do if it died now. */
  boolean isUnfinished();

  /** Takes what is to be kept as long as the object lives. */
  void keep(Object guard);

  /** Does what is left to do: the program has lost the object. Reports its own errors. */
  void die(ThreadState ts);
}
