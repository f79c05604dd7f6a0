package dev.tuff.engine.core;

import dev.tuff.engine.container.PyTuple;
import java.util.ArrayList;
import java.util.List;

/** {@code cls.__bases__ = …}: new MROs for the class and all that derive from it, or none of them. */
final class BasesAssignment {
  private BasesAssignment() {}

  static void assign(PyType self, Object value) {
    if (!(value instanceof PyTuple bases)) {
      throw Errors.typeError("can only assign tuple to " + self.name() + ".__bases__, not " + Py.typeOf(value).name());
    }
    if (bases.size() == 0) {
      throw Errors.typeError("can only assign non-empty tuple to " + self.name() + ".__bases__, not ()");
    }
    for (Object b : bases.array()) {
      if (!(b instanceof PyType t)) {
        throw Errors.typeError(self.name() + ".__bases__ must be tuple of classes, not '" + Py.typeOf(b).name() + "'");
      }
      if (t.isSubtype(self)) {
        throw Errors.typeError("a __bases__ item causes an inheritance cycle");
      }
    }
    PyType best = TypeCreation.bestBase(bases);
    if (best != self.base && holdsNothing(best)) {
      throw Errors.typeError("__bases__ assignment: '" + best.fullName() + "' deallocator differs from '" + self.base.name() + "'");
    }
    if (best.layout != self.base.layout || best.species != self.base.species || best.rootShape.members != self.base.rootShape.members) {
      throw Errors.typeError("__bases__ assignment: '" + best.fullName() + "' object layout differs from '" + self.base.name() + "'");
    }
    PyTuple oldBases = self.bases();
    PyType oldBase = self.base;
    List<PyType> changed = new ArrayList<>();
    List<PyType[]> before = new ArrayList<>();
    try {
      self.bases = bases;
      self.base = best;
      recompute(self, changed, before);
    } catch (PyException e) {
      // a metaclass's mro() may have assigned again: then that counts
      if (self.bases == bases) {
        self.bases = oldBases;
        self.base = oldBase;
        for (int i = 0; i < changed.size(); i++) {
          changed.get(i).setMro(before.get(i));
        }
      }
      throw e;
    }
    if (self.bases != bases) {
      return;
    }
    for (Object b : oldBases.array()) {
      ((PyType) b).removeSubclass(self);
    }
    for (Object b : bases.array()) {
      ((PyType) b).addSubclass(self);
    }
    self.modified();
  }

  /** Whether instances refer to no other objects, so that CPython frees them in another way than those of classes. */
  private static boolean holdsNothing(PyType t) {
    return !t.isHeap() && switch (t.fullName()) {
      case "object", "int", "float", "complex", "str", "bytes", "bytearray" -> true;
      default -> false;
    };
  }

  private static void recompute(PyType t, List<PyType> changed, List<PyType[]> before) {
    changed.add(t);
    before.add(t.mro);
    TypeCreation.setMro(t, t.type(), t.bases());
    for (PyType sub : t.subclasses()) {
      recompute(sub, changed, before);
    }
  }
}
