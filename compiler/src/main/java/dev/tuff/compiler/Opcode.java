package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.ArgKind.*;
import static dev.tuff.compiler.Opcode.CacheKind.*;

import java.util.Arrays;

/**
 * The opcode table: number, name, kind of argument, stack effect, inline cache and meaning of every instruction; the single
 * source for assembler, disassembler, verifier and the engine's coverage checks.
 *
 * <p>Generic opcodes have the names, numbers, arguments and stack meaning of CPython 3.14, with three differences: a jump's
 * argument is the absolute index of its target instruction; there are no EXTENDED_ARG and CACHE instructions; nothing is
 * borrowed, so the LOAD_FAST_BORROW forms do not exist. A stack picture reads {@code before -> after} with the top on the right.
 *
 * <p>An instruction is one int, {@code opcode | arg << 8}. Numbers from {@link #FIRST_SPECIALIZED} on (and the holes below) are
 * the engine's specialised forms; the compiler never emits them.
 *
 * <p>The constants are inlined by javac: code that only switches on them does not load this class.
 */
public final class Opcode {
  private Opcode() {}

  /** What an argument means. */
  public enum ArgKind {
    NO_ARG,
    /** A number whose meaning the opcode defines. */
    OPARG,
    /** Index into the constants. */
    CONST,
    /** The same shifted left by eight; below it how many items of the stack are taken. */
    CONST_COUNT,
    /** Index into the names; {@code NAME_LOW}: shifted left by one, {@code NAME_LOW2}: by two, flags below. */
    NAME,
    NAME_LOW,
    NAME_LOW2,
    /** Index into the fast locals ("localsplus"). */
    LOCAL,
    /** Two such indices below 16: {@code first << 4 | second}. */
    LOCAL_LOCAL,
    /** Index into the fast locals of a cell or free variable. */
    FREE,
    /** Absolute index of an instruction. */
    JUMP,
    /** {@code NB_*} of {@link BinaryOp}. */
    BINARY,
    /** {@code CMP_* << 5 | 16 if the result is wanted as a bool | mask}, see {@link CompareOp}. */
    COMPARE,
    /** 1 inverts the test. */
    INVERT,
    INTRINSIC_1,
    INTRINSIC_2,
    COMMON_CONSTANT,
    SPECIAL
  }

  /** Which family of inline cache an instruction has; the engine defines what is in it. */
  public enum CacheKind {
    NO_CACHE,
    GLOBAL,
    ATTR,
    STORE_ATTR_CACHE,
    SUPER_ATTR,
    CALL_CACHE,
    BINARY_CACHE,
    COMPARE_CACHE,
    CONTAINS_CACHE,
    STORE_SUBSCR_CACHE,
    ITER_CACHE,
    SEND_CACHE,
    BOOL_CACHE,
    UNPACK_CACHE
  }

  public static final int COUNT = 256;
  /** From here on all numbers are free for specialised forms. */
  public static final int FIRST_SPECIALIZED = 129;

  private static final String[] NAMES = new String[COUNT];
  private static final String[] DOCS = new String[COUNT];
  private static final ArgKind[] ARGS = new ArgKind[COUNT];
  private static final CacheKind[] CACHES = new CacheKind[COUNT];
  private static final int[] PARENTS = new int[COUNT];
  /** The effect is {@code BASE + PER_ARG * arg + LOW_BIT * (arg & 1)}; UNPACK_EX alone is odd. */
  private static final byte[] BASE = new byte[COUNT];
  private static final byte[] PER_ARG = new byte[COUNT];
  private static final byte[] LOW_BIT = new byte[COUNT];

  // ---- generic opcodes ----

  public static final int BINARY_SLICE = 1;
  static { row(BINARY_SLICE, "BINARY_SLICE", NO_ARG, -2, 0, 0, NO_CACHE, "container, start, stop -> container[start:stop]"); }

  public static final int BUILD_TEMPLATE = 2;
  static { row(BUILD_TEMPLATE, "BUILD_TEMPLATE", NO_ARG, -1, 0, 0, NO_CACHE, "strings, interpolations -> Template"); }

  public static final int CALL_FUNCTION_EX = 4;
  static { row(CALL_FUNCTION_EX, "CALL_FUNCTION_EX", NO_ARG, -3, 0, 0, CALL_CACHE,
      "callable, null or self, args tuple, kwargs dict or null -> result"); }

  public static final int CHECK_EG_MATCH = 5;
  static { row(CHECK_EG_MATCH, "CHECK_EG_MATCH", NO_ARG, 0, 0, 0, NO_CACHE, "group, type -> rest or None, match or None"); }

  public static final int CHECK_EXC_MATCH = 6;
  static { row(CHECK_EXC_MATCH, "CHECK_EXC_MATCH", NO_ARG, 0, 0, 0, NO_CACHE, "exc, type -> exc, bool"); }

  public static final int CLEANUP_THROW = 7;
  static { row(CLEANUP_THROW, "CLEANUP_THROW", NO_ARG, -1, 0, 0, NO_CACHE,
      "sub-iterator, last sent, exc -> None, value of StopIteration; else raises exc again"); }

  public static final int DELETE_SUBSCR = 8;
  static { row(DELETE_SUBSCR, "DELETE_SUBSCR", NO_ARG, -2, 0, 0, NO_CACHE, "container, key -> ; del container[key]"); }

  public static final int END_FOR = 9;
  static { row(END_FOR, "END_FOR", NO_ARG, -1, 0, 0, NO_CACHE, "drops the top; FOR_ITER jumps past it"); }

