package dev.tuff.jit;

import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.jit.hir.Sample;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The JIT's events for the JVM's flight recorder. Touched only if that {@linkplain Recording is on}. */
final class JitEvents {
  private JitEvents() {}

  /** What all of them are about. */
  @StackTrace(false)
  private abstract static class OfFunction extends Event {
    @Label("Function")
    String function;

    @Label("File")
    String file;

    @Label("Line")
    int line;

    void set(PyCode code, int line) {
      function = code.code.qualname;
      file = code.code.filename;
      this.line = line;
    }
  }

  @Name("dev.tuff.jit.Compile")
  @Label("Python Function Compiled")
  @Category({"Tuff", "JIT"})
  static final class Compile extends OfFunction {
    @Label("Compiled")
    boolean compiled;

    @Label("Reason")
    String reason;

    @Label("Bytes")
    int bytes;

    @Label("Inlined Calls")
    int inlined;
  }

  @Name("dev.tuff.jit.Deopt")
  @Label("Back to the Interpreter")
  @Category({"Tuff", "JIT"})
  static final class Deopt extends OfFunction {
    @Label("Reason")
    String reason;

    @Label("Description")
    String description;

    @Label("Guilty Type")
    String guiltyType;
  }

  @Name("dev.tuff.jit.Invalidation")
  @Label("Compiled Code Given Up")
  @Category({"Tuff", "JIT"})
  static final class Invalidation extends OfFunction {
    @Label("Description")
    String description;
  }

  @Name("dev.tuff.jit.Limit")
  @Label("Limit Reached")
  @Category({"Tuff", "JIT"})
  static final class Limit extends OfFunction {
    @Label("Limit")
    String limit;

    @Label("Classes")
    int classes;

    @Label("Bytes")
    long bytes;
  }

  /** A compilation begins. */
  static Object compile() {
    Compile e = new Compile();
    e.begin();
    return e;
  }

  /** It has ended: with no unit for a reason. */
  static void compiled(Object begun, Sample sample, CompiledCode unit, String reason) {
    Compile e = (Compile) begun;
    e.end();
    if (e.shouldCommit()) {
      e.set(sample.code(), sample.code().code.line(sample.entry() - 1));
      e.compiled = unit != null;
      e.reason = reason;
      if (unit != null) {
        e.bytes = UnitReport.of(unit).classBytes();
        e.inlined = UnitReport.of(unit).inlined().size();
      }
      e.commit();
    }
  }

  static void deopt(PyCode code, Deopts.Place place) {
    Deopt e = new Deopt();
    if (e.shouldCommit()) {
      e.set(code, place.line());
      e.reason = place.reason();
      e.description = place.description();
      e.guiltyType = place.guilty();
      e.commit();
    }
  }

  static void invalidation(PyCode code, PyCode where, int instruction, String why) {
    Invalidation e = new Invalidation();
    if (e.shouldCommit()) {
      e.set(code, where.code.line(instruction));
      e.description = Deopts.description(why);
      e.commit();
    }
  }

  static void limit(PyCode code, String limit, CompiledUnits units) {
    Limit e = new Limit();
    if (e.shouldCommit()) {
      e.set(code, code.code.firstLine);
      e.limit = limit;
      e.classes = units.count();
      e.bytes = units.bytes();
      e.commit();
    }
  }
}
