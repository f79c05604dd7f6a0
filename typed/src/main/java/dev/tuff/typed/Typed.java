package dev.tuff.typed;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.typed.modules.TypedModules;
import dev.tuff.typed.runtime.TypedOps;

/** The way in: an interpreter learns Static Python. */
public final class Typed {
  private Typed() {}

  /** Gives a new interpreter, before it starts, the modules of Static Python. */
  public static void install(Interpreter interpreter) {
    interpreter.nativeModules = new TypedModules(interpreter.nativeModules);
    interpreter.staticCompiler = new StaticPython();
    interpreter.staticOps = new TypedOps();
  }
}
