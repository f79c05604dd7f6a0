package dev.tuff.typed;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.BoolOperator;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Keyword;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;

/**
 * From bound expressions to expressions with typed operations. What {@link #apply} makes gives a primitive itself if and only if the expression's
 * type is one; everything that Python's own instructions do takes objects, so primitives are boxed before. Calls pass objects in any case: who
 * calls need not know whether the callee was replaced, and compiled code sees through the boxes.
 */
class ExpressionLowering extends TreeRewriter {
  // SEQ_* of __static__
  private static final int SEQ_LIST = 0;
  private static final int SEQ_LIST_INEXACT = 2;
  static final int SEQ_CHECKED_LIST = 1 << 8;

  final Binder b;
  final TypeEnv env;
  private int temporaries;

  ExpressionLowering(Binder b) {
    this.b = b;
    this.env = b.env;
  }

  static Expr typed(int opcode, Object argument, Node at, Expr... operands) {
    return new Expr.Typed(opcode, argument, List.of(operands), at.start(), at.end());
  }

  String temporary() {
    return Binder.TEMPORARY + "." + ++temporaries;
  }

  static int code(Value v) {
    return ((Primitives.PrimitiveType) v.klass).code();
  }

  // ---- between objects and primitives ----

  private Expr boxed(Expr lowered, Value type) {
    return type.primitive() ? typed(PRIMITIVE_BOX, code(type), lowered, lowered) : lowered;
  }

  /** An expression as an object. */
  final Expr object(Expr e) {
    return e == null ? null : boxed(apply(e), b.get(e));
  }

  final List<Expr> objects(List<Expr> list) {
    List<Expr> out = new ArrayList<>(list.size());
    for (Expr e : list) {
      out.add(object(e));
    }
    return out;
  }

  private Expr unboxed(Expr lowered, Value type) {
    return typed(PRIMITIVE_UNBOX, code(type), lowered, lowered);
  }

  private static Expr convert(Expr lowered, int from, int to) {
    return from == to ? lowered : typed(CONVERT_PRIMITIVE, from | to << 4, lowered, lowered);
  }

  /** An expression where a value of type {@code to} is wanted: widened, or checked if nothing is known of it. */
  final Expr coerced(Expr e, ClassType to) {
    return coerced(apply(e), b.get(e), to);
  }

  final Expr coerced(Expr lowered, Value from, ClassType to) {
    if (to instanceof Primitives.PrimitiveType p) {
      return from.primitive() ? convert(lowered, code(from), p.code()) : unboxed(lowered, to.instance);
    }
    if (from.primitive()) {
      return boxed(lowered, from);
    }
    return from == env.DYNAMIC && checkable(to) ? typed(CAST, cast(to), lowered, lowered) : lowered;
  }

  /** What a value is checked against: a Literal against the constant itself. */
  private static Const.Tuple cast(ClassType to) {
    Object constant = to instanceof Numbers.NumberClass n ? n.literal : to instanceof Numbers.BoolClass c ? c.literal : null;
    return constant == null ? to.descriptor() : new Const.Tuple(List.of(to.module, to.qualname, "=", constant));
  }

  /** {@link #coerced}, as an object. */
  final Expr coercedObject(Expr e, ClassType to) {
    return boxed(coerced(e, to), to.instance);
  }

  boolean checkable(ClassType c) {
    return c.nominal() && c.inexactClass() != env.object && !c.descriptor().equals(env.dynamic.descriptor());
  }

  // ---- expressions ----

