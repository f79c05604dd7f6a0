package dev.tuff.jit.build;

import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.State;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

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

  /** The state of the frame, and of the callers', before an instruction. */
  State state(int instruction, int form) {
    Node[] s = new Node[sp];
    for (int i = 0; i < s.length; i++) {
      s[i] = inFrame[i] == value[i] ? null : value[i];
    }
    State below = caller == null ? null : caller.state(activation.call(), 0);
    return new State(activation, instruction, form, s, entered ? null : arguments.clone(), below);
  }

  /** The slots of one way, but for what only some of the frames have. */
  static Slots common(List<Slots> ways) {
    Slots first = ways.getFirst();
    for (Slots way : ways) {
      if (!way.entered) {
        // one that knows what to make the frame with
        first = way;
      }
    }
    Slots m = first.copy();
    for (Slots way : ways) {
      Slots s = m;
      for (Slots p = way; p != null; p = p.caller) {
        s.entered &= p.entered;
        s.stale.or(p.stale);
        for (int i = 0; i < s.sp; i++) {
          if (p.inFrame[i] != s.inFrame[i]) {
            s.inFrame[i] = null;
          }
        }
        // above the stack, each way has left something else in the frame
        Arrays.fill(s.inFrame, s.sp, s.inFrame.length, null);
        s = s.caller;
      }
    }
    return m;
  }
}
