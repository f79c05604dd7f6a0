package dev.tuff.host;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Children by way of {@link ProcessBuilder}. Files, the process's own streams and pipes whose descriptor number is known are handed over by
 * path ({@code /proc/self/fd/N}), so that the child has the real thing; for all else a thread copies between the child and the open file.
 */
final class ChildProcesses implements Processes {
  private final SystemHost host;
  private final Map<Long, Process> children = new LinkedHashMap<>();
  private int[] ids;

  ChildProcesses(SystemHost host) {
    this.host = host;
  }

  @Override
  public long pid() {
    return ProcessHandle.current().pid();
  }

  @Override
  public long parent() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  private static int[] numbers(String field) {
    String status;
    try {
      status = new String(Files.readAllBytes(Path.of("/proc/self/status")), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // not Linux
      return new int[0];
    }
    // by hand: asked at every start, before anything is compiled
    int[] numbers = new int[4];
    int n = 0;
    int at = status.indexOf("\n" + field) + 1;
    for (int i = at + field.length(); at > 0 && i < status.length(); i++) {
      char c = status.charAt(i);
      if (c >= '0' && c <= '9') {
        if (n == numbers.length) {
          numbers = Arrays.copyOf(numbers, 2 * n);
        }
        numbers[n] = 10 * numbers[n] + c - '0';
      } else if (status.charAt(i - 1) >= '0' && status.charAt(i - 1) <= '9') {
        n++;
      }
      if (c == '\n') {
        break;
      }
    }
    return Arrays.copyOf(numbers, n);
  }

  @Override
  public synchronized int[] ids() {
    if (ids == null) {
      int[] uid = numbers("Uid:");
      int[] gid = numbers("Gid:");
      ids = uid.length < 2 || gid.length < 2 ? new int[4] : new int[] {uid[0], uid[1], gid[0], gid[1]};
    }
    return ids;
  }

  @Override
  public int[] groups() {
    return numbers("Groups:");
  }

  @Override
  public int cpuCount() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public long start(Launch launch) {
    List<String> command = new ArrayList<>(launch.command());
    String program = command.get(0);
    File directory = launch.directory() == null ? host.disk().directoryForChildren() : host.disk().resolve(launch.directory()).toFile();
    check(program, directory);
    for (String word : command) {
      if (ShellWords.losesBytes(word)) {
        command = new ArrayList<>(List.of("/bin/sh", "-c", ShellWords.script(command)));
        break;
      }
    }
    if (launch.umask() >= 0) {
      command.addAll(0, List.of("/bin/sh", "-c", "umask " + Integer.toOctalString(launch.umask()) + "; exec \"$0\" \"$@\""));
    }
    if (launch.newSession()) {
      command.add(0, "setsid");
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(launch.environment() == null ? host.environment().all() : launch.environment());
    if (directory != null) {
      builder.directory(directory);
    }
    OpenFile[] s = launch.streams();
    File in = source(s[0]);
    builder.redirectInput(s[0] == null ? ProcessBuilder.Redirect.from(new File("/dev/null"))
        : s[0].inheritedAs() == 0 ? ProcessBuilder.Redirect.INHERIT
        : in != null ? ProcessBuilder.Redirect.from(in) : ProcessBuilder.Redirect.PIPE);
    boolean merged = s[1] != null && s[1] == s[2] && target(s[1], 1) == ProcessBuilder.Redirect.PIPE;
    builder.redirectOutput(target(s[1], 1));
    if (merged) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(target(s[2], 2));
    }
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new HostException(errno(e), program);
    }
    synchronized (children) {
      children.put(process.pid(), process);
    }
    if (builder.redirectInput() == ProcessBuilder.Redirect.PIPE) {
      feed(s[0].retain(), process);
    }
    if (builder.redirectOutput() == ProcessBuilder.Redirect.PIPE) {
      drain(process.getInputStream(), s[1].retain());
    }
    if (!merged && builder.redirectError() == ProcessBuilder.Redirect.PIPE) {
      drain(process.getErrorStream(), s[2].retain());
    }
    return process.pid();
  }

  /** What the system would say, told apart from the directory: the JDK mixes the two up. */
  private void check(String program, File directory) {
    if (directory != null && !directory.isDirectory()) {
      throw new HostException(directory.exists() ? Errno.ENOTDIR : Errno.ENOENT, directory.getPath());
    }
    if (program.indexOf('/') < 0) {
      throw new HostException(Errno.ENOENT, program);
    }
    Path p = Path.of(program);
    if (directory != null) {
      p = directory.toPath().resolve(p);
    }
    if (!Files.exists(p)) {
      throw new HostException(Errno.ENOENT, program);
    }
    if (Files.isDirectory(p) || !Files.isExecutable(p)) {
      throw new HostException(Errno.EACCES, program);
    }
  }

