package dev.tuff.jit.build;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Shape;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.Operands;
import dev.tuff.engine.interp.Speculation;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.InlinedCalls;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.hir.Sample;
import dev.tuff.jit.hir.Site;
import dev.tuff.jit.hir.State;
import dev.tuff.jit.hir.TypeVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From instructions and their caches to HIR, for one activation; inlined calls have builders of their own. This class holds where the building
 * is and adds operations; {@link Flow} finds the blocks, {@link Instructions} says what each instruction becomes, and which file has it.
 *
 * <p>The slots of the frame are followed as values. There may be no frame yet: it is made, and brought up to date, before what may look at it: what the interpreter does for
 * compiled code (STEP), and calls. An exception therefore finds the frame up to date, and goes on at its handler, which reads the frame.
 */
public final class HirBuilder {
  /** What is longer surely fills more than the bytes that a method may have. */
  private static final int MAX_INSTRUCTIONS = 2_000;

  final PyCode code;
  final Graph graph;
  final Activation activation;
  final PyDict globals;
  final PyDict builtins;
  final Flow flow;

  /** The blocks that are this activation's. */
  private final List<Block> blocks = new ArrayList<>();

  /** What the slots hold at the end of each block that is built. */
  final Map<Block, Slots> ends = new HashMap<>();

  /** Where it is: the block that grows, null behind its end; what the slots hold; the instruction. */
  Block block;
  Slots slots;
  int at;

  /** What {@link #checkOnce} need not look at again in a block. */
  private final Set<Object> checked = new HashSet<>();
  private Block checkedIn;

  final EntrySlots entrySlots = new EntrySlots(this);
  final Joins joins = new Joins(this);
  final Frames frames = new Frames(this);
  final Instructions instructions = new Instructions(this);
  final Generic generic = new Generic(this);
  final GlobalNames globalNames = new GlobalNames(this);
  final Attributes attributes = new Attributes(this);
  final Operators operators = new Operators(this);
  final Iteration iteration = new Iteration(this);
  final Calls calls = new Calls(this);
  final BuiltinCalls builtinCalls = new BuiltinCalls(this);
  final Guesses guesses = new Guesses(this);
  final Inliner inliner = new Inliner(this);
  final StaticInstructions statics = new StaticInstructions(this);
  final Primitives primitives = new Primitives(this);
  final Fields fields = new Fields(this);
  final TypedCalls typedCalls = new TypedCalls(this);
  final OperatorMethods operatorMethods = new OperatorMethods(this);

  HirBuilder(Graph graph, Activation activation, PyDict globals, PyDict builtins) {
    this.graph = graph;
    this.activation = activation;
    this.globals = globals;
    this.builtins = builtins;
    code = activation.code();
    flow = new Flow(graph, activation);
    graph.instructions += code.instructions.length;
  }

  /**
   * Builds a unit.
   *
   * @param extent how much is inlined
   * @param limits how much may be inlined if that inlines
   * @param specialized whether to speculate on what the caches have seen
   * @param closed whether calls of the function by itself are taken to need no frame
   */
  public static Graph build(Sample sample, Extent extent, InlinedCalls.Limits limits, boolean specialized, boolean closed) throws NotCompilable {
    PyCode code = sample.code();
    boolean loop = Flow.isLoop(sample);
    if (code.instructions.length > MAX_INSTRUCTIONS && !loop) {
      throw new NotCompilable(code.instructions.length + " instructions, more than HotSpot would compile");
    }
    Graph graph = new Graph(code.code.qualname + "@" + sample.entry(), code, extent.limits(limits), closed);
    graph.sample = sample;
    graph.specialized = specialized;
    Activation own = new Activation(graph.newActivation(), null, code, null, false, false, null, false, -1, -1);
    HirBuilder b = new HirBuilder(graph, own, sample.globals(), sample.builtins());
    if (loop) {
      b.flow.keepLoop(sample.entry());
    }
    b.iteration.entered(sample.values());
    b.entrySlots.add(sample.entry(), sample.values());
    b.fillAll();
    return graph;
  }

  // ---- blocks

  /** Builds all blocks. */
  void fillAll() throws NotCompilable {
    List<Block> unreached = new ArrayList<>();
    for (Block b : flow.order()) {
      if (b.predecessors.stream().noneMatch(ends::containsKey)) {
        // it comes after a call of a function that always raises
        unreached.add(b);
        continue;
      }
      graph.blocks.add(b);
      blocks.add(b);
      fill(b);
    }
    for (Block b : unreached) {
      if (!b.predecessors.isEmpty()) {
        throw new NotCompilable("loops with several heads");
      }
    }
    joins.closeLoops(blocks);
  }

  private void fill(Block b) throws NotCompilable {
    block = b;
    slots = b.isLoopHeader ? joins.atLoop(b) : joins.merged(b);
    int last = flow.last(b.start);
    for (at = b.start; at <= last; at++) {
      instructions.put();
      if (block == null) {
        return;
      }
    }
    jump(flow.starts.get(last + 1));
  }

  void jump(Block to) {
    add(Op.JUMP, null);
    link(block, to);
    end();
  }

  void branch(Node condition, Block yes, Block no) {
    add(Op.BRANCH, null, condition);
    link(block, yes, no);
    end();
  }

  void end() {
    ends.put(block, slots);
    block = null;
  }

  /** Goes on in a block where several ways meet that are all built. */
  void meet(Block b) throws NotCompilable {
    graph.blocks.add(b);
    slots = joins.merged(b);
    block = b;
  }

  /** Goes on in a block that only the one before leads to. */
  void enter(Block b) {
    graph.blocks.add(b);
    slots = ends.get(b.predecessors.getFirst()).copy();
    block = b;
  }

