package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.BufferExporter;
import dev.tuff.engine.bytes.BufferExports;
import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;

/** {@code _io._BytesIOBuffer}: what {@code BytesIO.getbuffer()} views. While it is viewed the stream keeps its size. */
final class PyBytesIOBuffer extends PyObject implements BufferExporter {
  static final PyType TYPE = PyType.builtin("_io._BytesIOBuffer", PyType.OBJECT, PyType.NO_NEW | PyType.FINAL, null);

  private final PyBytesIO stream;
  private final BufferExports exports;

  PyBytesIOBuffer(PyBytesIO stream, BufferExports exports) {
    super(TYPE);
    this.stream = stream;
    this.exports = exports;
  }

  @Override
  public BufferView buffer(int flags) {
    synchronized (stream) {
      return exports.add(BufferView.ofBytes(this, this, stream.own(stream.size), 0, stream.size, false));
    }
  }

  @Override
  public void released(BufferView view) {
    exports.remove(view);
  }
}