  @Override
  Expr apply(Expr e) {
    if (e == null) {
      return null;
    }
    return switch (e) {
      case Expr.Constant c -> b.get(c).primitive() ? constant(c, b.get(c)) : c;
      case Expr.Name n -> name(n);
      case Expr.Attribute a -> a.ctx() == ExprContext.Load
          ? attribute(a)
          : new Expr.Attribute(object(a.value()), a.attr(), a.ctx(), a.start(), a.end());
      case Expr.Subscript s -> subscript(s);
      case Expr.Call c -> call(c);
      case Expr.BinOp o -> binary(o);
      case Expr.UnaryOp o -> unary(o);
      case Expr.Compare c -> compare(c);
      case Expr.BoolOp o -> new Expr.BoolOp(o.op(), b.get(o).primitive() ? all(o.values()) : objects(o.values()), o.start(), o.end());
      case Expr.IfExp i -> b.get(i).primitive()
          ? rebuild(i)
          : new Expr.IfExp(apply(i.test()), object(i.body()), object(i.orelse()), i.start(), i.end());
      case Expr.NamedExpr n -> new Expr.NamedExpr(n.target(), coerced(n.value(), b.get(n.target()).klass), n.start(), n.end());
      case Expr.Await a -> {
        Expr made = rebuild(a);
        yield b.get(a).primitive() ? unboxed(made, b.get(a)) : made;
      }
      case Expr.ListExpr l -> l.ctx() == ExprContext.Load && b.get(l) instanceof Containers.CheckedList v ? checkedList(l, v) : rebuild(l);
      case Expr.ListComp c -> b.get(c) instanceof Containers.CheckedList v ? construct(rebuild(c), v) : rebuild(c);
      case Expr.Dict d -> b.get(d) instanceof Containers.CheckedDict v ? checkedDict(d, v) : rebuild(d);
      case Expr.DictComp c -> b.get(c) instanceof Containers.CheckedDict v ? construct(rebuild(c), v) : rebuild(c);
      default -> rebuild(e);
    };
  }

  private static Expr constant(Expr.Constant c, Value type) {
    Object v = c.value();
    if (type instanceof Primitives.DoubleValue) {
      v = v instanceof Number n ? n.doubleValue() : v instanceof Boolean t ? (t ? 1.0 : 0.0) : v;
    } else if (code(type) == Primitives.BOOL && v instanceof Long n) {
      v = n != 0;
    }
    return typed(PRIMITIVE_LOAD_CONST, new Const.Tuple(List.of(v, (long) code(type))), c);
  }

  private Expr name(Expr.Name n) {
    Expr.Constant known = b.constants.get(n);
    if (known == null) {
      return n;
    }
    Expr.Constant number = new Expr.Constant(known.value(), known.kind(), n.start(), n.end());
    return b.get(n).primitive() ? constant(number, b.get(n)) : number;
  }

  private Expr attribute(Expr.Attribute a) {
    Expr.Constant known = b.constants.get(a);
    if (known != null) {
      return constant(new Expr.Constant(known.value(), known.kind(), a.start(), a.end()), b.get(a));
    }
    Value of = b.get(a.value());
    Slot slot = of instanceof ClassType || of.primitive() ? null : of.klass.slot(a.attr());
    Hints.attribute(a, of, "load", b);
    Expr self = object(a.value());
    Expr made = slot != null && !slot.hasDefault() && !a.attr().equals("__dict__")
        ? typed(LOAD_FIELD, field(slot), a, self)
        : accessorOwner(of, a.attr()) != null ? accessor(of, a, "fget", self)
        : new Expr.Attribute(self, a.attr(), ExprContext.Load, a.start(), a.end());
    return b.get(a).primitive() ? unboxed(made, b.get(a)) : made;
  }

  /** The class whose property, or slot with a default, an attribute of an instance is; null if it is neither. */
  final ClassType accessorOwner(Value of, String name) {
    if (of instanceof ClassType || of.primitive()) {
      return null;
    }
    for (ClassType c : of.klass.mro()) {
      Value v = c.members.get(name);
      if (v != null) {
        return c != env.dynamic && c.nominal() && (v instanceof Decorated.Property || v instanceof Slot s && s.hasDefault()) ? c : null;
      }
    }
    return null;
  }

