package dev.tuff.host;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of the process's three standard streams, or a stream of the embedding program in its place. */
final class StandardStream extends OpenFile {
  private final int number;
  private final InputStream in;
  private final OutputStream out;

  private StandardStream(int number, InputStream in, OutputStream out) {
    this.number = number;
    this.in = in;
    this.out = out;
  }

  /** The process's own stream 0, 1 or 2. */
  static StandardStream ofProcess(int number) {
    return switch (number) {
      case 0 -> new StandardStream(0, new FileInputStream(FileDescriptor.in), null);
      case 1 -> new StandardStream(1, null, new FileOutputStream(FileDescriptor.out));
      default -> new StandardStream(2, null, new FileOutputStream(FileDescriptor.err));
    };
  }

  static StandardStream of(InputStream in) {
    return new StandardStream(-1, in, null);
  }

  static StandardStream of(OutputStream out) {
    return new StandardStream(-1, null, out);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (in == null) {
      throw new HostException(Errno.EBADF);
    }
    try {
      return Math.max(0, in.read(bytes, offset, length));
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public int write(byte[] bytes, int offset, int length) {
    if (out == null) {
      throw new HostException(Errno.EBADF);
    }
    try {
      out.write(bytes, offset, length);
      if (number < 0) {
        out.flush();
      }
      return length;
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public boolean readReady() {
    try {
      return in == null || in.available() > 0 || number >= 0 && status().isRegular();
    } catch (IOException e) {
      return true;
    }
  }

  /** The channel, if the stream is a regular file. */
  private FileChannel file() {
    if (number < 0 || !status().isRegular()) {
      throw new HostException(Errno.ESPIPE);
    }
    return in instanceof FileInputStream f ? f.getChannel() : ((FileOutputStream) out).getChannel();
  }

  @Override
  public long seek(long offset, int whence) {
    try {
      FileChannel c = file();
      long to = offset + (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? c.position() : c.size());
      if (to < 0) {
        throw new HostException(Errno.EINVAL);
      }
      if (whence != SEEK_CUR || offset != 0) {
        c.position(to);
      }
      return to;
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public void truncate(long size) {
    try {
      file().truncate(size);
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public FileStatus status() {
    if (number >= 0) {
      try {
        return DiskFileSystem.status(Path.of("/proc/self/fd/" + number), true);
      } catch (IOException e) {
        if (!Files.exists(Path.of("/proc/self/fd"))) {
          return FileStatus.anonymous(FileStatus.CHARACTER_DEVICE, number, 0, 0);
        }
        throw new HostException(Errno.EBADF);
      }
    }
    return FileStatus.anonymous(FileStatus.FIFO, number, 0, 0);
  }

  @Override
  public boolean isTerminal() {
    if (number < 0) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + number)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
    } catch (IOException e) {
      return System.console() != null && System.console().isTerminal();
    }
  }

  @Override
  public int[] terminalSize() {
    if (!isTerminal()) {
      throw new HostException(Errno.ENOTTY);
    }
    try {
      Process p = new ProcessBuilder("stty", "-F", "/dev/tty", "size").redirectErrorStream(true).start();
      String[] rc = new String(p.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).strip().split(" ");
      return new int[] {Integer.parseInt(rc[1]), Integer.parseInt(rc[0])};
    } catch (IOException | RuntimeException e) {
      throw new HostException(Errno.ENOTTY);
    }
  }

  @Override
  public String path() {
    return number < 0 ? null : "/proc/self/fd/" + number;
  }

  @Override
  public int inheritedAs() {
    return number;
  }

  @Override
  public int flags() {
    return in != null ? FileSystem.O_RDONLY : FileSystem.O_WRONLY;
  }

  @Override
  protected void close() {
    try {
      if (in != null) {
        in.close();
      } else {
        out.close();
      }
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }
}
