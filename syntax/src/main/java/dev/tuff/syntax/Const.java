package dev.tuff.syntax;

import java.util.List;

/**
 * The constants of source and code that have no Java class of their own. All others are plain: {@code Boolean}, {@code Long}
 * when the int fits 64 bits, else {@code BigInteger}, {@code Double}, and {@code String} (UTF-16; a lone surrogate stands for
 * itself).
 */
public sealed interface Const {
  /** {@code None}. */
  enum None implements Const {
    NONE
  }

  /** {@code ...}. */
  enum Ellipsis implements Const {
    ELLIPSIS
  }

  record Complex(double real, double imag) implements Const {}

  /**
   * A string in which a high and a low surrogate stand side by side as two characters, as in {@code "\\ud83d\\ude00"}: in a
   * Java string they would be one. All other strings are {@code String}.
   */
  record WideText(int[] codePoints) implements Const {}

  record Bytes(byte[] value) implements Const {}

  /** Made by constant folding, or given by {@code compile(tree)}. */
  record Tuple(List<Object> items) implements Const {}

  /** Made by constant folding of {@code x in {1, 2}}; items in source order, without repeats. */
  record FrozenSet(List<Object> items) implements Const {}

  /** A slice of constants, folded as CPython 3.14 does. */
  record Slice(Object lower, Object upper, Object step) implements Const {}
}
