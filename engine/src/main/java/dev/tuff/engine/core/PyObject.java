package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import java.util.Arrays;

/**
 * The root of all Python objects that have no Java class of their own ({@code Long}, {@code String} and the like have): a shape, which
 * implies the type, and the attributes that the shape lays out. Any builtin's subclass with a {@code __dict__} is an instance of the
 * builtin's Java class with another shape.
 */
public abstract class PyObject {
  public static final Object[] NO_SLOTS = {};

  /** Replaced as attributes come and go; holds the type. */
  public Shape shape;

  /** Laid out by {@link #shape}; null elements are attributes not set. Never null. */
  public Object[] slots = NO_SLOTS;

  protected PyObject(PyType type) {
    // null only while the type `type` itself is made
    if (type != null) {
      shape = type.rootShape;
      slots = shape.newSlots();
    }
  }

  /** For compiled code, which knows the shape and what it needs. */
  protected PyObject(Shape shape, Object[] slots) {
    this.shape = shape;
    this.slots = slots;
  }

  /** For objects made often: the shape is known, and has no members. */
  protected PyObject(Shape shape) {
    this.shape = shape;
  }

  public final PyType type() {
    return shape.type;
  }

  // ---- calls: arguments, keyword values last, their names in kw (null for none)

  /** Calls this object; the last {@code kw.length} arguments are keyword arguments of these names. */
  public Object call(Object[] args, String[] kw) {
    Object f = type().slot(Special.CALL);
    if (f == null) {
      throw Errors.typeError("'" + type().fullName() + "' object is not callable");
    }
    return Call.method(f, this, args, kw);
  }

  public Object call0() {
    return call(NO_SLOTS, null);
  }

  public Object call1(Object a) {
    return call(new Object[] {a}, null);
  }

  public Object call2(Object a, Object b) {
    return call(new Object[] {a, b}, null);
  }

  public Object call3(Object a, Object b, Object c) {
    return call(new Object[] {a, b, c}, null);
  }

  public Object call4(Object a, Object b, Object c, Object d) {
    return call(new Object[] {a, b, c, d}, null);
  }

  // ---- the instance dictionary

  /** Whether the object has a {@code __dict__}. */
  public boolean hasDict() {
    return shape.type.instancesHaveDict();
  }

  /** Attribute {@code name} of the instance dictionary, or null. */
  public Object dictGet(String name) {
    Shape s = shape;
    if (s.dictMode) {
      return ((PyDict) slots[s.members]).getStr(name);
    }
    int i = s.find(name);
    return i < 0 ? null : slots[i];
  }

  /** Sets attribute {@code name} in the instance dictionary. The caller has checked {@link #hasDict}. */
  public void dictSet(String name, Object value) {
    Shape s = shape;
    int i;
    if (s.dictMode) {
      ((PyDict) slots[s.members]).putStr(name, value);
    } else if ((i = s.find(name)) >= 0 && !ThreadState.shared) {
      slots[i] = value;
    } else {
      dictAdd(name, value);
    }
  }

  private synchronized void dictAdd(String name, Object value) {
    Shape s = shape;
    int i;
    if (s.dictMode) {
      ((PyDict) slots[s.members]).putStr(name, value);
      return;
    }
    if ((i = s.find(name)) >= 0) {
      slots[i] = value;
      return;
    }
    Shape next = s.add(name);
    if (next == null) {
      dict().putStr(name, value);
      return;
    }
    grow(s, next, value);
  }

  /** Moves to {@code next}, which has one attribute more. The caller holds the lock or knows that the object is its own. */
  public void grow(Shape from, Shape next, Object value) {
    int n = from.size();
    Object[] a = slots;
    if (n >= a.length) {
      a = moreSlots(n + 1);
    }
    a[n] = value;
    shape = next;
  }

  /** Makes room for so many attributes. The caller holds the lock or knows that the object is its own. */
  public Object[] moreSlots(int needed) {
    slots = Arrays.copyOf(slots, type().slotHint(needed));
    return slots;
  }

  /** Deletes attribute {@code name} of the instance dictionary; false if there is none. */
  public boolean dictDel(String name) {
    if (!shape.dictMode && shape.find(name) < 0) {
      return false;
    }
    return dict().removeStr(name) != null;
  }

  /** The instance dictionary as a dict of which the attributes live from now on, or null if the type has none. */
  public PyDict dict() {
    Shape s = shape;
    // with one thread nobody is about to change shape and slots
    return s.dictMode && !ThreadState.shared ? (PyDict) slots[s.members] : dictOfAttributes();
  }

  private synchronized PyDict dictOfAttributes() {
    if (!hasDict()) {
      return null;
    }
    Shape s = shape;
    if (s.dictMode) {
      return (PyDict) slots[s.members];
    }
    PyDict d = PyDict.of(s.dictOfNames(), slots, s.members);
    if (d != null) {
      setDict(d);
      return d;
    }
    d = new PyDict(s.attributeCount());
    for (int i = 0; i < s.attributeCount(); i++) {
      Object v = slots[s.members + i];
      if (v != null) {
        d.putStr(s.name(i), v);
      }
    }
    setDict(d);
    return d;
  }

  /** Makes {@code d} the instance dictionary. */
  public synchronized void setDict(PyDict d) {
    Shape next = shape.toDict();
    Object[] a = Arrays.copyOf(slots, next.members + 1);
    a[next.members] = d;
    slots = a;
    shape = next;
  }
}
