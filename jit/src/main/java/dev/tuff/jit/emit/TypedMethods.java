package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static dev.tuff.jit.emit.MethodCode.FRAME_AT;
import static dev.tuff.jit.emit.MethodCode.THREAD;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.tuff.engine.interp.Polls;
import dev.tuff.engine.interp.TypedEntry;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.jit.operations.PrimitiveOperations;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * The methods of a unit that static code calls: its body has parameters and a result of their types; {@code run} goes on with a frame; {@code call} is
 * what {@link TypedEntry} leads to.
 */
final class TypedMethods {
  private final ClassEmitter unit;

  /** As static code calls it: thread state, function, arguments. And as the body is, with a frame or null behind the thread state. */
  private final MethodTypeDesc typed;
  private final MethodTypeDesc body;
  private final TypeKind result;

  TypedMethods(ClassEmitter unit) {
    this.unit = unit;
    typed = unit.graph.typed.type.describeConstable().orElseThrow();
    List<ClassDesc> parameters = new ArrayList<>(List.of(STATE, FRAME, FUNCTION));
    parameters.addAll(typed.parameterList().subList(2, typed.parameterCount()));
    body = MethodTypeDesc.of(typed.returnType(), parameters);
    result = TypeKind.from(typed.returnType());
  }

  void add(ClassBuilder b) {
    b.withMethodBody("body", body, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, unit::body);
    b.withMethodBody("run", ClassEmitter.RUN, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, this::run);
    b.withMethodBody("call", typed, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, this::call);
  }

  /** With the arguments of a frame. */
  private void run(CodeBuilder m) {
    m.aload(0).aload(THREAD).aload(FRAME_AT).aload(FRAME_AT).getfield(FRAME, "function", FUNCTION);
    for (int i = 0; i < unit.graph.directArguments; i++) {
      m.aload(FRAME_AT).getfield(FRAME, "fast", ARRAY).loadConstant(i).aaload();
      ClassDesc parameter = typed.parameterType(i + 2);
      if (parameter.isPrimitive()) {
        String of = parameter.equals(CD_long) ? "bitsOf" : parameter.equals(CD_double) ? "doubleOf" : "boolOf";
        m.invokestatic(desc(PrimitiveOperations.class), of, MethodTypeDesc.of(parameter, CD_Object));
      }
    }
    m.invokevirtual(unit.self, "body", body);
    if (typed.returnType().isPrimitive()) {
      m.invokestatic(OPERATIONS, "box", MethodTypeDesc.of(CD_Object, typed.returnType()));
      if (unit.graph.typed.signature.result() == TypeCodes.UINT64) {
        m.checkcast(LONG).invokevirtual(LONG, "longValue", MethodTypeDesc.of(CD_long))
            .invokestatic(desc(PrimitiveOperations.class), "boxUnsigned", MethodTypeDesc.of(CD_Object, CD_long));
      }
    }
    m.aload(THREAD).invokestatic(TIERS, "resultOrUnwind", MethodTypeDesc.of(CD_Object, CD_Object, STATE)).areturn();
  }

  /**
   * Without a frame: notes the depth, and what was the thread's frame before. A function that calls none has no need to count itself, and leaves a
   * frame only if it goes wrong.
   */
  private void call(CodeBuilder m) {
    boolean calls = !unit.closed || unit.graph.blocks.stream().anyMatch(b -> b.nodes.stream().anyMatch(n -> n.op.callsTyped()));
    int below = m.allocateLocal(TypeKind.REFERENCE);
    int depth = m.allocateLocal(TypeKind.INT);
    int value = m.allocateLocal(result);
    int thrown = m.allocateLocal(TypeKind.REFERENCE);
    Label ready = m.newLabel();
    Label on = m.newLabel();
    Label end = m.newLabel();
    Label handler = m.newLabel();
    Label ask = m.newLabel();
    unit.dynamic(m, "tools", MethodTypeDesc.of(CD_boolean), Polls::tools);
    m.ifne(ask);
    unit.poll(m);
    m.ifne(ask);
    if (calls) {
      m.aload(THREAD).getfield(STATE, "depth", CD_int);
      unit.dynamic(m, "recursionLimit", MethodTypeDesc.of(CD_int), Polls::recursionLimit);
      m.if_icmplt(ready);
    } else {
      m.goto_(ready);
    }
    m.labelBinding(ask).aload(THREAD).aload(0).invokestatic(TIERS, "begins", MethodTypeDesc.of(CD_boolean, STATE, COMPILED)).ifne(ready);
    nothing(m, result);
    m.labelBinding(ready);
    m.aload(THREAD).getfield(STATE, "frame", FRAME).astore(below);
    m.aload(THREAD).getfield(STATE, "depth", CD_int).istore(depth);
    if (calls) {
      m.aload(THREAD).iload(depth).iconst_1().iadd().putfield(STATE, "depth", CD_int);
    }
    Label start = m.newBoundLabel();
    m.aload(0).aload(THREAD).aconst_null().aload(2);
    int at = 3;
    for (int i = 2; i < typed.parameterCount(); i++) {
      TypeKind kind = TypeKind.from(typed.parameterType(i));
      m.loadLocal(kind, at);
      at += kind.slotSize();
    }
    m.invokevirtual(unit.self, "body", body).storeLocal(result, value).labelBinding(end);
    if (calls) {
      m.aload(THREAD).iload(depth).putfield(STATE, "depth", CD_int);
      m.aload(THREAD).getfield(STATE, "frame", FRAME).aload(below).if_acmpeq(on);
    } else {
      m.aload(THREAD).getfield(STATE, "unwind", CD_Object).ifnull(on);
    }
    m.aload(THREAD).aload(below).iload(depth).invokestatic(TIERS, "ends", MethodTypeDesc.of(CD_void, STATE, FRAME, CD_int));
    m.labelBinding(on).loadLocal(result, value).return_(result);
    m.labelBinding(handler).astore(thrown).aload(THREAD).aload(below).iload(depth).aload(thrown)
        .invokestatic(TIERS, "endsThrowing", MethodTypeDesc.of(CD_void, STATE, FRAME, CD_int, desc(Throwable.class)));
    nothing(m, result);
    m.exceptionCatchAll(start, end, handler);
  }

  /** Returns a value that means nothing. */
  static void nothing(CodeBuilder m, TypeKind result) {
    switch (result) {
      case LONG -> m.lconst_0().lreturn();
      case DOUBLE -> m.dconst_0().dreturn();
      case BOOLEAN, INT -> m.iconst_0().ireturn();
      default -> m.aconst_null().areturn();
    }
  }
}
