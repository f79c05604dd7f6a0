package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A class as a value. Each class that can be subclassed comes in two: the inexact one, whose instances may belong to subclasses, which is what an
 * annotation means, and the exact one, which is what a constructor makes. The two share their members; an MRO is made of exact ones.
 */
class ClassType extends Value {
  final TypeEnv env;
  final String module;
  final String qualname;
  final boolean exact;
  final List<ClassType> bases;

  /** What an object of it is. */
  Value instance;

  final Map<String, Value> members;
  boolean isFinal;
  boolean allowWeakrefs;
  boolean notCompiled;
  boolean hasInitSubclass;

  /** Where members were declared, for the place of errors. */
  Map<String, Node> memberNodes = new LinkedHashMap<>();

  private final Function<ClassType, Value> instances;
  private ClassType twin;
  private List<ClassType> mro;

  ClassType(TypeEnv env, String module, String qualname, List<ClassType> bases, boolean exact, Function<ClassType, Value> instances) {
    this(env, module, qualname, bases, exact, instances, new LinkedHashMap<>());
  }

  ClassType(TypeEnv env, String module, String qualname, List<ClassType> bases, boolean exact, Function<ClassType, Value> instances,
      Map<String, Value> members) {
    super(env.type);
    this.env = env;
    this.module = module;
    this.qualname = qualname;
    this.exact = exact;
    this.members = members;
    this.instances = instances == null ? Instance::new : instances;
    this.bases = upToDynamic(bases == null ? List.of(env.object) : bases);
    this.instance = this.instances.apply(this);
    if (klass == null) {
      klass = this;
    }
  }

  /** Nothing is known of a class behind a dynamic base. */
  private static List<ClassType> upToDynamic(List<ClassType> bases) {
    for (int i = 0; i < bases.size(); i++) {
      if (bases.get(i) instanceof Dynamic) {
        return new ArrayList<>(bases.subList(0, i + 1));
      }
    }
    return bases;
  }

  // ---- names ----

  @Override
  String name() {
    return "Type[" + instanceName() + "]";
  }

  @Override
  String exactName() {
    return "Type[" + exactInstanceName() + "]";
  }

  final String instanceName() {
    return instance == this ? "type" : instance.name();
  }

  String exactInstanceName() {
    return exact ? "Exact[" + instance.name() + "]" : instance.name();
  }

  String readableName() {
    boolean bare = module.isEmpty() || module.equals("builtins") || module.equals("__static__") || module.equals("typing");
    return bare ? qualname : module + "." + qualname;
  }

  /** The type descriptor that code objects carry (spec §0). */
  Const.Tuple descriptor() {
    List<Object> parts = new ArrayList<>();
    parts.add(module);
    parts.addAll(Arrays.asList(qualname.split("\\.")));
    describe(parts);
    if (exact) {
      parts.add("!");
    }
    return new Const.Tuple(parts);
  }

  /** Adds type arguments. */
  void describe(List<Object> parts) {}

  // ---- exactness ----

  @Override
  Value exact() {
    return this;
  }

  final ClassType exactType() {
    return exactClass();
  }

  ClassType exactClass() {
    if (exact) {
      return this;
    }
    if (twin == null) {
      twin = makeExact();
      twin.twin = this;
      twin.isFinal = isFinal;
      twin.allowWeakrefs = allowWeakrefs;
      twin.notCompiled = notCompiled;
      twin.hasInitSubclass = hasInitSubclass;
      twin.memberNodes = memberNodes;
    }
    return twin;
  }

  ClassType inexactClass() {
    return exact && twin != null ? twin : this;
  }

  ClassType makeExact() {
    return new ClassType(env, module, qualname, bases, true, instances, members);
  }

  Function<ClassType, Value> instances() {
    return instances;
  }

  /** What is said of a class before its exact form is made must hold for both. */
  void markFinal() {
    isFinal = true;
    if (twin != null) {
      twin.isFinal = true;
    }
  }

  // ---- kinds ----

  boolean canBeNarrowed() {
    return true;
  }

