package dev.tuff.typed;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.UnaryOperator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The machine numbers of {@code __static__}: values without a Python object, which only locals, parameters, results and slots can hold. */
final class Primitives {
  /** TYPED_* codes of spec §4: size and sign of ints in the low bits. */
  static final int DOUBLE = 9;
  static final int SINGLE = 10;
  static final int BOOL = 12;

  private Primitives() {}

  /** Class of all of them. */
  abstract static class PrimitiveType extends ClassType {
    PrimitiveType(TypeEnv env, String name, java.util.function.Function<ClassType, Value> instances) {
      super(env, "__static__", name, List.of(), true, instances);
    }

    abstract int code();

    /** The class of what boxing makes. */
    abstract ClassType boxed();

    @Override
    boolean canBeNarrowed() {
      return false;
    }

    @Override
    ClassType subclass(String module, String qualname, List<ClassType> bases) {
      String name = module.isEmpty() || module.equals("builtins") ? qualname : module + "." + qualname;
      throw new TypedError("Primitive type " + instanceName() + " cannot be subclassed: " + name);
    }

    @Override
    Const.Tuple descriptor() {
      return new Const.Tuple(new ArrayList<>(List.of(module, qualname, "#")));
    }

    Expr single(Expr.Call node, Binder b) {
      if (node.args().size() != 1) {
        b.error(name() + " requires a single argument (" + node.args().size() + " given)", node);
      }
      b.set(node, instance);
      return node.args().isEmpty() ? null : node.args().getFirst();
    }
  }

  static final class IntType extends PrimitiveType {
    final int code;
    final Object literal;

    IntType(TypeEnv env, int code, String name, Object literal) {
      super(env, name, IntValue::new);
      this.code = code;
      this.literal = literal;
    }

    static String nameOf(int code) {
      return ((code & 1) != 0 ? "int" : "uint") + (8 << (code >> 1));
    }

    @Override
    int code() {
      return code;
    }

    /** 0 to 3 for 8 to 64 bits. */
    int size() {
      return code >> 1 & 3;
    }

    boolean signed() {
      return (code & 1) != 0;
    }

    boolean isBool() {
      return code == BOOL;
    }

    @Override
    ClassType boxed() {
      return isBool() ? env.bool : env.integer;
    }

    boolean holds(Object number) {
      BigInteger n = number instanceof Boolean t ? BigInteger.valueOf(t ? 1 : 0)
          : number instanceof BigInteger big ? big : BigInteger.valueOf((Long) number);
      int bits = 8 << size();
      return signed() ? n.bitLength() < bits : n.signum() >= 0 && n.bitLength() <= bits;
    }

    @Override
    boolean accepts(ClassType source) {
      if (source instanceof IntType t) {
        if (t.literal != null) {
          return holds(t.literal);
        }
        if (t.signed() == signed() ? t.size() <= size() : t.size() < size() && signed()) {
          return true;
        }
      }
      return super.accepts(source);
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      Expr argument = single(node, b);
      if (argument == null) {
        return Effect.NONE;
      }
      b.visit(argument, argument instanceof Expr.Constant ? instance : null);
      Value given = b.get(argument);
      if (!converts(given)) {
        b.checkAssign(this, given.klass, argument);
      }
      return Effect.NONE;
    }

    /** Whether {@code T(x)} takes a value: ints of all kinds, and objects, which are checked when they come. */
    private boolean converts(Value given) {
      if (given == env.DYNAMIC || given == env.object.instance) {
        return true;
      }
      if (isBool()) {
        return given.klass == env.bool;
      }
      if (given == env.integer.instance) {
        return true;
      }
      Object constant = given.klass instanceof Numbers.NumberClass n ? n.literal : given.klass instanceof IntType t ? t.literal : null;
      if (constant != null) {
        return holds(constant);
      }
      return given.klass instanceof Numbers.NumberClass n && n.exact || given.klass instanceof IntType;
    }
  }

  static final class DoubleType extends PrimitiveType {
    DoubleType(TypeEnv env) {
      super(env, "double", DoubleValue::new);
    }

    @Override
    int code() {
      return DOUBLE;
    }

