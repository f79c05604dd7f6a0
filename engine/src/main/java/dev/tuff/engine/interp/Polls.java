package dev.tuff.engine.interp;

import dev.tuff.engine.core.ThreadState;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * How a compiled loop without a frame notices that somebody wants its thread. Most programs interrupt no thread, so there is nothing to read until
 * the first does: HotSpot throws away what it compiled without, and from then on the thread's flag is read. A read of a volatile field in a
 * tight loop costs little by itself, but nothing is moved out of the loop past it.
 */
public final class Polls {
  private static final MethodHandle READ;

  static {
    try {
      READ = MethodHandles.lookup().findStatic(Polls.class, "isInterrupted", MethodType.methodType(boolean.class, ThreadState.class));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private final MutableCallSite site =
      new MutableCallSite(MethodHandles.dropArguments(MethodHandles.constant(boolean.class, false), 0, ThreadState.class));

  private boolean reads;

  private static boolean isInterrupted(ThreadState ts) {
    return ts.interrupted;
  }

  /** Thread state to whether it is interrupted. */
  public CallSite site() {
    return site;
  }

  /** A thread is interrupted, for the first time perhaps. */
  public synchronized void arm() {
    if (!reads) {
      reads = true;
      site.setTarget(READ);
      MutableCallSite.syncAll(new MutableCallSite[] {site});
    }
  }
}
