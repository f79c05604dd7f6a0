package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;

/** A type that is looked up when it is first needed: annotations may name what is declared later. */
interface TypeRef {
  /** @param declaration of a variable or attribute, where Final and ClassVar may stand */
  ClassType resolve(boolean declaration);

  default ClassType resolve() {
    return resolve(false);
  }

  static TypeRef of(ClassType c) {
    return declaration -> c;
  }

  static TypeRef of(ModuleTable module, Expr annotation) {
    return declaration -> {
      ClassType c = module.annotations.resolve(annotation, declaration);
      return c == null ? module.compiler.env.dynamic : c;
    };
  }

  /** What an async function gives: an awaitable of what it returns. */
  static TypeRef awaitable(TypeRef result, TypeEnv env) {
    return declaration -> env.awaitable.of(result.resolve(declaration));
  }

  /** For the self of a method: the class that it is in. */
  static TypeRef container(FunctionValue f) {
    return declaration -> f.container == null ? f.klass.env.dynamic : f.container;
  }
}
