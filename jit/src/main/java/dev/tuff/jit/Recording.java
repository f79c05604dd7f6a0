package dev.tuff.jit;

import jdk.jfr.FlightRecorder;

/** Whether the JVM's flight recorder is in use: only then are {@link JitEvents} loaded. */
final class Recording {
  private static final boolean POSSIBLE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private Recording() {}

  static boolean isOn() {
    return POSSIBLE && FlightRecorder.isInitialized();
  }
}
