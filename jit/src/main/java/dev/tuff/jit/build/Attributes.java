package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyProperty;
import dev.tuff.engine.function.PySuper;
import dev.tuff.engine.interp.AttributeCache;
import dev.tuff.engine.interp.ClassAttributeCache;
import dev.tuff.engine.interp.DescriptorCache;
import dev.tuff.engine.interp.GlobalCache;
import dev.tuff.engine.interp.MethodCache;
import dev.tuff.engine.interp.TypeCache;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;

/** Attributes: by the caches of LOAD_ATTR, STORE_ATTR, LOAD_SUPER_ATTR and LOAD_SPECIAL. */
final class Attributes {
  private final HirBuilder b;
  private final FieldAccess fields;

  Attributes(HirBuilder b) {
    this.b = b;
    fields = new FieldAccess(b);
  }

  /** LOAD_ATTR. */
  boolean load(int form, int arg) throws NotCompilable {
    Object cache = b.cache();
    if (!b.isGeneric() && form == LOAD_ATTR_SLOT && cache instanceof AttributeCache c) {
      Node v = isOne(c) ? slot(c, b.top(1)) : b.add(Op.LOAD_SLOT, c, b.top(1));
      b.take(1);
      b.push(v);
      if ((arg & 1) != 0) {
        b.push(b.constant(null));
      }
    } else if (form == LOAD_ATTR_METHOD && cache instanceof MethodCache m && (b.isGeneric() || m.previous() != null)) {
      Node o = b.top(1);
      Node method = b.add(Op.LOAD_METHOD, m, o);
      b.take(1);
      b.push(method);
      b.push(o);
    } else if (form == LOAD_ATTR_METHOD && cache instanceof MethodCache m) {
      Node o = b.top(1);
      if (m.shape() != null && !b.expectsToStay()) {
        b.checkShape(o, m.shape(), m.type(), m.version());
      } else {
        b.add(Op.CHECK_METHOD, m, o);
      }
      b.pop();
      b.push(b.constant(m.value()));
      b.push(o);
    } else if (!b.isGeneric() && form == LOAD_ATTR_OTHER && cache instanceof ClassAttributeCache c && !(c.value() instanceof PyProperty)) {
      b.add(Op.CHECK_CLASS_ATTRIBUTE, c, b.top(1));
      b.pop();
      b.push(b.constant(c.value()));
      if ((arg & 1) != 0) {
        b.push(b.constant(c.self()));
      }
    } else if (form == LOAD_ATTR_OTHER && cache instanceof DescriptorCache d) {
      if (!fields.load(d)) {
        b.generic.routine("described", d, arg & 1, 1);
      }
      if ((arg & 1) != 0) {
        b.push(b.constant(null));
      }
    } else if (!b.isGeneric() && form == LOAD_ATTR_OTHER && cache instanceof ClassAttributeCache c && c.getter() instanceof PyFunction getter) {
      Node o = b.top(1);
      b.add(Op.CHECK_PROPERTY, c, o);
      return b.calls.callKnown(b.constant(getter), getter, new Node[] {o}, null, b.slots.sp - 1);
    } else if (form == LOAD_ATTR_OTHER && cache instanceof GlobalCache c) {
      b.put(1, Op.MODULE_ATTRIBUTE, c, b.top(1));
      if ((arg & 1) != 0) {
        b.push(b.constant(null));
      }
    } else {
      return false;
    }
    return true;
  }

  /** LOAD_SUPER_ATTR: super, class, self. */
  boolean loadSuper(int arg) {
    Node self = b.top(1);
    Node cls = b.top(2);
    boolean plain = (arg & 1) != 0 && b.top(3).op == Op.CONST && b.top(3).aux == PySuper.TYPE;
    if (!plain || b.isGeneric() || !(b.cache() instanceof TypeCache c) || !c.isSame()) {
      return false;
    }
    b.calls.checkSame(cls, c.owner());
    b.add(Op.CHECK_KNOWN_TYPE, c, self);
    b.take(3);
    b.push(b.constant(c.value()));
    b.push(self);
    return true;
  }

  /** LOAD_SPECIAL. */
  boolean loadSpecial() {
    Node o = b.top(1);
    if (b.isGeneric() || !(b.cache() instanceof TypeCache c) || !c.isSame()) {
      return false;
    }
    b.add(Op.CHECK_KNOWN_TYPE, c, o);
    b.take(1);
    b.push(b.constant(c.value()));
    b.push(o);
    return true;
  }

  /** STORE_ATTR. */
  boolean store(int form) throws NotCompilable {
    if (b.cache() instanceof DescriptorCache d) {
      return fields.store(d);
    }
    if (b.isGeneric() || form != STORE_ATTR_SLOT || !(b.cache() instanceof AttributeCache c)) {
      return false;
    }
    Node o = b.top(1);
    if (isOne(c) && !ThreadState.shared) {
      b.checkShape(o, c.shape(), c.type(), c.version());
      return c.next() == null ? b.put(2, Op.PUT_SLOT, c.index(), o, b.top(2)) : b.put(2, Op.ADD_SLOT, c, o, b.top(2));
    }
    return b.put(2, c.next() == null && c.previous() == null ? Op.REPLACE_SLOT : Op.STORE_SLOT, c, o, b.top(2));
  }

  /** Whether the objects at the instruction have one shape, as far as is known. */
  private boolean isOne(AttributeCache c) {
    return c.previous() == null && !b.expectsToStay();
  }

  private Node slot(AttributeCache c, Node o) {
    b.checkShape(o, c.shape(), c.type(), c.version());
    return b.add(Op.GET_SLOT, c.index(), o);
  }
}
