package dev.tuff.jit.build;

import dev.tuff.compiler.Code;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.text.PyStr;
import dev.tuff.jit.hir.Node;

/**
 * The arguments of a call bound to the parameters of a function while compiling.
 *
 * @param operands for each parameter the operand of the call, or -1 for the default
 * @param defaults for each parameter its default, or null
 */
record Arguments(int[] operands, Object[] defaults) {
  /**
   * Binds operands, the last of them to {@code names} if that is not null.
   *
   * @param constructs whether the first parameter is for a new object
   * @return null if the call would fail, or the function has other than plain parameters
   */
  static Arguments bind(PyFunction fn, Node[] given, Object[] names, boolean constructs) {
    PyCode code = fn.code;
    Code c = code.code;
    if (!code.plainArguments || code.suspendable) {
      return null;
    }
    int[] operands = new int[code.argCount];
    java.util.Arrays.fill(operands, -1);
    int first = constructs ? 1 : 0;
    int byPosition = given.length - (names == null ? 0 : names.length);
    if (byPosition + first > code.argCount) {
      return null;
    }
    for (int i = 0; i < byPosition; i++) {
      operands[first + i] = i;
    }
    for (int k = 0; k < given.length - byPosition; k++) {
      int p = parameter(c, PyStr.java(names[k]));
      if (p < first || operands[p] >= 0) {
        return null;
      }
      operands[p] = byPosition + k;
    }
    Object[] defaults = new Object[code.argCount];
    System.arraycopy(fn.defaults, 0, defaults, defaults.length - fn.defaults.length, fn.defaults.length);
    for (int i = first; i < operands.length; i++) {
      if (operands[i] < 0 && defaults[i] == null) {
        return null;
      }
    }
    return new Arguments(operands, defaults);
  }

  private static int parameter(Code c, String name) {
    for (int p = c.posOnlyArgCount; p < c.argCount; p++) {
      if (c.localsPlusNames[p].equals(name)) {
        return p;
      }
    }
    return -1;
  }
}