    @Override
    ClassType boxed() {
      return env.floating;
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      Expr argument = single(node, b);
      if (argument == null) {
        return Effect.NONE;
      }
      b.visit(argument, argument instanceof Expr.Constant ? instance : null);
      Value given = b.get(argument);
      boolean number = given.klass instanceof IntType t && !t.isBool();
      boolean fits = number || given == env.DYNAMIC || env.floating.accepts(given.klass) || env.integer.accepts(given.klass)
          || accepts(given.klass);
      if (!fits) {
        b.error("type mismatch: double cannot be created from " + given.name(), node);
      }
      return Effect.NONE;
    }
  }

  /** What both kinds of values refuse. */
  abstract static class PrimitiveValue extends Value {
    PrimitiveValue(ClassType klass) {
      super(klass);
    }

    @Override
    boolean primitive() {
      return true;
    }

    int code() {
      return ((PrimitiveType) klass).code();
    }

    String cannot(Operator op, String left, String right) {
      return "cannot " + verb(op) + " " + left + " and " + right;
    }

    @Override
    Value iterType(Expr node, Binder b) {
      b.error("cannot iterate over " + name(), node);
      return b.env.DYNAMIC;
    }

    @Override
    Value resolveAttr(Expr.Attribute node, Resolver r) {
      r.error("cannot load attribute from " + name(), node);
      return null;
    }

    @Override
    Effect bindCall(Expr.Call node, Binder b, Value context) {
      b.error("cannot call " + name(), node);
      return Effect.NONE;
    }

    @Override
    Value resolveSubscript(Expr.Subscript node, Value index, Resolver r) {
      r.error("cannot index " + name(), node);
      return null;
    }

    @Override
    boolean bindReverseBinary(Expr.BinOp node, Binder b, Value context) {
      b.expect(node.left(), this, cannot(node.op(), "{0}", "{1}"));
      b.set(node, node.op() == Operator.Pow ? b.env.doubleType.instance : this);
      return true;
    }
  }

  static final class IntValue extends PrimitiveValue {
    IntValue(ClassType klass) {
      super(klass);
    }

    private IntType type() {
      return (IntType) klass;
    }

    @Override
    String name() {
      return type().literal == null ? super.name() : "Literal[" + type().literal + "]";
    }

    @Override
    String exactName() {
      return name();
    }

    @Override
    Value nonliteral() {
      return type().literal == null ? this : klass.env.primitive(type().code).instance;
    }

    /** The type in which this and another int are computed together; null if none holds both. */
    private Value common(Value other) {
      if (type().isBool() || !(other.klass instanceof IntType t) || other != this && t.isBool()) {
        return null;
      }
      if (other == this) {
        return this;
      }
      if (type().signed() == t.signed()) {
        int size = Math.max(type().size(), t.size());
        return klass.env.primitive(size << 1 | (type().signed() ? 1 : 0)).instance;
      }
      int size = Math.max(type().size() + (type().signed() ? 0 : 1), t.size() + (t.signed() ? 0 : 1));
      return size <= 3 ? klass.env.primitive(size << 1 | 1).instance : null;
    }

    @Override
    boolean bindCompare(Expr.Compare node, int at, Expr left, CmpOperator op, Expr right, Binder b) {
      if (op == CmpOperator.In || op == CmpOperator.NotIn) {
        b.setCompare(node, at, b.env.DYNAMIC);
        b.set(node, b.env.bool.instance);
        return true;
      }
      if (!(b.get(right) instanceof IntValue)) {
        b.visit(right, this);
      }
      Value other = b.get(right);
      Value type = type().isBool() && other.klass instanceof IntType t && t.isBool() ? b.env.cbool.instance : common(other);
      if (type == null) {
        b.error("can't compare " + name() + " to " + other.name(), node);
        type = b.env.DYNAMIC;
      }
      b.setCompare(node, at, type);
      b.set(node, b.env.cbool.instance);
      return true;
    }

    @Override
    boolean bindReverseCompare(Expr.Compare node, int at, Expr left, CmpOperator op, Expr right, Binder b) {
      b.expect(left, this);
      b.setCompare(node, at, this);
      b.set(node, b.env.cbool.instance);
      return true;
    }

    @Override
    void bindConstant(Expr.Constant node, Binder b) {
      Object v = node.value();
      if (v instanceof Long || v instanceof BigInteger) {
        b.set(node, b.env.literal(this, v));
      } else if (v instanceof Boolean && this == b.env.cbool.instance) {
        b.set(node, this);
      } else {
        b.set(node, b.env.plainConstant(v));
      }
    }

