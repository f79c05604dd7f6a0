package dev.tuff.syntax;

import dev.tuff.syntax.ErrorReader.Found;
import dev.tuff.syntax.SyntaxError.Kind;
import java.util.List;

/** What can be wrong inside of literals, which Python finds out as it makes their values. */
final class LiteralChecks {
  private final ErrorReader reader;
  private final ErrorPlace place;

  LiteralChecks(ErrorReader reader, ErrorPlace place) {
    this.reader = reader;
    this.place = place;
  }

  Found run(String how, Found a, Found b, int start) {
    switch (how) {
      case "number" -> number(a);
      case "string" -> string(a.token);
      case "spec_text" -> text(a.token, false);
      case "real" -> {
        number(a);
        if (isImaginary(a)) {
          throw place.range(a, a, "real number required in complex literal");
        }
      }
      case "imaginary" -> {
        number(a);
        if (!isImaginary(a)) {
          throw place.range(a, a, "imaginary number required in complex literal");
        }
      }
      case "conversion" -> conversion(a, b);
      case "fstring", "tstring" -> {
        literal(start);
        return reader.span(how.charAt(0) + "-string expression", start, List.of());
      }
      case "strings" -> {
        return adjacent(a, start);
      }
      default -> throw new IllegalStateException(how);
    }
    return a;
  }

  private void number(Found number) {
    int t = number.token;
    int from = reader.tokens.start[t];
    int to = reader.tokens.end[t];
    char[] text = reader.in.text;
    if (reader.options.featureVersion() < 6) {
      for (int i = from; i < to; i++) {
        if (text[i] == '_') {
          throw place.unplaced("Underscores in numeric literals are only supported in Python 3.6 and greater");
        }
      }
    }
    if (NumberLiteral.value(text, from, to, reader.options.maxIntDigits()) == null) {
      throw place.atLine(t, NumberLiteral.tooManyDigits(text, from, to, reader.options.maxIntDigits()));
    }
  }

  private boolean isImaginary(Found number) {
    char last = reader.in.text[reader.tokens.end[number.token] - 1];
    return last == 'j' || last == 'J';
  }

  private void string(int t) {
    char[] text = reader.in.text;
    int from = reader.tokens.start[t];
    int to = reader.tokens.end[t];
    int open = from;
    while (text[open] != '"' && text[open] != '\'') {
      open++;
    }
    int flags = StringLiteral.prefix(text, from, open);
    int quotes = to - open >= 6 && text[open + 1] == text[open] && text[open + 2] == text[open] ? 3 : 1;
    boolean raw = (flags & StringLiteral.RAW) != 0;
    try {
      if ((flags & StringLiteral.BYTES) == 0) {
        StringLiteral.decode(text, open + quotes, to - quotes, raw, new StringLiteral.Found());
        return;
      }
      for (int i = open; i < to; i++) {
        if (text[i] >= 128) {
          throw place.at(t, "bytes can only contain ASCII literal characters");
        }
      }
      StringLiteral.decodeBytes(text, open + quotes, to - quotes, raw, new StringLiteral.Found());
    } catch (StringLiteral.BadEscape e) {
      throw place.last(Kind.SYNTAX, e.getMessage());
    }
  }

  /** The text parts of an f-string or t-string; those of the literals in its fields were checked before. */
  private void literal(int start) {
    boolean raw = isRaw(start);
    int depth = 0;
    for (int t = start; t < reader.mark; t++) {
      switch (reader.tokens.kind[t]) {
        case Token.FSTRING_START, Token.TSTRING_START, Token.LBRACE -> depth++;
        case Token.FSTRING_END, Token.TSTRING_END, Token.RBRACE -> depth--;
        case Token.FSTRING_MIDDLE, Token.TSTRING_MIDDLE -> {
          if (depth == 1) {
            text(t, raw);
          }
        }
        default -> {}
      }
    }
  }

  private boolean isRaw(int t) {
    char first = reader.in.text[reader.tokens.start[t]];
    char second = reader.in.text[reader.tokens.start[t] + 1];
    return first == 'r' || first == 'R' || second == 'r' || second == 'R';
  }

  private void text(int t, boolean raw) {
    try {
      StringLiteral.decode(reader.in.text, reader.tokens.start[t], reader.tokens.end[t], raw, new StringLiteral.Found());
    } catch (StringLiteral.BadEscape e) {
      throw place.at(t, e.getMessage());
    }
  }

  private void conversion(Found mark, Found letter) {
    String prefix = reader.in.literal == null ? "f" : reader.in.literal.letter();
    if (reader.tokens.end[mark.token] != reader.tokens.start[letter.token]) {
      throw place.range(mark, letter, prefix + "-string: conversion type must come right after the exclamation mark");
    }
    String name = reader.in.names.get(reader.tokens.value[letter.token]);
    if (!name.equals("s") && !name.equals("r") && !name.equals("a")) {
      throw place.range(
          letter, letter,
          prefix + "-string: invalid conversion character " + ConstantText.of(name) + ": expected 's', 'r', or 'a'");
    }
  }

  /** Adjacent literals make one, of bytes or of text. */
  private Found adjacent(Found literals, int start) {
    boolean formatted = false;
    boolean bytes = false;
    boolean text = false;
    for (Found part : literals.parts) {
      if (part.kind.equals("literal")) {
        boolean isBytes = isBytes(part.token);
        bytes |= isBytes;
        text |= !isBytes;
      } else {
        formatted = true;
      }
    }
    if (bytes && (text || formatted)) {
      throw place.last(Kind.SYNTAX, "cannot mix bytes and nonbytes literals");
    }
    return reader.span(formatted ? "f-string expression" : "literal", start, List.of());
  }

  private boolean isBytes(int t) {
    for (int i = reader.tokens.start[t]; reader.in.text[i] != '"' && reader.in.text[i] != '\''; i++) {
      if (reader.in.text[i] == 'b' || reader.in.text[i] == 'B') {
        return true;
      }
    }
    return false;
  }
}
