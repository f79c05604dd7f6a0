package dev.tuff.jit;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.Tier;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.jit.build.Entries;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Sample;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The method JIT: what the interpreter finds hot becomes a JVM class. This is its policy: what is compiled, when, and by which thread. */
public final class Jit implements Tier {
  /** Of the compiler's thread: passes recurse over blocks. */
  private static final long STACK = 64L << 20;

  /** Code that is compiled before it has run is given up after so many runs, for a unit that knows more. */
  private static final int TRIAL = 20;

  /** Where a limit is reached, code asks again after so many turns: some of what is there may have died. */
  private static final int PATIENCE = 1_000_000;

  public final JitSettings settings;
  public final JitList list;
  public final Deopts deopts = new Deopts();
  public final CompiledUnits units = new CompiledUnits();
  private final JitLog log;
  private final long made = System.nanoTime();

  /** Ends when there is nothing to do. */
  private final ThreadPoolExecutor background;

  /** What waits for that. */
  private final Set<PyCode> waiting = ConcurrentHashMap.newKeySet();

  /** What is being compiled, also because another unit calls it. */
  private final Set<PyCode> inProgress = ConcurrentHashMap.newKeySet();
  private final AtomicInteger compiling = new AtomicInteger();

  /** Whether the units are put aside: {@link #disable}. */
  private boolean aside;

  /** Whether a limit was reached and that has been told. */
  private volatile boolean atLimit;

