package dev.tuff.stdlib.io;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.expose.Setter;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** The methods of TextIOWrapper but those about positions. */
final class TextIOMethods {
  private TextIOMethods() {}

  @New(value = "TextIOWrapper(*args, **kwargs)", textSignature = false)
  static Object __new__(dev.tuff.engine.core.PyType cls, Object[] args, PyDict kwargs, Interpreter interpreter) {
    PyTextIOWrapper t = new PyTextIOWrapper(cls, interpreter);
    t.references = interpreter.references();
    return t;
  }

  @Method("__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)")
  static void __init__(PyTextIOWrapper self, Object buffer, Object encoding, Object errors, Object newline, boolean lineBuffering,
      boolean writeThrough) {
    self.ok = false;
    self.detached = false;
    String n = newline("newline", newline);
    if (encoding != Py.None && !Chars.isStr(encoding)) {
      throw Errors.typeError("TextIOWrapper() argument 'encoding' must be str or None, not " + Py.typeOf(encoding).name());
    }
    self.init(buffer, encoding(encoding), errors(errors), n, lineBuffering, writeThrough);
  }

  /** The encoding that an argument names. */
  static Object encoding(Object encoding) {
    if (encoding == Py.None || "locale".equals(encoding)) {
      return IoModule.defaultEncoding();
    }
    if (PyStr.java(encoding).indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null character");
    }
    return encoding;
  }

  static String errors(Object errors) {
    if (errors == Py.None) {
      return "strict";
    }
    if (!Chars.isStr(errors)) {
      throw Errors.typeError("TextIOWrapper() argument 'errors' must be str or None, not " + Py.typeOf(errors).name());
    }
    String e = PyStr.java(errors);
    if (e.indexOf('\0') >= 0) {
      throw Errors.valueError("embedded null character");
    }
    return e;
  }

  static String newline(String name, Object newline) {
    if (newline == Py.None) {
      return null;
    }
    if (!Chars.isStr(newline)) {
      throw Errors.typeError("TextIOWrapper() argument '" + name + "' must be str or None, not " + Py.typeOf(newline).name());
    }
    String n = PyStr.java(newline);
    if (!n.isEmpty() && !n.equals("\n") && !n.equals("\r") && !n.equals("\r\n")) {
      throw n.indexOf('\0') >= 0 ? Errors.valueError("embedded null character") : Errors.valueError("illegal newline value: " + n);
    }
    return n;
  }

  @Method("reconfigure(self, /, *, encoding=None, errors=None, newline=<null>, line_buffering=None, write_through=None)")
  static void reconfigure(PyTextIOWrapper self, Object encoding, Object errors, Object newline, Object lineBuffering, Object writeThrough) {
    self.checkAttached();
    if (encoding != Py.None && !Chars.isStr(encoding)) {
      throw Errors.typeError("reconfigure() argument 'encoding' must be str or None, not " + Py.typeOf(encoding).name());
    }
    if (errors != Py.None && !Chars.isStr(errors)) {
      throw Errors.typeError("reconfigure() argument 'errors' must be str or None, not " + Py.typeOf(errors).name());
    }
    if (newline != null && newline != Py.None && !Chars.isStr(newline)) {
      throw Errors.typeError("reconfigure() argument 'newline' must be str or None, not " + Py.typeOf(newline).name());
    }
    if (self.decoded != null && (encoding != Py.None || errors != Py.None || newline != null)) {
      throw IoErrors.unsupported("It is not possible to set the encoding or newline of stream after the first read");
    }
    String n = newline == null ? self.newline : newline("newline", newline);
    boolean lines = flag(lineBuffering, self.lineBuffering);
    boolean through = flag(writeThrough, self.writeThrough);
    Py.callMethod(self, "flush");
    if (encoding != Py.None || errors != Py.None || newline != null) {
      Object old = self.encoding;
      String oldErrors = self.errors;
      String oldNewline = self.newline;
      if (encoding != Py.None) {
        self.encoding = encoding(encoding);
        self.errors = errors == Py.None ? "strict" : errors(errors);
      } else if (errors != Py.None) {
        self.errors = errors(errors);
      }
      self.setNewline(n);
      try {
        self.setCodec();
      } catch (PyException e) {
        self.encoding = old;
        self.errors = oldErrors;
        self.setNewline(oldNewline);
        self.setCodec();
        throw e;
      }
      self.startEncoder();
    }
    self.lineBuffering = lines;
    self.writeThrough = through;
  }

