package dev.tuff.engine.primitive;

/**
 * The numbers that static code names primitive types by, in instructions and to Python code.
 *
 * <pre>
 * integers: size (0..3 for 8..64 bits) shifted left by one, and 1 for signed
 * </pre>
 */
public final class TypeCodes {
  public static final int UINT8 = 0;
  public static final int INT8 = 1;
  public static final int UINT16 = 2;
  public static final int INT16 = 3;
  public static final int UINT32 = 4;
  public static final int INT32 = 5;
  public static final int UINT64 = 6;
  public static final int INT64 = 7;
  public static final int OBJECT = 8;
  public static final int DOUBLE = 9;
  public static final int SINGLE = 10;
  public static final int CHAR = 11;
  public static final int BOOL = 12;
  public static final int ARRAY = 0x80;

  /** The bit of SEQ_* numbers that says that the sequence is an Array, whose element type's code lies above the lowest four bits. */
  public static final int SEQ_ARRAY = 1 << 9;

  // ORDER: by code; the names of the types in a descriptor
  private static final String[] NAMES = {"uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "object", "double",
    "single", "char", "cbool"};

  private TypeCodes() {}

  /** The SEQ_* number of arrays of a type, which tells them from lists. */
  public static int array(int code) {
    return code << 4 | SEQ_ARRAY;
  }

  /** How compiled code holds a value of a type: all ints, and chars, as longs. */
  public static Class<?> javaType(int code) {
    return switch (code) {
      case OBJECT -> Object.class;
      case DOUBLE, SINGLE -> double.class;
      case BOOL -> boolean.class;
      default -> long.class;
    };
  }

  public static boolean isInteger(int code) {
    return code <= INT64;
  }

  /** How many bits an integer type has. */
  public static int bits(int code) {
    return 8 << (code >> 1);
  }

  public static boolean isSigned(int code) {
    return (code & 1) != 0;
  }

  public static String name(int code) {
    return NAMES[code];
  }

  /** The code of the type of that name in {@code __static__}, or -1. */
  public static int of(String name) {
    switch (name) {
      case "size_t":
        return UINT64;
      case "ssize_t":
        return INT64;
      case "byte":
        return INT8;
      default:
        for (int i = 0; i < NAMES.length; i++) {
          if (i != OBJECT && NAMES[i].equals(name)) {
            return i;
          }
        }
        return -1;
    }
  }
}
