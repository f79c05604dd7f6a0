package dev.tuff.engine.interp;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * That a class, or an entry of a namespace, is as it was when code was compiled: a call site that is constantly true. Asking it costs nothing. Once
 * what it says is no longer so, it is false for ever, and HotSpot throws away what it has compiled with it.
 */
public final class Assumption {
  private static final MethodType TYPE = MethodType.methodType(boolean.class);
  private static final MethodHandle TRUE = MethodHandles.constant(boolean.class, true);
  private static final MethodHandle FALSE = MethodHandles.constant(boolean.class, false);

  private final MutableCallSite site = new MutableCallSite(TYPE);

  public Assumption() {
    site.setTarget(TRUE);
  }

  /** Whether it holds. */
  public CallSite site() {
    return site;
  }

  /** It holds no longer. */
  public void fail() {
    site.setTarget(FALSE);
    MutableCallSite.syncAll(new MutableCallSite[] {site});
  }
}
