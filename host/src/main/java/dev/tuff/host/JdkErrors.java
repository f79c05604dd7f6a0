package dev.tuff.host;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;

/** Which error number a JDK exception stands for. */
final class JdkErrors {
  private JdkErrors() {}

  static HostException of(Exception e) {
    return new HostException(errno(e));
  }

  static HostException of(Exception e, String path) {
    return new HostException(errno(e), path);
  }

  static HostException of(Exception e, String path, String path2) {
    return new HostException(errno(e), path, path2);
  }

  static int errno(Exception e) {
    return switch (e) {
      case HostException h -> h.errno();
      case FileSystemException f -> ofFile(f);
      case IOException io -> ofChannel(io);
      case InvalidPathException p -> Errno.ENOENT;
      case NonReadableChannelException n -> Errno.EBADF;
      case NonWritableChannelException n -> Errno.EBADF;
      case NotYetConnectedException n -> Errno.ENOTCONN;
      case AlreadyConnectedException n -> Errno.EISCONN;
      case ConnectionPendingException n -> Errno.EALREADY;
      case NotYetBoundException n -> Errno.EINVAL;
      case UnresolvedAddressException n -> Errno.ENOENT;
      case UnsupportedAddressTypeException n -> Errno.EAFNOSUPPORT;
      case SecurityException s -> Errno.EACCES;
      case UnsupportedOperationException u -> Errno.ENOTSUP;
      case IllegalArgumentException i -> Errno.EINVAL;
      case IllegalStateException i -> Errno.EINVAL;
      case java.io.UncheckedIOException u -> errno(u.getCause());
      // not the JDK's: what a signal handler raised while the thread waited
      case RuntimeException r -> throw r;
      default -> Errno.EIO;
    };
  }

  private static int ofFile(FileSystemException e) {
    return switch (e) {
      case NoSuchFileException n -> Errno.ENOENT;
      case AccessDeniedException a -> Errno.EACCES;
      case FileAlreadyExistsException a -> Errno.EEXIST;
      case DirectoryNotEmptyException d -> Errno.ENOTEMPTY;
      case NotDirectoryException d -> Errno.ENOTDIR;
      case NotLinkException n -> Errno.EINVAL;
      case FileSystemLoopException l -> Errno.ELOOP;
      default -> ofText(e.getReason(), Errno.EIO);
    };
  }

  private static int ofChannel(IOException e) {
    return switch (e) {
      case AsynchronousCloseException c -> Errno.EBADF;
      case ClosedChannelException c -> Errno.EBADF;
      case BindException b -> ofText(e.getMessage(), Errno.EADDRINUSE);
      case ConnectException c -> ofText(e.getMessage(), Errno.ECONNREFUSED);
      case NoRouteToHostException n -> Errno.EHOSTUNREACH;
      case PortUnreachableException p -> Errno.ECONNREFUSED;
      case SocketTimeoutException t -> Errno.ETIMEDOUT;
      case FileNotFoundException f -> Errno.ENOENT;
      default -> ofText(e.getMessage(), Errno.EIO);
    };
  }

  /** The JDK passes on the C library's text, sometimes with words around it. */
  private static int ofText(String text, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    int errno = Errno.ofMessage(text);
    if (errno != 0) {
      return errno;
    }
    if (text.contains("Connection reset")) {
      return Errno.ECONNRESET;
    }
    if (text.contains("Broken pipe")) {
      return Errno.EPIPE;
    }
    if (text.contains("Stream Closed") || text.contains("Stream closed")) {
      return Errno.EBADF;
    }
    if (text.contains("Unix domain path too long")) {
      return Errno.ENAMETOOLONG;
    }
    return otherwise;
  }
}
