package dev.tuff.engine.reference;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;

/**
 * How an interpreter learns of collections: an object that nothing refers to is missed by the JVM's cleaner after the next one; each sentinel
 * plants the next while the interpreter lives.
 *
 * <p>A finalizer would not do: a weak reference that only a finalizable object holds is not cleared, and the interpreter would live for ever.
 */
final class GcSentinel implements Runnable {
  private static final Cleaner CLEANER = Cleaner.create();

  private final WeakReference<References> references;

  private GcSentinel(WeakReference<References> references) {
    this.references = references;
  }

  static void plant(References references) {
    plant(new WeakReference<>(references));
  }

  private static void plant(WeakReference<References> references) {
    CLEANER.register(new Object(), new GcSentinel(references));
  }

  @Override
  public void run() {
    References r = references.get();
    if (r != null) {
      r.afterCollection();
      plant(references);
    }
  }
}
