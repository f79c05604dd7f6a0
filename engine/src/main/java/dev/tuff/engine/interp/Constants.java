package dev.tuff.engine.interp;

import dev.tuff.compiler.Code;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.function.PyCode;
import dev.tuff.syntax.Const;
import java.math.BigInteger;
import java.util.List;

/** Turns the compiler's constants into Python objects. */
public final class Constants {
  private Constants() {}

  public static Object[] of(Object[] consts) {
    Object[] out = new Object[consts.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = of(consts[i]);
    }
    return out;
  }

  public static Object of(Object c) {
    return switch (c) {
      case null -> null;
      case String s -> Py.str(s);
      case Long l -> Py.box(l);
      case BigInteger b -> Py.box(b);
      case Double d -> d;
      case Boolean b -> b;
      case Code code -> new PyCode(code);
      case Const.None n -> Py.None;
      case Const.Ellipsis e -> Py.Ellipsis;
      case Const.Complex z -> new dev.tuff.engine.number.PyComplex(z.real(), z.imag());
      case Const.Bytes b -> b.value().length == 0 ? dev.tuff.engine.bytes.PyBytes.EMPTY : new dev.tuff.engine.bytes.PyBytes(b.value());
      case Const.WideText w -> dev.tuff.engine.text.PyWideStr.of(w.codePoints());
      case Const.Tuple t -> PyTuple.of(all(t.items()));
      case Const.FrozenSet s -> dev.tuff.engine.container.PyFrozenSet.of(all(s.items()));
      case Const.Slice s -> new dev.tuff.engine.container.PySlice(of(s.lower()), of(s.upper()), of(s.step()));
      // put there by code.replace()
      case dev.tuff.engine.core.PyObject o -> o;
      default -> throw new IllegalArgumentException("not a constant: " + c.getClass());
    };
  }

  private static Object[] all(List<Object> items) {
    return of(items.toArray());
  }

  /** The compiler's form of a constant; an object that no source text can hold stays itself. */
  public static Object back(Object o) {
    return switch (o) {
      case PyCode c -> c.code;
      case PyTuple t -> new Const.Tuple(List.of(backAll(t.array())));
      case dev.tuff.engine.container.PyFrozenSet s -> new Const.FrozenSet(List.of(backAll(dev.tuff.engine.core.Iteration.toArray(s))));
      case dev.tuff.engine.bytes.PyBytes b -> new Const.Bytes(b.array());
      case dev.tuff.engine.text.PyWideStr w -> w.isUtf16() ? w.toString() : new Const.WideText(w.points());
      case dev.tuff.engine.number.PyComplex z -> new Const.Complex(z.real, z.imag);
      case Object n when n == Py.None -> Const.None.NONE;
      case Object e when e == Py.Ellipsis -> Const.Ellipsis.ELLIPSIS;
      default -> o;
    };
  }

  private static Object[] backAll(Object[] items) {
    Object[] out = new Object[items.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = back(items[i]);
    }
    return out;
  }
}
