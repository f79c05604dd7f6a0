package dev.tuff.embed;

import dev.tuff.compiler.Code;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMethod;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.engine.interp.Signature;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.interp.TypedEntry;
import dev.tuff.engine.primitive.TypeCodes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * Python callables as method handles of Java types. A handle enters the interpreter, calls, and leaves:
 *
 * <pre>
 * (arguments) -> attach() -> (attached, arguments) -> call in a try/finally that detaches
 * </pre>
 *
 * The call is by the function's {@link TypedEntry} if it is a static one whose types fit, else by objects.
 */
final class TypedCalls {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle ATTACH = find("attach", MethodType.methodType(Python.Attached.class, Python.class));
  private static final MethodHandle STATE = find("state", MethodType.methodType(ThreadState.class, Python.Attached.class));
  private static final MethodHandle LEAVE =
      find("leave", MethodType.methodType(void.class, Python.class, Throwable.class, Python.Attached.class));
  private static final MethodHandle WENT_WRONG = find("wentWrong", MethodType.methodType(boolean.class, ThreadState.class));
  private static final MethodHandle ORDINARY =
      find("ordinary", MethodType.methodType(Object.class, Python.class, Object.class, Class.class, Object[].class));
  private static final MethodHandle END = find("end",
      MethodType.methodType(Object.class, Python.class, Object.class, Class.class, ThreadState.class, Object[].class));
  private static final MethodHandle FIT = find("fit", MethodType.methodType(long.class, int.class, long.class));
  private static final MethodHandle ARGUMENT =
      find("argument", MethodType.methodType(Object.class, Python.class, TypeCheck.class, String.class, Object.class));
  private static final MethodHandle RESULT = find("result", MethodType.methodType(Object.class, Python.class, Class.class, Object.class));

  private TypedCalls() {}

