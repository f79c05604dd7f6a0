package dev.tuff.stdlib.zoneinfo;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import java.util.ArrayDeque;

/** What the module keeps for an interpreter: the class, its zones by key as long as they are in use, and a few used lately. */
final class ZoneState {
  private static final int KEPT = 8;

  private record Entry(Object key, Object zone) {}

  /** {@code zoneinfo.ZoneInfo}; null until it is made. */
  PyType zoneInfo;

  private Object weak;

  /** The zones used last, the latest first; of the class itself, not of subclasses. */
  private final ArrayDeque<Entry> recent = new ArrayDeque<>();

  static ZoneState of(Interpreter interpreter) {
    return interpreter.state(ZoneState.class, ZoneState::new);
  }

  static Object newWeakCache(Interpreter interpreter) {
    return Call.attribute(interpreter.importModule("weakref"), "WeakValueDictionary");
  }

  void start(PyType type, Interpreter interpreter) {
    weak = newWeakCache(interpreter);
    zoneInfo = type;
  }

  /** The mapping from keys to zones; each subclass has its own. */
  Object weakCache(PyType cls) {
    return cls == zoneInfo ? weak : Attributes.get(cls, "_weak_cache");
  }

  synchronized Object strong(PyType cls, Object key) {
    if (cls == zoneInfo) {
      for (Entry e : recent) {
        if (e.key == key || Py.eq(e.key, key)) {
          if (e != recent.peekFirst()) {
            recent.remove(e);
            recent.addFirst(e);
          }
          return e.zone;
        }
      }
    }
    return null;
  }

  synchronized void remember(PyType cls, Object key, Object zone) {
    if (cls == zoneInfo) {
      recent.addFirst(new Entry(key, zone));
      if (recent.size() > KEPT) {
        recent.removeLast();
      }
    }
  }

  synchronized void forget(PyType cls) {
    if (cls == zoneInfo) {
      recent.clear();
    }
  }

  synchronized void forget(PyType cls, Object key) {
    if (cls == zoneInfo) {
      for (Entry e : recent) {
        if (Py.eq(e.key, key)) {
          recent.remove(e);
          return;
        }
      }
    }
  }
}
