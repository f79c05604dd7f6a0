package dev.tuff.engine.bytes;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.SliceBounds;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.number.PyInt;
import java.util.Arrays;

/** Methods of bytes and bytearray that look for bytes in them: find and its family, startswith, strip, partition, replace. */
final class ByteSearch {
  private ByteSearch() {}

  /** A byte given as an int. */
  static int byteValue(Object o) {
    return byteValue(o, "byte must be in range(0, 256)");
  }

  static int byteValue(Object o, String error) {
    Object i = o instanceof Long ? o : PyInt.index(o);
    if (i instanceof Long l && l >= 0 && l < 256) {
      return (int) (long) l;
    }
    throw Errors.valueError(error);
  }

  /** What to look for in {@code self}: bytes, or one byte as an int. Meanwhile {@code self} cannot be resized. */
  private static ByteSpan needle(Object self, Object sub) {
    if (sub instanceof Long || sub instanceof ByteSequence || !(self instanceof PyByteArray a)) {
      return needle(sub);
    }
    try (BufferView pin = a.buffer(BufferView.SIMPLE)) {
      return needle(sub);
    }
  }

  /** As {@link #like}, while {@code self} cannot be resized. */
  static ByteSpan like(Object self, Object o) {
    if (o instanceof ByteSequence || !(self instanceof PyByteArray a)) {
      return like(o);
    }
    try (BufferView pin = a.buffer(BufferView.SIMPLE)) {
      return like(o);
    }
  }

  private static ByteSpan needle(Object sub) {
    if (sub instanceof ByteSequence b) {
      return b.span();
    }
    byte[] bytes = Buffers.find(sub);
    if (bytes != null) {
      return ByteSpan.of(bytes);
    }
    if (!PyInt.isInt(sub) && Py.typeOf(sub).slot(Special.INDEX) == null) {
      throw Errors.typeError("argument should be integer or bytes-like object, not '" + Py.typeOf(sub).name() + "'");
    }
    return ByteSpan.of(new byte[] {(byte) byteValue(sub)});
  }

  /** A bytes-like argument. */
  static ByteSpan like(Object o) {
    return o instanceof ByteSequence b && !b.type().isHeap() ? b.span() : ByteSpan.of(Buffers.bytes(o));
  }

  static int start(Object o, int size) {
    long i = o == Py.None ? 0 : SliceBounds.argument(o);
    i = i < 0 ? Math.max(0, i + size) : i;
    return (int) Math.min(i, Integer.MAX_VALUE);
  }

  static int end(Object o, int size) {
    long i = o == Py.None ? size : SliceBounds.argument(o);
    return (int) (i < 0 ? Math.max(0, i + size) : Math.min(i, size));
  }

  private static int find(Object self, Object sub, Object start, Object end, boolean last) {
    ByteSpan n = needle(self, sub);
    ByteSpan s = ((ByteSequence) self).span();
    int from = start(start, s.size());
    int to = end(end, s.size());
    return last ? s.lastIndexOf(n, from, to) : s.indexOf(n, from, to);
  }

  @Method(value = "find(self, sub, start=None, end=None, /)", doc = "Return the lowest index in B where subsection 'sub' is found, "
      + "such that 'sub' is contained within B[start,end].\n\nReturn -1 on failure.")
  static long find(Object self, Object sub, Object start, Object end) {
    return find(self, sub, start, end, false);
  }

  @Method(value = "rfind(self, sub, start=None, end=None, /)", doc = "Return the highest index in B where subsection 'sub' is found, "
      + "such that 'sub' is contained within B[start,end].\n\nReturn -1 on failure.")
  static long rfind(Object self, Object sub, Object start, Object end) {
    return find(self, sub, start, end, true);
  }

  @Method(value = "index(self, sub, start=None, end=None, /)", doc = "Return the lowest index in B where subsection 'sub' is found, "
      + "such that 'sub' is contained within B[start,end].\n\nRaise ValueError if it is not found.")
  static long index(Object self, Object sub, Object start, Object end) {
    return found(find(self, sub, start, end, false));
  }

  @Method(value = "rindex(self, sub, start=None, end=None, /)", doc = "Return the highest index in B where subsection 'sub' is found, "
      + "such that 'sub' is contained within B[start,end].\n\nRaise ValueError if it is not found.")
  static long rindex(Object self, Object sub, Object start, Object end) {
    return found(find(self, sub, start, end, true));
  }

