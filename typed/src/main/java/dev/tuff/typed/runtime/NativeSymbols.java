package dev.tuff.typed.runtime;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.primitive.TypeCodes;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Functions of native libraries that static code names: addresses, found once, and calls. */
public final class NativeSymbols {
  private record Symbol(String library, String name) {}

  private final Interpreter interpreter;
  public final Set<String> libraries = ConcurrentHashMap.newKeySet();
  private final Map<Symbol, Long> addresses = new ConcurrentHashMap<>();

  private NativeSymbols(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  public static NativeSymbols of(Interpreter interpreter) {
    return interpreter.state(NativeSymbols.class, () -> new NativeSymbols(interpreter));
  }

  /** How many addresses are known. */
  public int size() {
    return addresses.size();
  }

  public void forgetAddresses() {
    addresses.clear();
  }

  public long address(String library, String name) {
    Symbol symbol = new Symbol(library, name);
    Long known = addresses.get(symbol);
    if (known != null) {
      return known;
    }
    if (!libraries.contains(library)) {
      if (!interpreter.host.libraries().open(library)) {
        throw Errors.runtimeError("classloader: Could not load library '" + library + "'");
      }
      libraries.add(library);
    }
    long address = interpreter.host.libraries().find(library, name);
    if (address == 0) {
      throw Errors.runtimeError("classloader: unable to lookup '" + name + "' in '" + library + "'");
    }
    addresses.put(symbol, address);
    return address;
  }

  /**
   * Calls a function with Python ints.
   *
   * @param codes the types of the arguments and then of the result, of {@link TypeCodes}
   */
  public Object call(String library, String name, int[] codes, Object[] arguments) {
    if (arguments.length != codes.length - 1) {
      throw Errors.runtimeError("invoke_native: " + (codes.length - 1) + " args required, got " + arguments.length);
    }
    StringBuilder signature = new StringBuilder();
    for (int code : codes) {
      signature.append(width(code));
    }
    long[] raw = new long[arguments.length];
    for (int i = 0; i < raw.length; i++) {
      Object n = arguments[i] instanceof Boolean b ? (Object) (b ? 1L : 0L) : PyInt.index(arguments[i]);
      raw[i] = n instanceof Long l ? l : ((BigInteger) n).longValue();
    }
    long address = address(library, name);
    return box(codes[raw.length], interpreter.host.libraries().call(address, signature.toString(), raw));
  }

  private static char width(int code) {
    return switch (code) {
      case TypeCodes.BOOL -> '?';
      case TypeCodes.CHAR -> 'b';
      case TypeCodes.OBJECT, TypeCodes.DOUBLE, TypeCodes.SINGLE ->
          throw Errors.runtimeError("Unsupported primitive type: " + TypeCodes.name(code));
      default -> "bhiq".charAt(code >> 1);
    };
  }

  private static Object box(int code, long v) {
    if (code == TypeCodes.BOOL) {
      return v != 0;
    }
    if (code == TypeCodes.UINT64) {
      return v >= 0 ? Py.box(v) : Py.box(new BigInteger(Long.toUnsignedString(v)));
    }
    return Py.box(TypeCodes.isInteger(code) && !TypeCodes.isSigned(code) ? v & (1L << TypeCodes.bits(code)) - 1 : v);
  }
}
