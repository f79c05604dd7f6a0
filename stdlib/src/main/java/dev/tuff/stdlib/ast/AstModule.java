package dev.tuff.stdlib.ast;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.module.Compilation;
import dev.tuff.engine.module.PyModule;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ast.Mod;

/** {@code _ast}: the node classes; and the conversion between their instances and the compiler's trees. */
public final class AstModule {
  private AstModule() {}

  public static void init(PyModule m) {
    m.set("PyCF_ALLOW_TOP_LEVEL_AWAIT", 0x2000L);
    m.set("PyCF_ONLY_AST", 0x400L);
    m.set("PyCF_TYPE_COMMENTS", 0x1000L);
    m.set("PyCF_OPTIMIZED_AST", 0x8400L);
    AstClasses.of(Interpreter.current()).all().forEach(m::set);
  }

  /** The conversion, which makes the classes at first use. */
  public static Compilation.AstBridge bridge() {
    return new Bridge();
  }

  private static final class Bridge implements Compilation.AstBridge {
    @Override
    public boolean isNode(Object o) {
      // nodes are plain instances: the common sources, text and bytes, are not
      return o instanceof dev.tuff.engine.core.PyInstance i && i.type().isSubtype(classes().base);
    }

    private static AstClasses classes() {
      return AstClasses.of(Interpreter.current());
    }

    @Override
    public Mod fromPython(Object node, Mode mode) {
      String wanted =
          switch (mode) {
            case EXEC -> "Module";
            case EVAL -> "Expression";
            case SINGLE -> "Interactive";
            default -> "FunctionType";
          };
      AstClasses classes = classes();
      if (!((PyObject) node).type().isSubtype(classes.get(wanted).type())) {
        throw Errors.typeError("expected " + wanted + " node, got " + Py.typeOf(node).name());
      }
      try {
        Mod tree = new TreeFromPython(classes).tree(node);
        new TreeCheck().check(tree);
        return tree;
      } catch (StackOverflowError e) {
        throw Errors.recursionError("maximum recursion depth exceeded during ast construction");
      }
    }

    @Override
    public Object toPython(Mod tree) {
      try {
        return new TreeToPython(classes()).tree(tree);
      } catch (StackOverflowError e) {
        throw Errors.recursionError("maximum recursion depth exceeded during ast construction");
      }
    }
  }
}
