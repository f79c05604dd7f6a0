package dev.tuff.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/**
 * A decoded source text with the name of its file. Newlines are all {@code \n}: {@code \r\n} and {@code \r} have been
 * translated, as Python does before it tokenizes.
 */
public final class Source {
  private final String text;
  private final String filename;

  private Source(String text, String filename) {
    this.text = text;
    this.filename = filename;
  }

  /** A text that is decoded already; an encoding declaration in it means nothing. */
  public static Source of(String text, String filename) {
    return new Source(translateNewlines(text), filename);
  }

  public String text() {
    return text;
  }

  public String filename() {
    return filename;
  }

  /** Decodes text in an encoding that Java does not know, or one registered with Python's {@code codecs}. */
  public interface Decoder {
    /** The text, or null if there is no such encoding. An undecodable input throws what {@link Source#decode} shall throw. */
    String decode(byte[] bytes, int start, String encoding) throws SyntaxError;
  }

  /**
   * Decodes a file: by its byte order mark, else its encoding declaration (PEP 263) in the first two lines, else as UTF-8.
   *
   * @throws SyntaxError if the encoding is unknown or the bytes are not in it, or a NUL byte is found
   */
  public static Source decode(byte[] bytes, String filename) throws SyntaxError {
    return decode(bytes, filename, Source::decodeByJava);
  }

  public static Source decode(byte[] bytes, String filename, Decoder decoder) throws SyntaxError {
    for (byte b : bytes) {
      if (b == 0) {
        throw nullBytes();
      }
    }
    boolean bom = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    int start = bom ? 3 : 0;
    String cookie = EncodingCookie.find(bytes, start);
    if (cookie != null && bom && !cookie.equals("utf-8")) {
      String line = firstLine(bytes, start);
      throw new SyntaxError(
          SyntaxError.Kind.SYNTAX, "encoding problem: " + cookie + " with BOM", filename, 1, 0, 1, line.length(), line);
    }
    if (cookie == null || cookie.equals("utf-8")) {
      return of(decodeUtf8(bytes, start, filename, cookie == null && !bom), filename);
    }
    String text = decoder.decode(bytes, start, cookie);
    if (text == null) {
      throw undecodable(filename, "unknown encoding: " + cookie);
    }
    return of(text, filename);
  }

  static SyntaxError nullBytes() {
    return SyntaxError.unplaced(SyntaxError.Kind.SYNTAX, "source code string cannot contain null bytes");
  }

  private static SyntaxError undecodable(String filename, String message) {
    return new SyntaxError(SyntaxError.Kind.SYNTAX, message, filename, 0, -1, SyntaxError.NONE, SyntaxError.NONE, null);
  }

  private static String firstLine(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private static String decodeUtf8(byte[] bytes, int start, String filename, boolean undeclared) throws SyntaxError {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
          .toString();
    } catch (CharacterCodingException e) {
      throw notUtf8(bytes, start, filename);
    }
  }

  /** Python names the first wrong byte and its line. */
  private static SyntaxError notUtf8(byte[] bytes, int start, String filename) {
    CharBuffer good = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    StandardCharsets.UTF_8.newDecoder().decode(in, good, true);
    int bad = in.position();
    int line = 1;
    int lineStart = start;
    for (int i = start; i < bad; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int lineEnd = bad;
    while (lineEnd < bytes.length && bytes[lineEnd] != '\n') {
      lineEnd++;
    }
    String before = new String(bytes, lineStart, bad - lineStart, StandardCharsets.UTF_8);
    int offset = before.codePointCount(0, before.length()) + 1;
    String text = new String(bytes, lineStart, lineEnd - lineStart, StandardCharsets.UTF_8);
    String message =
        ("Non-UTF-8 code starting with '\\x%02x' on line %d, but no encoding declared;"
                + " see https://peps.python.org/pep-0263/ for details")
            .formatted(bytes[bad] & 0xFF, line);
    return new SyntaxError(SyntaxError.Kind.SYNTAX, message, filename, line, offset, line, offset, text);
  }

  private static String decodeByJava(byte[] bytes, int start, String encoding) throws SyntaxError {
    Charset charset;
    try {
      charset = Charset.forName(encoding.equals("iso-8859-1") ? "ISO-8859-1" : encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(in)
          .toString();
    } catch (CharacterCodingException e) {
      throw undecodable(null, cannotDecode(bytes, start, encoding, charset));
    }
  }

  private static String cannotDecode(byte[] bytes, int start, String encoding, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    charset.newDecoder().decode(in, CharBuffer.allocate(bytes.length * 2), true);
    int bad = in.position();
    String codec = encoding;
    String reason = "ordinal not in range(128)";
    if (charset.canEncode() && charset.newEncoder().maxBytesPerChar() > 1) {
      reason = "illegal multibyte sequence";
    } else if (!charset.equals(StandardCharsets.US_ASCII)) {
      codec = "charmap";
      reason = "character maps to <undefined>";
    }
    return "'%s' codec can't decode byte 0x%02x in position %d: %s".formatted(codec, bytes[bad] & 0xFF, bad - start, reason);
  }

  private static String translateNewlines(String text) {
    int cr = text.indexOf('\r');
    if (cr < 0) {
      return text;
    }
    int n = text.length();
    StringBuilder out = new StringBuilder(n);
    int copied = 0;
    for (; cr >= 0; cr = text.indexOf('\r', copied)) {
      out.append(text, copied, cr).append('\n');
      copied = cr + 1 < n && text.charAt(cr + 1) == '\n' ? cr + 2 : cr + 1;
    }
    return out.append(text, copied, n).toString();
  }
}
