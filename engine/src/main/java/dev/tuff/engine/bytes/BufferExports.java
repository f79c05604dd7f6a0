package dev.tuff.engine.bytes;

import dev.tuff.engine.core.Errors;
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

  /** Whether any view is in use. */
  public boolean any() {
    if (isEmpty()) {
      return false;
    }
    System.gc();
    return !isEmpty();
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
