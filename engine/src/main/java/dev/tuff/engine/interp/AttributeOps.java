package dev.tuff.engine.interp;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.Descriptors;
import dev.tuff.engine.function.PyClassMethod;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyGetSetDescr;
import dev.tuff.engine.function.PyMemberDescr;
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.function.PyProperty;
import dev.tuff.engine.function.PyStaticMethod;
import dev.tuff.engine.function.PySuper;
import dev.tuff.engine.module.PyModule;

/** LOAD_ATTR, STORE_ATTR, LOAD_SUPER_ATTR with their caches. */
final class AttributeOps {
  /** In the place of a cache: the instruction has run, and can have none so far. */
  private static final String UNCACHED = "uncached";

  private AttributeOps() {}

  /** LOAD_ATTR on any object; remembers what it found for the specialised forms. */
  static void load(PyFrame f, int next, int sp) {
    int at = next - 1;
    f.lasti = at;
    Object[] s = f.fast;
    boolean method = (f.code.instructions[at] & 256) != 0;
    Object known = f.code.caches[next];
    if (known instanceof AttributeCache c && c.previous() != null) {
      Object v = c.previous().load(s[sp - 1]);
      if (v != null) {
        f.sp = push(s, sp, v, method);
        return;
      }
    } else if (known instanceof MethodCache c && c.previous() != null) {
      Object v = c.previous().load(s[sp - 1]);
      if (v != null) {
        s[sp] = s[sp - 1];
        s[sp - 1] = v;
        f.sp = sp + 1;
        return;
      }
    }
    f.sp = loaded(f, at, sp);
  }

  /** LOAD_ATTR_OTHER: attributes of modules and classes, properties. */
  static void loadOther(ThreadState ts, PyFrame f, int next, int sp) {
    Object[] s = f.fast;
    Object known = f.code.caches[next];
    f.lasti = next - 1;
    f.sp = sp;
    if (known instanceof DescriptorCache d) {
      Object v = d.load(s[sp - 1]);
      if (v != null) {
        f.sp = push(s, sp, v, (f.code.instructions[next - 1] & 256) != 0);
        return;
      }
    }
    if (!(known instanceof ClassAttributeCache c && c.applies(s[sp - 1]))) {
      load(f, next, sp);
      return;
    }
    if (c.self() != null) {
      s[sp - 1] = c.value();
      s[sp] = c.self();
      f.sp = sp + 1;
      return;
    }
    if (c.value() instanceof PyProperty p) {
      if (!(p.getter() instanceof PyFunction getter && CallOps.enterWith(ts, f, getter, s[sp - 1], sp - 1))) {
        s[sp - 1] = p.get(s[sp - 1]);
      }
    } else {
      f.sp = push(s, sp, c.value(), (f.code.instructions[next - 1] & 256) != 0);
    }
  }

