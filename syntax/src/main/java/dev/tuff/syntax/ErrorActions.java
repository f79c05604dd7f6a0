package dev.tuff.syntax;

import dev.tuff.syntax.ErrorReader.Found;
import dev.tuff.syntax.ErrorReader.Raised;
import dev.tuff.syntax.Peg.Alternative;
import dev.tuff.syntax.SyntaxError.Kind;
import dev.tuff.syntax.ast.Node;
import java.util.List;

/** What the alternatives of {@link ErrorGrammar} do when they match: raise an error at a place, or look closer first. */
final class ErrorActions {
  private final ErrorReader reader;
  private final ErrorPlace place;
  private final LiteralChecks literals;

  ErrorActions(ErrorReader reader) {
    this.reader = reader;
    place = new ErrorPlace(reader);
    literals = new LiteralChecks(reader, place);
  }

  ErrorPlace place() {
    return place;
  }

  /** Does what an alternative says: raises, or gives the alternative's result. */
  Found run(Alternative alternative, Found[] results, int start) {
    Peg.ErrorAction action = alternative.error();
    List<String> labels = action.labels();
    String how = action.how();
    if (how.equals("target")) {
      return invalidTarget(labels.get(0), ErrorReader.labelled(alternative, results, labels.get(1)));
    }
    Found a = labels.isEmpty() ? null : ErrorReader.labelled(alternative, results, labels.get(0));
    Found b = labels.size() < 2 ? a : ErrorReader.labelled(alternative, results, labels.get(1));
    String message = action.message() == null ? null : message(action.message(), a);
    return switch (how) {
      case "at", "range" -> throw place.range(first(a), last(b), message);
      case "after" -> throw place.range(last(a), b, message);
      case "from" -> throw place.startingFrom(a, message);
      case "next" -> throw place.next(message);
      case "last" -> throw place.last(Kind.SYNTAX, message);
      case "indent" -> throw place.last(Kind.INDENTATION, message);
      case "key" -> throw place.endOf(a, message);
      case "clauses" -> throw place.range(a, lastOfClauses(b), message);
      case "bound" ->
          throw place.startingFrom(a,
              "cannot use " + (b.kind.equals("tuple") ? "constraints" : "bound") + " with " + labels.get(2));
      case "comma" -> missingComma(a, b);
      case "legacy" -> legacy(a, b);
      case "generator_in_call" -> generatorInCall(a, b);
      case "argument_order" -> throw argumentOrder(a);
      case "angular" -> angular(a, b);
      case "not_equal" -> notEqual(a);
      case "future" -> {
        future(a, b);
        yield reader.span("", start, List.of());
      }
      case "interactive_end" -> ErrorReader.NO_RESULT;
      default -> literals.run(how, a, b, start);
    };
  }

  /** Where a message speaks of all results of a loop, the first and the last of them count. */
  private static Found first(Found found) {
    return found.kind.equals("sequence") ? found.parts.getFirst() : found;
  }

  private static Found last(Found found) {
    return found.kind.equals("sequence") ? found.parts.getLast() : found;
  }

  private static String message(String message, Found a) {
    int percent = message.indexOf('%');
    if (percent < 0) {
      return message;
    }
    String value = message.charAt(percent + 1) == 'd' ? Integer.toString(Node.line(a.start)) : a.kind;
    return message.substring(0, percent) + value + message.substring(percent + 2);
  }

  void tooNew(String feature, int version) {
    throw place.last(Kind.SYNTAX, feature + " only supported in Python 3." + version + " and greater");
  }

  void expected(String token) {
    throw place.at(reader.mark, "expected '" + token + "'");
  }

  private Found invalidTarget(String of, Found target) {
    Found wrong = wrongTarget(of, target);
    if (wrong == null) {
      return ErrorReader.NO_RESULT;
    }
    throw place.range(wrong, wrong, (of.equals("delete") ? "cannot delete " : "cannot assign to ") + wrong.kind);
  }

  /** The part of an expression that cannot be a target; null if all of it can. */
  private static Found wrongTarget(String of, Found e) {
    switch (e.kind) {
      case "list", "tuple" -> {
        for (Found part : e.parts) {
          Found wrong = wrongTarget(of, part);
          if (wrong != null) {
            return wrong;
          }
        }
        return null;
      }
      case "starred" -> {
        return of.equals("delete") ? e : wrongTarget(of, e.parts.getFirst());
      }
      case "comparison" -> {
        if (!of.equals("for")) {
          return e;
        }
        // In "for a in b" everything behind "for" reads as a comparison.
        return e.parts.get(1).kind.equals("in") ? wrongTarget(of, e.parts.getFirst()) : null;
      }
      case "name", "attribute", "subscript" -> {
        return null;
      }
      default -> {
        return e;
      }
    }
  }

  private boolean isLegacy(Found e) {
    int name = e.kind.equals("name") ? reader.tokens.value[e.token] : -1;
    return name == Token.ID_PRINT || name == Token.ID_EXEC;
  }

  private Found missingComma(Found a, Found b) {
    if (isLegacy(a) || reader.level(reader.mark - 1) == 0) {
      return ErrorReader.NO_RESULT;
    }
    throw place.range(a, b, "invalid syntax. Perhaps you forgot a comma?");
  }

  private Found legacy(Found a, Found b) {
    if (!isLegacy(a)) {
      return ErrorReader.NO_RESULT;
    }
    String name = reader.in.names.get(reader.tokens.value[a.token]);
    throw place.range(a, b, "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?");
  }

  private static Found lastOfClauses(Found clauses) {
    return clauses.parts.getLast().last();
  }

  private Found generatorInCall(Found args, Found clauses) {
    Found last = null;
    int positional = 0;
    for (Found arg : args.parts) {
      if (!isKeyword(arg)) {
        last = arg;
        positional++;
      }
    }
    if (positional <= 1) {
      return ErrorReader.NO_RESULT;
    }
    throw place.range(last, lastOfClauses(clauses), "Generator expression must be parenthesized");
  }

  private static boolean isKeyword(Found arg) {
    return arg.kind.equals("keyword") || arg.kind.equals("keywords");
  }

  private Raised argumentOrder(Found args) {
    boolean unpacking = false;
    for (Found arg : args.parts) {
      unpacking |= arg.kind.equals("keywords");
    }
    return place.last(Kind.SYNTAX, "positional argument follows keyword argument" + (unpacking ? " unpacking" : ""));
  }

  private Found notEqual(Found operator) {
    boolean angular = reader.in.text[reader.tokens.start[operator.token]] == '<';
    if (reader.in.flufl && !angular) {
      throw place.last(Kind.SYNTAX, "with Barry as BDFL, use '<>' instead of '!='");
    }
    return operator;
  }

  /** {@code <>} is two operators unless PEP 401 is in force. */
  private Found angular(Found less, Found greater) {
    if (reader.tokens.end[less.token] != reader.tokens.start[greater.token]) {
      return ErrorReader.NO_RESULT;
    }
    throw place.range(less, greater, "invalid syntax.  Maybe you meant '!=' instead of '<>'?");
  }

  private void future(Found module, Found names) {
    int t = module.token;
    if (reader.tokens.kind[t - 1] != Token.KW_FROM || !"__future__".equals(reader.in.names.get(reader.tokens.value[t]))) {
      return;
    }
    for (int i = names.token; i < reader.mark; i++) {
      if (reader.tokens.kind[i] == Token.NAME && "barry_as_FLUFL".equals(reader.in.names.get(reader.tokens.value[i]))) {
        reader.in.flufl = true;
      }
    }
  }
}
