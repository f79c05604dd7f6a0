package dev.tuff.jit;

import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.CompiledCode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The units that live: how many classes and bytes they are. It keeps none of them alive. */
public final class CompiledUnits {
  /** After so many new classes, how full the JVM's metaspace is is looked at: asking is not free. */
  private static final int METASPACE_CHECK = 512;

  /** Its share, of 100, from which on nothing is compiled. */
  private static final int METASPACE_FULL = 90;

  private static final class Entry extends WeakReference<CompiledCode> {
    final int bytes;

    Entry(CompiledCode unit, int bytes, ReferenceQueue<CompiledCode> queue) {
      super(unit, queue);
      this.bytes = bytes;
    }
  }

  private final Set<Entry> entries = new HashSet<>();
  private final ReferenceQueue<CompiledCode> dead = new ReferenceQueue<>();
  private long bytes;
  private long made;
  private long nanos;
  private boolean full;

  synchronized void add(CompiledCode unit) {
    forgetDead();
    UnitReport report = UnitReport.of(unit);
    entries.add(new Entry(unit, report.classBytes(), dead));
    bytes += report.classBytes();
    nanos += report.nanos();
    made++;
    if (made % METASPACE_CHECK == 0) {
      full = isMetaspaceFull();
    }
  }

  private void forgetDead() {
    for (Reference<? extends CompiledCode> r = dead.poll(); r != null; r = dead.poll()) {
      entries.remove(r);
      bytes -= ((Entry) r).bytes;
    }
  }

  private static boolean isMetaspaceFull() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = pool.getUsage();
      boolean classes = pool.getName().equals("Metaspace") || pool.getName().equals("Compressed Class Space");
      if (classes && usage.getMax() > 0 && usage.getUsed() > usage.getMax() / 100 * METASPACE_FULL) {
        return true;
      }
    }
    return false;
  }

  /** The limit that is reached, in words; null if there is room. */
  synchronized String limit(JitSettings settings) {
    forgetDead();
    if (settings.maxCodeBytes > 0 && bytes >= settings.maxCodeBytes) {
      return "the limit of " + settings.maxCodeBytes + " bytes of compiled code is reached";
    }
    if (entries.size() >= settings.maxClasses) {
      return "the limit of " + settings.maxClasses + " compiled functions and loops is reached";
    }
    return full ? "the JVM's space for classes is full" : null;
  }

  /** How many live; how many bytes their class files have; how many there have been; and how long making all of them has taken. */
  public synchronized int count() {
    forgetDead();
    return entries.size();
  }

  public synchronized long bytes() {
    forgetDead();
    return bytes;
  }

  public synchronized long made() {
    return made;
  }

  public synchronized long nanos() {
    return nanos;
  }

  /** The code objects that have, or had, one of them. */
  public synchronized Set<PyCode> codes() {
    Set<PyCode> codes = new LinkedHashSet<>();
    for (Entry e : entries) {
      CompiledCode unit = e.get();
      if (unit != null) {
        codes.add(unit.code);
      }
    }
    return codes;
  }
}
