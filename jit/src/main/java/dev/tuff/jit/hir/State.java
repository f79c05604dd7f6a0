package dev.tuff.jit.hir;

/**
 * A state of the frame: before an instruction, what is in the locals and on the stack.
 *
 * @param form the opcode that the instruction had when it was compiled
 * @param slots of the frame, as far as the stack reaches; null where the frame itself has the value already
 */
public record State(int instruction, int form, Node[] slots) {}
