package dev.tuff.host;

import java.util.Map;

/**
 * Files by path. Relative paths go from {@link #cwd}, which belongs to the interpreter and not to the process. All methods throw
 * {@link HostException}.
 */
public interface FileSystem {
  // flags of open, as Linux has them
  int O_RDONLY = 0;
  int O_WRONLY = 1;
  int O_RDWR = 2;
  int O_ACCMODE = 3;
  int O_CREAT = 0100;
  int O_EXCL = 0200;
  int O_NOCTTY = 0400;
  int O_TRUNC = 01000;
  int O_APPEND = 02000;
  int O_NONBLOCK = 04000;
  int O_DIRECTORY = 0200000;
  int O_NOFOLLOW = 0400000;
  int O_CLOEXEC = 02000000;
  int O_TMPFILE = 020200000;

  /** One name of a directory. */
  interface Entries extends AutoCloseable {
    /** The next name, or null at the end. */
    String next();

    @Override
    void close();
  }

  /** Sizes of the file system that a path is on. */
  record Space(long blockSize, long total, long free, long available, boolean readOnly) {}

  String cwd();

  void chdir(String path);

  OpenFile open(String path, int flags, int mode);

  FileStatus stat(String path, boolean follow);

  /** As {@link #stat}, or null when there is no such file. */
  FileStatus find(String path, boolean follow);

  Entries list(String path);

  void mkdir(String path, int mode);

  void rmdir(String path);

  void unlink(String path);

  /** Replaces a file or an empty directory at the target, as POSIX has it. */
  void rename(String from, String to);

  void link(String existing, String link, boolean follow);

  void symlink(String target, String link);

  String readlink(String path);

  void chmod(String path, int mode, boolean follow);

  /** A negative id leaves it as it is. */
  void chown(String path, int uid, int gid, boolean follow);

  void setTimes(String path, long accessed, long modified, boolean follow);

  /** Whether the process may do all of {@code mode}: 4 read, 2 write, 1 execute; 0 tests for existence. */
  boolean access(String path, int mode);

  void truncate(String path, long size);

  void mkfifo(String path, int mode);

  Space space(String path);

  /** Sets the mask of permissions that new files do not get; returns the one before. */
  int umask(int mask);

  /** User-defined attributes ({@code user.*}). */
  Map<String, byte[]> attributes(String path, boolean follow);

  void setAttribute(String path, String name, byte[] value, boolean follow);

  void removeAttribute(String path, String name, boolean follow);
}
