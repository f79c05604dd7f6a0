package dev.tuff.embed;

import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Python object as Java code holds it.
 *
 * <p>Java values that go in become: null {@code None}; Boolean {@code bool}; integers of all sizes {@code int}; Float and Double
 * {@code float}; String and Character {@code str}; byte[] {@code bytes}; a List, array or other Iterable {@code list}; a Map {@code dict}; a
 * {@link PythonCallable} a function; a PythonValue itself; anything else an object of Python type {@code java.object} that Python code can
 * hand on. {@link #toJava} goes the other way.
 */
public final class PythonValue {
  private final Python python;
  final Object object;

  PythonValue(Python python, Object object) {
    this.python = python;
    this.object = object;
  }

  /** {@code self.name}. */
  public PythonValue attribute(String name) {
    return python.enter(() -> new PythonValue(python, Attributes.get(object, name)));
  }

  /** {@code self.name = value}. */
  public void setAttribute(String name, Object value) {
    python.enter(() -> {
      Attributes.set(object, name.intern(), Conversions.toPython(python, value));
      return null;
    });
  }

  /** {@code hasattr(self, name)}. */
  public boolean hasAttribute(String name) {
    return python.enter(() -> Attributes.find(object, name) != null);
  }

  /** {@code self(*args)}. */
  public PythonValue call(Object... args) {
    return python.enter(() -> new PythonValue(python, Call.call(object, Conversions.all(python, args), null)));
  }

  /** {@code self(*args, **keywords)}. */
  public PythonValue call(List<?> args, Map<String, ?> keywords) {
    return python.enter(() -> {
      List<Object> all = new ArrayList<>(args);
      all.addAll(keywords.values());
      String[] names = keywords.keySet().toArray(new String[0]);
      return new PythonValue(python, Call.call(object, Conversions.all(python, all.toArray()), names.length == 0 ? null : names));
    });
  }

  /** {@code self.name(*args)}. */
  public PythonValue invoke(String name, Object... args) {
    return python.enter(() -> new PythonValue(python, Call.attribute(object, name, Conversions.all(python, args))));
  }

  /**
   * This callable as a Java interface with one method: {@code as(LongBinaryOperator.class)}. Arguments become Python values as everywhere, and the
   * result what the method returns.
   *
   * <p>A function of a static module whose parameters are machine numbers takes and gives Java's as they are: {@code int8} to {@code uint64} are
   * {@code long} (or a smaller type that holds them), {@code double} is {@code double}, {@code cbool} {@code boolean}; nothing is boxed or looked
   * up on the way. Where a {@code long} does not fit the declared type, the call raises OverflowError.
   *
   * @throws IllegalArgumentException if it is no interface of one method, or a Java type cannot stand for the declared one
   */
  public <T> T as(Class<T> type) {
    return python.enter(() -> TypedCalls.as(python, object, type));
  }

  /** The same as a method handle: {@code handle(MethodType.methodType(long.class, long.class))}. */
  public MethodHandle handle(MethodType type) {
    return python.enter(() -> TypedCalls.handle(python, object, type));
  }

  /** {@code self[key]}. */
  public PythonValue item(Object key) {
    return python.enter(() -> new PythonValue(python, Items.get(object, Conversions.toPython(python, key))));
  }

  /** {@code self[key] = value}. */
  public void setItem(Object key, Object value) {
    python.enter(() -> {
      Items.set(object, Conversions.toPython(python, key), Conversions.toPython(python, value));
      return null;
    });
  }

  /** {@code len(self)}. */
  public long length() {
    return python.enter(() -> Items.length(object));
  }

  /** The items that iterating over it gives. */
  public List<PythonValue> items() {
    return python.enter(() -> {
      List<PythonValue> list = new ArrayList<>();
      for (Object o : Iteration.toArray(object)) {
        list.add(new PythonValue(python, o));
      }
      return list;
    });
  }

  public boolean isNone() {
    return object == Py.None;
  }

  /** {@code bool(self)}. */
  public boolean asBoolean() {
    return python.enter(() -> Py.truth(object));
  }

  /**
   * An int that fits 64 bits.
   *
   * @throws PythonException TypeError if it is no int, OverflowError if it is too large
   */
  public long asLong() {
    return python.enter(() -> dev.tuff.engine.core.Convert.toLong(object));
  }

  /** An int of any size. */
  public BigInteger asBigInteger() {
    return python.enter(() -> dev.tuff.engine.number.PyInt.big(dev.tuff.engine.number.PyInt.index(object)));
  }

  /** {@code float(self)} for real numbers. */
  public double asDouble() {
    return python.enter(() -> dev.tuff.engine.core.Convert.toDouble(object));
  }

  /** The text of a str, {@code str(self)} of anything else. */
  public String asString() {
    return python.enter(() -> Py.javaString(object));
  }

  /**
   * The Java value: null, Boolean, Long or BigInteger, Double, String, byte[], a List of such for a list or tuple, a Set for a set, a Map
   * for a dict, the object itself for a Java object; a PythonValue for all else.
   */
  public Object toJava() {
    return python.enter(() -> Conversions.toJava(python, object));
  }

  /** {@code str(self)}. */
  @Override
  public String toString() {
    return asString();
  }
}
