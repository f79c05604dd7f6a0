package dev.tuff.stdlib.time;

/** The proleptic Gregorian calendar in days since 1 January 1970. Months count from 1. */
public final class Calendar {
  private Calendar() {}

  public static boolean isLeap(long year) {
    return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  public static int daysIn(long year, int month) {
    return month == 2 ? isLeap(year) ? 29 : 28 : 30 + (month + (month >> 3) & 1);
  }

  /** Days of the year before a month. */
  public static int daysBefore(long year, int month) {
    int days = 0;
    for (int m = 1; m < month; m++) {
      days += daysIn(year, m);
    }
    return days;
  }

  public static long dayNumber(long year, int month, int day) {
    // counted in years that start in March, so that the leap day comes last
    long y = month <= 2 ? year - 1 : year;
    long era = Math.floorDiv(y, 400L);
    long of = y - era * 400;
    long inYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of * 365 + of / 4 - of / 100 + inYear - 719468;
  }

  public static int yearOf(long day) {
    long z = day + 719468;
    long era = Math.floorDiv(z, 146097L);
    long of = z - era * 146097;
    long y = (of - of / 1460 + of / 36524 - of / 146096) / 365;
    long inYear = of - (365 * y + y / 4 - y / 100);
    return Math.toIntExact(y + era * 400 + (inYear >= 306 ? 1 : 0));
  }
}
