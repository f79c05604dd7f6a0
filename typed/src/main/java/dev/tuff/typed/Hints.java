package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;

/** What would make typed code faster, for whoever asks: attributes and calls that have to be looked up when the program runs. */
final class Hints {
  private Hints() {}

  /** @param what "load" or "store" */
  static void attribute(Expr.Attribute a, Value of, String what, Binder b) {
    ClassType c = of.klass;
    Value member = of instanceof ClassType ? null : c.member(a.attr());
    if (c == b.env.dynamic) {
      b.warn("Define the object's class in a Static Python module for more efficient attribute " + what, a);
    } else if (member == null && c.bases.contains(b.env.dynamic)) {
      b.warn("Make the base class of " + c.instanceName() + " that defines attribute " + a.attr() + " static for more efficient attribute "
          + what, a);
    } else if (member instanceof Decorated.Property p && !p.cached() && !p.isFinal() && !c.isFinal) {
      boolean load = what.equals("load");
      if (!load || !c.exact) {
        b.warn((load ? "Getter" : "Setter") + " for property " + a.attr() + " can be overridden. Make method or class final for more efficient "
            + "property " + what, a);
      }
    }
  }

  static void method(String name, Node call, Binder b) {
    b.warn("Method " + name + " can be overridden. Make method or class final for more efficient call", call);
  }
}
