package dev.tuff.syntax;

import java.text.Normalizer;

/**
 * The names of one source, each stored once. A name's id is its place in the order of appearance; keywords come first, so an id
 * below {@link Token#keywordCount()} is a keyword. Open addressing over the characters of the source: no string is made for a
 * name seen before.
 */
final class Names {
  private String[] strings = new String[256];
  private int[] hashes = new int[256];
  private int[] table = new int[512];
  private int count;

  Names() {
    for (int i = 0; i < Token.keywordCount(); i++) {
      add(Token.keyword(i));
    }
    for (int i = 0; i < Token.knownNameCount(); i++) {
      add(Token.knownName(i));
    }
  }

  String get(int id) {
    return strings[id];
  }

  private void add(String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = hash * 31 + name.charAt(i);
    }
    insert(name, hash, slot(hash));
  }

  /** The id of the name in {@code text[start, end)}, whose hash is that of {@link String#hashCode}. */
  int find(char[] text, int start, int end, int hash) {
    int slot = slot(hash);
    while (true) {
      int id = table[slot] - 1;
      if (id < 0) {
        return insert(new String(text, start, end - start).intern(), hash, slot);
      }
      if (hashes[id] == hash && same(strings[id], text, start, end)) {
        return id;
      }
      slot = slot + 1 & table.length - 1;
    }
  }

  /** As {@link #find}, for a name with characters beyond ASCII: names are compared in their normal form NFKC. */
  int findNormalized(char[] text, int start, int end) {
    String name = Normalizer.normalize(new String(text, start, end - start), Normalizer.Form.NFKC);
    return find(name.toCharArray(), 0, name.length(), name.hashCode());
  }

  private static boolean same(String name, char[] text, int start, int end) {
    int length = end - start;
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & table.length - 1;
  }

  private int insert(String name, int hash, int slot) {
    while (table[slot] != 0) {
      slot = slot + 1 & table.length - 1;
    }
    if (count == strings.length) {
      strings = java.util.Arrays.copyOf(strings, count * 2);
      hashes = java.util.Arrays.copyOf(hashes, count * 2);
    }
    strings[count] = name;
    hashes[count] = hash;
    table[slot] = ++count;
    if (count * 2 > table.length) {
      grow();
    }
    return count - 1;
  }

  private void grow() {
    table = new int[table.length * 2];
    for (int id = 0; id < count; id++) {
      int slot = slot(hashes[id]);
      while (table[slot] != 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = id + 1;
    }
  }
}
