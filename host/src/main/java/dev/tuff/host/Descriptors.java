package dev.tuff.host;

import java.util.Arrays;

/** The table of file descriptors: small ints to open files. They are the interpreter's own, not the process's; a new one is the lowest free. */
public final class Descriptors {
  private static final int LIMIT = 1 << 16;

  private OpenFile[] files = new OpenFile[16];
  private boolean[] inheritable = new boolean[16];

  /** The file of {@code fd}. */
  public OpenFile get(int fd) {
    OpenFile[] f = files;
    if (fd < 0 || fd >= f.length || f[fd] == null) {
      throw new HostException(Errno.EBADF);
    }
    return f[fd];
  }

  /** The file of {@code fd}, or null. */
  public OpenFile find(int fd) {
    OpenFile[] f = files;
    return fd < 0 || fd >= f.length ? null : f[fd];
  }

  /** Gives {@code file} the lowest free descriptor not below {@code from}. */
  public synchronized int add(OpenFile file, int from, boolean inherit) {
    int fd = from;
    while (fd < files.length && files[fd] != null) {
      fd++;
    }
    place(fd, file, inherit);
    return fd;
  }

  public int add(OpenFile file) {
    return add(file, 0, false);
  }

  private void place(int fd, OpenFile file, boolean inherit) {
    if (fd >= LIMIT) {
      throw new HostException(Errno.EMFILE);
    }
    if (fd >= files.length) {
      int n = Math.max(fd + 1, files.length * 2);
      inheritable = Arrays.copyOf(inheritable, n);
      files = Arrays.copyOf(files, n);
    }
    inheritable[fd] = inherit;
    files[fd] = file;
  }

  /** {@code dup}: another descriptor of the same file. */
  public synchronized int duplicate(int fd, int from, boolean inherit) {
    return add(get(fd).retain(), from, inherit);
  }

  /** {@code dup2}: makes {@code to} a descriptor of the same file as {@code fd}. */
  public void duplicateTo(int fd, int to, boolean inherit) {
    OpenFile old;
    synchronized (this) {
      OpenFile file = get(fd);
      if (to < 0) {
        throw new HostException(Errno.EBADF);
      }
      if (fd == to) {
        inheritable[fd] = inherit;
        return;
      }
      old = find(to);
      place(to, file.retain(), inherit);
    }
    if (old != null) {
      old.release();
    }
  }

  public void close(int fd) {
    OpenFile file;
    synchronized (this) {
      file = get(fd);
      files[fd] = null;
    }
    file.release();
  }

  /** Makes {@code fd} free without closing its file; returns the file. */
  public synchronized OpenFile detach(int fd) {
    OpenFile file = get(fd);
    files[fd] = null;
    return file;
  }

  public boolean inheritable(int fd) {
    get(fd);
    return inheritable[fd];
  }

  public void setInheritable(int fd, boolean on) {
    get(fd);
    inheritable[fd] = on;
  }

  /** One more than the highest descriptor in use. */
  public int limit() {
    OpenFile[] f = files;
    int n = f.length;
    while (n > 0 && f[n - 1] == null) {
      n--;
    }
    return n;
  }

  void closeAll() {
    for (int fd = 3; fd < limit(); fd++) {
      if (find(fd) != null) {
        close(fd);
      }
    }
  }
}