  Jit(JitSettings settings) {
    this.settings = settings;
    list = new JitList(settings);
    log = settings.log == null ? null : new JitLog(settings.log);
    ThreadFactory daemon = task -> {
      Thread t = new Thread(null, task, "tuff-jit", STACK);
      t.setDaemon(true);
      return t;
    };
    background = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemon, new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * The compiler for {@code -X jit=MODE}.
   *
   * @param mode "on", or "always" to compile everything as soon as its caches know something; other modes have none
   * @param dump where to show the HIR; null for nowhere
   * @param log where to tell what was compiled, and what was not and why; null for nowhere
   */
  public static Tier of(String mode, PrintStream dump, PrintStream log) {
    JitSettings settings = JitSettings.of(mode);
    settings.hir = dump;
    settings.log = log;
    return settings.enabled ? new Jit(settings) : null;
  }

  /**
   * A compiler; its list is read from the file if there is one.
   *
   * @throws IllegalArgumentException if that cannot be read, and has to be
   */
  public static Jit started(JitSettings settings) {
    Jit jit = new Jit(settings);
    if (settings.listFile != null) {
      try {
        jit.readList(settings.listFile);
      } catch (IOException | IllegalArgumentException e) {
        if (settings.listMustParse) {
          throw new IllegalArgumentException(e.getMessage());
        }
      }
    }
    return jit;
  }

  /**
   * Takes in a file of the JIT list.
   *
   * @throws IllegalArgumentException for a line that cannot be understood; those before it count
   */
  public void readList(String file) throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(Path.of(file))) {
      number++;
      if (!list.add(line)) {
        throw new IllegalArgumentException("Error while parsing line " + number + " in JIT list file " + file);
      }
    }
  }

  @Override
  public int threshold() {
    return list.exists() ? 0 : settings.threshold;
  }

  @Override
  public int threshold(PyCode code) {
    return settings.allStatic && (code.flags & Code.CO_STATICALLY_COMPILED) != 0 ? 0 : threshold();
  }

  // ---- what is compiled

  @Override
  public void compile(PyFrame frame, int entry) {
    PyCode code = frame.code;
    CodeRecord record = CodeRecord.of(code);
    if (record.counted < 0 && settings.enabled) {
      record.counted = code.counted();
    }
    if (isEarly() && !record.lazy && !record.asked && settings.enabled) {
      // first: all of a program's loops ask again and again in this time, and all below would run in HotSpot's own interpreter
      code.setHeat(threshold());
      return;
    }
    record.belongsTo(frame.function);
    if (!settings.enabled) {
      code.setHeat(record.lazy ? 0 : threshold());
      return;
    }
    String refusal = refusal(frame.function, code);
    if (refusal != null) {
      record.reason = refusal;
      code.setHeat(JitSettings.NEVER);
      return;
    }
    if (reachesLimit(code)) {
      code.setHeat(PATIENCE);
      return;
    }
    Sample sample = Sample.of(frame, entry);
    if (!settings.background) {
      Tiers.attach(code, entry, compiled(sample));
      return;
    }
    // it is asked for again after as many turns
    code.setHeat(Math.max(threshold(), TRIAL));
    if (waiting.add(code)) {
      Interpreter interpreter = Interpreter.current();
      compiling.incrementAndGet();
      background.execute(() -> compile(interpreter, sample));
    }
  }

  /** Whether HotSpot is still making the interpreter fast: a unit, which begins in HotSpot's own interpreter, would run slower and take its turns. */
  private boolean isEarly() {
    if (settings.delay == 0 || list.exists()) {
      return false;
    }
    if (System.nanoTime() - made < settings.delay * 1_000_000) {
      return true;
    }
    settings.delay = 0;
    return false;
  }

  private void compile(Interpreter interpreter, Sample sample) {
    ThreadState before = ThreadState.attach(new ThreadState(interpreter));
    try {
      // others that waited may have filled what there was, or compiled this one first, as their callee
      if (!Tiers.isCompiled(sample.code(), sample.entry()) && !reachesLimit(sample.code())) {
        Tiers.attach(sample.code(), sample.entry(), compiledOrNull(sample));
      }
    } finally {
      waiting.remove(sample.code());
      compiling.decrementAndGet();
      ThreadState.attach(before);
    }
  }

  /** The same; the code runs on as it did if the compiler fails, but nobody should have to guess why. */
  private CompiledCode compiledOrNull(Sample sample) {
    try {
      return compiled(sample);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failed(sample, e);
      return null;
    }
  }

  /** Why a function is not to be compiled; null if it may be. */
  private String refusal(PyFunction fn, PyCode code) {
    return CodeRecord.of(code).suppressed ? "jit_suppress() was called for it" : list.names(fn, code) ? null : "it is not on the JIT list";
  }

  private boolean reachesLimit(PyCode code) {
    String limit = units.limit(settings);
    if (limit == null) {
      return false;
    }
    CodeRecord.of(code).reason = limit;
    if (!atLimit) {
      atLimit = true;
      if (log != null) {
        log.interpreted(code, 1, limit);
      }
      if (Recording.isOn()) {
        JitEvents.limit(code, limit, units);
      }
    }
    return true;
  }

  /** Compiles static functions before a unit that calls them, so that it knows what they need; whether that was done. */
  private boolean compileFirst(Collection<PyFunction> callees) {
    boolean done = false;
    for (PyFunction fn : callees) {
      PyCode code = fn.code;
      if (!inProgress.contains(code) && !Tiers.isCompiled(code, Entries.start(code)) && code.hasRun() && !code.speculation().isRefused(Entries.start(code)) && refusal(fn, code) == null) {
        CodeRecord.of(code).belongsTo(fn);
        Sample sample = sample(fn);
        Tiers.attach(code, sample.entry(), compiled(sample));
        done = true;
      }
    }
    return done;
  }

  /** The unit, or null. */
  private CompiledCode compiled(Sample sample) {
    CodeRecord record = CodeRecord.of(sample.code());
    long start = System.nanoTime();
    boolean outer = inProgress.add(sample.code());
    Object event = Recording.isOn() ? JitEvents.compile() : null;
    CompiledCode unit = null;
    record.reason = null;
    try {
      unit = UnitCompiler.compile(settings, sample, this::compileFirst);
      if (!sample.code().hasRun()) {
        unit.trial = TRIAL;
      }
      units.add(unit);
      if (log != null) {
        log.compiled(sample.code(), unit);
      }
    } catch (NotCompilable e) {
      record.reason = e.getMessage();
      if (log != null) {
        log.interpreted(sample.code(), sample.entry(), e.getMessage());
      }
    } finally {
      if (outer) {
        inProgress.remove(sample.code());
      }
      record.lazy = false;
      record.took(System.nanoTime() - start);
      if (event != null) {
        JitEvents.compiled(event, sample, unit, record.reason);
      }
    }
    return unit;
  }

  private void failed(Sample sample, Throwable e) {
    CodeRecord.of(sample.code()).reason = "the compiler failed: " + e;
    if (log != null) {
      log.failed(sample.code(), sample.entry(), e);
    }
  }

  @Override
  public void left(PyFrame frame, CompiledCode unit, PyCode code, int instruction, String why) {
    Deopts.Place place = deopts.add(frame, code, instruction, why);
    if (Recording.isOn()) {
      JitEvents.deopt(code, place);
    }
  }

  @Override
  public void gaveUp(PyCode code, PyCode where, int instruction, String why) {
    CodeRecord record = CodeRecord.of(code);
    record.givenUp++;
    if (record.asked) {
      code.setHeat(0);
    }
    if (log != null) {
      log.gaveUp(code, where, instruction, why);
    }
    if (Recording.isOn()) {
      JitEvents.invalidation(code, where, instruction, why);
    }
  }

  @Override
  public void end() {
    // what is being compiled is finished, for nobody
    background.shutdown();
    background.getQueue().clear();
    if (settings.stats != null) {
      JitLog.statistics(settings.stats, this);
    }
  }

  // ---- what the program asks for

  /** What {@link #force} did. */
  public enum Forced { COMPILED, NOTHING, SUPPRESSED, NOT_LISTED, OVER_LIMIT, FAILED }

  /** Compiles a function now, whatever it has done so far. */
  public Forced force(PyFunction fn) {
    PyCode code = fn.code;
    code.instructions();
    CodeRecord record = CodeRecord.of(code);
    record.belongsTo(fn);
    record.asked = true;
    if (!settings.enabled || Tiers.isCompiled(code, Entries.start(code))) {
      return Forced.NOTHING;
    }
    String refusal = refusal(fn, code);
    if (refusal != null) {
      record.reason = refusal;
      return record.suppressed ? Forced.SUPPRESSED : Forced.NOT_LISTED;
    }
    if (reachesLimit(code)) {
      return Forced.OVER_LIMIT;
    }
    Sample sample = sample(fn);
    CompiledCode unit = null;
    if (sample == null) {
      record.reason = "it is no function's code";
    } else {
      unit = compiledOrNull(sample);
    }
    if (unit == null) {
      return Forced.FAILED;
    }
    Tiers.attach(code, sample.entry(), unit);
    return Forced.COMPILED;
  }

  /** Nothing is known of the arguments; null if there is no start. */
  private static Sample sample(PyFunction fn) {
    PyCode code = fn.code;
    for (int i = 0; i < code.instructions.length; i++) {
      if (Opcode.parent(Opcode.opcode(code.instructions[i] & Integer.MAX_VALUE)) == Opcode.RESUME) {
        return new Sample(code, fn.globals, fn.builtins, i + 1, new Object[code.frameSize]);
      }
    }
    return null;
  }

  /** Has a function compiled at its next call; false if it is, or cannot be. */
  public boolean compileAtNextCall(PyFunction fn) {
    PyCode code = fn.code;
    code.instructions();
    CodeRecord record = CodeRecord.of(code);
    if (!settings.enabled || code.compiled.length > 0 || refusal(fn, code) != null) {
      return false;
    }
    record.belongsTo(fn);
    record.asked = true;
    record.lazy = true;
    code.setHeat(0);
    return true;
  }

  /** Has the interpreter run a function again; false if it did so already. */
  public boolean uncompile(PyCode code) {
    CodeRecord record = CodeRecord.of(code);
    record.aside = null;
    record.asked = false;
    return Tiers.drop(code, threshold()).length > 0;
  }

  /** Takes a function out of compiling, or lets it in again. */
  public void suppress(PyFunction fn, boolean suppressed) {
    CodeRecord record = CodeRecord.of(fn.code);
    record.suppressed = suppressed;
    if (suppressed) {
      record.reason = refusal(fn, fn.code);
      uncompile(fn.code);
    } else {
      record.reason = null;
      if (fn.code.instructions != null) {
        fn.code.setHeat(threshold());
      }
    }
  }

  /** Compiles nothing from now on; with {@code deopt} nothing runs compiled either. What runs goes on as it is. */
  public synchronized void disable(boolean deopt) {
    settings.enabled = false;
    awaitBackground();
    if (deopt && !aside) {
      aside = true;
      for (PyCode code : units.codes()) {
        CodeRecord record = CodeRecord.of(code);
        CompiledCode[] taken = Tiers.drop(code, threshold());
        if (taken.length > 0) {
          record.aside = taken;
        }
      }
    }
  }

  public synchronized void enable() {
    settings.enabled = true;
    if (aside) {
      aside = false;
      for (PyCode code : units.codes()) {
        CodeRecord record = CodeRecord.of(code);
        if (record.aside != null && !record.suppressed) {
          Tiers.restore(code, record.aside);
        }
        record.aside = null;
      }
    }
  }

  /** Whether the units are put aside. */
  public synchronized boolean isAside() {
    return aside;
  }

  /** The number of calls and backward jumps until code is compiled is another one, also for code that has run already. */
  public void reschedule(Interpreter interpreter) {
    for (PyCode code : LiveCode.of(interpreter).codes.keySet()) {
      if (code.instructions != null && code.compiled.length == 0 && !waiting.contains(code)) {
        code.setHeat(CodeRecord.of(code).lazy ? 0 : threshold());
      }
    }
  }

  public void awaitBackground() {
    while (compiling.get() > 0) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * Compiles all functions that wait for their time: those on the list, those for their next call, and those that have run.
   *
   * @param workers on how many threads
   */
  public void compileAll(Interpreter interpreter, int workers) {
    List<PyFunction> all = new ArrayList<>();
    for (Map.Entry<PyCode, PyFunction> e : LiveCode.of(interpreter).codes.entrySet()) {
      PyCode code = e.getKey();
      if (e.getValue() != null && code.compiled.length == 0 && (list.exists() || CodeRecord.of(code).lazy || code.instructions != null && code.hasRun())) {
        all.add(e.getValue());
      }
    }
    onThreads(interpreter, all, workers, this::force);
  }

  /** Compiles everything that is compiled once more, on several threads, and throws that away: a test of the compiler. */
  public int compileAgain(Interpreter interpreter, int workers) {
    List<PyFunction> all = new ArrayList<>();
    for (PyCode code : units.codes()) {
      PyFunction fn = CodeRecord.of(code).function();
      if (fn != null && fn.code == code) {
        all.add(fn);
      }
    }
    onThreads(interpreter, all, workers, fn -> {
      try {
        UnitCompiler.compile(settings, sample(fn), none -> false);
      } catch (NotCompilable again) {
        // it was compiled with what a frame knew
        CodeRecord.of(fn.code).reason = again.getMessage();
      }
    });
    return all.size();
  }

  private static void onThreads(Interpreter interpreter, Collection<PyFunction> all, int workers, java.util.function.Consumer<PyFunction> action) {
    LinkedBlockingQueue<PyFunction> queue = new LinkedBlockingQueue<>(all);
    int count = Math.min(workers == 0 ? Runtime.getRuntime().availableProcessors() : workers, Math.max(1, all.size()));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Thread t = new Thread(null, () -> {
        ThreadState before = ThreadState.attach(new ThreadState(interpreter));
        try {
          for (PyFunction fn = queue.poll(); fn != null; fn = queue.poll()) {
            action.accept(fn);
          }
        } finally {
          ThreadState.attach(before);
        }
      }, "tuff-jit-" + i, STACK);
      t.setDaemon(true);
      threads.add(t);
      t.start();
    }
    for (Thread t : threads) {
      try {
        t.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What compiling a function now makes of it: the HIR, or the class. */
  public static String text(JitSettings settings, PyFunction fn, boolean asClass) throws NotCompilable {
    fn.code.instructions();
    return UnitCompiler.text(settings, sample(fn), asClass);
  }

  /** The functions that are compiled. */
  public List<PyFunction> compiledFunctions(Interpreter interpreter) {
    Map<PyCode, PyFunction> known = LiveCode.of(interpreter).codes;
    List<PyFunction> all = new ArrayList<>();
    for (PyCode code : units.codes()) {
      PyFunction fn = known.get(code) != null ? known.get(code) : CodeRecord.of(code).function();
      if (fn != null && fn.code == code && code.compiled.length > 0) {
        all.add(fn);
      }
    }
    return all;
  }
}
