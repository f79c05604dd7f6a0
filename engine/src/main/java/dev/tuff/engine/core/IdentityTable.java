package dev.tuff.engine.core;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.HashMap;
import java.util.Map;

/**
 * The {@code id()} of objects, each unique while the object lives, drawn when it is first asked for. A {@link NumberedObject} keeps its number;
 * for the others there is a table.
 */
final class IdentityTable {
  private static final long STEP = 16;
  private static final long FIRST = 0x7e00_0000_1000L;
  private static final long FIRST_IN_TABLE = FIRST + (1L << 31) * STEP;

  /** Not a weak reference, which would be cleared before a finaliser runs: an object that one brings back has the number that it had. */
  private static final class Key extends PhantomReference<Object> {
    final int hash;

    Key(Object o, int hash, ReferenceQueue<Object> queue) {
      super(o, queue);
      this.hash = hash;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  /** Finds the key of an object. */
  private record Probe(Object object, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key k && k.refersTo(object);
    }
  }

  private final Map<Object, Long> ids = new HashMap<>();
  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
  private long next = FIRST_IN_TABLE;
  private int last;

  Long of(Object o) {
    int n = o instanceof NumberedObject p ? draw(p) : 0;
    return n != 0 ? kept(n) : inTable(o);
  }

  /** The id of an object that keeps this number. */
  static Long kept(int number) {
    return number * STEP + FIRST;
  }

  /** A number for an object that keeps it; 0 if all have been given away. */
  private synchronized int draw(NumberedObject o) {
    if (o.number == 0 && last < Integer.MAX_VALUE) {
      o.number = ++last;
    }
    return o.number;
  }

  private synchronized Long inTable(Object o) {
    for (Object k; (k = dead.poll()) != null; ) {
      ids.remove(k);
    }
    int hash = System.identityHashCode(o);
    Long id = ids.get(new Probe(o, hash));
    if (id == null) {
      id = next;
      next += STEP;
      ids.put(new Key(o, hash, dead), id);
    }
    return id;
  }
}
