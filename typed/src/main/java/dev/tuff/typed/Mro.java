package dev.tuff.typed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The method resolution order of static classes: C3, over exact classes. */
final class Mro {
  private Mro() {}

  static List<ClassType> of(ClassType c) {
    List<List<ClassType>> sequences = new ArrayList<>();
    List<ClassType> bases = new ArrayList<>();
    for (ClassType base : c.bases) {
      bases.add(base.exactClass());
    }
    sequences.add(new ArrayList<>(List.of(c.exactClass())));
    for (ClassType base : bases) {
      sequences.add(new ArrayList<>(of(base)));
    }
    sequences.add(bases);
    List<ClassType> order = new ArrayList<>();
    while (true) {
      sequences.removeIf(List::isEmpty);
      if (sequences.isEmpty()) {
        return order;
      }
      ClassType next = head(sequences);
      if (next == null) {
        throw inconsistent(sequences);
      }
      order.add(next);
      for (List<ClassType> s : sequences) {
        if (s.getFirst() == next) {
          s.removeFirst();
        }
      }
    }
  }

  /** The first head that stands in no tail. */
  private static ClassType head(List<List<ClassType>> sequences) {
    for (List<ClassType> s : sequences) {
      ClassType candidate = s.getFirst();
      boolean free = true;
      for (List<ClassType> other : sequences) {
        free &= other.lastIndexOf(candidate) <= 0;
      }
      if (free) {
        return candidate;
      }
    }
    return null;
  }

  private static TypedError inconsistent(List<List<ClassType>> sequences) {
    Set<String> names = new LinkedHashSet<>();
    for (List<ClassType> s : sequences) {
      names.add(s.getFirst().name());
    }
    TypedError e = new TypedError("Cannot create a consistent method resolution order (MRO) for bases: " + String.join(", ", names));
    return e;
  }
}
