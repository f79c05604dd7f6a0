package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyProperty;
import dev.tuff.engine.interp.BuiltinCache;
import dev.tuff.engine.interp.GlobalCache;
import dev.tuff.engine.interp.MethodCache;
import dev.tuff.engine.interp.StaticCallee;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.KnownGlobal;
import dev.tuff.jit.hir.Namespaces;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.TypeVersion;
import dev.tuff.jit.operations.PrimitiveOperations;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Guards of what hardly ever changes, classes and the functions of modules: call sites that are constantly true ({@link
 * dev.tuff.engine.interp.Assumption}). The versions themselves are volatile: HotSpot would move nothing past reading one.
 */
final class AssumptionCode {
  private static final ClassDesc PRIMITIVES = desc(PrimitiveOperations.class);
  private static final MethodTypeDesc HOLDS = MethodTypeDesc.of(CD_boolean);

  private final BodyCode body;
  private final MethodCode m;
  private final CodeBuilder c;

  AssumptionCode(BodyCode body) {
    this.body = body;
    m = body.m;
    c = m.c;
  }

  /** Writes an operation, if it is one of these. */
  boolean put(Node n) {
    switch (n.op) {
      case CHECK_VERSION, CHECK_FAMILY -> {
        holds(n.aux);
        c.ifeq(body.exits.out(n));
      }
      case CHECK_CALLEE -> {
        StaticCallee callee = (StaticCallee) n.aux;
        holds(callee.namespace() == null ? new TypeVersion(callee.type(), callee.version())
            : new NamespaceValue(callee.namespace(), callee.entry(), callee.member()));
        c.ifeq(body.exits.out(n));
      }
      case CHECK_RECEIVER, RECEIVER_IS -> {
        StaticCallee callee = (StaticCallee) n.aux;
        if (callee.member() instanceof PyProperty) {
          // which may get another getter
          return false;
        }
        receiver(n, callee);
      }
      case CHECK_SHAPE -> {
        m.load(n.input(0));
        hasShape((Shape) n.aux);
        c.ifeq(body.exits.out(n));
      }
      case CHECK_METHOD -> {
        MethodCache cache = (MethodCache) n.aux;
        m.load(n.input(0));
        if (cache.shape() == null) {
          c.instanceOf(desc(cache.javaClass()));
        } else {
          hasShape(cache.shape());
        }
        c.ifeq(body.exits.out(n));
        holds(new TypeVersion(cache.type(), cache.version()));
        c.ifeq(body.exits.out(n));
      }
      case CHECK_TYPE, HAS_TYPE -> {
        TypeCheck type = (TypeCheck) n.aux;
        Class<?> plain = type.isPlain() ? Py.plainClass(type.type()) : null;
        Label fine = c.newLabel();
        if (plain != null) {
          m.load(n.input(0));
          c.instanceOf(desc(plain)).dup().ifne(fine).pop();
        }
        m.operation(n);
        c.labelBinding(fine);
        answer(n);
      }
      case CHECK_CODE -> code(n, (Activation) n.aux);
      case CHECK_DEFAULTS -> {
        PyFunction fn = (PyFunction) n.input(0).aux;
        holds(new FunctionAsMade(fn, fn.code, (Object[]) n.aux));
        c.ifeq(body.exits.out(n));
      }
      case CHECK_NAMESPACES -> namespaces(n, (Namespaces) n.aux);
      case CHECK_GLOBAL -> global(n, (KnownGlobal) n.aux);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void holds(Object what) {
    c.invokedynamic(DynamicCallSiteDesc.of(LINK_ASSUMPTION, "holds", HOLDS, m.unit.index(what)));
  }

  /** Object to whether it has a shape. */
  private void hasShape(Shape shape) {
    m.constant(shape, Shape.class);
    c.invokestatic(PRIMITIVES, "hasShape", MethodTypeDesc.of(CD_boolean, CD_Object, desc(Shape.class)));
  }

  private void receiver(Node n, StaticCallee callee) {
    m.load(n.input(0));
    if (callee.shape() == null) {
      m.constant(callee.type(), PyType.class);
      c.invokestatic(PRIMITIVES, "hasType", MethodTypeDesc.of(CD_boolean, CD_Object, desc(PyType.class)));
    } else {
      hasShape(callee.shape());
    }
    holds(new TypeVersion(callee.type(), callee.version()));
    c.iand();
    answer(n);
  }

  /** Takes what the JVM has on its stack for the answer, or for whether a guard holds. */
  private void answer(Node n) {
    if (n.op.guard) {
      c.ifeq(body.exits.out(n));
    } else {
      body.vars.store(n);
    }
  }

  /** That what is inlined is still the function's code, and no tool looks on there. */
  private void code(Node n, Activation inner) {
    if (inner.alike()) {
      m.load(n.input(0));
      m.constant(inner.code(), PyCode.class);
      m.namespace(inner, "globals");
      m.call("checkCode", CD_boolean, CD_Object, desc(PyCode.class), DICT);
      c.ifeq(body.exits.out(n));
      return;
    }
    holds(new FunctionAsMade(inner.function(), inner.code(), inner.function().defaults));
    c.ifeq(body.exits.out(n));
  }

  private void global(Node n, KnownGlobal g) {
    PyDict globals = g.namespaces().globals();
    if (g.cache() instanceof BuiltinCache b) {
      holds(new NamespaceKeys(globals, b.globalsKeys()));
      c.ifeq(body.exits.out(n));
      holds(new NamespaceValue(g.namespaces().builtins(), new GlobalCache(b.builtinsKeys(), b.entry()), g.value()));
    } else {
      holds(new NamespaceValue(globals, (GlobalCache) g.cache(), g.value()));
    }
    c.ifeq(body.exits.out(n));
  }

  private void namespaces(Node n, Namespaces known) {
    m.namespace(n.activation, "globals");
    m.constant(known.globals(), PyDict.class);
    c.if_acmpne(body.exits.out(n));
    m.namespace(n.activation, "builtins");
    m.constant(known.builtins(), PyDict.class);
    c.if_acmpne(body.exits.out(n));
  }
}
