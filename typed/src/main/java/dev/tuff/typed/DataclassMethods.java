package dev.tuff.typed;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import dev.tuff.syntax.ast.Arg;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.ExprContext;
import dev.tuff.syntax.ast.Mod;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The methods that {@code @dataclass} gives a static class. They are written as source, in which a few names stand for typed operations: {@code
 * _CLASS_} is the class, {@code _LOAD_(obj, 'x')} and {@code _STORE_(obj, 'x', value)} reach a slot without {@code __setattr__}, {@code
 * _DEFAULT_('x')} is a field's default in the class body, {@code _CAST_('x', value)} checks a value against the field's type.
 */
final class DataclassMethods extends TreeRewriter {
  private final Dataclasses.DataclassType type;
  private final Map<String, Dataclasses.Field> fields;
  private final Node at;
  private final StringBuilder source = new StringBuilder();

  private DataclassMethods(Dataclasses.DataclassType type, Node at) {
    this.type = (Dataclasses.DataclassType) type.inexactClass();
    this.fields = type.fields();
    this.at = at;
  }

  /** Adds the statements to the lowered body of the class; the functions among them get signatures. */
  static void add(Dataclasses.DataclassType type, Node at, List<Stmt> body, Map<Node, Const.Tuple> signatures) {
    DataclassMethods m = new DataclassMethods(type, at);
    m.write();
    Mod tree = Parser.parse(Source.of(m.source.toString(), "<dataclass>"), Mode.EXEC, ParseOptions.DEFAULT);
    for (Stmt s : m.body(((Mod.Module) tree).body())) {
      body.add(s);
      if (s instanceof Stmt.FunctionDef f) {
        signatures.put(f, m.signature(f));
      }
    }
  }

  private void line(String text) {
    source.append(text).append('\n');
  }

  private List<Dataclasses.Field> plain() {
    return fields.values().stream().filter(f -> f.kind == Dataclasses.Kind.FIELD).toList();
  }

  private void write() {
    line("from dataclasses import _DataclassParams, _FIELD, field as _field, _FIELD_CLASSVAR, _FIELD_INITVAR, _HAS_DEFAULT_FACTORY");
    line("from reprlib import recursive_repr as _recursive_repr");
    if (type.is("frozen")) {
      line("from dataclasses import FrozenInstanceError as _FrozenInstanceError");
    }
    line("__dataclass_fields__ = {}");
    fields.values().forEach(this::describe);
    line("__dataclass_params__ = _DataclassParams(" + flag("init") + flag("repr") + flag("eq") + flag("order") + flag("unsafe_hash")
        + flag("frozen") + "False, False, None, False)");
    if (type.is("init") && !type.own.contains("__init__")) {
      init();
    }
    if (type.is("repr") && !type.own.contains("__repr__")) {
      repr();
    }
    if (type.is("eq") && !type.own.contains("__eq__")) {
      comparison("__eq__", "==");
    }
    if (type.is("order")) {
      comparison("__lt__", "<");
      comparison("__le__", "<=");
      comparison("__gt__", ">");
      comparison("__ge__", ">=");
    }
    if (type.is("frozen")) {
      frozen("__setattr__", "assign to", "self, name, value", "name, value");
      frozen("__delattr__", "delete", "self, name", "name");
    }
    if (type.is("unsafe_hash") || type.is("eq") && !type.own.contains("__hash__")) {
      hash();
    }
    line("del _recursive_repr");
  }

  private String flag(String option) {
    return (type.is(option) ? "True" : "False") + ", ";
  }

