package dev.tuff.typed.effects;

import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Arguments;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What calls do: of functions that are followed, of classes, of builtins and their methods by the tables. */
final class Calls {
  private final ImportRun run;

  Calls(ImportRun run) {
    this.run = run;
  }

  Known call(Known f, List<Known> arguments, Map<String, Known> keywords, Node node) {
    return switch (f) {
      case Known.Unknown u -> run.unknown(u, "call of", node);
      case Known.OneOf o -> {
        Known all = null;
        for (Known x : o.values()) {
          all = Known.join(all, call(x, arguments, keywords, node));
        }
        yield all;
      }
      case Known.Function x -> function(x, null, arguments, keywords, node);
      case Known.Bound x -> function(x.function(), x.self(), arguments, keywords, node);
      case Known.Class c -> construct(c, arguments, keywords, node);
      case Known.Builtin b -> builtin(b, arguments, keywords, node);
      case Known.Method m -> method(m, arguments, keywords, node);
      case Known.Model m -> modelled(m, arguments, keywords);
      case Known.Instance i -> {
        Known called = i.type instanceof Known.Class c ? c.find("__call__") : null;
        yield called instanceof Known.Function g ? function(g, i, arguments, keywords, node) : Known.plain("object");
      }
      default -> Known.plain("object");
    };
  }

  /** A name of a library that is known to make values only: as a decorator it gives what it is given. */
  private Known modelled(Known.Model m, List<Known> arguments, Map<String, Known> keywords) {
    Known only = arguments.size() == 1 && keywords.isEmpty() ? arguments.getFirst() : null;
    return only instanceof Known.Function || only instanceof Known.Class ? only : m;
  }

  // ---- functions

  /** @param self goes before the arguments; null for none */
  Known function(Known.Function f, Known self, List<Known> arguments, Map<String, Known> keywords, Node node) {
    if (f.coroutine && !yields(f)) {
      return Known.plain("coroutine");
    }
    if (!run.enter(f, node)) {
      return Known.plain("object");
    }
    try {
      Scope around = f.around;
      if (f.definedIn != null) {
        around = new Scope(new LinkedHashMap<>(Map.of("__class__", f.definedIn)), f.around, false);
      }
      Scope s = Scope.in(around, false);
      List<Known> given = new ArrayList<>(arguments);
      if (self != null) {
        given.addFirst(self);
      }
      bind(f, given, keywords, s);
      Statements.Results r = run.statements.function(f, s);
      return yields(f) ? run.expressions.container("generator", r.yielded == null ? List.of() : List.of(r.yielded), null)
          : r.returned == null ? Known.plain("object") : r.returned;
    } finally {
      run.leave();
    }
  }

  private void bind(Known.Function f, List<Known> given, Map<String, Known> keywords, Scope s) {
    Arguments a = f.parameters;
    List<Arg> positional = Statements.positional(a);
    Map<String, Known> rest = new LinkedHashMap<>(keywords);
    int firstDefault = positional.size() - f.defaults.size();
    for (int i = 0; i < positional.size(); i++) {
      String name = positional.get(i).arg();
      Known named = rest.remove(name);
      s.names.put(name, i < given.size() ? given.get(i) : named != null ? named : i >= firstDefault ? f.defaults.get(i - firstDefault)
          : Known.plain("object"));
    }
    if (a.vararg() != null) {
      int taken = Math.min(given.size(), positional.size());
      s.names.put(a.vararg().arg(), new Known.Row(given.subList(taken, given.size())));
    }
    for (Arg k : a.kwonlyargs()) {
      Known named = rest.remove(k.arg());
      s.names.put(k.arg(), named != null ? named : f.keywordDefaults.getOrDefault(k.arg(), Known.plain("object")));
    }
    if (a.kwarg() != null) {
      s.names.put(a.kwarg().arg(), run.expressions.container("dict", new ArrayList<>(rest.values()), List.of(Known.plain("str"))));
    }
  }

  private static boolean yields(Known.Function f) {
    return f.body != null && f.body.stream().anyMatch(Calls::yields);
  }

