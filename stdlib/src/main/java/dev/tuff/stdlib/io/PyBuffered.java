package dev.tuff.stdlib.io;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.text.PyStr;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The state of {@code BufferedReader}, {@code BufferedWriter} and {@code BufferedRandom}: one buffer over a raw stream, which is a window on
 * the file.
 *
 * <pre>
 *   0 ........ pos ........ readEnd ...... size      readEnd &lt; 0: nothing read ahead
 *      writePos ....... writeEnd                     writeEnd &lt; 0: nothing to write
 *   rawPos: where in the window the raw stream stands; absolute: where in the file it stands, -1 if that is not known
 * </pre>
 */
final class PyBuffered extends PyIOBase {
  /** A read or write of the raw stream that would block. */
  static final int BLOCKED = -2;

  Object raw;

  /** The raw stream if it is exactly a FileIO: used without going through Python. */
  private PyFileIO file;
  private boolean ok;
  private boolean detached;
  boolean canRead;
  boolean canWrite;
  int size;
  byte[] buffer;
  int pos;
  int readEnd = -1;
  int writePos;
  int writeEnd = -1;
  long rawPos;
  private long absolute = -1;

  private Thread owner;
  private final ReentrantLock lock = new ReentrantLock();
  private final OpenWriters writers;
  private java.lang.ref.WeakReference<PyIOBase> registration;

  /** The text stream over this one, which closes it. */
  PyTextIOWrapper owningText;

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  protected void finalize() {
    if (owningText == null && ok) {
      dead();
    }
  }

  PyBuffered(PyType type, Interpreter interpreter) {
    super(type);
    writers = OpenWriters.of(interpreter);
  }

  void init(Object raw, long bufferSize, boolean read, boolean write) {
    ok = false;
    detached = false;
    if (bufferSize <= 0) {
      throw Errors.valueError("buffer size must be strictly positive");
    }
    if (bufferSize > Integer.MAX_VALUE - 8) {
      throw Errors.memoryError();
    }
    this.raw = raw;
    file = raw instanceof PyFileIO f && f.type() == PyFileIO.TYPE ? f : null;
    if (file != null) {
      file.owner = this;
    }
    canRead = read;
    canWrite = write;
    size = (int) bufferSize;
    buffer = null;
    pos = 0;
    rawPos = 0;
    resetRead();
    resetWrite();
    absolute = -1;
    if (file == null) {
      try {
        rawTell();
      } catch (PyException e) {
        if (!e.is(Exceptions.Exception)) {
          throw e;
        }
      }
    }
    ok = true;
  }

  // ---- being in order

  void checkInitialized() {
    if (!ok) {
      throw detached ? Errors.valueError("raw stream has been detached") : Errors.valueError("I/O operation on uninitialized object");
    }
  }

  boolean rawClosed() {
    return file != null ? !file.isOpen() : Py.truth(Attributes.get(raw, "closed"));
  }

  void checkOpen(String message) {
    checkInitialized();
    if (rawClosed()) {
      throw Errors.valueError(message);
    }
  }

  byte[] buffer() {
    if (buffer == null) {
      buffer = new byte[size];
    }
    return buffer;
  }

  void dropBuffer() {
    buffer = null;
  }

  void enter() {
    Thread t = Thread.currentThread();
    if (owner == t) {
      throw Errors.runtimeError("reentrant call inside " + Py.javaRepr(this));
    }
    if (ThreadState.shared) {
      lock.lock();
    }
    owner = t;
  }

  void leave() {
    owner = null;
    if (lock.isHeldByCurrentThread()) {
      lock.unlock();
    }
  }

  boolean isFile(String path) {
    return file != null && file.isOpen() && Attributes.find(file, "name") instanceof Object n && PyStr.isStr(n) && PyStr.java(n).equals(path);
  }

  PyFileIO file() {
    return file;
  }

  // ---- the window

  private boolean hasRead() {
    return canRead && readEnd != -1;
  }

  private boolean hasWrite() {
    return canWrite && writeEnd != -1;
  }

  boolean isClean() {
    return !hasRead() && !hasWrite();
  }

  int ahead() {
    return hasRead() ? readEnd - pos : 0;
  }

  /** How far the raw stream is in front of the position that the program sees. */
  long rawOffset() {
    return (hasRead() || hasWrite()) && rawPos >= 0 ? rawPos - pos : 0;
  }

  void resetRead() {
    readEnd = -1;
  }

  void resetWrite() {
    writePos = 0;
    if (writeEnd != -1) {
      writeEnd = -1;
      writers.remove(registration);
    }
  }

