package dev.tuff.stdlib.zlib;

import dev.tuff.engine.bytes.BufferView;
import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.number.PyInt;
import java.util.Arrays;

/** {@code zlib}: over the JDK's zlib. */
public final class ZlibModule {
  static final PyType ERROR = PyType.builtin("zlib.error", Exceptions.Exception, PyType.BASE_LAYOUT, null);
  private static final String[] CONSTANTS = {
    "DEFLATED", "DEF_BUF_SIZE", "DEF_MEM_LEVEL", "MAX_WBITS", "Z_BEST_COMPRESSION", "Z_BEST_SPEED", "Z_BLOCK", "Z_DEFAULT_COMPRESSION",
    "Z_DEFAULT_STRATEGY", "Z_FILTERED", "Z_FINISH", "Z_FIXED", "Z_FULL_FLUSH", "Z_HUFFMAN_ONLY", "Z_NO_COMPRESSION", "Z_NO_FLUSH",
    "Z_PARTIAL_FLUSH", "Z_RLE", "Z_SYNC_FLUSH", "Z_TREES",
  };
  private static final int[] VALUES = {8, 16384, 8, 15, 9, 1, 5, -1, 0, 1, 4, 4, 3, 2, 0, 0, 1, 3, 2, 6};
  private static final int MAX = Integer.MAX_VALUE - 16;

  private ZlibModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "zlib", new ZlibModuleTable());
    for (int i = 0; i < VALUES.length; i++) {
      m.set(CONSTANTS[i], Py.box(VALUES[i]));
    }
    m.set("error", ERROR);
    m.set("ZLIB_VERSION", "1.3.1");
    m.set("ZLIB_RUNTIME_VERSION", "1.3.1");
    m.set("__version__", "1.0");
    m.set("_ZlibDecompressor", PyZlibDecompressor.TYPE);
  }

  static byte[] dictionary(Object zdict) {
    if (zdict == null) {
      return null;
    }
    byte[] d = Buffers.find(zdict);
    if (d == null) {
      throw Errors.typeError("zdict argument must support the buffer protocol");
    }
    return d;
  }

  private static long start(Object value) {
    // any int is taken modulo 2**32
    return PyInt.big(PyInt.index(value)).longValue() & 0xFFFFFFFFL;
  }

  @Function(value = "crc32(data, value=0, /)", doc = "Compute a CRC-32 checksum of data.")
  static long crc32(Object data, Object value) {
    try (BufferView v = Buffers.get(data, false)) {
      return Checksums.crc32(v.array, v.offset, v.length(), start(value));
    }
  }

  @Function(value = "adler32(data, value=1, /)", doc = "Compute an Adler-32 checksum of data.")
  static long adler32(Object data, Object value) {
    try (BufferView v = Buffers.get(data, false)) {
      return Checksums.adler32(v.array, v.offset, v.length(), start(value));
    }
  }

  @Function(value = "compress(data, /, level=-1, wbits=15)", doc = "Returns a bytes object containing compressed data.")
  static Object compress(Object data, int level, int wbits) {
    byte[] b = Buffers.bytes(data);
    if (level < -1 || level > 9) {
      throw Errors.make(ERROR, "Bad compression level");
    }
    DeflateStream s = new DeflateStream(level, wbits, 0, null);
    byte[] head = s.compress(b);
    byte[] end = s.flush(DeflateStream.FINISH);
    byte[] out = Arrays.copyOf(head, head.length + end.length);
    System.arraycopy(end, 0, out, head.length, end.length);
    return new PyBytes(out);
  }

  @Function(value = "decompress(data, /, wbits=15, bufsize=16384)", doc = "Returns a bytes object containing the uncompressed data.")
  static Object decompress(Object data, int wbits, long bufsize) {
    byte[] b = Buffers.bytes(data);
    if (bufsize < 0) {
      throw Errors.valueError("bufsize must be non-negative");
    }
    InflateStream s;
    try {
      s = new InflateStream(wbits, null);
    } catch (dev.tuff.engine.core.PyException e) {
      throw Errors.make(ERROR, "Error -2 while preparing to decompress data: inconsistent stream state");
    }
    byte[] out = s.decompress(b, MAX);
    if (!s.isDone()) {
      throw InflateStream.error(-5, "incomplete or truncated stream");
    }
    return new PyBytes(out);
  }

  @Function(value = "compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=<null>)", doc = "Return a compressor object.")
  static Object compressobj(int level, int method, int wbits, int memLevel, int strategy, Object zdict) {
    byte[] dictionary = zdict == null ? null : Buffers.bytes(zdict);
    if (method != 8 || memLevel < 1 || memLevel > 9) {
      throw Errors.valueError("Invalid initialization option");
    }
    return new PyCompress(new DeflateStream(level, wbits, strategy, dictionary));
  }

  @Function(value = "decompressobj(wbits=15, zdict=<null>)", doc = "Return a decompressor object.")
  static Object decompressobj(int wbits, Object zdict) {
    byte[] dictionary = dictionary(zdict);
    return new PyDecompress(new InflateStream(wbits, dictionary));
  }
}
