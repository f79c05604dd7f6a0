package dev.tuff.stdlib.ast;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyInstance;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.number.PyInt;
import dev.tuff.engine.text.PyStr;
import dev.tuff.engine.typing.PyGenericAlias;
import dev.tuff.engine.typing.PyUnion;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The node classes of one interpreter. Programs may set attributes on them, so that they cannot be shared. */
final class AstClasses {
  /** A class with what building nodes needs to know of it. */
  record NodeClass(PyType type, String kind, String name, String[] fields, boolean positioned) {}

  private static final String[] ATTRIBUTES = {"lineno", "col_offset", "end_lineno", "end_col_offset"};

  final PyType base = PyType.builtin("AST", PyType.OBJECT, PyType.HEAP | PyType.HAS_DICT | PyType.BASE_LAYOUT, null,
      new AstNodeMethodsTable());
  private final Map<String, NodeClass> byName = new HashMap<>();
  private final Map<PyType, NodeClass> byType = new IdentityHashMap<>();
  private final Map<String, Object> singletons = new HashMap<>();

  /** All classes in order of the grammar. */
  private final Map<String, PyType> all = new LinkedHashMap<>();

  private AstClasses() {
    PyDict d = base.dictOfType();
    d.putStr("__module__", "ast");
    d.putStr("_fields", PyTuple.EMPTY);
    d.putStr("_attributes", PyTuple.EMPTY);
    d.putStr("__match_args__", PyTuple.EMPTY);
    all.put("AST", base);
    List<AstGrammar.Sum> sums = AstGrammar.sums();
    for (AstGrammar.Sum s : sums) {
      if (!s.isProduct()) {
        PyDict ns = namespace(s.doc(), List.of());
        attributes(ns, s.positioned());
        all.put(s.name(), create(s.name(), base, ns));
      }
    }
    for (AstGrammar.Sum s : sums) {
      for (AstGrammar.Alternative a : s.alternatives()) {
        define(s, a);
      }
    }
    // field types name classes that come later in the grammar
    for (AstGrammar.Sum s : sums) {
      for (AstGrammar.Alternative a : s.alternatives()) {
        PyDict types = new PyDict();
        for (AstGrammar.Field f : a.fields()) {
          types.putStr(f.name(), fieldType(f));
        }
        PyType t = all.get(a.name());
        t.setAttribute("_field_types", types);
        t.setAttribute("__annotations__", types);
      }
    }
  }

  static AstClasses of(Interpreter in) {
    return in.state(AstClasses.class, AstClasses::new);
  }

  private static PyType create(String name, PyType base, PyDict namespace) {
    return (PyType) PyType.TYPE.call(new Object[] {name, PyTuple.of(base), namespace}, null);
  }

  private static PyDict namespace(String doc, List<AstGrammar.Field> fields) {
    PyDict ns = new PyDict();
    Object[] names = new Object[fields.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = fields.get(i).name();
    }
    ns.putStr("_fields", PyTuple.of(names));
    ns.putStr("__match_args__", PyTuple.of(names.clone()));
    ns.putStr("__module__", "ast");
    ns.putStr("__doc__", doc);
    for (AstGrammar.Field f : fields) {
      if (f.quantity().equals("?")) {
        ns.putStr(f.name(), Py.None);
      }
    }
    return ns;
  }

  private static void attributes(PyDict ns, boolean positioned) {
    ns.putStr("_attributes", positioned ? PyTuple.of((Object[]) ATTRIBUTES.clone()) : PyTuple.EMPTY);
    if (positioned) {
      ns.putStr("end_lineno", Py.None);
      ns.putStr("end_col_offset", Py.None);
    }
  }

  private void define(AstGrammar.Sum s, AstGrammar.Alternative a) {
    PyDict ns = namespace(a.signature(), a.fields());
    if (s.isProduct()) {
      attributes(ns, s.positioned());
    }
    PyType t = create(a.name(), s.isProduct() ? base : all.get(s.name()), ns);
    all.put(a.name(), t);
    String[] fields = new String[a.fields().size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = a.fields().get(i).name();
    }
    NodeClass c = new NodeClass(t, s.name(), a.name(), fields, s.positioned());
    byName.put(a.name(), c);
    byType.put(t, c);
    if (s.alternatives().stream().allMatch(x -> x.fields().isEmpty())) {
      singletons.put(a.name(), new PyInstance(t));
    }
  }

  private Object fieldType(AstGrammar.Field f) {
    Object t =
        switch (f.type()) {
          case "identifier", "string" -> PyStr.TYPE;
          case "int" -> PyInt.TYPE;
          case "constant" -> PyType.OBJECT;
          default -> all.get(f.type());
        };
    return switch (f.quantity()) {
      case "?" -> PyUnion.or(t, Py.None);
      case "*", "?*" -> PyGenericAlias.of(dev.tuff.engine.container.PyList.TYPE, t);
      default -> t;
    };
  }

  Map<String, PyType> all() {
    return all;
  }

  NodeClass get(String name) {
    return byName.get(name);
  }

  /** The one object for an operator or context. */
  Object singleton(String name) {
    return singletons.get(name);
  }

  /** The name of the node class that {@code o} is an instance of, if that is of the given kind; else null. */
  String nameOf(Object o, String kind) {
    for (PyType t : Py.typeOf(o).mro()) {
      NodeClass c = byType.get(t);
      if (c != null) {
        return c.kind().equals(kind) ? c.name() : null;
      }
    }
    return null;
  }

  /** The class of expression contexts, of which Load is the default. */
  PyType contexts() {
    return all.get("expr_context");
  }
}
