package dev.tuff.engine.interp;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.ThreadState;

/** {@code frame.f_lineno = line} in a trace function: makes the frame go on elsewhere. */
final class FrameJump {
  private FrameJump() {}

  static void to(PyFrame frame, Object value) {
    if (!(value instanceof Long)) {
      throw Errors.valueError("lineno must be an integer");
    }
    if (frame.extras().trace == null || !ThreadState.current().tracing) {
      throw Errors.valueError("f_lineno can only be set in a trace function");
    }
    throw Errors.notImplementedError("jumping from a trace function is not supported by Tuff");
  }
}
