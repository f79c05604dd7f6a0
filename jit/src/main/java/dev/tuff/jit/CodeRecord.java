package dev.tuff.jit;

import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.CompiledCode;
import java.lang.ref.WeakReference;

/** What the JIT remembers of a code object, whether it is compiled or not: {@link PyCode#tierState}. */
public final class CodeRecord {
  /** {@code jit_suppress}: not to be compiled. */
  public volatile boolean suppressed;

  /** The program has asked for it to be compiled: if its units are given up, it is again at once. */
  public volatile boolean asked;

  /** To be compiled at the next call, whatever the threshold is. */
  public volatile boolean lazy;

  /** Why it is interpreted, in words for a Python programmer; null if nothing is known against compiling it. */
  public volatile String reason;

  /** How long compiling it has taken so far, in nanoseconds, with units that were given up. */
  public volatile long nanos;

  /** How many calls and turns of loops the interpreter had counted when a unit was wanted first; -1 until then. */
  public volatile long counted = -1;

  /** How often its units were given up. */
  public volatile int givenUp;

  /** The units that {@code disable(deopt_all=True)} has taken away; null for none. */
  CompiledCode[] aside;

  /** A function that the code belongs to. */
  private volatile WeakReference<PyFunction> function;

  public static CodeRecord of(PyCode code) {
    if (code.tierState instanceof CodeRecord r) {
      return r;
    }
    synchronized (code) {
      if (code.tierState == null) {
        code.tierState = new CodeRecord();
      }
      return (CodeRecord) code.tierState;
    }
  }

  synchronized void took(long more) {
    nanos += more;
  }

  void belongsTo(PyFunction fn) {
    if (fn != null && function() == null) {
      function = new WeakReference<>(fn);
    }
  }

  public PyFunction function() {
    WeakReference<PyFunction> f = function;
    return f == null ? null : f.get();
  }
}
