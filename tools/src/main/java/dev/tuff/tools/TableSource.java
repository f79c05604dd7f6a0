package dev.tuff.tools;

import java.util.List;
import javax.lang.model.element.VariableElement;

/** The Java text of one generated {@code …Table}. */
final class TableSource {
  private static final String[] LETTERS = {"a", "b", "c", "d"};

  private final String pkg;
  private final String owner;
  private final String table;
  private final List<ExposedMethod> methods;
  private final StringBuilder out = new StringBuilder();

  TableSource(String pkg, String owner, String table, List<ExposedMethod> methods) {
    this.pkg = pkg;
    this.owner = owner;
    this.table = table;
    this.methods = methods;
  }

  String text() {
    out.append("package ").append(pkg).append(";\n\n");
    out.append("import dev.tuff.engine.core.*;\nimport dev.tuff.engine.expose.*;\nimport dev.tuff.engine.container.*;\n\n");
    out.append("final class ").append(table).append(" extends BuiltinTable {\n");
    definitions();
    general();
    for (int arity = 0; arity <= 4; arity++) {
      fixed(arity);
    }
    return out.append("}\n").toString();
  }

  /** In chunks, so that no generated method grows past HotSpot's limit. */
  private void definitions() {
    out.append("  @Override public MethodDef[] defs() {\n    MethodDef[] d = new MethodDef[").append(methods.size()).append("];\n");
    int chunk = 60;
    for (int i = 0; i < methods.size(); i += chunk) {
      out.append("    defs").append(i / chunk).append("(d);\n");
    }
    out.append("    return d;\n  }\n\n");
    for (int i = 0; i < methods.size(); i++) {
      if (i % chunk == 0) {
        out.append("  private static void defs").append(i / chunk).append("(MethodDef[] d) {\n");
      }
      definition(methods.get(i));
      if (i % chunk == chunk - 1 || i == methods.size() - 1) {
        out.append("  }\n\n");
      }
    }
  }

  private void definition(ExposedMethod m) {
    StringBuilder names = new StringBuilder();
    for (ExposedMethod.Param p : m.params) {
      names.append(names.isEmpty() ? "" : ", ").append(literal(p.name()));
    }
    String kind =
        switch (m.kind) {
          case "Method" -> "METHOD";
          case "ClassMethod" -> "CLASS_METHOD";
          case "StaticMethod" -> "STATIC_METHOD";
          case "New" -> "NEW";
          case "Function" -> "FUNCTION";
          case "Getter" -> isMember(m) ? "MEMBER_GETTER" : "GETTER";
          default -> "SETTER";
        };
    out.append("    d[%d] = new MethodDef(%d, MethodDef.Kind.%s, %s, %s, %s, new String[] {%s}, %d, %d, %dL, %s, %s, %d, %d, %d);\n"
        .formatted(m.id, m.id, kind, literal(m.name), m.textSignature == null ? "null" : literal(m.textSignature),
            m.doc.isEmpty() ? "null" : literal(m.doc.strip()), names, m.posOnly, m.positional, m.required(), m.varArgs, m.varKw,
            m.receiver, m.fastMin(), m.fastMax()));
  }

  private static boolean isMember(ExposedMethod m) {
    return m.method.getAnnotationMirrors().stream().anyMatch(a -> a.toString().contains("member=true"));
  }

  private void general() {
    int chunk = 100;
    int parts = (methods.size() + chunk - 1) / chunk;
    out.append("  @Override public Object callN(int id, Object[] v) {\n    return switch (id / ").append(chunk).append(") {\n");
    for (int i = 0; i < parts; i++) {
      out.append(i == parts - 1 ? "      default" : "      case " + i).append(" -> callN").append(i).append("(id, v);\n");
    }
    out.append("    };\n  }\n\n");
    for (int part = 0; part < parts; part++) {
      out.append("  private Object callN").append(part).append("(int id, Object[] v) {\n    switch (id) {\n");
      for (int i = part * chunk; i < Math.min(methods.size(), (part + 1) * chunk); i++) {
        ExposedMethod m = methods.get(i);
        out.append("      case ").append(m.id).append(": ");
        String[] args = new String[m.javaParams().size()];
        for (int k = 0; k < args.length; k++) {
          args[k] = "v[" + k + "]";
        }
        call(m, args, true);
      }
      out.append("      default: throw new IllegalArgumentException();\n    }\n  }\n\n");
    }
  }

