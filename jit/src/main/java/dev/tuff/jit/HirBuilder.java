package dev.tuff.jit;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.compiler.Code;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.bytes.PyBytesIterator;
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
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.function.PyProperty;
import dev.tuff.engine.interp.AttributeCache;
import dev.tuff.engine.interp.BuiltinCache;
import dev.tuff.engine.interp.ClassAttributeCache;
import dev.tuff.engine.interp.GlobalCache;
import dev.tuff.engine.interp.MethodCache;
import dev.tuff.engine.interp.Operands;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.PyGenerator;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.engine.iter.PyEnumerate;
import dev.tuff.engine.iter.PyZip;
import dev.tuff.engine.text.StrIterator;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Callee;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.hir.State;
import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;

/**
 * From instructions and their caches to HIR. The frame's slots are followed as values; what the interpreter does for compiled code (STEP)
 * works on the frame itself, which is therefore brought up to date before. Exception handlers are not compiled: an exception finds the frame
 * up to date, and the interpreter goes on.
 */
final class HirBuilder {
  /** Displays of more items are the interpreter's. */
  private static final int MAX_ITEMS = 64;

  /** Iterators that {@code QUICK_NEXT} asks. */
  private static final java.util.Set<Class<?>> QUICK = java.util.Set.of(PyTupleIterator.class, StrIterator.class, PyBytesIterator.class,
      PySetIterator.class, PyDictIterator.class, PyEnumerate.class, PyZip.class);

  private final PyFrame frame;
  private final PyCode code;
  private final int[] instructions;
  private final Graph graph;
  private final int entry;
  private final int entrySp;
  private final int locals;

  /** Locals that some instruction changes. */
  private final BitSet changing = new BitSet();
  private final TreeMap<Integer, Block> starts = new TreeMap<>();
  private final java.util.Map<Block, Slots> ends = new java.util.HashMap<>();

  /** What the slots hold, and which of the values the frame itself has too. */
  private static final class Slots {
    final Node[] value;
    final Node[] inFrame;
    int sp;

    Slots(int size) {
      value = new Node[size];
      inFrame = new Node[size];
    }

    Slots copy() {
      Slots c = new Slots(value.length);
      System.arraycopy(value, 0, c.value, 0, value.length);
      System.arraycopy(inFrame, 0, c.inFrame, 0, value.length);
      c.sp = sp;
      return c;
    }
  }

  private Block block;
  private Slots slots;
  private int at;
  private final Operators operators = new Operators(this);
  private final BuiltinCalls builtinCalls = new BuiltinCalls(this);

  private HirBuilder(PyFrame frame, int entry) {
    this.frame = frame;
    code = frame.code;
    instructions = code.instructions.clone();
    for (int i = 0; i < instructions.length; i++) {
      instructions[i] &= Integer.MAX_VALUE;
    }
    this.entry = entry;
    entrySp = frame.sp;
    locals = code.nfast;
    graph = new Graph(code.code.qualname + "@" + entry);
  }

  static Graph build(PyFrame frame, int entry) throws NotCompilable {
    return new HirBuilder(frame, entry).build();
  }

  private Graph build() throws NotCompilable {
    findBlocks();
    Block first = graph.block(-1);
    graph.blocks.add(first);
    slots = new Slots(code.frameSize);
    slots.sp = entrySp;
    // code that begins with RESUME has no cells; its other locals are unbound
    int parameters = code.code.argCount + code.code.kwOnlyArgCount + Integer.bitCount(code.flags & (Code.CO_VARARGS | Code.CO_VARKEYWORDS));
    State start = new State(entry, instructions[entry] & 0xFF, new Node[entrySp]);
    boolean speculates = !code.speculation().isLost(entry, instructions[entry] & 0xFF);
    for (int i = 0; i < entrySp; i++) {
      boolean unbound = entry == 1 && i >= parameters && frame.fast[i] == null;
      Node n = graph.add(first, unbound ? Op.CONST : Op.SLOT_AT_ENTRY, unbound ? null : i, null);
      // numbers are taken for what the frame at hand has there
      if (speculates && frame.fast[i] instanceof Long) {
        n = graph.add(first, Op.BOX_LONG, null, null, graph.add(first, Op.UNBOX_LONG, null, start, n));
      } else if (speculates && frame.fast[i] instanceof Double) {
        n = graph.add(first, Op.BOX_DOUBLE, null, null, graph.add(first, Op.UNBOX_DOUBLE, null, start, n));
      }
      slots.value[i] = n;
      slots.inFrame[i] = n;
    }
    ends.put(first, slots);
    Block target = starts.get(entry);
    graph.add(first, Op.JUMP, null, null);
    link(first, target);
    for (Block b : order(target)) {
      graph.blocks.add(b);
      fill(b);
    }
    closeLoops();
    return graph;
  }