  private static String quoted(String s) {
    return "'" + s.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void describe(Dataclasses.Field f) {
    StringBuilder call = new StringBuilder("_field(");
    if (f.value != null) {
      call.append("default=_DEFAULT_('").append(f.name).append("'), ");
    }
    if (f.factory != null) {
      call.append("default_factory=_DEFAULT_('").append(f.name).append("'), ");
    }
    call.append(f.init ? "" : "init=False, ").append(f.repr ? "" : "repr=False, ").append(f.compare ? "" : "compare=False, ");
    if (f.hash != null) {
      call.append("hash=").append(f.hash ? "True" : "False").append(", ");
    }
    if (f.metadata != null) {
      call.append("metadata=_METADATA_('").append(f.name).append("'), ");
    }
    call.append("kw_only=False)");
    String entry = "__dataclass_fields__['" + f.name + "']";
    line(entry + " = " + call);
    line(entry + ".name = '" + f.name + "'");
    line(entry + ".type = " + quoted(Dataclasses.DataclassType.text(f)));
    String kind = switch (f.kind) {
      case FIELD -> "_FIELD";
      case CLASS_VAR -> "_FIELD_CLASSVAR";
      case INIT_VAR -> "_FIELD_INITVAR";
    };
    line(entry + "._field_type = " + kind);
  }

  private void init() {
    String self = fields.containsKey("self") ? "__dataclass_self__" : "self";
    StringBuilder head = new StringBuilder("def __init__(" + self);
    if (type.is("kw_only") && fields.values().stream().anyMatch(f -> f.kind != Dataclasses.Kind.CLASS_VAR && f.init)) {
      head.append(", *");
    }
    for (Dataclasses.Field f : fields.values()) {
      if (f.kind != Dataclasses.Kind.CLASS_VAR && f.init) {
        head.append(", ").append(f.name);
        head.append(f.factory != null ? "=_HAS_DEFAULT_FACTORY" : f.value != null ? "=_DEFAULT_('" + f.name + "')" : "");
      }
    }
    line(head + "):");
    for (Dataclasses.Field f : plain()) {
      String made = "_CAST_('" + f.name + "', _CLASS_." + f.name + "())";
      String value = f.factory == null ? f.name : f.init ? made + " if " + f.name + " is _CLASS_._HAS_DEFAULT_FACTORY else " + f.name : made;
      if (f.init || f.factory != null) {
        line("  _STORE_(" + self + ", '" + f.name + "', " + value + ")");
      }
    }
    if (type.own.contains("__post_init__")) {
      List<String> given = new ArrayList<>();
      fields.values().forEach(f -> {
        if (f.kind == Dataclasses.Kind.INIT_VAR) {
          given.add(f.name);
        }
      });
      line("  " + self + ".__post_init__(" + String.join(", ", given) + ")");
    }
    line("  return None");
  }

  private void repr() {
    StringBuilder text = new StringBuilder();
    for (Dataclasses.Field f : plain()) {
      if (f.repr) {
        text.append(text.isEmpty() ? "" : ", ").append(f.name).append("={_LOAD_(self, '").append(f.name).append("')!r}");
      }
    }
    line("@_recursive_repr()\ndef __repr__(self):\n  return f\"{type(self).__qualname__}(" + text + ")\"");
  }

  private String items(String self, java.util.function.Predicate<Dataclasses.Field> which) {
    StringBuilder b = new StringBuilder("(");
    for (Dataclasses.Field f : plain()) {
      if (which.test(f)) {
        b.append("_LOAD_(").append(self).append(", '").append(f.name).append("'), ");
      }
    }
    return b.append(')').toString();
  }

  private void comparison(String name, String operator) {
    line("def " + name + "(self, other):\n  if type(other) is type(self):\n    return " + items("self", f -> f.compare) + " " + operator + " "
        + items("other", f -> f.compare) + "\n  return NotImplemented");
  }

  private void frozen(String name, String what, String parameters, String arguments) {
    StringBuilder names = new StringBuilder();
    plain().forEach(f -> names.append('\'').append(f.name).append("', "));
    line("def " + name + "(" + parameters + "):\n  if type(self) is _CLASS_ or name in (" + names + "):\n"
        + "    raise _CLASS_._FrozenInstanceError(f\"cannot " + what + " field {name!r}\")\n"
        + "  super(_CLASS_, self)." + name + "(" + arguments + ")");
  }

  private void hash() {
    if (type.is("unsafe_hash") || type.is("frozen")) {
      line("def __hash__(self):\n  return hash(" + items("self", f -> f.hash == null ? f.compare : f.hash) + ")");
    } else {
      line("__hash__ = None");
    }
  }

  // ---- names that stand for operations ----

  private Expr typed(int opcode, Object argument, Expr... operands) {
    return new Expr.Typed(opcode, argument, List.of(operands), at.start(), at.end());
  }

  private Const.Tuple slot(Dataclasses.Field f) {
    return new Const.Tuple(List.of(f.owner.inexactClass().descriptor(), f.name));
  }

  @Override
  Expr apply(Expr e) {
    if (e instanceof Expr.Name n && n.id().equals("_CLASS_")) {
      return typed(LOAD_CLASS, type.descriptor());
    }
    if (!(e instanceof Expr.Call c) || !(c.func() instanceof Expr.Name n)) {
      return super.apply(e);
    }
    return switch (n.id()) {
      case "_LOAD_" -> typed(LOAD_FIELD, slot(named(c, 1)), apply(c.args().get(0)));
      case "_STORE_" -> typed(STORE_FIELD, slot(named(c, 1)), apply(c.args().get(2)), apply(c.args().get(0)));
      case "_CAST_" -> cast(named(c, 0).declared(), apply(c.args().get(1)));
      case "_DEFAULT_" -> value(named(c, 0));
      case "_METADATA_" -> named(c, 0).metadata;
      default -> super.apply(e);
    };
  }

  private Dataclasses.Field named(Expr.Call c, int argument) {
    return fields.get((String) ((Expr.Constant) c.args().get(argument)).value());
  }

  private Expr cast(ClassType to, Expr value) {
    boolean known = to.nominal() && to.inexactClass() != to.env.object && !to.descriptor().equals(to.env.dynamic.descriptor());
    return known && !to.instance.primitive() ? typed(CAST, to.descriptor(), value) : value;
  }

  private Expr value(Dataclasses.Field f) {
    if (f.valueOwner.inexactClass() == type) {
      return new Expr.Name(f.name, ExprContext.Load, at.start(), at.end());
    }
    return new Expr.Attribute(typed(LOAD_CLASS, f.valueOwner.inexactClass().descriptor()), f.name, ExprContext.Load, at.start(), at.end());
  }

  private Const.Tuple signature(Stmt.FunctionDef f) {
    List<Object> checks = new ArrayList<>(List.of(0L, type.descriptor()));
    List<Arg> args = new ArrayList<>(f.args().args());
    args.addAll(f.args().kwonlyargs());
    if (f.name().equals("__init__")) {
      for (int i = 1; i < args.size(); i++) {
        Dataclasses.Field field = fields.get(args.get(i).arg());
        ClassType c = field.declared();
        if (field.factory == null && c.nominal() && c.inexactClass() != c.env.object && !c.instance.primitive()
            && !c.descriptor().equals(c.env.dynamic.descriptor())) {
          checks.add((long) i);
          checks.add(c.descriptor());
        }
      }
    }
    ClassType result = f.name().equals("__init__") ? type.env.none : type.env.dynamic;
    return new Const.Tuple(List.of(new Const.Tuple(checks), result.descriptor()));
  }
}
