package dev.tuff.jit.hir;

import dev.tuff.engine.core.PyType;

/** A class as it was at a version. */
public record TypeVersion(PyType type, Object version) {}
