package dev.tuff.compiler;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** One scope that is being lowered to a code object. */
final class Unit {
  enum Kind {
    MODULE,
    CLASS,
    FUNCTION,
    ASYNC_FUNCTION,
    LAMBDA,
    COMPREHENSION,
    /** Annotation, type parameter, type alias and lazy evaluation scopes. */
    ANNOTATIONS
  }

  /** An annotated name whose annotation is compiled at the end; {@code index} is -1 if it is certain to be executed. */
  record DeferredAnnotation(Stmt.AnnAssign statement, int index) {}

  final Unit parent;
  final Kind kind;
  final Scope scope;
  final String name;
  final String qualname;
  final String privateName;
  final int firstLine;
  final int argCount;
  final int posOnlyArgCount;
  final int kwOnlyArgCount;

  final ConstantPool consts = new ConstantPool();
  final NameTable names = new NameTable();
  /** Locals: parameters first, others as they are met. */
  final NameTable varnames = new NameTable();
  /** Cells, then free variables, numbered in one row. */
  final NameTable cellvars;
  final NameTable freevars;
  /** Locals of inlined comprehensions in scopes without fast locals: 1 while in force, 0 afterwards. */
  final NameTable hiddenLocals = new NameTable();
  final List<FrameBlock> blocks = new ArrayList<>();
  final List<DeferredAnnotation> deferredAnnotations = new ArrayList<>(0);
  /** Attributes that methods assign to self; of classes only. */
  final TreeSet<String> staticAttributes;

  InstructionSequence code = new InstructionSequence();

  /** Static Python: the constant that comes behind all others; null for ordinary code. */
  Const.Tuple signature;
  int inlinedComprehensions;
  int conditionalBlocks;
  int conditionalAnnotations;

  Unit(
      Unit parent, Kind kind, Scope scope, String name, String privateName, int firstLine, int argCount, int posOnlyArgCount,
      int kwOnlyArgCount) {
    this.parent = parent;
    this.kind = kind;
    this.scope = scope;
    this.name = name;
    this.privateName = privateName != null || parent == null ? privateName : parent.privateName;
    this.firstLine = firstLine;
    this.argCount = argCount;
    this.posOnlyArgCount = posOnlyArgCount;
    this.kwOnlyArgCount = kwOnlyArgCount;
    this.qualname = qualifiedName();
    this.staticAttributes = kind == Kind.CLASS ? new TreeSet<>() : null;
    for (String parameter : scope.parameters) {
      varnames.intern(parameter);
    }
    cellvars = select(scope, Scope.CELL, Scope.DEF_COMP_CELL, 0);
    if (scope.needsClassClosure) {
      cellvars.intern("__class__");
    }
    if (scope.needsClassDict) {
      cellvars.intern("__classdict__");
    }
    if (scope.hasConditionalAnnotations) {
      cellvars.intern("__conditional_annotations__");
    }
    freevars = select(scope, Scope.FREE, Scope.DEF_FREE_CLASS, cellvars.size());
  }

  /** Names that live at {@code place} or have {@code flag}, sorted, so that the result depends on nothing but the source. */
  private static NameTable select(Scope scope, int place, int flag, int first) {
    List<String> found = new ArrayList<>(0);
    for (int i = 0; i < scope.symbols.size(); i++) {
      int symbol = scope.symbols.value(i);
      if (Scope.scopeOf(symbol) == place || (symbol & flag) != 0) {
        found.add(scope.symbols.name(i));
      }
    }
    String[] sorted = found.toArray(new String[0]);
    Arrays.sort(sorted);
    NameTable table = new NameTable();
    for (int i = 0; i < sorted.length; i++) {
      table.put(sorted[i], first + i);
    }
    return table;
  }

  private String qualifiedName() {
    if (parent == null || parent.parent == null && parent.kind == Kind.MODULE) {
      return name;
    }
    Unit around = parent;
    if (around.kind == Kind.ANNOTATIONS) {
      if (around.parent.kind == Kind.MODULE) {
        return name;
      }
      around = around.parent;
    }
    if (kind == Kind.FUNCTION || kind == Kind.ASYNC_FUNCTION || kind == Kind.CLASS) {
      String mangled = Mangling.mangle(around.privateName, name);
      if (around.scope.scopeOf(mangled) == Scope.GLOBAL_EXPLICIT) {
        return name;
      }
    }
    String base = around.qualname;
    if (around.kind == Kind.FUNCTION || around.kind == Kind.ASYNC_FUNCTION || around.kind == Kind.LAMBDA) {
      base = base.concat(".<locals>");
    }
    return base.concat(".").concat(name);
  }

  String mangle(String identifier) {
    return scope.mangle(privateName, identifier);
  }

  /** Where a mangled name lives, with the implicit cells of classes. */
  int placeOf(String mangled) {
    if (kind == Kind.CLASS
        && (mangled.equals("__class__") || mangled.equals("__classdict__") || mangled.equals("__conditional_annotations__"))) {
      return Scope.CELL;
    }
    return scope.scopeOf(mangled);
  }
}
