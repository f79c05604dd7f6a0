package dev.tuff.engine.iter;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyListIterator;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.typing.PyGenericAlias;
import java.math.BigInteger;

/** {@code enumerate}. */
public final class PyEnumerate extends PyIterator {
  public static final PyType TYPE = PyType.builtin("enumerate", PyType.OBJECT, 0,
      "Return an enumerate object: an iterator over (count, item) pairs.\n\n  iterable\n    an object that supports iteration\n"
      + "  start\n    the first count", IteratorMethods.table(), new PyEnumerateTable());

  /** The shape of instances of the type itself: a constant for the compilers, which a field of the type is not. */
  public static final Shape SHAPE = TYPE.rootShape;

  private final Object iterator;

  /** The next count while it fits a long. */
  private long count;

  /** The next count once it does not; null before. */
  private BigInteger big;

  private PyEnumerate(PyType type, Object iterator, Object start) {
    super(type);
    this.iterator = iterator;
    if (start instanceof Long l) {
      count = l;
    } else {
      big = (BigInteger) start;
    }
  }

  /** {@code enumerate(iterable)}, keyword arguments by CPython's rules for this type. */
  @New(value = "enumerate(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    int given = args.length + kwargs.size();
    if (given > 2) {
      throw Errors.typeError("enumerate() takes at most 2 arguments (" + given + " given)");
    }
    Object iterable = args.length > 0 ? args[0] : null;
    Object start = args.length > 1 ? args[1] : null;
    for (Object name : kwargs.keysArray()) {
      if (name.equals("iterable") && iterable == null) {
        iterable = kwargs.get(name);
      } else if (name.equals("start") && start == null && (args.length == 1 || kwargs.getStr("iterable") != null)) {
        start = kwargs.get(name);
      } else if (name.equals("start") && start == null) {
        throw Errors.typeError("enumerate() missing required argument 'iterable'");
      } else {
        throw Errors.typeError("'" + Py.javaString(name) + "' is an invalid keyword argument for enumerate()");
      }
    }
    if (iterable == null) {
      throw Errors.typeError("enumerate() missing required argument 'iterable'");
    }
    Object first = start == null ? Py.box(0) : PyInt.index(start);
    return new PyEnumerate(cls, Iteration.iter(iterable), first);
  }

  @Override
  public Object next() {
    Object v = Iteration.next(iterator);
    if (v == null) {
      return null;
    }
    if (big == null) {
      long n = count++;
      if (n != Long.MAX_VALUE) {
        return PyTuple.of(Py.box(n), v);
      }
      big = BigInteger.valueOf(n);
    }
    Object n = Py.box(big);
    big = big.add(BigInteger.ONE);
    return PyTuple.of(n, v);
  }

  @Override
  public Object quickNext() {
    Object v = quickItem();
    return v == null || v == ASK ? v : PyTuple.of(Py.box(count - 1), v);
  }

  /** The item of the next pair as {@link #quickNext} would give it; {@link #lastCount} has its count. */
  public Object quickItem() {
    if (shape != SHAPE || big != null || count == Long.MAX_VALUE || !(iterator instanceof PyIterator it)) {
      return ASK;
    }
    Object v = it instanceof PyListIterator l ? l.next() : it.quickNext();
    if (v != null && v != ASK) {
      count++;
    }
    return v;
  }

  /** The count that belongs to the item that {@link #quickItem} has just given. */
  public long lastCount() {
    return count - 1;
  }

  @Method(value = "__reduce__(self, /)", doc = "Return state information for pickling.")
  static Object __reduce__(PyEnumerate self) {
    return Py.tuple(self.type(), Py.tuple(self.iterator, self.big == null ? Py.box(self.count) : Py.box(self.big)));
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "See PEP 585")
  static Object __class_getitem__(PyType cls, Object item) {
    return PyGenericAlias.of(cls, item);
  }
}
