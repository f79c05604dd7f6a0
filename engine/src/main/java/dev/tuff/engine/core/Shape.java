package dev.tuff.engine.core;

import dev.tuff.engine.container.PyDict;
import java.util.HashMap;
import java.util.Map;

/**
 * The hidden class of an object: its type, and which attribute lies in which element of {@link PyObject#slots}.
 *
 * <pre>
 * slots: | members of __slots__ … | attributes in order of creation … |      ordinary
 *        | members of __slots__ … | the __dict__ as a PyDict          |      dict mode (after obj.__dict__, del, or too many attributes)
 * </pre>
 *
 * Shapes are immutable but for their cached transitions; two objects of one type that got the same attributes in the same order share one,
 * so that an inline cache compares a single reference to know both type and layout.
 */
public final class Shape {
  /** Attributes beyond this number go to a dict. */
  static final int MAX_ATTRIBUTES = 64;

  public final PyType type;

  /** Number of leading elements that belong to {@code __slots__}. */
  public final int members;

  /** How many elements a new object has: none if all its members are fields of its Java class. */
  final int initial;

  /** Whether the attributes are in a {@link dev.tuff.engine.container.PyDict} at {@code slots[members]}. */
  public final boolean dictMode;

  private final String[] names;

  /** Of the names: they tell of almost any other name that it is not there. */
  private final int[] hashes;
  private volatile Map<String, Shape> transitions;
  private String lastName;
  private Shape lastShape;
  private volatile Shape dictShape;
  private volatile PyDict dictOfNames;
  private int dicts;
  private static final int SELDOM = 8;

  private Shape(PyType type, int members, String[] names, boolean dictMode) {
    this.type = type;
    this.members = members;
    initial = type.species != null && type.species.size() == members ? 0 : members;
    this.names = names;
    this.dictMode = dictMode;
    hashes = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      hashes[i] = names[i].hashCode();
    }
  }

  /** For the members of a new object. */
  public Object[] newSlots() {
    return initial == 0 ? PyObject.NO_SLOTS : new Object[initial];
  }

  static Shape root(PyType type, int members) {
    return new Shape(type, members, new String[0], false);
  }

  /** Number of elements of {@code slots} in use. */
  public int size() {
    return members + (dictMode ? 1 : names.length);
  }

  /** The names of the attributes, in order of creation. Not in dict mode. */
  public String[] names() {
    return names.clone();
  }

  public int attributeCount() {
    return names.length;
  }

  String name(int i) {
    return names[i];
  }

  /** The element that holds attribute {@code name}, or -1. There are few enough to look at each: names of programs' attributes are interned. */
  public int find(String name) {
    String[] n = names;
    for (int i = 0; i < n.length; i++) {
      if (n[i] == name) {
        return members + i;
      }
    }
    int hash = name.hashCode();
    int[] h = hashes;
    for (int i = 0; i < h.length; i++) {
      if (h[i] == hash && n[i].equals(name)) {
        return members + i;
      }
    }
    return -1;
  }

  /** The shape after attribute {@code name} is added; null when the object must go to dict mode instead. */
  synchronized Shape add(String name) {
    if (name.equals(lastName)) {
      return lastShape;
    }
    if (names.length >= MAX_ATTRIBUTES) {
      return null;
    }
    Map<String, Shape> map = transitions;
    if (map == null) {
      transitions = map = new HashMap<>(4);
    }
    Shape next = map.get(name);
    if (next == null) {
      String[] more = java.util.Arrays.copyOf(names, names.length + 1);
      more[names.length] = name.intern();
      next = new Shape(type, members, more, false);
      map.put(name, next);
    }
    lastName = name;
    lastShape = next;
    return next;
  }

  /** A dict whose entries are the attributes, with any values; null if objects of this shape seldom become dicts. */
  PyDict dictOfNames() {
    PyDict d = dictOfNames;
    if (d == null && ++dicts > SELDOM) {
      d = new PyDict(names.length);
      for (String name : names) {
        d.putStr(name, name);
      }
      dictOfNames = d;
    }
    return d;
  }

  /** The dict-mode shape of the same type. */
  Shape toDict() {
    Shape d = type.rootShape.dictShape;
    if (d == null) {
      type.rootShape.dictShape = d = new Shape(type, members, new String[0], true);
    }
    return d;
  }

  /** The shape with the same layout for another type ({@code __class__} assignment). */
  Shape withType(PyType other) {
    if (dictMode) {
      return other.rootShape.toDict();
    }
    Shape s = other.rootShape;
    for (String name : names) {
      s = s.add(name);
    }
    return s;
  }
}
