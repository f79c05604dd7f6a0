package dev.tuff.typed;

import dev.tuff.syntax.ast.Expr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The light enums of {@code __static__}: members are known, and cannot be changed. */
final class Enums {
  private Enums() {}

  static EnumClass base(TypeEnv env, String name) {
    List<ClassType> bases = switch (name) {
      case "IntEnum" -> List.of(env.enumClass, env.integer);
      case "StringEnum" -> List.of(env.enumClass, env.str);
      default -> List.of(env.object);
    };
    return new EnumClass(env, "__static__", name, bases, false, name, new LinkedHashMap<>());
  }

  static final class EnumClass extends ClassType {
    /** Enum, IntEnum or StringEnum. */
    private final String kind;
    private final Map<String, Value> enumMembers;

    EnumClass(TypeEnv env, String module, String qualname, List<ClassType> bases, boolean exact, String kind, Map<String, Value> enumMembers) {
      super(env, module, qualname, bases, exact, EnumValue::new);
      this.kind = kind;
      this.enumMembers = enumMembers;
    }

    private EnumClass root() {
      return kind.equals("IntEnum") ? env.intEnum : kind.equals("StringEnum") ? env.stringEnum : env.enumClass;
    }

    @Override
    ClassType makeExact() {
      EnumClass c = new EnumClass(env, module, qualname, bases, true, kind, enumMembers);
      c.members.putAll(members);
      return c;
    }

    @Override
    ClassType subclass(String module, String qualname, List<ClassType> bases) {
      String what = kind.equals("Enum") ? "Enum" : kind;
      if (bases.size() > 1) {
        throw new TypedError("Static " + what + " types cannot support multiple bases: " + bases);
      }
      if (bases.getFirst().inexactClass() != root()) {
        throw new TypedError("Static " + what + " types do not allow subclassing");
      }
      return new EnumClass(env, module, qualname, bases, false, kind, new LinkedHashMap<>());
    }

    void bindMember(String name, Value value) {
      ClassType of = kind.equals("IntEnum") ? env.integer : kind.equals("StringEnum") ? env.str : null;
      if (of != null && !of.accepts(value.klass)) {
        throw new TypedError(kind + " values must be " + of.qualname + ", not " + value.name());
      }
      enumMembers.put(name, new EnumValue(this, name, value));
    }

    @Override
    void bindAttr(Expr.Attribute node, Binder b, Value context) {
      if (isStore(node)) {
        b.error("Static Enum values cannot be modified or deleted", node);
      }
      Value v = enumMembers.get(node.attr());
      if (v != null) {
        b.set(node, v);
      } else {
        super.bindAttr(node, b, context);
      }
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      if (node.args().size() != 1) {
        b.error(name() + " requires a single argument (" + node.args().size() + " given)", node);
      }
      CallBinding.dynamic(node, b);
      b.set(node, instance);
      return Effect.NONE;
    }
  }

  static final class EnumValue extends Instance {
    private final String member;
    private final Value value;

    EnumValue(ClassType klass) {
      this(klass, null, null);
    }

    EnumValue(ClassType klass, String member, Value value) {
      super(klass);
      this.member = member;
      this.value = value;
    }

    @Override
    String name() {
      return member == null ? super.name() : "<" + super.name() + "." + member + ": " + value + ">";
    }

    @Override
    Value nonliteral() {
      return member == null ? this : klass.instance;
    }

    @Override
    void bindAttr(Expr.Attribute node, Binder b, Value context) {
      if (isStore(node)) {
        b.error("Enum values cannot be modified or deleted", node);
      }
      if (node.attr().equals("name")) {
        b.set(node, b.env.str.exactClass().instance);
      } else if (node.attr().equals("value")) {
        b.set(node, value == null ? b.env.DYNAMIC : value);
      } else {
        super.bindAttr(node, b, context);
      }
    }
  }
}
