package dev.tuff.jit;

import dev.tuff.jit.hir.InlinedCalls;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The one table of CinderX's options for its JIT, as {@code -X cinderx-jit-NAME[=VALUE]} (or {@code -X jit-NAME}) and {@code CINDERX_JIT_NAME}
 * (or {@code PYTHONJITNAME}), and of what they mean here. The command line has the last word.
 */
public final class JitOptions {
  private static final String PREFIX = JitSettings.PREFIX;
  private static final String NOTHING = "accepted, does nothing: ";

  private JitOptions() {}

  private interface Effect {
    void on(JitSettings settings, String value);
  }

  private interface Switch {
    void set(JitSettings settings, boolean on);
  }

  private interface Number {
    void set(JitSettings settings, int value);
  }

  private interface Stream {
    void set(JitSettings settings, PrintStream out);
  }

  /** An option, the name of its value or null, and what it does. */
  private record Option(String name, String value, String help, Effect effect) {}

  private static final List<Option> TABLE = List.of(
      flag("all", "compile every function at its first call", (s, on) -> {
        if (on) {
          s.enabled = true;
          s.threshold = 0;
          s.delay = 0;
        }
      }),
      number("auto", "compile functions after N calls and turns of loops", (s, n) -> {
        s.enabled = true;
        s.threshold = n;
        s.delay = 0;
      }),
      flag("debug", "say what is compiled and what is not, as -X jit-log, and which options were read", (s, on) -> {
        s.debug = on;
        s.log = on ? s.out : s.log;
      }),
      new Option("log-file", "FILE", "write what would be said there", (s, value) -> logTo(s, value)),
      flag("disable", "compile nothing", (s, on) -> {
        s.enabled &= !on;
        s.refused = on;
      }),
      new Option("list-file", "FILE", "compile the functions named in this file alone, at their first call", (s, value) -> {
        s.listFile = value;
        s.enabled = true;
      }),
      flag("list-fail-on-parse-error", "do not start if that file has a line that cannot be understood", (s, on) -> s.listMustParse = on),
      flag("enable-jit-list-wildcards", "a * in that file stands for anything", (s, on) -> s.listWildcards = on),
      flag("list-match-line-numbers", "entries of code objects hold for their line only", (s, on) -> s.listLines = on),
      flag("all-static-functions", "compile functions of Static Python at their first call", (s, on) -> s.allStatic = on),
      flag("background-compile", "compile on a thread of its own, while the program goes on (the default)", (s, on) -> s.background = on),
      number("batch-compile-workers", "how many threads precompile_all() uses; 0: one for each processor", (s, n) -> s.workers = n),
      flag("multithreaded-compile-test", "allow cinderx.jit.multithreaded_compile_test()", (s, on) -> s.multithreadedTest = on),
      flag("enable-hir-inliner", "inline calls (the default)", (s, on) -> s.inlines = on),
      flag("hir-inliner", "the same", (s, on) -> s.inlines = on),
      number("hir-inliner-cost-limit", "instructions of a unit with all that is inlined",
          (s, n) -> s.inlining = new InlinedCalls.Limits(n, s.inlining.callee(), s.inlining.depth())),
      number("hir-inliner-depth-limit", "how deep inlined calls may be nested",
          (s, n) -> s.inlining = new InlinedCalls.Limits(s.inlining.unit(), s.inlining.callee(), n)),
      flag("specialized-opcodes", "speculate on what the caches have seen (the default)", (s, on) -> s.specialized = on),
      flag("emit-type-annotation-guards", NOTHING + "caches know better than annotations", (s, on) -> s.annotationGuards = on),
      new Option("max-code-size", "N[k|m|g]", "compile nothing more when class files of so many bytes live; 0: no limit",
          (s, value) -> s.maxCodeBytes = size(value)),
      number("max-classes", "compile nothing more when so many units live", (s, n) -> s.maxClasses = n),
      number("max-hir-blocks", "the most blocks of a unit", (s, n) -> s.maxBlocks = n),
      number("max-hir-instrs", "the most operations of a unit", (s, n) -> s.maxOperations = n),
      number("max-lir-blocks", "the same as max-hir-blocks: there is one representation", (s, n) -> s.maxBlocks = Math.min(s.maxBlocks, n)),
      number("max-lir-instrs", "the same as max-hir-instrs", (s, n) -> s.maxOperations = Math.min(s.maxOperations, n)),
      dump("dump-hir", "show the HIR of each unit as it is built", (s, out) -> s.firstHir = out),
      dump("dump-hir-passes", "show it before and after each pass", (s, out) -> s.passes = out),
      dump("dump-final-hir", "show it as it is at the end, as -X dump=hir", (s, out) -> s.hir = out),
      dump("dump-asm", "show the class of each unit, as -X dump=class", (s, out) -> s.classes = out),
      dump("dump-stats", "show what was compiled, and how often compiled code went back to the interpreter, at the end", (s, out) -> s.stats = out),
      flag("verify-hir", "check the HIR after each pass", (s, on) -> s.verifies = on),
      dump("time", "show how long the passes take", (s, out) -> s.times = out),
      new Option("help", null, "print this and exit", (s, value) -> s.help = true),
      nothing("asm-syntax reg-alloc lir-inliner dump-lir dump-lir-origin dump-hir-stats", "machine code is HotSpot's"),
      nothing("debug-dataflow-analysis debug-guard-removal debug-inliner debug-refcount debug-regalloc symbolize", "see -X jit-log"),
      nothing("huge-pages cold-code-huge-pages hinted-code-allocation multiple-code-sections", "see the JVM's options"),
      nothing("perfmap perf-dumpdir gdb-support gdb-write-elf", "the JVM's tools know compiled functions by their names"),
      nothing("attr-caches attr-cache-size enable-inline-cache-stats-collection refine-static-python", "caches are the interpreter's"),
      nothing("preload-dependent-limit hir-inliner-cold-call-threshold simplify-iteration-limit simplify-new-block-limit", "no such limit"),
      nothing("support-instrumentation", "tools always see everything"),
      nothing("begin-inlined-function-elim builtin-load-method-elim clean-cfg dead-code-elim dynamic-comparison-elim guard-type-removal phi-elim"
          + " simplify sink-primitive-box", "the passes are others"));

