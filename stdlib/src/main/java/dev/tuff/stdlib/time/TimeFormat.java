package dev.tuff.stdlib.time;

/** {@code strftime} in the C locale, with glibc's flags and widths. */
final class TimeFormat {
  static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  static final String[] MONTHS = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"
  };

  private final BrokenTime t;
  private final LocalZone zone;
  private final StringBuilder out = new StringBuilder();

  TimeFormat(BrokenTime t, LocalZone zone) {
    this.t = t;
    this.zone = zone;
  }

  String format(String f) {
    for (int i = 0; i < f.length(); i++) {
      char c = f.charAt(i);
      if (c != '%') {
        out.append(c);
        continue;
      }
      int from = i++;
      char flag = 0;
      boolean upper = false;
      while (i < f.length() && "_-0^#+".indexOf(f.charAt(i)) >= 0) {
        if (f.charAt(i) == '^') {
          upper = true;
        } else {
          flag = f.charAt(i);
        }
        i++;
      }
      int width = -1;
      while (i < f.length() && Character.isDigit(f.charAt(i))) {
        width = Math.min(1000, Math.max(0, width) * 10 + f.charAt(i++) - '0');
      }
      if (i < f.length() && (f.charAt(i) == 'E' || f.charAt(i) == 'O')) {
        i++;
      }
      if (i >= f.length()) {
        out.append(f, from, f.length());
        break;
      }
      if (!directive(f.charAt(i), flag, width, upper)) {
        out.append(f, from, i + 1);
      }
    }
    return out.toString();
  }

  private void number(long v, int digits, char pad, char flag, int width) {
    if (flag == '-') {
      out.append(v);
      return;
    }
    char p = flag == '_' ? ' ' : flag == '0' ? '0' : pad;
    String s = Long.toString(Math.abs(v));
    int w = Math.max(digits, width) - (v < 0 ? 1 : 0);
    if (v < 0 && p == '0') {
      out.append('-');
    }
    for (int k = s.length(); k < w; k++) {
      out.append(p);
    }
    if (v < 0 && p != '0') {
      out.append('-');
    }
    out.append(s);
  }

  private void text(String s, int width, char flag, boolean upper) {
    for (int k = s.length(); k < width; k++) {
      out.append(flag == '0' ? '0' : ' ');
    }
    out.append(upper || flag == '#' ? s.toUpperCase(java.util.Locale.ROOT) : s);
  }

  private String sub(String f) {
    return new TimeFormat(t, zone).format(f);
  }

  private boolean directive(char c, char flag, int width, boolean upper) {
    switch (c) {
      case 'a' -> text(DAYS[t.weekday()].substring(0, 3), width, flag, upper);
      case 'A' -> text(DAYS[t.weekday()], width, flag, upper);
      case 'b', 'h' -> text(MONTHS[t.month() - 1].substring(0, 3), width, flag, upper);
      case 'B' -> text(MONTHS[t.month() - 1], width, flag, upper);
      case 'c' -> text(sub("%a %b %e %H:%M:%S %Y"), width, flag, upper);
      case 'C' -> number(Math.floorDiv(t.year(), 100L), 2, '0', flag, width);
      case 'd' -> number(t.day(), 2, '0', flag, width);
      case 'D', 'x' -> text(sub("%m/%d/%y"), width, flag, upper);
      case 'e' -> number(t.day(), 2, ' ', flag, width);
      case 'F' -> text(sub(flag == '+' ? "%+4Y-%m-%d" : "%Y-%m-%d"), width, flag, upper);
      case 'g' -> number(Math.floorMod(isoYear(), 100L), 2, '0', flag, width);
      case 'G' -> number(isoYear(), 1, '0', flag, width);
      case 'H' -> number(t.hour(), 2, '0', flag, width);
      case 'I' -> number((t.hour() + 11) % 12 + 1, 2, '0', flag, width);
      case 'j' -> number(t.yearDay(), 3, '0', flag, width);
      case 'k' -> number(t.hour(), 2, ' ', flag, width);
      case 'l' -> number((t.hour() + 11) % 12 + 1, 2, ' ', flag, width);
      case 'm' -> number(t.month(), 2, '0', flag, width);
      case 'M' -> number(t.minute(), 2, '0', flag, width);
      case 'n' -> out.append('\n');
      case 'p' -> text(flag == '#' ? t.hour() < 12 ? "am" : "pm" : t.hour() < 12 ? "AM" : "PM", width, flag == '#' ? 0 : flag, upper);
      case 'P' -> text(t.hour() < 12 ? "am" : "pm", width, flag, upper);
      case 'r' -> text(sub("%I:%M:%S %p"), width, flag, upper);
      case 'R' -> text(sub("%H:%M"), width, flag, upper);
      case 's' -> number(t.asUtc() - (t.zone() != null ? t.offset() : zone.at(t.asUtc()).seconds()), 1, '0', flag, width);
      case 'S' -> number(t.second(), 2, '0', flag, width);
      case 't' -> out.append('\t');
      case 'T', 'X' -> text(sub("%H:%M:%S"), width, flag, upper);
      case 'u' -> number(t.weekday() + 1, 1, '0', flag, width);
      case 'U' -> number((t.yearDay() + 6 - (t.weekday() + 1) % 7) / 7, 2, '0', flag, width);
      case 'V' -> number(isoWeek(), 2, '0', flag, width);
      case 'w' -> number((t.weekday() + 1) % 7, 1, '0', flag, width);
      case 'W' -> number((t.yearDay() + 6 - t.weekday()) / 7, 2, '0', flag, width);
      case 'y' -> number(Math.floorMod(t.year(), 100L), 2, '0', flag, width);
      case 'Y' -> number(t.year(), 1, '0', flag, width);
      case 'z' -> zoneOffset();
      case 'Z' -> text(zoneName(), width, flag, upper);
      case '%' -> out.append('%');
      default -> {
        return false;
      }
    }
    return true;
  }

  private void zoneOffset() {
    int s = t.zone() != null ? t.offset() : t.summer() < 0 ? 0 : zone.at(t.asUtc()).seconds();
    int m = Math.abs(s) / 60;
    out.append(s < 0 ? '-' : '+');
    number(m / 60 * 100 + m % 60, 4, '0', (char) 0, 4);
  }

  private String zoneName() {
    if (t.zone() != null) {
      return t.zone();
    }
    LocalZone.Offset[] o = zone.ofYear(Calendar.dayNumber(t.year(), 1, 1) * 86400, Calendar.dayNumber(t.year(), 7, 1) * 86400);
    return t.summer() < 0 ? "" : o[t.summer() > 0 ? 1 : 0].name();
  }

  /** The Thursday of the week decides its year (ISO 8601). */
  private long isoYear() {
    int thursday = t.yearDay() - t.weekday() + 3;
    if (thursday < 1) {
      return t.year() - 1;
    }
    return thursday > (Calendar.isLeap(t.year()) ? 366 : 365) ? t.year() + 1 : t.year();
  }

  private int isoWeek() {
    int thursday = t.yearDay() - t.weekday() + 3;
    if (thursday < 1) {
      thursday += Calendar.isLeap(t.year() - 1) ? 366 : 365;
    } else if (thursday > (Calendar.isLeap(t.year()) ? 366 : 365)) {
      return 1;
    }
    return (thursday - 1) / 7 + 1;
  }
}