  public static final int END_SEND = 10;
  static { row(END_SEND, "END_SEND", NO_ARG, -1, 0, 0, NO_CACHE, "receiver, value -> value"); }

  public static final int FORMAT_SIMPLE = 12;
  static { row(FORMAT_SIMPLE, "FORMAT_SIMPLE", NO_ARG, 0, 0, 0, NO_CACHE, "value -> format(value, \"\")"); }

  public static final int FORMAT_WITH_SPEC = 13;
  static { row(FORMAT_WITH_SPEC, "FORMAT_WITH_SPEC", NO_ARG, -1, 0, 0, NO_CACHE, "value, spec -> format(value, spec)"); }

  public static final int GET_AITER = 14;
  static { row(GET_AITER, "GET_AITER", NO_ARG, 0, 0, 0, NO_CACHE, "obj -> obj.__aiter__()"); }

  public static final int GET_ANEXT = 15;
  static { row(GET_ANEXT, "GET_ANEXT", NO_ARG, 1, 0, 0, NO_CACHE, "aiter -> aiter, awaitable of aiter.__anext__()"); }

  public static final int GET_ITER = 16;
  static { row(GET_ITER, "GET_ITER", NO_ARG, 0, 0, 0, NO_CACHE, "iterable -> iter(iterable)"); }

  public static final int GET_LEN = 18;
  static { row(GET_LEN, "GET_LEN", NO_ARG, 1, 0, 0, NO_CACHE, "obj -> obj, len(obj)"); }

  public static final int GET_YIELD_FROM_ITER = 19;
  static { row(GET_YIELD_FROM_ITER, "GET_YIELD_FROM_ITER", NO_ARG, 0, 0, 0, NO_CACHE,
      "iterable -> iterator, generators and permitted coroutines as they are"); }

  public static final int LOAD_BUILD_CLASS = 21;
  static { row(LOAD_BUILD_CLASS, "LOAD_BUILD_CLASS", NO_ARG, 1, 0, 0, NO_CACHE, "-> __build_class__"); }

  public static final int LOAD_LOCALS = 22;
  static { row(LOAD_LOCALS, "LOAD_LOCALS", NO_ARG, 1, 0, 0, NO_CACHE, "-> the mapping of locals"); }

  public static final int MAKE_FUNCTION = 23;
  static { row(MAKE_FUNCTION, "MAKE_FUNCTION", NO_ARG, 0, 0, 0, NO_CACHE, "code -> function"); }

  public static final int MATCH_KEYS = 24;
  static { row(MATCH_KEYS, "MATCH_KEYS", NO_ARG, 1, 0, 0, NO_CACHE, "subject, keys -> subject, keys, tuple of values or None"); }

  public static final int MATCH_MAPPING = 25;
  static { row(MATCH_MAPPING, "MATCH_MAPPING", NO_ARG, 1, 0, 0, NO_CACHE, "subject -> subject, is it a mapping"); }

  public static final int MATCH_SEQUENCE = 26;
  static { row(MATCH_SEQUENCE, "MATCH_SEQUENCE", NO_ARG, 1, 0, 0, NO_CACHE, "subject -> subject, is it a sequence"); }

  public static final int NOP = 27;
  static { row(NOP, "NOP", NO_ARG, 0, 0, 0, NO_CACHE, "nothing; carries a line event"); }

  public static final int NOT_TAKEN = 28;
  static { row(NOT_TAKEN, "NOT_TAKEN", NO_ARG, 0, 0, 0, NO_CACHE,
      "follows each conditional jump; marks the fall-through branch for monitoring"); }

  public static final int POP_EXCEPT = 29;
  static { row(POP_EXCEPT, "POP_EXCEPT", NO_ARG, -1, 0, 0, NO_CACHE, "previous handled exception -> ; restores it"); }

  public static final int POP_ITER = 30;
  static { row(POP_ITER, "POP_ITER", NO_ARG, -1, 0, 0, NO_CACHE, "iterator -> "); }

  public static final int POP_TOP = 31;
  static { row(POP_TOP, "POP_TOP", NO_ARG, -1, 0, 0, NO_CACHE, "value -> "); }

  public static final int PUSH_EXC_INFO = 32;
  static { row(PUSH_EXC_INFO, "PUSH_EXC_INFO", NO_ARG, 1, 0, 0, NO_CACHE, "exc -> previously handled exception, exc"); }

  public static final int PUSH_NULL = 33;
  static { row(PUSH_NULL, "PUSH_NULL", NO_ARG, 1, 0, 0, NO_CACHE, "-> null"); }

  public static final int RETURN_GENERATOR = 34;
  static { row(RETURN_GENERATOR, "RETURN_GENERATOR", NO_ARG, 1, 0, 0, NO_CACHE,
      "makes the generator of this frame and returns it to the caller; on first resume pushes the sent value"); }

  public static final int RETURN_VALUE = 35;
  static { row(RETURN_VALUE, "RETURN_VALUE", NO_ARG, 0, 0, 0, NO_CACHE, "value -> (at the caller) value; leaves the frame"); }

  public static final int SETUP_ANNOTATIONS = 36;
  static { row(SETUP_ANNOTATIONS, "SETUP_ANNOTATIONS", NO_ARG, 0, 0, 0, NO_CACHE,
      "makes __annotations__ in the locals unless it is there"); }

  public static final int STORE_SLICE = 37;
  static { row(STORE_SLICE, "STORE_SLICE", NO_ARG, -4, 0, 0, NO_CACHE, "value, container, start, stop -> "); }

  public static final int STORE_SUBSCR = 38;
  static { row(STORE_SUBSCR, "STORE_SUBSCR", NO_ARG, -3, 0, 0, STORE_SUBSCR_CACHE,
      "value, container, key -> ; container[key] = value"); }

