package dev.tuff.jit.hir;

/** Code that this compiler leaves to the interpreter, with the reason. */
public final class NotCompilable extends Exception {
  private static final long serialVersionUID = 1;

  public NotCompilable(String reason) {
    super(reason, null, false, false);
  }
}
