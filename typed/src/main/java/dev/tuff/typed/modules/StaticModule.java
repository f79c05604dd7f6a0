package dev.tuff.typed.modules;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.primitive.PrimitiveTypes;
import dev.tuff.engine.primitive.StaticArray;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.engine.text.PyStr;
import dev.tuff.typed.runtime.CheckedDict;
import dev.tuff.typed.runtime.CheckedList;
import dev.tuff.typed.runtime.StaticCalls;
import java.util.concurrent.ThreadLocalRandom;

/** {@code _static}: the constants, types and functions that {@code cinderx.static} re-exports. */
final class StaticModule {
  private static final long RAND_MAX = Integer.MAX_VALUE;

  private StaticModule() {}

  static void init(PyModule m) {
    Exposed.define(m, "_static", new StaticModuleTable());
    Exposed.define(m, "_static", StaticMarkFunctions.table());
    Exposed.define(m, "_static", NativeFunctions.table());
    Exposed.define(m, "_static", ClassFunctions.table());
    m.set("chkdict", CheckedDict.TYPE);
    m.set("chklist", CheckedList.TYPE);
    m.set("staticarray", StaticArray.TYPE);
    m.set("RAND_MAX", RAND_MAX);
    for (int code = 0; code <= TypeCodes.BOOL; code++) {
      String name = TypeCodes.name(code);
      m.set("TYPED_" + (name.equals("cbool") ? "BOOL" : name.toUpperCase(java.util.Locale.ROOT)), Py.box(code));
    }
    for (int size = 0; size < 4; size++) {
      m.set("TYPED_INT_" + (8 << size) + "BIT", Py.box(size));
    }
    m.set("TYPED_ARRAY", Py.box(TypeCodes.ARRAY));
    numbers(m, "PRIM_OP_", "ADD_INT SUB_INT MUL_INT DIV_INT DIV_UN_INT MOD_INT MOD_UN_INT POW_INT LSHIFT_INT RSHIFT_INT RSHIFT_UN_INT XOR_INT "
        + "OR_INT AND_INT ADD_DBL SUB_DBL MUL_DBL DIV_DBL MOD_DBL POW_DBL POW_UN_INT");
    numbers(m, "PRIM_OP_", "EQ_INT NE_INT LT_INT LE_INT GT_INT GE_INT LT_UN_INT LE_UN_INT GT_UN_INT GE_UN_INT EQ_DBL NE_DBL LT_DBL LE_DBL "
        + "GT_DBL GE_DBL");
    numbers(m, "PRIM_OP_", "NEG_INT INV_INT NEG_DBL NOT_INT");
    numbers(m, "FAST_LEN_", "LIST DICT SET TUPLE ARRAY STR");
    m.set("FAST_LEN_INEXACT", Py.box(1 << 4));
    numbers(m, "SEQ_", "LIST TUPLE LIST_INEXACT");
    m.set("SEQ_SUBSCR_UNCHECKED", Py.box(1 << 3));
    m.set("SEQ_REPEAT_INEXACT_SEQ", Py.box(1 << 4));
    m.set("SEQ_REPEAT_INEXACT_NUM", Py.box(1 << 5));
    m.set("SEQ_REPEAT_REVERSED", Py.box(1 << 6));
    m.set("SEQ_REPEAT_PRIMITIVE_NUM", Py.box(1 << 7));
    m.set("SEQ_CHECKED_LIST", Py.box(1 << 8));
    m.set("SEQ_ARRAY_INT64", Py.box(TypeCodes.INT64 << 4 | TypeCodes.ARRAY));
  }

  /** Names numbered from 0 on. */
  private static void numbers(PyModule m, String prefix, String names) {
    int n = 0;
    for (String name : names.split(" ")) {
      m.set(prefix + name, Py.box(n++));
    }
  }

  @Function(value = "rand()", doc = "A random number from 0 to RAND_MAX.")
  static long rand() {
    return ThreadLocalRandom.current().nextLong(RAND_MAX + 1);
  }

  @Function(value = "set_type_code(type, code, /)", doc = "Have the class stand for a primitive type.")
  static void set_type_code(Object type, long code, Interpreter interpreter) {
    if (!(type instanceof PyType t) || !t.isHeap()) {
      throw Errors.typeError("set_type_code requires a class made by a class statement");
    }
    PrimitiveTypes.of(interpreter).set(t, (int) code);
  }

  @Function(value = "resolve_primitive_descr(descr, /)", doc = "The type code that a type descriptor of a primitive type means.")
  static Object resolve_primitive_descr(Object descr) {
    int code = descr instanceof PyTuple t && t.size() >= 2 && PyStr.isStr(t.get(1)) && "__static__".equals(t.get(0))
        ? TypeCodes.of(PyStr.java(t.get(1))) : -1;
    if (code < 0) {
      throw Errors.runtimeError("Failed to resolve primitive type: " + Py.javaRepr(descr));
    }
    return Py.box(code);
  }

  @Function(value = "_check_awaited(descriptor, name, result, /)", doc = "The result, if it is of the type that the descriptor names.")
  static Object _check_awaited(Object descriptor, String name, Object result, Interpreter interpreter) {
    return StaticCalls.checkAwaited(interpreter, descriptor, name, result);
  }

  @Function(value = "note_functions(module, /)", doc = "Remember the functions of a static module of that name, whose code has just run, as what it defines.")
  static void note_functions(Object module, Interpreter interpreter) {
    StaticCalls.noteFunctions(interpreter, module);
  }

  @Function(value = "_property_missing_fget(*args)", doc = "Stands for a property's getter where there is none.")
  static Object _property_missing_fget(Object[] args) {
    throw Errors.attributeError("unreadable attribute");
  }

  @Function(value = "_property_missing_fset(*args)", doc = "Stands for a property's setter where there is none.")
  static Object _property_missing_fset(Object[] args) {
    throw Errors.attributeError("can't set attribute");
  }

  @Function(value = "install_sp_audit_hook()", doc = "Have code of static functions protected from being replaced: always done.")
  static void install_sp_audit_hook() {}
}
