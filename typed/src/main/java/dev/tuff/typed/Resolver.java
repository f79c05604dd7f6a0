package dev.tuff.typed;

import dev.tuff.syntax.ast.Node;

/** Whoever asks values for their attributes and items: the binder, or the reader of annotations and decorators. */
abstract class Resolver {
  final ModuleTable module;
  final TypeEnv env;

  Resolver(ModuleTable module) {
    this.module = module;
    this.env = module.compiler.env;
  }

  ErrorSink sink() {
    return module.compiler.sink;
  }

  void error(String message, Node node) {
    TypedError e = new TypedError(message, node);
    e.file = module.file;
    sink().report(e);
  }
}
