package dev.tuff.stdlib.datetime;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.module.PyModule;

/** The module {@code _datetime}, out of which {@code datetime} takes all its names. */
public final class DatetimeModule {
  private DatetimeModule() {}

  public static void init(PyModule m) {
    m.set("date", PyDate.TYPE);
    m.set("datetime", PyDatetime.TYPE);
    m.set("time", PyTime.TYPE);
    m.set("timedelta", PyTimedelta.TYPE);
    m.set("tzinfo", PyTzinfo.TYPE);
    m.set("timezone", PyTimezone.TYPE);
    m.set("MINYEAR", Py.box(Gregorian.MIN_YEAR));
    m.set("MAXYEAR", Py.box(Gregorian.MAX_YEAR));
    m.set("UTC", PyTimezone.UTC);
    // where CPython has the table of its C interface; there is none here, but datetime.py imports the name
    m.set("datetime_CAPI", Py.None);
  }
}
