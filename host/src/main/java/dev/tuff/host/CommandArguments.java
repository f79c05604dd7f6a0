package dev.tuff.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The arguments of the process as Python reads them: UTF-8 whatever the locale, with bytes that are none as lone surrogates (PEP 383). The
 * JVM decodes by the locale and loses those bytes, so they are read from the system again where anything but plain ASCII is among them.
 */
public final class CommandArguments {
  private CommandArguments() {}

  /** The same arguments, with those of {@code given} that the JVM may have read wrongly put right. */
  public static String[] exact(String[] given) {
    boolean plain = true;
    for (String s : given) {
      plain &= isPlain(s);
    }
    if (plain) {
      return given;
    }
    byte[] line;
    try {
      line = Files.readAllBytes(Path.of("/proc/self/cmdline"));
    } catch (IOException | RuntimeException notLinux) {
      return given;
    }
    String[] exact = new String[given.length];
    int end = line.length - 1;
    for (int i = given.length - 1; i >= 0; i--) {
      int start = end;
      while (start > 0 && line[start - 1] != 0) {
        start--;
      }
      if (end <= 0) {
        return given;
      }
      exact[i] = decode(line, start, end);
      end = start - 1;
    }
    return exact;
  }

  /** A question mark is what the JVM puts for bytes that it cannot decode. */
  private static boolean isPlain(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) >= 0x80 || s.charAt(i) == '?') {
        return false;
      }
    }
    return true;
  }

  private static String decode(byte[] bytes, int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    for (int i = from; i < to; ) {
      int n = sequence(bytes, i, to);
      if (n == 0) {
        out.append((char) (0xDC00 | bytes[i++] & 0xFF));
      } else {
        out.append(new String(Arrays.copyOfRange(bytes, i, i + n), java.nio.charset.StandardCharsets.UTF_8));
        i += n;
      }
    }
    return out.toString();
  }

  /** The length of the well-formed UTF-8 sequence that begins there; 0 if none does. */
  private static int sequence(byte[] bytes, int i, int to) {
    int b = bytes[i] & 0xFF;
    int n = b < 0x80 ? 1 : b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
    if (n < 2 || i + n > to) {
      return n < 2 ? n : 0;
    }
    int second = bytes[i + 1] & 0xFF;
    // overlong forms, surrogates, and what is past U+10FFFF
    if (b == 0xE0 && second < 0xA0 || b == 0xED && second > 0x9F || b == 0xF0 && second < 0x90 || b == 0xF4 && second > 0x8F) {
      return 0;
    }
    for (int k = 1; k < n; k++) {
      if ((bytes[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return n;
  }
}
