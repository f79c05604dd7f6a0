package dev.tuff.host;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneId;

/** The clocks of the machine. */
final class SystemClock implements Clock {
  @Override
  public long realtime() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Override
  public long monotonic() {
    return System.nanoTime();
  }

  @Override
  public long processTime() {
    // the management beans cost tens of milliseconds to load, the handle of the own process does not
    return ProcessHandle.current().info().totalCpuDuration().map(java.time.Duration::toNanos).orElse(0L);
  }

  @Override
  public long threadTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Override
  public String zone() {
    return ZoneId.systemDefault().getId();
  }
}
