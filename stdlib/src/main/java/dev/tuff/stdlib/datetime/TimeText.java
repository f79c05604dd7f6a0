package dev.tuff.stdlib.datetime;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Comparison;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.text.PyWideStr;
import java.util.Arrays;

/** How dates and times become text: digits, times of day, offsets, and {@code strftime}. */
final class TimeText {
  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

  private TimeText() {}

  /** A number that is not negative, with leading zeros. */
  static StringBuilder digits(StringBuilder b, int n, int width) {
    int limit = 10;
    for (int i = 1; i < width; i++, limit *= 10) {
      if (n < limit) {
        b.append("0".repeat(width - i));
        break;
      }
    }
    return b.append(n);
  }

  /** {@code YYYY-MM-DD}. */
  static StringBuilder date(StringBuilder b, int year, int month, int day) {
    digits(digits(digits(b, year, 4).append('-'), month, 2).append('-'), day, 2);
    return b;
  }

  /** A time of day, as exact as {@code timespec} (null for as needed) says. */
  static StringBuilder time(StringBuilder b, int hour, int minute, int second, int microsecond, Object timespec) {
    String spec = timespec == null ? "auto" : PyStr.java(timespec);
    int parts = switch (spec) {
      case "auto" -> microsecond == 0 ? 3 : 5;
      case "hours" -> 1;
      case "minutes" -> 2;
      case "seconds" -> 3;
      case "milliseconds" -> 4;
      case "microseconds" -> 5;
      default -> throw Errors.valueError("Unknown timespec value");
    };
    digits(b, hour, 2);
    if (parts > 1) {
      digits(b.append(':'), minute, 2);
    }
    if (parts > 2) {
      digits(b.append(':'), second, 2);
    }
    if (parts > 3) {
      digits(b.append('.'), parts == 4 ? microsecond / 1000 : microsecond, parts == 4 ? 3 : 6);
    }
    return b;
  }

  /** {@code +HH:MM}, with seconds and microseconds if there are any. */
  static StringBuilder offset(StringBuilder b, PyTimedelta offset, String separator) {
    PyTimedelta o = offset.days < 0 ? offset.negate() : offset;
    b.append(offset.days < 0 ? '-' : '+');
    digits(digits(b, o.seconds / 3600, 2).append(separator), o.seconds / 60 % 60, 2);
    if (o.seconds % 60 != 0 || o.microseconds != 0) {
      digits(b.append(separator), o.seconds % 60, 2);
    }
    if (o.microseconds != 0) {
      digits(b.append('.'), o.microseconds, 6);
    }
    return b;
  }

  /** As C's {@code ctime} without the newline. */
  static String ctime(PyDate d, int hour, int minute, int second) {
    StringBuilder b = new StringBuilder(DAYS[Gregorian.weekday(d.year, d.month, d.day)]);
    b.append(' ').append(MONTHS[d.month - 1]).append(d.day < 10 ? "  " : " ").append(d.day).append(' ');
    time(b, hour, minute, second, 0, null);
    return digits(b.append(' '), d.year, 4).toString();
  }

  /** What a comparison makes of the order of its operands. */
  static Boolean holds(int order, int op) {
    return switch (op) {
      case Comparison.LT -> order < 0;
      case Comparison.LE -> order <= 0;
      case Comparison.EQ -> order == 0;
      case Comparison.NE -> order != 0;
      case Comparison.GT -> order > 0;
      default -> order >= 0;
    };
  }

  // ---- strftime

  static Object structTime(Interpreter interpreter, int year, int month, int day, int hour, int minute, int second, int summer) {
    Object type = Attributes.get(interpreter.importModule("time"), "struct_time");
    return Call.call(type, PyTuple.of(Py.box(year), Py.box(month), Py.box(day), Py.box(hour), Py.box(minute), Py.box(second),
        Py.box(Gregorian.weekday(year, month, day)), Py.box(Gregorian.dayOfYear(year, month, day)), Py.box(summer)));
  }

