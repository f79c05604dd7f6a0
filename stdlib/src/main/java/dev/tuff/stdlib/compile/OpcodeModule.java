package dev.tuff.stdlib.compile;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.compiler.Intrinsic;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.CodeLayout;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.module.PyModule;

/** {@code _opcode}: what {@code opcode} and {@code dis} ask about instructions. */
public final class OpcodeModule {
  // ORDER: as the NB_* numbers of BINARY_OP
  private static final String[] OPERATORS = {
    "ADD", "AND", "FLOOR_DIVIDE", "LSHIFT", "MATRIX_MULTIPLY", "MULTIPLY", "REMAINDER", "OR", "POWER", "RSHIFT", "SUBTRACT",
    "TRUE_DIVIDE", "XOR",
  };

  // instructions of CPython that Tuff's compiler does without, and the pseudo-instructions of its assembler
  private static final int CACHE = 0;
  private static final int EXTENDED_ARG = 69;
  private static final int LOAD_FAST_BORROW = 86;
  private static final int LOAD_FAST_BORROW_LOAD_FAST_BORROW = 87;
  private static final int FIRST_PSEUDO = 256;
  private static final int SETUP_CLEANUP = 263;
  private static final int LAST_PSEUDO = 266;

  private OpcodeModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_opcode", new OpcodeModuleTable());
    addStatic(Interpreter.current());
    m.set("ENABLE_SPECIALIZATION", 1L);
    m.set("ENABLE_SPECIALIZATION_FT", 1L);
  }

  /** The instructions of Static Python go into the table that {@code opcode} and {@code dis} read; they import this module before it. */
  private static void addStatic(Interpreter interpreter) {
    PyDict opmap = (PyDict) Attributes.get(interpreter.importModule("_opcode_metadata"), "opmap");
    for (int opcode = Opcode.FIRST_STATIC; opcode <= Opcode.SECOND; opcode++) {
      if (Opcode.name(opcode) != null) {
        opmap.putStr(Opcode.name(opcode), Py.box(CodeLayout.visible(opcode)));
      }
    }
  }

  private static boolean known(int number) {
    int opcode = CodeLayout.actual(number);
    return opcode > 0 && (opcode < Opcode.FIRST_SPECIALIZED || opcode != number) && Opcode.name(opcode) != null;
  }

  private static Opcode.ArgKind kind(int opcode) {
    return known(opcode) ? Opcode.argKind(CodeLayout.actual(opcode)) : Opcode.ArgKind.NO_ARG;
  }

  @Function(value = "stack_effect(opcode, oparg=None, /, *, jump=None)", doc = "Compute the stack effect of the opcode.")
  static long stack_effect(int opcode, Object oparg, Object jump) {
    if (jump != Py.None && !(jump instanceof Boolean)) {
      throw Errors.valueError("stack_effect: jump must be False, True or None");
    }
    int arg = oparg == Py.None ? 0 : Convert.toInt(oparg);
    if (known(opcode)) {
      return Opcode.stackEffect(CodeLayout.actual(opcode), arg);
    }
    return switch (opcode) {
      case CACHE, EXTENDED_ARG -> 0;
      case LOAD_FAST_BORROW -> 1;
      case LOAD_FAST_BORROW_LOAD_FAST_BORROW -> 2;
      default -> throw Errors.valueError("invalid opcode or oparg");
    };
  }

  @Function(value = "is_valid(opcode)", doc = "Return True if opcode is valid, False otherwise.")
  static boolean is_valid(int opcode) {
    return known(opcode) || opcode == CACHE || opcode == EXTENDED_ARG || opcode == LOAD_FAST_BORROW
        || opcode == LOAD_FAST_BORROW_LOAD_FAST_BORROW || opcode >= FIRST_PSEUDO && opcode <= LAST_PSEUDO;
  }

  @Function(value = "has_arg(opcode)", doc = "Return True if the opcode uses its oparg, False otherwise.")
  static boolean has_arg(int opcode) {
    return known(opcode) && Opcode.hasArg(CodeLayout.actual(opcode)) || opcode == EXTENDED_ARG || opcode == LOAD_FAST_BORROW
        || opcode == LOAD_FAST_BORROW_LOAD_FAST_BORROW || opcode > FIRST_PSEUDO && opcode <= LAST_PSEUDO && opcode != SETUP_CLEANUP - 1;
  }

  @Function(value = "has_const(opcode)", doc = "Return True if the opcode accesses a constant, False otherwise.")
  static boolean has_const(int opcode) {
    return kind(opcode) == Opcode.ArgKind.CONST || kind(opcode) == Opcode.ArgKind.CONST_COUNT;
  }

  @Function(value = "has_name(opcode)", doc = "Return True if the opcode accesses an attribute by name, False otherwise.")
  static boolean has_name(int opcode) {
    Opcode.ArgKind k = kind(opcode);
    return k == Opcode.ArgKind.NAME || k == Opcode.ArgKind.NAME_LOW || k == Opcode.ArgKind.NAME_LOW2;
  }

  @Function(value = "has_jump(opcode)", doc = "Return True if the opcode has a jump target, False otherwise.")
  static boolean has_jump(int opcode) {
    return kind(opcode) == Opcode.ArgKind.JUMP || opcode > FIRST_PSEUDO && opcode <= FIRST_PSEUDO + 4;
  }

  @Function(value = "has_free(opcode)", doc = "Return True if the opcode accesses a free variable, False otherwise.")
  static boolean has_free(int opcode) {
    return switch (opcode) {
      case Opcode.DELETE_DEREF, Opcode.LOAD_FROM_DICT_OR_DEREF, Opcode.MAKE_CELL, Opcode.STORE_DEREF -> true;
      default -> false;
    };
  }

  @Function(value = "has_local(opcode)", doc = "Return True if the opcode accesses a local variable, False otherwise.")
  static boolean has_local(int opcode) {
    Opcode.ArgKind k = kind(opcode);
    return k == Opcode.ArgKind.LOCAL || k == Opcode.ArgKind.LOCAL_LOCAL || opcode == LOAD_FAST_BORROW || opcode == Opcode.LOAD_DEREF
        || opcode == LOAD_FAST_BORROW_LOAD_FAST_BORROW;
  }

  @Function(value = "has_exc(opcode)", doc = "Return True if the opcode sets an exception handler, False otherwise.")
  static boolean has_exc(int opcode) {
    return opcode >= SETUP_CLEANUP && opcode <= SETUP_CLEANUP + 2;
  }

  @Function(value = "get_nb_ops()", doc = "Return array of symbols of binary ops.")
  static Object get_nb_ops() {
    Object[] out = new Object[2 * OPERATORS.length + 1];
    for (int i = 0; i < out.length - 1; i++) {
      boolean inPlace = i >= OPERATORS.length;
      out[i] = PyTuple.of("NB_" + (inPlace ? "INPLACE_" : "") + OPERATORS[i % OPERATORS.length], BinaryOp.symbol(i));
    }
    out[out.length - 1] = PyTuple.of("NB_SUBSCR", BinaryOp.symbol(BinaryOp.NB_SUBSCR));
    return PyList.of(out);
  }

  @Function(value = "get_intrinsic1_descs()", doc = "Return a list of names of the unary intrinsics.")
  static Object get_intrinsic1_descs() {
    Object[] out = new Object[12];
    for (int i = 0; i < out.length; i++) {
      out[i] = Intrinsic.name1(i);
    }
    return PyList.of(out);
  }

  @Function(value = "get_intrinsic2_descs()", doc = "Return a list of names of the binary intrinsics.")
  static Object get_intrinsic2_descs() {
    Object[] out = new Object[6];
    for (int i = 0; i < out.length; i++) {
      out[i] = Intrinsic.name2(i);
    }
    return PyList.of(out);
  }

  @Function(value = "get_special_method_names()", doc = "Return a list of special method names.")
  static Object get_special_method_names() {
    Object[] out = new Object[4];
    for (int i = 0; i < out.length; i++) {
      out[i] = Intrinsic.specialMethod(i);
    }
    return PyList.of(out);
  }

  @Function(value = "get_specialization_stats()", doc = "Return the specialization stats")
  static Object get_specialization_stats() {
    return Py.None;
  }

  @Function(value = "get_executor(code, offset)", doc = "Return the executor object at offset in code if exists, None otherwise.")
  static Object get_executor(Object code, int offset) {
    if (!(code instanceof PyCode)) {
      throw Errors.typeError("expected a code object, not '" + Py.typeOf(code).fullName() + "'");
    }
    throw Errors.valueError("no executor at given byte offset");
  }
}