  public static final int TO_BOOL = 39;
  static { row(TO_BOOL, "TO_BOOL", NO_ARG, 0, 0, 0, BOOL_CACHE, "value -> bool(value)"); }

  public static final int UNARY_INVERT = 40;
  static { row(UNARY_INVERT, "UNARY_INVERT", NO_ARG, 0, 0, 0, NO_CACHE, "value -> ~value"); }

  public static final int UNARY_NEGATIVE = 41;
  static { row(UNARY_NEGATIVE, "UNARY_NEGATIVE", NO_ARG, 0, 0, 0, NO_CACHE, "value -> -value"); }

  public static final int UNARY_NOT = 42;
  static { row(UNARY_NOT, "UNARY_NOT", NO_ARG, 0, 0, 0, NO_CACHE, "bool -> not bool"); }

  public static final int WITH_EXCEPT_START = 43;
  static { row(WITH_EXCEPT_START, "WITH_EXCEPT_START", NO_ARG, 1, 0, 0, NO_CACHE,
      "exit, self or null, lasti, previous exc, exc -> the same, result of exit(type, exc, traceback)"); }

  public static final int BINARY_OP = 44;
  static { row(BINARY_OP, "BINARY_OP", BINARY, -1, 0, 0, BINARY_CACHE, "left, right -> left OP right; arg is NB_*"); }

  public static final int BUILD_INTERPOLATION = 45;
  static { row(BUILD_INTERPOLATION, "BUILD_INTERPOLATION", OPARG, -1, 0, -1, NO_CACHE,
      "value, str[, spec] -> Interpolation; arg = conversion << 2 | has spec (2: always set)"); }

  public static final int BUILD_LIST = 46;
  static { row(BUILD_LIST, "BUILD_LIST", OPARG, 1, -1, 0, NO_CACHE, "arg values -> list"); }

  public static final int BUILD_MAP = 47;
  static { row(BUILD_MAP, "BUILD_MAP", OPARG, 1, -2, 0, NO_CACHE, "arg pairs of key, value -> dict"); }

  public static final int BUILD_SET = 48;
  static { row(BUILD_SET, "BUILD_SET", OPARG, 1, -1, 0, NO_CACHE, "arg values -> set"); }

  public static final int BUILD_SLICE = 49;
  static { row(BUILD_SLICE, "BUILD_SLICE", OPARG, 1, -1, 0, NO_CACHE, "arg (2 or 3) values -> slice"); }

  public static final int BUILD_STRING = 50;
  static { row(BUILD_STRING, "BUILD_STRING", OPARG, 1, -1, 0, NO_CACHE, "arg strings -> their concatenation"); }

  public static final int BUILD_TUPLE = 51;
  static { row(BUILD_TUPLE, "BUILD_TUPLE", OPARG, 1, -1, 0, NO_CACHE, "arg values -> tuple"); }

  public static final int CALL = 52;
  static { row(CALL, "CALL", OPARG, -1, -1, 0, CALL_CACHE, "callable, self or null, arg values -> result"); }

  public static final int CALL_INTRINSIC_1 = 53;
  static { row(CALL_INTRINSIC_1, "CALL_INTRINSIC_1", INTRINSIC_1, 0, 0, 0, NO_CACHE, "value -> result of intrinsic arg"); }

  public static final int CALL_INTRINSIC_2 = 54;
  static { row(CALL_INTRINSIC_2, "CALL_INTRINSIC_2", INTRINSIC_2, -1, 0, 0, NO_CACHE,
      "value, value -> result of intrinsic arg"); }

  public static final int CALL_KW = 55;
  static { row(CALL_KW, "CALL_KW", OPARG, -2, -1, 0, CALL_CACHE,
      "callable, self or null, arg values, tuple of the last names -> result"); }

  public static final int COMPARE_OP = 56;
  static { row(COMPARE_OP, "COMPARE_OP", COMPARE, -1, 0, 0, COMPARE_CACHE,
      "left, right -> left OP right; arg = CMP_* << 5 | 16 if the result is to be a bool | mask"); }

  public static final int CONTAINS_OP = 57;
  static { row(CONTAINS_OP, "CONTAINS_OP", INVERT, -1, 0, 0, CONTAINS_CACHE,
      "item, container -> item in container; arg 1: not in"); }

  public static final int CONVERT_VALUE = 58;
  static { row(CONVERT_VALUE, "CONVERT_VALUE", OPARG, 0, 0, 0, NO_CACHE,
      "value -> str(value), repr(value), ascii(value) for arg 1, 2, 3"); }

  public static final int COPY = 59;
  static { row(COPY, "COPY", OPARG, 1, 0, 0, NO_CACHE, "pushes the item that is arg deep (1: the top)"); }

  public static final int COPY_FREE_VARS = 60;
  static { row(COPY_FREE_VARS, "COPY_FREE_VARS", OPARG, 0, 0, 0, NO_CACHE, "copies the closure into the last arg locals"); }

  public static final int DELETE_ATTR = 61;
  static { row(DELETE_ATTR, "DELETE_ATTR", NAME, -1, 0, 0, NO_CACHE, "obj -> ; del obj.name"); }

  public static final int DELETE_DEREF = 62;
  static { row(DELETE_DEREF, "DELETE_DEREF", FREE, 0, 0, 0, NO_CACHE, "empties the cell; unbound: error"); }

  public static final int DELETE_FAST = 63;
  static { row(DELETE_FAST, "DELETE_FAST", LOCAL, 0, 0, 0, NO_CACHE, "unbinds the local; unbound: error"); }

