package dev.tuff.jit;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.compiler.CodeVerifier;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.bytes.PyBytesIterator;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyDictIterator;
import dev.tuff.engine.container.PyListIterator;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.container.PySetIterator;
import dev.tuff.engine.container.PyTupleIterator;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyProperty;
import dev.tuff.engine.function.PySuper;
import dev.tuff.engine.interp.AttributeCache;
import dev.tuff.engine.interp.BuiltinCache;
import dev.tuff.engine.interp.ClassAttributeCache;
import dev.tuff.engine.interp.DescriptorCache;
import dev.tuff.engine.interp.GlobalCache;
import dev.tuff.engine.interp.MethodCache;
import dev.tuff.engine.interp.Operands;
import dev.tuff.engine.interp.PyGenerator;
import dev.tuff.engine.interp.Speculation;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.engine.interp.TypeCache;
import dev.tuff.engine.iter.PyEnumerate;
import dev.tuff.engine.iter.PyZip;
import dev.tuff.engine.text.StrIterator;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.InlinedCalls;
import dev.tuff.jit.hir.KnownGlobal;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Place;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.hir.Routine;
import dev.tuff.jit.hir.Site;
import dev.tuff.jit.hir.State;
import dev.tuff.jit.hir.TypeVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * From instructions and their caches to HIR, for one activation; inlined calls have builders of their own. The slots of the frame are followed
 * as values. There may be no frame yet: it is made, and brought up to date, before what may look at it: what the interpreter does for
 * compiled code (STEP), and calls. An exception therefore finds the frame up to date, and goes on at its handler, which reads the frame.
 */
final class HirBuilder {
  /** What is longer surely fills more than the bytes that a method may have. */
  private static final int MAX_INSTRUCTIONS = 2_000;

  /** Displays of more items are the interpreter's. */
  private static final int MAX_ITEMS = 64;

  /** Iterators that {@code QUICK_NEXT} asks. */
  private static final java.util.Set<Class<?>> QUICK = java.util.Set.of(PyTupleIterator.class, StrIterator.class, PyBytesIterator.class,
      PySetIterator.class, PyDictIterator.class, PyEnumerate.class, PyZip.class);

  final PyCode code;
  private final int[] instructions;
  final Graph graph;
  final Activation activation;
  final PyDict globals;
  final PyDict builtins;
  private final int locals;

  /** Locals that some instruction changes. */
  private final BitSet changing = new BitSet();

  /** Where the unit can be entered: only its own activation, not inlined ones. */
  final List<Integer> entries = new ArrayList<>();
  final TreeMap<Integer, Block> starts = new TreeMap<>();
  final Map<Block, Slots> ends = new HashMap<>();

  /** The blocks that are this activation's. */
  private final List<Block> blocks = new ArrayList<>();

  /** What {@link #checkOnce} need not look at again in a block. */
  private final Set<Object> checked = new HashSet<>();
  private Block checkedIn;
  Block block;
  Slots slots;
  int at;

  /** The class of an iterator that a generator has as its first argument, else Object. */
  private Class<?> passed = Object.class;

  /** Instructions that have never run. */
  private final BitSet unseen = new BitSet();

  /** Instructions that are not for this unit. */
  private final BitSet outside = new BitSet();
  private final Operators operators = new Operators(this);
  final BuiltinCalls builtinCalls = new BuiltinCalls(this);
  private final Generic generic = new Generic(this);
  final StaticInstructions statics = new StaticInstructions(this);
  final TypedCalls typedCalls = new TypedCalls(this);
  final Calls calls = new Calls(this);
  final Inliner inliner = new Inliner(this);

  HirBuilder(Graph graph, Activation activation, PyDict globals, PyDict builtins) {
    this.graph = graph;
    this.activation = activation;
    this.globals = globals;
    this.builtins = builtins;
    code = activation.code();
    instructions = code.instructions.clone();
    for (int i = 0; i < instructions.length; i++) {
      instructions[i] &= Integer.MAX_VALUE;
    }
    for (int i = 0; i < instructions.length; i++) {
      if (isUnseen(i)) {
        unseen.set(i);
      }
    }
    locals = code.nfast;
    graph.instructions += instructions.length;
  }

  /**
   * Builds a unit.
   *
   * @param extent how much of the code it is
   * @param limits how much may be inlined if that inlines
   * @param specialized whether to speculate on what the caches have seen
   * @param closed whether calls of the function by itself are taken to need no frame
   */
  static Graph build(Sample sample, Extent extent, InlinedCalls.Limits limits, boolean specialized, boolean closed) throws NotCompilable {
    PyCode code = sample.code();
    if (code.instructions.length > MAX_INSTRUCTIONS && !extent.loop) {
      throw new NotCompilable(code.instructions.length + " instructions, more than HotSpot would compile");
    }
    Graph graph = new Graph(code.code.qualname + "@" + sample.entry(), code, extent.inlines ? limits : InlinedCalls.Limits.NONE, closed);
    graph.specialized = specialized;
    Activation own = new Activation(graph.newActivation(), null, code, null, false, -1, -1);
    HirBuilder b = new HirBuilder(graph, own, sample.globals(), sample.builtins());
    if (extent.loop) {
      b.keepLoop(sample.entry());
    }
    return b.build(sample.entry(), sample.values());
  }

  /** Whether the unit would be entered at the head of a loop that can be one alone. */
  static boolean isLoop(Sample sample) {
    PyCode code = sample.code();
    for (int instruction : code.instructions) {
      int i = instruction & Integer.MAX_VALUE;
      if ((i & 0xFF) == JUMP_BACKWARD && i >>> 8 == sample.entry()) {
        return !code.suspendable;
      }
    }
    return false;
  }

