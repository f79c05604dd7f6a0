package dev.tuff.stdlib.hash;

import dev.tuff.engine.core.Errors;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash that the JDK computes: MD5, SHA-1, SHA-2. */
final class JavaDigest implements Digest {
  private final MessageDigest digest;

  private JavaDigest(MessageDigest digest) {
    this.digest = digest;
  }

  static JavaDigest of(String algorithm) {
    try {
      return new JavaDigest(MessageDigest.getInstance(algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw Errors.valueError("unsupported hash type " + algorithm);
    }
  }

  @Override
  public void update(byte[] b, int from, int length) {
    digest.update(b, from, length);
  }

  private MessageDigest cloned() {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] digest(int length) {
    return cloned().digest();
  }

  @Override
  public Digest copy() {
    return new JavaDigest(cloned());
  }
}
