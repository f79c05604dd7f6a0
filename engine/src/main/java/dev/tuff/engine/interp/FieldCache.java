package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.function.PyMemberDescr;

/**
 * What LOAD_FIELD and STORE_FIELD remember: where the slot is in objects of a class.
 *
 * @param version of the class
 * @param owner the class that the instruction names, if it has the slot: all its instances have it there; else the class again
 */
public record FieldCache(PyType type, Object version, PyType owner, Object ownerVersion, PyMemberDescr member) {}
