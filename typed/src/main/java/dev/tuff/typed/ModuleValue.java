package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;

/** A module: its names are known if it is static. */
final class ModuleValue extends Instance {
  private static final String[] OWN = {"__dict__", "__class__", "__name__", "__patch_enabled__"};

  final String moduleName;
  private final StaticCompiler compiler;

  ModuleValue(String moduleName, StaticCompiler compiler) {
    super(compiler.env.moduleType);
    this.moduleName = moduleName;
    this.compiler = compiler;
  }

  @Override
  Value resolveAttr(Expr.Attribute node, Resolver r) {
    if (java.util.Arrays.asList(OWN).contains(node.attr())) {
      return super.resolveAttr(node, r);
    }
    ModuleTable m = compiler.modules.get(moduleName);
    Value v = m == null ? null : m.child(node.attr());
    if (v == null && compiler.modules.containsKey(moduleName + "." + node.attr())) {
      v = compiler.submodule(moduleName, node.attr());
    }
    return v == null ? r.env.DYNAMIC : v;
  }

  /** The constant of a Final; null for all else. */
  Expr.Constant constant(String name) {
    ModuleTable m = compiler.modules.get(moduleName);
    return m == null ? null : m.constant(name);
  }
}
