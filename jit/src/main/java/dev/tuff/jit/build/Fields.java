package dev.tuff.jit.build;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Species;
import dev.tuff.engine.function.MemberGuard;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.interp.FieldCache;
import dev.tuff.engine.interp.StaticCallee;
import dev.tuff.jit.hir.Field;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;

/** Members of static classes: fields of the Java classes that {@link Species} makes for them, where a class keeps its members so. */
final class Fields {
  private final HirBuilder b;

  Fields(HirBuilder b) {
    this.b = b;
  }

  /** Null if the member is no field of the owner's instances. */
  private static Field field(PyType owner, PyMemberDescr m) {
    Species s = owner.species;
    if (s == null || !m.isField()) {
      return null;
    }
    MemberGuard guard = m.guard();
    return new Field(s.home(m.index()), m.index(), s.javaType(m.index()), guard == null ? null : guard.type(), guard == null ? null : guard.unset());
  }

  /** LOAD_FIELD. */
  boolean load(Object cache) {
    if (!(cache instanceof FieldCache c) || c.owner().version != c.ownerVersion()) {
      return false;
    }
    Field f = field(c.owner(), c.member());
    if (f == null) {
      return b.put(1, Op.LOAD_FIELD, c, b.top(1));
    }
    b.checkVersion(c.owner(), c.ownerVersion());
    get(f, c.owner(), b.top(1));
    return true;
  }

  /** The field of the object on the stack in its place. */
  private void get(Field f, PyType owner, Node o) {
    boolean object = f.type() == Object.class;
    Node n = b.add(object && f.unset() == null ? Op.GET_FIELD : Op.GET_SET_FIELD, f, o);
    n.rep = Rep.of(f.type());
    if (owner.species.kind(f.member()) == 'U') {
      b.put(1, Op.BOX_UNSIGNED, null, n);
    } else {
      b.put(1, n);
    }
  }

  /** STORE_FIELD. */
  boolean store(Object cache) {
    if (!(cache instanceof FieldCache c) || c.owner().version != c.ownerVersion()) {
      return false;
    }
    Field f = field(c.owner(), c.member());
    if (f == null) {
      return b.put(2, Op.STORE_FIELD, c, b.top(1), b.top(2));
    }
    b.checkVersion(c.owner(), c.ownerVersion());
    put(f, 2, b.top(1), b.top(2));
    return true;
  }

  void put(Field f, int operands, Node o, Node v) {
    b.put(operands, Op.PUT_FIELD, f, o, b.primitives.raw(v, Rep.of(f.type())));
  }

  /** Reads a slot with a default, or sets it and leaves None. */
  void slot(StaticCallee callee, int count) {
    Field f = field(callee);
    if (count == 1) {
      get(f, callee.type(), b.top(1));
    } else {
      put(f, 2, b.top(2), b.top(1));
      b.push(b.constant(Py.None));
    }
  }

  /** The slot that is read or set in place of a call; null if it is no field. */
  static Field field(StaticCallee callee) {
    return field(callee.type(), (PyMemberDescr) callee.member());
  }
}