  public static final int DELETE_GLOBAL = 64;
  static { row(DELETE_GLOBAL, "DELETE_GLOBAL", NAME, 0, 0, 0, NO_CACHE, "del of a global"); }

  public static final int DELETE_NAME = 65;
  static { row(DELETE_NAME, "DELETE_NAME", NAME, 0, 0, 0, NO_CACHE, "del in the mapping of locals"); }

  public static final int DICT_MERGE = 66;
  static { row(DICT_MERGE, "DICT_MERGE", OPARG, -1, 0, 0, NO_CACHE,
      "update of the dict arg deep by the top; repeated key: error of a call"); }

  public static final int DICT_UPDATE = 67;
  static { row(DICT_UPDATE, "DICT_UPDATE", OPARG, -1, 0, 0, NO_CACHE, "update of the dict arg deep by the top"); }

  public static final int END_ASYNC_FOR = 68;
  static { row(END_ASYNC_FOR, "END_ASYNC_FOR", JUMP, -2, 0, 0, NO_CACHE,
      "aiter, exc -> ; raises exc again unless StopAsyncIteration; arg is the END_SEND of the loop, for monitoring only"); }

  public static final int FOR_ITER = 70;
  static { row(FOR_ITER, "FOR_ITER", JUMP, 1, 0, 0, ITER_CACHE,
      "iter -> iter, next; exhausted: iter stays and jumps behind the END_FOR at arg"); }

  public static final int GET_AWAITABLE = 71;
  static { row(GET_AWAITABLE, "GET_AWAITABLE", OPARG, 0, 0, 0, NO_CACHE,
      "value -> its awaitable; arg 1: of __aenter__, 2: of __aexit__, for the message"); }

  public static final int IMPORT_FROM = 72;
  static { row(IMPORT_FROM, "IMPORT_FROM", NAME, 1, 0, 0, NO_CACHE, "module -> module, module.name"); }

  public static final int IMPORT_NAME = 73;
  static { row(IMPORT_NAME, "IMPORT_NAME", NAME, -1, 0, 0, NO_CACHE, "level, fromlist -> module"); }

  public static final int IS_OP = 74;
  static { row(IS_OP, "IS_OP", INVERT, -1, 0, 0, NO_CACHE, "left, right -> left is right; arg 1: is not"); }

  public static final int JUMP_BACKWARD = 75;
  static { row(JUMP_BACKWARD, "JUMP_BACKWARD", JUMP, 0, 0, 0, NO_CACHE, "jumps; checks for signals; counts for tiering"); }

  public static final int JUMP_BACKWARD_NO_INTERRUPT = 76;
  static { row(JUMP_BACKWARD_NO_INTERRUPT, "JUMP_BACKWARD_NO_INTERRUPT", JUMP, 0, 0, 0, NO_CACHE, "jumps"); }

  public static final int JUMP_FORWARD = 77;
  static { row(JUMP_FORWARD, "JUMP_FORWARD", JUMP, 0, 0, 0, NO_CACHE, "jumps"); }

  public static final int LIST_APPEND = 78;
  static { row(LIST_APPEND, "LIST_APPEND", OPARG, -1, 0, 0, NO_CACHE, "appends the top to the list arg deep below it"); }

  public static final int LIST_EXTEND = 79;
  static { row(LIST_EXTEND, "LIST_EXTEND", OPARG, -1, 0, 0, NO_CACHE, "extends the list arg deep by the top"); }

  public static final int LOAD_ATTR = 80;
  static { row(LOAD_ATTR, "LOAD_ATTR", NAME_LOW, 0, 0, 1, ATTR,
      "obj -> obj.name; low bit: method, self (or attribute, null); name is arg >> 1"); }

  public static final int LOAD_COMMON_CONSTANT = 81;
  static { row(LOAD_COMMON_CONSTANT, "LOAD_COMMON_CONSTANT", COMMON_CONSTANT, 1, 0, 0, NO_CACHE,
      "-> AssertionError, NotImplementedError, tuple, all, any"); }

  public static final int LOAD_CONST = 82;
  static { row(LOAD_CONST, "LOAD_CONST", CONST, 1, 0, 0, NO_CACHE, "-> constant"); }

  public static final int LOAD_DEREF = 83;
  static { row(LOAD_DEREF, "LOAD_DEREF", FREE, 1, 0, 0, NO_CACHE, "-> content of the cell; unbound: error"); }

  public static final int LOAD_FAST = 84;
  static { row(LOAD_FAST, "LOAD_FAST", LOCAL, 1, 0, 0, NO_CACHE, "-> local, known to be bound"); }

  public static final int LOAD_FAST_AND_CLEAR = 85;
  static { row(LOAD_FAST_AND_CLEAR, "LOAD_FAST_AND_CLEAR", LOCAL, 1, 0, 0, NO_CACHE, "-> local or null; unbinds it"); }

  public static final int LOAD_FAST_CHECK = 88;
  static { row(LOAD_FAST_CHECK, "LOAD_FAST_CHECK", LOCAL, 1, 0, 0, NO_CACHE, "-> local; unbound: error"); }

  public static final int LOAD_FAST_LOAD_FAST = 89;
  static { row(LOAD_FAST_LOAD_FAST, "LOAD_FAST_LOAD_FAST", LOCAL_LOCAL, 2, 0, 0, NO_CACHE, "-> local arg >> 4, local arg & 15"); }

  public static final int LOAD_FROM_DICT_OR_DEREF = 90;
  static { row(LOAD_FROM_DICT_OR_DEREF, "LOAD_FROM_DICT_OR_DEREF", FREE, 0, 0, 0, NO_CACHE,
      "mapping -> mapping[name], else the content of the cell"); }

