package dev.tuff.compiler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One block of the symbol table: the names of a module, class, function or annotation scope and what is known of each. */
public final class Scope {
  public enum Type {
    FUNCTION,
    CLASS,
    MODULE,
    ANNOTATION,
    TYPE_ALIAS,
    TYPE_PARAMETERS,
    TYPE_VARIABLE
  }

  public enum Comprehension {
    NONE,
    LIST,
    SET,
    DICT,
    GENERATOR
  }

  /** Flags of a symbol. */
  public static final int DEF_GLOBAL = 1;
  public static final int DEF_LOCAL = 2;
  public static final int DEF_PARAM = 4;
  public static final int DEF_NONLOCAL = 8;
  public static final int USE = 16;
  public static final int DEF_FREE_CLASS = 64;
  public static final int DEF_IMPORT = 128;
  public static final int DEF_ANNOT = 256;
  public static final int DEF_COMP_ITER = 512;
  public static final int DEF_TYPE_PARAM = 1024;
  public static final int DEF_COMP_CELL = 2048;
  public static final int DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

  /** Above them, from the analysis, where the name lives. */
  public static final int SCOPE_OFFSET = 12;
  public static final int SCOPE_MASK = 15;
  public static final int LOCAL = 1;
  public static final int GLOBAL_EXPLICIT = 2;
  public static final int GLOBAL_IMPLICIT = 3;
  public static final int FREE = 4;
  public static final int CELL = 5;

  /** A {@code global} or {@code nonlocal} declaration, kept for the place of errors that the analysis finds. */
  record Directive(String name, Loc loc) {}

  final String name;
  final Type type;
  final Loc loc;
  final NameTable symbols = new NameTable();
  /** Parameters, in the order of the code object's locals. */
  final List<String> parameters = new ArrayList<>();
  List<Scope> children = new ArrayList<>();
  final List<Directive> directives = new ArrayList<>(0);
  /** In the type parameter scope of a generic class: only these names are mangled. */
  Set<String> mangledNames;
  /** "a TypeVar bound" and the like, for messages. */
  String description;
  Scope annotationBlock;
  Comprehension comprehension = Comprehension.NONE;

  boolean nested;
  boolean method;
  boolean hasDocstring;
  boolean generator;
  boolean coroutine;
  boolean varargs;
  boolean varkeywords;
  boolean returnsValue;
  boolean annotationsUsed;
  boolean needsClassClosure;
  boolean needsClassDict;
  boolean hasConditionalAnnotations;
  boolean canSeeClassScope;
  boolean comprehensionInlined;

  // State of the walk that builds the table.
  boolean inComprehensionTarget;
  int comprehensionIterables;
  boolean inConditionalBlock;
  boolean inUnevaluatedAnnotation;

  Scope(String name, Type type, Loc loc, Scope parent) {
    this.name = name;
    this.type = type;
    this.loc = loc;
    if (parent != null) {
      nested = parent.nested || parent.isFunctionLike();
      method = parent.type == Type.CLASS && type == Type.FUNCTION;
    }
  }

  boolean isFunctionLike() {
    return type != Type.MODULE && type != Type.CLASS;
  }

  /** Flags of a mangled name, 0 if it does not occur. */
  public int symbol(String name) {
    return symbols.get(name, 0);
  }

  /** Where a mangled name lives; 0 if it does not occur. */
  public int scopeOf(String name) {
    return symbol(name) >> SCOPE_OFFSET & SCOPE_MASK;
  }

  static int scopeOf(int symbol) {
    return symbol >> SCOPE_OFFSET & SCOPE_MASK;
  }

  String mangle(String privateName, String identifier) {
    return mangledNames != null && !mangledNames.contains(identifier) ? identifier : Mangling.mangle(privateName, identifier);
  }

  void setMangling() {
    mangledNames = new HashSet<>();
  }

  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  public int line() {
    return loc.line;
  }

  public boolean isNested() {
    return nested;
  }

  public List<Scope> children() {
    return children;
  }

  public List<String> parameters() {
    return parameters;
  }

  public int symbolCount() {
    return symbols.size();
  }

  public String symbolName(int at) {
    return symbols.name(at);
  }

  public int symbolFlags(int at) {
    return symbols.value(at);
  }

  public Comprehension comprehension() {
    return comprehension;
  }

  public boolean isGenerator() {
    return generator;
  }

  public boolean isCoroutine() {
    return coroutine;
  }
}
