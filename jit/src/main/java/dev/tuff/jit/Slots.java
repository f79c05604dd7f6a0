package dev.tuff.jit;

import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Node;
import java.util.BitSet;

/** What the slots of a frame hold, and which of the values the frame itself has too, if there is one. */
final class Slots {
  final Activation activation;

  /** What the frame is made with. */
  final Node[] arguments;

  /** The caller's, during an inlined call. */
  final Slots caller;
  final Node[] value;
  final Node[] inFrame;
  int sp;

  /** Places above the stack where the frame may still have an object that nobody else knows of. */
  final BitSet stale = new BitSet();

  /** Whether there surely is a frame. */
  boolean entered;

  Slots(Activation activation, Node[] arguments, Slots caller) {
    this.activation = activation;
    this.arguments = arguments;
    this.caller = caller;
    value = new Node[activation.code().frameSize];
    inFrame = new Node[value.length];
    sp = activation.code().nfast;
  }

  Slots copy() {
    Slots c = new Slots(activation, arguments, caller == null ? null : caller.copy());
    System.arraycopy(value, 0, c.value, 0, value.length);
    System.arraycopy(inFrame, 0, c.inFrame, 0, value.length);
    c.stale.or(stale);
    c.sp = sp;
    c.entered = entered;
    return c;
  }
}