  public static final int LOAD_FROM_DICT_OR_GLOBALS = 91;
  static { row(LOAD_FROM_DICT_OR_GLOBALS, "LOAD_FROM_DICT_OR_GLOBALS", NAME, 0, 0, 0, NO_CACHE,
      "mapping -> mapping[name], else the global or builtin"); }

  public static final int LOAD_GLOBAL = 92;
  static { row(LOAD_GLOBAL, "LOAD_GLOBAL", NAME_LOW, 1, 0, 1, GLOBAL,
      "-> global or builtin; low bit: then null; name is arg >> 1"); }

  public static final int LOAD_NAME = 93;
  static { row(LOAD_NAME, "LOAD_NAME", NAME, 1, 0, 0, NO_CACHE, "-> local, global or builtin of that name"); }

  public static final int LOAD_SMALL_INT = 94;
  static { row(LOAD_SMALL_INT, "LOAD_SMALL_INT", OPARG, 1, 0, 0, NO_CACHE, "-> arg as int"); }

  public static final int LOAD_SPECIAL = 95;
  static { row(LOAD_SPECIAL, "LOAD_SPECIAL", SPECIAL, 1, 0, 0, NO_CACHE,
      "obj -> method, self or null; arg: __enter__, __exit__, __aenter__, __aexit__"); }

  public static final int LOAD_SUPER_ATTR = 96;
  static { row(LOAD_SUPER_ATTR, "LOAD_SUPER_ATTR", NAME_LOW2, -2, 0, 1, SUPER_ATTR,
      "super, class, self -> attribute; bit 0: as method, self; bit 1: two-argument form; name is arg >> 2"); }

  public static final int MAKE_CELL = 97;
  static { row(MAKE_CELL, "MAKE_CELL", LOCAL, 0, 0, 0, NO_CACHE, "wraps the local into a cell"); }

  public static final int MAP_ADD = 98;
  static { row(MAP_ADD, "MAP_ADD", OPARG, -2, 0, 0, NO_CACHE, "key, value -> into the dict arg deep below"); }

  public static final int MATCH_CLASS = 99;
  static { row(MATCH_CLASS, "MATCH_CLASS", OPARG, -2, 0, 0, NO_CACHE,
      "subject, class, names -> tuple of attributes or None; arg positional sub-patterns"); }

  public static final int POP_JUMP_IF_FALSE = 100;
  static { row(POP_JUMP_IF_FALSE, "POP_JUMP_IF_FALSE", JUMP, -1, 0, 0, NO_CACHE,
      "jumps if the bool is False; NOT_TAKEN follows always"); }

  public static final int POP_JUMP_IF_NONE = 101;
  static { row(POP_JUMP_IF_NONE, "POP_JUMP_IF_NONE", JUMP, -1, 0, 0, NO_CACHE,
      "jumps if the value is None; NOT_TAKEN follows always"); }

  public static final int POP_JUMP_IF_NOT_NONE = 102;
  static { row(POP_JUMP_IF_NOT_NONE, "POP_JUMP_IF_NOT_NONE", JUMP, -1, 0, 0, NO_CACHE,
      "jumps if the value is not None; NOT_TAKEN follows always"); }

  public static final int POP_JUMP_IF_TRUE = 103;
  static { row(POP_JUMP_IF_TRUE, "POP_JUMP_IF_TRUE", JUMP, -1, 0, 0, NO_CACHE,
      "jumps if the bool is True; NOT_TAKEN follows always"); }

  public static final int RAISE_VARARGS = 104;
  static { row(RAISE_VARARGS, "RAISE_VARARGS", OPARG, 0, -1, 0, NO_CACHE, "raise; raise exc; raise exc from cause"); }

  public static final int RERAISE = 105;
  static { row(RERAISE, "RERAISE", OPARG, -1, 0, 0, NO_CACHE,
      "raises the top again; arg > 0: with lasti from arg deep below it"); }

  public static final int SEND = 106;
  static { row(SEND, "SEND", JUMP, 0, 0, 0, SEND_CACHE,
      "receiver, value -> receiver, yielded; finished: receiver, result and jumps"); }

  public static final int SET_ADD = 107;
  static { row(SET_ADD, "SET_ADD", OPARG, -1, 0, 0, NO_CACHE, "adds the top to the set arg deep below it"); }

  public static final int SET_FUNCTION_ATTRIBUTE = 108;
  static { row(SET_FUNCTION_ATTRIBUTE, "SET_FUNCTION_ATTRIBUTE", OPARG, -1, 0, 0, NO_CACHE,
      "value, function -> function; arg: 1 defaults, 2 kwdefaults, 4 annotations, 8 closure, 16 annotate"); }

  public static final int SET_UPDATE = 109;
  static { row(SET_UPDATE, "SET_UPDATE", OPARG, -1, 0, 0, NO_CACHE, "updates the set arg deep by the top"); }

  public static final int STORE_ATTR = 110;
  static { row(STORE_ATTR, "STORE_ATTR", NAME, -2, 0, 0, STORE_ATTR_CACHE, "value, obj -> ; obj.name = value"); }

  public static final int STORE_DEREF = 111;
  static { row(STORE_DEREF, "STORE_DEREF", FREE, -1, 0, 0, NO_CACHE, "value -> into the cell"); }

  public static final int STORE_FAST = 112;
  static { row(STORE_FAST, "STORE_FAST", LOCAL, -1, 0, 0, NO_CACHE, "value (or null) -> local"); }

