package dev.tuff.stdlib;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.CompileOptions;
import dev.tuff.compiler.Compiler;
import dev.tuff.compiler.Marshal;
import dev.tuff.engine.module.Library;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * CPython's library as resources of this jar: sources below {@code python/3.14}, and beside each the code that the build compiled from it
 * ({@code __pycache__/NAME.tuff-314.pyc}, as {@link Marshal} writes it), which is loaded unless asserts or docstrings are to be left out. An
 * installation may have the same files as a {@link PackFile} beside the jars, which is faster to look into.
 */
public final class ResourceLibrary implements Library {
  private static final String ROOT = "/python/3.14/";
  private static final String COMPILED = ".tuff-314.pyc";
  private final String path;

  /** Null: the files are resources. */
  private final PackFile pack;

  /** Without a pack: from the name of each folder to the names in it; null until something asks. */
  private Map<String, Set<String>> folders;

  /** @param path what programs see as the directory of the library */
  public ResourceLibrary(String path) {
    this(path, null);
  }

  /** @param packFile the library in one file; null to use the jar's resources */
  public ResourceLibrary(String path, String packFile) {
    this.path = path;
    PackFile opened = null;
    if (packFile != null) {
      try {
        opened = new PackFile(packFile);
      } catch (IOException e) {
        // the jar has the same files
      }
    }
    pack = opened;
  }

  /** The bytes of a file below the library's folder; -1 if there is no such file. */
  int sizeOf(String resource) {
    if (pack != null) {
      return pack.exists(resource) ? pack.size(resource) : -1;
    }
    if (folders != null && folders.containsKey(resource) || resource.isEmpty() || !exists(resource)) {
      return -1;
    }
    if (resource.indexOf('.') < 0 && folders().containsKey(resource)) {
      // class loaders may find folders as well
      return -1;
    }
    return read(resource).length;
  }

  /** The names in a folder below the library's, the empty name; null if there is no such folder. */
  Iterable<String> list(String folder) {
    return pack != null ? pack.list(folder) : folders().get(folder);
  }

  /** Whether there is such a folder: {@link #list} without reading the names. */
  boolean hasFolder(String folder) {
    return pack != null ? pack.exists(folder + "/") : folders().containsKey(folder);
  }

  private synchronized Map<String, Set<String>> folders() {
    if (folders == null) {
      Map<String, Set<String>> all = new HashMap<>();
      try {
        for (String name : resources()) {
          add(all, name);
        }
      } catch (IOException | URISyntaxException e) {
        throw new IllegalStateException(e);
      }
      folders = all;
    }
    return folders;
  }

  private static void add(Map<String, Set<String>> all, String name) {
    int slash = name.lastIndexOf('/');
    String folder = slash < 0 ? "" : name.substring(0, slash);
    if (all.computeIfAbsent(folder, f -> new TreeSet<>()).add(name.substring(slash + 1)) && slash > 0) {
      add(all, folder);
    }
  }

  /** The names of the library's files in the jar, or the folder, that the resources are in. */
  private static List<String> resources() throws IOException, URISyntaxException {
    URL url = ResourceLibrary.class.getResource(ROOT + "os.py");
    List<String> names = new ArrayList<>();
    if (url.openConnection() instanceof JarURLConnection jar) {
      try (JarFile file = new JarFile(Path.of(jar.getJarFileURL().toURI()).toFile())) {
        String prefix = ROOT.substring(1);
        file.stream().map(JarEntry::getName).filter(n -> n.startsWith(prefix) && !n.endsWith("/"))
            .forEach(n -> names.add(n.substring(prefix.length())));
      }
    } else {
      Path top = Path.of(url.toURI()).getParent().toRealPath();
      try (var files = Files.walk(top)) {
        files.filter(Files::isRegularFile).forEach(f -> names.add(top.relativize(f).toString().replace('\\', '/')));
      }
    }
    return names;
  }

  @Override
  public String path() {
    return path;
  }

  private boolean exists(String resource) {
    return pack != null ? pack.exists(resource) : ResourceLibrary.class.getResource(ROOT + resource) != null;
  }

  private byte[] read(String resource) {
    if (pack != null) {
      return pack.read(resource);
    }
    try (InputStream in = ResourceLibrary.class.getResourceAsStream(ROOT + resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String relative(String name) {
    String base = name.replace('.', '/');
    String pkg = base + "/__init__.py";
    return exists(pkg) ? pkg : base + ".py";
  }

  @Override
  public boolean has(String name) {
    return exists(relative(name));
  }

  @Override
  public boolean isPackage(String name) {
    return exists(name.replace('.', '/') + "/__init__.py");
  }

  @Override
  public Code code(String name, String file, int optimize) {
    String relative = relative(name);
    if (optimize == 0) {
      int slash = relative.lastIndexOf('/') + 1;
      byte[] compiled =
          read(relative.substring(0, slash) + "__pycache__/" + relative.substring(slash, relative.length() - 3) + COMPILED);
      if (compiled != null && Marshal.isCurrent(compiled)) {
        return Marshal.load(compiled, file);
      }
    }
    byte[] source = read(relative);
    if (source == null) {
      return null;
    }
    return Compiler.compile(Parser.parse(Source.decode(source, file), Mode.EXEC, ParseOptions.DEFAULT), file,
        new CompileOptions(optimize, 0, false, CompileOptions.SILENT));
  }

  @Override
  public byte[] source(String name) {
    return read(relative(name));
  }

  @Override
  public String file(String name) {
    return path + "/" + relative(name);
  }

  @Override
  public byte[] data(String file) {
    return file.startsWith(path + "/") ? read(file.substring(path.length() + 1)) : null;
  }
}
