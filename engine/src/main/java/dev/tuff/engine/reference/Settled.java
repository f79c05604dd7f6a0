package dev.tuff.engine.reference;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.interp.PyFrame;
import java.lang.ref.WeakReference;

/**
 * Where a collection was asked for that found nothing to run. Programs written for all Pythons collect several times in a row, because
 * finalizers may leave more to collect; a collection of the whole heap is dear, and if nothing was run since the last one it finds nothing.
 */
final class Settled {
  private final WeakReference<PyFrame> frame;
  private final int at;

  Settled(PyFrame f) {
    frame = new WeakReference<>(f);
    at = f.lasti;
  }

  /** Whether the frame has done nothing since but look up the function that collects. */
  boolean isStill(PyFrame f) {
    if (f == null || frame.get() != f || f.lasti <= at) {
      return false;
    }
    int[] instructions = f.code.code.instructions();
    for (int i = at + 1; i < f.lasti; i++) {
      switch (Opcode.parent(Opcode.opcode(instructions[i]))) {
        case Opcode.POP_TOP, Opcode.NOP, Opcode.PUSH_NULL, Opcode.LOAD_ATTR, Opcode.LOAD_GLOBAL, Opcode.LOAD_NAME, Opcode.LOAD_FAST,
            Opcode.LOAD_FAST_CHECK, Opcode.LOAD_DEREF -> {}
        default -> {
          return false;
        }
      }
    }
    return true;
  }
}
