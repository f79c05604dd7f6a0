package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The streams of an interpreter that hold data not yet written. Nothing closes a stream when its last reference goes, so that the data of
 * one that the program forgot is written when the interpreter ends, or when its file is opened for reading.
 */
final class OpenWriters {
  private final Set<PyIOBase> dirty = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  static OpenWriters of(Interpreter interpreter) {
    return interpreter.state(OpenWriters.class, OpenWriters::new);
  }

  void add(PyIOBase stream) {
    dirty.add(stream);
  }

  void remove(PyIOBase stream) {
    dirty.remove(stream);
  }

  private List<PyIOBase> snapshot() {
    synchronized (dirty) {
      return new ArrayList<>(dirty);
    }
  }

  /** Writes out everything: text first, which goes to buffers. */
  void flushAll() {
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
