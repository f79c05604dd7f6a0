package dev.tuff.typed;

import dev.tuff.syntax.ast.Node;
import java.util.ArrayList;
import java.util.List;

/** Where errors go: the import stops at the first, checkers want all, loops are bound several times with none. */
final class ErrorSink {
  /** A hint that typed code would run faster if something were typed. */
  record Warning(String message, String file, Node node) {}

  final boolean throwing;
  final List<TypedError> errors = new ArrayList<>();
  final List<Warning> warnings = new ArrayList<>();

  ErrorSink(boolean throwing) {
    this.throwing = throwing;
  }

  void report(TypedError e) {
    if (throwing) {
      throw e;
    }
    errors.add(e);
  }

  /** An error that left the binding of {@code node}: takes its place from there if it has none. */
  void leaving(TypedError e, String file, Node node) {
    if (e.node == null) {
      e.node = node;
    }
    if (e.file == null) {
      e.file = file;
    }
    report(e);
  }
}
