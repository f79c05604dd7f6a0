package dev.tuff.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** One exposed Java method with its Python signature parsed and matched to its Java parameters. */
final class ExposedMethod {
  /** A Python parameter; {@code defaultText} is null when it is required. */
  record Param(String name, String defaultText) {}

  final ExecutableElement method;
  final String kind;
  final int id;
  final String name;
  final String doc;
  final String textSignature;
  final List<Param> params = new ArrayList<>();
  int posOnly;
  int positional = -1;
  boolean varArgs;
  boolean varKw;
  final int receiver;

  ExposedMethod(ExecutableElement method, String kind, Map<String, Object> values, int id) {
    this.method = method;
    this.kind = kind;
    this.id = id;
    this.doc = (String) values.get("doc");
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      throw new IllegalArgumentException("an exposed method is static");
    }
    String value = (String) values.get("value");
    if (isAttribute()) {
      name = value;
      textSignature = null;
      receiver = 1;
      if (kind.equals("Setter")) {
        params.add(new Param("value", null));
        posOnly = 1;
      }
      positional = posOnly;
      return;
    }
    int open = value.indexOf('(');
    if (open < 0 || !value.endsWith(")")) {
      throw new IllegalArgumentException("not a signature: " + value);
    }
    name = kind.equals("New") ? "__new__" : value.substring(0, open);
    List<String> parts = split(value.substring(open + 1, value.length() - 1));
    boolean wantsReceiver = kind.equals("Method") || kind.equals("ClassMethod");
    if (wantsReceiver) {
      String self = parts.isEmpty() ? "" : parts.remove(0);
      if (!self.equals("self") && !self.equals("type")) {
        throw new IllegalArgumentException("the signature starts with self or type: " + value);
      }
    }
    receiver = wantsReceiver || kind.equals("New") || firstJavaParam().equals("PyModule") ? 1 : 0;
    parse(parts);
    textSignature = (Boolean) values.get("textSignature") ? text(parts) : null;
    int expected = receiver + params.size() + (varArgs ? 1 : 0) + (varKw ? 1 : 0);
    if (javaParams().size() != expected) {
      throw new IllegalArgumentException(value + " needs " + expected + " Java parameters, has " + javaParams().size());
    }
  }

  boolean isAttribute() {
    return kind.equals("Getter") || kind.equals("Setter");
  }

  private String firstJavaParam() {
    List<VariableElement> list = javaParams();
    return list.isEmpty() ? "" : TableSource.simple(list.get(0).asType().toString());
  }

  /** The Java parameters that take Python values: all but the injected ones. */
  List<VariableElement> javaParams() {
    List<VariableElement> list = new ArrayList<>();
    for (VariableElement p : method.getParameters()) {
      if (!TableSource.isInjected(p)) {
        list.add(p);
      }
    }
    return list;
  }

  private void parse(List<String> parts) {
    for (String part : parts) {
      if (part.equals("/")) {
        posOnly = params.size();
      } else if (part.equals("*")) {
        positional = params.size();
      } else if (part.startsWith("**")) {
        varKw = true;
      } else if (part.startsWith("*")) {
        varArgs = true;
        positional = params.size();
      } else {
        int eq = part.indexOf('=');
        params.add(eq < 0 ? new Param(part, null) : new Param(part.substring(0, eq), part.substring(eq + 1)));
      }
    }
    if (positional < 0) {
      positional = params.size();
    }
  }

  private String text(List<String> parts) {
    String self =
        switch (kind) {
          case "Method" -> "$self";
          case "ClassMethod", "New" -> "$type";
          case "Function" -> "$module";
          default -> "";
        };
    List<String> all = new ArrayList<>(parts);
    all.replaceAll(p -> p.replace("=<null>", "=<unrepresentable>"));
    if (!self.isEmpty()) {
      all.add(0, self);
      // the receiver is positional-only: a signature without a slash gets one for it
      if (!parts.contains("/")) {
        all.add(1, "/");
      }
    }
    return "(" + String.join(", ", all) + ")";
  }

  /** Splits at commas outside quotes and brackets. */
  private static List<String> split(String s) {
    List<String> out = new ArrayList<>();
    int depth = 0;
    int from = 0;
    char quote = 0;
    for (int i = 0; i <= s.length(); i++) {
      char c = i < s.length() ? s.charAt(i) : ',';
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        String part = s.substring(from, i).strip();
        if (!part.isEmpty()) {
          out.add(part);
        }
        from = i + 1;
      }
    }
    return out;
  }

  long required() {
    long bits = 0;
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i).defaultText() == null) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  /** Smallest number of arguments, with the receiver, of the fixed-arity entries; -1 if it has none. */
  int fastMin() {
    if (required() >>> positional != 0) {
      return -1;
    }
    int min = 0;
    for (int i = 0; i < positional; i++) {
      if (params.get(i).defaultText() == null) {
        min = i + 1;
      }
    }
    return receiver + min > 4 ? -1 : receiver + min;
  }

  int fastMax() {
    return varArgs ? 4 : Math.min(4, receiver + positional);
  }
}
