package dev.tuff.cli;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.host.FileStatus;
import dev.tuff.host.FileSystem;
import dev.tuff.host.HostException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The words that stand where a program's file name stands and mean a tool of Tuff's own, unless there is such a file. */
enum Tool {
  CHECK("check", "check static modules for errors of types: tuff check --help") {
    @Override
    int run(Interpreter interpreter, List<String> arguments, PrintStream out) {
      return new CheckCommand(interpreter, out).run(arguments);
    }
  },
  EXPLAIN("explain", "show how a static module runs, line by line, and why: tuff explain --help") {
    @Override
    int run(Interpreter interpreter, List<String> arguments, PrintStream out) {
      return new ExplainCommand(interpreter, out).run(arguments);
    }
  };

  final String word;
  final String help;

  Tool(String word, String help) {
    this.word = word;
    this.help = help;
  }

  /** The exit code: 0 all is well, 1 something was found, 2 it could not be done. */
  abstract int run(Interpreter interpreter, List<String> arguments, PrintStream out);

  /** The tool that a target means; null for a program. */
  static Tool of(String target, FileSystem files) {
    for (Tool t : values()) {
      if (t.word.equals(target)) {
        FileStatus status = files.find(target, true);
        boolean program = status != null && (!status.isDirectory() || files.find(target + "/__main__.py", true) != null);
        return program ? null : t;
      }
    }
    return null;
  }

  int start(Interpreter interpreter, List<String> argv) {
    interpreter.complete();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try {
      return run(interpreter, argv.subList(1, argv.size()), out);
    } finally {
      out.flush();
    }
  }

  /** What is wrong with the words of a tool's command line. */
  int misused(String mistake) {
    System.err.print("tuff " + word + ": " + mistake + "\nTry `tuff " + word + " --help' for more information.\n");
    return 2;
  }

  /**
   * The Python files that paths name: files as they are, of folders all that end in {@code .py}, those in folders below too, in order.
   *
   * @param files takes them; {@link HostException} if a path is none
   */
  static List<String> sources(Interpreter interpreter, String path) {
    FileSystem files = interpreter.host.files();
    List<String> found = new ArrayList<>();
    if (files.stat(path, true).isDirectory()) {
      collect(files, path.endsWith("/") ? path.substring(0, path.length() - 1) : path, found);
    } else {
      found.add(path);
    }
    return found;
  }

  private static void collect(FileSystem files, String folder, List<String> found) {
    List<String> names = new ArrayList<>();
    try (FileSystem.Entries entries = files.list(folder)) {
      for (String name; (name = entries.next()) != null; ) {
        names.add(name);
      }
    }
    Collections.sort(names);
    for (String name : names) {
      String path = folder.equals(".") ? name : folder + "/" + name;
      FileStatus status = name.startsWith(".") || name.equals("__pycache__") ? null : files.find(path, true);
      if (status != null && status.isDirectory() && !files.stat(path, false).isSymlink()) {
        collect(files, path, found);
      } else if (status != null && status.isRegular() && name.endsWith(".py")) {
        found.add(path);
      }
    }
  }
}