  private static int found(int i) {
    if (i < 0) {
      throw Errors.valueError("subsection not found");
    }
    return i;
  }

  @Method(value = "count(self, sub, start=None, end=None, /)", doc = "Return the number of non-overlapping occurrences of subsection "
      + "'sub' in bytes B[start:end].")
  static long count(Object self, Object sub, Object start, Object end) {
    ByteSpan n = needle(self, sub);
    ByteSpan s = ((ByteSequence) self).span();
    return s.count(n, start(start, s.size()), end(end, s.size()), Integer.MAX_VALUE);
  }

  @Method(value = "__contains__(self, key, /)", doc = "Return bool(key in self).")
  static boolean __contains__(Object self, Object key) {
    ByteSpan n = PyInt.isInt(key) || Py.typeOf(key).slot(Special.INDEX) != null
        ? needle(self, key)
        : like(self, key);
    ByteSpan s = ((ByteSequence) self).span();
    return s.indexOf(n, 0, s.size()) >= 0;
  }

  @Method(value = "startswith(self, prefix, start=None, end=None, /)", doc = "Return True if the bytes starts with the specified prefix, "
      + "False otherwise.")
  static boolean startswith(Object self, Object prefix, Object start, Object end) {
    return tail(self, prefix, start, end, true);
  }

  @Method(value = "endswith(self, suffix, start=None, end=None, /)", doc = "Return True if the bytes ends with the specified suffix, "
      + "False otherwise.")
  static boolean endswith(Object self, Object suffix, Object start, Object end) {
    return tail(self, suffix, start, end, false);
  }

  private static boolean tail(Object self, Object what, Object start, Object end, boolean front) {
    int size = ((ByteSequence) self).size();
    int from = start(start, size);
    int to = end(end, size);
    if (what instanceof PyTuple t) {
      for (Object o : t.array()) {
        if (tail(((ByteSequence) self).span(), like(o), from, to, front)) {
          return true;
        }
      }
      return false;
    }
    if (!Buffers.supports(what)) {
      throw Errors.typeError((front ? "startswith" : "endswith") + " first arg must be bytes or a tuple of bytes, not "
          + Py.typeOf(what).name());
    }
    return tail(((ByteSequence) self).span(), like(what), from, to, front);
  }

  private static boolean tail(ByteSpan s, ByteSpan part, int from, int to, boolean front) {
    to = Math.min(to, s.size());
    int n = part.size();
    if (to - from < n) {
      return false;
    }
    int at = s.from() + (front ? from : to - n);
    return Arrays.equals(s.data(), at, at + n, part.data(), part.from(), part.from() + n);
  }

  @Method(value = "removeprefix(self, prefix, /)", doc = "Return a bytes object with the given prefix string removed if present.")
  static Object removeprefix(Object self, Object prefix) {
    ByteSpan p = like(prefix);
    ByteSpan s = ((ByteSequence) self).span();
    return p.size() > 0 && tail(s, p, 0, s.size(), true) ? part(self, s, p.size(), s.size()) : same(self);
  }

  @Method(value = "removesuffix(self, suffix, /)", doc = "Return a bytes object with the given suffix string removed if present.")
  static Object removesuffix(Object self, Object suffix) {
    ByteSpan p = like(suffix);
    ByteSpan s = ((ByteSequence) self).span();
    return p.size() > 0 && tail(s, p, 0, s.size(), false) ? part(self, s, 0, s.size() - p.size()) : same(self);
  }

  /** {@code self} unchanged: itself if it is a plain bytes, else a copy of the builtin type. */
  static Object same(Object self) {
    return ((ByteSequence) self).type() == PyBytes.TYPE ? self : ((ByteSequence) self).make(((ByteSequence) self).span().copy());
  }

  static Object part(Object self, ByteSpan s, int start, int end) {
    return ((ByteSequence) self).make(s.copy(start, end));
  }

  @Method(value = "strip(self, bytes=None, /)", doc = "Strip leading and trailing bytes contained in the argument.\n\n"
      + "If the argument is omitted or None, strip leading and trailing ASCII whitespace.")
  static Object strip(Object self, Object bytes) {
    return strip(self, bytes, true, true);
  }

