package dev.tuff.engine.module;

import dev.tuff.engine.bytes.PyBytes;

/** What {@code .pyc} files of this implementation begin with. */
public final class BytecodeFiles {
  /** Raised whenever the module {@code marshal} writes code in another way; the code itself has a number of its own. */
  private static final int VERSION = 2;

  /** The magic number as {@code importlib.util.MAGIC_NUMBER} has it: two bytes of version, then CR LF. Changes with either format. */
  public static final int MAGIC = 0x0A0D_0000 | dev.tuff.compiler.Marshal.MAGIC + (VERSION << 8) & 0xFFFF;

  private BytecodeFiles() {}

  /** 64 bits of SipHash-1-3 of the source, as hash-based pycs keep (PEP 552). */
  static PyBytes sourceHash(long key, byte[] source) {
    long h = dev.tuff.engine.text.SipHash.hash(source, 0, source.length, key, 0);
    byte[] b = new byte[8];
    for (int i = 0; i < 8; i++) {
      b[i] = (byte) (h >>> 8 * i);
    }
    return new PyBytes(b);
  }
}
