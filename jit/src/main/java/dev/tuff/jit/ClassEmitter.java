package dev.tuff.jit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.tuff.compiler.Opcode;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyListIterator;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCell;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.function.PyFunction;
import dev.tuff.engine.interp.BuiltinCache;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.engine.interp.GlobalCache;
import dev.tuff.engine.interp.Polls;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.Routines;
import dev.tuff.engine.interp.Speculation;
import dev.tuff.engine.interp.Tiers;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.interp.TypedEntry;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.jit.hir.Activation;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Field;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.KnownGlobal;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Place;
import dev.tuff.jit.hir.Rep;
import dev.tuff.jit.hir.Routine;
import dev.tuff.jit.hir.Site;
import dev.tuff.jit.hir.State;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From HIR to a hidden class: each value has a local variable of the JVM, ways between blocks copy into the variables of phis, and guards
 * jump to stubs at the end that write the frame's state. Comparisons are done where they are used. HotSpot does the rest.
 */
final class ClassEmitter {
  private static final ClassDesc COMPILED = desc(CompiledCode.class);
  private static final ClassDesc STATE = desc(ThreadState.class);
  private static final ClassDesc FRAME = desc(PyFrame.class);
  private static final ClassDesc INTERPRETER = desc(Interpreter.class);
  private static final ClassDesc TIERS = desc(Tiers.class);
  private static final ClassDesc ROUTINES = desc(Routines.class);
  private static final ClassDesc OPERATIONS = desc(Operations.class);
  private static final ClassDesc ARRAY = CD_Object.arrayType();
  private static final ClassDesc LONG = desc(Long.class);
  private static final ClassDesc DOUBLE = desc(Double.class);
  private static final ClassDesc BOOLEAN = desc(Boolean.class);
  private static final ClassDesc ITERATOR = desc(PyIterator.class);
  private static final ClassDesc RANGE = desc(PyRangeIterator.class);
  private static final ClassDesc CELL = desc(PyCell.class);
  private static final ClassDesc FUNCTION = desc(PyFunction.class);
  private static final ClassDesc DICT = desc(PyDict.class);

  private static final DirectMethodHandleDesc LINK = ConstantDescs.ofCallsiteBootstrap(desc(ClassEmitter.class), "link",
      desc(CallSite.class), CD_int);

  /** HotSpot compiles no method of more bytes. */
  private static final int HOTSPOT_LIMIT = 8_000;

  /** Parameters of the method: this, thread state, frame or null; for calls without a frame, function and arguments. */
  private static final int THREAD = 1;
  private static final int FRAME_AT = 2;
  private static final int FUNCTION_AT = 3;

  private final Graph graph;
  private final PyCode code;
  private final ClassDesc self;
  private final String bodyName;
  private final UnitNames names;
  private int lastLine;
  private final List<Object> constants = new ArrayList<>();
  private final Map<Object, Integer> constantIndex = new IdentityHashMap<>();
  private final Map<Block, Label> labels = new HashMap<>();
  private final List<Stub> stubs = new ArrayList<>();
  private final Map<Leaving, Label> leaving = new HashMap<>();
  private final Set<Node> shared = new HashSet<>();
  private final List<Out> outs = new ArrayList<>();

  /** Of the method that is being written: where its values, frames and the unit's function are. */
  private final Map<Node, Integer> locals = new HashMap<>();
  private final Map<Activation, Integer> frames = new HashMap<>();
  private BlockLocals blockLocals;

  /** Null if calls forget nothing: that takes bytes. */
  private Lifetimes lifetimes;
  private final boolean forgets;
  private int function = FUNCTION_AT;

  /** Whether the unit makes no frame. */
  private boolean closed;

  /** Where the body goes on when something is raised. */
  private Label raised;

  /** Where it leaves to the interpreter; in the second form with something on the stack. */
  private Label left;
  private Label leftAbove;
  private CodeBuilder c;

  /** The method of a stub: its parameters behind thread state and unit are the function, the frames and the values that the state needs. */
  private record Out(String name, MethodTypeDesc type, Node node, List<Node> values) {}

  /**
   * What stubs that leave have in common if they can be one.
   *
   * @param counts whether it is a failure
   * @param state the contents of the state
   */
  private record Leaving(boolean counts, List<Object> state) {}

  /**
   * Where a guard goes that fails.
   *
   * @param back where to go on if the operation stays; else null
   */
  private record Stub(Label label, Node node, Label back) {}

  private ClassEmitter(Graph graph, PyCode code, boolean forgets) {
    this.graph = graph;
    this.code = code;
    this.forgets = forgets;
    self = UnitNames.className(code.code);
    bodyName = UnitNames.methodName(code.code);
    names = new UnitNames(code.code);
  }

  /**
   * A unit's class, with an instance of it.
   *
   * @param codeBytes of its longest method, which has so many slots of locals and of its operand stack
   */
  record Emitted(CompiledCode unit, byte[] classFile, int codeBytes, int locals, int operands) {}

