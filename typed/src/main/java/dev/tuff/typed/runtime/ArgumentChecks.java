package dev.tuff.typed.runtime;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.primitive.Primitive;
import dev.tuff.engine.primitive.TypeCodes;

/** CHECK_ARGS: the arguments of a static function are what its annotations say. */
final class ArgumentChecks {
  /** One argument: where it is and what it must be. */
  private record Check(int index, Descriptor type) {}

  private ArgumentChecks() {}

  static void run(Interpreter interpreter, PyFrame f) {
    for (Check c : checks(interpreter, f)) {
      Object v = f.fast[c.index];
      if (v == null) {
        continue;
      }
      int code = c.type.code();
      if (code != TypeCodes.OBJECT) {
        if (!isPrimitive(code, v)) {
          throw bad(f, c, v);
        }
        f.fast[c.index] = Primitive.unbox(code, v);
      } else if (!c.type.accepts(v) && !renewed(interpreter, f, c).type.accepts(v)) {
        if (c.type.type() != PyFloat.TYPE || !PyInt.isInt(v)) {
          throw bad(f, c, v);
        }
        f.fast[c.index] = PyFloat.toDouble(v);
      }
    }
  }

  /** The check with its class looked up again: a module may have been imported anew. */
  private static Check renewed(Interpreter interpreter, PyFrame f, Check stale) {
    f.code.nativeState = null;
    for (Check c : checks(interpreter, f)) {
      if (c.index == stale.index) {
        return c;
      }
    }
    return stale;
  }

  private static boolean isPrimitive(int code, Object v) {
    return switch (code) {
      case TypeCodes.BOOL -> v instanceof Boolean;
      case TypeCodes.DOUBLE, TypeCodes.SINGLE -> PyFloat.isFloat(v) || PyInt.isInt(v);
      default -> PyInt.isInt(v);
    };
  }

  private static PyException bad(PyFrame f, Check c, Object v) {
    int code = c.type.code();
    String expected = switch (code) {
      case TypeCodes.OBJECT -> c.type.type().fullName();
      case TypeCodes.BOOL -> "bool";
      case TypeCodes.DOUBLE, TypeCodes.SINGLE -> "float";
      default -> "int";
    };
    return TypedErrors.staticTypeError(f.code.code.name + " expected '" + expected + "' for argument " + f.code.code.localsPlusNames[c.index] + ", got '" + Py.typeOf(v).fullName() + "'");
  }

  /** Looked up at the first call: classes that annotations name may be made after the function. */
  private static Check[] checks(Interpreter interpreter, PyFrame f) {
    if (f.code.nativeState instanceof Check[] known) {
      return known;
    }
    Object[] consts = f.code.consts;
    if (!(consts[consts.length - 1] instanceof PyTuple signature) || !(signature.get(0) instanceof PyTuple pairs)) {
      throw Errors.systemError("a static function without a signature");
    }
    Check[] checks = new Check[pairs.size() / 2];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = new Check(((Long) pairs.get(2 * i)).intValue(), Descriptor.resolve(interpreter, pairs.get(2 * i + 1)));
    }
    f.code.nativeState = checks;
    return checks;
  }
}