  private static int loaded(PyFrame f, int at, int sp) {
    int instruction = f.code.instructions[at] & Integer.MAX_VALUE;
    Object[] s = f.fast;
    Object o = s[sp - 1];
    String name = f.code.names[instruction >> 9];
    boolean method = (instruction & 256) != 0;
    if (o instanceof PyModule m && m.type() == PyModule.TYPE) {
      return loadModule(f, instruction, at, sp, m, name, method);
    }
    PyType t = Py.typeOf(o);
    Object version = t.version;
    if (o instanceof PyType c && t.slot(Special.GETATTRIBUTE) == PyType.TYPE.slot(Special.GETATTRIBUTE)) {
      Object v = ofClass(f, at, c, t, version, name, method);
      if (v != null) {
        return v instanceof PyClassMethod m ? pushMethod(s, sp, m.function(), c) : push(s, sp, v, method);
      }
    }
    if (t.slot(Special.GETATTRIBUTE) == PyType.OBJECT.slot(Special.GETATTRIBUTE)) {
      Object descr = t.lookup(name);
      PyObject p = o instanceof PyObject x ? x : null;
      if (descr == null || !Descriptors.isData(descr)) {
        if (p != null && p.hasDict() && !(p instanceof PyModule)) {
          Shape shape = p.shape;
          if (!shape.dictMode) {
            int i = shape.find(name);
            Object v = i < 0 ? null : p.slots[i];
            if (v != null) {
              remember(f, at, LOAD_ATTR_SLOT, new AttributeCache(shape, t, version, i, null));
              return push(s, sp, v, method);
            }
            if (descr != null && method && isMethod(descr)) {
              if (i < 0) {
                remember(f, at, LOAD_ATTR_METHOD, new MethodCache(shape, null, t, version, descr));
              }
              s[sp - 1] = descr;
              s[sp] = o;
              return sp + 1;
            }
            if (i < 0 && method && classMethod(descr)) {
              Object fn = ((PyClassMethod) descr).function();
              remember(f, at, LOAD_ATTR_OTHER, ClassAttributeCache.ofInstance(shape, t, version, fn, t));
              return pushMethod(s, sp, fn, t);
            }
            if (i < 0 && descr instanceof PyStaticMethod m && m.type() == PyStaticMethod.TYPE && m.function() instanceof PyFunction) {
              remember(f, at, LOAD_ATTR_OTHER, ClassAttributeCache.ofInstance(shape, t, version, m.function(), null));
              return push(s, sp, m.function(), method);
            }
            if (descr != null && i < 0 && !method && isMethod(descr)) {
              remember(f, at, LOAD_ATTR_OTHER, new DescriptorCache(t, version, shape, descr, f.code.caches[at + 1]));
            }
            if (descr != null && i < 0 && !Descriptors.isDescriptor(descr) && t.isLasting(name)) {
              remember(f, at, LOAD_ATTR_OTHER, ClassAttributeCache.ofInstance(shape, t, version, descr, null));
              return push(s, sp, descr, method);
            }
          }
        } else if (descr != null && method && isMethod(descr)) {
          remember(f, at, LOAD_ATTR_METHOD, new MethodCache(p == null ? null : p.shape, p == null ? o.getClass() : null, t, version, descr));
          s[sp - 1] = descr;
          s[sp] = o;
          return sp + 1;
        } else if (descr != null && isMethod(descr) && !(p instanceof PyModule)) {
          remember(f, at, LOAD_ATTR_OTHER, new DescriptorCache(t, version, null, descr, f.code.caches[at + 1]));
        }
      } else if (descr instanceof PyGetSetDescr) {
        remember(f, at, LOAD_ATTR_OTHER, new DescriptorCache(t, version, null, descr, f.code.caches[at + 1]));
      } else if (descr instanceof PyMemberDescr m && p != null && m.applies(p) && (m.isField() || m.guard() != null)) {
        Object v = m.getOrUnset(p);
        if (v != null) {
          remember(f, at, LOAD_ATTR_OTHER, new DescriptorCache(t, version, null, descr, f.code.caches[at + 1]));
          return push(s, sp, v, method);
        }
      } else if (descr instanceof PyMemberDescr m && p != null && m.applies(p)) {
        Object v = m.get(p);
        if (v != null) {
          remember(f, at, LOAD_ATTR_SLOT, new AttributeCache(p.shape, t, version, m.index(), null));
          return push(s, sp, v, method);
        }
      }
      if (name.equals("__class__") && descr == PyType.OBJECT.lookup(name) && p != null && !(p instanceof PyModule)) {
        // the shape tells the class
        remember(f, at, LOAD_ATTR_OTHER, ClassAttributeCache.ofInstance(p.shape, t, version, t, null));
        return push(s, sp, t, method);
      }
      if (descr instanceof PyProperty property && property.type() == PyProperty.TYPE && p != null && !method && !p.shape.dictMode) {
        remember(f, at, LOAD_ATTR_OTHER, ClassAttributeCache.ofInstance(p.shape, t, version, descr, null));
      }
      if (method && descr != null && isMethod(descr) && p != null && p.dictGet(name) == null) {
        s[sp - 1] = descr;
        s[sp] = o;
        return sp + 1;
      }
    }
    Object v = Attributes.get(o, name);
    noteUncached(f, at);
    return push(s, sp, v, method);
  }

