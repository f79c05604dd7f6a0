package dev.tuff.stdlib.time;

import dev.tuff.host.FileSystem;
import dev.tuff.host.Host;
import dev.tuff.host.HostException;
import dev.tuff.host.OpenFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The local time zone as the C library sees it: from {@code TZ}, or {@code /etc/localtime}; a TZif file (RFC 9636) gives the past, a rule as
 * {@code CET-1CEST,M3.5.0,M10.5.0} the future. Read here and not by java.time, which does not know the abbreviations without loading all
 * of its locale data.
 */
public final class LocalZone {
  /** Seconds east of UTC, whether it is summer time, and its abbreviation. */
  public record Offset(int seconds, boolean summer, String name) {
    /** Written out: what the JDK makes for records takes ten milliseconds to come up, and `import time` gets here. */
    @Override
    public boolean equals(Object o) {
      return o instanceof Offset other && seconds == other.seconds && summer == other.summer && name.equals(other.name);
    }

    @Override
    public int hashCode() {
      return seconds * 31 + name.hashCode();
    }
  }

  private static final Offset UTC = new Offset(0, false, "UTC");

  private final long[] transitions;
  private final Offset[] after;
  private final Offset first;
  private final ZoneRule rule;

  private LocalZone(long[] transitions, Offset[] after, Offset first, ZoneRule rule) {
    this.transitions = transitions;
    this.after = after;
    this.first = first;
    this.rule = rule;
  }

  private static LocalZone fixed(Offset o) {
    return new LocalZone(new long[0], new Offset[0], o, null);
  }

  /** The zone that {@code TZ} names (null: not set). */
  static LocalZone of(Host host, String tz) {
    if (tz == null) {
      LocalZone z = read(host, "/etc/localtime");
      return z == null ? fixed(UTC) : z;
    }
    String name = tz.startsWith(":") ? tz.substring(1) : tz;
    if (name.isEmpty() || name.equals("UTC")) {
      return fixed(UTC);
    }
    LocalZone z = read(host, name.startsWith("/") ? name : "/usr/share/zoneinfo/" + name);
    if (z != null) {
      return z;
    }
    ZoneRule rule = ZoneRule.parse(name);
    return rule == null ? fixed(new Offset(0, false, "UTC")) : new LocalZone(new long[0], new Offset[0], rule.standard(), rule);
  }

  private static LocalZone read(Host host, String path) {
    try {
      OpenFile f = host.files().open(path, FileSystem.O_RDONLY, 0);
      try {
        byte[] all = new byte[65536];
        int n = 0;
        for (int k; n < all.length && (k = f.read(all, n, all.length - n)) > 0; ) {
          n += k;
        }
        return n > 44 && all[0] == 'T' && all[1] == 'Z' ? parse(Arrays.copyOf(all, n)) : null;
      } finally {
        f.release();
      }
    } catch (HostException e) {
      return null;
    }
  }

  private static LocalZone parse(byte[] file) {
    ByteBuffer b = ByteBuffer.wrap(file);
    int[] n = header(b, 0);
    boolean wide = file[4] >= '2';
    if (wide) {
      // the first block, with 32-bit times, is there for old readers
      int second = 44 + n[3] * 5 + n[4] * 6 + n[5] + n[2] * 8 + n[1] + n[0];
      n = header(b, second);
      b.position(second + 44);
    } else {
      b.position(44);
    }
    long[] times = new long[n[3]];
    for (int i = 0; i < times.length; i++) {
      times[i] = wide ? b.getLong() : b.getInt();
    }
    byte[] kinds = new byte[n[3]];
    b.get(kinds);
    int types = b.position();
    int names = types + n[4] * 6;
    Offset[] offsets = new Offset[n[4]];
    for (int i = 0; i < offsets.length; i++) {
      int at = names + (file[types + i * 6 + 5] & 0xFF);
      int end = at;
      while (file[end] != 0) {
        end++;
      }
      offsets[i] = new Offset(b.getInt(types + i * 6), file[types + i * 6 + 4] != 0, new String(file, at, end - at, StandardCharsets.US_ASCII));
    }
    Offset[] after = new Offset[times.length];
    for (int i = 0; i < after.length; i++) {
      after[i] = offsets[kinds[i]];
    }
    int foot = names + n[5] + n[2] * (wide ? 12 : 8) + n[1] + n[0];
    ZoneRule rule = null;
    if (wide && foot + 2 < file.length) {
      rule = ZoneRule.parse(new String(file, foot + 1, file.length - foot - 2, StandardCharsets.US_ASCII));
    }
    return new LocalZone(times, after, offsets.length == 0 ? UTC : offsets[0], rule);
  }

  /** The counts: isut, isstd, leap, time, type, char. */
  private static int[] header(ByteBuffer b, int at) {
    int[] n = new int[6];
    for (int i = 0; i < 6; i++) {
      n[i] = b.getInt(at + 20 + i * 4);
    }
    return n;
  }

  /** What holds at a moment (seconds since the epoch). */
  public Offset at(long time) {
    if (transitions.length == 0 || time >= transitions[transitions.length - 1]) {
      return rule != null ? rule.at(time) : transitions.length == 0 ? first : after[after.length - 1];
    }
    int i = Arrays.binarySearch(transitions, time);
    i = i < 0 ? -i - 2 : i;
    return i < 0 ? first : after[i];
  }

  /** The standard offset of a year, and the other one if there is any (else the same). */
  Offset[] ofYear(long january, long july) {
    Offset a = at(january);
    Offset b = at(july);
    if (a.summer) {
      return new Offset[] {b, a};
    }
    return new Offset[] {a, b};
  }
}
