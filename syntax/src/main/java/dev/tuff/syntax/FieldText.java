package dev.tuff.syntax;

/** The source text of a replacement field's expression, which {@code =} shows and an {@code Interpolation} keeps. */
final class FieldText {
  private FieldText() {}

  /** The text without the comments that the tokenizer met there. */
  static String withoutComments(Tokenizer in, int from, int to) {
    int first = 0;
    while (first < in.fieldCommentCount && in.fieldComments[2 * first] < from) {
      first++;
    }
    StringBuilder out = new StringBuilder(to - from);
    int at = from;
    for (int i = first; i < in.fieldCommentCount && in.fieldComments[2 * i] < to; i++) {
      out.append(in.text, at, in.fieldComments[2 * i] - at);
      at = in.fieldComments[2 * i + 1];
    }
    return out.append(in.text, at, to - at).toString();
  }
}
