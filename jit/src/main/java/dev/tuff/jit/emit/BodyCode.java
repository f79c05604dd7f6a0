package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static dev.tuff.jit.emit.MethodCode.FRAME_AT;
import static dev.tuff.jit.emit.MethodCode.FUNCTION_AT;
import static dev.tuff.jit.emit.MethodCode.THREAD;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.Polls;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.operations.Operations;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of a unit: its blocks, the ways between them, and which file has each operation. Ways copy into the variables of phis; guards go to stubs
 * at the end ({@link Exits}); what is raised goes on at the first block, which leads to the handler.
 */
final class BodyCode {
  /** One written out takes some 80 bytes of the 8,000 that HotSpot compiles. */
  private static final int MAX_CALLS_IN_PLACE = 16;

  private final Graph graph;
  final MethodCode m;
  private final CodeBuilder c;
  final Variables vars;
  final Exits exits;
  private final NumberCode numbers;
  private final CallCode calls;
  private final ObjectCode objects;
  private final AssumptionCode assumptions;
  private final Map<Block, Label> labels = new HashMap<>();
  private int lastLine;

  /** Whether there are few enough calls for each to be written out. */
  final boolean inPlace;

  /** Where the body goes on when the thread's exception has been raised, or it has to end; in the second form with something on the stack. */
  final Label raised;
  final Label raisedAbove;

  private BodyCode(ClassEmitter unit, CodeBuilder c) {
    this.c = c;
    graph = unit.graph;
    m = new MethodCode(unit, c, FUNCTION_AT);
    vars = new Variables(m);
    exits = new Exits(this);
    numbers = new NumberCode(this);
    calls = new CallCode(this);
    objects = new ObjectCode(this);
    assumptions = new AssumptionCode(this);
    inPlace = calls(graph) <= MAX_CALLS_IN_PLACE;
    raised = c.newLabel();
    raisedAbove = c.newLabel();
  }

  private static int calls(Graph graph) {
    int calls = 0;
    for (Block b : graph.blocks) {
      for (Node n : b.nodes) {
        calls += n.op == Op.CALL_ANY || n.op == Op.CALL_OBJECT ? 1 : 0;
      }
    }
    return calls;
  }

  /** Writes the body, and gives the methods that it needs besides; more than once if the library wants long jumps. */
  static List<OutMethod> write(ClassEmitter unit, CodeBuilder c) {
    BodyCode body = new BodyCode(unit, c);
    body.write();
    return body.exits.methods;
  }

  private void write() {
    graph.blocks.forEach(b -> labels.put(b, c.newLabel()));
    makeVariables();
    Label start = c.newBoundLabel();
    for (int i = 0; i < graph.blocks.size(); i++) {
      Block b = graph.blocks.get(i);
      c.labelBinding(labels.get(b));
      for (Node n : b.nodes) {
        line(n);
        emit(n, i + 1 < graph.blocks.size() ? graph.blocks.get(i + 1) : null);
        vars.used(n);
      }
    }
    exits.write();
    Label end = c.newBoundLabel();
    handlers(start, end);
  }

  /** Gives phis, frames of inlined calls and parameters their variables. */
  private void makeVariables() {
    for (Block b : graph.blocks) {
      for (Node phi : b.phis) {
        // it has a value on each way; the verifier wants one at the method's start as well
        if (MethodCode.isNarrow(phi)) {
          c.iconst_0();
        } else {
          initial(phi.rep);
        }
        vars.storeNew(phi, c.allocateLocal(MethodCode.isNarrow(phi) ? TypeKind.INT : kind(phi.rep)));
      }
      for (Node n : b.nodes) {
        if (n.op == Op.INLINE) {
          int at = c.allocateLocal(TypeKind.REFERENCE);
          m.frames.put((Activation) n.aux, at);
          c.aconst_null().astore(at);
        } else if (n.op == Op.PARAMETER) {
          m.locals.put(n, parameter((Integer) n.aux));
        }
      }
    }
  }

  // ---- operations

