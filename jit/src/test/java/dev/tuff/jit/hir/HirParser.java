package dev.tuff.jit.hir;

import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.interp.TypeCheck;
import dev.tuff.engine.number.PyBool;
import dev.tuff.engine.number.PyFloat;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.primitive.TypeCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what {@link HirText} writes, so that a pass can be tested by itself. What an operation needs besides its inputs is understood if it is
 * a constant, a number, a check for int, float or bool, or a slot of the frame; states, if they are of the unit's own activation.
 *
 * <p>Values and blocks are numbered anew, in the order of the lines.
 */
public final class HirParser {
  private static final Pattern HEADER = Pattern.compile("b(\\d+):( loop)?((?: <- b\\d+)*)");
  private static final Pattern OPERATION = Pattern.compile("  (?:v(\\d+) = )?([a-z_]+)(?:\\.([a-z]+))?(.*)");
  private static final Pattern STATE = Pattern.compile("  else (-?\\d+)#0(?: new((?: (?:-|v\\d+))*))? \\{(.*)}$");
  private static final Pattern WAY = Pattern.compile(" -> b(\\d+)");
  private static final Pattern VALUE = Pattern.compile("v(\\d+)");
  private static final Pattern SLOT = Pattern.compile("(\\d+): v(\\d+)");

  private final Graph graph;
  private final Activation activation = new Activation(0, null, null, null, false, false, null, false, -1, -1);
  private final Map<Integer, Block> blocks = new HashMap<>();
  private final Map<Integer, Node> values = new HashMap<>();
  private final List<Runnable> inputs = new ArrayList<>();

  private HirParser(String name) {
    graph = new Graph(name, null, InlinedCalls.Limits.NONE, false);
  }

