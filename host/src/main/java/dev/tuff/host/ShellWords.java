package dev.tuff.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Commands whose words hold bytes that the JDK would not pass on, as a shell script in plain ASCII: the JDK encodes arguments by the
 * locale, while Python's are bytes, some of them as lone surrogates (PEP 383).
 */
final class ShellWords {
  private ShellWords() {}

  /** Whether the JDK passes another argument to a program than the one meant. */
  static boolean losesBytes(String word) {
    boolean unicode = Charset.defaultCharset() == StandardCharsets.UTF_8 && "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 0x80 && !unicode) {
        return true;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c) || i + 1 == word.length() || !Character.isLowSurrogate(word.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** A script that becomes the command. */
  static String script(List<String> command) {
    StringBuilder script = new StringBuilder("set --; ");
    for (String word : command) {
      // a substitution would lose newlines at the end, were it not for the x
      script.append("w=$(printf '");
      for (byte b : bytes(word)) {
        script.append('\\').append((char) ('0' + (b >> 6 & 3))).append((char) ('0' + (b >> 3 & 7))).append((char) ('0' + (b & 7)));
      }
      script.append("x'); set -- \"$@\" \"${w%x}\"; ");
    }
    return script.append("unset w; exec \"$@\"").toString();
  }

  private static byte[] bytes(String word) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    word.codePoints().forEach(c -> {
      if (c >= 0xDC80 && c <= 0xDCFF) {
        out.write(c);
      } else {
        out.writeBytes(new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8));
      }
    });
    return out.toByteArray();
  }
}