  /**
   * Formats by {@code time.strftime}, once {@code %f}, {@code %z}, {@code %:z} and {@code %Z}, which only the object knows, and years below
   * 1000, which C libraries write without leading zeros, are replaced.
   *
   * @param self the date, time or datetime
   * @param argument what methods of the tzinfo get
   */
  static Object strftime(Clock self, Object format, Object tuple, Object argument, Interpreter interpreter) {
    int[] in = PyStr.points(format);
    Points out = new Points(in.length + 16);
    for (int i = 0; i < in.length; i++) {
      if (in[i] != '%' || i + 1 == in.length) {
        out.add(in[i]);
        continue;
      }
      int c = in[++i];
      if (c == ':' && i + 1 < in.length && in[i + 1] == 'z') {
        i++;
        out.add(zone(self, argument, ":"));
        continue;
      }
      switch (c) {
        case 'z' -> out.add(zone(self, argument, ""));
        case 'Z' -> {
          Object name = self.tzinfo() == Py.None ? Py.None : PyTzinfo.name(self.tzinfo(), argument);
          if (name != Py.None) {
            // strftime comes after
            Object escaped = Call.attribute(name, "replace", "%", "%%");
            if (!PyStr.isStr(escaped)) {
              throw Errors.typeError("tzname.replace() did not return a string");
            }
            out.add(PyStr.points(escaped));
          }
        }
        case 'f' -> out.add(digits(new StringBuilder(), self.microseconds(), 6).toString());
        default -> {
          if (!year(out, c, tuple, interpreter)) {
            out.add('%');
            out.add(c);
          }
        }
      }
    }
    return Call.call(Attributes.get(interpreter.importModule("time"), "strftime"), PyWideStr.of(out.toArray()), tuple);
  }

  private static String zone(Clock self, Object argument, String separator) {
    Object offset = self.tzinfo() == Py.None ? Py.None : PyTzinfo.offset(self.tzinfo(), "utcoffset", argument);
    return offset == Py.None ? "" : offset(new StringBuilder(), (PyTimedelta) offset, separator).toString();
  }

  private static boolean year(Points out, int c, Object tuple, Interpreter interpreter) {
    if (c != 'Y' && c != 'G' && c != 'F' && c != 'C') {
      return false;
    }
    if (!(tuple instanceof PyTuple t) || t.size() < 3) {
      return false;
    }
    int year = Convert.toInt(t.get(0));
    if (year >= 1000) {
      return false;
    }
    if (c == 'G') {
      Object text = Call.call(Attributes.get(interpreter.importModule("time"), "strftime"), "%G", tuple);
      year = Integer.parseInt(PyStr.java(text));
    }
    StringBuilder b = new StringBuilder();
    switch (c) {
      case 'C' -> digits(b, year / 100, 2);
      case 'F' -> date(b, year, Convert.toInt(t.get(1)), Convert.toInt(t.get(2)));
      default -> digits(b, year, 4);
    }
    out.add(b.toString());
    return true;
  }

  /** Code points being collected: text in UTF-16 would join surrogates that stand apart. */
  private static final class Points {
    private int[] points;
    private int size;

    Points(int capacity) {
      points = new int[capacity];
    }

    void add(int point) {
      if (size == points.length) {
        points = Arrays.copyOf(points, size * 2 + 8);
      }
      points[size++] = point;
    }

    void add(int[] more) {
      for (int p : more) {
        add(p);
      }
    }

    void add(String ascii) {
      for (int i = 0; i < ascii.length(); i++) {
        add(ascii.charAt(i));
      }
    }

    int[] toArray() {
      return Arrays.copyOf(points, size);
    }
  }

  /** What {@code strftime} asks an object for besides its time tuple. */
  interface Clock {
    /** None if there is none. */
    Object tzinfo();

    int microseconds();
  }
}
