package dev.tuff.syntax;

import java.util.Arrays;

/**
 * The tokens of a source, in parallel arrays: no object per token. {@code start} and {@code end} are indices into the text;
 * {@code startPos} and {@code endPos} the positions as in {@link dev.tuff.syntax.ast.Node}, whose column is -1 for a token that
 * stands for no text (indents, dedents, the end); {@code value} is the id of a name.
 */
final class Tokens {
  byte[] kind;
  int[] start;
  int[] end;
  long[] startPos;
  long[] endPos;
  int[] value;
  int count;

  Tokens(int textLength) {
    int capacity = Math.max(16, textLength / 4);
    kind = new byte[capacity];
    start = new int[capacity];
    end = new int[capacity];
    startPos = new long[capacity];
    endPos = new long[capacity];
    value = new int[capacity];
  }

  void add(int tokenKind, int from, int to, long fromPos, long toPos, int tokenValue) {
    int i = count;
    if (i == kind.length) {
      grow();
    }
    kind[i] = (byte) tokenKind;
    start[i] = from;
    end[i] = to;
    startPos[i] = fromPos;
    endPos[i] = toPos;
    value[i] = tokenValue;
    count = i + 1;
  }

  private void grow() {
    int capacity = count * 2;
    kind = Arrays.copyOf(kind, capacity);
    start = Arrays.copyOf(start, capacity);
    end = Arrays.copyOf(end, capacity);
    startPos = Arrays.copyOf(startPos, capacity);
    endPos = Arrays.copyOf(endPos, capacity);
    value = Arrays.copyOf(value, capacity);
  }
}
