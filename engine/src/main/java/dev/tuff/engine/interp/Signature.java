package dev.tuff.engine.interp;

/**
 * What a static function takes and gives.
 *
 * @param places of the arguments that are checked, among the frame's slots
 * @param types what they must be
 * @param result the number of the primitive type that is returned; {@code OBJECT} for objects
 * @param returns what objects it returns are; null if that is not known
 */
public record Signature(int[] places, TypeCheck[] types, int result, TypeCheck returns) {}
