package dev.tuff.stdlib.datetime;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.text.PyStr;

/**
 * The packed fields with which pickles call the constructors, as bytes (or as str, from pickles of Python 2):
 *
 * <pre>
 *   date      yy yy mm dd
 *   time                  hh mm ss us us us    bit 7 of hh: fold
 *   datetime  yy yy mm dd hh mm ss us us us    bit 7 of mm: fold
 * </pre>
 */
final class PickledState {
  private PickledState() {}

  /** The bytes of a constructor's first argument if it has that many, and if byte {@code at}, but for bits outside {@code mask}, is in range. */
  static byte[] of(Object o, int length, int at, int mask, int least, int most, String type) {
    if (o instanceof PyBytes b && b.size() == length) {
      byte[] v = b.array();
      return within(v[at] & mask, least, most) ? v : null;
    }
    if (!PyStr.isStr(o) || PyStr.length(o) != length || !within(PyStr.pointAt(o, at) & mask, least, most)) {
      return null;
    }
    byte[] v = new byte[length];
    for (int i = 0; i < length; i++) {
      int c = PyStr.pointAt(o, i);
      if (c > 0xFF) {
        throw Errors.valueError("Failed to encode latin1 string when unpickling a " + type
            + " object. pickle.load(data, encoding='latin1') is assumed.");
      }
      v[i] = (byte) c;
    }
    return v;
  }

  private static boolean within(int v, int least, int most) {
    return v >= least && v <= most;
  }

  /** The tzinfo of a state. */
  static Object tzinfo(Object o) {
    if (o == null) {
      return Py.None;
    }
    if (o != Py.None && !Py.isInstance(o, PyTzinfo.TYPE)) {
      throw Errors.typeError("bad tzinfo state arg");
    }
    return o;
  }

  static int year(byte[] v) {
    return (v[0] & 0xFF) << 8 | v[1] & 0xFF;
  }

  static int microsecond(byte[] v, int at) {
    return (v[at] & 0xFF) << 16 | (v[at + 1] & 0xFF) << 8 | v[at + 2] & 0xFF;
  }

  static void putDate(byte[] v, PyDate d) {
    v[0] = (byte) (d.year >> 8);
    v[1] = (byte) d.year;
    v[2] = (byte) d.month;
    v[3] = (byte) d.day;
  }

  static void putTime(byte[] v, int at, int hour, int minute, int second, int microsecond) {
    v[at] = (byte) hour;
    v[at + 1] = (byte) minute;
    v[at + 2] = (byte) second;
    v[at + 3] = (byte) (microsecond >> 16);
    v[at + 4] = (byte) (microsecond >> 8);
    v[at + 5] = (byte) microsecond;
  }
}
