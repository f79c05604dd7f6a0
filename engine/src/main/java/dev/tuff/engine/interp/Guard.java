package dev.tuff.engine.interp;

import dev.tuff.engine.function.PyCode;

/**
 * What compiled code has relied on, to be told of when it does not hold. The interpreter goes on there or at an earlier instruction, from which on
 * nothing has been done that anybody could notice.
 *
 * @param code whose instruction it belongs to: the unit's own, or of a function that is inlined there
 * @param form the opcode that the instruction had when it was compiled
 * @param operation the name of the operation of the JIT
 * @param strays whether compiled anew the unit would leave just this instruction to the interpreter, and go on behind it
 */
public record Guard(PyCode code, int instruction, int form, String operation, boolean strays) {}
