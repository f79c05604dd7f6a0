package dev.tuff.typed;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.compiler.Code;
import dev.tuff.compiler.Opcode;
import dev.tuff.syntax.Const;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.Node;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.typed.Explanation.Mode;
import dev.tuff.typed.Explanation.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads off the instructions of a static module how each place of it runs, and off the types of its nodes why. Instructions that only move
 * values, jump or make functions do not count.
 */
final class Explainer {
  private final Binder b;
  private final ErrorSink sink;
  private final NodeIndex index;
  private final Provenance provenance;
  private final SourceColumns columns;
  private final Set<Operation> operations = new LinkedHashSet<>();
  private final List<Explanation.Function> functions = new ArrayList<>();

  /** What there is to say of an instruction. */
  private record Said(Mode mode, String what, String reason, String remedy) {
    static Said raw(String what) {
      return new Said(Mode.RAW, what, null, null);
    }
  }

  private Explainer(StaticPython.Analysis analysis, SourceColumns columns) {
    b = analysis.binder();
    sink = analysis.sink();
    index = new NodeIndex(analysis.tree());
    provenance = new Provenance(b, index);
    this.columns = columns;
  }

  /** @param analysis of a module without errors */
  static Explanation explain(StaticPython.Analysis analysis, String file, String module, SourceColumns columns) {
    Explainer e = new Explainer(analysis, columns);
    e.code(analysis.code());
    List<Operation> sorted = new ArrayList<>(e.operations);
    sorted.sort(Comparator.comparingInt(Operation::line).thenComparingInt(Operation::column).thenComparing(o -> -o.mode().ordinal()));
    return new Explanation(file, module, columns.lines(file), sorted, e.functions);
  }

  private void code(Code code) {
    int[] count = new int[Mode.values().length];
    int slot = functions.size();
    String name = code.name.equals("<module>") ? code.name : code.qualname;
    functions.add(null);
    int[] instructions = code.instructions();
    for (int i = 0; i < instructions.length; i++) {
      if ((instructions[i] & 0xFF) == CHECK_ARGS) {
        count[Mode.CHECKED.ordinal()] += arguments(code);
        continue;
      }
      int[] at = code.position(i);
      if (at[0] <= 0 || at[2] < 0 || at[3] < 0) {
        continue;
      }
      long start = Node.pos(at[0], at[2]);
      long end = Node.pos(at[1], at[3]);
      int before = i == 0 ? RESUME : instructions[i - 1] & 0xFF;
      Said said = say(code, instructions[i] & 0xFF, instructions[i] >>> 8, before, start, end);
      if (said != null) {
        count[said.mode.ordinal()]++;
        operations.add(operation(said, instructions[i] & 0xFF, start, end));
      }
    }
    functions.set(slot, new Explanation.Function(name, code.firstLine, count[0], count[1], count[2]));
    for (Object constant : code.consts()) {
      if (constant instanceof Code nested && isWritten(nested)) {
        code(nested);
      }
    }
  }

  /** Not what evaluates annotations for those who ask, nor what the compiler has put into a class. */
  private boolean isWritten(Code code) {
    if (!code.name.equals("__init_subclass__")) {
      return !code.name.equals("__annotate__");
    }
    for (Stmt.FunctionDef f : index.all(Stmt.FunctionDef.class)) {
      if (f.name().equals(code.name) && f.line() == code.firstLine) {
        return true;
      }
    }
    return false;
  }

  private Operation operation(Said said, int opcode, long start, long end) {
    Node n = index.at(start, end, Expr.class);
    n = n == null ? index.at(start, end, Stmt.AugAssign.class) : n;
    // the part of the expression that stands for the operation itself
    long from = switch (n) {
      case Expr.Attribute a -> a.value().end();
      case Expr.Call c when opcode != PRIMITIVE_BOX && opcode != CAST -> c.func() instanceof Expr.Attribute a ? a.value().end() : start;
      case Expr.BinOp o -> o.left().end();
      case Expr.Compare c -> c.left().end();
      case Expr.Subscript s -> s.value().end();
      case Stmt.AugAssign a -> a.target().end();
      case null, default -> start;
    };
    long to = switch (n) {
      case Expr.Call c when opcode != PRIMITIVE_BOX && opcode != CAST -> c.func().end();
      case Expr.BinOp o -> o.right().start();
      case Expr.Compare c -> c.comparators().getFirst().start();
      case Stmt.AugAssign a -> a.value().start();
      case null, default -> end;
    };
    int line = Node.line(from);
    int column = columns.of(line, Node.column(from));
    int endColumn = columns.of(Node.line(to), Node.column(to));
    if (n instanceof Expr.BinOp || n instanceof Expr.Compare || n instanceof Stmt.AugAssign) {
      String text = columns.line(line);
      int length = text.codePointCount(0, text.length());
      while (column < length && text.codePointAt(text.offsetByCodePoints(0, column - 1)) == ' ') {
        column++;
      }
      while (Node.line(to) == line && endColumn > column + 1 && text.codePointAt(text.offsetByCodePoints(0, endColumn - 2)) == ' ') {
        endColumn--;
      }
    }
    return new Operation(line, column, Node.line(to), endColumn, said.mode, Opcode.name(opcode), said.what, said.reason, said.remedy);
  }

