package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code @dataclass}: its fields are known when the class is compiled, and its methods are compiled with it. */
final class Dataclasses {
  private Dataclasses() {}

  /** What a field is for. */
  enum Kind {
    FIELD,
    INIT_VAR,
    CLASS_VAR
  }

  /** One field; expressions are null where nothing is given. */
  static final class Field {
    final String name;
    final TypeRef type;
    final Expr annotation;
    final Kind kind;
    Expr value;
    Expr factory;
    Expr metadata;
    boolean init = true;
    boolean repr = true;
    boolean compare = true;
    Boolean hash;

    /** The class that has the slot, and the one whose body has the default. */
    DataclassType owner;
    DataclassType valueOwner;

    Field(String name, TypeRef type, Expr annotation) {
      this.name = name;
      this.type = type;
      this.annotation = annotation;
      ClassType c = type.resolve(true);
      kind = !(c instanceof Generic.Wrapper w) ? Kind.FIELD
          : w.is(c.env.classVar) ? Kind.CLASS_VAR : w.is(c.env.initVar) ? Kind.INIT_VAR : Kind.FIELD;
    }

    boolean hasDefault() {
      return value != null || factory != null;
    }

    ClassType declared() {
      return type.resolve(true).unwrap();
    }
  }

  static final class Decorator extends CallableValue {
    private static final String[] OPTIONS = {"init", "repr", "eq", "order", "unsafe_hash", "frozen", "kw_only", "slots"};

    Decorator(TypeEnv env) {
      super(env.function, "dataclass", "dataclasses", null, TypeRef.of(env.dynamic));
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      CallBinding.dynamic(node, b);
      b.set(node, this);
      return Effect.NONE;
    }

    @Override
    Value decorateFunction(Value function, Expr decorator) {
      throw new TypedError("Cannot decorate a function or method with @dataclass");
    }

    @Override
    ClassType decorateClass(ClassType c, Expr decorator) {
      if (c.mro().contains(klass.env.dynamic)) {
        return klass.env.dynamic;
      }
      Set<String> on = new HashSet<>(List.of("init", "repr", "eq", "slots"));
      if (decorator instanceof Expr.Call call) {
        if (!call.args().isEmpty()) {
          throw new TypedError("dataclass() takes no positional arguments");
        }
        for (Keyword k : call.keywords()) {
          if (!java.util.Arrays.asList(OPTIONS).contains(k.arg())) {
            throw new TypedError("dataclass() got an unexpected keyword argument '" + k.arg() + "'");
          }
          if (!(k.value() instanceof Expr.Constant v && v.value() instanceof Boolean wanted)) {
            throw new TypedError("dataclass() arguments must be boolean constants");
          }
          if (wanted) {
            on.add(k.arg());
          } else {
            on.remove(k.arg());
          }
        }
      }
      return new DataclassType(c, on);
    }
  }

  static final class FieldFunction extends CallableValue {
    FieldFunction(TypeEnv env) {
      super(env.function, "field", "dataclasses", null, TypeRef.of(env.dynamic));
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      CallBinding.dynamic(node, b);
      b.set(node, b.env.dataclassField.instance);
      return Effect.NONE;
    }
  }

  static final class DataclassType extends ClassType {
    final Set<String> on;

    /** Members that the class body itself has. */
    final Set<String> own;
    final Map<String, Field> fields = new LinkedHashMap<>();

    DataclassType(ClassType plain, Set<String> on) {
      super(plain.env, plain.module, plain.qualname, plain.bases, false, DataclassValue::new, plain.members);
      this.on = on;
      own = new HashSet<>(members.keySet());
      isFinal = plain.isFinal;
      allowWeakrefs = plain.allowWeakrefs;
      notCompiled = plain.notCompiled;
      hasInitSubclass = plain.hasInitSubclass;
      memberNodes = plain.memberNodes;
      for (Value v : members.values()) {
        retarget(v, plain);
      }
      check();
    }

    private DataclassType(DataclassType of) {
      super(of.env, of.module, of.qualname, of.bases, true, DataclassValue::new, of.members);
      on = of.on;
      own = of.own;
    }

    @Override
    ClassType makeExact() {
      return new DataclassType(this);
    }

