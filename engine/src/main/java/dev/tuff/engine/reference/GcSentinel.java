package dev.tuff.engine.reference;

import java.lang.ref.WeakReference;

/**
 * An object that nothing refers to: the JVM finalises it at its next collection. That is how an interpreter learns of collections; each
 * sentinel plants the next while the interpreter lives.
 */
final class GcSentinel {
  private final WeakReference<References> references;

  private GcSentinel(WeakReference<References> references) {
    this.references = references;
  }

  static void plant(References references) {
    new GcSentinel(new WeakReference<>(references));
  }

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  protected void finalize() {
    References r = references.get();
    if (r != null) {
      r.afterCollection();
      new GcSentinel(references);
    }
  }
}