  /** Whether a yield stands in a node, and not in a function within it. */
  private static boolean yields(Object o) {
    if (o instanceof Expr.Yield || o instanceof Expr.YieldFrom) {
      return true;
    }
    if (o instanceof List<?> list) {
      return list.stream().anyMatch(Calls::yields);
    }
    if (!(o instanceof Node) || o instanceof Stmt.FunctionDef || o instanceof Stmt.AsyncFunctionDef || o instanceof Stmt.ClassDef
        || o instanceof Expr.Lambda || !(o instanceof Record r)) {
      return false;
    }
    try {
      for (var c : r.getClass().getRecordComponents()) {
        if (yields(c.getAccessor().invoke(r))) {
          return true;
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return false;
  }

  private Known construct(Known.Class c, List<Known> arguments, Map<String, Known> keywords, Node node) {
    Known.Instance made = new Known.Instance(c, run.owner);
    Known result = made;
    Known create = c.find("__new__");
    if (create instanceof Known.Instance w && w.attributes.get("function") != null) {
      create = w.attributes.get("function");
    }
    if (create instanceof Known.Function f) {
      result = function(f, c, arguments, keywords, node);
      result = result instanceof Known.Plain ? made : result;
    }
    if (result instanceof Known.Instance i && c.find("__init__") instanceof Known.Function f) {
      function(f, i, arguments, keywords, node);
    }
    return result;
  }

  // ---- builtins

  private Known builtin(Known.Builtin b, List<Known> arguments, Map<String, Known> keywords, Node node) {
    String prohibited = Models.prohibited(b.name());
    if (prohibited != null) {
      run.found(Finding.Code.PROHIBITED_CALL, "call of `" + b.name() + "`: it " + prohibited, node);
      return new Known.Unknown(b.shown(), true);
    }
    boolean wraps = b.name().equals("staticmethod") || b.name().equals("classmethod") || b.name().equals("property");
    List<Known> all = new ArrayList<>(arguments);
    all.addAll(keywords.values());
    for (Known v : wraps ? List.<Known>of() : all) {
      if (v instanceof Known.Unknown u && !(b.name().equals("type") && arguments.size() == 3)) {
        return run.unknown(u, "call of `" + b.name() + "` with", node);
      }
    }
    Known first = arguments.isEmpty() ? null : arguments.getFirst();
    return switch (b.name()) {
      case "staticmethod", "classmethod", "property" -> {
        Known.Instance w = new Known.Instance(b, run.owner);
        if (first != null) {
          w.attributes.put("function", first);
        }
        yield w;
      }
      case "setattr" -> {
        if (arguments.size() == 3) {
          run.statements.setAttribute(first, constant(arguments.get(1)), arguments.get(2), node);
        }
        yield Known.plain("NoneType");
      }
      case "delattr" -> {
        run.change(first, "deletion of an attribute", node);
        yield Known.plain("NoneType");
      }
      case "getattr" -> arguments.size() > 1 ? run.expressions.attribute(first, constant(arguments.get(1)), node) : Known.plain("object");
      case "list", "set", "bytearray", "dict", "sorted", "enumerate", "reversed", "iter" -> {
        applied(keywords.get("key"), first, node);
        List<Known> items = first == null ? new ArrayList<>(keywords.values())
            : List.of(first instanceof Known.Container c && c.items != null ? c.items : run.expressions.items(first, node));
        yield run.expressions.container(b.name().equals("sorted") ? "list" : b.name(), items,
            b.name().equals("dict") ? List.of(Known.plain("object")) : null);
      }
      case "tuple", "frozenset" -> first == null ? new Known.Row(List.of()) : first instanceof Known.Row ? first
          : new Known.Row(List.of(run.expressions.items(first, node)));
      case "map", "filter" -> {
        List<Known> items = new ArrayList<>();
        for (Known v : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
          items.add(run.expressions.items(v, node));
        }
        Known made = first instanceof Known.Plain ? null : call(first, items, Map.of(), node);
        yield run.expressions.container(b.name(), b.name().equals("map") && made != null ? List.of(made) : items, null);
      }
      case "zip" -> {
        List<Known> row = new ArrayList<>();
        for (Known v : arguments) {
          row.add(run.expressions.items(v, node));
        }
        yield run.expressions.container("zip", List.of(new Known.Row(row)), null);
      }
      case "min", "max", "next", "sum" -> {
        applied(keywords.get("key"), first, node);
        yield first == null ? Known.plain("object") : arguments.size() > 1 && !b.name().equals("next") ? Known.plain("object")
            : run.expressions.items(first, node);
      }
      case "type" -> arguments.size() == 3 ? new Known.Class(constant(first), List.of(), run.owner)
          : first instanceof Known.Instance i ? i.type : Known.plain("type");
      case "super" -> Known.plain("object");
      case "object" -> new Known.Instance(b, run.owner);
      case "isinstance", "issubclass", "hasattr", "callable", "bool" -> Known.plain("bool");
      case "str", "repr", "ascii", "format" -> {
        if (first instanceof Known.Instance i) {
          run.expressions.special(i, b.name().equals("repr") ? "__repr__" : "__str__", List.of(), node);
        }
        yield Known.plain("str");
      }
      case "len", "int", "ord", "abs", "round", "pow", "divmod" -> {
        if (b.name().equals("len") && first instanceof Known.Instance i) {
          run.expressions.special(i, "__len__", List.of(), node);
        }
        yield Known.plain("int");
      }
      default -> Models.isException(b.name()) ? new Known.Instance(b, run.owner) : Known.plain(b.name());
    };
  }

  private static String constant(Known v) {
    return v instanceof Known.Plain p && p.constant() instanceof String s ? s : "?";
  }

  /** A function given to be called with each item. */
  private void applied(Known key, Known items, Node node) {
    if (key != null && items != null) {
      call(key, List.of(run.expressions.items(items, node)), Map.of(), node);
    }
  }

  private Known method(Known.Method m, List<Known> arguments, Map<String, Known> keywords, Node node) {
    Known self = m.self();
    Known last = arguments.isEmpty() ? null : arguments.getLast();
    if (self instanceof Known.Instance w && w.type instanceof Known.Builtin b && b.name().equals("property")) {
      // x.setter(f) and the like
      return w;
    }
    if (self instanceof Known.Builtin b && m.name().equals("__new__") && !arguments.isEmpty() && arguments.getFirst() instanceof Known.Class c) {
      return new Known.Instance(c, run.owner);
    }
    if (self instanceof Known.Builtin && m.name().equals("__setattr__") && arguments.size() == 3) {
      run.statements.setAttribute(arguments.getFirst(), constant(arguments.get(1)), arguments.get(2), node);
      return Known.plain("NoneType");
    }
    if (self instanceof Known.Container c) {
      if (Models.changes(m.name())) {
        run.change(c, "`" + m.name() + "`", node);
        boolean many = m.name().equals("extend") || m.name().equals("update");
        if (last != null && !m.name().startsWith("pop") && !m.name().equals("remove") && !m.name().equals("discard")) {
          c.items = Known.join(c.items, many ? last instanceof Known.Container from ? from.items : run.expressions.items(last, node) : last);
        }
        applied(keywords.get("key"), c, node);
        return c.items == null ? Known.plain("object") : c.items;
      }
      return switch (m.name()) {
        case "get", "__getitem__" -> Known.join(c.items, arguments.size() > 1 ? last : Known.plain("NoneType"));
        case "values", "copy", "__iter__" -> run.expressions.container(m.name().equals("copy") ? c.type : "iterator",
            c.items == null ? List.of() : List.of(c.items), m.name().equals("copy") && c.keys != null ? List.of(c.keys) : null);
        case "items" -> run.expressions.container("iterator",
            List.of(new Known.Row(List.of(or(c.keys), or(c.items)))), null);
        case "keys" -> run.expressions.container("iterator", List.of(or(c.keys)), null);
        default -> Known.plain("object");
      };
    }
    for (Known v : arguments) {
      if (v instanceof Known.Unknown u) {
        return run.unknown(u, "call of `" + m.name() + "` with", node);
      }
    }
    return switch (m.name()) {
      case "split", "rsplit", "splitlines" -> run.expressions.container("list", List.of(Known.plain("str")), null);
      default -> Known.plain(self instanceof Known.Plain p ? p.type() : "object");
    };
  }

  private static Known or(Known v) {
    return v == null ? Known.plain("object") : v;
  }
}
