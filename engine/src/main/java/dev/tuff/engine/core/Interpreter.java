package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.module.Compilation;
import dev.tuff.engine.module.Library;
import dev.tuff.engine.module.LibraryImport;
import dev.tuff.engine.module.NativeModuleTable;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.reference.References;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One Python: its modules, its classes' registries, its settings. Everything mutable hangs off it, so that several live in one JVM and each
 * is gone when closed.
 */
public final class Interpreter {
  /** {@code sys.modules}. */
  public PyDict modules = new PyDict();

  /** The {@code builtins} and {@code sys} modules. */
  public PyModule builtins;
  public PyModule sys;

  /** {@code importlib._bootstrap}, once it is there. */
  public PyModule importlib;

  /** The short way for modules of the library; null before there are imports. */
  public LibraryImport libraryImport;

  /** What is left of start-up; null once it is done. See {@link #complete}. */
  private volatile Runnable deferred;
  private boolean completing;

  /** The builtin {@code __import__}. */
  public Object importFunction;

  /** The builtin {@code all} and {@code any}, whatever the names in {@code builtins} mean later: LOAD_COMMON_CONSTANT. */
  public Object allFunction;
  public Object anyFunction;

  /** {@code -X no_debug_ranges}: code objects tell lines only. */
  public boolean noDebugRanges;

  /** {@code -O}, {@code -OO}: 0, 1, 2. */
  public int optimize;

  /** The compiler of hot code; null for none. */
  public dev.tuff.engine.interp.Tier tier;

  /** Runs the instructions of Static Python; null for none. */
  public dev.tuff.engine.interp.StaticOps staticOps;

  /** How compiled loops notice interrupts; null until there are such loops. */
  public volatile dev.tuff.engine.interp.Polls polls;

  /** Compiles modules that ask for Static Python; null for none. */
  public dev.tuff.engine.module.StaticCompiler staticCompiler;

  /** The native modules that can be imported, and where the library is. */
  public NativeModuleTable nativeModules;
  public Library library;

  /** Installed by the native half of {@code ast}; see {@link #astBridge}. */
  private Compilation.AstBridge astBridge;

  /** Random key of str and bytes hashes; both 0 with {@code PYTHONHASHSEED=0}. */
  public long hashKey0;
  public long hashKey1;

  /** The outside world. */
  public dev.tuff.host.Host host;

  /** {@code -X dev}: checks that cost time are made. */
  public boolean devMode;

  /** What the program put before {@code sys.path} at its start: its folder; null if nothing. */
  public String programPath;

  /** What {@code os.cpu_count()} is to say; -1: the truth. */
  public int cpuCount = -1;

  /** {@code -X importtime}: 1 for imports, 2 for those of loaded modules too. */
  public int importTime;

  /** {@code sys.setrecursionlimit}. */
  public int recursionLimit = 1000;

  /** {@code sys.set_int_max_str_digits}; 0 for no limit. */
  public int intMaxStrDigits = 4300;

  /** {@code sys.monitoring} and tracing; null until something uses it. */
  public volatile dev.tuff.engine.interp.Monitoring monitoring;

  /** Replaced whenever tools want other events: code whose own differs marks its instructions anew. Null before the first. */
  public Object instrumentation;

  /** Replaced by {@code sys.monitoring.restart_events()}. */
  public Object monitoringEpoch;

  /** {@code sys.setswitchinterval}: kept, without effect. */
  public double switchInterval = 0.005;

  /** Whether the interpreter is being closed. */
  public volatile boolean finalizing;

  /** The environment is not looked at ({@code -E}). */
  public boolean ignoreEnvironment;

  /** Whether the program owns the process, and SIGINT raises KeyboardInterrupt; an embedding program keeps its signals. */
  public boolean ownsSignals;

  /** The thread that brought the interpreter up: the one that handles signals. */
  public ThreadState mainThread;

  private final java.util.Set<ThreadState> threads = ConcurrentHashMap.newKeySet();

