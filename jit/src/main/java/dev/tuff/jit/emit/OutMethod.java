package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.interp.Guard;
import dev.tuff.engine.interp.Speculation;
import dev.tuff.jit.build.StackUse;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.hir.Site;
import dev.tuff.jit.hir.State;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * The method of a stub: makes the frames that are not there, writes their state, and leaves or does the instruction.
 *
 * @param type its parameters: thread state, unit, the function if the body has it, the frames, the values that the state needs, and which of
 *     several guards has failed
 * @param node the operation whose guard has failed, or one with the same state
 * @param guards those that share the stub if they count as failures
 */
record OutMethod(ClassEmitter unit, String name, MethodTypeDesc type, Node node, List<Node> values, List<Guard> guards) {
  private static final int FUNCTION_AT = 2;

  /** Whether leaving there is a failure of a speculation. */
  static boolean counts(Node n) {
    return n.op != Op.POLL && n.op != Op.LEAVE;
  }

  /** What the interpreter is told of a guard. */
  static Guard guard(Node n) {
    return new Guard(n.activation.code(), n.instruction, n.form, n.op.name(), n.op.strays() && !n.stays);
  }

  void write(CodeBuilder c) {
    MethodCode m = new MethodCode(unit, c, FUNCTION_AT);
    List<State> chain = node.state.chain();
    int at = unit.isDirect() ? FUNCTION_AT + 1 : FUNCTION_AT;
    for (State each : chain) {
      m.frames.put(each.activation(), at++);
    }
    for (Node v : values) {
      m.locals.put(v, at);
      at += kind(v.rep).slotSize();
    }
    int callee = 0;
    if (node.op.callsTyped()) {
      callee = c.allocateLocal(TypeKind.REFERENCE);
      c.aload(0).invokestatic(TIERS, "liftCallee", MethodTypeDesc.of(FRAME, STATE)).astore(callee);
    }
    for (State each : chain) {
      int frame = m.frame(each.activation());
      if (each.arguments() != null) {
        m.makeFrame(each.activation(), each.arguments(), 0);
      }
      for (int i = 0; i < each.slots().length; i++) {
        if (each.slots()[i] != null) {
          c.aload(frame).getfield(FRAME, "fast", ARRAY).loadConstant(i);
          m.load(each.slots()[i]);
          c.aastore();
        }
      }
    }
    int frame = m.frame(node.state.activation());
    if (node.op.callsTyped()) {
      endCall(c, frame, m.frame(chain.getFirst().activation()), callee);
    } else if (unit.stays(node)) {
      stay(m, frame);
    } else {
      leave(m, frame, at);
    }
  }

  /** The callee of a call between static functions has gone wrong, or could not begin: the interpreter goes on with its frame, or makes the call. */
  private void endCall(CodeBuilder c, int frame, int outermost, int callee) {
    State state = node.state;
    int instruction = state.instruction();
    int height = state.slots().length;
    Label refused = c.newLabel();
    Site site = (Site) node.aux;
    c.aload(0).invokestatic(TIERS, "wasRefused", MethodTypeDesc.of(CD_boolean, STATE)).ifne(refused);
    c.aload(0).aload(outermost).aload(frame).aload(callee).loadConstant(instruction).loadConstant(site.height())
        .invokestatic(TIERS, "finishCallee", MethodTypeDesc.of(CD_Object, STATE, FRAME, FRAME, FRAME, CD_int, CD_int)).areturn();
    c.labelBinding(refused).aload(frame).loadConstant(instruction - 1).putfield(FRAME, "lasti", CD_int);
    c.aload(frame).loadConstant(height).putfield(FRAME, "sp", CD_int);
    c.aload(0).aload(frame).aload(1).loadConstant(instruction).loadConstant(Speculation.LEARNING)
        .invokestatic(TIERS, "refused", MethodTypeDesc.of(CD_void, STATE, FRAME, COMPILED, CD_int, CD_int)).aconst_null().areturn();
  }

  /** The interpreter does the instruction, and compiled code goes on behind it. */
  private void stay(MethodCode m, int frame) {
    CodeBuilder c = m.c;
    State state = node.state;
    int instruction = state.instruction();
    int height = state.slots().length;
    if (node.op == Op.LOAD_METHOD) {
      c.aload(0).aload(frame).aload(1).loadConstant(instruction).loadConstant(height)
          .invokestatic(TIERS, "stayMethod", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, CD_int, CD_int)).areturn();
      return;
    }
    int arg = state.activation().code().instructions[instruction] << 1 >>> 9;
    int result = node.rep == Rep.VOID ? -1 : height - StackUse.pops(Opcode.parent(state.form()), arg);
    c.aload(0).aload(frame).aload(1).loadConstant(instruction).loadConstant(height).loadConstant(result)
        .invokestatic(TIERS, "stay", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, CD_int, CD_int, CD_int));
    if (node.rep != Rep.OBJECT && node.rep != Rep.VOID) {
      m.call(node.rep == Rep.LONG ? "longOrNull" : "boolOrNull", CD_Object, CD_Object);
    }
    c.areturn();
  }

  /** The interpreter goes on before the instruction of the state. */
  private void leave(MethodCode m, int frame, int which) {
    CodeBuilder c = m.c;
    State state = node.state;
    int instruction = state.instruction();
    int height = state.slots().length;
    c.aload(frame).loadConstant(instruction - 1).putfield(FRAME, "lasti", CD_int);
    c.aload(frame).loadConstant(height).putfield(FRAME, "sp", CD_int);
    if (counts(node)) {
      c.aload(0).aload(frame).aload(1);
      if (guards.size() == 1) {
        m.constant(guards.getFirst(), Guard.class);
        c.invokestatic(TIERS, "failed", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, desc(Guard.class)));
      } else {
        m.constant(guards.toArray(Guard[]::new), Guard[].class);
        c.iload(which).invokestatic(TIERS, "failed", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, desc(Guard[].class), CD_int));
      }
    } else if (node.op == Op.LEAVE) {
      // the unit ends here
      c.getstatic(COMPILED, "LEFT", CD_Object);
    } else {
      c.aload(0).aload(frame).aload(1).loadConstant(instruction).loadConstant(node.op.name())
          .invokestatic(TIERS, "left", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, CD_int, ConstantDescs.CD_String));
    }
    c.areturn();
  }
}
