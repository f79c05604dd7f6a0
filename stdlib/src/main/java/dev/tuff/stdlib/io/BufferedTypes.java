package dev.tuff.stdlib.io;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** The types {@code BufferedReader}, {@code BufferedWriter} and {@code BufferedRandom}: their constructors. */
final class BufferedTypes {
  static final PyType READER = PyType.builtin("_io.BufferedReader", BufferedIOBase.TYPE, 0, "A buffered stream to read from a raw stream.",
      new BufferedTypesTable(), new BufferedMethodsTable(), new BufferedReadingTable(), new BufferedTypesReaderTable());
  static final PyType WRITER = PyType.builtin("_io.BufferedWriter", BufferedIOBase.TYPE, 0, "A buffered stream to write to a raw stream.",
      new BufferedTypesTable(), new BufferedMethodsTable(), new BufferedWritingTable(), new BufferedTypesWriterTable());
  static final PyType RANDOM = PyType.builtin("_io.BufferedRandom", BufferedIOBase.TYPE, 0,
      "A buffered stream to read and write a raw stream that can be moved in.",
      new BufferedTypesTable(), new BufferedMethodsTable(), new BufferedReadingTable(), new BufferedWritingTable(), new BufferedTypesRandomTable());

  private BufferedTypes() {}

  @New(value = "Buffered(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs, Interpreter interpreter) {
    PyBuffered b = new PyBuffered(cls, interpreter);
    b.references = interpreter.references();
    return b;
  }

  static PyBuffered make(PyType type, Object raw, long size, Interpreter interpreter) {
    PyBuffered b = new PyBuffered(type, interpreter);
    b.init(raw, size, type != WRITER, type != READER);
    return b;
  }

  static final class Reader {
    private Reader() {}

    @Method("__init__(self, raw, buffer_size=131072)")
    static void __init__(PyBuffered self, Object raw, long size) {
      BufferedWriting.checkReadable(raw);
      self.init(raw, size, true, false);
    }

    @Method(value = "flush(self, /)", doc = "Does nothing but flush the raw stream.")
    static Object flush(PyBuffered self) {
      self.checkInitialized();
      return Py.callMethod(self.raw, "flush");
    }
  }

  static final class Writer {
    private Writer() {}

    @Method("__init__(self, raw, buffer_size=131072)")
    static void __init__(PyBuffered self, Object raw, long size) {
      BufferedWriting.checkWritable(raw);
      self.init(raw, size, false, true);
    }
  }

  static final class Random {
    private Random() {}

    @Method("__init__(self, raw, buffer_size=131072)")
    static void __init__(PyBuffered self, Object raw, long size) {
      BufferedWriting.checkSeekable(raw);
      BufferedWriting.checkReadable(raw);
      BufferedWriting.checkWritable(raw);
      self.init(raw, size, true, true);
    }
  }
}