  private static Option flag(String name, String help, Switch effect) {
    return new Option(name, "0|1", help, (s, value) -> effect.set(s, !value.equals("0")));
  }

  private static Option number(String name, String help, Number effect) {
    return new Option(name, "N", help, (s, value) -> {
      long n = size(value);
      if (n > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("Unsigned Integer overflow in input string: '" + value + "'");
      }
      effect.set(s, (int) n);
    });
  }

  private static Option dump(String name, String help, Stream effect) {
    return new Option(name, "0|1", help, (s, value) -> effect.set(s, value.equals("0") ? null : s.out));
  }

  /** Several options that mean nothing on the JVM. */
  private static Option nothing(String names, String why) {
    return new Option(names, null, NOTHING + why, (s, value) -> {});
  }

  private static void logTo(JitSettings s, String file) {
    try {
      s.out = new PrintStream(file, StandardCharsets.UTF_8);
      s.log = s.log == null ? null : s.out;
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot write " + file + ": " + e.getMessage());
    }
  }

  /** A number of bytes or other things, perhaps with a k, m or g behind it. */
  static long size(String value) {
    String digits = value;
    long unit = 1;
    if (!value.isEmpty()) {
      int power = "kmg".indexOf(Character.toLowerCase(value.charAt(value.length() - 1)));
      if (power >= 0 && value.length() > 1) {
        unit = 1L << 10 * (power + 1);
        digits = value.substring(0, value.length() - 1);
      }
    }
    if (value.startsWith("-") || value.contains(".") || value.isEmpty()) {
      throw new IllegalArgumentException("Invalid unsigned integer in input string: '" + value + "'");
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        throw new IllegalArgumentException("Invalid character in input string: '" + value + "'");
      }
    }
    try {
      return Math.multiplyExact(Long.parseLong(digits), unit);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException("Unsigned Integer overflow in input string: '" + value + "'");
    }
  }

  /**
   * Reads the options.
   *
   * @param implementation the -X options: {@code true} or a text
   * @param environment empty if it is not to be looked at
   * @throws IllegalArgumentException for a value, or a name, that means nothing
   */
  public static void read(Map<String, Object> implementation, Map<String, String> environment, JitSettings settings) {
    // by name: what was given, and how
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> spellings = new LinkedHashMap<>();
    for (Map.Entry<String, String> e : environment.entrySet()) {
      if (JitSettings.isVariable(e.getKey())) {
        String name = variableName(e.getKey());
        if (name != null) {
          values.put(name, e.getValue());
          spellings.put(name, "CINDERX_JIT_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
      }
    }
    for (Map.Entry<String, Object> e : implementation.entrySet()) {
      if (JitSettings.isOption(e.getKey())) {
        String name = optionName(e.getKey());
        values.put(name, e.getValue() instanceof String text ? text : "1");
        spellings.put(name, PREFIX + name);
      }
    }
    // first where to write, and that it is to be written
    for (String name : new String[] {"log-file", "debug"}) {
      if (values.containsKey(name)) {
        find(name).effect().on(settings, values.remove(name));
      }
    }
    values.forEach((name, value) -> find(name).effect().on(settings, value));
    if (settings.debug) {
      spellings.values().forEach(s -> settings.log.println("JIT: cinderx/" + s + " has been specified"));
    }
  }

  private static String optionName(String key) {
    String name = key.substring(key.startsWith(PREFIX) ? PREFIX.length() : 4);
    if (find(name) == null) {
      throw new IllegalArgumentException("unknown option -X " + key + "; -X " + PREFIX + "help lists them");
    }
    return name;
  }

  /** The option of a variable; the older spelling has no underscores. */
  private static String variableName(String key) {
    String plain = key.startsWith("PYTHONJIT") ? key.substring(9) : key.substring(12);
    String wanted = plain.replace("_", "");
    for (Option o : TABLE) {
      for (String name : o.name().split(" ")) {
        if (name.replace("-", "").equalsIgnoreCase(wanted)) {
          return name;
        }
      }
    }
    return null;
  }

  private static Option find(String name) {
    for (Option o : TABLE) {
      if (Set.of(o.name().split(" ")).contains(name)) {
        return o;
      }
    }
    return null;
  }

  /** The table as text. */
  public static String help() {
    StringBuilder text = new StringBuilder("Options of the JIT, as -X " + PREFIX + "NAME or CINDERX_JIT_NAME:\n");
    for (Option o : TABLE) {
      text.append("  ").append(o.name().replace(" ", ", ")).append(o.value() == null ? "" : "=" + o.value()).append("\n         ").append(o.help())
          .append('\n');
    }
    return text.toString();
  }
}
