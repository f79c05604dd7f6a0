package dev.tuff.engine.interp;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCell;

/** The local variables of a frame by name (PEP 667): reading and writing them in place. */
public final class FrameLocals {
  private FrameLocals() {}

  /** {@code frame.f_locals}: a proxy for a function's, else the namespace itself. */
  public static Object of(PyFrame frame) {
    if ((frame.code.flags & Code.CO_OPTIMIZED) != 0) {
      return new PyFrameLocalsProxy(frame);
    }
    if (hasHidden(frame)) {
      return new PyFrameLocalsProxy(frame);
    }
    return frame.locals == null ? frame.globals : frame.locals;
  }

  /** {@code locals()} in the frame: for a function, a new dict. */
  public static Object snapshot(PyFrame frame) {
    Object l = of(frame);
    return l instanceof PyFrameLocalsProxy p ? p.toDict() : l;
  }

  /** Whether a comprehension inlined into a class body or module runs: its variables are fast locals. */
  private static boolean hasHidden(PyFrame frame) {
    byte[] kinds = frame.code.code.localsPlusKinds;
    for (int i = 0; i < kinds.length; i++) {
      if ((kinds[i] & Code.FAST_HIDDEN) != 0 && frame.fast[i] != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Index of a variable among the fast locals, or -1. A name is there twice if it is free and a variable of an inlined comprehension too: then
   * the one that has a value counts.
   */
  static int find(PyFrame frame, String name) {
    Code code = frame.code.code;
    String[] names = code.localsPlusNames;
    int found = -1;
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name) && shown(frame, i)) {
        if (get(frame, i) != null) {
          return i;
        }
        found = found < 0 ? i : found;
      }
    }
    return found;
  }

  /** Whether a fast local belongs to the frame's {@code f_locals}. */
  static boolean shown(PyFrame frame, int i) {
    Code code = frame.code.code;
    // a hidden variable of an inlined comprehension shows only while it has a value
    return (code.localsPlusKinds[i] & Code.FAST_HIDDEN) == 0
        || (code.flags & Code.CO_OPTIMIZED) == 0 && frame.fast[i] != null;
  }

  /** The value of fast local {@code i}, or null. */
  static Object get(PyFrame frame, int i) {
    Object v = frame.fast[i];
    int kind = frame.code.code.localsPlusKinds[i];
    if (v instanceof PyCell c && (kind & (Code.FAST_CELL | Code.FAST_FREE)) != 0) {
      return c.value;
    }
    if (v == null && (kind & Code.FAST_FREE) != 0 && frame.lasti < 0 && frame.function != null && frame.function.closure != null) {
      // before its first instruction
      return frame.function.closure[i - (frame.code.nfast - frame.function.closure.length)].value;
    }
    return v;
  }

  static void set(PyFrame frame, int i, Object value) {
    Object v = frame.fast[i];
    if (v instanceof PyCell c && (frame.code.code.localsPlusKinds[i] & (Code.FAST_CELL | Code.FAST_FREE)) != 0) {
      c.value = value;
    } else {
      frame.fast[i] = value;
      frame.rewritten = true;
      markCallees(frame);
    }
  }

  /** A call that the frame waits for may be part of its unit, which then has to end in the callee already. */
  private static void markCallees(PyFrame frame) {
    PyFrame current = ThreadState.current().frame;
    PyFrame below = current;
    while (below != null && below != frame) {
      below = below.back;
    }
    if (below == frame) {
      for (PyFrame f = current; f != frame; f = f.back) {
        f.rewritten = true;
      }
    }
  }

  /** The variables that {@code f_locals} has beyond the fast locals; null if there are none and {@code make} is false. */
  static PyDict extra(PyFrame frame, boolean make) {
    if (frame.locals == null && make) {
      frame.locals = new PyDict();
    }
    return frame.locals instanceof PyDict d ? d : null;
  }

  /** Whether the frame is that of a generator which has not come to its end. */
  static boolean suspended(PyFrame frame) {
    PyObject g = frame.generator;
    if (g == null) {
      return false;
    }
    for (String name : new String[] {"gi_suspended", "cr_suspended", "ag_suspended"}) {
      Object v = Attributes.find(g, name);
      if (v != null) {
        return Py.truth(v);
      }
    }
    return false;
  }
}
