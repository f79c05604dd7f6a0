package dev.tuff.typed.runtime;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.Signature;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.primitive.Primitive;
import dev.tuff.engine.primitive.TypeCodes;

/** CHECK_ARGS: the arguments of a static function are what its annotations say. */
public final class ArgumentChecks {
  private ArgumentChecks() {}

  static void run(Interpreter interpreter, PyFrame f) {
    Signature signature = signature(interpreter, f.code);
    for (int i = 0; i < signature.places().length; i++) {
      int place = signature.places()[i];
      TypeCheck type = signature.types()[i];
      Object v = f.fast[place];
      if (v == null) {
        continue;
      }
      int code = type.code();
      if (code != TypeCodes.OBJECT) {
        if (!isPrimitive(code, v)) {
          throw bad(f, place, type, v);
        }
        f.fast[place] = Primitive.unbox(code, v);
      } else if (!type.accepts(v) && !renewed(interpreter, f, i).accepts(v)) {
        if (type.type() != PyFloat.TYPE || !PyInt.isInt(v)) {
          throw bad(f, place, type, v);
        }
        f.fast[place] = PyFloat.toDouble(v);
      }
    }
  }

  /** What argument {@code i} must be, its class looked up again: a module may have been imported anew. */
  private static TypeCheck renewed(Interpreter interpreter, PyFrame f, int i) {
    f.code.nativeState = null;
    return signature(interpreter, f.code).types()[i];
  }

  private static boolean isPrimitive(int code, Object v) {
    return switch (code) {
      case TypeCodes.BOOL -> v instanceof Boolean;
      case TypeCodes.DOUBLE, TypeCodes.SINGLE -> PyFloat.isFloat(v) || PyInt.isInt(v);
      default -> PyInt.isInt(v);
    };
  }

  private static PyException bad(PyFrame f, int place, TypeCheck type, Object v) {
    return bad(f.code.code.name, f.code.code.localsPlusNames[place], type, v);
  }

  /** An argument is not what it is declared as. */
  public static PyException bad(String function, String argument, TypeCheck type, Object v) {
    String expected = switch (type.code()) {
      case TypeCodes.OBJECT -> type.type().fullName();
      case TypeCodes.BOOL -> "bool";
      case TypeCodes.DOUBLE, TypeCodes.SINGLE -> "float";
      default -> "int";
    };
    return TypedErrors.staticTypeError(function + " expected '" + expected + "' for argument " + argument + ", got '" + Py.typeOf(v).fullName() + "'");
  }

  /** Looked up at the first call: classes that annotations name may be made after the function. */
  static Signature signature(Interpreter interpreter, PyCode code) {
    if (code.nativeState instanceof Signature known) {
      return known;
    }
    Object[] consts = code.consts;
    if (!(consts[consts.length - 1] instanceof PyTuple signature) || !(signature.get(0) instanceof PyTuple pairs)) {
      throw Errors.systemError("a static function without a signature");
    }
    int[] places = new int[pairs.size() / 2];
    TypeCheck[] types = new TypeCheck[places.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = ((Long) pairs.get(2 * i)).intValue();
      types[i] = Descriptor.resolve(interpreter, pairs.get(2 * i + 1));
    }
    Signature s = new Signature(places, types, Descriptor.primitive(signature.get(1)), returns(interpreter, signature.get(1)));
    code.nativeState = s;
    return s;
  }

  /** What the compiler has seen to, so it imports and raises nothing. */
  private static TypeCheck returns(Interpreter interpreter, Object descriptor) {
    if (!(descriptor instanceof PyTuple t) || interpreter.modules.get(t.get(0)) == null) {
      return null;
    }
    try {
      return Descriptor.resolve(interpreter, descriptor);
    } catch (PyException notThereYet) {
      return null;
    }
  }
}