  /** {@code sys.addaudithook}; null for none. */
  public volatile Object[] auditHooks;

  /** How often {@code -b} was given: 1 warns of comparisons of bytes with str. */
  public int bytesWarning;

  /** The heap classes that derive directly from builtin types. */
  final Map<PyType, List<WeakReference<PyType>>> builtinSubclasses = new ConcurrentHashMap<>();

  final IdentityTable identities = new IdentityTable();
  private final Map<Object, Object> nativeStates = new ConcurrentHashMap<>();

  private volatile References references;

  /** Weak references with callbacks, and objects to be finalised. */
  public References references() {
    References r = references;
    return r == null ? makeReferences() : r;
  }

  private synchronized References makeReferences() {
    if (references == null) {
      references = new References();
    }
    return references;
  }

  /** After a collection of the JVM: runs callbacks of weak references and finalizers, if that is this thread's task. */
  void runAfterCollection(ThreadState ts) {
    References r = references;
    if (r != null && r.pending(ts)) {
      r.run();
    }
  }

  /** The interpreter of the running thread. */
  public static Interpreter current() {
    return ThreadState.current().interpreter;
  }

  /** State that native code keeps for this interpreter, made at first use; {@code key} is the class of the state. */
  @SuppressWarnings("unchecked")
  public <T> T state(Class<T> key, Supplier<T> make) {
    Object s = nativeStates.get(key);
    if (s == null) {
      nativeStates.putIfAbsent(key, make.get());
      s = nativeStates.get(key);
    }
    return (T) s;
  }

  /** The conversion of Python {@code ast} objects, made at first use; null if there is none. */
  public Compilation.AstBridge astBridge() {
    if (astBridge == null && nativeModules != null) {
      astBridge = nativeModules.astBridge();
    }
    return astBridge;
  }

  /** The states of the threads that run this interpreter. */
  public java.util.Set<ThreadState> threads() {
    return threads;
  }

  /** A {@code PYTHON…} variable, or null if it is not set or not looked at. */
  public String environment(String name) {
    return ignoreEnvironment || host == null ? null : host.environment().get(name);
  }

  /** Leaves a part of start-up for {@link #complete}. */
  public void defer(Runnable rest) {
    deferred = rest;
  }

  /**
   * Start-up to its end: the import system, {@code site}. A program that imports nothing does without; the first import brings them, and
   * whatever else could show that they are not there: a name or an attribute of a module that is missing, a look at a namespace as a whole.
   */
  public void complete() {
    if (deferred != null) {
      runDeferred();
    }
  }

  private synchronized void runDeferred() {
    if (deferred == null || completing) {
      return;
    }
    completing = true;
    ThreadState ts = ThreadState.current();
    int depth = ts.depth;
    try {
      // the program's own depth of calls is none of its matter
      ts.depth = 0;
      deferred.run();
    } finally {
      ts.depth = depth;
      deferred = null;
      completing = false;
    }
  }

  /** A module of {@code sys.modules}, or null; the program may have replaced the dict. */
  public Object modulesGet(String name) {
    Object m = sys == null ? null : sys.dict().getStr("modules");
    PyDict d = m instanceof PyDict given ? given : modules;
    Object found = d.getStr(name);
    // a name with surrogates is no Java string as a key
    return found == null && dev.tuff.engine.text.PyWideStr.needed(name) ? d.get(Py.str(name)) : found;
  }

  /** Raises an audit event (PEP 578). */
  public static void audit(String event, Object... args) {
    Interpreter i = current();
    if (i.auditHooks != null) {
      for (Object hook : i.auditHooks) {
        Call.call(hook, event, dev.tuff.engine.container.PyTuple.of(args));
      }
    }
  }

  /** {@code importlib.import_module(name)}. */
  public Object importModule(String name) {
    complete();
    Object m = modulesGet(name);
    if (m != null) {
      return m;
    }
    Object f = builtins.dict().getStr("__import__");
    Call.call(f, new Object[] {name}, null);
    return modulesGet(name);
  }
}
