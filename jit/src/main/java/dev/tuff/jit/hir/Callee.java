package dev.tuff.jit.hir;

/**
 * What a call calls, and where.
 *
 * @param callee the function or other object
 * @param instruction the CALL
 * @param height of the frame's stack below the operands
 */
public record Callee(Object callee, int instruction, int height) {}