  private void fixed(int arity) {
    boolean any = methods.stream().anyMatch(m -> takes(m, arity));
    if (!any) {
      return;
    }
    StringBuilder params = new StringBuilder();
    StringBuilder pass = new StringBuilder();
    for (int i = 0; i < arity; i++) {
      params.append(", Object ").append(LETTERS[i]);
      pass.append(", ").append(LETTERS[i]);
    }
    int chunk = 150;
    int parts = (methods.size() + chunk - 1) / chunk;
    for (int part = 0; part < parts; part++) {
      out.append(part == 0 ? "  @Override public Object call" + arity : "  private Object call" + arity + "p" + part)
          .append("(int id").append(params).append(") {\n    switch (id) {\n");
      for (int i = part * chunk; i < Math.min(methods.size(), (part + 1) * chunk); i++) {
        ExposedMethod m = methods.get(i);
        if (takes(m, arity)) {
          out.append("      case ").append(m.id).append(": ");
          String[] args = new String[m.javaParams().size()];
          int named = m.varArgs ? Math.min(arity, m.receiver + m.positional) : arity;
          System.arraycopy(LETTERS, 0, args, 0, named);
          if (m.varArgs) {
            args[m.receiver + m.positional] = "new Object[] {" + String.join(", ", List.of(LETTERS).subList(named, arity)) + "}";
          }
          if (m.varKw) {
            args[args.length - 1] = "new PyDict()";
          }
          call(m, args, false);
        }
      }
      String next = part == parts - 1 ? "throw new IllegalArgumentException()" : "return call" + arity + "p" + (part + 1) + "(id" + pass + ")";
      out.append("      default: ").append(next).append(";\n    }\n  }\n\n");
    }
  }

  private static boolean takes(ExposedMethod m, int arity) {
    int min = m.fastMin();
    return min >= 0 && arity >= min && arity <= m.fastMax();
  }

  /** One call; a null in {@code args} is an argument that is not given, {@code nullable} that any may be null at run time. */
  private void call(ExposedMethod m, String[] args, boolean nullable) {
    StringBuilder list = new StringBuilder();
    int index = 0;
    for (VariableElement p : m.method.getParameters()) {
      list.append(list.isEmpty() ? "" : ", ");
      if (isInjected(p)) {
        list.append(simple(p.asType().toString()).equals("ThreadState") ? "ThreadState.current()" : "Interpreter.current()");
      } else {
        list.append(argument(m, index, p.asType().toString(), args[index], nullable));
        index++;
      }
    }
    String target = owner + "." + m.method.getSimpleName() + "(" + list + ")";
    String type = m.method.getReturnType().toString();
    switch (simple(type)) {
      case "void" -> out.append(target).append("; return Py.None;\n");
      case "boolean" -> out.append("return ").append(target).append(" ? Boolean.TRUE : Boolean.FALSE;\n");
      case "int", "long" -> out.append("return Py.box(").append(target).append(");\n");
      case "double" -> out.append("return Double.valueOf(").append(target).append(");\n");
      default -> out.append("return ").append(target).append(";\n");
    }
  }

