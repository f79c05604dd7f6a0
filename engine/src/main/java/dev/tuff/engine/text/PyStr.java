package dev.tuff.engine.text;

import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;

/**
 * {@code str}. A value is a Java {@code String} if and only if it has no surrogate code unit, else a {@link PyWideStr} of code points; an
 * instance of a subclass is a {@link PyStrSub} around such a value.
 */
public final class PyStr {
  public static final PyType TYPE = PyType.builtin("str", PyType.OBJECT, PyType.SEQUENCE_OPS | PyType.MATCH_SELF, "Text: a sequence of code points.",
      new PyStrTable());

  private PyStr() {}

  public static boolean isStr(Object o) {
    return o instanceof String || o instanceof PyWideStr || o instanceof PyStrSub;
  }

  /** The plain value ({@code String} or {@link PyWideStr}) of a str of any class. */
  public static Object value(Object o) {
    return o instanceof PyStrSub s ? s.value : o;
  }

  /** The text as Java's UTF-16: astral characters as pairs, lone surrogates as themselves. */
  public static String java(Object o) {
    Object v = value(o);
    return v instanceof String s ? s : v.toString();
  }

  /** {@code hash(s)}: SipHash-1-3 with the interpreter's key. */
  public static long hash(String s) {
    return s.hashCode();
  }

  /** {@code s.isidentifier()}. */
  public static boolean isIdentifier(String s) {
    if (s.isEmpty() || !(Character.isUnicodeIdentifierStart(s.codePointAt(0)) || s.charAt(0) == '_')) {
      return false;
    }
    return s.codePoints().allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  @Method("__hash__(self, /)")
  static long __hash__(Object self) {
    return hash(java(self));
  }

  @Method("__str__(self, /)")
  static Object __str__(Object self) {
    return value(self);
  }

  /** An instance of a subclass of str. */
  public static final class PyStrSub extends PyObject {
    public final Object value;

    public PyStrSub(PyType type, Object value) {
      super(type);
      this.value = value;
    }
  }
}
