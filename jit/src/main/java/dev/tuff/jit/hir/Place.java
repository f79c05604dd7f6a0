package dev.tuff.jit.hir;

/** A slot of an activation's frame. */
public record Place(Activation activation, int slot) {}
