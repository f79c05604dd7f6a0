package dev.tuff.stdlib.zlib;

import dev.tuff.engine.core.Errors;
import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Compression to a zlib, raw deflate or gzip stream. */
final class DeflateStream {
  static final int NO_FLUSH = 0;
  static final int FINISH = 4;
  private static final int FULL_FLUSH = 3;
  private static final int COPY_LIMIT = 1 << 20;

  private final int level;
  private final int wbits;
  private final int strategy;
  private final byte[] dictionary;
  private final Deflater deflater;
  private final boolean gzip;
  private boolean started;
  private boolean finished;
  private int crc;
  private long total;

  /** Input and flushes so far, for {@link #copy}; null once too much. */
  private ByteArrayOutputStream log = new ByteArrayOutputStream();

  DeflateStream(int level, int wbits, int strategy, byte[] dictionary) {
    boolean ok = wbits >= 9 && wbits <= 15 || wbits >= -15 && wbits <= -9 || wbits >= 25 && wbits <= 31;
    if (!ok || level < -1 || level > 9 || strategy < 0 || strategy > 4) {
      throw Errors.valueError("Invalid initialization option");
    }
    this.level = level;
    this.wbits = wbits;
    this.strategy = strategy;
    this.dictionary = dictionary;
    gzip = wbits > 15;
    deflater = new Deflater(level, wbits < 0 || gzip);
    if (strategy == Deflater.FILTERED || strategy == Deflater.HUFFMAN_ONLY) {
      deflater.setStrategy(strategy);
    }
    if (dictionary != null) {
      deflater.setDictionary(dictionary);
    }
  }

  private void header(ByteArrayOutputStream out) {
    if (started || !gzip) {
      return;
    }
    started = true;
    int speed = level == 9 ? 2 : level == 1 ? 4 : 0;
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, (byte) speed, 3});
  }

  byte[] compress(byte[] input) {
    checkOpen();
    record(0, input);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    header(out);
    if (gzip) {
      crc = (int) Checksums.crc32(input, 0, input.length, crc & 0xFFFFFFFFL);
      total += input.length;
    }
    deflater.setInput(input);
    drain(out, Deflater.NO_FLUSH);
    return out.toByteArray();
  }

  private void checkOpen() {
    if (finished) {
      throw Errors.make(ZlibModule.ERROR, "Error -2 while compressing data: inconsistent stream state");
    }
  }

  byte[] flush(int mode) {
    if (mode == NO_FLUSH) {
      return new byte[0];
    }
    if (mode < 0 || mode > 5 || finished) {
      throw Errors.make(ZlibModule.ERROR, "Error -2 while flushing: inconsistent stream state");
    }
    record(mode, new byte[0]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    header(out);
    if (mode == FINISH) {
      deflater.finish();
      drain(out, Deflater.NO_FLUSH);
      deflater.end();
      finished = true;
      if (gzip) {
        int32(out, crc);
        int32(out, (int) total);
      }
    } else {
      drain(out, mode == FULL_FLUSH ? Deflater.FULL_FLUSH : Deflater.SYNC_FLUSH);
    }
    return out.toByteArray();
  }

  private static void int32(ByteArrayOutputStream out, int v) {
    for (int i = 0; i < 4; i++) {
      out.write(v >>> 8 * i);
    }
  }

  private void drain(ByteArrayOutputStream out, int flush) {
    byte[] chunk = new byte[8192];
    for (int n; (n = deflater.deflate(chunk, 0, chunk.length, flush)) > 0; ) {
      out.write(chunk, 0, n);
      if (flush != Deflater.NO_FLUSH && n < chunk.length) {
        return;
      }
    }
  }

  private void record(int mode, byte[] input) {
    if (log == null) {
      return;
    }
    if (log.size() + input.length > COPY_LIMIT) {
      log = null;
      return;
    }
    log.write(mode);
    int32(log, input.length);
    log.writeBytes(input);
  }

  /** A stream in the same state, made by compressing the same input again. */
  DeflateStream copy() {
    if (log == null) {
      throw Errors.make(ZlibModule.ERROR, "cannot copy a compressor that has taken more than " + COPY_LIMIT + " bytes");
    }
    if (finished) {
      throw Errors.valueError("Inconsistent stream state");
    }
    DeflateStream s = new DeflateStream(level, wbits, strategy, dictionary);
    byte[] b = log.toByteArray();
    for (int at = 0; at < b.length; ) {
      int n = b[at + 1] & 0xFF | (b[at + 2] & 0xFF) << 8 | (b[at + 3] & 0xFF) << 16 | (b[at + 4] & 0xFF) << 24;
      if (b[at] == 0) {
        s.compress(java.util.Arrays.copyOfRange(b, at + 5, at + 5 + n));
      } else {
        s.flush(b[at]);
      }
      at += 5 + n;
    }
    return s;
  }
}
