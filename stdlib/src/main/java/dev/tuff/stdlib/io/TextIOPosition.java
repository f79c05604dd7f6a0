package dev.tuff.stdlib.io;

import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Positions in a text stream. A position is a number that packs where a decoder in a known state must start reading bytes, and how much it
 * must then decode to come to the place:
 *
 * <pre>
 * bits   0.. position in the file   64.. decoder flags   128.. bytes to feed   192.. characters to skip   256 feed an end of file
 * </pre>
 */
final class TextIOPosition {
  private record Cookie(long position, long flags, int feed, int skip, boolean end) {
    Object pack() {
      if (flags == 0 && feed == 0 && skip == 0 && !end) {
        return Py.box(position);
      }
      BigInteger b = BigInteger.valueOf(position).or(BigInteger.valueOf(flags).shiftLeft(64))
          .or(BigInteger.valueOf(feed).shiftLeft(128)).or(BigInteger.valueOf(skip).shiftLeft(192));
      return Py.box(end ? b.setBit(256) : b);
    }

    static Cookie unpack(Object o) {
      if (o instanceof Long l) {
        return new Cookie(l, 0, 0, 0, false);
      }
      BigInteger b = (BigInteger) o;
      return new Cookie(b.longValue(), b.shiftRight(64).longValue(), b.shiftRight(128).intValue(), b.shiftRight(192).intValue(), b.testBit(256));
    }
  }

  private TextIOPosition() {}

  @Method(value = "tell(self, /)", doc = "The current position, as a number for seek().")
  static Object tell(PyTextIOWrapper self) {
    self.checkOpen();
    if (!self.seekable) {
      throw IoErrors.unsupported("underlying stream is not seekable");
    }
    if (!self.telling) {
      throw Errors.make(Exceptions.OSError, "telling position disabled by next() call");
    }
    self.writePending();
    Py.callMethod(self, "flush");
    Object at = Py.callMethod(self.buffer, "tell");
    if (self.decoder == null || self.snapshot == null) {
      return at;
    }
    PyTextIOWrapper.Snapshot snap = self.snapshot;
    Cookie start = new Cookie(Convert.toLong(at) - snap.input().length, snap.flags(), 0, 0, false);
    if (self.used == 0 || self.decoded == null) {
      return start.pack();
    }
    TextDecoder.State saved = self.decoder.state();
    try {
      return find(self, snap.input(), start);
    } finally {
      self.decoder.setState(saved);
    }
  }

  private static void restore(PyTextIOWrapper self, Cookie c) {
    if (c.position == 0 && c.flags == 0) {
      self.decoder.reset();
    } else {
      self.decoder.setState(new TextDecoder.State(TextDecoder.NONE, c.flags));
    }
  }

  /** Decodes the input again, from the last place where the decoder held nothing back, until the used characters have come out. */
  private static Object find(PyTextIOWrapper self, byte[] input, Cookie start) {
    TextDecoder decoder = self.decoder;
    int toSkip = self.used;
    // a guess by the proportion of bytes to characters, corrected backwards
    int skip = Math.min(input.length, (int) (self.bytesPerCharacter * toSkip));
    int back = 1;
    while (skip > 0) {
      restore(self, start);
      int n = Chars.length(decoder.decode(Arrays.copyOf(input, skip), false));
      if (n <= toSkip) {
        TextDecoder.State s = decoder.state();
        if (s.buffered().length == 0) {
          start = new Cookie(start.position, s.flags(), 0, 0, false);
          toSkip -= n;
          break;
        }
        skip -= s.buffered().length;
        back = 1;
      } else {
        skip -= back;
        back *= 2;
      }
    }
    if (skip <= 0) {
      skip = 0;
      restore(self, start);
    }
    start = new Cookie(start.position + skip, start.flags, 0, 0, false);
    if (toSkip == 0) {
      return start.pack();
    }
    int fed = 0;
    int decoded = 0;
    boolean end = false;
    int i = skip;
    while (i < input.length) {
      fed++;
      decoded += Chars.length(decoder.decode(new byte[] {input[i++]}, false));
      TextDecoder.State s = decoder.state();
      if (s.buffered().length == 0 && decoded <= toSkip) {
        start = new Cookie(start.position + fed, s.flags(), 0, 0, false);
        toSkip -= decoded;
        fed = 0;
        decoded = 0;
      }
      if (decoded >= toSkip) {
        break;
      }
    }
    if (decoded < toSkip) {
      decoded += Chars.length(decoder.decode(TextDecoder.NONE, true));
      end = true;
      if (decoded < toSkip) {
        throw Errors.make(Exceptions.OSError, "can't reconstruct logical file position");
      }
    }
    return new Cookie(start.position, start.flags, fed, toSkip, end).pack();
  }

