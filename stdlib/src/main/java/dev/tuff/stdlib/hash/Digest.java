package dev.tuff.stdlib.hash;

/** A running hash computation. */
interface Digest {
  void update(byte[] b, int from, int length);

  /** The digest of what has come so far, {@code length} bytes if the algorithm's output is of any length; more may follow. */
  byte[] digest(int length);

  Digest copy();
}
