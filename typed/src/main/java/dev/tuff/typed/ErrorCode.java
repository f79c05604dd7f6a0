package dev.tuff.typed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one table of what can be wrong with a static module: a code for each kind of message, and what to do about it. ORDER: the first whose
 * pattern is found in the message is its code.
 */
public enum ErrorCode {
  REVEAL_TYPE("^reveal_type\\(.+\\): ", "reveal_type stops the compiler to tell a type; take it out again"),
  OVERRIDE("overrides .* inconsistently|cannot hide inherited|Cannot override attribute|Cannot change type of inherited|Override of field"
      + "|Type of field .* conflicts with base|Cannot overwrite attribute",
      "whoever has the base class must be able to use the subclass: take what the base takes, return what it returns"),
  OPTIONAL("'NoneType' object|: 'NoneType'|^type mismatch: Optional\\[(.+)\\] (?:cannot be assigned to|received for .*, expected) \\1$"
      + "|expected (.+) because of return type, found Optional\\[\\2\\] instead|'Optional\\[",
      "it may be None: test it first (if x is not None: ...)"),
  IMPLICIT_NONE("can implicitly return None", "return a value on every way through the function, or declare Optional[...]"),
  RETURN_TYPE("because of return type", "return what is declared, or declare what is returned"),
  ARGUMENT_TYPE("received for (?:positional|keyword) arg", "convert the argument, or let the parameter accept its type"),
  ARGUMENT_COUNT("Mismatched number of args|expects a value for argument|does not exist in the definition of|Missing value for positional-only"
      + "|positional args but|\\(\\) takes no arguments|missing argument|takes no keyword arguments|does not accept"
      + "|accepts? (?:only |exactly )?(?:a |one|1)|must be called with|requires (?:a single|two)",
      "compare the call with the definition"),
  UNDEFINED_NAME("^Name `.*` is not defined|^Cannot find .* due to cyclic",
      "define or import it on every way that leads here"),
  PRIMITIVE_CONSTANT("^type mismatch: Literal\\[-?\\d+\\] cannot be assigned to (u?int\\d+|char|cbool|double)$",
      "the number does not fit: take a wider type than $1"),
  UNBOXED_WANTED("^type mismatch: (?:dynamic|object|int|float|bool|Exact\\[\\w+\\]|Literal\\[\\w+\\]) cannot be assigned to "
      + "(?:u?int\\d+|char|cbool|double)$|^cannot \\w+(?: \\w+)? .*\\b(?:dynamic|int)\\b"
      + "|^can't compare .*\\b(?:dynamic|int)\\b",
      "an object and a machine number do not mix: int64(x) makes a number of an object, box(x) an object of a number"),
  PRIMITIVE_ESCAPES("cannot be (?:a )?primitives?|cannot (?:use|yield|await|return|unpack|iterate|call|index|load attribute|matrix)\\b.*"
      + "|^type mismatch: (?:u?int\\d+|char|cbool|double) cannot be assigned to (?:dynamic|object)$|unions cannot include primitive"
      + "|lambda cannot return",
      "machine numbers live in locals, parameters, results and slots only: box(x) makes an object of one"),
  PRIMITIVE_OPERATION("^cannot (?:add|subtract|multiply|divide|modulus|pow|left shift|right shift|bitwise|xor)|not a valid operand type"
      + "|Cannot invert|^can't compare|cannot be created from|deleting primitives|can't use crange",
      "convert one side: int64(x), double(x) and the like"),
  FINAL("Final|Must assign a value", "a Final is given its value once, where it is declared"),
  REDEFINITION("^Cannot redefine|conflicts with other member|Cannot re-declare|conflicts with base type",
      "one name has one type: take another name"),
  ANNOTATION("can't slice generic|generic arguments|Literal must be|ClassVar is allowed|InitVar is allowed|Annotated types|invalid union"
      + "|RHS of type alias|Array element type|instances of a generic|cast to",
      "write the type as the page on Static Python has it"),
  DATACLASS("[Dd]ataclass|default_factory|InitVar fields|non-default argument|eq must be true|mutable default", null),
  ENUM("Enum", null),
  NATIVE("@native", null),
  INLINE("@inline", "an inlined function is one return statement"),
  IMPORT("static import|relative import|import \\* is|empty module name|[Cc]inder flag|flag",
      "import names one by one, flags at the head of the file"),
  ASSIGNMENT_TYPE("^type mismatch: .* cannot be assigned to", "assign what is declared, or declare what is assigned"),
  CLASS("subclass|Incompatible subtypes|method resolution order|Cannot (?:decorate|assign)|must be used as|decorator", null),
  TYPE("", null);

  private final Pattern pattern;
  private final String hint;

  ErrorCode(String pattern, String hint) {
    this.pattern = Pattern.compile(pattern);
    this.hint = hint;
  }

  static ErrorCode of(String message) {
    for (ErrorCode c : values()) {
      if (c.pattern.matcher(message).find()) {
        return c;
      }
    }
    return TYPE;
  }

  /** As it is shown: small letters with dashes. */
  public String shown() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** What to do about an error of this kind; null if its message says all. */
  String hint(String message) {
    if (hint == null || hint.indexOf('$') < 0) {
      return hint;
    }
    Matcher m = pattern.matcher(message);
    return m.find() ? hint.replace("$1", m.group(1)) : hint;
  }

  public String hint() {
    return hint == null ? "" : hint;
  }
}
