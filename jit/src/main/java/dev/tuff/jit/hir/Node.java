package dev.tuff.jit.hir;

import dev.tuff.engine.core.PyType;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.number.PyBool;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import java.util.Arrays;

/** An operation of a block, and its value. */
public final class Node {
  public final int id;
  public final Op op;
  public Node[] inputs;

  /** What the operation needs besides its inputs: see {@link Op}. */
  public final Object aux;

  /** Where the interpreter goes on if the guard fails; null if the operation is none. That may be before its instruction. */
  public State state;

  /** Of a guard, its instruction. */
  public final Activation activation;
  public final int instruction;
  public final int form;

  /** Whether the interpreter does just this instruction where the guard fails, and compiled code goes on behind it. */
  public boolean stays;

  /** The representation: {@code op.rep}, but for phis. */
  public Rep rep;

  /** Whether an int, {@code rep} LONG, surely fits in 32 bits and is an int of Java; of a comparison or access to an array: its inputs or index. */
  public boolean narrow;

  /** Of a number in a box: whether something has been built, or left out, because it is one. */
  public boolean relied;

  /** What a call of static code gives; null if that is not known. */
  public TypeCheck returns;
  public Block block;

  Node(int id, Op op, Object aux, State state, Node... inputs) {
    this.id = id;
    this.op = op;
    this.aux = aux;
    this.state = state;
    activation = state == null ? null : state.activation();
    instruction = state == null ? -1 : state.instruction();
    form = state == null ? -1 : state.form();
    this.inputs = inputs;
    rep = op.rep;
  }

  public Node input(int i) {
    return inputs[i];
  }

  /** Whether the value passes a check for certain. */
  public boolean isSurely(TypeCheck type) {
    return isSurely(type, 3);
  }

  private boolean isSurely(TypeCheck type, int depth) {
    return switch (op) {
      case CONST -> aux != null && type.accepts(aux);
      case BOX_LONG -> type.isPlain() && type.type() == PyInt.TYPE;
      case BOX_DOUBLE -> type.isPlain() && type.type() == PyFloat.TYPE;
      case BOX_BOOL -> type.isPlain() && type.type() == PyBool.TYPE;
      case GET_FIELD -> ((Field) aux).check() != null && type.includes(((Field) aux).check());
      case CALL_TYPED, CALL_CLOSED -> returns != null && type.includes(returns);
      // of a loop's, some may not be built yet
      case PHI -> depth > 0 && Arrays.stream(inputs).allMatch(in -> in != null && in.isSurely(type, depth - 1));
      case NEW_OBJECT -> type.isPlain() && ((PyType) aux).isSubtype(type.type());
      default -> false;
    };
  }

  /** Whether Python code may run before what follows. */
  public boolean runsCode() {
    return stays || op.runsCode();
  }

  /** Whether the node must stay though nobody uses its value. */
  public boolean isAnchored() {
    return op.guard || op.effect;
  }
}
