package dev.tuff.stdlib.ast;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.interp.Constants;
import dev.tuff.engine.number.PyComplex;
import dev.tuff.engine.text.PyStr;
import java.math.BigInteger;

/** The values that {@code ast.Constant} may hold. */
final class AstConstants {
  private AstConstants() {}

  static Object of(Object v) {
    check(v);
    return Constants.back(v);
  }

  private static void check(Object v) {
    boolean simple = v == Py.None || v == Py.Ellipsis || v instanceof Boolean || v instanceof Long || v instanceof BigInteger
        || v instanceof Double || v instanceof PyComplex || Py.typeOf(v) == PyStr.TYPE
        || v instanceof PyBytes && Py.typeOf(v) == PyBytes.TYPE;
    if (simple) {
      return;
    }
    if (Py.typeOf(v) == PyTuple.TYPE || Py.typeOf(v) == PyFrozenSet.TYPE) {
      for (Object item : Iteration.toArray(v)) {
        check(item);
      }
      return;
    }
    throw Errors.typeError("got an invalid type in Constant: " + Py.typeOf(v).fullName());
  }
}