  private static boolean flag(Object value, boolean now) {
    if (value == Py.None) {
      return now;
    }
    if (!PyInt.isInt(value) && Py.typeOf(value).slot(dev.tuff.engine.core.Special.INDEX) == null) {
      throw Errors.typeError("'" + Py.typeOf(value).name() + "' object cannot be interpreted as an integer");
    }
    return !Py.eq(PyInt.index(value), Py.box(0));
  }

  @Method(value = "detach(self, /)", doc = "Separates the buffer and returns it.")
  static Object detach(PyTextIOWrapper self) {
    self.checkAttached();
    Py.callMethod(self, "flush");
    Object b = self.buffer;
    self.buffer = null;
    if (self.direct != null) {
      self.direct.owningText = null;
    }
    self.direct = null;
    self.detached = true;
    self.ok = false;
    return b;
  }

  // ---- reading and writing

  @Method(value = "write(self, text, /)", doc = "Writes text and returns its length.")
  static long write(PyTextIOWrapper self, Object text) {
    if (!Chars.isStr(text)) {
      throw Errors.typeError("write() argument must be str, not " + Py.typeOf(text).name());
    }
    self.checkOpen();
    if (self.encoder == null) {
      throw self.notWritable();
    }
    Object v = PyStr.value(text);
    if (text != v && self.writeTranslate && self.writeEnd != null && Chars.indexOf(v, '\n', 0, Chars.length(v)) >= 0) {
      // a subclass of str may replace in its own way
      Object replaced = Py.callMethod(text, "replace", "\n", self.writeEnd);
      if (!Chars.isStr(replaced)) {
        throw Errors.typeError("replace() should return a str object, not '" + Py.typeOf(replaced).name() + "'");
      }
      self.checkOpen();
      if (self.encoder == null) {
        throw self.notWritable();
      }
      self.writeTranslated(PyStr.value(replaced));
    } else {
      self.write(v);
    }
    return Chars.length(v);
  }

  @Method(value = "read(self, size=-1, /)", doc = "Up to size characters; all if size is negative or None.")
  static Object read(PyTextIOWrapper self, Object size) {
    self.checkAttached();
    long n = IoErrors.size(size);
    self.checkOpen();
    if (self.decoder == null) {
      throw self.notReadable();
    }
    synchronized (self) {
      self.writePending();
      if (n < 0) {
        return self.readAll();
      }
      Object first = self.take(n);
      long left = n - Chars.length(first);
      if (left == 0) {
        return first;
      }
      Chars.StringJoin join = new Chars.StringJoin();
      join.add(first);
      while (left > 0) {
        if (!self.readChunk(left)) {
          break;
        }
        Object part = self.take(left);
        join.add(part);
        left -= Chars.length(part);
      }
      return join.value();
    }
  }

  @Method(value = "readline(self, size=-1, /)", doc = "One line, or its first size characters.")
  static Object readline(PyTextIOWrapper self, long size) {
    self.checkOpen();
    synchronized (self) {
      return self.line(size);
    }
  }

  @Method("__next__(self, /)")
  static Object __next__(PyTextIOWrapper self) {
    self.checkAttached();
    self.telling = false;
    Object line;
    if (self.type() == PyTextIOWrapper.TYPE) {
      self.checkOpen();
      synchronized (self) {
        line = self.line(-1);
      }
    } else {
      line = Py.callMethod(self, "readline");
      if (!Chars.isStr(line)) {
        throw PyTextIOWrapper.badLine(line);
      }
    }
    if (Chars.length(PyStr.value(line)) == 0) {
      self.snapshot = null;
      self.telling = self.seekable;
      throw Errors.stopIteration();
    }
    return line;
  }

  @Method(value = "flush(self, /)", doc = "Writes out what is buffered.")
  static Object flush(PyTextIOWrapper self) {
    self.checkOpen();
    self.telling = self.seekable;
    self.writePending();
    return Py.callMethod(self.attached(), "flush");
  }

  @Method(value = "close(self, /)", doc = "Flushes and closes the stream.")
  static Object close(PyTextIOWrapper self) {
    self.checkAttached();
    if (isClosed(self)) {
      return Py.None;
    }
    PyException failed = null;
    try {
      Py.callMethod(self, "flush");
    } catch (PyException e) {
      failed = e;
    }
    Object r = Py.None;
    try {
      r = Py.callMethod(self.attached(), "close");
    } catch (PyException e) {
      if (failed != null && e.value != failed.value && e.value.context == null) {
        e.value.context = failed.value;
      }
      failed = e;
    }
    if (failed != null) {
      throw failed;
    }
    return r;
  }

  private static boolean isClosed(PyTextIOWrapper self) {
    return self.type() == PyTextIOWrapper.TYPE && self.direct != null ? self.direct.rawClosed() : PyIOBase.isClosed(self);
  }