    @Override
    boolean bindBinary(Expr.BinOp node, Binder b, Value context) {
      if (type().isBool()) {
        throw new TypedError("cbool is not a valid operand type for " + verb(node.op()));
      }
      Value right = b.get(node.right());
      if (right != this) {
        if (right.klass == b.env.list.exactClass() || right.klass == b.env.tuple.exactClass()) {
          b.set(node, right.klass.instance);
          return true;
        }
        b.visit(node.right(), context != null ? context : b.env.int64.instance);
      }
      if (node.op() == Operator.Pow && right.klass instanceof IntType t && t.signed() != type().signed()) {
        b.error(cannot(node.op(), name(), b.get(node.right()).name()), node);
      }
      Value type = context;
      if (context == null) {
        Value other = b.get(node.right());
        type = common(other);
        if (type == null) {
          b.error(cannot(node.op(), name(), other.name()), node);
          type = b.env.DYNAMIC;
        } else {
          b.common.put(node, type);
        }
      } else {
        b.checkAssign(context.klass, klass, node.left());
        b.checkAssign(context.klass, b.get(node.right()).klass, node.right(), cannot(node.op(), "{1}", "{0}"));
        b.common.put(node, type);
      }
      b.set(node, node.op() == Operator.Pow ? b.env.doubleType.instance : type);
      return true;
    }

    @Override
    void bindUnary(Expr.UnaryOp node, Binder b, Value context) {
      b.set(node, node.op() == UnaryOperator.Not ? b.env.cbool.instance : this);
    }
  }

  static final class DoubleValue extends PrimitiveValue {
    DoubleValue(ClassType klass) {
      super(klass);
    }

    @Override
    void bindUnary(Expr.UnaryOp node, Binder b, Value context) {
      if (node.op() == UnaryOperator.USub || node.op() == UnaryOperator.UAdd) {
        b.set(node, this);
      } else {
        b.error("Cannot invert/not a double", node);
      }
    }

    /** Only a double, or a float constant, can stand on the other side. */
    private void checkOperand(Expr e, Expr.Compare node, Binder b) {
      Value v = b.get(e);
      if (v == this) {
        return;
      }
      if (v == b.env.floating.exactClass().instance) {
        b.expect(e, this, "can't compare {0} to {1}");
      } else {
        b.error("can't compare " + name() + " to " + v.name(), node);
      }
    }

    @Override
    boolean bindCompare(Expr.Compare node, int at, Expr left, CmpOperator op, Expr right, Binder b) {
      checkOperand(right, node, b);
      b.setCompare(node, at, this);
      b.set(node, b.env.cbool.instance);
      return true;
    }

    @Override
    boolean bindReverseCompare(Expr.Compare node, int at, Expr left, CmpOperator op, Expr right, Binder b) {
      if (b.get(left) == this) {
        return false;
      }
      checkOperand(left, node, b);
      b.setCompare(node, at, this);
      b.set(node, b.env.cbool.instance);
      return true;
    }

    @Override
    boolean bindBinary(Expr.BinOp node, Binder b, Value context) {
      Value right = b.get(node.right());
      boolean known = switch (node.op()) {
        case Add, Sub, Mult, Div, Mod, Pow -> true;
        default -> false;
      };
      if (!known) {
        b.error(cannot(node.op(), name(), right.name()), node);
      }
      if (right != this) {
        b.expect(node.right(), context != null ? context : this, cannot(node.op(), "{0}", "{1}"));
      }
      b.set(node, this);
      return true;
    }

    /** An int constant is a double where one is wanted. */
    @Override
    void bindConstant(Expr.Constant node, Binder b) {
      Object v = node.value();
      boolean number = v instanceof Long || v instanceof BigInteger || v instanceof Double || v instanceof Boolean;
      b.set(node, number ? this : b.env.ofConstant(v));
    }
  }

  static String verb(Operator op) {
    return switch (op) {
      case Add -> "add";
      case Sub -> "subtract";
      case Mult -> "multiply";
      case FloorDiv, Div -> "divide";
      case Mod -> "modulus";
      case Pow -> "pow";
      case LShift -> "left shift";
      case RShift -> "right shift";
      case BitOr -> "bitwise or";
      case BitXor -> "xor";
      case BitAnd -> "bitwise and";
      case MatMult -> "matrix multiply";
    };
  }
}
