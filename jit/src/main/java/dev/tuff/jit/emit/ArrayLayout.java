package dev.tuff.jit.emit;

import dev.tuff.engine.primitive.StaticArray;
import dev.tuff.engine.primitive.TypeCodes;

/**
 * How an array of primitives lies in Java.
 *
 * @param type the Java class, whose field {@code items} is of type {@code items}
 */
record ArrayLayout(Class<? extends StaticArray> type, Class<?> items) {
  /** Of elements of a type. */
  static ArrayLayout of(int code) {
    return switch (code) {
      case TypeCodes.INT64, TypeCodes.UINT64 -> new ArrayLayout(StaticArray.Longs.class, long[].class);
      case TypeCodes.INT32, TypeCodes.UINT32 -> new ArrayLayout(StaticArray.Ints.class, int[].class);
      case TypeCodes.INT16, TypeCodes.UINT16 -> new ArrayLayout(StaticArray.Shorts.class, short[].class);
      case TypeCodes.BOOL -> new ArrayLayout(StaticArray.Booleans.class, boolean[].class);
      case TypeCodes.DOUBLE -> new ArrayLayout(StaticArray.Doubles.class, double[].class);
      case TypeCodes.SINGLE -> new ArrayLayout(StaticArray.Floats.class, float[].class);
      default -> new ArrayLayout(StaticArray.Bytes.class, byte[].class);
    };
  }
}
