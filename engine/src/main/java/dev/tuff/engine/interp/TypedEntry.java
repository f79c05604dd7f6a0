package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.primitive.Primitive;
import dev.tuff.engine.primitive.TypeCodes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * How compiled static code calls a static function: with arguments of their types, which need no check, and primitives as they are. The call
 * sites are linked anew when the callee is compiled, or given up; HotSpot sees a direct call.
 *
 * <p>A call has gone wrong if {@link ThreadState#unwind} is set; what it gave means nothing then.
 */
public final class TypedEntry {
  private static final MethodHandle NOT_READY;
  private static final MethodHandle INTERPRET;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      NOT_READY = lookup.findStatic(TypedEntry.class, "notReady", MethodType.methodType(void.class, ThreadState.class));
      INTERPRET = lookup.findVirtual(TypedEntry.class, "interpret",
          MethodType.methodType(Object.class, ThreadState.class, PyFunction.class, Object[].class));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private final PyCode code;
  public final Signature signature;

  /** Thread state, function, arguments. */
  public final MethodType type;

  /** For callers whose frame is up to date; and for those without one, if the callee never looks at it. */
  private final MutableCallSite open;
  private final MutableCallSite closed;
  private volatile boolean isClosed;

  public TypedEntry(PyCode code, Signature signature) {
    this.code = code;
    this.signature = signature;
    Class<?>[] parameters = new Class<?>[code.argCount + 2];
    parameters[0] = ThreadState.class;
    parameters[1] = PyFunction.class;
    for (int i = 0; i < code.argCount; i++) {
      parameters[i + 2] = TypeCodes.javaType(code(i));
    }
    type = MethodType.methodType(TypeCodes.javaType(signature.result()), parameters);
    open = new MutableCallSite(type);
    closed = new MutableCallSite(type);
    reset();
  }

  /** The type code of an argument. */
  public int code(int argument) {
    for (int i = 0; i < signature.places().length; i++) {
      if (signature.places()[i] == argument) {
        return signature.types()[i].code();
      }
    }
    return TypeCodes.OBJECT;
  }

  /** Whether the compiled function needs no frame of its caller, so long as nothing goes wrong. */
  public boolean isClosed() {
    return isClosed;
  }

  public MutableCallSite site(boolean closed) {
    return closed ? this.closed : open;
  }

  /** The function is compiled. */
  void link(MethodHandle compiled, boolean closed) {
    isClosed = closed;
    open.setTarget(compiled);
    if (closed) {
      this.closed.setTarget(compiled);
    }
  }

  /** It is not, or no longer. */
  void reset() {
    isClosed = false;
    open.setTarget(INTERPRET.bindTo(this).asCollector(Object[].class, code.argCount).asType(type));
    closed.setTarget(MethodHandles.foldArguments(
        MethodHandles.dropArguments(MethodHandles.zero(type.returnType()), 0, type.parameterList()), NOT_READY));
  }

  private static void notReady(ThreadState ts) {
    ts.unwind = CompiledCode.NOT_READY;
  }

  private Object interpret(ThreadState ts, PyFunction fn, Object[] arguments) {
    PyFrame caller = ts.frame;
    int depth = ts.depth;
    Object r;
    try {
      if (depth >= ts.interpreter.recursionLimit) {
        throw ExceptionOps.recursionLimit();
      }
      PyFrame f = Tiers.enter(ts, fn);
      code.instructions();
      System.arraycopy(arguments, 0, f.fast, 0, arguments.length);
      // behind CHECK_ARGS
      f.lasti = 0;
      r = Tiers.run(ts, f);
    } catch (PyException e) {
      ts.raised = e;
      r = CompiledCode.RAISED;
    } finally {
      ts.depth = depth;
      ts.frame = caller;
    }
    if (r == CompiledCode.RAISED) {
      ts.unwind = r;
      return nothing();
    }
    return signature.result() == TypeCodes.OBJECT ? r : Primitive.unbox(signature.result(), r);
  }

  private Object nothing() {
    Class<?> result = type.returnType();
    return result == long.class ? (Object) 0L : result == double.class ? (Object) 0.0 : result == boolean.class ? (Object) false : null;
  }
}
