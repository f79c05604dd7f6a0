package dev.tuff.typed;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.module.Compilation;
import dev.tuff.host.HostException;
import dev.tuff.syntax.SyntaxError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of source files, and columns in them as people count: in code points, from 1; nodes have UTF-8 bytes, from 0. */
final class SourceColumns {
  private final Interpreter interpreter;
  private final Map<String, List<String>> files = new HashMap<>();
  private final String file;

  /** @param file the one that columns without a file mean */
  SourceColumns(Interpreter interpreter, String file) {
    this.interpreter = interpreter;
    this.file = file;
  }

  /** None if the file is gone. */
  List<String> lines(String of) {
    return files.computeIfAbsent(of, f -> {
      try {
        return List.of(Compilation.sourceFile(interpreter, f, Integer.MAX_VALUE).text().split("\r?\n|\r", -1));
      } catch (HostException | SyntaxError unreadable) {
        return List.of();
      }
    });
  }

  String line(String of, int number) {
    List<String> all = lines(of);
    return number >= 1 && number <= all.size() ? all.get(number - 1) : "";
  }

  String line(int number) {
    return line(file, number);
  }

  int of(int line, int bytes) {
    return of(file, line, bytes);
  }

  int of(String in, int line, int bytes) {
    String s = line(in, line);
    int seen = 0;
    int n = 0;
    for (int i = 0; i < s.length() && seen < bytes; n++) {
      int c = s.codePointAt(i);
      seen += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      i += Character.charCount(c);
    }
    return (seen < bytes ? n + bytes - seen : n) + 1;
  }
}