  public static final int STORE_FAST_LOAD_FAST = 113;
  static { row(STORE_FAST_LOAD_FAST, "STORE_FAST_LOAD_FAST", LOCAL_LOCAL, 0, 0, 0, NO_CACHE,
      "value -> local arg >> 4; -> local arg & 15"); }

  public static final int STORE_FAST_STORE_FAST = 114;
  static { row(STORE_FAST_STORE_FAST, "STORE_FAST_STORE_FAST", LOCAL_LOCAL, -2, 0, 0, NO_CACHE,
      "v2, v1 -> ; local arg >> 4 = v1, local arg & 15 = v2"); }

  public static final int STORE_GLOBAL = 115;
  static { row(STORE_GLOBAL, "STORE_GLOBAL", NAME, -1, 0, 0, NO_CACHE, "value -> global"); }

  public static final int STORE_NAME = 116;
  static { row(STORE_NAME, "STORE_NAME", NAME, -1, 0, 0, NO_CACHE, "value -> mapping of locals"); }

  public static final int SWAP = 117;
  static { row(SWAP, "SWAP", OPARG, 0, 0, 0, NO_CACHE, "swaps the top with the item arg deep (2: the next)"); }

  public static final int UNPACK_EX = 118;
  static { row(UNPACK_EX, "UNPACK_EX", OPARG, 0, 0, 0, NO_CACHE,
      "iterable -> items; arg = before | after << 8; effect is before + after"); }

  public static final int UNPACK_SEQUENCE = 119;
  static { row(UNPACK_SEQUENCE, "UNPACK_SEQUENCE", OPARG, -1, 1, 0, UNPACK_CACHE,
      "iterable -> its arg items, the first on top"); }

  public static final int YIELD_VALUE = 120;
  static { row(YIELD_VALUE, "YIELD_VALUE", OPARG, 0, 0, 0, NO_CACHE,
      "value -> sent value; leaves the frame; arg 1: inside await or yield from"); }

  public static final int RESUME = 128;
  static { row(RESUME, "RESUME", OPARG, 0, 0, 0, NO_CACHE,
      "start (0), after yield (1), yield from (2), await (3); +4 inside an except handler of depth 1; checks for signals"); }

  // ---- the engine's specialised forms: adaptive(NUMBER, "NAME", GENERIC_PARENT, "doc") ----

  public static final int LOAD_GLOBAL_MODULE = 129;
  static { adaptive(LOAD_GLOBAL_MODULE, "LOAD_GLOBAL_MODULE", LOAD_GLOBAL, "the name is an entry of the globals"); }

  public static final int LOAD_GLOBAL_BUILTIN = 130;
  static { adaptive(LOAD_GLOBAL_BUILTIN, "LOAD_GLOBAL_BUILTIN", LOAD_GLOBAL, "the name is an entry of the builtins"); }

  public static final int LOAD_ATTR_SLOT = 131;
  static { adaptive(LOAD_ATTR_SLOT, "LOAD_ATTR_SLOT", LOAD_ATTR, "an instance attribute at a known slot of a known shape"); }

  public static final int LOAD_ATTR_METHOD = 132;
  static { adaptive(LOAD_ATTR_METHOD, "LOAD_ATTR_METHOD", LOAD_ATTR, "a method of a known type, not hidden by the instance"); }

  public static final int LOAD_ATTR_OTHER = 133;
  static { adaptive(LOAD_ATTR_OTHER, "LOAD_ATTR_OTHER", LOAD_ATTR, "attribute of a module, a class, or an instance's class"); }

  public static final int STORE_ATTR_SLOT = 134;
  static { adaptive(STORE_ATTR_SLOT, "STORE_ATTR_SLOT", STORE_ATTR, "sets or adds an instance attribute of a known shape"); }

  public static final int BINARY_OP_ADD_INT = 135;
  static { adaptive(BINARY_OP_ADD_INT, "BINARY_OP_ADD_INT", BINARY_OP, "int + int without overflow"); }

  public static final int BINARY_OP_SUBTRACT_INT = 136;
  static { adaptive(BINARY_OP_SUBTRACT_INT, "BINARY_OP_SUBTRACT_INT", BINARY_OP, "int - int without overflow"); }

  public static final int BINARY_OP_ADD_FLOAT = 137;
  static { adaptive(BINARY_OP_ADD_FLOAT, "BINARY_OP_ADD_FLOAT", BINARY_OP, "float + float"); }

  public static final int BINARY_OP_SUBTRACT_FLOAT = 138;
  static { adaptive(BINARY_OP_SUBTRACT_FLOAT, "BINARY_OP_SUBTRACT_FLOAT", BINARY_OP, "float - float"); }

  public static final int BINARY_OP_MULTIPLY_FLOAT = 139;
  static { adaptive(BINARY_OP_MULTIPLY_FLOAT, "BINARY_OP_MULTIPLY_FLOAT", BINARY_OP, "float * float"); }

  public static final int BINARY_OP_SUBSCR_LIST_INT = 140;
  static { adaptive(BINARY_OP_SUBSCR_LIST_INT, "BINARY_OP_SUBSCR_LIST_INT", BINARY_OP, "list[int]"); }

  public static final int BINARY_OP_SUBSCR_TUPLE_INT = 141;
  static { adaptive(BINARY_OP_SUBSCR_TUPLE_INT, "BINARY_OP_SUBSCR_TUPLE_INT", BINARY_OP, "tuple[int]"); }

  public static final int COMPARE_OP_INT = 142;
  static { adaptive(COMPARE_OP_INT, "COMPARE_OP_INT", COMPARE_OP, "int with int, or float with float"); }

  public static final int BINARY_OP_NUMBERS = 143;
  static { adaptive(BINARY_OP_NUMBERS, "BINARY_OP_NUMBERS", BINARY_OP, "ints and floats, exact"); }

