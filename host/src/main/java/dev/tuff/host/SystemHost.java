package dev.tuff.host;

import java.io.InputStream;
import java.io.OutputStream;

/** The machine that the JVM runs on, by the JDK's own means. */
public final class SystemHost implements Host {
  private final Descriptors descriptors = new Descriptors();
  private final DiskFileSystem files = new DiskFileSystem();
  private final Environment environment = new CopiedEnvironment(System.getenv());
  private final Clock clock = new SystemClock();
  private final Entropy entropy = new SystemEntropy();
  private final Signals signals = new SystemSignals();
  private final Network network = new SystemNetwork();
  private final Processes processes = new ChildProcesses(this);

  /** With the process's own standard streams. */
  public SystemHost() {
    for (int i = 0; i < 3; i++) {
      descriptors.add(StandardStream.ofProcess(i), i, true);
    }
  }

  /** With other standard streams. */
  public SystemHost(InputStream in, OutputStream out, OutputStream err) {
    descriptors.add(StandardStream.of(in), 0, true);
    descriptors.add(StandardStream.of(out), 1, true);
    descriptors.add(StandardStream.of(err), 2, true);
  }

  DiskFileSystem disk() {
    return files;
  }

  @Override
  public Descriptors descriptors() {
    return descriptors;
  }

  @Override
  public FileSystem files() {
    return files;
  }

  @Override
  public Processes processes() {
    return processes;
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Environment environment() {
    return environment;
  }

  @Override
  public Entropy entropy() {
    return entropy;
  }

  @Override
  public Signals signals() {
    return signals;
  }

  @Override
  public NativeLibraries libraries() {
    return new SystemLibraries();
  }

  /** Two ends of a new pipe: reading, writing. */
  public static OpenFile[] pipe() {
    return PipeEnd.pair();
  }
}