  private static int errno(IOException e) {
    String m = e.getMessage();
    int at = m == null ? -1 : m.indexOf("error=");
    if (at >= 0) {
      int end = m.indexOf(',', at);
      try {
        return Integer.parseInt(m.substring(at + 6, end < 0 ? m.length() : end));
      } catch (NumberFormatException f) {
        return Errno.ENOENT;
      }
    }
    return Errno.ENOENT;
  }

  /** The path under which a child can open what {@code file} reads from, or null. */
  private static File source(OpenFile file) {
    if (file instanceof DiskFile d && d.path() != null && d.atStart()) {
      return d.reopenable();
    }
    if (file instanceof StandardStream s && s.inheritedAs() >= 0) {
      return new File("/proc/self/fd/" + s.inheritedAs());
    }
    return file instanceof PipeEnd p ? p.reopenable() : null;
  }

  private static ProcessBuilder.Redirect target(OpenFile file, int number) {
    if (file == null) {
      return ProcessBuilder.Redirect.DISCARD;
    }
    if (file.inheritedAs() == number) {
      return ProcessBuilder.Redirect.INHERIT;
    }
    File path = file instanceof DiskFile d ? d.reopenable()
        : file.inheritedAs() >= 0 ? new File("/proc/self/fd/" + file.inheritedAs())
        : file instanceof PipeEnd p ? p.reopenable() : null;
    return path == null ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.appendTo(path);
  }

  private static void daemon(String name, Runnable body) {
    Thread t = new Thread(null, body, name, 256 * 1024);
    t.setDaemon(true);
    t.start();
  }

  private static void feed(OpenFile from, Process process) {
    process.onExit().thenRun(from::release);
    daemon("stdin of " + process.pid(), () -> {
      byte[] buffer = new byte[8192];
      try (OutputStream out = process.getOutputStream()) {
        for (int n; (n = from.read(buffer, 0, buffer.length)) > 0; ) {
          out.write(buffer, 0, n);
          out.flush();
        }
      } catch (IOException | HostException e) {
        // the child has closed its end or ended: nobody is left to tell
      }
    });
  }

  private static void drain(InputStream in, OpenFile to) {
    daemon("output of a child", () -> {
      byte[] buffer = new byte[8192];
      try (in) {
        for (int n; (n = in.read(buffer)) > 0; ) {
          for (int done = 0; done < n; ) {
            int w = to.write(buffer, done, n - done);
            if (w > 0) {
              done += w;
            } else {
              Thread.sleep(1);
            }
          }
        }
      } catch (IOException | HostException | InterruptedException e) {
        // the reader is gone
      } finally {
        to.release();
      }
    });
  }

  @Override
  public Ended await(long pid, boolean wait) {
    if (pid > 0) {
      Process p;
      synchronized (children) {
        p = children.get(pid);
      }
      if (p == null) {
        throw new HostException(Errno.ECHILD);
      }
      return await(p, wait);
    }
    while (true) {
      List<Process> all;
      synchronized (children) {
        all = new ArrayList<>(children.values());
      }
      if (all.isEmpty()) {
        throw new HostException(Errno.ECHILD);
      }
      for (Process p : all) {
        if (!p.isAlive()) {
          return await(p, false);
        }
      }
      if (!wait) {
        return null;
      }
      java.util.concurrent.CompletableFuture.anyOf(all.stream().map(Process::onExit)
          .toArray(java.util.concurrent.CompletableFuture[]::new)).join();
    }
  }

  private Ended await(Process p, boolean wait) {
    try {
      if (wait) {
        p.waitFor();
      } else if (p.isAlive()) {
        return null;
      }
    } catch (InterruptedException e) {
      throw new HostException(Errno.EINTR);
    }
    synchronized (children) {
      children.remove(p.pid());
    }
    int exit = p.exitValue();
    // the JDK reports a signal as 128 + its number, as a shell does
    int status = exit > 128 && exit <= 128 + 64 ? exit - 128 : (exit & 0xFF) << 8;
    return new Ended(p.pid(), status, p.info().totalCpuDuration().map(java.time.Duration::toNanos).orElse(0L));
  }

  @Override
  public void kill(long pid, int signal) {
    Process child;
    synchronized (children) {
      child = children.get(pid);
    }
    if (child != null && !child.isAlive() || signal == 0 && pid > 0 && child != null) {
      // a zombie in POSIX: it can be signalled without effect until it is waited for
      return;
    }
    if (signal == 0 && pid > 0) {
      if (ProcessHandle.of(pid).isEmpty()) {
        throw new HostException(Errno.ESRCH);
      }
      return;
    }
    if (child != null && signal == 15) {
      child.destroy();
    } else if (child != null && signal == 9) {
      child.destroyForcibly();
    } else {
      SystemCalls.kill(pid, signal);
    }
  }

  @Override
  public void exit(int status) {
    Runtime.getRuntime().halt(status & 0xFF);
  }
}
