package dev.tuff.engine.bytes;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.StaticMethod;
import java.util.Arrays;

/** Methods of bytes and bytearray that read them as ASCII text: case, character classes, padding, translation. */
final class ByteCase {
  private ByteCase() {}

  private static boolean isUpper(int b) {
    return b >= 'A' && b <= 'Z';
  }

  private static boolean isLower(int b) {
    return b >= 'a' && b <= 'z';
  }

  private static boolean isAlpha(int b) {
    return isUpper(b) || isLower(b);
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }

  private static byte[] copy(Object self) {
    return ((ByteSequence) self).span().copy();
  }

  private static Object make(Object self, byte[] b) {
    return ((ByteSequence) self).make(b);
  }

  @Method(value = "upper(self, /)", doc = "B.upper() -> copy of B with all ASCII letters in upper case")
  static Object upper(Object self) {
    byte[] b = copy(self);
    for (int i = 0; i < b.length; i++) {
      b[i] = (byte) (isLower(b[i]) ? b[i] - 32 : b[i]);
    }
    return make(self, b);
  }

  @Method(value = "lower(self, /)", doc = "B.lower() -> copy of B with all ASCII letters in lower case")
  static Object lower(Object self) {
    byte[] b = copy(self);
    for (int i = 0; i < b.length; i++) {
      b[i] = (byte) (isUpper(b[i]) ? b[i] + 32 : b[i]);
    }
    return make(self, b);
  }

  @Method(value = "swapcase(self, /)", doc = "B.swapcase() -> copy of B with the case of all ASCII letters swapped")
  static Object swapcase(Object self) {
    byte[] b = copy(self);
    for (int i = 0; i < b.length; i++) {
      b[i] = (byte) (isAlpha(b[i]) ? b[i] ^ 32 : b[i]);
    }
    return make(self, b);
  }

  @Method(value = "capitalize(self, /)", doc = "B.capitalize() -> copy of B with the first letter in upper case, the rest in lower case")
  static Object capitalize(Object self) {
    byte[] b = copy(self);
    for (int i = 0; i < b.length; i++) {
      if (i == 0 ? isLower(b[i]) : isUpper(b[i])) {
        b[i] ^= 32;
      }
    }
    return make(self, b);
  }

  @Method(value = "title(self, /)", doc = "B.title() -> copy of B with words starting with upper case letters, all others in lower case")
  static Object title(Object self) {
    byte[] b = copy(self);
    boolean inWord = false;
    for (int i = 0; i < b.length; i++) {
      if (inWord ? isUpper(b[i]) : isLower(b[i])) {
        b[i] ^= 32;
      }
      inWord = isAlpha(b[i]);
    }
    return make(self, b);
  }

  @Method(value = "isalpha(self, /)", doc = "B.isalpha() -> whether B is not empty and all its bytes are ASCII letters")
  static boolean isalpha(Object self) {
    ByteSpan s = ((ByteSequence) self).span();
    for (int i = 0; i < s.size(); i++) {
      if (!isAlpha(s.at(i))) {
        return false;
      }
    }
    return s.size() > 0;
  }

  @Method(value = "isalnum(self, /)", doc = "B.isalnum() -> whether B is not empty and all its bytes are ASCII letters or digits")
  static boolean isalnum(Object self) {
    ByteSpan s = ((ByteSequence) self).span();
    for (int i = 0; i < s.size(); i++) {
      if (!isAlpha(s.at(i)) && !isDigit(s.at(i))) {
        return false;
      }
    }
    return s.size() > 0;
  }

  @Method(value = "isdigit(self, /)", doc = "B.isdigit() -> whether B is not empty and all its bytes are ASCII digits")
  static boolean isdigit(Object self) {
    ByteSpan s = ((ByteSequence) self).span();
    for (int i = 0; i < s.size(); i++) {
      if (!isDigit(s.at(i))) {
        return false;
      }
    }
    return s.size() > 0;
  }

  @Method(value = "isspace(self, /)", doc = "B.isspace() -> whether B is not empty and all its bytes are ASCII white space")
  static boolean isspace(Object self) {
    ByteSpan s = ((ByteSequence) self).span();
    for (int i = 0; i < s.size(); i++) {
      if (!ByteSearch.isSpace(s.at(i))) {
        return false;
      }
    }
    return s.size() > 0;
  }

  @Method(value = "isascii(self, /)", doc = "B.isascii() -> whether all bytes of B are ASCII")
  static boolean isascii(Object self) {
    ByteSpan s = ((ByteSequence) self).span();
    for (int i = 0; i < s.size(); i++) {
      if (s.at(i) < 0) {
        return false;
      }
    }
    return true;
  }

  @Method(value = "islower(self, /)", doc = "B.islower() -> whether B has cased ASCII letters and all are in lower case")
  static boolean islower(Object self) {
    ByteSpan s = ((ByteSequence) self).span();
    boolean cased = false;
    for (int i = 0; i < s.size(); i++) {
      if (isUpper(s.at(i))) {
        return false;
      }
      cased |= isLower(s.at(i));
    }
    return cased;
  }

  @Method(value = "isupper(self, /)", doc = "B.isupper() -> whether B has cased ASCII letters and all are in upper case")
  static boolean isupper(Object self) {
    ByteSpan s = ((ByteSequence) self).span();
    boolean cased = false;
    for (int i = 0; i < s.size(); i++) {
      if (isLower(s.at(i))) {
        return false;
      }
      cased |= isUpper(s.at(i));
    }
    return cased;
  }

