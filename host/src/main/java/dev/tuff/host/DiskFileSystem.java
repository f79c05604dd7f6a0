package dev.tuff.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The machine's files. The current directory starts as the process's and moves without it: the JVM cannot change its own. */
final class DiskFileSystem implements FileSystem {
  static final LinkOption[] FOLLOW = {};
  static final LinkOption[] NOFOLLOW = {LinkOption.NOFOLLOW_LINKS};
  private static final String STAT = "unix:mode,ino,dev,rdev,nlink,uid,gid,size,lastAccessTime,lastModifiedTime,ctime";

  /** The current directory once it is not the process's own, else null. */
  private volatile Path directory;

  private static LinkOption[] links(boolean follow) {
    return follow ? FOLLOW : NOFOLLOW;
  }

  Path resolve(String path) {
    if (path.isEmpty()) {
      throw new HostException(Errno.ENOENT, path);
    }
    try {
      Path p = Path.of(path);
      Path d = directory;
      return d == null || p.isAbsolute() ? p : d.resolve(p);
    } catch (InvalidPathException e) {
      throw new HostException(Errno.ENOENT, path);
    }
  }

  @Override
  public String cwd() {
    Path d = directory;
    String s = d == null ? System.getProperty("user.dir") : d.toString();
    if (!Files.isDirectory(Path.of(s))) {
      throw new HostException(Errno.ENOENT);
    }
    return s;
  }

  @Override
  public void chdir(String path) {
    Path p = resolve(path);
    try {
      p = p.toRealPath();
    } catch (IOException e) {
      throw JdkErrors.of(e, path);
    }
    if (!Files.isDirectory(p)) {
      throw new HostException(Errno.ENOTDIR, path);
    }
    if (!Files.isExecutable(p)) {
      throw new HostException(Errno.EACCES, path);
    }
    directory = p;
  }

  /** The current directory for a child process. */
  java.io.File directoryForChildren() {
    Path d = directory;
    return d == null ? null : d.toFile();
  }

