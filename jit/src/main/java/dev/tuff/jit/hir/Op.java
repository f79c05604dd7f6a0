package dev.tuff.jit.hir;

import static dev.tuff.jit.hir.Rep.*;

import dev.tuff.jit.operations.CallOperations;
import dev.tuff.jit.operations.ItemOperations;
import dev.tuff.jit.operations.NumberOperations;
import dev.tuff.jit.operations.Operations;
import dev.tuff.jit.operations.PrimitiveOperations;
import dev.tuff.jit.operations.TextOperations;
import java.util.Locale;

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
  /** The boxed float if the second input is true, else {@code aux}: null, or the int that a sum begins with. */
  BOX_DOUBLE_OR(OBJECT),
  BOOL_CONST(BOOL),
  /** Guards that the object is a {@code Long} or {@code Double}. */
  UNBOX_LONG(LONG, true, false),
  UNBOX_DOUBLE(DOUBLE, true, false),
  /** The same of what a loop begins with, which is an int or float in its later turns. */
  LOOP_LONG(LONG, true, false),
  LOOP_DOUBLE(DOUBLE, true, false),
  LONG_TO_DOUBLE(DOUBLE),
  BOOL_TO_LONG(LONG, NumberOperations.class),

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
  /** Leave where the divisor is zero. */
  DIVIDE_DOUBLE(DOUBLE, true, false),
  FLOOR_DIVIDE_DOUBLE(DOUBLE, true, false, NumberOperations.class),
  REMAINDER_DOUBLE(DOUBLE, true, false, NumberOperations.class),

  /** As those of ints above; {@code DIVIDE_LONG} is the true division. */
  LSHIFT_LONG(LONG, true, false, NumberOperations.class),
  POWER_LONG(LONG, true, false, NumberOperations.class),
  ABS_LONG(LONG, true, false, NumberOperations.class),
  DIVIDE_LONG(DOUBLE, true, false, NumberOperations.class),
  /** Leaves where the result is no ordinary number. */
  POWER_DOUBLE(DOUBLE, true, false, NumberOperations.class),
  ABS_DOUBLE(DOUBLE, NumberOperations.class),
  MIN_LONG(LONG, NumberOperations.class),
  MAX_LONG(LONG, NumberOperations.class),
  MIN_DOUBLE(DOUBLE, NumberOperations.class),
  MAX_DOUBLE(DOUBLE, NumberOperations.class),
  /** The function {@code aux} of Java's {@code Math}, which is Python's where the result is finite. */
  MATH(DOUBLE, true, false),
  /** An int as a float that equals it: leaves where there is none. */
  EXACT_DOUBLE(DOUBLE, true, false, NumberOperations.class),
  /** Guards that the object is a float, or an int, which becomes one. */
  TO_DOUBLE(DOUBLE, true, false, NumberOperations.class),
  /** The int that is left of a float without its fraction. */
  TRUNCATE(LONG, true, false, NumberOperations.class),
  /** Operator {@code aux} of any plain numbers; comparison {@code aux} of any plain numbers and strs. */
  ARITHMETIC(OBJECT, true, true, NumberOperations.class),
  COMPLEX(OBJECT, true, true, NumberOperations.class),
  COMPARE(BOOL, true, true, NumberOperations.class),

  /** Comparisons; {@code aux}: the outcomes that make them true, as in COMPARE_OP. */
  COMPARE_LONG(BOOL),
  COMPARE_DOUBLE(BOOL),
  IS_TRUE(BOOL),
  /** Whether the input is the object {@code aux} itself. */
  IS_OBJECT(BOOL),
  NOT(BOOL),
  /** Whether two objects are one; ints and floats go by value. */
  IS(BOOL, NumberOperations.class),
  TO_BOOL(BOOL, true, true, NumberOperations.class),
  /** {@code ==} or {@code !=} of strs, with outcomes as above. */
  COMPARE_STR(BOOL, true, true, NumberOperations.class),

  /** Guards that a local is bound. */
  CHECK_BOUND(VOID, true, false),
  /** Guards that the object is of the Java class {@code aux}. */
  CHECK_CLASS(VOID, true, false),
  /** Guards that no other thread, signal or tool wants something. */
  POLL(VOID, true, true),

  /** A global or builtin by its cache {@code aux}. */
  GLOBAL(OBJECT, true, true, Operations.class),
  BUILTIN(OBJECT, true, true, Operations.class),
  /** Guards that the namespaces of the unit's function are {@code aux}. */
  CHECK_NAMESPACES(VOID, true, false),
  /** Guards that a global or builtin of known namespaces is what it has always been. */
  CHECK_GLOBAL(VOID, true, true),
  /** Guards that the object has the shape {@code aux}. */
  CHECK_SHAPE(VOID, true, true),
  /** Slot {@code aux} of an object of a known shape: guards that it has a value; sets one that is there, while there is but one thread. */
  GET_SLOT(OBJECT, true, true),
  PUT_SLOT(VOID, true, true),
  /** Sets one more, by its cache. */
  ADD_SLOT(VOID, true, true),
  /** An instance attribute by its cache; setting it may add it, which changes the shape. */
  LOAD_SLOT(OBJECT, true, true, Operations.class),
  STORE_SLOT(VOID, true, true, Operations.class),
  /** Sets one that is there, of objects of one shape. */
  REPLACE_SLOT(VOID, true, true, Operations.class),
  /** Guards that the object is {@code aux}. */
  CHECK_SAME(VOID, true, false),
  /** Makes the frame of activation {@code aux} with its arguments, if there is none. */
  ENTER(VOID, false, true),
  /** An inlined call begins: activation {@code aux} has no frame yet; and ends: a frame that was made is left. */
  INLINE(VOID, false, true),
  EXIT(VOID, false, true),
  /** Guards that the function of activation {@code aux}, or the input in its place, has the same code, and no tools for it. */
  CHECK_CODE(VOID, true, true),
  /** Guards that making an object of the class is just a call of the function {@code aux}. */
  CHECK_INIT(VOID, true, true, Operations.class),
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
  CHECK_METHOD(VOID, true, true, Operations.class),
  /** The method of an object by the caches in the chain. */
  LOAD_METHOD(OBJECT, true, true, Operations.class),
  /** Guards that the object is a list, not of a subclass: so it will stay. */
  CHECK_LIST(VOID, true, false),
  /** An item of such a list; sets one that is there, while there is but one thread. */
  GET_ITEM(OBJECT, true, true),
  SET_ITEM(VOID, true, true),
  /** The same of items that are floats, or ints; leave where one is not. */
  FLOAT_ITEM(DOUBLE, true, true),
  INT_ITEM(LONG, true, true),
  STORE_FLOAT(VOID, true, true),
  STORE_INT(VOID, true, true),
  LIST_ITEM(OBJECT, true, true, Operations.class),
  TUPLE_ITEM(OBJECT, true, true, Operations.class),
  STORE_LIST_ITEM(VOID, true, true, Operations.class),

  STR_ITEM(OBJECT, true, true, ItemOperations.class),
  BYTES_ITEM(LONG, true, true, ItemOperations.class),
  DICT_ITEM(OBJECT, true, true, ItemOperations.class),
  /** Of anything, as far as that takes no Python code: container, key, value. */
  STORE_ITEM(VOID, true, true, ItemOperations.class),
  STORE_DICT_ITEM(VOID, true, true, ItemOperations.class),
  STORE_BYTE(VOID, true, true, ItemOperations.class),
  DELETE_ITEM(VOID, true, true, ItemOperations.class),
  /** Items from one index up to another, of a list, tuple, str or bytes. */
  SLICE(OBJECT, true, true, ItemOperations.class),
  /** What a slice object selects; the slice of one index up to another by items. */
  SLICE_ITEMS(OBJECT, true, true, ItemOperations.class),
  STORE_SLICE(VOID, true, true, ItemOperations.class),
  STR_SLICE(OBJECT, true, true, ItemOperations.class),
  /** Whether a container, the first input, has an item; {@code aux} 1: has not. */
  DICT_CONTAINS(BOOL, true, true, ItemOperations.class),
  SET_CONTAINS(BOOL, true, true, ItemOperations.class),
  STR_CONTAINS(BOOL, true, true, ItemOperations.class),
  SEQUENCE_CONTAINS(BOOL, true, true, ItemOperations.class),

  /** New containers of the inputs. */
  NEW_TUPLE(OBJECT, ItemOperations.class),
  NEW_LIST(OBJECT, ItemOperations.class),
  NEW_SLICE(OBJECT, ItemOperations.class),
  NEW_SET(OBJECT, true, true, ItemOperations.class),
  NEW_DICT(OBJECT, true, true, ItemOperations.class),
  /** One str of several. */
  BUILD_STRING(OBJECT, true, true, ItemOperations.class),
  /** What {@code +} and {@code *} do to sequences. */
  CONCAT(OBJECT, true, true, ItemOperations.class),
  EXTEND(OBJECT, true, true, ItemOperations.class),
  REPEAT(OBJECT, true, true, ItemOperations.class),

  LIST_EXTEND(VOID, true, true, ItemOperations.class),
  SET_ADD(VOID, true, true, ItemOperations.class),
  MAP_ADD(VOID, true, true, ItemOperations.class),
  BYTES_APPEND(VOID, true, true, ItemOperations.class),

  /** Calls of builtins. */
  LEN(LONG, true, true, CallOperations.class),
  ORD(LONG, true, true, CallOperations.class),
  CHR(OBJECT, true, true, CallOperations.class),
  IS_INSTANCE(BOOL, true, true, CallOperations.class),
  /** Whether an except clause with one class catches the exception. */
  EXCEPTION_MATCHES(BOOL, true, true, CallOperations.class),
  TYPE_OF(OBJECT, false, true, CallOperations.class),
  /** Whether patterns take the object for a sequence or mapping. */
  MATCH_SEQUENCE(BOOL, false, true, CallOperations.class),
  MATCH_MAPPING(BOOL, false, true, CallOperations.class),
  STR_OF(OBJECT, true, true, CallOperations.class),
  INT_OF(OBJECT, true, true, NumberOperations.class),
  ABS(OBJECT, true, true, NumberOperations.class),
  MIN(OBJECT, true, true, NumberOperations.class),
  MAX(OBJECT, true, true, NumberOperations.class),
  DICT_GET(OBJECT, true, true, CallOperations.class),
  LIST_POP(OBJECT, true, true, CallOperations.class),
  LIST_POP_AT(OBJECT, true, true, CallOperations.class),

  /** Methods of str, on strs. */
  STR_SPLIT(OBJECT, true, true, TextOperations.class),
  STR_SPLIT_AT(OBJECT, true, true, TextOperations.class),
  STR_PARTITION(OBJECT, true, true, TextOperations.class),
  STR_JOIN(OBJECT, true, true, TextOperations.class),
  STR_REPLACE(OBJECT, true, true, TextOperations.class),
  STR_UPPER(OBJECT, true, true, TextOperations.class),
  STR_LOWER(OBJECT, true, true, TextOperations.class),
  STR_STRIP(OBJECT, true, true, TextOperations.class),
  STR_FIND(LONG, true, true, TextOperations.class),
  STR_COUNT(LONG, true, true, TextOperations.class),
  STR_STARTS_WITH(BOOL, true, true, TextOperations.class),
  STR_ENDS_WITH(BOOL, true, true, TextOperations.class),
  STR_IS_DIGIT(BOOL, true, true, TextOperations.class),
  STR_IS_ALPHA(BOOL, true, true, TextOperations.class),
  STR_IS_ALNUM(BOOL, true, true, TextOperations.class),
  STR_IS_SPACE(BOOL, true, true, TextOperations.class),

  /** Guards that the object has the class attribute of the cache. */
  CHECK_CLASS_ATTRIBUTE(VOID, true, true, CallOperations.class),
  /** The same of a property, with the same getter. */
  CHECK_PROPERTY(VOID, true, true, CallOperations.class),
  /** Guards that the object's type is one of those of the cache. */
  CHECK_KNOWN_TYPE(VOID, true, true, CallOperations.class),
  /** An attribute of a module by its cache. */
  MODULE_ATTRIBUTE(OBJECT, true, true, CallOperations.class),
  STORE_GLOBAL(VOID, true, true, CallOperations.class),

  LIST_APPEND(VOID, true, true, Operations.class),
  APPEND_FLOAT(VOID, false, true),
  APPEND_INT(VOID, false, true),
  /** Guards that the object is a tuple of {@code aux} items. */
  CHECK_TUPLE(VOID, true, false, Operations.class),

  NEW_CELL(OBJECT, false, true),
  /** Element {@code aux} of the closure of the function that is the input, or the unit's own. */
  FREE_CELL(OBJECT),
  /** A new function with the code that is the input, a constant, and the namespaces of activation {@code aux}. */
  NEW_FUNCTION(OBJECT, false, true),
  /** Sets what SET_FUNCTION_ATTRIBUTE sets: value, function; gives the function. */
  FUNCTION_ATTRIBUTE(OBJECT, false, true, CallOperations.class),
  /** Leaves where the cell is empty. */
  LOAD_CELL(OBJECT, true, true),
  STORE_CELL(VOID, false, true),

  /** Whether a range iterator has more, and taking its next item. */
  RANGE_HAS_NEXT(BOOL, false, true),
  RANGE_NEXT(LONG, false, true),
  /** The range of start, stop and step, and its iterator. */
  NEW_RANGE(OBJECT, CallOperations.class),
  RANGE_ITERATOR(OBJECT, true, true, CallOperations.class),
  /** Guards that start, stop and step are so small that counting cannot overflow; the iterator of what is left of such a range. */
  CHECK_BOUNDS(VOID, true, false, CallOperations.class),
  RANGE_FROM(OBJECT, CallOperations.class),
  /** The iterator of a builtin object. */
  ITERATOR(OBJECT, true, true, CallOperations.class),
  /** The next item of a builtin iterator; null at its end; leaves where that takes more. */
  QUICK_NEXT(OBJECT, true, true, CallOperations.class),
  /** The same of iterators over pairs: one of the pair, and the other. */
  ENUMERATE_ITEM(OBJECT, true, true, CallOperations.class),
  ENUMERATE_COUNT(LONG, false, true, CallOperations.class),
  DICT_KEY(OBJECT, true, true, CallOperations.class),
  DICT_VALUE(OBJECT, false, true, CallOperations.class),
  ZIP_FIRST(OBJECT, true, true, CallOperations.class),
  ZIP_SECOND(OBJECT, false, true, CallOperations.class),
  /** The next item of a list iterator; null at its end. */
  LIST_NEXT(OBJECT, false, true),
  /** Whether it has one; takes it if it is a float, or an int, else leaves. */
  LIST_HAS_NEXT(BOOL, false, true),
  NEXT_FLOAT(DOUBLE, true, true),
  NEXT_INT(LONG, true, true),
  /** The next item of anything, null at its end; the frame is in its exact state. */
  ITERATOR_NEXT(OBJECT, false, true),
  IS_NULL(BOOL),

  /** Arithmetic of primitive ints as C has it, of 64 bits; {@code C_WRAP} cuts to type {@code aux}. */
  C_ADD(LONG),
  C_SUBTRACT(LONG),
  C_MULTIPLY(LONG),
  C_LSHIFT(LONG),
  C_RSHIFT(LONG),
  C_URSHIFT(LONG),
  C_WRAP(LONG, PrimitiveOperations.class),
  /** Leave where the divisor is zero. */
  C_DIVIDE(LONG, true, false, PrimitiveOperations.class),
  C_REMAINDER(LONG, true, false, PrimitiveOperations.class),
  C_DIVIDE_UNSIGNED(LONG, true, false, PrimitiveOperations.class),
  C_REMAINDER_UNSIGNED(LONG, true, false, PrimitiveOperations.class),
  C_POWER(DOUBLE, PrimitiveOperations.class),
  C_POWER_LONG(DOUBLE, PrimitiveOperations.class),
  NEGATE_DOUBLE(DOUBLE),
  UNSIGNED_TO_DOUBLE(DOUBLE, PrimitiveOperations.class),
  /** Guards that an int is in the range of type {@code aux}. */
  CHECK_RANGE(VOID, true, false, PrimitiveOperations.class),
  /** Guards that an int is from {@code -2^SMALL_BITS}, and below {@code 2^SMALL_BITS}. */
  CHECK_SMALL(VOID, true, false),
  /** Has the state before a loop with head {@code aux}, for guards that a pass puts there; not in the end. */
  BEFORE_LOOP(VOID, true, false),
  /** Guards that the object is a bool. */
  UNBOX_BOOL(BOOL, true, false, PrimitiveOperations.class),
  /** The primitive that an object surely stands for. */
  BITS_OF(LONG, PrimitiveOperations.class),
  DOUBLE_OF(DOUBLE, PrimitiveOperations.class),
  BOOL_OF(BOOL, PrimitiveOperations.class),
  /** The int that 64 bits are without a sign. */
  BOX_UNSIGNED(OBJECT, PrimitiveOperations.class),

  /** Guards that static code may take the object for what {@code aux} says. */
  CHECK_TYPE(VOID, true, false, PrimitiveOperations.class),
  /** Whether it may. */
  HAS_TYPE(BOOL, false, true, PrimitiveOperations.class),
  /** Guards that the callee {@code aux} is still what its module or class has; that the receiver is one of its. */
  CHECK_CALLEE(VOID, true, true),
  CHECK_RECEIVER(VOID, true, true, PrimitiveOperations.class),
  /** Whether it is. */
  RECEIVER_IS(BOOL, false, true, PrimitiveOperations.class),
  /** Guards that the class, and those below it, are as they were: what {@code aux} says. */
  CHECK_FAMILY(VOID, true, true),
  /** Guards that the class {@code aux}, and those above it, are as they were. */
  CHECK_VERSION(VOID, true, true),
  /** Field {@code aux} of an object of a static class: guards that it is set; surely is. */
  GET_FIELD(OBJECT, true, true),
  GET_SET_FIELD(OBJECT, false, true),
  PUT_FIELD(VOID, false, true),
  /** The slot of an object of a static class, by its cache. */
  LOAD_FIELD(OBJECT, true, true, PrimitiveOperations.class),
  STORE_FIELD(VOID, true, true, PrimitiveOperations.class),
  /** A new checked container, of the type {@code aux}, of items that the compiler has checked. */
  CHECKED_CONTAINER(OBJECT, false, true, PrimitiveOperations.class),
  /** Appends to a list that may check what it holds. */
  CHECKED_APPEND(VOID, true, true, PrimitiveOperations.class),
  /** An item of a list, and of an array of primitives, by a primitive index. */
  SEQUENCE_GET(OBJECT, true, true, PrimitiveOperations.class),
  SEQUENCE_SET(VOID, true, true, PrimitiveOperations.class),
  ARRAY_GET(LONG, true, true),
  ARRAY_SET(VOID, true, true),
  SEQUENCE_LEN(LONG, true, true, PrimitiveOperations.class),
  /** Calls the function of the site with arguments as its signature has them; a closed one in the second form, which needs no frame. */
  CALL_TYPED(OBJECT, true, true),
  CALL_CLOSED(OBJECT, true, true),

  /** Writes a value to place {@code aux}; reads what an instruction has left there. */
  STORE_FRAME(VOID, false, true),
  LOAD_FRAME(OBJECT, false, true),
  /** The interpreter does an instruction on the frame, which is in its exact state. */
  STEP(VOID, false, true),

  /** The engine does an instruction on operands that are not in the frame: {@code aux} says how. The frame is in its exact state but for them. */
  ROUTINE(OBJECT, false, true),

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
  /** Raises as the instruction says, on the frame, which is in its exact state. */
  RAISE(VOID, false, true),
  /** To the interpreter, always. */
  LEAVE(VOID, true, true),
  /** The same, at an instruction that has never run. */
  UNSEEN(VOID, true, true);

  /** Sums of several ints of so many bits fit in a Java int. */
  public static final int SMALL_BITS = 28;

  public final Rep rep;
  public final boolean guard;
  public final boolean effect;

  /** Where the method is that does it, if compiled code calls one: {@link #method}. */
  public final Class<?> home;

  /** The method of an operation: that of ADD_LONG is addLong. */
  public String method() {
    StringBuilder b = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
      b.append(b.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return b.toString();
  }

  /** Whether this only makes an object of raw values: done where the object is wanted. */
  public boolean boxes() {
    return this == BOX_LONG || this == BOX_DOUBLE || this == BOX_BOOL || this == BOX_UNSIGNED || this == BOX_LONG_OR_NULL || this == BOX_DOUBLE_OR || this == NEW_RANGE
        || this == RANGE_FROM;
  }

  public boolean isConstant() {
    return this == CONST || this == LONG_CONST || this == DOUBLE_CONST || this == BOOL_CONST;
  }

  /** Whether it calls a static function with arguments of its types. */
  public boolean callsTyped() {
    return this == CALL_TYPED || this == CALL_CLOSED;
  }

  /** Whether each one makes an object of its own, though it only depends on its inputs. */
  public boolean isNew() {
    return switch (this) {
      case BOX_LONG, BOX_UNSIGNED, BOX_DOUBLE, NEW_RANGE, RANGE_FROM, NEW_TUPLE, NEW_LIST, NEW_SLICE -> true;
      default -> false;
    };
  }

  /** Whether Python code may run before what follows, though the guard holds. */
  public boolean runsCode() {
    return switch (this) {
      case STEP, ROUTINE, CALL_FUNCTION, CALL_CLASS, CALL_OBJECT, CALL_ANY, CALL_MAYBE, CALL_TYPED, CALL_CLOSED, ITERATOR_NEXT, SEND, YIELD -> true;
      default -> false;
    };
  }

  /** Whether a namespace may have another value behind it. */
  public boolean changesNames() {
    return this == STORE_GLOBAL || this == STORE_ITEM || this == STORE_DICT_ITEM || this == DELETE_ITEM;
  }

  /** Whether what follows, done again from before it, could be noticed: it has changed something, or only goes on from what it has begun. */
  public boolean changes() {
    return switch (this) {
      case STORE_SLOT, REPLACE_SLOT, PUT_SLOT, ADD_SLOT, SET_ITEM, STORE_FLOAT, STORE_INT, APPEND_FLOAT, APPEND_INT, ENTER, STORE_LIST_ITEM, STORE_ITEM, STORE_DICT_ITEM, STORE_BYTE, DELETE_ITEM, STORE_SLICE, EXTEND, LIST_EXTEND,
          SET_ADD, MAP_ADD, BYTES_APPEND, LIST_POP, LIST_POP_AT, STORE_GLOBAL, LIST_APPEND, FUNCTION_ATTRIBUTE, STORE_CELL, RANGE_NEXT, QUICK_NEXT,
          ENUMERATE_ITEM, ENUMERATE_COUNT, DICT_KEY, DICT_VALUE, ZIP_FIRST, ZIP_SECOND, LIST_NEXT, NEXT_FLOAT, NEXT_INT, PUT_FIELD, STORE_FIELD, CHECKED_APPEND, SEQUENCE_SET,
          ARRAY_SET, STORE_FRAME, LOAD_FRAME, PUSH_HANDLED, POP_HANDLED, SENT, RAISE, DISPATCH -> true;
      default -> runsCode();
    };
  }

  /** So many parts of a text HotSpot copies into place without the buffer between. */
  public static final int MOST_PARTS = 6;

  /** Whether so many inputs are passed in an array. */
  public boolean takesArray(int count) {
    return switch (this) {
      case BUILD_STRING -> count < 2 || count > MOST_PARTS;
      case NEW_TUPLE, NEW_LIST, NEW_SET, NEW_DICT, CHECKED_CONTAINER -> true;
      default -> false;
    };
  }

  /** Whether it gives {@code PyIterator.ASK}, not null, where the guard fails. */
  public boolean asks() {
    return this == QUICK_NEXT || this == ENUMERATE_ITEM || this == DICT_KEY || this == ZIP_FIRST;
  }

  /** Whether the interpreter can do just this instruction where the guard fails, and compiled code go on behind it: {@link Node#stays}. */
  public boolean mayStay() {
    return switch (this) {
      case GLOBAL, BUILTIN, LOAD_SLOT, LOAD_METHOD, STORE_SLOT, REPLACE_SLOT, LIST_ITEM, STORE_LIST_ITEM, LIST_APPEND, ARITHMETIC, COMPLEX, COMPARE,
          TO_BOOL, COMPARE_STR, STR_ITEM, BYTES_ITEM, DICT_ITEM, STORE_ITEM, STORE_DICT_ITEM, STORE_BYTE, DELETE_ITEM, SLICE, SLICE_ITEMS,
          STORE_SLICE, STR_SLICE, DICT_CONTAINS,
          SET_CONTAINS, STR_CONTAINS, SEQUENCE_CONTAINS, NEW_SET, NEW_DICT, BUILD_STRING, CONCAT, EXTEND, REPEAT,
          LIST_EXTEND, SET_ADD, MAP_ADD, BYTES_APPEND, LOAD_FIELD, STORE_FIELD, SEQUENCE_GET, SEQUENCE_SET, SEQUENCE_LEN, CHECKED_APPEND, LEN, ORD, CHR, IS_INSTANCE, EXCEPTION_MATCHES, STR_OF, INT_OF, ABS, MIN, MAX, DICT_GET, LIST_POP, LIST_POP_AT, MODULE_ATTRIBUTE,
          STORE_GLOBAL, RANGE_ITERATOR, ITERATOR, STR_SPLIT, STR_SPLIT_AT, STR_PARTITION, STR_JOIN, STR_REPLACE, STR_UPPER, STR_LOWER, STR_STRIP,
          STR_FIND, STR_COUNT, STR_STARTS_WITH, STR_ENDS_WITH, STR_IS_DIGIT, STR_IS_ALPHA, STR_IS_ALNUM, STR_IS_SPACE -> true;
      default -> false;
    };
  }

  /** Whether the instruction is done by another operation, which may stay, once the guard has failed some times. */
  public boolean strays() {
    return switch (this) {
      case CHECK_SHAPE, GET_SLOT, PUT_SLOT, ADD_SLOT, CHECK_LIST, GET_ITEM, SET_ITEM, FLOAT_ITEM, INT_ITEM, STORE_FLOAT, STORE_INT, CHECK_BOUNDS, LOOP_LONG, LOOP_DOUBLE, NEXT_FLOAT, NEXT_INT -> true;
      default -> mayStay();
    };
  }

  Op(Rep rep) {
    this(rep, false, false, null);
  }

  Op(Rep rep, Class<?> home) {
    this(rep, false, false, home);
  }

  Op(Rep rep, boolean guard, boolean effect) {
    this(rep, guard, effect, null);
  }

  Op(Rep rep, boolean guard, boolean effect, Class<?> home) {
    this.rep = rep;
    this.guard = guard;
    this.effect = effect;
    this.home = home;
  }
}