  boolean isTypeParameter() {
    return false;
  }

  boolean containsTypeParameters() {
    return false;
  }

  /** The generic class that this one is an instantiation of, or null. */
  Generic genericDefinition() {
    return null;
  }

  /** What a wrapper like Final is about. */
  ClassType unwrap() {
    return this;
  }

  /** The class that a statement {@code class name(this, …)} makes. */
  ClassType subclass(String module, String qualname, List<ClassType> bases) {
    return new ClassType(env, module, qualname, bases, false, null);
  }

  // ---- subtyping ----

  List<ClassType> mro() {
    if (mro == null) {
      mro = Mro.of(this);
    }
    return mro;
  }

  boolean isSubclassOf(ClassType other) {
    if (other instanceof Union u) {
      for (ClassType t : u.arguments) {
        if (isSubclassOf(t)) {
          return true;
        }
      }
      return false;
    }
    return mro().contains(other.exactClass());
  }

  /** Whether a value of class {@code source} may go where one of this class is declared. No object is a primitive, nor the other way round. */
  boolean accepts(ClassType source) {
    if (source == this) {
      return true;
    }
    Value plain = source.instance.nonliteral();
    return (!exact || plain == instance) && !source.instance.primitive() && plain.klass.isSubclassOf(this);
  }

  // ---- members ----

  Value member(String name) {
    for (ClassType c : mro()) {
      Value v = c.members.get(name);
      if (v != null) {
        return v;
      }
    }
    return null;
  }

  final Slot slot(String name) {
    for (ClassType c : mro()) {
      if (c.members.get(name) instanceof Slot s && !s.isClassVar()) {
        return s;
      }
    }
    return null;
  }

  /** A special method and the class that defines it; the class is dynamic where one is in the way, object where nothing is found. */
  final Map.Entry<ClassType, Value> special(String name) {
    for (ClassType c : mro()) {
      if (c == env.dynamic) {
        return new java.util.AbstractMap.SimpleEntry<>(env.dynamic, null);
      }
      Value v = c.members.get(name);
      if (v != null) {
        return new java.util.AbstractMap.SimpleEntry<>(c, v);
      }
    }
    return new java.util.AbstractMap.SimpleEntry<>(env.object, null);
  }

  void declareClass(Stmt.ClassDef node, ClassType c) {
    memberNodes.put(node.name(), node);
    members.put(node.name(), c);
  }

  void declareFunction(FunctionValue f) {
    Value existing = members.get(f.name);
    Value made = f;
    if (existing instanceof FunctionValue other) {
      made = new FunctionGroup(env, other, f);
    } else if (existing instanceof FunctionGroup group) {
      group.functions.add(f);
      made = group;
    } else if (existing != null) {
      throw new TypedError("function conflicts with other member " + f.name + " in " + name());
    }
    f.setContainer(this);
    memberNodes.put(f.name, f.node.node());
    members.put(f.name, made);
    if (f.name.equals("__init__") && !f.node.args().args().isEmpty()) {
      new InitSlots(this, f).visit(f.node.body());
    }
  }

  void defineSlot(String name, Node node, TypeRef type, Node assignment, boolean onClass) {
    Value existing = members.get(name);
    if (existing == null) {
      memberNodes.put(name, node);
      members.put(name, new Slot(type, name, this, assignment, onClass));
    } else if (existing instanceof Slot s) {
      if (s.type == null) {
        s.type = type;
        memberNodes.put(name, node);
      } else if (type != null) {
        throw new TypedError("Cannot re-declare member '" + name + "' in '" + instance.name() + "'");
      }
      s.update(assignment, onClass);
    } else {
      throw new TypedError("slot conflicts with other member " + name + " in " + name());
    }
  }

  @Override
  Value finish(ModuleTable m, ClassType owner) {
    // members may be added while others are finished
    List<String> done = new ArrayList<>();
    for (boolean more = true; more; ) {
      more = false;
      for (String name : new ArrayList<>(members.keySet())) {
        if (!done.contains(name)) {
          done.add(name);
          more = true;
          finishMember(name, m);
        }
      }
    }
    return this;
  }

