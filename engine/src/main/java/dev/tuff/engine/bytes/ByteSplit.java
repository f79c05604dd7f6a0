package dev.tuff.engine.bytes;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Methods of bytes and bytearray that take them apart and join them. */
final class ByteSplit {
  private ByteSplit() {}

  @Method(value = "split(self, /, sep=None, maxsplit=-1)", doc = "Return a list of the sections in the bytes, using sep as the delimiter.")
  static Object split(Object self, Object sep, long maxsplit) {
    ByteSequence b = (ByteSequence) self;
    long max = maxsplit < 0 ? Long.MAX_VALUE : maxsplit;
    List<Object> out = new ArrayList<>();
    if (sep == Py.None) {
      words(b, max, out);
    } else {
      ByteSpan p = ByteSearch.separator(b, sep);
      ByteSpan s = b.span();
      int from = 0;
      for (int i; max-- > 0 && (i = s.indexOf(p, from, s.size())) >= 0; from = i + p.size()) {
        out.add(ByteSearch.part(self, s, from, i));
      }
      out.add(from == 0 ? ByteSearch.same(self) : ByteSearch.part(self, s, from, s.size()));
    }
    return PyList.of(out.toArray());
  }

  private static void words(ByteSequence b, long max, List<Object> out) {
    ByteSpan s = b.span();
    int n = s.size();
    int i = 0;
    while (true) {
      while (i < n && ByteSearch.isSpace(s.at(i))) {
        i++;
      }
      if (i == n) {
        return;
      }
      if (max-- <= 0) {
        out.add(i == 0 ? ByteSearch.same(b) : b.make(s.copy(i, n)));
        return;
      }
      int start = i;
      while (i < n && !ByteSearch.isSpace(s.at(i))) {
        i++;
      }
      out.add(start == 0 && i == n ? ByteSearch.same(b) : b.make(s.copy(start, i)));
    }
  }

  @Method(value = "rsplit(self, /, sep=None, maxsplit=-1)", doc = "Return a list of the sections in the bytes, using sep as the "
      + "delimiter, from the end on.")
  static Object rsplit(Object self, Object sep, long maxsplit) {
    ByteSequence b = (ByteSequence) self;
    long max = maxsplit < 0 ? Long.MAX_VALUE : maxsplit;
    List<Object> out = new ArrayList<>();
    if (sep == Py.None) {
      lastWords(b, max, out);
    } else {
      ByteSpan p = ByteSearch.separator(b, sep);
      ByteSpan s = b.span();
      int to = s.size();
      for (int i; max-- > 0 && (i = s.lastIndexOf(p, 0, to)) >= 0; to = i) {
        out.add(ByteSearch.part(self, s, i + p.size(), to));
      }
      out.add(to == s.size() ? ByteSearch.same(self) : ByteSearch.part(self, s, 0, to));
    }
    Collections.reverse(out);
    return PyList.of(out.toArray());
  }

  private static void lastWords(ByteSequence b, long max, List<Object> out) {
    ByteSpan s = b.span();
    int i = s.size();
    while (true) {
      while (i > 0 && ByteSearch.isSpace(s.at(i - 1))) {
        i--;
      }
      if (i == 0) {
        return;
      }
      if (max-- <= 0) {
        out.add(i == s.size() ? ByteSearch.same(b) : b.make(s.copy(0, i)));
        return;
      }
      int end = i;
      while (i > 0 && !ByteSearch.isSpace(s.at(i - 1))) {
        i--;
      }
      out.add(i == 0 && end == s.size() ? ByteSearch.same(b) : b.make(s.copy(i, end)));
    }
  }

  @Method(value = "splitlines(self, /, keepends=False)", doc = "Return a list of the lines in the bytes, breaking at line boundaries.")
  static Object splitlines(Object self, boolean keepends) {
    ByteSequence b = (ByteSequence) self;
    ByteSpan s = b.span();
    int n = s.size();
    List<Object> out = new ArrayList<>();
    int i = 0;
    while (i < n) {
      int start = i;
      while (i < n && s.at(i) != '\n' && s.at(i) != '\r') {
        i++;
      }
      int end = i;
      if (i < n) {
        i += s.at(i) == '\r' && i + 1 < n && s.at(i + 1) == '\n' ? 2 : 1;
        end = keepends ? i : end;
      }
      out.add(start == 0 && end == n ? ByteSearch.same(self) : b.make(s.copy(start, end)));
    }
    return PyList.of(out.toArray());
  }

  @Method(value = "join(self, iterable_of_bytes, /)", doc = "Concatenate any number of bytes objects.\n\n"
      + "The bytes whose method is called is inserted in between each pair.")
  static Object join(Object self, Object iterable) {
    Object[] items;
    if (self instanceof PyByteArray) {
      // while the iterable runs, the separator keeps its size
      BufferView held = Buffers.get(self, BufferView.SIMPLE);
      try {
        items = items(iterable);
      } finally {
        held.close();
      }
    } else {
      items = items(iterable);
    }
    ByteSequence b = (ByteSequence) self;
    if (items.length == 1 && items[0] instanceof PyBytes p && p.type() == PyBytes.TYPE && b instanceof PyBytes) {
      return p;
    }
    byte[][] parts = new byte[items.length][];
    ByteSpan s = b.span();
    long size = (long) s.size() * Math.max(0, items.length - 1);
    for (int i = 0; i < items.length; i++) {
      parts[i] = Buffers.find(items[i]);
      if (parts[i] == null) {
        throw Errors.typeError("sequence item " + i + ": expected a bytes-like object, " + Py.typeOf(items[i]).name() + " found");
      }
      size += parts[i].length;
      if (iterable instanceof PyList l && l.size() != items.length) {
        throw Errors.runtimeError("sequence changed size during iteration");
      }
    }
    if (size > Integer.MAX_VALUE - 16) {
      throw Errors.overflowError("join() result is too long");
    }
    byte[] out = new byte[(int) size];
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        System.arraycopy(s.data(), s.from(), out, at, s.size());
        at += s.size();
      }
      System.arraycopy(parts[i], 0, out, at, parts[i].length);
      at += parts[i].length;
    }
    return b.make(out);
  }

  private static Object[] items(Object iterable) {
    PyType t = Py.typeOf(iterable);
    if (t.slot(Special.ITER) == null && t.slot(Special.GETITEM) == null) {
      throw Errors.typeError("can only join an iterable");
    }
    return Iteration.toArray(iterable);
  }
}
