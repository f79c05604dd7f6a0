package dev.tuff.typed;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.List;

/** A function of a static module or class. */
class FunctionValue extends CallableValue implements FunctionLike {
  final FunctionNode node;
  final ModuleTable module;
  boolean inline;
  boolean notCompiled;

  FunctionValue(FunctionNode node, ModuleTable module, TypeRef returnType) {
    super(module.compiler.env.function, node.name(), module.name, new ArrayList<>(), returnType);
    this.node = node;
    this.module = module;
    declareParameters();
  }

  private void declareParameters() {
    List<Arg> positional = node.positional();
    List<Expr> defaults = node.args().defaults();
    int without = positional.size() - defaults.size();
    for (int i = 0; i < positional.size(); i++) {
      boolean only = i < node.args().posonlyargs().size();
      declare(i, positional.get(i), i < without ? null : defaults.get(i - without),
          only ? Parameter.Style.POSITIONAL_ONLY : Parameter.Style.NORMAL);
    }
    varArgs = node.args().vararg() != null;
    int base = Math.max(positional.size() - 1, 0) + (varArgs ? 1 : 0);
    for (int i = 0; i < node.args().kwonlyargs().size(); i++) {
      declare(++base, node.args().kwonlyargs().get(i), node.args().kwDefaults().get(i), Parameter.Style.KEYWORD_ONLY);
    }
    varKeywords = node.args().kwarg() != null;
  }

  private void declare(int index, Arg arg, Expr value, Parameter.Style style) {
    TypeRef type;
    if (arg.annotation() != null) {
      type = TypeRef.of(module, arg.annotation());
    } else if (index == 0) {
      boolean ofClass = name.equals("__new__") || name.equals("__init_subclass__");
      type = ofClass ? TypeRef.of(klass.env.type) : TypeRef.container(this);
    } else {
      type = TypeRef.of(klass.env.dynamic);
    }
    Object constant = value instanceof Expr.Constant c ? c.value() : value;
    Parameter p = new Parameter(arg.arg(), index, type, value != null, constant, style);
    parameters.add(p);
    byName.put(p.name(), p);
    required += value == null ? 1 : 0;
  }

  @Override
  String name() {
    return "function " + qualifiedName();
  }

  @Override
  public FunctionValue real() {
    return this;
  }

  @Override
  public boolean isFinal() {
    return isFinal;
  }

  @Override
  public TypeRef returnType() {
    return returnType;
  }

  @Override
  public List<Stmt> body() {
    return node.body();
  }

  @Override
  public void bindInner(FunctionNode n, Binder b) {}

  @Override
  public void bindSelf(FunctionNode n, Scope scope, Binder b) {
    if (!(b.scope().node instanceof Stmt.ClassDef) || n.args().args().isEmpty()) {
      return;
    }
    Value self = b.env.DYNAMIC;
    if (n.name().equals("__new__") || n.name().equals("__init_subclass__")) {
      self = b.env.type.instance;
    } else if (b.currentClass() != null) {
      // a method may be called by subclasses
      self = b.currentClass().inexactClass().instance;
    }
    b.setParameter(n.args().args().getFirst(), self, scope);
  }

  /** Applies the decorators, innermost first. */
  @Override
  Value finish(ModuleTable m, ClassType owner) {
    Value result = this;
    for (int i = node.decorators().size() - 1; i >= 0; i--) {
      Expr decorator = node.decorators().get(i);
      Value by = m.annotations.decorator(decorator);
      Value made = (by == null ? klass.env.DYNAMIC : by).decorateFunction(result, decorator);
      if (made != null && made != result) {
        made = made.finish(m, owner);
      }
      if (made == null) {
        result = new Decorated.Unknown(this, decorator);
        break;
      }
      result = made;
    }
    m.types.put((Node) node.node(), result);
    return result;
  }

  @Override
  Value descriptorGet(Expr.Attribute at, Value self, ClassType owner, Resolver r) {
    return self == null ? this : new MethodValue(this, at.value(), r.env.method);
  }

  @Override
  Effect bindCall(Expr.Call call, Binder b, Value context) {
    Effect e = super.bindCall(call, b, context);
    if (inline && !b.patchable) {
      Inlining.bind(this, call, b);
    }
    return e;
  }

  /** A function from TClass to TClass keeps a class that it decorates static. */
  boolean keepsClass() {
    return parameters.size() == 1 && parameters.getFirst().type().resolve() instanceof Generic.Variable p && returnType.resolve() == p;
  }

  @Override
  ClassType decorateClass(ClassType c, Expr decorator) {
    return keepsClass() ? c : super.decorateClass(c, decorator);
  }
}
