package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;

/** {@code _io._TextIOBase}: the methods of text streams, all of them for subclasses to fill. */
final class TextIOBase {
  static final PyType TYPE = PyType.builtin("_io._TextIOBase", PyIOBase.TYPE, PyType.BASE_LAYOUT, "The base of text streams.",
      new TextIOBaseTable());

  private TextIOBase() {}

  @Method(value = "detach(self, /)", doc = "Separates the buffer and returns it.")
  static Object detach(PyIOBase self) {
    throw IoErrors.unsupported("detach");
  }

  @Method(value = "read(self, size=-1, /)", doc = "Up to size characters; all if size is negative or None.")
  static Object read(PyIOBase self, Object size) {
    throw IoErrors.unsupported("read");
  }

  @Method(value = "readline(self, size=-1, /)", doc = "One line, or the part of it that is at most size characters.")
  static Object readline(PyIOBase self, Object size) {
    throw IoErrors.unsupported("readline");
  }

  @Method(value = "write(self, s, /)", doc = "Writes the text and returns its length.")
  static Object write(PyIOBase self, Object s) {
    throw IoErrors.unsupported("write");
  }

  @Getter(value = "encoding", doc = "The name of the encoding, or None.")
  static Object getEncoding(PyIOBase self) {
    return Py.None;
  }

  @Getter(value = "newlines", doc = "The line ends seen so far.")
  static Object getNewlines(PyIOBase self) {
    return Py.None;
  }

  @Getter(value = "errors", doc = "What happens on encoding errors, or None.")
  static Object getErrors(PyIOBase self) {
    return Py.None;
  }
}