  /** Gets or sets such an attribute, so that what a subclass or a patch puts in its place is called and checked. */
  final Expr accessor(Value of, Expr.Attribute a, String way, Expr... operands) {
    Const.Tuple what = new Const.Tuple(List.of(accessorOwner(of, a.attr()).inexactClass().descriptor(), new Const.Tuple(List.of(a.attr(), way))));
    boolean virtual = !of.klass.exact && !of.klass.isFinal;
    if (virtual) {
      operands[0] = typed(LOAD_METHOD_STATIC, new Const.Tuple(List.of(what)), a, operands[0]);
    }
    long count = operands.length - (virtual ? 1 : 0);
    return typed(virtual ? INVOKE_METHOD : INVOKE_FUNCTION, new Const.Tuple(List.of(what, count)), a, operands);
  }

  final Const.Tuple field(Slot slot) {
    return new Const.Tuple(List.of(slot.container.inexactClass().descriptor(), slot.name));
  }

  // ---- items ----

  /** The SEQ_* code for an index that is a primitive, or an int for an Array; -1 for Python's own instruction. */
  final int sequence(Expr.Subscript s) {
    Value of = b.get(s.value());
    ClassType index = b.get(s.slice()).klass;
    if (of instanceof Containers.Array a) {
      return index instanceof Primitives.IntType || env.integer.accepts(index) ? TypeCodes.array(a.code()) : -1;
    }
    if (!env.isSignedInt(index.instance.nonliteral().klass)) {
      return -1;
    }
    return of instanceof Containers.CheckedList ? SEQ_CHECKED_LIST
        : of.klass == env.list.exactClass() ? SEQ_LIST : of.klass == env.list ? SEQ_LIST_INEXACT : -1;
  }

  final Expr index(Expr.Subscript s) {
    Value type = b.get(s.slice());
    return type.primitive() ? convert(apply(s.slice()), code(type), 7) : unboxed(apply(s.slice()), env.int64.instance);
  }

  private Expr subscript(Expr.Subscript s) {
    int sequence = s.ctx() == ExprContext.Load ? sequence(s) : -1;
    if (sequence >= 0) {
      return typed(SEQUENCE_GET, sequence, s, object(s.value()), index(s));
    }
    Expr made = new Expr.Subscript(object(s.value()), object(s.slice()), s.ctx(), s.start(), s.end());
    return s.ctx() == ExprContext.Load && b.get(s).primitive() ? unboxed(made, b.get(s)) : made;
  }

  // ---- displays ----

  private Expr checkedList(Expr.ListExpr l, Value type) {
    for (Expr e : l.elts()) {
      if (e instanceof Expr.Starred) {
        return construct(rebuild(l), type);
      }
    }
    Const.Tuple what = new Const.Tuple(List.of(type.klass.descriptor(), (long) l.elts().size()));
    return new Expr.Typed(BUILD_CHECKED_LIST, what, objects(l.elts()), l.start(), l.end());
  }

