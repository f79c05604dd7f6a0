package dev.tuff.engine.reference;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.core.Unraisable;
import dev.tuff.engine.interp.DeadOperands;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The weak references of an interpreter, and what is to be run for objects that the collector found dead: callbacks of weak references and
 * {@code __del__} methods. Both wait in queues for {@link #run}, which the interpreter calls at safe points and {@code gc.collect()} after
 * a collection.
 */
public final class References {
  /** The Java side of one weak reference or proxy. */
  static final class Link extends WeakReference<Object> {
    private final PyObject owner;
    private Object callback;

    /** Callbacks of one object are called newest first. */
    private final long number;

    Link(PyObject owner, Object referent, Object callback, ReferenceQueue<Object> queue, long number) {
      super(referent, queue);
      this.number = number;
      this.owner = owner;
      this.callback = callback;
    }

    Object callback() {
      return callback;
    }
  }

  /** An object by identity, without keeping it. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object o, ReferenceQueue<Object> queue) {
      super(o, queue);
      hash = System.identityHashCode(o);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof Key k && k.get() != null && k.get() == get();
    }
  }

  private final Map<Key, List<WeakReference<PyObject>>> byReferent = new HashMap<>();
  private final ReferenceQueue<Object> deadKeys = new ReferenceQueue<>();
  private final ReferenceQueue<Object> deadLinks = new ReferenceQueue<>();
  /** What has been taken out of {@link #deadLinks} already; its lock keeps the two together. */
  private final List<Link> deadFound = new ArrayList<>();
  private final ConcurrentLinkedQueue<PyObject> finalizable = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Watched.Guard> lost = new ConcurrentLinkedQueue<>();
  private final Watched watched = new Watched();
  private volatile boolean waiting;

  /** How many finalizers {@link #run} has run: these, unlike callbacks, leave objects that only the next collection can free. */
  private int finalized;

  /** After a collection that found nothing to run at last; null after others. */
  private Settled settled;

  /** Whether {@link #run} is under way. */
  private final AtomicBoolean running = new AtomicBoolean();

  /** Whether there has been an instance with {@code __del__}. */
  volatile boolean finalizers;

  /** Whether there has been a weak reference with a callback. */
  private volatile boolean callbacks;

  private long links;

  private static final long SMALL_HEAP = 256L << 20;

  /** Milliseconds that a collection waits for the JVM to say what it found dead: it takes less than one, unless others have the processors. */
  private static final long MAX_WAIT = 1000;

  /** Milliseconds after a collection within which the JVM's handler passes on the first reference that it cleared. */
  private static final long HANDOVER = 5;

  /** The thread that runs what the dead left. */
  private final ThreadState runner = ThreadState.current();

  public References() {
    GcSentinel.plant(this);
  }

  /**
   * After each collection of the JVM. Programs with nothing for {@link #run} are left in peace: a loop that is interrupted for the first time
   * costs HotSpot its machine code.
   */
  void afterCollection() {
    boolean left = watched.isAnyUnfinished();
    if (callbacks) {
      try {
        synchronized (deadFound) {
          // the JVM's handler has just begun to hand over what died
          Reference<?> dead = deadLinks.remove(HANDOVER);
          if (dead != null) {
            deadFound.add((Link) dead);
            left = true;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (left) {
      announce();
    }
  }

  /** Asks the interpreter to {@link #run} at its next safe point. */
  private void announce() {
    waiting = true;
    // no reason for a loop that only counts to stop
    runner.interrupted = true;
  }

  /** Makes the link of a new weak reference. Only those with a callback are told of the referent's death. */
  Link link(PyObject owner, Object referent, Object callback) {
    Link link = new Link(owner, referent, callback, callback == null ? null : deadLinks, links++);
    callbacks |= callback != null;
    synchronized (byReferent) {
      drop();
      byReferent.computeIfAbsent(new Key(referent, deadKeys), k -> new ArrayList<>(1)).add(new WeakReference<>(owner));
    }
    return link;
  }

  /** Forgets the entries of dead objects. The caller holds the lock of the map. */
  private void drop() {
    for (Reference<?> k; (k = deadKeys.poll()) != null; ) {
      byReferent.remove(k);
    }
  }

  /** The living weak references to an object: the canonical one, the canonical proxy, then the others, newest first. */
  public Object[] of(Object referent) {
    synchronized (byReferent) {
      List<WeakReference<PyObject>> list = byReferent.get(new Key(referent, null));
      if (list == null) {
        return new Object[0];
      }
      list.removeIf(r -> r.get() == null);
      List<Object> alive = new ArrayList<>(list.size());
      int canonical = 0;
      for (WeakReference<PyObject> r : list) {
        PyObject o = r.get();
        if (o == null) {
          continue;
        }
        if (isCanonical(o)) {
          alive.add(o instanceof PyWeakref ? 0 : canonical, o);
          canonical++;
        } else {
          alive.add(canonical, o);
        }
      }
      return alive.toArray();
    }
  }

  /** Whether a reference is the one that is given out whenever one without callback is asked for. */
  private static boolean isCanonical(PyObject o) {
    return o instanceof PyWeakref w ? w.type() == PyWeakref.TYPE && w.link.callback == null : ((PyWeakProxy) o).isCanonical();
  }

  /** Called by the collector's thread: {@code o} is dead but for its {@code __del__}. */
  public void addFinalizable(PyObject o) {
    finalizable.add(o);
    announce();
  }

  /** Sees to it that {@code o} is told of its death if it is still unfinished then. Once for each object. */
  public void watch(Finalizable o) {
    watched.add(this, o);
  }

  void addDead(Watched.Guard guard) {
    lost.add(guard);
    announce();
  }

  /** At the end of the program: what was never finished. */
  public void runAtExit() {
    ThreadState ts = ThreadState.current();
    for (Finalizable o : watched.all()) {
      if (o instanceof AtExit && o.isUnfinished()) {
        o.die(ts);
      }
    }
  }

  /** What is finalised at the end of the program even if it is still referred to. */
  public interface AtExit extends Finalizable {}

  /** Whether {@link #run} may have something to do in this thread. */
  public boolean pending(ThreadState ts) {
    return waiting && ts == runner;
  }

  /** Runs what the dead left behind; returns how many callbacks and finalizers it ran. None if it is under way already. */
  public int run() {
    if (!running.compareAndSet(false, true)) {
      return 0;
    }
    try {
      return runAll();
    } finally {
      running.set(false);
    }
  }

  private int runAll() {
    waiting = false;
    watched.release(this);
    int count = 0;
    List<Link> dead;
    synchronized (deadFound) {
      dead = new ArrayList<>(deadFound);
      deadFound.clear();
      for (Reference<?> r; (r = deadLinks.poll()) != null; ) {
        dead.add((Link) r);
      }
    }
    dead.sort((a, b) -> Long.compare(b.number, a.number));
    for (Link link : dead) {
      Object callback = link.callback;
      link.callback = null;
      if (callback != null) {
        count++;
        try {
          Call.call(callback, link.owner);
        } catch (PyException e) {
          Unraisable.report(e.value, "Exception ignored while calling weakref callback " + Py.javaRepr(callback));
        }
      }
    }
    for (PyObject o; (o = finalizable.poll()) != null; ) {
      count++;
      finalized++;
      Object del = o.type().slot(Special.DEL);
      if (del == null) {
        continue;
      }
      try {
        Call.method(del, o);
      } catch (PyException e) {
        Unraisable.report(e.value, "Exception ignored while calling deallocator " + Py.javaRepr(del));
      }
    }
    ThreadState ts = ThreadState.current();
    if (!lost.isEmpty()) {
      watched.awaitFinalised(MAX_WAIT);
    }
    List<Watched.Guard> ended = new ArrayList<>(0);
    for (Watched.Guard g; (g = lost.poll()) != null; ) {
      ended.add(g);
    }
    ended.sort((a, b) -> Long.compare(a.number, b.number));
    for (Watched.Guard g : ended) {
      count++;
      finalized++;
      g.object.die(ts);
    }
    return count;
  }

  /**
   * At the end of the program: {@code __del__} of what the main module's names hold, in their order, then of what is unreachable. Other
   * living objects end with the JVM; Python promises no more.
   */
  public void atExit(PyDict main) {
    if (!finalizers) {
      return;
    }
    for (Object value : main.valuesArray()) {
      if (value instanceof WithDel f && f.delState().claim()) {
        finalizable.add((PyObject) value);
      }
    }
    run();
    Runtime memory = Runtime.getRuntime();
    // a collection of a large heap would be felt
    if (memory.totalMemory() - memory.freeMemory() < SMALL_HEAP) {
      collect();
    }
  }

  /**
   * Has the JVM collect, waits until dead references are in their queues, and runs what is to be run. Does nothing, as in CPython, if a
   * finalizer that this runs asks for it.
   */
  public int collect() {
    if (running.get()) {
      return 0;
    }
    ThreadState ts = ThreadState.current();
    if (settled != null && settled.isStill(ts.frame)) {
      settled = new Settled(ts.frame);
      return 0;
    }
    settled = null;
    return collectAll(ts);
  }

  private int collectAll(ThreadState ts) {
    DeadOperands.clear(ts);
    watched.release(this);
    int count = 0;
    for (int round = 0; round < 2; round++) {
      ReferenceQueue<Object> queue = new ReferenceQueue<>();
      WeakReference<Object> sentinel = sentinel(queue);
      System.gc();
      try {
        long collected = System.nanoTime();
        queue.remove(MAX_WAIT);
        Reference.reachabilityFence(sentinel);
        // the handler enqueues in no particular order, finalisers run in a thread of their own: on a busy machine both come late
        Thread.sleep(1 + (System.nanoTime() - collected) / 1_000_000);
        runFinalizers();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      finalized = 0;
      int ran = run();
      count += ran;
      if (finalized == 0) {
        // callbacks may have been the last to have something: who asks again gets it
        settled = ran != 0 || ts.frame == null ? null : new Settled(ts.frame);
        break;
      }
    }
    return count;
  }

  @SuppressWarnings({"deprecation", "removal"})
  private static void runFinalizers() {
    System.runFinalization();
  }

  private static WeakReference<Object> sentinel(ReferenceQueue<Object> queue) {
    return new WeakReference<>(new Object(), queue);
  }
}