  private void finishMember(String name, ModuleTable m) {
    m.within(memberNodes.get(name), () -> {
      Value v = members.get(name).finish(m, this);
      if (v == null) {
        members.remove(name);
      } else {
        members.put(name, v);
      }
    });
  }

  @Override
  void validateOverrides(ModuleTable m, ClassType owner) {
    List<String> hidden = new ArrayList<>();
    for (Map.Entry<String, Value> e : new ArrayList<>(members.entrySet())) {
      m.within(memberNodes.get(e.getKey()), () -> {
        e.getValue().validateOverrides(m, this);
        validateOverride(e.getKey(), e.getValue(), m, hidden);
      });
    }
    hidden.forEach(members::remove);
  }

  private void validateOverride(String name, Value mine, ModuleTable m, List<String> hidden) {
    for (ClassType base : mro().subList(1, mro().size())) {
      Value inherited = base.members.get(name);
      if (inherited == null) {
        continue;
      }
      Value override = mine instanceof Decorated.Transparent t ? t.function : mine;
      if (!inherited.canOverride(override, this, m)) {
        throw new TypedError("class cannot hide inherited member: " + inherited);
      }
      if (inherited instanceof Slot b && mine instanceof Slot s) {
        if (b.isFinal() || !b.assignedOnClass) {
          hidden.add(name);
          break;
        }
        s.override = b;
        s.type = b.type;
      }
    }
  }

  List<String> ownFinalMethods() {
    List<String> names = new ArrayList<>();
    members.forEach((name, v) -> {
      if (v instanceof FunctionLike f && f.isFinal()) {
        names.add(name);
      }
    });
    return names;
  }

  // ---- as a value ----

  @Override
  Value resolveAttr(Expr.Attribute node, Resolver r) {
    for (ClassType base : mro()) {
      Value member = base.members.get(node.attr());
      if (member != null) {
        Value v = member.descriptorGet(node, null, this, r);
        if (v != null) {
          return v;
        }
      }
    }
    return super.resolveAttr(node, r);
  }

  @Override
  boolean bindBinary(Expr.BinOp node, Binder b, Value context) {
    if (node.op() != Operator.BitOr) {
      return super.bindBinary(node, b, context);
    }
    Value right = b.get(node.right());
    if (right == env.none.instance) {
      right = env.none;
    } else if (right == env.DYNAMIC) {
      right = env.dynamic;
    }
    if (!(right instanceof ClassType c)) {
      b.error("unsupported operand type(s) for |: " + name() + " and " + right.name(), node);
      return false;
    }
    b.set(node, env.union(this, c));
    return true;
  }

  @Override
  Effect bindCall(Expr.Call node, Binder b, Value context) {
    return Construction.bind(this, node, b);
  }

  /** Dynamic: nothing is known. Any object may be it, and it may be any object. */
  static final class Dynamic extends ClassType {
    Dynamic(TypeEnv env) {
      super(env, "builtins", "object", null, true, DynamicInstance::new);
    }

    @Override
    boolean nominal() {
      return false;
    }

    @Override
    String readableName() {
      return "dynamic";
    }

    @Override
    String exactInstanceName() {
      return "dynamic";
    }

    @Override
    boolean accepts(ClassType source) {
      return !source.instance.primitive();
    }

    @Override
    Const.Tuple descriptor() {
      return new Const.Tuple(List.of("builtins", "object"));
    }
  }

  private static final class DynamicInstance extends Instance {
    DynamicInstance(ClassType klass) {
      super(klass);
    }

    @Override
    boolean nominal() {
      return false;
    }
  }

  /** Only exists when the program is compiled: decorators, special forms. */
  static class Form extends ClassType {
    Form(TypeEnv env, String module, String qualname) {
      super(env, module, qualname, null, false, null);
    }

    @Override
    ClassType makeExact() {
      return this;
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      return CallBinding.dynamic(node, b);
    }
  }
}
