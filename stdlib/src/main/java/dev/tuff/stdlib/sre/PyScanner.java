package dev.tuff.stdlib.sre;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;

/** {@code _sre.SRE_Scanner}: matches one after the other. */
final class PyScanner extends PyObject {
  static final PyType TYPE = PyType.builtin("_sre.SRE_Scanner", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null, new PyScannerTable());

  private final PyPattern pattern;
  private final Matcher matcher;
  private final int pos;
  private boolean over;

  PyScanner(PyPattern pattern, Matcher matcher) {
    super(TYPE);
    this.pattern = pattern;
    this.matcher = matcher;
    pos = matcher.start;
  }

  @Method(value = "match(self, /)")
  static Object match(PyScanner self) {
    return self.next(false);
  }

  @Method(value = "search(self, /)")
  static Object search(PyScanner self) {
    return self.next(true);
  }

  private synchronized Object next(boolean search) {
    if (over || !(search ? matcher.search() : matcher.match(false))) {
      over = true;
      return Py.None;
    }
    PyMatch m = new PyMatch(pattern, matcher, pos);
    matcher.advance();
    return m;
  }

  @Getter(value = "pattern", member = true)
  static Object pattern(PyScanner self) {
    return self.pattern;
  }
}