  static Emitted emit(Graph graph, PyCode code) throws NotCompilable {
    ClassEmitter e = new ClassEmitter(graph, code, true);
    byte[] bytes = e.build();
    CodeAttribute longest = longest(bytes);
    if (longest.codeLength() > HOTSPOT_LIMIT) {
      e = new ClassEmitter(graph, code, false);
      bytes = e.build();
      longest = longest(bytes);
    }
    if (longest.codeLength() > HOTSPOT_LIMIT) {
      throw new NotCompilable("it is too long: " + longest.codeLength() + " bytes of JVM code, and HotSpot compiles " + HOTSPOT_LIMIT);
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClassWithClassData(bytes, e.constants, true);
      CompiledCode unit = (CompiledCode) lookup.lookupClass().getDeclaredConstructor(PyCode.class, int[].class, boolean.class)
          .newInstance(code, graph.entries, graph.startsFresh);
      if (graph.typed != null) {
        unit.setTyped(lookup.findVirtual(lookup.lookupClass(), "call", graph.typed.type).bindTo(unit), graph.makesNoFrame());
      }
      return new Emitted(unit, bytes, longest.codeLength(), longest.maxLocals(), longest.maxStack());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Bootstrap method of calls by {@link TypedEntry}: the call site is a constant of the unit. */
  static CallSite link(MethodHandles.Lookup lookup, String name, MethodType type, int index) throws IllegalAccessException {
    return MethodHandles.classDataAt(lookup, ConstantDescs.DEFAULT_NAME, CallSite.class, index);
  }

  /** The longest method of a class. */
  private static CodeAttribute longest(byte[] bytes) {
    CodeAttribute longest = null;
    for (MethodModel m : ClassFile.of().parse(bytes).methods()) {
      CodeAttribute body = m.findAttribute(Attributes.code()).orElseThrow();
      longest = longest == null || body.codeLength() > longest.codeLength() ? body : longest;
    }
    return longest;
  }

  private static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  private boolean isDirect() {
    return graph.directArguments >= 0;
  }

  private byte[] build() {
    return ClassFile.of().build(self, b -> {
      b.withSuperclass(COMPILED).withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_PUBLIC).with(SourceFileAttribute.of(UnitNames.file(code.code)));
      MethodTypeDesc init = MethodTypeDesc.of(CD_void, desc(PyCode.class), CD_int.arrayType(), CD_boolean);
      b.withMethodBody(ConstantDescs.INIT_NAME, init, ClassFile.ACC_PUBLIC,
          i -> i.aload(0).aload(1).aload(2).iload(3).invokespecial(COMPILED, ConstantDescs.INIT_NAME, init).return_());
      MethodTypeDesc run = MethodTypeDesc.of(CD_Object, STATE, FRAME);
      if (!isDirect()) {
        b.withMethodBody("run", run, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, this::body);
      } else {
        int n = graph.directArguments;
        List<ClassDesc> parameters = new ArrayList<>(List.of(STATE, FRAME, FUNCTION));
        if (graph.typed != null) {
          typedMethods(b, parameters, run);
          outs.forEach(out -> b.withMethodBody(out.name, out.type, ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE, body -> outMethod(body, out)));
          return;
        }
        parameters.addAll(Collections.nCopies(n, CD_Object));
        MethodTypeDesc type = MethodTypeDesc.of(CD_Object, parameters);
        b.withMethodBody(bodyName, type, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, this::body);
        b.withMethodBody("run", run, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, m -> {
          m.aload(0).aload(THREAD).aload(FRAME_AT).aload(FRAME_AT).getfield(FRAME, "function", FUNCTION);
          for (int i = 0; i < n; i++) {
            m.aload(FRAME_AT).getfield(FRAME, "fast", ARRAY).loadConstant(i).aaload();
          }
          m.invokevirtual(self, bodyName, type).areturn();
        });
        parameters.remove(1);
        b.withMethodBody("call" + n, MethodTypeDesc.of(CD_Object, parameters), ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, m -> {
          m.aload(0).aload(THREAD).aconst_null().aload(2);
          for (int i = 0; i < n; i++) {
            m.aload(3 + i).aconst_null().astore(3 + i);
          }
          m.invokevirtual(self, bodyName, type).areturn();
        });
        b.withMethodBody("directArguments", MethodTypeDesc.of(CD_int), ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, m -> m.loadConstant(n).ireturn());
      }
      for (Out out : outs) {
        b.withMethodBody(out.name, out.type, ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE, body -> outMethod(body, out));
      }
    });
  }

  /** The methods of a unit that static code calls: its body has parameters and a result of their types. */
  private void typedMethods(ClassBuilder b, List<ClassDesc> parameters, MethodTypeDesc run) {
    MethodTypeDesc typed = graph.typed.type.describeConstable().orElseThrow();
    parameters.addAll(typed.parameterList().subList(2, typed.parameterCount()));
    MethodTypeDesc type = MethodTypeDesc.of(typed.returnType(), parameters);
    TypeKind result = TypeKind.from(typed.returnType());
    b.withMethodBody("body", type, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, this::body);
    b.withMethodBody("run", run, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, m -> {
      m.aload(0).aload(THREAD).aload(FRAME_AT).aload(FRAME_AT).getfield(FRAME, "function", FUNCTION);
      for (int i = 0; i < graph.directArguments; i++) {
        m.aload(FRAME_AT).getfield(FRAME, "fast", ARRAY).loadConstant(i).aaload();
        ClassDesc parameter = typed.parameterType(i + 2);
        if (parameter.isPrimitive()) {
          String of = parameter.equals(CD_long) ? "bitsOf" : parameter.equals(CD_double) ? "doubleOf" : "boolOf";
          m.invokestatic(desc(PrimitiveOperations.class), of, MethodTypeDesc.of(parameter, CD_Object));
        }
      }
      m.invokevirtual(self, "body", type);
      if (typed.returnType().isPrimitive()) {
        m.invokestatic(OPERATIONS, "box", MethodTypeDesc.of(CD_Object, typed.returnType()));
        if (graph.typed.signature.result() == TypeCodes.UINT64) {
          m.checkcast(LONG).invokevirtual(LONG, "longValue", MethodTypeDesc.of(CD_long))
              .invokestatic(desc(PrimitiveOperations.class), "boxUnsigned", MethodTypeDesc.of(CD_Object, CD_long));
        }
      }
      m.aload(THREAD).invokestatic(TIERS, "resultOrUnwind", MethodTypeDesc.of(CD_Object, CD_Object, STATE)).areturn();
    });
    b.withMethodBody("call", typed, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, m -> {
      int below = m.allocateLocal(TypeKind.REFERENCE);
      int depth = m.allocateLocal(TypeKind.INT);
      int value = m.allocateLocal(result);
      int thrown = m.allocateLocal(TypeKind.REFERENCE);
      Label ready = m.newLabel();
      Label on = m.newLabel();
      Label end = m.newLabel();
      Label handler = m.newLabel();
      Label ask = m.newLabel();
      m.invokedynamic(DynamicCallSiteDesc.of(LINK, "tools", MethodTypeDesc.of(CD_boolean), index(Polls.of(Interpreter.current()).tools()))).ifne(ask);
      m.aload(THREAD).getfield(STATE, "interrupted", CD_boolean).ifne(ask);
      m.aload(THREAD).getfield(STATE, "depth", CD_int).aload(THREAD).getfield(STATE, "interpreter", INTERPRETER)
          .getfield(INTERPRETER, "recursionLimit", CD_int).if_icmplt(ready);
      m.labelBinding(ask).aload(THREAD).aload(0).invokestatic(TIERS, "begins", MethodTypeDesc.of(CD_boolean, STATE, COMPILED)).ifne(ready);
      nothing(m, result);
      m.labelBinding(ready);
      m.aload(THREAD).getfield(STATE, "frame", FRAME).astore(below);
      m.aload(THREAD).getfield(STATE, "depth", CD_int).istore(depth);
      m.aload(THREAD).iload(depth).iconst_1().iadd().putfield(STATE, "depth", CD_int);
      Label start = m.newBoundLabel();
      m.aload(0).aload(THREAD).aconst_null().aload(2);
      int at = 3;
      for (int i = 2; i < typed.parameterCount(); i++) {
        TypeKind kind = TypeKind.from(typed.parameterType(i));
        m.loadLocal(kind, at);
        at += kind.slotSize();
      }
      m.invokevirtual(self, "body", type).storeLocal(result, value).labelBinding(end);
      m.aload(THREAD).iload(depth).putfield(STATE, "depth", CD_int);
      m.aload(THREAD).getfield(STATE, "frame", FRAME).aload(below).if_acmpeq(on);
      m.aload(THREAD).aload(below).iload(depth).invokestatic(TIERS, "ends", MethodTypeDesc.of(CD_void, STATE, FRAME, CD_int));
      m.labelBinding(on).loadLocal(result, value).return_(result);
      m.labelBinding(handler).astore(thrown).aload(THREAD).aload(below).iload(depth).aload(thrown)
          .invokestatic(TIERS, "endsThrowing", MethodTypeDesc.of(CD_void, STATE, FRAME, CD_int, desc(Throwable.class)));
      nothing(m, result);
      m.exceptionCatchAll(start, end, handler);
    });
  }

  private static void nothing(CodeBuilder m, TypeKind result) {
    switch (result) {
      case LONG -> m.lconst_0().lreturn();
      case DOUBLE -> m.dconst_0().dreturn();
      case BOOLEAN, INT -> m.iconst_0().ireturn();
      default -> m.aconst_null().areturn();
    }
  }

  /** Returns the sentinel on the stack. */
  private void sentinel() {
    if (graph.typed == null) {
      c.areturn();
    } else {
      c.aload(THREAD).swap().putfield(STATE, "unwind", CD_Object);
      nothing(c, kind(StaticInstructions.rep(graph.typed.signature.result())));
    }
  }

  /** Whether the interpreter does just the instruction where the guard fails: a unit without frames is left. */
  private boolean stays(Op op) {
    return op.stays() && !closed;
  }

  /** Finds the boxes that are made where they stand: several operations want them, or one elsewhere. */
  private void findShared() {
    Set<Node> once = new HashSet<>();
    for (Block b : graph.blocks) {
      for (Node phi : b.phis) {
        for (int i = 0; i < phi.inputs.length; i++) {
          use(phi.inputs[i], b.predecessors.get(i), once);
        }
      }
      for (Node n : b.nodes) {
        // a frame is made on few of the ways: it has a box of its own
        for (Node in : n.op == Op.ENTER ? new Node[0] : n.inputs) {
          use(in, b, once);
        }
      }
    }
  }

  private void use(Node n, Block where, Set<Node> once) {
    if (n.op.boxes() && (!once.add(n) || n.block != where)) {
      shared.add(n);
    }
  }

  /** Notes the line that what follows belongs to. */
  private void line(Node n) {
    int line = names.line(n);
    if (line > 0 && line != lastLine) {
      lastLine = line;
      c.lineNumber(line);
    }
  }

  private void body(CodeBuilder body) {
    lastLine = 0;
    // the library writes a method again if its jumps are long
    stubs.clear();
    leaving.clear();
    outs.clear();
    locals.clear();
    frames.clear();
    shared.clear();
    c = body;
    closed = graph.makesNoFrame();
    raised = c.newLabel();
    left = c.newLabel();
    leftAbove = c.newLabel();
    findShared();
    blockLocals = new BlockLocals(graph, shared);
    lifetimes = forgets ? new Lifetimes(graph, shared, blockLocals.acrossBlocks()) : null;
    graph.blocks.forEach(b -> labels.put(b, c.newLabel()));
    for (Block b : graph.blocks) {
      for (Node phi : b.phis) {
        // it has a value on each way; the verifier wants one at the method's start as well
        initial(phi.rep);
        storeNew(phi, c.allocateLocal(kind(phi.rep)));
      }
      for (Node n : b.nodes) {
        if (n.op == Op.INLINE) {
          int at = c.allocateLocal(TypeKind.REFERENCE);
          frames.put((Activation) n.aux, at);
          c.aconst_null().astore(at);
        } else if (n.op == Op.PARAMETER) {
          locals.put(n, parameter((Integer) n.aux));
        }
      }
    }
    Label start = c.newBoundLabel();
    for (int i = 0; i < graph.blocks.size(); i++) {
      Block b = graph.blocks.get(i);
      c.labelBinding(labels.get(b));
      for (Node n : b.nodes) {
        line(n);
        emit(n, i + 1 < graph.blocks.size() ? graph.blocks.get(i + 1) : null);
        blockLocals.used(n, locals, v -> kind(v.rep));
      }
    }
    stubs.forEach(this::stub);
    Label end = c.newBoundLabel();
    c.labelBinding(leftAbove).pop().labelBinding(left).getstatic(COMPILED, "LEFT", CD_Object);
    sentinel();
    handlers(start, end);
  }

  /** An exception goes on at its handler, if that is of this unit; what a call or instruction has raised without throwing it does too. */
  private void handlers(Label start, Label end) {
    Label handler = c.newBoundLabel();
    c.exceptionCatchAll(start, end, handler);
    int thrown = c.allocateLocal(TypeKind.REFERENCE);
    c.astore(thrown).aload(THREAD).aload(FRAME_AT).aload(0).aload(thrown)
        .invokestatic(TIERS, "caught", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, desc(Throwable.class)));
    Label on = c.newLabel();
    goOn(on);
    c.labelBinding(raised).aload(THREAD).aload(FRAME_AT).aload(0)
        .invokestatic(TIERS, "caught", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED));
    goOn(on);
    c.labelBinding(on).pop().goto_(labels.get(graph.blocks.getFirst()));
  }

  private void goOn(Label on) {
    c.dup().ifnull(on);
    sentinel();
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
    if (isDirect() && ways.length > 1) {
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

  private void initial(Rep rep) {
    switch (rep) {
      case LONG -> c.lconst_0();
      case DOUBLE -> c.dconst_0();
      case BOOL -> c.iconst_0();
      default -> c.aconst_null();
    }
  }

  private static TypeKind kind(Rep rep) {
    return switch (rep) {
      case LONG -> TypeKind.LONG;
      case DOUBLE -> TypeKind.DOUBLE;
      case BOOL -> TypeKind.INT;
      default -> TypeKind.REFERENCE;
    };
  }

  // ---- values

  private void load(Node n) {
    Integer at = locals.get(n);
    if (at != null) {
      c.loadLocal(kind(n.rep), at);
      return;
    }
    switch (n.op) {
      case CONST -> constant(n.aux);
      case LONG_CONST -> c.loadConstant((Long) n.aux);
      case DOUBLE_CONST -> c.loadConstant((Double) n.aux);
      case BOOL_CONST -> c.loadConstant((Boolean) n.aux ? 1 : 0);
      case BOX_LONG, BOX_UNSIGNED, BOX_DOUBLE, BOX_BOOL, BOX_LONG_OR_NULL, NEW_RANGE -> box(n);
      case COMPARE_LONG, COMPARE_DOUBLE, IS_TRUE, IS_NONE, IS_NULL, NOT -> {
        Label no = c.newLabel();
        Label end = c.newLabel();
        unless(n, no);
        c.iconst_1().goto_(end).labelBinding(no).iconst_0().labelBinding(end);
      }
      default -> throw new IllegalStateException(n.op + " has no value here");
    }
  }

  private void loadAs(Node n, Class<?> type) {
    load(n);
    c.checkcast(desc(type));
  }

  private void store(Node n) {
    storeNew(n, blockLocals.take(n, kind(n.rep), c));
  }

  private void storeNew(Node n, int at) {
    locals.put(n, at);
    c.storeLocal(kind(n.rep), at);
  }

  private void constant(Object value) {
    if (value == null) {
      c.aconst_null();
      return;
    }
    int at = index(value);
    c.loadConstant(DynamicConstantDesc.ofNamed(ConstantDescs.ofConstantBootstrap(ConstantDescs.CD_MethodHandles, "classDataAt",
        CD_Object, CD_int), ConstantDescs.DEFAULT_NAME, CD_Object, at));
  }

  private int index(Object value) {
    Integer at = constantIndex.get(value);
    if (at == null) {
      at = constants.size();
      constants.add(value);
      constantIndex.put(value, at);
    }
    return at;
  }

  private void constant(Object value, Class<?> type) {
    constant(value);
    c.checkcast(desc(type));
  }

  private void box(Node n) {
    if (n.op == Op.BOX_LONG_OR_NULL) {
      Label none = c.newLabel();
      Label end = c.newLabel();
      load(n.input(1));
      c.ifeq(none);
      load(n.input(0));
      call("box", CD_Object, CD_long);
      c.goto_(end).labelBinding(none).aconst_null().labelBinding(end);
      return;
    }
    if (n.op == Op.NEW_RANGE || n.op == Op.BOX_UNSIGNED) {
      operation(n);
      return;
    }
    load(n.input(0));
    switch (n.op) {
      case BOX_LONG -> call("box", CD_Object, CD_long);
      case BOX_DOUBLE -> call("box", CD_Object, CD_double);
      default -> call("box", CD_Object, CD_boolean);
    }
  }

  private void call(String name, ClassDesc result, ClassDesc... parameters) {
    c.invokestatic(OPERATIONS, name, MethodTypeDesc.of(result, parameters));
  }

  // ---- ways out

  private Label out(Node n) {
    if (isTypedCall(n)) {
      return newStub(n, c.newLabel());
    }
    if (!stays(n.op)) {
      // guards of one instruction mostly leave the same state
      return leaving.computeIfAbsent(new Leaving(counts(n), contents(n.state)), k -> newStub(n, null));
    }
    return newStub(n, c.newLabel());
  }

  private Label newStub(Node n, Label back) {
    Label label = c.newLabel();
    stubs.add(new Stub(label, n, back));
    return label;
  }

  /** Whether leaving there is a failure of a speculation. */
  private static boolean counts(Node n) {
    return n.op != Op.POLL && n.op != Op.LEAVE;
  }

  private static List<Object> contents(State state) {
    List<Object> contents = new ArrayList<>();
    for (State s : state.chain()) {
      contents.addAll(List.of(s.activation(), s.instruction(), s.form(), Arrays.asList(s.slots())));
      contents.add(s.arguments() == null ? null : Arrays.asList(s.arguments()));
    }
    return contents;
  }

  /** Binds where the stub of an operation that stays comes back to: the last one. */
  private void back(Node n) {
    if (stays(n.op) || isTypedCall(n)) {
      c.labelBinding(stubs.getLast().back);
    }
  }

  /** Little code here, and the work in a method of its own: HotSpot counts bytes. */
  private void stub(Stub s) {
    c.labelBinding(s.label);
    line(s.node);
    State state = s.node.state;
    List<Node> values = new ArrayList<>();
    for (Node[] slots : state.values()) {
      for (Node v : slots) {
        addRaw(v, values);
      }
    }
    c.aload(THREAD).aload(0);
    List<ClassDesc> parameters = new ArrayList<>(List.of(STATE, COMPILED));
    if (isDirect()) {
      c.aload(FUNCTION_AT);
      parameters.add(FUNCTION);
    }
    for (State each : state.chain()) {
      c.aload(frame(each.activation()));
      parameters.add(FRAME);
    }
    for (Node v : values) {
      load(v);
      parameters.add(type(v.rep));
    }
    String name = "out" + outs.size();
    MethodTypeDesc type = MethodTypeDesc.of(CD_Object, parameters);
    outs.add(new Out(name, type, s.node, values));
    c.invokestatic(self, name, type);
    if (s.back == null) {
      sentinel();
      return;
    }
    c.dup().ifnull(leftAbove);
    if (isTypedCall(s.node)) {
      Label fine = c.newLabel();
      c.dup().getstatic(COMPILED, "RAISED", CD_Object).if_acmpne(fine);
      sentinel();
      c.labelBinding(fine);
    }
    switch (s.node.rep) {
      case OBJECT -> c.storeLocal(TypeKind.REFERENCE, locals.get(s.node));
      case LONG -> c.invokestatic(desc(PrimitiveOperations.class), "bitsOf", MethodTypeDesc.of(CD_long, CD_Object)).lstore(locals.get(s.node));
      case DOUBLE -> c.checkcast(DOUBLE).invokevirtual(DOUBLE, "doubleValue", MethodTypeDesc.of(CD_double)).dstore(locals.get(s.node));
      case BOOL -> c.checkcast(BOOLEAN).invokevirtual(BOOLEAN, "booleanValue", MethodTypeDesc.of(CD_boolean)).istore(locals.get(s.node));
      default -> c.pop();
    }
    int above = 0;
    for (State each : state.chain().reversed()) {
      if (each.arguments() != null) {
        // the frame may have been made on the way
        c.aload(THREAD).getfield(STATE, "frame", FRAME);
        for (int i = 0; i < above; i++) {
          c.getfield(FRAME, "back", FRAME);
        }
        c.astore(frame(each.activation()));
      }
      above++;
    }
    c.goto_(s.back);
  }

  /** The values that have to be there for a value: not the box, but what is in it. */
  private static void addRaw(Node v, List<Node> values) {
    if (v == null || isConstant(v)) {
      return;
    }
    for (Node raw : v.op.boxes() ? v.inputs : new Node[] {v}) {
      if (!isConstant(raw) && !values.contains(raw)) {
        values.add(raw);
      }
    }
  }

  private int frame(Activation a) {
    return a.caller() == null && !frames.containsKey(a) ? FRAME_AT : frames.get(a);
  }

  private static boolean isConstant(Node n) {
    return n.op == Op.CONST || n.op == Op.LONG_CONST || n.op == Op.DOUBLE_CONST || n.op == Op.BOOL_CONST;
  }

  private static ClassDesc type(Rep rep) {
    return switch (rep) {
      case LONG -> CD_long;
      case DOUBLE -> CD_double;
      case BOOL -> CD_boolean;
      default -> CD_Object;
    };
  }

  /** The method of a stub: makes the frames that are not there, writes their state, and leaves or does the instruction. */
  private void outMethod(CodeBuilder b, Out out) {
    c = b;
    locals.clear();
    frames.clear();
    State state = out.node.state;
    List<State> chain = state.chain();
    int callee = 0;
    int at = 2;
    if (isDirect()) {
      function = at++;
    }
    for (State each : chain) {
      frames.put(each.activation(), at++);
    }
    for (Node v : out.values) {
      locals.put(v, at);
      at += kind(v.rep).slotSize();
    }
    if (isTypedCall(out.node)) {
      callee = c.allocateLocal(TypeKind.REFERENCE);
      c.aload(0).invokestatic(TIERS, "liftCallee", MethodTypeDesc.of(FRAME, STATE)).astore(callee);
    }
    for (State each : chain) {
      int frame = frame(each.activation());
      if (each.arguments() != null) {
        makeFrame(each.activation(), each.arguments(), 0);
      }
      for (int i = 0; i < each.slots().length; i++) {
        if (each.slots()[i] != null) {
          c.aload(frame).getfield(FRAME, "fast", ARRAY).loadConstant(i);
          load(each.slots()[i]);
          c.aastore();
        }
      }
    }
    int frame = frame(state.activation());
    int instruction = state.instruction();
    int height = state.slots().length;
    if (isTypedCall(out.node)) {
      Label refused = c.newLabel();
      Site site = (Site) out.node.aux;
      c.aload(0).invokestatic(TIERS, "wasRefused", MethodTypeDesc.of(CD_boolean, STATE)).ifne(refused);
      c.aload(0).aload(frame(chain.getFirst().activation())).aload(frame).aload(callee).loadConstant(instruction).loadConstant(site.height())
          .invokestatic(TIERS, "finishCallee", MethodTypeDesc.of(CD_Object, STATE, FRAME, FRAME, FRAME, CD_int, CD_int)).areturn();
      c.labelBinding(refused).aload(frame).loadConstant(instruction - 1).putfield(FRAME, "lasti", CD_int);
      c.aload(frame).loadConstant(height).putfield(FRAME, "sp", CD_int);
      c.aload(0).aload(frame).aload(1).loadConstant(instruction).loadConstant(Speculation.LEARNING)
          .invokestatic(TIERS, "refused", MethodTypeDesc.of(CD_void, STATE, FRAME, COMPILED, CD_int, CD_int)).aconst_null().areturn();
      return;
    }
    if (out.node.op == Op.LOAD_METHOD) {
      c.aload(0).aload(frame).aload(1).loadConstant(instruction).loadConstant(height)
          .invokestatic(TIERS, "stayMethod", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, CD_int, CD_int)).areturn();
      return;
    }
    if (stays(out.node.op)) {
      int arg = state.activation().code().instructions[instruction] << 1 >>> 9;
      int result = out.node.rep == Rep.VOID ? -1 : height - StackUse.pops(Opcode.parent(state.form()), arg);
      c.aload(0).aload(frame).aload(1).loadConstant(instruction).loadConstant(height).loadConstant(result)
          .invokestatic(TIERS, "stay", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, CD_int, CD_int, CD_int));
      if (out.node.rep != Rep.OBJECT && out.node.rep != Rep.VOID) {
        call(out.node.rep == Rep.LONG ? "longOrNull" : "boolOrNull", CD_Object, CD_Object);
      }
      c.areturn();
      return;
    }
    c.aload(frame).loadConstant(instruction - 1).putfield(FRAME, "lasti", CD_int);
    c.aload(frame).loadConstant(height).putfield(FRAME, "sp", CD_int);
    if (counts(out.node)) {
      c.aload(0).aload(frame).aload(1).loadConstant(instruction).loadConstant(state.form()).loadConstant(out.node.op.name())
          .invokestatic(TIERS, "failed", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, CD_int, CD_int, ConstantDescs.CD_String));
    } else if (out.node.op == Op.LEAVE) {
      // the unit ends here
      c.getstatic(COMPILED, "LEFT", CD_Object);
    } else {
      c.aload(0).aload(frame).aload(1).loadConstant(instruction).loadConstant(out.node.op.name())
          .invokestatic(TIERS, "left", MethodTypeDesc.of(CD_Object, STATE, FRAME, COMPILED, CD_int, ConstantDescs.CD_String));
    }
    c.areturn();
  }

  /** Makes the frame of an activation with its arguments, if there is none. */
  private void makeFrame(Activation a, Node[] arguments, int thread) {
    int frame = frame(a);
    Label made = c.newLabel();
    c.aload(frame).ifnonnull(made).aload(thread);
    if (a.caller() == null) {
      c.aload(function).invokestatic(TIERS, "enter", MethodTypeDesc.of(FRAME, STATE, FUNCTION));
    } else {
      c.aload(frame(a.caller()));
      constant(a.function(), PyFunction.class);
      if (a.constructs()) {
        load(arguments[0]);
      }
      c.loadConstant(a.call()).loadConstant(a.height());
      if (a.constructs()) {
        c.invokestatic(TIERS, "enterInit", MethodTypeDesc.of(FRAME, STATE, FRAME, FUNCTION, CD_Object, CD_int, CD_int));
      } else {
        c.invokestatic(TIERS, "enterInlined", MethodTypeDesc.of(FRAME, STATE, FRAME, FUNCTION, CD_int, CD_int));
      }
    }
    c.astore(frame);
    for (int i = 0; i < arguments.length; i++) {
      c.aload(frame).getfield(FRAME, "fast", ARRAY).loadConstant(i);
      if (arguments[i].op.boxes()) {
        // the box that others use may be made on another way
        box(arguments[i]);
      } else {
        load(arguments[i]);
      }
      c.aastore();
    }
    c.labelBinding(made);
  }

  /** Jumps if a condition does not hold. */
  private void unless(Node n, Label to) {
    switch (n.op) {
      case COMPARE_LONG -> {
        load(n.input(0));
        load(n.input(1));
        c.lcmp();
        unlessOutcome((Integer) n.aux, to);
      }
      case COMPARE_DOUBLE -> {
        load(n.input(0));
        load(n.input(1));
        int mask = (Integer) n.aux;
        if (mask == 7) {
          // true for unordered as well: !=
          c.dcmpl().ifeq(to);
        } else {
          // an unordered outcome must look like one that the comparison does not want
          if ((mask & 2) != 0) {
            c.dcmpg();
          } else {
            c.dcmpl();
          }
          unlessOutcome(mask, to);
        }
      }
      case IS_TRUE -> {
        load(n.input(0));
        c.getstatic(desc(Boolean.class), "TRUE", desc(Boolean.class)).if_acmpne(to);
      }
      case IS_NONE -> {
        load(n.input(0));
        constant(dev.tuff.engine.core.Py.None);
        c.if_acmpne(to);
      }
      case IS_NULL -> {
        load(n.input(0));
        c.ifnonnull(to);
      }
      case NOT -> {
        Label yes = c.newLabel();
        unless(n.input(0), yes);
        c.goto_(to).labelBinding(yes);
      }
      default -> {
        load(n);
        c.ifeq(to);
      }
    }
  }

  /** Jumps if a comparison's outcome, on the stack as -1, 0 or 1, is not one of the mask: 2 less, 4 greater, 8 equal. */
  private void unlessOutcome(int mask, Label to) {
    switch (mask & 14) {
      case 2 -> c.ifge(to);
      case 4 -> c.ifle(to);
      case 8 -> c.ifne(to);
      case 6 -> c.ifeq(to);
      case 10 -> c.ifgt(to);
      case 12 -> c.iflt(to);
      default -> throw new IllegalStateException("no comparison has the outcomes " + mask);
    }
  }

  // ---- operations

  private void emit(Node n, Block following) {
    switch (n.op) {
      case CONST, LONG_CONST, DOUBLE_CONST, BOOL_CONST, COMPARE_LONG, COMPARE_DOUBLE, IS_TRUE, IS_NONE, IS_NULL, NOT -> {
        // done where they are used
      }
      case DISPATCH -> dispatch(n, following);
      case PARAMETER -> {
        // a parameter of the method
      }
      case SLOT_AT_ENTRY -> {
        c.aload(FRAME_AT).getfield(FRAME, "fast", ARRAY).loadConstant((Integer) n.aux).aaload();
        store(n);
      }
      case LOAD_FRAME -> {
        place(n);
        c.aaload();
        store(n);
      }
      case STORE_FRAME -> {
        place(n);
        load(n.input(0));
        c.aastore();
      }
      case ENTER -> makeFrame((Activation) n.aux, n.inputs, THREAD);
      case INLINE -> c.aconst_null().astore(frame((Activation) n.aux));
      case EXIT -> {
        int frame = frame((Activation) n.aux);
        Label on = c.newLabel();
        c.aload(frame).ifnull(on).aload(THREAD).aload(frame).invokestatic(TIERS, "exit", MethodTypeDesc.of(CD_void, STATE, FRAME));
        // its locals would live as long as the unit's own
        c.aconst_null().astore(frame).labelBinding(on);
      }
      case CHECK_CODE -> {
        Activation a = (Activation) n.aux;
        constant(a.function(), PyFunction.class);
        constant(a.code(), PyCode.class);
        call("checkCode", CD_boolean, FUNCTION, desc(PyCode.class));
        c.ifeq(out(n));
      }
      case NEW_OBJECT -> {
        PyType type = (PyType) n.aux;
        if (type.species != null && type.slot(Special.DEL) == null) {
          ClassDesc made = desc(type.species.javaClass());
          c.new_(made).dup();
          constant(type, PyType.class);
          c.invokespecial(made, ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, desc(PyType.class)));
        } else {
          constant(type, PyType.class);
          call("newObject", CD_Object, desc(PyType.class));
        }
        store(n);
      }
      case PUSH_HANDLED -> {
        c.aload(THREAD);
        load(n.input(0));
        c.invokestatic(TIERS, "pushHandled", MethodTypeDesc.of(CD_Object, STATE, CD_Object));
        store(n);
      }
      case POP_HANDLED -> {
        c.aload(THREAD);
        load(n.input(0));
        c.invokestatic(TIERS, "popHandled", MethodTypeDesc.of(CD_void, STATE, CD_Object));
      }
      case YIELD -> {
        Site site = (Site) n.aux;
        load(n.input(0));
        c.aload(FRAME_AT).loadConstant(site.instruction()).loadConstant(site.height())
            .invokestatic(TIERS, "suspend", MethodTypeDesc.of(CD_void, FRAME, CD_int, CD_int)).areturn();
      }
      case SEND -> {
        Site site = (Site) n.aux;
        c.aload(THREAD).aload(FRAME_AT);
        load(n.input(0));
        load(n.input(1));
        c.loadConstant(site.instruction()).loadConstant(site.height());
        forget(n);
        c.invokestatic(TIERS, "send", MethodTypeDesc.of(CD_Object, STATE, FRAME, CD_Object, CD_Object, CD_int, CD_int));
        store(n);
      }
      case SENT -> {
        c.aload(FRAME_AT).invokestatic(TIERS, "sent", MethodTypeDesc.of(CD_Object, FRAME));
        store(n);
      }
      case BOX_LONG, BOX_UNSIGNED, BOX_DOUBLE, BOX_BOOL, BOX_LONG_OR_NULL, NEW_RANGE -> {
        // one that is used once, in this block, is made there
        if (shared.contains(n)) {
          box(n);
          store(n);
        }
      }
      case C_ADD, C_SUBTRACT, C_MULTIPLY, C_LSHIFT, C_RSHIFT, C_URSHIFT -> {
        load(n.input(0));
        load(n.input(1));
        switch (n.op) {
          case C_ADD -> c.ladd();
          case C_SUBTRACT -> c.lsub();
          case C_MULTIPLY -> c.lmul();
          case C_LSHIFT -> c.l2i().lshl();
          case C_RSHIFT -> c.l2i().lshr();
          default -> c.l2i().lushr();
        }
        store(n);
      }
      case NEGATE_DOUBLE -> {
        load(n.input(0));
        c.dneg();
        store(n);
      }
      case GET_FIELD, GET_SET_FIELD -> {
        Field f = (Field) n.aux;
        loadAs(n.input(0), f.home());
        c.getfield(desc(f.home()), "f" + f.member(), desc(f.type()));
        if (f.type() == Object.class && f.unset() != null) {
          Label set = c.newLabel();
          c.dup().ifnonnull(set).pop();
          constant(f.unset());
          c.labelBinding(set);
        }
        if (n.op == Op.GET_FIELD) {
          storeUnlessNull(n);
        } else {
          store(n);
        }
      }
      case PUT_FIELD -> {
        Field f = (Field) n.aux;
        loadAs(n.input(0), f.home());
        load(n.input(1));
        c.putfield(desc(f.home()), "f" + f.member(), desc(f.type()));
      }
      case ARRAY_GET, ARRAY_SET -> array(n, (Integer) n.aux);
      case CALL_TYPED, CALL_CLOSED -> callTyped(n);
      case UNBOX_LONG -> unbox(n, LONG, "longValue", CD_long);
      case UNBOX_DOUBLE -> unbox(n, DOUBLE, "doubleValue", CD_double);
      case LONG_TO_DOUBLE -> {
        load(n.input(0));
        c.l2d();
        store(n);
      }
      case ADD_LONG, SUBTRACT_LONG -> addOrSubtract(n);
      case MULTIPLY_LONG -> multiply(n);
      case FLOOR_DIVIDE_LONG, REMAINDER_LONG -> divide(n);
      case RSHIFT_LONG -> shift(n);
      case AND_LONG, OR_LONG, XOR_LONG, ADD_DOUBLE, SUBTRACT_DOUBLE, MULTIPLY_DOUBLE -> {
        load(n.input(0));
        load(n.input(1));
        switch (n.op) {
          case AND_LONG -> c.land();
          case OR_LONG -> c.lor();
          case XOR_LONG -> c.lxor();
          case ADD_DOUBLE -> c.dadd();
          case SUBTRACT_DOUBLE -> c.dsub();
          default -> c.dmul();
        }
        store(n);
      }
      case DIVIDE_DOUBLE, FLOOR_DIVIDE_DOUBLE, REMAINDER_DOUBLE -> {
        load(n.input(1));
        c.dconst_0().dcmpl().ifeq(out(n));
        if (n.op == Op.DIVIDE_DOUBLE) {
          load(n.input(0));
          load(n.input(1));
          c.ddiv();
        } else {
          operation(n);
        }
        store(n);
      }
      case CHECK_BOUND -> {
        load(n.input(0));
        c.ifnull(out(n));
      }
      case CHECK_CLASS -> {
        load(n.input(0));
        c.instanceOf(desc((Class<?>) n.aux)).ifeq(out(n));
      }
      case POLL -> {
        if (closed) {
          // tools that come from elsewhere interrupt the thread too
          c.aload(THREAD).invokedynamic(DynamicCallSiteDesc.of(LINK, "poll", MethodTypeDesc.of(CD_boolean, STATE), index(Polls.of(Interpreter.current()).site()))).ifne(out(n));
          return;
        }
        c.aload(THREAD).aload(frame(n.state.activation()));
        constant(n.state.activation().code(), PyCode.class);
        call("isWanted", CD_boolean, STATE, FRAME, desc(PyCode.class));
        c.ifne(out(n));
      }
      case JUMP -> go(n.block, n.block.successors[0], following);
      case BRANCH -> {
        Label no = c.newLabel();
        unless(n.input(0), no);
        go(n.block, n.block.successors[0], null);
        c.labelBinding(no);
        go(n.block, n.block.successors[1], following);
      }
      case RETURN -> {
        load(n.input(0));
        c.return_(kind(n.input(0).rep));
      }
      case LEAVE, UNSEEN -> c.goto_(out(n));
      case RAISE -> {
        Site site = (Site) n.aux;
        c.aload(THREAD).aload(frame(site.activation())).loadConstant(site.instruction()).loadConstant(site.height())
            .invokestatic(TIERS, "raise", MethodTypeDesc.of(CD_void, STATE, FRAME, CD_int, CD_int)).goto_(raised);
      }
      case STEP -> {
        Site site = (Site) n.aux;
        boolean first = site.object() != null;
        c.aload(THREAD).aload(frame(site.activation()));
        if (first) {
          c.aload(0);
        }
        c.loadConstant(site.instruction()).loadConstant(site.height());
        forget(n);
        if (first) {
          c.invokestatic(TIERS, "firstSteps", MethodTypeDesc.of(CD_boolean, STATE, FRAME, COMPILED, CD_int, CD_int));
        } else {
          c.invokestatic(TIERS, "step", MethodTypeDesc.of(CD_boolean, STATE, FRAME, CD_int, CD_int));
        }
        c.ifne(left);
      }
      case CHECK_SAME -> {
        load(n.input(0));
        constant(n.aux);
        c.if_acmpne(out(n));
      }
      case CHECK_GLOBAL -> {
        KnownGlobal g = (KnownGlobal) n.aux;
        boolean builtin = g.op() == Op.BUILTIN;
        namespace(n.state.activation(), "globals");
        if (builtin) {
          namespace(n.state.activation(), "builtins");
        }
        constant(g.cache(), g.cache().getClass());
        if (builtin) {
          call("builtin", CD_Object, DICT, DICT, desc(BuiltinCache.class));
        } else {
          call("global", CD_Object, DICT, desc(GlobalCache.class));
        }
        constant(g.value());
        c.if_acmpne(out(n));
      }
      case ROUTINE -> routine(n);
      case CALL_FUNCTION -> callFunction(n);
      case CALL_OBJECT, CALL_ANY, CALL_MAYBE -> callAny(n);
      case CALL_CLASS -> construct(n);
      case ITERATOR_NEXT -> {
        Site site = (Site) n.aux;
        c.aload(frame(site.activation()));
        load(n.input(0));
        c.loadConstant(site.instruction()).loadConstant(site.height());
        forget(n);
        c.invokestatic(TIERS, "next", MethodTypeDesc.of(CD_Object, FRAME, CD_Object, CD_int, CD_int));
        store(n);
      }
      case RANGE_HAS_NEXT -> {
        loadAs(n.input(0), PyRangeIterator.class);
        c.getfield(RANGE, "remaining", CD_long);
        call("isPositive", CD_boolean, CD_long);
        store(n);
      }
      case RANGE_NEXT -> {
        loadAs(n.input(0), PyRangeIterator.class);
        call("next", CD_long, RANGE);
        store(n);
      }
      case LIST_NEXT -> {
        loadAs(n.input(0), PyListIterator.class);
        c.invokevirtual(desc(PyListIterator.class), "next", MethodTypeDesc.of(CD_Object));
        store(n);
      }
      case NEW_CELL -> {
        c.new_(CELL).dup();
        load(n.input(0));
        c.invokespecial(CELL, ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, CD_Object));
        store(n);
      }
      case FREE_CELL -> {
        function(null);
        c.loadConstant((Integer) n.aux);
        call("freeCell", CD_Object, FUNCTION, CD_int);
        store(n);
      }
      case STORE_CELL -> {
        loadAs(n.input(0), PyCell.class);
        load(n.input(1));
        c.putfield(CELL, "value", CD_Object);
      }
      case LOAD_CELL -> {
        loadAs(n.input(0), PyCell.class);
        c.getfield(CELL, "value", CD_Object);
        storeUnlessNull(n);
      }
      default -> viaOperation(n);
    }
  }

  private void place(Node n) {
    Place place = (Place) n.aux;
    c.aload(frame(place.activation())).getfield(FRAME, "fast", ARRAY).loadConstant(place.slot());
  }

  /** The function of an activation; the unit's own for null. */
  private void function(Activation a) {
    if (a != null && a.function() != null) {
      constant(a.function(), PyFunction.class);
    } else if (isDirect()) {
      c.aload(function);
    } else {
      c.aload(FRAME_AT).getfield(FRAME, "function", FUNCTION);
    }
  }

  /** The namespace of an activation's globals or builtins. */
  private void namespace(Activation a, String name) {
    if (a.function() != null) {
      constant(name.equals("globals") ? a.function().globals : a.function().builtins, PyDict.class);
    } else if (isDirect()) {
      c.aload(function).getfield(FUNCTION, name, DICT);
    } else {
      c.aload(FRAME_AT).getfield(FRAME, name, DICT);
    }
  }

  /** The unit of a function that is called: this one, or one that is there already, for HotSpot to inline. */
  private void unit(PyFunction fn, int arguments) {
    if (fn.code == code && graph.directArguments == arguments) {
      c.aload(0);
    } else {
      constant(Tiers.direct(fn, arguments), CompiledCode.class);
    }
  }

  private void construct(Node n) {
    Site site = (Site) n.aux;
    c.aload(THREAD).aload(frame(site.activation()));
    constant(site.object(), PyType.class);
    array(n.inputs);
    c.loadConstant(site.instruction()).loadConstant(site.height());
    forget(n);
    c.invokestatic(TIERS, "construct", MethodTypeDesc.of(CD_Object, STATE, FRAME, desc(PyType.class), ARRAY, CD_int, CD_int));
    storeUnlessRaised(n);
  }

  private void routine(Node n) {
    Routine r = (Routine) n.aux;
    c.aload(THREAD).aload(frame(r.site().activation()));
    constant(r.constant());
    c.loadConstant(r.arg());
    List<ClassDesc> parameters = new ArrayList<>(List.of(STATE, FRAME, CD_Object, CD_int));
    for (int i = 0; i < r.single(); i++) {
      load(n.input(i));
      parameters.add(CD_Object);
    }
    if (r.rest()) {
      array(Arrays.copyOfRange(n.inputs, r.single(), n.inputs.length));
      parameters.add(ARRAY);
    }
    c.loadConstant(r.site().instruction()).loadConstant(r.site().height());
    parameters.add(CD_int);
    parameters.add(CD_int);
    forget(n);
    forget(n);
    c.invokestatic(ROUTINES, r.name(), MethodTypeDesc.of(CD_Object, parameters));
    storeUnlessRaised(n);
  }

  private void callFunction(Node n) {
    Site site = (Site) n.aux;
    c.aload(THREAD).aload(frame(site.activation()));
    unit((PyFunction) site.object(), n.inputs.length);
    constant(site.object(), PyFunction.class);
    callAt(n, "call" + n.inputs.length, STATE, FRAME, COMPILED, FUNCTION);
  }

  private static boolean isTypedCall(Node n) {
    return n.op == Op.CALL_TYPED || n.op == Op.CALL_CLOSED;
  }

  private void callTyped(Node n) {
    Site site = (Site) n.aux;
    PyFunction fn = (PyFunction) site.object();
    TypedEntry entry = fn.code.typedEntryOrNull();
    c.aload(THREAD);
    constant(fn, PyFunction.class);
    for (Node in : n.inputs) {
      load(in);
    }
    c.invokedynamic(DynamicCallSiteDesc.of(LINK, "call", entry.type.describeConstable().orElseThrow(), index(entry.site(n.op == Op.CALL_CLOSED))));
    store(n);
    c.aload(THREAD).getfield(STATE, "unwind", CD_Object).ifnonnull(out(n));
    back(n);
  }

  private void array(Node n, int code) {
    Class<?> type = StaticInstructions.arrayClass(code);
    ClassDesc items = StaticInstructions.itemsClass(code).describeConstable().orElseThrow();
    TypeKind item = TypeKind.from(items.componentType());
    int array = c.allocateLocal(TypeKind.REFERENCE);
    int index = c.allocateLocal(TypeKind.INT);
    loadAs(n.input(0), type);
    c.getfield(desc(type), "items", items).astore(array);
    load(n.input(1));
    c.l2i().istore(index).iload(index).i2l();
    load(n.input(1));
    c.lcmp().ifne(out(n));
    c.iload(index).aload(array).arraylength().invokestatic(desc(Integer.class), "compareUnsigned", MethodTypeDesc.of(CD_int, CD_int, CD_int))
        .ifge(out(n));
    c.aload(array).iload(index);
    if (n.op == Op.ARRAY_SET) {
      load(n.input(2));
      switch (item) {
        case BYTE -> c.l2i().i2b();
        case SHORT -> c.l2i().i2s();
        case INT -> c.l2i();
        case FLOAT -> c.d2f();
        default -> {}
      }
      c.arrayStore(item);
      return;
    }
    c.arrayLoad(item);
    switch (item) {
      case BYTE, SHORT, INT -> {
        c.i2l();
        if (!TypeCodes.isSigned(code)) {
          c.loadConstant((1L << TypeCodes.bits(code)) - 1).land();
        }
      }
      case FLOAT -> c.f2d();
      default -> {}
    }
    store(n);
  }

  private void callAny(Node n) {
    Site site = (Site) n.aux;
    c.aload(THREAD).aload(frame(site.activation()));
    if (n.op == Op.CALL_OBJECT) {
      constant(site.object());
      callAt(n, "callAny", STATE, FRAME, CD_Object);
    } else {
      callAt(n, n.op == Op.CALL_ANY ? "callAny" : "callMaybe", STATE, FRAME);
    }
  }

  /** Empties variables of objects that nobody wants behind a call whose operands are loaded. */
  private void forget(Node call) {
    if (lifetimes == null) {
      return;
    }
    blockLocals.forget(call, locals, c);
    for (Node value : lifetimes.forgottenBy(call)) {
      Integer at = locals.get(value);
      if (at != null) {
        c.aconst_null().astore(at);
      }
    }
  }

  /** The rest of a call: the inputs, and where it stands. */
  private void callAt(Node n, String name, ClassDesc... before) {
    Site site = (Site) n.aux;
    List<ClassDesc> parameters = new ArrayList<>(List.of(before));
    for (Node in : n.inputs) {
      load(in);
      parameters.add(CD_Object);
    }
    c.loadConstant(site.instruction()).loadConstant(site.height());
    parameters.add(CD_int);
    parameters.add(CD_int);
    forget(n);
    c.invokestatic(TIERS, name, MethodTypeDesc.of(CD_Object, parameters));
    storeUnlessRaised(n);
  }

  private void storeUnlessRaised(Node n) {
    store(n);
    c.aload(locals.get(n)).getstatic(COMPILED, "RAISED", CD_Object).if_acmpeq(raised);
  }

  /** The rest: a static method; see {@link Operations} for what it gives where the guard fails. */
  private void viaOperation(Node n) {
    operation(n);
    if (!n.op.guard) {
      store(n);
      return;
    }
    switch (n.rep) {
      case VOID -> {
        c.ifeq(out(n));
        back(n);
      }
      case OBJECT -> {
        if (n.op.asks()) {
          store(n);
          c.aload(locals.get(n)).getstatic(ITERATOR, "ASK", CD_Object).if_acmpeq(out(n));
        } else {
          storeUnlessNull(n);
        }
      }
      case BOOL -> {
        store(n);
        c.iload(locals.get(n)).iflt(out(n));
        back(n);
      }
      case LONG -> {
        store(n);
        c.lload(locals.get(n)).loadConstant(Operations.NO_LONG).lcmp().ifeq(out(n));
        back(n);
      }
      case DOUBLE -> {
        store(n);
        c.dload(locals.get(n)).dload(locals.get(n)).dcmpl().ifne(out(n));
      }
    }
  }

  /** Calls the method of an operation. */
  private void operation(Node n) {
    List<ClassDesc> parameters = new ArrayList<>();
    if (n.op == Op.GLOBAL || n.op == Op.BUILTIN || n.op == Op.STORE_GLOBAL) {
      namespace(n.state.activation(), "globals");
      parameters.add(DICT);
    }
    if (n.op == Op.BUILTIN) {
      namespace(n.state.activation(), "builtins");
      parameters.add(DICT);
    }
    if (n.op.takesArray()) {
      array(n.inputs);
      parameters.add(ARRAY);
    } else {
      for (Node in : n.inputs) {
        load(in);
        parameters.add(type(in.rep));
      }
    }
    if (n.aux instanceof Integer count) {
      c.loadConstant(count);
      parameters.add(CD_int);
    } else if (n.aux != null) {
      // seams are named by their interfaces
      Class<?> type = n.aux instanceof TypeCheck ? TypeCheck.class : n.aux.getClass();
      constant(n.aux, type);
      parameters.add(desc(type));
    }
    // a bool whose guard may fail is a number
    ClassDesc result = n.rep == Rep.VOID ? CD_boolean : n.rep == Rep.BOOL && n.op.guard ? CD_int : type(n.rep);
    c.invokestatic(desc(Operations.home(n.op)), Operations.name(n.op), MethodTypeDesc.of(result, parameters));
  }

  private void array(Node... values) {
    c.loadConstant(values.length).anewarray(CD_Object);
    for (int i = 0; i < values.length; i++) {
      c.dup().loadConstant(i);
      load(values[i]);
      c.aastore();
    }
  }

  private void storeUnlessNull(Node n) {
    store(n);
    c.aload(locals.get(n)).ifnull(out(n));
    back(n);
  }

  private void unbox(Node n, ClassDesc box, String value, ClassDesc primitive) {
    load(n.input(0));
    c.instanceOf(box).ifeq(out(n));
    load(n.input(0));
    c.checkcast(box).invokevirtual(box, value, MethodTypeDesc.of(primitive));
    store(n);
  }

  /** Overflow: both operands (for a difference, the first and the complement of the second) have another sign than the result. */
  private void addOrSubtract(Node n) {
    boolean add = n.op == Op.ADD_LONG;
    load(n.input(0));
    load(n.input(1));
    if (add) {
      c.ladd();
    } else {
      c.lsub();
    }
    store(n);
    load(n.input(0));
    load(add ? n : n.input(1));
    c.lxor();
    load(add ? n.input(1) : n.input(0));
    load(n);
    c.lxor().land().lconst_0().lcmp().iflt(out(n));
  }

  private void multiply(Node n) {
    load(n.input(0));
    load(n.input(1));
    c.lmul();
    store(n);
    load(n.input(0));
    load(n.input(1));
    c.invokestatic(desc(Math.class), "multiplyHigh", MethodTypeDesc.of(CD_long, CD_long, CD_long));
    load(n);
    c.loadConstant(63).lshr().lcmp().ifne(out(n));
  }

  /** As the interpreter: by positive divisors. */
  private void divide(Node n) {
    load(n.input(1));
    c.lconst_0().lcmp().ifle(out(n));
    load(n.input(0));
    load(n.input(1));
    c.invokestatic(desc(Math.class), n.op == Op.REMAINDER_LONG ? "floorMod" : "floorDiv", MethodTypeDesc.of(CD_long, CD_long, CD_long));
    store(n);
  }

  private void shift(Node n) {
    Label out = out(n);
    load(n.input(1));
    c.loadConstant(-64L).land().lconst_0().lcmp().ifne(out);
    load(n.input(0));
    load(n.input(1));
    c.l2i().lshr();
    store(n);
  }

  // ---- ways between blocks

  /** Copies into the successor's phis, all at once, and jumps. */
  private void go(Block from, Block to, Block following) {
    int way = to.predecessors.indexOf(from);
    List<Node> copied = new ArrayList<>();
    for (Node phi : to.phis) {
      if (phi.inputs[way] != phi) {
        load(phi.inputs[way]);
        copied.add(phi);
      }
    }
    for (Node phi : copied.reversed()) {
      c.storeLocal(kind(phi.rep), locals.get(phi));
    }
    if (to != following) {
      c.goto_(labels.get(to));
    }
  }
}
