package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.interp.Assumption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Python type: its MRO, its attributes and the caches over them.
 *
 * <p>Builtin types are immutable and shared by all interpreters; their attribute dict is filled at first use. Types made by a
 * {@code class} statement belong to one interpreter. Whatever a cache relied on (an attribute of the type or of a base, the bases)
 * changes {@link #version}, a fresh token each time.
 */
public final class PyType extends PyObject {
  // flags of a type
  /** Cannot be subclassed. */
  public static final int FINAL = 1;

  /** Instances have no {@code __hash__}. */
  public static final int UNHASHABLE = 1 << 1;

  /** {@code __add__} and {@code __mul__} are the sequence kind: the right operand's number method goes first. */
  public static final int SEQUENCE_OPS = 1 << 2;

  /** Matches sequence patterns (PEP 634). */
  public static final int MATCH_SEQUENCE = 1 << 3;

  /** Matches mapping patterns (PEP 634). */
  public static final int MATCH_MAPPING = 1 << 4;

  /** A class pattern with one positional subpattern matches the subject itself (PEP 634). */
  public static final int MATCH_SELF = 1 << 5;

  /** Instances have a {@code __dict__} though the type is builtin. */
  public static final int HAS_DICT = 1 << 6;

  /** Same Java class as its base: no layout of its own. */
  public static final int BASE_LAYOUT = 1 << 7;

  /** Descriptor that takes the receiver as first argument of a call, so that no bound method need be made. */
  public static final int METHOD_DESCRIPTOR = 1 << 8;

  /** Cannot be instantiated from Python. */
  public static final int NO_NEW = 1 << 9;

  /** Made by a class statement or by type(): attributes can be set. */
  public static final int HEAP = 1 << 10;

  /** Has abstract methods. */
  public static final int ABSTRACT = 1 << 11;

  /** A class of a program, marked heap, whose attributes can no longer be set (Py_TPFLAGS_IMMUTABLETYPE). */
  public static final int IMMUTABLE = 1 << 12;

  /** Instances vary in size in CPython (int, tuple, bytes): no {@code __slots__} in subclasses. */
  public static final int VARIABLE_SIZE = 1 << 13;

  /** Instances of this builtin type can be weakly referenced. */
  public static final int WEAKREF = 1 << 14;

  /** Instances are exceptions: made by {@link dev.tuff.engine.exception.PyBaseException#quick} where possible. */
  public static final int EXCEPTION = 1 << 15;

  /** Marked as a class of static code. */
  public static final int STATIC = 1 << 16;

  private static final int INHERITED = SEQUENCE_OPS | MATCH_SEQUENCE | MATCH_MAPPING | MATCH_SELF | HAS_DICT | EXCEPTION;

  private static final Object MISSING = new Object();
  private static final Object UNRESOLVED = new Object();
  /** So often an attribute is set from one plain value to another before it counts as a variable. */
  private static final int SETTINGS_OF_VARIABLE = 4;

  private static final Entry[] EMPTY_CACHE = {new Entry("", MISSING)};
  private static final int CACHE_SIZE = 64;

  /** One remembered answer of {@link #lookup}; {@code value} is {@link #MISSING} for "no such attribute". */
  private record Entry(String name, Object value) {}

  public static final PyType OBJECT = root();
  public static final PyType TYPE = metatype();

  private String name;
  PyType base;
  PyTuple bases;
  PyType[] mro;
  public int flags;

  /** The builtin type whose Java class instances have. */
  PyType layout;

  /** Shape of a new instance. */
  public Shape rootShape;

  /** The Java class of instances of static classes, and of those below; null for all others. */
  public Species species;

  /** Replaced by a new token whenever an attribute of this type or of a base changes. */
  public volatile Object version = new Object();

  /** That the version is still this one; null if no compiled code relies on it. */
  private Assumption unchanged;

  /** That neither this class nor one below has changed since, and there is none new; null if no compiled code relies on it. */
  private Assumption family;
  private int familyChanges;
  private static final int MOST_FAMILY_CHANGES = 20;

  private volatile PyDict dict;
  private final BuiltinTable[] tables;
  private final String doc;
  private Entry[] cache = EMPTY_CACHE;
  private Object[] specials;

  /** Attributes of this class that are set to one plain value after the other, and how often others have been; null for none. */
  private volatile Set<String> variables;
  private Map<String, Integer> settings;
  private List<java.lang.ref.WeakReference<PyType>> subclasses;
  private int expectedSlots = 4;

  /** {@code __qualname__} of a heap type. */
  Object qualname;

  /** Whether this class, not a base, gave its instances their {@code __dict__}. */
  boolean ownsDict;

  /** Classes that have this one in their MRO without deriving from it; null for none. */
  private Set<PyType> dependents;

  /** Whether the class is being made and has no MRO yet that Python code could see. */
  boolean incomplete;

  /** Whether this class gave its instances their {@code __weakref__}. */
  boolean hasWeakref;

  /** What native code keeps with a type, such as the ABC registry; null for none. */
  public Object nativeState;

  private PyType(PyType metatype, String name, PyType base, int flags, String doc, BuiltinTable... tables) {
    super(metatype);
    this.name = name;
    this.base = base;
    this.doc = doc;
    this.tables = tables;
    this.flags = flags | (base == null ? 0 : base.flags & INHERITED);
    if (base == null) {
      mro = new PyType[] {this};
    } else {
      mro = new PyType[base.mro.length + 1];
      mro[0] = this;
      System.arraycopy(base.mro, 0, mro, 1, base.mro.length);
    }
    layout = base != null && (flags & BASE_LAYOUT) != 0 ? base.layout : this;
    rootShape = Shape.root(this, base == null ? 0 : base.rootShape.members);
  }

  private static PyType root() {
    return new PyType(null, "object", null, 0, "The base of every class.", new ObjectMethodsTable());
  }

  private static PyType metatype() {
    PyType t = new PyType(null, "type", OBJECT, WEAKREF, "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
        new TypeMethodsTable());
    t.shape = t.rootShape;
    OBJECT.shape = t.rootShape;
    return t;
  }

  /**
   * Makes a builtin type. {@code name} is qualified by its module unless that is {@code builtins}: {@code "collections.deque"}.
   *
   * @param base the base type; {@link #OBJECT} if in doubt
   * @param tables the exposed methods, later ones win
   */
  public static PyType builtin(String name, PyType base, int flags, String doc, BuiltinTable... tables) {
    return new PyType(TYPE, name, base, flags, doc, tables);
  }

  /** As {@link #builtin(String, PyType, int, String, BuiltinTable...)}, with several bases, the first of which gives the layout. */
  public static PyType builtin(String name, PyType[] bases, int flags, String doc, BuiltinTable... tables) {
    PyType t = new PyType(TYPE, name, bases[0], flags, doc, tables);
    t.bases = PyTuple.of((Object[]) bases.clone());
    t.mro = Mro.compute(t, bases);
    return t;
  }

  /** Makes a type from Python's point of view; {@link TypeCreation} fills it. */
  static PyType heap(PyType metatype, String name, PyType base, PyTuple bases, PyDict dict) {
    PyType t = new PyType(metatype, name, base, HEAP, null);
    t.flags &= ~(FINAL | NO_NEW | BASE_LAYOUT);
    t.bases = bases;
    t.layout = base.layout;
    t.dict = dict;
    return t;
  }

  // ---- names

  /** {@code __name__}. */
  public String name() {
    int dot = isHeap() ? -1 : name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(dot + 1);
  }

  /** Name with module for builtin types outside builtins, as C code prints it ({@code tp_name}). */
  /** {@code __qualname__}. */
  public String qualifiedName() {
    return qualname == null ? name() : dev.tuff.engine.text.PyStr.java(qualname);
  }

  public String fullName() {
    return name;
  }

  void setName(String name) {
    this.name = name;
  }

  String docString() {
    return doc;
  }

  // ---- relations

  public boolean isHeap() {
    return (flags & HEAP) != 0;
  }

  /** Whether attributes can be set. */
  public boolean isMutable() {
    return (flags & (HEAP | IMMUTABLE)) == HEAP;
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  @Override
  public boolean hasDict() {
    return true;
  }

  /** Whether instances have a {@code __dict__}. */
  public boolean instancesHaveDict() {
    return (flags & HAS_DICT) != 0;
  }

  /** Whether instances can be weakly referenced. */
  public boolean supportsWeakref() {
    for (PyType t = this; t != null; t = t.base) {
      if (t.hasWeakref || t.has(WEAKREF)) {
        return true;
      }
    }
    return false;
  }

  public PyType base() {
    return base;
  }

  public PyTuple bases() {
    if (bases == null) {
      bases = base == null ? PyTuple.EMPTY : PyTuple.of(base);
    }
    return bases;
  }

  public PyType[] mro() {
    return mro;
  }

  void setMro(PyType[] mro) {
    this.mro = mro;
  }

  public PyType layout() {
    return layout;
  }

  /** Whether this is {@code other} or derives from it, by the MRO (no {@code __subclasscheck__}). */
  public boolean isSubtype(PyType other) {
    if (this == other || other == OBJECT) {
      return true;
    }
    for (PyType t : mro) {
      if (t == other) {
        return true;
      }
    }
    return false;
  }

  // ---- attributes

  /** The type's own attributes. Changes go through {@link #setAttribute}. */
  public PyDict dictOfType() {
    PyDict d = dict;
    return d != null ? d : fill();
  }

  private synchronized PyDict fill() {
    if (dict == null) {
      PyDict d = new PyDict();
      for (BuiltinTable table : tables) {
        Exposed.define(this, table, d);
      }
      if ((flags & UNHASHABLE) != 0) {
        d.putStr("__hash__", Py.None);
      }
      if (d.getStr("__doc__") == null) {
        d.putStr("__doc__", doc == null ? Py.None : doc);
      }
      if (has(HAS_DICT) && (base == null || !base.has(HAS_DICT)) && d.getStr("__dict__") == null) {
        d.putStr("__dict__", TypeMethods.dictDescriptor(this));
      }
      dict = d;
    }
    return dict;
  }

  /** Attribute {@code name} along the MRO, unbound; null if there is none. */
  public Object lookup(String name) {
    Entry[] c = cache;
    Entry e = c[name.hashCode() & c.length - 1];
    if (e != null && (e.name == name || e.name.equals(name))) {
      return e.value == MISSING ? null : e.value;
    }
    return lookupSlow(name);
  }

  private Object lookupSlow(String name) {
    Entry[] c = cache;
    if (c == EMPTY_CACHE) {
      cache = c = new Entry[CACHE_SIZE];
    }
    Object found = null;
    for (PyType t : mro) {
      found = t.dictOfType().getStr(name);
      if (found != null) {
        if (t.isVariable(name)) {
          return found;
        }
        break;
      }
    }
    // into the array read before the walk: a change meanwhile has replaced the array, and with it a stale answer
    c[name.hashCode() & c.length - 1] = new Entry(name, found == null ? MISSING : found);
    return found;
  }

  /** As {@link #lookup}, starting after {@code start} in the MRO ({@code super}). */
  public Object lookupAfter(PyType start, String name) {
    PyType[] m = mro;
    int i = 0;
    while (i < m.length && m[i] != start) {
      i++;
    }
    for (i++; i < m.length; i++) {
      Object v = m[i].dictOfType().getStr(name);
      if (v != null) {
        return v;
      }
    }
    return null;
  }

  /** The implementation of special method {@code id}, unbound, or null. */
  public Object slot(int id) {
    Object[] s = specials;
    if (s == null) {
      s = newSpecials();
    }
    Object f = s[id];
    return f != UNRESOLVED ? f : resolve(s, id);
  }

  private Object[] newSpecials() {
    Object[] s = new Object[Special.COUNT];
    Arrays.fill(s, UNRESOLVED);
    specials = s;
    return s;
  }

  private Object resolve(Object[] s, int id) {
    Object f = lookup(Special.NAMES[id]);
    s[id] = f;
    return f;
  }

  /** Sets (or with null deletes) an attribute of a heap type and drops what relied on it; false if there was none to delete. */
  public boolean setAttribute(String name, Object value) {
    boolean found = true;
    synchronized (this) {
      if (value == null) {
        found = dictOfType().removeStr(name) != null;
      } else {
        boolean plain = isPlain(value) && isPlain(dictOfType().getStr(name)) && !name.startsWith("__");
        dictOfType().putStr(name, value);
        if (plain && isVariable(name)) {
          return true;
        }
        if (plain) {
          noteSetting(name);
        }
      }
    }
    modified();
    return found;
  }

  /** Values that are no descriptors, whatever happens. */
  private static boolean isPlain(Object value) {
    return value != null && (!(value instanceof PyObject) || value == Py.None);
  }

  private boolean isVariable(String name) {
    Set<String> v = variables;
    return v != null && v.contains(name);
  }

  /** Counters and the like are set all the time: after a few times nobody may remember their values, and setting them is no change of the class. */
  private void noteSetting(String name) {
    if (settings == null) {
      settings = new HashMap<>();
    }
    if (settings.merge(name, 1, Integer::sum) >= SETTINGS_OF_VARIABLE) {
      settings.remove(name);
      Set<String> more = new HashSet<>(variables == null ? Set.of() : variables);
      more.add(name);
      variables = more;
    }
  }

  /** Whether what {@link #lookup} gives for a name may be remembered as long as {@link #version} stays. */
  public boolean isLasting(String name) {
    for (PyType t : mro) {
      if (t.isVariable(name)) {
        return false;
      }
    }
    return true;
  }

  /** What compiled code relies on as long as the version is {@code v}; null if it is another. */
  public synchronized Assumption unchanged(Object v) {
    if (version != v) {
      return null;
    }
    if (unchanged == null) {
      unchanged = new Assumption();
    }
    return unchanged;
  }

  /**
   * What compiled code relies on as long as this class and all below it have the same member under a name, and their instances no attributes of
   * their own; null if they have not, or it changes often.
   */
  public Assumption shared(String name, Object member) {
    Assumption a;
    synchronized (this) {
      if (!isHeap() || familyChanges > MOST_FAMILY_CHANGES) {
        return null;
      }
      if (family == null) {
        family = new Assumption();
      }
      // before looking: a change meanwhile breaks it
      a = family;
    }
    return isShared(name, member) ? a : null;
  }

  private boolean isShared(String name, Object member) {
    return !instancesHaveDict() && lookup(name) == member && subclasses().stream().allMatch(t -> t.isShared(name, member));
  }

  /** This class has changed, or there is a new one below. */
  private void familyChanges() {
    for (PyType t : mro) {
      Assumption before;
      synchronized (t) {
        before = t.family;
        if (before == null) {
          continue;
        }
        t.family = null;
        t.familyChanges++;
      }
      before.fail();
    }
  }

  /** Drops the caches of this type and of all that derive from it. */
  public void modified() {
    Assumption before;
    synchronized (this) {
      version = new Object();
      before = unchanged;
      unchanged = null;
    }
    if (before != null) {
      before.fail();
    }
    cache = EMPTY_CACHE;
    specials = null;
    familyChanges();
    for (PyType sub : subclasses()) {
      sub.modified();
    }
    if (dependents != null) {
      for (PyType t : dependents) {
        t.modified();
      }
    }
  }

  // ---- subclasses

  /** The living direct subclasses among heap types. Those of a builtin type are known to the interpreter. */
  public List<PyType> subclasses() {
    List<java.lang.ref.WeakReference<PyType>> list = isHeap() ? subclasses : Interpreter.current().builtinSubclasses.get(this);
    if (list == null) {
      return List.of();
    }
    List<PyType> alive = new ArrayList<>();
    synchronized (list) {
      list.removeIf(r -> r.get() == null);
      for (var r : list) {
        PyType t = r.get();
        if (t != null) {
          alive.add(t);
        }
      }
    }
    return alive;
  }

  void addSubclass(PyType sub) {
    List<java.lang.ref.WeakReference<PyType>> list;
    if (isHeap()) {
      synchronized (this) {
        if (subclasses == null) {
          subclasses = new ArrayList<>(2);
        }
        list = subclasses;
      }
    } else {
      list = Interpreter.current().builtinSubclasses.computeIfAbsent(this, k -> new ArrayList<>());
    }
    synchronized (list) {
      list.add(new java.lang.ref.WeakReference<>(sub));
    }
    if (isHeap()) {
      familyChanges();
    }
  }

  synchronized void addDependent(PyType t) {
    if (dependents == null) {
      dependents = java.util.Collections.newSetFromMap(new java.util.WeakHashMap<>());
    }
    dependents.add(t);
  }

  void removeSubclass(PyType sub) {
    var list = isHeap() ? subclasses : Interpreter.current().builtinSubclasses.get(this);
    if (list != null) {
      synchronized (list) {
        list.removeIf(r -> r.get() == null || r.get() == sub);
      }
    }
  }

  // ---- instances

  /** Length for the slots array of an instance that needs {@code n}: what earlier instances came to need. */
  public int slotHint(int n) {
    if (n > expectedSlots) {
      expectedSlots = n + (n >> 1);
    }
    return expectedSlots;
  }

  @Override
  public Object dictGet(String name) {
    return dictOfType().getStr(name);
  }

  @Override
  public PyDict dict() {
    return dictOfType();
  }

  // ---- calls: making an instance

  /** The Python {@code __init__} of a class of which instances are made plainly, without {@code __new__}; null for all others. */
  public dev.tuff.engine.function.PyFunction plainInit() {
    return Instantiation.plainInit(this);
  }

  /** Whether a call without arguments just makes an instance, and runs no code. */
  public boolean isBare() {
    return Instantiation.isBare(this);
  }

  @Override
  public Object call(Object[] args, String[] kw) {
    return Instantiation.call(this, args, kw);
  }

  @Override
  public Object call0() {
    return Instantiation.call0(this);
  }

  @Override
  public Object call1(Object a) {
    return Instantiation.call1(this, a);
  }

  @Override
  public Object call2(Object a, Object b) {
    return Instantiation.call2(this, a, b);
  }

  @Override
  public Object call3(Object a, Object b, Object c) {
    return Instantiation.call3(this, a, b, c);
  }

  @Override
  public String toString() {
    return "<type " + name + ">";
  }
}
