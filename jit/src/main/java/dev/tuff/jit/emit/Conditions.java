package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;

import dev.tuff.jit.hir.Node;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;

/** Conditions, done where they are used: a jump where one does not hold. */
final class Conditions {
  private final MethodCode m;
  private final CodeBuilder c;

  Conditions(MethodCode m) {
    this.m = m;
    c = m.c;
  }

  /** Jumps if a condition does not hold. */
  void unless(Node n, Label to) {
    switch (n.op) {
      case COMPARE_LONG -> {
        if (n.narrow) {
          m.loadInt(n.input(0));
          m.loadInt(n.input(1));
          unlessInts((Integer) n.aux, to);
          return;
        }
        m.load(n.input(0));
        m.load(n.input(1));
        c.lcmp();
        unlessOutcome((Integer) n.aux, to);
      }
      case COMPARE_DOUBLE -> {
        m.load(n.input(0));
        m.load(n.input(1));
        int mask = (Integer) n.aux;
        if (mask == 7) {
          // true for unordered as well: !=
          c.dcmpl().ifeq(to);
        } else {
          // an unordered outcome must look like one that the comparison does not want
          if ((mask & 2) != 0) {
            c.dcmpg();
          } else {
            c.dcmpl();
          }
          unlessOutcome(mask, to);
        }
      }
      case IS_TRUE -> {
        m.load(n.input(0));
        c.getstatic(desc(Boolean.class), "TRUE", desc(Boolean.class)).if_acmpne(to);
      }
      case IS_OBJECT -> {
        m.load(n.input(0));
        m.constant(n.aux);
        c.if_acmpne(to);
      }
      case IS_NULL -> {
        m.load(n.input(0));
        c.ifnonnull(to);
      }
      case NOT -> {
        Label yes = c.newLabel();
        unless(n.input(0), yes);
        c.goto_(to).labelBinding(yes);
      }
      default -> {
        m.load(n);
        c.ifeq(to);
      }
    }
  }

  /** Jumps if the outcome of comparing two ints on the stack is not one of the mask. */
  private void unlessInts(int mask, Label to) {
    switch (mask & 14) {
      case 2 -> c.if_icmpge(to);
      case 4 -> c.if_icmple(to);
      case 8 -> c.if_icmpne(to);
      case 6 -> c.if_icmpeq(to);
      case 10 -> c.if_icmpgt(to);
      case 12 -> c.if_icmplt(to);
      default -> throw new IllegalStateException("no comparison has the outcomes " + mask);
    }
  }

  /** Jumps if a comparison's outcome, on the stack as -1, 0 or 1, is not one of the mask: 2 less, 4 greater, 8 equal. */
  private void unlessOutcome(int mask, Label to) {
    switch (mask & 14) {
      case 2 -> c.ifge(to);
      case 4 -> c.ifle(to);
      case 8 -> c.ifne(to);
      case 6 -> c.ifeq(to);
      case 10 -> c.ifgt(to);
      case 12 -> c.iflt(to);
      default -> throw new IllegalStateException("no comparison has the outcomes " + mask);
    }
  }
}
