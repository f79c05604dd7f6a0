package dev.tuff.stdlib.pickle;

import dev.tuff.engine.bytes.PyByteArray;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.bytes.PyMemoryView;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyFrozenSet;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySet;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import java.util.Arrays;

/**
 * The pickle machine: its stack, marks and memo, and the instructions that work on them. Values are read by {@link
 * ValueReader}, objects made by {@link ObjectMaker}.
 */
final class PickleReader {
  final PickleInput in;
  final boolean fixImports;
  final String encoding;
  final String errors;

  /** The iterator over out-of-band buffers; null for none. */
  private final Object buffers;

  /** What is asked for classes: an unpickler that has a {@code find_class} of its own; null for none. */
  Object finder;

  /** {@code persistent_load} of a subclass; null for none. */
  Object persistentLoad;

  /** The protocol that the pickle says it has. */
  int protocol;

  private Object[] stack = new Object[64];
  private int sp;
  private int[] marks = new int[16];
  private int markCount;

  /** Items below belong to the innermost mark's outside. */
  private int fence;

  Object[] memo = new Object[64];

  /** Elements of the memo that are not null. */
  int memoSize;

  private final ValueReader values;
  private final ObjectMaker objects;

  PickleReader(PickleInput in, boolean fixImports, String encoding, String errors, Object buffers) {
    this.in = in;
    this.fixImports = fixImports;
    this.encoding = encoding;
    this.errors = errors;
    this.buffers = buffers == PyTuple.EMPTY || buffers == Py.None ? null : Iteration.iter(buffers);
    values = new ValueReader(this);
    objects = new ObjectMaker(this);
  }

  // ---- stack

  void push(Object o) {
    if (sp == stack.length) {
      stack = Arrays.copyOf(stack, sp * 2);
    }
    stack[sp++] = o;
  }

  Object pop() {
    if (sp <= fence) {
      throw underflow();
    }
    Object o = stack[--sp];
    stack[sp] = null;
    return o;
  }

  private Object top() {
    if (sp <= fence) {
      throw underflow();
    }
    return stack[sp - 1];
  }

  private PyException underflow() {
    return PickleErrors.unpickling(markCount > 0 ? "unexpected MARK found" : "unpickling stack underflow");
  }

