package dev.tuff.compiler;

/** Private names: {@code __x} in class {@code C} is {@code _C__x}. */
public final class Mangling {
  private Mangling() {}

  /** {@code className} may be null: nothing is mangled outside classes. */
  public static String mangle(String className, String identifier) {
    if (className == null || !identifier.startsWith("__") || identifier.endsWith("__") || identifier.indexOf('.') >= 0) {
      return identifier;
    }
    int start = 0;
    while (start < className.length() && className.charAt(start) == '_') {
      start++;
    }
    if (start == className.length()) {
      return identifier;
    }
    return "_".concat(className.substring(start)).concat(identifier).intern();
  }
}
