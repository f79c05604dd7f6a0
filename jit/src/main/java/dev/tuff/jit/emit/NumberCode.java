package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Arithmetic on raw numbers: guards see where the result would not fit, or Python's differs from Java's. */
final class NumberCode {
  private final BodyCode body;
  private final MethodCode m;
  private final CodeBuilder c;

  NumberCode(BodyCode body) {
    this.body = body;
    m = body.m;
    c = m.c;
  }

  /** Writes an operation, if it is one of these. */
  boolean put(Node n) {
    switch (n.op) {
      case C_ADD, C_SUBTRACT, C_MULTIPLY, C_LSHIFT, C_RSHIFT, C_URSHIFT -> {
        if (n.narrow) {
          narrow(n);
          return true;
        }
        m.load(n.input(0));
        m.load(n.input(1));
        switch (n.op) {
          case C_ADD -> c.ladd();
          case C_SUBTRACT -> c.lsub();
          case C_MULTIPLY -> c.lmul();
          case C_LSHIFT -> c.l2i().lshl();
          case C_RSHIFT -> c.l2i().lshr();
          default -> c.l2i().lushr();
        }
        body.vars.store(n);
      }
      case CHECK_SMALL -> {
        m.load(n.input(0));
        c.loadConstant(1L << Op.SMALL_BITS).ladd().loadConstant(Op.SMALL_BITS + 1).lushr().lconst_0().lcmp().ifne(body.exits.out(n));
      }
      case NEGATE_DOUBLE -> {
        m.load(n.input(0));
        c.dneg();
        body.vars.store(n);
      }
      case MATH -> {
        m.load(n.input(0));
        c.invokestatic(desc(Math.class), (String) n.aux, MethodTypeDesc.of(CD_double, CD_double));
        body.vars.store(n);
        int at = m.locals.get(n);
        c.dload(at).dload(at).dsub().dconst_0().dcmpl().ifne(body.exits.out(n));
      }
      case UNBOX_LONG, LOOP_LONG -> unbox(n, LONG, "longValue", CD_long);
      case UNBOX_DOUBLE, LOOP_DOUBLE -> unbox(n, DOUBLE, "doubleValue", CD_double);
      case LONG_TO_DOUBLE -> {
        m.load(n.input(0));
        c.l2d();
        body.vars.store(n);
      }
      case ADD_LONG, SUBTRACT_LONG -> addOrSubtract(n);
      case MULTIPLY_LONG -> multiply(n);
      case FLOOR_DIVIDE_LONG, REMAINDER_LONG -> divide(n);
      case RSHIFT_LONG -> shift(n);
      case AND_LONG, OR_LONG, XOR_LONG, ADD_DOUBLE, SUBTRACT_DOUBLE, MULTIPLY_DOUBLE -> {
        m.load(n.input(0));
        m.load(n.input(1));
        switch (n.op) {
          case AND_LONG -> c.land();
          case OR_LONG -> c.lor();
          case XOR_LONG -> c.lxor();
          case ADD_DOUBLE -> c.dadd();
          case SUBTRACT_DOUBLE -> c.dsub();
          default -> c.dmul();
        }
        body.vars.store(n);
      }
      case DIVIDE_DOUBLE, FLOOR_DIVIDE_DOUBLE, REMAINDER_DOUBLE -> {
        m.load(n.input(1));
        c.dconst_0().dcmpl().ifeq(body.exits.out(n));
        if (n.op == Op.DIVIDE_DOUBLE) {
          m.load(n.input(0));
          m.load(n.input(1));
          c.ddiv();
        } else {
          m.operation(n);
        }
        body.vars.store(n);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The low bits of a sum or product depend on the low bits of the operands alone, and the result fits in them. */
  private void narrow(Node n) {
    m.loadInt(n.input(0));
    m.loadInt(n.input(1));
    switch (n.op) {
      case C_ADD -> c.iadd();
      case C_SUBTRACT -> c.isub();
      default -> c.imul();
    }
    body.vars.store(n);
  }

  private void unbox(Node n, ClassDesc box, String value, ClassDesc primitive) {
    m.load(n.input(0));
    c.instanceOf(box).ifeq(body.exits.out(n));
    m.load(n.input(0));
    c.checkcast(box).invokevirtual(box, value, MethodTypeDesc.of(primitive));
    body.vars.store(n);
  }

  /** Overflow: both operands (for a difference, the first and the complement of the second) have another sign than the result. */
  private void addOrSubtract(Node n) {
    boolean add = n.op == Op.ADD_LONG;
    m.load(n.input(0));
    m.load(n.input(1));
    if (add) {
      c.ladd();
    } else {
      c.lsub();
    }
    body.vars.store(n);
    m.load(n.input(0));
    m.load(add ? n : n.input(1));
    c.lxor();
    m.load(add ? n.input(1) : n.input(0));
    m.load(n);
    c.lxor().land().lconst_0().lcmp().iflt(body.exits.out(n));
  }

  private void multiply(Node n) {
    m.load(n.input(0));
    m.load(n.input(1));
    c.lmul();
    body.vars.store(n);
    m.load(n.input(0));
    m.load(n.input(1));
    c.invokestatic(desc(Math.class), "multiplyHigh", MethodTypeDesc.of(CD_long, CD_long, CD_long));
    m.load(n);
    c.loadConstant(63).lshr().lcmp().ifne(body.exits.out(n));
  }

  /** As the interpreter: by positive divisors. */
  private void divide(Node n) {
    m.load(n.input(1));
    c.lconst_0().lcmp().ifle(body.exits.out(n));
    m.load(n.input(0));
    m.load(n.input(1));
    c.invokestatic(desc(Math.class), n.op == Op.REMAINDER_LONG ? "floorMod" : "floorDiv", MethodTypeDesc.of(CD_long, CD_long, CD_long));
    body.vars.store(n);
  }

  private void shift(Node n) {
    Label out = body.exits.out(n);
    m.load(n.input(1));
    c.loadConstant(-64L).land().lconst_0().lcmp().ifne(out);
    m.load(n.input(0));
    m.load(n.input(1));
    c.l2i().lshr();
    body.vars.store(n);
  }
}
