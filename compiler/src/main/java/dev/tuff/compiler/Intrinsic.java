package dev.tuff.compiler;

/**
 * The arguments of CALL_INTRINSIC_1, CALL_INTRINSIC_2, LOAD_COMMON_CONSTANT, LOAD_SPECIAL and SET_FUNCTION_ATTRIBUTE, as in
 * CPython 3.14.
 */
public final class Intrinsic {
  private Intrinsic() {}

  public static final int PRINT = 1;
  public static final int IMPORT_STAR = 2;
  public static final int STOPITERATION_ERROR = 3;
  public static final int ASYNC_GEN_WRAP = 4;
  public static final int UNARY_POSITIVE = 5;
  public static final int LIST_TO_TUPLE = 6;
  public static final int TYPEVAR = 7;
  public static final int PARAMSPEC = 8;
  public static final int TYPEVARTUPLE = 9;
  public static final int SUBSCRIPT_GENERIC = 10;
  public static final int TYPEALIAS = 11;

  public static final int PREP_RERAISE_STAR = 1;
  public static final int TYPEVAR_WITH_BOUND = 2;
  public static final int TYPEVAR_WITH_CONSTRAINTS = 3;
  public static final int SET_FUNCTION_TYPE_PARAMS = 4;
  public static final int SET_TYPEPARAM_DEFAULT = 5;

  public static final int CONSTANT_ASSERTION_ERROR = 0;
  public static final int CONSTANT_NOT_IMPLEMENTED_ERROR = 1;
  public static final int CONSTANT_TUPLE = 2;
  public static final int CONSTANT_ALL = 3;
  public static final int CONSTANT_ANY = 4;

  public static final int SPECIAL_ENTER = 0;
  public static final int SPECIAL_EXIT = 1;
  public static final int SPECIAL_AENTER = 2;
  public static final int SPECIAL_AEXIT = 3;

  public static final int FUNCTION_DEFAULTS = 1;
  public static final int FUNCTION_KWDEFAULTS = 2;
  public static final int FUNCTION_ANNOTATIONS = 4;
  public static final int FUNCTION_CLOSURE = 8;
  public static final int FUNCTION_ANNOTATE = 16;

  private static final String[] ONE = {
    "INTRINSIC_1_INVALID", "INTRINSIC_PRINT", "INTRINSIC_IMPORT_STAR", "INTRINSIC_STOPITERATION_ERROR",
    "INTRINSIC_ASYNC_GEN_WRAP",
    "INTRINSIC_UNARY_POSITIVE", "INTRINSIC_LIST_TO_TUPLE", "INTRINSIC_TYPEVAR", "INTRINSIC_PARAMSPEC", "INTRINSIC_TYPEVARTUPLE",
    "INTRINSIC_SUBSCRIPT_GENERIC", "INTRINSIC_TYPEALIAS"
  };
  private static final String[] TWO = {
    "INTRINSIC_2_INVALID", "INTRINSIC_PREP_RERAISE_STAR", "INTRINSIC_TYPEVAR_WITH_BOUND", "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
    "INTRINSIC_SET_FUNCTION_TYPE_PARAMS", "INTRINSIC_SET_TYPEPARAM_DEFAULT"
  };
  private static final String[] CONSTANTS = {"AssertionError", "NotImplementedError", "tuple", "all", "any"};
  private static final String[] SPECIALS = {"__enter__", "__exit__", "__aenter__", "__aexit__"};

  public static String name1(int arg) {
    return ONE[arg];
  }

  public static String name2(int arg) {
    return TWO[arg];
  }

  public static String commonConstant(int arg) {
    return CONSTANTS[arg];
  }

  public static String specialMethod(int arg) {
    return SPECIALS[arg];
  }
}