  @Method("_dealloc_warn(self, source, /)")
  static void _dealloc_warn(PyTextIOWrapper self, Object source) {
    Object warn = self.ok ? Attributes.find(self.buffer, "_dealloc_warn") : null;
    if (warn != null) {
      dev.tuff.engine.core.Call.call(warn, source);
    }
  }

  // ---- what the buffer knows

  @Method("fileno(self, /)")
  static Object fileno(PyTextIOWrapper self) {
    self.checkAttached();
    return Py.callMethod(self.buffer, "fileno");
  }

  @Method("seekable(self, /)")
  static Object seekable(PyTextIOWrapper self) {
    self.checkAttached();
    return Py.callMethod(self.buffer, "seekable");
  }

  @Method("readable(self, /)")
  static Object readable(PyTextIOWrapper self) {
    self.checkAttached();
    return Py.callMethod(self.buffer, "readable");
  }

  @Method("writable(self, /)")
  static Object writable(PyTextIOWrapper self) {
    self.checkAttached();
    return Py.callMethod(self.buffer, "writable");
  }

  @Method("isatty(self, /)")
  static Object isatty(PyTextIOWrapper self) {
    self.checkAttached();
    return Py.callMethod(self.buffer, "isatty");
  }

  @Method("__getstate__(self, /)")
  static Object __getstate__(PyTextIOWrapper self) {
    throw Errors.typeError("cannot pickle '" + self.type().name() + "' instances");
  }

  // ---- attributes

  @Getter("closed")
  static Object getClosed(PyTextIOWrapper self) {
    self.checkAttached();
    return Attributes.get(self.buffer, "closed");
  }

  @Getter("name")
  static Object getName(PyTextIOWrapper self) {
    self.checkAttached();
    return Attributes.get(self.buffer, "name");
  }

  @Getter(value = "buffer", member = true)
  static Object getBuffer(PyTextIOWrapper self) {
    return self.buffer == null ? Py.None : self.buffer;
  }

  @Getter(value = "encoding", member = true)
  static Object getEncoding(PyTextIOWrapper self) {
    return self.encoding == null ? Py.None : self.encoding;
  }

  @Getter("errors")
  static Object getErrors(PyTextIOWrapper self) {
    self.checkInitialized();
    return Py.str(self.errors);
  }

  @Getter(value = "line_buffering", member = true)
  static boolean getLineBuffering(PyTextIOWrapper self) {
    return self.lineBuffering;
  }

  @Getter(value = "write_through", member = true)
  static boolean getWriteThrough(PyTextIOWrapper self) {
    return self.writeThrough;
  }

  @Getter("newlines")
  static Object getNewlines(PyTextIOWrapper self) {
    self.checkAttached();
    return self.decoder instanceof NewlineDecoder d ? d.newlines() : Py.None;
  }

  @Getter("_CHUNK_SIZE")
  static long getChunkSize(PyTextIOWrapper self) {
    self.checkAttached();
    return self.chunkSize;
  }

  @Setter("_CHUNK_SIZE")
  static void setChunkSize(PyTextIOWrapper self, Object value) {
    self.checkAttached();
    if (value == null) {
      throw Errors.attributeError("cannot delete attribute");
    }
    long n;
    try {
      n = Convert.toLong(value);
    } catch (PyException e) {
      throw e.is(Exceptions.OverflowError) ? Errors.valueError("cannot fit 'int' into an index-sized integer") : e;
    }
    if (n <= 0) {
      throw Errors.valueError("a strictly positive integer is required");
    }
    self.chunkSize = (int) Math.min(n, Integer.MAX_VALUE - 8);
    self.pending = self.pendingSize == 0 ? null : self.pending;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyTextIOWrapper self) {
    String type = self.type().fullName();
    self.checkInitialized();
    ThreadState t = ThreadState.current();
    if (!t.enterRepr(self)) {
      throw Errors.runtimeError("reentrant call inside " + type + ".__repr__");
    }
    try {
      StringBuilder b = new StringBuilder("<").append(type);
      describe(b, self, "name");
      describe(b, self, "mode");
      return Py.str(b.append(" encoding=").append(Py.javaRepr(self.encoding)).append('>').toString());
    } finally {
      t.leaveRepr(self);
    }
  }

  private static void describe(StringBuilder b, PyTextIOWrapper self, String name) {
    Object v;
    try {
      v = Attributes.get(self, name);
    } catch (PyException e) {
      if (e.is(Exceptions.AttributeError) || name.equals("name") && e.is(Exceptions.Exception)) {
        return;
      }
      throw e;
    }
    b.append(' ').append(name).append('=').append(Py.javaRepr(v));
  }
}
