package dev.tuff.host;

/** Randomness fit for secrets. */
public interface Entropy {
  void fill(byte[] bytes);
}
