package dev.tuff.engine.interp;

import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.Shape;
import java.math.BigInteger;

/**
 * What an instruction remembers of its operands: how often its form was wrong, and of what classes they have been. Immutable: replaced as a
 * whole.
 */
public final class Operands {
  /** After so many changes an operand is of several classes: what was seen first may not be what counts. */
  private static final int MAX_CHANGES = 4;

  /** The shape that operands have had that are instances; null if there were several, or other objects. */
  public final Shape leftShape;
  public final Shape rightShape;

  final int misses;
  private final int changes;

  /** A class; {@code Number} for ints and floats by turns, {@code Object} for several classes, null where there is no operand. */
  public final Class<?> left;
  public final Class<?> right;

  Operands(int misses, Object left, Object right) {
    this(misses, 0, left == null ? null : left.getClass(), right == null ? null : right.getClass(), shape(left), shape(right));
  }

  private Operands(int misses, int changes, Class<?> left, Class<?> right, Shape leftShape, Shape rightShape) {
    this.leftShape = leftShape;
    this.rightShape = rightShape;
    this.misses = misses;
    this.changes = changes;
    this.left = left;
    this.right = right;
  }

  /** Notes the operands of an instruction whose cache is at {@code at}; {@code right} null if it has one operand. */
  static void note(Object[] caches, int at, Object left, Object right) {
    Operands known = caches[at] instanceof Operands o ? o : null;
    Operands now = known == null ? new Operands(0, left, right) : known.with(left, right);
    if (now != known) {
      caches[at] = now;
    }
  }

  private static Shape shape(Object o) {
    return o instanceof PyInstance i ? i.shape : null;
  }

  private Operands with(Object l, Object r) {
    Class<?> newLeft = join(left, l.getClass());
    Class<?> newRight = r == null ? right : join(right, r.getClass());
    Shape newLeftShape = leftShape == shape(l) ? leftShape : null;
    Shape newRightShape = rightShape == shape(r) ? rightShape : null;
    boolean same = newLeft == left && newRight == right;
    return same && newLeftShape == leftShape && newRightShape == rightShape
        ? this : new Operands(misses, same ? changes : changes + 1, newLeft, newRight, newLeftShape, newRightShape);
  }

  private Class<?> join(Class<?> known, Class<?> seen) {
    if (known == seen || known == Object.class) {
      return known;
    }
    if (isNumber(known) && isNumber(seen)) {
      return Number.class;
    }
    return changes < MAX_CHANGES ? seen : Object.class;
  }

  private static boolean isNumber(Class<?> c) {
    return c == Long.class || c == Double.class || c == BigInteger.class || c == Number.class;
  }
}
