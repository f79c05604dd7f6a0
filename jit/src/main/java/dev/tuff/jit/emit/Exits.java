package dev.tuff.jit.emit;

import static dev.tuff.jit.emit.Descs.*;
import static dev.tuff.jit.emit.MethodCode.FUNCTION_AT;
import static dev.tuff.jit.emit.MethodCode.THREAD;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.tuff.engine.interp.Guard;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.State;
import dev.tuff.jit.operations.PrimitiveOperations;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways out of a body: a guard that fails goes to a stub at the end. Little code is there, and the work is in a method of its own
 * ({@link OutMethod}): HotSpot counts the bytes of the body.
 */
final class Exits {
  private final BodyCode body;
  private final MethodCode m;
  private final CodeBuilder c;
  private final List<Stub> stubs = new ArrayList<>();
  private final Map<Leaving, Stub> leaving = new HashMap<>();

  /** The variable for which of several guards has failed; 0 if there is none yet. */
  private int which;

  /** The methods that the stubs call. */
  final List<OutMethod> methods = new ArrayList<>();

  /**
   * What stubs that leave have in common if they can be one.
   *
   * @param counts whether it is a failure
   * @param state the contents of the state
   */
  private record Leaving(boolean counts, List<Object> state) {}

  /**
   * Where guards go that fail.
   *
   * @param node one of them
   * @param guards with a label each, if they count
   * @param back where to go on if the operation stays; else null
   */
  private record Stub(Node node, Map<Guard, Label> guards, Label back) {}

  Exits(BodyCode body) {
    this.body = body;
    m = body.m;
    c = m.c;
  }

  /** Writes the stubs. */
  void write() {
    stubs.forEach(this::stub);
  }

  /** Where the guard of an operation goes that fails. */
  Label out(Node n) {
    if (n.op.callsTyped()) {
      return newStub(n, c.newLabel());
    }
    if (m.unit.stays(n)) {
      return newStub(n, c.newLabel());
    }
    boolean counts = OutMethod.counts(n);
    Stub stub = leaving.computeIfAbsent(new Leaving(counts, contents(n.state)), k -> {
      newStub(n, null);
      return stubs.getLast();
    });
    return counts ? stub.guards.computeIfAbsent(OutMethod.guard(n), k -> c.newLabel()) : stub.guards.values().iterator().next();
  }

  private Label newStub(Node n, Label back) {
    Label label = c.newLabel();
    Map<Guard, Label> guards = new LinkedHashMap<>();
    guards.put(OutMethod.guard(n), label);
    stubs.add(new Stub(n, guards, back));
    return label;
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
  void back(Node n) {
    if (m.unit.stays(n) || n.op.callsTyped()) {
      c.labelBinding(stubs.getLast().back);
    }
  }

  /** Little code here, and the work in a method of its own: HotSpot counts bytes. */
  private void stub(Stub s) {
    body.line(s.node);
    List<Label> labels = List.copyOf(s.guards.values());
    boolean several = labels.size() > 1;
    if (several) {
      which = which == 0 ? c.allocateLocal(TypeKind.INT) : which;
      Label common = c.newLabel();
      for (int i = 0; i < labels.size(); i++) {
        c.labelBinding(labels.get(i)).loadConstant(i);
        if (i < labels.size() - 1) {
          c.goto_(common);
        }
      }
      c.labelBinding(common).istore(which);
    } else {
      c.labelBinding(labels.getFirst());
    }
    State state = s.node.state;
    List<Node> values = new ArrayList<>();
    for (Node[] slots : state.values()) {
      for (Node v : slots) {
        addRaw(v, values);
      }
    }
    c.aload(THREAD).aload(0);
    List<ClassDesc> parameters = new ArrayList<>(List.of(STATE, COMPILED));
    if (m.unit.isDirect()) {
      c.aload(FUNCTION_AT);
      parameters.add(FUNCTION);
    }
    for (State each : state.chain()) {
      c.aload(m.frame(each.activation()));
      parameters.add(FRAME);
    }
    for (Node v : values) {
      m.load(v);
      parameters.add(type(v.rep));
    }
    if (several) {
      c.iload(which);
      parameters.add(CD_int);
    }
    String name = "out" + methods.size();
    MethodTypeDesc type = MethodTypeDesc.of(CD_Object, parameters);
    methods.add(new OutMethod(m.unit, name, type, s.node, values, List.copyOf(s.guards.keySet())));
    c.invokestatic(m.unit.self, name, type);
    if (s.back == null) {
      body.sentinel();
      return;
    }
    c.dup().ifnull(body.raisedAbove);
    if (s.node.op.callsTyped()) {
      Label fine = c.newLabel();
      c.dup().getstatic(COMPILED, "RAISED", CD_Object).if_acmpne(fine);
      body.sentinel();
      c.labelBinding(fine);
    }
    switch (s.node.rep) {
      case OBJECT -> c.storeLocal(TypeKind.REFERENCE, m.locals.get(s.node));
      case LONG -> c.invokestatic(desc(PrimitiveOperations.class), "bitsOf", MethodTypeDesc.of(CD_long, CD_Object)).lstore(m.locals.get(s.node));
      case DOUBLE -> c.checkcast(DOUBLE).invokevirtual(DOUBLE, "doubleValue", MethodTypeDesc.of(CD_double)).dstore(m.locals.get(s.node));
      case BOOL -> c.checkcast(BOOLEAN).invokevirtual(BOOLEAN, "booleanValue", MethodTypeDesc.of(CD_boolean)).istore(m.locals.get(s.node));
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
        c.astore(m.frame(each.activation()));
      }
      above++;
    }
    c.goto_(s.back);
  }

  /** The values that have to be there for a value: not the box, but what is in it. */
  private static void addRaw(Node v, List<Node> values) {
    if (v == null || v.op.isConstant()) {
      return;
    }
    for (Node raw : v.op.boxes() ? v.inputs : new Node[] {v}) {
      if (!raw.op.isConstant() && !values.contains(raw)) {
        values.add(raw);
      }
    }
  }
}
