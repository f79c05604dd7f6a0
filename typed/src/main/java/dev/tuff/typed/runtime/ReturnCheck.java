package dev.tuff.typed.runtime;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.interp.StaticCallee;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.primitive.Primitive;
import dev.tuff.engine.primitive.TypeCodes;

/** Whether what has taken the place of a static function returns what that would. */
final class ReturnCheck implements StaticCallee.ResultCheck {
  private final Object descriptor;
  private final String owner;
  private final String name;
  private final boolean async;
  private Descriptor resolved;

  /** @param owner the name of the class that the callee is found in; null for a function of a module */
  ReturnCheck(Originals.Original original, String owner, String name) {
    this(original.returns(), owner, name, original.async());
  }

  private ReturnCheck(Object descriptor, String owner, String name, boolean async) {
    this.descriptor = descriptor;
    this.owner = owner;
    this.name = name;
    this.async = async;
  }

  /** Of an awaited result. */
  static Object awaited(Interpreter interpreter, Object descriptor, String name, Object result) {
    return new ReturnCheck(descriptor, "_static.awaitable_wrapper", name, false).apply(interpreter, result);
  }

  @Override
  public Object apply(Interpreter interpreter, Object result) {
    if (async) {
      return Call.call(Attributes.get(interpreter.importModule("cinderx._awaitable"), "awaitable_wrapper"), result, descriptor, name);
    }
    if (resolved == null) {
      resolved = Descriptor.resolve(interpreter, descriptor);
    }
    int code = resolved.code();
    boolean tooLarge = TypeCodes.isInteger(code) && Py.typeOf(result) == Py.typeOf(0L) && !Primitive.fits(code, result);
    if (tooLarge || !fits(code, result)) {
      throw unexpected(code, result, tooLarge);
    }
    return result;
  }

  @Override
  public TypeCheck type() {
    return async || resolved == null || resolved.code() != TypeCodes.OBJECT ? null : resolved;
  }

  private PyException unexpected(int code, Object result, boolean tooLarge) {
    String from = "unexpected return type from " + (owner == null ? "" : owner + ".") + name + ", expected ";
    if (tooLarge) {
      return Errors.overflowError(
          from + TypeCodes.name(code) + ", got out-of-range " + Py.typeOf(result).fullName() + " (" + Py.javaRepr(result) + ")");
    }
    String type = code == TypeCodes.OBJECT ? resolved.type().fullName() : TypeCodes.name(code);
    return TypedErrors.staticTypeError(from + (resolved.optional() ? "Optional[" + type + "]" : type) + ", got "
        + Py.typeOf(result).fullName());
  }

  private boolean fits(int code, Object result) {
    return switch (code) {
      case TypeCodes.OBJECT -> resolved.accepts(result);
      case TypeCodes.BOOL -> result instanceof Boolean;
      case TypeCodes.DOUBLE, TypeCodes.SINGLE -> dev.tuff.engine.number.PyFloat.isFloat(result);
      default -> dev.tuff.engine.number.PyInt.isInt(result);
    };
  }
}
