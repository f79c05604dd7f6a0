package dev.tuff.stdlib.sre;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;

/** {@code _sre.SRE_Template}: a replacement text ready to use: literal, group, literal, group, …, literal. */
final class PySreTemplate extends PyObject {
  static final PyType TYPE = PyType.builtin("_sre.SRE_Template", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null);

  private final Object[] literals;
  private final int[] groups;

  PySreTemplate(Object[] literals, int[] groups) {
    super(TYPE);
    this.literals = literals;
    this.groups = groups;
  }

  /** The replacement if it does not depend on the match, else null. */
  Object literal() {
    return groups.length == 0 ? literals[0] : null;
  }

  /** Appends the replacement for a match with these spans. */
  void expand(Subject subject, int[] spans, Pieces out) {
    for (int i = 0; i < groups.length; i++) {
      out.add(literals[i]);
      int g = 2 * groups[i];
      if (g >= spans.length) {
        throw Errors.indexError("no such group");
      }
      if (spans[g] >= 0) {
        out.add(subject, spans[g], spans[g + 1]);
      }
    }
    out.add(literals[groups.length]);
  }
}
