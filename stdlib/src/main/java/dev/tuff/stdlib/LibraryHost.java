package dev.tuff.stdlib;

import dev.tuff.host.Clock;
import dev.tuff.host.Descriptors;
import dev.tuff.host.Entropy;
import dev.tuff.host.Environment;
import dev.tuff.host.FileSystem;
import dev.tuff.host.Host;
import dev.tuff.host.NativeLibraries;
import dev.tuff.host.Network;
import dev.tuff.host.Processes;
import dev.tuff.host.Signals;

/** A host in whose file system the library's folder can be read; see {@link LibraryFiles}. */
public record LibraryHost(Host base, FileSystem files) implements Host {
  public static Host of(Host base, ResourceLibrary library) {
    return new LibraryHost(base, new LibraryFiles(base.files(), library));
  }

  @Override
  public Descriptors descriptors() {
    return base.descriptors();
  }

  @Override
  public Processes processes() {
    return base.processes();
  }

  @Override
  public Network network() {
    return base.network();
  }

  @Override
  public Clock clock() {
    return base.clock();
  }

  @Override
  public Environment environment() {
    return base.environment();
  }

  @Override
  public Entropy entropy() {
    return base.entropy();
  }

  @Override
  public Signals signals() {
    return base.signals();
  }

  @Override
  public NativeLibraries libraries() {
    return base.libraries();
  }
}
