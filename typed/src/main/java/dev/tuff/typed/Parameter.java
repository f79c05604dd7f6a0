package dev.tuff.typed;

/**
 * A parameter of a function that can be called directly.
 *
 * @param value the default: a constant's value, an {@code Expr} if it is none, null without
 */
record Parameter(String name, int index, TypeRef type, boolean hasDefault, Object value, Style style) {
  enum Style {
    NORMAL,
    POSITIONAL_ONLY,
    KEYWORD_ONLY
  }

  boolean keywordOnly() {
    return style == Style.KEYWORD_ONLY;
  }

  boolean positionalOnly() {
    return style == Style.POSITIONAL_ONLY;
  }

  Parameter withType(TypeRef other) {
    return new Parameter(name, index, other, hasDefault, value, style);
  }

  /** Of a builtin: by position only. */
  static Parameter positional(String name, int index, ClassType type, boolean hasDefault, Object value) {
    return new Parameter(name, index, TypeRef.of(type), hasDefault, value, Style.POSITIONAL_ONLY);
  }
}
