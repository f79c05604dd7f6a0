package dev.tuff.jit.build;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.Assumption;
import dev.tuff.engine.interp.Signature;
import dev.tuff.engine.interp.StaticCallee;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.interp.TypedEntry;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.hir.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Calls of static functions: INVOKE_FUNCTION and INVOKE_METHOD. A callee whose code begins with CHECK_ARGS is called with arguments as that
 * leaves them, primitives raw, or becomes part of the unit; a method is chosen by its receiver's class.
 */
final class TypedCalls {
  /** Instructions of a callee that is inlined anywhere, and in a unit that is small with it. */
  private static final int MAX_INLINED = 16;
  private static final int MAX_IN_SMALL = 60;
  private static final int SMALL = 400;

  private final HirBuilder b;

  TypedCalls(HirBuilder b) {
    this.b = b;
  }

  /** What a function with CHECK_ARGS takes and gives. */
  static Signature signature(PyCode code) {
    return Interpreter.current().staticOps.signature(code);
  }

  /** Whether calls of a static function may go without its CHECK_ARGS: all it has are plain arguments. */
  static boolean isTyped(PyCode code) {
    code.instructions();
    return Entries.checksArguments(code) && code.plainArguments && !code.suspendable && Entries.start(code) >= 0
        && Entries.ownCells(code).length == 0 && code.argCount <= 60;
  }

  /**
   * The arguments of a static function as its CHECK_ARGS leaves them.
   *
   * @param trusted whether the compiler has seen to it that objects are of the types declared
   * @return null if that is not for compiled code
   */
  Node[] checked(PyFunction fn, Node[] arguments, boolean trusted) {
    Signature s = signature(fn.code);
    Node[] all = arguments.clone();
    for (int i = 0; i < s.places().length; i++) {
      int place = s.places()[i];
      if (all[place] == null) {
        // an object that is made for the call
        continue;
      }
      if (s.types()[i].code() != TypeCodes.OBJECT) {
        all[place] = b.primitives.unboxed(all[place], s.types()[i].code());
        if (all[place] == null) {
          return null;
        }
      } else if (!trusted) {
        if (b.isGeneric()) {
          return null;
        }
        b.statics.checkType(s.types()[i], all[place]);
      }
    }
    return all;
  }

  boolean invokeFunction(int count, Object cache) throws NotCompilable {
    if (!(cache instanceof StaticCallee.Cache c) || c.callee() == null || b.isGeneric()) {
      return false;
    }
    if (c.callee().shape() != null) {
      // a property of a class that has no class below
      return invokeMethod(count, cache);
    }
    if (!isCallable(c.callee(), count)) {
      return false;
    }
    b.checkOnce(Op.CHECK_CALLEE, c.callee(), c.callee());
    return call(c.callee(), count);
  }

  boolean invokeMethod(int count, Object cache) throws NotCompilable {
    if (!(cache instanceof StaticCallee.Cache) || b.isGeneric()) {
      return false;
    }
    List<StaticCallee> callees = new ArrayList<>();
    for (StaticCallee.Cache c = (StaticCallee.Cache) cache; c != null; c = c.previous()) {
      StaticCallee callee = c.callee();
      if (callee == null || callee.shape() == null || !isCallable(callee, count)) {
        return false;
      }
      if (callee.type().version == callee.version()) {
        callees.add(callee);
      }
    }
    if (callees.isEmpty()) {
      return false;
    }
    Assumption alike = alike(callees);
    if (alike != null) {
      b.checkOnce(Op.CHECK_FAMILY, alike, alike);
      return call(callees.getFirst(), count);
    }
    return choose(callees, b.top(count), callee -> call(callee, count));
  }

  /** What to rely on if all receivers that there can be have the one method; null if they have not. */
  private static Assumption alike(List<StaticCallee> callees) {
    StaticCallee first = callees.getFirst();
    boolean same = first.function() != null && first.declared() != null
        && callees.stream().allMatch(c -> c.function() == first.function() && c.check() == null && first.declared().equals(c.declared()));
    return same ? first.declared().type().shared(first.declared().method(), first.function()) : null;
  }

  private static boolean isCallable(StaticCallee callee, int count) {
    if (callee.function() == null) {
      return Fields.field(callee) != null;
    }
    PyCode code = callee.function().code;
    return code.argCount == count && (Tiers.isPlain(code) || callee.check() == null && isTyped(code));
  }

  private boolean call(StaticCallee callee, int count) throws NotCompilable {
    PyFunction fn = callee.function();
    if (fn == null) {
      b.fields.slot(callee, count);
      return true;
    }
    Node[] operands = new Node[count];
    for (int i = 0; i < count; i++) {
      operands[i] = b.top(count - i);
    }
    if (callee.check() != null) {
      callPlain(callee, operands);
      return true;
    }
    if (!isTyped(fn.code)) {
      return b.calls.callKnown(b.constant(fn), fn, operands, null, b.slots.sp - count);
    }
    Node[] arguments = checked(fn, operands, true);
    if (arguments == null) {
      return false;
    }
    callTyped(fn, arguments, count);
    return true;
  }