  private static void noteUncached(PyFrame f, int at) {
    if (f.code.caches[at + 1] == null) {
      f.code.caches[at + 1] = UNCACHED;
    }
  }

  /** The attribute of a class, if it is a function or no descriptor, or a class method to be called; remembered. */
  private static Object ofClass(PyFrame f, int at, PyType c, PyType metaclass, Object metaclassVersion, String name, boolean method) {
    Object version = c.version;
    Object hiding = metaclass.lookup(name);
    if (hiding != null && Descriptors.isData(hiding)) {
      if (hiding instanceof PyGetSetDescr) {
        remember(f, at, LOAD_ATTR_OTHER, new DescriptorCache(metaclass, metaclassVersion, null, hiding, f.code.caches[at + 1]));
      }
      return null;
    }
    Object v = c.lookup(name);
    if (method && classMethod(v)) {
      Object fn = ((PyClassMethod) v).function();
      remember(f, at, LOAD_ATTR_OTHER, ClassAttributeCache.ofClass(c, version, metaclass, metaclassVersion, fn, c));
      return v;
    }
    if (v instanceof PyStaticMethod m && m.type() == PyStaticMethod.TYPE && m.function() instanceof PyFunction) {
      v = m.function();
    } else if (v == null || !(v instanceof PyFunction) && Descriptors.isDescriptor(v)) {
      return null;
    }
    if (c.isLasting(name)) {
      remember(f, at, LOAD_ATTR_OTHER, ClassAttributeCache.ofClass(c, version, metaclass, metaclassVersion, v, null));
    } else {
      noteUncached(f, at);
    }
    return v;
  }

  /** Whether it is a class method of a Python function. */
  private static boolean classMethod(Object descr) {
    return descr instanceof PyClassMethod m && m.type() == PyClassMethod.TYPE && m.function() instanceof PyFunction;
  }

  private static int pushMethod(Object[] s, int sp, Object function, Object self) {
    s[sp - 1] = function;
    s[sp] = self;
    return sp + 1;
  }

  private static int push(Object[] s, int sp, Object v, boolean method) {
    s[sp - 1] = v;
    if (method) {
      s[sp++] = null;
    }
    return sp;
  }

  private static boolean isMethod(Object descr) {
    return descr instanceof PyFunction || descr instanceof PyMethodDescr;
  }

  private static void remember(PyFrame f, int at, int opcode, Object cache) {
    Object known = f.code.caches[at + 1];
    f.code.caches[at + 1] = cache instanceof AttributeCache c && known instanceof AttributeCache k ? c.after(k)
        : opcode == LOAD_ATTR_METHOD && known instanceof MethodCache k ? ((MethodCache) cache).after(k) : cache;
    Quickening.rewrite(f.code, at, opcode);
  }

  private static int loadModule(PyFrame f, int instruction, int at, int sp, PyModule m, String name, boolean method) {
    PyDict d = m.dict();
    Object c = f.code.caches[at + 1];
    Object known = c instanceof GlobalCache g ? d.valueAt(g.keys(), g.entry()) : null;
    if (known != null) {
      return push(f.fast, sp, known, method);
    }
    Object keys = d.keysVersion();
    int e = d.findStr(name);
    if (e < 0 || PyModule.TYPE.lookup(name) != null) {
      return push(f.fast, sp, Attributes.get(m, name), method);
    }
    f.code.caches[at + 1] = new GlobalCache(keys, e);
    Quickening.rewrite(f.code, at, LOAD_ATTR_OTHER);
    return push(f.fast, sp, d.valueAt(e), method);
  }

