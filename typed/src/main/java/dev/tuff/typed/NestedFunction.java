package dev.tuff.typed;

/** The class of a function defined in a function: each is of its own, and is called as Python does. */
final class NestedFunction extends ClassType {
  final FunctionValue function;

  NestedFunction(TypeEnv env, String outer, FunctionValue function) {
    super(env, outer, function.name, null, true, null);
    this.function = function;
  }

  @Override
  boolean nominal() {
    return false;
  }
}
