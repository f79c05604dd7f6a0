package dev.tuff.stdlib.os;

import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.host.FileSystem;
import dev.tuff.host.Host;
import dev.tuff.host.HostException;

/** What {@code os.scandir} returns. */
final class PyScandirIterator extends PyIterator {
  static final PyType TYPE = PyType.builtin("posix.ScandirIterator", PyType.OBJECT, PyType.NO_NEW | PyType.FINAL, null,
      IteratorMethods.table(), new PyScandirIteratorTable());

  private final PathArgument path;
  private final Host host;
  private FileSystem.Entries entries;

  PyScandirIterator(PathArgument path, FileSystem.Entries entries, Host host) {
    super(TYPE);
    this.path = path;
    this.entries = entries;
    this.host = host;
  }

  @Override
  public synchronized Object next() {
    if (entries == null) {
      return null;
    }
    try {
      String name = entries.next();
      if (name == null) {
        finish();
        return null;
      }
      // the entries of a descriptor have bare names for paths
      String shown = path.isFd() ? name : join(path.text(), name);
      String real = path.isFd() ? join(path.name(host), name) : shown;
      return new PyDirEntry(host, path.like(name), path.like(shown), real);
    } catch (HostException e) {
      throw path.error(e);
    }
  }

  private static String join(String directory, String name) {
    return directory.endsWith("/") ? directory + name : directory + "/" + name;
  }

  private synchronized void finish() {
    FileSystem.Entries e = entries;
    entries = null;
    if (e != null) {
      e.close();
    }
  }

  @Method(value = "close(self, /)", doc = "Closes the directory.")
  static void close(PyScandirIterator self) {
    self.finish();
  }

  @Method("__enter__(self, /)")
  static Object __enter__(PyScandirIterator self) {
    return self;
  }

  @Method("__exit__(self, /, *args)")
  static void __exit__(PyScandirIterator self, Object[] args) {
    self.finish();
  }
}
