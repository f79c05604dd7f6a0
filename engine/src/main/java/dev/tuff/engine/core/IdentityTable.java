package dev.tuff.engine.core;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/** Numbers for the objects whose {@code id()} was asked for, each unique while the object lives. */
final class IdentityTable {
  private static final class Key extends WeakReference<Object> {
    final int hash;

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

  private final Map<Key, Long> ids = new HashMap<>();
  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
  private long next = 0x7f00_0000_1000L;

  synchronized Long of(Object o) {
    for (Object k; (k = dead.poll()) != null; ) {
      ids.remove(k);
    }
    Key key = new Key(o, dead);
    Long id = ids.get(key);
    if (id == null) {
      id = next;
      next += 16;
      ids.put(key, id);
    }
    return id;
  }
}
