package dev.tuff.typed;

import dev.tuff.syntax.ast.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a method can stand for the one it overrides, wherever that may be called. */
final class Overrides {
  private Overrides() {}

  /** @param implicitSelf the first parameter is not passed by the caller */
  static void check(CallableValue base, FunctionValue override, ModuleTable m, boolean implicitSelf) {
    ClassType result = base.returnType.resolve();
    ClassType given = override.returnType.resolve();
    if (!result.accepts(given)) {
      error(base, override, m, "Returned type `" + given.instanceName() + "` is not a subtype of the overridden return `"
          + result.instanceName() + "`");
    }
    if (base.parameters == null) {
      return;
    }
    List<Parameter> theirs = override.parameters;
    if (base.varKeywords) {
      // callers may pass any keyword: the override may name some
      Set<String> names = new HashSet<>();
      base.parameters.forEach(p -> names.add(p.name()));
      theirs = new ArrayList<>(theirs);
      theirs.removeIf(p -> p.hasDefault() && !names.contains(p.name()));
    }
    if (base.parameters.size() != theirs.size()) {
      error(base, override, m, "Number of arguments differ");
    }
    int n = Math.min(base.parameters.size(), override.parameters.size());
    for (int i = implicitSelf ? 1 : 0; i < n; i++) {
      parameter(base, override, base.parameters.get(i), override.parameters.get(i), m);
    }
    if (base.varArgs != override.varArgs) {
      error(base, override, m, "Functions differ by including *args");
    }
    if (base.varKeywords != override.varKeywords) {
      error(base, override, m, "Functions differ by including **kwargs");
    }
  }

  private static void parameter(CallableValue base, FunctionValue override, Parameter p, Parameter o, ModuleTable m) {
    if (!p.positionalOnly() && !p.name().equals(o.name())) {
      String what = p.keywordOnly()
          ? "Keyword only argument `" + p.name() + "`"
          : "Positional argument " + (p.index() + 1) + " named `" + p.name() + "`";
      error(base, override, m, what + " is overridden as `" + o.name() + "`");
    }
    if (o.positionalOnly() && !p.positionalOnly()) {
      error(base, override, m, "`" + o.name() + "` is positional-only in override, not in base");
    }
    if (p.keywordOnly() != o.keywordOnly()) {
      error(base, override, m, "`" + p.name() + "` differs by keyword only vs positional");
    }
    ClassType theirs = o.type().resolve();
    ClassType ours = p.type().resolve();
    if (!theirs.accepts(ours)) {
      error(base, override, m, Binder.mismatch(theirs, ours,
          "Parameter " + p.name() + " of type `{1}` is not a supertype of the overridden parameter `{0}`"));
    }
  }

  private static void error(CallableValue base, FunctionValue override, ModuleTable m, String why) {
    m.error(override.qualifiedName() + " overrides " + base.qualifiedName() + " inconsistently. " + why, (Node) override.node.node());
  }
}
