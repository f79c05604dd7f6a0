package dev.tuff.stdlib.zlib;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.PyException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompression of a zlib, raw deflate or gzip stream that arrives in pieces. {@code wbits} tells the kind: 8..15 zlib, -15..-8 raw,
 * 24..31 gzip, 40..47 either by its first byte.
 */
final class InflateStream {
  private enum State { START, GZIP_HEADER, BODY, GZIP_TRAILER, DONE }

  /** A copy is made by decompressing again: streams longer than this cannot be copied. */
  private static final int COPY_LIMIT = 1 << 20;

  private final int wbits;
  private final byte[] dictionary;
  private Inflater inflater;
  private State state;
  private boolean gzip;

  /** Input not yet taken: of a gzip header or trailer that is not complete, or what an output limit left over. */
  private byte[] rest = {};
  private int crc;
  private long total;

  /** All input and the sizes of all output asked for, for {@link #copy}; null once too much. */
  private ByteArrayOutputStream log = new ByteArrayOutputStream();
  private long produced;
  private int returned;

  InflateStream(int wbits, byte[] dictionary) {
    this.wbits = wbits;
    this.dictionary = dictionary;
    boolean ok = wbits == 0 || wbits >= 8 && wbits <= 15 || wbits >= -15 && wbits <= -8 || wbits >= 24 && wbits <= 31
        || wbits >= 40 && wbits <= 47 || wbits == 32;
    if (!ok) {
      throw Errors.valueError("Invalid initialization option");
    }
    state = wbits > 15 ? State.START : State.BODY;
    if (state == State.BODY) {
      open(wbits < 0);
    }
  }

  private void open(boolean raw) {
    inflater = new Inflater(raw);
    if (raw && dictionary != null && wbits < 0) {
      inflater.setDictionary(dictionary);
    }
  }

  boolean isDone() {
    return state == State.DONE;
  }

  /** Input that has not been consumed. */
  byte[] rest() {
    return rest;
  }

  /** Takes over the input that has not been consumed, except of a gzip header or trailer still in the making. */
  byte[] takeRest() {
    if (state == State.GZIP_HEADER || state == State.GZIP_TRAILER) {
      return new byte[0];
    }
    byte[] r = rest;
    rest = new byte[0];
    returned = r.length;
    return r;
  }

  static PyException error(int code, String detail) {
    return Errors.make(ZlibModule.ERROR, "Error " + code + " while decompressing data" + (detail == null ? "" : ": " + detail));
  }

