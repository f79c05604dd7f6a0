package dev.tuff.typed.effects;

import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a value while a module is imported. Values that can change have an owner: the module whose import made them. */
sealed interface Known {
  /** How it is called in messages. */
  String shown();

  /**
   * Of a module that is not strict: it may be bound and passed on, nothing else.
   *
   * @param reported whether something has been said of it: then all that follows from it is only a consequence
   */
  record Unknown(String shown, boolean reported) implements Known {}

  /**
   * A value that cannot change, made by syntax or builtins.
   *
   * @param constant which it is; null if only that it is one is known
   */
  record Plain(String type, Object constant) implements Known {
    @Override
    public String shown() {
      return "a value of type " + type;
    }
  }

  /** A tuple. */
  record Row(List<Known> items) implements Known {
    @Override
    public String shown() {
      return "a tuple";
    }
  }

  /** One of several, after ways have met. */
  record OneOf(List<Known> values) implements Known {
    @Override
    public String shown() {
      return values.getFirst().shown();
    }
  }

  /** A name of a library module of which it is known that neither its calls nor it itself do anything but make values. */
  record Model(String shown) implements Known {}

  /** A builtin function or class. */
  record Builtin(String name) implements Known {
    @Override
    public String shown() {
      return "`" + name + "`";
    }
  }

  /** A method of a builtin type, bound to a value. */
  record Method(Known self, String name) implements Known {
    @Override
    public String shown() {
      return "`" + name + "` of " + self.shown();
    }
  }

  /** A function with its first argument. */
  record Bound(Known self, Function function) implements Known {
    @Override
    public String shown() {
      return function.shown();
    }
  }

  /** {@code super()} in a method. */
  record Super(Known self, Class of) implements Known {
    @Override
    public String shown() {
      return "super()";
    }
  }

  /** A module; {@code names} is null if it is not strict. */
  record Module(String name, Map<String, Known> names) implements Known {
    @Override
    public String shown() {
      return "module " + name;
    }
  }

  /** What can be changed: by its owner only. */
  abstract sealed class Owned implements Known {
    final String owner;
    final Map<String, Known> attributes = new LinkedHashMap<>();

    Owned(String owner) {
      this.owner = owner;
    }
  }

  /** A list, dict or set, or an iterator or generator. */
  final class Container extends Owned {
    final String type;

    /** What its items, or a dict's values, are; null as long as it has none. */
    Known items;
    Known keys;

    Container(String type, String owner) {
      super(owner);
      this.type = type;
    }

    @Override
    public String shown() {
      return "a " + type;
    }
  }

  final class Instance extends Owned {
    final Known type;

    Instance(Known type, String owner) {
      super(owner);
      this.type = type;
    }

    @Override
    public String shown() {
      return "an instance of " + type.shown();
    }
  }

  /** A class of a strict module. */
  final class Class extends Owned {
    final String name;
    final List<Known> bases;

    Class(String name, List<Known> bases, String owner) {
      super(owner);
      this.name = name;
      this.bases = bases;
    }

    @Override
    public String shown() {
      return "class `" + name + "`";
    }

    /** The attribute of it or of the first base that has it; null if no known one has. */
    Known find(String attribute) {
      Known own = attributes.get(attribute);
      for (int i = 0; own == null && i < bases.size(); i++) {
        own = bases.get(i) instanceof Class c ? c.find(attribute) : null;
      }
      return own;
    }
  }

  /** A function or lambda of a strict module. */
  final class Function extends Owned {
    final String name;
    final Arguments parameters;
    final List<Known> defaults;
    final Map<String, Known> keywordDefaults;
    final List<Stmt> body;

    /** Of a lambda; else null. */
    final Expr value;
    final Scope around;
    final Node node;
    final String module;
    final String file;
    final boolean coroutine;

    /** The class that it is a method of; null for none. */
    Class definedIn;

    Function(String name, Arguments parameters, List<Known> defaults, Map<String, Known> keywordDefaults, List<Stmt> body, Expr value,
        Scope around, Node node, String module, String file, boolean coroutine, String owner) {
      super(owner);
      this.name = name;
      this.parameters = parameters;
      this.defaults = defaults;
      this.keywordDefaults = keywordDefaults;
      this.body = body;
      this.value = value;
      this.around = around;
      this.node = node;
      this.module = module;
      this.file = file;
      this.coroutine = coroutine;
    }

    @Override
    public String shown() {
      return "`" + name + "`";
    }
  }

  static Plain plain(String type) {
    return new Plain(type, null);
  }

  /** What is known where two ways meet. */
  static Known join(Known a, Known b) {
    if (a == null || b == null || a.equals(b)) {
      return a == null ? b : a;
    }
    if (a instanceof Plain p && b instanceof Plain q) {
      return plain(p.type.equals(q.type) ? p.type : "object");
    }
    List<Known> all = new ArrayList<>(a instanceof OneOf x ? x.values : List.of(a));
    for (Known v : b instanceof OneOf y ? y.values : List.of(b)) {
      if (!all.contains(v)) {
        all.add(v);
      }
    }
    return all.size() <= MOST ? all.size() == 1 ? all.getFirst() : new OneOf(all) : a;
  }

  /** More possibilities than these are not told apart. */
  int MOST = 8;
}
