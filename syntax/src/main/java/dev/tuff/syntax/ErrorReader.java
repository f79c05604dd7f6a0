package dev.tuff.syntax;

import dev.tuff.syntax.Peg.Alternative;
import dev.tuff.syntax.Peg.Rule;
import dev.tuff.syntax.ast.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Matches {@link ErrorGrammar} against the tokens, one token at a time, until something raises an error. Where Python
 * backtracks, so does this; what Python remembers of earlier attempts ("memo"), so does this, and no more: the order of events
 * is the whole point.
 */
final class ErrorReader {
  /** What an expression matched: a kind, a place, and the parts that error rules look at. */
  static final class Found {
    final String kind;
    final long start;
    final long end;
    final int token;
    final List<Found> parts;

    Found(String kind, long start, long end, int token, List<Found> parts) {
      this.kind = kind;
      this.start = start;
      this.end = end;
      this.token = token;
      this.parts = parts;
    }

    Found last() {
      return parts.isEmpty() ? this : parts.getLast();
    }
  }

  /** Ends the reading. */
  static final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient SyntaxError error;

    Raised(SyntaxError error) {
      super(null, null, false, false);
      this.error = error;
    }
  }

  /** What a rule gave at a token, in a list for each token. */
  private static final class Memo {
    final int rule;
    Found result;
    int mark;
    final Memo next;

    Memo(int rule, Found result, int mark, Memo next) {
      this.rule = rule;
      this.result = result;
      this.mark = mark;
      this.next = next;
    }
  }

  private static final Found NOTHING = new Found("", 0, 0, 0, List.of());

  /** An action that neither gives a result nor raises: the rule fails without trying its other alternatives. */
  static final Found NO_RESULT = new Found("no result", 0, 0, 0, List.of());

  /** How many rules deep Python's parser goes. */
  private static final int MAX_DEPTH = 6000;

  private int depth;

  final Tokenizer in;
  final Tokens tokens;
  final ParseOptions options;
  final ErrorActions actions;

  /** The next token to match, and how many have been asked for. */
  int mark;

  int fill;

  /** Whether rules that only find errors are tried. */
  boolean errorRules;

  /** How many brackets were open after each token. */
  private int[] levels = new int[64];

  private Memo[] memos = new Memo[64];

  /** The place of the last compound statement that was recognised whole. */
  long lastStatement;

  ErrorReader(Tokenizer in, ParseOptions options) {
    this.in = in;
    this.tokens = in.tokens;
    this.options = options;
    this.actions = new ErrorActions(this);
  }

  /** Reads from a token on; false if the source does not match and nothing was raised. */
  boolean read(String rule, int from, boolean withErrorRules) {
    for (mark = 0; mark < from; mark++) {
      peek();
    }
    errorRules = withErrorRules;
    depth = 0;
    Arrays.fill(memos, null);
    return rule(ErrorGrammar.rule(rule)) != null;
  }

  /** The kind of the next token, which is fetched if need be. */
  int peek() {
    if (mark == fill) {
      fetch();
    }
    return tokens.kind[mark];
  }

  private void fetch() {
    while (tokens.count <= fill) {
      in.step();
    }
    if (fill == levels.length) {
      levels = Arrays.copyOf(levels, fill * 2);
      memos = Arrays.copyOf(memos, fill * 2);
    }
    levels[fill] = in.openBrackets();
    fill++;
    if (tokens.kind[fill - 1] == Token.ERROR) {
      throw new Raised(in.error);
    }
  }

  int level(int token) {
    return levels[token];
  }

  private Found rule(Rule rule) {
    if (++depth > MAX_DEPTH) {
      throw new Raised(Parser.tooComplex());
    }
    Found found = remembered(rule);
    depth--;
    return found;
  }

  private Found remembered(Rule rule) {
    if (rule.left) {
      return leftRecursive(rule);
    }
    if (!rule.memo) {
      return rule.quiet ? quietly(rule) : alternatives(rule.alternatives);
    }
    peek();
    int start = mark;
    Memo known = memo(start, rule.id);
    if (known != null) {
      mark = known.mark;
      return known.result;
    }
    Found result = alternatives(rule.alternatives);
    memos[start] = new Memo(rule.id, result, mark, memos[start]);
    return result;
  }

  private Memo memo(int token, int rule) {
    for (Memo m = memos[token]; m != null; m = m.next) {
      if (m.rule == rule) {
        return m;
      }
    }
    return null;
  }

  private Found quietly(Rule rule) {
    boolean before = errorRules;
    errorRules = false;
    Found result = alternatives(rule.alternatives);
    errorRules = before;
    return result;
  }

  /** Grows the result: first without recursion, then with what was found as the recursive part, as long as it gets longer. */
  private Found leftRecursive(Rule rule) {
    peek();
    int start = mark;
    Memo known = memo(start, rule.id);
    if (known != null) {
      mark = known.mark;
      return known.result;
    }
    Memo memo = new Memo(rule.id, null, start, memos[start]);
    memos[start] = memo;
    Found best = null;
    int bestMark = start;
    while (true) {
      memo.result = best;
      memo.mark = bestMark;
      mark = start;
      Found longer = alternatives(rule.alternatives);
      if (longer == null || mark <= bestMark) {
        break;
      }
      best = longer;
      bestMark = mark;
    }
    mark = bestMark;
    return best;
  }

  private Found alternatives(List<Alternative> alternatives) {
    int start = mark;
    for (int i = 0; i < alternatives.size(); i++) {
      Alternative a = alternatives.get(i);
      if (a.onlyForErrors() && !errorRules) {
        continue;
      }
      Found result = alternative(a, start);
      if (result == NO_RESULT) {
        return null;
      }
      if (result != null) {
        return result;
      }
      mark = start;
    }
    return null;
  }

  private Found alternative(Alternative a, int start) {
    List<Peg> items = a.items();
    int n = items.size();
    Found[] results = new Found[n];
    boolean cut = false;
    for (int i = 0; i < n; i++) {
      Peg item = items.get(i);
      if (item instanceof Peg.Cut) {
        cut = true;
        continue;
      }
      Found result = match(item);
      if (result == null) {
        return cut ? NO_RESULT : null;
      }
      results[i] = result;
    }
    if (a.version() > options.featureVersion()) {
      actions.tooNew(a.feature(), a.version());
    }
    if (a.error() != null) {
      return actions.run(a, results, start);
    }
    if (a.make() != null) {
      return make(a, results, start);
    }
    Found only = null;
    for (int i = 0; i < n; i++) {
      if (!(items.get(i) instanceof Peg.Look) && !(items.get(i) instanceof Peg.Cut)) {
        if (only != null) {
          return span("", start, List.of());
        }
        only = results[i];
      }
    }
    return only != null ? only : NOTHING;
  }

  private Found make(Alternative a, Found[] results, int start) {
    String kind = a.make().kind();
    if (kind == null) {
      return labelled(a, results, a.make().labels().get(0));
    }
    if (kind.equals("STATEMENT")) {
      remember(start);
      return results[0];
    }
    List<Found> parts = new ArrayList<>();
    for (String label : a.make().labels()) {
      Found part = labelled(a, results, label);
      if (part.kind.isEmpty() || part.kind.equals("sequence")) {
        parts.addAll(part.parts);
      } else {
        parts.add(part);
      }
    }
    return span(kind, start, parts);
  }

  /** A compound statement was recognised; the last one counts that begins behind all others. Decorators are no part of it. */
  private void remember(int start) {
    int t = start;
    while (tokens.kind[t] == Token.AT) {
      while (tokens.kind[t] != Token.NEWLINE) {
        t++;
      }
      t++;
    }
    if (errorRules && Node.line(tokens.startPos[t]) > Node.line(lastStatement)) {
      lastStatement = tokens.startPos[t];
    }
  }

  static Found labelled(Alternative a, Found[] results, String label) {
    return results[a.labels().indexOf(label)];
  }

  /** What was matched since a token; it ends with the last token that stands for text. */
  Found span(String kind, int start, List<Found> parts) {
    int last = mark - 1;
    while (last > start && isLayout(tokens.kind[last])) {
      last--;
    }
    if (last < start) {
      return new Found(kind, 0, 0, start, parts);
    }
    return new Found(kind, tokens.startPos[start], tokens.endPos[last], start, parts);
  }

  private static boolean isLayout(int k) {
    return k == Token.NEWLINE || k == Token.INDENT || k == Token.DEDENT || k == Token.ENDMARKER;
  }

  private Found match(Peg item) {
    return switch (item) {
      case Peg.Tok t -> peek() == t.kind() ? take() : null;
      case Peg.Ref r -> rule(r.rule());
      case Rule r -> rule(r);
      case Peg.Group g -> {
        if (++depth > MAX_DEPTH) {
          throw new Raised(Parser.tooComplex());
        }
        Found found = alternatives(g.alternatives());
        depth--;
        yield found;
      }
      case Peg.Optional o -> {
        int before = mark;
        Found found = match(o.item());
        if (found == null) {
          mark = before;
        }
        yield found == null ? NOTHING : found;
      }
      case Peg.Repeat r -> repeat(r);
      case Peg.Gather g -> gather(g);
      case Peg.Look l -> {
        int before = mark;
        boolean found = match(l.item()) != null;
        mark = before;
        yield found == l.positive() ? NOTHING : null;
      }
      case Peg.Soft s -> peek() == Token.NAME && isSoft(tokens.value[mark], s.id()) ? take() : null;
      case Peg.Forced f -> {
        if (peek() != f.kind()) {
          actions.expected(f.text());
        }
        yield take();
      }
      case Peg.Cut c -> NOTHING;
    };
  }

  private static boolean isSoft(int name, int wanted) {
    return wanted >= 0 ? name == wanted : name >= Token.ID_UNDERSCORE && name <= Token.ID_TYPE;
  }

  private Found take() {
    int t = mark++;
    return new Found(kindName(t), tokens.startPos[t], tokens.endPos[t], t, List.of());
  }

  private String kindName(int t) {
    return switch (tokens.kind[t]) {
      case Token.NAME -> "name";
      case Token.NUMBER, Token.STRING -> "literal";
      default -> new String(in.text, tokens.start[t], Math.max(0, tokens.end[t] - tokens.start[t]));
    };
  }

  private Found repeat(Peg.Repeat r) {
    int start = mark;
    List<Found> all = new ArrayList<>();
    while (true) {
      int before = mark;
      Found one = match(r.item());
      if (one == null) {
        mark = before;
        break;
      }
      all.add(one);
    }
    return all.isEmpty() && r.atLeastOne() ? null : list(all, start);
  }

  private Found gather(Peg.Gather g) {
    int start = mark;
    List<Found> all = new ArrayList<>();
    Found one = match(g.item());
    if (one == null) {
      return null;
    }
    while (one != null) {
      all.add(one);
      int before = mark;
      one = match(g.separator()) == null ? null : match(g.item());
      if (one == null) {
        mark = before;
      }
    }
    return list(all, start);
  }

  private Found list(List<Found> all, int start) {
    if (all.isEmpty()) {
      return NOTHING;
    }
    return new Found("sequence", all.getFirst().start, all.getLast().end, start, all);
  }

}
