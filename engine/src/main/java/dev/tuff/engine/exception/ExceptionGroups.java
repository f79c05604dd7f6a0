package dev.tuff.engine.exception;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Special;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.text.PyStr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Splitting exception groups, and what {@code except*} does with the parts (PEP 654). */
public final class ExceptionGroups {
  private ExceptionGroups() {}

  /** Says which exceptions belong to a part of a group. */
  interface Matcher {
    boolean test(PyBaseException e);
  }

  /** The argument of {@code split} and {@code subgroup}: a type, a tuple of types, or a predicate. */
  static Matcher matcher(Object o) {
    if (isExceptionType(o)) {
      return e -> e.type().isSubtype((PyType) o);
    }
    if (o instanceof PyTuple t) {
      for (Object item : t.array()) {
        if (!isExceptionType(item)) {
          throw badMatcher();
        }
      }
      return e -> {
        for (Object item : t.array()) {
          if (e.type().isSubtype((PyType) item)) {
            return true;
          }
        }
        return false;
      };
    }
    if (!(o instanceof PyType) && Py.typeOf(o).slot(Special.CALL) != null) {
      return e -> Py.truth(Call.call(o, e));
    }
    throw badMatcher();
  }

  private static RuntimeException badMatcher() {
    return Errors.typeError("expected an exception type, a tuple of exception types, or a callable (other than a class)");
  }

  private static boolean isExceptionType(Object o) {
    return o instanceof PyType t && t.isSubtype(Exceptions.BaseException);
  }

  /** Splits an exception into what matches and, if wanted, the rest: groups, or null for nothing. */
  static PyBaseException[] split(PyBaseException e, Matcher matcher, boolean wantRest) {
    if (matcher.test(e)) {
      return new PyBaseException[] {e, null};
    }
    if (!(e instanceof PyExceptionGroup g)) {
      return new PyBaseException[] {null, e};
    }
    ThreadState ts = ThreadState.current();
    if (++ts.depth > ts.interpreter.recursionLimit) {
      ts.depth--;
      throw Errors.recursionError("maximum recursion depth exceeded in exceptiongroup_split_recursive");
    }
    PyList match = new PyList();
    PyList rest = new PyList();
    try {
      for (Object item : g.exceptions.array()) {
        PyBaseException[] pair = split((PyBaseException) item, matcher, wantRest);
        if (pair[0] != null) {
          match.add(pair[0]);
        }
        if (pair[1] != null) {
          rest.add(pair[1]);
        }
      }
    } finally {
      ts.depth--;
    }
    return new PyBaseException[] {PyExceptionGroup.subset(g, match), wantRest ? PyExceptionGroup.subset(g, rest) : null};
  }

  static void copyNotes(PyExceptionGroup from, PyExceptionGroup to) {
    Object notes = Attributes.find(from, "__notes__");
    if (notes != null && Py.typeOf(notes).slot(Special.GETITEM) != null && !(notes instanceof PyDict) && !PyStr.isStr(notes)) {
      Attributes.set(to, "__notes__", PyList.of(Iteration.toArray(notes).clone()));
    }
  }

  /**
   * {@code except* type}: what of {@code exc} the handler gets, as a group, and what is left; both null for nothing. A naked exception that
   * matches is wrapped in a group.
   */
  public static PyBaseException[] match(Object exc, Object type) {
    if (!(exc instanceof PyBaseException e)) {
      return new PyBaseException[2];
    }
    if (givenMatches(e, type)) {
      if (e instanceof PyExceptionGroup) {
        return new PyBaseException[] {e, null};
      }
      PyBaseException wrapped = PyBaseException.create(Exceptions.BaseExceptionGroup, "", PyTuple.of(e));
      ThreadState ts = ThreadState.current();
      if (ts.frame != null) {
        wrapped.traceback = new PyTraceback(null, ts.frame, ts.frame.lasti, -1);
      }
      return new PyBaseException[] {wrapped, null};
    }
    if (!(e instanceof PyExceptionGroup)) {
      return new PyBaseException[] {null, e};
    }
    Object pair = Call.attribute(e, "split", type);
    String name = e.type().name();
    if (!(pair instanceof PyTuple t)) {
      throw Errors.typeError(name + ".split must return a tuple, not " + Py.typeOf(pair).name());
    }
    if (t.size() < 2) {
      throw Errors.typeError(name + ".split must return a 2-tuple, got tuple of size " + t.size());
    }
    return new PyBaseException[] {exception(t.get(0)), exception(t.get(1))};
  }

  private static PyBaseException exception(Object o) {
    return o instanceof PyBaseException e ? e : null;
  }

  /** Whether {@code except type} catches {@code e}: by the real MRO, without {@code __subclasscheck__}. */
  public static boolean givenMatches(PyBaseException e, Object type) {
    if (type instanceof PyType t) {
      return e.type().isSubtype(t);
    }
    if (type instanceof PyTuple tuple) {
      for (Object item : tuple.array()) {
        if (givenMatches(e, item)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * What is raised at the end of a {@code try} with {@code except*} clauses, or null.
   *
   * @param original the exception that the statement caught
   * @param raised for each clause what it raised or left, None for nothing
   */
  public static PyBaseException prepareReraise(Object original, Object[] raised) {
    if (raised.length == 0 || !(original instanceof PyBaseException orig)) {
      return null;
    }
    if (!(orig instanceof PyExceptionGroup group)) {
      // it was wrapped for the one clause that can have run
      return exception(raised[0]);
    }
    List<PyBaseException> fresh = new ArrayList<>();
    Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Object o : raised) {
      if (o instanceof PyBaseException e) {
        if (sameMetadata(e, orig)) {
          leaves(e, kept);
        } else {
          fresh.add(e);
        }
      }
    }
    PyBaseException reraised = kept.isEmpty() ? null : split(group, e -> !(e instanceof PyExceptionGroup) && kept.contains(e), false)[0];
    if (fresh.isEmpty()) {
      return reraised;
    }
    if (reraised != null) {
      fresh.add(reraised);
    }
    return fresh.size() == 1 ? fresh.get(0) : PyBaseException.create(Exceptions.BaseExceptionGroup, "", PyList.of(fresh.toArray()));
  }

  /** Parts of one group share its traceback, cause and context. */
  private static boolean sameMetadata(PyBaseException a, PyBaseException b) {
    return a instanceof PyExceptionGroup
        && a.traceback == b.traceback
        && a.cause == b.cause
        && a.context == b.context;
  }

  private static void leaves(PyBaseException e, Set<Object> into) {
    if (e instanceof PyExceptionGroup g) {
      for (Object item : g.exceptions.array()) {
        leaves((PyBaseException) item, into);
      }
    } else {
      into.add(e);
    }
  }
}
