package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyType;

/**
 * Streams of classes written in Python over the base classes and the streams in memory: their {@code __del__} is called when they are dead.
 * Exact instances of those types have nothing to finalise and do not pay for it.
 */
final class FinalizedStreams {
  private FinalizedStreams() {}

  static final class Plain extends PyIOBase {
    Plain(PyType type) {
      super(type);
      references = Interpreter.current().references();
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      dead();
    }
  }

  static final class Bytes extends PyBytesIO {
    Bytes(PyType type) {
      super(type);
      references = Interpreter.current().references();
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      dead();
    }
  }

  static final class Text extends PyStringIO {
    Text(PyType type) {
      super(type);
      references = Interpreter.current().references();
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
      dead();
    }
  }
}