  private void mark() {
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, markCount * 2);
    }
    marks[markCount++] = sp;
    fence = sp;
  }

  /** Takes the innermost mark away; where it was. */
  private int popMark() {
    if (markCount < 1) {
      throw PickleErrors.unpickling("could not find MARK");
    }
    int m = marks[--markCount];
    fence = markCount > 0 ? marks[markCount - 1] : 0;
    return m;
  }

  /** Takes the items from {@code from} on off the stack. */
  Object[] popFrom(int from) {
    Object[] items = Arrays.copyOfRange(stack, from, sp);
    cut(from);
    return items;
  }

  Object[] popToMark() {
    return popFrom(popMark());
  }

  private void cut(int to) {
    Arrays.fill(stack, to, sp, null);
    sp = to;
  }

  private Object[] popCounted(int n) {
    if (sp - n < fence) {
      throw underflow();
    }
    return popFrom(sp - n);
  }

  // ---- memo

  private void memoPut(long i, Object o) {
    if (i >= memo.length) {
      if (i > Integer.MAX_VALUE - 16) {
        throw Errors.memoryError();
      }
      memo = Arrays.copyOf(memo, (int) Math.min(Integer.MAX_VALUE - 16, i * 2));
    }
    if (memo[(int) i] == null) {
      memoSize++;
    }
    memo[(int) i] = o;
  }

  private void memoGet(long i) {
    Object o = i < 0 || i >= memo.length ? null : memo[(int) i];
    if (o == null) {
      throw PickleErrors.unpickling("Memo value not found at index " + i);
    }
    push(o);
  }

  // ---- the machine

  Object load() {
    cut(0);
    markCount = 0;
    fence = 0;
    protocol = 0;
    try {
      int op;
      while ((op = in.op()) != Opcodes.STOP) {
        step(op);
      }
    } catch (StackOverflowError e) {
      throw Errors.recursionError("Stack overflow while unpickling an object");
    }
    in.skipConsumed();
    return pop();
  }

  private void step(int op) {
    switch (op) {
      case Opcodes.MARK -> mark();
      case Opcodes.NONE -> push(Py.None);
      case Opcodes.NEWTRUE -> push(Boolean.TRUE);
      case Opcodes.NEWFALSE -> push(Boolean.FALSE);
      case Opcodes.BININT1 -> push(Py.box(values.unsigned(1)));
      case Opcodes.BININT2 -> push(Py.box(values.unsigned(2)));
      case Opcodes.BININT -> push(Py.box(values.int4()));
      case Opcodes.BINFLOAT -> push(values.binFloat());
      case Opcodes.SHORT_BINUNICODE -> push(values.text(values.unsigned(1)));
      case Opcodes.BINUNICODE -> push(values.text(values.unsigned(4)));
      case Opcodes.MEMOIZE -> memoPut(memoSize, top());
      case Opcodes.BINPUT -> memoPut(values.unsigned(1), top());
      case Opcodes.LONG_BINPUT -> memoPut(values.unsigned(4), top());
      case Opcodes.BINGET -> memoGet(values.unsigned(1));
      case Opcodes.LONG_BINGET -> memoGet(values.unsigned(4));
      case Opcodes.EMPTY_TUPLE -> push(PyTuple.EMPTY);
      case Opcodes.TUPLE1 -> push(PyTuple.of(popCounted(1)));
      case Opcodes.TUPLE2 -> push(PyTuple.of(popCounted(2)));
      case Opcodes.TUPLE3 -> push(PyTuple.of(popCounted(3)));
      case Opcodes.TUPLE -> push(PyTuple.of(popToMark()));
      case Opcodes.EMPTY_LIST -> push(new PyList());
      case Opcodes.EMPTY_DICT -> push(new PyDict());
      case Opcodes.EMPTY_SET -> push(new PySet());
      case Opcodes.APPEND -> append(sp - 1 <= fence ? -1 : sp - 1);
      case Opcodes.APPENDS -> append(popMark());
      case Opcodes.SETITEM -> setItems(sp - 2);
      case Opcodes.SETITEMS -> setItems(popMark());
      case Opcodes.ADDITEMS -> addItems(popMark());
      case Opcodes.NEWOBJ -> objects.make(false);
      case Opcodes.REDUCE -> objects.reduce();
      case Opcodes.BUILD -> build();
      case Opcodes.FRAME -> frame();
      case Opcodes.PROTO -> proto();
      case Opcodes.STACK_GLOBAL -> objects.stackGlobal();
      case Opcodes.GLOBAL -> objects.global();
      case Opcodes.LONG1 -> push(values.countedLong(values.unsigned(1)));
      case Opcodes.LONG4 -> push(values.countedLong(values.int4()));
      case Opcodes.SHORT_BINBYTES -> push(new PyBytes(in.bytes(values.unsigned(1))));
      case Opcodes.BINBYTES -> push(new PyBytes(in.bytes(values.unsigned(4))));
      case Opcodes.FROZENSET -> push(PyFrozenSet.of(popToMark()));
      default -> rareStep(op);
    }
  }

  private void rareStep(int op) {
    switch (op) {
      case Opcodes.INT -> push(values.intLine());
      case Opcodes.LONG -> push(values.longLine());
      case Opcodes.FLOAT -> push(values.floatLine());
      case Opcodes.STRING -> push(values.stringLine());
      case Opcodes.UNICODE -> push(values.unicodeLine());
      case Opcodes.SHORT_BINSTRING -> push(values.string(values.unsigned(1)));
      case Opcodes.BINSTRING -> push(values.string(values.int4()));
      case Opcodes.BINUNICODE8 -> push(values.text(values.size8("BINUNICODE")));
      case Opcodes.BINBYTES8 -> push(new PyBytes(in.bytes(values.size8("BINBYTES"))));
      case Opcodes.BYTEARRAY8 -> push(new PyByteArray(in.bytes(values.size8("BYTEARRAY8"))));
      case Opcodes.NEXT_BUFFER -> nextBuffer();
      case Opcodes.READONLY_BUFFER -> readOnlyBuffer();
      case Opcodes.LIST -> push(PyList.of(popToMark()));
      case Opcodes.DICT -> dict();
      case Opcodes.OBJ -> objects.obj(popMark(), sp);
      case Opcodes.INST -> objects.inst(popMark());
      case Opcodes.NEWOBJ_EX -> objects.make(true);
      case Opcodes.DUP -> push(top());
      case Opcodes.POP -> drop();
      case Opcodes.POP_MARK -> cut(popMark());
      case Opcodes.GET -> memoGet(values.indexLine());
      case Opcodes.PUT -> put();
      case Opcodes.PERSID -> objects.persistent(true);
      case Opcodes.BINPERSID -> objects.persistent(false);
      case Opcodes.EXT1 -> objects.extension(values.unsigned(1));
      case Opcodes.EXT2 -> objects.extension(values.unsigned(2));
      case Opcodes.EXT4 -> objects.extension(values.int4());
      default -> {
        boolean printable = op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\';
        String key = printable ? String.valueOf((char) op) : String.format("\\x%02x", op);
        throw PickleErrors.unpickling("invalid load key, '" + key + "'.");
      }
    }
  }

  private void proto() {
    int p = (int) values.unsigned(1);
    if (p > Opcodes.HIGHEST_PROTOCOL) {
      throw Errors.valueError("unsupported pickle protocol: " + p);
    }
    protocol = p;
  }

  private void frame() {
    int at = in.take(8);
    long n = ValueReader.little(in.buffer, at, 8);
    if (n < 0) {
      throw Errors.overflowError("FRAME length exceeds system's maximum of " + Long.MAX_VALUE + " bytes");
    }
    in.frame(n);
  }

  private void drop() {
    if (markCount > 0 && marks[markCount - 1] == sp) {
      popMark();
    } else {
      pop();
    }
  }

  private void put() {
    byte[] line = in.line();
    Object o = top();
    long i = values.index(line);
    if (i < 0) {
      throw Errors.valueError("negative PUT argument");
    }
    memoPut(i, o);
  }

  private void dict() {
    Object[] items = popToMark();
    if (items.length % 2 != 0) {
      throw PickleErrors.unpickling("odd number of items for DICT");
    }
    PyDict d = new PyDict();
    for (int i = 0; i < items.length; i += 2) {
      d.put(items[i], items[i + 1]);
    }
    push(d);
  }

  private void nextBuffer() {
    if (buffers == null) {
      throw PickleErrors.unpickling("pickle stream refers to out-of-band data but no *buffers* argument was given");
    }
    Object b = Iteration.next(buffers);
    if (b == null) {
      throw PickleErrors.unpickling("not enough out-of-band buffers");
    }
    push(b);
  }

  private void readOnlyBuffer() {
    Object b = top();
    PyMemoryView m = (PyMemoryView) Call.call(PyMemoryView.TYPE, b);
    if (m.view().readOnly) {
      Py.callMethod(m, "release");
    } else {
      stack[sp - 1] = Py.callMethod(m, "toreadonly");
    }
  }

  // ---- adding to containers

  /** The container below {@code from}, whose items are to be added; null if there are none. */
  private Object target(int from) {
    if (from > sp || from <= fence) {
      throw underflow();
    }
    return from == sp ? null : stack[from - 1];
  }

  private void append(int from) {
    Object list = target(from);
    if (list == null) {
      return;
    }
    if (list instanceof PyList l && l.type() == PyList.TYPE) {
      int n = sp - from;
      if (n == 1) {
        l.add(stack[from]);
        stack[--sp] = null;
      } else {
        l.addAll(popFrom(from), n);
      }
      return;
    }
    Object extend = Attributes.find(list, "extend");
    if (extend != null) {
      Call.call(extend, PyList.of(popFrom(from)));
      return;
    }
    Object append = Attributes.get(list, "append");
    for (Object v : popFrom(from)) {
      Call.call(append, v);
    }
  }

  private void setItems(int from) {
    Object o = target(from);
    if (o == null) {
      return;
    }
    if ((sp - from) % 2 != 0) {
      throw PickleErrors.unpickling("odd number of items for SETITEMS");
    }
    if (o instanceof PyDict d && d.type() == PyDict.TYPE) {
      Object[] s = stack;
      int end = sp;
      for (int i = from; i < end; i += 2) {
        d.put(s[i], s[i + 1]);
      }
      cut(from);
      return;
    }
    Object[] items = popFrom(from);
    for (int i = 0; i < items.length; i += 2) {
      Items.set(o, items[i], items[i + 1]);
    }
  }

  private void addItems(int from) {
    Object o = target(from);
    if (o == null) {
      return;
    }
    Object[] items = popFrom(from);
    if (o instanceof PySet s) {
      for (Object v : items) {
        s.add(v);
      }
      return;
    }
    Object add = Attributes.get(o, "add");
    for (Object v : items) {
      Call.call(add, v);
    }
  }

  private void build() {
    if (sp - 2 < fence) {
      throw underflow();
    }
    Object state = pop();
    objects.build(stack[sp - 1], state);
  }
}
