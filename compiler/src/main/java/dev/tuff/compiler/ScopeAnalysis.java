package dev.tuff.compiler;

import static dev.tuff.compiler.Scope.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Second pass of the symbol table: decides for each name of each scope where it lives (local, cell, free, global), inlines
 * comprehensions (PEP 709), and finds which classes need their implicit cells.
 *
 * <p>The sets: {@code bound} are the names bound in function scopes around (null for the module), {@code free} collects names
 * that are used but not bound in the scopes below, {@code global} are names declared global around, {@code typeParams} names of
 * type parameters around.
 */
final class ScopeAnalysis {
  private final Diagnostics diagnostics;

  ScopeAnalysis(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void analyze(Scope top) {
    block(top, null, new HashSet<>(), new HashSet<>(), new HashSet<>(), null);
  }

  private void block(
      Scope scope, Set<String> bound, Set<String> free, Set<String> global, Set<String> typeParams, Scope classScope) {
    Set<String> local = new HashSet<>();
    NameTable places = new NameTable();
    Set<String> newGlobal = new HashSet<>();
    Set<String> newFree = new HashSet<>();
    Set<String> newBound = new HashSet<>();
    Set<String> inlinedCells = new HashSet<>(0);
    boolean isClass = scope.type == Type.CLASS;
    // Names of a class are not visible in its methods.
    if (isClass) {
      newGlobal.addAll(global);
      if (bound != null) {
        newBound.addAll(bound);
      }
    }
    for (int i = 0; i < scope.symbols.size(); i++) {
      name(scope, places, scope.symbols.name(i), scope.symbols.value(i), bound, local, free, global, typeParams, classScope);
    }
    if (isClass) {
      newBound.add("__class__");
      newBound.add("__classdict__");
      newBound.add("__conditional_annotations__");
    } else {
      if (scope.isFunctionLike()) {
        newBound.addAll(local);
      }
      if (bound != null) {
        newBound.addAll(bound);
      }
      newGlobal.addAll(global);
    }
    for (Scope child : scope.children) {
      child(scope, child, places, newBound, newFree, newGlobal, typeParams, classScope, inlinedCells);
    }
    spliceInlinedChildren(scope);
    if (scope.isFunctionLike()) {
      cells(places, newFree, inlinedCells);
    } else if (isClass) {
      scope.needsClassClosure = newFree.remove("__class__");
      scope.needsClassDict |= newFree.remove("__classdict__");
      if (newFree.remove("__conditional_annotations__")) {
        scope.hasConditionalAnnotations = true;
      }
    }
    record(scope.symbols, places, bound, newFree, inlinedCells, isClass || scope.canSeeClassScope);
    free.addAll(newFree);
  }

  private void child(
      Scope scope, Scope child, NameTable places, Set<String> bound, Set<String> free, Set<String> global, Set<String> typeParams,
      Scope classScope, Set<String> inlinedCells) {
    Scope seenClass = null;
    if (child.canSeeClassScope) {
      seenClass = scope.type == Type.CLASS ? scope : classScope;
    }
    // All but generator expressions are inlined, except in annotation scopes inside classes.
    boolean inline = child.comprehension != Comprehension.NONE && !child.generator && !scope.canSeeClassScope;
    Set<String> childFree = new HashSet<>(free);
    block(child, new HashSet<>(bound), childFree, new HashSet<>(global), new HashSet<>(typeParams), seenClass);
    if (inline) {
      inline(scope, child, places, childFree, inlinedCells);
      child.comprehensionInlined = true;
    }
    free.addAll(childFree);
  }

  private void name(
      Scope scope, NameTable places, String name, int symbol, Set<String> bound, Set<String> local, Set<String> free,
      Set<String> global, Set<String> typeParams, Scope classScope) {
    if ((symbol & DEF_GLOBAL) != 0) {
      if ((symbol & DEF_NONLOCAL) != 0) {
        throw atDirective(scope, name, "name '" + name + "' is nonlocal and global");
      }
      places.put(name, GLOBAL_EXPLICIT);
      global.add(name);
      if (bound != null) {
        bound.remove(name);
      }
    } else if ((symbol & DEF_NONLOCAL) != 0) {
      if (bound == null) {
        throw atDirective(scope, name, "nonlocal declaration not allowed at module level");
      }
      if (!bound.contains(name)) {
        throw atDirective(scope, name, "no binding for nonlocal '" + name + "' found");
      }
      if (typeParams.contains(name)) {
        throw atDirective(scope, name, "nonlocal binding not allowed for type parameter '" + name + "'");
      }
      places.put(name, FREE);
      free.add(name);
    } else if ((symbol & DEF_BOUND) != 0) {
      places.put(name, LOCAL);
      local.add(name);
      global.remove(name);
      if ((symbol & DEF_TYPE_PARAM) != 0) {
        typeParams.add(name);
      } else {
        typeParams.remove(name);
      }
    } else {
      used(places, name, bound, free, classScope);
    }
  }

  private static void used(NameTable places, String name, Set<String> bound, Set<String> free, Scope classScope) {
    // Bound in the class around: looked up there, then globally, never in the functions outside the class.
    if (classScope != null) {
      int inClass = classScope.symbol(name);
      if ((inClass & DEF_GLOBAL) != 0) {
        places.put(name, GLOBAL_EXPLICIT);
        return;
      }
      if ((inClass & DEF_BOUND) != 0 && (inClass & DEF_NONLOCAL) == 0) {
        places.put(name, GLOBAL_IMPLICIT);
        // The class itself may use the name of the cell that the scope looks names up in.
        classScope.needsClassDict |= name.equals("__classdict__");
        return;
      }
    }
    if (bound != null && bound.contains(name)) {
      places.put(name, FREE);
      free.add(name);
    } else {
      places.put(name, GLOBAL_IMPLICIT);
    }
  }

  private RuntimeException atDirective(Scope scope, String name, String message) {
    for (Directive directive : scope.directives) {
      if (directive.name().equals(name)) {
        return diagnostics.error(directive.loc(), message);
      }
    }
    return diagnostics.system("BUG: internal directive bookkeeping broken");
  }

  private static void inline(Scope scope, Scope comprehension, NameTable places, Set<String> free, Set<String> inlinedCells) {
    List<String> dropped = new ArrayList<>(0);
    NameTable names = comprehension.symbols;
    for (int i = 0; i < names.size(); i++) {
      String name = names.name(i);
      int symbol = names.value(i);
      if ((symbol & DEF_PARAM) != 0) {
        continue;
      }
      int place = scopeOf(symbol);
      int flags = symbol & (1 << SCOPE_OFFSET) - 1;
      if (place == CELL || (flags & DEF_COMP_CELL) != 0) {
        inlinedCells.add(name);
      }
      // The implicit cells of a class are not visible in its own body, only in functions below it.
      if (place == FREE && scope.type == Type.CLASS && isClassCell(name)) {
        place = GLOBAL_IMPLICIT;
        if (!freeInChild(comprehension, name)) {
          free.remove(name);
        }
        dropped.add(name);
      }
      int outer = scope.symbols.get(name);
      if (outer == NameTable.ABSENT) {
        scope.symbols.put(name, flags);
        places.put(name, place);
      } else if (scope.type != Type.CLASS) {
        if (place == FREE) {
          scope.symbols.put(name, outer | flags & USE);
        }
        // Free in the comprehension and local outside: just local now.
        if ((outer & DEF_BOUND) != 0 && !freeInChild(comprehension, name)) {
          free.remove(name);
        }
      }
    }
    for (String name : dropped) {
      names.remove(name);
    }
  }

  private static boolean isClassCell(String name) {
    return name.equals("__class__") || name.equals("__classdict__") || name.equals("__conditional_annotations__");
  }

  private static boolean freeInChild(Scope scope, String name) {
    for (Scope child : scope.children) {
      if (child.scopeOf(name) == FREE) {
        return true;
      }
    }
    return false;
  }

  private static void spliceInlinedChildren(Scope scope) {
    boolean any = false;
    for (Scope child : scope.children) {
      any |= child.comprehensionInlined;
    }
    if (any) {
      List<Scope> spliced = new ArrayList<>();
      for (Scope child : scope.children) {
        if (child.comprehensionInlined) {
          spliced.addAll(child.children);
        } else {
          spliced.add(child);
        }
      }
      scope.children = spliced;
    }
  }

  private static void cells(NameTable places, Set<String> free, Set<String> inlinedCells) {
    for (int i = 0; i < places.size(); i++) {
      String name = places.name(i);
      if (places.value(i) == LOCAL && (free.contains(name) || inlinedCells.contains(name))) {
        places.setValue(i, CELL);
        free.remove(name);
      }
    }
  }

  private static void record(
      NameTable symbols, NameTable places, Set<String> bound, Set<String> free, Set<String> inlinedCells, boolean classLike) {
    for (int i = 0; i < symbols.size(); i++) {
      String name = symbols.name(i);
      int symbol = symbols.value(i);
      if (inlinedCells.contains(name)) {
        symbol |= DEF_COMP_CELL;
      }
      symbols.setValue(i, symbol | places.get(name) << SCOPE_OFFSET);
    }
    for (String name : free) {
      int symbol = symbols.get(name);
      if (symbol != NameTable.ABSENT) {
        // A method uses a name of the class itself that is also bound further out.
        if (classLike) {
          symbols.put(name, symbol | DEF_FREE_CLASS);
        }
      } else if (bound == null || bound.contains(name)) {
        symbols.put(name, FREE << SCOPE_OFFSET);
      }
    }
  }
}
