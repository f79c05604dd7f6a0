package dev.tuff.engine.text;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.Method;

/** Methods of str that fill text up to a width: center, ljust, rjust, zfill, expandtabs. */
public final class StrLayout {
  private StrLayout() {}

  private static int fill(Object fillchar) {
    if (!PyStr.isStr(fillchar)) {
      throw Errors.typeError("The fill character must be a unicode character, not " + Py.typeOf(fillchar).name());
    }
    if (PyStr.length(fillchar) != 1) {
      throw Errors.typeError("The fill character must be exactly one character long");
    }
    return PyStr.pointAt(fillchar, 0);
  }

  /** {@code value} with {@code left} and {@code right} fill characters around it. */
  static Object pad(Object value, long left, long right, int fill) {
    if (left <= 0 && right <= 0) {
      return value;
    }
    int n = PyStr.length(value);
    left = Math.max(left, 0);
    right = Math.max(right, 0);
    if (left > Integer.MAX_VALUE - 16 || right > Integer.MAX_VALUE - 16 || left + right + n > Integer.MAX_VALUE - 16) {
      throw left > Long.MAX_VALUE - n - right ? Errors.overflowError("padded string is too long") : Errors.memoryError();
    }
    return new StrBuilder((int) (n + left + right)).repeat(fill, (int) left).append(value).repeat(fill, (int) right).build();
  }

  @Method(value = "center(self, width, fillchar=' ', /)", doc = "Return the text centred in width characters.")
  static Object center(Object self, long width, Object fillchar) {
    Object v = PyStr.value(self);
    int fill = fill(fillchar);
    long marg = width - PyStr.length(v);
    if (marg <= 0) {
      return v;
    }
    // an odd blank more goes left only if the width is odd
    long left = marg / 2 + (marg & width & 1);
    return pad(v, left, marg - left, fill);
  }

  @Method(value = "ljust(self, width, fillchar=' ', /)", doc = "Return the text at the left of width characters.")
  static Object ljust(Object self, long width, Object fillchar) {
    Object v = PyStr.value(self);
    int fill = fill(fillchar);
    return pad(v, 0, width - PyStr.length(v), fill);
  }

  @Method(value = "rjust(self, width, fillchar=' ', /)", doc = "Return the text at the right of width characters.")
  static Object rjust(Object self, long width, Object fillchar) {
    Object v = PyStr.value(self);
    int fill = fill(fillchar);
    return pad(v, width - PyStr.length(v), 0, fill);
  }

  @Method(value = "zfill(self, width, /)", doc = "Return the text with zeros put before it, behind a sign, up to width characters.")
  static Object zfill(Object self, long width) {
    Object v = PyStr.value(self);
    int n = PyStr.length(v);
    if (width <= n) {
      return v;
    }
    if (n > 0 && (PyStr.pointAt(v, 0) == '+' || PyStr.pointAt(v, 0) == '-')) {
      return PyStr.concat(PyStr.ofPoint(PyStr.pointAt(v, 0)), pad(PyStr.slice(v, 1, n), width - n, 0, '0'));
    }
    return pad(v, width - n, 0, '0');
  }

  @Method(value = "expandtabs(self, /, tabsize=8)", doc = "Return a copy with each tab replaced by blanks up to the next multiple of tabsize.")
  static Object expandtabs(Object self, int tabsize) {
    Object v = PyStr.value(self);
    int n = PyStr.length(v);
    StrBuilder out = new StrBuilder(n + 16);
    int column = 0;
    long size = 0;
    for (int i = 0; i < n; i++) {
      int c = PyStr.pointAt(v, i);
      if (c == '\t') {
        if (tabsize > 0) {
          int blanks = tabsize - column % tabsize;
          column += blanks;
          size += blanks;
          if (size > Integer.MAX_VALUE - 16) {
            throw Errors.overflowError("new string is too long");
          }
          out.repeat(' ', blanks);
        }
      } else {
        column = c == '\n' || c == '\r' ? 0 : column + 1;
        size++;
        out.point(c);
      }
    }
    return out.build();
  }
}
