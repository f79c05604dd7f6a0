package dev.tuff.compiler;

import static dev.tuff.compiler.Scope.*;

import dev.tuff.syntax.ast.ExprContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The state of the walk over the tree that collects raw facts about names: the stack of open scopes, and how a definition or use
 * is entered. What a name means is decided afterwards by {@link ScopeAnalysis}.
 */
final class SymbolCollector {
  final Diagnostics diagnostics;
  final Futures futures;
  final boolean allowTopLevelAwait;
  final SymbolTable table = new SymbolTable();
  private final List<Scope> stack = new ArrayList<>();
  Scope current;
  /** Name of the class around, for mangling. */
  String privateName;

  SymbolCollector(Diagnostics diagnostics, Futures futures, boolean allowTopLevelAwait) {
    this.diagnostics = diagnostics;
    this.futures = futures;
    this.allowTopLevelAwait = allowTopLevelAwait;
  }

  List<Scope> stack() {
    return stack;
  }

  Scope newScope(String name, Type type, Loc loc) {
    return new Scope(name, type, loc, current);
  }

  /** Opens a scope that was open before. */
  void reenter(Scope scope) {
    open(scope);
  }

  void enter(Scope scope) {
    Scope previous = current;
    open(scope);
    // Annotations that stay strings open no scope that anyone can see.
    if (previous != null && !(futures.annotations() && scope.type == Type.ANNOTATION)) {
      previous.children.add(scope);
    }
  }

  private void open(Scope scope) {
    stack.add(scope);
    Scope previous = current;
    if (previous != null) {
      // Assignment expressions are forbidden in the iterables of comprehensions, however deep inside.
      scope.comprehensionIterables = previous.comprehensionIterables;
      if (previous.mangledNames != null && scope.type != Type.CLASS) {
        scope.mangledNames = previous.mangledNames;
      }
    }
    current = scope;
  }

  Scope enterNew(String name, Type type, Loc loc) {
    Scope scope = newScope(name, type, loc);
    enter(scope);
    if (type == Type.ANNOTATION || type == Type.TYPE_VARIABLE || type == Type.TYPE_ALIAS) {
      define(".format", DEF_PARAM, loc);
      define(".format", USE, loc);
    }
    return scope;
  }

  void exit() {
    stack.removeLast();
    current = stack.isEmpty() ? null : stack.getLast();
  }

  int lookup(String name) {
    return lookup(current, name);
  }

  int lookup(Scope scope, String name) {
    return scope.symbol(scope.mangle(privateName, name));
  }

  /** Enters a definition, or with {@code USE} a use, into the current scope. */
  void define(String name, int flag, Loc loc) {
    define(name, flag, loc, flag == USE ? ExprContext.Load : ExprContext.Store);
  }

  void define(String name, int flag, Loc loc, ExprContext context) {
    if ((flag & (DEF_PARAM | DEF_LOCAL | DEF_IMPORT)) != 0) {
      checkName(name, loc, context);
    }
    if ((flag & DEF_TYPE_PARAM) != 0 && current.mangledNames != null) {
      current.mangledNames.add(name);
    }
    defineIn(current, name, flag, loc);
  }

  void defineIn(Scope scope, String name, int flag, Loc loc) {
    String mangled = current.mangle(privateName, name);
    int symbol = scope.symbol(mangled);
    if ((flag & DEF_PARAM) != 0 && (symbol & DEF_PARAM) != 0) {
      throw diagnostics.error(loc, "duplicate argument '" + name + "' in function definition");
    }
    if ((flag & DEF_TYPE_PARAM) != 0 && (symbol & DEF_TYPE_PARAM) != 0) {
      throw diagnostics.error(loc, "duplicate type parameter '" + name + "'");
    }
    symbol |= flag;
    if (scope.inComprehensionTarget) {
      if ((symbol & (DEF_GLOBAL | DEF_NONLOCAL)) != 0) {
        throw diagnostics.error(loc, "comprehension inner loop cannot rebind assignment expression target '" + name + "'");
      }
      symbol |= DEF_COMP_ITER;
    }
    scope.symbols.put(mangled, symbol);
    if ((flag & DEF_PARAM) != 0) {
      scope.parameters.add(mangled);
    } else if ((flag & DEF_GLOBAL) != 0) {
      NameTable globals = table.top.symbols;
      globals.put(mangled, globals.get(mangled, 0) | flag);
    }
  }

  void checkName(String name, Loc loc, ExprContext context) {
    if (name.equals("__debug__")) {
      if (context == ExprContext.Store) {
        throw diagnostics.error(loc, "cannot assign to __debug__");
      }
      if (context == ExprContext.Del) {
        throw diagnostics.error(loc, "cannot delete __debug__");
      }
    }
  }

  void recordDirective(String name, Loc loc) {
    current.directives.add(new Directive(current.mangle(privateName, name), loc));
  }

  boolean awaitAllowedHere() {
    return allowTopLevelAwait && current.type == Type.MODULE;
  }

  boolean inAsyncFunction() {
    return current.type == Type.FUNCTION && current.coroutine;
  }
}
