package dev.tuff.engine.bytes;

import java.util.Arrays;

/** Some bytes of an array, and the searches that the methods of bytes are made of. Positions count from the start of the span. */
public record ByteSpan(byte[] data, int from, int size) {
  public static ByteSpan of(byte[] b) {
    return new ByteSpan(b, 0, b.length);
  }

  public byte at(int i) {
    return data[from + i];
  }

  public byte[] copy() {
    return Arrays.copyOfRange(data, from, from + size);
  }

  public byte[] copy(int start, int end) {
    return Arrays.copyOfRange(data, from + start, from + end);
  }

  public boolean equalTo(ByteSpan o) {
    return Arrays.equals(data, from, from + size, o.data, o.from, o.from + o.size);
  }

  public int compareTo(ByteSpan o) {
    return Arrays.compareUnsigned(data, from, from + size, o.data, o.from, o.from + o.size);
  }

  /** Where {@code sub} first lies wholly within {@code [start, end)}, or -1. */
  public int indexOf(ByteSpan sub, int start, int end) {
    int n = sub.size;
    if (n == 0) {
      return start <= end ? start : -1;
    }
    if (end - start < n) {
      return -1;
    }
    byte[] d = data;
    int last = from + end - n;
    byte first = sub.data[sub.from];
    if (n == 1) {
      for (int i = from + start; i <= last; i++) {
        if (d[i] == first) {
          return i - from;
        }
      }
      return -1;
    }
    // Horspool: what stands under the needle's last byte tells how far to move
    if (n > 8 && end - start > 512) {
      return horspool(sub, start, end);
    }
    for (int i = from + start; i <= last; i++) {
      if (d[i] == first && Arrays.equals(d, i, i + n, sub.data, sub.from, sub.from + n)) {
        return i - from;
      }
    }
    return -1;
  }

  private int horspool(ByteSpan sub, int start, int end) {
    int n = sub.size;
    int[] skip = new int[256];
    Arrays.fill(skip, n);
    for (int i = 0; i < n - 1; i++) {
      skip[sub.at(i) & 0xFF] = n - 1 - i;
    }
    int last = from + end - n;
    byte tail = sub.at(n - 1);
    // comparisons that got far without a match: too many of them, and the linear search takes over
    long spent = 0;
    for (int i = from + start; i <= last; ) {
      byte b = data[i + n - 1];
      if (b == tail) {
        int same = Arrays.mismatch(data, i, i + n, sub.data, sub.from, sub.from + n);
        if (same < 0) {
          return i - from;
        }
        spent += same;
        if (spent > 1000 + 4L * (i - from - start)) {
          return linear(sub, i - from, end);
        }
      }
      i += skip[b & 0xFF];
    }
    return -1;
  }

  /** Knuth, Morris and Pratt: never looks at a byte of the data twice. */
  private int linear(ByteSpan sub, int start, int end) {
    int n = sub.size;
    // border[i]: how much of the needle's start also ends its first i bytes
    int[] border = new int[n + 1];
    border[0] = -1;
    for (int i = 0, k = -1; i < n; ) {
      while (k >= 0 && sub.at(i) != sub.at(k)) {
        k = border[k];
      }
      border[++i] = ++k;
    }
    int matched = 0;
    for (int i = start; i < end; i++) {
      byte b = at(i);
      while (matched >= 0 && b != sub.at(matched)) {
        matched = border[matched];
      }
      if (++matched == n) {
        return i - n + 1;
      }
    }
    return -1;
  }

  /** Where {@code sub} last lies wholly within {@code [start, end)}, or -1. */
  public int lastIndexOf(ByteSpan sub, int start, int end) {
    int n = sub.size;
    if (end - start < n) {
      return -1;
    }
    if (n == 0) {
      return end;
    }
    byte first = sub.at(0);
    for (int i = from + end - n; i >= from + start; i--) {
      if (data[i] == first && Arrays.equals(data, i, i + n, sub.data, sub.from, sub.from + n)) {
        return i - from;
      }
    }
    return -1;
  }

  /** How often {@code sub} lies in {@code [start, end)} without overlap, at most {@code max}. */
  public int count(ByteSpan sub, int start, int end, int max) {
    if (sub.size == 0) {
      return start > end ? 0 : Math.min(max, end - start + 1);
    }
    int n = 0;
    while (n < max && (start = indexOf(sub, start, end)) >= 0) {
      n++;
      start += sub.size;
    }
    return n;
  }
}
