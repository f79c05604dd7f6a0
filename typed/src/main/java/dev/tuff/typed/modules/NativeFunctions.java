package dev.tuff.typed.modules;

import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.text.PyStr;
import dev.tuff.typed.runtime.NativeSymbols;

/** The functions of {@code _static} about native libraries. */
final class NativeFunctions {
  private NativeFunctions() {}

  static BuiltinTable table() {
    return new NativeFunctionsTable();
  }

  private static String text(String argument, Object o) {
    if (!PyStr.isStr(o)) {
      throw Errors.typeError("classloader: '" + argument + "' must be a str, got '" + Py.typeOf(o).name() + "'");
    }
    return PyStr.java(o);
  }

  @Function(value = "lookup_native_symbol(*args)", doc = "The address of a function, by the names of its library and its own.")
  static long lookup_native_symbol(Object[] args, Interpreter interpreter) {
    if (args.length != 2) {
      throw Errors.typeError("lookup_native_symbol: Expected 2 arguments");
    }
    return NativeSymbols.of(interpreter).address(text("lib_name", args[0]), text("symbol_name", args[1]));
  }

  @Function(value = "invoke_native(libname, symbol, signature, args, /)",
      doc = "Call a native function. The signature is type descriptors of primitive types, of the arguments and then of the result.")
  static Object invoke_native(Object library, Object symbol, Object signature, Object args, Interpreter interpreter) {
    Object[] descriptors = Iteration.toArray(signature);
    int[] codes = new int[descriptors.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = ((Long) StaticModule.resolve_primitive_descr(descriptors[i])).intValue();
    }
    return NativeSymbols.of(interpreter).call(text("lib_name", library), text("symbol_name", symbol), codes, Iteration.toArray(args));
  }

  @Function(value = "_sizeof_dlopen_cache()", doc = "How many libraries are open.")
  static long _sizeof_dlopen_cache(Interpreter interpreter) {
    return NativeSymbols.of(interpreter).libraries.size();
  }

  @Function(value = "_sizeof_dlsym_cache()", doc = "How many addresses are known.")
  static long _sizeof_dlsym_cache(Interpreter interpreter) {
    return NativeSymbols.of(interpreter).size();
  }

  @Function(value = "_clear_dlopen_cache()", doc = "Forget which libraries are open.")
  static void _clear_dlopen_cache(Interpreter interpreter) {
    NativeSymbols.of(interpreter).libraries.clear();
  }

  @Function(value = "_clear_dlsym_cache()", doc = "Forget all addresses.")
  static void _clear_dlsym_cache(Interpreter interpreter) {
    NativeSymbols.of(interpreter).forgetAddresses();
  }
}