  private void emit(Node n, Block following) {
    switch (n.op) {
      case CONST, LONG_CONST, DOUBLE_CONST, BOOL_CONST, COMPARE_LONG, COMPARE_DOUBLE, IS_TRUE, IS_OBJECT, IS_NULL, NOT -> {
        // done where they are used
      }
      case DISPATCH -> dispatch(n, following);
      case PARAMETER -> {
        // a parameter of the method
      }
      case SLOT_AT_ENTRY -> {
        c.aload(FRAME_AT).getfield(FRAME, "fast", ARRAY).loadConstant((Integer) n.aux).aaload();
        vars.store(n);
      }
      case LOAD_FRAME -> {
        m.place(n);
        c.aaload();
        vars.store(n);
      }
      case STORE_FRAME -> {
        m.place(n);
        m.load(n.input(0));
        c.aastore();
      }
      case ENTER -> m.makeFrame((Activation) n.aux, n.inputs, THREAD);
      case INLINE -> c.aconst_null().astore(m.frame((Activation) n.aux));
      case EXIT -> {
        int frame = m.frame((Activation) n.aux);
        Label on = c.newLabel();
        c.aload(frame).ifnull(on).aload(THREAD).aload(frame).invokestatic(TIERS, "exit", MethodTypeDesc.of(CD_void, STATE, FRAME));
        // its locals would live as long as the unit's own
        c.aconst_null().astore(frame).labelBinding(on);
      }
      case BOX_LONG, BOX_UNSIGNED, BOX_DOUBLE, BOX_BOOL, BOX_LONG_OR_NULL, BOX_DOUBLE_OR, NEW_RANGE, RANGE_FROM -> {
        // one that is used once, in this block, is made there
        if (vars.isShared(n)) {
          m.box(n);
          vars.store(n);
        }
      }
      case CHECK_BOUND -> {
        m.load(n.input(0));
        c.ifnull(exits.out(n));
      }
      case CHECK_CLASS -> {
        m.load(n.input(0));
        c.instanceOf(desc((Class<?>) n.aux)).ifeq(exits.out(n));
      }
      case POLL -> {
        if (m.unit.closed || graph.quietPolls.contains(n)) {
          m.unit.poll(c);
          c.ifne(exits.out(n));
          return;
        }
        c.aload(THREAD).aload(m.frame(n.activation));
        m.constant(n.activation.code(), PyCode.class);
        m.call("isWanted", CD_boolean, STATE, FRAME, desc(PyCode.class));
        c.ifne(exits.out(n));
      }
      case JUMP -> go(n.block, n.block.successors[0], following);
      case BRANCH -> {
        Label no = c.newLabel();
        m.conditions.unless(n.input(0), no);
        go(n.block, n.block.successors[0], null);
        c.labelBinding(no);
        go(n.block, n.block.successors[1], following);
      }
      case RETURN -> {
        m.load(n.input(0));
        c.return_(kind(n.input(0).rep));
      }
      case LEAVE, UNSEEN -> c.goto_(exits.out(n));
      case CHECK_SAME -> {
        m.load(n.input(0));
        m.constant(n.aux);
        c.if_acmpne(exits.out(n));
      }
      default -> {
        if (!numbers.put(n) && !calls.put(n) && !objects.put(n) && !assumptions.put(n)) {
          viaOperation(n);
        }
      }
    }
  }

  /** The rest: a static method; see {@link Operations} for what it gives where the guard fails. */
  private void viaOperation(Node n) {
    m.operation(n);
    if (!n.op.guard) {
      vars.store(n);
      return;
    }
    switch (n.rep) {
      case VOID -> {
        c.ifeq(exits.out(n));
        exits.back(n);
      }
      case OBJECT -> {
        if (n.op.asks()) {
          vars.store(n);
          c.aload(m.locals.get(n)).getstatic(ITERATOR, "ASK", CD_Object).if_acmpeq(exits.out(n));
        } else {
          storeUnlessNull(n);
        }
      }
      case BOOL -> {
        vars.store(n);
        c.iload(m.locals.get(n)).iflt(exits.out(n));
        exits.back(n);
      }
      case LONG -> storeLong(n);
      case DOUBLE -> storeDouble(n);
    }
  }

  /** Stores an int; the least one says that the guard has failed. */
  void storeLong(Node n) {
    vars.store(n);
    c.lload(m.locals.get(n)).loadConstant(Operations.NO_LONG).lcmp().ifeq(exits.out(n));
    exits.back(n);
  }