  private String argument(ExposedMethod m, int index, String type, String arg, boolean nullable) {
    String simple = simple(type);
    if (index < m.receiver) {
      return simple.equals("Object") ? arg : "(" + type + ") " + arg;
    }
    int param = index - m.receiver;
    int extra = param - m.params.size();
    // *args and **kwargs arrive bound
    if (m.varArgs && param == m.positional) {
      return "(Object[]) " + arg;
    }
    if (m.varArgs && param > m.positional) {
      param--;
      extra = param - m.params.size();
    }
    if (extra >= 0) {
      return "(" + type + ") " + arg;
    }
    if (m.kind.equals("Setter")) {
      return simple.equals("Object") ? arg : convert(m, simple, type, arg, param);
    }
    String text = m.params.get(param).defaultText();
    if (text == null) {
      return convert(m, simple, type, arg, param);
    }
    String fallback = defaultValue(m, text, simple, type);
    if (arg == null) {
      // typed: the method may have a namesake in the class that it derives from
      return fallback.equals("null") ? "(Object) null" : fallback;
    }
    if (simple.equals("Object")) {
      return nullable && !fallback.equals("null") ? "(" + arg + " == null ? " + fallback + " : " + arg + ")" : arg;
    }
    String converted = convert(m, simple, type, arg, param);
    return nullable ? "(" + arg + " == null ? " + fallback + " : " + converted + ")" : converted;
  }

  private String convert(ExposedMethod m, String simple, String type, String arg, int param) {
    String where = literal(m.kind.equals("New") ? m.name : m.name) + ", " + (param + 1);
    return switch (simple) {
      case "Object" -> arg;
      case "long" -> "Convert.toLong(" + arg + ")";
      case "int" -> "Convert.toInt(" + arg + ")";
      case "double" -> "Convert.toDouble(" + arg + ")";
      case "boolean" -> "Py.truth(" + arg + ")";
      case "String" -> "Convert.toStr(" + arg + ", " + where + ")";
      default -> "(" + type + ") Convert.toInstance(" + arg + ", " + type + ".TYPE, " + where + ")";
    };
  }

  private String defaultValue(ExposedMethod m, String text, String simple, String type) {
    if (text.equals("<null>") || text.equals("<unrepresentable>")) {
      return simple.equals("Object") ? "null" : primitiveOrNull(simple, type);
    }
    return switch (simple) {
      case "Object" -> objectDefault(text);
      case "long", "int" -> text.equals("sys.maxsize") ? "Long.MAX_VALUE" : text + (simple.equals("long") ? "L" : "");
      case "double" -> text.equals("inf") ? "Double.POSITIVE_INFINITY" : "(double) " + text;
      case "boolean" -> text.equals("True") || text.equals("1") ? "true" : "false";
      case "String" -> text.startsWith("'") || text.startsWith("\"") ? literal(unquote(text)) : "null";
      default -> "(" + type + ") null";
    };
  }

  private static String primitiveOrNull(String simple, String type) {
    return switch (simple) {
      case "long", "int", "double", "boolean" ->
          throw new IllegalArgumentException("a primitive parameter needs a literal default");
      default -> "(" + type + ") null";
    };
  }

  private static String objectDefault(String text) {
    return switch (text) {
      case "None" -> "Py.None";
      case "True" -> "Boolean.TRUE";
      case "False" -> "Boolean.FALSE";
      case "()" -> "PyTuple.EMPTY";
      default -> {
        if (text.startsWith("'") || text.startsWith("\"")) {
          yield literal(unquote(text));
        }
        yield text.matches("-?\\d+") ? "Py.box(" + text + "L)" : "null";
      }
    };
  }

  private static String unquote(String text) {
    return text.substring(1, text.length() - 1).replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
  }

  static boolean isInjected(VariableElement p) {
    String type = p.asType().toString();
    return type.equals("dev.tuff.engine.core.ThreadState") || type.equals("dev.tuff.engine.core.Interpreter");
  }

  static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  static String literal(String s) {
    StringBuilder b = new StringBuilder("\"");
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> b.append("\\\"");
        case '\\' -> b.append("\\\\");
        case '\n' -> b.append("\\n");
        case '\t' -> b.append("\\t");
        default -> b.append(c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return b.append('"').toString();
  }
}
