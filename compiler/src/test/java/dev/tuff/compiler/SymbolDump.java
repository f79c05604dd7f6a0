package dev.tuff.compiler;

/** Symbol tables as text. */
final class SymbolDump {
  private static final String[] PLACES = {"-", "local", "global explicit", "global implicit", "free", "cell"};

  private final StringBuilder out = new StringBuilder();

  private SymbolDump() {}

  static String of(SymbolTable table) {
    SymbolDump dump = new SymbolDump();
    dump.scope(table.top(), "");
    return dump.out.toString();
  }

  private void scope(Scope scope, String indent) {
    out.append(indent).append(scope.type).append(' ').append(scope.name);
    flag(scope.nested, "nested");
    flag(scope.method, "method");
    flag(scope.generator, "generator");
    flag(scope.coroutine, "coroutine");
    flag(scope.needsClassClosure, "class cell");
    flag(scope.needsClassDict, "class dict cell");
    flag(scope.hasConditionalAnnotations, "conditional annotations");
    flag(scope.canSeeClassScope, "sees class");
    flag(scope.comprehensionInlined, "inlined");
    out.append('\n');
    for (int i = 0; i < scope.symbols.size(); i++) {
      symbol(scope.symbols.name(i), scope.symbols.value(i), indent);
    }
    for (Scope child : scope.children) {
      scope(child, indent + "  ");
    }
  }

  private void symbol(String name, int symbol, String indent) {
    out.append(indent).append("  ").append(name).append(": ").append(PLACES[Scope.scopeOf(symbol)]);
    flag((symbol & Scope.DEF_PARAM) != 0, "parameter");
    flag((symbol & Scope.DEF_LOCAL) != 0, "assigned");
    flag((symbol & Scope.DEF_IMPORT) != 0, "imported");
    flag((symbol & Scope.DEF_GLOBAL) != 0, "declared global");
    flag((symbol & Scope.DEF_NONLOCAL) != 0, "declared nonlocal");
    flag((symbol & Scope.DEF_ANNOT) != 0, "annotated");
    flag((symbol & Scope.DEF_TYPE_PARAM) != 0, "type parameter");
    flag((symbol & Scope.DEF_COMP_ITER) != 0, "comprehension target");
    flag((symbol & Scope.DEF_COMP_CELL) != 0, "comprehension cell");
    flag((symbol & Scope.DEF_FREE_CLASS) != 0, "free below class");
    flag((symbol & Scope.USE) != 0, "used");
    out.append('\n');
  }

  private void flag(boolean on, String text) {
    if (on) {
      out.append(", ").append(text);
    }
  }
}
