package dev.tuff.stdlib.binary;

import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.expose.Function;
import java.util.Arrays;
import java.util.Base64;

/** {@code binascii.a2b_base64} and {@code b2a_base64}. */
final class Base64Codec {
  private Base64Codec() {}

  private static int value(int c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }

  @Function(value = "b2a_base64(data, /, *, newline=True)", doc = "Base64-code line of data.")
  static Object b2a_base64(Object data, boolean newline) {
    byte[] b = Base64.getEncoder().encode(Buffers.bytes(data));
    if (newline) {
      b = Arrays.copyOf(b, b.length + 1);
      b[b.length - 1] = '\n';
    }
    return new PyBytes(b);
  }

  @Function(value = "a2b_base64(data, /, *, strict_mode=False)", doc = "Decode a line of base64 data.")
  static Object a2b_base64(Object data, boolean strict) {
    byte[] b = BinasciiModule.ascii(data);
    byte[] out = new byte[b.length / 4 * 3 + 3];
    int n = 0;
    int quad = 0;
    int left = 0;
    int pads = 0;
    boolean paddingStarted = false;
    if (strict && b.length > 0 && b[0] == '=') {
      throw BinasciiModule.error("Leading padding not allowed");
    }
    for (int i = 0; i < b.length; i++) {
      int c = b[i];
      if (c == '=') {
        paddingStarted = true;
        if (strict && quad == 0) {
          throw BinasciiModule.error("Excess padding not allowed");
        }
        pads++;
        if (strict && quad == 1) {
          throw tooFew(n);
        }
        if (strict && quad + pads >= 4) {
          // a whole quad: what follows is excess
          if (i + 1 < b.length) {
            throw BinasciiModule.error(b[i + 1] == '=' ? "Excess padding not allowed" : value(b[i + 1]) < 0
                ? "Only base64 data is allowed" : "Excess data after padding");
          }
          break;
        }
        continue;
      }
      int v = value(c);
      if (v < 0) {
        if (strict) {
          throw BinasciiModule.error("Only base64 data is allowed");
        }
        continue;
      }
      if (strict && paddingStarted) {
        throw BinasciiModule.error("Discontinuous padding not allowed");
      }
      pads = 0;
      switch (quad) {
        case 0 -> {
          quad = 1;
          left = v;
        }
        case 1 -> {
          quad = 2;
          out[n++] = (byte) (left << 2 | v >> 4);
          left = v & 15;
        }
        case 2 -> {
          quad = 3;
          out[n++] = (byte) (left << 4 | v >> 2);
          left = v & 3;
        }
        default -> {
          quad = 0;
          out[n++] = (byte) (left << 6 | v);
          left = 0;
        }
      }
    }
    if (quad == 1) {
      throw tooFew(n);
    }
    if (quad != 0 && quad + pads < 4) {
      throw BinasciiModule.error("Incorrect padding");
    }
    return new PyBytes(Arrays.copyOf(out, n));
  }

  private static PyException tooFew(int n) {
    return BinasciiModule.error("Invalid base64-encoded string: number of data characters (" + (n / 3 * 4 + 1)
        + ") cannot be 1 more than a multiple of 4");
  }
}
