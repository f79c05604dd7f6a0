package dev.tuff.stdlib.io;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;
import java.util.Arrays;

/** {@code _io.StringIO}: a text stream in memory: an array of UTF-16 units while no character needs more, of code points from then on. */
class PyStringIO extends PyIOBase {
  static final PyType TYPE = PyType.builtin("_io.StringIO", TextIOBase.TYPE, 0,
      "A text stream in memory.\n\nThe newline argument works as that of TextIOWrapper.", new PyStringIOTable());

  private char[] narrow = new char[16];
  private int[] wide;
  private int size;
  private int pos;
  private boolean ready;

  private boolean universal;
  private boolean translate;

  /** What {@code \n} is written as; null for itself. */
  private String lineEnd;
  private Object newline = Py.None;
  private NewlineDecoder decoder;

  PyStringIO(PyType type) {
    super(type);
  }

  @New(value = "StringIO(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return cls.isHeap() ? new FinalizedStreams.Text(cls) : new PyStringIO(cls);
  }

  @Method("__init__(self, initial_value='', newline='\\n')")
  static void __init__(PyStringIO self, Object initial, Object newline) {
    self.ready = false;
    if (newline != Py.None && !Chars.isStr(newline)) {
      throw Errors.typeError("newline must be str or None, not " + Py.typeOf(newline).name());
    }
    String n = newline == Py.None ? null : PyStr.java(newline);
    if (n != null && !n.isEmpty() && !n.equals("\n") && !n.equals("\r") && !n.equals("\r\n")) {
      throw Errors.valueError("illegal newline value: " + Py.javaRepr(newline));
    }
    if (initial != null && initial != Py.None && !Chars.isStr(initial)) {
      throw Errors.typeError("initial_value must be str or None, not " + Py.typeOf(initial).name());
    }
    self.newline = newline;
    self.universal = n == null || n.isEmpty();
    self.translate = n == null;
    // with universal newlines the text is stored translated, and \n is left as it is
    self.lineEnd = n != null && (n.equals("\r") || n.equals("\r\n")) ? n : null;
    self.decoder = self.universal ? new NewlineDecoder(null, self.translate) : null;
    self.closed = false;
    self.clear();
    self.ready = true;
    if (initial != null && initial != Py.None) {
      self.put(PyStr.value(initial));
    }
    self.pos = 0;
  }

  private void clear() {
    size = 0;
    pos = 0;
    wide = null;
    narrow = new char[16];
  }

  private void check() {
    if (!ready) {
      throw Errors.valueError("I/O operation on uninitialized object");
    }
    if (closed) {
      throw IoErrors.closed();
    }
  }

  // ---- the array

  private void grow(int need) {
    if (wide != null) {
      if (need > wide.length) {
        wide = Arrays.copyOf(wide, Math.max(need, wide.length + (wide.length >> 1)));
      }
    } else if (need > narrow.length) {
      narrow = Arrays.copyOf(narrow, Math.max(need, narrow.length * 2));
    }
  }

  private void widen() {
    wide = new int[narrow.length];
    for (int i = 0; i < size; i++) {
      wide[i] = narrow[i];
    }
    narrow = null;
  }

  private synchronized void put(Object text) {
    if (decoder != null) {
      text = decoder.translate(text, true);
    }
    if (lineEnd != null) {
      text = Chars.replace(text, '\n', lineEnd);
    }
    int n = Chars.length(text);
    if ((long) pos + n > Integer.MAX_VALUE - 8) {
      throw Errors.overflowError("new position too large");
    }
    if (wide == null && !(text instanceof String)) {
      widen();
    }
    grow(pos + n);
    if (pos > size) {
      if (wide == null) {
        Arrays.fill(narrow, size, pos, '\0');
      } else {
        Arrays.fill(wide, size, pos, 0);
      }
    }
    if (text instanceof String s) {
      if (wide == null) {
        s.getChars(0, n, narrow, pos);
      } else {
        for (int i = 0; i < n; i++) {
          wide[pos + i] = s.charAt(i);
        }
      }
    } else {
      System.arraycopy(((PyWideStr) text).points(), 0, wide, pos, n);
    }
    pos += n;
    size = Math.max(size, pos);
  }

