package dev.tuff.typed;

import dev.tuff.syntax.ast.Stmt;
import java.util.List;

/** A function, bare or with decorators that are understood. */
interface FunctionLike {
  /** The function below all decorators. */
  FunctionValue real();

  boolean isFinal();

  TypeRef returnType();

  /** What is executed: decorators may wrap it. */
  List<Stmt> body();

  /** Declares the first parameter of a method. */
  void bindSelf(FunctionNode node, Scope scope, Binder b);

  /** What a decorator has to bind beside the function. */
  void bindInner(FunctionNode node, Binder b);

  default ClassType expectedReturn() {
    ClassType c = returnType().resolve();
    return c instanceof Awaitables.AwaitableClass a ? a.result() : c;
  }
}