  @Method(value = "istitle(self, /)", doc = "B.istitle() -> whether B has cased ASCII letters, upper case at the start of words only")
  static boolean istitle(Object self) {
    ByteSpan s = ((ByteSequence) self).span();
    boolean cased = false;
    boolean inWord = false;
    for (int i = 0; i < s.size(); i++) {
      byte b = s.at(i);
      if (inWord ? isUpper(b) : isLower(b)) {
        return false;
      }
      inWord = isAlpha(b);
      cased |= inWord;
    }
    return cased;
  }

  private static byte fill(Object o, String method) {
    if (!(o instanceof ByteSequence b)) {
      throw Errors.typeError(method + "() argument 2 must be a byte string of length 1, not " + Py.typeOf(o).name());
    }
    if (b.size() != 1) {
      throw Errors.typeError(method + "(): argument 2 must be a byte string of length 1, not a " + b.kind() + " object of length "
          + b.size());
    }
    return b.span().at(0);
  }

  private static Object pad(Object self, long left, long right, byte fill) {
    if (left <= 0 && right <= 0) {
      return ByteSearch.same(self);
    }
    ByteSpan s = ((ByteSequence) self).span();
    long size = s.size() + left + right;
    if (size > Integer.MAX_VALUE - 16) {
      throw Errors.memoryError();
    }
    byte[] out = new byte[(int) size];
    Arrays.fill(out, fill);
    System.arraycopy(s.data(), s.from(), out, (int) left, s.size());
    return make(self, out);
  }

  private static Object fillDefault() {
    return PyBytes.ofByte(' ');
  }

  @Method(value = "ljust(self, width, fillchar=b' ', /)", doc = "Return a left-justified string of length width.")
  static Object ljust(Object self, long width, Object fillchar) {
    return pad(self, 0, width - ((ByteSequence) self).size(), fill(fillchar == null ? fillDefault() : fillchar, "ljust"));
  }

  @Method(value = "rjust(self, width, fillchar=b' ', /)", doc = "Return a right-justified string of length width.")
  static Object rjust(Object self, long width, Object fillchar) {
    return pad(self, width - ((ByteSequence) self).size(), 0, fill(fillchar == null ? fillDefault() : fillchar, "rjust"));
  }

  @Method(value = "center(self, width, fillchar=b' ', /)", doc = "Return a centered string of length width.")
  static Object center(Object self, long width, Object fillchar) {
    byte fill = fill(fillchar == null ? fillDefault() : fillchar, "center");
    long marg = width - ((ByteSequence) self).size();
    if (marg <= 0) {
      return ByteSearch.same(self);
    }
    long left = marg / 2 + (marg & width & 1);
    return pad(self, left, marg - left, fill);
  }

  @Method(value = "zfill(self, width, /)", doc = "Pad a numeric string with zeros on the left, to fill a field of the given width.")
  static Object zfill(Object self, long width) {
    ByteSequence b = (ByteSequence) self;
    long left = width - b.size();
    if (left <= 0) {
      return ByteSearch.same(self);
    }
    byte[] out = ((ByteSequence) pad(self, left, 0, (byte) '0')).toBytes().clone();
    byte first = b.size() > 0 ? out[(int) left] : 0;
    if (first == '+' || first == '-') {
      out[(int) left] = '0';
      out[0] = first;
    }
    return make(self, out);
  }

  @Method(value = "expandtabs(self, /, tabsize=8)", doc = "Return a copy where all tab characters are expanded using spaces.")
  static Object expandtabs(Object self, int tabsize) {
    ByteSpan s = ((ByteSequence) self).span();
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(s.size() + 16);
    int column = 0;
    for (int i = 0; i < s.size(); i++) {
      byte b = s.at(i);
      if (b == '\t') {
        if (tabsize > 0) {
          int n = tabsize - column % tabsize;
          column += n;
          if ((long) out.size() + n > Integer.MAX_VALUE - 16) {
            throw Errors.overflowError("result too long");
          }
          for (; n > 0; n--) {
            out.write(' ');
          }
        }
      } else {
        column = b == '\n' || b == '\r' ? 0 : column + 1;
        out.write(b);
      }
    }
    return make(self, out.toByteArray());
  }

  @Method(value = "translate(self, table, /, delete=b'')", doc = "Return a copy with each character mapped by the given translation "
      + "table.\n\nAll characters occurring in the optional argument delete are removed.")
  static Object translate(Object self, Object table, Object delete) {
    byte[] map = table == Py.None ? null : Buffers.bytes(table);
    if (map != null && map.length != 256) {
      throw Errors.valueError("translation table must be 256 characters long");
    }
    boolean[] drop = new boolean[256];
    if (delete != null) {
      for (byte b : Buffers.bytes(delete)) {
        drop[b & 0xFF] = true;
      }
    }
    ByteSpan s = ((ByteSequence) self).span();
    byte[] out = new byte[s.size()];
    int n = 0;
    for (int i = 0; i < s.size(); i++) {
      int b = s.at(i) & 0xFF;
      if (!drop[b]) {
        out[n++] = map == null ? (byte) b : map[b];
      }
    }
    return make(self, n == out.length ? out : Arrays.copyOf(out, n));
  }

  @StaticMethod(value = "maketrans(frm, to, /)", doc = "Return a translation table usable for the bytes or bytearray translate method.")
  static Object maketrans(Object frm, Object to) {
    byte[] from = Buffers.bytes(frm);
    byte[] with = Buffers.bytes(to);
    if (from.length != with.length) {
      throw Errors.valueError("maketrans arguments must have same length");
    }
    byte[] map = new byte[256];
    for (int i = 0; i < 256; i++) {
      map[i] = (byte) i;
    }
    for (int i = 0; i < from.length; i++) {
      map[from[i] & 0xFF] = with[i];
    }
    return new PyBytes(map);
  }
}