  /** Decompresses input (what {@link #rest} held goes first) to at most {@code max} bytes. */
  byte[] decompress(byte[] input, int max) {
    dropReturned();
    if (log != null) {
      if (log.size() + input.length > COPY_LIMIT) {
        log = null;
      } else {
        log.writeBytes(input);
      }
    }
    byte[] in = rest.length == 0 ? input : concat(rest, input);
    rest = new byte[0];
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(max, Math.max(64, in.length * 3)));
    int at = 0;
    if (state == State.START) {
      at = start(in);
    }
    if (state == State.GZIP_HEADER) {
      at = header(in, at);
    }
    if (state == State.BODY) {
      at = body(in, at, max, out);
    }
    if (state == State.GZIP_TRAILER) {
      at = trailer(in, at);
    }
    rest = at == in.length ? new byte[0] : at == 0 ? in : Arrays.copyOfRange(in, at, in.length);
    produced += out.size();
    return out.toByteArray();
  }

  /** Input given back to the caller comes again: it is logged then. */
  private void dropReturned() {
    if (log != null && returned > 0) {
      byte[] b = log.toByteArray();
      log.reset();
      log.write(b, 0, b.length - returned);
    }
    returned = 0;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] r = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, r, a.length, b.length);
    return r;
  }

  private int start(byte[] in) {
    if (in.length == 0) {
      return 0;
    }
    gzip = wbits >= 24 && wbits <= 31 || in[0] == 0x1f;
    if (gzip) {
      state = State.GZIP_HEADER;
    } else {
      open(false);
      state = State.BODY;
    }
    return 0;
  }

  /** Returns where the body starts, or {@code from} if the header is not complete. */
  private int header(byte[] in, int from) {
    for (int i = 0; i < 3 && from + i < in.length; i++) {
      int expected = i == 0 ? 0x1f : i == 1 ? 0x8b : 8;
      if ((in[from + i] & 0xFF) != expected) {
        throw error(-3, i < 2 ? "incorrect header check" : "unknown compression method");
      }
    }
    if (in.length - from < 10) {
      return from;
    }
    int flags = in[from + 3];
    if ((flags & 0xE0) != 0) {
      throw error(-3, "unknown header flags set");
    }
    int at = from + 10;
    if ((flags & 4) != 0) {
      if (at + 2 > in.length) {
        return from;
      }
      at += 2 + (in[at] & 0xFF | (in[at + 1] & 0xFF) << 8);
    }
    for (int flag = 8; flag <= 16; flag <<= 1) {
      if ((flags & flag) != 0) {
        while (at < in.length && in[at] != 0) {
          at++;
        }
        at++;
      }
    }
    if ((flags & 2) != 0) {
      at += 2;
    }
    if (at > in.length) {
      return from;
    }
    open(true);
    state = State.BODY;
    return at;
  }

  private int body(byte[] in, int at, int max, ByteArrayOutputStream out) {
    byte[] chunk = new byte[Math.min(Math.max(1, max), Math.max(256, Math.min(1 << 16, (in.length - at) * 4)))];
    inflater.setInput(in, at, in.length - at);
    try {
      while (!inflater.finished()) {
        int room = Math.min(chunk.length, max - out.size());
        int n = inflater.inflate(chunk, 0, room);
        if (n > 0) {
          out.write(chunk, 0, n);
          if (gzip) {
            crc = (int) Checksums.crc32(chunk, 0, n, crc & 0xFFFFFFFFL);
            total += n;
          }
          if (chunk.length < 1 << 18 && n == chunk.length) {
            chunk = new byte[chunk.length * 2];
          }
        } else if (inflater.needsDictionary()) {
          useDictionary();
        } else if (!inflater.finished()) {
          break;
        }
        if (out.size() >= max && !inflater.finished()) {
          break;
        }
      }
    } catch (DataFormatException e) {
      throw error(-3, e.getMessage());
    }
    int end = in.length - inflater.getRemaining();
    if (inflater.finished()) {
      inflater.end();
      state = gzip ? State.GZIP_TRAILER : State.DONE;
    }
    return end;
  }

  private void useDictionary() {
    if (dictionary == null) {
      throw error(2, "need dictionary");
    }
    try {
      inflater.setDictionary(dictionary);
    } catch (IllegalArgumentException e) {
      throw Errors.make(ZlibModule.ERROR, "Error -3 while setting zdict");
    }
  }

  private int trailer(byte[] in, int at) {
    if (in.length - at < 8) {
      return at;
    }
    if (int32(in, at) != crc) {
      throw error(-3, "incorrect data check");
    }
    if (int32(in, at + 4) != (int) total) {
      throw error(-3, "incorrect length check");
    }
    state = State.DONE;
    return at + 8;
  }

  private static int int32(byte[] b, int at) {
    return b[at] & 0xFF | (b[at + 1] & 0xFF) << 8 | (b[at + 2] & 0xFF) << 16 | (b[at + 3] & 0xFF) << 24;
  }

  /** A stream in the same state. */
  InflateStream copy() {
    if (log == null) {
      throw Errors.make(ZlibModule.ERROR, "cannot copy a decompressor that has read more than " + COPY_LIMIT + " bytes");
    }
    dropReturned();
    InflateStream s = new InflateStream(wbits, dictionary);
    byte[] input = log.toByteArray();
    if (input.length > 0) {
      s.decompress(input, produced == 0 ? Integer.MAX_VALUE - 16 : (int) Math.min(produced, Integer.MAX_VALUE - 16));
      s.takeRest();
      s.returned = 0;
    }
    return s;
  }
}
