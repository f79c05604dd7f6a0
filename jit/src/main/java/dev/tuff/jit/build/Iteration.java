package dev.tuff.jit.build;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.bytes.PyBytesIterator;
import dev.tuff.engine.container.PyDictIterator;
import dev.tuff.engine.container.PyListIterator;
import dev.tuff.engine.container.PyRangeIterator;
import dev.tuff.engine.container.PySetIterator;
import dev.tuff.engine.container.PyTupleIterator;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.interp.PyGenerator;
import dev.tuff.engine.iter.PyEnumerate;
import dev.tuff.engine.iter.PyZip;
import dev.tuff.engine.text.StrIterator;
import dev.tuff.jit.hir.Block;
import dev.tuff.jit.hir.Node;
import dev.tuff.jit.hir.Op;
import dev.tuff.jit.hir.Site;
import java.util.Set;

/** Iterators: GET_ITER, FOR_ITER, SEND. An iterator of a known class is asked without a frame, and pairs are unpacked without a tuple. */
final class Iteration {
  /** Iterators that {@code QUICK_NEXT} asks. */
  private static final Set<Class<?>> QUICK = Set.of(PyTupleIterator.class, StrIterator.class, PyBytesIterator.class, PySetIterator.class,
      PyDictIterator.class, PyEnumerate.class, PyZip.class);

  private final HirBuilder b;

  /** The class of an iterator that a generator has as its first argument, else Object. */
  private Class<?> passed = Object.class;

  Iteration(HirBuilder b) {
    this.b = b;
  }

  /** Notes the values of the locals with which a generator is entered. */
  void entered(Object[] values) {
    if (b.code.suspendable && b.code.nfast > 0 && values[0] instanceof PyIterator first) {
      passed = first.getClass();
    }
  }

  /** GET_ITER. */
  boolean iterator() {
    Node o = b.top(1);
    if (o.op == Op.NEW_RANGE) {
      return b.put(1, Op.RANGE_ITERATOR, null, o.inputs.clone());
    }
    return b.cache() instanceof Class<?> c && PyIterator.class.isAssignableFrom(c) && c != PyGenerator.class && b.put(1, Op.ITERATOR, null, o);
  }

  /** SEND: what {@code yield from} and {@code await} do. */
  void send(Block yielded, Block ended) {
    Node receiver = b.top(2);
    Node value = b.top(1);
    b.frames.flush();
    Site site = b.site();
    Node v = b.add(Op.SEND, site, receiver, value);
    Block result = b.graph.block(-1);
    Block more = b.graph.block(-1);
    b.branch(b.add(Op.IS_NULL, null, v), result, more);
    b.enter(result);
    b.replaceTop(b.add(Op.SENT, site));
    b.jump(ended);
    b.enter(more);
    b.replaceTop(v);
    b.jump(yielded);
  }

  /** FOR_ITER. */
  void next(Block body, Block after) {
    Node it = b.top(1);
    Class<?> kind = b.isGeneric() ? Object.class : iteratorClass();
    Block taken = b.graph.block(-1);
    if (kind == PyRangeIterator.class) {
      b.add(Op.CHECK_CLASS, kind, it);
      b.branch(b.add(Op.RANGE_HAS_NEXT, null, it), taken, after);
      b.enter(taken);
      b.push(b.add(Op.BOX_LONG, null, b.add(Op.RANGE_NEXT, null, it)));
    } else {
      Op pairs = nextUnpacksTwo() ? pairs(kind) : null;
      if (pairs != null) {
        forPair(kind, pairs, it, body, after, taken);
        return;
      }
      Node v;
      if (kind == PyListIterator.class) {
        b.add(Op.CHECK_CLASS, kind, it);
        v = b.add(Op.LIST_NEXT, null, it);
      } else if (QUICK.contains(kind)) {
        b.add(Op.CHECK_CLASS, kind, it);
        v = b.add(Op.QUICK_NEXT, kind, it);
      } else {
        b.frames.flush();
        v = b.add(Op.ITERATOR_NEXT, b.site(), it);
      }
      b.branch(b.add(Op.IS_NULL, null, v), after, taken);
      b.enter(taken);
      b.push(v);
    }
    b.jump(body);
  }

  private boolean nextUnpacksTwo() {
    return b.flow.opcode(b.at + 1) == UNPACK_SEQUENCE && b.flow.argument(b.at + 1) == 2;
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
    b.add(Op.CHECK_CLASS, kind, it);
    Node one = b.add(op, null, it);
    b.branch(b.add(Op.IS_NULL, null, one), after, taken);
    b.enter(taken);
    b.push(switch (op) {
      case ENUMERATE_ITEM -> b.add(Op.NEW_TUPLE, null, b.add(Op.BOX_LONG, null, b.add(Op.ENUMERATE_COUNT, null, it)), one);
      case ZIP_FIRST -> b.add(Op.NEW_TUPLE, null, one, b.add(Op.ZIP_SECOND, null, it));
      default -> b.add(Op.NEW_TUPLE, null, one, b.add(Op.DICT_VALUE, null, it));
    });
    b.jump(body);
  }

  /** What the GET_ITER of this loop has seen: the class of its iterators, or Object; a generator expression is passed its first iterator. */
  private Class<?> iteratorClass() {
    for (int i = b.at - 1; i >= Math.max(0, b.at - 8); i--) {
      if (b.flow.opcode(i) == CALL) {
        // of a generator expression, in all() and its like
        return Object.class;
      }
      if (b.flow.opcode(i) == GET_ITER) {
        return b.code.caches[i + 1] instanceof Class<?> c ? c : Object.class;
      }
    }
    return passed;
  }
}
