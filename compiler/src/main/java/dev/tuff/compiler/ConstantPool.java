package dev.tuff.compiler;

import dev.tuff.syntax.Const;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The constants of one code object. Equal ones of the same type are kept once; 0.0 and -0.0, 1 and True differ. */
final class ConstantPool {
  private final Map<Object, Integer> index = new HashMap<>();
  private List<Object> values = new ArrayList<>();

  int add(Object value) {
    Object key = key(value);
    Integer at = index.get(key);
    if (at == null) {
      at = values.size();
      index.put(key, at);
      values.add(value instanceof String s && looksLikeName(s) ? s.intern() : value);
    }
    return at;
  }

  /** Such strings are the same object wherever they occur, as in CPython. */
  private static boolean looksLikeName(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')) {
        return false;
      }
    }
    return true;
  }

  Object get(int at) {
    return values.get(at);
  }

  int size() {
    return values.size();
  }

  /** Keeps the constants at the given ascending positions only. Nothing can be added afterwards. */
  void retain(int[] kept, int count) {
    List<Object> remaining = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      remaining.add(values.get(kept[i]));
    }
    values = remaining;
    index.clear();
  }

  Object[] toArray() {
    return values.toArray();
  }

  private record BytesKey(int hash, byte[] value) {
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BytesKey k && Arrays.equals(value, k.value);
    }
  }

  /** Not a record: what records generate for equality is linked at start-up. */
  private static final class ItemsKey {
    private final char kind;
    private final Object items;

    ItemsKey(char kind, Object items) {
      this.kind = kind;
      this.items = items;
    }

    @Override
    public int hashCode() {
      return items.hashCode() * 31 + kind;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ItemsKey k && kind == k.kind && items.equals(k.items);
    }
  }

  /** The same function compiled twice, as happens to lambdas in finally blocks, is one constant. */
  private record CodeKey(Code code) {
    @Override
    public int hashCode() {
      return code.name.hashCode() * 31 + code.firstLine;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof CodeKey k && same(code, k.code);
    }
  }

  private static Object key(Object value) {
    if (value instanceof String || value instanceof Long) {
      return value;
    }
    if (value instanceof Const.Bytes b) {
      return new BytesKey(Arrays.hashCode(b.value()), b.value());
    }
    if (value instanceof Const.WideText w) {
      return new ItemsKey('s', Arrays.asList(Arrays.stream(w.codePoints()).boxed().toArray()));
    }
    if (value instanceof Const.Tuple t) {
      return new ItemsKey('(', keys(t.items()));
    }
    if (value instanceof Const.FrozenSet s) {
      return new ItemsKey('{', new HashSet<>(keys(s.items())));
    }
    if (value instanceof Const.Slice s) {
      return new ItemsKey(':', keys(Arrays.asList(s.lower(), s.upper(), s.step())));
    }
    if (value instanceof Double d && Double.isNaN(d)) {
      return new Object(); // not equal to itself
    }
    return value instanceof Code c ? new CodeKey(c) : value;
  }

  private static List<Object> keys(List<Object> items) {
    List<Object> keys = new ArrayList<>(items.size());
    for (Object item : items) {
      keys.add(key(item));
    }
    return keys;
  }

  private static boolean same(Code a, Code b) {
    return a == b
        || a.name.equals(b.name) && a.firstLine == b.firstLine && a.flags == b.flags && a.argCount == b.argCount
            && a.posOnlyArgCount == b.posOnlyArgCount && a.kwOnlyArgCount == b.kwOnlyArgCount
            && Arrays.equals(a.localsPlusNames, b.localsPlusNames) && Arrays.equals(a.localsPlusKinds, b.localsPlusKinds)
            && Arrays.equals(a.instructions(), b.instructions()) && Arrays.equals(a.names(), b.names())
            && Arrays.equals(a.positions(), b.positions()) && Arrays.equals(a.exceptionTable(), b.exceptionTable())
            && keys(Arrays.asList(a.consts())).equals(keys(Arrays.asList(b.consts())));
  }
}
