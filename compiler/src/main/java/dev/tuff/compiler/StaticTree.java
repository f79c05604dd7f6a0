package dev.tuff.compiler;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.List;

/** What Static Python knows of a tree beside its {@code Expr.Typed} nodes. */
public interface StaticTree {
  /**
   * A class that is made by {@code __build_cinder_class__}.
   *
   * @param finalMethods names that subclasses may not override
   * @param cachedProperties names under which the class body keeps the functions of cached properties
   */
  record StaticClass(List<Object> finalMethods, boolean isFinal, List<Object> cachedProperties) {}

  /** How a class is made; null for one that is made as Python does. */
  StaticClass classOf(Stmt.ClassDef c);

  /** The last constant of a static function: what its arguments are checked by, and the type of its result; null for any other. */
  Const.Tuple signature(Node function);

  /** The last constant of the module's code: where its imported names come from. */
  Const.Tuple imports();
}
