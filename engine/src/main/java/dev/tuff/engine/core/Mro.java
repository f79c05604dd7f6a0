package dev.tuff.engine.core;

import java.util.ArrayList;
import java.util.List;

/** The C3 linearisation of a class's bases. */
final class Mro {
  private Mro() {}

  static PyType[] compute(PyType type, PyType[] bases) {
    if (bases.length == 1) {
      PyType[] m = bases[0].mro;
      PyType[] out = new PyType[m.length + 1];
      out[0] = type;
      System.arraycopy(m, 0, out, 1, m.length);
      return out;
    }
    for (int i = 0; i < bases.length; i++) {
      for (int j = 0; j < i; j++) {
        if (bases[i] == bases[j]) {
          throw Errors.typeError("duplicate base class " + bases[i].name());
        }
      }
    }
    List<List<PyType>> sequences = new ArrayList<>();
    for (PyType b : bases) {
      sequences.add(new ArrayList<>(List.of(b.mro)));
    }
    sequences.add(new ArrayList<>(List.of(bases)));
    List<PyType> out = new ArrayList<>();
    out.add(type);
    while (true) {
      sequences.removeIf(List::isEmpty);
      if (sequences.isEmpty()) {
        return out.toArray(new PyType[0]);
      }
      PyType next = candidate(sequences);
      if (next == null) {
        throw conflict(sequences);
      }
      out.add(next);
      for (List<PyType> s : sequences) {
        if (s.get(0) == next) {
          s.remove(0);
        }
      }
    }
  }

  /** The first head that is in no tail. */
  private static PyType candidate(List<List<PyType>> sequences) {
    for (List<PyType> s : sequences) {
      PyType head = s.get(0);
      boolean inTail = false;
      for (List<PyType> other : sequences) {
        inTail |= other.lastIndexOf(head) > 0;
      }
      if (!inTail) {
        return head;
      }
    }
    return null;
  }

  private static PyException conflict(List<List<PyType>> sequences) {
    List<String> heads = new ArrayList<>();
    for (List<PyType> s : sequences) {
      String name = s.get(0).name();
      if (!heads.contains(name)) {
        heads.add(name);
      }
    }
    return Errors.typeError("Cannot create a consistent method resolution order (MRO) for bases " + String.join(", ", heads));
  }
}
