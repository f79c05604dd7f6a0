package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.host.Errno;
import dev.tuff.host.FileStatus;
import dev.tuff.host.Host;
import dev.tuff.host.HostException;

/** {@code os.DirEntry}: a name of a directory, with what is known of its file, asked for at most once. */
final class PyDirEntry extends PyObject {
  static final PyType TYPE = PyType.builtin("posix.DirEntry", PyType.OBJECT, PyType.NO_NEW | PyType.FINAL, "An entry of a directory.",
      new PyDirEntryTable());

  private final Host host;
  private final Object name;
  private final Object path;

  /** As the host wants it. */
  private final String hostPath;
  private FileStatus link;
  private FileStatus target;

  PyDirEntry(Host host, Object name, Object path, String hostPath) {
    super(TYPE);
    this.host = host;
    this.name = name;
    this.path = path;
    this.hostPath = hostPath;
  }

  private PyException error(HostException e) {
    return dev.tuff.engine.core.HostErrors.of(e, path);
  }

  private FileStatus link() {
    if (link == null) {
      link = host.files().stat(hostPath, false);
    }
    return link;
  }

  private FileStatus target() {
    if (target == null) {
      target = link().isSymlink() ? host.files().stat(hostPath, true) : link;
    }
    return target;
  }

  private boolean is(int kind, boolean follow) {
    try {
      return (follow ? target() : link()).kind() == kind;
    } catch (HostException e) {
      if (e.errno() == Errno.ENOENT) {
        return false;
      }
      throw error(e);
    }
  }

  @Method(value = "is_dir(self, /, *, follow_symlinks=True)", doc = "Whether it is a directory.")
  static boolean is_dir(PyDirEntry self, boolean follow) {
    return self.is(FileStatus.DIRECTORY, follow);
  }

  @Method(value = "is_file(self, /, *, follow_symlinks=True)", doc = "Whether it is a regular file.")
  static boolean is_file(PyDirEntry self, boolean follow) {
    return self.is(FileStatus.REGULAR, follow);
  }

  @Method(value = "is_symlink(self, /)", doc = "Whether it is a symbolic link.")
  static boolean is_symlink(PyDirEntry self) {
    return self.is(FileStatus.SYMLINK, false);
  }

  @Method(value = "is_junction(self, /)", doc = "False: there are none.")
  static boolean is_junction(PyDirEntry self) {
    return false;
  }

  @Method(value = "stat(self, /, *, follow_symlinks=True)", doc = "What the system knows of the file.")
  static Object stat(PyDirEntry self, boolean follow) {
    try {
      return StatResults.of(follow ? self.target() : self.link());
    } catch (HostException e) {
      throw self.error(e);
    }
  }

  @Method(value = "inode(self, /)", doc = "The inode number.")
  static long inode(PyDirEntry self) {
    try {
      return self.link().inode();
    } catch (HostException e) {
      throw self.error(e);
    }
  }

  @Method("__fspath__(self, /)")
  static Object __fspath__(PyDirEntry self) {
    return self.path;
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyDirEntry self) {
    return Py.str("<DirEntry " + Py.javaRepr(self.name) + ">");
  }

  @ClassMethod("__class_getitem__(type, item, /)")
  static Object __class_getitem__(PyType type, Object item, Interpreter interpreter) {
    return dev.tuff.engine.typing.PyGenericAlias.of(type, item);
  }

  @Getter(value = "name", member = true)
  static Object getName(PyDirEntry self) {
    return self.name;
  }

  @Getter(value = "path", member = true)
  static Object getPath(PyDirEntry self) {
    return self.path;
  }
}
