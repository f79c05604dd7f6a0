package dev.tuff.engine.interp;

import dev.tuff.engine.core.ThreadState;

/** The instructions of Static Python: how the {@code typed} module plugs into the interpreter. */
public interface StaticOps {
  /**
   * Does one instruction.
   *
   * @param at where the instruction stands: its cache is the element behind
   * @param sp the height of the stack in {@code f.fast}
   * @return the new height. If a callee's frame has become the current one, where its result goes
   */
  int run(ThreadState ts, PyFrame f, int instruction, int at, int sp);

  /** The signature of a static function's code, which begins with CHECK_ARGS. */
  Signature signature(dev.tuff.engine.function.PyCode code);

  /** The kind in {@link dev.tuff.engine.core.Species} of a field, by the type descriptor in {@code __slot_types__} or null for none. */
  char fieldKind(Object descriptor);

  /** An attribute of a class marked static is about to be set, or with null deleted. */
  void classAttribute(dev.tuff.engine.core.PyType type, String name, Object value);

  /** Makes the frame of a function with the arguments at {@code from} the current one; false if it must be called another way. */
  static boolean enter(ThreadState ts, PyFrame caller, dev.tuff.engine.function.PyFunction fn, int from, int count) {
    return CallOps.enterStatic(ts, caller, fn, from, count);
  }
}