  public static final int BINARY_OP_SUBSCR_DICT = 144;
  static { adaptive(BINARY_OP_SUBSCR_DICT, "BINARY_OP_SUBSCR_DICT", BINARY_OP, "dict[key] with the key there"); }

  public static final int LOAD_FAST_LOAD_ATTR = 145;
  static { adaptive(LOAD_FAST_LOAD_ATTR, "LOAD_FAST_LOAD_ATTR", LOAD_FAST, "the LOAD_ATTR behind it too, of a slot or method"); }

  public static final int LOAD_FAST_LOAD_SMALL_INT = 146;
  static { adaptive(LOAD_FAST_LOAD_SMALL_INT, "LOAD_FAST_LOAD_SMALL_INT", LOAD_FAST, "the LOAD_SMALL_INT behind it too"); }

  public static final int LOAD_FAST_LOAD_CONST = 147;
  static { adaptive(LOAD_FAST_LOAD_CONST, "LOAD_FAST_LOAD_CONST", LOAD_FAST, "the LOAD_CONST behind it too"); }

  public static final int BINARY_OP_INT = 148;
  static { adaptive(BINARY_OP_INT, "BINARY_OP_INT", BINARY_OP, "int with int by * & | ^ >> // % without overflow"); }

  public static final int COMPARE_OP_STR = 149;
  static { adaptive(COMPARE_OP_STR, "COMPARE_OP_STR", COMPARE_OP, "str == str or str != str"); }

  // ---- Static Python: put into the tree by the type binder ----

  /** The first of them. A primitive on the stack is a {@code Long}, {@code Double} or {@code Boolean}; unsigned 64 bits lie in a long. */
  public static final int FIRST_STATIC = 200;

  public static final int CHECK_ARGS = 200;
  static { row(CHECK_ARGS, "CHECK_ARGS", NO_ARG, 0, 0, 0, NO_CACHE,
      "checks the arguments of a static function by its last constant, and unboxes primitives"); }

  public static final int INVOKE_FUNCTION = 201;
  static { row(INVOKE_FUNCTION, "INVOKE_FUNCTION", CONST_COUNT, 1, 0, 0, NO_CACHE,
      "arguments -> result of the function that the constant (descriptor, count) names"); }

  public static final int INVOKE_METHOD = 202;
  static { row(INVOKE_METHOD, "INVOKE_METHOD", CONST_COUNT, 1, 0, 0, NO_CACHE,
      "self, arguments -> result of the method of self's class; constant (descriptor, count[, True for a class method])"); }

  public static final int INVOKE_NATIVE = 203;
  static { row(INVOKE_NATIVE, "INVOKE_NATIVE", CONST_COUNT, 1, 0, 0, NO_CACHE,
      "arguments -> result of the C function; constant ((library, name), types)"); }

  public static final int BUILD_CHECKED_LIST = 204;
  static { row(BUILD_CHECKED_LIST, "BUILD_CHECKED_LIST", CONST_COUNT, 1, 0, 0, NO_CACHE,
      "items -> checked list; constant (descriptor, count)"); }

  public static final int BUILD_CHECKED_MAP = 205;
  static { row(BUILD_CHECKED_MAP, "BUILD_CHECKED_MAP", CONST_COUNT, 1, 0, 0, NO_CACHE,
      "keys and values -> checked dict; constant (descriptor, count)"); }

  public static final int LOAD_METHOD_STATIC = 206;
  static { row(LOAD_METHOD_STATIC, "LOAD_METHOD_STATIC", CONST, 0, 0, 0, NO_CACHE,
      "self -> self; the method of an INVOKE_METHOD behind, constant (descriptor,)"); }

  public static final int CAST = 207;
  static { row(CAST, "CAST", CONST, 0, 0, 0, NO_CACHE,
      "value -> the same if it is of the type that the constant describes; an int becomes a float"); }

  public static final int REFINE_TYPE = 208;
  static { row(REFINE_TYPE, "REFINE_TYPE", CONST, 0, 0, 0, NO_CACHE,
      "nothing: the value is of the type that the constant describes"); }

  public static final int LOAD_FIELD = 209;
  static { row(LOAD_FIELD, "LOAD_FIELD", CONST, 0, 0, 0, NO_CACHE,
      "obj -> value of its slot; constant (class descriptor, name)"); }

  public static final int STORE_FIELD = 210;
  static { row(STORE_FIELD, "STORE_FIELD", CONST, -2, 0, 0, NO_CACHE,
      "value, obj -> ; into the slot; constant (class descriptor, name)"); }

  public static final int TP_ALLOC = 211;
  static { row(TP_ALLOC, "TP_ALLOC", CONST, 1, 0, 0, NO_CACHE,
      "-> a new object of the class that the constant describes, not initialised"); }

  public static final int LOAD_CLASS = 212;
  static { row(LOAD_CLASS, "LOAD_CLASS", CONST, 1, 0, 0, NO_CACHE, "-> the class that the constant describes"); }

  public static final int LOAD_TYPE = 213;
  static { row(LOAD_TYPE, "LOAD_TYPE", NO_ARG, 0, 0, 0, NO_CACHE, "value -> its class"); }

  public static final int PRIMITIVE_LOAD_CONST = 214;
  static { row(PRIMITIVE_LOAD_CONST, "PRIMITIVE_LOAD_CONST", CONST, 1, 0, 0, NO_CACHE,
      "-> primitive; constant (value, TYPED code)"); }

