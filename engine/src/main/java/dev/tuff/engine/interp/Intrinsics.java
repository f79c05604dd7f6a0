package dev.tuff.engine.interp;

import dev.tuff.compiler.Intrinsic;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.text.PyStr;

/** CALL_INTRINSIC_1, CALL_INTRINSIC_2, LOAD_COMMON_CONSTANT, SET_FUNCTION_ATTRIBUTE. */
public final class Intrinsics {
  private Intrinsics() {}

  static Object one(ThreadState ts, PyFrame f, int which, Object v) {
    return switch (which) {
      case Intrinsic.PRINT -> print(ts, v);
      case Intrinsic.IMPORT_STAR -> importStar(f, v);
      case Intrinsic.STOPITERATION_ERROR -> Generators.stopIterationError(f, (PyBaseException) v);
      case Intrinsic.ASYNC_GEN_WRAP -> new PyAsyncGenerator.Value(v);
      case Intrinsic.UNARY_POSITIVE -> Operators.unary(Special.POS, v);
      case Intrinsic.LIST_TO_TUPLE -> PyTuple.of(((PyList) v).toArray());
      case Intrinsic.TYPEVAR, Intrinsic.PARAMSPEC, Intrinsic.TYPEVARTUPLE, Intrinsic.SUBSCRIPT_GENERIC, Intrinsic.TYPEALIAS ->
          TypeParameterOps.one(f, which, v);
      default -> throw Errors.systemError("unknown intrinsic " + which);
    };
  }

  static Object two(int which, Object a, Object b) {
    return switch (which) {
      case Intrinsic.PREP_RERAISE_STAR -> ExceptionGroupOps.prepareReraise(a, b);
      case Intrinsic.SET_FUNCTION_TYPE_PARAMS -> {
        Attributes.set(a, "__type_params__", b);
        yield a;
      }
      default -> TypeParameterOps.two(which, a, b);
    };
  }

  /** The value of an expression statement at the prompt. */
  private static Object print(ThreadState ts, Object v) {
    Object hook = ts.interpreter.sys.dict().getStr("displayhook");
    if (hook == null) {
      throw Errors.runtimeError("lost sys.displayhook");
    }
    return Call.call(hook, v);
  }

  private static Object importStar(PyFrame f, Object module) {
    Object all = Attributes.find(module, "__all__");
    boolean skipPrivate = all == null;
    if (all == null) {
      Object dict = Attributes.find(module, "__dict__");
      if (dict == null) {
        throw Errors.importError("from-import-* object has no __dict__ and no __all__", null, null);
      }
      all = Call.attribute(dict, "keys");
    }
    for (Object name : Iteration.toArray(all)) {
      if (!PyStr.isStr(name)) {
        Object moduleName = Attributes.get(module, "__name__");
        throw Errors.typeError((skipPrivate ? "Key in " + Py.javaString(moduleName) + ".__dict__"
            : "Item in " + Py.javaString(moduleName) + ".__all__") + " must be str, not " + Py.typeOf(name).name());
      }
      String n = PyStr.java(name);
      if (skipPrivate && n.startsWith("_")) {
        continue;
      }
      Object v = Attributes.get(module, n);
      if (f.locals instanceof PyDict d) {
        d.put(name, v);
      } else {
        Items.set(f.locals, name, v);
      }
    }
    return Py.None;
  }

  static Object commonConstant(PyFrame f, int which) {
    return switch (which) {
      case Intrinsic.CONSTANT_ASSERTION_ERROR -> Exceptions.AssertionError;
      case Intrinsic.CONSTANT_NOT_IMPLEMENTED_ERROR -> Exceptions.NotImplementedError;
      case Intrinsic.CONSTANT_TUPLE -> PyTuple.TYPE;
      case Intrinsic.CONSTANT_ALL -> ThreadState.current().interpreter.allFunction;
      default -> ThreadState.current().interpreter.anyFunction;
    };
  }

  public static void setFunctionAttribute(PyFunction f, int which, Object v) {
    switch (which) {
      case Intrinsic.FUNCTION_DEFAULTS -> f.defaults = ((PyTuple) v).array();
      case Intrinsic.FUNCTION_KWDEFAULTS -> f.kwDefaults = (PyDict) v;
      case Intrinsic.FUNCTION_CLOSURE -> {
        Object[] cells = ((PyTuple) v).array();
        f.closure = java.util.Arrays.copyOf(cells, cells.length, PyCell[].class);
      }
      case Intrinsic.FUNCTION_ANNOTATIONS -> Attributes.set(f, "__annotations__", v);
      case Intrinsic.FUNCTION_ANNOTATE -> {
        f.annotate = v;
        f.nameAnnotate();
      }
      default -> throw new PyException(PyBaseException.create(Exceptions.SystemError, "bad function attribute"));
    }
  }
}