    /** The fields; those of the exact class are the inexact one's. */
    Map<String, Field> fields() {
      return ((DataclassType) inexactClass()).fields;
    }

    boolean is(String option) {
      return on.contains(option);
    }

    private void retarget(Value v, ClassType from) {
      if (v instanceof FunctionLike f && f.real().container == from) {
        f.real().setContainer(this);
      } else if (v instanceof FunctionGroup g) {
        g.functions.forEach(f -> f.setContainer(this));
      }
    }

    private void check() {
      if (!is("slots")) {
        throw new TypedError("Dataclass " + qualname + " sets slots=False but Static Python defaults to and only supports slots=True");
      }
      if (is("order")) {
        if (!is("eq")) {
          throw new TypedError("eq must be true if order is true");
        }
        for (String name : List.of("__lt__", "__le__", "__gt__", "__ge__")) {
          refuse(name, ". Consider using functools.total_ordering");
        }
      }
      if (is("frozen")) {
        refuse("__setattr__", "");
        refuse("__delattr__", "");
      }
      if (is("unsafe_hash")) {
        refuse("__hash__", "");
      }
    }

    private void refuse(String name, String advice) {
      if (own.contains(name)) {
        throw new TypedError("Cannot overwrite attribute " + name + " in class " + qualname + advice);
      }
    }

    // ---- fields ----

    @Override
    Value finish(ModuleTable m, ClassType owner) {
      DataclassType self = (DataclassType) inexactClass();
      if (self.fields.isEmpty()) {
        self.collect(m);
      }
      return super.finish(m, owner);
    }

    private void collect(ModuleTable m) {
      boolean frozenBase = false;
      boolean anyBase = false;
      List<ClassType> order = mro();
      for (int i = order.size() - 1; i > 0; i--) {
        if (order.get(i) instanceof DataclassType base) {
          anyBase = true;
          frozenBase |= base.is("frozen");
          base.fields().forEach((name, f) -> {
            if (fields.containsKey(name)) {
              consistent(name, fields.get(name), f);
            }
            fields.put(name, f);
          });
        }
      }
      if (anyBase && frozenBase != is("frozen")) {
        throw new TypedError(frozenBase
            ? "cannot inherit non-frozen dataclass from a frozen one"
            : "cannot inherit frozen dataclass from a non-frozen one");
      }
      for (Map.Entry<String, Value> e : members.entrySet()) {
        if (e.getValue() instanceof Slot s && s.declaredOnClass && s.type != null
            && memberNodes.get(e.getKey()) instanceof Expr.Name) {
          field(e.getKey(), s, m);
        }
      }
      if (is("init")) {
        initializer();
      }
    }

    private void field(String name, Slot slot, ModuleTable m) {
      Field base = fields.get(name);
      Expr annotation = slot.annotation;
      Field f = new Field(name, slot.type, annotation);
      fields.put(name, f);
      f.owner = this;
      if (base != null) {
        consistent(name, base, f);
        f.owner = base.owner;
      }
      if (!slot.assignedOnClass) {
        if (base != null) {
          f.value = base.value;
          f.valueOwner = base.valueOwner;
        }
        return;
      }
      Expr given = ((Stmt.AnnAssign) slot.assignment).value();
      if (!(given instanceof Expr.Call call) || !(m.annotations.reference(call.func()) instanceof FieldFunction)) {
        f.value = given;
        f.valueOwner = this;
        return;
      }
      options(f, call);
      if (f.hasDefault()) {
        f.valueOwner = this;
      } else {
        slot.assignment = null;
        slot.assignedOnClass = false;
      }
    }

    private static void options(Field f, Expr.Call call) {
      if (!call.args().isEmpty()) {
        throw new TypedError("dataclasses.field() takes no positional arguments");
      }
      for (Keyword k : call.keywords()) {
        Object constant = k.value() instanceof Expr.Constant c ? c.value() : null;
        switch (k.arg()) {
          case "default" -> f.value = k.value();
          case "default_factory" -> f.factory = k.value();
          case "metadata" -> f.metadata = k.value();
          case "init", "repr", "compare" -> {
            if (!(constant instanceof Boolean wanted)) {
              throw new TypedError("dataclasses.field() argument '" + k.arg() + "' must be a boolean constant");
            }
            f.init = k.arg().equals("init") ? wanted : f.init;
            f.repr = k.arg().equals("repr") ? wanted : f.repr;
            f.compare = k.arg().equals("compare") ? wanted : f.compare;
          }
          case "hash" -> {
            if (!(constant instanceof Boolean) && constant != Const.None.NONE) {
              throw new TypedError("dataclasses.field() argument 'hash' must be None or a boolean constant");
            }
            f.hash = constant instanceof Boolean wanted ? wanted : null;
          }
          default -> throw new TypedError("dataclasses.field() got an unexpected keyword argument '" + k.arg() + "'");
        }
      }
      if (f.value != null && f.factory != null) {
        throw new TypedError("cannot specify both default and default_factory");
      }
    }

