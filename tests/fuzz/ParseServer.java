import dev.tuff.syntax.AstDump;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.TokenInfo;
import dev.tuff.syntax.TokenStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.security.MessageDigest;

/**
 * Answers what the parser says of sources, for comparison with CPython.
 *
 * <p>A request is a mode letter (e, s, v for eval, f, t for tokens), a flags byte (1: type comments, 2: incomplete input, 4: no
 * implied dedent, 8: answer the whole dump, 16: the source is bytes to decode) and a source with its length. The answer, with
 * its length, is "ok " and the SHA-1 of the dump (or the dump), or "error" with one attribute in each line.
 */
public final class ParseServer {
  public static void main(String[] args) throws Exception {
    DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(System.in, 1 << 16));
    DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(System.out, 1 << 16));
    while (true) {
      int mode;
      try {
        mode = in.readByte();
      } catch (EOFException e) {
        return;
      }
      int flags = in.readByte();
      byte[] source = in.readNBytes(in.readInt());
      byte[] answer = answer(mode, flags, source).getBytes(StandardCharsets.UTF_8);
      out.writeInt(answer.length);
      out.write(answer);
      out.flush();
    }
  }

  /** All tokens of a text, one a line; flag 1 asks for the extra ones. */
  private static String tokens(int flags, String text) {
    StringBuilder out = new StringBuilder("ok");
    TokenStream tokens = TokenStream.ofLines(List.of(text.split("(?<=\n)|(?<=\r)(?!\n)")), "f", (flags & 1) != 0);
    try {
      for (TokenInfo t = tokens.next(); t != null; t = tokens.next()) {
        out.append("\n%d %s %d %d %d %d %s".formatted(t.type(), text(t.string()), t.line(), t.column(), t.endLine(),
            t.endColumn(), text(t.lineText())));
      }
    } catch (SyntaxError e) {
      out.append("\nerror " + e.kind.pythonName + ": " + e.message + " " + number(e.line));
    }
    return out.toString();
  }

  private static String answer(int letter, int flags, byte[] bytes) throws Exception {
    Mode mode =
        switch (letter) {
          case 's' -> Mode.SINGLE;
          case 'v' -> Mode.EVAL;
          case 'f' -> Mode.FUNC_TYPE;
          default -> Mode.EXEC;
        };
    ParseOptions options =
        ParseOptions.DEFAULT
            .withTypeComments((flags & 1) != 0)
            .withAllowIncompleteInput((flags & 2) != 0)
            .withDontImplyDedent((flags & 4) != 0);
    if (letter == 't') {
      return tokens(flags, new String(bytes, StandardCharsets.UTF_8));
    }
    try {
      Source source =
          (flags & 16) != 0 ? Source.decode(bytes, "f") : Source.of(new String(bytes, StandardCharsets.UTF_8), "f");
      String dump = AstDump.dump(Parser.parse(source, mode, options), true, null);
      if ((flags & 8) != 0) {
        return "ok " + dump;
      }
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      return "ok " + java.util.HexFormat.of().formatHex(sha.digest(dump.getBytes(StandardCharsets.UTF_8)));
    } catch (SyntaxError e) {
      return "error\n" + e.kind.pythonName + "\n" + e.message + "\n" + number(e.line) + "\n" + number(e.offset) + "\n"
          + number(e.endLine) + "\n" + number(e.endOffset) + "\n" + text(e.text);
    } catch (Throwable e) {
      java.io.StringWriter trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      return "crash\n" + trace.toString().lines().limit(12).collect(java.util.stream.Collectors.joining("\n"));
    }
  }

  private static String number(int n) {
    return n == SyntaxError.NONE ? "None" : Integer.toString(n);
  }

  private static String text(String s) {
    return s == null ? "None" : s.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }
}
