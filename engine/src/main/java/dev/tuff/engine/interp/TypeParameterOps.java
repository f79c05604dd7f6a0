package dev.tuff.engine.interp;

import dev.tuff.compiler.Intrinsic;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.typing.TypeParameters;

/** The intrinsics of type parameters and type aliases (PEP 695, 696). */
final class TypeParameterOps {
  private TypeParameterOps() {}

  static Object one(PyFrame f, int which, Object v) {
    return switch (which) {
      case Intrinsic.TYPEVAR -> TypeParameters.typeVar(v, null, null);
      case Intrinsic.PARAMSPEC -> TypeParameters.paramSpec(v);
      case Intrinsic.TYPEVARTUPLE -> TypeParameters.typeVarTuple(v);
      case Intrinsic.TYPEALIAS -> {
        PyTuple t = (PyTuple) v;
        yield TypeParameters.alias(t.get(0), t.get(1), t.get(2));
      }
      default -> subscriptGeneric(v);
    };
  }

  static Object two(int which, Object a, Object b) {
    return switch (which) {
      case Intrinsic.TYPEVAR_WITH_BOUND -> TypeParameters.typeVar(a, b, null);
      case Intrinsic.TYPEVAR_WITH_CONSTRAINTS -> TypeParameters.typeVar(a, null, b);
      case Intrinsic.SET_TYPEPARAM_DEFAULT -> TypeParameters.setDefault(a, b);
      default -> throw Errors.systemError("unknown intrinsic " + which);
    };
  }

  /** {@code Generic[T, …]}, the base that a class with type parameters gets. */
  private static Object subscriptGeneric(Object params) {
    Object typing = Interpreter.current().importModule("typing");
    Object generic = Attributes.get(typing, "Generic");
    return Call.attribute(typing, "_GenericAlias", generic, unpacked(params));
  }

  private static Object unpacked(Object params) {
    Object[] items = ((PyTuple) params).array().clone();
    for (int i = 0; i < items.length; i++) {
      if (Py.typeOf(items[i]).name().equals("TypeVarTuple")) {
        items[i] = dev.tuff.engine.core.Iteration.next(dev.tuff.engine.core.Iteration.iter(items[i]));
      }
    }
    return PyTuple.of(items);
  }
}
