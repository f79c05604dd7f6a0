import dev.tuff.compiler.Code;
import dev.tuff.compiler.CompileOptions;
import dev.tuff.compiler.Compiler;
import dev.tuff.compiler.Marshal;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Build step: puts compiled code beside each source of the standard library, {@code __pycache__/NAME.tuff-314.pyc} as
 * {@link Marshal#dump} writes it, so that an import neither parses nor compiles.
 *
 * <p>Usage: {@code LibraryCompiler LIBRARY_DIRECTORY STAMP_FILE}; only what has changed since is done while the stamp is newer than every
 * class of the compiler ({@code java.class.path}). A file that does not compile fails the build.
 */
public final class LibraryCompiler {
  private static final String TAG = ".tuff-314.pyc";

  private LibraryCompiler() {}

  public static void main(String[] args) throws Exception {
    Path library = Path.of(args[0]);
    Path stamp = Path.of(args[1]);
    long since = Files.exists(stamp) && Files.getLastModifiedTime(stamp).toMillis() > newestClass()
        ? Files.getLastModifiedTime(stamp).toMillis() : 0;
    List<Path> sources = new ArrayList<>();
    try (var files = Files.walk(library)) {
      for (Path path : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".py")).sorted()::iterator) {
        if (Files.getLastModifiedTime(path).toMillis() >= since) {
          sources.add(path);
        }
      }
    }
    if (sources.isEmpty()) {
      return;
    }
    Queue<Path> todo = new ConcurrentLinkedQueue<>(sources);
    Queue<String> failures = new ConcurrentLinkedQueue<>();
    AtomicInteger done = new AtomicInteger();
    Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
    for (int i = 0; i < threads.length; i++) {
      // the parser descends as deep as the source nests
      threads[i] = new Thread(null, () -> {
        for (Path source; (source = todo.poll()) != null; ) {
          try {
            compile(library, source);
            done.incrementAndGet();
          } catch (Exception | StackOverflowError | AssertionError e) {
            failures.add(library.relativize(source) + ": " + e);
          }
        }
      }, "compile", 256L << 20);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!failures.isEmpty()) {
      failures.forEach(System.err::println);
      throw new IOException(failures.size() + " files of the library do not compile");
    }
    Files.writeString(stamp, "");
    System.out.println("standard library: " + done + " files compiled");
  }

  private static void compile(Path library, Path source) throws Exception {
    String name = "<stdlib>/" + library.relativize(source);
    Source text = Source.decode(Files.readAllBytes(source), name);
    Code code = Compiler.compile(Parser.parse(text, Mode.EXEC, ParseOptions.DEFAULT), name, CompileOptions.DEFAULT);
    String file = source.getFileName().toString();
    Path target = source.resolveSibling("__pycache__").resolve(file.substring(0, file.length() - 3) + TAG);
    Files.createDirectories(target.getParent());
    Files.write(target, Marshal.dump(code));
  }

  private static long newestClass() throws IOException {
    long newest = 0;
    for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
      if (Files.exists(Path.of(entry))) {
        try (var files = Files.walk(Path.of(entry))) {
          for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
            newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
          }
        }
      }
    }
    return newest;
  }
}