  private static MethodHandle find(String name, MethodType type) {
    try {
      return LOOKUP.findStatic(TypedCalls.class, name, type);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static <T> T as(Python python, Object callable, Class<T> type) {
    Method only = null;
    for (Method m : type.getMethods()) {
      if (Modifier.isAbstract(m.getModifiers()) && !isOfObject(m)) {
        if (only != null) {
          throw new IllegalArgumentException(type.getName() + " has more than one method");
        }
        only = m;
      }
    }
    if (only == null || !type.isInterface()) {
      throw new IllegalArgumentException(type.getName() + " is no interface of one method");
    }
    MethodType shape = MethodType.methodType(only.getReturnType(), only.getParameterTypes());
    return MethodHandleProxies.asInterfaceInstance(type, handle(python, callable, shape));
  }

  private static boolean isOfObject(Method m) {
    try {
      Object.class.getMethod(m.getName(), m.getParameterTypes());
      return true;
    } catch (NoSuchMethodException own) {
      return false;
    }
  }

  static MethodHandle handle(Python python, Object callable, MethodType type) {
    MethodHandle call = typed(python, callable, type);
    if (call == null) {
      MethodHandle ordinary = MethodHandles.insertArguments(ORDINARY, 0, python, callable, type.returnType());
      call = MethodHandles.dropArguments(ordinary.asCollector(Object[].class, type.parameterCount()).asType(type), 0, ThreadState.class);
    }
    MethodHandle inside = MethodHandles.filterArguments(call, 0, STATE);
    return MethodHandles.foldArguments(MethodHandles.tryFinally(inside, leaving(python, type.returnType())), ATTACH.bindTo(python));
  }

  /** What runs at the end: (thrown, [result,] attached) -> result. */
  private static MethodHandle leaving(Python python, Class<?> result) {
    MethodHandle leave = LEAVE.bindTo(python);
    if (result == void.class) {
      return leave;
    }
    MethodType type = MethodType.methodType(void.class, Throwable.class, result, Python.Attached.class);
    MethodHandle give = MethodHandles.dropArguments(
        MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class), 2, Python.Attached.class);
    return MethodHandles.foldArguments(give, MethodHandles.permuteArguments(leave, type, 0, 2));
  }

  // ---- static functions

  /** A call with the thread's state before the arguments; null if the callable is no static function of so many arguments. */
  private static MethodHandle typed(Python python, Object callable, MethodType type) {
    PyFunction fn = callable instanceof PyMethod m && m.function instanceof PyFunction f ? f : callable instanceof PyFunction f ? f : null;
    Object[] bound = callable instanceof PyMethod m ? new Object[] {fn, m.self} : new Object[] {fn};
    if (fn == null || (fn.code.flags & Code.CO_STATICALLY_COMPILED) == 0 || fn.code.suspendable || fn.code.code.kwOnlyArgCount > 0
        || (fn.code.flags & (Code.CO_VARARGS | Code.CO_VARKEYWORDS)) != 0 || fn.code.argCount != type.parameterCount() + bound.length - 1) {
      return null;
    }
    fn.code.instructions();
    Signature signature = python.interpreter().staticOps.signature(fn.code);
    TypedEntry entry = fn.code.typedEntry(signature);
    MethodHandle direct = MethodHandles.insertArguments(entry.site(false).dynamicInvoker(), 1, bound);
    int skipped = bound.length - 1;
    for (int i = 0; i < type.parameterCount(); i++) {
      direct = MethodHandles.filterArguments(direct, i + 1, argument(python, fn, entry, i + skipped, type.parameterType(i)));
    }
    Class<?> given = direct.type().returnType();
    if (given == Object.class && type.returnType() != void.class) {
      direct = MethodHandles.filterReturnValue(direct,
          MethodHandles.insertArguments(RESULT, 0, python, type.returnType()).asType(MethodType.methodType(type.returnType(), Object.class)));
    } else if (type.returnType() == int.class && given == long.class && isSmall(signature.result())) {
      direct = MethodHandles.explicitCastArguments(direct, direct.type().changeReturnType(int.class));
    } else {
      direct = converted(direct, direct.type().changeReturnType(type.returnType()), fn.code.code.qualname + " returns a "
          + given.getSimpleName() + ", not a " + type.returnType().getSimpleName());
    }
    // what has gone wrong is ended by the interpreter
    MethodHandle end = MethodHandles.insertArguments(END, 0, python, callable, type.returnType());
    MethodHandle slow = end.asCollector(Object[].class, type.parameterCount()).asType(type.insertParameterTypes(0, ThreadState.class));
    MethodType whole = direct.type();
    if (type.returnType() == void.class) {
      MethodHandle check = MethodHandles.guardWithTest(WENT_WRONG, slow, MethodHandles.empty(whole));
      return MethodHandles.foldArguments(check, direct);
    }
    MethodHandle keep = MethodHandles.dropArguments(MethodHandles.identity(type.returnType()), 1, whole.parameterList());
    MethodHandle wrong = MethodHandles.dropArguments(WENT_WRONG, 0, type.returnType());
    MethodHandle check = MethodHandles.guardWithTest(wrong, MethodHandles.dropArguments(slow, 0, type.returnType()), keep);
    return MethodHandles.foldArguments(check, direct);
  }

  /** From a Java type to what the entry takes. */
  private static MethodHandle argument(Python python, PyFunction fn, TypedEntry entry, int i, Class<?> from) {
    Class<?> to = entry.type.parameterType(i + 2);
    String name = fn.code.code.localsPlusNames[i];
    if (to == Object.class) {
      TypeCheck check = null;
      for (int k = 0; k < entry.signature.places().length; k++) {
        check = entry.signature.places()[k] == i ? entry.signature.types()[k] : check;
      }
      String what = fn.code.code.name + "\0" + name;
      return MethodHandles.insertArguments(ARGUMENT, 0, python, check, what).asType(MethodType.methodType(Object.class, from));
    }
    MethodHandle same = converted(MethodHandles.identity(to), MethodType.methodType(to, from),
        "argument " + name + " of " + fn.code.code.qualname + " is a " + to.getSimpleName() + ": a " + from.getSimpleName() + " cannot be one");
    return to == long.class && !holds(entry.code(i), from)
        ? MethodHandles.filterReturnValue(same, MethodHandles.insertArguments(FIT, 0, entry.code(i))) : same;
  }

  private static MethodHandle converted(MethodHandle h, MethodType to, String mistake) {
    try {
      return h.asType(to);
    } catch (java.lang.invoke.WrongMethodTypeException e) {
      throw new IllegalArgumentException(mistake);
    }
  }

  /** Whether all values of a Java type are values of the primitive type. */
  private static boolean holds(int code, Class<?> from) {
    return switch (code) {
      case TypeCodes.INT64 -> true;
      case TypeCodes.INT32 -> from == int.class || from == short.class || from == byte.class || from == char.class;
      case TypeCodes.INT16 -> from == short.class || from == byte.class;
      case TypeCodes.INT8 -> from == byte.class;
      default -> false;
    };
  }

  private static boolean isSmall(int code) {
    return code == TypeCodes.INT32 || code == TypeCodes.INT16 || code == TypeCodes.INT8 || code == TypeCodes.UINT16 || code == TypeCodes.UINT8
        || code == TypeCodes.CHAR;
  }

  // ---- what the handles call

  static Python.Attached attach(Python python) {
    return python.attach();
  }

  static ThreadState state(Python.Attached a) {
    return a.state();
  }

  static void leave(Python python, Throwable thrown, Python.Attached a) {
    PythonException out = thrown instanceof PyException e ? PythonException.of(python, e) : null;
    python.detach(a);
    if (out != null) {
      throw out;
    }
  }

  static boolean wentWrong(ThreadState ts) {
    return ts.unwind != null;
  }

  /** Ends a call that its entry could not. */
  static Object end(Python python, Object callable, Class<?> result, ThreadState ts, Object[] arguments) {
    Object r = Tiers.endFromJava(ts);
    return r == CompiledCode.NOT_READY ? ordinary(python, callable, result, arguments) : result(python, result, r);
  }

  static Object ordinary(Python python, Object callable, Class<?> result, Object[] arguments) {
    return result(python, result, Call.call(callable, Conversions.all(python, arguments), null));
  }

  /** A machine number of a narrower type than long. */
  static long fit(int code, long v) {
    boolean fits = switch (code) {
      case TypeCodes.INT8, TypeCodes.CHAR -> v == (byte) v;
      case TypeCodes.INT16 -> v == (short) v;
      case TypeCodes.INT32 -> v == (int) v;
      case TypeCodes.UINT8 -> v >= 0 && v <= 0xFF;
      case TypeCodes.UINT16 -> v >= 0 && v <= 0xFFFF;
      case TypeCodes.UINT32 -> v >= 0 && v <= 0xFFFF_FFFFL;
      case TypeCodes.UINT64 -> v >= 0;
      default -> true;
    };
    if (!fits) {
      throw Errors.make(Exceptions.OverflowError, dev.tuff.engine.core.Py.str("int overflow"));
    }
    return v;
  }

  /** @param what the function's and the parameter's name, with a NUL between */
  static Object argument(Python python, TypeCheck check, String what, Object value) {
    Object v = Conversions.toPython(python, value);
    if (check != null && !check.accepts(v)) {
      throw dev.tuff.typed.runtime.ArgumentChecks.bad(what.substring(0, what.indexOf('\0')), what.substring(what.indexOf('\0') + 1), check, v);
    }
    return v;
  }

  /** A Python value as a method's result. */
  static Object result(Python python, Class<?> type, Object v) {
    if (type == PythonValue.class) {
      return new PythonValue(python, v);
    }
    if (type == void.class) {
      return null;
    }
    Object made = type == double.class || type == float.class || type == Double.class ? (Object) Convert.toDouble(v) : Conversions.toJava(python, v);
    if (made instanceof Long n && (type == int.class || type == Integer.class)) {
      return Math.toIntExact(n);
    }
    return made instanceof Double d && type == float.class ? (Object) d.floatValue() : made;
  }
}