  private Object text(int from, int to) {
    return wide == null ? new String(narrow, from, to - from) : PyWideStr.of(Arrays.copyOfRange(wide, from, to));
  }

  private int at(int i) {
    return wide == null ? narrow[i] : wide[i];
  }

  private synchronized Object line(long limit) {
    if (pos >= size) {
      return "";
    }
    int from = pos;
    int end = limit < 0 ? size : (int) Math.min(size, from + limit);
    pos = lineEnd(from, end);
    return text(from, pos);
  }

  /** Where the line that starts at {@code from} ends. */
  private int lineEnd(int from, int end) {
    boolean any = universal && !translate;
    String mark = newline instanceof String s && !s.isEmpty() ? s : "\n";
    for (int i = from; i < end; i++) {
      int c = at(i);
      if (any && (c == '\n' || c == '\r')) {
        return c == '\r' && i + 1 < end && at(i + 1) == '\n' ? i + 2 : i + 1;
      }
      if (!any && c == mark.charAt(0)) {
        if (mark.length() == 1) {
          return i + 1;
        }
        if (i + 1 < end && at(i + 1) == mark.charAt(1)) {
          return i + 2;
        }
      }
    }
    return end;
  }

  // ---- methods

  @Method(value = "getvalue(self, /)", doc = "All of the text.")
  static Object getvalue(PyStringIO self) {
    self.check();
    synchronized (self) {
      return self.text(0, self.size);
    }
  }

  @Method(value = "tell(self, /)", doc = "The current position.")
  static long tell(PyStringIO self) {
    self.check();
    return self.pos;
  }

  @Method(value = "read(self, size=-1, /)", doc = "Up to size characters.")
  static Object read(PyStringIO self, Object size) {
    self.check();
    long n = IoErrors.size(size);
    synchronized (self) {
      int from = Math.min(self.pos, self.size);
      int to = n < 0 ? self.size : (int) Math.min(self.size, from + n);
      if (self.pos < to) {
        self.pos = to;
      }
      return self.text(from, to);
    }
  }

  @Method(value = "readline(self, size=-1, /)", doc = "One line, or its first size characters.")
  static Object readline(PyStringIO self, Object size) {
    self.check();
    return self.line(IoErrors.size(size));
  }

  @Method("__next__(self, /)")
  static Object __next__(PyStringIO self) {
    self.check();
    Object line;
    if (self.type() == TYPE) {
      line = self.line(-1);
    } else {
      line = Py.callMethod(self, "readline");
      if (!Chars.isStr(line)) {
        throw Errors.make(Exceptions.OSError, "readline() should have returned a str object, not '" + Py.typeOf(line).name() + "'");
      }
    }
    if (Chars.length(PyStr.value(line)) == 0) {
      throw Errors.stopIteration();
    }
    return line;
  }

  @Method(value = "truncate(self, pos=None, /)", doc = "Makes the text at most that long.")
  static long truncate(PyStringIO self, Object size) {
    self.check();
    long n = size == Py.None ? self.pos : IoErrors.size(size);
    if (n < 0) {
      throw Errors.valueError("Negative size value " + n);
    }
    synchronized (self) {
      self.size = (int) Math.min(n, self.size);
    }
    return n;
  }

