package dev.tuff.stdlib.sre;

import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;

/** What {@code Pattern.finditer} returns; in CPython it is a {@code callable_iterator} over a scanner. */
final class PyMatchIterator extends PyIterator {
  static final PyType TYPE = PyType.builtin("callable_iterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
      IteratorMethods.table());

  private final PyPattern pattern;
  private final Matcher matcher;
  private final int pos;
  private boolean over;

  PyMatchIterator(PyPattern pattern, Matcher matcher) {
    super(TYPE);
    this.pattern = pattern;
    this.matcher = matcher;
    pos = matcher.start;
  }

  @Override
  public synchronized Object next() {
    if (over || !matcher.search()) {
      over = true;
      return null;
    }
    PyMatch m = new PyMatch(pattern, matcher, pos);
    matcher.advance();
    return m;
  }
}
