package dev.tuff.typed.effects;

import dev.tuff.syntax.ast.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One import that is followed: whose it is, what calls are under way, and what was found. */
final class ImportRun {
  /** Calls under way that are followed; deeper ones are taken for harmless. */
  private static final int MOST_CALLS = 40;

  /** A function that calls itself is followed so often. */
  private static final int MOST_ROUNDS = 2;

  /** Work after which the rest is taken for harmless. */
  private static final int MOST_STEPS = 2_000_000;

  private record Under(Known.Function function, Node call, String callerFile) {}

  final EffectAnalyser analyser;

  /** The module that is imported: the owner of all that is made. */
  final String owner;
  final Statements statements;
  final Expressions expressions;
  final Calls calls;
  private final String file;
  private final Deque<Under> stack = new ArrayDeque<>();
  private final List<Finding> findings = new ArrayList<>();

  /** How many {@code with allow_side_effects} are around. */
  int allowed;
  private int steps;

  ImportRun(EffectAnalyser analyser, String owner, String file) {
    this.analyser = analyser;
    this.owner = owner;
    this.file = file;
    expressions = new Expressions(this);
    statements = new Statements(this);
    calls = new Calls(this);
  }

  List<Finding> findings() {
    return findings;
  }

  /** Whether to go on: false in programs that compute too much. */
  boolean step() {
    return ++steps < MOST_STEPS;
  }

  // ---- calls under way

  /** The file and module of the code that is followed now. */
  String file() {
    return stack.isEmpty() ? file : stack.peek().function.file;
  }

  String module() {
    return stack.isEmpty() ? owner : stack.peek().function.module;
  }

  boolean enter(Known.Function f, Node call) {
    int rounds = 0;
    for (Under u : stack) {
      rounds += u.function.node == f.node ? 1 : 0;
    }
    if (rounds >= MOST_ROUNDS || stack.size() >= MOST_CALLS || !step()) {
      return false;
    }
    stack.push(new Under(f, call, file()));
    return true;
  }

  void leave() {
    stack.pop();
  }

  // ---- findings

  /** Says what is wrong, at its place in the module, or where the module called what does it. */
  void found(Finding.Code code, String message, Node node) {
    if (allowed > 0) {
      return;
    }
    Node at = node;
    String text = message;
    if (!stack.isEmpty()) {
      Under inner = stack.peek();
      if (inner.function.file.equals(file)) {
        text += " (called when line " + stack.peekLast().call.line() + " is imported)";
      } else {
        text += " (in `" + inner.function.name + "`, line " + node.line() + " of " + inner.function.module + ")";
        for (Under u : stack) {
          if (u.callerFile.equals(file)) {
            at = u.call;
            break;
          }
        }
      }
    }
    Finding f = new Finding(at, code, text);
    for (Finding before : findings) {
      if (before.node() == at && before.message().equals(text)) {
        return;
      }
    }
    findings.add(f);
  }

  /** A value of which nothing is known is used: says so, once. */
  Known unknown(Known.Unknown u, String what, Node node) {
    if (!u.reported()) {
      found(Finding.Code.UNKNOWN_VALUE, what + " " + u.shown(), node);
    }
    return new Known.Unknown(u.shown(), true);
  }

  /** Something is to be changed: by its owner only. */
  void change(Known v, String how, Node node) {
    switch (v) {
      case Known.Unknown u -> unknown(u, how + " of", node);
      case Known.OneOf o -> o.values().forEach(x -> change(x, how, node));
      case Known.Owned o when !o.owner.equals(owner) ->
        found(Finding.Code.MODIFIES_IMPORT, o.shown() + " from module " + o.owner + " is modified by " + owner + " (" + how + ")", node);
      case Known.Module m when !m.name().equals(owner) -> {
        if (m.names() == null) {
          found(Finding.Code.UNKNOWN_VALUE, how + " of module " + m.name() + ", which is not strict", node);
        } else {
          found(Finding.Code.MODIFIES_IMPORT, "module " + m.name() + " is modified by " + owner + " (" + how + ")", node);
        }
      }
      default -> {
        // of what cannot be changed the program itself will say so
      }
    }
  }
}
