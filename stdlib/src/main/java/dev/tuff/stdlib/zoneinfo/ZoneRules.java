package dev.tuff.stdlib.zoneinfo;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/** The transitions of a time zone, from a TZif file (RFC 8536), and what holds at a time. */
final class ZoneRules {
  /** Moments of the transitions, and their local times: before them for fold 0, after them for fold 1, whichever is later or earlier. */
  private final long[] utc;
  private final long[][] wall;

  /** What holds from each transition on. */
  private final Period[] periods;

  /** What holds before the first transition; may be null. */
  private final Period before;

  /** After the last one: a rule, or else a period for ever. */
  private PosixZone rule;
  private Period last;

  /** Whether the zone never changes, so that no time need be known. */
  final boolean fixed;

  private ZoneRules(int[] index, long[] utc, long[] offsets, boolean[] isDst, Object[] names, Object tail, Interpreter interpreter) {
    this.utc = utc;
    wall = wallTimes(index, utc, offsets);
    long[] dst = savings(index, offsets, isDst);
    Period[] kinds = new Period[offsets.length];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = Period.of(offsets[i], dst[i], names[i], interpreter);
    }
    periods = new Period[index.length];
    for (int i = 0; i < index.length; i++) {
      periods[i] = kinds[index[i]];
    }
    before = first(kinds, isDst);
    if (tail != Py.None && Py.truth(tail)) {
      PosixZone z = new PosixZone(PyStr.java(Call.attribute(tail, "decode")), interpreter);
      rule = z.daylight == null ? null : z;
      last = z.standard;
    } else {
      if (kinds.length == 0) {
        throw Errors.valueError("No time zone information found.");
      }
      last = periods.length > 0 ? periods[periods.length - 1] : kinds[kinds.length - 1];
    }
    fixed = rule == null && kinds.length <= 1 && (kinds.length == 0 || kinds[0].same(last));
  }

  private Period first(Period[] kinds, boolean[] isDst) {
    for (int i = 0; i < kinds.length; i++) {
      if (!isDst[i]) {
        return kinds[i];
      }
    }
    return periods.length > 0 ? periods[0] : null;
  }

  /** Reads a file object. */
  static ZoneRules load(Object file, Interpreter interpreter) {
    Object data = Call.attribute(interpreter.importModule("zoneinfo._common"), "load_data", file);
    Object[] parts = ((PyTuple) data).array();
    long[] index = longs(parts[0]);
    int[] kinds = new int[index.length];
    long[] offsets = longs(parts[2]);
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = (int) index[i];
      if (kinds[i] >= offsets.length) {
        throw Errors.valueError("Invalid transition index found while reading TZif: " + kinds[i]);
      }
    }
    Object[] flags = Iteration.toArray(parts[3]);
    boolean[] isDst = new boolean[flags.length];
    for (int i = 0; i < flags.length; i++) {
      isDst[i] = Py.truth(flags[i]);
    }
    return new ZoneRules(kinds, longs(parts[1]), offsets, isDst, Iteration.toArray(parts[4]), parts[5], interpreter);
  }

  private static long[] longs(Object sequence) {
    Object[] items = Iteration.toArray(sequence);
    long[] out = new long[items.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Convert.toLong(items[i]);
    }
    return out;
  }

  /**
   * How much of each kind's offset is daylight saving time. Files do not say: it is inferred from a neighbouring period of standard
   * time, an hour if there is none.
   */
  private static long[] savings(int[] index, long[] offsets, boolean[] isDst) {
    long[] dst = new long[offsets.length];
    for (int i = 1; i < index.length; i++) {
      int kind = index[i];
      if (!isDst[kind] || dst[kind] != 0) {
        continue;
      }
      int neighbour = index[i - 1];
      long d = isDst[neighbour] ? 0 : offsets[kind] - offsets[neighbour];
      if (d == 0 && i + 1 < index.length && !isDst[index[i + 1]]) {
        d = offsets[kind] - offsets[index[i + 1]];
      }
      dst[kind] = d;
    }
    for (int kind = 0; kind < dst.length; kind++) {
      if (isDst[kind] && dst[kind] == 0) {
        dst[kind] = 3600;
      }
    }
    return dst;
  }

  private static long[][] wallTimes(int[] index, long[] utc, long[] offsets) {
    long[][] wall = {utc.clone(), utc.clone()};
    for (int i = 0; i < utc.length; i++) {
      long old = i > 0 ? offsets[index[i - 1]] : offsets[0];
      long now = i == 0 && offsets.length <= 1 ? offsets[0] : offsets[index[i]];
      wall[0][i] += Math.max(old, now);
      wall[1][i] += Math.min(old, now);
    }
    return wall;
  }

  /** Number of elements that are at most {@code t}. */
  private static int bisect(long[] a, long t) {
    int i = Arrays.binarySearch(a, t);
    if (i < 0) {
      return -i - 1;
    }
    while (i < a.length && a[i] == t) {
      i++;
    }
    return i;
  }

  /** What holds at a local time; null if that is not known. */
  Period atLocal(long t, int year, int fold) {
    long[] times = wall[fold];
    if (times.length > 0 && t < times[0]) {
      return before;
    }
    if (times.length == 0 || t > times[times.length - 1]) {
      return rule == null ? last : rule.atLocal(t, year, fold);
    }
    return periods[bisect(times, t) - 1];
  }

  /** What holds at whatever time. */
  Period always() {
    return last;
  }

  /** Converts a datetime in UTC. */
  Object fromUtc(Object dt, long t, int year) {
    Period p;
    boolean fold = false;
    if (utc.length > 0 && t < utc[0]) {
      p = before;
    } else if (utc.length == 0 || t > utc[utc.length - 1] && rule != null) {
      p = rule == null ? last : rule.atUtc(t, year);
      fold = rule != null && rule.isFold(t, year);
    } else {
      int i = bisect(utc, t);
      Period previous = i >= 2 ? periods[i - 2] : before;
      p = periods[i - 1];
      fold = previous.offset() - p.offset() > t - utc[i - 1];
    }
    Object local = Py.callMethod(dt, "__add__", p.utcoffset());
    return fold ? Call.call(Attributes.get(local, "replace"), new Object[] {1L}, new String[] {"fold"}) : local;
  }
}
