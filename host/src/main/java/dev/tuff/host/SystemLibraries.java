package dev.tuff.host;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/** The machine's libraries, by the JDK's foreign linker. A library that was opened stays: its arena is the process's. */
final class SystemLibraries implements NativeLibraries {
  private static SymbolLookup lookup(String library) {
    return library.indexOf('/') < 0
        ? SymbolLookup.libraryLookup(library, Arena.global())
        : SymbolLookup.libraryLookup(java.nio.file.Path.of(library), Arena.global());
  }

  @Override
  public boolean open(String library) {
    try {
      lookup(library);
      return true;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  @Override
  public long find(String library, String symbol) {
    return lookup(library).find(symbol).map(MemorySegment::address).orElse(0L);
  }

  private static MemoryLayout layout(char c) {
    return switch (c) {
      case 'b' -> ValueLayout.JAVA_BYTE;
      case 'h' -> ValueLayout.JAVA_SHORT;
      case 'i' -> ValueLayout.JAVA_INT;
      case 'q' -> ValueLayout.JAVA_LONG;
      case '?' -> ValueLayout.JAVA_BOOLEAN;
      default -> throw new IllegalArgumentException("no such width: " + c);
    };
  }

  private static Object box(char c, long v) {
    return switch (c) {
      case 'b' -> (byte) v;
      case 'h' -> (short) v;
      case 'i' -> (int) v;
      case '?' -> v != 0;
      default -> v;
    };
  }

  @Override
  public long call(long address, String signature, long[] arguments) {
    int n = signature.length() - 1;
    MemoryLayout[] layouts = new MemoryLayout[n];
    Object[] boxes = new Object[n];
    for (int i = 0; i < n; i++) {
      layouts[i] = layout(signature.charAt(i));
      boxes[i] = box(signature.charAt(i), arguments[i]);
    }
    var handle = Linker.nativeLinker().downcallHandle(MemorySegment.ofAddress(address),
        FunctionDescriptor.of(layout(signature.charAt(n)), layouts));
    try {
      Object result = handle.invokeWithArguments(boxes);
      return result instanceof Boolean b ? (b ? 1 : 0) : ((Number) result).longValue();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
