package dev.tuff.syntax;

import dev.tuff.syntax.Peg.Alternative;
import dev.tuff.syntax.Peg.ErrorAction;
import dev.tuff.syntax.Peg.Make;
import dev.tuff.syntax.Peg.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The grammar of the second reading, which only finds out what is wrong with a source that has been rejected. It is read from
 * the resources {@code errors/*.peg} when the first error is met, so that correct programs never load it.
 *
 * <p>Which error Python reports follows from the order in which it tries things; so this grammar keeps that order, and the
 * parser proper does not have to. Notation:
 *
 * <pre>
 * rule memo             a rule whose results are remembered ("left": it is left-recursive; "quiet": no error rules inside)
 *   | items             an alternative; more than one may stand in a line
 *   'x' "x" NAME rule   an operator or keyword; a soft keyword; a token; a rule
 *   (a | b) [a] a* a+   group; optional; repeated
 *   ','.a+              a list with separators
 *   &amp;a !a &amp;&amp;'x' ~       looking ahead; a token that must be there; no other alternative from here on
 *   l=a                 labels a result
 *   @8 "feature"        only for Python 3.8 and greater
 *   -&gt; kind(l m)        the result, made of the labelled parts; "-&gt; l" is the labelled result itself
 *   =&gt; how l m: text    the error; the words are methods of ErrorActions
 * </pre>
 */
final class ErrorGrammar {
  private static final String[] FILES = {"statements", "parameters", "patterns", "expressions", "atoms"};

  /** Read when a first error asks for it, and never changed. */
  private static final class Holder {
    static final Map<String, Rule> RULES = Map.copyOf(new ErrorGrammar().rules);
  }

  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, Integer> tokens = tokenKinds();

  // The line that is being read.
  private String line;
  private int at;

  static Rule rule(String name) {
    return Holder.RULES.get(name);
  }

  private ErrorGrammar() {
    for (String file : FILES) {
      Rule current = null;
      for (String text : read(file).split("\n")) {
        if (text.isBlank() || text.startsWith("#")) {
          continue;
        }
        if (text.charAt(0) != ' ') {
          current = header(text);
          continue;
        }
        line = text;
        at = text.indexOf('|') + 1;
        current.alternatives.addAll(alternatives(true));
      }
    }
    for (Rule rule : rules.values()) {
      if (rule.alternatives == null) {
        throw new IllegalStateException("no rule " + rule.name);
      }
    }
  }

  private static String read(String file) {
    try (InputStream in = ErrorGrammar.class.getResourceAsStream("errors/" + file + ".peg")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Rule header(String text) {
    String[] words = text.split(" ");
    Rule rule = named(words[0]);
    rule.alternatives = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      switch (words[i]) {
        case "memo" -> rule.memo = true;
        case "left" -> rule.left = true;
        case "quiet" -> rule.quiet = true;
        default -> throw new IllegalStateException(text);
      }
    }
    return rule;
  }

  private Rule named(String name) {
    return rules.computeIfAbsent(name, n -> new Rule(n, rules.size()));
  }

  private static Map<String, Integer> tokenKinds() {
    Map<String, Integer> kinds = new HashMap<>();
    kinds.put("NAME", Token.NAME);
    kinds.put("NUMBER", Token.NUMBER);
    kinds.put("STRING", Token.STRING);
    kinds.put("NEWLINE", Token.NEWLINE);
    kinds.put("INDENT", Token.INDENT);
    kinds.put("DEDENT", Token.DEDENT);
    kinds.put("ENDMARKER", Token.ENDMARKER);
    kinds.put("TYPE_COMMENT", Token.TYPE_COMMENT);
    kinds.put("FSTRING_START", Token.FSTRING_START);
    kinds.put("FSTRING_MIDDLE", Token.FSTRING_MIDDLE);
    kinds.put("FSTRING_END", Token.FSTRING_END);
    kinds.put("TSTRING_START", Token.TSTRING_START);
    kinds.put("TSTRING_MIDDLE", Token.TSTRING_MIDDLE);
    kinds.put("TSTRING_END", Token.TSTRING_END);
    return kinds;
  }

  /** Alternatives up to a closing bracket or the end of the line. */
  private List<Alternative> alternatives(boolean whole) {
    List<Alternative> result = new ArrayList<>();
    do {
      result.add(alternative(whole));
    } while (accept('|'));
    return result;
  }

  private Alternative alternative(boolean whole) {
    List<Peg> items = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    int version = 0;
    String feature = null;
    while (true) {
      int c = peek();
      if (c == 0 || c == '|' || c == ')' || c == ']') {
        return new Alternative(items, labels, null, null, onlyForErrors(items), version, feature);
      }
      if (c == '@') {
        at++;
        version = Integer.parseInt(word());
        feature = quoted('"');
      } else if (c == '-') {
        at += 2;
        return new Alternative(items, labels, make(), null, onlyForErrors(items), version, feature);
      } else if (c == '=' && whole) {
        at += 2;
        return new Alternative(items, labels, null, error(), onlyForErrors(items), version, feature);
      } else {
        String label = label();
        Peg item = item();
        items.add(item);
        labels.add(label);
      }
    }
  }

  /** An error rule alone in an alternative waits for the second time; among other items it is tried at once. */
  private static boolean onlyForErrors(List<Peg> items) {
    return items.size() == 1 && items.get(0) instanceof Peg.Ref r && r.rule().name.startsWith("invalid_");
  }

  private String label() {
    int start = at;
    if (isWord(peek())) {
      start = at;
      String name = word();
      if (at < line.length() && line.charAt(at) == '=') {
        at++;
        return name;
      }
    }
    at = start;
    return null;
  }

  private Make make() {
    String kind = word();
    List<String> labels = new ArrayList<>();
    if (at < line.length() && line.charAt(at) == '(') {
      at++;
      while (!accept(')')) {
        labels.add(word());
      }
      return new Make(kind.replace('_', ' '), labels);
    }
    return kind.length() == 1 ? new Make(null, List.of(kind)) : new Make(kind.replace('_', ' '), labels);
  }

  private ErrorAction error() {
    String rest = line.substring(at).strip();
    int colon = rest.indexOf(": ");
    String[] words = (colon < 0 ? rest : rest.substring(0, colon)).split(" ");
    return new ErrorAction(words[0], List.of(words).subList(1, words.length), colon < 0 ? null : rest.substring(colon + 2));
  }

  private Peg item() {
    Peg item = atom();
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '*' || c == '+') {
        at++;
        item = item instanceof Peg.Gather ? item : new Peg.Repeat(item, c == '+');
      } else if (c == '.') {
        at++;
        item = new Peg.Gather(item, atom());
      } else {
        break;
      }
    }
    return item;
  }

  private Peg atom() {
    int c = peek();
    switch (c) {
      case '&', '!' -> {
        at++;
        if (line.charAt(at) == '&') {
          at++;
          String text = quoted('\'');
          return new Peg.Forced(kindOf(text), text);
        }
        return new Peg.Look(atom(), c == '&');
      }
      case '~' -> {
        at++;
        return new Peg.Cut();
      }
      case '(', '[' -> {
        at++;
        Peg group = new Peg.Group(alternatives(false));
        at = skipSpace() + 1;
        return c == '[' ? new Peg.Optional(group) : group;
      }
      case '\'' -> {
        return new Peg.Tok(kindOf(quoted('\'')));
      }
      case '"' -> {
        return new Peg.Soft(softId(quoted('"')));
      }
      default -> {
        String name = word();
        if (name.equals("SOFT_KEYWORD")) {
          return new Peg.Soft(-1);
        }
        Integer kind = tokens.get(name);
        return kind != null ? new Peg.Tok(kind) : new Peg.Ref(named(name));
      }
    }
  }

  private static int softId(String name) {
    for (int i = 0; i < Token.knownNameCount(); i++) {
      if (Token.knownName(i).equals(name)) {
        return Token.keywordCount() + i;
      }
    }
    throw new IllegalStateException(name);
  }

  private static int kindOf(String text) {
    for (int i = 0; i < Token.keywordCount(); i++) {
      if (Token.keyword(i).equals(text)) {
        return Token.FIRST_KEYWORD + i;
      }
    }
    int kind =
        switch (text.length()) {
          case 1 -> Token.oneChar(text.charAt(0));
          case 2 -> Token.twoChars(text.charAt(0), text.charAt(1));
          default -> Token.threeChars(text.charAt(0), text.charAt(1), text.charAt(2));
        };
    if (kind == Token.OP) {
      throw new IllegalStateException(text);
    }
    return kind;
  }

  private int skipSpace() {
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private int peek() {
    skipSpace();
    return at < line.length() ? line.charAt(at) : 0;
  }

  private boolean accept(char c) {
    if (peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean isWord(int c) {
    return c < 128 && Tokenizer.isNamePart(c);
  }

  private String word() {
    int start = skipSpace();
    while (at < line.length() && (isWord(line.charAt(at)) || line.charAt(at) == '-')) {
      at++;
    }
    return line.substring(start, at);
  }

  private String quoted(char quote) {
    int start = skipSpace() + 1;
    at = line.indexOf(quote, start) + 1;
    return line.substring(start, at - 1);
  }
}
