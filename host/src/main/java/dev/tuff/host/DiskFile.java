package dev.tuff.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An open file of the disk (or a directory, device or FIFO opened by its path). */
final class DiskFile extends OpenFile {
  private final Path file;
  private final String name;
  private final int flags;

  /** Null for a directory. */
  private final FileChannel channel;

  /** What {@link #status} said first: all that is left once the name is gone. */
  private FileStatus known;
  private final List<FileLock> locks = new ArrayList<>(0);

  private DiskFile(Path file, String name, int flags, FileChannel channel) {
    this.file = file;
    this.name = name;
    this.flags = flags;
    this.channel = channel;
  }

  static OpenFile open(DiskFileSystem system, Path file, String name, int flags, int mode) throws IOException {
    int access = flags & FileSystem.O_ACCMODE;
    boolean directory = (flags & FileSystem.O_DIRECTORY) != 0;
    if ((flags & FileSystem.O_TMPFILE) == FileSystem.O_TMPFILE) {
      throw new HostException(Errno.ENOTSUP, name);
    }
    if (directory && !Files.isDirectory(file)) {
      throw new HostException(Files.exists(file) ? Errno.ENOTDIR : Errno.ENOENT, name);
    }
    if (Files.isDirectory(file)) {
      if (access != FileSystem.O_RDONLY || (flags & FileSystem.O_CREAT) != 0) {
        throw new HostException((flags & FileSystem.O_EXCL) != 0 ? Errno.EEXIST : Errno.EISDIR, name);
      }
      if (!Files.isReadable(file)) {
        throw new HostException(Errno.EACCES, name);
      }
      return new DiskFile(file.toAbsolutePath(), name, flags, null);
    }
    Set<OpenOption> options = new HashSet<>();
    if (access != FileSystem.O_WRONLY) {
      options.add(StandardOpenOption.READ);
    }
    if (access != FileSystem.O_RDONLY) {
      options.add(StandardOpenOption.WRITE);
    }
    if ((flags & FileSystem.O_NONBLOCK) != 0 && access == FileSystem.O_RDONLY && Files.exists(file)
        && DiskFileSystem.status(file, true).kind() == FileStatus.FIFO) {
      // opened both ways, a named pipe does not wait for its other end
      options.add(StandardOpenOption.WRITE);
    }
    boolean createReadOnly = access == FileSystem.O_RDONLY && (flags & (FileSystem.O_CREAT | FileSystem.O_TRUNC)) != 0;
    if (createReadOnly) {
      // the JDK creates and truncates only what it opens for writing
      options.add(StandardOpenOption.WRITE);
    }
    if ((flags & FileSystem.O_CREAT) != 0) {
      options.add((flags & FileSystem.O_EXCL) != 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
    }
    if ((flags & FileSystem.O_TRUNC) != 0) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    if ((flags & FileSystem.O_NOFOLLOW) != 0) {
      options.add(LinkOption.NOFOLLOW_LINKS);
    }
    if ((flags & FileSystem.O_APPEND) != 0 && access == FileSystem.O_WRONLY && (flags & FileSystem.O_TRUNC) == 0) {
      options.add(StandardOpenOption.APPEND);
    }
    FileChannel channel = (flags & FileSystem.O_CREAT) == 0 || (mode & 0777) == 0666
        ? FileChannel.open(file, options)
        : FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(DiskFileSystem.permissions(mode)));
    DiskFile f = new DiskFile(file.isAbsolute() ? file : file.toAbsolutePath(), name, flags, channel);
    if ((flags & FileSystem.O_EXCL) != 0) {
      // a temporary file, whose name may be gone before anybody asks
      f.status();
    }
    return f;
  }

  /** The JDK opens no file for appending and reading, nor for appending and truncating: then each write goes to the end itself. */
  private boolean seeksToAppend() {
    return (flags & FileSystem.O_APPEND) != 0
        && ((flags & FileSystem.O_ACCMODE) != FileSystem.O_WRONLY || (flags & FileSystem.O_TRUNC) != 0);
  }

  private FileChannel data() {
    if (channel == null) {
      throw new HostException(Errno.EISDIR);
    }
    return channel;
  }

  private FileChannel readable() {
    if ((flags & FileSystem.O_ACCMODE) == FileSystem.O_WRONLY) {
      throw new HostException(Errno.EBADF);
    }
    return data();
  }

