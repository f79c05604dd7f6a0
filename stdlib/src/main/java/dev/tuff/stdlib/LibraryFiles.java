package dev.tuff.stdlib;

import dev.tuff.host.Errno;
import dev.tuff.host.FileStatus;
import dev.tuff.host.FileSystem;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;

/**
 * A file system with the library's folder laid over it, to be read: programs open and list what {@code __file__} of a module names, though
 * it is in no folder of the machine. What the library does not have is looked for below.
 */
final class LibraryFiles implements FileSystem {
  /** Reproducible archives date their files so. */
  private static final long MODIFIED = 315_532_800_000_000_000L;

  private final FileSystem base;
  private final ResourceLibrary library;
  private final String root;

  LibraryFiles(FileSystem base, ResourceLibrary library) {
    this.base = base;
    this.library = library;
    root = library.path();
  }

  /** The name below the library's folder, empty for the folder; null for a path elsewhere. */
  private String inLibrary(String path) {
    if (path.isEmpty() || path.charAt(0) != '/' && !base.cwd().startsWith(root)) {
      return null;
    }
    String p = path;
    if (p.charAt(0) != '/' || p.contains("/.") || p.contains("//")) {
      p = Path.of(base.cwd()).resolve(p).normalize().toString();
    }
    if (!p.startsWith(root)) {
      return null;
    }
    if (p.endsWith("/")) {
      p = p.substring(0, p.length() - 1);
    }
    return p.length() == root.length() ? "" : p.charAt(root.length()) == '/' ? p.substring(root.length() + 1) : null;
  }

  private FileStatus status(String path) {
    String name = inLibrary(path);
    if (name == null) {
      return null;
    }
    int size = library.sizeOf(name);
    if (size >= 0) {
      return status(FileStatus.REGULAR | 0444, name, size);
    }
    return !library.hasFolder(name) ? null : status(FileStatus.DIRECTORY | 0555, name, 0);
  }

  private static FileStatus status(int mode, String name, long size) {
    return new FileStatus(mode, name.hashCode() & 0xFFFFFFFFL, 0, 0, 1, 0, 0, size, MODIFIED, MODIFIED, MODIFIED);
  }

  @Override
  public String cwd() {
    return base.cwd();
  }

  @Override
  public void chdir(String path) {
    base.chdir(path);
  }

  @Override
  public OpenFile open(String path, int flags, int mode) {
    FileStatus status = status(path);
    if (status == null) {
      return base.open(path, flags, mode);
    }
    if ((flags & O_ACCMODE) != O_RDONLY) {
      throw new HostException(status.isDirectory() ? Errno.EISDIR : Errno.EROFS, path);
    }
    if ((flags & O_DIRECTORY) != 0 && !status.isDirectory()) {
      throw new HostException(Errno.ENOTDIR, path);
    }
    return new LibraryFile(path, status.isDirectory() ? null : library.data(root + "/" + inLibrary(path)), status);
  }

  @Override
  public FileStatus stat(String path, boolean follow) {
    FileStatus s = status(path);
    return s != null ? s : base.stat(path, follow);
  }

  @Override
  public FileStatus find(String path, boolean follow) {
    FileStatus s = status(path);
    return s != null ? s : base.find(path, follow);
  }

  @Override
  public Entries list(String path) {
    String name = inLibrary(path);
    Iterable<String> names = name == null ? null : library.list(name);
    if (names == null) {
      return base.list(path);
    }
    Iterator<String> it = names.iterator();
    return new Entries() {
      @Override
      public String next() {
        return it.hasNext() ? it.next() : null;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public boolean access(String path, int mode) {
    FileStatus s = status(path);
    return s == null ? base.access(path, mode) : (mode & 2) == 0 && ((mode & 1) == 0 || s.isDirectory());
  }

  // ---- what does not look at the library

  @Override
  public void mkdir(String path, int mode) {
    base.mkdir(path, mode);
  }

  @Override
  public void rmdir(String path) {
    base.rmdir(path);
  }

  @Override
  public void unlink(String path) {
    base.unlink(path);
  }

  @Override
  public void rename(String from, String to) {
    base.rename(from, to);
  }

  @Override
  public void link(String existing, String link, boolean follow) {
    base.link(existing, link, follow);
  }

  @Override
  public void symlink(String target, String link) {
    base.symlink(target, link);
  }

  @Override
  public String readlink(String path) {
    return base.readlink(path);
  }

  @Override
  public void chmod(String path, int mode, boolean follow) {
    base.chmod(path, mode, follow);
  }

  @Override
  public void chown(String path, int uid, int gid, boolean follow) {
    base.chown(path, uid, gid, follow);
  }

  @Override
  public void setTimes(String path, long accessed, long modified, boolean follow) {
    base.setTimes(path, accessed, modified, follow);
  }

  @Override
  public void truncate(String path, long size) {
    base.truncate(path, size);
  }

  @Override
  public void mkfifo(String path, int mode) {
    base.mkfifo(path, mode);
  }

  @Override
  public Space space(String path) {
    return base.space(path);
  }

  @Override
  public int umask(int mask) {
    return base.umask(mask);
  }

  @Override
  public Map<String, byte[]> attributes(String path, boolean follow) {
    return base.attributes(path, follow);
  }

  @Override
  public void setAttribute(String path, String name, byte[] value, boolean follow) {
    base.setAttribute(path, name, value, follow);
  }

  @Override
  public void removeAttribute(String path, String name, boolean follow) {
    base.removeAttribute(path, name, follow);
  }
}