  @Method(value = "seek(self, cookie, whence=0, /)", doc = "Moves to a position that tell() gave, or to the start or the end.")
  static Object seek(PyTextIOWrapper self, Object cookie, int whence) {
    self.checkOpen();
    if (!self.seekable) {
      throw IoErrors.unsupported("underlying stream is not seekable");
    }
    switch (whence) {
      case 1 -> {
        if (!Py.eq(cookie, Py.box(0))) {
          throw IoErrors.unsupported("can't do nonzero cur-relative seeks");
        }
        Py.callMethod(self, "flush");
        cookie = Py.callMethod(self, "tell");
      }
      case 2 -> {
        if (!Py.eq(cookie, Py.box(0))) {
          throw IoErrors.unsupported("can't do nonzero end-relative seeks");
        }
        Py.callMethod(self, "flush");
        self.setDecoded(null);
        self.snapshot = null;
        if (self.decoder != null) {
          self.decoder.reset();
        }
        Object at = Py.callMethod(self.buffer, "seek", Py.box(0), Py.box(2));
        startEncoder(self, Py.eq(at, Py.box(0)));
        return at;
      }
      case 0 -> {}
      default -> throw Errors.valueError("invalid whence (" + whence + ", should be 0, 1 or 2)");
    }
    if (Comparison.test(0, cookie, Py.box(0))) {
      throw Errors.valueError("negative seek position " + Py.javaRepr(cookie));
    }
    Py.callMethod(self, "flush");
    Cookie c = Cookie.unpack(PyInt.index(cookie));
    Py.callMethod(self.buffer, "seek", Py.box(c.position));
    self.setDecoded(null);
    self.snapshot = null;
    if (self.decoder != null) {
      restore(self, c);
      if (c.skip > 0) {
        byte[] input = bytes(Py.callMethod(self.buffer, "read", Py.box(c.feed)));
        self.snapshot = new PyTextIOWrapper.Snapshot(c.flags, input);
        self.setDecoded(self.decoder.decode(input, c.end));
        if (Chars.length(self.decoded) < c.skip) {
          throw Errors.make(Exceptions.OSError, "can't restore logical file position");
        }
        self.used = c.skip;
      } else {
        self.snapshot = new PyTextIOWrapper.Snapshot(c.flags, TextDecoder.NONE);
      }
    }
    startEncoder(self, c.position == 0 && c.flags == 0);
    return cookie;
  }

  private static byte[] bytes(Object o) {
    if (o instanceof dev.tuff.engine.bytes.PyBytes b) {
      return b.array();
    }
    throw Errors.typeError("underlying read() should have returned a bytes object, not '" + Py.typeOf(o).name() + "'");
  }

  private static void startEncoder(PyTextIOWrapper self, boolean atStart) {
    if (self.encoder != null) {
      self.atStart = atStart;
      self.encoder.start(atStart);
    }
  }

  @Method(value = "truncate(self, pos=None, /)", doc = "Makes the file that long, the current position by default.")
  static Object truncate(PyTextIOWrapper self, Object pos) {
    self.checkAttached();
    Py.callMethod(self, "flush");
    return Py.callMethod(self.buffer, "truncate", pos);
  }
}
