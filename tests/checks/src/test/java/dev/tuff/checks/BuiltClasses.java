package dev.tuff.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every class that the build has made for the shipped modules, parsed; the invariants of the other checks are stated over these. */
final class BuiltClasses {
  /** The repository's root; Maven runs tests in the module's own directory. */
  static final Path ROOT = Path.of(System.getProperty("tuff.root", "../..")).toAbsolutePath().normalize();

  private static final List<String> MODULES =
      List.of("syntax", "compiler", "host", "engine", "stdlib", "embed", "cli", "repl", "jit", "typed", "nativecode");

  private BuiltClasses() {}

  static List<ClassModel> all() {
    List<ClassModel> classes = new ArrayList<>();
    for (String module : MODULES) {
      Path output = ROOT.resolve(module).resolve("target/classes");
      if (Files.isDirectory(output)) {
        try (var files = Files.walk(output)) {
          for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
            classes.add(ClassFile.of().parse(file));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return classes;
  }

  static String name(ClassModel model) {
    return model.thisClass().asInternalName().replace('/', '.');
  }
}
