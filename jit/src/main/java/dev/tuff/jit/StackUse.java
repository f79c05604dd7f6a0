package dev.tuff.jit;

import static dev.tuff.compiler.Opcode.*;

/** How many items of the stack instructions take that the interpreter does for compiled code. */
final class StackUse {
  private StackUse() {}

  /** The number of items that are replaced by the instruction's results; -1 if it is none of these instructions. */
  static int pops(int opcode, int arg) {
    return switch (opcode) {
      case LOAD_GLOBAL, LOAD_NAME, LOAD_COMMON_CONSTANT, LOAD_BUILD_CLASS, LOAD_LOCALS, SETUP_ANNOTATIONS, DELETE_GLOBAL, DELETE_NAME,
          DELETE_DEREF, IMPORT_FROM, GET_LEN, MATCH_KEYS, MATCH_MAPPING, MATCH_SEQUENCE, WITH_EXCEPT_START, GET_ANEXT -> 0;
      case FORMAT_SIMPLE, GET_ITER, MAKE_FUNCTION, TO_BOOL, UNARY_INVERT, UNARY_NEGATIVE, CALL_INTRINSIC_1, CONVERT_VALUE, DELETE_ATTR,
          DICT_MERGE, DICT_UPDATE, LIST_APPEND, LIST_EXTEND, LOAD_ATTR, LOAD_SPECIAL, SET_ADD, SET_UPDATE, STORE_GLOBAL, STORE_NAME,
          UNPACK_EX, UNPACK_SEQUENCE, LOAD_FROM_DICT_OR_DEREF, LOAD_FROM_DICT_OR_GLOBALS, CHECK_EXC_MATCH, GET_AWAITABLE, GET_YIELD_FROM_ITER,
          GET_AITER -> 1;
      case BUILD_TEMPLATE, DELETE_SUBSCR, FORMAT_WITH_SPEC, BINARY_OP, CALL_INTRINSIC_2, COMPARE_OP, CONTAINS_OP, IMPORT_NAME, IS_OP, MAP_ADD,
          SET_FUNCTION_ATTRIBUTE, STORE_ATTR, CHECK_EG_MATCH, END_ASYNC_FOR -> 2;
      case BINARY_SLICE, STORE_SUBSCR, LOAD_SUPER_ATTR, MATCH_CLASS, CLEANUP_THROW -> 3;
      case STORE_SLICE, CALL_FUNCTION_EX -> 4;
      case BUILD_INTERPOLATION -> 2 + (arg & 1);
      case BUILD_LIST, BUILD_SET, BUILD_SLICE, BUILD_STRING, BUILD_TUPLE -> arg;
      case BUILD_MAP -> 2 * arg;
      case CALL -> arg + 2;
      case CALL_KW -> arg + 3;
      default -> -1;
    };
  }
}