  @Override
  public OpenFile open(String path, int flags, int mode) {
    Path p = resolve(path);
    try {
      if (path.endsWith("/") && !Files.isDirectory(p)) {
        throw new HostException((flags & O_CREAT) != 0 ? Errno.EISDIR : Files.exists(p) ? Errno.ENOTDIR : Errno.ENOENT, path);
      }
      return DiskFile.open(this, p, path, flags, mode);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public FileStatus stat(String path, boolean follow) {
    try {
      FileStatus s = status(resolve(path), follow || path.endsWith("/"));
      if (path.endsWith("/") && !s.isDirectory()) {
        throw new HostException(Errno.ENOTDIR, path);
      }
      return s;
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public FileStatus find(String path, boolean follow) {
    try {
      return stat(path, follow);
    } catch (HostException e) {
      return null;
    }
  }

  static FileStatus status(Path path, boolean follow) throws IOException {
    Map<String, Object> m = Files.readAttributes(path, STAT, links(follow));
    return new FileStatus((Integer) m.get("mode"), (Long) m.get("ino"), (Long) m.get("dev"), (Long) m.get("rdev"), (Integer) m.get("nlink"),
        (Integer) m.get("uid"), (Integer) m.get("gid"), (Long) m.get("size"), nanos(m.get("lastAccessTime")),
        nanos(m.get("lastModifiedTime")), nanos(m.get("ctime")));
  }

  private static long nanos(Object time) {
    return ((FileTime) time).to(TimeUnit.NANOSECONDS);
  }

  @Override
  public Entries list(String path) {
    Path p = resolve(path);
    if (!Files.isDirectory(p) && Files.exists(p)) {
      // the JDK would open it, and wait for the other end of a named pipe
      throw new HostException(Errno.ENOTDIR, path);
    }
    try {
      DirectoryStream<Path> stream = Files.newDirectoryStream(p);
      Iterator<Path> it = stream.iterator();
      return new Entries() {
        @Override
        public String next() {
          try {
            return it.hasNext() ? it.next().getFileName().toString() : null;
          } catch (DirectoryIteratorException e) {
            throw JdkErrors.of(e.getCause(), path);
          }
        }

        @Override
        public void close() {
          try {
            stream.close();
          } catch (IOException e) {
            throw JdkErrors.of(e, path);
          }
        }
      };
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  static Set<PosixFilePermission> permissions(int mode) {
    // ORDER: PosixFilePermission's constants go from the owner's read bit down to others' execute bit
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < 9; i++) {
      if ((mode & 0400 >> i) != 0) {
        set.add(all[i]);
      }
    }
    return set;
  }

  @Override
  public void mkdir(String path, int mode) {
    Path p = resolve(path);
    try {
      if ((mode & 0777) == 0777) {
        Files.createDirectory(p);
      } else {
        Files.createDirectory(p, PosixFilePermissions.asFileAttribute(permissions(mode)));
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public void rmdir(String path) {
    Path p = resolve(path);
    try {
      if (!Files.isDirectory(p, NOFOLLOW)) {
        throw new HostException(Files.exists(p, NOFOLLOW) ? Errno.ENOTDIR : Errno.ENOENT, path);
      }
      if (p.getNameCount() > 0 && p.getFileName().toString().equals(".")) {
        throw new HostException(Errno.EINVAL, path);
      }
      Files.delete(p);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public void unlink(String path) {
    Path p = resolve(path);
    try {
      if (Files.isDirectory(p, path.endsWith("/") ? FOLLOW : NOFOLLOW)) {
        throw new HostException(Errno.EISDIR, path);
      }
      if (path.endsWith("/")) {
        throw new HostException(Files.exists(p) ? Errno.ENOTDIR : Errno.ENOENT, path);
      }
      Files.delete(p);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public void rename(String from, String to) {
    Path a = resolve(from);
    Path b = resolve(to);
    try {
      boolean fromDirectory = Files.isDirectory(a, NOFOLLOW);
      if (!fromDirectory && (from.endsWith("/") || to.endsWith("/")) && Files.exists(a, NOFOLLOW)) {
        throw new HostException(Errno.ENOTDIR, from, to);
      }
      Files.move(a, b, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (java.nio.file.AtomicMoveNotSupportedException e) {
      throw new HostException(Errno.EXDEV, from, to);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, from, to);
    }
  }

  @Override
  public void link(String existing, String link, boolean follow) {
    Path a = resolve(existing);
    Path b = resolve(link);
    try {
      Files.createLink(b, follow ? a.toRealPath() : a);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, existing, link);
    }
  }

  @Override
  public void symlink(String target, String link) {
    Path b = resolve(link);
    if (target.isEmpty()) {
      throw new HostException(Errno.ENOENT, target, link);
    }
    try {
      Files.createSymbolicLink(b, Path.of(target));
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, target, link);
    }
  }

  @Override
  public String readlink(String path) {
    Path p = resolve(path);
    try {
      return Files.readSymbolicLink(p).toString();
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public void chmod(String path, int mode, boolean follow) {
    Path p = resolve(path);
    try {
      if (!follow && Files.isSymbolicLink(p)) {
        throw new HostException(Errno.ENOTSUP, path);
      }
      // takes set-id and sticky bits too, which the POSIX view does not
      Files.setAttribute(p, "unix:mode", mode & 07777, FOLLOW);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public void chown(String path, int uid, int gid, boolean follow) {
    Path p = resolve(path);
    try {
      if (uid >= 0) {
        Files.setAttribute(p, "unix:uid", uid, links(follow));
      }
      if (gid >= 0) {
        Files.setAttribute(p, "unix:gid", gid, links(follow));
      }
      if (uid < 0 && gid < 0) {
        Files.readAttributes(p, "unix:mode", links(follow));
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public void setTimes(String path, long accessed, long modified, boolean follow) {
    Path p = resolve(path);
    try {
      Files.getFileAttributeView(p, java.nio.file.attribute.BasicFileAttributeView.class, links(follow))
          .setTimes(FileTime.from(modified, TimeUnit.NANOSECONDS), FileTime.from(accessed, TimeUnit.NANOSECONDS), null);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public boolean access(String path, int mode) {
    try {
      Path p = resolve(path);
      if (path.endsWith("/") && !Files.isDirectory(p)) {
        return false;
      }
      return Files.exists(p)
          && ((mode & 4) == 0 || Files.isReadable(p))
          && ((mode & 2) == 0 || Files.isWritable(p))
          && ((mode & 1) == 0 || Files.isExecutable(p));
    } catch (HostException e) {
      return false;
    }
  }

  @Override
  public void truncate(String path, long size) {
    OpenFile f = open(path, O_WRONLY, 0);
    try {
      f.truncate(size);
    } catch (HostException e) {
      throw new HostException(e.errno(), path);
    } finally {
      f.release();
    }
  }

  @Override
  public void mkfifo(String path, int mode) {
    try {
      SystemCalls.mkfifo(resolve(path).toString(), mode);
    } catch (HostException e) {
      throw new HostException(e.errno(), path);
    }
  }

  @Override
  public Space space(String path) {
    Path p = resolve(path);
    try {
      FileStore store = Files.getFileStore(p);
      return new Space(store.getBlockSize(), store.getTotalSpace(), store.getUnallocatedSpace(), store.getUsableSpace(), store.isReadOnly());
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public int umask(int mask) {
    return SystemCalls.umask(mask & 0777);
  }

  private UserDefinedFileAttributeView view(String path, boolean follow) {
    UserDefinedFileAttributeView v =
        Files.getFileAttributeView(resolve(path), UserDefinedFileAttributeView.class, links(follow));
    if (v == null) {
      throw new HostException(Errno.ENOTSUP, path);
    }
    return v;
  }

  @Override
  public Map<String, byte[]> attributes(String path, boolean follow) {
    UserDefinedFileAttributeView v = view(path, follow);
    Map<String, byte[]> all = new LinkedHashMap<>();
    try {
      for (String name : v.list()) {
        ByteBuffer b = ByteBuffer.allocate(v.size(name));
        v.read(name, b);
        all.put("user." + name, b.array());
      }
      return all;
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  private static String userName(String name, String path) {
    if (!name.startsWith("user.")) {
      throw new HostException(Errno.ENOTSUP, path);
    }
    return name.substring(5);
  }

  @Override
  public void setAttribute(String path, String name, byte[] value, boolean follow) {
    try {
      view(path, follow).write(userName(name, path), ByteBuffer.wrap(value));
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }

  @Override
  public void removeAttribute(String path, String name, boolean follow) {
    try {
      view(path, follow).delete(userName(name, path));
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e, path);
    }
  }
}