  // ---- instructions

  /** Null of what does no work of its own. */
  private Said say(Code code, int opcode, int arg, int before, long start, long end) {
    return switch (opcode) {
      // what stands for a statement is the compiler's own: it makes classes, and freezes them
      case INVOKE_FUNCTION -> index.at(start, end, Expr.class) == null ? null : Said.raw("calls " + member(code, arg >> 8) + " directly");
      case INVOKE_METHOD -> {
        String hint = hint(start, end);
        yield new Said(Mode.RAW, "calls " + member(code, arg >> 8) + ", or what overrides it, through the class", null,
            hint == null ? null : "a final class or method is called directly");
      }
      case INVOKE_NATIVE -> Said.raw("calls a function of a shared library");
      case BUILD_CHECKED_LIST, BUILD_CHECKED_MAP -> Said.raw("makes a checked container");
      case CAST -> cast(code, arg, start, end);
      case LOAD_FIELD -> Said.raw("reads slot " + member(code, arg) + " by its place");
      case STORE_FIELD -> Said.raw("writes slot " + member(code, arg) + " by its place");
      case TP_ALLOC -> Said.raw("makes an object, without a call");
      case PRIMITIVE_BOX -> new Said(Mode.RAW, "makes an object of a machine number", null, null);
      case PRIMITIVE_UNBOX -> switch (before) {
        case LOAD_FIELD, INVOKE_FUNCTION, INVOKE_METHOD, SEQUENCE_GET, INVOKE_NATIVE -> null;
        default -> unbox(start, end);
      };
      case PRIMITIVE_BINARY_OP, PRIMITIVE_UNARY_OP -> Said.raw("machine arithmetic");
      case PRIMITIVE_COMPARE_OP -> Said.raw("compares machine numbers");
      case CONVERT_PRIMITIVE -> Said.raw("changes the width of a machine number");
      case FAST_LEN -> Said.raw("reads the length, without a call");
      case SEQUENCE_GET, SEQUENCE_SET, LIST_DEL -> Said.raw("an item by its index, without a call");
      case LOAD_ATTR, STORE_ATTR, DELETE_ATTR, LOAD_SUPER_ATTR -> attribute(opcode, start, end);
      case CALL, CALL_KW, CALL_FUNCTION_EX -> call(start, end);
      case BINARY_OP, COMPARE_OP, CONTAINS_OP, BINARY_SLICE -> operator(start, end);
      case UNARY_NEGATIVE, UNARY_INVERT -> dynamic("an operator on an object", start, end);
      case STORE_SUBSCR, DELETE_SUBSCR, STORE_SLICE -> item(start, end);
      case GET_ITER, FOR_ITER, GET_AITER -> iteration(start, end);
      case TO_BOOL -> truth(start, end);
      case UNPACK_SEQUENCE, UNPACK_EX -> new Said(Mode.DYNAMIC, "unpacks an object", "its items have no known type",
          "assign them one by one from what is typed");
      default -> null;
    };
  }

  private static Const.Tuple constant(Code code, int i) {
    return (Const.Tuple) code.consts()[i];
  }

  /** The member that a constant names: {@code C.m} or {@code f}. */
  private static String member(Code code, int i) {
    Const.Tuple t = constant(code, i);
    Object first = t.items().getFirst();
    Const.Tuple descriptor = first instanceof Const.Tuple d && d.items().getFirst() instanceof Const.Tuple ? d : t;
    Const.Tuple container = (Const.Tuple) descriptor.items().get(0);
    Object name = descriptor.items().get(1) instanceof Const.Tuple accessor ? accessor.items().getFirst() : descriptor.items().get(1);
    String path = container.items().stream().skip(1).filter(String.class::isInstance).map(String.class::cast)
        .filter(s -> !s.matches("[?!#]")).collect(Collectors.joining("."));
    return path.isEmpty() ? name.toString() : path + "." + name;
  }

  private static String type(Const.Tuple descriptor) {
    List<Object> items = descriptor.items();
    String name = items.stream().skip(1).filter(String.class::isInstance).map(String.class::cast).filter(s -> !s.matches("[?!#=]"))
        .collect(Collectors.joining("."));
    return items.contains("?") ? "Optional[" + name + "]" : name;
  }