  /**
   * The graph of a text.
   *
   * @throws IllegalArgumentException if the text is no HIR, or has something in it that only a program makes
   */
  public static Graph parse(String text) {
    List<String> lines = text.lines().filter(l -> !l.isBlank()).toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith("unit ")) {
      throw new IllegalArgumentException("the text does not begin with `unit NAME`");
    }
    HirParser p = new HirParser(lines.getFirst().substring(5));
    List<String> rest = lines.subList(1, lines.size());
    rest.forEach(p::announce);
    Block at = null;
    for (String line : rest) {
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        at = p.block(header.group(1));
        at.isLoopHeader = header.group(2) != null;
        for (MatchResult way : Pattern.compile("b(\\d+)").matcher(header.group(3)).results().toList()) {
          at.predecessors.add(p.block(way.group(1)));
        }
      } else {
        p.operation(at, line);
      }
    }
    p.inputs.forEach(Runnable::run);
    return p.graph;
  }

  private void announce(String line) {
    Matcher header = HEADER.matcher(line);
    if (header.matches()) {
      Block b = graph.block(-1);
      graph.blocks.add(b);
      if (blocks.put(Integer.valueOf(header.group(1)), b) != null) {
        throw bad(line, "there are two such blocks");
      }
    }
  }

  private static IllegalArgumentException bad(String line, String why) {
    return new IllegalArgumentException("'" + line + "': " + why);
  }

  private Block block(String number) {
    Block b = blocks.get(Integer.valueOf(number));
    if (b == null) {
      throw new IllegalArgumentException("there is no block b" + number);
    }
    return b;
  }

  private Node value(String number) {
    Node v = values.get(Integer.valueOf(number));
    if (v == null) {
      throw new IllegalArgumentException("there is no value v" + number);
    }
    return v;
  }

  private void operation(Block at, String line) {
    Matcher m = OPERATION.matcher(line);
    if (at == null || !m.matches()) {
      throw bad(line, "neither a block nor an operation in one");
    }
    Op op;
    try {
      op = Op.valueOf(m.group(2).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw bad(line, "no operation " + m.group(2));
    }
    String rest = m.group(4);
    Matcher state = STATE.matcher(rest);
    boolean guards = state.find();
    String operands = guards ? rest.substring(0, state.start()) : rest;
    List<MatchResult> ways = WAY.matcher(operands).results().toList();
    if (!ways.isEmpty()) {
      at.successors = ways.stream().map(w -> block(w.group(1))).toArray(Block[]::new);
      operands = operands.substring(0, ways.getFirst().start());
    }
    List<String> words = new ArrayList<>(List.of(operands.strip().split(" ")));
    words.remove("");
    List<String> uses = words.stream().filter(w -> VALUE.matcher(w).matches()).toList();
    words.removeAll(uses);
    boolean stays = words.remove("stays");
    boolean narrow = words.remove("narrow");
    boolean quiet = words.remove("quiet");
    Node[] in = new Node[uses.size()];
    State left = guards ? state(state) : null;
    Node n = op == Op.PHI ? graph.phi(at) : graph.add(at, op, aux(op, String.join(" ", words), line), left, in);
    if (op == Op.PHI && in.length != n.inputs.length) {
      throw bad(line, in.length + " inputs for " + n.inputs.length + " ways to the block");
    }
    if (m.group(3) != null) {
      n.rep = Rep.valueOf(m.group(3).toUpperCase(Locale.ROOT));
    }
    n.stays = stays;
    n.narrow = narrow;
    if (quiet) {
      graph.quietPolls.add(n);
    }
    if (m.group(1) != null && values.put(Integer.valueOf(m.group(1)), n) != null) {
      throw bad(line, "there are two such values");
    }
    inputs.add(() -> {
      for (int i = 0; i < uses.size(); i++) {
        n.inputs[i] = value(uses.get(i).substring(1));
      }
    });
  }

  private State state(Matcher m) {
    List<String> given = m.group(2) == null ? null : List.of(m.group(2).strip().split(" +"));
    Node[] arguments = given == null ? null : new Node[m.group(2).isBlank() ? 0 : given.size()];
    List<MatchResult> held = SLOT.matcher(m.group(3)).results().toList();
    Node[] slots = new Node[held.stream().mapToInt(s -> Integer.parseInt(s.group(1)) + 1).max().orElse(0)];
    inputs.add(() -> {
      held.forEach(s -> slots[Integer.parseInt(s.group(1))] = value(s.group(2)));
      for (int i = 0; arguments != null && i < arguments.length; i++) {
        arguments[i] = given.get(i).equals("-") ? null : value(given.get(i).substring(1));
      }
    });
    return new State(activation, Integer.parseInt(m.group(1)), 0, slots, arguments, null);
  }

  private Object aux(Op op, String text, String line) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("'[^']*'")) {
      return text.substring(1, text.length() - 1);
    }
    if (text.equals("None")) {
      return Py.None;
    }
    if (op == Op.CHECK_TYPE) {
      return check(Stream.of(PyInt.TYPE, PyFloat.TYPE, PyBool.TYPE).filter(t -> t.name().equals(text)).findFirst().orElseThrow(() -> bad(line, "no type " + text)));
    }
    if (op == Op.BEFORE_LOOP && text.matches("b\\d+")) {
      return block(text.substring(1));
    }
    if (text.matches("\\d+#0")) {
      return new Place(activation, Integer.parseInt(text.substring(0, text.length() - 2)));
    }
    if (text.matches("(?i)true|false")) {
      return Boolean.valueOf(text);
    }
    if (text.matches("-?\\d+")) {
      return op == Op.CONST || op == Op.LONG_CONST ? (Object) Long.valueOf(text) : Integer.valueOf(text);
    }
    if (text.matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
      return Double.valueOf(text);
    }
    throw bad(line, "what `" + text + "` is only a program says");
  }

  private static TypeCheck check(PyType type) {
    return new TypeCheck() {
      @Override
      public PyType type() {
        return type;
      }

      @Override
      public int code() {
        return TypeCodes.OBJECT;
      }

      @Override
      public boolean accepts(Object value) {
        return Py.isInstance(value, type);
      }

      @Override
      public Object container(Object[] items) {
        throw new UnsupportedOperationException("no container: " + type.name());
      }

      @Override
      public boolean includes(TypeCheck other) {
        return other == this;
      }

      @Override
      public boolean isPlain() {
        return true;
      }
    };
  }
}