  /** Leaves everything to the interpreter but the loop with this head: what comes from there and gets back. */
  private void keepLoop(int head) {
    Map<Integer, List<Integer>> before = new HashMap<>();
    ArrayDeque<Integer> work = new ArrayDeque<>(List.of(head));
    BitSet seen = new BitSet();
    while (!work.isEmpty()) {
      int i = work.pop();
      if (!seen.get(i)) {
        seen.set(i);
        int handler = code.handler(i);
        if (handler >= 0 && code.hasHandled(handler)) {
          before.computeIfAbsent(handler, k -> new ArrayList<>()).add(i);
          work.push(handler);
        }
        for (int n : next(i)) {
          before.computeIfAbsent(n, k -> new ArrayList<>()).add(i);
          work.push(n);
        }
      }
    }
    BitSet loop = new BitSet();
    loop.set(head);
    work.push(head);
    while (!work.isEmpty()) {
      for (int i : before.getOrDefault(work.pop(), List.of())) {
        if (!loop.get(i)) {
          loop.set(i);
          work.push(i);
        }
      }
    }
    outside.set(0, instructions.length);
    outside.andNot(loop);
    graph.instructions -= outside.cardinality();
  }

  private Graph build(int entry, Object[] values) throws NotCompilable {
    if (code.suspendable && locals > 0 && values[0] instanceof PyIterator first) {
      passed = first.getClass();
    }
    boolean start = entry == Entries.start(code);
    graph.startsFresh = start && !Entries.checksArguments(code);
    graph.directArguments = graph.startsFresh && Tiers.isPlain(code) ? code.argCount : -1;
    if (start && TypedCalls.isTyped(code)) {
      graph.typed = code.typedEntry(TypedCalls.signature(code));
      graph.directArguments = code.argCount;
    }
    entries.add(entry);
    int[] depths = CodeVerifier.depths(code.code);
    if (code.suspendable) {
      for (int resume : Entries.resumptions(code)) {
        // a yield of a finally clause that is never reached in this way has no depth
        if (resume != entry && depths[resume] >= 0) {
          entries.add(resume);
        }
      }
    }
    findBlocks();
    graph.entries = entries.stream().mapToInt(i -> i).toArray();
    Block first = graph.block(-1);
    graph.blocks.add(first);
    graph.add(first, Op.DISPATCH, null, null);
    Block[] ways = new Block[entries.size()];
    for (int k = 0; k < ways.length; k++) {
      Block b = graph.block(-1);
      ways[k] = b;
      graph.blocks.add(b);
      int at = entries.get(k);
      Slots atEntry = k == 0 && graph.directArguments >= 0 ? ofParameters(b) : ofFrame(b, locals + depths[at]);
      if (k == 0) {
        speculate(b, atEntry, values, at);
      }
      ends.put(b, atEntry);
    }
    link(first, ways);
    for (int k = 0; k < ways.length; k++) {
      graph.add(ways[k], Op.JUMP, null, null);
      link(ways[k], starts.get(entries.get(k)));
    }
    fillAll();
    return graph;
  }

  /** At the start without a frame: arguments and cells of the closure, the other locals unbound. */
  private Slots ofParameters(Block b) {
    Node[] arguments = new Node[graph.directArguments];
    for (int i = 0; i < arguments.length; i++) {
      Node n = graph.add(b, Op.PARAMETER, i, null);
      if (graph.typed != null) {
        n.rep = StaticInstructions.rep(graph.typed.code(i));
        block = b;
        n = box(n);
      }
      arguments[i] = n;
    }
    return fresh(b, arguments, null, null);
  }

  Slots fresh(Block b, Node[] arguments, Slots caller, PyFunction function) {
    Slots s = new Slots(activation, arguments, caller);
    int free = Entries.freeVariables(code);
    for (int i = 0; i < locals; i++) {
      if (i < arguments.length) {
        s.value[i] = arguments[i];
        // a frame that is made while the local holds something else has not got it again when the local has
        s.inFrame[i] = changing.get(i) ? null : arguments[i];
      } else if (i >= locals - free) {
        int k = i - locals + free;
        s.value[i] = function == null ? graph.add(b, Op.FREE_CELL, k, null) : graph.add(b, Op.CONST, function.closure[k], null);
      } else {
        s.value[i] = s.inFrame[i] = graph.add(b, Op.CONST, null, null);
      }
    }
    return s;
  }

  private Slots ofFrame(Block b, int sp) {
    Slots s = new Slots(activation, null, null);
    s.entered = true;
    s.sp = sp;
    for (int i = 0; i < sp; i++) {
      s.value[i] = s.inFrame[i] = graph.add(b, Op.SLOT_AT_ENTRY, i, null);
    }
    s.stale.set(locals, Math.max(locals, sp));
    if (graph.startsFresh && b == graph.blocks.get(1)) {
      // the cells of the closure are not in a fresh frame yet
      int free = Entries.freeVariables(code);
      for (int k = 0; k < free; k++) {
        s.value[locals - free + k] = graph.add(b, Op.FREE_CELL, k, null);
        s.inFrame[locals - free + k] = null;
      }
    }
    return s;
  }

  /** Numbers are taken for what the frame had there. */
  private void speculate(Block b, Slots s, Object[] values, int entry) {
    if (!graph.specialized || code.speculation().isLost(entry, instructions[entry] & 0xFF)) {
      return;
    }
    State start = state(s, entry, instructions[entry] & 0xFF);
    for (int i = 0; i < s.sp; i++) {
      Node n = s.value[i];
      if (n.op == Op.CONST || n.op == Op.FREE_CELL || n.op.boxes()) {
        continue;
      }
      if (values[i] instanceof Long) {
        s.value[i] = s.inFrame[i] = graph.add(b, Op.BOX_LONG, null, null, graph.add(b, Op.UNBOX_LONG, null, start, n));
      } else if (values[i] instanceof Double) {
        s.value[i] = s.inFrame[i] = graph.add(b, Op.BOX_DOUBLE, null, null, graph.add(b, Op.UNBOX_DOUBLE, null, start, n));
      }
    }
  }

