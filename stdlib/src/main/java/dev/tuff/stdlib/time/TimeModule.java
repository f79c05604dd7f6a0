package dev.tuff.stdlib.time;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.HostErrors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.PySimpleNamespace;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;
import dev.tuff.host.Clock;
import dev.tuff.host.Errno;
import dev.tuff.stdlib.os.TimeValue;
import dev.tuff.stdlib.thread.Waiting;

/** The module {@code time}. */
public final class TimeModule {
  private static final int REALTIME = 0;
  private static final int MONOTONIC = 1;
  private static final int PROCESS = 2;
  private static final int THREAD = 3;
  private static final int RAW = 4;
  private static final int BOOT = 7;
  private static final int TAI = 11;

  /** The zone in force, until {@code tzset()} looks again. */
  private static final class Zone {
    LocalZone zone;
  }

  private TimeModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "time", new TimeModuleTable());
    m.set("struct_time", BrokenTime.STRUCT.type);
    m.set("_STRUCT_TM_ITEMS", Py.box(11));
    m.set("CLOCK_REALTIME", Py.box(REALTIME));
    m.set("CLOCK_MONOTONIC", Py.box(MONOTONIC));
    m.set("CLOCK_PROCESS_CPUTIME_ID", Py.box(PROCESS));
    m.set("CLOCK_THREAD_CPUTIME_ID", Py.box(THREAD));
    m.set("CLOCK_MONOTONIC_RAW", Py.box(RAW));
    m.set("CLOCK_BOOTTIME", Py.box(BOOT));
    m.set("CLOCK_TAI", Py.box(TAI));
    tzset(m, Interpreter.current());
  }

  /** The local time zone, as found at start or by the last {@code tzset}. */
  public static LocalZone zone(Interpreter interpreter) {
    Zone z = interpreter.state(Zone.class, Zone::new);
    if (z.zone == null) {
      z.zone = LocalZone.of(interpreter.host, interpreter.host.environment().get("TZ"));
    }
    return z.zone;
  }

  @Function(value = "tzset()", doc = "Looks again which time zone the environment asks for.")
  static void tzset(PyModule m, Interpreter interpreter) {
    interpreter.state(Zone.class, Zone::new).zone = null;
    int year = Calendar.yearOf(Math.floorDiv(interpreter.host.clock().realtime() / 1_000_000_000L, 86400L));
    LocalZone.Offset[] o = zone(interpreter).ofYear(Calendar.dayNumber(year, 1, 1) * 86400, Calendar.dayNumber(year, 7, 1) * 86400);
    m.set("timezone", Py.box(-o[0].seconds()));
    m.set("altzone", Py.box(-o[1].seconds()));
    m.set("daylight", Py.box(o[0].equals(o[1]) ? 0 : 1));
    m.set("tzname", Py.tuple(Py.str(o[0].name()), Py.str(o[1].name())));
  }

  // ---- clocks

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  @Function(value = "time()", doc = "Seconds since the epoch.")
  static double time(Interpreter interpreter) {
    return seconds(interpreter.host.clock().realtime());
  }

  @Function(value = "time_ns()", doc = "Nanoseconds since the epoch.")
  static long time_ns(Interpreter interpreter) {
    return interpreter.host.clock().realtime();
  }

  @Function(value = "monotonic()", doc = "Seconds of a clock that never goes back.")
  static double monotonic(Interpreter interpreter) {
    return seconds(interpreter.host.clock().monotonic());
  }

  @Function(value = "monotonic_ns()", doc = "Nanoseconds of a clock that never goes back.")
  static long monotonic_ns(Interpreter interpreter) {
    return interpreter.host.clock().monotonic();
  }

  @Function(value = "perf_counter()", doc = "Seconds of the clock to measure with.")
  static double perf_counter(Interpreter interpreter) {
    return seconds(interpreter.host.clock().monotonic());
  }

  @Function(value = "perf_counter_ns()", doc = "Nanoseconds of the clock to measure with.")
  static long perf_counter_ns(Interpreter interpreter) {
    return interpreter.host.clock().monotonic();
  }

  @Function(value = "process_time()", doc = "Seconds of processor time of the process.")
  static double process_time(Interpreter interpreter) {
    return seconds(interpreter.host.clock().processTime());
  }

  @Function(value = "process_time_ns()", doc = "Nanoseconds of processor time of the process.")
  static long process_time_ns(Interpreter interpreter) {
    return interpreter.host.clock().processTime();
  }

  @Function(value = "thread_time()", doc = "Seconds of processor time of the thread.")
  static double thread_time(Interpreter interpreter) {
    return seconds(interpreter.host.clock().threadTime());
  }

  @Function(value = "thread_time_ns()", doc = "Nanoseconds of processor time of the thread.")
  static long thread_time_ns(Interpreter interpreter) {
    return interpreter.host.clock().threadTime();
  }

  @Function(value = "clock_gettime(clk_id, /)", doc = "Seconds of a clock of the system.")
  static double clock_gettime(int id, Interpreter interpreter) {
    return seconds(clock_gettime_ns(id, interpreter));
  }

  @Function(value = "clock_gettime_ns(clk_id, /)", doc = "Nanoseconds of a clock of the system.")
  static long clock_gettime_ns(int id, Interpreter interpreter) {
    Clock c = interpreter.host.clock();
    return switch (id) {
      case REALTIME -> c.realtime();
      case TAI -> c.realtime() + 37_000_000_000L;
      case MONOTONIC, RAW, BOOT -> c.monotonic();
      case PROCESS -> c.processTime();
      case THREAD -> c.threadTime();
      default -> throw HostErrors.of(Errno.EINVAL);
    };
  }

  @Function("clock_getres(clk_id, /)")
  static double clock_getres(int id, Interpreter interpreter) {
    clock_gettime_ns(id, interpreter);
    return 1e-9;
  }

  @Function("clock_settime(clk_id, time, /)")
  static void clock_settime(int id, Object time) {
    TimeValue.nanos(time, TimeValue.FLOOR);
    throw HostErrors.of(id == REALTIME ? Errno.EPERM : Errno.EINVAL);
  }

  @Function("clock_settime_ns(clk_id, time, /)")
  static void clock_settime_ns(int id, long time) {
    throw HostErrors.of(id == REALTIME ? Errno.EPERM : Errno.EINVAL);
  }

  @Function(value = "get_clock_info(name, /)", doc = "What kind of clock a function reads.")
  static Object get_clock_info(String name) {
    String implementation =
        switch (name) {
          case "time" -> "clock_gettime(CLOCK_REALTIME)";
          case "monotonic", "perf_counter" -> "clock_gettime(CLOCK_MONOTONIC)";
          case "process_time" -> "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)";
          case "thread_time" -> "clock_gettime(CLOCK_THREAD_CPUTIME_ID)";
          default -> throw Errors.valueError("unknown clock");
        };
    PyDict d = new PyDict();
    d.putStr("implementation", implementation);
    d.putStr("monotonic", !name.equals("time"));
    d.putStr("adjustable", name.equals("time"));
    d.putStr("resolution", 1e-9);
    return PySimpleNamespace.of(d);
  }

  @Function(value = "sleep(seconds, /)", doc = "Waits that many seconds.")
  static void sleep(Object seconds, ThreadState ts) {
    long nanos = TimeValue.nanos(seconds, TimeValue.UP);
    if (nanos < 0) {
      throw Errors.valueError("sleep length must be non-negative");
    }
    Waiting.sleep(ts, nanos);
  }

  // ---- calendar

  private static long moment(Object seconds, Interpreter interpreter) {
    if (seconds == Py.None) {
      return Math.floorDiv(interpreter.host.clock().realtime(), 1_000_000_000L);
    }
    if (seconds instanceof Double d) {
      if (d.isNaN()) {
        throw Errors.valueError("Invalid value NaN (not a number)");
      }
      double f = Math.floor(d);
      if (!(f >= -9.2e18 && f <= 9.2e18)) {
        throw Errors.overflowError("timestamp out of range for platform time_t");
      }
      return (long) f;
    }
    Object i = dev.tuff.engine.number.PyInt.index(seconds);
    if (i instanceof Long l) {
      return l;
    }
    throw Errors.overflowError("timestamp out of range for platform time_t");
  }

  private static void checkRange(long time) {
    if (Math.abs(time) > 67768036191694848L) {
      throw HostErrors.of(Errno.EOVERFLOW);
    }
  }

  @Function(value = "gmtime(seconds=None, /)", doc = "A moment taken apart, in UTC.", textSignature = false)
  static Object gmtime(Object seconds, Interpreter interpreter) {
    long t = moment(seconds, interpreter);
    checkRange(t);
    return BrokenTime.of(t, new LocalZone.Offset(0, false, "UTC")).toPython();
  }

  @Function(value = "localtime(seconds=None, /)", doc = "A moment taken apart, in local time.", textSignature = false)
  static Object localtime(Object seconds, Interpreter interpreter) {
    long t = moment(seconds, interpreter);
    checkRange(t);
    return BrokenTime.of(t, zone(interpreter).at(t)).toPython();
  }

  @Function(value = "mktime(tuple, /)", doc = "Seconds since the epoch of a local time.", textSignature = false)
  static double mktime(Object tuple, Interpreter interpreter) {
    BrokenTime t = BrokenTime.from(tuple, "mktime");
    LocalZone zone = zone(interpreter);
    long local = t.asUtc();
    LocalZone.Offset[] o = zone.ofYear(Calendar.dayNumber(t.year(), 1, 1) * 86400, Calendar.dayNumber(t.year(), 7, 1) * 86400);
    LocalZone.Offset wanted = o[t.summer() > 0 ? 1 : 0];
    if (t.summer() >= 0) {
      long guess = local - wanted.seconds();
      LocalZone.Offset there = zone.at(guess);
      return there.summer() == wanted.summer() ? local - there.seconds() : guess;
    }
    long guess = local - zone.at(local - o[0].seconds()).seconds();
    return local - zone.at(guess).seconds();
  }

  private static BrokenTime argument(Object tuple, String function, Interpreter interpreter) {
    if (tuple == null) {
      long t = moment(Py.None, interpreter);
      return BrokenTime.of(t, zone(interpreter).at(t));
    }
    return BrokenTime.from(tuple, function).checked();
  }

  private static String asctime(BrokenTime t) {
    StringBuilder b = new StringBuilder();
    b.append(TimeFormat.DAYS[t.weekday()], 0, 3).append(' ').append(TimeFormat.MONTHS[t.month() - 1], 0, 3);
    b.append(t.day() < 10 ? "  " : " ").append(t.day()).append(' ');
    for (int v : new int[] {t.hour(), t.minute(), t.second()}) {
      b.append(v < 10 ? "0" : "").append(v).append(':');
    }
    b.setCharAt(b.length() - 1, ' ');
    return b.append(t.year()).toString();
  }

  @Function(value = "asctime(tuple=<null>, /)", doc = "A moment as text, such as 'Sat Jun 06 16:26:11 1998'.", textSignature = false)
  static Object asctime(Object tuple, Interpreter interpreter) {
    return asctime(argument(tuple, "asctime", interpreter));
  }

  @Function(value = "ctime(seconds=None, /)", doc = "A moment as text, in local time.", textSignature = false)
  static Object ctime(Object seconds, Interpreter interpreter) {
    long t = moment(seconds, interpreter);
    checkRange(t);
    return asctime(BrokenTime.of(t, zone(interpreter).at(t)));
  }

  @Function(value = "strftime(format, tuple=<null>, /)", doc = "A moment as text in a given format.", textSignature = false)
  static Object strftime(Object format, Object tuple, Interpreter interpreter) {
    if (!PyStr.isStr(format)) {
      throw Errors.typeError("strftime() argument 1 must be str, not " + Py.typeOf(format).name());
    }
    BrokenTime t = argument(tuple, "strftime", interpreter);
    if (PyStr.value(format) instanceof PyWideStr wide && !wide.isUtf16()) {
      return formatApart(t, wide.points(), interpreter);
    }
    return Py.str(new TimeFormat(t, zone(interpreter)).format(PyStr.java(format)));
  }

  /** Formats piecewise, so that lone surrogates side by side do not become one character. */
  private static Object formatApart(BrokenTime t, int[] points, Interpreter interpreter) {
    Object out = "";
    int from = 0;
    for (int i = 1; i <= points.length; i++) {
      if (i == points.length || Character.isBmpCodePoint(points[i]) && Character.isLowSurrogate((char) points[i])) {
        out = PyStr.concat(out, Py.str(new TimeFormat(t, zone(interpreter)).format(new String(points, from, i - from))));
        from = i;
      }
    }
    return out;
  }

  @Function(value = "strptime(string, format='%a %b %d %H:%M:%S %Y', /)", doc = "Reads a moment out of text.", textSignature = false)
  static Object strptime(Object string, Object format, Interpreter interpreter) {
    Object f = Attributes.get(interpreter.importModule("_strptime"), "_strptime_time");
    return Call.call(f, string, format);
  }
}