  void moveTo(int to) {
    pos = to;
    if (hasRead() && readEnd < pos) {
      readEnd = pos;
    }
  }

  void setWriteEnd(int end) {
    if (writeEnd == -1) {
      registration = writers.add(this);
    }
    writeEnd = end;
  }

  // ---- the raw stream

  int rawRead(byte[] into, int offset, int length) {
    int n;
    if (file != null) {
      n = file.read(into, offset, length);
      if (n < 0) {
        return BLOCKED;
      }
    } else {
      n = readPython(into, offset, length);
    }
    if (n > 0 && absolute != -1) {
      absolute += n;
    }
    return n;
  }

  private int readPython(byte[] into, int offset, int length) {
    Buffers.Target target = Buffers.target(length);
    Object r = Py.callMethod(raw, "readinto", target.object());
    if (r == Py.None) {
      return BLOCKED;
    }
    long n;
    try {
      n = Convert.toLong(r);
    } catch (PyException e) {
      PyException failed = Errors.make(Exceptions.OSError, "raw readinto() failed");
      failed.value.cause = e.value;
      failed.value.suppressContext = true;
      throw failed;
    }
    if (n < 0 || n > length) {
      throw Errors.make(Exceptions.OSError,
          "raw readinto() returned invalid length " + n + " (should have been between 0 and " + length + ")");
    }
    byte[] got = target.copy((int) n);
    System.arraycopy(got, 0, into, offset, (int) n);
    return (int) n;
  }

  int rawWrite(byte[] from, int offset, int length) {
    int n;
    if (file != null) {
      n = file.write(from, offset, length);
      if (n < 0) {
        return BLOCKED;
      }
    } else {
      Object r = Py.callMethod(raw, "write", new PyBytes(java.util.Arrays.copyOfRange(from, offset, offset + length)));
      if (r == Py.None) {
        return BLOCKED;
      }
      long count = Convert.toLong(r);
      if (count < 0 || count > length) {
        throw Errors.make(Exceptions.OSError,
            "raw write() returned invalid length " + count + " (should have been between 0 and " + length + ")");
      }
      n = (int) count;
    }
    if (n > 0 && absolute != -1) {
      absolute += n;
    }
    return n;
  }

  private long position(Object r) {
    long n = Convert.toLong(r);
    if (n < 0) {
      throw Errors.make(Exceptions.OSError, "Raw stream returned invalid position " + n);
    }
    absolute = n;
    return n;
  }

  long rawTell() {
    if (file != null) {
      return absolute = file.seek(0, 1);
    }
    return position(Py.callMethod(raw, "tell"));
  }

  /** The raw position, asked for only if it is not known. */
  long knownRawTell() {
    return absolute != -1 ? absolute : rawTell();
  }

  long rawSeek(long target, int whence) {
    if (file != null) {
      return absolute = file.seek(target, whence);
    }
    return position(Py.callMethod(raw, "seek", Py.box(target), Py.box(whence)));
  }

  /** Reads on behind what is there: the number of bytes, 0 at the end, {@link #BLOCKED}. */
  int fill() {
    int start = hasRead() ? readEnd : 0;
    int n = rawRead(buffer(), start, size - start);
    if (n > 0) {
      readEnd = start + n;
      rawPos = readEnd;
    }
    return n;
  }

  /** Writes out the buffer. The lock is held. */
  void flushLocked() {
    if (!hasWrite() || writePos == writeEnd) {
      resetWrite();
      return;
    }
    long rewind = rawOffset() + (pos - writePos);
    if (rewind != 0) {
      rawSeek(-rewind, 1);
      rawPos -= rewind;
    }
    while (writePos < writeEnd) {
      int n = rawWrite(buffer, writePos, writeEnd - writePos);
      if (n == BLOCKED) {
        throw IoErrors.wouldBlock("write could not complete without blocking", 0);
      }
      writePos += n;
      rawPos = writePos;
    }
    resetWrite();
  }

  /** Writes out the buffer and puts the raw stream where the program thinks it is. The lock is held. */
  void flushAndRewind() {
    flushLocked();
    if (canRead) {
      long offset = rawOffset();
      if (offset != 0 || file == null) {
        rawSeek(-offset, 1);
      }
      resetRead();
    }
  }

  void flushWrites() {
    if (!ok || rawClosed()) {
      return;
    }
    enter();
    try {
      flushLocked();
    } finally {
      leave();
    }
  }

  Object detach() {
    checkInitialized();
    Py.callMethod(this, "flush");
    Object r = raw;
    raw = null;
    if (file != null) {
      file.owner = null;
    }
    file = null;
    detached = true;
    ok = false;
    return r;
  }
}
