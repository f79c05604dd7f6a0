package dev.tuff.host;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The few system calls for which the JDK has no method. Only what programs seldom do may come here: the first use of the foreign linker
 * costs tens of milliseconds.
 */
final class SystemCalls {
  private static final int POLLERR = 8;

  private SystemCalls() {}

  /** Handles made at the first call. */
  private static final class Handles {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    static final MethodHandle KILL = handle("kill", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    static final MethodHandle MKFIFO = handle("mkfifo", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    static final MethodHandle POLL = handle("poll", ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);
    static final MethodHandle SETSOCKOPT = handle("setsockopt", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
        ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    static final MethodHandle UMASK = handle("umask", ValueLayout.JAVA_INT);

    private static MethodHandle handle(String name, java.lang.foreign.MemoryLayout... args) {
      MemorySegment symbol = LINKER.defaultLookup().find(name).orElseThrow();
      return LINKER.downcallHandle(symbol, FunctionDescriptor.of(ValueLayout.JAVA_INT, args), ERRNO);
    }
  }

  private interface Invocation {
    int run(MemorySegment state, java.lang.foreign.Arena arena) throws Throwable;
  }

  private static int call(Invocation invocation) {
    try (java.lang.foreign.Arena arena = java.lang.foreign.Arena.ofConfined()) {
      java.lang.foreign.StructLayout layout = Linker.Option.captureStateLayout();
      MemorySegment state = arena.allocate(layout);
      int result = invocation.run(state, arena);
      if (result < 0) {
        throw new HostException((int) layout.varHandle(java.lang.foreign.MemoryLayout.PathElement.groupElement("errno")).get(state, 0L));
      }
      return result;
    } catch (HostException e) {
      throw e;
    } catch (Throwable e) {
      throw new HostException(Errno.ENOSYS);
    }
  }

  static void kill(long pid, int signal) {
    call((state, arena) -> (int) Handles.KILL.invokeExact(state, (int) pid, signal));
  }

  static void mkfifo(String path, int mode) {
    call((state, arena) -> (int) Handles.MKFIFO.invokeExact(state, arena.allocateFrom(path), mode));
  }

  /** Sets a number as an option of a socket that the kernel knows by {@code number}. */
  static void setOption(int number, int level, int name, int value) {
    call((state, arena) -> {
      MemorySegment v = arena.allocate(4, 4);
      v.set(ValueLayout.JAVA_INT, 0, value);
      return (int) Handles.SETSOCKOPT.invokeExact(state, number, level, name, v, 4);
    });
  }

  /** Whether a descriptor of the kernel's has an error pending: a pipe that nobody reads. Says no where that cannot be told. */
  static boolean isBroken(int number) {
    try {
      return call((state, arena) -> {
        // struct pollfd: int fd, short events, short revents
        MemorySegment entry = arena.allocate(8, 4);
        entry.set(ValueLayout.JAVA_INT, 0, number);
        int ready = (int) Handles.POLL.invokeExact(state, entry, 1L, 0);
        return ready > 0 ? entry.get(ValueLayout.JAVA_SHORT, 6) & POLLERR : ready;
      }) != 0;
    } catch (HostException e) {
      return false;
    }
  }

  static int umask(int mask) {
    return call((state, arena) -> (int) Handles.UMASK.invokeExact(state, mask));
  }
}
