package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.function.MemberGuard;

/**
 * What LOAD_FIELD and STORE_FIELD remember: where the slot is in objects of a class.
 *
 * @param version of the class
 * @param owner the class that the instruction names, if it has the slot: all its instances have it there; else the class again
 * @param guard says what a slot that is not set reads as; null for nothing
 */
public record FieldCache(PyType type, Object version, PyType owner, Object ownerVersion, int index, MemberGuard guard) {}
