package dev.tuff.jit;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.BinaryOp;
import dev.tuff.compiler.Code;
import dev.tuff.compiler.Opcode;
import dev.tuff.engine.container.PyListIterator;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.function.PyMethodDescr;
import dev.tuff.engine.interp.AttributeCache;
import dev.tuff.engine.interp.BuiltinCache;
import dev.tuff.engine.interp.GlobalCache;
import dev.tuff.engine.interp.MethodCache;
import dev.tuff.engine.interp.Operands;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Callee;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
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

  private Node add(Op op, Object aux, Node... inputs) {
    return graph.add(block, op, aux, op.guard ? state(at) : null, inputs);
  }

  private State state(int instruction) {
    Node[] s = new Node[slots.sp];
    for (int i = 0; i < s.length; i++) {
      s[i] = slots.inFrame[i] == slots.value[i] ? null : slots.value[i];
    }
    return new State(instruction, instructions[instruction] & 0xFF, s);
  }

  private void push(Node n) {
    slots.value[slots.sp] = n;
    slots.sp++;
  }

  private Node pop() {
    return slots.value[--slots.sp];
  }

  /** Takes operands of an instruction that the interpreter may have done: it has changed their places. */
  private void take(int count) {
    slots.sp -= count;
    Arrays.fill(slots.inFrame, slots.sp, slots.inFrame.length, null);
  }

  private Node top(int depth) {
    return slots.value[slots.sp - depth];
  }

  private Node constant(Object value) {
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

  private Node asLong(Node n) {
    if (n.op == Op.BOX_LONG) {
      return n.input(0);
    }
    if (n.op == Op.CONST && n.aux instanceof Long) {
      return add(Op.LONG_CONST, n.aux);
    }
    return add(Op.UNBOX_LONG, null, n);
  }

  /** A float, or an int as a float; {@code kind}: what the operand has been so far. */
  private Node asDouble(Node n, Class<?> kind) {
    if (n.op == Op.BOX_DOUBLE) {
      return n.input(0);
    }
    if (n.op == Op.CONST && n.aux instanceof Double) {
      return add(Op.DOUBLE_CONST, n.aux);
    }
    return isLong(n) || kind == Long.class ? add(Op.LONG_TO_DOUBLE, null, asLong(n)) : add(Op.UNBOX_DOUBLE, null, n);
  }

  private static boolean isLong(Node n) {
    return n.op == Op.BOX_LONG || n.op == Op.CONST && n.aux instanceof Long;
  }

  private static boolean isDouble(Node n) {
    return n.op == Op.BOX_DOUBLE || n.op == Op.CONST && n.aux instanceof Double;
  }

  /** What a branch tests: the value is a bool. */
  private Node condition(Node n) {
    return n.op == Op.BOX_BOOL ? n.input(0) : add(Op.IS_TRUE, null, n);
  }

  private boolean isGeneric() {
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
      case LOAD_DEREF -> push(add(Op.LOAD_CELL, null, slots.value[arg]));
      case STORE_DEREF -> add(Op.STORE_CELL, null, slots.value[arg], pop());
      case LOAD_GLOBAL -> loadGlobal(form, arg);
      case LOAD_ATTR -> loadAttribute(form, arg);
      case STORE_ATTR -> storeAttribute(form);
      case BINARY_OP -> binary(form, arg);
      case COMPARE_OP -> compare(form, arg);
      case STORE_SUBSCR -> storeItem();
      case TO_BOOL -> toBool();
      case UNARY_NOT -> push(add(Op.BOX_BOOL, null, add(Op.NOT, null, condition(pop()))));
      case UNARY_NEGATIVE -> negate();
      case IS_OP -> is(arg);
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
      case BINARY_OP_NUMBERS -> numbers(operator(arg), a, b);
      case BINARY_OP_SUBSCR_LIST_INT -> add(Op.LIST_ITEM, null, a, asLong(b));
      case BINARY_OP_SUBSCR_TUPLE_INT -> add(Op.TUPLE_ITEM, null, a, asLong(b));
      default -> null;
    };
    if (r == null) {
      step();
      return;
    }
    take(2);
    push(r);
  }

  private static int operator(int arg) {
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

  /** Ints and floats mixed, or a division of floats. */
  private Node numbers(int operator, Node a, Node b) {
    if (!(code.caches[at + 1] instanceof Operands seen) || seen.left != Double.class && seen.right != Double.class) {
      return null;
    }
    return switch (operator) {
      case BinaryOp.NB_ADD -> doubles(Op.ADD_DOUBLE, a, b);
      case BinaryOp.NB_SUBTRACT -> doubles(Op.SUBTRACT_DOUBLE, a, b);
      case BinaryOp.NB_MULTIPLY -> doubles(Op.MULTIPLY_DOUBLE, a, b);
      case BinaryOp.NB_TRUE_DIVIDE -> doubles(Op.DIVIDE_DOUBLE, a, b);
      default -> null;
    };
  }

  private void compare(int form, int arg) throws NotCompilable {
    if (form != COMPARE_OP_INT || isGeneric()) {
      step();
      return;
    }
    Node a = top(2);
    Node b = top(1);
    boolean floats = isDouble(a) || isDouble(b) || code.caches[at + 1] instanceof Operands seen && seen.left == Double.class;
    Node r = floats
        ? add(Op.COMPARE_DOUBLE, arg & 15, asDouble(a, null), asDouble(b, null))
        : add(Op.COMPARE_LONG, arg & 15, asLong(a), asLong(b));
    pop();
    pop();
    push(add(Op.BOX_BOOL, null, r));
  }

  private void storeItem() throws NotCompilable {
    Node key = top(1);
    if (isGeneric() || !isLong(key) && key.op != Op.PHI) {
      step();
      return;
    }
    add(Op.STORE_LIST_ITEM, null, top(2), asLong(key), top(3));
    take(3);
  }

  private void toBool() throws NotCompilable {
    Node v = top(1);
    if (v.op == Op.BOX_BOOL) {
      return;
    }
    if (isLong(v)) {
      pop();
      // all outcomes but equal
      push(add(Op.BOX_BOOL, null, add(Op.COMPARE_LONG, 7, asLong(v), add(Op.LONG_CONST, 0L))));
      return;
    }
    step();
  }

  private void negate() throws NotCompilable {
    Node v = top(1);
    if (isLong(v)) {
      Node r = add(Op.SUBTRACT_LONG, null, add(Op.LONG_CONST, 0L), asLong(v));
      pop();
      push(add(Op.BOX_LONG, null, r));
    } else if (isDouble(v)) {
      pop();
      push(doubles(Op.MULTIPLY_DOUBLE, v, constant(-1.0)));
    } else {
      step();
    }
  }

  private void is(int inverted) throws NotCompilable {
    Node other = top(1).op == Op.CONST && top(1).aux == Py.None ? top(2) : top(2).op == Op.CONST && top(2).aux == Py.None ? top(1) : null;
    if (other == null) {
      step();
      return;
    }
    Node r = add(Op.IS_NONE, null, other);
    pop();
    pop();
    push(add(Op.BOX_BOOL, null, inverted != 0 ? add(Op.NOT, null, r) : r));
  }

  private void unpack(int count) throws NotCompilable {
    if (isGeneric()) {
      step();
      return;
    }
    Node t = top(1);
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

  /** What a global or builtin is now; null for other values. */
  private Object global(Node n) {
    return switch (n.op) {
      case GLOBAL -> Operations.global(frame, (GlobalCache) n.aux);
      case BUILTIN -> Operations.builtin(frame, (BuiltinCache) n.aux);
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
      Node v;
      if (kind == PyListIterator.class) {
        add(Op.CHECK_CLASS, kind, it);
        v = add(Op.LIST_NEXT, null, it);
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
