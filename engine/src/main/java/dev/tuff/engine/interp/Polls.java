package dev.tuff.engine.interp;

import dev.tuff.engine.core.Interpreter;
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

  private final MutableCallSite tools = new MutableCallSite(MethodHandles.constant(boolean.class, false));
  private final MutableCallSite recursionLimit;
  private boolean reads;
  private boolean watched;

  private Polls(int recursionLimit) {
    this.recursionLimit = new MutableCallSite(MethodHandles.constant(int.class, recursionLimit));
  }

  /** How deep calls may be. */
  public CallSite recursionLimit() {
    return recursionLimit;
  }

  /** Sets how deep calls of an interpreter may be. */
  public static void setRecursionLimit(Interpreter interpreter, int limit) {
    synchronized (interpreter) {
      interpreter.recursionLimit = limit;
      if (interpreter.polls != null) {
        interpreter.polls.recursionLimit.setTarget(MethodHandles.constant(int.class, limit));
        MutableCallSite.syncAll(new MutableCallSite[] {interpreter.polls.recursionLimit});
      }
    }
  }

  /** Those of an interpreter, from now on. */
  public static Polls of(Interpreter interpreter) {
    synchronized (interpreter) {
      if (interpreter.polls == null) {
        interpreter.polls = new Polls(interpreter.recursionLimit);
        if (interpreter.instrumentation != null) {
          interpreter.polls.watch();
        }
      }
      return interpreter.polls;
    }
  }

  private static boolean isInterrupted(ThreadState ts) {
    return ts.interrupted;
  }

  /** Thread state to whether it is interrupted. */
  public CallSite site() {
    return site;
  }

  /** Whether any tool has ever looked on; calls without a frame need not ask before. */
  public CallSite tools() {
    return tools;
  }

  /** One does. */
  synchronized void watch() {
    if (!watched) {
      watched = true;
      tools.setTarget(MethodHandles.constant(boolean.class, true));
      MutableCallSite.syncAll(new MutableCallSite[] {tools});
    }
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
