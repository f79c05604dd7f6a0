package dev.tuff.engine.iter;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.PyException;

/** {@code zip(strict=True)} and {@code map(strict=True)}: the errors when the arguments end at different items. */
final class StrictLengths {
  private StrictLengths() {}

  /** Argument {@code ended} (from 0) has just ended. Returns if all others have too. */
  static void check(String function, Object[] iterators, int ended) {
    if (ended > 0) {
      throw error(function, ended, "shorter");
    }
    for (int i = 1; i < iterators.length; i++) {
      if (Iteration.next(iterators[i]) != null) {
        throw error(function, i, "longer");
      }
    }
  }

  private static PyException error(String function, int i, String how) {
    return Errors.valueError(function + "() argument " + (i + 1) + " is " + how + " than argument" + (i == 1 ? " 1" : "s 1-" + i));
  }

  static Object[] iterators(Object[] iterables, int from) {
    Object[] its = new Object[iterables.length - from];
    for (int i = 0; i < its.length; i++) {
      its[i] = Iteration.iter(iterables[from + i]);
    }
    return its;
  }
}
