package dev.tuff.engine.reference;

/**
 * The latest {@link Finalizable} objects. The JVM's finalisers alone can bring a dead object back, and they are dear: an object gets a guard
 * that has one only if it is still unfinished when it leaves here, pushed out by others or because of a collection.
 */
final class Watched {
  /** A power of two: enough that what is used at once and finished never leaves unfinished. */
  private static final int SIZE = 128;

  private final Finalizable[] latest = new Finalizable[SIZE];
  private int next;
  private long guards;

  /** Dies with the object that keeps it. */
  static final class Guard {
    private final References references;
    final Finalizable object;

    /** What is found dead together dies oldest first, as if it had died when it was lost. */
    final long number;

    Guard(References references, Finalizable object, long number) {
      this.references = references;
      this.object = object;
      this.number = number;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      if (object.isUnfinished()) {
        references.addDead(this);
      }
    }
  }

  synchronized void add(References references, Finalizable o) {
    int i = next++ & SIZE - 1;
    Finalizable before = latest[i];
    latest[i] = o;
    guard(references, before);
  }

  /** Lets go of all. */
  synchronized void release(References references) {
    for (int i = 0; i < SIZE; i++) {
      int at = next + i & SIZE - 1;
      Finalizable o = latest[at];
      latest[at] = null;
      guard(references, o);
    }
  }

  /** Those that are still here, oldest first. */
  synchronized Finalizable[] all() {
    Finalizable[] out = new Finalizable[SIZE];
    for (int i = 0; i < SIZE; i++) {
      out[i] = latest[next + i & SIZE - 1];
    }
    return out;
  }

  private void guard(References references, Finalizable o) {
    if (o != null && o.isUnfinished()) {
      o.keep(new Guard(references, o, guards++));
    }
  }
}
