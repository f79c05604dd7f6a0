package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Operators;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.PyBaseException;
import dev.tuff.engine.function.Descriptors;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.text.PyStr;

/** The instructions that are not worth a place in {@link EvalLoop}, and the rare cases of those that are. */
final class ColdOps {
  private ColdOps() {}

  static void run(ThreadState ts, PyFrame f, int instruction, int next, int sp) {
    f.lasti = next - 1;
    f.sp = run(ts, f, instruction, sp);
  }

  /** Takes the height of the stack and gives the new one. */
  private static int run(ThreadState ts, PyFrame f, int instruction, int sp) {
    Object[] s = f.fast;
    int arg = instruction >> 8;
    switch (instruction & 0xFF) {
      case TO_BOOL:
        Operands.note(f.code.caches, f.lasti + 1, s[sp - 1], null);
        s[sp - 1] = Py.truth(s[sp - 1]) ? Boolean.TRUE : Boolean.FALSE;
        return sp;
      case IS_OP:
        sp--;
        s[sp - 1] = Py.is(s[sp - 1], s[sp]) == (arg == 0) ? Boolean.TRUE : Boolean.FALSE;
        return sp;
      case UNARY_NEGATIVE:
        Operands.note(f.code.caches, f.lasti + 1, s[sp - 1], null);
        s[sp - 1] = s[sp - 1] instanceof Long l && l != Long.MIN_VALUE ? (Object) Py.box(-l) : Operators.unary(Special.NEG, s[sp - 1]);
        return sp;
      case UNPACK_SEQUENCE:
        Operands.note(f.code.caches, f.lasti + 1, s[sp - 1], null);
        return BuildOps.unpack(s, sp, arg);
      case STORE_SUBSCR:
        sp -= 3;
        Operands.note(f.code.caches, f.lasti + 1, s[sp + 1], s[sp + 2]);
        Items.set(s[sp + 1], s[sp + 2], s[sp]);
        return sp;
      case LIST_APPEND:
        sp--;
        ((PyList) s[sp - arg]).add(s[sp]);
        return sp;
      case LOAD_NAME:
        s[sp] = NameOps.loadName(f, f.code.names[arg]);
        return sp + 1;
      case STORE_NAME:
        NameOps.storeName(f, f.code.names[arg], s[sp - 1]);
        return sp - 1;
      case STORE_GLOBAL:
        NameOps.storeGlobal(f, f.code.names[arg], s[sp - 1]);
        return sp - 1;
      case LOAD_SUPER_ATTR:
        return AttributeOps.loadSuper(f, arg, sp);
      case MAKE_FUNCTION:
        s[sp - 1] = new PyFunction((PyCode) s[sp - 1], f);
        return sp;
      case BUILD_LIST:
        sp -= arg;
        s[sp] = PyList.of(java.util.Arrays.copyOfRange(s, sp, sp + arg));
        return sp + 1;
      case BUILD_MAP:
        sp -= 2 * arg;
        s[sp] = BuildOps.map(s, sp, arg);
        return sp + 1;
      case BUILD_SET: {
        PySet set = new PySet();
        sp -= arg;
        for (int i = 0; i < arg; i++) {
          set.add(s[sp + i]);
        }
        s[sp] = set;
        return sp + 1;
      }
      case BUILD_SLICE:
        sp -= arg;
        s[sp] = new PySlice(s[sp], s[sp + 1], arg == 3 ? s[sp + 2] : Py.None);
        return sp + 1;
      case BUILD_STRING:
        sp -= arg;
        s[sp] = BuildOps.string(s, sp, arg);
        return sp + 1;
      case BUILD_TEMPLATE:
        sp--;
        s[sp - 1] = TemplateOps.template(s[sp - 1], s[sp]);
        return sp;
      case BUILD_INTERPOLATION: {
        Object spec = (arg & 1) != 0 ? s[--sp] : "";
        sp--;
        s[sp - 1] = TemplateOps.interpolation(s[sp - 1], s[sp], arg >> 2, spec);
        return sp;
      }
      case LIST_EXTEND:
        sp--;
        BuildOps.extend((PyList) s[sp - arg], s[sp]);
        return sp;
      case SET_ADD:
        sp--;
        if (!(s[sp - arg] instanceof PySet set)) {
          // A program has rebound __conditional_annotations__.
          throw Errors.typeError("'" + Py.typeOf(s[sp - arg]).name() + "' object is not a set");
        }
        set.add(s[sp]);
        return sp;
      case SET_UPDATE:
        sp--;
        BuildOps.addAll((PySet) s[sp - arg], s[sp]);
        return sp;
      case MAP_ADD:
        sp -= 2;
        ((PyDict) s[sp - arg]).put(s[sp], s[sp + 1]);
        return sp;
      case DICT_UPDATE:
        sp--;
        BuildOps.update((PyDict) s[sp - arg], s[sp]);
        return sp;
      case DICT_MERGE:
        sp--;
        // below the dict: args, null, callable
        CallOps.mergeKeywords(s[sp - arg - 3], (PyDict) s[sp - arg], s[sp]);
        return sp;
      case CALL_FUNCTION_EX:
        return CallOps.callEx(s, sp);
      case UNPACK_EX:
        return BuildOps.unpackEx(s, sp, arg);
      case BINARY_SLICE:
        sp -= 2;
        Operands.note(f.code.caches, f.lasti + 1, s[sp - 1], null);
        s[sp - 1] = BuildOps.slice(s[sp - 1], s[sp], s[sp + 1]);
        return sp;
      case STORE_SLICE:
        sp -= 4;
        Items.set(s[sp + 1], new PySlice(s[sp + 2], s[sp + 3], Py.None), s[sp]);
        return sp;
      case DELETE_SUBSCR:
        sp -= 2;
        Operands.note(f.code.caches, f.lasti + 1, s[sp], s[sp + 1]);
        Items.delete(s[sp], s[sp + 1]);
        return sp;
      case DELETE_ATTR:
        Attributes.delete(s[--sp], f.code.names[arg]);
        return sp;
      case UNARY_INVERT:
        Operands.note(f.code.caches, f.lasti + 1, s[sp - 1], null);
        s[sp - 1] = Operators.unary(Special.INVERT, s[sp - 1]);
        return sp;
      case FORMAT_SIMPLE:
        s[sp - 1] = format(s[sp - 1], "");
        return sp;
      case FORMAT_WITH_SPEC:
        sp--;
        s[sp - 1] = format(s[sp - 1], s[sp]);
        return sp;
      case CONVERT_VALUE:
        s[sp - 1] = convert(s[sp - 1], arg);
        return sp;
      case GET_LEN:
        s[sp] = Py.box(Items.length(s[sp - 1]));
        return sp + 1;
      case MATCH_MAPPING:
        s[sp] = Py.typeOf(s[sp - 1]).has(PyType.MATCH_MAPPING);
        return sp + 1;
      case MATCH_SEQUENCE:
        s[sp] = Py.typeOf(s[sp - 1]).has(PyType.MATCH_SEQUENCE);
        return sp + 1;
      case MATCH_KEYS:
        s[sp] = MatchOps.keys(s[sp - 2], s[sp - 1]);
        return sp + 1;
      case MATCH_CLASS: {
        Object[] found = MatchOps.attributes(s[sp - 3], s[sp - 2], arg, ((PyTuple) s[sp - 1]).array());
        s[sp - 3] = found == null ? Py.None : PyTuple.of(found);
        return sp - 2;
      }
      case DELETE_FAST:
        if (s[arg] == null) {
          throw NameOps.unboundLocal(f, arg);
        }
        s[arg] = null;
        return sp;
      case DELETE_DEREF: {
        PyCell cell = (PyCell) s[arg];
        if (cell.value == null) {
          throw NameOps.unboundDeref(f, arg);
        }
        cell.value = null;
        return sp;
      }
      case DELETE_NAME:
        NameOps.deleteName(f, f.code.names[arg]);
        return sp;
      case DELETE_GLOBAL:
        NameOps.deleteGlobal(f, f.code.names[arg]);
        return sp;
      case LOAD_FROM_DICT_OR_DEREF:
        s[sp - 1] = NameOps.loadFromDictOrDeref(f, s[sp - 1], arg);
        return sp;
      case LOAD_FROM_DICT_OR_GLOBALS: {
        Object v = NameOps.inMapping(s[sp - 1], f.code.names[arg]);
        s[sp - 1] = v != null ? v : NameOps.global(f, f.code.names[arg]);
        return sp;
      }
      case LOAD_LOCALS:
        s[sp] = f.locals;
        return sp + 1;
      case LOAD_BUILD_CLASS:
        s[sp] = NameOps.buildClass(f);
        return sp + 1;
      case LOAD_COMMON_CONSTANT:
        s[sp] = Intrinsics.commonConstant(f, arg);
        return sp + 1;
      case SETUP_ANNOTATIONS:
        if (NameOps.inMapping(f.locals, "__annotations__") == null) {
          NameOps.storeName(f, "__annotations__", new PyDict());
        }
        return sp;
      case SET_FUNCTION_ATTRIBUTE: {
        PyFunction fn = (PyFunction) s[sp - 1];
        Intrinsics.setFunctionAttribute(fn, arg, s[sp - 2]);
        s[sp - 2] = fn;
        return sp - 1;
      }
      case CALL_INTRINSIC_1:
        s[sp - 1] = Intrinsics.one(ts, f, arg, s[sp - 1]);
        return sp;
      case CALL_INTRINSIC_2:
        sp--;
        s[sp - 1] = Intrinsics.two(arg, s[sp - 1], s[sp]);
        return sp;
      case IMPORT_NAME:
        sp--;
        s[sp - 1] = ImportOps.importName(f, f.code.names[arg], s[sp], s[sp - 1]);
        return sp;
      case IMPORT_FROM:
        s[sp] = ImportOps.importFrom(s[sp - 1], f.code.names[arg]);
        return sp + 1;
      default:
        return rare(ts, f, instruction, sp);
    }
  }