  /** Stores a float; NaN says that the guard has failed. */
  void storeDouble(Node n) {
    vars.store(n);
    c.dload(m.locals.get(n)).dload(m.locals.get(n)).dcmpl().ifne(exits.out(n));
  }

  /** Stores an object; null says that the guard has failed. */
  void storeUnlessNull(Node n) {
    vars.store(n);
    c.aload(m.locals.get(n)).ifnull(exits.out(n));
    exits.back(n);
  }

  // ---- ways between blocks, and out

  /** An exception goes on at its handler, if that is of this unit; what a call or instruction has raised without throwing it does too. */
  private void handlers(Label start, Label end) {
    Label handler = c.newBoundLabel();
    c.exceptionCatchAll(start, end, handler);
    int thrown = c.allocateLocal(TypeKind.REFERENCE);
    c.astore(thrown).aload(THREAD).aload(FRAME_AT).aload(0).aload(thrown)
        .invokestatic(TIERS, "caught", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, desc(Throwable.class)));
    Label where = c.newLabel();
    Label on = c.newLabel();
    c.goto_(where).labelBinding(raisedAbove).pop().labelBinding(raised).aload(THREAD).aload(FRAME_AT).aload(0)
        .invokestatic(TIERS, "caught", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED));
    c.labelBinding(where).dup().ifnull(on);
    sentinel();
    c.labelBinding(on).pop().goto_(labels.get(graph.blocks.getFirst()));
  }

  /** Returns the sentinel on the stack. */
  void sentinel() {
    if (graph.typed == null) {
      c.areturn();
    } else {
      c.aload(THREAD).swap().putfield(STATE, "unwind", CD_Object);
      TypedMethods.nothing(c, kind(Rep.of(graph.typed.type.returnType())));
    }
  }

  /** The variable of an argument. */
  private int parameter(int index) {
    if (graph.typed == null) {
      return FUNCTION_AT + 1 + index;
    }
    int at = FUNCTION_AT + 1;
    for (int i = 0; i < index; i++) {
      at += TypeKind.from(graph.typed.type.parameterType(i + 2).describeConstable().orElseThrow()).slotSize();
    }
    return at;
  }

  private void dispatch(Node n, Block following) {
    Block[] ways = n.block.successors;
    if (m.unit.isDirect() && ways.length > 1) {
      c.aload(FRAME_AT).ifnull(labels.get(ways[0]));
    }
    if (ways.length > 1) {
      c.aload(FRAME_AT).getfield(FRAME, "lasti", CD_int).iconst_1().iadd();
      List<SwitchCase> cases = new ArrayList<>();
      for (int i = 1; i < ways.length; i++) {
        cases.add(SwitchCase.of(graph.entries[i], labels.get(ways[i])));
      }
      c.lookupswitch(labels.get(ways[0]), cases);
    } else if (ways[0] != following) {
      c.goto_(labels.get(ways[0]));
    }
  }

  /** Copies into the successor's phis, all at once, and jumps. */
  private void go(Block from, Block to, Block following) {
    int way = to.predecessors.indexOf(from);
    List<Node> copied = new ArrayList<>();
    for (Node phi : to.phis) {
      if (phi.inputs[way] != phi) {
        if (MethodCode.isNarrow(phi)) {
          m.loadInt(phi.inputs[way]);
        } else {
          m.load(phi.inputs[way]);
        }
        copied.add(phi);
      }
    }
    for (Node phi : copied.reversed()) {
      c.storeLocal(MethodCode.isNarrow(phi) ? TypeKind.INT : kind(phi.rep), m.locals.get(phi));
    }
    if (to != following) {
      c.goto_(labels.get(to));
    }
  }

  private void initial(Rep rep) {
    switch (rep) {
      case LONG -> c.lconst_0();
      case DOUBLE -> c.dconst_0();
      case BOOL -> c.iconst_0();
      default -> c.aconst_null();
    }
  }

  /** Notes the line that what follows belongs to. */
  void line(Node n) {
    int line = m.unit.names.line(n);
    if (line > 0 && line != lastLine) {
      lastLine = line;
      c.lineNumber(line);
    }
  }
}
