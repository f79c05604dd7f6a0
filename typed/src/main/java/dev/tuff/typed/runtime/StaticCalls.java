package dev.tuff.typed.runtime;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.Descriptors;
import dev.tuff.engine.function.PyClassMethod;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.function.PyProperty;
import dev.tuff.engine.function.PyStaticMethod;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.StaticCallee;
import dev.tuff.engine.interp.StaticOps;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/**
 * INVOKE_FUNCTION, INVOKE_METHOD, INVOKE_NATIVE. A callee is looked up at each call where a program could have replaced it, so that patches are
 * seen at once; what has taken a static function's place must return what that is declared to.
 *
 * <pre>
 * descriptor: ((module, class …), name)     name a str, or (name, "fget" | "fset") of a property
 * </pre>
 */
public final class StaticCalls {
  private StaticCalls() {}

  /** What a method name means for a class of receivers. */
  private record Method(PyType type, Object version, Object member, ReturnCheck check, StaticCallee callee, Method previous)
      implements StaticCallee.Cache {
    private static final int MOST = 8;

    Method {
      int n = 1;
      for (Method m = previous; m != null; m = m.previous) {
        n++;
      }
      previous = n > MOST ? null : previous;
    }
  }

  /** What a function name means as long as the container has it. */
  private record Found(Object container, Object member, Originals.Original original, ReturnCheck check, StaticCallee callee)
      implements StaticCallee.Cache {
    @Override
    public StaticCallee.Cache previous() {
      return null;
    }
  }

  public static Object checkAwaited(Interpreter interpreter, Object descriptor, String name, Object result) {
    return ReturnCheck.awaited(interpreter, descriptor, name, result);
  }

  /** At the end of a static module's code: what its functions are before anyone can replace them. */
  public static void noteFunctions(Interpreter interpreter, Object module) {
    if (interpreter.modules.get(module) instanceof PyModule m) {
      Originals.of(interpreter).note(m);
    }
  }

  // ---- functions

  static int function(ThreadState ts, PyFrame f, int arg, int at, int sp) {
    int n = arg & 0xFF;
    int from = sp - n;
    PyTuple descriptor = (PyTuple) ((PyTuple) f.code.consts[arg >> 8]).get(0);
    Object container = container(ts.interpreter, (PyTuple) descriptor.get(0));
    if (descriptor.get(1) instanceof PyTuple) {
      return accessor(ts, f, at, Py.typeOf(f.fast[from]), from, descriptor);
    }
    String name = PyStr.java(descriptor.get(1));
    Object member = member(container, name);
    Found found = f.code.caches[at + 1] instanceof Found known && known.container == container && known.member == member
        ? known : find(ts.interpreter, container, name, member);
    f.code.caches[at + 1] = found;
    Object callee = member;
    int skip = 0;
    if (container instanceof PyType) {
      if (member instanceof PyStaticMethod s) {
        callee = s.function();
      } else if (member instanceof PyClassMethod c) {
        callee = c.function();
      } else if (found.original != null && !found.original.is(member) && !isMethod(member)) {
        // a mock in the place of a method is called as Python would call it: without the receiver
        skip = found.original.kind() == Originals.Kind.STATIC ? 0 : 1;
        callee = skip == 0 ? member : bound(member, f.fast[from], (PyType) container);
      }
    }
    return call(ts, f, callee, from + skip, n - skip, from, found.check);
  }

  private static Found find(Interpreter interpreter, Object container, String name, Object member) {
    Originals originals = Originals.of(interpreter);
    Object key = container instanceof PyType t ? owner(t, name) : container;
    Originals.Original original = originals.find(key, name);
    if (original == null && container instanceof StrictModule m) {
      original = originals.note(container, name, m.original(interpreter, name));
    } else if (original == null) {
      original = originals.note(key, name, member);
    }
    if (member == null) {
      throw deleted(container, name, original);
    }
    boolean replaced = original != null && !original.is(member) && original.returns() != null;
    return new Found(container, member, original,
        replaced ? new ReturnCheck(original, container instanceof PyType t ? t.name() : null, name) : null,
        replaced ? null : callee(container, name, member));
  }

  /** What compiled code may call; null if it is more than a Python function with the arguments. */
  private static StaticCallee callee(Object container, String name, Object member) {
    if (container instanceof PyType t) {
      Object f = member instanceof PyStaticMethod s ? s.function() : member instanceof PyClassMethod c ? c.function() : member;
      return f instanceof PyFunction fn ? StaticCallee.ofClass(fn, t) : null;
    }
    PyDict namespace = namespace(container);
    return namespace != null && member instanceof PyFunction fn ? StaticCallee.ofModule(fn, namespace, name) : null;
  }

  /** The class that has the attribute. */
  private static PyType owner(PyType type, String name) {
    for (PyType t : type.mro()) {
      if (t.dictOfType().getStr(name) != null) {
        return t;
      }
    }
    return type;
  }

