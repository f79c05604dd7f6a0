package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static dev.tuff.jit.emit.MethodCode.FRAME_AT;
import static dev.tuff.jit.emit.MethodCode.THREAD;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.engine.interp.TypedEntry;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Routine;
import dev.tuff.jit.hir.Site;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Calls of Python functions and of whatever may run Python code: the engine's routines, the interpreter for one instruction, iterators,
 * generators, and raising. What they have raised without throwing it goes on at its handler.
 */
final class CallCode {
  private final BodyCode body;
  private final MethodCode m;
  private final CodeBuilder c;

  /** The variable with the unit that is being called; -1 if there is none yet. */
  private int other = -1;

  CallCode(BodyCode body) {
    this.body = body;
    m = body.m;
    c = m.c;
  }

  /** Writes an operation, if it is one of these. */
  boolean put(Node n) {
    switch (n.op) {
      case ROUTINE -> routine(n);
      case CALL_FUNCTION -> callFunction(n);
      case CALL_OBJECT, CALL_ANY, CALL_MAYBE -> callAny(n);
      case CALL_CLASS -> construct(n);
      case CALL_TYPED, CALL_CLOSED -> callTyped(n);
      case ITERATOR_NEXT -> {
        Site site = (Site) n.aux;
        c.aload(THREAD).aload(m.frame(site.activation()));
        m.load(n.input(0));
        c.loadConstant(site.instruction()).loadConstant(site.height());
        body.vars.forget(n);
        c.invokestatic(TIERS, "next", MethodTypeDesc.of(CD_Object, STATE, FRAME, CD_Object, CD_int, CD_int));
        storeUnlessRaised(n);
      }
      case STEP -> {
        Site site = (Site) n.aux;
        boolean first = site.object() != null;
        c.aload(THREAD).aload(m.frame(site.activation()));
        if (first) {
          c.aload(0);
        }
        c.loadConstant(site.instruction()).loadConstant(site.height());
        body.vars.forget(n);
        if (first) {
          c.invokestatic(TIERS, "firstSteps", MethodTypeDesc.of(CD_boolean, STATE, FRAME, COMPILED, CD_int, CD_int));
        } else {
          c.invokestatic(TIERS, "step", MethodTypeDesc.of(CD_boolean, STATE, FRAME, CD_int, CD_int));
        }
        c.ifne(body.raised);
      }
      case RAISE -> {
        Site site = (Site) n.aux;
        c.aload(THREAD).aload(m.frame(site.activation())).loadConstant(site.instruction()).loadConstant(site.height())
            .invokestatic(TIERS, "raise", MethodTypeDesc.of(CD_void, STATE, FRAME, CD_int, CD_int)).goto_(body.raised);
      }
      case PUSH_HANDLED -> {
        c.aload(THREAD);
        m.load(n.input(0));
        c.invokestatic(TIERS, "pushHandled", MethodTypeDesc.of(CD_Object, STATE, CD_Object));
        body.vars.store(n);
      }
      case POP_HANDLED -> {
        c.aload(THREAD);
        m.load(n.input(0));
        c.invokestatic(TIERS, "popHandled", MethodTypeDesc.of(CD_void, STATE, CD_Object));
      }
      case YIELD -> {
        Site site = (Site) n.aux;
        m.load(n.input(0));
        c.aload(FRAME_AT).loadConstant(site.instruction()).loadConstant(site.height())
            .invokestatic(TIERS, "suspend", MethodTypeDesc.of(CD_void, FRAME, CD_int, CD_int)).areturn();
      }
      case SEND -> {
        Site site = (Site) n.aux;
        c.aload(THREAD).aload(FRAME_AT);
        m.load(n.input(0));
        m.load(n.input(1));
        c.loadConstant(site.instruction()).loadConstant(site.height());
        body.vars.forget(n);
        c.invokestatic(TIERS, "send", MethodTypeDesc.of(CD_Object, STATE, FRAME, CD_Object, CD_Object, CD_int, CD_int));
        storeUnlessRaised(n);
      }
      case SENT -> {
        c.aload(THREAD).invokestatic(TIERS, "sent", MethodTypeDesc.of(CD_Object, STATE));
        body.vars.store(n);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void routine(Node n) {
    Routine r = (Routine) n.aux;
    c.aload(THREAD).aload(m.frame(r.site().activation()));
    m.constant(r.constant());
    c.loadConstant(r.arg());
    List<ClassDesc> parameters = new ArrayList<>(List.of(STATE, FRAME, CD_Object, CD_int));
    for (int i = 0; i < r.single(); i++) {
      m.load(n.input(i));
      parameters.add(CD_Object);
    }
    if (r.rest()) {
      m.array(Arrays.copyOfRange(n.inputs, r.single(), n.inputs.length));
      parameters.add(ARRAY);
    }
    c.loadConstant(r.site().instruction()).loadConstant(r.site().height());
    parameters.add(CD_int);
    parameters.add(CD_int);
    body.vars.forget(n);
    c.invokestatic(ROUTINES, r.name(), MethodTypeDesc.of(CD_Object, parameters));
    storeUnlessRaised(n);
  }

  private void callFunction(Node n) {
    Site site = (Site) n.aux;
    c.aload(THREAD).aload(m.frame(site.activation()));
    unit((PyFunction) site.object(), n.inputs.length);
    m.constant(site.object(), PyFunction.class);
    callAt(n, "call" + n.inputs.length, STATE, FRAME, COMPILED, FUNCTION);
  }

  /** The unit of a function that is called: this one, or one that is there already, for HotSpot to inline. */
  private void unit(PyFunction fn, int arguments) {
    if (fn.code == m.unit.code && m.unit.graph.directArguments == arguments) {
      c.aload(0);
    } else {
      m.constant(Tiers.direct(fn, arguments), CompiledCode.class);
    }
  }

  private void callAny(Node n) {
    Site site = (Site) n.aux;
    int arguments = n.op == Op.CALL_OBJECT ? n.inputs.length : n.inputs.length - 1;
    if (n.op != Op.CALL_MAYBE && arguments <= 4 && body.inPlace) {
      callInPlace(n, site, arguments);
      return;
    }
    c.aload(THREAD).aload(m.frame(site.activation()));
    if (n.op == Op.CALL_OBJECT) {
      m.constant(site.object());
      callAt(n, "callAny", STATE, FRAME, CD_Object);
    } else {
      callAt(n, n.op == Op.CALL_ANY ? "callAny" : "callMaybe", STATE, FRAME);
    }
  }

  /**
   * The same as {@code Tiers.callAny}, but that the call of another unit stands here: HotSpot knows of each place which units it calls, and inlines
   * them.
   */
  private void callInPlace(Node n, Site site, int arguments) {
    int frame = m.frame(site.activation());
    if (other < 0) {
      other = c.allocateLocal(TypeKind.REFERENCE);
    }
    Label slow = c.newLabel();
    Label done = c.newLabel();
    c.aload(THREAD).aload(frame);
    callee(n, site);
    c.loadConstant(arguments).loadConstant(site.instruction()).loadConstant(site.height())
        .invokestatic(TIERS, "ready", MethodTypeDesc.of(COMPILED, STATE, FRAME, CD_Object, CD_int, CD_int, CD_int)).astore(other)
        .aload(other).ifnull(slow).aload(other).aload(THREAD);
    callee(n, site);
    c.checkcast(FUNCTION);
    List<ClassDesc> objects = arguments(n, arguments);
    List<Integer> forgotten = body.vars.forgotten(n);
    body.vars.forget(forgotten);
    List<ClassDesc> parameters = new ArrayList<>(List.of(STATE, FUNCTION));
    parameters.addAll(objects);
    Label start = c.newBoundLabel();
    c.invokevirtual(COMPILED, "call" + arguments, MethodTypeDesc.of(CD_Object, parameters));
    Label end = c.newBoundLabel();
    c.aload(THREAD).aload(frame).loadConstant(site.height())
        .invokestatic(TIERS, "returned", MethodTypeDesc.of(CD_Object, CD_Object, STATE, FRAME, CD_int)).goto_(done);
    Label handler = c.newBoundLabel();
    c.exceptionCatchAll(start, end, handler);
    c.aload(THREAD).aload(frame).loadConstant(site.height())
        .invokestatic(TIERS, "thrown", MethodTypeDesc.of(CD_Object, desc(Throwable.class), STATE, FRAME, CD_int)).goto_(done);
    c.labelBinding(slow).aload(THREAD).aload(frame);
    callee(n, site);
    arguments(n, arguments);
    body.vars.forget(forgotten);
    parameters = new ArrayList<>(List.of(STATE, FRAME, CD_Object));
    parameters.addAll(objects);
    parameters.add(CD_int);
    c.loadConstant(site.height()).invokestatic(TIERS, "callOther", MethodTypeDesc.of(CD_Object, parameters)).labelBinding(done);
    storeUnlessRaised(n);
  }

  private void callee(Node n, Site site) {
    if (n.op == Op.CALL_OBJECT) {
      m.constant(site.object());
    } else {
      m.load(n.input(0));
    }
  }

  private List<ClassDesc> arguments(Node n, int count) {
    for (int i = n.inputs.length - count; i < n.inputs.length; i++) {
      m.load(n.input(i));
    }
    return Collections.nCopies(count, CD_Object);
  }

  private void construct(Node n) {
    Site site = (Site) n.aux;
    c.aload(THREAD).aload(m.frame(site.activation()));
    m.constant(site.object(), PyType.class);
    m.array(n.inputs);
    c.loadConstant(site.instruction()).loadConstant(site.height());
    body.vars.forget(n);
    c.invokestatic(TIERS, "construct", MethodTypeDesc.of(CD_Object, STATE, FRAME, desc(PyType.class), ARRAY, CD_int, CD_int));
    storeUnlessRaised(n);
  }

  private void callTyped(Node n) {
    Site site = (Site) n.aux;
    PyFunction fn = (PyFunction) site.object();
    TypedEntry entry = fn.code.typedEntryOrNull();
    c.aload(THREAD);
    m.constant(fn, PyFunction.class);
    for (Node in : n.inputs) {
      m.load(in);
    }
    c.invokedynamic(DynamicCallSiteDesc.of(LINK, "call", entry.type.describeConstable().orElseThrow(), m.unit.index(entry.site(n.op == Op.CALL_CLOSED))));
    body.vars.store(n);
    c.aload(THREAD).getfield(STATE, "unwind", CD_Object).ifnonnull(body.exits.out(n));
    body.exits.back(n);
  }

  /** The rest of a call: the inputs, and where it stands. */
  private void callAt(Node n, String name, ClassDesc... before) {
    Site site = (Site) n.aux;
    List<ClassDesc> parameters = new ArrayList<>(List.of(before));
    for (Node in : n.inputs) {
      m.load(in);
      parameters.add(CD_Object);
    }
    c.loadConstant(site.instruction()).loadConstant(site.height());
    parameters.add(CD_int);
    parameters.add(CD_int);
    body.vars.forget(n);
    c.invokestatic(TIERS, name, MethodTypeDesc.of(CD_Object, parameters));
    storeUnlessRaised(n);
  }

  private void storeUnlessRaised(Node n) {
    body.vars.store(n);
    c.aload(m.locals.get(n)).getstatic(COMPILED, "RAISED", CD_Object).if_acmpeq(body.raised);
  }
}
