package dev.tuff.stdlib.pickle;

import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.bytes.PyMemoryView;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.exception.Exceptions;
import java.util.Arrays;

/**
 * Where a pickle is read from: bytes in memory, or a file, of which never more is consumed than belongs to the pickle. What a
 * file's {@code peek} shows is used before it is consumed.
 *
 * <pre>
 * buffer: | used … | still to be read … |
 *                  ^ position           ^ end       consumed from the file: the first {@code fetched}
 * </pre>
 */
final class PickleInput {
  private static final int PREFETCH = 128 * 1024;
  private static final byte[] NONE = {};

  byte[] buffer;
  int position;

  /** Where the current frame, else the buffer, ends: nothing is read across. */
  private int end;

  private boolean framed;
  private int bufferEnd;
  private int fetched;
  private final Object read;
  private final Object readline;
  private final Object readinto;
  private Object peek;

  PickleInput(byte[] data) {
    read = readline = readinto = null;
    set(data);
  }

  PickleInput(Object file) {
    peek = Attributes.find(file, "peek");
    readinto = Attributes.find(file, "readinto");
    read = Attributes.find(file, "read");
    readline = Attributes.find(file, "readline");
    if (read == null || readline == null) {
      throw Errors.typeError("file must have 'read' and 'readline' attributes");
    }
    set(NONE);
  }

  private void set(byte[] data) {
    buffer = data;
    position = 0;
    end = data.length;
    bufferEnd = end;
    framed = false;
    fetched = end;
  }

  /** Begins a frame of {@code n} bytes, which must all be there. */
  void frame(long n) {
    if (framed && position < end) {
      throw PickleErrors.unpickling("beginning of a new frame before end of current frame");
    }
    leaveFrame();
    int at = take(n);
    position = at;
    end = at + (int) n;
    framed = true;
  }

  /** Ends a frame of which all has been read. */
  private void leaveFrame() {
    if (position < end && framed) {
      throw PickleErrors.unpickling("pickle exhausted before end of frame");
    }
    framed = false;
    end = bufferEnd;
  }

  static PyException truncated() {
    return PickleErrors.unpickling("pickle data was truncated");
  }

  /** The next instruction. */
  int op() {
    if (position < end) {
      return buffer[position++] & 0xFF;
    }
    if (framed) {
      leaveFrame();
      return op();
    }
    if (read != null) {
      try {
        int at = take(1);
        return buffer[at] & 0xFF;
      } catch (PyException e) {
        if (!e.is(PickleErrors.UNPICKLING)) {
          throw e;
        }
      }
    }
    throw Errors.eofError("Ran out of input");
  }

  /** Reads {@code n} bytes: where in {@link #buffer} they start. */
  int take(long n) {
    if (n <= end - position) {
      int at = position;
      position += (int) n;
      return at;
    }
    return more(n);
  }

  private int more(long n) {
    if (framed) {
      leaveFrame();
      return take(n);
    }
    if (read == null) {
      throw truncated();
    }
    skipConsumed();
    if (peek != null && n < PREFETCH) {
      try {
        set(Buffers.bytes(Call.call(peek, Py.box(PREFETCH))));
        fetched = 0;
        if (n <= end) {
          position = (int) n;
          return 0;
        }
      } catch (PyException e) {
        if (!e.is(Exceptions.NotImplementedError)) {
          throw e;
        }
        peek = null;
      }
    }
    set(Buffers.bytes(Call.call(read, Py.box(n))));
    if (end < n) {
      throw truncated();
    }
    position = (int) n;
    return 0;
  }

  /** Takes from the file what has been used of what {@code peek} showed. */
  void skipConsumed() {
    int n = position - fetched;
    if (n > 0) {
      Call.call(read, Py.box(n));
      fetched = position;
    }
  }

  /** The next line, with its end. */
  byte[] line() {
    for (int i = position; i < end; i++) {
      if (buffer[i] == '\n') {
        byte[] line = Arrays.copyOfRange(buffer, position, i + 1);
        position = i + 1;
        return line;
      }
    }
    if (framed) {
      leaveFrame();
      return line();
    }
    if (read == null) {
      throw truncated();
    }
    skipConsumed();
    set(Buffers.bytes(Call.call(readline)));
    if (end == 0 || buffer[end - 1] != '\n') {
      throw truncated();
    }
    position = end;
    return buffer;
  }

  /** Reads {@code n} bytes into an array of their own. */
  byte[] bytes(long n) {
    int there = end - position;
    if (n <= there) {
      int at = take(n);
      return Arrays.copyOfRange(buffer, at, at + (int) n);
    }
    if (framed) {
      leaveFrame();
      return bytes(n);
    }
    if (read == null) {
      throw truncated();
    }
    if (n > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    byte[] b = new byte[(int) n];
    System.arraycopy(buffer, position, b, 0, there);
    position = end;
    skipConsumed();
    if (readinto != null) {
      PyMemoryView view = new PyMemoryView(BufferView.ofBytes(null, null, b, there, b.length - there, false));
      long got = Convert.toLong(Call.call(readinto, view));
      if (got < 0) {
        throw Errors.valueError("readinto() returned negative size");
      }
      if (got < b.length - there) {
        throw truncated();
      }
      return b;
    }
    Object data = Call.call(read, Py.box(n - there));
    if (!(data instanceof PyBytes p)) {
      throw Errors.valueError("read() returned non-bytes object (" + Py.javaRepr(Py.typeOf(data)) + ")");
    }
    if (p.size() < n - there) {
      throw truncated();
    }
    System.arraycopy(p.array(), 0, b, there, b.length - there);
    return b;
  }
}
