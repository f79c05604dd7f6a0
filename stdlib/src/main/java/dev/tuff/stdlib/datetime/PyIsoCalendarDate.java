package dev.tuff.stdlib.datetime;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;

/** The type of what {@code isocalendar()} returns: a tuple with names for its items. */
final class PyIsoCalendarDate {
  static final PyType TYPE = PyType.builtin("datetime.IsoCalendarDate", PyTuple.TYPE, PyType.BASE_LAYOUT | PyType.FINAL,
      "What isocalendar() returns: the tuple (year, week, weekday), whose items are attributes too.", new PyIsoCalendarDateTable());

  private PyIsoCalendarDate() {}

  static PyTuple of(int year, int week, int weekday) {
    return new PyTuple(TYPE, new Object[] {Py.box(year), Py.box(week), Py.box(weekday)});
  }

  @New("IsoCalendarDate(year, week, weekday)")
  static Object __new__(PyType cls, int year, int week, int weekday) {
    return of(year, week, weekday);
  }

  @Getter("year")
  static Object year(PyTuple self) {
    return self.get(0);
  }

  @Getter("week")
  static Object week(PyTuple self) {
    return self.get(1);
  }

  @Getter("weekday")
  static Object weekday(PyTuple self) {
    return self.get(2);
  }

  @Method("__repr__(self, /)")
  static String __repr__(PyTuple self) {
    return "datetime.IsoCalendarDate(year=" + self.get(0) + ", week=" + self.get(1) + ", weekday=" + self.get(2) + ")";
  }

  @Method(value = "__reduce__(self, /)", doc = "__reduce__() -> (cls, state)")
  static Object __reduce__(PyTuple self) {
    return PyTuple.of(PyTuple.TYPE, PyTuple.of(PyTuple.of(self.get(0), self.get(1), self.get(2))));
  }
}
