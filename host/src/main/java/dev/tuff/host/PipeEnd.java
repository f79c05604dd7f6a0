package dev.tuff.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;

/** One end of a pipe within the process. */
final class PipeEnd extends OpenFile {
  private final Pipe.SourceChannel source;
  private final Pipe.SinkChannel sink;
  private final int inode;
  private final java.io.File reopenable;
  private final Waiting waiting = new Waiting();

  private PipeEnd(Pipe.SourceChannel source, Pipe.SinkChannel sink, int inode, java.io.File reopenable) {
    this.source = source;
    this.sink = sink;
    this.inode = inode;
    this.reopenable = reopenable;
  }

  /** Reading end, writing end. */
  static OpenFile[] pair() {
    try {
      java.io.File[] paths = new java.io.File[2];
      Pipe pipe = ProcessFiles.openPipe(paths);
      pipe.source().configureBlocking(false);
      pipe.sink().configureBlocking(false);
      int inode = System.identityHashCode(pipe);
      return new OpenFile[] {new PipeEnd(pipe.source(), null, inode, paths[0]), new PipeEnd(null, pipe.sink(), inode, paths[1])};
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }

  /** A path that opens the same end of the pipe again, or null if it is not known. */
  java.io.File reopenable() {
    return reopenable;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (source == null) {
      throw new HostException(Errno.EBADF);
    }
    if (length == 0) {
      return 0;
    }
    try {
      while (true) {
        int n = source.read(ByteBuffer.wrap(bytes, offset, length));
        if (n > 0) {
          return n;
        }
        if (n < 0) {
          return 0;
        }
        if (!blocking()) {
          return -1;
        }
        await(source, java.nio.channels.SelectionKey.OP_READ);
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public int write(byte[] bytes, int offset, int length) {
    if (sink == null) {
      throw new HostException(Errno.EBADF);
    }
    try {
      int done = 0;
      while (true) {
        done += sink.write(ByteBuffer.wrap(bytes, offset + done, length - done));
        if (done == length) {
          return done;
        }
        if (!blocking()) {
          return done == 0 ? -1 : done;
        }
        await(sink, java.nio.channels.SelectionKey.OP_WRITE);
      }
    } catch (IOException | RuntimeException e) {
      throw JdkErrors.of(e);
    }
  }

  @Override
  public FileStatus status() {
    return FileStatus.anonymous(FileStatus.FIFO, inode, 0, 0);
  }

  @Override
  public SelectableChannel selectable() {
    return source != null ? source : sink;
  }

  @Override
  public boolean peerGone() {
    return sink != null && reopenable != null && SystemCalls.isBroken(Integer.parseInt(reopenable.getName()));
  }

  @Override
  public int flags() {
    return source != null ? FileSystem.O_RDONLY : FileSystem.O_WRONLY;
  }

  private void await(SelectableChannel channel, int operation) throws IOException {
    Interruption i = Interruption.current();
    i.waiting(waiting::wake);
    try {
      waiting.await(channel, operation, 0);
    } finally {
      i.waiting(null);
    }
    i.check();
  }

  @Override
  protected void close() {
    try {
      selectable().close();
      waiting.close();
    } catch (IOException e) {
      throw JdkErrors.of(e);
    }
  }
}
