package dev.tuff.compiler;

import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.TypeParam;
import java.util.IdentityHashMap;
import java.util.Map;

/** The scopes of a tree, found by the node that opens them. */
public final class SymbolTable {
  final Map<Object, Scope> byNode = new IdentityHashMap<>();
  /** A type parameter may have a bound and a default: the second scope is kept here. */
  final Map<TypeParam, Scope> byDefault = new IdentityHashMap<>();
  /** The annotations of a function are a scope too, found by its statement. */
  final Map<Stmt, Scope> byAnnotations = new IdentityHashMap<>();
  Scope top;

  SymbolTable() {}

  /** Builds and analyses the table; what Python's {@code symtable} module shows. */
  public static SymbolTable build(Mod tree, String filename, CompileOptions options) throws SyntaxError {
    Diagnostics diagnostics = new Diagnostics(filename, options.warnings());
    Futures futures = Futures.of(tree, diagnostics, options.futures());
    return build(tree, diagnostics, futures, options);
  }

  static SymbolTable build(Mod tree, Diagnostics diagnostics, Futures futures, CompileOptions options) {
    SymbolTable table = new SymbolTableBuilder(diagnostics, futures, options).build(tree);
    new ScopeAnalysis(diagnostics).analyze(table.top);
    return table;
  }

  public Scope top() {
    return top;
  }

  /** The scope that a node opens. */
  public Scope scope(Object node) {
    return of(node);
  }

  Scope of(Object node) {
    Scope scope = byNode.get(node);
    if (scope == null) {
      throw new IllegalStateException("no scope for " + node.getClass().getSimpleName());
    }
    return scope;
  }
}
