package dev.tuff.typed;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.syntax.ast.Node;
import dev.tuff.typed.runtime.TypedErrors;

/** Errors of the binder as Python's {@code TypedSyntaxError}: lines and columns from 1. */
final class Diagnosis {
  private Diagnosis() {}

  static PyException raise(TypedError e, String file) {
    Node at = e.node;
    if (at == null) {
      return Errors.make(TypedErrors.typedSyntaxError(), Py.str(e.message));
    }
    Object place = Py.tuple(Py.str(e.file == null ? file : e.file), Py.box(at.line()), Py.box(at.column() + 1), Py.None, Py.box(at.endLine()),
        Py.box(at.endColumn() + 1));
    return Errors.make(TypedErrors.typedSyntaxError(), Py.str(e.message), place);
  }
}
