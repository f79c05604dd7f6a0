package dev.tuff.host;

import java.io.FileInputStream;
import java.io.IOException;
import java.security.SecureRandom;

/** The kernel's random bytes, read directly: setting up {@link SecureRandom} takes longer than starting the interpreter. */
final class SystemEntropy implements Entropy {
  @Override
  public void fill(byte[] bytes) {
    try (FileInputStream in = new FileInputStream("/dev/urandom")) {
      if (in.readNBytes(bytes, 0, bytes.length) == bytes.length) {
        return;
      }
    } catch (IOException e) {
      // a system without the device has another source
    }
    new SecureRandom().nextBytes(bytes);
  }
}