  // ---- blocks

  private int opcode(int i) {
    return Opcode.parent(Opcode.opcode(instructions[i]));
  }

  /** The instructions after which the one at {@code i} may go on; for a branch, the one of a true condition first. */
  private int[] next(int i) throws NotCompilable {
    int arg = instructions[i] >>> 8;
    return switch (opcode(i)) {
      case JUMP_BACKWARD, JUMP_FORWARD, JUMP_BACKWARD_NO_INTERRUPT -> new int[] {arg};
      case POP_JUMP_IF_FALSE, POP_JUMP_IF_NOT_NONE -> new int[] {i + 1, arg};
      case POP_JUMP_IF_TRUE, POP_JUMP_IF_NONE -> new int[] {arg, i + 1};
      case FOR_ITER -> new int[] {i + 1, arg + 1};
      case RETURN_VALUE, RAISE_VARARGS -> new int[0];
      case RERAISE, SEND, YIELD_VALUE, RETURN_GENERATOR -> throw new NotCompilable(Opcode.name(opcode(i)));
      default -> new int[] {i + 1};
    };
  }

  private void findBlocks() throws NotCompilable {
    BitSet seen = new BitSet();
    BitSet leaders = new BitSet();
    java.util.ArrayDeque<Integer> work = new java.util.ArrayDeque<>();
    work.add(entry);
    leaders.set(entry);
    while (!work.isEmpty()) {
      int i = work.pop();
      if (seen.get(i)) {
        leaders.set(i);
        continue;
      }
      seen.set(i);
      noteChanges(i);
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
  private int last(int start) throws NotCompilable {
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
  private java.util.List<Block> order(Block from) throws NotCompilable {
    java.util.LinkedList<Block> order = new java.util.LinkedList<>();
    visit(from, order, new java.util.HashSet<>(), new java.util.HashSet<>());
    return order;
  }

  private void visit(Block b, java.util.LinkedList<Block> order, java.util.Set<Block> seen, java.util.Set<Block> open) throws NotCompilable {
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

  private static void link(Block from, Block... to) {
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

  private Slots merged(Block b) throws NotCompilable {
    Slots m = ends.get(b.predecessors.getFirst()).copy();
    // above the stack, each way has left something else in the frame
    Arrays.fill(m.inFrame, m.sp, m.inFrame.length, null);
    for (Block p : b.predecessors) {
      if (ends.get(p).sp != m.sp) {
        throw new NotCompilable("ways that meet with different stacks");
      }
    }
    for (int i = 0; i < m.sp; i++) {
      Node phi = null;
      boolean kept = true;
      for (int k = 0; k < b.predecessors.size(); k++) {
        Slots p = ends.get(b.predecessors.get(k));
        kept &= p.inFrame[i] != null && p.inFrame[i] == p.value[i];
        if (phi == null && p.value[i] != m.value[i]) {
          phi = graph.phi(b);
        }
        if (p.inFrame[i] != m.inFrame[i]) {
          m.inFrame[i] = null;
        }
      }
      if (phi != null) {
        for (int k = 0; k < b.predecessors.size(); k++) {
          phi.inputs[k] = ends.get(b.predecessors.get(k)).value[i];
        }
        m.value[i] = phi;
        m.inFrame[i] = kept ? phi : null;
      }
    }
    return m;
  }

  /** At the head of a loop, whatever may change has a phi; its inputs are known when the loop is built. */
  private Slots atLoop(Block b) {
    Slots m = ends.get(b.predecessors.getFirst()).copy();
    // above the stack, each way has left something else in the frame
    Arrays.fill(m.inFrame, m.sp, m.inFrame.length, null);
    for (int i = 0; i < m.sp; i++) {
      if (i >= locals || changing.get(i)) {
        Node phi = graph.make(b, Op.PHI, i, null);
        b.phis.add(phi);
        m.value[i] = phi;
        m.inFrame[i] = null;
      }
    }
    return m;
  }

  private void closeLoops() throws NotCompilable {
    for (Block b : graph.blocks) {
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
    return graph.add(block, op, aux, op.guard ? state(at) : null, inputs);
  }

  private State state(int instruction) {
    Node[] s = new Node[slots.sp];
    for (int i = 0; i < s.length; i++) {
      s[i] = slots.inFrame[i] == slots.value[i] ? null : slots.value[i];
    }
    return new State(instruction, instructions[instruction] & 0xFF, s);
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

  /** Puts an operation in the place of the instruction, which takes so many operands; its value, if it has one, is the result. */
  void put(int operands, Op op, Object aux, Node... inputs) {
    Node n = add(op, aux, inputs);
    take(operands);
    if (op.rep != Rep.VOID) {
      pushRaw(n);
    }
  }

  /** Pushes a value as an object. */
  void pushRaw(Node n) {
    push(switch (n.rep) {
      case LONG -> add(Op.BOX_LONG, null, n);
      case DOUBLE -> add(Op.BOX_DOUBLE, null, n);
      case BOOL -> add(Op.BOX_BOOL, null, n);
      default -> n;
    });
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

  private void jump(Block to) {
    add(Op.JUMP, null);
    link(block, to);
    end();
  }

  private void branch(Node condition, Block yes, Block no) {
    add(Op.BRANCH, null, condition);
    link(block, yes, no);
    end();
  }

  private void end() {
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

  boolean isGeneric() {
    return code.speculation().isLost(at, instructions[at] & 0xFF);
  }

  /** Brings the frame up to date. */
  private void flush() {
    flush(slots.sp);
  }

  private void flush(int height) {
    for (int i = 0; i < height; i++) {
      if (slots.inFrame[i] == null || slots.inFrame[i] != slots.value[i]) {
        add(Op.STORE_FRAME, i, slots.value[i]);
        slots.inFrame[i] = slots.value[i];
      }
    }
  }

  /** The interpreter does the instruction. */
  private void step() throws NotCompilable {
    int op = opcode(at);
    int arg = instructions[at] >>> 8;
    int pops = StackUse.pops(op, arg);
    if (pops < 0) {
      throw new NotCompilable(Opcode.name(op));
    }
    flush();
    add(Op.STEP, new int[] {at, slots.sp});
    int sp = slots.sp + Opcode.stackEffect(op, arg);
    slots.sp -= pops;
    Arrays.fill(slots.inFrame, slots.sp, slots.inFrame.length, null);
    while (slots.sp < sp) {
      Node n = add(Op.LOAD_FRAME, slots.sp);
      slots.inFrame[slots.sp] = n;
      push(n);
    }
  }

  // ---- instructions

  private void instruction() throws NotCompilable {
    int form = instructions[at] & 0xFF;
    int op = opcode(at);
    int arg = instructions[at] >>> 8;
    switch (op) {
      case NOP, NOT_TAKEN, RESUME -> {}
      case LOAD_FAST -> push(slots.value[arg]);
      case LOAD_FAST_CHECK -> {
        add(Op.CHECK_BOUND, null, slots.value[arg]);
        push(slots.value[arg]);
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
        add(Op.CHECK_BOUND, null, slots.value[arg]);
        slots.value[arg] = constant(null);
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
      case MAKE_CELL -> slots.value[arg] = add(Op.NEW_CELL, null, slots.value[arg]);
      case COPY_FREE_VARS -> {
        for (int i = 0; i < arg; i++) {
          slots.value[locals - arg + i] = add(Op.FREE_CELL, i);
        }
      }
      case LOAD_DEREF -> push(add(Op.LOAD_CELL, null, slots.value[arg]));
      case STORE_DEREF -> add(Op.STORE_CELL, null, slots.value[arg], pop());
      case LOAD_GLOBAL -> loadGlobal(form, arg);
      case LOAD_ATTR -> loadAttribute(form, arg);
      case STORE_ATTR -> storeAttribute(form);
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
      case FORMAT_SIMPLE -> put(1, Op.STR_OF, null, top(1));
      case LIST_EXTEND -> put(1, Op.LIST_EXTEND, null, top(1 + arg), top(1));
      case SET_ADD -> put(1, Op.SET_ADD, null, top(1 + arg), top(1));
      case MAP_ADD -> put(2, Op.MAP_ADD, null, top(2 + arg), top(2), top(1));
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
      case CALL -> call(arg);
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
      case RETURN_VALUE -> {
        add(Op.RETURN, null, pop());
        end();
      }
      case RAISE_VARARGS -> {
        add(Op.LEAVE, null);
        end();
      }
      default -> step();
    }
  }

  private void loadGlobal(int form, int arg) throws NotCompilable {
    Object cache = code.caches[at + 1];
    if (!isGeneric() && form == LOAD_GLOBAL_MODULE && cache instanceof GlobalCache) {
      push(add(Op.GLOBAL, cache));
    } else if (!isGeneric() && form == LOAD_GLOBAL_BUILTIN && cache instanceof BuiltinCache) {
      push(add(Op.BUILTIN, cache));
    } else {
      step();
      return;
    }
    Arrays.fill(slots.inFrame, slots.sp - 1, slots.inFrame.length, null);
    if ((arg & 1) != 0) {
      push(constant(null));
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
    } else if (!isGeneric() && form == LOAD_ATTR_METHOD && cache instanceof MethodCache m) {
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
        push(constant(null));
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

  private Node doubles(Op op, Node a, Node b) {
    Operands seen = code.caches[at + 1] instanceof Operands o ? o : null;
    return add(Op.BOX_DOUBLE, null,
        add(op, null, asDouble(a, seen == null ? null : seen.left), asDouble(b, seen == null ? null : seen.right)));
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

  /** A call of what is known, or has been the same so far. */
  private void call(int count) throws NotCompilable {
    Node callee = top(count + 2);
    Node self = top(count + 1);
    boolean hasSelf = self.op != Op.CONST || self.aux != null;
    Object known = isGeneric() ? null : callee.op == Op.CONST ? callee.aux : global(callee);
    int arguments = count + (hasSelf ? 1 : 0);
    if (known != null && !(known instanceof PyFunction) && callBuiltin(callee, known, count, hasSelf)) {
      return;
    }
    boolean plain = known instanceof PyFunction fn && Tiers.isPlain(fn, arguments);
    boolean other = known instanceof PyBuiltinFunction || known instanceof PyMethodDescr || known instanceof PyType;
    if (!plain && !(other && arguments <= 4) || hasSelf && callee.op != Op.CONST) {
      step();
      return;
    }
    if (callee.op != Op.CONST) {
      add(Op.CHECK_SAME, known, callee);
    }
    int height = slots.sp - count - 2;
    flush(height);
    Node[] operands = Arrays.copyOfRange(slots.value, hasSelf ? height + 1 : height + 2, slots.sp);
    boolean instance = known instanceof PyType type && type.plainInit() != null;
    Node r = add(plain ? Op.CALL_FUNCTION : instance ? Op.CALL_CLASS : Op.CALL_OBJECT, new Callee(known, at, height), operands);
    slots.sp = height;
    push(r);
    // tools may look on since the call
    graph.add(block, Op.POLL, null, state(at + 1));
  }

  private boolean callBuiltin(Node callee, Object known, int count, boolean hasSelf) {
    if (callee.op == Op.CONST) {
      return builtinCalls.call(known, count, hasSelf);
    }
    if (hasSelf || !BuiltinCalls.knows(known, count)) {
      return false;
    }
    add(Op.CHECK_SAME, known, callee);
    return builtinCalls.call(known, count, false);
  }

  /** What a global or builtin is now; null for other values. */
  private Object global(Node n) {
    return switch (n.op) {
      case GLOBAL -> Operations.global(frame, (GlobalCache) n.aux);
      case BUILTIN -> Operations.builtin(frame, (BuiltinCache) n.aux);
      case MODULE_ATTRIBUTE -> CallOperations.moduleAttribute(global(n.input(0)), (GlobalCache) n.aux);
      default -> null;
    };
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
        v = add(Op.ITERATOR_NEXT, new int[] {at, slots.sp}, it);
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

  /** Goes on in a block that only the one before leads to. */
  private void enter(Block b) {
    graph.blocks.add(b);
    slots = ends.get(b.predecessors.getFirst()).copy();
    block = b;
  }

  /** What the GET_ITER of this loop has seen: the class of its iterators, or Object. */
  private Class<?> iteratorClass() {
    for (int i = at - 1; i >= Math.max(0, at - 8); i--) {
      if (opcode(i) == GET_ITER) {
        return code.caches[i + 1] instanceof Class<?> c ? c : Object.class;
      }
    }
    return Object.class;
  }
}