  static void link(Block from, Block... to) {
    from.successors = to;
    for (Block t : to) {
      t.predecessors.add(from);
    }
  }

  // ---- operations, and the stack

  Node add(Op op, Object aux, Node... inputs) {
    Node n = graph.add(block, op, aux, op.guard ? state(at) : null, inputs);
    if (n.runsCode() || op.changesNames()) {
      checked.clear();
    }
    return n;
  }

  /** A guard of something that only Python code can change; not again in this block until some may have run. */
  void checkOnce(Op op, Object aux, Object what) {
    if (checkedIn != block) {
      checkedIn = block;
      checked.clear();
    }
    if (checked.add(what)) {
      add(op, aux);
    }
  }

  /** Guards that an object has the shape of a cache, and its type is as it was then. */
  void checkShape(Node o, Shape shape, PyType type, Object version) {
    add(Op.CHECK_SHAPE, shape, o);
    checkVersion(type, version);
  }

  void checkVersion(PyType type, Object version) {
    checkOnce(Op.CHECK_VERSION, new TypeVersion(type, version), type);
  }

  /** A guard at an instruction whose cache grows: where it fails the unit is made anew with what the cache knows then. */
  void learn(Op op, Object aux, Node... inputs) {
    graph.add(block, op, aux, slots.state(at, Speculation.LEARNING), inputs);
  }

  /** The state of the frame before an instruction. */
  State state(int instruction) {
    return slots.state(instruction, flow.form(instruction));
  }

  /** Where the instruction stands, with the stack as it is. */
  Site site() {
    return new Site(activation, at, slots.sp, null);
  }

  void push(Node n) {
    slots.value[slots.sp] = n;
    slots.sp++;
  }

  Node pop() {
    return slots.value[--slots.sp];
  }

  /** Takes operands of an instruction that the interpreter may have done: it has changed their places. */
  void take(int count) {
    slots.sp -= count;
    Arrays.fill(slots.inFrame, slots.sp, slots.inFrame.length, null);
  }

  void replaceTop(Node n) {
    take(1);
    push(n);
  }

  /** Puts an operation in the place of the instruction, which takes so many operands; its value, if it has one, is the result. True. */
  boolean put(int operands, Op op, Object aux, Node... inputs) {
    Node n = add(op, aux, inputs);
    take(operands);
    if (op.rep != Rep.VOID) {
      pushRaw(n);
    }
    return true;
  }

  /** The same for an operation that stands there already. */
  void put(int operands, Node n) {
    take(operands);
    pushRaw(n);
  }

  /** Pushes a value as an object. */
  void pushRaw(Node n) {
    push(box(n));
  }

  /** A value as an object. */
  Node box(Node n) {
    return switch (n.rep) {
      case LONG -> add(Op.BOX_LONG, null, n);
      case DOUBLE -> add(Op.BOX_DOUBLE, null, n);
      case BOOL -> add(Op.BOX_BOOL, null, n);
      default -> n;
    };
  }

  Node top(int depth) {
    return slots.value[slots.sp - depth];
  }

  Node constant(Object value) {
    return add(Op.CONST, value);
  }

  // ---- numbers and truth

  Node asLong(Node n) {
    if (n.op == Op.BOX_LONG) {
      return n.input(0);
    }
    if (n.op == Op.CONST && n.aux instanceof Long) {
      return add(Op.LONG_CONST, n.aux);
    }
    return add(Op.UNBOX_LONG, null, n);
  }

  /** A float, or an int as a float; {@code kind}: what the operand has been so far. */
  Node asDouble(Node n, Class<?> kind) {
    if (n.op == Op.BOX_DOUBLE) {
      return n.input(0);
    }
    if (n.op == Op.CONST && n.aux instanceof Double) {
      return add(Op.DOUBLE_CONST, n.aux);
    }
    if (isLong(n) || kind == Long.class) {
      return add(Op.LONG_TO_DOUBLE, null, asLong(n));
    }
    return add(kind == Number.class ? Op.TO_DOUBLE : Op.UNBOX_DOUBLE, null, n);
  }

  static boolean isLong(Node n) {
    n.relied |= n.op == Op.BOX_LONG;
    return n.op == Op.BOX_LONG || n.op == Op.CONST && n.aux instanceof Long;
  }

  static boolean isDouble(Node n) {
    n.relied |= n.op == Op.BOX_DOUBLE;
    return n.op == Op.BOX_DOUBLE || n.op == Op.CONST && n.aux instanceof Double;
  }

  /** What a branch tests: the value is a bool. */
  Node condition(Node n) {
    return n.op == Op.BOX_BOOL ? n.input(0) : add(Op.IS_TRUE, null, n);
  }

  // ---- the instruction

  /** What the interpreter has noted at the instruction, or null. */
  Object cache() {
    return code.caches[at + 1];
  }

  /** What the instruction has seen of its operands, or null. */
  Operands operands() {
    return cache() instanceof Operands o ? o : null;
  }

  /** Whether an operation for the instruction would fail again. */
  boolean isHard() {
    return code.speculation().isHard(at);
  }

  /** Whether compiled code has been left where the instruction's operation could not do it: no more guards that leave, then. */
  boolean expectsToStay() {
    return !graph.specialized || code.speculation().isExpectedToStay(at, flow.form(at));
  }

  boolean isGeneric() {
    return !graph.specialized || code.speculation().isLost(at, flow.form(at));
  }

  /** Whether the instruction has not run yet, as far as its cache tells. */
  boolean isNew() {
    return cache() == null;
  }

  Object constantAt(int index) {
    return code.consts[index];
  }

  String name(int index) {
    return code.names[index];
  }
}
