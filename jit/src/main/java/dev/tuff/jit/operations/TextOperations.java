package dev.tuff.jit.operations;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.text.StrCase;
import dev.tuff.engine.text.StrPredicates;
import dev.tuff.engine.text.StrSearch;
import dev.tuff.engine.text.StrSplit;

/**
 * Methods of str, so long as all that they work on are strs without astral characters, which Java's strings are; see {@link Operations}. What
 * raises, a separator that is empty among them, is left to the interpreter.
 */
public final class TextOperations {
  /** Texts that may become longer are left to the interpreter, which says so. */
  private static final int MAX_TEXT = 1 << 28;

  private TextOperations() {}

  public static Object strSplit(Object text) {
    return text instanceof String s ? StrSplit.splitBlanks(s, Integer.MAX_VALUE) : null;
  }

  public static Object strSplitAt(Object text, Object separator) {
    return text instanceof String s && separator instanceof String t && !t.isEmpty() ? StrSplit.split(s, t, Integer.MAX_VALUE) : null;
  }

  public static Object strPartition(Object text, Object separator) {
    return text instanceof String && separator instanceof String t && !t.isEmpty() ? StrSearch.partition(text, t) : null;
  }

  public static Object strJoin(Object separator, Object parts) {
    if (!(separator instanceof String s)) {
      return null;
    }
    if (parts instanceof PyList l) {
      return CallOperations.isBuiltin(l) && !ThreadState.shared ? StrSplit.joinPlain(s, l.array(), l.size()) : null;
    }
    return parts instanceof PyTuple t && t.shape == PyTuple.SHAPE ? StrSplit.joinPlain(s, t.array(), t.size()) : null;
  }

  public static Object strReplace(Object text, Object old, Object with) {
    return text instanceof String s && old instanceof String o && with instanceof String w && (s.length() + 1L) * (w.length() + 1L) < MAX_TEXT
        ? StrSearch.replace(s, o, w, -1)
        : null;
  }

  public static Object strUpper(Object text) {
    return text instanceof String s ? StrCase.upper(s) : null;
  }

  public static Object strLower(Object text) {
    return text instanceof String s ? StrCase.lower(s) : null;
  }

  public static Object strStrip(Object text) {
    return text instanceof String s ? StrSplit.strip(s, null) : null;
  }

  public static long strFind(Object text, Object part) {
    return text instanceof String s && part instanceof String p ? StrSearch.find(s, p, 0, s.length()) : Operations.NO_LONG;
  }

  public static long strCount(Object text, Object part) {
    return text instanceof String s && part instanceof String p ? StrSearch.count(s, p, 0, s.length(), Integer.MAX_VALUE) : Operations.NO_LONG;
  }

  public static int strStartsWith(Object text, Object start) {
    return text instanceof String s && start instanceof String t ? s.startsWith(t) ? 1 : 0 : -1;
  }

  public static int strEndsWith(Object text, Object end) {
    return text instanceof String s && end instanceof String t ? s.endsWith(t) ? 1 : 0 : -1;
  }

  public static int strIsDigit(Object text) {
    return text instanceof String ? StrPredicates.isdigit(text) ? 1 : 0 : -1;
  }

  public static int strIsAlpha(Object text) {
    return text instanceof String ? StrPredicates.isalpha(text) ? 1 : 0 : -1;
  }

  public static int strIsAlnum(Object text) {
    return text instanceof String ? StrPredicates.isalnum(text) ? 1 : 0 : -1;
  }

  public static int strIsSpace(Object text) {
    return text instanceof String ? StrPredicates.isspace(text) ? 1 : 0 : -1;
  }
}