  @Method(value = "lstrip(self, bytes=None, /)", doc = "Strip leading bytes contained in the argument.\n\n"
      + "If the argument is omitted or None, strip leading ASCII whitespace.")
  static Object lstrip(Object self, Object bytes) {
    return strip(self, bytes, true, false);
  }

  @Method(value = "rstrip(self, bytes=None, /)", doc = "Strip trailing bytes contained in the argument.\n\n"
      + "If the argument is omitted or None, strip trailing ASCII whitespace.")
  static Object rstrip(Object self, Object bytes) {
    return strip(self, bytes, false, true);
  }

  private static Object strip(Object self, Object bytes, boolean left, boolean right) {
    ByteSpan set = bytes == Py.None ? null : like(bytes);
    ByteSpan s = ((ByteSequence) self).span();
    int from = 0;
    int to = s.size();
    while (left && from < to && stripped(s.at(from), set)) {
      from++;
    }
    while (right && to > from && stripped(s.at(to - 1), set)) {
      to--;
    }
    return to - from == s.size() ? same(self) : part(self, s, from, to);
  }

  private static boolean stripped(byte b, ByteSpan set) {
    if (set == null) {
      return isSpace(b);
    }
    for (int i = 0; i < set.size(); i++) {
      if (set.at(i) == b) {
        return true;
      }
    }
    return false;
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b >= 9 && b <= 13;
  }

  @Method(value = "partition(self, sep, /)", doc = "Partition the bytes into three parts using the given separator.")
  static Object partition(Object self, Object sep) {
    ByteSpan p = separator(self, sep);
    ByteSpan s = ((ByteSequence) self).span();
    int i = s.indexOf(p, 0, s.size());
    ByteSequence b = (ByteSequence) self;
    if (i < 0) {
      return PyTuple.of(same(self), b.make(new byte[0]), b.make(new byte[0]));
    }
    return PyTuple.of(part(self, s, 0, i), b instanceof PyBytes ? sep : b.make(p.copy()), part(self, s, i + p.size(), s.size()));
  }

  @Method(value = "rpartition(self, sep, /)", doc = "Partition the bytes into three parts using the given separator, found last.")
  static Object rpartition(Object self, Object sep) {
    ByteSpan p = separator(self, sep);
    ByteSpan s = ((ByteSequence) self).span();
    int i = s.lastIndexOf(p, 0, s.size());
    ByteSequence b = (ByteSequence) self;
    if (i < 0) {
      return PyTuple.of(b.make(new byte[0]), b.make(new byte[0]), same(self));
    }
    return PyTuple.of(part(self, s, 0, i), b instanceof PyBytes ? sep : b.make(p.copy()), part(self, s, i + p.size(), s.size()));
  }

  static ByteSpan separator(Object self, Object sep) {
    ByteSpan p = like(self, sep);
    if (p.size() == 0) {
      throw Errors.valueError("empty separator");
    }
    return p;
  }

  @Method(value = "replace(self, old, new, count=-1, /)", doc = "Return a copy with all occurrences of substring old replaced by new.")
  static Object replace(Object self, Object old, Object with, long count) {
    ByteSpan o = like(old);
    ByteSpan n = like(with);
    ByteSpan s = ((ByteSequence) self).span();
    int max = count < 0 || count > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) count;
    int hits = s.count(o, 0, s.size(), max);
    if (hits == 0) {
      return same(self);
    }
    long size = s.size() + (long) hits * (n.size() - o.size());
    if (size > Integer.MAX_VALUE - 16) {
      throw Errors.overflowError("replace bytes is too long");
    }
    byte[] out = new byte[(int) size];
    int at = 0;
    int from = 0;
    for (int k = 0; k < hits; k++) {
      int i = o.size() == 0 ? k : s.indexOf(o, from, s.size());
      int keep = i - from;
      System.arraycopy(s.data(), s.from() + from, out, at, keep);
      at += keep;
      System.arraycopy(n.data(), n.from(), out, at, n.size());
      at += n.size();
      from = i + o.size();
    }
    System.arraycopy(s.data(), s.from() + from, out, at, s.size() - from);
    return ((ByteSequence) self).make(out);
  }
}
