package dev.tuff.typed;

/** An object of some class. */
class Instance extends Value {
  Instance(ClassType klass) {
    super(klass);
  }

  /** Of a builtin class, whose exact and inexact instances know of each other. */
  static class Builtin extends Instance {
    private final int fastLength;

    Builtin(ClassType klass, int fastLength) {
      super(klass);
      this.fastLength = fastLength;
    }

    @Override
    Value exact() {
      return klass.exactClass().instance;
    }

    @Override
    Value inexact() {
      return klass.inexactClass().instance;
    }

    @Override
    int fastLength() {
      return fastLength < 0 ? -1 : fastLength | (klass.exact ? 0 : 16);
    }
  }
}
