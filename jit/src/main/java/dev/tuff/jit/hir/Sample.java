package dev.tuff.jit.hir;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.PyFrame;

/**
 * What is to be compiled, with a frame of it as it was when it became hot.
 *
 * @param entry the instruction to start at
 * @param values what the frame's slots held
 */
public record Sample(PyCode code, PyDict globals, PyDict builtins, int entry, Object[] values) {
  public static Sample of(PyFrame frame, int entry) {
    return new Sample(frame.code, frame.globals, frame.builtins, entry, frame.fast.clone());
  }
}
