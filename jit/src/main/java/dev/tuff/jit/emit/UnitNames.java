package dev.tuff.jit.emit;

import dev.tuff.compiler.Code;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Site;
import java.lang.constant.ClassDesc;

/**
 * What stack traces, profilers and debuggers of the JVM see of a unit: a class that is called as the Python function, with the lines of its file.
 * (Frames of hidden classes are in jstack's dumps and async-profiler's samples; Java's own stack traces leave them out, but with
 * {@code -XX:+UnlockDiagnosticVMOptions -XX:+ShowHiddenFrames}, and the flight recorder's samples in any case.)
 */
final class UnitNames {
  private final int[] lines;

  UnitNames(Code code) {
    lines = code.lines();
  }

  /** The class, in the package where it is defined. */
  static ClassDesc className(String inPackage, Code code) {
    return ClassDesc.of(inPackage, "Unit$" + plain(code.qualname.replace(".<locals>.", "$")));
  }

  static String methodName(Code code) {
    return plain(code.name);
  }

  /** The file without its folders. */
  static String file(Code code) {
    String f = code.filename;
    return f.substring(Math.max(f.lastIndexOf('/'), f.lastIndexOf('\\')) + 1);
  }

  /** A name with nothing in it that means something to the JVM. */
  private static String plain(String name) {
    StringBuilder s = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '<', '>' -> {}
        case '.', ';', '[', '/', ':', '(', ')' -> s.append('$');
        default -> s.append(c);
      }
    }
    return s.isEmpty() ? "unit" : s.toString();
  }

  /** The line of an operation: in an inlined call, that of the call; 0 if it has none. */
  int line(Node n) {
    if (n.state != null) {
      return line(n.activation, n.instruction);
    }
    return n.aux instanceof Site site ? line(site.activation(), site.instruction()) : 0;
  }

  private int line(Activation activation, int instruction) {
    int own = instruction;
    for (Activation a = activation; a.caller() != null; a = a.caller()) {
      own = a.call();
    }
    return line(own);
  }

  private int line(int instruction) {
    return instruction >= 0 && instruction < lines.length ? Math.max(0, lines[instruction]) : 0;
  }
}
