package dev.tuff.typed;

import dev.tuff.syntax.ast.Node;

/** What the binder finds wrong with a static module: a {@code TypedSyntaxError} once it leaves the compiler. */
final class TypedError extends RuntimeException {
  private static final long serialVersionUID = 1;

  final String message;

  /** Where; null until the innermost node around it is known. */
  transient Node node;

  /** The file of that place; null as long as it is the module's own that is being bound. */
  String file;

  TypedError(String message) {
    this(message, null);
  }

  TypedError(String message, Node node) {
    super(message, null, false, false);
    this.message = message;
    this.node = node;
  }
}
