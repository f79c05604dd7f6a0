package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams of an interpreter that hold data not yet written: it is written when the interpreter ends, or when their file is opened for
 * reading. A stream that the program forgot is found dead by the JVM and closed; one that is just then on its way there is waited for.
 */
final class OpenWriters {
  private final Set<WeakReference<PyIOBase>> dirty = ConcurrentHashMap.newKeySet();
  private final Interpreter interpreter;

  private OpenWriters(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  static OpenWriters of(Interpreter interpreter) {
    return interpreter.state(OpenWriters.class, () -> new OpenWriters(interpreter));
  }

  WeakReference<PyIOBase> add(PyIOBase stream) {
    WeakReference<PyIOBase> r = new WeakReference<>(stream);
    dirty.add(r);
    return r;
  }

  void remove(WeakReference<PyIOBase> registration) {
    dirty.remove(registration);
  }

  private List<PyIOBase> snapshot() {
    List<PyIOBase> alive = new ArrayList<>();
    for (WeakReference<PyIOBase> r : dirty) {
      PyIOBase s = r.get();
      if (s != null) {
        alive.add(s);
      }
    }
    return alive;
  }

  @SuppressWarnings({"deprecation", "removal"})
  private void awaitDead() {
    for (WeakReference<PyIOBase> r : dirty) {
      if (r.get() == null) {
        System.runFinalization();
        interpreter.references().run();
        return;
      }
    }
  }

  /** Writes out everything: text first, which goes to buffers. */
  void flushAll() {
    awaitDead();
    for (PyIOBase s : snapshot()) {
      if (s instanceof PyTextIOWrapper t) {
        try {
          t.writePending();
        } catch (PyException e) {
          // the program is over: there is nobody to tell
        }
      }
    }
    for (PyIOBase s : snapshot()) {
      flush(s);
    }
  }

  private static void flush(PyIOBase s) {
    if (s instanceof PyBuffered b) {
      try {
        b.flushWrites();
      } catch (PyException e) {
        // as above
      }
    }
  }

  /** Writes out what is pending for the file {@code path}. */
  void flushFile(String path) {
    if (dirty.isEmpty()) {
      return;
    }
    for (PyIOBase s : snapshot()) {
      if (s instanceof PyTextIOWrapper t && t.isFile(path)) {
        t.writePending();
      }
    }
    for (PyIOBase s : snapshot()) {
      if (s instanceof PyBuffered b && b.isFile(path)) {
        flush(b);
      }
    }
  }
}
