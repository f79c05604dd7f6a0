package dev.tuff.engine.reference;

import dev.tuff.engine.core.ThreadState;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latest {@link Finalizable} objects. The JVM's finalisers alone can bring a dead object back, and they are dear: an object gets a guard
 * that has one only if it is still unfinished when it leaves here, pushed out by others or because of a collection.
 */
final class Watched {
  /** A power of two: enough that what is used at once and finished never leaves unfinished, a program's many tasks among it. */
  private static final int SIZE = 1024;

  /** Stands where there is none, so that HotSpot learns nothing from the first thousand that is wrong for all others. */
  private static final Finalizable NOBODY = new Finalizable() {
    @Override
    public boolean isUnfinished() {
      return false;
    }

    @Override
    public void keep(Object guard) {
      throw new IllegalStateException("nobody dies");
    }

    @Override
    public void die(ThreadState ts) {
      throw new IllegalStateException("nobody dies");
    }
  };

  /** Of {@link Finalizable}: storing into an array of an interface's would check each time. */
  private final Object[] latest = new Object[SIZE];
  private int next;

  /** Whether there has been a collection since {@link #forgetFinished}. */
  private boolean collected;
  private long guards;

  /** The guards that the JVM has not finalised: it clears all that it finds dead together at once, and finalises one after another. */
  private final Set<WeakReference<Guard>> standing = ConcurrentHashMap.newKeySet();

  Watched() {
    Arrays.fill(latest, NOBODY);
  }

  /** Dies with the object that keeps it. */
  final class Guard {
    private final References references;
    private final WeakReference<Guard> self = new WeakReference<>(this);
    final Finalizable object;

    /** What is found dead together dies oldest first, as if it had died when it was lost. */
    final long number;

    Guard(References references, Finalizable object, long number) {
      this.references = references;
      standing.add(self);
      this.object = object;
      this.number = number;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      if (object.isUnfinished()) {
        references.addDead(this);
      }
      standing.remove(self);
    }
  }

  /** Called all the time, so without a lock while there is one thread; then only this one writes into the array. */
  void add(References references, Finalizable o) {
    if (ThreadState.shared) {
      synchronized (this) {
        put(references, o);
      }
    } else {
      put(references, o);
    }
  }

  private void put(References references, Finalizable o) {
    if (collected) {
      collected = false;
      forgetFinished();
    }
    int i = next++ & SIZE - 1;
    Finalizable before = (Finalizable) latest[i];
    latest[i] = o;
    guard(references, before);
  }

  /** Lets go of all. */
  synchronized void release(References references) {
    for (int i = 0; i < SIZE; i++) {
      int at = next + i & SIZE - 1;
      Finalizable o = (Finalizable) latest[at];
      latest[at] = NOBODY;
      guard(references, o);
    }
  }

  /** What is finished need not be kept until others push it out. */
  private void forgetFinished() {
    for (int i = 0; i < SIZE; i++) {
      if (!((Finalizable) latest[i]).isUnfinished()) {
        latest[i] = NOBODY;
      }
    }
  }

  /** After a collection, in a thread of its own: whether there is anything that may have died unfinished. */
  synchronized boolean isAnyUnfinished() {
    collected = true;
    for (Object o : latest) {
      if (((Finalizable) o).isUnfinished()) {
        return true;
      }
    }
    return false;
  }

  /** Those that are still here, oldest first. */
  synchronized Finalizable[] all() {
    Finalizable[] out = new Finalizable[SIZE];
    for (int i = 0; i < SIZE; i++) {
      out[i] = (Finalizable) latest[next + i & SIZE - 1];
    }
    return out;
  }

  private void guard(References references, Finalizable o) {
    if (o.isUnfinished()) {
      o.keep(new Guard(references, o, guards++));
    }
  }

  /** Waits until the JVM has finalised every guard that it has found dead, for at most so many milliseconds. */
  void awaitFinalised(long most) {
    long end = System.nanoTime() + most * 1_000_000;
    try {
      while (isAnyUnderWay() && System.nanoTime() < end) {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isAnyUnderWay() {
    for (WeakReference<Guard> g : standing) {
      if (g.refersTo(null)) {
        return true;
      }
    }
    return false;
  }
}
