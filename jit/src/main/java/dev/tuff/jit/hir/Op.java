package dev.tuff.jit.hir;

import static dev.tuff.jit.hir.Rep.*;

/**
 * The operations of the HIR: what they give, and whether they may leave compiled code (a guard: its node has a {@link State}) or do something
 * besides giving a value (an effect: it stays in its place). All others depend on their inputs alone.
 */
public enum Op {
  /** Goes on at the successor for the instruction at which the frame stands; the first is for calls without a frame, if there are such. */
  DISPATCH(VOID, false, true),
  /** Argument {@code aux} of a call without a frame. */
  PARAMETER(OBJECT),
  /** The value of frame slot {@code aux} when the unit is entered. */
  SLOT_AT_ENTRY(OBJECT),
  /** A value of each predecessor of the block, in their order. */
  PHI(OBJECT),
  CONST(OBJECT),
  LONG_CONST(LONG),
  DOUBLE_CONST(DOUBLE),

  BOX_LONG(OBJECT),
  BOX_DOUBLE(OBJECT),
  BOX_BOOL(OBJECT),
  /** The boxed int if the second input is true, else null: a local that may be unbound yet. */
  BOX_LONG_OR_NULL(OBJECT),
  BOOL_CONST(BOOL),
  /** Guards that the object is a {@code Long} or {@code Double}. */
  UNBOX_LONG(LONG, true, false),
  UNBOX_DOUBLE(DOUBLE, true, false),
  LONG_TO_DOUBLE(DOUBLE),

  /** 64-bit arithmetic that leaves where the result would not fit, or Python's differs. */
  ADD_LONG(LONG, true, false),
  SUBTRACT_LONG(LONG, true, false),
  MULTIPLY_LONG(LONG, true, false),
  FLOOR_DIVIDE_LONG(LONG, true, false),
  REMAINDER_LONG(LONG, true, false),
  RSHIFT_LONG(LONG, true, false),
  AND_LONG(LONG),
  OR_LONG(LONG),
  XOR_LONG(LONG),
  ADD_DOUBLE(DOUBLE),
  SUBTRACT_DOUBLE(DOUBLE),
  MULTIPLY_DOUBLE(DOUBLE),
  /** Leaves where the divisor is zero. */
  DIVIDE_DOUBLE(DOUBLE, true, false),

  /** Comparisons; {@code aux}: the outcomes that make them true, as in COMPARE_OP. */
  COMPARE_LONG(BOOL),
  COMPARE_DOUBLE(BOOL),
  IS_TRUE(BOOL),
  IS_NONE(BOOL),
  NOT(BOOL),

  /** Guards that a local is bound. */
  CHECK_BOUND(VOID, true, false),
  /** Guards that the object is of the Java class {@code aux}. */
  CHECK_CLASS(VOID, true, false),
  /** Guards that no other thread, signal or tool wants something. */
  POLL(VOID, true, true),

  /** A global or builtin by its cache {@code aux}. */
  GLOBAL(OBJECT, true, true),
  BUILTIN(OBJECT, true, true),
  /** An instance attribute by its cache. */
  LOAD_SLOT(OBJECT, true, true),
  STORE_SLOT(VOID, true, true),
  /** Adds an instance attribute, which changes the shape. */
  ADD_SLOT(VOID, true, true),
  /** Guards that the object is {@code aux}. */
  CHECK_SAME(VOID, true, false),
  /** Makes the frame of activation {@code aux} with its arguments, if there is none. */
  ENTER(VOID, false, true),
  /** An inlined call begins: activation {@code aux} has no frame yet; and ends: a frame that was made is left. */
  INLINE(VOID, false, true),
  EXIT(VOID, false, true),
  /** Guards that the function of activation {@code aux} has the same code, and no tools for it. */
  CHECK_CODE(VOID, true, true),
  /** Guards that making an object of the class is just a call of the function {@code aux}. */
  CHECK_INIT(VOID, true, true),
  /** Guards that the defaults of the function are the array {@code aux}. */
  CHECK_DEFAULTS(VOID, true, true),
  /** A new object of the class. */
  NEW_OBJECT(OBJECT, false, true),
  /** Calls the plain Python function, or another object, of the site; the frame is in its exact state but for the operands. */
  CALL_FUNCTION(OBJECT, false, true),
  CALL_CLASS(OBJECT, false, true),
  CALL_OBJECT(OBJECT, false, true),
  /** Calls the first input; in the second form the next one is the receiver of a method, or null. */
  CALL_ANY(OBJECT, false, true),
  CALL_MAYBE(OBJECT, false, true),
  /** Guards that the object has the method of the cache. */
  CHECK_METHOD(VOID, true, true),
  /** The method of an object by the caches in the chain. */
  LOAD_METHOD(OBJECT, true, true),
  LIST_ITEM(OBJECT, true, true),
  TUPLE_ITEM(OBJECT, true, true),
  STORE_LIST_ITEM(VOID, true, true),

