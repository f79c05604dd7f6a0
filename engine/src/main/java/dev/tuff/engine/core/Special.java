package dev.tuff.engine.core;

import java.util.HashMap;
import java.util.Map;

/**
 * The special methods that the runtime itself calls, numbered: {@link PyType#slot} finds each by its number. The numbers of the binary
 * operators are those of {@code BINARY_OP}'s argument.
 */
public final class Special {
  // ORDER: the 13 binary operators as in BINARY_OP, then their reflected and in-place forms in the same order
  public static final int ADD = 0;
  public static final int AND = 1;
  public static final int FLOORDIV = 2;
  public static final int LSHIFT = 3;
  public static final int MATMUL = 4;
  public static final int MUL = 5;
  public static final int MOD = 6;
  public static final int OR = 7;
  public static final int POW = 8;
  public static final int RSHIFT = 9;
  public static final int SUB = 10;
  public static final int TRUEDIV = 11;
  public static final int XOR = 12;

  /** Added to a binary operator's number, gives its reflected form. */
  public static final int REFLECTED = 13;

  /** Added to a binary operator's number, gives its in-place form. */
  public static final int INPLACE = 26;

  // ORDER: as the comparison operators of COMPARE_OP
  public static final int LT = 39;
  public static final int LE = 40;
  public static final int EQ = 41;
  public static final int NE = 42;
  public static final int GT = 43;
  public static final int GE = 44;
  public static final int NEG = 45;
  public static final int POS = 46;
  public static final int INVERT = 47;
  public static final int ABS = 48;
  public static final int BOOL = 49;
  public static final int INT = 50;
  public static final int FLOAT = 51;
  public static final int INDEX = 52;
  public static final int DIVMOD = 53;
  public static final int RDIVMOD = 54;
  public static final int LEN = 55;
  public static final int GETITEM = 56;
  public static final int SETITEM = 57;
  public static final int DELITEM = 58;
  public static final int CONTAINS = 59;
  public static final int ITER = 60;
  public static final int NEXT = 61;
  public static final int HASH = 62;
  public static final int REPR = 63;
  public static final int STR = 64;
  public static final int CALL = 65;
  public static final int GETATTRIBUTE = 66;
  public static final int GETATTR = 67;
  public static final int SETATTR = 68;
  public static final int DELATTR = 69;
  public static final int GET = 70;
  public static final int SET = 71;
  public static final int DELETE = 72;
  public static final int INIT = 73;
  public static final int NEW = 74;
  public static final int DEL = 75;
  public static final int AWAIT = 76;
  public static final int AITER = 77;
  public static final int ANEXT = 78;
  public static final int ENTER = 79;
  public static final int EXIT = 80;
  public static final int AENTER = 81;
  public static final int AEXIT = 82;
  public static final int FORMAT = 83;
  public static final int BYTES = 84;
  public static final int COMPLEX = 85;
  public static final int LENGTH_HINT = 86;
  public static final int MISSING = 87;
  public static final int REVERSED = 88;
  public static final int INSTANCECHECK = 89;
  public static final int SUBCLASSCHECK = 90;
  public static final int BUFFER = 91;
  public static final int RELEASE_BUFFER = 92;
  public static final int ROUND = 93;
  public static final int TRUNC = 94;
  public static final int FLOOR = 95;
  public static final int CEIL = 96;
  public static final int FSPATH = 97;
  public static final int DIR = 98;

  static final String[] NAMES = {
    "__add__", "__and__", "__floordiv__", "__lshift__", "__matmul__", "__mul__", "__mod__", "__or__", "__pow__", "__rshift__",
    "__sub__", "__truediv__", "__xor__",
    "__radd__", "__rand__", "__rfloordiv__", "__rlshift__", "__rmatmul__", "__rmul__", "__rmod__", "__ror__", "__rpow__",
    "__rrshift__", "__rsub__", "__rtruediv__", "__rxor__",
    "__iadd__", "__iand__", "__ifloordiv__", "__ilshift__", "__imatmul__", "__imul__", "__imod__", "__ior__", "__ipow__",
    "__irshift__", "__isub__", "__itruediv__", "__ixor__",
    "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__",
    "__neg__", "__pos__", "__invert__", "__abs__", "__bool__", "__int__", "__float__", "__index__", "__divmod__", "__rdivmod__",
    "__len__", "__getitem__", "__setitem__", "__delitem__", "__contains__", "__iter__", "__next__", "__hash__", "__repr__", "__str__",
    "__call__", "__getattribute__", "__getattr__", "__setattr__", "__delattr__", "__get__", "__set__", "__delete__", "__init__",
    "__new__", "__del__", "__await__", "__aiter__", "__anext__", "__enter__", "__exit__", "__aenter__", "__aexit__", "__format__",
    "__bytes__", "__complex__", "__length_hint__", "__missing__", "__reversed__", "__instancecheck__", "__subclasscheck__",
    "__buffer__", "__release_buffer__", "__round__", "__trunc__", "__floor__", "__ceil__", "__fspath__", "__dir__",
  };

  public static final int COUNT = NAMES.length;

  private static final Map<String, Integer> BY_NAME = byName();

  private Special() {}

  private static Map<String, Integer> byName() {
    Map<String, Integer> map = new HashMap<>(256);
    for (int i = 0; i < NAMES.length; i++) {
      map.put(NAMES[i], i);
    }
    return map;
  }

  /** The name of special method {@code id}. */
  public static String name(int id) {
    return NAMES[id];
  }

  /** The number of the special method of that name, or -1. */
  public static int id(String name) {
    if (!name.startsWith("__")) {
      return -1;
    }
    Integer id = BY_NAME.get(name);
    return id == null ? -1 : id;
  }

  /** Whether C code would implement the method in a type slot, so that its descriptor is a {@code wrapper_descriptor}. */
  public static boolean isSlotWrapper(String name) {
    int id = id(name);
    return id >= 0 && (id < ENTER || id >= BUFFER && id <= RELEASE_BUFFER) && id != NEW;
  }
}
