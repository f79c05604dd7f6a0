package dev.tuff.engine.interp;

import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Classes;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.exception.PyBaseException;
import java.util.ArrayList;
import java.util.List;

/** {@code except*} (PEP 654). */
final class ExceptionGroupOps {
  private ExceptionGroupOps() {}

  /** CHECK_EG_MATCH: what is left of the group and what matched, None for nothing. */
  static Object[] match(Object exception, Object type) {
    ExceptionOps.checkCatchable(type, "catching classes that do not inherit from BaseException is not allowed");
    checkNoGroups(type);
    if (exception == Py.None) {
      return new Object[] {Py.None, Py.None};
    }
    PyBaseException e = (PyBaseException) exception;
    if (ExceptionOps.matches(e, type)) {
      if (e.type().isSubtype(Exceptions.BaseExceptionGroup)) {
        return new Object[] {Py.None, e};
      }
      // a naked exception is wrapped
      Object wrapped = Call.call(e.type().isSubtype(Exceptions.Exception)
          ? Exceptions.ExceptionGroup : Exceptions.BaseExceptionGroup, "", PyTuple.of(e));
      ((PyBaseException) wrapped).traceback = e.traceback;
      return new Object[] {Py.None, wrapped};
    }
    if (e.type().isSubtype(Exceptions.BaseExceptionGroup)) {
      Object pair = Call.attribute(e, "split", type);
      if (!(pair instanceof PyTuple t)) {
        throw Errors.typeError(e.type().name() + ".split must return a tuple, not " + Py.typeOf(pair).name());
      }
      if (t.size() < 2) {
        throw Errors.typeError(e.type().name() + ".split must return a 2-tuple, got tuple of size " + t.size());
      }
      return new Object[] {t.get(1), t.get(0)};
    }
    return new Object[] {e, Py.None};
  }

  private static void checkNoGroups(Object type) {
    Object[] types = type instanceof PyTuple t ? t.array() : new Object[] {type};
    for (Object t : types) {
      if (t instanceof PyType c && Classes.isSubclass(c, Exceptions.BaseExceptionGroup)) {
        throw Errors.typeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
      }
    }
  }

  /** PREP_RERAISE_STAR: what to raise at the end, given the original exception and the list of what handlers raised or left. */
  static Object prepareReraise(Object original, Object list) {
    List<Object> raised = new ArrayList<>();
    List<Object> reraised = new ArrayList<>();
    PyBaseException orig = (PyBaseException) original;
    Object[] items = ((PyList) list).toArray();
    if (!orig.type().isSubtype(Exceptions.BaseExceptionGroup)) {
      // a naked exception was wrapped: at most one thing came of it
      return items.length == 0 ? Py.None : items[0];
    }
    for (Object o : items) {
      if (o == Py.None) {
        continue;
      }
      (sameMetadata((PyBaseException) o, orig) ? reraised : raised).add(o);
    }
    Object rest = reraised.isEmpty() ? Py.None : project(orig, reraised);
    if (raised.isEmpty()) {
      return rest;
    }
    if (rest != Py.None) {
      raised.add(rest);
    }
    if (raised.size() == 1) {
      return raised.get(0);
    }
    return Call.call(Exceptions.BaseExceptionGroup, "", PyList.of(raised.toArray()));
  }

  private static boolean sameMetadata(PyBaseException a, PyBaseException b) {
    return a.type().isSubtype(Exceptions.BaseExceptionGroup)
        && notes(a) == notes(b)
        && a.traceback == b.traceback
        && a.cause == b.cause
        && a.context == b.context;
  }

  private static Object notes(PyBaseException e) {
    return Attributes.find(e, "__notes__");
  }

  /** The part of the original group whose leaves are in the given groups. */
  private static Object project(PyBaseException original, List<Object> groups) {
    List<Object> leaves = new ArrayList<>();
    for (Object g : groups) {
      collect(g, leaves);
    }
    return subset(original, leaves);
  }

  private static void collect(Object e, List<Object> leaves) {
    if (Py.isInstance(e, Exceptions.BaseExceptionGroup)) {
      for (Object x : Iteration.toArray(Attributes.get(e, "exceptions"))) {
        collect(x, leaves);
      }
    } else {
      leaves.add(e);
    }
  }

  private static Object subset(PyBaseException group, List<Object> leaves) {
    List<Object> kept = new ArrayList<>();
    for (Object x : Iteration.toArray(Attributes.get(group, "exceptions"))) {
      if (Py.isInstance(x, Exceptions.BaseExceptionGroup)) {
        Object part = subset((PyBaseException) x, leaves);
        if (part != Py.None) {
          kept.add(part);
        }
      } else if (leaves.stream().anyMatch(l -> l == x)) {
        kept.add(x);
      }
    }
    if (kept.isEmpty()) {
      return Py.None;
    }
    PyBaseException made = (PyBaseException) Call.attribute(group, "derive", PyList.of(kept.toArray()));
    made.traceback = group.traceback;
    made.cause = group.cause;
    made.context = group.context;
    made.suppressContext = group.suppressContext;
    Object notes = notes(group);
    if (notes != null) {
      Attributes.set(made, "__notes__", notes instanceof PyList l ? PyList.of(l.toArray()) : notes);
    }
    return made;
  }
}
