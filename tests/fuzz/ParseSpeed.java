import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Parses all Python files of a directory (but not its tests) over and over and prints lines per second of each round. */
public final class ParseSpeed {
  public static void main(String[] args) throws Exception {
    List<Source> sources = new ArrayList<>();
    long lines = 0;
    try (var walk = Files.walk(Path.of(args[0]))) {
      for (Path path : (Iterable<Path>) walk.sorted()::iterator) {
        String name = path.toString();
        if (name.endsWith(".py") && !name.contains("/test/") && !name.contains("site-packages") && Files.exists(path)) {
          Source source = Source.decode(Files.readAllBytes(path), name);
          sources.add(source);
          lines += source.text().lines().count();
        }
      }
    }
    int rounds = Integer.parseInt(args[1]);
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      for (Source source : sources) {
        Parser.parse(source, Mode.EXEC, ParseOptions.DEFAULT);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("%d files, %d lines, %.3f s, %.0f lines/s%n", sources.size(), lines, seconds, lines / seconds);
    }
  }
}
