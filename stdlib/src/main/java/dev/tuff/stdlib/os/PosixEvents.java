package dev.tuff.stdlib.os;

import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Function;
import dev.tuff.host.Errno;
import dev.tuff.host.EventFile;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import dev.tuff.host.TimerFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The part of {@code posix} about descriptors that tell of events: Linux's eventfd and timerfd. */
final class PosixEvents {
  private static final int NONBLOCK = 2048;
  private static final int CLOEXEC = 0x80000;
  private static final int SEMAPHORE = 1;
  private static final int ABSOLUTE = 1;

  private PosixEvents() {}

  private static long add(OpenFile file, int flags, Interpreter interpreter) {
    file.setBlocking((flags & NONBLOCK) == 0);
    return interpreter.host.descriptors().add(file, 0, (flags & CLOEXEC) == 0);
  }

  private static OpenFile file(Object fd, Interpreter interpreter) {
    return interpreter.host.descriptors().get(PathArgument.descriptor(fd));
  }

  @Function(value = "eventfd(initval, flags=0x80000)", doc = "A descriptor of a counter that can be waited for.")
  static long eventfd(long initval, int flags, Interpreter interpreter) {
    return add(new EventFile(initval & 0xFFFF_FFFFL, (flags & SEMAPHORE) != 0), flags, interpreter);
  }

  @Function(value = "eventfd_read(fd)", doc = "Takes the counter's value.")
  static Object eventfd_read(Object fd, Interpreter interpreter) {
    byte[] b = new byte[8];
    try {
      if (file(fd, interpreter).read(b, 0, 8) < 0) {
        throw HostErrors.of(Errno.EAGAIN);
      }
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
    return Py.box(new java.math.BigInteger(Long.toUnsignedString(ByteBuffer.wrap(b).order(ByteOrder.nativeOrder()).getLong())));
  }

  @Function(value = "eventfd_write(fd, value)", doc = "Adds to the counter.")
  static void eventfd_write(Object fd, Object value, Interpreter interpreter) {
    byte[] b = new byte[8];
    ByteBuffer.wrap(b).order(ByteOrder.nativeOrder()).putLong(dev.tuff.engine.number.PyInt.big(value).longValue());
    try {
      if (file(fd, interpreter).write(b, 0, 8) < 0) {
        throw HostErrors.of(Errno.EAGAIN);
      }
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  @Function(value = "timerfd_create(clockid, /, *, flags=0x80000)", doc = "A descriptor of a timer that can be waited for.")
  static long timerfd_create(int clockid, int flags, Interpreter interpreter) {
    return add(new TimerFile(clockid == 0), flags | CLOEXEC, interpreter);
  }

  private static TimerFile timer(Object fd, Interpreter interpreter) {
    if (file(fd, interpreter) instanceof TimerFile t) {
      return t;
    }
    throw new HostException(Errno.EINVAL);
  }

  private static long[] set(Object fd, int flags, long initial, long interval, Interpreter interpreter) {
    try {
      TimerFile timer = timer(fd, interpreter);
      if (initial < 0 || interval < 0) {
        throw new HostException(Errno.EINVAL);
      }
      long first = initial;
      if ((flags & ABSOLUTE) != 0 && initial > 0) {
        // a time that is past expires at once
        first = Math.max(1, initial - (timer.realtime() ? interpreter.host.clock().realtime() : interpreter.host.clock().monotonic()));
      }
      return timer.set(first, interval);
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  private static long[] get(Object fd, Interpreter interpreter) {
    try {
      return timer(fd, interpreter).get();
    } catch (HostException e) {
      throw HostErrors.of(e);
    }
  }

  private static long ofSeconds(Object time) {
    return time == null ? 0 : TimeValue.nanos(time, TimeValue.UP);
  }

  private static Object seconds(long[] times) {
    return Py.tuple(times[0] / 1e9, times[1] / 1e9);
  }

  private static Object nanos(long[] times) {
    return Py.tuple(Py.box(times[0]), Py.box(times[1]));
  }

  @Function(value = "timerfd_settime(fd, /, *, flags=0, initial=0.0, interval=0.0)", doc = "Sets a timer; returns what it was set to.")
  static Object timerfd_settime(Object fd, int flags, Object initial, Object interval, Interpreter interpreter) {
    return seconds(set(fd, flags, ofSeconds(initial), ofSeconds(interval), interpreter));
  }

  @Function("timerfd_settime_ns(fd, /, *, flags=0, initial=0, interval=0)")
  static Object timerfd_settime_ns(Object fd, int flags, Object initial, Object interval, Interpreter interpreter) {
    return nanos(set(fd, flags, initial == null ? 0 : Convert.toLong(initial), interval == null ? 0 : Convert.toLong(interval), interpreter));
  }

  @Function(value = "timerfd_gettime(fd, /)", doc = "Seconds until a timer expires, and its interval.")
  static Object timerfd_gettime(Object fd, Interpreter interpreter) {
    return seconds(get(fd, interpreter));
  }

  @Function("timerfd_gettime_ns(fd, /)")
  static Object timerfd_gettime_ns(Object fd, Interpreter interpreter) {
    return nanos(get(fd, interpreter));
  }

  @Function("splice(src, dst, count, offset_src=None, offset_dst=None, flags=0)")
  static Object splice(int src, int dst, long count, Object from, Object to, int flags, Interpreter interpreter) {
    // what the kernel does without copying is copied here
    return PosixDescriptors.copy_file_range(src, dst, count, from, to, interpreter);
  }
}
