package dev.tuff.host;

/** What {@code stat(2)} tells; times in nanoseconds since the epoch. */
public record FileStatus(
    int mode, long inode, long device, long rdevice, int links, int uid, int gid, long size, long accessed, long modified, long changed) {
  public static final int TYPE_MASK = 0170000;
  public static final int DIRECTORY = 0040000;
  public static final int REGULAR = 0100000;
  public static final int SYMLINK = 0120000;
  public static final int CHARACTER_DEVICE = 0020000;
  public static final int BLOCK_DEVICE = 0060000;
  public static final int FIFO = 0010000;
  public static final int SOCKET = 0140000;

  public int kind() {
    return mode & TYPE_MASK;
  }

  public boolean isDirectory() {
    return kind() == DIRECTORY;
  }

  public boolean isRegular() {
    return kind() == REGULAR;
  }

  public boolean isSymlink() {
    return kind() == SYMLINK;
  }

  /** The same file with another size and number of links. */
  public FileStatus with(long newSize, int newLinks) {
    return new FileStatus(mode, inode, device, rdevice, newLinks, uid, gid, newSize, accessed, modified, changed);
  }

  /** Something that is not in a file system. */
  public static FileStatus anonymous(int kind, long inode, int uid, int gid) {
    return new FileStatus(kind | 0600, inode, 0, 0, 1, uid, gid, 0, 0, 0, 0);
  }
}