  private FileChannel writable() {
    if ((flags & FileSystem.O_ACCMODE) == FileSystem.O_RDONLY) {
      throw new HostException(Errno.EBADF);
    }
    return data();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    try {
      int n = readable().read(ByteBuffer.wrap(bytes, offset, length));
      return Math.max(n, 0);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public int write(byte[] bytes, int offset, int length) {
    try {
      FileChannel c = writable();
      if (seeksToAppend()) {
        synchronized (this) {
          c.position(c.size());
          return c.write(ByteBuffer.wrap(bytes, offset, length));
        }
      }
      return c.write(ByteBuffer.wrap(bytes, offset, length));
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public int readAt(byte[] bytes, int offset, int length, long position) {
    try {
      return length == 0 ? 0 : Math.max(0, readable().read(ByteBuffer.wrap(bytes, offset, length), position));
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public int writeAt(byte[] bytes, int offset, int length, long position) {
    try {
      return writable().write(ByteBuffer.wrap(bytes, offset, length), position);
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public long seek(long offset, int whence) {
    try {
      FileChannel c = data();
      long base =
          switch (whence) {
            case SEEK_SET -> 0;
            case SEEK_CUR -> c.position();
            case SEEK_END -> c.size();
            default -> throw new HostException(Errno.EINVAL);
          };
      long to = base + offset;
      if (to < 0) {
        throw new HostException(Errno.EINVAL);
      }
      if (whence != SEEK_CUR || offset != 0) {
        c.position(to);
      }
      return to;
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public synchronized void truncate(long size) {
    if (size < 0 || channel == null) {
      throw new HostException(Errno.EINVAL);
    }
    if ((flags & FileSystem.O_ACCMODE) == FileSystem.O_RDONLY) {
      throw new HostException(Errno.EINVAL);
    }
    try {
      long position = channel.position();
      long old = channel.size();
      if (size < old) {
        channel.truncate(size);
        channel.position(position);
      } else if (size > old) {
        channel.write(ByteBuffer.wrap(new byte[1]), size - 1);
        channel.position(position);
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public void sync(boolean metadata) {
    try {
      if (channel != null && (flags & FileSystem.O_ACCMODE) != FileSystem.O_RDONLY) {
        channel.force(metadata);
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public synchronized FileStatus status() {
    if (channel != null && !channel.isOpen()) {
      throw new HostException(Errno.EBADF);
    }
    FileStatus now = null;
    try {
      now = DiskFileSystem.status(file, true);
    } catch (IOException e) {
      // unlinked or moved since
    }
    if (now != null && (known == null || known.inode() == now.inode() && known.device() == now.device())) {
      known = now;
      return now;
    }
    if (known == null) {
      known = FileStatus.anonymous(channel == null ? FileStatus.DIRECTORY : FileStatus.REGULAR, System.identityHashCode(this), 0, 0);
    }
    try {
      return channel == null ? known : known.with(channel.size(), 0);
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public boolean isTerminal() {
    return name.startsWith("/dev/tty") || name.startsWith("/dev/pts/") || name.equals("/dev/console");
  }

  @Override
  public String path() {
    return file.toString();
  }

  FileChannel channel() {
    return channel;
  }

  boolean atStart() {
    try {
      return channel == null || !status().isRegular() || channel.position() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** A path that opens the same file again, or null once its name is gone. */
  java.io.File reopenable() {
    return status().links() == 0 ? ProcessFiles.deleted(file) : file.toFile();
  }

  @Override
  public int flags() {
    return flags;
  }

  @Override
  public boolean lock(long start, long length, boolean shared, boolean wait) {
    try {
      long size = length == 0 ? Long.MAX_VALUE - start : length;
      FileLock lock = wait ? data().lock(start, size, shared) : data().tryLock(start, size, shared);
      if (lock == null) {
        return false;
      }
      synchronized (locks) {
        locks.add(lock);
      }
      return true;
    } catch (OverlappingFileLockException e) {
      // the JVM holds it already: POSIX locks belong to the process and can be taken again
      return true;
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public void unlock(long start, long length) {
    synchronized (locks) {
      for (FileLock lock : locks) {
        try {
          lock.release();
        } catch (IOException e) {
          throw JdkErrors.of(e);
        }
      }
      locks.clear();
    }
  }

  @Override
  protected void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw JdkErrors.of(e);
      }
    }
  }
}
