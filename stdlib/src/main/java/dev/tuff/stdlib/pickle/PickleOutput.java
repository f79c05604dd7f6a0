package dev.tuff.stdlib.pickle;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Call;
import java.util.Arrays;

/**
 * The bytes of a pickle being written, in frames from protocol 4 on (PEP 3154): a frame is opened by the first byte written,
 * and closed at the first boundary between objects after it has reached 64 KiB.
 *
 * <pre>
 * buffer: | finished frames … | FRAME, length (9 bytes, filled in when it is closed) | contents … |
 *                             ^ frameStart                                                        ^ length
 * </pre>
 */
final class PickleOutput {
  static final int FRAME_TARGET = 64 * 1024;
  private static final int FRAME_MIN = 4;
  private static final int FRAME_HEADER = 9;

  /** The {@code write} method of the file; null when the pickle is wanted as bytes. */
  private final Object write;

  /** Whether what is written goes into frames. */
  boolean framing;

  private byte[] buffer = new byte[256];
  private int length;
  private int frameStart = -1;

  PickleOutput(Object write) {
    this.write = write;
  }

  /** Forgets what an earlier, failed pickle has left. */
  void reset() {
    buffer = new byte[256];
    length = 0;
    frameStart = -1;
  }

  /** Makes room for {@code n} bytes and opens a frame if need be; what is written then starts at {@link #length}. */
  private void room(int n) {
    if (framing && frameStart < 0) {
      grow(n + FRAME_HEADER);
      frameStart = length;
      length += FRAME_HEADER;
    } else if (length + n > buffer.length) {
      grow(n);
    }
  }

  private void grow(int n) {
    int needed = Math.addExact(length, n);
    if (needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(needed, buffer.length * 2L)));
    }
  }

  void op(int op) {
    room(1);
    buffer[length++] = (byte) op;
  }

  /** An instruction with one byte of argument. */
  void op1(int op, int argument) {
    room(2);
    buffer[length++] = (byte) op;
    buffer[length++] = (byte) argument;
  }

  void op2(int op, int argument) {
    room(3);
    buffer[length++] = (byte) op;
    buffer[length++] = (byte) argument;
    buffer[length++] = (byte) (argument >> 8);
  }

  void op4(int op, int argument) {
    room(5);
    buffer[length++] = (byte) op;
    put4(argument);
  }

  void op8(int op, long argument) {
    room(9);
    buffer[length++] = (byte) op;
    put4((int) argument);
    put4((int) (argument >> 32));
  }

  private void put4(int v) {
    buffer[length] = (byte) v;
    buffer[length + 1] = (byte) (v >> 8);
    buffer[length + 2] = (byte) (v >> 16);
    buffer[length + 3] = (byte) (v >> 24);
    length += 4;
  }

  void bytes(byte[] b, int from, int n) {
    room(n);
    System.arraycopy(b, from, buffer, length, n);
    length += n;
  }

  /** An instruction of the text protocol with its line. */
  void line(int op, String ascii) {
    int n = ascii.length();
    room(n + 2);
    buffer[length++] = (byte) op;
    for (int i = 0; i < n; i++) {
      buffer[length++] = (byte) ascii.charAt(i);
    }
    buffer[length++] = '\n';
  }

  /** A str of the binary protocols if all of it is ASCII and short; false if it is not. */
  boolean ascii(String s, boolean shortForm) {
    int n = s.length();
    if (n >= FRAME_TARGET) {
      return false;
    }
    boolean one = shortForm && n < 256;
    int header = one ? 2 : 5;
    room(n + header);
    byte[] b = buffer;
    int at = length + header;
    for (int i = 0; i < n; i++) {
      char c = s.charAt(i);
      if (c >= 0x80) {
        return false;
      }
      b[at + i] = (byte) c;
    }
    if (one) {
      b[length] = (byte) Opcodes.SHORT_BINUNICODE;
      b[length + 1] = (byte) n;
      length += 2;
    } else {
      b[length++] = (byte) Opcodes.BINUNICODE;
      put4(n);
    }
    length = at + n;
    return true;
  }

  /**
   * An instruction with much data. From 64 KiB on it stands outside of any frame, and goes to the file as it is.
   *
   * @param size bytes of the instruction's length argument
   * @param payload what the file is given; null for a new bytes object
   */
  void data(int op, int size, byte[] b, int from, int n, Object payload) {
    boolean large = n >= FRAME_TARGET;
    boolean framed = framing;
    if (large) {
      closeFrame();
      framing = false;
    }
    switch (size) {
      case 1 -> op1(op, n);
      case 4 -> op4(op, n);
      default -> op8(op, n);
    }
    if (large && write != null) {
      flush();
      Call.call(write, payload != null ? payload : new PyBytes(Arrays.copyOfRange(b, from, from + n)));
    } else {
      bytes(b, from, n);
    }
    framing = framed;
  }

  /** Between two objects: closes a frame that is long enough. */
  void boundary() {
    if (frameStart >= 0 && length - frameStart - FRAME_HEADER >= FRAME_TARGET) {
      closeFrame();
      if (write != null) {
        flush();
      }
    }
  }

  /** Writes the header of the open frame; takes it out again if the frame is too short to be worth one. */
  void closeFrame() {
    if (frameStart < 0) {
      return;
    }
    int n = length - frameStart - FRAME_HEADER;
    if (n >= FRAME_MIN) {
      int end = length;
      length = frameStart;
      buffer[length++] = (byte) Opcodes.FRAME;
      put4(n);
      put4(0);
      length = end;
    } else {
      System.arraycopy(buffer, frameStart + FRAME_HEADER, buffer, frameStart, n);
      length -= FRAME_HEADER;
    }
    frameStart = -1;
  }

  /** Gives the file what has been written since the last time. */
  void flush() {
    PyBytes b = take();
    Call.call(write, b);
  }

  /** What has been written; the buffer is empty afterwards. */
  PyBytes take() {
    byte[] b = Arrays.copyOf(buffer, length);
    length = 0;
    return new PyBytes(b);
  }
}
