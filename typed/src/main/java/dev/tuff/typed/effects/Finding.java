package dev.tuff.typed.effects;

import dev.tuff.syntax.ast.Node;

/**
 * Something that a module does when it is imported and may not.
 *
 * @param node where, in the module itself
 * @param code what kind of thing it is
 */
public record Finding(Node node, Code code, String message) {
  /** Kinds, with what to do about them. */
  public enum Code {
    UNKNOWN_VALUE("make the module it comes from strict, or do it in a function that is called later"),
    PROHIBITED_CALL("do it in a function that is called later"),
    MODIFIES_IMPORT("let the module that owns it do that: only a module's own import may change what it made"),
    STAR_IMPORT("import the names one by one"),
    CLASS_CONFLICT("give the class attribute and the instances' attribute different names");

    public final String hint;

    Code(String hint) {
      this.hint = hint;
    }

    public String shown() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
