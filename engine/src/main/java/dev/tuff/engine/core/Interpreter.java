package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
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

  /** Random key of str and bytes hashes; both 0 with {@code PYTHONHASHSEED=0}. */
  public long hashKey0;
  public long hashKey1;

  /** The outside world. */
  public dev.tuff.host.Host host;

  /** {@code sys.setrecursionlimit}. */
  public int recursionLimit = 1000;

  /** {@code sys.set_int_max_str_digits}; 0 for no limit. */
  public int intMaxStrDigits = 4300;

  /** The heap classes that derive directly from builtin types. */
  final Map<PyType, List<WeakReference<PyType>>> builtinSubclasses = new ConcurrentHashMap<>();

  final IdentityTable identities = new IdentityTable();
  private final Map<Object, Object> nativeStates = new ConcurrentHashMap<>();

  private References references;

  /** Weak references with callbacks, and objects to be finalised. */
  public synchronized References references() {
    if (references == null) {
      references = new References();
    }
    return references;
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

  /** {@code importlib.import_module(name)}. */
  public Object importModule(String name) {
    Object m = modules.getStr(name);
    if (m != null) {
      return m;
    }
    Object f = builtins.dict().getStr("__import__");
    Call.call(f, new Object[] {name}, null);
    return modules.getStr(name);
  }
}