  private static PyException deleted(Object container, String name, Originals.Original original) {
    if (container instanceof PyType t) {
      return TypedErrors.staticTypeError(t.name() + "." + name + " has been deleted from class");
    }
    return TypedErrors.staticTypeError(original == null || container instanceof PyModule
        ? "bad name provided for class loader, " + Py.javaRepr(container) + " has no member '" + name + "'"
        : Py.javaRepr(container) + "." + name + " (" + Py.typeOf(container).fullName() + ") has been deleted from container, original was "
            + (original.member().get() == null ? "a function" : Py.javaRepr(original.member().get())));
  }

  private static Object container(Interpreter interpreter, PyTuple path) {
    String module = PyStr.java(path.get(0));
    Object o = interpreter.modules.getStr(module);
    if (o == null) {
      o = interpreter.importModule(module);
    }
    return path.size() == 1 ? o : Descriptor.resolve(interpreter, path).type();
  }

  private static Object member(Object container, String name) {
    if (container instanceof PyType t) {
      return t.lookup(name);
    }
    PyDict d = namespace(container);
    return d != null ? d.getStr(name) : Attributes.find(container, name);
  }

  private static PyDict namespace(Object container) {
    return container instanceof StrictModule m ? m.globals() : container instanceof PyModule m ? m.dict() : null;
  }

  // ---- methods

  static int method(ThreadState ts, PyFrame f, int arg, int at, int sp) {
    int n = arg & 0xFF;
    int from = sp - n;
    PyTuple constant = (PyTuple) f.code.consts[arg >> 8];
    PyTuple descriptor = (PyTuple) constant.get(0);
    Object self = f.fast[from];
    PyType type = constant.size() > 2 && self instanceof PyType t ? t : Py.typeOf(self);
    if (descriptor.get(1) instanceof PyTuple) {
      return accessor(ts, f, at, type, from, descriptor);
    }
    Method first = f.code.caches[at + 1] instanceof Method known ? known : null;
    Method m = find(first, type);
    if (m == null) {
      m = lookup(ts.interpreter, type, descriptor, self, first);
      f.code.caches[at + 1] = m;
    }
    Object callee = m.member;
    int skip = 0;
    ReturnCheck check = m.check;
    Object own = self instanceof PyObject o && !(self instanceof PyType) && o.hasDict() && !Descriptors.isData(callee)
        ? o.dictGet(PyStr.java(descriptor.get(1))) : null;
    if (own != null) {
      // the object has an attribute of its own in the place of the method
      callee = own;
      skip = 1;
      check = check(ts.interpreter, type, descriptor, PyStr.java(descriptor.get(1)), own);
    } else if (callee instanceof PyStaticMethod s) {
      callee = s.function();
      skip = 1;
    } else if (callee instanceof PyClassMethod c) {
      callee = c.function();
      if (!(self instanceof PyType)) {
        f.fast[from] = type;
      }
    } else if (!isMethod(callee)) {
      callee = bound(callee, self, type);
      skip = 1;
    }
    return call(ts, f, callee, from + skip, n - skip, from, check);
  }

  /** What an attribute of a class is for a receiver. */
  private static Object bound(Object member, Object self, PyType type) {
    Object get = member instanceof PyObject o ? o.type().slot(Special.GET) : null;
    return get == null ? member : Call.method(get, member, self, type);
  }

  /** Whether an attribute of a class takes the receiver as its first argument. */
  private static boolean isMethod(Object member) {
    return member instanceof PyObject o && o.type().has(PyType.METHOD_DESCRIPTOR);
  }

  private static Method find(Method first, PyType type) {
    for (Method m = first; m != null; m = m.previous) {
      if (m.type == type && m.version == type.version) {
        return m;
      }
    }
    return null;
  }

  private static Method lookup(Interpreter interpreter, PyType type, PyTuple descriptor, Object self, Method previous) {
    String name = PyStr.java(descriptor.get(1));
    // before the look-up: a change meanwhile makes what is found out of date at once
    Object version = type.version;
    Object member = type.lookup(name);
    if (member == null) {
      throw Errors.attributeError(self, name);
    }
    ReturnCheck check = check(interpreter, type, descriptor, name, member);
    StaticCallee callee = null;
    if (member instanceof PyFunction fn && self instanceof PyObject o && !(self instanceof PyType) && !o.shape.dictMode && o.shape.find(name) < 0) {
      callee = mayTakeUnchecked(fn, isOriginal(interpreter, type, name, member))
          ? StaticCallee.ofReceiver(fn, type, version, o.shape, check, declared(interpreter, descriptor, name)) : null;
    }
    return new Method(type, version, member, check, callee, previous);
  }

  private static StaticCallee.Declared declared(Interpreter interpreter, PyTuple descriptor, String name) {
    PyType declared = Descriptor.resolve(interpreter, descriptor.get(0)).type();
    return declared == null ? null : new StaticCallee.Declared(declared, name);
  }

  /** Whether a class has what the compiler has seen. */
  private static boolean isOriginal(Interpreter interpreter, PyType type, String name, Object member) {
    Originals.Original own = Originals.of(interpreter).find(owner(type, name), name);
    return own != null && own.is(member);
  }

