package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.Arguments;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;

/** {@code itertools.islice}. */
final class PyIslice extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.islice", PyType.OBJECT, 0,
      "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice "
          + "object\n\nReturn an iterator whose next() method returns selected values from an\niterable, without "
          + "consuming what lies behind them.",
      IteratorMethods.table(), new PyIsliceTable());

  private Object iterator;

  /** Number of the next item to return; of the next that the iterator gives. */
  private long wanted;
  private long at;

  /** -1 for none. */
  private final long stop;
  private final long step;

  private PyIslice(PyType type, Object iterator, long start, long stop, long step) {
    super(type);
    this.iterator = iterator;
    wanted = start;
    this.stop = stop;
    this.step = step;
  }

  @New(value = "islice(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    Arguments.noKeywordsToNew("islice", cls, TYPE, kwargs);
    if (args.length < 2 || args.length > 4) {
      throw Errors.typeError("islice expected at " + (args.length < 2 ? "least 2" : "most 4") + " arguments, got " + args.length);
    }
    boolean single = args.length == 2;
    String stopError = single
        ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        : "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    long start = single ? 0 : bound(args[1], 0, stopError);
    long stop = bound(args[single ? 1 : 2], -1, single ? stopError
        : "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    if (start < 0 || stop < -1) {
      throw Errors.valueError(stopError);
    }
    long step = args.length < 4 ? 1 : bound(args[3], 1, "Step for islice() must be a positive integer or None.");
    if (step < 1) {
      throw Errors.valueError("Step for islice() must be a positive integer or None.");
    }
    return new PyIslice(cls, Iteration.iter(args[0]), start, stop, step);
  }

  /** A given -1 comes back as -2, since -1 stands for no bound. */
  private static long bound(Object o, long fallback, String error) {
    if (o == Py.None) {
      return fallback;
    }
    if (Py.typeOf(o).slot(Special.INDEX) == null || !(PyInt.index(o) instanceof Long n)) {
      throw Errors.valueError(error);
    }
    return n == -1 ? -2 : n;
  }

  @Override
  public Object next() {
    Object it = iterator;
    if (it == null) {
      return null;
    }
    while (at < wanted) {
      if (Iteration.next(it) == null) {
        iterator = null;
        return null;
      }
      at++;
    }
    if (stop >= 0 && at >= stop) {
      iterator = null;
      return null;
    }
    Object v = Iteration.next(it);
    if (v == null) {
      iterator = null;
      return null;
    }
    at++;
    wanted += step;
    if (wanted < 0 || stop >= 0 && wanted > stop) {
      wanted = stop >= 0 ? stop : Long.MAX_VALUE;
    }
    return v;
  }
}