  /** Exceptions, context managers, generators and coroutines. */
  private static int rare(ThreadState ts, PyFrame f, int instruction, int sp) {
    Object[] s = f.fast;
    int arg = instruction >> 8;
    switch (instruction & 0xFF) {
      case CHECK_EXC_MATCH:
        s[sp - 1] = ExceptionOps.matches(s[sp - 2], s[sp - 1]);
        return sp;
      case RERAISE:
        throw ExceptionOps.reraise(f, s, sp, arg);
      case RAISE_VARARGS:
        throw ExceptionOps.raise(ts, s, sp, arg);
      case CHECK_EG_MATCH: {
        Object[] parts = ExceptionGroupOps.match(s[sp - 2], s[sp - 1]);
        s[sp - 2] = parts[0];
        s[sp - 1] = parts[1];
        if (parts[1] instanceof PyBaseException matched) {
          ts.handling.value = matched;
        }
        return sp;
      }
      case CLEANUP_THROW: {
        Object v = ExceptionOps.cleanupThrow(s[sp - 1]);
        s[sp - 3] = Py.None;
        s[sp - 2] = v;
        return sp - 1;
      }
      case END_ASYNC_FOR:
        ExceptionOps.endAsyncFor(s[sp - 1]);
        return sp - 2;
      case END_SEND:
        s[sp - 2] = s[sp - 1];
        return sp - 1;
      case LOAD_SPECIAL:
        return loadSpecial(f, sp, arg);
      case WITH_EXCEPT_START: {
        // exit, self or null, lasti, previous exception, exception
        PyBaseException e = (PyBaseException) s[sp - 1];
        Object traceback = e.traceback == null ? Py.None : e.traceback;
        s[sp] = s[sp - 4] == null
            ? Call.call(s[sp - 5], e.type(), e, traceback)
            : Call.object(s[sp - 5]).call4(s[sp - 4], e.type(), e, traceback);
        return sp + 1;
      }
      case GET_AITER:
        s[sp - 1] = Generators.asyncIterator(s[sp - 1]);
        return sp;
      case GET_ANEXT:
        s[sp] = Generators.asyncNext(s[sp - 1]);
        return sp + 1;
      case GET_AWAITABLE:
        s[sp - 1] = Generators.awaitable(s[sp - 1], arg);
        return sp;
      case GET_YIELD_FROM_ITER:
        s[sp - 1] = Generators.yieldFromIterator(f, s[sp - 1]);
        return sp;
      case CHECK_ARGS, INVOKE_FUNCTION, INVOKE_METHOD, INVOKE_NATIVE, BUILD_CHECKED_LIST, BUILD_CHECKED_MAP, LOAD_METHOD_STATIC, CAST,
          REFINE_TYPE, LOAD_FIELD, STORE_FIELD, TP_ALLOC, LOAD_CLASS, LOAD_TYPE, PRIMITIVE_LOAD_CONST, PRIMITIVE_BOX, PRIMITIVE_UNBOX,
          PRIMITIVE_BINARY_OP, PRIMITIVE_COMPARE_OP, PRIMITIVE_UNARY_OP, CONVERT_PRIMITIVE, FAST_LEN, SEQUENCE_GET, SEQUENCE_SET, LIST_DEL,
          RETURN_PRIMITIVE, SECOND:
        return ts.interpreter.staticOps.run(ts, f, instruction, f.lasti, sp);
      default:
        throw Errors.systemError("unknown opcode " + (instruction & 0xFF));
    }
  }

