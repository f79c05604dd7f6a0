package dev.tuff.engine.module;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;

/** {@code -X importtime}: says on {@code sys.stderr} how long each import took, itself and with what it imported. */
final class ImportTimes {
  private final Interpreter interpreter;

  /** Nanoseconds that the imports within the current one took. */
  private long inner;
  private int depth;
  private boolean titled;

  private ImportTimes(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  static ImportTimes of(Interpreter interpreter) {
    return interpreter.state(ImportTimes.class, () -> new ImportTimes(interpreter));
  }

  /** What {@link #end} needs: when the import began, and the inner time of the import around it. */
  synchronized long[] begin() {
    depth++;
    long[] started = {interpreter.host.clock().monotonic(), inner};
    inner = 0;
    return started;
  }

  synchronized void end(String name, long[] started) {
    depth--;
    long whole = interpreter.host.clock().monotonic() - started[0];
    long own = whole - inner;
    inner = started[1] + whole;
    say(padded(micros(own), 9) + " | " + padded(micros(whole), 10), name);
  }

  synchronized void cached(String name) {
    say("cached    | cached    ", name);
  }

  private static String micros(long nanos) {
    return Long.toString((nanos + 999) / 1000);
  }

  private static String padded(String s, int width) {
    return " ".repeat(Math.max(0, width - s.length())) + s;
  }

  private void say(String columns, String name) {
    Object err = interpreter.sys.dict().getStr("stderr");
    if (err == null || err == Py.None || Attributes.find(err, "write") == null) {
      return;
    }
    if (!titled) {
      titled = true;
      Call.attribute(err, "write", "import time: self [us] | cumulative | imported package\n");
    }
    Call.attribute(err, "write", Py.str("import time: " + columns + " | " + "  ".repeat(depth) + name + "\n"));
  }
}
