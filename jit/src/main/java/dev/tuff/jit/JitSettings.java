package dev.tuff.jit;

import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.InlinedCalls;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.BiConsumer;

/** How the JIT is to behave: set by {@link JitOptions} when the interpreter is made, some of it by the program through {@code cinderx.jit}. */
public final class JitSettings {
  /** Calls and backward jumps until code is hot: enough for its caches to have seen what it does. */
  public static final int HOT = 1_000;

  /** As a delay: what HotSpot needs until most of the interpreter is machine code. */
  public static final long WARM_UP = 1_000;

  /** As a threshold: only what is asked for is compiled. */
  public static final int NEVER = Integer.MAX_VALUE;

  /** The most threads that compile at a time. */
  public static final int MAX_WORKERS = 10_000;

  static final String PREFIX = "cinderx-jit-";

  public volatile int threshold = HOT;

  /** For so many milliseconds nothing is compiled: for a JVM that has just started. */
  public volatile long delay;
  public volatile boolean enabled = true;

  /** Whether the user has said that there shall be no JIT: then the program has to switch it on before it asks for single functions. */
  public boolean refused;

  /** Hot code is compiled on a thread of its own, while the program goes on. */
  public volatile boolean background = true;

  /** How many threads {@code precompile_all} uses; 0 for as many as there are processors. */
  public int workers;

  /** Whether calls are inlined, and how much. */
  public volatile boolean inlines = true;
  public volatile InlinedCalls.Limits inlining = InlinedCalls.Limits.DEFAULT;

  /** Whether what the caches have seen is speculated on. */
  public volatile boolean specialized = true;

  /** Kept for {@code cinderx.jit}: annotations make no difference, the caches know better. */
  public volatile boolean annotationGuards;

  /** Only what the JIT list names is compiled, at its first call. */
  public String listFile;
  public boolean listMustParse;
  public boolean listWildcards;
  public boolean listLines;

  /** Static Python's functions are compiled at their first call. */
  public boolean allStatic;

  /** The limits: bytes of class files (0 for none) and classes that live at a time; blocks and operations of a unit's HIR. */
  public volatile long maxCodeBytes;
  public int maxClasses = 20_000;
  public int maxBlocks = 4_000;
  public int maxOperations = 40_000;

  /** Where all that is written that is asked for by an option of CinderX. */
  PrintStream out = System.err;

  /** Where the HIR of each unit is shown: at first, around each pass, and at the end; and its class. Null for nowhere. */
  public PrintStream firstHir;
  public PrintStream passes;
  public PrintStream hir;
  public PrintStream classes;

  /** Where to tell what becomes fast, what not and why; null for nowhere. */
  public PrintStream log;

  /** Where the statistics are shown at the end, and the times of passes; null for nowhere. */
  public PrintStream stats;
  public PrintStream times;

  /** Whether the HIR is verified after each pass; and who is shown it at the end, with the class. */
  public boolean verifies;
  BiConsumer<Graph, byte[]> observer;

  /** {@code cinderx.jit.multithreaded_compile_test} may be called. */
  public boolean multithreadedTest;

  /** What the options themselves print, once there is a log: that they were read, or {@code cinderx-jit-help}. */
  public boolean debug;
  public boolean help;

  /**
   * The settings for {@code -X jit=MODE}.
   *
   * @param mode "off", "on", or "always" to compile everything on the spot as soon as its caches know something
   */
  public static JitSettings of(String mode) {
    JitSettings s = new JitSettings();
    s.enabled = !mode.equals("off");
    if (mode.equals("always")) {
      s.threshold = 2;
      s.background = false;
    }
    return s;
  }

  /** Whether there is anything for {@link JitOptions}, whose table is not made without need. */
  public static boolean hasOptions(Map<String, Object> implementation, Map<String, String> environment) {
    for (String key : implementation.keySet()) {
      if (isOption(key)) {
        return true;
      }
    }
    for (String key : environment.keySet()) {
      if (isVariable(key)) {
        return true;
      }
    }
    return false;
  }

  static boolean isOption(String key) {
    return key.startsWith(PREFIX) || key.startsWith("jit-") && !key.equals("jit-log");
  }

  static boolean isVariable(String key) {
    return key.startsWith("CINDERX_JIT_") || key.startsWith("PYTHONJIT");
  }
}
