package dev.tuff.engine.core;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.HashMap;
import java.util.Map;

/** Numbers for the objects whose {@code id()} was asked for, each unique while the object lives. */
final class IdentityTable {
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
  private long next = 0x7f00_0000_1000L;

  synchronized Long of(Object o) {
    for (Object k; (k = dead.poll()) != null; ) {
      ids.remove(k);
    }
    int hash = System.identityHashCode(o);
    Long id = ids.get(new Probe(o, hash));
    if (id == null) {
      id = next;
      next += 16;
      ids.put(new Key(o, hash, dead), id);
    }
    return id;
  }
}