    private static String word(Kind kind) {
      return kind == Kind.CLASS_VAR ? "ClassVar" : "InitVar";
    }

    private void consistent(String name, Field base, Field f) {
      if (base.kind != Kind.FIELD && f.kind != base.kind) {
        throw new TypedError("Override of field '" + name + "' must be a " + word(base.kind));
      }
      if (base.kind == Kind.FIELD && f.kind != Kind.FIELD) {
        throw new TypedError("Override of field '" + name + "' cannot be a " + word(f.kind));
      }
      if (f.declared() != base.declared()) {
        throw new TypedError("Type of field '" + name + "' on class '" + readableName() + "' conflicts with base type. Base field has annotation "
            + text(base) + ", but overridden field has annotation " + text(f));
      }
    }

    static String text(Field f) {
      return f.annotation == null ? f.declared().instanceName() : dev.tuff.compiler.ExpressionText.of(f.annotation);
    }

    private void initializer() {
      List<Parameter> parameters = new ArrayList<>();
      parameters.add(Parameter.positional("self", 0, this, false, null));
      boolean defaults = false;
      for (Field f : fields.values()) {
        if (f.kind == Kind.CLASS_VAR || !f.init) {
          continue;
        }
        if (defaults && !f.hasDefault()) {
          throw new TypedError("non-default argument '" + f.name + "' follows default argument");
        }
        defaults |= f.hasDefault();
        Object value = f.hasDefault() ? new Expr.Name(f.name, ExprContext.Load, 0, 0) : null;
        parameters.add(new Parameter(f.name, parameters.size(), TypeRef.of(f.declared()), f.hasDefault(), value,
            is("kw_only") ? Parameter.Style.KEYWORD_ONLY : Parameter.Style.NORMAL));
      }
      members.putIfAbsent("__init__", new Builtins.MethodDescriptor(this, "__init__", parameters, env.none, false, false));
    }

    /** Binds what a field is assigned in the class body; returns what must be of the field's type, or null. */
    Expr bindField(String name, Expr value, Binder b) {
      Field f = fields().get(name);
      if (value == null || f == null) {
        return value;
      }
      b.expect(value, env.DYNAMIC);
      if (f.kind != Kind.FIELD && f.factory != null) {
        throw new TypedError("field " + name + " cannot have a default factory");
      }
      if (f.kind == Kind.FIELD && f.value != null) {
        ClassType c = b.get(f.value).klass.inexactClass();
        if (c == env.list || c == env.dict || c == env.set) {
          throw new TypedError("mutable default " + c.readableName() + " for field " + name + " is not allowed: use default_factory");
        }
      }
      if (f.kind == Kind.INIT_VAR && !f.init) {
        throw new TypedError("InitVar fields must have init=True");
      }
      return isFieldCall(value, b) ? f.value : value;
    }
  }

  static boolean isFieldCall(Expr value, Binder b) {
    return value instanceof Expr.Call c && b.get(c.func()) instanceof FieldFunction;
  }

  private static final class DataclassValue extends Instance {
    DataclassValue(ClassType klass) {
      super(klass);
    }

    @Override
    void bindAttr(Expr.Attribute node, Binder b, Value context) {
      DataclassType c = (DataclassType) klass;
      if (isStore(node) && c.is("frozen") && c.fields().containsKey(node.attr())) {
        b.error("cannot " + (node.ctx() == ExprContext.Store ? "assign to" : "delete") + " field '" + node.attr() + "' of frozen dataclass '"
            + c.instanceName() + "'", (Node) node);
      }
      super.bindAttr(node, b, context);
    }
  }
}
