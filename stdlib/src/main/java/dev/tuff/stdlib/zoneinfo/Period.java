package dev.tuff.stdlib.zoneinfo;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;

/**
 * What holds between two transitions.
 *
 * @param offset seconds east of UTC
 * @param dst seconds of daylight saving time in it
 * @param utcoffset {@code offset} as a timedelta
 * @param dstoffset {@code dst} as a timedelta
 */
record Period(long offset, long dst, Object name, Object utcoffset, Object dstoffset) {
  static Period of(long offset, long dst, Object name, Interpreter interpreter) {
    Object timedelta = Attributes.get(interpreter.importModule("datetime"), "timedelta");
    return new Period(offset, dst, name, Call.call(timedelta, 0L, Py.box(offset)), Call.call(timedelta, 0L, Py.box(dst)));
  }

  boolean same(Period o) {
    return offset == o.offset && dst == o.dst && Py.eq(name, o.name);
  }
}