  @Method(value = "seek(self, pos, whence=0, /)", doc = "Moves to a position and returns it.")
  static long seek(PyStringIO self, Object offset, int whence) {
    self.check();
    long to = Convert.toLong(offset);
    if (whence != 0 && whence != 1 && whence != 2) {
      throw Errors.valueError("Invalid whence (" + whence + ", should be 0, 1 or 2)");
    }
    if (to < 0 && whence == 0) {
      throw Errors.valueError("Negative seek position " + to);
    }
    if (whence != 0 && to != 0) {
      throw Errors.make(Exceptions.OSError, "Can't do nonzero cur-relative seeks");
    }
    synchronized (self) {
      if (whence != 1) {
        self.pos = whence == 0 ? (int) Math.min(to, Integer.MAX_VALUE) : self.size;
      }
      return self.pos;
    }
  }

  @Method(value = "write(self, s, /)", doc = "Writes text and returns its length.")
  static long write(PyStringIO self, Object s) {
    if (!Chars.isStr(s)) {
      throw Errors.typeError("string argument expected, got '" + Py.typeOf(s).name() + "'");
    }
    self.check();
    Object v = PyStr.value(s);
    int n = Chars.length(v);
    if (n > 0) {
      self.put(v);
    }
    return n;
  }

  @Method(value = "close(self, /)", doc = "Gives the memory back.")
  static void close(PyStringIO self) {
    self.closed = true;
    self.clear();
  }

  @Method(value = "readable(self, /)", doc = "True.")
  static boolean readable(PyStringIO self) {
    self.check();
    return true;
  }

  @Method(value = "writable(self, /)", doc = "True.")
  static boolean writable(PyStringIO self) {
    self.check();
    return true;
  }

  @Method(value = "seekable(self, /)", doc = "True.")
  static boolean seekable(PyStringIO self) {
    self.check();
    return true;
  }

  @Getter("closed")
  static boolean getClosed(PyStringIO self) {
    if (!self.ready) {
      throw Errors.valueError("I/O operation on uninitialized object");
    }
    return self.closed;
  }

  @Getter("line_buffering")
  static boolean getLineBuffering(PyStringIO self) {
    self.check();
    return false;
  }

  @Getter("newlines")
  static Object getNewlines(PyStringIO self) {
    self.check();
    return self.decoder == null ? Py.None : self.decoder.newlines();
  }

  @Method("__getstate__(self, /)")
  static Object __getstate__(PyStringIO self) {
    Object value = getvalue(self);
    PyDict d = self.dict();
    return Py.tuple(value, self.newline, Py.box(self.pos), d.size() == 0 ? Py.None : d.copyExact());
  }

  @Method("__setstate__(self, state, /)")
  static void __setstate__(PyStringIO self, Object state) {
    if (self.closed) {
      throw IoErrors.closed();
    }
    if (!(state instanceof PyTuple t) || t.size() < 4) {
      throw Errors.typeError(self.type().name() + ".__setstate__ argument should be 4-tuple, got " + Py.typeOf(state).name());
    }
    __init__(self, "", t.get(1));
    // the value has its line ends translated already
    Object value = t.get(0);
    if (value != Py.None && !Chars.isStr(value)) {
      throw Errors.typeError("initial_value must be str or None, not " + Py.typeOf(value).name());
    }
    NewlineDecoder d = self.decoder;
    String end = self.lineEnd;
    self.decoder = null;
    self.lineEnd = null;
    if (value != Py.None) {
      self.put(PyStr.value(value));
    }
    self.decoder = d;
    self.lineEnd = end;
    if (!PyInt.isInt(t.get(2))) {
      throw Errors.typeError("third item of state must be an integer, got " + Py.typeOf(t.get(2)).name());
    }
    long pos = Convert.toLong(t.get(2));
    if (pos < 0) {
      throw Errors.valueError("position value cannot be negative");
    }
    self.pos = (int) Math.min(pos, Integer.MAX_VALUE);
    if (t.get(3) instanceof PyDict dict) {
      self.dict().update(dict);
    } else if (t.get(3) != Py.None) {
      throw Errors.typeError("fourth item of state should be a dict, got a " + Py.typeOf(t.get(3)).name());
    }
  }
}
