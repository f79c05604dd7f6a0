package dev.tuff.jit.hir;

/**
 * Where an operation stands that the frame has to show.
 *
 * @param instruction under way
 * @param height of the frame's stack, without operands that are no longer on it
 * @param object what is called, if it is known; else null
 */
public record Site(Activation activation, int instruction, int height, Object object) {}