  LIST_APPEND(VOID, true, true),
  /** Guards that the object is a tuple of {@code aux} items. */
  CHECK_TUPLE(VOID, true, false),

  NEW_CELL(OBJECT, false, true),
  /** Element {@code aux} of the function's closure. */
  FREE_CELL(OBJECT),
  /** Leaves where the cell is empty. */
  LOAD_CELL(OBJECT, true, true),
  STORE_CELL(VOID, false, true),

  /** Whether a range iterator has more, and taking its next item. */
  RANGE_HAS_NEXT(BOOL, false, true),
  RANGE_NEXT(LONG, false, true),
  /** The next item of a list iterator; null at its end. */
  LIST_NEXT(OBJECT, false, true),
  /** The next item of anything, null at its end; the frame is in its exact state. */
  ITERATOR_NEXT(OBJECT, false, true),
  IS_NULL(BOOL),

  /** Writes a value to place {@code aux}; reads what an instruction has left there. */
  STORE_FRAME(VOID, false, true),
  LOAD_FRAME(OBJECT, false, true),
  /** The interpreter does an instruction on the frame, which is in its exact state. */
  STEP(VOID, false, true),

  /** Makes the exception the one that is being handled; gives the one before. */
  PUSH_HANDLED(OBJECT, false, true),
  POP_HANDLED(VOID, false, true),
  /** Leaves the unit with a value that the generator yields; the frame is in its exact state but for that. */
  YIELD(VOID, false, true),
  /** What a sub-iterator yields; null at its end. And its value then. */
  SEND(OBJECT, false, true),
  SENT(OBJECT, false, true),

  JUMP(VOID, false, true),
  /** To the first successor if the input is true, else to the second. */
  BRANCH(VOID, false, true),
  RETURN(VOID, false, true),
  /** To the interpreter, always. */
  LEAVE(VOID, true, true);

  public final Rep rep;
  public final boolean guard;
  public final boolean effect;

  /** Whether this only makes an object of raw values: done where the object is wanted. */
  public boolean boxes() {
    return this == BOX_LONG || this == BOX_DOUBLE || this == BOX_BOOL || this == BOX_LONG_OR_NULL;
  }

  /** Whether the interpreter does just this instruction where the guard fails, and compiled code goes on behind it. */
  public boolean stays() {
    return switch (this) {
      case GLOBAL, BUILTIN, LOAD_SLOT, LOAD_METHOD, STORE_SLOT, ADD_SLOT, LIST_ITEM, STORE_LIST_ITEM, LIST_APPEND -> true;
      default -> false;
    };
  }

  /** Where the interpreter leaves the value of an operation that {@link #stays}, done on a stack of {@code height}; -1 if it has none. */
  public int result(int height) {
    return switch (this) {
      case GLOBAL, BUILTIN -> height;
      case LOAD_SLOT, LOAD_METHOD -> height - 1;
      case LIST_ITEM -> height - 2;
      default -> -1;
    };
  }

  Op(Rep rep) {
    this(rep, false, false);
  }

  Op(Rep rep, boolean guard, boolean effect) {
    this.rep = rep;
    this.guard = guard;
    this.effect = effect;
  }
}
