package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static dev.tuff.jit.emit.MethodCode.FRAME_AT;
import static dev.tuff.jit.emit.MethodCode.THREAD;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.Assumption;
import dev.tuff.engine.interp.CompiledCode;
import dev.tuff.engine.interp.Polls;
import dev.tuff.engine.interp.TypedEntry;
import dev.tuff.jit.build.Extent;
import dev.tuff.jit.hir.Graph;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.NotCompilable;
import dev.tuff.jit.hir.TypeVersion;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * From HIR to a hidden class: which methods and constants the class of a unit has. One method is its body ({@link BodyCode}): each value has a local
 * variable of the JVM, and guards jump to stubs at the end that write the frame's state. Others lead to it from a call with or without a frame, or from
 * its stubs ({@link OutMethod}). HotSpot does the rest.
 */
public final class ClassEmitter {
  static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_Object, STATE, FRAME);

  final Graph graph;
  final PyCode code;
  final ClassDesc self;
  final UnitNames names;

  /** Whether the unit makes no frame. */
  final boolean closed;

  /** Whether calls empty variables that nobody wants behind them. */
  final boolean forgets;

  /** The class data. */
  private final List<Object> constants = new ArrayList<>();
  private final Map<Object, Integer> constantIndex = new IdentityHashMap<>();
  private List<OutMethod> outs;

  private ClassEmitter(Graph graph, PyCode code, MethodHandles.Lookup home, boolean forgets) {
    this.graph = graph;
    this.code = code;
    this.forgets = forgets;
    closed = graph.makesNoFrame();
    self = UnitNames.className(home.lookupClass().getPackageName(), code.code);
    names = new UnitNames(code.code);
  }

  /**
   * A unit's class, with an instance of it.
   *
   * @param codeBytes of its longest method, which has so many slots of locals and of its operand stack
   */
  public record Emitted(CompiledCode unit, byte[] classFile, int codeBytes, int locals, int operands) {}

  /**
   * Emits a unit.
   *
   * @param extent how long it may be
   * @param home the package that its class lies in
   */
  public static Emitted emit(Graph graph, PyCode code, Extent extent, MethodHandles.Lookup home) throws NotCompilable {
    ClassEmitter e = new ClassEmitter(graph, code, home, true);
    byte[] bytes = e.build();
    CodeAttribute longest = longest(bytes);
    if (longest.codeLength() > extent.maxBytes && !extent.inlines()) {
      e = new ClassEmitter(graph, code, home, false);
      bytes = e.build();
      longest = longest(bytes);
    }
    if (longest.codeLength() > extent.maxBytes) {
      throw new NotCompilable("it is too long: " + longest.codeLength() + " bytes of JVM code, and the limit is " + extent.maxBytes);
    }
    try {
      MethodHandles.Lookup lookup = home.defineHiddenClassWithClassData(bytes, e.constants, true);
      CompiledCode unit = (CompiledCode) lookup.lookupClass().getDeclaredConstructor(PyCode.class, int[].class, boolean.class)
          .newInstance(code, graph.entries, graph.startsFresh);
      if (graph.typed != null) {
        unit.setTyped(lookup.findVirtual(lookup.lookupClass(), "call", graph.typed.type).bindTo(unit), e.closed);
      }
      return new Emitted(unit, bytes, longest.codeLength(), longest.maxLocals(), longest.maxStack());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Bootstrap method of calls by {@link TypedEntry}: the call site is a constant of the unit. */
  public static CallSite link(MethodHandles.Lookup lookup, String name, MethodType type, int index) throws IllegalAccessException {
    return MethodHandles.classDataAt(lookup, ConstantDescs.DEFAULT_NAME, CallSite.class, index);
  }

  /** The same of what {@link AssumptionCode} relies on; linked when it is asked first, and false if it holds no longer by then. */
  public static CallSite linkAssumption(MethodHandles.Lookup lookup, String name, MethodType type, int index) throws IllegalAccessException {
    Object data = MethodHandles.classDataAt(lookup, ConstantDescs.DEFAULT_NAME, Object.class, index);
    Assumption a = switch (data) {
      case TypeVersion v -> v.type().unchanged(v.version());
      case Assumption known -> known;
      case NamespaceKeys k -> k.unchanged();
      case FunctionAsMade f -> f.unchanged();
      default -> ((NamespaceValue) data).unchanged();
    };
    return a == null ? new ConstantCallSite(MethodHandles.constant(boolean.class, false)) : a.site();
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

  /** Whether the body can be called without a frame. */
  boolean isDirect() {
    return graph.directArguments >= 0;
  }

  /** Whether the interpreter does just the instruction where the guard fails: a unit without frames is left. */
  boolean stays(Node n) {
    return n.stays && !closed;
  }

  /** The place of an object in the class data. */
  int index(Object value) {
    Integer at = constantIndex.get(value);
    if (at == null) {
      at = constants.size();
      constants.add(value);
      constantIndex.put(value, at);
    }
    return at;
  }

  /** Whether others want the thread, for a loop or a call without a frame; tools that come from elsewhere interrupt it too. */
  void poll(CodeBuilder c) {
    c.aload(THREAD);
    dynamic(c, "poll", MethodTypeDesc.of(CD_boolean, STATE), Polls::site);
  }

  /** A call site of the interpreter's {@link Polls}. */
  void dynamic(CodeBuilder c, String name, MethodTypeDesc type, Function<Polls, CallSite> site) {
    c.invokedynamic(DynamicCallSiteDesc.of(LINK, name, type, index(site.apply(Polls.of(Interpreter.current())))));
  }

  // ---- methods

  private byte[] build() {
    return ClassFile.of().build(self, b -> {
      b.withSuperclass(COMPILED).withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_PUBLIC).with(SourceFileAttribute.of(UnitNames.file(code.code)));
      MethodTypeDesc init = MethodTypeDesc.of(CD_void, desc(PyCode.class), CD_int.arrayType(), CD_boolean);
      b.withMethodBody(ConstantDescs.INIT_NAME, init, ClassFile.ACC_PUBLIC,
          i -> i.aload(0).aload(1).aload(2).iload(3).invokespecial(COMPILED, ConstantDescs.INIT_NAME, init).return_());
      if (!isDirect()) {
        b.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, this::body);
      } else if (graph.typed != null) {
        new TypedMethods(this).add(b);
      } else {
        directMethods(b);
      }
      for (OutMethod out : outs) {
        b.withMethodBody(out.name(), out.type(), ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE, out::write);
      }
    });
  }

  void body(CodeBuilder c) {
    outs = BodyCode.write(this, c);
  }

  /** The methods of a unit that is called with arguments: by position, without a frame, or with those of a frame. */
  private void directMethods(ClassBuilder b) {
    int n = graph.directArguments;
    // arguments that are cells, and other cells
    List<Integer> cells = Arrays.stream(graph.cells).boxed().toList();
    List<Integer> more = cells.stream().filter(slot -> slot >= n).toList();
    String bodyName = UnitNames.methodName(code.code);
    List<ClassDesc> parameters = new ArrayList<>(List.of(STATE, FRAME, FUNCTION));
    parameters.addAll(Collections.nCopies(n + more.size(), CD_Object));
    MethodTypeDesc type = MethodTypeDesc.of(CD_Object, parameters);
    b.withMethodBody(bodyName, type, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, this::body);
    b.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, m -> {
      m.aload(0).aload(THREAD).aload(FRAME_AT).aload(FRAME_AT).getfield(FRAME, "function", FUNCTION);
      for (int i = 0; i < n; i++) {
        m.aload(FRAME_AT).getfield(FRAME, "fast", ARRAY).loadConstant(i).aaload();
      }
      for (int slot : more) {
        m.aload(FRAME_AT).getfield(FRAME, "fast", ARRAY).loadConstant(slot).aaload();
      }
      m.invokevirtual(self, bodyName, type).areturn();
    });
    parameters = parameters.subList(0, 3 + n);
    parameters.remove(1);
    b.withMethodBody("call" + n, MethodTypeDesc.of(CD_Object, parameters), ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, m -> {
      m.aload(0).aload(THREAD).aconst_null().aload(2);
      for (int i = 0; i < n; i++) {
        if (cells.contains(i)) {
          m.new_(CELL).dup().aload(3 + i).invokespecial(CELL, ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, CD_Object));
        } else {
          m.aload(3 + i);
        }
        m.aconst_null().astore(3 + i);
      }
      for (int k = 0; k < more.size(); k++) {
        m.new_(CELL).dup().aconst_null().invokespecial(CELL, ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void, CD_Object));
      }
      m.invokevirtual(self, bodyName, type).areturn();
    });
    b.withMethodBody("directArguments", MethodTypeDesc.of(CD_int), ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL, m -> m.loadConstant(n).ireturn());
  }
}