  private Expr checkedDict(Expr.Dict d, Value type) {
    if (d.keys().contains(null)) {
      return construct(rebuild(d), type);
    }
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < d.keys().size(); i++) {
      parts.add(object(d.keys().get(i)));
      parts.add(object(d.values().get(i)));
    }
    Const.Tuple what = new Const.Tuple(List.of(type.klass.descriptor(), (long) d.keys().size()));
    return new Expr.Typed(BUILD_CHECKED_MAP, what, parts, d.start(), d.end());
  }

  /** A checked container made of a plain one. */
  private static Expr construct(Expr plain, Value type) {
    return new Expr.Call(typed(LOAD_CLASS, type.klass.descriptor(), plain), List.of(plain), List.of(), plain.start(), plain.end());
  }

  // ---- operators ----

  private Expr binary(Expr.BinOp o) {
    Value left = b.get(o.left());
    Value right = b.get(o.right());
    Value type = b.get(o);
    Value common = b.common.getOrDefault(o, type);
    if (!left.primitive() || !right.primitive() || !common.primitive()) {
      return coercedResult(new Expr.BinOp(object(o.left()), o.op(), object(o.right()), o.start(), o.end()), type);
    }
    int code = code(common.nonliteral());
    int operation = PrimitiveOps.binary(o.op(), code);
    return typed(PRIMITIVE_BINARY_OP, operation | code << 8, o, coerced(o.left(), common.nonliteral().klass),
        coerced(o.right(), common.nonliteral().klass));
  }

  private Expr coercedResult(Expr made, Value type) {
    return type.primitive() ? unboxed(made, type) : made;
  }

  /** {@code x += y} of primitives, {@code current} being x. */
  final Expr augmented(Expr current, Value type, Operator op, Expr value, Node at) {
    int code = code(type);
    return typed(PRIMITIVE_BINARY_OP, PrimitiveOps.binary(op, code) | code << 8, at, current, coerced(value, type.klass));
  }

  private Expr unary(Expr.UnaryOp o) {
    Value type = b.get(o.operand());
    if (!type.primitive()) {
      return rebuild(o);
    }
    if (o.op() == UnaryOperator.UAdd) {
      return apply(o.operand());
    }
    int code = code(type);
    return typed(PRIMITIVE_UNARY_OP, PrimitiveOps.unary(o.op(), code) | code << 8, o, apply(o.operand()));
  }

  private Expr compare(Expr.Compare c) {
    Value[] types = b.compared.get(c);
    boolean primitive = types != null;
    for (int i = 0; primitive && i < types.length; i++) {
      Expr left = i == 0 ? c.left() : c.comparators().get(i - 1);
      primitive = types[i] != null && types[i].primitive() && b.get(left).primitive() && b.get(c.comparators().get(i)).primitive();
    }
    if (!primitive) {
      return new Expr.Compare(object(c.left()), c.ops(), objects(c.comparators()), c.start(), c.end());
    }
    Expr left = coerced(c.left(), types[0].klass);
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      Expr operand = c.comparators().get(i);
      Expr right = coerced(operand, types[i].klass);
      Expr next = null;
      if (i + 1 < types.length) {
        Expr.Name store = new Expr.Name(temporary(), ExprContext.Store, operand.start(), operand.end());
        next = coerced(new Expr.Name(store.id(), ExprContext.Load, operand.start(), operand.end()), b.get(operand), types[i + 1].klass);
        right = coerced(new Expr.NamedExpr(store, apply(operand), operand.start(), operand.end()), b.get(operand), types[i].klass);
      }
      parts.add(comparison(c, c.ops().get(i), types[i], left, right));
      left = next;
    }
    return parts.size() == 1 ? parts.getFirst() : new Expr.BoolOp(BoolOperator.And, parts, c.start(), c.end());
  }

  private Expr comparison(Expr.Compare at, CmpOperator op, Value type, Expr left, Expr right) {
    int code = code(type.nonliteral());
    return typed(PRIMITIVE_COMPARE_OP, PrimitiveOps.compare(op, code) | code << 8, at, left, right);
  }

  // ---- calls ----

  private Expr call(Expr.Call c) {
    CallPlan plan = b.plans.get(c);
    Value type = b.get(c);
    if (plan != null) {
      Expr made = plan.lower(c, this);
      return type.primitive() && !plan.raw() ? unboxed(made, type) : made;
    }
    if (b.get(c.func()) instanceof Primitives.PrimitiveType p && c.args().size() == 1) {
      return conversion(c.args().getFirst(), p);
    }
    if (b.get(c.func()) == env.bool && c.args().size() == 1 && b.get(c.args().getFirst()).primitive()) {
      return object(c.args().getFirst());
    }
    return coercedResult(ordinaryCall(c), type);
  }

  /** {@code int8(x)}. */
  private Expr conversion(Expr e, Primitives.PrimitiveType to) {
    Value from = b.get(e);
    if (from.primitive()) {
      return convert(apply(e), code(from), to.code());
    }
    return unboxed(checkedFor(to, e), to.instance);
  }

  /** An object that is to be unboxed: what is not known to fit is checked. */
  private Expr checkedFor(Primitives.PrimitiveType to, Expr e) {
    ClassType boxed = to.boxed();
    Expr made = apply(e);
    return boxed.accepts(b.get(e).klass) ? made : typed(CAST, boxed.inexactClass().descriptor(), made, made);
  }

  final Expr ordinaryCall(Expr.Call c) {
    List<Keyword> keywords = new ArrayList<>();
    for (Keyword k : c.keywords()) {
      keywords.add(new Keyword(k.arg(), object(k.value()), k.start(), k.end()));
    }
    return new Expr.Call(callee(c.func()), objects(c.args()), keywords, c.start(), c.end());
  }

  /** A generic class with its arguments is loaded by what the binder knows them to be. */
  private Expr callee(Expr f) {
    boolean generic = f instanceof Expr.Subscript && b.get(f) instanceof Generic g && g.genericDefinition() != null && g.nominal()
        && g instanceof Containers.CheckedClass;
    return generic ? typed(LOAD_CLASS, ((ClassType) b.get(f)).descriptor(), f) : apply(f);
  }

  final Expr invoke(Expr.Call c, List<CallBinding.Argument> arguments, Const.Tuple descriptor, boolean virtual) {
    List<Expr> operands = new ArrayList<>();
    for (CallBinding.Argument a : arguments) {
      Expr value = coercedObject(a.value(), a.type());
      operands.add(virtual && operands.isEmpty() ? typed(LOAD_METHOD_STATIC, new Const.Tuple(List.of(descriptor)), value, value) : value);
    }
    if (virtual) {
      Hints.method((String) descriptor.items().get(1), c, b);
    }
    long count = operands.size() - (virtual ? 1 : 0);
    return new Expr.Typed(virtual ? INVOKE_METHOD : INVOKE_FUNCTION, new Const.Tuple(List.of(descriptor, count)), operands, c.start(), c.end());
  }

  final Expr invokeNative(Expr.Call c, List<CallBinding.Argument> arguments, Const.Tuple target) {
    List<Expr> operands = new ArrayList<>();
    for (CallBinding.Argument a : arguments) {
      operands.add(coercedObject(a.value(), a.type()));
    }
    return new Expr.Typed(INVOKE_NATIVE, target, operands, c.start(), c.end());
  }

  final Expr inline(Expr.Call c, List<Expr.NamedExpr> stores, Expr body, ClassType declared) {
    Expr made = coerced(body, b.get(body).primitive() ? b.get(body).nonliteral().klass : declared);
    if (stores.isEmpty()) {
      return made;
    }
    // the arguments are stored in their order, then comes the body: (t1 := a, t2 := b, body)[-1] without the tuple
    for (int i = stores.size() - 1; i >= 0; i--) {
      Expr.NamedExpr s = stores.get(i);
      made = typed(SECOND, null, c, object(s), made);
    }
    return made;
  }

  final Expr length(Expr.Call c, boolean asObject) {
    int kind = c.args().size() == 1 && c.keywords().isEmpty() ? b.get(c.args().getFirst()).fastLength() : -1;
    if (kind < 0) {
      return ordinaryCall(c);
    }
    Expr made = typed(FAST_LEN, kind, c, object(c.args().getFirst()));
    return asObject ? boxed(made, env.int64.instance) : made;
  }

  final Expr box(Expr e) {
    return object(e);
  }

  final Expr unbox(Expr.Call c) {
    Value type = b.get(c);
    Expr e = c.args().getFirst();
    return type.klass instanceof Primitives.PrimitiveType p ? unboxed(checkedFor(p, e), type) : object(e);
  }

  final Expr cast(Expr.Call c) {
    ClassType to = b.get(c).klass;
    Expr value = object(c.args().get(1));
    return to.nominal() ? typed(CAST, to.descriptor(), c, value) : value;
  }
}