  /** Of static functions, only what the compiler has seen takes arguments that nobody has checked; others check their own. */
  private static boolean mayTakeUnchecked(PyFunction fn, boolean original) {
    return original || (fn.code.flags & StaticMarks.STATICALLY_COMPILED) == 0;
  }

  /** What is checked of the results of a member found for a class; null if it is what the compiler has seen. */
  private static ReturnCheck check(Interpreter interpreter, PyType type, PyTuple descriptor, String name, Object member) {
    Originals originals = Originals.of(interpreter);
    PyType owner = owner(type, name);
    Originals.Original own = originals.find(owner, name);
    if (own != null && own.is(member)) {
      return null;
    }
    Originals.Original declared = own;
    if (declared == null) {
      PyType base = Descriptor.resolve(interpreter, descriptor.get(0)).type();
      declared = originals.find(owner(base, name), name);
      for (PyType t : base.mro()) {
        declared = declared != null ? declared : originals.find(t, name);
      }
    }
    return declared == null || declared.returns() == null || declared.is(member) ? null : new ReturnCheck(declared, type.name(), name);
  }

  // ---- properties

  private static int accessor(ThreadState ts, PyFrame f, int at, PyType type, int from, PyTuple descriptor) {
    PyTuple accessor = (PyTuple) descriptor.get(1);
    boolean sets = PyStr.java(accessor.get(1)).equals("fset");
    Object self = f.fast[from];
    Method first = f.code.caches[at + 1] instanceof Method known ? known : null;
    Method m = find(first, type);
    if (m == null) {
      m = lookupAccessor(ts.interpreter, type, descriptor, PyStr.java(accessor.get(0)), sets, self, first);
      f.code.caches[at + 1] = m;
    }
    if (accessor(m.member, sets) instanceof PyFunction fn) {
      return call(ts, f, fn, from, sets ? 2 : 1, from, m.check);
    }
    if (sets) {
      set(m.member, self, f.fast[from + 1]);
      f.fast[from] = Py.None;
      return from + 1;
    }
    if (m.member instanceof PyProperty p && p.getter() == null) {
      throw Errors.attributeError("unreadable attribute");
    }
    Object v = Attributes.get(self, PyStr.java(accessor.get(0)));
    f.fast[from] = m.check == null ? v : m.check.apply(ts.interpreter, v);
    return from + 1;
  }

  /** What a plain property calls; null if there is none, or the member is something else. */
  private static Object accessor(Object member, boolean sets) {
    return member instanceof PyProperty p && p.type() == PyProperty.TYPE ? sets ? p.setter() : p.getter() : null;
  }

  private static Method lookupAccessor(Interpreter interpreter, PyType type, PyTuple descriptor, String name, boolean sets, Object self,
      Method previous) {
    Object version = type.version;
    Object member = type.lookup(name);
    if (member == null) {
      throw Errors.attributeError(self, name);
    }
    ReturnCheck check = sets ? null : check(interpreter, type, descriptor, name, member);
    StaticCallee callee = null;
    if (self instanceof PyObject o && !(self instanceof PyType) && !o.shape.dictMode) {
      boolean original = isOriginal(interpreter, type, name, member);
      if (accessor(member, sets) instanceof PyFunction fn) {
        callee = mayTakeUnchecked(fn, original) ? StaticCallee.ofProperty(fn, (PyProperty) member, type, version, o.shape, check) : null;
      } else if (member instanceof PyMemberDescr m && m.isField() && original) {
        callee = StaticCallee.ofSlot(m, type, version, o.shape);
      }
    }
    return new Method(type, version, member, check, callee, previous);
  }

  private static void set(Object member, Object self, Object value) {
    if (member instanceof PyProperty && Attributes.get(member, "fset") == Py.None) {
      throw Errors.attributeError("can't set attribute");
    }
    if (!Descriptors.set(member, self, value)) {
      throw Errors.typeError("'" + Py.typeOf(member).name() + "' doesn't support __set__");
    }
  }

  // ---- calls

  /** Calls with {@code n} arguments at {@code from}; the result goes to {@code at}. */
  private static int call(ThreadState ts, PyFrame f, Object callee, int from, int n, int at, ReturnCheck check) {
    Object[] s = f.fast;
    if (callee instanceof PyFunction fn && check == null && from == at && StaticOps.enter(ts, f, fn, from, n)) {
      return at;
    }
    Object result = Call.call(callee, Arrays.copyOfRange(s, from, from + n), null);
    s[at] = check == null ? result : check.apply(ts.interpreter, result);
    return at + 1;
  }

  static int nativeFunction(ThreadState ts, PyFrame f, int arg, int sp) {
    int n = arg & 0xFF;
    int from = sp - n;
    PyTuple constant = (PyTuple) f.code.consts[arg >> 8];
    PyTuple target = (PyTuple) constant.get(0);
    PyTuple types = (PyTuple) constant.get(1);
    int[] codes = new int[types.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Descriptor.primitive(types.get(i));
    }
    f.fast[from] = NativeSymbols.of(ts.interpreter).call(PyStr.java(target.get(0)), PyStr.java(target.get(1)), codes,
        Arrays.copyOfRange(f.fast, from, sp));
    return from + 1;
  }
}