  public static final int PRIMITIVE_BOX = 215;
  static { row(PRIMITIVE_BOX, "PRIMITIVE_BOX", OPARG, 0, 0, 0, NO_CACHE, "primitive -> object; arg: TYPED code"); }

  public static final int PRIMITIVE_UNBOX = 216;
  static { row(PRIMITIVE_UNBOX, "PRIMITIVE_UNBOX", OPARG, 0, 0, 0, NO_CACHE,
      "object -> primitive, in its range; arg: TYPED code"); }

  public static final int PRIMITIVE_BINARY_OP = 217;
  static { row(PRIMITIVE_BINARY_OP, "PRIMITIVE_BINARY_OP", OPARG, -1, 0, 0, NO_CACHE,
      "a, b -> a op b, wrapped to the type; arg: PRIM_OP | TYPED code << 8"); }

  public static final int PRIMITIVE_COMPARE_OP = 218;
  static { row(PRIMITIVE_COMPARE_OP, "PRIMITIVE_COMPARE_OP", OPARG, -1, 0, 0, NO_CACHE,
      "a, b -> cbool; arg: PRIM_OP | TYPED code << 8"); }

  public static final int PRIMITIVE_UNARY_OP = 219;
  static { row(PRIMITIVE_UNARY_OP, "PRIMITIVE_UNARY_OP", OPARG, 0, 0, 0, NO_CACHE,
      "a -> op a, wrapped to the type; arg: PRIM_OP | TYPED code << 8"); }

  public static final int CONVERT_PRIMITIVE = 220;
  static { row(CONVERT_PRIMITIVE, "CONVERT_PRIMITIVE", OPARG, 0, 0, 0, NO_CACHE,
      "primitive -> primitive of another type; arg: TYPED code from | to << 4"); }

  public static final int FAST_LEN = 221;
  static { row(FAST_LEN, "FAST_LEN", OPARG, 0, 0, 0, NO_CACHE, "container -> its length, int64; arg: FAST_LEN"); }

  public static final int SEQUENCE_GET = 222;
  static { row(SEQUENCE_GET, "SEQUENCE_GET", OPARG, -1, 0, 0, NO_CACHE, "sequence, int64 -> item; arg: SEQ"); }

  public static final int SEQUENCE_SET = 223;
  static { row(SEQUENCE_SET, "SEQUENCE_SET", OPARG, -3, 0, 0, NO_CACHE, "value, sequence, int64 -> ; arg: SEQ"); }

  public static final int LIST_DEL = 224;
  static { row(LIST_DEL, "LIST_DEL", OPARG, -2, 0, 0, NO_CACHE, "list, int64 -> ; deletes the item"); }

  public static final int RETURN_PRIMITIVE = 225;
  static { row(RETURN_PRIMITIVE, "RETURN_PRIMITIVE", OPARG, 0, 0, 0, NO_CACHE,
      "primitive -> (at the caller) its object; leaves the frame; arg: TYPED code"); }

  public static final int SECOND = 226;
  static { row(SECOND, "SECOND", NO_ARG, -1, 0, 0, NO_CACHE, "a, b -> b"); }

  private static void row(int opcode, String name, ArgKind arg, int base, int perArg, int lowBit, CacheKind cache, String doc) {
    NAMES[opcode] = name;
    ARGS[opcode] = arg;
    BASE[opcode] = (byte) base;
    PER_ARG[opcode] = (byte) perArg;
    LOW_BIT[opcode] = (byte) lowBit;
    CACHES[opcode] = cache;
    PARENTS[opcode] = opcode;
    DOCS[opcode] = doc;
  }

  /** A specialised form: argument, stack effect and cache are its generic parent's. */
  private static void adaptive(int opcode, String name, int parent, String doc) {
    if (NAMES[opcode] != null) {
      throw new AssertionError(name + " and " + NAMES[opcode] + " share a number");
    }
    row(opcode, name, ARGS[parent], BASE[parent], PER_ARG[parent], LOW_BIT[parent], CACHES[parent], doc);
    PARENTS[opcode] = parent;
  }

  /** The name, or null if the number is not taken. */
  public static String name(int opcode) {
    return NAMES[opcode];
  }

  public static String doc(int opcode) {
    return DOCS[opcode];
  }

  public static ArgKind argKind(int opcode) {
    return ARGS[opcode];
  }

  public static CacheKind cacheKind(int opcode) {
    return CACHES[opcode];
  }

  public static boolean hasArg(int opcode) {
    return ARGS[opcode] != NO_ARG;
  }

  public static boolean isJump(int opcode) {
    return ARGS[opcode] == JUMP;
  }

  /** The generic opcode that a specialised one stands for; a generic one is its own parent. */
  public static int parent(int opcode) {
    return PARENTS[opcode];
  }

  public static boolean isSpecialized(int opcode) {
    return PARENTS[opcode] != opcode;
  }

  /** How many values the instruction adds to the stack; the same whether or not it jumps. */
  public static int stackEffect(int opcode, int arg) {
    if (opcode == UNPACK_EX) {
      return (arg & 0xFF) + (arg >> 8);
    }
    if (ARGS[opcode] == CONST_COUNT) {
      return BASE[opcode] - (arg & 0xFF);
    }
    return BASE[opcode] + PER_ARG[opcode] * arg + LOW_BIT[opcode] * (arg & 1);
  }

  /** The number of a name, or -1. */
  public static int byName(String name) {
    return Arrays.asList(NAMES).indexOf(name);
  }

  public static int opcode(int instruction) {
    return instruction & 0xFF;
  }

  public static int arg(int instruction) {
    return instruction >> 8;
  }

  public static int instruction(int opcode, int arg) {
    return opcode | arg << 8;
  }
}
