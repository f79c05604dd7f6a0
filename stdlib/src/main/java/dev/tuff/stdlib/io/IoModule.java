package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;

/** The module {@code _io}: {@code open} and the stream types. */
public final class IoModule {
  static final int DEFAULT_BUFFER_SIZE = 128 * 1024;

  private IoModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_io", new IoModuleTable());
    m.set("DEFAULT_BUFFER_SIZE", Py.box(DEFAULT_BUFFER_SIZE));
    m.set("UnsupportedOperation", IoErrors.UnsupportedOperation);
    m.set("BlockingIOError", Exceptions.BlockingIOError);
    PyType[] types = {
      PyIOBase.TYPE, RawIOBase.TYPE, BufferedIOBase.TYPE, TextIOBase.TYPE, PyFileIO.TYPE, PyBytesIO.TYPE, PyStringIO.TYPE,
      BufferedTypes.READER, BufferedTypes.WRITER, BufferedTypes.RANDOM, PyBufferedRWPair.TYPE, PyTextIOWrapper.TYPE,
      PyIncrementalNewlineDecoder.TYPE, PyBytesIOBuffer.TYPE,
    };
    for (PyType t : types) {
      m.set(t.name(), t);
    }
  }

  /** The encoding of text files without one: UTF-8 everywhere, named as the C library of a UTF-8 locale does, or as UTF-8 mode does. */
  static Object defaultEncoding() {
    Interpreter interpreter = Interpreter.current();
    Object flags = interpreter.sys == null ? null : interpreter.sys.dict().getStr("flags");
    Object mode = flags == null ? null : Attributes.find(flags, "utf8_mode");
    return mode != null && Py.truth(mode) ? "utf-8" : "UTF-8";
  }

  @Function(value = "text_encoding(encoding, stacklevel=2, /)", doc = "The encoding itself, or \"locale\" (\"utf-8\" in UTF-8 mode) for None.")
  static Object text_encoding(Object encoding, int stacklevel) {
    if (encoding != null && encoding != Py.None) {
      return encoding;
    }
    Interpreter interpreter = Interpreter.current();
    Object flags = interpreter.sys.dict().getStr("flags");
    if (flags != null) {
      Object warn = Attributes.find(flags, "warn_default_encoding");
      if (warn != null && Py.truth(warn)) {
        dev.tuff.engine.core.Warnings.warn(Exceptions.EncodingWarning, "'encoding' argument not specified", stacklevel);
      }
      Object mode = Attributes.find(flags, "utf8_mode");
      if (mode != null && Py.truth(mode)) {
        return "utf-8";
      }
    }
    return "locale";
  }

  @Function(value = "open_code(path)", doc = "Opens a file of source text or code for reading.")
  static Object open_code(Object path) {
    if (!PyStr.isStr(path)) {
      throw Errors.typeError("open_code() argument 'path' must be str, not " + Py.typeOf(path).name());
    }
    return open(path, "rb", -1, Py.None, Py.None, Py.None, true, Py.None);
  }

  @Function(value = "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
      doc = "Opens a file and returns a stream.\n\n"
          + "The mode is made of 'r' read, 'w' write anew, 'x' write a new file, 'a' append, '+' both ways, 'b' bytes, 't' text.\n"
          + "buffering: 0 none (bytes only), 1 by line (text only), more the size of the buffer, -1 the default.")
  static Object open(Object file, String mode, long buffering, Object encoding, Object errors, Object newline, boolean closefd, Object opener) {
    Interpreter interpreter = Interpreter.current();
    if (!PyInt.isInt(file)) {
      file = Paths.fspath(file);
    }
    Mode m = Mode.parse(mode);
    if (m.binary) {
      if (encoding != Py.None) {
        throw Errors.valueError("binary mode doesn't take an encoding argument");
      }
      if (errors != Py.None) {
        throw Errors.valueError("binary mode doesn't take an errors argument");
      }
      if (newline != Py.None) {
        throw Errors.valueError("binary mode doesn't take a newline argument");
      }
      if (buffering == 1) {
        dev.tuff.engine.core.Warnings.warn(Exceptions.RuntimeWarning,
            "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used", 1);
      }
    }
    checkString("encoding", encoding);
    checkString("errors", errors);
    checkString("newline", newline);
    if (m.reading && PyStr.isStr(file)) {
      OpenWriters.of(interpreter).flushFile(PyStr.java(file));
    }
    PyFileIO raw = new PyFileIO(PyFileIO.TYPE, interpreter.host);
    raw.references = interpreter.references();
    raw.open(file, m.raw, closefd, opener);
    Object result = raw;
    try {
      boolean lines = false;
      boolean terminal = buffering < 0 && raw.isTerminal();
      if (buffering == 1 && !m.binary || terminal) {
        buffering = -1;
        lines = true;
      }
      if (buffering < 0) {
        buffering = Math.max(Math.min(raw.blockSize(), 8L << 20), DEFAULT_BUFFER_SIZE);
      }
      if (buffering == 0) {
        if (!m.binary) {
          throw Errors.valueError("can't have unbuffered text I/O");
        }
        return raw;
      }
      PyType type = m.updating ? BufferedTypes.RANDOM : m.writing ? BufferedTypes.WRITER : BufferedTypes.READER;
      if (m.updating) {
        BufferedWriting.checkSeekable(raw);
      }
      PyBuffered buffer = BufferedTypes.make(type, raw, buffering, interpreter);
      buffer.references = raw.references;
      result = buffer;
      if (m.binary) {
        return buffer;
      }
      PyTextIOWrapper text = new PyTextIOWrapper(PyTextIOWrapper.TYPE, interpreter);
      text.references = raw.references;
      text.init(buffer, TextIOMethods.encoding(encoding), TextIOMethods.errors(errors), TextIOMethods.newline("newline", newline), lines, false);
      result = text;
      Attributes.set(text, "mode", Py.str(mode));
      return text;
    } catch (PyException e) {
      try {
        Py.callMethod(result, "close");
      } catch (PyException again) {
        if (again.value.context == null && again.value != e.value) {
          again.value.context = e.value;
        }
        throw again;
      }
      throw e;
    }
  }

  private static void checkString(String name, Object value) {
    if (value != Py.None && !PyStr.isStr(value)) {
      throw Errors.typeError("open() argument '" + name + "' must be str or None, not " + Py.typeOf(value).name());
    }
  }

  /** The mode argument of open. */
  private record Mode(boolean reading, boolean writing, boolean updating, boolean binary, String raw) {
    static Mode parse(String mode) {
      int seen = 0;
      for (int i = 0; i < mode.length(); i++) {
        int bit = "rwax+tb".indexOf(mode.charAt(i));
        if (bit < 0 || (seen & 1 << bit) != 0) {
          throw Errors.valueError("invalid mode: '" + mode + "'");
        }
        seen |= 1 << bit;
      }
      boolean text = (seen & 1 << 5) != 0;
      boolean binary = (seen & 1 << 6) != 0;
      if (text && binary) {
        throw Errors.valueError("can't have text and binary mode at once");
      }
      if (Integer.bitCount(seen & 15) != 1) {
        throw Errors.valueError("must have exactly one of create/read/write/append mode");
      }
      boolean reading = (seen & 1) != 0;
      boolean updating = (seen & 1 << 4) != 0;
      String raw = "rwax".charAt(Integer.numberOfTrailingZeros(seen & 15)) + (updating ? "+" : "");
      return new Mode(reading, !reading, updating, binary, raw);
    }
  }
}
