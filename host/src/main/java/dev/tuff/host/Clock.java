package dev.tuff.host;

/** What time it is, and waiting for it. All in nanoseconds. */
public interface Clock {
  /** Since the epoch. */
  long realtime();

  /** Since some fixed moment; never goes back. */
  long monotonic();

  /** CPU time of the process. */
  long processTime();

  /** CPU time of the calling thread. */
  long threadTime();

  /** The name of the local time zone, as {@link java.time.ZoneId} knows it. */
  String zone();
}
