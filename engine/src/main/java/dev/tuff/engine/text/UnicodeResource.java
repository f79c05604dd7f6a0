package dev.tuff.engine.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the tables of character properties that {@code tools/unicode/generate.py} writes. */
final class UnicodeResource {
  private UnicodeResource() {}

  /** The lines of one table. */
  static String[] lines(String name) {
    try (InputStream in = UnicodeResource.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