  void fillAll() throws NotCompilable {
    List<Block> unreached = new ArrayList<>();
    for (Block b : order()) {
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
    closeLoops();
  }

  // ---- blocks

  /** Whether an instruction that always notes what it sees has seen nothing yet: what lies behind is not worth compiling. */
  private boolean isUnseen(int i) {
    int form = instructions[i] & 0xFF;
    boolean notes = form >= Opcode.FIRST_STATIC ? StaticInstructions.notes(form) : form == LOAD_GLOBAL || form == BINARY_OP || form == COMPARE_OP || form == CONTAINS_OP || form == GET_ITER;
    return notes && graph.specialized && code.caches[i + 1] == null && !code.speculation().isLost(i, form);
  }

  int opcode(int i) {
    return Opcode.parent(Opcode.opcode(instructions[i]));
  }

  /** The instructions after which the one at {@code i} may go on; for a branch, the one of a true condition first. */
  private int[] next(int i) {
    if (unseen.get(i) || outside.get(i)) {
      return new int[0];
    }
    int arg = instructions[i] >>> 8;
    return switch (opcode(i)) {
      case JUMP_BACKWARD, JUMP_FORWARD, JUMP_BACKWARD_NO_INTERRUPT -> new int[] {arg};
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_NOT_NONE -> new int[] {i + 1, arg};
      case POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE -> new int[] {arg, i + 1};
      case FOR_ITER -> new int[] {i + 1, arg + 1};
      case SEND -> new int[] {i + 1, arg};
      case RETURN_VALUE, RAISE_VARARGS, RERAISE, YIELD_VALUE -> new int[0];
      default -> new int[] {i + 1};
    };
  }

  void findBlocks() {
    BitSet seen = new BitSet();
    BitSet leaders = new BitSet();
    ArrayDeque<Integer> work = new ArrayDeque<>();
    for (int e : entries) {
      work.add(e);
      leaders.set(e);
    }
    while (!work.isEmpty()) {
      int i = work.pop();
      if (seen.get(i)) {
        leaders.set(i);
        continue;
      }
      seen.set(i);
      noteChanges(i);
      int handler = activation.caller() == null ? code.handler(i) : -1;
      if (handler >= 0 && code.hasHandled(handler) && !outside.get(handler) && !entries.contains(handler)) {
        entries.add(handler);
        leaders.set(handler);
        work.add(handler);
      }
      int[] next = next(i);
      boolean jumps = next.length != 1 || next[0] != i + 1;
      for (int n : next) {
        if (jumps) {
          leaders.set(n);
        }
        work.push(n);
      }
    }
    leaders.stream().forEach(i -> starts.put(i, graph.block(i)));
  }

  private void noteChanges(int i) {
    int arg = instructions[i] >>> 8;
    switch (opcode(i)) {
      case STORE_FAST, DELETE_FAST, LOAD_FAST_AND_CLEAR, MAKE_CELL -> changing.set(arg);
      case STORE_FAST_LOAD_FAST -> changing.set(arg >> 4);
      case STORE_FAST_STORE_FAST -> {
        changing.set(arg >> 4);
        changing.set(arg & 15);
      }
      case COPY_FREE_VARS -> changing.set(locals - arg, locals);
      default -> {}
    }
  }

  /** The last instruction of the block that begins at {@code start}. */
  private int last(int start) {
    int i = start;
    while (true) {
      int[] next = next(i);
      if (next.length != 1 || next[0] != i + 1 || starts.containsKey(i + 1)) {
        return i;
      }
      i++;
    }
  }

  /** Reverse postorder; marks the targets of jumps that go back. */
  private List<Block> order() {
    LinkedList<Block> order = new LinkedList<>();
    Set<Block> seen = new HashSet<>();
    for (int e : entries.reversed()) {
      Block b = starts.get(e);
      if (!seen.contains(b)) {
        visit(b, order, seen, new HashSet<>());
      }
    }
    return order;
  }

  private void visit(Block b, LinkedList<Block> order, Set<Block> seen, Set<Block> open) {
    seen.add(b);
    open.add(b);
    int[] next = next(last(b.start));
    for (int k = next.length - 1; k >= 0; k--) {
      Block to = starts.get(next[k]);
      if (open.contains(to)) {
        to.isLoopHeader = true;
      } else if (!seen.contains(to)) {
        visit(to, order, seen, open);
      }
    }
    open.remove(b);
    order.addFirst(b);
  }

  static void link(Block from, Block... to) {
    from.successors = to;
    for (Block t : to) {
      t.predecessors.add(from);
    }
  }

  // ---- values where ways meet

  private void fill(Block b) throws NotCompilable {
    block = b;
    slots = b.isLoopHeader ? atLoop(b) : merged(b);
    int last = last(b.start);
    for (at = b.start; at <= last; at++) {
      instruction();
      if (block == null) {
        return;
      }
    }
    jump(starts.get(last + 1));
  }

  Slots merged(Block b) throws NotCompilable {
    List<Slots> ways = waysTo(b);
    Slots m = common(ways);
    for (int i = 0; i < m.sp; i++) {
      Node phi = null;
      boolean kept = true;
      for (Slots p : ways) {
        kept &= p.inFrame[i] != null && p.inFrame[i] == p.value[i];
        if (phi == null && p.value[i] != m.value[i]) {
          phi = graph.phi(b);
        }
      }
      if (phi != null) {
        for (int k = 0; k < ways.size(); k++) {
          phi.inputs[k] = ways.get(k).value[i];
        }
        m.value[i] = phi;
        m.inFrame[i] = kept ? phi : null;
      }
    }
    return m;
  }

  /** What is known on each of the ways to a block that have been built. */
  private List<Slots> waysTo(Block b) throws NotCompilable {
    List<Slots> ways = new ArrayList<>();
    for (Block p : b.predecessors) {
      Slots s = ends.get(p);
      if (s != null) {
        ways.add(s);
        if (s.sp != ways.getFirst().sp) {
          throw new NotCompilable("ways that meet with different stacks");
        }
      }
    }
    return ways;
  }

  /** The slots of one way, but for what only some of the frames have. */
  private static Slots common(List<Slots> ways) {
    Slots first = ways.getFirst();
    for (Slots way : ways) {
      if (!way.entered) {
        // one that knows what to make the frame with
        first = way;
      }
    }
    Slots m = first.copy();
    for (Slots way : ways) {
      Slots s = m;
      for (Slots p = way; p != null; p = p.caller) {
        s.entered &= p.entered;
        s.stale.or(p.stale);
        for (int i = 0; i < s.sp; i++) {
          if (p.inFrame[i] != s.inFrame[i]) {
            s.inFrame[i] = null;
          }
        }
        // above the stack, each way has left something else in the frame
        Arrays.fill(s.inFrame, s.sp, s.inFrame.length, null);
        s = s.caller;
      }
    }
    return m;
  }

  /** At the head of a loop, whatever may change has a phi; its inputs are known when the loop is built. */
  private Slots atLoop(Block b) throws NotCompilable {
    List<Slots> ways = waysTo(b);
    Slots m = common(ways);
    // what is the same all over the code may still be another value for each entry; and cells are in the frame for some
    boolean several = entries.size() > 1;
    for (int i = 0; i < m.sp; i++) {
      boolean changes = several || i >= locals || changing.get(i);
      boolean kept = i < locals && !changing.get(i) && !(several && i >= locals - Entries.freeVariables(code));
      for (Slots p : ways) {
        changes |= p.value[i] != m.value[i];
        kept &= p.inFrame[i] != null && p.inFrame[i] == p.value[i];
      }
      if (changes) {
        Node phi = graph.make(b, Op.PHI, i, null);
        b.phis.add(phi);
        m.value[i] = phi;
        m.inFrame[i] = kept ? phi : null;
      }
    }
    return m;
  }

  private void closeLoops() throws NotCompilable {
    for (Block b : blocks) {
      for (Node phi : b.phis) {
        if (b.isLoopHeader) {
          int slot = (Integer) phi.aux;
          phi.inputs = new Node[b.predecessors.size()];
          for (int k = 0; k < phi.inputs.length; k++) {
            phi.inputs[k] = ends.get(b.predecessors.get(k)).value[slot];
          }
        }
        if (phi.inputs.length != b.predecessors.size()) {
          throw new NotCompilable("loops with several heads");
        }
      }
    }
  }

  // ---- helpers of instructions

  Node add(Op op, Object aux, Node... inputs) {
    if (op.effect && op.runsCode()) {
      checked.clear();
    }
    return graph.add(block, op, aux, op.guard ? state(at) : null, inputs);
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

  void checkVersion(PyType type, Object version) {
    checkOnce(Op.CHECK_VERSION, new TypeVersion(type, version), type);
  }

  /** A guard at an instruction whose cache grows: where it fails the unit is made anew with what the cache knows then. */
  void learn(Op op, Object aux, Node... inputs) {
    graph.add(block, op, aux, state(slots, at, Speculation.LEARNING), inputs);
  }

  State state(int instruction) {
    return state(slots, instruction, instructions[instruction] & 0xFF);
  }

  static State state(Slots slots, int instruction, int form) {
    Node[] s = new Node[slots.sp];
    for (int i = 0; i < s.length; i++) {
      s[i] = slots.inFrame[i] == slots.value[i] ? null : slots.value[i];
    }
    State caller = slots.caller == null ? null : state(slots.caller, slots.activation.call(), 0);
    return new State(slots.activation, instruction, form, s, slots.entered ? null : slots.arguments.clone(), caller);
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

  Object constantAt(int index) {
    return code.consts[index];
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

  /** What the instruction has seen of its operands, or null. */
  Operands operands() {
    return code.caches[at + 1] instanceof Operands o ? o : null;
  }

  Node top(int depth) {
    return slots.value[slots.sp - depth];
  }

  Node constant(Object value) {
    return add(Op.CONST, value);
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
    return n.op == Op.BOX_LONG || n.op == Op.CONST && n.aux instanceof Long;
  }

  static boolean isDouble(Node n) {
    return n.op == Op.BOX_DOUBLE || n.op == Op.CONST && n.aux instanceof Double;
  }

  /** What a branch tests: the value is a bool. */
  private Node condition(Node n) {
    return n.op == Op.BOX_BOOL ? n.input(0) : add(Op.IS_TRUE, null, n);
  }

  /** Whether an operation for the instruction would fail again. */
  boolean isHard() {
    return code.speculation().isHard(at);
  }

  boolean isGeneric() {
    return !graph.specialized || code.speculation().isLost(at, instructions[at] & 0xFF);
  }

  /** Makes the frame if there is none, and brings it up to date. */
  void flush() {
    flush(slots.sp);
  }

  void flush(int height) {
    enter(slots);
    store(slots, height);
    forget(slots, height);
    for (Slots s = slots; s.caller != null; s = s.caller) {
      // a new object waits in its caller's frame for the end of __init__
      forget(s.caller, s.activation.constructs() ? s.caller.sp + 1 : s.caller.sp);
    }
  }

  /** Takes what compiled code has popped out of the frame as well, or it would live as long. */
  private void forget(Slots s, int height) {
    for (int i = s.stale.nextSetBit(height); i >= 0; i = s.stale.nextSetBit(i + 1)) {
      graph.add(block, Op.STORE_FRAME, new Place(s.activation, i), null, constant(null));
      s.inFrame[i] = null;
      s.stale.clear(i);
    }
  }

  void enter(Slots s) {
    if (!s.entered) {
      if (s.caller != null) {
        enter(s.caller);
        store(s.caller, s.caller.sp);
      }
      graph.add(block, Op.ENTER, s.activation, null, s.arguments.clone());
      s.entered = true;
    }
  }

  private void store(Slots s, int height) {
    for (int i = 0; i < height; i++) {
      if (s.inFrame[i] == null || s.inFrame[i] != s.value[i]) {
        graph.add(block, Op.STORE_FRAME, new Place(s.activation, i), null, s.value[i]);
        s.inFrame[i] = s.value[i];
        s.stale.set(i, i >= s.activation.code().nfast && s.value[i].op != Op.CONST && !s.value[i].op.boxes());
      }
    }
  }

  Site site() {
    return new Site(activation, at, slots.sp, null);
  }

  /** Whether the instruction has not run yet, as far as its cache tells. */
  boolean isNew() {
    return code.caches[at + 1] == null;
  }

  private static boolean learns(int op) {
    return op == LOAD_ATTR || op == STORE_ATTR || op == LOAD_GLOBAL || op == LOAD_SPECIAL || op == LOAD_SUPER_ATTR;
  }

  String name(int index) {
    return code.names[index];
  }

  /** The engine does the instruction on so many operands, and gives something. */
  void routine(String name, Object constant, int arg, int operands) {
    routine(name, constant, arg, operands, operands, false);
  }

  /** The same, with the operands behind the first in an array if {@code rest}. */
  void routine(String name, Object constant, int arg, int operands, int single, boolean rest) {
    Node[] in = Arrays.copyOfRange(slots.value, slots.sp - operands, slots.sp);
    take(operands);
    flush();
    push(add(Op.ROUTINE, new Routine(site(), name, constant, arg, single, rest), in));
  }

  /** The engine does something with some values; so many operands leave the stack. */
  void routineOf(String name, int arg, int operands, Node... in) {
    take(operands);
    flush();
    push(add(Op.ROUTINE, new Routine(site(), name, null, arg, in.length, false), in));
  }

  /** The engine does something to objects, taking so many operands off the stack. */
  void change(String name, int operands, Node... in) {
    take(operands);
    flush();
    add(Op.ROUTINE, new Routine(site(), name, null, 0, in.length, false), in);
  }

  /** The engine does the instruction, or the interpreter. */
  void step() throws NotCompilable {
    int op = opcode(at);
    int arg = instructions[at] >>> 8;
    if (generic.put(op, arg)) {
      return;
    }
    int pops = StackUse.pops(op, arg);
    if (pops < 0) {
      throw new NotCompilable(Opcode.name(op));
    }
    flush();
    add(Op.STEP, new Site(activation, at, slots.sp, learns(op) && isNew() ? Boolean.TRUE : null));
    int sp = slots.sp + Opcode.stackEffect(op, arg);
    slots.sp -= pops;
    slots.stale.clear(slots.sp, slots.value.length);
    Arrays.fill(slots.inFrame, slots.sp, slots.inFrame.length, null);
    while (slots.sp < sp) {
      Node n = add(Op.LOAD_FRAME, new Place(activation, slots.sp));
      slots.inFrame[slots.sp] = n;
      slots.stale.set(slots.sp);
      push(n);
    }
  }

  /** An instruction that always raises. */
  private void raise() {
    flush();
    add(Op.RAISE, site());
    end();
  }

  // ---- instructions

  private void instruction() throws NotCompilable {
    if (outside.get(at)) {
      graph.add(block, Op.LEAVE, null, state(slots, at, 0));
      end();
      return;
    }
    if (unseen.get(at)) {
      graph.add(block, Op.UNSEEN, null, state(slots, at, Speculation.LEARNING));
      end();
      return;
    }
    int form = instructions[at] & 0xFF;
    int op = opcode(at);
    int arg = instructions[at] >>> 8;
    if (graph.typed != null && isGeneric() && StackUse.pops(op, arg) >= 0) {
      // a unit without frames is left where others let the interpreter do one instruction
      step();
      return;
    }
    switch (op) {
      case NOP, NOT_TAKEN, RESUME -> {}
      case LOAD_FAST -> push(slots.value[arg]);
      case LOAD_FAST_CHECK -> {
        if (isGeneric()) {
          // unbound more than once
          step();
        } else {
          add(Op.CHECK_BOUND, null, slots.value[arg]);
          push(slots.value[arg]);
        }
      }
      case LOAD_FAST_AND_CLEAR -> {
        push(slots.value[arg]);
        slots.value[arg] = constant(null);
      }
      case LOAD_FAST_LOAD_FAST -> {
        push(slots.value[arg >> 4]);
        push(slots.value[arg & 15]);
      }
      case STORE_FAST -> slots.value[arg] = pop();
      case STORE_FAST_LOAD_FAST -> {
        slots.value[arg >> 4] = pop();
        push(slots.value[arg & 15]);
      }
      case STORE_FAST_STORE_FAST -> {
        slots.value[arg >> 4] = pop();
        slots.value[arg & 15] = pop();
      }
      case DELETE_FAST -> {
        if (isGeneric()) {
          step();
          slots.value[arg] = slots.inFrame[arg] = constant(null);
        } else {
          add(Op.CHECK_BOUND, null, slots.value[arg]);
          slots.value[arg] = constant(null);
        }
      }
      case LOAD_CONST -> push(constant(code.consts[arg]));
      case LOAD_SMALL_INT -> push(constant(Py.box(instructions[at] >> 8)));
      case PUSH_NULL -> push(constant(null));
      case POP_TOP, END_FOR, POP_ITER -> pop();
      case COPY -> push(top(arg));
      case SWAP -> {
        Node t = top(1);
        slots.value[slots.sp - 1] = top(arg);
        slots.value[slots.sp - arg] = t;
      }
      case CHECK_ARGS -> {
        step();
        // it may have put other values in the places of arguments
        for (int i = 0; i < code.code.argCount + code.code.kwOnlyArgCount; i++) {
          slots.value[i] = slots.inFrame[i] = add(Op.LOAD_FRAME, i);
        }
      }
      case MAKE_CELL -> slots.value[arg] = add(Op.NEW_CELL, null, slots.value[arg]);
      case COPY_FREE_VARS -> {
        for (int i = 0; i < arg; i++) {
          slots.value[locals - arg + i] = add(Op.FREE_CELL, i);
        }
      }
      case LOAD_DEREF -> {
        if (isGeneric()) {
          step();
        } else {
          push(add(Op.LOAD_CELL, null, slots.value[arg]));
        }
      }
      case STORE_DEREF -> add(Op.STORE_CELL, null, slots.value[arg], pop());
      case LOAD_GLOBAL -> loadGlobal(form, arg);
      case LOAD_ATTR -> loadAttribute(form, arg);
      case STORE_ATTR -> storeAttribute(form);
      case LOAD_SUPER_ATTR -> orStep(loadSuper(arg));
      case LOAD_SPECIAL -> orStep(loadSpecial());
      case BINARY_OP -> binary(form, arg);
      case COMPARE_OP -> compare(form, arg);
      case STORE_SUBSCR -> orStep(operators.storeItem());
      case DELETE_SUBSCR -> orStep(operators.deleteItem());
      case BINARY_SLICE -> orStep(operators.slice());
      case STORE_SLICE -> operators.storeSlice();
      case BUILD_SLICE -> put(arg, Op.NEW_SLICE, null, top(arg), top(arg - 1), arg == 3 ? top(1) : constant(Py.None));
      case MATCH_SEQUENCE -> pushRaw(add(Op.MATCH_SEQUENCE, null, top(1)));
      case MATCH_MAPPING -> pushRaw(add(Op.MATCH_MAPPING, null, top(1)));
      case CONTAINS_OP -> orStep(operators.contains(arg));
      case TO_BOOL -> operators.toBool();
      case UNARY_NOT -> push(add(Op.BOX_BOOL, null, add(Op.NOT, null, condition(pop()))));
      case UNARY_NEGATIVE -> orStep(operators.negate());
      case UNARY_INVERT -> orStep(operators.invert());
      case IS_OP -> operators.is(arg);
      case BUILD_TUPLE -> build(Op.NEW_TUPLE, arg, arg);
      case BUILD_LIST -> build(Op.NEW_LIST, arg, arg);
      case BUILD_SET -> build(Op.NEW_SET, arg, arg);
      case BUILD_MAP -> build(Op.NEW_DICT, 2 * arg, arg);
      case BUILD_STRING -> build(Op.BUILD_STRING, arg, arg);
      case FORMAT_SIMPLE -> orStep(!isHard() && put(1, Op.STR_OF, null, top(1)));
      case LIST_EXTEND -> orStep(!isHard() && put(1, Op.LIST_EXTEND, null, top(1 + arg), top(1)));
      case SET_ADD -> orStep(!isHard() && put(1, Op.SET_ADD, null, top(1 + arg), top(1)));
      case MAP_ADD -> orStep(!isHard() && put(2, Op.MAP_ADD, null, top(2 + arg), top(2), top(1)));
      case GET_LEN -> pushRaw(add(Op.LEN, null, top(1)));
      case GET_ITER -> iterator();
      case STORE_GLOBAL -> {
        if (code.caches[at + 1] instanceof GlobalCache c) {
          put(1, Op.STORE_GLOBAL, c, top(1));
        } else {
          step();
        }
      }
      case LIST_APPEND -> {
        if (isGeneric()) {
          step();
        } else {
          add(Op.LIST_APPEND, null, top(1 + arg), top(1));
          take(1);
        }
      }
      case UNPACK_SEQUENCE -> unpack(arg);
      case CALL -> calls.call(arg);
      case CALL_KW -> calls.callKeywords(arg);
      case JUMP_FORWARD, JUMP_BACKWARD_NO_INTERRUPT -> jump(starts.get(arg));
      case JUMP_BACKWARD -> {
        graph.add(block, Op.POLL, null, state(arg));
        jump(starts.get(arg));
      }
      case POP_JUMP_IF_FALSE -> branch(condition(pop()), starts.get(at + 1), starts.get(arg));
      case POP_JUMP_IF_TRUE -> branch(condition(pop()), starts.get(arg), starts.get(at + 1));
      case POP_JUMP_IF_NONE -> branch(add(Op.IS_NONE, null, pop()), starts.get(arg), starts.get(at + 1));
      case POP_JUMP_IF_NOT_NONE -> branch(add(Op.IS_NONE, null, pop()), starts.get(at + 1), starts.get(arg));
      case FOR_ITER -> forIter(starts.get(at + 1), starts.get(arg + 1));
      case RETURN_VALUE -> returnValue();
      case RAISE_VARARGS, RERAISE -> raise();
      case YIELD_VALUE -> {
        Node v = pop();
        flush();
        add(Op.YIELD, site(), v);
        end();
      }
      case SEND -> send(starts.get(at + 1), starts.get(arg));
      case END_SEND -> {
        Node v = pop();
        pop();
        push(v);
      }
      case PUSH_EXC_INFO -> {
        Node e = pop();
        push(add(Op.PUSH_HANDLED, null, e));
        push(e);
      }
      case POP_EXCEPT -> add(Op.POP_HANDLED, null, pop());
      case CHECK_EXC_MATCH -> {
        if (isHard()) {
          step();
        } else {
          Node matches = add(Op.EXCEPTION_MATCHES, null, top(2), top(1));
          replaceTop(add(Op.BOX_BOOL, null, matches));
        }
      }
      default -> orStep(op >= Opcode.FIRST_STATIC && statics.instruction(op, arg, code.caches[at + 1]));
    }
  }

  private void loadGlobal(int form, int arg) throws NotCompilable {
    Object cache = code.caches[at + 1];
    if (form == LOAD_GLOBAL_MODULE && cache instanceof GlobalCache c) {
      pushGlobal(Op.GLOBAL, c, Operations.global(globals, c));
    } else if (form == LOAD_GLOBAL_BUILTIN && cache instanceof BuiltinCache c) {
      pushGlobal(Op.BUILTIN, c, Operations.builtin(globals, builtins, c));
    } else {
      step();
      return;
    }
    Arrays.fill(slots.inFrame, slots.sp - 1, slots.inFrame.length, null);
    if ((arg & 1) != 0) {
      push(constant(null));
    }
  }

  /** Functions and classes are taken for constants: one guard here instead of one more at each call. */
  private void pushGlobal(Op op, Object cache, Object known) {
    if (!isGeneric() && (known instanceof PyFunction || known instanceof PyBuiltinFunction || known instanceof PyType)) {
      checkOnce(Op.CHECK_GLOBAL, new KnownGlobal(op, cache, known), cache instanceof GlobalCache g
          ? List.of(g.keys, g.entry)
          : List.of(((BuiltinCache) cache).globalsKeys, ((BuiltinCache) cache).builtinsKeys, ((BuiltinCache) cache).entry));
      push(constant(known));
    } else {
      push(add(op, cache));
    }
  }

  private void loadAttribute(int form, int arg) throws NotCompilable {
    Object cache = code.caches[at + 1];
    if (!isGeneric() && form == LOAD_ATTR_SLOT && cache instanceof AttributeCache) {
      Node v = add(Op.LOAD_SLOT, cache, top(1));
      take(1);
      push(v);
      if ((arg & 1) != 0) {
        push(constant(null));
      }
    } else if (form == LOAD_ATTR_METHOD && cache instanceof MethodCache m && (isGeneric() || m.previous != null)) {
      Node o = top(1);
      Node method = add(Op.LOAD_METHOD, m, o);
      take(1);
      push(method);
      push(o);
    } else if (form == LOAD_ATTR_METHOD && cache instanceof MethodCache m) {
      Node o = top(1);
      add(Op.CHECK_METHOD, m, o);
      pop();
      push(constant(m.value));
      push(o);
    } else if (!isGeneric() && form == LOAD_ATTR_OTHER && cache instanceof ClassAttributeCache c && !(c.value instanceof PyProperty)) {
      add(Op.CHECK_CLASS_ATTRIBUTE, c, top(1));
      pop();
      push(constant(c.value));
      if ((arg & 1) != 0) {
        push(constant(c.self));
      }
    } else if (form == LOAD_ATTR_OTHER && cache instanceof DescriptorCache d) {
      routine("described", d, arg & 1, 1);
      if ((arg & 1) != 0) {
        push(constant(null));
      }
    } else if (!isGeneric() && form == LOAD_ATTR_OTHER && cache instanceof ClassAttributeCache c && c.getter() instanceof PyFunction getter) {
      Node o = top(1);
      add(Op.CHECK_PROPERTY, c, o);
      if (!calls.callKnown(constant(getter), getter, new Node[] {o}, null, slots.sp - 1)) {
        step();
      }
    } else if (form == LOAD_ATTR_OTHER && cache instanceof GlobalCache c) {
      put(1, Op.MODULE_ATTRIBUTE, c, top(1));
      if ((arg & 1) != 0) {
        push(constant(null));
      }
    } else {
      step();
    }
  }

  /** LOAD_SUPER_ATTR: super, class, self. */
  private boolean loadSuper(int arg) {
    Node self = top(1);
    Node cls = top(2);
    boolean plain = (arg & 1) != 0 && top(3).op == Op.CONST && top(3).aux == PySuper.TYPE;
    if (!plain || isGeneric() || !(code.caches[at + 1] instanceof TypeCache c) || !c.isSame()) {
      return false;
    }
    calls.checkSame(cls, c.owner);
    add(Op.CHECK_KNOWN_TYPE, c, self);
    take(3);
    push(constant(c.value));
    push(self);
    return true;
  }

  /** LOAD_SPECIAL. */
  private boolean loadSpecial() {
    Node o = top(1);
    if (isGeneric() || !(code.caches[at + 1] instanceof TypeCache c) || !c.isSame()) {
      return false;
    }
    add(Op.CHECK_KNOWN_TYPE, c, o);
    take(1);
    push(constant(c.value));
    push(o);
    return true;
  }

  private void storeAttribute(int form) throws NotCompilable {
    if (!isGeneric() && form == STORE_ATTR_SLOT && code.caches[at + 1] instanceof AttributeCache c) {
      add(c.next == null ? Op.STORE_SLOT : Op.ADD_SLOT, c, top(1), top(2));
      take(2);
    } else {
      step();
    }
  }

  private void binary(int form, int arg) throws NotCompilable {
    Node a = top(2);
    Node b = top(1);
    Node r = isGeneric() ? null : switch (form) {
      case BINARY_OP_ADD_INT -> longs(Op.ADD_LONG, a, b);
      case BINARY_OP_SUBTRACT_INT -> longs(Op.SUBTRACT_LONG, a, b);
      case BINARY_OP_INT -> switch (operator(arg)) {
        case BinaryOp.NB_MULTIPLY -> longs(Op.MULTIPLY_LONG, a, b);
        case BinaryOp.NB_AND -> longs(Op.AND_LONG, a, b);
        case BinaryOp.NB_OR -> longs(Op.OR_LONG, a, b);
        case BinaryOp.NB_XOR -> longs(Op.XOR_LONG, a, b);
        case BinaryOp.NB_RSHIFT -> longs(Op.RSHIFT_LONG, a, b);
        case BinaryOp.NB_REMAINDER -> longs(Op.REMAINDER_LONG, a, b);
        case BinaryOp.NB_FLOOR_DIVIDE -> longs(Op.FLOOR_DIVIDE_LONG, a, b);
        default -> null;
      };
      case BINARY_OP_ADD_FLOAT -> doubles(Op.ADD_DOUBLE, a, b);
      case BINARY_OP_SUBTRACT_FLOAT -> doubles(Op.SUBTRACT_DOUBLE, a, b);
      case BINARY_OP_MULTIPLY_FLOAT -> doubles(Op.MULTIPLY_DOUBLE, a, b);
      case BINARY_OP_SUBSCR_LIST_INT -> add(Op.LIST_ITEM, null, a, asLong(b));
      case BINARY_OP_SUBSCR_TUPLE_INT -> add(Op.TUPLE_ITEM, null, a, asLong(b));
      default -> null;
    };
    if (r == null) {
      orStep(operators.binary(arg));
      return;
    }
    take(2);
    push(r);
  }

  static int operator(int arg) {
    return arg < Special.REFLECTED ? arg : arg - Special.REFLECTED;
  }

  private Node longs(Op op, Node a, Node b) {
    return add(Op.BOX_LONG, null, add(op, null, asLong(a), asLong(b)));
  }

  /** Null if neither operand is surely a float: the caches are of other calls than those that are inlined here. */
  private Node doubles(Op op, Node a, Node b) {
    Operands seen = code.caches[at + 1] instanceof Operands o ? o : null;
    Class<?> left = seen == null ? null : seen.left;
    Class<?> right = seen == null ? null : seen.right;
    return isFloat(a, left) || isFloat(b, right) ? add(Op.BOX_DOUBLE, null, add(op, null, asDouble(a, left), asDouble(b, right))) : null;
  }

  /** Whether {@link #asDouble} gives a float that was one. */
  private static boolean isFloat(Node n, Class<?> kind) {
    return isDouble(n) || !isLong(n) && kind != Long.class && kind != Number.class;
  }

  private void compare(int form, int arg) throws NotCompilable {
    orStep(operators.compare(form, arg));
  }

  private void orStep(boolean done) throws NotCompilable {
    if (!done) {
      step();
    }
  }

  /** A new object of the operands. */
  private void build(Op op, int operands, int arg) throws NotCompilable {
    if (arg > MAX_ITEMS) {
      step();
    } else {
      put(operands, op, null, Arrays.copyOfRange(slots.value, slots.sp - operands, slots.sp));
    }
  }

  private void iterator() throws NotCompilable {
    Node o = top(1);
    if (o.op == Op.NEW_RANGE) {
      put(1, Op.RANGE_ITERATOR, null, o.inputs.clone());
    } else if (code.caches[at + 1] instanceof Class<?> c && PyIterator.class.isAssignableFrom(c) && c != PyGenerator.class) {
      put(1, Op.ITERATOR, null, o);
    } else {
      step();
    }
  }

  private void unpack(int count) throws NotCompilable {
    if (isGeneric()) {
      step();
      return;
    }
    Node t = top(1);
    if (t.op == Op.NEW_TUPLE && t.inputs.length == count) {
      pop();
      for (int i = count - 1; i >= 0; i--) {
        push(t.input(i));
      }
      return;
    }
    add(Op.CHECK_TUPLE, count, t);
    Node[] items = new Node[count];
    for (int i = 0; i < count; i++) {
      items[i] = add(Op.TUPLE_ITEM, null, t, add(Op.LONG_CONST, (long) i));
    }
    pop();
    for (int i = count - 1; i >= 0; i--) {
      push(items[i]);
    }
  }

  private void returnValue() {
    Node v = pop();
    if (activation.caller() != null) {
      inliner.returned(v);
      return;
    }
    if (graph.typed != null) {
      v = statics.raw(v, graph.typed.signature.result());
    }
    add(Op.RETURN, null, v);
    end();
  }

  private void send(Block yielded, Block ended) {
    Node receiver = top(2);
    Node value = top(1);
    flush();
    Site site = site();
    Node v = add(Op.SEND, site, receiver, value);
    Block result = graph.block(-1);
    Block more = graph.block(-1);
    branch(add(Op.IS_NULL, null, v), result, more);
    enter(result);
    replaceTop(add(Op.SENT, site));
    jump(ended);
    enter(more);
    replaceTop(v);
    jump(yielded);
  }

  void replaceTop(Node n) {
    take(1);
    push(n);
  }

  private void forIter(Block body, Block after) {
    Node it = top(1);
    Class<?> kind = isGeneric() ? Object.class : iteratorClass();
    Block taken = graph.block(-1);
    if (kind == PyRangeIterator.class) {
      add(Op.CHECK_CLASS, kind, it);
      branch(add(Op.RANGE_HAS_NEXT, null, it), taken, after);
      enter(taken);
      push(add(Op.BOX_LONG, null, add(Op.RANGE_NEXT, null, it)));
    } else {
      Op pairs = nextUnpacksTwo() ? pairs(kind) : null;
      if (pairs != null) {
        forPair(kind, pairs, it, body, after, taken);
        return;
      }
      Node v;
      if (kind == PyListIterator.class) {
        add(Op.CHECK_CLASS, kind, it);
        v = add(Op.LIST_NEXT, null, it);
      } else if (QUICK.contains(kind)) {
        add(Op.CHECK_CLASS, kind, it);
        v = add(Op.QUICK_NEXT, kind, it);
      } else {
        flush();
        v = add(Op.ITERATOR_NEXT, site(), it);
      }
      branch(add(Op.IS_NULL, null, v), after, taken);
      enter(taken);
      push(v);
    }
    jump(body);
  }

  private boolean nextUnpacksTwo() {
    return opcode(at + 1) == UNPACK_SEQUENCE && instructions[at + 1] >>> 8 == 2;
  }

  /** The operation for the next pair of an iterator, or null. */
  private static Op pairs(Class<?> iterator) {
    return iterator == PyEnumerate.class ? Op.ENUMERATE_ITEM
        : iterator == PyZip.class ? Op.ZIP_FIRST
        : iterator == PyDictIterator.class ? Op.DICT_KEY
        : null;
  }

  /** FOR_ITER whose item is unpacked at once: a tuple of it is only made if somebody sees it. */
  private void forPair(Class<?> kind, Op op, Node it, Block body, Block after, Block taken) {
    add(Op.CHECK_CLASS, kind, it);
    Node one = add(op, null, it);
    branch(add(Op.IS_NULL, null, one), after, taken);
    enter(taken);
    push(switch (op) {
      case ENUMERATE_ITEM -> add(Op.NEW_TUPLE, null, add(Op.BOX_LONG, null, add(Op.ENUMERATE_COUNT, null, it)), one);
      case ZIP_FIRST -> add(Op.NEW_TUPLE, null, one, add(Op.ZIP_SECOND, null, it));
      default -> add(Op.NEW_TUPLE, null, one, add(Op.DICT_VALUE, null, it));
    });
    jump(body);
  }

  /** Goes on in a block where several ways meet that are all built. */
  void meet(Block b) throws NotCompilable {
    graph.blocks.add(b);
    slots = merged(b);
    block = b;
  }

  /** Goes on in a block that only the one before leads to. */
  void enter(Block b) {
    graph.blocks.add(b);
    slots = ends.get(b.predecessors.getFirst()).copy();
    block = b;
  }

  /** What the GET_ITER of this loop has seen: the class of its iterators, or Object; a generator expression is passed its first iterator. */
  private Class<?> iteratorClass() {
    for (int i = at - 1; i >= Math.max(0, at - 8); i--) {
      if (opcode(i) == GET_ITER) {
        return code.caches[i + 1] instanceof Class<?> c ? c : Object.class;
      }
    }
    return passed;
  }
}