  /** The hint that the binder has for a place; null for none. */
  private String hint(long start, long end) {
    for (ErrorSink.Warning w : sink.warnings) {
      if (w.node().start() == start && w.node().end() == end) {
        return w.message();
      }
    }
    return null;
  }

  // ---- what is checked

  /** The check stands at the head of the function; none if it has nothing to check. */
  private int arguments(Code code) {
    Object last = code.consts()[code.consts().length - 1];
    if (last instanceof Const.Tuple t && t.items().getFirst() instanceof Const.Tuple checks && checks.items().isEmpty()) {
      return 0;
    }
    for (Stmt s : index.all(Stmt.class)) {
      FunctionNode f = FunctionNode.of(s);
      if (f != null && f.name().equals(code.name) && (s.line() == code.firstLine || firstLine(f) == code.firstLine)) {
        int from = columns.of(s.line(), s.column());
        operations.add(new Operation(s.line(), from, s.line(), from + (f.async() ? 10 : 4) + f.name().length(), Mode.CHECKED, "CHECK_ARGS",
            "arguments are checked when the call comes from untyped code", "callers may be untyped", null));
        return 1;
      }
    }
    return 0;
  }

  private static int firstLine(FunctionNode f) {
    return f.decorators().isEmpty() ? f.node().line() : f.decorators().getFirst().line();
  }

  private Said cast(Code code, int arg, long start, long end) {
    String type = type(constant(code, arg));
    Expr e = index.at(start, end, Expr.class);
    if (e instanceof Expr.Call c && b.get(c.func()).klass.instanceName().equals("cast")) {
      return new Said(Mode.CHECKED, "checked to be " + type, "the program says so", null);
    }
    Provenance.Cause why = e == null ? null : provenance.of(e);
    return why == null ? new Said(Mode.CHECKED, "checked to be " + type, "what comes is dynamic", null)
        : new Said(Mode.CHECKED, "checked to be " + type, why.reason(), why.remedy());
  }

  private Said unbox(long start, long end) {
    Expr e = index.at(start, end, Expr.class);
    Expr object = e instanceof Expr.Call c && c.args().size() == 1 ? c.args().getFirst() : e;
    String type = object == null || b.get(object) == b.env.DYNAMIC ? "an object" : b.get(object).name();
    return new Said(Mode.CHECKED, "makes a machine number of " + type + ", with a check of its range", "it is an object here",
        "let what gives it be a machine number too");
  }

  // ---- what is dynamic

  private Said because(String what, Expr unknown) {
    Provenance.Cause c = provenance.of(unknown);
    return new Said(Mode.DYNAMIC, what, c.reason(), c.remedy());
  }

  private Said dynamic(String what, long start, long end) {
    Expr e = index.at(start, end, Expr.class);
    Expr operand = e instanceof Expr.UnaryOp u ? u.operand() : e;
    return operand != null && b.get(operand) == b.env.DYNAMIC ? because(what, operand)
        : new Said(Mode.DYNAMIC, what, "Python's own instruction does it", null);
  }

  private Said attribute(int opcode, long start, long end) {
    Expr.Attribute a = index.at(start, end, Expr.Attribute.class);
    if (a == null) {
      Expr.Call call = index.at(start, end, Expr.Call.class);
      a = call != null && call.func() instanceof Expr.Attribute f ? f : null;
    }
    if (a == null) {
      return null;
    }
    String what = (opcode == STORE_ATTR ? "writes" : opcode == DELETE_ATTR ? "deletes" : "looks up") + " attribute `" + a.attr() + "`";
    Value of = b.get(a.value());
    if (of == b.env.DYNAMIC) {
      return because(what, a.value());
    }
    if (of instanceof ModuleValue m) {
      boolean known = b.module.compiler.modules.get(m.moduleName) != null;
      return new Said(Mode.DYNAMIC, what + " of module " + m.moduleName, known ? "a module's variable may change" : "the module is not static",
          known ? "import the name itself; make it Final if it is a constant" : null);
    }
    if (of.klass.bases.contains(b.env.dynamic)) {
      return new Said(Mode.DYNAMIC, what, of.name() + " has a base class that is not static", "make the base class static");
    }
    boolean builtin = of.klass.module.equals("builtins");
    return builtin ? new Said(Mode.DYNAMIC, what, "methods of " + of.name() + " are looked up", null)
        : new Said(Mode.DYNAMIC, what, "`" + a.attr() + "` is no typed slot of " + of.name(), "annotate it in the class: " + a.attr() + ": SomeClass");
  }

