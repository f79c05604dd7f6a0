package dev.tuff.stdlib.functools;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.function.Keywords;
import dev.tuff.engine.function.PyMethod;

/**
 * {@code functools._lru_cache_wrapper}. The cache maps the key of a call to its {@link Link}; the links of a bounded cache form a ring from
 * the least to the most recently used. The cached function is called outside the lock.
 */
final class PyLruCache extends PyObject {
  static final PyType TYPE = PyType.builtin("functools._lru_cache_wrapper", PyType.OBJECT,
      PyType.HAS_DICT | PyType.WEAKREF | PyType.METHOD_DESCRIPTOR,
      "Create a cached callable that wraps another function.\n\nuser_function: the function being cached\n"
      + "maxsize: 0 for no caching, None for unlimited cache size, n for a bounded cache\n"
      + "typed: False caches f(3) and f(3.0) as identical calls, True as distinct ones\n"
      + "cache_info_type: makes what cache_info() returns", new PyLruCacheTable());

  /** Between positional and keyword arguments in a key. */
  private static final PyObject KEYWORDS = new PyInstance(PyType.OBJECT);

  private static final long UNBOUNDED = -1;

  /** A cached result; in {@link #cache} as a value, though not a Python object. */
  private static final class Link {
    Object key;
    Object result;
    Link before = this;
    Link after = this;

    void unlink() {
      before.after = after;
      after.before = before;
    }

    void linkBefore(Link root) {
      before = root.before;
      after = root;
      before.after = this;
      root.before = this;
    }
  }

  private final Object function;
  private final long maxSize;
  private final boolean typed;
  private final Object infoType;
  private final Link root = new Link();
  private PyDict cache = new PyDict();
  private long hits;
  private long misses;

  private PyLruCache(PyType type, Object function, long maxSize, boolean typed, Object infoType) {
    super(type);
    this.function = function;
    this.maxSize = maxSize;
    this.typed = typed;
    this.infoType = infoType;
  }

  @New(value = "lru_cache(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    String[] names = {"user_function", "maxsize", "typed", "cache_info_type"};
    Object[] v = java.util.Arrays.copyOf(args, 4);
    if (args.length + kwargs.size() > 4) {
      throw Errors.typeError("lru_cache() takes at most 4 arguments (" + (args.length + kwargs.size()) + " given)");
    }
    for (int i = 0; i < 4; i++) {
      v[i] = v[i] != null ? v[i] : kwargs.getStr(names[i]);
      if (v[i] == null) {
        throw Errors.typeError("lru_cache() missing required argument '" + names[i] + "' (pos " + (i + 1) + ")");
      }
    }
    if (!FunctoolsModule.isCallable(v[0])) {
      throw Errors.typeError("the first argument must be callable");
    }
    long max;
    if (v[1] == Py.None) {
      max = UNBOUNDED;
    } else if (Py.typeOf(v[1]).slot(Special.INDEX) != null) {
      max = Math.max(0, Convert.toLong(v[1]));
    } else {
      throw Errors.typeError("maxsize should be integer or None");
    }
    return new PyLruCache(cls, v[0], max, Py.truth(v[2]), v[3]);
  }

  // ---- calls

  @Override
  public Object call(Object[] args, String[] kw) {
    if (maxSize == 0) {
      synchronized (this) {
        misses++;
      }
      return Call.call(function, args, kw);
    }
    Object key = key(args, kw);
    if (!(key instanceof String)) {
      // before the table does, whose error would speak of dict keys
      Py.hash(key);
    }
    PyDict before = cache;
    Object found = cached(key);
    if (found != null) {
      return found;
    }
    Object result = Call.call(function, args, kw);
    if (before == cache) {
      keep(key, result);
    }
    return result;
  }

  @Override
  public Object call1(Object a) {
    if (maxSize == 0 || typed || !(a instanceof Long || a instanceof String)) {
      return super.call1(a);
    }
    PyDict before = cache;
    Object found = cached(a);
    if (found != null) {
      return found;
    }
    Object result = Call.call(function, a);
    if (before == cache) {
      keep(a, result);
    }
    return result;
  }

  private Object key(Object[] args, String[] kw) {
    if (!typed && kw == null && args.length == 1 && (args[0] instanceof Long || args[0] instanceof String)) {
      return args[0];
    }
    int n = args.length;
    int nkw = kw == null ? 0 : kw.length;
    Object[] key = new Object[n - nkw + (nkw > 0 ? 1 + 2 * nkw : 0) + (typed ? n : 0)];
    System.arraycopy(args, 0, key, 0, n - nkw);
    int at = n - nkw;
    if (nkw > 0) {
      key[at++] = KEYWORDS;
      for (int i = 0; i < nkw; i++) {
        key[at++] = Py.str(kw[i]);
        key[at++] = args[n - nkw + i];
      }
    }
    if (typed) {
      for (Object a : args) {
        key[at++] = Py.typeOf(a);
      }
    }
    return PyTuple.of(key);
  }

  private Object cached(Object key) {
    if (ThreadState.shared) {
      synchronized (this) {
        return lookUp(key);
      }
    }
    return lookUp(key);
  }

  private Object lookUp(Object key) {
    Object found = cache.get(key);
    if (found == null) {
      misses++;
      return null;
    }
    hits++;
    if (maxSize == UNBOUNDED) {
      return found;
    }
    Link link = (Link) found;
    if (link.after != root) {
      link.unlink();
      link.linkBefore(root);
    }
    return link.result;
  }

  private synchronized void keep(Object key, Object result) {
    if (maxSize == UNBOUNDED) {
      cache.put(key, result);
      return;
    }
    if (cache.get(key) != null) {
      // an inner call with the same arguments, or another thread, was first
      return;
    }
    Link link;
    if (cache.size() < maxSize) {
      link = new Link();
    } else {
      link = root.after;
      cache.remove(link.key);
      link.unlink();
    }
    link.key = key;
    link.result = result;
    cache.put(key, link);
    link.linkBefore(root);
  }

  // ---- methods

  @Method(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
  static Object __call__(PyLruCache self, Object[] args, PyDict kwargs) {
    return self.call(Keywords.values(args, kwargs), Keywords.names(kwargs));
  }

  @Method(value = "__get__(self, instance, owner=None, /)", doc = "Return an attribute of instance, which is of type owner.")
  static Object __get__(PyLruCache self, Object instance, Object owner) {
    return instance == Py.None ? self : new PyMethod(self, instance);
  }

  @Method(value = "cache_info(self, /)", doc = "Report cache statistics")
  static Object cache_info(PyLruCache self) {
    Object[] args;
    synchronized (self) {
      Object max = self.maxSize == UNBOUNDED ? Py.None : (Object) Py.box(self.maxSize);
      args = new Object[] {Py.box(self.hits), Py.box(self.misses), max, Py.box(self.cache.size())};
    }
    return Call.call(self.infoType, args, null);
  }

  @Method(value = "cache_clear(self, /)", doc = "Clear the cache and cache statistics")
  static void cache_clear(PyLruCache self) {
    synchronized (self) {
      self.cache = new PyDict();
      self.root.before = self.root.after = self.root;
      self.hits = 0;
      self.misses = 0;
    }
  }

  @Method(value = "__reduce__(self, /)")
  static Object __reduce__(PyLruCache self) {
    return Attributes.get(self, "__qualname__");
  }

  @Method(value = "__copy__(self, /)", textSignature = false)
  static Object __copy__(PyLruCache self) {
    return self;
  }

  @Method(value = "__deepcopy__(self, memo, /)", textSignature = false)
  static Object __deepcopy__(PyLruCache self, Object memo) {
    return self;
  }
}
