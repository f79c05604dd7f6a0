package dev.tuff.host;

import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * Part of another host: files, processes, the network or the environment can be kept from a program, which then gets EACCES, or an empty environment.
 *
 * @param base the host that does what is allowed
 * @param allowFiles whether the file system can be reached
 * @param allowProcesses whether programs can be run and signals sent
 * @param allowNetwork whether sockets can be made
 * @param allowEnvironment whether the environment variables are seen
 */
public record LimitedHost(Host base, boolean allowFiles, boolean allowProcesses, boolean allowNetwork, boolean allowEnvironment
) implements Host {
  /** A host that lets a program compute, tell the time and use its streams, and nothing else. */
  public static Host sandbox(Host base) {
    return new LimitedHost(base, false, false, false, false);
  }

  /** An implementation of a host interface that refuses whatever it is asked. */
  private static <T> T refusing(Class<T> part) {
    return part.cast(Proxy.newProxyInstance(part.getClassLoader(), new Class<?>[] {part}, (proxy, method, args) -> {
      if (method.getName().equals("cwd")) {
        return "/";
      }
      if (method.getName().equals("find")) {
        return null;
      }
      throw new HostException(Errno.EACCES, args != null && args.length > 0 && args[0] instanceof String path ? path : null);
    }));
  }

  @Override
  public Descriptors descriptors() {
    return base.descriptors();
  }

  @Override
  public FileSystem files() {
    return allowFiles ? base.files() : refusing(FileSystem.class);
  }

  @Override
  public Processes processes() {
    return allowProcesses ? base.processes() : refusing(Processes.class);
  }

  @Override
  public Network network() {
    return allowNetwork ? base.network() : refusing(Network.class);
  }

  @Override
  public Clock clock() {
    return base.clock();
  }

  @Override
  public Environment environment() {
    return allowEnvironment ? base.environment() : new CopiedEnvironment(Map.of());
  }

  @Override
  public Entropy entropy() {
    return base.entropy();
  }

  @Override
  public Signals signals() {
    return base.signals();
  }
}