  private Said call(long start, long end) {
    Expr.Call c = index.at(start, end, Expr.Call.class);
    if (c == null) {
      Node with = index.at(start, end, Expr.class);
      boolean decorator = with != null && (index.parent(with) instanceof Stmt.ClassDef || FunctionNode.of(parentStatement(with)) != null);
      boolean entered = with != null && index.parent(with) instanceof dev.tuff.syntax.ast.WithItem;
      return entered ? new Said(Mode.DYNAMIC, "enters and leaves the context", "context managers are called as Python calls", null)
          : decorator ? new Said(Mode.DYNAMIC, "applies a decorator, once", "it runs where the function is defined", null) : null;
    }
    String what = "calls `" + Provenance.text(c.func()) + "`";
    String hint = hint(start, end);
    if (hint != null) {
      return new Said(Mode.DYNAMIC, what, hint, "call it with plain arguments");
    }
    Value f = b.get(c.func());
    if (f == b.env.DYNAMIC) {
      return because(what, c.func());
    }
    if (f instanceof ClassType made) {
      boolean builtin = made.module.equals("builtins") || made.module.equals("__static__");
      return builtin ? new Said(Mode.DYNAMIC, what, "a builtin class makes it", null)
          : new Said(Mode.DYNAMIC, what, "the class itself is called, and looks up how its objects are made",
              made.isFinal ? null : "objects of a final class are made directly: @final");
    }
    if (f instanceof MethodValue || f instanceof FunctionLike) {
      return new Said(Mode.DYNAMIC, what, "the call does not fit the direct way: stars, keyword-only parameters or defaults that are computed",
          "call it with plain arguments");
    }
    return new Said(Mode.DYNAMIC, what, "it is called as Python calls", null);
  }

  private Node parentStatement(Node e) {
    Node n = e;
    while (n != null && !(n instanceof Stmt)) {
      n = index.parent(n);
    }
    return n;
  }

  private Said operator(long start, long end) {
    Node n = index.at(start, end, Expr.class);
    n = n == null ? index.at(start, end, Stmt.AugAssign.class) : n;
    List<Expr> operands = switch (n) {
      case Expr.BinOp o -> List.of(o.left(), o.right());
      case Expr.Compare c -> {
        List<Expr> all = new ArrayList<>(c.comparators());
        all.addFirst(c.left());
        yield all;
      }
      case Expr.Subscript s -> List.of(s.value());
      case Stmt.AugAssign a -> List.of(a.target(), a.value());
      case null, default -> null;
    };
    if (operands == null) {
      return null;
    }
    if (n instanceof Expr.Subscript s && b.get(s.value()) instanceof ClassType) {
      return null; // a type with its arguments
    }
    String what = n instanceof Expr.Subscript ? "looks up an item" : n instanceof Expr.Compare ? "compares objects" : "an operator on objects";
    for (Expr operand : operands) {
      if (b.get(operand) == b.env.DYNAMIC) {
        return because(what, operand);
      }
    }
    if (n instanceof Expr.Subscript s) {
      return new Said(Mode.DYNAMIC, what, "items of " + b.get(s.value()).name() + " have no known type",
          b.get(s.value()).klass.inexactClass() == b.env.list ? "index a CheckedList or Array with an int64" : "take a CheckedDict");
    }
    String types = operands.stream().map(e -> b.get(e).nonliteral().inexact().name()).distinct().collect(Collectors.joining(" and "));
    boolean number = types.matches("(?:int|float|bool)(?: and (?:int|float|bool))*");
    return new Said(Mode.DYNAMIC, what, types + (types.contains(" and ") ? " are objects" : " is an object"),
        number ? "compute with machine numbers: int64 or double" : null);
  }

  private Said item(long start, long end) {
    Expr.Subscript s = index.at(start, end, Expr.Subscript.class);
    if (s == null) {
      return null;
    }
    return b.get(s.value()) == b.env.DYNAMIC ? because("sets an item", s.value())
        : new Said(Mode.DYNAMIC, "sets an item", "items of " + b.get(s.value()).name() + " have no known type",
            "take a CheckedDict, a CheckedList or an Array");
  }

  private Said iteration(long start, long end) {
    Expr e = index.at(start, end, Expr.class);
    if (e == null) {
      return null;
    }
    String what = "iterates by Python's protocol";
    return b.get(e) == b.env.DYNAMIC ? because(what, e)
        : new Said(Mode.DYNAMIC, what, b.get(e).name() + " is asked for an iterator",
            "count with crange, or iterate over a list that was just made, a CheckedList or an Array");
  }

  private Said truth(long start, long end) {
    Expr e = index.at(start, end, Expr.class);
    boolean leaving = e != null && index.parent(e) instanceof dev.tuff.syntax.ast.WithItem;
    boolean unknown = e != null && !leaving && b.get(e) == b.env.DYNAMIC && !(e instanceof Expr.Compare);
    return unknown ? because("asks an object for its truth", e) : null;
  }
}
