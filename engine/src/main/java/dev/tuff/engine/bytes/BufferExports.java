package dev.tuff.engine.bytes;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The views that a resizable object has lent out. CPython ends the loan of a dropped memoryview at once; here views are held weakly, and
 * when one stands in the way of a resize a collection tells whether anybody still has it.
 */
public final class BufferExports {
  private final List<WeakReference<BufferView>> views = new ArrayList<>(2);

  public synchronized BufferView add(BufferView view) {
    views.add(new WeakReference<>(view));
    return view;
  }

  public synchronized void remove(BufferView view) {
    views.removeIf(r -> r.get() == view || r.get() == null);
  }

  /** How often in a row a collection found that all views in the way were dead. */
  private static final class Experience {
    static final int ENOUGH = 6;
    int dead;
  }

  /**
   * Whether any view is in use. Collections are dear: where the last ones have all found nothing but dead views, as in a loop that reads
   * into slices of a buffer, the next are taken for dead as well.
   */
  public boolean any() {
    if (isEmpty()) {
      return false;
    }
    Interpreter interpreter = Interpreter.current();
    Experience e = interpreter.state(Experience.class, Experience::new);
    if (e.dead >= Experience.ENOUGH) {
      forget();
      return false;
    }
    interpreter.references().collect();
    boolean alive = !isEmpty();
    e.dead = alive ? 0 : e.dead + 1;
    return alive;
  }

  private synchronized void forget() {
    views.clear();
  }

  private synchronized boolean isEmpty() {
    views.removeIf(r -> r.get() == null);
    return views.isEmpty();
  }

  /** BufferError if any view is in use. */
  public void checkResizable() {
    if (any()) {
      throw Errors.bufferError("Existing exports of data: object cannot be re-sized");
    }
  }
}
