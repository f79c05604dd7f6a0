package dev.tuff.jit.build;

import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Place;

/**
 * Making frames, and bringing them up to date before what may look at them. What the frame has already is known per slot, so that only what has
 * changed is stored.
 */
final class Frames {
  private final HirBuilder b;

  Frames(HirBuilder b) {
    this.b = b;
  }

  /** Makes the frame if there is none, and brings it up to date. */
  void flush() {
    flush(b.slots.sp);
  }

  /** The same, of the stack up to there. */
  void flush(int height) {
    enter(b.slots);
    store(b.slots, height);
    forget(b.slots, height);
    for (Slots s = b.slots; s.caller != null; s = s.caller) {
      forget(s.caller, s.activation.hasWaiting() ? s.caller.sp + 1 : s.caller.sp);
    }
  }

  /** Takes what compiled code has popped out of the frame as well, or it would live as long. */
  private void forget(Slots s, int height) {
    for (int i = s.stale.nextSetBit(height); i >= 0; i = s.stale.nextSetBit(i + 1)) {
      b.graph.add(b.block, Op.STORE_FRAME, new Place(s.activation, i), null, b.constant(null));
      s.inFrame[i] = null;
      s.stale.clear(i);
    }
  }

  private void enter(Slots s) {
    if (!s.entered) {
      if (s.caller != null) {
        enter(s.caller);
        store(s.caller, s.caller.sp);
      }
      b.graph.add(b.block, Op.ENTER, s.activation, null, s.arguments.clone());
      s.entered = true;
    }
  }

  private void store(Slots s, int height) {
    for (int i = 0; i < height; i++) {
      if (s.inFrame[i] == null || s.inFrame[i] != s.value[i]) {
        b.graph.add(b.block, Op.STORE_FRAME, new Place(s.activation, i), null, s.value[i]);
        s.inFrame[i] = s.value[i];
        s.stale.set(i, i >= s.activation.code().nfast && s.value[i].op != Op.CONST && !s.value[i].op.boxes());
      }
    }
  }
}