  /** Calls what has taken the place of a static function and checks its arguments itself; they are all the stack has on top. */
  private void callPlain(StaticCallee callee, Node[] operands) throws NotCompilable {
    PyFunction fn = callee.function();
    int height = b.slots.sp - operands.length;
    TypeCheck type = callee.check().type();
    if (type == null || fn.code.instructions.length > MAX_IN_SMALL
        || !Inlining.may(b.graph, b.activation, fn, Arguments.bind(fn, operands, null, false), false)) {
      b.calls.called(Op.CALL_FUNCTION, fn, operands, height);
      b.generic.routine("checked", callee.check(), 0, 1);
      return;
    }
    b.inliner.inlineChecked(fn, operands, callee.check(), height);
    if (b.block == null || b.statics.isSurely(type, b.top(1))) {
      return;
    }
    Block fine = b.graph.block(-1);
    Block other = b.graph.block(-1);
    Block after = b.graph.block(-1);
    b.branch(b.add(Op.HAS_TYPE, type, b.top(1)), fine, other);
    b.enter(fine);
    b.jump(after);
    b.enter(other);
    b.generic.routine("checked", callee.check(), 0, 1);
    b.jump(after);
    b.meet(after);
  }

  /**
   * Whether a callee becomes part of the unit. HotSpot inlines closed calls itself, but only those of less than 325 bytes, and compiles large units
   * last of all: so it is what is shorter than a call, or of middling size in a unit that stays so.
   */
  private boolean isShort(PyCode code) {
    int length = code.instructions.length;
    return length <= MAX_INLINED || length <= MAX_IN_SMALL && b.graph.instructions + length <= SMALL;
  }

  /**
   * Calls a static function, whose arguments are as its CHECK_ARGS leaves them.
   *
   * @param operands how many of the stack it takes
   */
  private void callTyped(PyFunction fn, Node[] arguments, int operands) throws NotCompilable {
    int height = b.slots.sp - operands;
    if (isShort(fn.code) && Inlining.may(b.graph, b.activation, fn, Arguments.bind(fn, arguments, null, false), false)) {
      b.inliner.inline(fn, arguments, height, false);
      return;
    }
    TypedEntry entry = fn.code.typedEntry(signature(fn.code));
    boolean own = fn.code == b.graph.own;
    b.graph.callsItself |= own;
    if (!own && !Tiers.isCompiled(fn.code, Entries.start(fn.code))) {
      b.graph.callees.add(fn);
    }
    boolean closed = own ? b.graph.closed : entry.isClosed();
    if (!closed) {
      b.frames.flush(height);
    }
    Node[] raw = new Node[arguments.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = b.primitives.raw(arguments[i], entry.code(i));
    }
    Node r = b.add(closed ? Op.CALL_CLOSED : Op.CALL_TYPED, new Site(b.activation, b.at, height, fn), raw);
    int result = entry.signature.result();
    r.returns = entry.signature.returns();
    r.rep = Rep.of(entry.type.returnType());
    b.slots.sp = height;
    Arrays.fill(b.slots.inFrame, height, b.slots.inFrame.length, null);
    b.push(result == TypeCodes.UINT64 ? b.add(Op.BOX_UNSIGNED, null, r) : b.box(r));
    if (!closed) {
      // tools may look on since the call
      b.graph.add(b.block, Op.POLL, null, b.state(b.at + 1));
    }
  }

  /** What one of several ways does. */
  interface Way {
    boolean build(StaticCallee callee) throws NotCompilable;
  }

  /**
   * A way for each class of receivers, a guard at the last; in what is built for one of their classes, only that one.
   *
   * @return false if it is not for compiled code
   */
  boolean choose(List<StaticCallee> callees, Node receiver, Way way) throws NotCompilable {
    Shape taken = b.graph.receivers.get(receiver);
    List<StaticCallee> possible = taken == null ? List.of() : callees.stream().filter(c -> takes(c, taken)).toList();
    boolean built = true;
    if (possible.size() == 1 || callees.size() == 1) {
      StaticCallee only = possible.size() == 1 ? possible.getFirst() : callees.getFirst();
      b.learn(Op.CHECK_RECEIVER, only, receiver);
      b.graph.receivers.put(receiver, only.shape());
      built = way.build(only);
    } else {
      ways(callees, receiver, way);
    }
    b.graph.receivers.put(receiver, taken);
    return built;
  }

  private static boolean takes(StaticCallee callee, Shape shape) {
    return callee.shape() == null ? callee.type() == shape.type : callee.shape() == shape;
  }

  private void ways(List<StaticCallee> callees, Node receiver, Way way) throws NotCompilable {
    Block after = b.graph.block(-1);
    boolean returns = false;
    for (StaticCallee callee : callees) {
      Block next = null;
      if (callee == callees.getLast()) {
        b.learn(Op.CHECK_RECEIVER, callee, receiver);
      } else {
        Block yes = b.graph.block(-1);
        next = b.graph.block(-1);
        b.branch(b.add(Op.RECEIVER_IS, callee, receiver), yes, next);
        b.enter(yes);
      }
      b.graph.receivers.put(receiver, callee.shape());
      if (!way.build(callee)) {
        throw new NotCompilable("a call that may go several ways");
      }
      if (b.block != null) {
        returns = true;
        b.jump(after);
      }
      if (next != null) {
        b.enter(next);
      }
    }
    if (returns) {
      b.meet(after);
    }
  }
}
