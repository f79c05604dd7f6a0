package dev.tuff.compiler;

/** An instruction while the code is being made. */
final class Instr {
  int opcode;
  int arg;
  Loc loc;
  /** Where it jumps, or the handler that it sets up. */
  Block target;
  /** Where it goes when it raises. */
  Block handler;
  /** In the sequence before blocks are made: some instruction jumps here. */
  boolean isTarget;

  Instr(int opcode, int arg, Loc loc) {
    this.opcode = opcode;
    this.arg = arg;
    this.loc = loc;
  }

  Instr copy() {
    Instr c = new Instr(opcode, arg, loc);
    c.target = target;
    c.handler = handler;
    return c;
  }

  void set(int opcode, int arg) {
    this.opcode = opcode;
    this.arg = arg;
  }

  void toNop() {
    opcode = Opcode.NOP;
    arg = 0;
  }

  int line() {
    return loc.line;
  }
}