  static Object convert(Object value, int how) {
    return how == 1 ? Py.str(value) : how == 2 ? Py.repr(value) : dev.tuff.engine.module.Builtins.ascii(value);
  }

  static Object format(Object value, Object spec) {
    return dev.tuff.engine.text.StrConversion.formatted(value, spec);
  }

  private static int loadSpecial(PyFrame f, int sp, int arg) {
    Object[] s = f.fast;
    Object o = s[sp - 1];
    Object known = f.code.caches[f.lasti + 1];
    Object method = known instanceof TypeCache c ? c.load(o, null) : null;
    if (method != null) {
      s[sp - 1] = method;
      s[sp] = o;
      return sp + 1;
    }
    PyType t = Py.typeOf(o);
    Object version = t.version;
    int id = switch (arg) {
      case 0 -> Special.ENTER;
      case 1 -> Special.EXIT;
      case 2 -> Special.AENTER;
      default -> Special.AEXIT;
    };
    Object fn = t.slot(id);
    if (fn == null) {
      throw notAManager(t, arg);
    }
    if (fn instanceof dev.tuff.engine.core.PyObject p && p.type().has(PyType.METHOD_DESCRIPTOR)) {
      f.code.caches[f.lasti + 1] = TypeCache.of(t, version, null, fn, known);
      s[sp - 1] = fn;
      s[sp] = o;
    } else {
      s[sp - 1] = Descriptors.bind(fn, o, t);
      s[sp] = null;
    }
    return sp + 1;
  }

  private static dev.tuff.engine.core.PyException notAManager(PyType t, int arg) {
    boolean async = arg >= 2;
    String missing = Special.name(arg == 0 ? Special.ENTER : arg == 1 ? Special.EXIT : arg == 2 ? Special.AENTER : Special.AEXIT);
    String text = "'" + t.name() + "' object does not support the " + (async ? "asynchronous " : "") + "context manager protocol"
        + " (missed " + missing + " method)";
    boolean other = async
        ? t.slot(Special.ENTER) != null && t.slot(Special.EXIT) != null
        : t.slot(Special.AENTER) != null && t.slot(Special.AEXIT) != null;
    if (other) {
      text += async
          ? " but it supports the context manager protocol. Did you mean to use 'with'?"
          : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
    }
    return Errors.typeError(text);
  }
}