  /** STORE_ATTR: the object is on top, the value below it. */
  static void store(PyFrame f, int pc, int sp) {
    int at = pc - 1;
    int instruction = f.code.instructions[at] & Integer.MAX_VALUE;
    f.lasti = at;
    f.sp = sp - 2;
    if (f.code.caches[at + 1] instanceof AttributeCache c && !ThreadState.shared && c.store(f.fast[sp - 1], f.fast[sp - 2])) {
      return;
    }
    if (f.code.caches[at + 1] instanceof DescriptorCache c && f.fast[sp - 1] instanceof PyObject p && c.store(p, f.fast[sp - 2])) {
      return;
    }
    storeUnknown(f, at, f.fast[sp - 1], f.code.names[instruction >> 8], f.fast[sp - 2]);
  }

  /** What no cache knows: too much to be compiled with what one does. */
  private static void storeUnknown(PyFrame f, int at, Object o, String name, Object value) {
    PyType t = Py.typeOf(o);
    if (o instanceof PyObject p && t.slot(Special.SETATTR) == PyType.OBJECT.slot(Special.SETATTR)) {
      Object version = t.version;
      Object descr = t.lookup(name);
      if (descr == null || !Descriptors.isData(descr)) {
        Shape shape = p.shape;
        if (p.hasDict() && !shape.dictMode && !(p instanceof PyModule)) {
          int i = shape.find(name);
          p.dictSet(name, value);
          Shape next = i >= 0 ? null : p.shape;
          if (i >= 0 || !next.dictMode && next.size() == shape.size() + 1) {
            remember(f, at, STORE_ATTR_SLOT, new AttributeCache(shape, t, version, i, next));
          }
          return;
        }
      } else if (descr instanceof PyMemberDescr m && m.guard() == null && !m.isField() && m.applies(p)) {
        remember(f, at, STORE_ATTR_SLOT, new AttributeCache(p.shape, t, version, m.index(), null));
        p.slots[m.index()] = value;
        return;
      } else if (descr instanceof PyMemberDescr m && m.applies(p)) {
        f.code.caches[at + 1] = new DescriptorCache(t, version, null, descr, f.code.caches[at + 1]);
      }
    }
    Attributes.set(o, name, value);
    noteUncached(f, at);
  }

  /** LOAD_SUPER_ATTR: super, class, self. */
  static int loadSuper(PyFrame f, int arg, int sp) {
    Object[] s = f.fast;
    Object superType = s[sp - 3];
    Object cls = s[sp - 2];
    Object self = s[sp - 1];
    String name = f.code.names[arg >> 2];
    boolean method = (arg & 1) != 0;
    Object known = f.code.caches[f.lasti + 1];
    Object value = method && superType == PySuper.TYPE && known instanceof TypeCache c ? c.load(self, cls) : null;
    if (value != null) {
      s[sp - 3] = value;
      s[sp - 2] = self;
      return sp - 1;
    }
    if (superType != PySuper.TYPE) {
      Object made = (arg & 2) != 0 ? Call.call(superType, cls, self) : Call.call(superType);
      return push(s, sp - 2, Attributes.get(made, name), method);
    }
    if (!(cls instanceof PyType type)) {
      throw Errors.typeError("super() argument 1 must be a type, not " + Py.typeOf(cls).name());
    }
    PyType start = PySuper.classOf(type, self);
    Object version = start.version;
    Object v = name.equals("__class__") ? null : start.lookupAfter(type, name);
    if (v == null) {
      return push(s, sp - 2, PySuper.attribute(type, self, name), method);
    }
    if (method && isMethod(v) && self != start) {
      if (start == Py.typeOf(self)) {
        f.code.caches[f.lasti + 1] = TypeCache.of(start, version, type, v, known);
      }
      s[sp - 3] = v;
      s[sp - 2] = self;
      return sp - 1;
    }
    return push(s, sp - 2, Descriptors.bindSuper(v, self, start), method);
  }
}
