package dev.tuff.stdlib.io;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** {@code _io.BufferedRWPair}: two raw streams, one to read and one to write, as one. */
final class PyBufferedRWPair extends PyIOBase {
  static final PyType TYPE = PyType.builtin("_io.BufferedRWPair", BufferedIOBase.TYPE, 0,
      "A buffered stream that reads from one raw stream and writes to another.", new PyBufferedRWPairTable());

  private PyBuffered reader;
  private PyBuffered writer;

  private PyBufferedRWPair(PyType type) {
    super(type);
  }

  @New(value = "BufferedRWPair(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new PyBufferedRWPair(cls);
  }

  @Method("__init__(self, reader, writer, buffer_size=131072, /)")
  static void __init__(PyBufferedRWPair self, Object reader, Object writer, long size, Interpreter interpreter) {
    BufferedWriting.checkReadable(reader);
    BufferedWriting.checkWritable(writer);
    self.reader = BufferedTypes.make(BufferedTypes.READER, reader, size, interpreter);
    self.writer = BufferedTypes.make(BufferedTypes.WRITER, writer, size, interpreter);
  }

  private PyBuffered reader() {
    return checked(reader);
  }

  private PyBuffered writer() {
    return checked(writer);
  }

  private static PyBuffered checked(PyBuffered b) {
    if (b == null) {
      throw Errors.valueError("I/O operation on uninitialized object");
    }
    return b;
  }

  @Method("read(self, size=-1, /)")
  static Object read(PyBufferedRWPair self, Object size) {
    return BufferedReading.read(self.reader(), size);
  }

  @Method("read1(self, size=-1, /)")
  static Object read1(PyBufferedRWPair self, long size) {
    return BufferedReading.read1(self.reader(), size);
  }

  @Method("peek(self, size=0, /)")
  static Object peek(PyBufferedRWPair self, long size) {
    return BufferedReading.peek(self.reader(), size);
  }

  @Method("readinto(self, buffer, /)")
  static Object readinto(PyBufferedRWPair self, Object buffer) {
    return BufferedReading.readinto(self.reader(), buffer);
  }

  @Method("readinto1(self, buffer, /)")
  static Object readinto1(PyBufferedRWPair self, Object buffer) {
    return BufferedReading.readinto1(self.reader(), buffer);
  }

  @Method("write(self, buffer, /)")
  static Object write(PyBufferedRWPair self, Object buffer) {
    return Py.box(BufferedWriting.write(self.writer(), buffer));
  }

  @Method("flush(self, /)")
  static void flush(PyBufferedRWPair self) {
    BufferedWriting.flush(self.writer());
  }

  @Method("readable(self, /)")
  static Object readable(PyBufferedRWPair self) {
    return BufferedReading.readable(self.reader());
  }

  @Method("writable(self, /)")
  static Object writable(PyBufferedRWPair self) {
    return BufferedWriting.writable(self.writer());
  }

  @Method("close(self, /)")
  static Object close(PyBufferedRWPair self) {
    PyException failed = null;
    try {
      Py.callMethod(self.writer(), "close");
    } catch (PyException e) {
      failed = e;
    }
    try {
      Object r = Py.callMethod(self.reader(), "close");
      if (failed == null) {
        return r;
      }
    } catch (PyException e) {
      if (failed != null && e.value != failed.value) {
        e.value.context = failed.value;
      }
      failed = e;
    }
    throw failed;
  }

  @Method("isatty(self, /)")
  static Object isatty(PyBufferedRWPair self) {
    Object r = Py.callMethod(self.writer(), "isatty");
    return r != Boolean.FALSE ? r : Py.callMethod(self.reader(), "isatty");
  }

  @Getter("closed")
  static Object getClosed(PyBufferedRWPair self) {
    if (self.writer == null) {
      throw Errors.runtimeError("the BufferedRWPair object is being garbage-collected");
    }
    return Attributes.get(self.writer, "closed");
  }
}
