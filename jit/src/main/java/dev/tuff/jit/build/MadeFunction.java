package dev.tuff.jit.build;

import dev.tuff.compiler.Intrinsic;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;

/** A function that the unit itself makes: by MAKE_FUNCTION, and SET_FUNCTION_ATTRIBUTE for all that it has besides. */
final class MadeFunction {
  private MadeFunction() {}

  /** The operation that makes a function; null for anything else. */
  static Node of(Node n) {
    Node made = n;
    while (made.op == Op.FUNCTION_ATTRIBUTE) {
      made = made.input(1);
    }
    return made.op == Op.NEW_FUNCTION ? made : null;
  }

  /** The cells of its closure; null if they are not known, or there are none. */
  static Node[] closure(Node n) {
    for (Node made = n; made.op == Op.FUNCTION_ATTRIBUTE; made = made.input(1)) {
      if ((Integer) made.aux == Intrinsic.FUNCTION_CLOSURE) {
        return made.input(0).op == Op.NEW_TUPLE ? made.input(0).inputs : null;
      }
    }
    return null;
  }
}
